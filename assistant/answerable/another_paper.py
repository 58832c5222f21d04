"""Does a question for a field of a document name a paper that the library lacks: 江苏的养老服务条例什么时候印发?

The place alone would lead to what the library has of 江苏, whose date is no answer.
"""

from __future__ import annotations

from itertools import takewhile

from assistant.answerable.lack import Lack, Missing
from assistant.answerable.unknown_matter import of_any_policy
from assistant.finding.rarity import pairs
from assistant.understanding.naming import bare_title
from assistant.understanding.paper_named import matter_of, paper_named
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary
from corpus.places import places_in
from corpus.text import fold


def lacking_paper(asked: Asked, document: Document, summary: DocumentSummary) -> Lack | None:
    """The paper, where no word of its name is printed in the document taken for it, nor given by the synonyms."""
    paper = paper_named(asked.text)
    return Lack(Missing.PAPER, paper.full) if paper and _is_another(paper.name, asked, document, summary) else None


def _is_another(name: str, asked: Asked, document: Document, summary: DocumentSummary) -> bool:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(name, bare_title(summary), strict=False))
    name = name[sum(1 for _ in alike) :]
    for place in places_in(name):
        name = name.replace(place, " ")
    matter = pairs(of_any_policy(matter_of(name)))
    if not matter or any(typed in name for typed, _ in asked.synonyms.typed_in(asked.text)):
        return False
    printed = fold(f"{document.title}{document.source.text}")
    return not any(word in printed for word in matter if len(word) > 1)
