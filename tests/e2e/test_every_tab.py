"""What holds on every tab: no serious barrier that axe-core knows of, and nothing sideways on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import desk_server, running, wait_until_ready

Visit = Callable[..., Page]

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
GRAVE = ("serious", "critical")
QUESTION = "到2025年江苏新增多少家？"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tabs")
    with running(*desk_server(folder / "home", "bundled"), log=folder / "log") as url:
        wait_until_ready(url)
        yield url


def barriers(page: Page) -> list[str]:
    """The violations that axe-core finds on what is now on the page, each with the elements."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run(document)).violations")
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"][:3]
    ]


def tabs(page: Page) -> list[str]:
    return page.locator('#tabs [role="tab"]').evaluate_all("(tabs) => tabs.map((tab) => tab.dataset.tabId)")


def go_to(page: Page, tab: str) -> None:
    page.locator(f'#tabs [role="tab"][data-tab-id="{tab}"]').click()
    expect(page.locator(f"#tab-{tab}")).to_be_visible()
    page.wait_for_timeout(600)


def ask(page: Page, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(page.locator(".exchange").last.locator(".footnote, .refusal")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_no_tab_holds_a_serious_barrier(visit: Visit, server: str, scheme: str, width: int) -> None:
    page = visit(server, color_scheme=scheme, width=width, height=800)
    expect(page.locator(".welcome")).to_be_visible()
    found = {"welcome": barriers(page)}
    for tab in tabs(page):
        go_to(page, tab)
        found[tab] = barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, tab
    go_to(page, "chat")
    ask(page, QUESTION)
    found["answer"] = barriers(page)
    ask(page, "火星呢？")
    found["refusal"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_the_library_holds_a_serious_barrier(visit: Visit, server: str, tmp_path: Path, scheme: str) -> None:
    page = visit(server, color_scheme=scheme)
    go_to(page, "library")
    for name, text in (("好.txt", f"某某方案\n\n一、目标\n\n二、任务{scheme}\n\n四、保障\n"), ("空.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page.locator(".lib-choose input").set_input_files([str(tmp_path / "好.txt"), str(tmp_path / "空.txt")])
    expect(page.locator(".lib-reports ol > li")).to_have_count(2)
    found = {"reports": barriers(page)}
    page.locator(".lib-manage").first.click()
    expect(page.locator("dialog.lib-sheet")).to_be_visible()
    found["sheet"] = barriers(page)
    page.locator("dialog.lib-sheet .lib-remove").click()
    found["confirm"] = barriers(page)
    page.keyboard.press("Escape")
    page.locator(".lib-table a").first.click()
    expect(page.locator(".reader-text")).to_be_visible()
    page.locator(".reader-find input").fill("技术")
    page.wait_for_timeout(500)
    found["reader"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}


def test_the_help_and_the_history_hold_no_serious_barrier(visit: Visit, server: str) -> None:
    page = visit(server)
    ask(page, QUESTION)
    page.locator('button[data-tool="help"]').click()
    expect(page.locator("#help-sheet")).to_be_visible()
    found = {"help": barriers(page)}
    page.keyboard.press("Escape")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("#send")).to_have_text("Send")
    page.wait_for_timeout(500)
    found["english"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}
