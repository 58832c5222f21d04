"""Text of a document, a question or a model stays text, on every tab."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import desk_server, reload, running, wait_until_ready
from tests.e2e.test_every_tab import barriers, go_to, tabs
from tests.e2e.test_serve import serving
from tests.ui.hostile import KINDS, READ_OUT, SIGN, hostile_texts

Visit = Callable[..., Page]

WIDTH = 360


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    with running(*desk_server(folder / "home", "hostile-kinds"), log=folder / "log") as url:
        wait_until_ready(url)
        yield url


def holds(place: Locator, text: str) -> None:
    """All of the text is there, to the letter but for white space and the Markdown that an answer may use."""
    expect(place).to_be_visible()
    shown = re.sub(r"\s|\*\*|`", "", place.text_content() or "")
    assert re.sub(r"\s|\*\*|`", "", text) in shown


def nothing_came_alive(page: Page) -> None:
    page.wait_for_timeout(200)
    assert page.title() in ("问策", "Wence 问策")
    assert page.locator('img[src="x"], img[src^="http"], [onerror], a[href^="javascript:"]').count() == 0
    assert page.locator('a[href*="example.org"], main script').count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_of_a_document_stays_text_in_list_sheet_and_reader(visit: Visit, server: str, kind: str) -> None:
    page = visit(server, width=WIDTH, height=740)
    go_to(page, "library")
    row = page.locator(".lib-table tbody tr", has_text=f"{SIGN}{kind}")
    holds(row, KINDS[kind])
    nothing_came_alive(page)
    row.locator(".lib-manage").click()
    page.locator(".lib-sheet .lib-remove").click()
    holds(page.locator(".lib-confirm"), KINDS[kind])
    nothing_came_alive(page)
    page.keyboard.press("Escape")
    row.locator("a").click()
    holds(page.locator(".reader-clause", has_text="1000家"), KINDS[kind])
    holds(page.locator(".reader-outline"), KINDS[kind][:18])
    nothing_came_alive(page)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_of_question_and_answer_stays_text_in_chat_and_panel(visit: Visit, server: str, kind: str) -> None:
    page = visit(server, width=WIDTH, height=740)
    expect(page.locator(".welcome")).to_be_visible()
    nothing_came_alive(page)
    question = f"{READ_OUT}{kind}：{KINDS[kind]}"[:1900]
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    exchange = page.locator(".exchange")
    expect(exchange.locator(".footnote")).to_be_visible()
    holds(exchange.locator(".question"), question)
    holds(exchange.locator(".answer"), KINDS[kind])
    nothing_came_alive(page)
    exchange.locator(".answer a.mark").first.click()
    holds(page.locator("#evidence .clause").first, KINDS[kind])
    nothing_came_alive(page)
    reload(page)
    expect(page.locator("body")).to_contain_text(f"{READ_OUT}{kind}")
    nothing_came_alive(page)


def test_hostile_text_stays_text_on_every_other_tab(visit: Visit, server: str) -> None:
    page = visit(server, width=WIDTH, height=740)
    for tab in tabs(page):
        go_to(page, tab)
        nothing_came_alive(page)


def test_hostile_names_stay_text_in_the_queue_and_the_report(visit: Visit, server: str) -> None:
    page = visit(server, width=WIDTH, height=740)
    go_to(page, "library")
    names = [f"{KINDS['image'].replace('/', '')}.txt", f"{KINDS['bidi']}.txt", "长" * 60 + ".txt"]
    page.locator(".lib-choose input").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": b""} for name in names]
    )
    reports = page.locator(".lib-reports ol > li")
    expect(reports).to_have_count(len(names))
    for name in names:
        holds(reports.filter(has_text=name[:12]), name)
    nothing_came_alive(page)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real application over one document a kind."""
    folder = tmp_path_factory.mktemp("application")
    with running(*serving(folder / "home", "--no-samples"), log=folder / "log") as url:
        wait_until_ready(url)
        for number, text in enumerate(hostile_texts(), 1):
            content = text.text.replace("新增", f"新增高新技术企业{number}00家，其中").encode()
            httpx.put(f"{url}/api/documents/{SIGN}{number}.txt", content=content, timeout=60).raise_for_status()
        yield url


def test_hostile_documents_stay_text_in_real_answers(visit: Visit, application: str) -> None:
    page = visit(application, width=WIDTH, height=740)
    for question in ("到2025年新增高新技术企业多少家？", f"{SIGN}image实施方案的保障是什么？", f"有哪些{SIGN}方案？"):
        before = page.locator(".exchange").count()
        page.locator("#question textarea").fill(question)
        page.locator("#question textarea").press("Enter")
        expect(page.locator(".exchange").nth(before).locator(".footnote, .refusal")).to_be_visible()
        nothing_came_alive(page)
    assert barriers(page) == []


def test_hostile_documents_stay_text_in_comparison_and_targets(visit: Visit, application: str) -> None:
    page = visit(application, width=WIDTH, height=740)
    go_to(page, "comparison")
    expect(page.locator(".targets-table tbody tr", has_text="高新技术企业")).to_have_count(len(KINDS))
    nothing_came_alive(page)
    for box in page.locator("#contrast .boxes input").all():
        box.check()
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast .paper")).to_contain_text("1000家")
    nothing_came_alive(page)
    assert barriers(page) == []


def test_hostile_documents_stay_text_in_a_briefing(visit: Visit, application: str) -> None:
    page = visit(application, width=WIDTH, height=740)
    go_to(page, "briefing")
    request = f"介绍各地高新技术企业的目标{KINDS['image']}"
    page.locator("#brief textarea").fill(request)
    page.locator("#brief textarea").press("Enter")
    expect(page.locator("#brief .paper h3")).to_be_visible()
    nothing_came_alive(page)
    assert barriers(page) == []


def test_direction_signs_of_a_name_do_not_turn_what_stands_beside_it(visit: Visit, server: str) -> None:
    page = visit(server)
    go_to(page, "library")
    name = f"{KINDS['bidi']}.txt"
    page.locator(".lib-choose input").set_input_files([{"name": name, "mimeType": "text/plain", "buffer": b""}])
    line = page.locator(".lib-reports .lib-file")
    badge, named = line.locator(".badge").bounding_box(), line.locator("bdi").bounding_box()
    assert badge and named
    assert badge["x"] + badge["width"] <= named["x"]
    assert line.locator("bdi").evaluate("(name) => getComputedStyle(name).unicodeBidi") == "isolate"
