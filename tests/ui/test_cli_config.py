"""`wence config`: what is set, from where, in a form that can be set again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import Wence
from ui import settings


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
