"""The lists that a document prints: headings under a heading, bullets, 一是 and 二是, items behind a lead-in.

Each with the words above it, which tell what is listed. A name is as printed, never cut inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.extractive import BULLET
from corpus.chunking import lead_in
from corpus.models import Clause, Document
from corpus.text import fold, sentences, visible_length
from corpus.vocabulary import ClauseKind, PartRole

SHORT = 45
"""Visible characters up to which the first sentence of an item is its name."""

FEWEST = 2
NTH = re.compile(r"^([一二三四五六七八九十]+)(?:是|要)")
LEADS = re.compile(r"^[^。；]*[：:]\s*(?=一(?:是|要))")
"""A lead-in in one sentence with the first of what it counts up."""

_OUTSIDE = frozenset({PartRole.WEB_TEXT, PartRole.COVER_NOTICE})


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: the clause it stands in, and the words of it that are given."""

    clause: Clause
    text: str

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


def listings(document: Document) -> Iterator[Listing]:
    """Every list of a document, in its order."""
    for clause in document.clauses:
        if clause.part not in _OUTSIDE:
            yield from lists_of(clause, document)


def lists_of(clause: Clause, document: Document) -> Iterator[Listing]:
    """The lists of one clause: what stands under it, what its own text prints."""
    children = [one for one in document.children(clause) if one.kind is not ClauseKind.BOX]
    headed = [one for one in children if one.heading]
    if len(headed) >= FEWEST and len(headed) == len(children):
        yield Listing(clause, _last(clause.text), tuple(Item(one, one.heading) for one in headed))
    elif lead_in(clause):
        items = [Item(one, one.text.strip()) for one in children if one.num and one.text]
        if len(items) >= FEWEST and len(items) == len(children):
            yield Listing(clause, lead_in(clause), tuple(items))
    yield from _counted_up(clause)
    lines = _lines(clause)
    if lines:
        yield Listing(clause, "", tuple(lines))


def _counted_up(clause: Clause) -> Iterator[Listing]:
    """一是…。二是…。 in the clause's own text, with the sentence in front of the first."""
    before, lead, items = "", "", list[Item]()
    for span in sentences(clause.text):
        text = span.of(clause.text)
        together = LEADS.match(text)
        said = text[together.end() :] if together else text
        nth = NTH.match(fold(said).strip())
        if nth and nth.group(1) == "一":
            lead, items = together.group() if together else before, [Item(clause, said.strip())]
        elif nth and items:
            items.append(Item(clause, said.strip()))
        before = text
    if len(items) >= FEWEST:
        yield Listing(clause, lead.strip(), tuple(items))


def _lines(clause: Clause) -> list[Item]:
    """Bullets, or paragraphs that all begin with the same word: 坚持系统布局。…, by their first sentences."""
    found = []
    for line in clause.text.split("\n"):
        first = next(iter(sentences(line)), None)
        if first is not None and not NTH.match(fold(first.of(line))):
            found.append(first.of(line).strip())
    bullets = [text for text in found if BULLET.match(text)]
    if len(bullets) < FEWEST and len({text[:2] for text in found}) == 1:
        bullets = found
    named = len(bullets) > FEWEST and all(visible_length(text) <= SHORT for text in bullets)
    return [Item(clause, text) for text in bullets] if named else []


def _last(text: str) -> str:
    """The last sentence of a clause's own text, where it opens what follows."""
    spans = list(sentences(text))
    last = spans[-1].of(text) if spans else ""
    return last if last.endswith(("：", ":")) else ""
