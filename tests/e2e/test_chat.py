"""The chat page in a browser: marks and their clauses, notices, languages, narrow screens, hostile text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import desk_server, reload, running, wait_until_ready
from tests.ui.desk import HOSTILE

Visit = Callable[..., Page]

QUESTION = "到2025年江苏新增多少家？"
QUOTE = "新增绿色低碳技术领域高新技术企业1000家"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("chat")
    with running(*desk_server(folder / "home", "bundled", "hostile"), log=folder / "log") as url:
        wait_until_ready(url)
        yield url


@pytest.fixture
def page(visit: Visit, server: str) -> Page:
    page = visit(server)
    expect(page.locator(".welcome")).to_be_visible()
    return page


def box(page: Page) -> Locator:
    return page.locator("#question textarea")


def ask(page: Page, question: str) -> Locator:
    """Asks, waits for the reply to be whole, and gives its exchange."""
    before = page.locator(".exchange").count()
    box(page).fill(question)
    box(page).press("Enter")
    exchange = page.locator(".exchange").nth(before)
    expect(exchange.locator(".footnote, .refusal, .problem")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()
    return exchange


def card(page: Page, mark: int) -> Locator:
    """The card of a citation in the evidence panel."""
    return page.locator(f'#evidence .card[id$="-{mark}"]')


def lit(page: Page) -> Locator:
    return page.locator("#evidence .card[aria-current] .clause mark")


def in_view(page: Page, locator: Locator) -> bool:
    found = locator.bounding_box()
    size = page.viewport_size
    assert found and size
    return found["y"] >= 0 and found["y"] + found["height"] <= size["height"]


def test_a_mark_opens_its_clause_with_the_quoted_words_lit(page: Page) -> None:
    exchange = ask(page, QUESTION)
    exchange.locator(".answer a.mark").last.click()
    expect(card(page, 2)).to_have_attribute("aria-current", "true")
    expect(card(page, 2)).to_be_in_viewport()
    expect(card(page, 2).locator("h3")).to_have_text("宁波市碳达峰碳中和科技创新行动方案")
    expect(card(page, 2).locator(".badge")).to_have_text("与原文有出入")
    expect(card(page, 2).locator(".absent")).to_contain_text("这句话并不在条款之中")
    exchange.locator(".answer a.mark").first.click()
    first = card(page, 1)
    expect(lit(page)).to_have_text(QUOTE)
    expect(first.locator("h3")).to_have_text("江苏省科技支撑碳达峰碳中和实施方案")
    expect(first.locator(".facts")).to_contain_text("苏科发〔2023〕11号")
    expect(first.locator(".headings")).to_have_text("一、总体要求")
    expect(first.locator(".where .path")).to_have_text("一 > （三）")
    expect(first.locator(".badge")).to_have_text("与原文一致")
    assert in_view(page, lit(page))


def test_the_first_clause_lies_open_beside_a_new_answer(page: Page) -> None:
    ask(page, QUESTION)
    expect(lit(page)).to_have_text(QUOTE)


def test_an_answer_appears_by_and_by_and_can_be_read_to_its_end(page: Page) -> None:
    page.evaluate(
        """() => { window.lengths = new Set();
        new MutationObserver(() => {
            const answer = document.querySelector(".answer");
            if (answer) window.lengths.add(answer.textContent.length);
        }).observe(document.querySelector("#conversation"), {subtree: true, childList: true, characterData: true}); }"""
    )
    exchange = ask(page, QUESTION)
    expect(exchange.locator(".answer")).to_contain_text("这个数字每年都会上调。未核实")
    assert page.evaluate("window.lengths.size") >= 3


def test_marks_of_an_earlier_answer_keep_their_clauses(page: Page) -> None:
    first = ask(page, QUESTION)
    ask(page, "那2030年呢？")
    first.locator('a.mark[data-mark="2"]').first.click()
    expect(card(page, 2)).to_have_attribute("id", f"card-{first.get_attribute('data-key')}-2")
    expect(card(page, 2).locator("h3")).to_have_text("宁波市碳达峰碳中和科技创新行动方案")


def test_a_follow_up_shows_how_it_was_understood(page: Page) -> None:
    ask(page, QUESTION)
    expect(ask(page, "那2030年呢？").locator(".understood")).to_contain_text("江苏省的那2030年呢？")


def test_marks_are_reached_and_followed_by_keyboard(page: Page) -> None:
    exchange = ask(page, QUESTION)
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.answer a.mark')"):
            break
    mark = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#evidence a.back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(exchange.locator(f"#{mark}")).to_be_focused()


def test_a_neighbouring_clause_opens_in_the_panel(page: Page) -> None:
    ask(page, QUESTION)
    card(page, 1).locator(".context summary").click()
    card(page, 1).locator("a.neighbour.after").click()
    expect(page.locator("#evidence .panel-body > .clause")).to_have_text("二、重点任务")


def test_an_unanswerable_question_shows_why_and_the_nearest_clauses(page: Page) -> None:
    exchange = ask(page, "火星上的碳达峰目标是什么？")
    expect(exchange.locator(".refusal h3")).to_have_text("为什么没有回答")
    expect(exchange.locator(".refusal a.passage")).to_have_count(3)
    exchange.locator(".refusal a.passage").nth(1).click()
    expect(page.locator("#evidence h3")).to_have_text("山东省科技支撑碳达峰工作方案")
    expect(page.locator("#evidence .clause")).to_contain_text("氢能")


def test_passages_that_were_not_used_are_folded_and_open_in_the_panel(page: Page) -> None:
    exchange = ask(page, QUESTION)
    expect(exchange.locator(".footnote")).to_be_visible()
    passage = page.locator("#evidence .unused a.passage").nth(1)
    expect(passage).to_be_hidden()
    page.locator("#evidence .unused summary").click()
    passage.click()
    expect(page.locator("#evidence .panel-body > .document h3")).to_have_text("山东省科技支撑碳达峰工作方案")


def test_an_example_asks_its_question(page: Page) -> None:
    example = page.locator("button.example").first
    question = example.inner_text()
    example.click()
    expect(page.locator(".exchange .question")).to_contain_text(question)
    expect(page.locator(".citations")).to_be_visible()


def test_markup_in_a_question_stays_text(page: Page) -> None:
    exchange = ask(page, HOSTILE)
    expect(exchange.locator(".question")).to_contain_text(HOSTILE)
    page.wait_for_timeout(300)
    assert page.locator(".exchange img, .exchange script").count() == 0
    assert page.title() == "问策"


def test_markup_in_a_document_stays_text(page: Page, server: str) -> None:
    expect(page.locator("#evidence .library")).to_contain_text(HOSTILE)
    page.wait_for_timeout(300)
    assert page.locator("#panel img, #panel script").count() == 0
    assert page.title() == "问策"


@pytest.mark.parametrize(
    ("language", "send", "message"),
    [
        ("中文", "发送", "问题不能用：请换一种问法。"),
        ("English", "Send", "The question cannot be used: put it another way."),
    ],
)
def test_a_failure_is_told_in_the_language_of_the_page(page: Page, language: str, send: str, message: str) -> None:
    page.get_by_text(language, exact=True).click()
    expect(page.locator("#send")).to_have_text(send)
    expect(ask(page, "出错").locator(".problem p")).to_have_text(message)


def test_a_fault_of_the_program_shows_no_trace(page: Page) -> None:
    exchange = ask(page, "意外")
    expect(exchange.locator(".problem")).to_contain_text("程序出了意外")
    expect(page.locator("body")).not_to_contain_text("RuntimeError")
    expect(ask(page, QUESTION).locator(".answer")).to_be_visible()


def test_english_says_everything_but_the_documents_in_english(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_text("English", exact=True).click()
    expect(page.locator("#send")).to_have_text("Send")
    expect(page.locator("#clear")).to_have_text("New chat")
    expect(page.locator("h1")).to_have_text("Wence 问策")
    expect(page.locator(".citations h4")).to_have_text("Sources")
    expect(card(page, 1).locator(".badge")).to_have_text("Matches the source")
    expect(page.locator("#question textarea")).to_have_attribute("placeholder", "Ask in Chinese")
    words = page.evaluate(
        """() => { const copy = document.body.cloneNode(true);
        copy.querySelectorAll("script, style, [lang='zh-CN'], .question, #language").forEach((e) => e.remove());
        return copy.textContent; }"""
    )
    assert re.findall(r"[\u3400-\u9fff]+", words.replace("Wence 问策", "")) == []


def test_the_language_is_remembered(page: Page) -> None:
    page.get_by_text("English", exact=True).click()
    expect(page.locator("#send")).to_have_text("Send")
    reload(page)
    expect(page.locator("#send")).to_have_text("Send")


SLOW_CALLS = """const quick = window.fetch;
window.fetch = async (...call) => {
    if (String(call[0].url ?? call[0]).includes("queue/join")) await new Promise((go) => setTimeout(go, 1500));
    return quick(...call);
};"""


def test_a_click_before_the_page_has_arrived_is_not_lost(visit: Visit, server: str) -> None:
    page = visit("about:blank")
    page.add_init_script(SLOW_CALLS)
    page.goto(server)
    page.get_by_text("English", exact=True).click()
    expect(page.locator(".welcome")).to_contain_text("What would you like to look up?")
    page.wait_for_timeout(3_000)
    expect(page.locator("#send")).to_have_text("Send")
    expect(page.get_by_label("English")).to_be_checked()


SWITCH_AND_SEND = """([at, wait]) => {
    document.querySelectorAll("#language input")[at].click();
    setTimeout(() => document.querySelector("#send").click(), wait);
}"""


@pytest.mark.parametrize("wait", [8, 24])
def test_a_question_put_while_the_page_is_translated_is_answered_in_the_new_language(page: Page, wait: int) -> None:
    for count, (at, send, sources) in enumerate([(1, "Send", "Sources"), (0, "发送", "出处")], 1):
        box(page).fill(QUESTION)
        page.wait_for_timeout(400)
        page.evaluate(SWITCH_AND_SEND, [at, wait])
        expect(page.locator(".exchange .footnote")).to_have_count(count)
        expect(page.locator("#send")).to_have_text(send)
        expect(page.locator(".citations h4")).to_have_text([sources] * count)
        page.wait_for_timeout(500)
        expect(page.locator(".exchange .footnote")).to_have_count(count)


def test_a_question_can_be_stopped(page: Page) -> None:
    box(page).fill("很慢的问题")
    box(page).press("Enter")
    expect(page.locator(".thinking")).to_be_visible()
    page.locator("#stop").click()
    expect(page.locator(".stopped")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()
    expect(ask(page, QUESTION).locator(".answer")).to_be_visible()


def test_a_stop_that_was_not_heard_is_called_again(page: Page) -> None:
    box(page).fill("很慢的问题")
    box(page).press("Enter")
    expect(page.locator(".thinking")).to_be_visible()
    page.locator("#stop").evaluate(
        "stop => stop.addEventListener('click', (event) => event.stopImmediatePropagation(), "
        "{ capture: true, once: true })"
    )
    page.locator("#stop").click()
    expect(page.locator(".stopped")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()


def test_a_new_chat_starts_from_the_welcome(page: Page) -> None:
    ask(page, QUESTION)
    page.locator("#clear").click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(0)


def test_an_empty_question_asks_nothing(page: Page) -> None:
    box(page).fill("  ")
    box(page).press("Enter")
    page.locator("#send").click()
    expect(page.locator(".welcome")).to_be_visible()


def test_a_second_enter_without_pause_does_not_take_the_place_of_the_first(page: Page) -> None:
    box(page).fill(QUESTION)
    box(page).press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)  # no hand is faster, and the framework reads the box a moment after Enter
    box(page).fill("火星呢？")
    page.keyboard.press("Enter")
    exchange = page.locator(".exchange")
    expect(exchange.locator(".footnote")).to_be_visible()
    expect(exchange).to_have_count(1)
    expect(exchange.locator(".question")).to_contain_text(QUESTION)
    expect(ask(page, "火星呢？").locator(".refusal")).to_be_visible()


def test_enter_that_ends_a_composition_does_not_send(page: Page) -> None:
    box(page).fill("tanpaifang")
    box(page).evaluate(
        """(box) => { for (const type of ["keydown", "keypress"]) box.dispatchEvent(
        new KeyboardEvent(type, {key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true})); }"""
    )
    page.wait_for_timeout(500)
    expect(page.locator(".exchange")).to_have_count(0)


def test_visitors_do_not_see_each_others_conversations(page: Page, visit: Visit, server: str) -> None:
    ask(page, QUESTION)
    other = visit(server)
    expect(other.locator(".welcome")).to_be_visible()
    ask(other, "火星呢？")
    expect(page.locator(".exchange")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_has_the_panel_as_a_sheet_and_none_sideways(visit: Visit, server: str, scheme: str) -> None:
    page = visit(server, width=360, height=740, color_scheme=scheme)
    expect(page.locator(".welcome")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    exchange = ask(page, QUESTION)
    expect(page.locator("#side")).to_be_hidden()
    exchange.locator(".answer a.mark").first.click()
    expect(page.locator("#side")).to_be_visible()
    expect(lit(page)).to_be_in_viewport()
    expect(page.locator("#evidence a.back")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#evidence .close").click()
    expect(page.locator("#side")).to_be_hidden()
    expect(exchange.locator(".answer a.mark").first).to_be_focused()
    page.locator('[data-tool="history"]').click()
    expect(page.locator("#history-list .open")).to_have_text(QUESTION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Escape")
    expect(page.locator("#history")).to_be_hidden()


@pytest.mark.parametrize("language", ["中文", "English"])
def test_the_hint_in_the_question_box_fits_a_narrow_screen(visit: Visit, server: str, language: str) -> None:
    page = visit(server, width=360, height=740)
    page.get_by_text(language, exact=True).click()
    expect(page.locator("#send")).to_have_text({"中文": "发送", "English": "Send"}[language])
    assert box(page).evaluate(
        """(box) => { const style = getComputedStyle(box), pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return pen.measureText(box.placeholder).width <= room; }"""
    )


@pytest.mark.parametrize(
    ("language", "product", "title", "said"),
    [
        ("中文", "问策", "没有办成", "与问策的连接断了"),
        ("English", "Wence 问策", "That did not work", "The connection to Wence was lost"),
    ],
)
def test_a_server_that_has_gone_is_told_in_the_language_of_the_page(
    browser: Browser, server: str, language: str, product: str, title: str, said: str
) -> None:
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(server)
    expect(page.locator(".welcome")).to_be_visible()
    page.get_by_text(language, exact=True).click()
    expect(page.locator("h1")).to_have_text(product)
    expect(page.locator("#send")).to_have_text({"中文": "发送", "English": "Send"}[language])
    page.route("**/queue/join*", lambda call: call.abort())
    box(page).fill(QUESTION)
    box(page).press("Enter")
    toast = page.get_by_test_id("toast-body")
    expect(toast).to_contain_text(said)
    expect(toast.locator(".toast-title")).to_have_text(title)
    expect(box(page)).to_have_value(QUESTION)
    page.context.close()


def test_nothing_lies_over_the_clause_that_a_touch_has_opened(visit: Visit, server: str) -> None:
    page = visit(server, width=390, height=760, is_mobile=True, has_touch=True)
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, QUESTION).locator(".answer a.mark").first.tap()
    expect(card(page, 1)).to_be_in_viewport()
    expect(page.locator("#popover")).to_be_hidden()


def test_a_click_puts_the_words_of_its_mark_away(page: Page) -> None:
    mark = ask(page, QUESTION).locator(".answer a.mark").first
    mark.hover()
    expect(page.locator("#popover")).to_be_visible()
    mark.click()
    expect(page.locator("#popover")).to_be_hidden()


def test_number_and_title_stay_above_a_clause_that_scrolls(visit: Visit, server: str) -> None:
    page = visit(server, height=420)
    ask(page, QUESTION)
    expect(lit(page)).to_be_visible()
    body = page.locator("#evidence .panel-body")
    body.evaluate("(body) => (body.scrollTop += body.querySelector('.clause').getBoundingClientRect().bottom - 300)")
    for part in (".card-head .number", "h3"):
        expect(card(page, 1).locator(part)).to_be_in_viewport(ratio=1)
