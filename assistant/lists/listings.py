"""The lists that a document prints: headings under a heading, bullets, 一是 and 二是, items behind a lead-in.

Each with the words above it, which tell what is listed. A name is as printed, never cut inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.choosing.saying import BULLET
from assistant.citations import MINIMUM_QUOTE
from assistant.lists.counting_up import NTH, counts
from assistant.lists.labels import labelled
from corpus.chunking import lead_in
from corpus.models import Clause, Document
from corpus.remembered import per_document
from corpus.text import fold, sentences, visible_length
from corpus.vocabulary import ClauseKind, PartRole

SHORT = 45
"""Visible characters up to which the first sentence of an item is its name."""

FEWEST = 2
CAPTION = 18
"""... of the words in front of what a line says of them: 未来制造：发展…, 前瞻部署、梯次培育。聚焦…."""

_CAPTION = re.compile(r"\s*([^：:。；？！\d]{2,24})[：:。](?=\s*\S)")
_FRAME = re.compile(r"总体|总则|指导思想|基本原则|目标$|形势|现状|背景|(?:主要|重点|工作)任务|保障措施|附则|组织实施")
"""Headings of a plan's frame: what it does stands below them."""

_ANNOUNCED = re.compile(r"(?:以下|如下|下列)[^，。；]{0,12}。$")
"""A sentence that opens a list, though it ends with a full stop: 重点支持以下三类项目。"""

_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")

CIRCLED = re.compile(r"[①-⑳]|(?<![\d（(])[（(][1-9]\d?[）)](?![、，及和与或])")
"""Numbers of items that run on in one line: ①…；②…."""

OUTSIDE = frozenset({PartRole.WEB_TEXT, PartRole.COVER_NOTICE})
"""Parts around a document, which say its lists over again."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: the clause it stands in, and the words of it that are given."""

    clause: Clause
    text: str
    rest: str = ""
    """What its clause goes on to say of it."""

    @property
    def name(self) -> str:
        """Its words without bullet, number and stop."""
        return NTH.sub("", fold(BULLET.sub("", self.text.strip()))).rstrip("。；;:：")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, the clause that holds it, and the sentence that leads in to it, if there is one."""

    clause: Clause
    lead: str
    items: tuple[Item, ...]


@per_document
def listings(document: Document) -> tuple[Listing, ...]:
    """Every list of a document, in its order."""
    inside = (one for clause in document.clauses if clause.part not in OUTSIDE for one in lists_of(clause, document))
    return (*inside, *_chapters(document))


def _chapters(document: Document) -> Iterator[Listing]:
    """The headings of a document's own chapters, where they are all of one kind: 一、……行动, 二、……行动."""
    tops = [one for one in document.children(None) if one.part is PartRole.MAIN]
    headed = [one for one in tops if one.num and one.heading and one.kind is not ClauseKind.BOX]
    opening = next((one for one in tops if not one.num), None)
    parts = [one for one in headed if one.num.startswith("第") and one.num.endswith("部分")]
    if len(parts) > FEWEST:
        before = tops[tops.index(parts[0]) - 1] if tops[0] is not parts[0] else parts[0]
        yield Listing(before, _last(before.text), tuple(Item(one, one.heading, one.text.strip()) for one in parts))
    kinds = {one.heading.rstrip("。：:")[-2:] for one in headed}
    if opening is not None and len(headed) > FEWEST and len(kinds) == 1:
        yield Listing(opening, "", tuple(Item(one, one.heading, one.text.strip()) for one in headed))


def measures(document: Document) -> Listing | None:
    """The numbered paragraphs, first to last, of a document that goes into its measures at once."""
    tops = [one for one in document.children(None) if one.part is PartRole.MAIN and one.num]
    opening = next((one for one in document.children(None) if not one.num), None)
    framed = any(_FRAME.search(one.heading) or one.kind is not ClauseKind.LEVEL for one in tops)
    if opening is None or len(tops) <= FEWEST or framed:
        return None
    return Listing(opening, "", tuple(Item(one, one.heading or one.text.strip()) for one in tops))


def lists_of(clause: Clause, document: Document) -> Iterator[Listing]:
    """The lists of one clause: what stands under it, what its own text prints."""
    children = [one for one in under(clause, document) if one.kind not in (ClauseKind.BOX, ClauseKind.PARAGRAPH)]
    headed = [one for one in children if one.heading]
    if len(headed) >= FEWEST and len(headed) == len(children):
        yield Listing(clause, _last(clause.text), tuple(Item(one, one.heading, one.text.strip()) for one in headed))
    else:
        items = [Item(one, one.heading or one.text.strip()) for one in children if one.num and one.printed]
        led = lead_in(clause) or (clause.heading and not any(one.kind is ClauseKind.ARTICLE for one in children))
        if len(items) >= FEWEST and len(items) == len(children) and led:
            yield Listing(clause, lead_in(clause), tuple(items))
    yield from _counted_up(clause)
    yield from _numbered_inside(clause)
    labels = labelled(clause.text)
    if labels:
        before = clause.text[: labels[0].start].strip()
        yield Listing(clause, _last(before), tuple(Item(clause, one.of(clause.text).strip()) for one in labels))
        return
    lines = _lines(clause) or _captioned(clause) or (() if children else _printed_names(clause))
    if lines:
        yield Listing(clause, "", lines)


def under(clause: Clause, document: Document) -> Sequence[Clause]:
    """The clauses right under one; what is numbered in an attachment stands under its heading."""
    children = document.children(clause)
    if children or clause.part is not PartRole.ATTACHMENT or len(clause.path) != 1:
        return children
    return [one for one in document.children(None) if one.path[:1] == clause.path and len(one.path) == FEWEST]


