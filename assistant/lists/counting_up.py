"""What running text counts up: 一是…。二是…。三是…, each list by itself where one stands inside an item of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.models import Span
from corpus.numbering import chinese_to_int
from corpus.text import fold, sentences

NTH = re.compile(r"^([一二三四五六七八九十]+)(?:是|要)")
LEADS = re.compile(r"^[^。；]*[：:]\s*(?=一(?:是|要))")
"""A lead-in in one sentence with the first of what it counts up."""

_SAYS = re.compile(r"([两二三四五六七八九十]{1,2})(?:个|大|项|条|种|类|方面|点)[^。；]*[：:]$")


@dataclass(slots=True)
class Count:
    """The sentences that begin with 一是, 二是, …, and the words in front of the first."""

    lead: str
    items: list[Span] = field(default_factory=list)
    last: int = 1
    """The number of its last item."""

    @property
    def full(self) -> bool:
        """Has it as many items as its lead-in says: 两个方面：一是…。二是…?"""
        said = _SAYS.search(fold(self.lead))
        return said is not None and chinese_to_int(said[1].replace("两", "二")) == len(self.items)


def counts(text: str) -> Sequence[Count]:
    """The lists that a text counts up, in the order in which they begin.

    A number goes on with the innermost list that waits for it: behind 五是…：一是…。二是… the 六是 is the outer one's.
    """
    found: list[Count] = []
    waiting: list[Count] = []
    before = ""
    for span in sentences(text):
        sentence = span.of(text)
        together = LEADS.match(sentence)
        item = Span(span.start + (together.end() if together else 0), span.end)
        if together and (outer := NTH.match(fold(sentence).strip())):
            # 二是加强监督：一是… is an item of one list, and the lead-in of another.
            _go_on(waiting, chinese_to_int(outer[1]), Span(span.start, span.end))
        numbered = NTH.match(fold(item.of(text)).strip())
        if numbered and numbered[1] == "一":
            found.append(Count((together.group() if together else before).strip(), [item]))
            waiting.append(found[-1])
        elif numbered:
            _go_on(waiting, chinese_to_int(numbered[1]), item)
        before = sentence
    return found


def _go_on(waiting: list[Count], number: int, item: Span) -> None:
    """Put an item to the innermost list that waits for its number, or else to one that left numbers out before it.

    The lists inside that one have ended.
    """
    inner_first = [(depth, one) for depth, one in enumerate(waiting) if not one.full][::-1]
    exact = [depth for depth, one in inner_first if one.last + 1 == number]
    later = [depth for depth, one in inner_first if one.last < number]
    for depth in (exact or later)[:1]:
        del waiting[depth + 1 :]
        waiting[depth].items.append(item)
        waiting[depth].last = number
