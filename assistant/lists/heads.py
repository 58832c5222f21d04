"""Items that a document names by their first words: 坚持系统布局, 坚持重点突破; 一是统筹当前和长远。二是….

Who asks for the five 坚持 or the three 统筹 gets those words, and so does who asks what
a lead-in in front of 一是 counts up. Nothing is cut inside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.choosing.candidates import Candidate
from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.asked_list import BARE, place_in_list
from assistant.lists.counting_up import LEADS, counts
from assistant.lists.listings import FEWEST, listings, name_of
from assistant.statements import Ground, Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import fold, visible_length
from index.models import Evidence

ROOM = 400
"""Visible characters that a lead-in and what it counts up may have together."""

_ASKED = re.compile(
    r"(?:哪|这|那)?([两二三四五六七八九十]|\d{1,2})(?:个|大|项|条|种|方面的?)?[“\"「]?([一-龥]{2})(?=[^一-龥]|是|分别|指|各|都|$)"
)
_NOUN = re.compile(r"(?:哪几|哪些|几)(?:类|种|个|项|大|大类)?[“\"「]?(?:[×某*＊○…]*)([一-龥]{2,6})[”\"」]?[？?]?$")
_BLANK = re.compile(r"[×某*＊○…]{2,}[一-龥]")
"""哪几种“××办理” asks for what ends so."""
NOT_NAMES = frozenset({"方面", "内容", "要求", "情况", "问题", "部分", "文件", "方案", "地方", "单位", "部门"})
"""Nouns that any list may be asked for by: they name no kind of item."""


def named_alike(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The items of a clause that all begin with the word asked for, where there are just as many as asked for."""
    for found in _ASKED.finditer(asked.text):
        said, word = found.groups()
        want = number_of(said)
        for document, summary in documents:
            for listing in listings(document):
                if len(listing.items) == want and all(item.name.startswith(word) for item in listing.items):
                    return [_said(item.clause, item.text, summary) for item in listing.items]
    return []


def of_the_kind(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, document_of: Callable[[str], Document]
) -> list[Statement]:
    """Headings under one clause that all end with the kind of thing asked for: 哪几类示范工程."""
    found = _NOUN.search(asked.text)
    if asked.kind is not Kind.LIST or found is None or found.group(1) in NOT_NAMES:
        return []
    noun = found.group(1)
    about = pairs(BARE.sub(" ", asked.topic)) - pairs(noun)
    for one in evidence[:4]:
        document = document_of(one.document.id)
        for clause in (one.clause, *reversed(document.ancestors(one.clause))):
            children = [child for child in document.children(clause) if child.heading]
            named = [child for child in children if fold(child.heading).rstrip("。：:").endswith(noun)]
            above = pairs(f"{one.chunk.context} {clause.heading} {one.document.title}")
            told = rarity.weigh(about & above) >= 0.5 * rarity.weigh(pair for pair in about if rarity.known(pair))
            if len(named) > FEWEST and len(named) == len(children) and told:
                return [_said(child, child.heading, one.document) for child in named]
    if not _BLANK.search(asked.text):
        return []
    documents = {one.document.id: (document_of(one.document.id), one.document) for one in evidence}
    return _ending_so(noun, about, list(documents.values()), rarity)


def _ending_so(
    noun: str, about: set[str], documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> list[Statement]:
    """The list all of whose names end with the noun; of several the one whose heading says most of the question."""
    found = [
        (rarity.weigh(about & pairs(f"{name_of(one.clause)} {one.lead} {document.title}")), one, summary)
        for document, summary in documents
        for one in listings(document)
        if len(one.items) > FEWEST and all(item.name.endswith(noun) for item in one.items)
    ]
    best = max(found, key=lambda one: one[0], default=None)
    return [_said(item.clause, item.text, best[2]) for item in best[1].items] if best else []


def counted_up(asked: Asked, best: Candidate) -> list[Statement]:
    """A lead-in that ends in a colon, and the items 一是, 二是, 三是 that follow it in its clause."""
    evidence = best.evidence
    together = LEADS.match(best.text)
    lead = (together.group() if together else best.text).strip()
    if not lead.endswith(("：", ":")):
        return []
    behind = evidence.text[best.span.start + len(together.group()) if together else best.span.end :]
    lists = counts(behind)
    items = [span.of(behind).strip() for span in lists[0].items] if lists else []
    nth = place_in_list(asked.text)
    said = [lead, *items] if not nth else items[nth - 1 : nth]
    if len(items) < FEWEST or not fold(behind).startswith("一") or sum(map(visible_length, said)) > ROOM:
        return []
    return [Statement(tidy(one), (Ground(evidence.document, evidence.clause, evidence.text, one),)) for one in said]


def _said(clause: Clause, text: str, summary: DocumentSummary) -> Statement:
    quote = text.strip()
    numbered = clause.num if quote == clause.heading else ""
    return Statement(tidy(f"{numbered}{quote}"), (ground_in(summary, clause, quote),))
