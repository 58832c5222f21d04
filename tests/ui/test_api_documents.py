"""Keeping the library over REST: a file put in, looked at, stated about, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.corpus.test_pdf_reader import pdf
from tests.ui.conftest import NOTICE
from tests.ui.desk import HandMadeDesk, bundled_texts
from ui import api

NAME = "节水通知（2021年）〔试行〕.txt"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[HandMadeDesk]:
    desk = HandMadeDesk(tmp_path, bundled_texts()[:1])
    yield desk
    desk.library.close()


@pytest.fixture
def client(desk: HandMadeDesk) -> TestClient:
    app = FastAPI()
    api.attach(app, desk)
    return TestClient(app)


Put = Callable[..., dict[str, object]]


@pytest.fixture
def put(client: TestClient) -> Put:
    def send(name: str, content: str | bytes, code: int = 200) -> dict[str, object]:
        reply = client.put(f"/api/documents/{quote(name)}", content=content)
        assert reply.status_code == code, reply.text
        return dict(reply.json())

    return send


def names(client: TestClient) -> list[str]:
    return [document["name"] for document in client.get("/api/documents").json()]


def test_a_file_is_taken_in_under_its_own_name_and_reported_on(client: TestClient, put: Put) -> None:
    added = put(NAME, NOTICE)
    assert added["outcome"] == "added"
    assert added["document"]["title"] == "关于做好节水工作的通知"  # type: ignore[index]
    assert added["report"]["gaps"] == []  # type: ignore[index]
    assert NAME in names(client)


def test_a_file_on_its_way_in_says_how_far_it_is(client: TestClient, desk: HandMadeDesk, tmp_path: Path) -> None:
    address = f"/api/documents/{quote('长（一）.pdf')}/progress"
    assert client.get(address).json() is None
    seen: list[object] = []

    def looked() -> bool:
        seen.append(client.get(address).json())
        return False

    desk.keeper.add(pdf(tmp_path / "长（一）.pdf", ["一、甲方案。"], ["二、乙事项。"]), looked)
    assert {"stage": "reading", "done": 1, "total": 2} in seen
    assert client.get(address).json() is None


def test_the_same_text_is_kept_once_and_a_new_text_replaces_the_old(client: TestClient, put: Put) -> None:
    put(NAME, NOTICE)
    assert put("副本.txt", NOTICE)["document"]["name"] == NAME  # type: ignore[index]
    assert put(NAME, NOTICE + "\n三、附则\n\n本通知自印发之日起施行。\n")["outcome"] == "replaced"
    assert names(client).count(NAME) == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("空.txt", b"", 422),
        ("空白.txt", b" \n\n", 422),
        ("坏.docx", b"PK\x03\x04 this is no archive", 422),
        ("坏.pdf", b"%PDF-1.7\nnothing behind it", 422),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(64), 422),
        ("旧.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), 422),
        ("大.txt", b"a" * (2**20 + 1), 413),
        ("长" * 80 + ".txt", b"a", 400),
        ("a\x00.txt", b"a", 400),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_both_languages(
    client: TestClient, put: Put, name: str, content: bytes, code: int
) -> None:
    before = names(client)
    error = put(name, content, code)["error"]
    assert error["zh"] and error["en"]  # type: ignore[index]
    assert error["zh"] != error["en"]  # type: ignore[index]
    assert names(client) == before


def test_a_page_gets_the_reason_without_a_failing_status(client: TestClient) -> None:
    reply = client.put("/api/documents/a.txt?quiet=true", content=b"")
    assert reply.status_code == 200
    assert set(reply.json()["error"]) == {"zh", "en"}


def test_a_body_that_grows_over_the_limit_is_refused_without_its_length(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"a" * 2**16

    assert client.put("/api/documents/a.txt", content=pieces()).status_code == 413


def test_a_path_in_a_name_is_left_out(client: TestClient, put: Put) -> None:
    put("..\\..\\etc\\节水.txt", NOTICE)
    assert "节水.txt" in names(client)


def test_what_is_stated_is_kept_and_the_rest_stays(client: TestClient, put: Put) -> None:
    put(NAME, NOTICE)
    stated = client.patch(f"/api/documents/{quote(NAME)}", json={"validity": "repealed", "enabled": False}).json()
    assert (stated["status"]["validity"], stated["status"]["enabled"]) == ("repealed", False)
    stated = client.patch(f"/api/documents/{stated['id']}", json={"effective_from": "2021-05-06"}).json()
    assert stated["status"] == {
        "validity": "repealed", "effective_from": "2021-05-06", "effective_until": "", "enabled": False
    }  # fmt: skip
    assert client.patch(f"/api/documents/{stated['id']}", json={"local_only": True}).json()["local_only"] is True
    assert client.get("/api/health").json()["documents"] == 1


def test_a_date_that_is_none_is_refused(client: TestClient, put: Put) -> None:
    put(NAME, NOTICE)
    reply = client.patch(f"/api/documents/{quote(NAME)}", json={"effective_from": "去年"})
    assert reply.status_code == 400
    assert "2024-05-01" in reply.json()["error"]["zh"]


def test_the_outline_leads_to_the_reader(client: TestClient, put: Put) -> None:
    added = put(NAME, NOTICE)["document"]
    outline = client.get(f"/api/documents/{added['id']}/outline").json()  # type: ignore[index]
    clause = next(each for each in outline if each["path"] == "二 > （一）")
    assert clause["headline"].startswith("（一）")
    assert clause["url"] == f"/?doc={added['id']}#{clause['eid']}"  # type: ignore[index]
    report = client.get(f"/api/documents/{quote(NAME)}/report").json()
    assert report["clauses"] == len(outline)


def test_a_removed_document_is_gone(client: TestClient, put: Put) -> None:
    put(NAME, NOTICE)
    assert client.delete(f"/api/documents/{quote(NAME)}").json()["name"] == NAME
    assert NAME not in names(client)
    assert client.delete(f"/api/documents/{quote(NAME)}").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_foreign_page_changes_nothing(client: TestClient, method: str) -> None:
    before = names(client)
    reply = client.request(method, f"/api/documents/{before[0]}", headers={"origin": "https://example.org"}, json={})
    assert reply.status_code == 403
    assert names(client) == before


def test_the_page_itself_may_change(client: TestClient) -> None:
    name = names(client)[0]
    assert client.delete(f"/api/documents/{name}", headers={"origin": "http://testserver"}).status_code == 200
