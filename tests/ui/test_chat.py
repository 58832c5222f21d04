"""What the page does without its widgets: frames of an answer, marks followed, failures turned into notices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.conversation_tables import ConversationsUnusable, Rating
from assistant.models import CitationStatus, Draft
from assistant.reading import view
from assistant.understanding.scope import Scope
from corpus.errors import HomeUnusable
from corpus.models import DocumentSummary
from tests.ui.desk import HandMadeDesk, bundled_texts
from ui import chat, columns
from ui.catalogue import CHINESE, ENGLISH, Words
from ui.chat import Frame, Stops
from ui.conversation import Conversation


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HandMadeDesk]:
    monkeypatch.setattr(chat, "STEP_SECONDS", 0)
    monkeypatch.setattr(chat, "DRAFT_SECONDS", 0)
    desk = HandMadeDesk(tmp_path, bundled_texts())
    yield desk
    desk.library.close()
    desk.conversations.close()


def answered(desk: HandMadeDesk, question: str, past: Conversation | None = None, visitor: str = "") -> Frame:
    *_, last = chat.ask(desk, past or Conversation(), question, visitor=visitor)
    return last


def test_the_question_shows_first_then_the_answer_in_growing_pieces_then_all(desk: HandMadeDesk) -> None:
    first, *pieces, last = chat.ask(desk, Conversation(), "江苏？")
    assert first.conversation.last and first.conversation.last.pending
    shown = [piece.shown for piece in pieces]
    assert shown == sorted(filter(None, shown))
    assert last.shown is None
    assert last.opened and last.opened.mark == 1


def test_an_answer_that_is_being_written_shows_as_it_grows_and_is_replaced_by_the_checked_one(
    desk: HandMadeDesk,
) -> None:
    _, *drafts, last = chat.ask(desk, Conversation(), "撰写：江苏？")
    texts = [frame.conversation.last.draft.text for frame in drafts if frame.conversation.last.draft]
    assert len(texts) == len(drafts) >= 3
    assert texts == sorted(texts, key=len)
    assert last.conversation.last and last.conversation.last.answer and last.conversation.last.draft is None


def test_drafts_come_no_faster_than_a_page_can_follow(desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "DRAFT_SECONDS", 3600)
    frames = list(chat.ask(desk, Conversation(), "撰写：江苏？"))
    assert sum(isinstance(frame.conversation.last.draft, Draft) for frame in frames) == 1
    assert frames[-1].conversation.last.answer


def test_a_writing_that_is_given_up_ends(desk: HandMadeDesk) -> None:
    stops = Stops()
    frames = chat.ask(desk, Conversation(), "撰写：江苏？", stops=stops)
    first = next(frames)
    next(frames)
    stops.stop(first.conversation.last.key)
    rest = list(frames)
    assert all(frame.conversation.last.answer is None for frame in rest)


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


def test_a_scope_is_a_filter_and_no_scope_is_none(desk: HandMadeDesk) -> None:
    scope = Scope(places=("江苏",))
    *_, last = chat.ask(desk, Conversation(), "江苏？", scope=scope)
    answered(desk, "江苏？")
    assert desk.assistant.filters == [scope.filter, None]
    assert last.conversation.last.scope == scope


def test_a_question_put_again_takes_the_place_of_the_last_and_does_not_lean_on_it(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？", visitor="anna").conversation
    *_, last = chat.ask(desk, past, "江苏？", visitor="anna", instead=True)
    assert len(last.conversation.exchanges) == 1
    assert last.conversation.last.key != past.last.key
    assert desk.assistant.asked[-1][1] == ()
    assert [turn.key for turn in desk.conversations.turns("anna", past.id)] == [last.conversation.last.key]


def test_a_kept_conversation_comes_back_as_it_was_left(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？", visitor="anna").conversation
    past = answered(desk, "那2030年呢？", past, visitor="anna").conversation
    desk.conversations.rate("anna", past.id, past.last.key, Rating("up"))
    again = chat.reopened(desk, "anna", past.id)
    assert [one.key for one in again.exchanges] == [one.key for one in past.exchanges]
    assert [one.answer for one in again.exchanges] == [one.answer for one in past.exchanges]
    assert again.last and again.last.rating == Rating("up")
    assert again.last.followups == past.last.followups != ()
    assert chat.first_evidence(again).clause_id == past.last.answer.citations[0].clause_id


@pytest.mark.parametrize(("visitor", "known"), [("boris", True), ("anna", False), ("", True)])
def test_what_is_not_there_for_this_visitor_opens_as_a_new_conversation(
    desk: HandMadeDesk, visitor: str, known: bool
) -> None:
    past = answered(desk, "江苏？", visitor="anna").conversation
    assert chat.reopened(desk, visitor, past.id if known else "nothing") == Conversation()


def test_a_visitor_without_a_name_is_answered_and_nothing_is_kept(desk: HandMadeDesk) -> None:
    frame = answered(desk, "江苏？")
    assert frame.conversation.last.answer
    assert frame.conversation.id == ""
    assert desk.conversations.outlines("") == ()


def test_a_stopped_question_comes_back_as_stopped(desk: HandMadeDesk) -> None:
    frames = chat.ask(desk, Conversation(), "撰写：江苏？", visitor="anna")
    next(frames)
    asked = next(frames).conversation
    frames.close()
    again = chat.reopened(desk, "anna", asked.id)
    assert again.last and again.last.stopped


def test_where_nothing_can_be_stored_the_answer_comes_with_a_notice(
    desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise ConversationsUnusable("磁盘已满。", "The disk is full.")

    monkeypatch.setattr(desk.conversations, "ask", fail)
    frame = answered(desk, "江苏？", visitor="anna")
    assert frame.conversation.last.answer
    assert "磁盘已满。" in columns.newest(desk, frame.conversation, CHINESE)
    assert "The disk is full." in columns.newest(desk, frame.conversation, ENGLISH)


def test_a_stop_leaves_what_is_answered_and_gives_up_what_is_not(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.stopped() == past
    given_up = past.asked("很慢").stopped()
    assert given_up.last and given_up.last.stopped and not given_up.last.pending


def test_a_library_that_cannot_be_read_is_told_in_the_page(desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> tuple[DocumentSummary, ...]:
        raise HomeUnusable("文库读不了。", "The library cannot be read.")

    monkeypatch.setattr(desk.library, "documents", fail)
    assert "文库读不了。" in columns.newest(desk, Conversation(), CHINESE)
    assert "The library cannot be read." in columns.panel(desk, Conversation(), None, ENGLISH)
    assert "文库读不了。" in columns.scope(desk, CHINESE)


def test_the_panel_holds_a_card_for_each_citation_and_folds_what_was_not_used(desk: HandMadeDesk) -> None:
    frame = answered(desk, "江苏？")
    panel = columns.panel(desk, frame.conversation, frame.opened, CHINESE)
    assert panel.count('class="card"') == len(frame.conversation.last.answer.citations) == 2
    assert panel.count("data-clause=") >= len(frame.conversation.last.answer.unused)
    assert CHINESE.unused_title.format(count=2) in panel


def test_a_clause_beside_a_cited_one_carries_no_label_of_a_search(desk: HandMadeDesk) -> None:
    past = answered(desk, "江苏？").conversation
    assert past.last and past.last.answer
    spare = chat.follow(past, past.last.key, clause_id=past.last.answer.unused[0].clause_id)
    assert CHINESE.opened in columns.panel(desk, past, spare, CHINESE)
    cited = view(desk.library, past.last.answer.citations[0].clause_id)
    assert cited.after
    opened = chat.follow(past, past.last.key, clause_id=cited.after.clause_id)
    beside = columns.panel(desk, past, opened, CHINESE)
    assert CHINESE.panel_title in beside
    assert "badge" not in beside


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_a_mark_into_a_document_that_is_gone_says_so(desk: HandMadeDesk, words: Words) -> None:
    frame = answered(desk, "江苏？")
    assert frame.opened
    desk.library.remove(frame.opened.clause_id.partition(".")[0])
    panel = columns.panel(desk, frame.conversation, frame.opened, words)
    assert words.document_gone in panel
    assert words.panel_back in panel
