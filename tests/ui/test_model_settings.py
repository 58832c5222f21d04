"""The chat model's settings, and that its key is read from private places and shown in none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from corpus.errors import InputError, WenceError
from ui import settings
from ui.cli import run
from ui.model_settings import secret_of
from ui.wiring import endpoint_of

KEY = "sk-very-secret-1234"


def written(home: Path, toml: str, mode: int = 0o600) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    file = home / settings.FILE_NAME
    file.write_text(toml, encoding="utf-8")
    file.chmod(mode)
    return home


def test_three_variables_name_a_model(tmp_path: Path) -> None:
    environ = {"WENCE_MODEL": "openai:deepseek-chat", "WENCE_MODEL_URL": "https://api.deepseek.com/v1/"}
    loaded = settings.load({"home": tmp_path}, {**environ, "WENCE_MODEL_KEY": KEY})
    endpoint = endpoint_of(loaded)
    assert (endpoint.provider, endpoint.model) == ("openai", "deepseek-chat")
    assert (endpoint.url, endpoint.key) == ("https://api.deepseek.com/v1", KEY)
    assert endpoint.remote and endpoint.host == "api.deepseek.com"


def test_three_lines_of_toml_name_a_model(tmp_path: Path) -> None:
    home = written(tmp_path, f'[model]\nname = "openai:qwen"\nurl = "http://127.0.0.1:8000/v1"\nkey = "{KEY}"\n')
    endpoint = endpoint_of(settings.load({"home": home}, {}))
    assert (endpoint.model, endpoint.key, endpoint.remote) == ("qwen", KEY, False)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_a_file_with_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    home = written(tmp_path, f'[model]\nkey = "{KEY}"\n', mode=0o644)
    with pytest.raises(InputError, match="chmod 600") as caught:
        settings.load({"home": home}, {})
    assert KEY not in caught.value.zh + caught.value.en


def test_a_key_file_is_read_where_it_is_private(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n", encoding="utf-8")
    loaded = settings.load({"home": tmp_path}, {"WENCE_MODEL_KEY_FILE": "key"})
    file.chmod(0o640)
    if os.name == "posix":
        with pytest.raises(InputError, match="chmod 600"):
            secret_of(loaded.model, tmp_path)
    file.chmod(0o600)
    assert secret_of(loaded.model, tmp_path) == KEY


def test_a_key_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    loaded = settings.load({"home": tmp_path}, {"WENCE_MODEL_KEY_FILE": "nowhere"})
    with pytest.raises(WenceError, match="nowhere"):
        secret_of(loaded.model, tmp_path)


def test_a_key_is_not_taken_from_the_command_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        settings.load({"home": tmp_path}, {}, (f"model.key={KEY}",))
    assert "WENCE_MODEL_KEY" in caught.value.zh and KEY not in caught.value.zh + caught.value.en


def test_a_key_that_is_no_text_is_not_repeated(tmp_path: Path) -> None:
    home = written(tmp_path, "[model]\nkey = 998877\n")
    with pytest.raises(InputError) as caught:
        settings.load({"home": home}, {})
    assert "998877" not in f"{caught.value.zh}{caught.value.en}{caught.value.__cause__}"


@pytest.mark.parametrize("arguments", [["config"], ["config", "--json"], ["--language", "en", "config"]])
def test_the_key_is_never_shown(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WENCE_MODEL_KEY", KEY)
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert KEY not in out + err and "WENCE_MODEL_KEY" in out
    if "--json" in arguments:
        shown = {row["name"]: row["value"] for row in json.loads(out)}
        assert shown["model.key"] and shown["model.name"] == ""


def test_a_key_does_not_show_where_values_are_printed() -> None:
    loaded = settings.load({}, {"WENCE_MODEL": "openai:m", "WENCE_MODEL_KEY": KEY})
    assert KEY not in f"{loaded!r} {loaded} {endpoint_of(loaded)!r}"


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("deepseek-chat", "", "openai:"),
        ("openai:", "", "openai:"),
        ("anthropic:claude", "", "ollama:"),
        ("openai:m", "api.deepseek.com/v1", "http"),
        ("openai:m", "ftp://x/v1", "http"),
        ("openai:m", "https://user:word@x/v1", "http"),
        ("openai:m", "https://127.0.0.1\\@example.org/v1", "http"),
        ("openai:m", "https://x:99999/v1", "http"),
        ("openai:m", "https:///v1", "http"),
    ],
)
def test_a_wrong_name_or_address_says_what_is_right(name: str, url: str, said: str) -> None:
    loaded = settings.load({}, {"WENCE_MODEL": name, "WENCE_MODEL_URL": url})
    with pytest.raises(InputError) as caught:
        endpoint_of(loaded)
    assert said in caught.value.zh and said in caught.value.en


@pytest.mark.parametrize(
    ("url", "remote"),
    [
        ("http://127.0.0.1:8000/v1", False),
        ("http://localhost:11434", False),
        ("http://[::1]:8000/v1", False),
        ("http://127.8.9.10/v1", False),
        ("http://127.0.0.1.example.org/v1", True),
        ("http://localhost.example.org/v1", True),
        ("http://10.0.0.5:8000/v1", True),
        ("http://0.0.0.0:8000/v1", True),
        ("http://2130706433/v1", True),
        ("https://api.deepseek.com/v1", True),
    ],
)
def test_only_an_address_of_loopback_counts_as_this_machine(url: str, remote: bool) -> None:
    assert endpoint_of(settings.load({}, {"WENCE_MODEL": "openai:m", "WENCE_MODEL_URL": url})).remote is remote


@pytest.mark.parametrize("key", ["暗号", "sk-1 2", "sk-1\u200b", "sk-1\n2"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(InputError, match="WENCE_MODEL_KEY") as caught:
        endpoint_of(settings.load({}, {"WENCE_MODEL": "openai:m", "WENCE_MODEL_KEY": key}))
    assert key not in caught.value.zh


def test_what_people_copy_behind_an_address_is_left_out() -> None:
    environ = {"WENCE_MODEL": "openai:m", "WENCE_MODEL_URL": "http://127.0.0.1:8000/v1/chat/completions"}
    assert endpoint_of(settings.load({}, environ)).url == "http://127.0.0.1:8000/v1"
