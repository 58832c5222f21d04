"""Which documents state something of a thing, in whatever words: 工作经费要放进预算, 收费应当公示.

Every sentence of every document is read. One counts where it prints the thing and what is
said of it near each other, each by the noun or verb that ends it: 经费 ... 预算.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from assistant.across.mentions import holds
from assistant.across.scans import said_of_them
from assistant.across.subject import words_of
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences

NEAR = 40
"""Characters at most between the two words of a relation."""

TELLING = 0.6
"""Share of the rarest word's weight from which a word tells what a side is about."""

MOST = 0.5
"""Share of the weight of such words that a sentence must hold more than."""

LONG = 110
"""Characters of a sentence from which only the parts that print the relation are shown."""

_MAY = r"(?:应当|应该|应|必须|须|需要|需|要|得|可以|不得|不能|不准|不可以|禁止|能够|能|会|一律)"
_LINK = (
    r"(?:纳入|列入|列支|放进|放入|放到|计入|记入|记到|算进|算入|归入|归到|编入|写入|写进|作为|用于|用到|交给|交由|由|"
    r"享受|接受|给予|向|与|和|对)"
)
_STATES = re.compile(
    rf"^(?:把|将|对)?(?P<thing>[一-龥A-Za-z0-9]{{2,16}}?)(?P<link>{_MAY}{_LINK}?|{_LINK})(?P<rest>[一-龥A-Za-z0-9]{{2,14}})$"
)
_LIGHT = re.compile(r"相关|有关|工作|具体|必要|主要|各项|所有|全部|基本|一定|相应|专门|其他|各类")
"""Words in front of a noun that documents leave out or put otherwise."""

_PARTS = re.compile(r"[，,；;]")


@dataclass(frozen=True, slots=True)
class Related:
    """The two words of a relation as looked for, a statement a document that prints it, the names of those without."""

    words: tuple[str, str]
    statements: tuple[Statement, ...]
    without: tuple[str, ...]

    @property
    def lead(self) -> str:
        return f"在一句话里写到“{self.words[0]}”和“{self.words[1]}”的有{len(self.statements)}份文件："


def related(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> Related | None:
    """The documents that state it; None where the question states nothing of a thing, or no document does."""
    said = said_of_them(asked.text)
    found = None if asked.quoted else _STATES.match(said)
    if found is None or any(fold(said) in fold(document.source.text) for document, _ in documents):
        return None
    sides = [_LIGHT.sub("", side.rstrip("的了")) or side for side in (found["thing"], found["rest"])]
    words = (_last_word(sides[0], rarity), _last_word(sides[1], rarity))
    if not all(words) or words[0] == words[1]:
        return None
    telling = [_telling(side, rarity) for side in sides]
    statements: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        statement = _stated(words, telling, document, summary, rarity)
        if statement:
            statements.append(statement)
        else:
            without.append(short_name(summary))
    return Related(words, tuple(statements), tuple(without)) if statements else None


def _last_word(side: str, rarity: Rarity) -> str:
    """The last word of a side that documents print: 经费 of 相关工作经费."""
    known = words_of(side, rarity)
    ends = (side[at : at + 2] for at in range(len(side) - 2, -1, -1))
    return next((pair for pair in ends if pair.lower() in known and rarity.known(pair.lower())), "")


def _telling(side: str, rarity: Rarity) -> set[str]:
    """The words that tell what a side is about."""
    known = {pair for pair in words_of(side, rarity) if rarity.known(pair)}
    heaviest = max(map(rarity.weight, known), default=0.0)
    return {pair for pair in known if rarity.weight(pair) >= TELLING * heaviest}


def _stated(
    words: tuple[str, str],
    telling: Sequence[Set[str]],
    document: Document,
    summary: DocumentSummary,
    rarity: Rarity,
) -> Statement | None:
    """The sentence of a document that prints both words near each other, and most of what tells their sides."""
    best: tuple[float, Clause, str] | None = None
    for clause in document.clauses:
        for span in sentences(clause.printed):
            text = span.of(clause.printed)
            here = pairs(text)
            held = [rarity.weigh(side & here) for side in telling]
            enough = all(one > MOST * rarity.weigh(side) for one, side in zip(held, telling, strict=True))
            if not enough or not _near(words, text):
                continue
            score = sum(held) - 0.002 * len(text)
            if best is None or score > best[0]:
                best = (score, clause, text)
    if best is None:
        return None
    _, clause, text = best
    quote = text.strip() if len(fold(text)) <= LONG else _stretch(words, text)
    return Statement(quote, (ground_in(summary, clause, quote),), lead=short_name(summary))


def _near(words: tuple[str, str], text: str) -> bool:
    if not all(holds(text, word) for word in words):
        return False
    one, other = (re.escape(fold(word)) for word in words)
    return bool(re.search(rf"{one}.{{0,{NEAR}}}{other}|{other}.{{0,{NEAR}}}{one}", fold(text), re.DOTALL))


def _stretch(words: tuple[str, str], text: str) -> str:
    """The parts of a long sentence from the one word to the other."""
    cuts = [0, *(found.end() for found in _PARTS.finditer(text)), len(text)]
    ends = [at for word in words for at in (text.find(word), text.find(word) + len(word))]
    start = max(cut for cut in cuts if cut <= min(ends))
    end = min(cut for cut in cuts if cut >= max(ends))
    return text[start:end].strip("，；, ")
