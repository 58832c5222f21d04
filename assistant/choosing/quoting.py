"""Which words of a sentence carry it: the shortest run between commas that holds what was asked."""

from __future__ import annotations

import re

from assistant.answerable.values import needed_for
from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.aspects import told_by
from assistant.understanding.query import Asked, Kind
from corpus.text import visible_length

SHORT = 60
"""A sentence up to this many visible characters is quoted whole."""

LONG = 200
"""... and one up to this many where no kind of value is asked for: the question's words stand in the condition,
what follows from it beside them."""

TELLING = 3
"""With fewer of the question's words in the sentence than this, nothing tells which part answers: all is quoted."""

TOLD = 0.4
"""With less than this share of the question in the sentence it was asked in other words: all is quoted too."""

HELD = 0.99
"""Share of the question's words in the sentence that the quote must keep."""


_CHAIN = re.compile(r"；(?:拒不|(?:经责令)?逾期|情节|没有违法所得|会同|已?满\d|不满\d)")
"""A rule and what goes on about it: together they answer."""

_LEANS = re.compile(r"\s*(?:会同|其(?!中|他|余)|该|并(?!网|购))")
"""A part that begins so rests on the one before it: nothing is cut in front of it."""

_SEVERAL = re.compile(r"分别|各(?!地|市|省|县|区|级|部门|单位|国|方面)|以及|(?<![中饱共])和|与|(?<!涉)及|、")
"""Several values are asked for: the quote shows all that the sentence gives."""

_NUMBER = re.compile(r"\d[\d.,]*")


def _values(text: str, needed: re.Pattern[str]) -> int:
    return len(needed.findall(_NUMBER.sub("1", text)))


def _told(text: str, needed: re.Pattern[str], question: str) -> set[str]:
    """The values of a text that the question does not say itself; those it says where there are no others."""
    found = {one.group() for one in needed.finditer(text)}
    return {one for one in found if one not in question} or found


def quoted(asked: Asked, sentence: str, rarity: Rarity) -> str:
    """The run of comma-separated parts of `sentence` that a citation lights up; word for word."""
    if visible_length(sentence) <= SHORT or told_by(asked.text) or _CHAIN.search(sentence):
        return sentence
    ends = (found.end() for found in re.finditer(r"[，；：]|(?<!\d)[,:]|[,:](?!\d)", sentence))
    cuts = [0, *(end for end in ends if not _LEANS.match(sentence[end:])), len(sentence)]
    want = pairs(re.sub(r"\d{4}年?", " ", asked.topic)) & pairs(sentence)
    if len(want) < TELLING:
        return sentence
    total = rarity.weigh(want)
    needed = needed_for(asked)
    told = asked.kind is not Kind.MEASURE and total >= TOLD * rarity.weigh(pairs(asked.topic))
    if needed is None and (not told or visible_length(sentence) <= LONG):
        return sentence
    values = _values(sentence, needed) if needed is not None and _SEVERAL.search(asked.text) else 0
    values_there = _told(sentence, needed, asked.text) if needed is not None else set()
    best = sentence
    for first in range(len(cuts) - 1):
        for last in range(first + 1, len(cuts)):
            part = sentence[cuts[first] : cuts[last]]
            if len(part) >= len(best):
                break
            holds = rarity.weigh(want & pairs(part)) >= HELD * total
            shows = needed is None or not values_there or values_there & _told(part, needed, asked.text)
            all_of_them = needed is None or not values or _values(part, needed) == values
            dated = all(str(year) in part for year in asked.years if str(year) in sentence)
            if holds and shows and all_of_them and dated and visible_length(part) >= 12:
                best = part
                break
    return best.strip("，,；：: \n")
