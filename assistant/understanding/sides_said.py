"""Sides of a comparison that no rule for names finds: 余热项目的补助和厦门智算中心的补助, 成都和科技部分别怎么支持.

What stands beside a document's name, joined to it by 和, is the other side where it holds a
word of one title alone of which that document speaks more than all others together, or
where it begins with the one who issued it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from assistant.understanding.issuers_said import issued_by
from assistant.understanding.naming import bare_title, named_documents
from assistant.understanding.own_terms import MANY, owner_of
from assistant.understanding.query import Asked, Kind
from corpus.models import DocumentSummary

WORD = 4
"""Characters of a run of the title that calls its document wherever it stands among the words of a side."""

SHORT = 2
"""... that does so where the side begins with it."""

TWICE = 2
"""Times a document speaks of a place, as one at least once (海东市), from which it is of it where no other does."""

_NAME_LENGTHS = (4, 3, 2)
_DIVISION = "(?:省|市|县|区|州|盟|旗)"

_SETS_SIDES = re.compile(
    r"分别|各自|各(?=[是有要怎自定指给用提规需应由在至最多少几得能会补奖罚收存叫归占达投花])|对比|比较|相比|区别|差别|差异|异同|不同|哪个更|哪家更|谁更|一样|"
    r"一个[^，。？]{2,14}[，,]?(?:另)?一个"
)
_JOINT = re.compile(r"以及|还有|相比|对比|(?<![共饱总缓温碳中])和(?![平谐])|[与跟]|(?<![以])及|、")
_ENDS = re.compile(r"[，,。；;：:？?！!]")
_GOVERNS = re.compile(r"[对给向把为在里中就]|要求|规定|支持|鼓励|提出")
"""Behind a name these make it the one who speaks of both things that are joined: 厦门对智能工厂和中试平台."""

_LEADS = re.compile(r"^(?:关于|对于?|在|被?[一-龥]{1,2}的)")


class _Side(NamedTuple):
    """One of two things that are joined, and the document it is about by name or by a word of its title."""

    text: str
    document: DocumentSummary
    words: str
    named: bool


def with_sides_called(asked: Asked, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]) -> Asked:
    """The question with the other side of what it compares; as it was where it names all sides, or sets none."""
    if asked.kind is Kind.MENTION or len(documents) > MANY or not _SETS_SIDES.search(asked.text):
        return asked
    places = list(_places_told_of(asked, documents, text_of)) if asked.documents else []
    if places:
        named = [_Side("", one, "", named=True) for one in asked.documents]
        foreign = tuple(one for one in asked.foreign_places if one not in {side.words for side in places})
        return replace(_comparing(asked, [*named, *places], documents), foreign_places=foreign, exact=True)
    if asked.kind is Kind.COMPARE or len(asked.documents) > 1:
        return asked
    for left, right in _joined(asked.text):
        sides = [side for text in (left, right) if (side := _side(text, asked, documents, text_of))]
        if len(sides) < 2 or sides[0].document.id == sides[1].document.id:
            continue
        if _are_sides(sides[0], sides[1], text_of):
            return _comparing(asked, sides, documents)
    return asked


def _places_told_of(
    asked: Asked, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]
) -> Iterator[_Side]:
    """The documents of places in a list with one that is named, which say those places in their texts alone: 海东."""
    texts: dict[str, str] = {}
    known = {one.id for one in asked.documents}
    for place in dict.fromkeys((*asked.foreign_places, *_listed_with_named(asked, documents))):
        texts = texts or {one.id: text_of(one.id) for one in documents}
        holding = [one for one in documents if place in texts[one.id]]
        if len(holding) != 1 or holding[0].id in known:
            continue
        text = texts[holding[0].id]
        if text.count(place) >= TWICE and re.search(f"{place}{_DIVISION}", text):
            known.add(holding[0].id)
            yield _Side("", holding[0], place, named=False)


def _listed_with_named(asked: Asked, documents: Sequence[DocumentSummary]) -> Iterator[str]:
    """What stands in a list of names beside the place of a document: 海东 of 北京、海东、江西三地."""
    named = named_documents(asked.text, documents).words
    for clause in filter(None, _ENDS.split(asked.text)):
        parts = _JOINT.split(clause)
        if len(parts) > 1 and any(part.startswith(named) or part.endswith(named) for part in parts):
            for part in parts[:1]:
                yield from (part[-size:] for size in _NAME_LENGTHS if len(part) >= size)
            for part in parts[1:]:
                yield from (part[:size] for size in _NAME_LENGTHS if len(part) >= size)


def _comparing(asked: Asked, sides: Sequence[_Side], documents: Sequence[DocumentSummary]) -> Asked:
    """The question as one that compares: what calls a side is no part of what is asked of all."""
    chosen = {side.document.id for side in sides}
    called = tuple((side.document.id, side.words) for side in sides if not side.named)
    topic = asked.topic
    for side in filter(lambda one: one.words, sides):
        topic = topic.replace(side.words, " ")
    return replace(
        asked,
        kind=Kind.COMPARE,
        documents=tuple(one for one in documents if one.id in chosen),
        called=called,
        topic=" ".join(topic.split()) or asked.topic,
    )


def _joined(text: str) -> Iterator[tuple[str, str]]:
    """What stands in front of a joint and behind it, up to the next joint or the end of the clause."""
    for clause in filter(None, _ENDS.split(text)):
        parts, at = [], 0
        for joint in _JOINT.finditer(clause):
            parts.append(clause[at : joint.start()])
            at = joint.end()
        parts.append(clause[at:])
        yield from pairwise(parts)
    # A joint may also stand right behind a comma: …造假，和岳麓区….
    for found in re.finditer(rf"([^，,。；;？?]+)[，,](?:{_JOINT.pattern})([^，,。；;？?]+)", text):
        yield found.group(1), found.group(2)


def _side(text: str, asked: Asked, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]) -> _Side | None:
    found = named_documents(text, documents)
    if len(found.documents) == 1:
        return _Side(text, found.documents[0], found.words[0], named=True)
    if found.documents:
        return None
    bare = text[found_lead.end() :] if (found_lead := _LEADS.match(text)) else text
    by = issued_by(bare, documents)
    if by:
        return _Side(text, by.document, by.words, named=False)
    return _by_title(text, bare, documents, text_of)


def _by_title(
    text: str, bare: str, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]
) -> _Side | None:
    """The one document whose title has a run of the words, longer ones first."""
    titles = {one.id: re.sub(r"\s", "", bare_title(one)) for one in documents}
    for length in range(len(bare), SHORT - 1, -1):
        starts = range(len(bare) - length + 1) if length >= WORD else range(1)
        for at in starts:
            run = bare[at : at + length]
            holding = [one for one in documents if run in titles[one.id]]
            if len(holding) == 1 and owner_of(run, documents, text_of) == holding[0]:
                return _Side(text, holding[0], run, named=False)
    return None


def _are_sides(left: _Side, right: _Side, text_of: Callable[[str], str]) -> bool:
    """A name behind the joint begins a side; one in front of it may speak of both things."""
    if left.named and not right.named:
        behind = left.text[left.text.find(left.words) + len(left.words) :]
        return not _GOVERNS.search(behind) and right.words not in text_of(left.document.id)
    return right.named or (len(left.words) >= WORD and len(right.words) >= WORD)
