"""Builds the objects of the lower layers from the settings, each when it is first used.

A command pays only for what it touches: listing documents opens the store and
nothing else, so the imports stand inside the members.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ui.settings import Settings

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from assistant.conversations import Conversations
    from assistant.writing.audit import AuditLog
    from assistant.writing.beside import Role, SideModel
    from assistant.writing.endpoint import Endpoint
    from assistant.writing.reranking import Ranker
    from assistant.writing.rewriting import Rewriter
    from assistant.writing.writer import Writer
    from corpus.library import Library
    from index.indexer import Indexer
    from index.protocols import Embedder
    from index.reranking import Reranker
    from index.retriever import HybridRetriever
    from ui.keeping import Keeper


class Services:
    """The parts of the application over one home folder; close it when done.

    `settings_now` reads the settings again, for what runs while they are changed.
    """

    def __init__(self, settings: Settings, settings_now: Callable[[], Settings] | None = None) -> None:
        self.settings = settings
        self._settings_now = settings_now or (lambda: settings)

    @cached_property
    def library(self) -> Library:
        from corpus.library import Library

        return Library(self.settings.home)

    @cached_property
    def embedder(self) -> Embedder:
        return _embedder(self.settings)

    @cached_property
    def reranker(self) -> Reranker | None:
        wanted = self.settings.reranker
        if not wanted.model:
            return None
        from index.model_loading import ModelSource
        from index.reranking import CrossEncoderReranker

        source = ModelSource(wanted.model, device=wanted.device or None, allow_download=wanted.allow_download)
        return CrossEncoderReranker(source, candidates=wanted.candidates, batch_size=wanted.batch_size)

    @cached_property
    def indexer(self) -> Indexer:
        from index.indexer import Indexer

        return Indexer(self.settings.home, self.library, self.embedder)

    @cached_property
    def keeper(self) -> Keeper:
        from ui.keeping import Keeper

        return Keeper(self.library, lambda: self.indexer, upload_bytes=self.settings.server.upload_mb * 2**20)

    @cached_property
    def retriever(self) -> HybridRetriever:
        from index.retriever import HybridRetriever

        return HybridRetriever(
            self.settings.home,
            self.library,
            self.embedder,
            reranker=self.reranker,
            renewed=lambda: _embedder(self._settings_now()),
        )

    @cached_property
    def assistant(self) -> Assistant:
        from assistant.answering import Assistant
        from assistant.understanding.synonyms import FILE_NAME, built_in

        synonyms = built_in().with_file(self.settings.home / FILE_NAME)
        return Assistant(
            self.library,
            self.retriever,
            writer=self.writer,
            rewriter=self.rewriter,
            ranker=self.ranker,
            synonyms=synonyms,
        )

    @cached_property
    def writer(self) -> Writer | None:
        """The chat model that the settings name, or none."""
        wanted = self.settings.model
        if not wanted.name:
            return None
        from assistant.writing.writer import ModelWriter

        return ModelWriter(endpoint_of(self.settings), audit=self.audit, trace=wanted.trace)

    @cached_property
    def rewriter(self) -> Rewriter | None:
        """The model that makes follow-up questions whole, where one is set."""
        wanted = self.settings.model
        if not wanted.rewrite:
            return None
        from assistant.writing.rewriting import ModelRewriter

        return ModelRewriter(self._side_model(wanted.rewrite, "rewrite"))

    @cached_property
    def ranker(self) -> Ranker | None:
        """The chat model that puts the clauses found in order, where one is set."""
        wanted = self.settings.model
        if not wanted.rerank:
            return None
        from assistant.writing.reranking import ModelRanker

        return ModelRanker(self._side_model(wanted.rerank, "rerank"))

    def _side_model(self, name: str, role: Role) -> SideModel:
        from assistant.writing.beside import SideModel

        endpoint = endpoint_of(self.settings, name)
        wanted = self.settings.model
        return SideModel(endpoint, role, seconds=wanted.side_seconds, audit=self.audit, trace=wanted.trace)

    @cached_property
    def audit(self) -> AuditLog:
        """What models were asked, and the month's tokens."""
        from assistant.writing.audit import AuditLog

        return AuditLog(self.settings.home, monthly_tokens=self.settings.model.monthly_tokens)

    @cached_property
    def conversations(self) -> Conversations:
        from assistant.conversations import Conversations

        return Conversations(self.settings.home)

    def close(self) -> None:
        """Closes what was opened."""
        if "conversations" in self.__dict__:
            self.conversations.close()
        if "retriever" in self.__dict__:
            self.retriever.close()
        if "library" in self.__dict__:
            self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def build(settings: Settings, settings_now: Callable[[], Settings] | None = None) -> Services:
    """The application over `settings`; nothing is opened yet."""
    return Services(settings, settings_now)


def endpoint_of(settings: Settings, name: str = "") -> Endpoint:
    """The endpoint of the settings' model, or of another model of the same service."""
    from assistant.writing.endpoint import Patience, endpoint
    from ui.model_settings import secret_of

    wanted = settings.model
    return endpoint(
        name or wanted.name,
        wanted.url,
        secret_of(wanted, settings.home),
        patience=Patience(wanted.first_token_seconds, wanted.gap_seconds, wanted.total_seconds, wanted.retries),
        context_tokens=wanted.context_tokens,
        answer_tokens=wanted.answer_tokens,
        temperature=wanted.temperature,
    )


def _embedder(settings: Settings) -> Embedder:
    from index.embeddings import load_embedder

    wanted = settings.embedding
    return load_embedder(
        wanted.model,
        query_prompt=wanted.query_prompt,
        passage_prompt=wanted.passage_prompt,
        batch_size=wanted.batch_size,
        device=wanted.device or None,
        dtype=wanted.dtype,
        backend=wanted.backend,
        allow_download=wanted.allow_download,
    )