def name_of(clause: Clause) -> str:
    """Its heading; an attachment prints its own below its ordinal."""
    attached = clause.part is PartRole.ATTACHMENT and len(clause.path) == 1
    return clause.heading or (clause.text.strip().partition("\n")[0] if attached else "")


def quotable(clause: Clause, text: str) -> str:
    """The words of a clause, with its ordinal in front or what follows where they are too few to be told again."""
    if len(fold(text)) >= MINIMUM_QUOTE and not text[:1].isdigit():
        return text
    printed = clause.printed
    at = printed.find(text)
    with_ordinal = printed[: at + len(text)].strip()
    if at < 0 or at > SHORT:
        return text
    if len(fold(with_ordinal)) >= MINIMUM_QUOTE:
        return with_ordinal
    return printed[
        at : printed.find("\n", at + MINIMUM_QUOTE) if "\n" in printed[at + MINIMUM_QUOTE :] else None
    ].strip()


def above(clause: Clause, document: Document) -> list[Clause]:
    """What stands above a clause, from the top: the attachment that holds it, too."""
    found = list(document.ancestors(clause))
    top = found[0] if found else clause
    if top.part is PartRole.ATTACHMENT and len(top.path) > 1:
        found = [*(one for one in document.children(None) if one.path == top.path[:1]), *found]
    return found


def _counted_up(clause: Clause) -> Iterator[Listing]:
    """一是…。二是…。 in the clause's own text, with the sentence in front of the first."""
    for one in counts(clause.text):
        if len(one.items) >= FEWEST:
            yield Listing(clause, one.lead, _cut(clause, [(item.start, item.end) for item in one.items]))


def _numbered_inside(clause: Clause) -> Iterator[Listing]:
    """①…；②…；③… in a line of the clause's own text, with the words in front of the first."""
    for line in re.finditer(r"[^\n]+", clause.text):
        found = list(CIRCLED.finditer(line.group()))
        if len(found) > FEWEST and [_value(one.group()) for one in found] == list(range(1, len(found) + 1)):
            ends = [*(one.start() for one in found[1:]), len(line.group())]
            items = (line.group()[one.start() : end].strip() for one, end in zip(found, ends, strict=True))
            before = line.group()[: found[0].start()] or clause.text[: line.start()]
            yield Listing(clause, before.strip(), tuple(Item(clause, one) for one in items))
            return


def _value(number: str) -> int:
    """What ③ and （3） count."""
    return int(fold(number).strip("()"))


def _lines(clause: Clause) -> tuple[Item, ...]:
    """Bullets, or paragraphs that all begin with the same word: 坚持系统布局。…, by their first sentences."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in clause.text.split("\n"):
        first = next(iter(sentences(line)), None)
        if first is not None and not NTH.match(fold(first.of(line))):
            found.append((at + first.start, at + first.end))
        at += len(line) + 1
    texts = {span: clause.text[span[0] : span[1]] for span in found}
    bullets = [span for span in found if BULLET.match(texts[span])]
    if (
        len(bullets) < FEWEST
        and clause.kind is not ClauseKind.PREAMBLE
        and len({text[:2] for text in texts.values()}) == 1
    ):
        bullets = found
    named = len(bullets) > FEWEST and all(visible_length(texts[span]) <= SHORT for span in bullets)
    return _cut(clause, bullets) if named else ()


def _captioned(clause: Clause) -> tuple[Item, ...]:
    """Lines that each begin with a few words and go on about them."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in () if clause.kind is ClauseKind.PREAMBLE else clause.text.split("\n"):
        caption = _CAPTION.match(line)
        if caption is None or visible_length(caption.group(1)) > CAPTION or NTH.match(fold(line)):
            return ()
        found.append((at + caption.start(1), at + caption.end()))
        at += len(line) + 1
    return _cut(clause, found) if len(found) > FEWEST else ()


def _printed_names(clause: Clause) -> tuple[Item, ...]:
    """What an attachment or a box prints below its own heading: names that end alike, in one line or one a line."""
    printed = clause.text.strip()
    heading = "" if clause.heading or clause.part is not PartRole.ATTACHMENT else printed.partition("\n")[0]
    if clause.part is not PartRole.ATTACHMENT and clause.kind is not ClauseKind.BOX:
        return ()
    lines = (line.partition("。")[0] for line in printed[len(heading) :].split("\n"))
    names = [one.strip() for line in lines for one in re.split("[；;]", line) if one.strip()]
    ends = {_ASIDE.sub("", one)[-2:] for one in names}
    alike = len(names) > FEWEST and len(ends) == 1 and all(visible_length(one) <= SHORT for one in names)
    return tuple(Item(clause, one) for one in names) if alike else ()


def _cut(clause: Clause, starts: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    """Items whose first sentences stand there; the rest of each goes to the next, or to the end of its line."""
    ends = [*(start for start, _ in starts[1:]), len(clause.text)]
    return tuple(
        Item(clause, clause.text[start:end].strip(), clause.text[end:after].partition("\n")[0].strip())
        for (start, end), after in zip(starts, ends, strict=True)
    )


def _last(text: str) -> str:
    """The last sentence of a clause's own text, where it opens what follows."""
    spans = list(sentences(text))
    last = spans[-1].of(text) if spans else ""
    return last if last.endswith(("：", ":")) or _ANNOUNCED.search(last) else ""
