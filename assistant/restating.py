"""The sentences of an answer as statements again, so that another answer can be made of them."""

from __future__ import annotations

from assistant.finding.lookup import Lookup
from assistant.models import Answer, SentenceStatus
from assistant.statements import Ground, Statement


def restated(answer: Answer, lookup: Lookup) -> list[Statement] | None:
    """The statements of an answer; None where one says more than its clauses."""
    documents = {one.id: one for one in lookup.documents(None)}
    if any(one.status is not SentenceStatus.VERIFIED for one in answer.sentences):
        return None
    grounds = {
        one.mark: Ground(
            documents[one.document_id], lookup.document(one.document_id).by_id[one.clause_id], one.text, one.quote
        )
        for one in answer.citations
    }
    return [Statement(one.text, tuple(grounds[mark] for mark in one.marks)) for one in answer.sentences]
