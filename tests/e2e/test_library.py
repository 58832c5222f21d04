"""The library tab on the real application: files in, reports, answers from them, the reader, files out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import papers
from tests.e2e.conftest import running, wait_until_ready
from tests.e2e.test_every_tab import barriers
from tests.e2e.test_serve import serving

Visit = Callable[..., Page]

JINAN = "济南新旧动能转换起步区碳达峰工作方案"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("library")
    with running(*serving(folder / "home"), log=folder / "log") as url:
        wait_until_ready(url)
        yield url


def open_library(page: Page) -> Locator:
    page.locator('#tabs [role="tab"][data-tab-id="library"]').click()
    table = page.locator(".lib-table")
    expect(table).to_be_visible()
    return table


@pytest.fixture
def page(visit: Visit, server: str) -> Page:
    page = visit(server)
    expect(page.locator(".welcome")).to_be_visible()
    open_library(page)
    return page


def hand_in(page: Page, *files: Path) -> Locator:
    page.locator(".lib-choose input").set_input_files([str(file) for file in files])
    expect(page.locator(".lib-reports")).to_be_visible()
    return page.locator(".lib-reports ol > li")


def put_away(page: Page) -> None:
    page.locator(".lib-dismiss").click()
    expect(page.locator(".lib-reports")).to_have_count(0)


def ask(page: Page, question: str) -> Locator:
    before = page.locator(".exchange").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    exchange = page.locator(".exchange").nth(before)
    expect(exchange.locator(".footnote, .refusal, .problem")).to_be_visible()
    return exchange


def open_chat(page: Page) -> None:
    page.locator('#tabs [role="tab"][data-tab-id="chat"]').click()
    expect(page.locator("#question textarea")).to_be_visible()


def manage(page: Page, title: str) -> Locator:
    page.get_by_role("button", name=f"设置“{title}”").click()
    sheet = page.locator("dialog.lib-sheet")
    expect(sheet).to_be_visible()
    return sheet


@pytest.mark.parametrize(
    ("write", "suffix", "city", "share"),
    [
        (papers.txt, "txt", "临江市", 91),
        (papers.docx, "docx", "望海市", 92),
        (papers.pdf, "pdf", "清源市", 93),
        (papers.html, "html", "源泉市", 90),
    ],
    ids=["txt", "docx", "pdf", "html"],
)
def test_a_file_is_added_reported_asked_about_opened_at_its_clause_and_removed(
    page: Page, tmp_path: Path, write: Callable[..., Path], suffix: str, city: str, share: int
) -> None:
    name = f"{city}节水通知〔2021〕（印发稿）.{suffix}"
    (report,) = hand_in(page, write(tmp_path / name, papers.notice(city, share))).all()
    title = f"{city}人民政府关于做好节水工作的通知"
    expect(report).to_contain_text("已导入")
    expect(report.locator("a")).to_have_text(title)
    expect(report.locator(".lib-gap")).to_have_text("“二 > （二）”与“二 > （四）”之间缺 （三）")
    expect(page.locator(".lib-table tbody tr", has_text=name)).to_have_count(1)

    open_chat(page)
    exchange = ask(page, papers.question(city))
    expect(exchange.locator(".answer")).to_contain_text(f"{share}%")
    exchange.locator(".answer a.mark").first.click()
    page.locator('#side a[href^="/?doc="]').first.click()
    clause = page.locator(".reader-clause.current")
    expect(clause).to_contain_text("一、总体目标")
    expect(clause.locator("mark")).to_contain_text(f"{share}%")
    expect(clause.locator("mark").first).to_be_in_viewport()
    expect(page.locator("#reader-title")).to_have_text(title)

    page.locator(".reader-back").click()
    sheet = manage(page, title)
    sheet.locator(".lib-remove").click()
    expect(sheet.locator(".lib-confirm")).to_contain_text(name)
    sheet.locator(".lib-remove-yes").click()
    expect(page.locator(".lib-notice")).to_have_text(f"已移除“{name}”。")
    expect(page.locator(".lib-table tbody tr", has_text=name)).to_have_count(0)

    open_chat(page)
    page.locator("#clear").click()
    expect(page.locator(".welcome")).to_be_visible()
    exchange = ask(page, papers.question(city))
    expect(exchange).not_to_contain_text(f"{share}%")
    expect(exchange.locator(".citations, .refusal")).not_to_contain_text(city)


def test_files_that_cannot_be_read_say_why_each_for_itself(page: Page, tmp_path: Path) -> None:
    files = {
        "空的.txt": b"",
        "坏的.docx": b"PK\x03\x04 broken",
        "照片.png": b"\x89PNG\r\n\x1a\n" + bytes(99),
        "旧的.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    locked = papers.pdf(tmp_path / "加密.pdf", ["加密的文件"], password="secret")
    good = papers.txt(tmp_path / "好的.txt", papers.notice("平湖市", 94))
    before = page.locator(".lib-table tbody tr").count()
    reports = hand_in(page, *(tmp_path / name for name in files), locked, good)
    expect(reports).to_have_count(6)
    for name, said in {
        "空的.txt": "空文件", "坏的.docx": "不完整", "照片.png": "图片", "旧的.doc": "docx", "加密.pdf": "密码"
    }.items():  # fmt: skip
        report = reports.filter(has_text=name)
        expect(report).to_contain_text("未导入")
        expect(report.locator(".problem")).to_contain_text(said)
    expect(page.locator(".lib-table tbody tr")).to_have_count(before + 1)
    page.get_by_text("English", exact=True).click()
    expect(reports.filter(has_text="空的.txt").locator(".problem")).to_contain_text("is empty")
    expect(page.locator(".lib-table th").first).to_have_text("Title")


def test_the_same_text_and_a_new_text_of_the_same_name_are_told_apart(page: Page, tmp_path: Path) -> None:
    first = papers.txt(tmp_path / "甲.txt", papers.notice("安宁市", 95))
    hand_in(page, first)
    put_away(page)
    (report,) = hand_in(page, papers.txt(tmp_path / "乙.txt", papers.notice("安宁市", 95))).all()
    expect(report).to_contain_text("与库中的“甲.txt”内容相同")
    put_away(page)
    (report,) = hand_in(page, papers.txt(first, papers.notice("安宁市", 96))).all()
    expect(report).to_contain_text("已更新")


HELD_BACK = """() => {
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 1500); };
}"""


def test_files_that_wait_can_be_called_off(page: Page, tmp_path: Path) -> None:
    page.evaluate(HELD_BACK)
    files = [papers.txt(tmp_path / f"等{number}.txt", papers.notice(f"石{number}市", number)) for number in range(1, 4)]
    page.locator(".lib-choose input").set_input_files([str(file) for file in files])
    queue = page.locator(".lib-queue li")
    expect(queue.filter(has_text="等2.txt")).to_contain_text("等待")
    queue.filter(has_text="等2.txt").get_by_role("button").click()
    queue.filter(has_text="等3.txt").get_by_role("button").click()
    expect(page.locator(".lib-reports ol > li")).to_have_count(1)
    expect(queue.filter(has_text="等2.txt")).to_contain_text("已取消")
    expect(page.locator(".lib-table tbody")).to_contain_text("等1.txt")
    expect(page.locator(".lib-table tbody")).not_to_contain_text("等2.txt")


def test_a_long_file_shows_its_pages_and_is_called_off_between_them(page: Page, tmp_path: Path) -> None:
    long = papers.long_pdf(tmp_path / "很长的.pdf", 120)
    after = papers.txt(tmp_path / "后面的.txt", papers.notice("云台市", 89))
    page.locator(".lib-choose input").set_input_files([str(long), str(after)])
    line = page.locator(".lib-queue li").filter(has_text="很长的.pdf")
    expect(line).to_contain_text(re.compile(r"已读 [1-9]\d* / 120 页"))
    assert int(line.locator("progress").get_attribute("value") or 0) > 0
    assert barriers(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    line.get_by_role("button").focus()
    page.wait_for_timeout(900)
    box = line.get_by_role("button").bounding_box()
    assert box and box["x"] + box["width"] <= 360
    expect(line.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(line).to_contain_text("已取消")
    expect(page.locator(".lib-reports ol > li")).to_have_count(1)
    expect(page.locator(".lib-table tbody")).to_contain_text("后面的.txt")
    expect(page.locator(".lib-table tbody")).not_to_contain_text("很长的.pdf")


def test_what_is_switched_off_is_not_answered_from_and_stays_readable(page: Page) -> None:
    sheet = manage(page, JINAN)
    sheet.locator("[name=validity]").select_option("repealed")
    sheet.locator("[name=effective_from]").fill("2024-02-19")
    sheet.locator("[name=enabled]").uncheck()
    sheet.locator(".lib-save").click()
    row = page.locator(".lib-table tbody tr", has_text=JINAN)
    expect(row).to_contain_text("已废止")
    expect(row).to_contain_text("已停用")
    expect(row.get_by_role("button")).to_be_visible()
    open_chat(page)
    exchange = ask(page, "起步区到2035年新型储能设施规模要达到多少？")
    expect(exchange).not_to_contain_text("70 万千瓦")
    open_library(page)
    row.locator("a").click()
    expect(page.locator(".reader-head")).to_contain_text("自 2024-02-19 施行")
    expect(page.locator(".reader-head")).to_contain_text("已停用")
    page.locator(".reader-back").click()
    sheet = manage(page, JINAN)
    sheet.locator("[name=enabled]").check()
    sheet.locator("[name=validity]").select_option("in_force")
    sheet.locator(".lib-save").click()
    expect(row).to_contain_text("现行有效")


def test_what_is_repealed_is_answered_from_and_named_wherever_it_is_cited(page: Page, tmp_path: Path) -> None:
    file = papers.txt(tmp_path / "旧办法.txt", papers.notice("松河市", 88))
    hand_in(page, file)
    title = "松河市人民政府关于做好节水工作的通知"
    sheet = manage(page, title)
    sheet.locator("[name=validity]").select_option("repealed")
    sheet.locator("[name=effective_until]").fill("2023-06-30")
    sheet.locator(".lib-save").click()
    expect(page.locator(".lib-table tbody tr", has_text=title)).to_contain_text("已废止")
    open_chat(page)
    exchange = ask(page, papers.question("松河市"))
    expect(exchange.locator(".answer")).to_contain_text("88%")
    expect(exchange.locator(".notice")).to_contain_text(f"《{title}》已废止")
    expect(exchange.locator(".citations")).to_contain_text("〔2021〕88号，已废止）一")
    card = page.locator("#side .card").first
    expect(card).to_contain_text("已废止")
    expect(card).to_contain_text("有效期至 2023-06-30")
    page.get_by_text("English", exact=True).click()
    expect(exchange.locator(".notice")).to_contain_text("is repealed")
    expect(card).to_contain_text("repealed")


def test_dates_that_run_backwards_are_refused_in_the_sheet(page: Page) -> None:
    sheet = manage(page, JINAN)
    sheet.locator("[name=effective_from]").fill("2024-05-02")
    sheet.locator("[name=effective_until]").fill("2024-05-01")
    sheet.locator(".lib-save").click()
    expect(sheet.locator(".problem")).to_contain_text("早于施行日期")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_the_list_is_sorted_and_filtered(page: Page) -> None:
    titles = page.locator(".lib-table tbody tr:visible td:first-child a")
    dates = page.locator(".lib-table tbody tr:visible td:nth-child(4)")
    page.get_by_role("button", name="日期").click()
    expect(page.locator('th[aria-sort="ascending"]')).to_have_text(re.compile("日期"))
    found = dates.all_inner_texts()
    assert found == sorted(found, key=lambda date: (date != "—", date))
    page.get_by_role("button", name="日期").click()
    assert dates.first.inner_text() > dates.last.inner_text() or dates.last.inner_text() == "—"
    page.locator(".lib-filter").fill("江苏 2023")
    expect(titles).to_have_text(["江苏省科技支撑碳达峰碳中和实施方案"])
    page.locator(".lib-filter").fill("没有这样的文件")
    expect(page.locator(".lib-none")).to_be_visible()


def test_an_address_opens_the_reader_at_its_clause_for_anyone(visit: Visit, page: Page) -> None:
    page.locator(".lib-table a", has_text=JINAN).click()
    clause = page.locator(".reader-clause", has_text="加快建设新型电力系统")
    clause.locator(".reader-link").click()
    url = page.url
    assert re.search(r"/\?doc=[0-9a-f]{16}#main__level_3__level_1__level_4$", url)
    other = visit(url, width=360, height=740)
    opened = other.locator(".reader-clause.current")
    expect(opened).to_contain_text("4. 加快建设新型电力系统")
    expect(opened).to_be_in_viewport()
    expect(other.locator(".reader-bar")).to_be_in_viewport()
    assert other.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    ("address", "said"),
    [("/?doc=0123456789abcdef#main", "找不到这份文件"), ("/?doc=<img src=x onerror=alert(1)>#x", "找不到这份文件")],
)
def test_an_address_of_nothing_says_so(visit: Visit, server: str, address: str, said: str) -> None:
    page = visit(server + address)
    expect(page.locator(".reader.gone")).to_contain_text(said)
    page.locator(".reader-back").click()
    expect(page.locator(".lib-table")).to_be_visible()


def test_words_are_found_in_the_open_document_one_after_the_other(page: Page) -> None:
    page.locator(".lib-table a", has_text=JINAN).click()
    search = page.locator(".reader-find input")
    search.fill("新型储能")
    expect(page.locator(".reader-found")).to_have_text("第 1 处，共 2 处")
    search.press("Enter")
    expect(page.locator(".reader-found")).to_have_text("第 2 处，共 2 处")
    search.press("Enter")
    expect(page.locator(".reader-found")).to_have_text("第 1 处，共 2 处")
    search.fill("火星")
    expect(page.locator(".reader-found")).to_have_text("没有找到")


def test_a_clause_is_asked_about_and_its_citation_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".lib-table a", has_text=JINAN).click()
    clause = page.locator(".reader-clause", has_text="加快建设新型电力系统")
    clause.hover()
    clause.locator(".reader-copy").click()
    expect(page.locator(".reader-said")).to_contain_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"《{JINAN}》（济起管发〔2024〕2号）三（一）4"
    clause.locator(".reader-ask").click()
    box = page.locator("#question textarea")
    expect(box).to_have_value(f"《{JINAN}》三（一）4规定了什么？")
    expect(box).to_be_focused()
    box.press("Enter")
    expect(page.locator(".answer")).to_contain_text("新型储能设施规模达到 70 万千瓦")


def test_a_document_is_found_read_and_asked_about_by_keyboard_alone(visit: Visit, server: str) -> None:
    page = visit(server)
    expect(page.locator(".welcome")).to_be_visible()

    def tab_to(selector: str, most: int = 60) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
                return
        pytest.fail(f"{selector} was not reached")

    page.locator('#tabs [role="tab"][data-tab-id="chat"]').focus()
    page.keyboard.press("Tab")
    expect(page.locator('#tabs [role="tab"][data-tab-id="library"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-table")).to_be_visible()
    tab_to(".lib-filter")
    page.keyboard.type("济南")
    tab_to(".lib-table a")
    page.keyboard.press("Enter")
    expect(page.locator(".reader-text")).to_be_focused()
    page.locator(".reader-back").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-table a", has_text=JINAN)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".reader-text")).to_be_focused()
    tab_to(".reader-clause button.reader-ask")
    expect(page.locator(".reader-clause button.reader-ask").first).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator("#question textarea")).to_be_focused()
    expect(page.locator("#question textarea")).to_have_value(re.compile(JINAN))


def test_the_outline_leads_to_its_clause_and_back_leads_to_where_one_was(page: Page) -> None:
    page.locator(".lib-table a", has_text=JINAN).click()
    page.locator(".reader-outline a", has_text="（二）积极发展绿色金融").click()
    expect(page.locator(".reader-clause.current")).to_contain_text("积极发展绿色金融")
    expect(page.locator(".reader-clause.current")).to_be_in_viewport()
    page.go_back()
    page.go_back()
    expect(page.locator(".lib-table")).to_be_visible()


def test_print_shows_the_text_alone(page: Page) -> None:
    page.locator(".lib-table a", has_text=JINAN).click()
    expect(page.locator(".reader-text")).to_be_visible()
    page.emulate_media(media="print")
    for part in ("#top", ".reader-outline", ".reader-bar", ".reader-tools >> nth=0"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".reader-clause").last).to_be_visible()
    assert page.locator(".reader-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 1")


def test_another_language_leaves_the_reader_where_it_was(page: Page) -> None:
    page.locator(".lib-table a", has_text=JINAN).click()
    page.locator(".reader-outline a", has_text="（二）积极发展绿色金融").click()
    expect(page.locator(".reader-clause.current")).to_be_in_viewport()
    page.get_by_text("English", exact=True).click()
    expect(page.locator(".reader-back")).to_have_text("Back to the library")
    expect(page.locator(".reader-clause.current")).to_contain_text("积极发展绿色金融")
    expect(page.locator(".reader-clause.current")).to_be_in_viewport()
    expect(page.locator('.reader-outline a[aria-current="location"]')).to_have_text("（二）积极发展绿色金融。")


DROP = """(name) => {
    const carried = new DataTransfer();
    carried.items.add(new File(["某某市节水方案\\n\\n一、目标\\n\\n到2025年节水。\\n"], name, {type: "text/plain"}));
    for (const kind of ["dragenter", "dragover", "drop"]) {
        document.querySelector(".lib-list").dispatchEvent(
            new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
    }
}"""


def test_a_file_is_dropped_anywhere_on_the_tab(page: Page) -> None:
    page.evaluate(DROP, "拖来的.txt")
    expect(page.locator(".lib-reports")).to_contain_text("某某市节水方案")
    expect(page.locator(".lib-table tbody")).to_contain_text("拖来的.txt")


def test_an_empty_library_is_filled_and_asked_without_a_reload(visit: Visit, tmp_path: Path) -> None:
    with running(*serving(tmp_path / "home", "--no-samples"), log=tmp_path / "log") as url:
        wait_until_ready(url)
        page = visit(url)
        expect(page.locator(".welcome.empty code")).to_have_text("wence ingest 文件或文件夹")
        expect(page.locator("button.example")).to_have_count(0)
        page.locator('#tabs [role="tab"][data-tab-id="library"]').click()
        expect(page.locator(".lib-list")).to_contain_text("文库还是空的")
        hand_in(page, papers.txt(tmp_path / "节水.txt", papers.notice("临江市", 97)))
        open_chat(page)
        expect(page.locator("button.example").first).to_contain_text("节水")
        expect(ask(page, papers.question("临江市")).locator(".answer")).to_contain_text("97%")
