"""Requests as spans, where that is switched on: figures, never words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from assistant.answering import Assistant
from assistant.writing.beside import SideModel
from assistant.writing.reranking import ModelRanker
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import QUESTION, endpoint_of
from tests.chat_server.acts import Fail, Say
from tests.chat_server.server import ChatServer


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield exporter
    provider.shutdown()


def ask(office, say, switched: str):
    with ChatServer(say) as server:
        return office.assistant_with(ModelWriter(endpoint_of(server), trace=switched)).ask(QUESTION)


def test_a_request_is_a_span_without_words(office, spans):
    ask(office, lambda sent: Say(f"创建120家。[{sent.key('120家')}]"), "opentelemetry")
    (span,) = spans.get_finished_spans()
    assert span.name == "chat double"
    assert span.attributes["gen_ai.usage.input_tokens"] == 100
    assert span.attributes["gen_ai.usage.output_tokens"] == 20
    assert not any("120" in str(value) or "宁波" in str(value) for value in span.attributes.values())


def test_a_failure_is_on_its_span(office, spans):
    ask(office, lambda _: Fail(500), "opentelemetry")
    (span,) = spans.get_finished_spans()
    assert not span.status.is_ok and span.attributes["error.type"]


def test_requests_on_the_way_are_spans_too(office, spans):
    with ChatServer(lambda sent: Say("\n".join(sent.clauses))) as server:
        model = SideModel(endpoint_of(server), "rerank", seconds=10, trace="opentelemetry")
        Assistant(office.library, office.retriever, ranker=ModelRanker(model)).ask(QUESTION)
    (span,) = spans.get_finished_spans()
    assert span.name == "chat double" and not any("宁波" in str(value) for value in span.attributes.values())


def test_off_means_no_span(office, spans):
    ask(office, lambda sent: Say(f"创建120家。[{sent.key('120家')}]"), "off")
    assert spans.get_finished_spans() == ()
