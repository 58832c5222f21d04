"""The marks in a model's reply: known keys are bound to their clauses, all else that looks like a mark goes.

Models write keys in all manner of brackets, several in one pair, or invent some. A
number in brackets is never theirs to give: marks are numbered here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = r"[\[［【〔「(（]", r"[\]］】〕」)）]"
_KEY = r"k[0-9a-f]{7}"
_WORD = r"(?:条款|代号|依据|来源|出处|见|参见|clause|key)?\s*[:：]?\s*"
_GROUP = re.compile(rf"{_OPEN}\s*{_WORD}({_KEY}(?:[\s,，、;；和及|/]*{_WORD}{_KEY})*)\s*{_CLOSE}", re.IGNORECASE)
_BARE = re.compile(rf"(?<![0-9A-Za-z])({_KEY})(?![0-9A-Za-z])", re.IGNORECASE)
_FOREIGN = re.compile(
    r"[\[［【]\s*(?:\^|来源|条款|出处|source|doc|ref|cite|citation|clause)?\s*[:：#]?\s*"
    r"(?!(?:19|20)\d{2}\s*[\]］】])[A-Za-z]{0,8}[-_ ]?[0-9a-fA-F]{1,12}"
    r"(?:\s*[,，、;；-]\s*[A-Za-z]{0,8}\d{1,4})*\s*[\]］】]",
    re.IGNORECASE,
)
"""What other citing habits leave: [1], [^2], 【3】, [doc-4], [abcdef]; a year in brackets is a document number's."""

_NOTE = re.compile(r"【\d+[†‡][^】\n]{0,40}】")
HELD = re.compile(
    r"(?:[\[［【〔][^\]］】〕\n]{0,40}(?:\]\([^)\n]{0,300})?|[(（]\s*(?:k[0-9a-f]{0,7})?|!|<[^>\n]{0,60}|k[0-9a-f]{0,6})\Z",
    re.IGNORECASE,
)
"""The end of an unfinished reply that may yet become a mark, a link or a tag."""

PLACE = re.compile("\ue010([^\ue011]*)\ue011")
"""Where a mark stood, while a reply is taken apart: its keys between two private characters."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks put into a form that nothing else in it can take, and how many were unknown."""

    text: str
    unknown: int


def bound(text: str, known: frozenset[str]) -> Marked:
    """The text with known keys as places of marks; unknown ones, and numbers that pass for marks, are left out."""
    unknown = 0

    def keep(keys: Iterator[str]) -> str:
        nonlocal unknown
        wanted = list(dict.fromkeys(key.lower() for key in keys))
        mine = [key for key in wanted if key in known]
        unknown += len(wanted) - len(mine)
        return f"\ue010{','.join(mine)}\ue011" if mine else ""

    def drop(_: re.Match[str]) -> str:
        nonlocal unknown
        unknown += 1
        return ""

    text = _GROUP.sub(lambda found: keep(iter(re.findall(_KEY, found.group(1), re.IGNORECASE))), text)
    text = _BARE.sub(lambda found: found.group() if _inside(found) else keep(iter([found.group(1)])), text)
    return Marked(_NOTE.sub(drop, _FOREIGN.sub(drop, text)), unknown)


def mentions_key(text: str) -> bool:
    """Is there something in the text that a model may have meant as a key?"""
    return bool(re.search(_KEY, text, re.IGNORECASE))


def keys_in(text: str) -> tuple[str, ...]:
    """The keys at the places of marks."""
    return tuple(dict.fromkeys(key for place in PLACE.findall(text) for key in place.split(",")))


def without_places(text: str) -> str:
    return PLACE.sub("", text)


def _inside(found: re.Match[str]) -> bool:
    """Does the key stand in a place already made?"""
    before = found.string[: found.start()]
    return before.rfind("\ue010") > before.rfind("\ue011")
