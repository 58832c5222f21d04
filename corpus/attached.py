"""Where an attachment begins inside a text whose line ends were lost: 附件 alone, its title and its own text behind it.

A note that only names attachments (附件：1.…) has none of that behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import header
from corpus.models import Span
from corpus.numbering import match_marker

TITLE_PHRASES = 4
"""White space stands inside titles, too: up to so many phrases make one."""

OWN_SENTENCES = 3
"""What is attached says that much at least; less is a note."""

_LABEL = re.compile(
    r"(?<=[^\S\n])附[^\S\n]*[件表][^\S\n]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[:：]?(?=[^\S\n]+[^\s《])"
)
_PHRASE = re.compile(r"\S+")


def attachments(text: str) -> list[Span]:
    """The labels at which attachments begin."""
    found = [Span(one.start(), one.end()) for one in _LABEL.finditer(text)]
    return [
        label
        for label, end in zip(found, [*(one.start for one in found), len(text)][1:], strict=True)
        if text.rfind("。", 0, label.start) > 0 and _has_text(text[label.end : end])
    ]


def _has_text(behind: str) -> bool:
    """Do a title and sentences of its own stand behind a label, and no signature?"""
    end = next(iter(_titles(behind)), 0)
    if not end or match_marker(behind.lstrip()):
        return False
    first_stop = behind.find("。", end)
    signed = any(header.is_date(one.group()) for one in _PHRASE.finditer(behind, end, max(first_stop, end)))
    return not signed and behind.count("。", end) >= OWN_SENTENCES


def _titles(behind: str) -> Iterator[int]:
    """The ends of what reads as a title at the beginning."""
    for at, phrase in enumerate(_PHRASE.finditer(behind)):
        if at == TITLE_PHRASES:
            return
        if header.is_title(behind[: phrase.end()]):
            yield phrase.end()
