"""What one document says of another that was found too: told at second hand, where the other tells it itself.

据悉，国务院办公厅《关于延长假期的通知》规定… stands in news beside the notice. Who signs an answer cites
the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.models import DocumentSummary
from corpus.text import fold

SECOND_HAND = 0.7
"""What is left to a sentence that tells by name what another document found says."""

TELLING = 10
"""Characters of a title without its issuers from which it is the name of one document."""

_NAME = re.compile(r"关于.+?(?=[(（][^()（）]*号[)）]$|$)")


class Originals:
    """The documents that were found, by the names under which others tell of them."""

    def __init__(self, found: Iterable[DocumentSummary]) -> None:
        self._names = {name: one.id for one in found if (name := _name(one.title))}

    def share_left(self, text: str, document: DocumentSummary) -> float:
        """A factor for a sentence of a document: less than one where it tells of another one by name."""
        said = fold(text)
        told = any(name in said for name, of in self._names.items() if of != document.id)
        return SECOND_HAND if told else 1.0


def _name(title: str) -> str:
    found = _NAME.search(fold(title))
    return found.group() if found and len(found.group()) >= TELLING else ""
