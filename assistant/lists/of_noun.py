"""All headings of one noun that a document has: 一共要搞哪几大行动, where nothing but the document is named beside it.

They end with the noun (……行动) or are numbered by it (行动一).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import FEWEST, Item, Listing, listings, quotable
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary
from corpus.text import fold

_ASKED = re.compile(r"(?:哪几|哪些)(?:大|个|项|条|类|种)?(?:重点|专项|主要|具体)?([一-龥]{2})[？?]?$")
_DOCUMENT = re.compile(r".*(?:方案|规划|意见|文件|条例|通知|办法|计划|公告|措施)")
"""Up to there a question names its document, whatever words it takes for that."""

_COUNTS = re.compile(r"[大个项条类种]")


def all_of_noun(
    asked: Asked, subject: str, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> list[Statement]:
    """The headings of the noun asked for; none where the question is about a part of the document."""
    found = _ASKED.search(fold(asked.text))
    if found is None or not (asked.documents or len(documents) == 1):
        return []
    noun = found.group(1)
    named = _DOCUMENT.match(asked.text[: found.start()]) if asked.documents else None
    words = _COUNTS.sub(" ", subject.replace(noun, " "))
    for document, summary in documents:
        told = pairs(document.title) | (pairs(named.group()) if named else set())
        if any(len(pair) > 1 and rarity.known(pair) for pair in pairs(words) - told):
            continue
        lists = [one for one in listings(document) if len(one.items) > FEWEST and _are_all(noun, one)]
        if lists:
            return [_said(item, summary) for item in max(lists, key=lambda one: len(one.items)).items]
    return []


def _are_all(noun: str, listing: Listing) -> bool:
    return all(item.name.endswith(noun) or item.clause.num.startswith(noun) for item in listing.items)


def _said(item: Item, summary: DocumentSummary) -> Statement:
    words = quotable(item.clause, item.text)
    text = f"{item.clause.num}{item.text}"
    return Statement(tidy(text.rstrip("；;")), (ground_in(summary, item.clause, words),))
