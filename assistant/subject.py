"""What a comparison of all documents is about, and whether a sentence speaks of it.

Every document has something near any question. It counts as silent unless it holds the
words that tell this subject from others, or their synonyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.query import Asked
from assistant.rarity import Rarity, pairs
from assistant.scoring import Candidate

_COMPARING = re.compile(
    r"(?:这|那)?(?:[两二三四五六七八九十几\d]+|各)(?:份|个)(?:地方)?(?:文件|方案)?|各(?:地|省|市|家|自|处|类)?|份文件|"
    r"有?何?(?:不同|不一样|一样|区别|差别|差异|异同)(?:之处|点)?|比较|对比|相比|对照|一下|特色|抓手|特点|亮点|侧重点?|"
    r"做法|办法|措施|举措|思路|内容|情况|力度|上(?=\s|$)|(?:19|20)\d\d年?"
)

TELLING = 0.5
"""Share of the rarest word's weight from which a word tells a subject from others."""

RAREST = 0.85
"""... where the words are put together as no document does."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a subject that tell it from others; none where no document holds any of them."""

    words: frozenset[str]

    def spoken_of(self, candidate: Candidate) -> bool:
        """Does the sentence, or a heading above it, hold one of the words?"""
        said = pairs(f"{candidate.text} {candidate.evidence.chunk.context} {candidate.evidence.clause.heading}")
        return not self.words.isdisjoint(said)


def without_comparing(asked: Asked) -> Asked:
    """The question with the words that only ask for a comparison out of its topic."""
    return replace(asked, topic=" ".join(_COMPARING.sub(" ", asked.topic).split()))


def subject_of(asked: Asked, rarity: Rarity) -> Subject | None:
    """What a question is about; None where it names no subject, so that any sentence may stand."""
    if not pairs(asked.topic):
        return None
    known = [pair for piece in (*asked.topic.split(), *asked.expansions.split()) for pair in _known(piece, rarity)]
    heaviest = max((rarity.weight(pair) for pair in known), default=0.0)
    return Subject(frozenset(pair for pair in known if rarity.weight(pair) >= TELLING * heaviest))


def _known(piece: str, rarity: Rarity) -> Iterator[str]:
    """The pairs of a piece that documents hold; none where most of it is unknown: 计算 is not 量子计算.

    Where the piece is put together as in no document, only the rarest tell it: 量子, not 计算.
    """
    found = pairs(piece)
    held = [pair for pair in sorted(found) if rarity.known(pair)]
    if 2 * len(held) < len(found):
        return
    rarest = max((rarity.weight(pair) for pair in held), default=0.0)
    yield from held if len(held) == len(found) else [pair for pair in held if rarity.weight(pair) >= RAREST * rarest]
