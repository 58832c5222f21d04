"""Does a question for a field of a document name a paper that the library lacks: 江苏的养老服务条例什么时候印发?

The place alone would lead to what the library has of 江苏, whose date is no answer.
"""

from __future__ import annotations

from itertools import takewhile

from assistant.answerable.unknown_matter import of_any_policy
from assistant.finding.rarity import pairs
from assistant.understanding.naming import bare_title
from assistant.understanding.paper_named import matter_of, paper_named
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary
from corpus.places import places_in
from corpus.text import fold


def names_another_paper(asked: Asked, document: Document, summary: DocumentSummary) -> bool:
    """Is no word of the paper's name printed in the document that was taken for it, nor given by the synonyms?"""
    name = paper_named(asked.text)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(name, bare_title(summary), strict=False))
    name = name[sum(1 for _ in alike) :]
    for place in places_in(name):
        name = name.replace(place, " ")
    matter = pairs(of_any_policy(matter_of(name)))
    known = any(typed in name for typed, _ in asked.synonyms.typed_in(asked.text))
    printed = fold(f"{document.title}{document.source.text}")
    return bool(matter) and not known and not any(word in printed for word in matter if len(word) > 1)
