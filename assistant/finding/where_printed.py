"""Where a document prints the fields that a question asks for: whoever looks for its number is shown its head.

The words of such a question (文号, 从哪天起) seldom stand beside what they ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.document.about import field_told
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary

MOST = 3
"""Documents whose fields are looked for: of more, none is meant in particular."""


def where_printed(
    asked: Asked, documents: Sequence[DocumentSummary], document: Callable[[str], Document]
) -> tuple[str, ...]:
    """The ids of the clauses in which the documents asked about, or the only one there is, print those fields."""
    meant = asked.documents or (documents if len(documents) == 1 else ())
    if asked.about is None or not 0 < len(meant) <= MOST:
        return ()
    fields = (asked.about, *asked.also)
    told = (field_told(field, asked.text, document(one.id), one) for field in fields for one in meant)
    return tuple(dict.fromkeys(ground.clause.id for said in told if said for ground in said.grounds[:1]))
