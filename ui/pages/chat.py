"""The chat tab: a question asked and answered, conversations changed, translated and shown anew.

Handlers are thin: they take what the widgets hold, call `ui.chat`, and hand the
result to a presenter. A visitor's conversation lives in session state and in the
store of conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.conversation_tables import Rating
from corpus.errors import WenceError
from ui import chat, columns
from ui.catalogue import words
from ui.catalogue_chat import REASONS
from ui.chat import Frame, Stops
from ui.conversation import Conversation
from ui.filters import scope_of
from ui.pages import desk, history
from ui.pages.desk import EARLIER, QUESTION_CHARACTERS, Parts
from ui.pages.shell import QUIET, READING, Shell
from ui.panel import Opened
from ui.sitting import Sitting

NOTE_CHARACTERS = 1000
PARALLEL_QUESTIONS = 4
PARALLEL_STREAMS = 64
"""Questions answered at once by rule, which takes a processor each, and by a model, for which they only wait."""
CHOSEN = """() => {
    const values = {};
    for (const { dataset } of document.querySelectorAll("#filters .chip")) {
        (values[dataset.facet] ??= []).push(dataset.value);
    }
    return values;
}"""
"""What the page's filters are set to."""


def build(shell: Shell) -> None:
    """Lays the tab out and ties its events."""
    _Events(shell, desk.lay_out(shell)).tie()


