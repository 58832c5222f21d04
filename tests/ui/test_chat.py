"""What the page does without its widgets: frames of an answer, marks followed, failures turned into notices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.models import CitationStatus
from assistant.reading import view
from corpus.errors import HomeUnusable
from corpus.models import DocumentSummary
from tests.ui.desk import HandMadeDesk, bundled_texts
from ui import chat
from ui.catalogue import CHINESE, ENGLISH, Words
from ui.chat import Frame
from ui.conversation import Conversation


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HandMadeDesk]:
    monkeypatch.setattr(chat, "STEP_SECONDS", 0)
    desk = HandMadeDesk(tmp_path, bundled_texts())
    yield desk
    desk.library.close()


def answered(desk: HandMadeDesk, question: str, past: Conversation | None = None) -> Frame:
    *_, last = chat.ask(desk, past or Conversation(), question)
    return last


def test_the_question_shows_first_then_the_answer_in_growing_pieces_then_all(desk: HandMadeDesk) -> None:
    first, *pieces, last = chat.ask(desk, Conversation(), "江苏？")
    assert first.conversation.last and first.conversation.last.pending
    shown = [piece.shown for piece in pieces]
    assert shown == sorted(filter(None, shown))
    assert last.shown is None
    assert last.opened and last.opened.mark == 1


def test_a_mark_is_followed_by_its_number_not_by_its_place(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.last
    opened = chat.follow(past, past.last.key, mark=2)
    assert opened
    assert (opened.status, opened.quote) == (CitationStatus.ALTERED, "这句话并不在条款之中")
    assert opened.clause_id == past.last.answer.citations[1].clause_id


@pytest.mark.parametrize(("key", "mark"), [("nothing", 1), (None, 9)])
def test_a_mark_that_is_not_there_opens_nothing(desk: HandMadeDesk, key: str | None, mark: int) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.last
    assert chat.follow(past, key or past.last.key, mark=mark) is None


def test_earlier_turns_are_handed_to_the_assistant_without_failed_ones(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    past = answered(desk, "出错", past).conversation
    answered(desk, "那2030年呢？", past)
    assert [turn.question for turn in desk.assistant.asked[-1][1]] == ["江苏？"]


def test_a_stop_leaves_what_is_answered_and_gives_up_what_is_not(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.stopped() == past
    given_up = past.asked("很慢").stopped()
    assert given_up.last and given_up.last.stopped and not given_up.last.pending


def test_a_library_that_cannot_be_read_is_told_in_the_page(desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> tuple[DocumentSummary, ...]:
        raise HomeUnusable("文库读不了。", "The library cannot be read.")

    monkeypatch.setattr(desk.library, "documents", fail)
    assert "文库读不了。" in chat.conversation(desk, Conversation(), CHINESE)
    assert "The library cannot be read." in chat.panel(desk, None, ENGLISH)


def test_a_clause_beside_a_cited_one_carries_no_label_of_a_search(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.last and past.last.answer
    spare = chat.follow(past, past.last.key, clause_id=past.last.answer.unused[0].clause_id)
    assert CHINESE.opened in chat.panel(desk, spare, CHINESE)
    cited = view(desk.library, past.last.answer.citations[0].clause_id)
    assert cited.after
    beside = chat.panel(desk, chat.follow(past, past.last.key, clause_id=cited.after.clause_id), CHINESE)
    assert CHINESE.panel_title in beside
    assert "badge" not in beside


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_a_mark_into_a_document_that_is_gone_says_so(desk: HandMadeDesk, words: Words) -> None:
    opened = answered(desk, "江苏？").opened
    assert opened
    desk.library.remove(opened.clause_id.partition(".")[0])
    panel = chat.panel(desk, opened, words)
    assert words.document_gone in panel
    assert words.panel_back in panel
    assert opened.clause_id not in panel
