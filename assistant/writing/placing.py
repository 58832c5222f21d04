"""Where on a paper the lines of a model's reply belong: under the headings it was given, and by the names in front.

Headings are the rules'. A line that is none of them is a statement and checked like
any other, so that nothing a model says can pass as a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.statements import Statement
from assistant.writing.plain import plain
from assistant.writing.reply import BULLET, Line, Reply
from assistant.writing.sections import Slot
from corpus.text import fold

_STOPS = ":。 "
_COLON = r"\s*[：:]\s*"


Placed = tuple[Statement, ...]
"""What a model has written for one place."""


def placed(reply: Reply, slots: Sequence[Slot]) -> dict[int, Placed]:
    """The statements of a reply by the number of their place; places for which it cites nothing are left out."""
    found: dict[int, list[Statement]] = {}
    headings = list(dict.fromkeys(slot.heading for slot in slots))
    heading, name = headings[0] if len(headings) == 1 else "", ""
    for line in reply.lines:
        said = line.statements
        called, said = _heading(line, headings)
        if called:
            heading, name = called, ""
        names = [slot.name for slot in slots if slot.heading == heading and slot.name]
        called, said = _in_front(said, names)
        name = called or name
        at = next((at for at, one in enumerate(slots) if (one.heading, one.name) == (heading, name)), None)
        if said and at is not None:
            found.setdefault(at, []).extend(_own(one, slots[at]) for one in said)
    return {at: tuple(said) for at, said in found.items() if any(one.grounds for one in said)}


def _heading(line: Line, headings: Sequence[str]) -> tuple[str, tuple[Statement, ...]]:
    """The heading that a line is, or begins with, and what it says besides."""
    whole = _key("".join(one.text for one in line.statements))
    for heading in headings:
        if whole == _key(heading):
            return heading, ()
    return _in_front(line.statements, headings)


def _in_front(said: tuple[Statement, ...], names: Sequence[str]) -> tuple[str, tuple[Statement, ...]]:
    """The name before a colon in front of some statements, and the statements without it."""
    for name in names:
        found = said and re.match(re.escape(plain(name)) + _COLON, said[0].text)
        if found:
            rest = said[0].text[found.end() :]
            return name, (*((replace(said[0], text=rest),) if rest else ()), *said[1:])
    return "", said


def _own(statement: Statement, slot: Slot) -> Statement:
    """The statement; a doubtful one where it rests on a document whose place this is not."""
    strange = any(one.document.id not in slot.documents for one in statement.grounds)
    return replace(statement, doubtful=statement.doubtful or strange)


def _key(text: str) -> str:
    return fold(BULLET.sub("", plain(text))).rstrip(_STOPS)
