"""Is the double faithful? The services' own clients are content with it."""

from __future__ import annotations

import ollama
import openai
import pytest

from tests.chat_server.acts import Fail, Say, error
from tests.chat_server.server import ChatServer

ASKED = [{"role": "user", "content": "你好"}]


def test_openais_client_streams_from_it():
    with ChatServer(lambda _: Say("创建节水型企业。", size=3)) as server:
        client = openai.OpenAI(base_url=server.url, api_key="k", max_retries=0)
        stream = client.chat.completions.create(
            model="m", messages=ASKED, stream=True, stream_options={"include_usage": True}
        )
        chunks = list(stream)
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert text == "创建节水型企业。"
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-1].usage is not None and chunks[-1].usage.total_tokens == 120
    assert server.sent[0].headers["authorization"] == "Bearer k"


def test_openais_client_takes_a_whole_reply():
    with ChatServer(lambda _: Say("创建节水型企业。")) as server:
        reply = openai.OpenAI(base_url=server.url, api_key="k").chat.completions.create(model="m", messages=ASKED)
    assert reply.choices[0].message.content == "创建节水型企业。" and reply.usage is not None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (403, openai.PermissionDeniedError),
        (404, openai.NotFoundError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
def test_openais_client_knows_its_errors(status, kind):
    with ChatServer(lambda _: Fail(status, error("说明", "a_code"))) as server:
        client = openai.OpenAI(base_url=server.url, api_key="k", max_retries=0)
        with pytest.raises(kind) as caught:
            client.chat.completions.create(model="m", messages=ASKED, stream=True)
    assert caught.value.code == "a_code" and "说明" in str(caught.value)


def test_openais_client_sees_a_line_that_is_cut():
    with ChatServer(lambda _: Say("创建", then="cut")) as server:
        client = openai.OpenAI(base_url=server.url, api_key="k", max_retries=0)
        with pytest.raises(openai.APIConnectionError):
            list(client.chat.completions.create(model="m", messages=ASKED, stream=True))


def test_ollamas_client_streams_from_it():
    with ChatServer(lambda _: Say("创建节水型企业。", size=3)) as server:
        parts = list(ollama.Client(host=server.ollama_url).chat(model="m", messages=ASKED, stream=True))
    assert "".join(part.message.content or "" for part in parts) == "创建节水型企业。"
    assert parts[-1].done and parts[-1].eval_count == 20


def test_ollamas_client_knows_its_errors():
    absent = Fail(404, {"error": "model 'm' not found"})
    with ChatServer(lambda _: absent) as server, pytest.raises(ollama.ResponseError) as caught:
        list(ollama.Client(host=server.ollama_url).chat(model="m", messages=ASKED, stream=True))
    assert caught.value.status_code == 404
