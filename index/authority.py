"""A law goes before the regulations made under it, where a library holds both. Pure.

The force of a law is above that of regulations and rules (立法法 第九十九条), and these
say again at length what it says. Who asks without naming either asks what the law is:
of 6,000 articles that answer lay people's questions in the training data, all are of laws.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.models import DocumentSummary
from corpus.vocabulary import DocumentType
from index.models import Hit
from index.reach import LOCAL, WITHHELD

_LAW = re.compile("(?<!办)法(?:典|总则|通则)?$")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")


def is_law(document: DocumentSummary) -> bool:
    """Only the national legislature names what it passes 法; measures (办法) are of others."""
    return document.document_type is DocumentType.LAW and bool(_LAW.search(_REMARK.sub("", document.title.strip())))


def holds_laws(documents: Collection[DocumentSummary]) -> bool:
    return any(map(is_law, documents))


def by_authority(found: Sequence[Hit], laws: bool) -> list[Hit]:
    """The hits with as much taken off a national regulation as off a local rule; order unchanged.

    `laws`: does the library hold any? Policies are no regulations and stay as they are.
    """
    return [one.scored(one.score - WITHHELD) if laws and _under_a_law(one.document) else one for one in found]


def _under_a_law(document: DocumentSummary) -> bool:
    return document.document_type is DocumentType.LAW and document.level not in LOCAL and not is_law(document)
