"""Briefings and comparisons on the real application: written, followed to the clause, taken away, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import reload
from tests.e2e.test_every_tab import barriers
from tests.ui.conftest import NOTICE

Visit = Callable[..., Page]
NINGBO, JIANGSU = "宁波市碳达峰碳中和科技创新行动方案", "江苏省科技支撑碳达峰碳中和实施方案"


@pytest.fixture
def server(bundled_server: str) -> str:
    return bundled_server


def on(page: Page, tab: str) -> Page:
    page.locator(f'#tabs [role="tab"][data-tab-id="{tab}"]').click()
    return page


def test_a_briefing_is_written_followed_and_taken_away(visit: Visit, server: str, tmp_path: Path) -> None:
    page = on(visit(server), "briefing")
    page.locator("#brief textarea").fill("给领导一页纸介绍江苏的实施方案")
    page.locator("#brief textarea").press("Enter")
    expect(page.locator("#brief .paper h3")).to_have_text(f"《{JIANGSU}》简报")
    expect(page.locator("#brief .papers-go")).to_be_enabled()
    with page.expect_download() as download:
        page.locator("#brief .papers-files a").first.click()
    download.value.save_as(tmp_path / "简报.docx")
    assert docx.Document(str(tmp_path / "简报.docx")).paragraphs[0].text == f"《{JIANGSU}》简报"
    page.locator("#brief .mark").first.click()
    expect(page.locator(".reader")).to_contain_text("苏科发〔2023〕11号")
    lit = page.locator(".reader-clause.current mark.wanted").first
    expect(lit).to_be_in_viewport()
    first = lit.inner_text()
    on(page, "briefing").locator("#brief .mark", has_text="3").first.click()
    expect(page.locator(".reader mark.wanted").first).not_to_have_text(first)
    expect(lit).to_be_in_viewport()
    second = lit.inner_text()
    reload(page)
    expect(lit).to_have_text(second)


def test_an_example_can_be_clicked_and_the_language_changed(visit: Visit, server: str) -> None:
    page = on(visit(server), "briefing")
    page.locator("#brief .try", has_text="氢能").click()
    expect(page.locator("#brief .paper h3")).to_have_text("氢能简报")
    page.locator("#language label", has_text="English").click()
    expect(page.locator("#brief-title")).to_have_text("Write a briefing")
    expect(page.locator("#brief .papers-bar")).to_contain_text("characters")


def test_documents_are_set_side_by_side_on_a_topic(visit: Visit, server: str) -> None:
    page = on(visit(server), "comparison")
    go = page.locator("#contrast .papers-go")
    go.click()
    expect(page.locator("#contrast-result")).to_contain_text("请选两份以上的文件")
    for title in (JIANGSU, NINGBO):
        page.locator("#contrast .boxes label", has_text=title).locator("input").check()
    page.locator("#contrast input[name=text]").fill("人才")
    go.click()
    heads = page.locator("#contrast .paper table").first.locator("thead th")
    expect(heads).to_have_text(["事项", "江苏", "宁波"])
    expect(page.locator("#contrast .paper tbody tr").first).to_contain_text("人才")


def test_an_empty_request_is_asked_for_by_keyboard_alone(visit: Visit, server: str) -> None:
    page = on(visit(server), "briefing")
    page.locator("#brief textarea").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#brief-result")).to_contain_text("请先写明要什么简报")


def test_a_document_that_came_and_went_does_so_in_the_form(visit: Visit, server: str) -> None:
    page = on(visit(server), "comparison")
    page.locator("#contrast .boxes label", has_text=JIANGSU).locator("input").check()
    page.locator("#contrast input[name=text]").fill("人才")
    address = f"{server}/api/documents/{quote('节水.txt')}"
    assert page.request.put(address, data=NOTICE.encode()).ok
    on(on(page, "chat"), "comparison")
    added = page.locator("#contrast .boxes label", has_text="关于做好节水工作的通知").locator("input")
    added.check()
    expect(page.locator("#contrast .boxes label", has_text=JIANGSU).locator("input")).to_be_checked()
    expect(page.locator("#contrast input[name=text]")).to_have_value("人才")
    assert page.request.delete(address).ok
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast-result")).to_contain_text("已不在文库")
    expect(added).to_have_count(0)
    expect(page.locator("#contrast .papers-go")).to_be_enabled()


def test_a_reload_brings_the_tab_and_what_was_made_on_it_back(visit: Visit, server: str) -> None:
    page = on(visit(server), "comparison")
    for title in (NINGBO, JIANGSU):
        page.locator("#contrast .boxes label", has_text=title).locator("input").check()
    page.locator("#contrast input[name=text]").fill("人才")
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast .paper tbody tr").first).to_contain_text("人才")
    page.locator("#targets input[name=topic]").fill("高新技术企业")
    page.locator("#targets input[name=topic]").press("Enter")
    expect(page.locator(".targets-table tbody tr")).to_have_count(4)
    reload(page)
    expect(page.locator("#contrast .paper tbody tr").first).to_contain_text("人才")
    expect(page.locator("#contrast .boxes label", has_text=NINGBO).locator("input")).to_be_checked()
    expect(page.locator("#contrast input[name=text]")).to_have_value("人才")
    expect(page.locator(".targets-table tbody tr")).to_have_count(4)
    on(page, "briefing").locator("#brief .try", has_text="氢能").click()
    expect(page.locator("#brief .paper h3")).to_have_text("氢能简报")
    reload(page)
    expect(page.locator("#brief .paper h3")).to_have_text("氢能简报")
    expect(page.locator("#brief textarea")).not_to_have_value("")


def test_the_way_back_from_a_clause_leads_to_the_briefing_it_was_opened_from(visit: Visit, server: str) -> None:
    page = on(visit(server), "briefing")
    page.locator("#brief .try", has_text="氢能").click()
    page.locator("#brief .paper .mark").first.click()
    expect(page.locator(".reader mark.wanted").first).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#brief .paper h3")).to_be_visible()
    page.go_forward()
    expect(page.locator(".reader mark.wanted").first).to_be_in_viewport()


def test_an_address_with_a_document_that_has_gone_says_so(visit: Visit, server: str) -> None:
    page = visit(f"{server}/?tab=briefing&brief=text%3D%E6%B0%A2%E8%83%BD%26documents%3Dgone")
    expect(page.locator("#brief-result")).to_contain_text("已不在文库")


@pytest.mark.parametrize(("scheme", "width"), [("dark", 1280), ("light", 360)])
def test_what_was_made_holds_no_serious_barrier(visit: Visit, server: str, scheme: str, width: int) -> None:
    page = on(visit(server, color_scheme=scheme, width=width), "comparison")
    for title in (NINGBO, JIANGSU):
        page.locator("#contrast .boxes label", has_text=title).locator("input").check()
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast .paper tbody tr").first).to_be_visible()
    expect(page.locator(".targets-table tbody tr").first).to_be_visible()
    found = {"comparison": barriers(page)}
    page.locator("#contrast [name=how]").select_option("versions")
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast .change").first).to_be_visible()
    found["versions"] = barriers(page)
    on(page, "briefing").locator("#brief .try", has_text="氢能").click()
    expect(page.locator("#brief .paper h3")).to_be_visible()
    found["briefing"] = barriers(page)
    assert {state: each for state, each in found.items() if each} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
