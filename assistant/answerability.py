"""Do the documents answer what was asked, or only something near it?

A high retrieval score is no answer: a question about 2040 finds the clause on 2035
first. What was asked for - year, place, a figure, a sum, a date, a person - must
stand in the sentence, or the question is refused with what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.query import Asked, Wanted
from assistant.scoring import NEEDED, Candidate, governing_years
from corpus.models import Document

COVERED = 0.15
"""Share of the question's weighted words that sentence and headings must hold."""


ABOUT_IT = 0.6
"""A sentence is about the thing asked for down to this share of what the nearest sentence holds of its words."""

HEAD = 300
"""Characters at the start of a document in which one mention of a place says that it is about it."""

UNITS = {"人": "人|名|位", "元": "元", "吨": "吨", "亩": "亩", "公里": "公里|千米"}
"""What is counted, where its unit leaves no choice, and how documents print it."""

_UNIT = re.compile(rf"多少万?({'|'.join(UNITS)})")

ASPECTS = tuple(
    (re.compile(question), re.compile(answer))
    for question, answer in (
        (r"罚|处分|问责|追责", r"罚|处分|问责|责任追究|追究|拘留|违法"),
        (
            r"流程|手续|走啥|怎么(?:申请|注册|报名|办理)|如何(?:申请|注册|报名|办理)",
            r"流程|程序|手续|申请|申报|注册|报名|办理|登录|提交",
        ),
        (r"(?:交|要|需要|提交)(?:哪些|什么|啥)材料", r"材料|证明|证件|表"),
        (r"面积", r"面积|平方|亩|公顷"),
        (r"投资(?:规模|额|多少)|总投资|造价", r"投资|元"),
        (r"通车|竣工|开工", r"通车|竣工|开工|建成|投用"),
        (r"叫什么名字|姓名|是谁(?:[？?]|$)", r"[一-龥]{2,4}(?:说|表示|介绍|任)|(?:长|任|记|人)[：:]?[一-龥]{2,3}"),
    )
)
"""What is asked about a thing, and the words one of which an answer to that cannot do without."""


class Missing(StrEnum):
    """What the documents do not say."""

    TOPIC = "topic"
    PLACE = "place"
    YEAR = "year"
    FIGURE = "figure"
    MONEY = "money"
    DATE = "date"
    PERSON = "person"
    SHARE = "share"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a question is refused; `detail` is the year, place or field."""

    missing: Missing
    detail: str = ""


def lacking(
    asked: Asked, chosen: Sequence[Candidate], found: Sequence[Candidate], document_of: Callable[[str], Document]
) -> Lack | None:
    """What the chosen sentences lack of what was asked; None where they answer.

    `found` are all candidates: a sentence that has the year or the figure must be
    about the thing asked for, nearly as much as any other is.
    """
    if not chosen:
        return Lack(Missing.TOPIC)
    best = chosen[0]
    for place in asked.foreign_places:
        if not _speaks_of(document_of(best.evidence.document.id), best.evidence.clause.printed, place):
            return Lack(Missing.PLACE, place)
    if best.covered < COVERED or _aspect_missing(asked, chosen):
        return Lack(Missing.TOPIC)
    nearest = max(candidate.share for candidate in found)
    about = [candidate for candidate in chosen if candidate.share >= ABOUT_IT * nearest]
    needed = NEEDED.get(asked.wanted)
    if asked.years and needed is not None:
        about = [one for one in about if governing_years(one) & set(asked.years)]
        if not about:
            return Lack(Missing.YEAR, str(asked.years[0]))
    if needed is not None and not any(_shows(candidate, asked, needed) for candidate in about):
        return Lack(Missing(asked.wanted.value))
    return None


def _speaks_of(document: Document, clause: str, place: str) -> bool:
    """A place counts where the clause names it, or the document does so at its head or more than once."""
    text = document.source.text
    return place in clause or place in text[:HEAD] or text.count(place) >= 2


def _aspect_missing(asked: Asked, chosen: Sequence[Candidate]) -> bool:
    """Penalties, procedures, prices, areas: what is asked about a thing must be said of it."""
    said = "".join(f"{one.before}{one.text}{one.evidence.clause.heading}" for one in chosen)
    return any(question.search(asked.text) and not answer.search(said) for question, answer in ASPECTS)


def _shows(candidate: Candidate, asked: Asked, needed: re.Pattern[str]) -> bool:
    """Does the sentence hold the wanted kind of figure, years that only date it not counted?"""
    text = candidate.text
    if asked.wanted in (Wanted.FIGURE, Wanted.SHARE):
        text = re.sub(r"(?:19|20)\d{2}\s*年?|^\s*(?:[（(]?[\d一二三四五六七八九十]+[）)、.．])", "", text)
        unit = _UNIT.search(asked.text)
        if unit and not re.search(rf"\d[\d.,—－-]*\s*[余多万亿千百]*\s*(?:左右)?(?:{UNITS[unit.group(1)]})", text):
            return False
    if asked.wanted is Wanted.DATE and asked.years:
        text = re.sub("|".join(str(year) for year in asked.years), "", text)
    return bool(needed.search(text))
