"""The REST endpoints: the same assistant, typed values, failures in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.models import Answer
from assistant.reading import ClauseView
from tests.ui.desk import HOSTILE, HandMadeDesk, bundled_texts, hostile_text
from ui import api


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[HandMadeDesk]:
    desk = HandMadeDesk(tmp_path, [*bundled_texts(), hostile_text()])
    yield desk
    desk.library.close()


@pytest.fixture
def client(desk: HandMadeDesk) -> TestClient:
    app = FastAPI()
    api.attach(app, desk)
    return TestClient(app)


def test_ask_returns_the_assistants_answer(client: TestClient, desk: HandMadeDesk) -> None:
    reply = client.post("/api/ask", json={"question": "江苏新增多少家？"})
    assert reply.status_code == 200
    assert Answer.model_validate(reply.json()).citations[0].quote == "新增绿色低碳技术领域高新技术企业1000家"
    assert desk.assistant.asked == [("江苏新增多少家？", ())]


def test_ask_hands_on_the_turns_before(client: TestClient, desk: HandMadeDesk) -> None:
    first = client.post("/api/ask", json={"question": "江苏新增多少家？"}).json()
    turns = [{"question": "江苏新增多少家？", "answer": first}]
    reply = client.post("/api/ask", json={"question": "到2030年呢？", "turns": turns})
    assert reply.json()["question"] == "江苏省的到2030年呢？"
    assert [turn.question for turn in desk.assistant.asked[1][1]] == ["江苏新增多少家？"]


@pytest.mark.parametrize("body", [{}, {"question": ""}, {"question": "问" * 2001}, {"question": "问", "more": 1}])
def test_ask_takes_nothing_but_a_question_of_fair_length(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/api/ask", json=body).status_code == 422


def test_search_returns_passages(client: TestClient) -> None:
    found = client.get("/api/search", params={"q": "储能", "k": 2}).json()
    assert len(found) == 2
    assert all(passage["clause_id"] and passage["text"] for passage in found)


def test_documents_are_listed(client: TestClient) -> None:
    numbers = {document["number"] for document in client.get("/api/documents").json()}
    assert "苏科发〔2023〕11号" in numbers


def test_a_clause_is_shown_in_its_place_with_the_quote_located(client: TestClient) -> None:
    cited = client.post("/api/ask", json={"question": "江苏新增多少家？"}).json()["citations"][0]
    reply = client.get(f"/api/clauses/{cited['clause_id']}", params={"quote": cited["quote"]})
    view = ClauseView.model_validate(reply.json())
    assert view.text[view.start : view.end] == cited["quote"]
    assert (view.number, view.path, view.headings) == ("苏科发〔2023〕11号", "一 > （三）", ("一、总体要求",))


def test_an_unknown_clause_is_not_found_in_both_languages(client: TestClient) -> None:
    reply = client.get("/api/clauses/nothing.here")
    assert reply.status_code == 404
    assert "nothing.here" in reply.json()["error"]["zh"]
    assert "nothing.here" in reply.json()["error"]["en"]


def test_a_question_that_cannot_be_used_says_why(client: TestClient) -> None:
    reply = client.post("/api/ask", json={"question": "出错"})
    assert reply.status_code == 400
    assert reply.json()["error"]["en"] == "The question cannot be used: put it another way."


def test_document_text_is_raw(client: TestClient) -> None:
    assert any(HOSTILE in document["title"] for document in client.get("/api/documents").json())


def test_health_counts_the_documents(client: TestClient) -> None:
    assert client.get("/api/health").json() == {"status": "ready", "documents": 6}


def test_targets_come_as_a_table_narrowed_as_asked(client: TestClient) -> None:
    found = client.get("/api/targets", params={"topic": "高新技术企业", "place": "江苏", "year": 2025}).json()
    assert [(row["low"], row["unit"], row["measure"], row["path"]) for row in found["rows"]] == [
        (1000.0, "家", "flow", "一 > （三）")
    ]
    assert client.get("/api/targets", params={"document": "没有.txt"}).status_code == 404
    assert client.get("/api/targets", params={"year": "明年"}).status_code == 422


@pytest.mark.parametrize(("kind", "begins"), [("xlsx", b"PK"), ("docx", b"PK"), ("svg", b"<svg")])
def test_the_table_of_targets_is_served_as_files(client: TestClient, kind: str, begins: bytes) -> None:
    reply = client.get(f"/api/targets.{kind}", params={"topic": "高新技术企业"})
    assert quote(f"（高新技术企业）.{kind}") in reply.headers["content-disposition"]
    assert reply.status_code == 200
    assert reply.content.startswith(begins)
    assert f"targets.{kind}" in reply.headers["content-disposition"]


def test_what_cannot_be_drawn_or_is_no_file_is_said(client: TestClient) -> None:
    nothing = client.get("/api/targets.svg", params={"topic": "火星"})
    assert (nothing.status_code, "没有可比的数值" in nothing.json()["error"]["zh"]) == (400, True)
    assert client.get("/api/targets.exe").status_code == 422
