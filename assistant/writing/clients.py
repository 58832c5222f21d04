"""The LangChain client of an endpoint. Nothing about it is left to the environment: address, key and proxy are given.

A key of another service, a proxy or a redirection must not carry clauses to where
the settings do not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.writing.endpoint import Endpoint

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

CONNECT_SECONDS = 10.0
NO_KEY = "none"
"""Sent where there is no key: clients insist on one, and services on this machine take any."""


def chat_model(endpoint: Endpoint) -> BaseChatModel:
    """The client; it never tries again of its own accord, which `Writer` does."""
    # First and whole: OpenAI's client looks at it while it may still be being imported elsewhere.
    import httpx  # noqa: F401
    from langchain.chat_models import init_chat_model

    given = _openai(endpoint) if endpoint.provider == "openai" else _ollama(endpoint)
    if endpoint.temperature is not None:
        given["temperature"] = endpoint.temperature
    model: BaseChatModel = init_chat_model(endpoint.model, model_provider=endpoint.provider, **given)
    return model


def _openai(endpoint: Endpoint) -> dict[str, Any]:
    from openai import DefaultAsyncHttpxClient, DefaultHttpxClient, Timeout

    timeout = Timeout(endpoint.patience.total_seconds, connect=CONNECT_SECONDS)
    web: dict[str, Any] = {"timeout": timeout, **_web(endpoint)}
    return {
        "base_url": endpoint.url,
        "api_key": endpoint.key or NO_KEY,
        "openai_proxy": "",
        "timeout": timeout,
        "max_retries": 0,
        "stream_usage": True,
        "use_responses_api": False,
        "stream_chunk_timeout": None,
        # Given clients have their own; set, it warns of proxies that those do use.
        "http_socket_options": (),
        "http_client": DefaultHttpxClient(**web),
        "http_async_client": DefaultAsyncHttpxClient(**web),
    }


def _ollama(endpoint: Endpoint) -> dict[str, Any]:
    from httpx import Timeout

    headers = {"Authorization": f"Bearer {endpoint.key or NO_KEY}"}
    timeout = Timeout(endpoint.patience.total_seconds, connect=CONNECT_SECONDS)
    return {
        "base_url": endpoint.url,
        "num_ctx": endpoint.context_tokens,
        "client_kwargs": {"timeout": timeout, "headers": headers, **_web(endpoint)},
    }


def _web(endpoint: Endpoint) -> dict[str, Any]:
    """No redirection is followed, and what is on this machine is reached without a proxy."""
    return {"follow_redirects": False, "trust_env": endpoint.remote}
