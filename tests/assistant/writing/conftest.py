"""A small library, and an assistant over it whose model is a server on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.models import Answer
from assistant.writing.audit import NO_AUDIT, Audit
from assistant.writing.endpoint import Endpoint, Patience, endpoint
from assistant.writing.writer import ModelWriter
from corpus.library import Library
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.retriever import HybridRetriever
from tests.chat_server.acts import Act, Sent
from tests.chat_server.server import ChatServer

PLAN = """宁波市节水行动方案

一、主要目标

到2025年，全市用水总量控制在3.5亿立方米以内，创建节水型企业120家。

二、保障措施

市水利局会同市财政局设立节水专项资金，对节水型企业给予一次性奖励。任何单位不得擅自取用地下水。
"""
OTHER = """湖州市节水行动方案

一、主要目标

到2025年，全市创建节水型企业80家，节水型小区覆盖率达到60%。
"""
QUESTION = "到2025年宁波市创建节水型企业多少家？"
COMPARISON = "宁波和湖州创建节水型企业的目标有什么不同？"
CALM = Patience(first_token_seconds=20, gap_seconds=20, total_seconds=40, retries=0)

Behaviour = Callable[[Sent], Act]


@dataclass
class Office:
    """One home with its library, and what asks in it."""

    home: Path
    library: Library
    retriever: HybridRetriever

    def assistant(
        self,
        server: ChatServer,
        *,
        provider: str = "openai",
        audit: Audit = NO_AUDIT,
        patience: Patience = CALM,
        context_tokens: int = 8192,
    ) -> Assistant:
        to = endpoint_of(server, provider, patience, context_tokens)
        return self.assistant_with(ModelWriter(to, audit=audit))

    def assistant_with(self, writer: ModelWriter) -> Assistant:
        return Assistant(self.library, self.retriever, writer=writer)

    def ask(self, behaviour: Behaviour, question: str = QUESTION, **settings: object) -> tuple[Answer, ChatServer]:
        """The answer, and the server with what it was sent."""
        with ChatServer(behaviour) as server:
            return self.assistant(server, **settings).ask(question), server


def endpoint_of(
    server: ChatServer, provider: str = "openai", patience: Patience = CALM, context_tokens: int = 8192
) -> Endpoint:
    url = server.url if provider == "openai" else server.ollama_url
    return endpoint(f"{provider}:double", url, "sk-secret-0001", patience=patience, context_tokens=context_tokens)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, {"宁波节水方案.txt": PLAN, "湖州节水方案.txt": OTHER}) as opened:
        yield opened


class open_office:
    """Puts texts into a fresh home and opens it."""

    def __init__(self, folder: Path, texts: dict[str, str]) -> None:
        self._folder, self._texts = folder, texts

    def __enter__(self) -> Office:
        home = self._folder / "library"
        for name, text in self._texts.items():
            (self._folder / name).write_text(text, encoding="utf-8")
        library, embedder = Library(home), load_embedder("bundled")
        Indexer(home, library, embedder).ingest([self._folder / name for name in self._texts])
        self._office = Office(home, library, HybridRetriever(home, library, embedder))
        return self._office

    def __exit__(self, *_: object) -> None:
        self._office.retriever.close()
        self._office.library.close()
