"""The sentences that were chosen, as an answer prints them: in order, with the words that carry them as quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerable.values import needed_for
from assistant.choosing.candidates import Candidate
from assistant.choosing.kind_of_thing import thing_asked
from assistant.choosing.quoting import quoted
from assistant.choosing.tallies import number_asked, tallies
from assistant.citations import MINIMUM_QUOTE
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground
from assistant.understanding.query import Asked
from corpus.grids import told
from corpus.questions import is_question
from corpus.text import FRAME_SIDES, fold, visible_length

LONG = 150
"""Visible characters of a sentence from which what stands behind the figure that was asked for is left out."""

_STOPS = " \n，,；;：:。"

BULLET = re.compile(r"^[—－\-·●■◆]{1,2}\s*")

TOLD = 0.6
"""Share of a heading's words in the question from which the heading says nothing that was not asked."""

_WHICH_PART = re.compile(
    r"(?:算|属于?|归(?:入|为|在|到)?|列(?:入|在|为)?|放在)了?(?:哪|什么)一?(?:个|类|项|种)?(?:领域|类|部分|专栏|方面|板块|行动|任务|工程)"
)
"""A question for the part of a document where a thing stands: the heading above it answers."""

_PARTS = re.compile(r"[，；。]")


def statements(asked: Asked, chosen: Sequence[Candidate], rarity: Rarity) -> list[Statement]:
    """The chosen sentences in the order of the documents, those of one clause side by side."""
    first = chosen[0].evidence.document.id if chosen else ""
    rank = {id(candidate): at for at, candidate in enumerate(chosen)}
    lead = {candidate.evidence.clause.id: rank[id(candidate)] for candidate in reversed(chosen)}
    ordered = sorted(
        chosen,
        key=lambda c: (c.evidence.document.id != first, lead[c.evidence.clause.id], c.span.start),
    )
    said = [_statement(asked, one, rarity) for one in ordered]
    return [*_named_above(asked, ordered), *said]


def _named_above(asked: Asked, chosen: Sequence[Candidate]) -> list[Statement]:
    """The heading, where it and none of the sentences names the kind of thing asked for: 什么中心."""
    noun = thing_asked(asked.text)
    if not noun or not chosen or any(noun in one.text for one in chosen):
        return []
    best = chosen[0].evidence
    if is_question(best.clause):
        return []
    heading = best.clause.heading
    own = pairs(heading)
    if noun not in heading or heading not in best.text or len(own & pairs(asked.text)) > TOLD * len(own):
        return []
    return [Statement(tidy(heading), (ground(best, heading),))]


def _statement(asked: Asked, one: Candidate, rarity: Rarity) -> Statement:
    """The sentence with the words that carry it; a very long one ends where they show the figure asked for."""
    if one.row is not None:
        return Statement(tidy(told(*one.row)), (ground(one.evidence, one.text),))
    counting = _counting_part(asked, one.text, rarity)
    quote = counting or _quote(asked, one, rarity)
    end = one.text.find(quote) + len(quote)
    needed = needed_for(asked)
    cut = needed is not None and bool(needed.search(quote)) and visible_length(one.text) > LONG and end >= len(quote)
    text = counting or (one.text[:end] if cut else one.text)
    heading = one.evidence.clause.heading.rstrip("。：:")
    lead = heading if _WHICH_PART.search(asked.text) and heading not in text else ""
    return Statement(tidy(text), (ground(one.evidence, quote),), lead=lead)


def _counting_part(asked: Asked, sentence: str, rarity: Rarity) -> str:
    """The part of a very long sentence that counts up as many things as asked for, in most words of the question."""
    count = number_asked(asked.text)
    if not count or visible_length(sentence) <= LONG:
        return ""
    topic = pairs(asked.topic)
    parts = [part.strip() for part in _PARTS.split(sentence) if count in tallies(part)]
    told = sorted(((rarity.weigh(topic & pairs(part)), part) for part in parts), reverse=True)
    first_alone = bool(told) and told[0][0] > (told[1][0] if len(told) > 1 else 0.0)
    return told[0][1] if first_alone else ""


def _quote(asked: Asked, one: Candidate, rarity: Rarity) -> str:
    """The words that carry a sentence, or all of it where they are too few to be told again."""
    if one.carrying is None:
        return quoted(asked, one.text, rarity)
    words = one.carrying.of(one.evidence.text).strip(_STOPS)
    return words if len(fold(words)) >= MINIMUM_QUOTE else one.text


def tidy(text: str) -> str:
    """A sentence as an answer prints it: bullets, line breaks and sides of boxes of the source left out."""
    text = re.sub(rf"\s*\n\s*|[{FRAME_SIDES}]", "", BULLET.sub("", text.strip()))
    return text if re.search(r"[。！？；：）)”]$", text) else f"{text}。"
