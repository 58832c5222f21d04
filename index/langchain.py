"""The retriever as LangChain's BaseRetriever; imported only where a chain runs, for it takes seconds to load."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.models import DocumentFilter, Evidence
from index.protocols import Retriever


class ClauseRetriever(BaseRetriever):
    """Clauses as LangChain documents: the clause as printed, with its place in the metadata.

    >>> ClauseRetriever(retriever=retriever, k=5).invoke("江苏的主要目标是什么？")
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Any
    """An `index.protocols.Retriever`; pydantic cannot check a protocol."""
    k: int = 10
    where: DocumentFilter | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        retriever: Retriever = self.retriever
        return [as_document(evidence) for evidence in retriever.retrieve(query, self.k, self.where)]


def as_document(evidence: Evidence) -> Document:
    """One found clause in LangChain's form; `metadata` says where it stands."""
    return Document(
        id=evidence.chunk.id,
        page_content=evidence.text,
        metadata={
            "source": evidence.document.name,
            "title": evidence.document.title,
            "number": evidence.document.number,
            "path": evidence.clause.path_text,
            "document_id": evidence.document.id,
            "clause_id": evidence.clause.id,
            "score": evidence.score,
        },
    )
