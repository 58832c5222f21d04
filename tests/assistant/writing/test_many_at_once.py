"""Fifty conversations stream at once from a slow service: none mixed up, memory bounded, others served meanwhile."""

from __future__ import annotations

import re
import resource
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.models import Answer, Draft
from assistant.writing.audit import AuditLog
from tests.assistant.writing.conftest import QUESTION
from tests.chat_server.acts import Say, Sent
from tests.chat_server.server import ChatServer

MANY = 50
GROWTH = 150 * 2**20
"""Bytes that the process may grow by: three million for each conversation."""


def memory() -> int:
    """The most that this process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def slow(sent: Sent) -> Say:
    number = re.findall(r"第(\d+)组", sent.question)[0]
    text = (
        f"第{number}组的回答：创建节水型企业120家。[{sent.key('120家')}]"
        + f"第{number}组还设立节水专项资金。[{sent.key('专项资金')}]"
    )
    return Say(text, size=2, pause=0.08, first_pause=0.5)


@pytest.mark.slow
def test_fifty_streams_at_once(office):
    log = AuditLog(office.home, monthly_tokens=10_000_000)
    with ChatServer(slow) as server:
        assistant = office.assistant(server, audit=log)
        assistant.ask(f"第999组：{QUESTION}")
        before = memory()
        together = threading.Barrier(MANY + 1)

        def converse(number: int) -> list[Draft | Answer]:
            together.wait(30)
            return list(assistant.stream(f"第{number}组：{QUESTION}"))

        with ThreadPoolExecutor(MANY) as pool:
            running = [pool.submit(converse, number) for number in range(MANY)]
            together.wait(30)
            waits = []
            while not all(one.done() for one in running):
                began = time.monotonic()
                assert assistant.search("节水型企业", 3)
                waits.append(time.monotonic() - began)
                time.sleep(0.05)
            streams = [one.result() for one in running]
    for number, items in enumerate(streams):
        answer = items[-1]
        assert isinstance(answer, Answer) and answer.writer == "model", answer.notice
        said = [answer.answer, *(item.text for item in items if isinstance(item, Draft))]
        assert {found for text in said for found in re.findall(r"第(\d+)组", text)} == {str(number)}
        assert len(items) > 5, "it streamed"
    assert memory() - before < GROWTH
    assert sorted(waits)[len(waits) // 2] < 1.0, "others are served meanwhile"
    assert log.tokens_this_month() == (MANY + 1) * 120
