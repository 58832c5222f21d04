"""What a briefing is written from."""

from __future__ import annotations

from typing import Protocol

from assistant.finding.rarity import Rarity
from corpus.models import Document, DocumentSummary
from index.models import Evidence


class Sources(Protocol):
    """Documents, how much their words tell, and a search in them."""

    @property
    def rarity(self) -> Rarity: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...

    def document(self, document_id: str) -> Document: ...

    def evidence(self, query: str, k: int, document_ids: frozenset[str] = frozenset()) -> list[Evidence]: ...
