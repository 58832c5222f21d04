"""The page itself: sections and cited lines as Markdown, each mark bound to its clause and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.briefing.stretches import HEADING, Stretch, between
from assistant.citations import check_quote
from assistant.models import Briefing, Citation
from assistant.statements import Ground, Statement, citation, ground_in
from corpus.models import DocumentSummary
from corpus.text import fold, visible_length

_ENDS = ("。", "！", "？")
_MARK = re.compile(r"\[\d{1,3}\]")
_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one clause that stand together on the page, the quote they rest on, and what stands before them."""

    ground: Ground
    text: str
    lead: str = ""


class Page:
    """Collects sections and lines, and numbers what they cite."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._citations: list[Citation] = []
        self._marks: dict[tuple[str, str], int] = {}

    @property
    def length(self) -> int:
        return visible_length(_MARK.sub("", "".join(self._lines)))

    def section(self, heading: str) -> None:
        self._lines += ["", f"**{heading}**", ""]

    def remark(self, text: str) -> None:
        self._lines.append(text)

    def statement(self, statement: Statement) -> None:
        marks = "".join(f"[{self._mark(found)}]" for found in statement.grounds)
        self._lines.append(f"* {statement.text}{marks}")

    def line(self, parts: Sequence[Part], label: str = "") -> None:
        """One line of words from one clause or several, each run with its mark."""
        said = []
        for at, part in enumerate(parts):
            stop = "。" if at == len(parts) - 1 else "；"
            words = _BREAK.sub("", part.text).rstrip("。；;，,：: ")
            said.append(f"{part.lead}{words}{'' if words.endswith(_ENDS) else stop}[{self._mark(part.ground)}]")
        self._lines.append(f"* {f'{label}：' if label else ''}{''.join(said)}")

    def _mark(self, found: Ground) -> int:
        key = (found.clause.id, found.quote)
        if key not in self._marks:
            self._marks[key] = len(self._marks) + 1
            self._citations.append(citation(self._marks[key], found, check_quote(found.quote, found.text)))
        return self._marks[key]

    def finish(self, title: str, documents: Sequence[DocumentSummary]) -> Briefing:
        rows = ["| 文件 | 文号 | 发文机关 | 日期 |", "| --- | --- | --- | --- |"]
        rows += [
            f"| 《{d.title}》 | {d.number or '—'} | {'、'.join(d.issuers) or '—'} | {d.date or '—'} |"
            for d in documents
        ]
        return Briefing(
            title=title,
            markdown="\n".join(self._lines).strip(),
            citations=tuple(self._citations),
            sources="\n".join(rows),
        )


def joined(chosen: Sequence[Stretch]) -> list[Part]:
    """Stretches of one clause in its order, those that follow one another in a sentence as one run."""
    runs: list[list[Stretch]] = []
    for stretch in sorted(chosen, key=lambda one: (one.sentence, one.span.start)):
        before = runs[-1][-1] if runs else None
        if before and before.sentence == stretch.sentence and before.part + 1 == stretch.part:
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    parts: list[Part] = []
    for run in runs:
        parts.append(_part(run, "".join(part.lead + part.text for part in parts)))
    return parts


def _part(run: Sequence[Stretch], said: str) -> Part:
    first, last = run[0], run[-1]
    text = between(first, last)
    quote = text if len(fold(text)) >= 4 else first.clause.printed
    return Part(ground_in(first.document, first.clause, quote), text, _by_when(first, text, said))


_TERM = re.compile(r"到\s*(20\d\d)\s*年|(20\d\d)\s*年(?:底|前|末)")
_FIGURE = re.compile(r"\d")
_BASE = re.compile(r"[比较]\s*20\d\d\s*年")
_YEAR = re.compile(r"20\d\d\s*年|[“”]?十[四五六]五")


def governing_year(first: Stretch, text: str) -> int:
    """The year by which words that begin with a stretch are to come true: their own, else the last ahead; else 0."""
    said = _TERM.search(text) or _term_ahead(first)
    return int(said.group(1) or said.group(2)) if said else 0


def _term_ahead(first: Stretch) -> re.Match[str] | None:
    """The last year ahead of a stretch in its sentence; in a clause on goals, ahead of it in the clause."""
    if first.sentence == HEADING:
        return None
    before = first.clause.text[: first.span.start]
    start = 0 if "目标" in first.clause.heading else max(before.rfind(stop) for stop in "。！？") + 1
    return next(reversed([*_TERM.finditer(before, start)]), None)


def _by_when(first: Stretch, text: str, said: str) -> str:
    """The year that governs words from the front of their sentence, where neither they nor the line so far say it.

    Without a figure it is said only after another year: the words would be read as of that one.
    """
    found = _term_ahead(first)
    known = _YEAR.findall(_BASE.sub("", said))
    ahead, *dated = _YEAR.split(_BASE.sub("", text), maxsplit=1)
    if not found or not (_FIGURE.search(ahead) or (known and not dated)):
        return ""
    year = found.group(1) or found.group(2)
    return "" if known and year in known[-1] else f"（到{year}年）"