class _Events:
    """What the widgets do."""

    def __init__(self, shell: Shell, parts: Parts) -> None:
        self.desk = shell.desk
        self.shell = shell
        self.parts = parts
        self.stops = Stops()

    def tie(self) -> None:
        shell, parts, switch = self.shell, self.parts, self.shell.switch
        # "multiple": after a stop the browser would otherwise wait for the call that was given up.
        asking: dict[str, Any] = {
            "outputs": [*parts.page, *parts.rail.outputs], "trigger_mode": "multiple",
            "concurrency_limit": PARALLEL_STREAMS if self.desk.assistant.endpoint else PARALLEL_QUESTIONS,
            "concurrency_id": "questions", **QUIET,
        }  # fmt: skip
        # The filters go with the question, as the page has them: nothing that is still on its way is left out.
        state = [parts.scope, parts.conversation, parts.rail.search, parts.sitting, switch]
        typed = gr.on(
            [parts.box.submit, parts.send.click], self.ask, [parts.box, *state],
            js=f"(question, chosen, ...rest) => [question, ({CHOSEN})(), ...rest]", **asking,
        )  # fmt: skip
        suggested = parts.talk.suggest(
            self.suggest, state, js=f"(chosen, ...rest) => [({CHOSEN})(), ...rest]", **asking
        )  # fmt: skip
        leaving: dict[str, Any] = {"cancels": [typed, suggested], **READING}
        parts.stop.click(
            self.halt, [parts.conversation, parts.opened, parts.rail.search, parts.sitting, switch],
            [*parts.page, *parts.rail.outputs], **leaving,
        )  # fmt: skip
        elsewhere: dict[str, Any] = {"outputs": [*parts.page, *parts.rail.outputs, parts.full], **leaving}
        parts.clear.click(self.restart, [parts.sitting, switch], **elsewhere)
        parts.rail.list.open(self.reopen, [parts.sitting, switch], **elsewhere)
        for source in (parts.talk, parts.side):
            source.cite(
                self.cite, [parts.conversation, parts.opened, switch], [parts.side, parts.opened],
                trigger_mode="always_last", **READING,
            )  # fmt: skip
        parts.talk.rate(self.rate, [parts.conversation], [parts.conversation], trigger_mode="multiple", **READING)
        parts.talk.earlier(
            self.unfold, [parts.conversation, parts.full, switch], [parts.past, parts.full], **READING
        )  # fmt: skip
        history.tie(shell, parts.rail, parts.conversation)
        held = [parts.conversation, parts.opened, parts.full, parts.rail.search, parts.sitting]
        shell.relabel(
            self.arrive_or_translate, held,
            [*parts.page, *parts.rail.outputs, parts.filters, parts.clear, parts.rail.search, parts.rail.ratings],
        )  # fmt: skip
        shell.opened(self.come_back, held, [*parts.page, *parts.rail.outputs, parts.filters])

    # -- asking ------------------------------------------------------------------

    def ask(
        self, question: str, chosen: Any, past: Conversation, search: str, sitting: Sitting, language: str,
        request: gr.Request, again: bool = False,
    ) -> Iterator[list[Any]]:  # fmt: skip
        if not question.strip() or (past.last and past.last.pending):
            yield [gr.skip()] * len(self.parts.page + self.parts.rail.outputs)
            return
        coming = self.on_its_way(past, sitting)
        turn, anew, sitting.anew = sitting.begin(), sitting.anew, False
        try:
            past = self.named(request) if coming else past
            sitting.arrived = True
            yield from self.answering(question, chosen, past, search, sitting, language, request, again, turn, anew)
        finally:
            sitting.end(turn)

    def answering(
        self, question: str, chosen: Any, past: Conversation, search: str, sitting: Sitting, language: str,
        request: gr.Request, again: bool, turn: int, anew: bool,
    ) -> Iterator[list[Any]]:  # fmt: skip
        """The states of the page on the way to the answer, each in the language that the page speaks by then.

        With `anew` the page may still be on its way as it was before the question, and
        wipes out what the first state brings: it comes once more at the end.
        """
        visitor = self.shell.visitor(request)
        frames = chat.ask(
            self.desk, past, question.strip()[:QUESTION_CHARACTERS], visitor=visitor,
            scope=past.last.scope if again and past.last else scope_of(chosen), instead=again, stops=self.stops,
        )  # fmt: skip
        frame = next(frames)
        unchanged = [gr.skip()] * len(self.parts.rail.outputs)
        spoken = sitting.language or language
        yield [*self.show(frame, spoken, busy=True, typed="", earlier=EARLIER), *unchanged]
        lit = frame.opened
        for frame in frames:
            language = sitting.language or language
            final = frame.shown is None and not (frame.conversation.last and frame.conversation.last.pending)
            if final and frame.opened != lit:
                # Gradio sends the last outputs twice: the panel must not be among them, or what the reader opens
                # in between would be closed again.
                yield [*self.show(frame, language, busy=True), *unchanged]
                lit = frame.opened
            outputs = self.show(frame, language, busy=not final)
            if frame.opened == lit:
                # Meanwhile the reader may have opened something else.
                outputs[2] = outputs[4] = gr.skip()
            lit = frame.opened
            listed = history.shown(self.desk, visitor, frame.conversation.id, search, language) if final else unchanged
            yield [*outputs, *listed]
        sitting.end(turn)
        now = sitting.language or language
        if anew or spoken != now:
            # Translated meanwhile: what stood before the question, and what the last frame may just have missed.
            outputs = self.show(frame, now, busy=False, earlier=EARLIER)
            if language == now:
                outputs[2] = outputs[4] = gr.skip()
            yield [*outputs, *history.shown(self.desk, visitor, frame.conversation.id, search, now)]

    def suggest(
        self, event: gr.EventData, chosen: Any, past: Conversation, search: str, sitting: Sitting, language: str,
        request: gr.Request,
    ) -> Iterator[list[Any]]:  # fmt: skip
        question, again = str(event._data.get("question", "")), bool(event._data.get("again"))
        if again and past.last:
            question = past.last.question
        yield from self.ask(question, chosen, past, search, sitting, language, request, again)

    def halt(
        self, past: Conversation, current: Opened | None, search: str, sitting: Sitting, language: str,
        request: gr.Request,
    ) -> list[Any]:  # fmt: skip
        sitting.give_up()
        if past.last:
            self.stops.stop(past.last.key)
        shown = self.show(Frame(past.stopped(), current), language, busy=False)
        return [*shown, *history.shown(self.desk, self.shell.visitor(request), past.id, search, language)]

    # -- which conversation ------------------------------------------------------

    def restart(self, sitting: Sitting, language: str, request: gr.Request) -> list[Any]:
        sitting.give_up()
        shown = self.show(Frame(Conversation(), None), language, busy=False, typed="", earlier=EARLIER)
        return [*shown, *history.shown(self.desk, self.shell.visitor(request), "", "", language), EARLIER]

    def reopen(self, event: gr.EventData, sitting: Sitting, language: str, request: gr.Request) -> list[Any]:
        sitting.give_up()
        visitor = self.shell.visitor(request)
        found = chat.reopened(self.desk, visitor, str(event._data.get("id", "")))
        frame = Frame(found, chat.first_evidence(found))
        shown = self.show(frame, language, busy=False, earlier=EARLIER)
        return [*shown, *history.shown(self.desk, visitor, found.id, "", language), EARLIER]

    def named(self, request: gr.Request) -> Conversation:
        """The conversation that the address names."""
        return chat.reopened(self.desk, self.shell.visitor(request), str(dict(request.query_params).get("c", "")))

    @staticmethod
    def on_its_way(past: Conversation, sitting: Sitting) -> bool:
        """Is the conversation that the address names not there yet?

        Its arrival is written down after what runs beside it has read the empty one: nobody moved that.
        """
        return not sitting.arrived or (not past.exchanges and sitting.unmoved())

    def arrive_or_translate(
        self, past: Conversation, current: Opened | None, full: int, search: str, sitting: Sitting,
        language: str, request: gr.Request,
    ) -> list[Any]:  # fmt: skip
        """The whole page in `language`; of the conversation only the words around it, where it moves meanwhile."""
        said, sitting.language, since = words(language), language, sitting.resting()
        arriving = not sitting.arrived
        if self.on_its_way(past, sitting):
            past = self.named(request)
            current = chat.first_evidence(past)
        page = self.anew(past, current, full, search, sitting, since, language, request, arriving=arriving)
        box, send, stop = (self.parts.page.index(one) for one in (self.parts.box, self.parts.send, self.parts.stop))
        page[box] = gr.update(label=said.question_label, placeholder=said.question_placeholder)
        page[send], page[stop] = gr.update(value=said.send), gr.update(value=said.stop)
        return [*page, gr.update(value=said.clear), *history.labels(said)]

    def come_back(
        self, past: Conversation, current: Opened | None, full: int, search: str, sitting: Sitting,
        language: str, request: gr.Request,
    ) -> list[Any]:  # fmt: skip
        """The page as the library has it, where that has changed since it was last shown.

        The tab may be chosen, by the framework itself, while the conversation that the address
        names is on its way: an empty page would then stand in its place, and clear the address.
        """
        if not sitting.arrived or sitting.generation == self.generation():
            return [gr.skip()] * (len(self.parts.page) + len(self.parts.rail.outputs) + 1)
        if self.on_its_way(past, sitting):
            past = self.named(request)
            current = chat.first_evidence(past)
        return self.anew(past, current, full, search, sitting, sitting.resting(), language, request)

    def anew(
        self, past: Conversation, current: Opened | None, full: int, search: str, sitting: Sitting,
        since: int, language: str, request: gr.Request, *, arriving: bool = False,
    ) -> list[Any]:  # fmt: skip
        """Page, list and filters as they are now; nothing of a conversation that has moved while they were made."""
        generation = self.generation()
        skipped = [gr.skip()] * len(self.parts.page + self.parts.rail.outputs)
        filters = columns.scope(self.desk, words(language))
        if since < 0:
            return [*skipped, filters]
        shown = self.show(Frame(chat.renewed(self.desk, past), current), language, busy=False, earlier=full)
        listed = history.shown(self.desk, self.shell.visitor(request), past.id, search, language)
        sitting.anew = True
        if sitting.moved(since):
            return [*skipped, filters]
        sitting.generation = generation
        if arriving:
            sitting.arrived = True
        else:
            # Only who moves the conversation writes it down.
            for kept in (self.parts.conversation, self.parts.opened):
                shown[self.parts.page.index(kept)] = gr.skip()
        return [*shown, *listed, filters]

    def generation(self) -> int:
        """Of the library; a store that cannot be read says so where it is shown."""
        try:
            return self.desk.library.generation()
        except WenceError:
            return -1

    # -- beside the answer -------------------------------------------------------

    def cite(self, event: gr.EventData, past: Conversation, current: Opened | None, language: str) -> list[Any]:
        mark, clause = event._data.get("mark"), event._data.get("clause")
        found = chat.follow(
            past, str(event._data.get("turn", "")), mark=mark if isinstance(mark, int) else None,
            clause_id=str(clause or ""), chosen=True,
        )  # fmt: skip
        return [columns.panel(self.desk, past, found or current, words(language)), found or current]

    def rate(self, event: gr.EventData, past: Conversation, request: gr.Request) -> Conversation:
        key, verdict = str(event._data.get("key", "")), event._data.get("verdict")
        rating = None
        if verdict in ("up", "down"):
            given = event._data.get("reasons")
            reasons = tuple(one for one in REASONS if isinstance(given, list) and one in given)
            rating = Rating(verdict, reasons, str(event._data.get("note", ""))[:NOTE_CHARACTERS])
        self.desk.conversations.rate(self.shell.visitor(request), past.id, key, rating)
        return past.rated(key, rating)

    def unfold(self, past: Conversation, full: int, language: str) -> list[Any]:
        more = full + 3 * EARLIER
        return [columns.past(self.desk, past, words(language), more), more]

    # -- the page ----------------------------------------------------------------

    def show(
        self,
        frame: Frame,
        language: str,
        *,
        busy: bool,
        typed: Any = None,
        earlier: int = 0,
    ) -> list[Any]:
        """The outputs of `Parts.page`; what stands before the newest exchange only when `earlier` asks for it."""
        said = words(language)
        return [
            columns.past(self.desk, frame.conversation, said, earlier) if earlier else gr.skip(),
            columns.newest(self.desk, frame.conversation, said, frame.shown),
            columns.panel(self.desk, frame.conversation, frame.opened, said),
            frame.conversation,
            frame.opened,
            gr.skip() if typed is None else typed,
            gr.update(visible=not busy),
            gr.update(visible=busy),
        ]
