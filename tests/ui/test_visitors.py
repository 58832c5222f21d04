"""Each browser gets a token of its own, and is known by its digest."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.visitors import COOKIE, VisitorCookie, visitor_of


@pytest.fixture
def app() -> FastAPI:
    app = FastAPI()
    app.add_middleware(VisitorCookie)
    app.get("/")(lambda: "page")
    app.get("/api/health")(lambda: "ready")
    return app


def test_a_browser_is_given_a_token_once(app: FastAPI) -> None:
    browser = TestClient(app)
    first = browser.get("/")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert "SameSite=Lax" in first.headers["set-cookie"]
    assert "set-cookie" not in browser.get("/").headers


def test_two_browsers_have_different_tokens(app: FastAPI) -> None:
    tokens = {TestClient(app).get("/").cookies[COOKIE] for _ in range(2)}
    assert len(tokens) == 2


def test_only_the_page_hands_out_tokens(app: FastAPI) -> None:
    assert "set-cookie" not in TestClient(app).get("/api/health").headers


def test_a_visitor_is_known_by_the_digest_of_the_token(app: FastAPI) -> None:
    token = TestClient(app).get("/").cookies[COOKIE]
    visitor = visitor_of(SimpleNamespace(cookies={COOKIE: token}))
    assert visitor and token not in visitor
    assert visitor == visitor_of(SimpleNamespace(cookies={COOKIE: token}))


@pytest.mark.parametrize("cookies", [{}, {COOKIE: ""}, {COOKIE: "x" * 42}, {COOKIE: "a b" * 15}])
def test_without_a_token_of_ours_there_is_no_visitor(cookies: dict[str, str]) -> None:
    assert visitor_of(SimpleNamespace(cookies=cookies)) == ""


def test_a_token_that_is_none_is_replaced(app: FastAPI) -> None:
    browser = TestClient(app, cookies={COOKIE: "made-up"})
    assert COOKIE in browser.get("/").headers["set-cookie"]
