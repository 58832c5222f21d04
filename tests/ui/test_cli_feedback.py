"""What users thought of answers, from the command line: of all browsers, to read and as files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from assistant.conversation_tables import Rating, Verdict
from assistant.conversations import STORE_NAME, Conversations
from assistant.models import Answer, AnswerStatus
from assistant.understanding.scope import Scope
from tests.ui.conftest import Wence


def rate(home: Path, visitor: str, question: str, verdict: Verdict, note: str = "") -> None:
    store = Conversations(home)
    conversation = store.ask(visitor, "", "k1", question, Scope(places=("江苏",)))
    store.answer(visitor, conversation, "k1", Answer(status=AnswerStatus.ANSWERED, answer="新增\n1000家。"))
    store.rate(visitor, conversation, "k1", Rating(verdict, ("reason_wrong",) if verdict == "down" else (), note))
    store.close()


@pytest.fixture
def rated(tmp_path: Path) -> Path:
    rate(tmp_path, "a" * 64, "多少家？", "down", "=漏了一条")
    rate(tmp_path, "b" * 64, "谁负责？", "up")
    return tmp_path


def test_ratings_of_all_browsers_are_listed_with_question_and_answer(wence: Wence, rated: Path) -> None:
    lines = wence("--home", rated, "feedback").out.splitlines()
    assert [line[17:] for line in lines if line[:2] == "20"] == [
        " bbbbbbbb  有用",
        " aaaaaaaa  有误  内容有误  =漏了一条",
    ]
    assert "  问题  多少家？" in lines and "  回答  新增 1000家。" in lines
    assert "Not right  wrong  =漏了一条" in wence("--home", rated, "--language", "en", "feedback").out


def test_only_those_of_one_kind_are_listed_where_that_is_asked(wence: Wence, rated: Path) -> None:
    (found,) = wence("--home", rated, "feedback", "--verdict", "down", "--json").json
    assert (found["question"], found["verdict"], found["reasons"]) == ("多少家？", "down", ["wrong"])
    assert found["answer"] == "新增\n1000家。" and found["scope"] == {"places": ["江苏"]}


def test_they_are_saved_as_a_table_and_as_lines(wence: Wence, rated: Path) -> None:
    table, lines = rated / "评价.csv", rated / "评价.jsonl"
    done = wence("--home", rated, "feedback", "--csv", table, "--jsonl", lines)
    assert done.code == 0 and done.out == "" and str(table) in done.err
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    assert [row[2] for row in rows] == ["问题", "谁负责？", "多少家？"]
    assert rows[2][-2:] == ["'=漏了一条", "aaaaaaaa"]
    records = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [record["browser"] for record in records] == ["bbbbbbbb", "aaaaaaaa"]


def test_the_names_that_open_conversations_are_not_given_away(wence: Wence, rated: Path) -> None:
    for words in (["feedback"], ["feedback", "--json"]):
        assert "a" * 9 not in wence("--home", rated, *words).out


def test_what_was_typed_cannot_move_the_cursor_of_the_terminal(wence: Wence, tmp_path: Path) -> None:
    rate(tmp_path, "a" * 64, "清屏\x1b[2J\u202e倒？", "down", "\x07铃\r盖")
    out = wence("--home", tmp_path, "feedback").out
    assert "清屏 [2J 倒？" in out and "铃 盖" in out
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_without_ratings_it_says_so_and_makes_no_file(wence: Wence, tmp_path: Path) -> None:
    done = wence("--home", tmp_path, "feedback")
    assert done.code == 0 and done.out == "" and "还没有评价" in done.err
    assert wence("--home", tmp_path, "feedback", "--json").json == []
    assert not (tmp_path / STORE_NAME).exists()


def test_a_file_that_cannot_be_written_or_read_is_named(wence: Wence, rated: Path, tmp_path: Path) -> None:
    done = wence("--home", rated, "feedback", "--csv", tmp_path / "nowhere" / "x.csv")
    assert done.code == 1 and "x.csv" in done.err
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / STORE_NAME).write_text("no database at all, but long enough to be read as one" * 20)
    done = wence("--home", broken, "feedback")
    assert done.code == 1 and STORE_NAME in done.err and "Traceback" not in done.err
