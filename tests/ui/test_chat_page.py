"""Events of the chat tab that run side by side: what one shows anew must not take away what another has brought."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from tests.ui.desk import HandMadeDesk
from ui.conversation import Conversation
from ui.pages import desk as widgets
from ui.pages.chat import _Events
from ui.pages.shell import Shell
from ui.sitting import Sitting
from ui.visitors import COOKIE

QUESTION = "到2025年江苏新增多少家？"
TOKEN = "a" * 43


def request(**query: str) -> Any:
    return SimpleNamespace(cookies={COOKIE: TOKEN}, query_params=query)


class Page:
    """The tab as its events see it."""

    def __init__(self, desk: HandMadeDesk) -> None:
        with gr.Blocks() as pages:
            shell = Shell(pages, desk, "zh", gr.Radio(["zh", "en"]), gr.Tabs())
            self.parts = widgets.lay_out(shell)
        self.events = _Events(shell, self.parts)
        self.sitting = Sitting()
        self.conversation = Conversation()

    def ask(self, question: str = QUESTION, **query: str) -> Iterator[dict[str, Any]]:
        args = (question, {}, self.conversation, "", self.sitting, "zh", request(**query))
        for outputs in self.events.ask(*args):
            yield self.named(outputs)

    def asked(self, question: str = QUESTION, **query: str) -> dict[str, Any]:
        """The last frame of an answer, over all frames before it."""
        whole: dict[str, Any] = {}
        for frame in self.ask(question, **query):
            whole |= {name: value for name, value in frame.items() if not skipped(value)}
        self.conversation = whole["conversation"]
        return whole

    def kept(self) -> str:
        """The id of a conversation with one question."""
        self.translated("zh")
        return self.asked("第一问？")["conversation"].id

    def shown(self, event: Callable[..., list[Any]], language: str = "zh", **query: str) -> dict[str, Any]:
        return self.named(
            event(self.conversation, None, 8, "", self.sitting, language, request(**query))
        )  # fmt: skip

    def translated(self, language: str, **query: str) -> dict[str, Any]:
        return self.shown(self.events.arrive_or_translate, language, **query)

    def come_back(self, **query: str) -> dict[str, Any]:
        return self.shown(self.events.come_back, **query)

    @staticmethod
    def named(outputs: list[Any]) -> dict[str, Any]:
        names = ("past", "talk", "side", "conversation", "opened", "box", "send", "stop", "list")
        return dict(zip(names, outputs, strict=False))


def skipped(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"__type__"}


@pytest.fixture
def page(desk: HandMadeDesk) -> Page:
    return Page(desk)


def test_a_translation_shows_the_conversation_in_the_new_language_and_writes_none_down(page: Page) -> None:
    page.translated("zh")
    page.asked()
    outputs = page.translated("en")
    assert "Sources" in outputs["talk"] and QUESTION in outputs["list"]
    assert skipped(outputs["conversation"]) and skipped(outputs["opened"])


@pytest.mark.parametrize("ends", [False, True], ids=["still under way", "answered by then"])
def test_a_question_put_while_the_page_is_translated_stays(
    page: Page, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    page.translated("zh")
    show = page.events.show
    answering: list[Iterator[Any]] = []

    def asked_meanwhile(*args: Any, **options: Any) -> list[Any]:
        shown = show(*args, **options)
        monkeypatch.setattr(page.events, "show", show)
        answering.append(page.ask())
        next(answering[0])
        if ends:
            list(answering[0])
        return shown

    monkeypatch.setattr(page.events, "show", asked_meanwhile)
    outputs = page.translated("en")
    assert all(skipped(outputs[name]) for name in ("past", "talk", "side", "conversation", "list"))
    assert outputs["send"]["value"] == "Send"
    if not ends:
        assert "Sources" in list(answering[0])[-1]["talk"]


def test_an_answer_that_is_on_its_way_comes_in_the_language_of_the_page_by_then(page: Page) -> None:
    page.translated("zh")
    page.asked("第一问？")
    frames = page.ask()
    assert "正在查阅文件" in next(frames)["talk"]
    assert skipped(page.translated("en")["talk"])
    last = {name: value for frame in frames for name, value in frame.items() if not skipped(value)}
    assert "Sources" in last["talk"] and "Sources" in last["past"] and "Matches the source" in last["side"]


def test_a_question_put_before_the_page_has_arrived_goes_on_with_the_conversation_of_the_address(
    page: Page, desk: HandMadeDesk
) -> None:
    kept = page.kept()
    early = Page(desk)
    went_on = early.asked("第二问？", c=kept)["conversation"]
    assert [exchange.question for exchange in went_on.exchanges] == ["第一问？", "第二问？"]
    assert len(desk.conversations.turns(early.events.shell.visitor(request()), kept)) == 2
    late = early.translated("zh", c=kept)
    assert "第二问？" in late["talk"] and skipped(late["conversation"])


def test_a_page_translated_while_it_arrives_shows_the_conversation_of_the_address(
    page: Page, desk: HandMadeDesk
) -> None:
    kept = page.kept()
    early = Page(desk)
    assert early.translated("zh", c=kept)["conversation"].id == kept
    meanwhile = early.translated("en", c=kept)
    assert "第一问？" in meanwhile["talk"] and skipped(meanwhile["conversation"])
    went_on = early.asked("第二问？", c=kept)["conversation"]
    assert [exchange.question for exchange in went_on.exchanges] == ["第一问？", "第二问？"]


def test_a_new_conversation_is_not_taken_for_one_on_its_way(page: Page) -> None:
    kept = page.kept()
    left = page.named(page.events.restart(page.sitting, "zh", request(c=kept)))
    page.conversation = left["conversation"]
    assert "第一问？" not in page.translated("en", c=kept)["talk"]
    assert [exchange.question for exchange in page.asked("第二问？", c=kept)["conversation"].exchanges] == ["第二问？"]


def test_what_a_late_translation_may_have_wiped_out_comes_once_more_with_the_answer(page: Page) -> None:
    page.translated("zh")
    page.asked("第一问？")
    page.translated("en")
    first, *others = page.ask("第二问？")
    assert "第一问？" in first["past"] and "第一问？" in others[-1]["past"] and "第二问？" in others[-1]["talk"]
    page.conversation = others[-1]["conversation"]
    first, *others = page.ask("第三问？")
    assert "第二问？" in first["past"] and all(skipped(frame["past"]) for frame in others)


def test_after_a_stop_the_page_is_translated_again(page: Page) -> None:
    page.translated("zh")
    frames = page.ask()
    page.conversation = next(frames)["conversation"]
    args = (page.conversation, None, "", page.sitting, "zh", request())
    page.conversation = page.named(page.events.halt(*args))["conversation"]
    assert "Stopped without an answer." in page.translated("en")["talk"]


def test_whoever_comes_back_to_the_tab_finds_the_library_as_it_is_now(page: Page, desk: HandMadeDesk) -> None:
    assert "button" in page.translated("zh")["talk"]
    assert skipped(page.come_back()["talk"])
    for document in desk.library.documents():
        desk.library.remove(document.id)
    assert "文库还是空的" in page.come_back()["talk"]
    assert skipped(page.come_back()["talk"])


def test_a_tab_chosen_before_the_page_arrives_leaves_the_conversation_of_the_address_alone(
    page: Page, desk: HandMadeDesk
) -> None:
    kept = page.kept()
    early = Page(desk)
    assert all(skipped(value) for value in early.come_back(c=kept).values())
    assert early.translated("zh", c=kept)["conversation"].id == kept
    for document in desk.library.documents():
        desk.library.remove(document.id)
    # The arrival is shown, and not written down yet.
    early.conversation = Conversation()
    assert "第一问？" in early.come_back(c=kept)["talk"]


def test_an_answer_whose_document_has_gone_does_not_say_that_it_stands_in_the_source(
    page: Page, desk: HandMadeDesk
) -> None:
    page.translated("zh")
    assert "与原文一致" in page.asked()["talk"]
    gone = next(one for one in desk.library.documents() if "江苏省" in one.title)
    desk.library.remove(gone.id)
    shown = page.come_back()["talk"]
    assert "文件已移除" in shown and "与原文一致" not in shown and "均见于原文" not in shown
    assert "引用的文件有的已从文库移除" in shown
    page.asked("再问？")
    assert "与原文一致" not in page.translated("zh")["past"]
