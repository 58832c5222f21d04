"""Documents that must stay on this machine are never sent elsewhere: seen at the wire."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.writing.endpoint import Endpoint, endpoint
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import CALM, COMPARISON, OTHER, PLAN, QUESTION, Office, open_office
from tests.chat_server.acts import Fail, Say, Sent
from tests.chat_server.server import ChatServer

SECRET = "000123\n机密★1年\n\n" + PLAN
ABOUT_OTHER = "节水型小区覆盖率要达到多少？"


class _Elsewhere(Endpoint):
    """A server of the test, taken for one on another machine."""

    @property
    def remote(self) -> bool:
        return True


def elsewhere(server: ChatServer) -> ModelWriter:
    here = endpoint("openai:double", server.url, patience=CALM)
    return ModelWriter(_Elsewhere(here.provider, here.model, here.url, patience=CALM))


def cites_all(sent: Sent) -> Say:
    return Say("".join(f"{text.splitlines()[-1]}[{key}]" for key, text in sent.clauses.items()))


@pytest.fixture(params=["marked", "kept"])
def confined(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """One document with a 密级, or kept on this machine by its user; another without."""
    texts = {"宁波节水方案.txt": SECRET if request.param == "marked" else PLAN, "湖州节水方案.txt": OTHER}
    with open_office(tmp_path, texts) as office:
        if request.param == "kept":
            office.library.set_local_only("宁波节水方案.txt", True)
        yield office


def test_an_answer_that_rests_on_such_a_document_is_not_written_elsewhere(confined):
    with ChatServer(cites_all) as server:
        answer = confined.assistant_with(elsewhere(server)).ask(QUESTION)
    assert server.sent == []
    assert answer.writer == "extractive" and "120家" in answer.answer
    assert "只限本机" in answer.notice and "must stay on this machine" in answer.notice_en


def test_a_comparison_with_such_a_document_is_not_written_elsewhere(confined):
    with ChatServer(cites_all) as server:
        answer = confined.assistant_with(elsewhere(server)).ask(COMPARISON)
    assert server.sent == [] and answer.writer == "extractive"


def test_an_answer_out_of_other_documents_is_and_the_rest_is_withheld(confined):
    with ChatServer(cites_all) as server:
        answer = confined.assistant_with(elsewhere(server)).ask(ABOUT_OTHER)
    assert answer.writer == "model" and "60%" in answer.answer
    assert len(server.sent) == 1 and "60%" in server.wire
    for words in ("120家", "3.5亿", "专项资金", "宁波", "机密"):
        assert words not in server.wire
    assert "没有发给" in answer.notice and "宁波" in answer.notice


def test_a_follow_up_that_leans_on_such_a_document_is_not_sent(confined):
    from assistant.models import Turn

    with ChatServer(cites_all) as server:
        assistant = confined.assistant_with(elsewhere(server))
        history = (Turn(question=QUESTION, answer=assistant.ask(QUESTION)),)
        for question in ("谁负责？", "那么用水总量呢？", "还有哪些奖励？"):
            answer = assistant.ask(question, history=history)
            assert answer.writer == "extractive"
    assert server.sent == []


def test_on_this_machine_all_documents_may_be_sent(confined):
    answer, server = confined.ask(cites_all)
    assert answer.writer == "model" and "120家" in server.wire


def test_a_mark_that_an_earlier_version_did_not_read_counts(tmp_path):
    """Its summary, as stored then, says nothing of a mark."""
    with open_office(tmp_path, {"宁波节水方案.txt": SECRET}) as office:
        office.library._execute(
            'UPDATE documents SET summary = replace(summary, \'"security_level":"机密"\', \'"security_level":""\')'
        )
        office.library._raise_generation()
        assert [one.security_level for one in office.library.documents()] == [""]
        with ChatServer(cites_all) as server:
            office.assistant_with(elsewhere(server)).ask(QUESTION)
        assert server.sent == []


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_PROXY"])
@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_no_variable_of_the_environment_leads_clauses_astray(office, provider, variable, monkeypatch):
    with ChatServer(cites_all) as astray:
        monkeypatch.setenv(variable, astray.ollama_url)
        answer, server = office.ask(cites_all, provider=provider)
    assert answer.writer == "model" and len(server.sent) == 1 and astray.sent == []


def test_no_tracing_service_hears_of_a_question_unasked(office, monkeypatch):
    with ChatServer(cites_all) as tracing:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        for name in ("LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"):
            monkeypatch.setenv(name, tracing.ollama_url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "x")
        answer, _ = office.ask(cites_all)
        from langchain_core.tracers.langchain import wait_for_all_tracers

        wait_for_all_tracers()
    assert answer.writer == "model" and tracing.sent == []


@pytest.mark.parametrize("kept", [False, True])
def test_a_tracing_service_that_is_asked_for_hears_nothing_of_confined_documents(office, monkeypatch, kept):
    if kept:
        office.library.set_local_only("宁波节水方案.txt", True)
    with ChatServer(lambda _: Fail(202)) as tracing, ChatServer(cites_all) as server:
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", tracing.ollama_url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "x")
        here = endpoint("openai:double", server.url, patience=CALM)
        answer = office.assistant_with(ModelWriter(here, trace="langchain")).ask(QUESTION)
        from langchain_core.tracers.langchain import wait_for_all_tracers

        wait_for_all_tracers()
        _wait_for(tracing, 0 if kept else 1)
    assert answer.writer == "model" and bool(tracing.sent) is not kept


def _wait_for(server, requests):
    """The tracer has handed over what it has by now; its thread may still be on the way with it."""
    given_up = time.monotonic() + 20
    while len(server.sent) < requests and time.monotonic() < given_up:
        time.sleep(0.05)


def test_keys_of_other_services_are_not_sent(office, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    monkeypatch.setenv("OLLAMA_API_KEY", "of-ollama")
    for provider in ("openai", "ollama"):
        with ChatServer(cites_all) as server:
            url = server.url if provider == "openai" else server.ollama_url
            office.assistant_with(ModelWriter(endpoint(f"{provider}:m", url, patience=CALM))).ask(QUESTION)
        assert "of-o" not in server.wire and server.sent[0].headers["authorization"] == "Bearer none"
