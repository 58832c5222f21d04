"""A briefing in a chat model's words: section by section from the clauses that were selected, checked, on one page.

Title, headings and sources stay; so do sections that the model leaves out. Where it
writes more than the page holds, its last sentences are taken off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant import wording
from assistant.briefing.page import Page
from assistant.briefing.selection import Line, Section, Selection
from assistant.marking import Marks
from assistant.models import MODEL, Briefing, Citation, Sentence, SentenceStatus
from assistant.prompts import BRIEFING
from assistant.statements import Statement
from assistant.writing.grounding import Grounding, Read
from assistant.writing.papers import ModelPapers
from assistant.writing.sections import Said, Slot, Task
from corpus.stopping import Stopped
from corpus.text import visible_length


def in_words_of_model(
    selection: Selection, by_rule: Briefing, papers: ModelPapers, read: Sequence[Read], stopped: Stopped
) -> Briefing:
    """The briefing as a model writes it, or `by_rule` with what happened; `read`: all documents that it is on."""
    grounding = Grounding(read)
    cited = [at for at, section in enumerate(selection.sections) if section.heading and section.lines]
    if not cited:
        return by_rule
    slots = tuple(_slot(selection.sections[at], grounding) for at in cited)
    limit = selection.commission.room
    task = Task(slots, BRIEFING, selection.commission.text, limit)
    outcome = papers.write(task, read, by_rule.markdown, stopped)
    said = {cited[at]: list(one) for at, one in outcome.placed.items()}
    before = sum(map(len, said.values()))
    while said and _length(selection, said) > limit:
        _take_off(said)
    left_out = before - sum(map(len, said.values()))
    if left_out:
        zh, en = wording.SHORTENED
        outcome = outcome.noted(zh.format(count=left_out), en.format(count=left_out))
    briefing = _page(selection, said).finish(selection.title, selection.documents) if said else by_rule
    return briefing.model_copy(
        update={
            "sentences": _sentences(said, briefing.citations),
            "writer": MODEL if said else by_rule.writer,
            "notice": outcome.notice,
            "notice_en": outcome.notice_en,
            "trace": outcome.trace,
        }
    )


_Written = dict[int, list[Statement]]
"""What the model has written, by the numbers of the sections."""


def _slot(section: Section, grounding: Grounding) -> Slot:
    return Slot(section.heading, tuple(said for line in section.lines for said in _said(line, grounding)))


def _said(line: Line, grounding: Grounding) -> Iterator[Said]:
    """The runs of a line, each with its clause."""
    label = f"{line.label}：" if line.label else ""
    for part in line.parts:
        words = " ".join(part.text.split()).rstrip("。；;，,：: ")
        yield Said(f"{label}{part.lead}{words}。", (grounding.cited(part.ground),))


def _page(selection: Selection, said: Mapping[int, Sequence[Statement]]) -> Page:
    page = Page()
    for at, section in enumerate(selection.sections):
        if section.heading:
            page.section(section.heading)
        for statement in said.get(at, ()):
            page.statement(Statement(doubted(_checked(statement)).text, statement.grounds))
        for line in () if at in said else section.lines:
            page.line(line.parts, line.label)
        if section.remark:
            page.remark(section.remark)
    return page


def _length(selection: Selection, said: Mapping[int, Sequence[Statement]]) -> int:
    """Visible characters, without the bullet in front of each of the model's sentences."""
    return _page(selection, said).length - sum(map(len, said.values()))


def _checked(statement: Statement) -> Sentence:
    return Marks().sentence(statement)


def doubted(sentence: Sentence) -> Sentence:
    """The sentence as it is printed: one that is not verified says so."""
    if sentence.status is not SentenceStatus.UNVERIFIED:
        return sentence
    return sentence.model_copy(update={"text": f"{sentence.text}{wording.DOUBT}"})


def _take_off(said: _Written) -> None:
    """Takes the last sentence off the longest section; a section of one sentence goes back to the rules."""
    longest = max(said, key=lambda at: sum(visible_length(one.text) for one in said[at]))
    said[longest].pop()
    if not said[longest]:
        del said[longest]


def _sentences(said: Mapping[int, Sequence[Statement]], citations: Sequence[Citation]) -> tuple[Sentence, ...]:
    """What the model wrote, with the marks that it has on the page."""
    marks = {(one.clause_id, one.quote): one.mark for one in citations}
    return tuple(
        _checked(one).model_copy(update={"marks": tuple(marks[found.clause.id, found.quote] for found in one.grounds)})
        for at in sorted(said)
        for one in said[at]
    )
