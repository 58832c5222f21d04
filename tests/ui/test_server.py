"""The port's first answers: the loading page and its state, failures, and the application behind the same door."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.errors import IndexMismatch
from tests.ui.desk import HandMadeDesk
from ui.catalogue import CHINESE, ENGLISH
from ui.doorway import STATE_PATH, Doorway
from ui.server import AddressUnusable, Report, Start, address, serve


@pytest.fixture
def doorway() -> Doorway:
    return Doorway("zh", lambda: None)


@pytest.fixture
def client(doorway: Doorway) -> Iterator[TestClient]:
    with TestClient(doorway) as client:
        yield client


def test_the_loading_page_is_there_at_once(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert all(words in page.text for words in (CHINESE.product, CHINESE.loading, ENGLISH.loading))


def test_everything_else_is_not_ready_yet(client: TestClient) -> None:
    assert client.get("/api/health").status_code == 503


def test_the_application_takes_over_with_its_lifespan(client: TestClient, doorway: Doorway) -> None:
    events: list[str] = []
    app = FastAPI(on_startup=[lambda: events.append("up")], on_shutdown=[lambda: events.append("down")])
    app.get("/")(lambda: "chat")
    doorway.open_to(app)
    assert client.get("/").json() == "chat"
    assert client.get(STATE_PATH).json()["status"] == "ready"
    assert events == ["up"]
    client.__exit__()
    assert events == ["up", "down"]


def test_no_page_may_load_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_what_goes_on_and_what_goes_wrong_is_told_in_both_languages() -> None:
    def prepare(report: Report) -> HandMadeDesk:
        report("正在收入文件", "Adding documents")
        time.sleep(0.3)
        raise IndexMismatch("索引与设置不符，请运行 wence reindex。", "The index does not fit; run wence reindex.")

    start = Start(prepare, "zh")
    with TestClient(start.doorway) as client:
        assert eventually(client, lambda state: state["zh"] == "正在收入文件")["en"] == "Adding documents"
        failed = eventually(client, lambda state: state["status"] == "failed")
    assert failed["zh"].endswith("请运行 wence reindex。")
    assert failed["en"].endswith("run wence reindex.")
    assert isinstance(start.failure, IndexMismatch)


def test_a_fault_in_the_start_shows_no_trace() -> None:
    def prepare(report: Report) -> HandMadeDesk:
        raise RuntimeError("a fault of the program")

    start = Start(prepare, "zh")
    with TestClient(start.doorway) as client:
        failed = eventually(client, lambda state: state["status"] == "failed")
    assert failed["zh"] == CHINESE.loading_failed
    assert isinstance(start.failure, RuntimeError)


def test_a_port_in_use_is_named_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AddressUnusable, match=str(port)) as caught:
            serve(lambda report: HandMadeDesk(tmp_path), port=port)
    assert "--port" in caught.value.zh
    assert "--port" in caught.value.en
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::1", "http://[::1]:80")],
)
def test_the_address_is_one_that_a_browser_here_can_open(host: str, expected: str) -> None:
    assert address(host, 80) == expected


def eventually(client: TestClient, fits: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        state: dict[str, str] = client.get(STATE_PATH).json()
        if fits(state):
            return state
        time.sleep(0.02)
    pytest.fail("the state never came")
