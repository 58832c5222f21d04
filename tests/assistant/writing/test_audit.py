"""The log of requests and the month's limit."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading

import pytest

from assistant.writing.audit import FILE_NAME, AuditLog
from assistant.writing.endpoint import endpoint
from assistant.writing.faults import Fault, WriterFailed
from tests.assistant.writing.conftest import QUESTION
from tests.chat_server.acts import Fail, Say, error

MODEL = endpoint("openai:m", "http://127.0.0.1:1/v1")


def rows(home) -> list[sqlite3.Row]:
    with sqlite3.connect(home / FILE_NAME) as store:
        store.row_factory = sqlite3.Row
        return store.execute("SELECT * FROM answers").fetchall()


def test_each_answer_is_in_the_log_with_what_it_took(office):
    log = AuditLog(office.home)
    office.ask(lambda sent: Say(f"创建120家节水型企业。[{sent.key('120家')}][9]"), audit=log)
    office.ask(lambda _: Fail(401, error("no")), audit=log)
    good, bad = rows(office.home)
    assert (good["question"], good["status"], good["fault"]) == (QUESTION, "answered", "")
    assert (good["model"], good["prompt_version"]) == ("openai:double", "answer-3")
    assert (good["tokens_in"], good["tokens_out"], good["estimated"], good["unknown_marks"]) == (100, 20, 0, 1)
    assert good["first_token_ms"] is not None and good["total_ms"] >= good["first_token_ms"]
    assert (bad["status"], bad["fault"], bad["tokens_in"]) == ("answered", "unauthorized", 0)
    assert log.tokens_this_month() == 120


def test_tokens_that_the_service_does_not_report_are_counted_here(office):
    log = AuditLog(office.home)
    answer, _ = office.ask(lambda sent: Say(f"创建120家节水型企业。[{sent.key('120家')}]", usage=None), audit=log)
    assert answer.trace is not None and answer.trace.estimated
    assert answer.trace.tokens_in > 300 and answer.trace.tokens_out > 10
    assert log.tokens_this_month() == answer.trace.tokens_in + answer.trace.tokens_out


def test_over_the_months_limit_no_request_is_made(office):
    log = AuditLog(office.home, monthly_tokens=2500)
    answers = [
        office.ask(lambda sent: Say(f"创建120家。[{sent.key('120家')}]", usage=(900, 100)), audit=log) for _ in range(3)
    ]
    assert [len(server.sent) for _, server in answers] == [1, 0, 0]
    assert [answer.writer for answer, _ in answers] == ["model", "extractive", "extractive"]
    assert "model.monthly_tokens" in answers[1][0].notice


def test_requests_at_the_same_time_cannot_run_over_the_limit_together(tmp_path):
    log = AuditLog(tmp_path, monthly_tokens=1000)
    made, refused = [], []

    def ask() -> None:
        try:
            with log.reserved(MODEL, 300) as reservation:
                made.append(1)
                barrier.wait(5)
                reservation.used(250)
        except WriterFailed as failure:
            refused.append(failure.fault)
            barrier.wait(5)

    barrier = threading.Barrier(8)
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), refused) == (3, [Fault.OVER_LIMIT] * 5)
    assert log.tokens_this_month() == 750


def test_what_a_killed_process_had_set_aside_counts(tmp_path):
    log = AuditLog(tmp_path, monthly_tokens=1000)
    with pytest.raises(KeyboardInterrupt), log.reserved(MODEL, 300):
        raise KeyboardInterrupt
    assert log.tokens_this_month() == 300


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_only_its_owner_may_read_the_log(tmp_path):
    log = AuditLog(tmp_path / "home")
    assert log.tokens_this_month() == 0
    assert stat.S_IMODE((tmp_path / "home" / FILE_NAME).stat().st_mode) == 0o600


def test_where_the_log_cannot_be_written_no_request_is_made(office):
    (office.home / FILE_NAME).mkdir()
    answer, server = office.ask(lambda _: Say("x"), audit=AuditLog(office.home))
    assert server.sent == [] and answer.writer == "extractive" and FILE_NAME in answer.notice


def test_no_key_is_in_the_log(office):
    office.ask(lambda _: Fail(401, error("Incorrect API key provided: sk-secret-0001")), audit=AuditLog(office.home))
    assert b"sk-secret" not in (office.home / FILE_NAME).read_bytes()
