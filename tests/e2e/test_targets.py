"""The table of targets on the real application: shown, narrowed, followed to the clause, saved, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
ROWS = ".targets-table tbody tr"


@pytest.fixture
def server(bundled_server: str) -> str:
    return bundled_server


@pytest.fixture
def page(visit: Visit, server: str) -> Page:
    page = visit(server)
    page.locator('#tabs [role="tab"][data-tab-id="comparison"]').click()
    expect(page.locator(ROWS)).to_have_count(91)
    return page


def test_targets_are_narrowed_and_compared(page: Page) -> None:
    page.locator("#targets input[name=topic]").fill("高新技术企业")
    page.locator("#targets input[name=topic]").press("Enter")
    expect(page.locator(ROWS)).to_have_count(4)
    expect(page.locator(".targets-plot svg")).to_contain_text("1000家")
    page.locator("#targets select[name=place]").select_option("宁波")
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page.locator(f"{ROWS} .badge").first).to_contain_text("重复")


def test_a_row_leads_to_its_clause(page: Page) -> None:
    page.locator("#targets select[name=place]").select_option("江苏")
    page.locator(ROWS, has_text="光伏发电装机").locator("a").click()
    expect(page.locator(".reader")).to_contain_text("全省光伏发电装机达3500万千瓦")
    expect(page.locator(".reader-clause.current mark.wanted").first).to_be_in_viewport()
    assert page.url.endswith("#main__level_2__level_2__level_7")


def test_what_is_shown_is_what_is_saved(page: Page, tmp_path: Path) -> None:
    page.locator("#targets select[name=year]").select_option("2030")
    expect(page.locator(ROWS)).to_have_count(9)
    with page.expect_download() as download:
        page.locator('.targets-files a[href*="xlsx"]').click()
    download.value.save_as(tmp_path / "t.xlsx")
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").active.max_row == 1 + 9


def test_the_table_follows_the_language(page: Page) -> None:
    page.locator("#language label", has_text="English").click()
    expect(page.locator("#targets h2").first).to_have_text("Table of targets")
    expect(page.locator(".targets-table th").first).to_have_text("Place")
