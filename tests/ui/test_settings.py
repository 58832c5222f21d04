"""Where a setting comes from, which source wins, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InputError, WenceError
from ui import settings


def written(home: Path, toml: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    (home / settings.FILE_NAME).write_text(toml, encoding="utf-8")
    return home


def test_defaults_serve_this_machine_only() -> None:
    loaded = settings.load({}, {})
    assert (loaded.server.host, loaded.server.port) == ("127.0.0.1", 7860)
    assert (loaded.language, loaded.embedding.model) == ("zh", "bundled")
    assert loaded.home == settings.default_home()


@pytest.mark.parametrize(
    ("toml", "environ", "options", "port"),
    [
        ("", {}, {}, 7860),
        ("[server]\nport = 1001", {}, {}, 1001),
        ("[server]\nport = 1001", {"WENCE_SERVER_PORT": "1002"}, {}, 1002),
        ("[server]\nport = 1001", {"WENCE_SERVER_PORT": "1002"}, {"server.port": 1003}, 1003),
        ("[server]\nport = 1001", {"WENCE_SERVER_PORT": ""}, {"server.port": None}, 1001),
    ],
)
def test_later_sources_win(tmp_path: Path, toml: str, environ: dict[str, str], options: dict, port: int) -> None:
    home = written(tmp_path, toml)
    assert settings.load({"home": home, **options}, environ).server.port == port


@pytest.mark.parametrize(
    ("assigned", "options", "port"),
    [
        ((), {}, 1002),
        (("server.port=1003",), {}, 1003),
        (("server.port=1003", "server.port = 1004"), {}, 1004),
        (("server.port=1003",), {"server.port": 1005}, 1005),
    ],
)
def test_an_assignment_wins_over_the_environment_and_gives_way_to_an_option(
    tmp_path: Path, assigned: tuple[str, ...], options: dict, port: int
) -> None:
    environ = {"WENCE_SERVER_PORT": "1002"}
    assert settings.load({"home": tmp_path, **options}, environ, assigned).server.port == port


def test_an_assignment_may_be_empty_and_may_hold_the_sign(tmp_path: Path) -> None:
    home = written(tmp_path, '[reranker]\nmodel = "scorer"\n[embedding]\nquery_prompt = "问："')
    assigned = ("reranker.model=", "embedding.query_prompt=", "embedding.passage_prompt=类型=条款：")
    loaded = settings.load({"home": home}, {}, assigned)
    assert (loaded.reranker.model, loaded.embedding.query_prompt) == ("", "")
    assert loaded.embedding.passage_prompt == "类型=条款："


def test_a_prompt_that_is_not_set_is_the_models_own(tmp_path: Path) -> None:
    assert settings.load({"home": tmp_path}, {}).embedding.query_prompt is None


def test_every_setting_says_where_it_comes_from(tmp_path: Path) -> None:
    home = written(tmp_path, "embedding.batch_size = 8")
    environ = {"WENCE_RERANKER_DEVICE": "cpu"}
    shown = settings.in_force({"home": home, "server.port": 1001}, environ, ("embedding.allow_download=true",))
    assert [one.key for one in shown] == list(settings.keys())
    values = {one.key: (one.value, one.origin) for one in shown}
    assert values["embedding.batch_size"] == (8, str(home / settings.FILE_NAME))
    assert values["reranker.device"] == ("cpu", "WENCE_RERANKER_DEVICE")
    assert values["embedding.allow_download"] == (True, "--set embedding.allow_download")
    assert values["server.port"] == (1001, "--port")
    assert values["embedding.model"] == ("bundled", "")


def test_the_home_option_wins_over_the_variable(tmp_path: Path) -> None:
    loaded = settings.load({"home": tmp_path / "option"}, {"WENCE_HOME": str(tmp_path / "variable")})
    assert loaded.home == tmp_path / "option"


def test_the_file_in_the_home_that_the_variable_names_is_read(tmp_path: Path) -> None:
    written(tmp_path, 'language = "en"')
    assert settings.load({}, {"WENCE_HOME": str(tmp_path)}).language == "en"


def test_nothing_is_made_on_disk(tmp_path: Path) -> None:
    settings.load({"home": tmp_path / "not" / "there"}, {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("toml", "environ", "options", "said"),
    [
        ("", {"WENCE_PROT": "1"}, {}, "WENCE_PROT"),
        ("prot = 1", {}, {}, "prot"),
        ("[server]\nprot = 1", {}, {}, "server.prot"),
        ("server = 1", {}, {}, "server"),
        ('home = "/elsewhere"', {}, {}, "home"),
        ("[server]\nport = 99999", {}, {}, "wence.toml"),
        ("", {"WENCE_SERVER_PORT": "many"}, {}, "WENCE_SERVER_PORT"),
        ("", {}, {"server.port": 0}, "--port"),
        ("", {"WENCE_LANGUAGE": "fr"}, {}, "WENCE_LANGUAGE"),
        ("[server", {}, {}, "wence.toml"),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_its_place(
    tmp_path: Path, toml: str, environ: dict[str, str], options: dict, said: str
) -> None:
    home = written(tmp_path, toml)
    with pytest.raises(InputError) as caught:
        settings.load({"home": home, **options}, environ)
    assert said in caught.value.zh
    assert said in caught.value.en


@pytest.mark.parametrize("text", ["server.prot=1", "server.port", "home=/elsewhere", "=1", "server.port=many"])
def test_a_wrong_assignment_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        settings.load({"home": tmp_path}, {}, (text,))
    assert "--set" in caught.value.zh and "--set" in caught.value.en


def test_a_settings_file_that_is_no_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).mkdir()
    with pytest.raises(WenceError, match=r"wence\.toml"):
        settings.load({"home": tmp_path}, {})


def test_settings_cannot_be_changed() -> None:
    loaded = settings.load({}, {})
    with pytest.raises(ValueError, match="frozen"):
        loaded.language = "en"  # type: ignore[misc]


def test_every_setting_of_the_models_can_be_set() -> None:
    groups = {
        "embedding": settings.EmbeddingSettings,
        "reranker": settings.RerankerSettings,
        "model": settings.ModelSettings,
        "server": settings.ServerSettings,
    }
    fields = {f"{group}.{name}" for group, model in groups.items() for name in model.model_fields}
    plain = {name for name in settings.Settings.model_fields if name not in groups}
    assert set(settings.keys()) == fields | plain


def test_the_page_on_models_names_every_setting_of_theirs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
    names = settings.keys()
    of_models = [name for name in names if name.startswith(("embedding.", "reranker.", "model."))]
    assert [name for name in of_models if f"`{name}`" not in page] == []
