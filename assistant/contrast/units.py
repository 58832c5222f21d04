"""What documents are aligned by: their headed clauses, each with the words under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.briefing.topics import themes
from assistant.finding.rarity import Rarity, fold_case, pairs
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

_OPENING = re.compile(
    r"^(?:(?:着力|积极|大力|加快|持续|全面|深入|稳步|严格|坚决|切实|进一步|不断|高水平|超前)*"
    r"(?:加强|加快|加大|推进|推动|实施|开展|强化|完善|建立|健全|提升|打造|构建|培育|壮大|深化|提高|优化|引导|倡导|发展|建设|"
    r"营造|创新|注重|鼓励|研究|应用|推广|部署|健全|组织))+(?=[^，。]{3,})"
)
_HEADING_WEIGHT = 2.0


@dataclass(frozen=True)
class Unit:
    """A headed clause of a document and the clauses under it that have no heading of their own."""

    document: DocumentSummary
    clauses: tuple[Clause, ...]
    label: str

    @cached_property
    def heading_pairs(self) -> frozenset[str]:
        return frozenset(pairs(self.label))

    @cached_property
    def text_pairs(self) -> frozenset[str]:
        return frozenset(pair for clause in self.clauses for pair in pairs(clause.text)) | self.heading_pairs

    @cached_property
    def themes(self) -> dict[int, float]:
        """The themes it speaks of, by how plainly."""
        text = fold_case(" ".join(clause.text for clause in self.clauses))
        heading = fold_case(self.label)
        found: dict[int, float] = {}
        for at, theme in enumerate(themes()):
            hits = sum(text.count(fold_case(word)) for word in theme.covers) / (1 + len(text) / 200)
            headed = any(fold_case(word) in heading for word in (*theme.said, *theme.under))
            if hits >= 0.5 or headed:
                found[at] = hits**0.5 + 3.0 * headed
        return found


def units(document: Document, summary: DocumentSummary) -> list[Unit]:
    """The units of a document in order; in a statute each article is one."""
    if document.scheme is NumberingScheme.STATUTE:
        return list(_articles(document, summary))
    return list(_headed(document, summary))


def _headed(document: Document, summary: DocumentSummary) -> Iterator[Unit]:
    gathered: list[Clause] = []
    label = ""
    for clause in document.clauses:
        if clause.part not in (PartRole.MAIN, PartRole.CLOSING) or clause.kind in _SILENT:
            continue
        if clause.heading and clause.kind is not ClauseKind.PREAMBLE and clause.part is PartRole.MAIN:
            yield from _made(summary, gathered, label)
            gathered, label = [clause], _OPENING.sub("", clause.heading.rstrip("。：: "))
        elif clause.part is PartRole.CLOSING and label != _CLOSING:
            yield from _made(summary, gathered, label)
            gathered, label = [clause], _CLOSING
        else:
            gathered.append(clause)
            label = label or OPENING_PART
    yield from _made(summary, gathered, label)


OPENING_PART = "依据和总体要求"
_CLOSING = "组织实施"
_SILENT = (ClauseKind.SIGNATURE, ClauseKind.TABLE)


def _made(summary: DocumentSummary, gathered: list[Clause], label: str) -> Iterator[Unit]:
    if any(clause.text.strip() for clause in gathered):
        yield Unit(summary, tuple(gathered), label)


def _articles(document: Document, summary: DocumentSummary) -> Iterator[Unit]:
    for clause in document.clauses:
        if clause.kind is ClauseKind.ARTICLE and clause.text.strip():
            below = [one for one in document.clauses if clause in document.ancestors(one)]
            yield Unit(summary, (clause, *below), clause.heading)


class Likeness:
    """How far two units are about the same: words of their headings, words of their text, themes; 0 to 1."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._weights: dict[frozenset[str], float] = {}

    def of(self, one: Unit, other: Unit) -> float:
        heading = self._cosine(one.heading_pairs, other.heading_pairs) if one.label and other.label else 0.0
        text = self._cosine(one.text_pairs, other.text_pairs)
        theme = _alike(one.themes, other.themes)
        return (_HEADING_WEIGHT * heading + 2.0 * text + theme) / (_HEADING_WEIGHT + 3.0)

    def _cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        shared = one & other
        if not shared:
            return 0.0
        return float(self._rarity.weigh(shared) / (self._weight(one) * self._weight(other)) ** 0.5)

    def _weight(self, words: frozenset[str]) -> float:
        if words not in self._weights:
            self._weights[words] = self._rarity.weigh(words)
        return self._weights[words]


def _alike(one: dict[int, float], other: dict[int, float]) -> float:
    shared = sum(weight * other[theme] for theme, weight in one.items() if theme in other)
    norms = sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values())
    return float(shared / norms**0.5) if norms else 0.0
