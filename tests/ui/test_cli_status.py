"""`wence status`: what is stated of a document, shown and changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.conftest import Done, Wence

Status = Callable[..., Done]


@pytest.fixture
def status(wence: Wence, notice: Path) -> Status:
    assert wence("ingest", notice).code == 0
    return lambda *words: wence("status", notice.name, *words)


def stated(done: Done) -> dict[str, object]:
    return {name: value for name, value in done.json["document"]["status"].items() if value not in ("", "unknown")}


def test_nothing_is_stated_at_first(status: Status) -> None:
    done = status()
    assert (done.code, done.out) == (0, "节水通知.txt：未标注。\n")


@pytest.mark.parametrize("word", ["已废止", "repealed"])
def test_a_document_is_repealed_in_either_language(status: Status, wence: Wence, word: str) -> None:
    assert status(word, "--from", "2021-05-06").out == "节水通知.txt：已废止，自 2021-05-06 施行。\n"
    assert "已废止" in wence("list").out
    assert "已废止" in wence("ask", "全市万元生产总值用水量下降多少？").out
    assert "is repealed" in wence("--language", "en", "ask", "全市万元生产总值用水量下降多少？").err
    assert "[已废止]" in wence("search", "用水量").out


def test_what_is_left_out_stays_and_what_is_empty_goes(status: Status) -> None:
    status("试行", "--from", "2021-05-06", "--to", "2031-05-05")
    assert stated(status("--to", "2032-05-05", "--json")) == {
        "validity": "trial", "effective_from": "2021-05-06", "effective_until": "2032-05-05", "enabled": True
    }  # fmt: skip
    assert stated(status("未标注", "--from", "", "--to", "", "--json")) == {"enabled": True}


def test_a_term_that_is_over_is_said(status: Status) -> None:
    assert status("现行有效", "--to", "2020-12-31").out == "节水通知.txt：已失效，有效期至 2020-12-31。\n"


def test_a_document_is_switched_off_and_on(status: Status, wence: Wence) -> None:
    assert "已停用" in status("--disable").out
    assert wence("search", "用水量").code == 3
    assert "已停用" not in status("--enable").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("作废",), 2, "VALIDITY"),
        (("已废止", "--from", "昨天"), 1, "不是日期"),
        (("--from", "2024-05-02", "--to", "2024-05-01"), 1, "早于"),
    ],
)
def test_what_cannot_be_stated_is_said_and_changes_nothing(
    status: Status, words: tuple[str, ...], code: int, said: str
) -> None:
    done = status(*words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert stated(status("--json")) == {"enabled": True}


def test_a_document_that_is_not_there_is_said(wence: Wence) -> None:
    done = wence("status", "没有.txt", "已废止")
    assert done.code == 1
    assert "没有.txt" in done.err
