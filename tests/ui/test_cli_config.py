"""`wence config`: what is set, from where, in a form that can be set again."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from tests.ui.conftest import Wence
from ui import settings
from ui.wiring import endpoint_of


def test_its_lines_can_be_set_again(wence: Wence, home: Path) -> None:
    words = ("--set", 'embedding.model=./模型 "一"', "--set", "reranker.candidates=7", "--set", "language=en")
    shown = wence(*words, "config")
    assert (shown.code, shown.err) == (0, "")
    home.mkdir(parents=True, exist_ok=True)
    (home / settings.FILE_NAME).write_text(shown.out, encoding="utf-8")
    assert settings.load() == settings.load(assigned=words[1::2])
    assert wence("config", "--json").json[2]["origin"] == str(home / settings.FILE_NAME)


def test_programs_get_names_values_and_origins(wence: Wence, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_EMBEDDING_BATCH_SIZE", "5")
    rows = {row["name"]: row for row in wence("config", "--json").json}
    assert set(rows) == set(settings.keys())
    assert rows["home"]["value"] == str(home)
    assert rows["embedding.batch_size"] == {
        "name": "embedding.batch_size",
        "value": 5,
        "origin": "WENCE_EMBEDDING_BATCH_SIZE",
    }
    assert rows["embedding.query_prompt"]["value"] is rows["embedding.query_prompt"]["origin"] is None


def test_a_wrong_setting_is_one_line(wence: Wence) -> None:
    done = wence("--set", "embedding.dtype=int8", "config")
    assert (done.code, done.out) == (1, "")
    assert "--set embedding.dtype" in done.err
    assert len(done.err.splitlines()) == 1


def test_nothing_is_made_on_disk(wence: Wence, home: Path) -> None:
    assert wence("config").code == 0
    assert not home.exists()


def test_settings_are_put_into_the_file_and_what_stands_there_stays(wence: Wence, home: Path) -> None:
    home.mkdir(parents=True)
    file = home / settings.FILE_NAME
    file.write_text(
        '# 我的设置\nlanguage = "zh"\n\n[server]\nport = 7861  # 旧\n\n[model]\nretries = 0\n', encoding="utf-8"
    )
    done = wence("config", "model.name=openai:deepseek-chat", "server.port=7870", "reranker.candidates=9")
    assert done.code == 0 and 'model.name = "openai:deepseek-chat"' in done.out
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# 我的设置\n") and "retries = 0" in text
    loaded = settings.load()
    assert (loaded.model.name, loaded.server.port, loaded.reranker.candidates) == ("openai:deepseek-chat", 7870, 9)
    assert (loaded.model.retries, loaded.language) == (0, "zh")


def test_three_settings_connect_a_model(wence: Wence, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("sk-secret-0001\n"))
    done = wence("config", "model.name=openai:deepseek-chat", "model.url=https://api.deepseek.com/v1", "--key")
    assert done.code == 0 and "sk-secret" not in done.out + done.err
    assert stat.S_IMODE((home / "model.key").stat().st_mode) == 0o600
    assert "sk-secret" not in (home / settings.FILE_NAME).read_text(encoding="utf-8")
    to = endpoint_of(settings.load())
    assert (to.name, to.url, to.key) == ("openai:deepseek-chat", "https://api.deepseek.com/v1", "sk-secret-0001")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("model.retries=99",), "0 到 5"),
        (("model.name=deepseek",), "openai:模型名"),
        (("model.name=openai:x", "model.url=ftp://x"), "http://"),
        (("model.key=sk-1",), "不能写在命令行里"),
        (("nonsense",), "名称=值"),
        (("--key",), "密钥是空的"),
    ],
)
def test_what_is_wrong_changes_nothing(
    wence: Wence, home: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    done = wence("config", *arguments)
    assert done.code != 0 and said in done.err and not (home / settings.FILE_NAME).exists()


def test_a_variable_that_decides_instead_is_named(wence: Wence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_SERVER_PORT", "7999")
    assert "WENCE_SERVER_PORT" in wence("config", "server.port=7870").err


def test_a_file_written_in_a_way_of_its_own_is_left_alone(wence: Wence, home: Path) -> None:
    home.mkdir(parents=True)
    file = home / settings.FILE_NAME
    file.write_text('model = { retries = 0, name = "ollama:a" }\n', encoding="utf-8")
    done = wence("config", "model.name=ollama:b")
    assert done.code != 0 and "手工修改" in done.err and "ollama:a" in file.read_text(encoding="utf-8")
