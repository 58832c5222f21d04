"""One figure in several years of one document: 到2030年比2025年多多少, and how many years are left to a goal.

Each year's figure is cited; the difference is reckoned from them and said to be computed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity, pairs
from assistant.marking import marked
from assistant.models import Answer, Sentence, SentenceStatus
from assistant.reckoning import Operation, operation, reckoned
from assistant.statements import Statement, ground
from assistant.understanding.query import Asked
from corpus.facts.years import horizons
from corpus.text import fold
from index.models import Evidence

_LEFT = re.compile(r"还(?:有|剩|差)(?:下)?(?:几|多少)年|还(?:有|要|剩)多久|剩(?:下)?(?:几|多少)年")
_DISTANT = re.compile(r"(?:距离?|离)")
ASKED_AS = "是哪一年"
"""How many years are left is found by asking for the year."""


ABOUT_IT = 0.3
"""Share of the question's words that the stretch on a year must hold."""


def over_years(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The figures of the years a difference is asked over, all of one document, and the difference."""
    if operation(asked.text) is not Operation.DIFFERENCE or len(asked.years) != 2:
        return []
    topic = re.sub(r"(?:19|20)\d\d年?", " ", asked.topic)
    scored = SentenceScorer(replace(asked, topic=topic, years=()), rarity).score(candidates(evidence))
    for home in dict.fromkeys(one.evidence.document.id for one in scored):
        own = [one for one in scored if one.evidence.document.id == home]
        said = [_in_year(year, replace(asked, topic=topic), own, rarity) for year in sorted(asked.years)]
        found = [one for one in said if one is not None]
        if len(found) == len(said):
            result = reckoned(replace(asked, topic=topic), found)
            return [*found, result] if result else []
    return []


def _in_year(year: int, asked: Asked, scored: Sequence[Candidate], rarity: Rarity) -> Statement | None:
    """The stretch of the best sentence that speaks of the year and the topic and shows the kind of figure asked for."""
    needed = needed_for(asked) or re.compile(r"\d")
    want = pairs(asked.topic)
    least = ABOUT_IT * rarity.weigh(want)
    for one in scored:
        marks = horizons(one.text)
        for at, mark in enumerate(marks):
            end = marks[at + 1].span.start if at + 1 < len(marks) else len(one.text)
            text = one.text[mark.span.start : end].strip("，；,; \n")
            about = rarity.weigh(want & pairs(text)) >= least or any(word in text for word in asked.expansions.split())
            if mark.year == year and about and needed.search(fold(re.sub(r"20\d\d\s*年?", "", text))):
                return Statement(text, (ground(one.evidence, text),), lead=f"{year}年")
    return None


def asks_years_left(text: str) -> bool:
    """Does the question ask how many years are left?"""
    return bool(_LEFT.search(text))


def asked_for_the_year(text: str) -> str:
    """The question for the year itself: 离碳达峰还有几年 as 碳达峰是哪一年; for what a named year brings."""
    named = bool(re.search(r"20\d\d年?", text))
    return _DISTANT.sub("", _LEFT.sub("" if named else ASKED_AS, text), count=1)


def with_years_left(answer: Answer, today: date) -> Answer:
    """The answer with how far the year in it is from the day of asking; as it is where it names no such year."""
    told = [(one, named[0].year) for one in answer.sentences if (named := horizons(one.text))]
    if not told:
        return answer
    sentence, year = told[0]
    gap = year - today.year
    far = f"离{year}年还有{gap}年" if gap > 0 else f"{year}年就是今年" if gap == 0 else f"{year}年已经过去{-gap}年"
    text = f"按提问日期（{today.year}年{today.month}月{today.day}日）计，{far}。"
    added = Sentence(text=text, marks=sentence.marks, status=SentenceStatus.COMPUTED)
    return answer.model_copy(
        update={"sentences": (*answer.sentences, added), "answer": f"{answer.answer}\n\n{marked(added)}"}
    )
