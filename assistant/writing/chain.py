"""The chain: prompt, model, pieces of its reply. The one place where LangChain runs."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from assistant.prompts import Prompt
from assistant.writing.clients import chat_model
from assistant.writing.endpoint import Endpoint

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk
    from langchain_core.prompt_values import PromptValue


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply, with what the service said beside it."""

    text: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    finish: str = ""


class ChatChain:
    """One endpoint, ready for any prompt.

    `trace`: `off`, `opentelemetry` (spans without words), or `langchain` (its own tracing
    runs as its environment says, and may send words elsewhere).
    """

    def __init__(self, endpoint: Endpoint, trace: str = "off") -> None:
        self._endpoint = endpoint
        self._trace = trace
        self._model = chat_model(endpoint)

    async def stream(self, prompt: Prompt, variables: Mapping[str, str], *, traced: bool) -> AsyncIterator[Piece]:
        """The reply to a prompt, piece by piece; `traced` says whether these words may be traced at all."""
        from langchain_core.prompts import ChatPromptTemplate
        from langchain_core.runnables import RunnableGenerator
        from langsmith import tracing_context

        reply = _Reply(self._model)
        template = ChatPromptTemplate.from_messages([("system", prompt.system), ("human", prompt.user)])
        chain = template | RunnableGenerator[Any, Piece](reply.pieces)
        config: Any = {"callbacks": self._callbacks(), "run_name": prompt.version}
        try:
            # Without this a variable of the environment would send every prompt to a tracing service.
            with tracing_context(enabled=None if self._trace == "langchain" and traced else False):
                async for piece in chain.astream(dict(variables), config):
                    yield piece
        finally:
            await reply.close()

    def _callbacks(self) -> list[BaseCallbackHandler]:
        if self._trace != "opentelemetry":
            return []
        from assistant.writing.telemetry import SpanCallback

        return [SpanCallback(self._endpoint)]


class _Reply:
    """The model's part of one run of the chain, which can be closed from outside.

    A chain that is called off leaves its inner streams to the garbage collector, and with
    them the connection, over which the service would go on writing.
    """

    def __init__(self, model: BaseChatModel) -> None:
        self._model = model
        self._stream: AsyncGenerator[Any, None] | None = None

    async def pieces(self, prompts: AsyncIterator[PromptValue]) -> AsyncIterator[Piece]:
        async for prompt in prompts:
            self._stream = cast("AsyncGenerator[Any, None]", self._model.astream(prompt))
            async for chunk in self._stream:
                yield _piece(chunk)

    async def close(self) -> None:
        if self._stream is not None:
            await self._stream.aclose()


def _piece(chunk: BaseMessageChunk) -> Piece:
    usage = getattr(chunk, "usage_metadata", None) or {}
    said = chunk.response_metadata
    return Piece(
        text=str(chunk.text),
        tokens_in=usage.get("input_tokens", 0),
        tokens_out=usage.get("output_tokens", 0),
        finish=str(said.get("finish_reason") or said.get("done_reason") or ""),
    )
