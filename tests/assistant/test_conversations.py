"""Conversations come back whole, to whom they belong and to nobody else, and do not grow without end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import conversations as module
from assistant.conversation_tables import ConversationsUnusable, Rating
from assistant.conversations import STORE_NAME, Conversations
from assistant.models import Answer, AnswerStatus, Citation, CitationStatus
from assistant.understanding.scope import Scope
from corpus.errors import InputError

ALL = Scope()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Conversations]:
    store = Conversations(tmp_path)
    yield store
    store.close()


def answer(text: str = "到2025年达到1000家。[1]") -> Answer:
    cited = Citation(
        source="a.txt", path="一 > （三）", text="到2025年达到1000家。", mark=1, quote="达到1000家", clause_id="d.1",
        document_id="d", status=CitationStatus.VERIFIED,
    )  # fmt: skip
    return Answer(status=AnswerStatus.ANSWERED, answer=text, citations=(cited,), question="多少家？")


def asked(store: Conversations, visitor: str, question: str, conversation: str = "", key: str = "k1") -> str:
    conversation = store.ask(visitor, conversation, key, question, ALL)
    store.answer(visitor, conversation, key, answer())
    return conversation


def test_a_turn_comes_back_with_its_whole_answer_in_another_process(store: Conversations, tmp_path: Path) -> None:
    scope = Scope(places=("江苏",), years=(2023,))
    conversation = store.ask("anna", "", "k1", "多少家？", scope)
    store.answer("anna", conversation, "k1", answer())
    again = Conversations(tmp_path)
    (turn,) = again.turns("anna", conversation)
    again.close()
    assert (turn.question, turn.answer, turn.scope) == ("多少家？", answer(), scope)


def test_turns_keep_their_order(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    for number in range(2, 6):
        asked(store, "anna", f"第{number}问？", conversation, f"k{number}")
    assert [turn.key for turn in store.turns("anna", conversation)] == ["k1", "k2", "k3", "k4", "k5"]


def test_a_question_without_an_answer_is_kept_as_such(store: Conversations) -> None:
    conversation = store.ask("anna", "", "k1", "很慢？", ALL)
    assert [turn.answer for turn in store.turns("anna", conversation)] == [None]


@pytest.mark.parametrize("act", ["read", "rename", "remove", "rate", "answer"])
def test_nobody_else_reaches_a_conversation(store: Conversations, act: str) -> None:
    conversation = asked(store, "anna", "甲？")
    before = store.turns("anna", conversation), store.outlines("anna")
    if act == "read":
        assert store.turns("boris", conversation) == ()
        assert store.outlines("boris") == ()
    if act == "rename":
        store.rename("boris", conversation, "乙")
    if act == "remove":
        store.remove("boris", conversation)
    if act == "rate":
        store.rate("boris", conversation, "k1", Rating("down"))
    if act == "answer":
        store.answer("boris", conversation, "k1", answer("改过"))
    assert (store.turns("anna", conversation), store.outlines("anna")) == before


def test_a_question_put_into_a_foreign_conversation_starts_one_of_its_own(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    other = asked(store, "boris", "乙？", conversation)
    assert other != conversation
    assert len(store.turns("anna", conversation)) == 1


def test_a_turn_can_be_put_in_the_place_of_the_last(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    asked(store, "anna", "乙？", conversation, "k2")
    store.ask("anna", conversation, "k3", "丙？", ALL, instead_of="k2")
    assert [turn.question for turn in store.turns("anna", conversation)] == ["甲？", "丙？"]


@pytest.mark.parametrize(("words", "found"), [("", 2), ("甲", 1), ("1000家", 2), ("NH3", 1), ("没有", 0), ("%", 0)])
def test_conversations_are_found_by_title_question_and_answer(store: Conversations, words: str, found: int) -> None:
    asked(store, "anna", "甲？")
    asked(store, "anna", "nh3 的目标？")
    assert len(store.outlines("anna", words)) == found


def test_the_latest_conversation_comes_first_and_a_new_turn_lifts_an_old_one(store: Conversations) -> None:
    first = asked(store, "anna", "甲？")
    asked(store, "anna", "乙？")
    asked(store, "anna", "再问？", first, "k9")
    assert [each.title for each in store.outlines("anna")] == ["甲？", "乙？"]
    assert [each.turns for each in store.outlines("anna")] == [2, 1]


def test_a_renamed_conversation_keeps_its_name_and_an_empty_name_changes_nothing(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    store.rename("anna", conversation, "  双碳  目标 ")
    store.rename("anna", conversation, "  ")
    assert [each.title for each in store.outlines("anna")] == ["双碳 目标"]


def test_a_removed_conversation_takes_its_ratings_along(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    store.rate("anna", conversation, "k1", Rating("up"))
    store.remove("anna", conversation)
    assert (store.outlines("anna"), store.turns("anna", conversation), store.rated("anna")) == ((), (), ())


def test_a_rating_is_kept_changed_and_taken_back(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    store.rate("anna", conversation, "k1", Rating("up"))
    store.rate("anna", conversation, "k1", Rating("down", ("reason_wrong",), "漏了2030年"))
    (rated,) = store.rated("anna")
    assert rated.turn.rating == Rating("down", ("reason_wrong",), "漏了2030年")
    assert (rated.turn.question, rated.turn.answer) == ("甲？", answer())
    assert store.turns("anna", conversation)[0].rating == rated.turn.rating
    assert store.rated("boris") == ()
    store.rate("anna", conversation, "k1", None)
    assert store.rated("anna") == ()


def test_what_is_not_there_cannot_be_rated(store: Conversations) -> None:
    conversation = asked(store, "anna", "甲？")
    store.rate("anna", conversation, "k404", Rating("up"))
    assert store.rated("anna") == ()


def test_the_conversation_that_rested_longest_goes_when_there_are_too_many(
    store: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT_CONVERSATIONS", 3)
    asked(store, "boris", "别人的？")
    for question in ("一？", "二？", "三？", "四？"):
        asked(store, "anna", question)
    assert [each.title for each in store.outlines("anna")] == ["四？", "三？", "二？"]
    assert len(store.outlines("boris")) == 1


def test_a_conversation_has_an_end(store: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 2)
    conversation = asked(store, "anna", "一？")
    asked(store, "anna", "二？", conversation, "k2")
    with pytest.raises(InputError, match="新对话"):
        store.ask("anna", conversation, "k3", "三？", ALL)
    assert len(store.turns("anna", conversation)) == 2


def test_an_answer_of_another_version_is_said_to_be_unreadable(store: Conversations, tmp_path: Path) -> None:
    conversation = asked(store, "anna", "甲？")
    with sqlite3.connect(tmp_path / STORE_NAME) as connection:
        connection.execute('UPDATE turns SET answer = \'{"shape": "of tomorrow"}\'')
    (turn,) = store.turns("anna", conversation)
    assert (turn.answer, turn.readable) == (None, False)


def test_a_file_that_is_no_store_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"no database at all, " * 100)
    with pytest.raises(ConversationsUnusable, match="移到别处") as raised:
        Conversations(tmp_path)
    assert STORE_NAME in raised.value.en


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    Conversations(tmp_path).close()
    with sqlite3.connect(tmp_path / STORE_NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ConversationsUnusable, match="升级"):
        Conversations(tmp_path)


def test_all_ratings_are_listed_with_whose_they_are_and_those_of_one_visitor_without(store: Conversations) -> None:
    for visitor in ("anna", "bert"):
        store.rate(visitor, asked(store, visitor, "甲？"), "k1", Rating("up"))
    assert [one.visitor for one in store.all_rated()] == ["bert", "anna"]
    assert [one.visitor for one in store.rated("anna")] == [""]
