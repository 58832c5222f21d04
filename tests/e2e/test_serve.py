"""`wence serve` from an empty home: a loading page, then real answers about the bundled documents, and a clean end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ROOT, free_port, loading_state, reload, running, serving, wait_until_ready

LOADING_SECONDS = 10
"""Enough for a busy machine; the benchmark holds the page to the real figure."""


def test_the_loading_page_comes_first_and_gives_way_to_the_chat(visit: Callable[..., Page], tmp_path: Path) -> None:
    started = time.monotonic()
    with running(*serving(tmp_path / "home"), log=tmp_path / "log") as url:
        while loading_state(url) == "closed":
            assert time.monotonic() - started < LOADING_SECONDS
            time.sleep(0.05)
        page = visit(url)
        expect(page.locator("h1")).to_have_text("问策")
        expect(page.locator(".welcome")).to_be_visible(timeout=60_000)
        expect(page.locator("#evidence .library li")).to_have_count(5)


def test_a_question_is_answered_and_its_mark_opens_the_right_clause(
    visit: Callable[..., Page], bundled_server: str
) -> None:
    page = visit(bundled_server)
    expect(page.locator(".welcome")).to_be_visible()
    page.locator("#question textarea").fill("起步区到2035年新型储能设施规模要达到多少？")
    page.locator("#send").click()
    expect(page.locator(".answer")).to_contain_text("70 万千瓦")
    expect(page.locator(".footnote")).to_be_visible()
    page.locator(".answer a.mark").first.click()
    card = page.locator("#evidence .card[aria-current]")
    expect(card.locator("h3")).to_have_text("济南新旧动能转换起步区碳达峰工作方案")
    expect(card.locator(".where .path")).to_have_text("三 > （一） > 4")
    expect(card.locator(".clause mark")).to_contain_text("新型储能设施规模达到 70 万千瓦")
    expect(card.locator(".clause mark")).to_be_in_viewport()
    expect(card.locator(".badge")).to_have_text("与原文一致")


def test_every_example_is_answered_with_verified_marks(visit: Callable[..., Page], bundled_server: str) -> None:
    page = visit(bundled_server)
    expect(page.locator("button.example")).to_have_count(5)
    for position in range(5):
        page.locator("button.example").nth(position).click()
        expect(page.locator(".footnote")).to_be_visible()
        badges = page.locator(".citations .badge")
        assert badges.count() >= 1
        assert set(badges.all_inner_texts()) == {"与原文一致"}
        page.locator("#clear").click()
        expect(page.locator(".welcome")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "scheme", "language", "badge"),
    [
        (1440, "light", "English", "Matches the source"),
        (1280, "dark", "中文", "与原文一致"),
        (360, "dark", "English", "Matches the source"),
        (360, "light", "中文", "与原文一致"),
    ],
)
def test_a_stranger_asks_checks_and_takes_an_answer_away(
    visit: Callable[..., Page], bundled_server: str, width: int, scheme: str, language: str, badge: str
) -> None:
    page = visit(bundled_server, width=width, color_scheme=scheme)
    page.get_by_text(language, exact=True).click()
    expect(page.locator("#send")).to_have_text({"English": "Send", "中文": "发送"}[language])
    question = page.locator("button.example").first.inner_text()
    page.locator("button.example").first.click()
    expect(page.locator(".exchange .footnote")).to_be_visible()
    page.locator(".answer a.mark").first.click()
    card = page.locator("#evidence .card[aria-current]")
    expect(card.locator(".badge").first).to_have_text(badge)
    expect(card.locator(".clause mark").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 500:
        page.locator("#evidence .close").click()
    with page.expect_download() as started:
        page.locator('.actions a[href*=".docx"]').click()
    assert question in "".join(paragraph.text for paragraph in Document(started.value.path()).paragraphs)
    page.wait_for_timeout(800)
    reload(page)
    expect(page.locator(".exchange .question")).to_contain_text(question)
    expect(page.locator(".citations .badge").first).to_have_text(badge)


def test_what_no_document_says_is_refused_with_the_nearest_clauses(
    visit: Callable[..., Page], bundled_server: str
) -> None:
    page = visit(bundled_server)
    page.locator("#question textarea").fill("江苏省科学技术厅厅长是谁？")
    page.locator("#send").click()
    expect(page.locator(".refusal h3")).to_have_text("为什么没有回答")
    page.locator(".refusal a.passage").first.click()
    expect(page.locator("#evidence .clause")).not_to_be_empty()


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = subprocess.run(
            [part.format(port=port) for part in serving(tmp_path)], cwd=ROOT, capture_output=True, timeout=60
        )
    assert ended.returncode != 0
    assert re.search(rf"端口 {port} 已被占用", ended.stderr.decode())
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("moment", ["starting", "ready"])
def test_an_interrupt_ends_it_cleanly(tmp_path: Path, moment: str) -> None:
    port = str(free_port())
    command = [part.format(port=port) for part in serving(tmp_path / "home")]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    url = f"http://127.0.0.1:{port}"
    while loading_state(url) == "closed":
        assert process.poll() is None
        time.sleep(0.05)
    if moment == "ready":
        wait_until_ready(url)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert b"Traceback" not in errors
