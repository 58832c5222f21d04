"""Does a sentence deny what its clauses deny, and allow what they allow?

Not a parser: what a denial is about is read off the words that follow it, and these
must stand with a denial in a clause. A list takes the denial of the words above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.finding.rarity import pairs
from corpus.text import fold, sentences
from index.models import Evidence

_DENIAL = re.compile(
    r"不(?!仅|但|断|同|少|足|限于|低于|少于|超过|高于|得少于|得低于|得超过)|未(?!来)|禁止|严禁|杜绝|"
    r"无[需须]|免于|除外|并非|并无|没有"
)
_STRICT = re.compile(r"不得(?!少于|低于|超过)|不予|不能(?!少于|低于|超过)|不可以|不允许|禁止|严禁")
"""Denials of an act, not conditions such as 未按规定报告的."""

_ELSE = re.compile(r"否则|违者|拒绝|取消|停止|限制|制止|除非|才能|方可|只能|仅")
"""Other ways to say no."""

_HOLLOW = re.compile(r"^(?:被|会|得|受)?(?:到)?(?:允许|许可|准许|可以|行|的)?")
_LIST = re.compile(r"下列|以下|如下|[：:]$")
_STOP = re.compile(r"[,，。；;！!？?：:]")
_PIECE = re.compile(r"[^,，。；;！!？?：:]+[,，。；;！!？?：:]?")
_LEAVE = re.compile(r"可以|允许|应当|必须|需要")
ABOUT = 6
"""Characters behind a denial that say what it is about."""

MOSTLY = 0.6
"""Share of the pairs of characters of what is forbidden that a sentence must hold to speak of it."""


def at_odds(text: str, evidence: Sequence[Evidence]) -> bool:
    """Does it deny what its clauses nowhere deny, or affirm what they deny?"""
    said = fold(text)
    denied = [pairs(_about(said, found)) for found in _DENIAL.finditer(said)]
    held = [pairs(piece) for one in evidence for piece in _denying(one)] if denied else []
    if not all(any(about & piece for piece in held) for about in denied):
        return True
    return not _ELSE.search(said) and any(_affirms(said, denied, one) for one in evidence)


def _about(text: str, found: re.Match[str]) -> str:
    """The words that a denial is about: those behind it, or where nothing of weight follows, those before."""
    behind = _STOP.split(text[found.end() : found.end() + ABOUT])[0]
    return behind if len(_HOLLOW.sub("", behind)) > 1 else text[max(0, found.start() - ABOUT) : found.start()]


def _denying(evidence: Evidence) -> Iterator[str]:
    """The stretches of a clause that deny; all of it where the words above a list do."""
    whole = fold(f"{evidence.chunk.context}\n{evidence.clause.printed}")
    for piece in _PIECE.findall(whole):
        if _DENIAL.search(piece):
            yield whole if _LIST.search(piece) else piece


def _affirms(said: str, denied: Sequence[set[str]], evidence: Evidence) -> bool:
    """Does the sentence say plainly what the one that it retells forbids, or allow what that one denies?"""
    want = pairs(said)
    told = [fold(span.of(evidence.text)) for span in sentences(evidence.text)]
    retold = max(told, key=lambda sentence: len(want & pairs(sentence)), default="")
    for piece in _PIECE.findall(retold):
        for found in _STRICT.finditer(piece):
            about = pairs(piece[found.end() : found.end() + ABOUT])
            spoken = len(about) > 1 and len(about & want) >= MOSTLY * len(about)
            if spoken and not any(about & one for one in denied):
                return True
    return not denied and bool(_LEAVE.search(said) and _DENIAL.search(retold) and not _LEAVE.search(retold))
