"""A wrong character in a question, mended by the library's own words: 碳达锋 is 碳达峰.

Only where no document holds the character beside its neighbours, and one alone fits
between them that sounds like it, which is how input methods go wrong. What was mended is
told to the user.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CHINESE = re.compile(r"[一-龥]")
_ASKING = frozenset("吗呢吧啊呀么啥咋哪几谁多少什怎何为请问的了是有在和与及或管想做搞除退起指按不要会能到归由找给让被")
"""Words of asking, and verbs so common that they stand beside anything."""

_QUESTION_WORDS = frozenset("哪几谁多什啥怎")
"""What follows a verb of any kind: 打哪个电话, 填几份."""

SEEN = 2
"""A character is meant if it fits at least so often in the library."""

_SOUNDS = Path(__file__).with_name("sound_alike.toml")


@dataclass(frozen=True, slots=True)
class Mended:
    """The question with its characters put right, and the sentence that says which."""

    text: str
    said: str = ""
    said_en: str = ""


def mended(text: str, known: Callable[[str], bool], printed: str, typed_on_purpose: str = "") -> Mended:
    """`known` tells pairs that the library holds, `printed` is its text; `typed_on_purpose` is left alone."""
    changes: list[tuple[str, str]] = []
    for at, char in enumerate(text):
        if not _CHINESE.match(char) or char in _ASKING or char in typed_on_purpose:
            continue
        meant = _meant(text, at, known, printed)
        if meant:
            first, last = max(0, at - 2), at + 2
            changes.append((text[first:last], text[first:at] + meant + text[at + 1 : last]))
            text = text[:at] + meant + text[at + 1 :]
    said = "，".join(f"“{_bare(typed)}”按“{_bare(right)}”理解" for typed, right in changes)
    english = ", ".join(f"“{_bare(typed)}” as “{_bare(right)}”" for typed, right in changes)
    return Mended(text, f"{said}。" if said else "", f"Read {english}." if english else "")


def _meant(text: str, at: int, known: Callable[[str], bool], printed: str) -> str:
    """The one character that fits at a place where the typed one does not; empty where none does."""
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    left = before[-1:] + text[at]
    right = text[at] + after[:1]
    joined_left, joined_right = len(left) == 2 and known(left), len(right) == 2 and known(right)
    if joined_left or joined_right or not _solid(before) or after[:1] in _QUESTION_WORDS:
        return ""
    if not known(before):
        return ""
    alike = _alike().get(text[at], "")
    inside = after and _CHINESE.match(after[0]) and after[0] not in _ASKING
    if not alike:
        return ""
    if not inside:
        return _fitting(f"{before}([{alike}])", printed)
    return _fitting(f"{before}([{alike}]){after[0]}", printed) or _fitting(f"{before[-1]}([{alike}]){after}", printed)


def _fitting(pattern: str, printed: str) -> str:
    """The one character that fits, and more than once."""
    counts = Counter(re.findall(pattern, printed))
    return next(iter(counts)) if len(counts) == 1 and counts.total() >= SEEN else ""


@cache
def _alike() -> dict[str, str]:
    """For each common character those that sound alike."""
    found: dict[str, str] = {}
    for group in tomllib.loads(_SOUNDS.read_text(encoding="utf-8")).values():
        for char in group:
            found[char] = found.get(char, "") + group.replace(char, "")
    return found


def _solid(before: str) -> bool:
    return len(before) == 2 and all(_CHINESE.match(char) for char in before)


def _bare(text: str) -> str:
    return "".join(_CHINESE.findall(text))
