"""Which document a question for a field means that names none by title, number or place.

The words in which it calls one must stand in the title, the number or the issuers of one
document, and in those of no other nearly as well; or a word of the name that it gives a paper must be
that document's own. What is described instead (那部管领证的法规) is the one that is found by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.fields import beside_fields
from assistant.understanding.own_terms import MANY, owner_of
from assistant.understanding.paper_named import matter_of, paper_named
from assistant.understanding.query import Asked, Kind
from corpus.models import DocumentSummary
from index.models import Evidence

HELD = 0.6
"""Share of those words, by their weight, that must stand there."""

AHEAD = 0.7
"""Share of that at which another document could be meant as well."""

FEWEST = 3
"""Pairs of characters known to the documents below which the words call none."""


def with_document_meant(
    asked: Asked, documents: Sequence[DocumentSummary], rarity: Rarity, text_of: Callable[[str], str]
) -> Asked:
    """The question with the one document that it can mean; as it was where it names some or could mean several."""
    if asked.kind is not Kind.ABOUT or asked.documents or len(documents) < 2 or asked.foreign_places:
        return asked
    return _called_by_title(asked, documents, rarity) or _called_by_matter(asked, documents, text_of) or asked


def _called_by_title(asked: Asked, documents: Sequence[DocumentSummary], rarity: Rarity) -> Asked | None:
    said = pairs(beside_fields(asked.text))
    known = {pair for pair in said if rarity.known(pair)}
    if len(known) < FEWEST:
        return None
    total = rarity.weigh(said)
    held = sorted(((rarity.weigh(known & _called(one)) / total, at) for at, one in enumerate(documents)), reverse=True)
    (best, at), (second, _) = held[:2]
    if best < HELD or second >= AHEAD * best:
        return None
    return replace(asked, documents=(documents[at],))


def _called_by_matter(
    asked: Asked, documents: Sequence[DocumentSummary], text_of: Callable[[str], str]
) -> Asked | None:
    """汽车三包规定 is the one that speaks of 三包 again and again, where none else does of another word of it."""
    paper = paper_named(asked.text) if len(documents) <= MANY else None
    words = (word for word in pairs(matter_of(paper.name)) if len(word) > 1) if paper else ()
    owners = {one.id for word in words if (one := owner_of(word, documents, text_of))}
    found = tuple(one for one in documents if one.id in owners)
    return replace(asked, documents=found) if len(found) == 1 else None


_DESCRIBED = re.compile(
    r"[那这](?:一?[部份个项套])?[^，。；？]{0,16}?的?(?:行政法规|地方性?法规|法规|法律|规章|条例|办法|规定|文件|通知|方案|计划|政策|意见|细则|措施|公告|指引)"
)
"""那部管领证的法规: a paper told by what it is about, by nobody's title."""

FIRST = 4
"""Clauses found first of which most must be of one document for it to be the one that is described."""


def described(asked: Asked, evidence: Sequence[Evidence]) -> Asked:
    """The question with the document that most of what was found first is of, where it is described and not named."""
    first = [one.document for one in evidence[:FIRST]]
    if asked.kind is not Kind.ABOUT or asked.documents or not first or not _DESCRIBED.search(asked.text):
        return asked
    alike = sum(one.id == first[0].id for one in first)
    return replace(asked, documents=(first[0],)) if 2 * alike > len(first) else asked


def _called(document: DocumentSummary) -> set[str]:
    return pairs(" ".join((document.title, document.number, *document.issuers)))
