"""Whatever goes wrong with a model, the user gets the clauses' own words and is told what to do.

A real server misbehaves, over a real socket, towards the real clients.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.writing.endpoint import Patience, endpoint
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import CALM, QUESTION
from tests.chat_server.acts import Act, Fail, Raw, Say, Sent, error
from tests.chat_server.server import ChatServer

SHORT = replace(CALM, first_token_seconds=0.8, gap_seconds=0.8)
LINE = b'{"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"x"},"done":false}\n'


def cites(sent: Sent, text: str = "创建节水型企业120家。") -> str:
    return f"{text}[{sent.key('120家')}]"


FAULTS: dict[str, tuple[Callable[[Sent], Act], str, str]] = {
    "401": (lambda _: Fail(401, error("Incorrect API key provided: sk-secret-0001")), "密钥", "WENCE_MODEL_KEY"),
    "402": (lambda _: Fail(402, error("Insufficient Balance")), "余额", "balance"),
    "403": (lambda _: Fail(403, error("not allowed")), "权限", "403"),
    "404": (lambda _: Fail(404, error("The model does not exist", "model_not_found")), "没有模型", "model.name"),
    "429": (lambda _: Fail(429, error("slow down"), {"Retry-After": "120"}), "120 秒", "120 seconds"),
    "429, no quota": (lambda _: Fail(429, error("No more", "insufficient_quota")), "余额", "quota"),
    "500": (lambda _: Fail(500, error("boom")), "内部出错（500）", "(500)"),
    "503": (lambda _: Fail(503, "<html>busy</html>"), "不可用（503）", "(503)"),
    "redirected": (lambda _: Fail(307, "", {"Location": "http://192.0.2.1/v1"}), "别的地址", "another address"),
    "slow": (lambda sent: Say(cites(sent), first_pause=3), "没有开始回答", "first_token_seconds"),
    "stalled": (lambda sent: Say("创建节水型企业", then="stall", stall_seconds=3), "中途停了", "gap_seconds"),
    "cut": (lambda sent: Say("创建节水型企业", then="cut"), "中途断开", "broke off"),
    "malformed": (lambda _: Raw(b"data: {not json\n\n"), "格式不对", "wrong form"),
    "half a message": (lambda _: Raw(b'data: {"choices": 7}\n\n'), "格式不对", "wrong form"),
    "a page": (lambda _: Raw(b"<html>Please log in</html>", "text/html"), "", ""),
    "empty": (lambda _: Say(""), "是空的", "empty"),
    "only thoughts": (lambda _: Say("<think>120家？</think>"), "是空的", "empty"),
    "another language": (lambda sent: Say(cites(sent, "By 2025 there will be 120 firms.")), "没有用中文", "Chinese"),
    "no marks": (lambda _: Say("到2025年创建节水型企业120家。"), "没有引用", "cites no clause"),
    "invented marks": (lambda _: Say("到2025年创建120家。[kabcdef0][1]"), "没有引用", "cites no clause"),
    "context": (
        lambda _: Fail(400, error("This model's maximum context length is 4096 tokens", "context_length_exceeded")),
        "上下文长度",
        "context_tokens",
    ),
    "filtered before": (lambda _: Fail(400, error("data_inspection_failed")), "内容审查", "content filter"),
    "filtered midway": (lambda _: Say("创建节水型", finish="content_filter"), "内容审查", "content filter"),
    "rejected": (lambda _: Fail(400, error("temperature must be 1")), "temperature must be 1", "temperature must be 1"),
    "endless": (lambda _: Say("节水型企业。" * 12_000, size=4000), "太长", "too long"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leaves_the_answer_by_rule_and_says_what_to_do(office, name):
    behaviour, zh, en = FAULTS[name]
    answer, server = office.ask(behaviour, patience=SHORT if name in ("slow", "stalled") else CALM)
    assert answer.writer == "extractive" and "120家" in answer.answer and answer.citations
    assert zh in answer.notice and en in answer.notice_en
    assert answer.notice.endswith("这里的回答摘自文件原文。") and answer.notice_en.isascii()
    assert "sk-secret" not in answer.model_dump_json()
    assert len(server.sent) == 1
    assert answer.trace is not None and answer.trace.attempts == 1


OLLAMA = {
    "no such model": (lambda _: Fail(404, {"error": 'model "double" not found, try pulling it first'}), "没有模型"),
    "500": (lambda _: Fail(500, {"error": "llama runner process has terminated"}), "内部出错（500）"),
    "error in the stream": (lambda _: Raw(LINE + b'{"error":"an error was encountered"}\n'), "内部出错"),
    "slow": (lambda sent: Say(cites(sent), first_pause=3), "没有开始回答"),
    "stalled": (lambda sent: Say("创建节水型企业", then="stall", stall_seconds=3), "中途停了"),
    "cut": (lambda sent: Say("创建节水型企业", then="cut"), "中途断开"),
    "malformed": (lambda _: Raw(LINE + b"{not json\n"), "格式不对"),
    "empty": (lambda _: Say(""), "是空的"),
}


@pytest.mark.parametrize("name", OLLAMA)
def test_the_same_holds_for_ollama(office, name):
    behaviour, zh = OLLAMA[name]
    patience = SHORT if name in ("slow", "stalled") else CALM
    answer, _ = office.ask(behaviour, provider="ollama", patience=patience)
    assert answer.writer == "extractive" and "120家" in answer.answer and zh in answer.notice


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_service_that_does_not_run_is_named(office, provider):
    url = f"http://127.0.0.1:{closed_port()}"
    writer = ModelWriter(endpoint(f"{provider}:m", url, patience=CALM))
    answer = office.assistant_with(writer).ask(QUESTION)
    assert "连不上" in answer.notice and url.removeprefix("http://") in answer.notice and "120家" in answer.answer
    assert answer.trace is not None and answer.trace.tokens_in == 0


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_service_that_speaks_no_tls_is_told_apart(office, provider):
    with ChatServer(lambda _: Say("")) as server:
        url = server.url.replace("http:", "https:")
        writer = ModelWriter(endpoint(f"{provider}:m", url, patience=CALM))
        answer = office.assistant_with(writer).ask(QUESTION)
    assert "加密连接" in answer.notice and "120家" in answer.answer


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_client_that_does_not_start_is_a_fault_as_well(office, provider, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    writer = ModelWriter(endpoint(f"{provider}:m", "https://192.0.2.1/v1", patience=CALM))
    answer = office.assistant_with(writer).ask(QUESTION)
    assert "120家" in answer.answer and "SSL_CERT_FILE" in answer.notice


def test_comments_that_keep_a_line_alive_are_no_answer(office):
    answer, _ = office.ask(lambda _: Say("创建", then="comments", stall_seconds=3), patience=SHORT)
    assert "中途停了" in answer.notice


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_model_that_thinks_beside_its_answer_is_alive_and_its_thoughts_are_not_shown(office, provider):
    """It thinks for longer than a gap may be."""

    def behaviour(sent: Sent) -> Say:
        return Say(cites(sent), thoughts="先看条款再回答" * 3, size=3, pause=0.3)

    patience = replace(CALM, first_token_seconds=1.5, gap_seconds=1.5)
    answer, _ = office.ask(behaviour, provider=provider, patience=patience)
    assert (answer.writer, answer.answer) == ("model", "创建节水型企业120家。[1]")


def failing_first(times: int, failure: Act) -> Callable[[Sent], Act]:
    count = 0

    def act(sent: Sent) -> Act:
        nonlocal count
        count += 1
        return failure if count <= times else Say(cites(sent))

    return act


PASSING = {
    "429": Fail(429, error("slow down"), {"Retry-After": "0.2"}),
    "500": Fail(500, error("boom")),
    "503": Fail(503, error("loading")),
    "cut before the first word": Say("", then="cut"),
    "empty": Say(""),
    "malformed": Raw(b"data: {not json\n\n"),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_tried_again(office, name):
    answer, server = office.ask(failing_first(2, PASSING[name]), patience=replace(CALM, retries=2))
    assert (answer.writer, answer.notice, len(server.sent)) == ("model", "", 3)
    assert answer.trace is not None and answer.trace.attempts == 3


def test_tries_are_bounded(office):
    answer, server = office.ask(failing_first(9, PASSING["500"]), patience=replace(CALM, retries=2))
    assert answer.writer == "extractive" and len(server.sent) == 3


@pytest.mark.parametrize("name", ["401", "404", "filtered before", "no marks", "another language"])
def test_what_does_not_pass_is_not_tried_again(office, name):
    _, server = office.ask(FAULTS[name][0], patience=replace(CALM, retries=2))
    assert len(server.sent) == 1


def test_after_words_were_shown_nothing_is_tried_again(office):
    _, server = office.ask(
        lambda _: Say("创建节水型企业" * 9, pause=0.01, then="cut"), patience=replace(CALM, retries=2)
    )
    assert len(server.sent) == 1


def test_a_pause_as_long_as_the_service_asks_for_is_kept(office):
    began = time.monotonic()
    office.ask(failing_first(1, Fail(429, {}, {"Retry-After": "1"})), patience=replace(CALM, retries=1))
    assert time.monotonic() - began >= 1


def test_a_context_that_is_too_long_is_halved(office):
    limit = Fail(400, error("maximum context length exceeded", "context_length_exceeded"))
    answer, server = office.ask(failing_first(1, limit), patience=replace(CALM, retries=1))
    assert answer.writer == "model"
    assert len(server.sent[1].prompt) < len(server.sent[0].prompt)


def test_a_reply_that_was_cut_off_is_a_part_of_an_answer(office):
    answer, _ = office.ask(lambda sent: Say(f"{cites(sent)}另外设立节水", finish="length"))
    assert (answer.writer, answer.status) == ("model", "partial")
    assert "截断" in answer.notice and "cut off" in answer.notice_en


def test_patience_is_bounded_as_a_whole(office):
    patience = Patience(first_token_seconds=5, gap_seconds=5, total_seconds=1, retries=0)
    began = time.monotonic()
    answer, _ = office.ask(lambda _: Say("节水" * 500, pause=0.05), patience=patience)
    assert answer.writer == "extractive" and time.monotonic() - began < 4
