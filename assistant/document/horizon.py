"""The years for which documents set goals: all of one document's, its last, and which documents look as far.

Told by the sentences that open with such a year (到2025年，…), never by years in titles or by base years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.choosing.saying import tidy
from assistant.statements import Statement, ground_in
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.facts.years import horizons
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import sentences
from corpus.vocabulary import PartRole

_GOALS = r"(?:目标|指标|任务)"
_LAST = re.compile(
    rf"{_GOALS}[^，？]{{0,12}}(?:排|定|延|设|展望|规划|管|提)?到了?(?:哪|几|什么)一?年|"
    rf"(?:最远|最晚|最后|最长|最终)[^，？]{{0,10}}(?:哪|几|什么)一?年|(?:最远|最晚|最后)的?{_GOALS}年|"
    rf"(?:哪|几)一?年[^，？]{{0,6}}(?:最远|最晚|最后)的?{_GOALS}"
)
_NODES = re.compile(
    rf"(?:哪|几|两|三)[一二两三四几]?个?(?:目标)?"
    rf"(?:(?:年份|时间(?![段里内范])|年度)(?:节点)?(?!的(?!{_GOALS}))|阶段性?(?:目标|节点))|{_GOALS}(?:年份|节点|年)(?:是|有|分)|"
    rf"{_GOALS}[^，？]{{0,6}}分(?:为|成|几|哪)[^，？]{{0,6}}(?:阶段|步|节点)"
)
_WHICH = re.compile(
    rf"(?:哪|几)[一几两些]?(?:份|个|部|家)?(?:文件|方案|地方)?[^？]{{0,12}}{_GOALS}[^，？]{{0,12}}(?:到|至)(?:了)?20\d\d"
)
_SO_FAR = re.compile(rf"{_GOALS}[^，？]{{0,12}}(?:到|至)(?:了)?20\d\d年?[^，？]{{0,8}}(?:哪|几)[一几两些]?(?:份|个)")


@dataclass(frozen=True, slots=True)
class Aim:
    """A year, and the first sentence of a document that sets goals for it."""

    year: int
    clause: Clause
    text: str
    summary: DocumentSummary

    def said(self, lead: str, before: str = "") -> Statement:
        ground = ground_in(self.summary, self.clause, self.text)
        return Statement(f"{before}{tidy(self.text)}", (ground,), lead=lead)


def asks_for_years(text: str) -> bool:
    """Does the question ask up to which year goals go, or for which years they are set?"""
    return bool(_LAST.search(text) or _NODES.search(text))


def asks_who_looks_so_far(asked: Asked) -> bool:
    """Does it ask which documents have goals for a year?"""
    return len(asked.years) == 1 and bool(_WHICH.search(asked.text) or _SO_FAR.search(asked.text))


def years_of(asked: Asked, document: Document, summary: DocumentSummary) -> list[Statement]:
    """A sentence for each year the document sets goals for, or for its last one where that is asked for."""
    found = aims(document, summary)
    if _LAST.search(asked.text) and found:
        last = found[-1]
        return [last.said("", f"《{summary.title}》的目标最晚到{last.year}年：")]
    return [one.said(f"{one.year}年") for one in found]


def looking_so_far(
    asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]
) -> tuple[list[Statement], list[str]]:
    """A sentence of each document that sets goals for the year asked about, and the last years of the others."""
    year = asked.years[0]
    said: list[Statement] = []
    others: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        found = {one.year: one for one in aims(document, summary)}
        if year in found:
            said.append(found[year].said(short_name(summary)))
        elif found and summary in asked.documents:
            last = found[max(found)]
            others.append(last.said(short_name(summary), f"目标最晚到{last.year}年，"))
        else:
            without.append(short_name(summary))
    return ([*said, *others], without) if said else ([], [])


def aims(document: Document, summary: DocumentSummary) -> list[Aim]:
    """The years a document sets goals for, in order, each with one sentence.

    Those under 目标 come before others, and 到2035年 before “十六五”期间.
    """
    found: dict[int, Aim] = {}
    by_period: dict[int, Aim] = {}
    main = [one for one in document.clauses if one.part is PartRole.MAIN]
    for clause in sorted(main, key=lambda one: "目标" not in one.heading):
        for span in sentences(clause.text):
            text = span.of(clause.text).strip()
            for horizon in horizons(text):
                if horizon.opens and not horizon.before:
                    kept = found if str(horizon.year) in text else by_period
                    kept.setdefault(horizon.year, Aim(horizon.year, clause, text, summary))
    found = by_period | found
    return [found[year] for year in sorted(found)]
