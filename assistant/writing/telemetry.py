"""Requests to a model as OpenTelemetry spans: how long, how many tokens, what failed; never a word of what was said.

Where the spans go is the business of the environment (`opentelemetry-instrument`, or an
SDK that is set up); without one they go nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode

from assistant.writing.endpoint import Endpoint

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.outputs import LLMResult


class SpanCallback(BaseCallbackHandler):
    """A LangChain callback that makes a span of each request, by the names that OpenTelemetry gives such."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._spans: dict[UUID, Span] = {}

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        span = trace.get_tracer("wence").start_span(f"chat {self._endpoint.model}", kind=SpanKind.CLIENT)
        span.set_attributes(
            {
                "gen_ai.operation.name": "chat",
                "gen_ai.provider.name": self._endpoint.provider,
                "gen_ai.request.model": self._endpoint.model,
                "server.address": self._endpoint.host,
            }
        )
        self._spans[run_id] = span

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        span = self._spans.pop(run_id, None)
        if span is None:
            return
        for generation in (one for batch in response.generations for one in batch):
            usage = getattr(getattr(generation, "message", None), "usage_metadata", None) or {}
            for name, key in (("input", "input_tokens"), ("output", "output_tokens")):
                span.set_attribute(f"gen_ai.usage.{name}_tokens", usage.get(key, 0))
        span.end()

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **kwargs: Any) -> None:
        span = self._spans.pop(run_id, None)
        if span is not None:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(Status(StatusCode.ERROR))
            span.end()
