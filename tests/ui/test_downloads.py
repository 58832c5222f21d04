"""Files to take away: for the browser they belong to, under a name that cannot break out of its header."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.conversation_tables import Rating
from assistant.understanding.scope import Scope
from tests.ui.desk import HandMadeDesk
from ui import downloads
from ui.attachments import attachment
from ui.visitors import COOKIE, visitor_of

TOKEN = "a" * 43
NASTY = '../../etc/"passwd"\r\nSet-Cookie: x=1; 到2025年？'


@pytest.fixture
def browser(desk: HandMadeDesk) -> TestClient:
    app = FastAPI()
    app.include_router(downloads.router(desk))
    return TestClient(app, cookies={COOKIE: TOKEN})


@pytest.fixture
def kept(desk: HandMadeDesk, browser: TestClient) -> str:
    """A conversation of the browser's: one question answered and rated, one without an answer."""
    visitor = visitor_of(browser)
    conversation = desk.conversations.ask(visitor, "", "k1", NASTY, Scope())
    desk.conversations.answer(visitor, conversation, "k1", desk.assistant.ask("江苏？"))
    desk.conversations.rate(visitor, conversation, "k1", Rating("down", ("reason_wrong",)))
    desk.conversations.ask(visitor, conversation, "k2", "停了？", Scope())
    return conversation


@pytest.mark.parametrize("path", ["{}/k1.md", "{}/k1.docx", "{}.md", "{}.docx", "{}/briefing.docx"])
def test_a_file_goes_to_its_browser_and_to_no_other(browser: TestClient, kept: str, path: str) -> None:
    address = f"/export/{path.format(kept)}"
    assert browser.get(address).status_code == 200
    browser.cookies.clear()
    assert browser.get(address).status_code == 404
    assert browser.get(address, headers={"cookie": f"{COOKIE}={'b' * 43}"}).status_code == 404


@pytest.mark.parametrize("path", ["{}/k2.md", "{}/k9.docx", "other/k1.md", "other.md", "other.docx", "{}/k1.exe"])
def test_what_is_not_there_is_not_found(browser: TestClient, kept: str, path: str) -> None:
    assert browser.get(f"/export/{path.format(kept)}").status_code == 404


def test_the_name_of_a_file_stays_in_its_header(browser: TestClient, kept: str) -> None:
    reply = browser.get(f"/export/{kept}/k1.md")
    assert "set-cookie" not in reply.headers
    name = reply.headers["content-disposition"]
    assert "/etc" not in name and "\n" not in name
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("language", "word"), [("zh", "有误"), ("en", "Not right")])
def test_ratings_come_in_the_language_of_the_page(browser: TestClient, kept: str, language: str, word: str) -> None:
    assert word in browser.get(f"/export/ratings.csv?language={language}").content.decode("utf-8-sig")


def test_a_browser_without_a_token_gets_an_empty_table(browser: TestClient, kept: str) -> None:
    browser.cookies.clear()
    assert len(browser.get("/export/ratings.csv").text.splitlines()) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("到2025年，江苏新增多少家？", "到2025年，江苏新增多少家.md"),
        ("《某某方案》（国发〔2021〕3号）简报", "《某某方案》（国发〔2021〕3号）简报.md"),
        ("甲：“乙”/丙??", "甲_乙_丙.md"),
        ("问" * 90, "问" * 60 + ".md"),
        ("？！", "wence.md"),
    ],
)
def test_a_file_is_named_by_its_title_without_stray_signs(title: str, name: str) -> None:
    header = attachment(b"", title, "md", "text/markdown").headers["content-disposition"]
    assert unquote(header.partition("UTF-8''")[2]) == name
