"""The real application with a chat model, played by a scripted server: what streams, what is marked, what is said."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.assistant.writing.conftest import OTHER, PLAN, open_office
from tests.chat_server.acts import Act, Fail, Say, Sent, error
from tests.chat_server.honest import papers
from tests.chat_server.server import ChatServer
from tests.e2e.conftest import WENCE, running, wait_until_ready

Visit = Callable[..., Page]
QUESTION = "到2025年宁波市创建节水型企业多少家？"


@dataclass
class Stage:
    """The application, the server that plays its model, and what that one does now."""

    url: str = ""
    model: ChatServer = field(default_factory=lambda: ChatServer(lambda _: Say("")))


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Its model is reached by an address that is no loopback one, so that it counts as elsewhere."""
    folder = tmp_path_factory.mktemp("model")
    with open_office(folder, {"宁波节水方案.txt": PLAN, "湖州节水方案.txt": OTHER}) as office:
        home = office.home
    found = Stage()
    with found.model as model, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "*")
        name, where = "model.name=openai:double", f"model.url=http://0.0.0.0:{model.port}/v1"
        told = ("--set", name, "--set", where, "--set", "model.retries=0")
        command = (WENCE, "--home", str(home), *told, "serve", "--port", "{port}")
        with running(*command, log=folder / "log") as found.url:
            wait_until_ready(found.url)
            yield found


def opened(visit: Visit, stage: Stage, act: Callable[[Sent], Act]) -> Page:
    """The page, its model set to do `act`."""
    stage.model.act = act
    stage.model.sent.clear()
    stage.model.dropped.clear()
    page = visit(stage.url)
    expect(page.locator(".welcome")).to_be_visible()
    return page


def ask(page: Page, question: str = QUESTION) -> Locator:
    page.locator("#question textarea").fill(question)
    page.locator("#send").click()
    return page.locator(".exchange").last


def on(page: Page, tab: str) -> Page:
    page.locator(f'#tabs [role="tab"][data-tab-id="{tab}"]').click()
    return page


def slowly(sent: Sent) -> Say:
    first, second = sent.key("120家"), sent.key("专项资金")
    text = f"宁波市创建节水型企业120家。[{first}]设立节水专项资金给予奖励。[{second}]每年另补千万元。[{second}]"
    return Say(f"<think>看条款</think>{text}", size=4, pause=0.12, first_pause=0.8)


WATCH = """() => { window.seen = [];
new MutationObserver(() => {
  const reply = document.querySelector(".exchange .reply");
  if (reply) window.seen.push([reply.innerText, reply.querySelectorAll("a.mark").length]);
}).observe(document.querySelector("#conversation"), {subtree: true, childList: true, characterData: true}); }"""


def test_an_answer_grows_with_its_marks_and_the_checked_version_takes_its_place(visit: Visit, stage: Stage) -> None:
    page = opened(visit, stage, slowly)
    page.evaluate(WATCH)
    exchange = ask(page)
    expect(exchange.locator(".thinking")).to_contain_text(f"0.0.0.0:{stage.model.port}")
    expect(exchange.locator(".footnote")).to_be_visible(timeout=15_000)
    seen = [(text, marks) for text, marks in page.evaluate("window.seen") if "宁波市创建" in text]
    assert len({len(text) for text, _ in seen}) >= 5, "it grows"
    assert {marks for _, marks in seen} >= {0, 1, 2}, "marks become links as they complete"
    drafts = [text for text, _ in seen if "未核实" not in text]
    assert drafts and not any(re.search(r"k[0-9a-f]{4}|think|看条款", text) for text, _ in seen)
    label = exchange.locator(".answer .label.unverified")
    expect(label).to_have_count(1)
    assert "每年另补千万元。" in exchange.locator(".answer").inner_text()
    expect(exchange.locator(".footnote")).to_contain_text("1 句未核实")
    expect(exchange.locator(".footnote")).to_contain_text("由 openai:double 撰写")
    expect(exchange.locator(".notice")).to_contain_text(f"发往 0.0.0.0:{stage.model.port}")
    exchange.locator(".answer a.mark").first.click()
    expect(page.locator("#evidence .card[aria-current] .clause mark")).to_contain_text("创建节水型企业120家")


def test_stopping_ends_the_request_at_the_server(visit: Visit, stage: Stage) -> None:
    page = opened(visit, stage, lambda sent: Say("创建节水型企业。" * 300, size=4, pause=0.1))
    exchange = ask(page)
    expect(exchange.locator(".answer")).to_contain_text("节水型企业")
    page.locator("#stop").click()
    expect(page.locator("#send")).to_be_visible()
    assert stage.model.dropped.wait(5), "the server was told"


@pytest.mark.parametrize(
    ("act", "told"),
    [(Fail(401, error("bad key")), "不接受密钥（401）"), (Say("创建节水", then="cut"), "中途断开")],
    ids=["401", "cut"],
)
def test_where_the_model_fails_the_documents_answer_and_the_page_says_why(
    visit: Visit, stage: Stage, act: Act, told: str
) -> None:
    page = opened(visit, stage, lambda _: act)
    exchange = ask(page)
    expect(exchange.locator(".notice").first).to_contain_text(told)
    expect(exchange.locator(".notice").first).to_contain_text("摘自文件原文")
    expect(exchange.locator(".answer")).to_contain_text("120家")
    expect(exchange.locator(".answer a.mark")).not_to_have_count(0)


def test_a_briefing_under_way_says_so_and_is_called_off(visit: Visit, stage: Stage) -> None:
    page = on(opened(visit, stage, lambda _: Say("创建节水型企业。" * 300, size=4, pause=0.1)), "briefing")
    page.locator("#brief textarea").fill("写一份节水型企业的简报")
    page.locator("#brief .papers-go").click()
    working = page.locator("#brief .papers-working")
    expect(working).to_contain_text(re.compile("已用 [1-9] 秒"))
    expect(page.locator("#brief .papers-go")).to_be_disabled()
    working.get_by_role("button", name="停止").click()
    expect(page.locator("#brief .papers-go")).to_be_enabled()
    expect(working).to_be_hidden()
    expect(page.locator("#brief-result")).to_contain_text("已停止模型作答")


def test_a_briefing_and_a_table_are_written_by_it_and_a_file_is_what_was_read(
    visit: Visit, stage: Stage, tmp_path: Path
) -> None:
    def altered(sent: Sent) -> Say:
        return replace(papers(sent), text=papers(sent).text.replace("120家", "150家"))

    page = on(opened(visit, stage, altered), "briefing")
    expect(page.locator("#brief .papers-author")).to_contain_text(f"会发往 0.0.0.0:{stage.model.port}")
    page.locator("#brief textarea").fill("写一份节水型企业的简报")
    page.locator("#brief .papers-go").click()
    expect(page.locator("#brief .paper")).to_contain_text("150家。（未能核实）")
    expect(page.locator("#brief .paper")).to_contain_text("由语言模型 openai:double 依据所引条款撰写")
    expect(page.locator("#brief .notice").first).to_contain_text("1 句未核实")
    asked = len(stage.model.sent)
    with page.expect_download() as download:
        page.locator("#brief .papers-files a", has_text="Markdown").click()
    download.value.save_as(tmp_path / "简报.md")
    assert "150家。（未能核实）" in (tmp_path / "简报.md").read_text(encoding="utf-8")
    assert len(stage.model.sent) == asked, "it is not written twice"
    on(page, "comparison")
    boxes = page.locator("#contrast [name=documents]")
    expect(boxes).to_have_count(2)
    boxes.first.check()
    boxes.last.check()
    page.locator("#contrast select").select_option("topics")
    page.locator("#contrast .papers-go").click()
    expect(page.locator("#contrast .paper td", has_text="150家").first).to_contain_text("（未能核实）")
    assert stage.model.sent[-1].outline


def test_pages_are_served_while_fifty_answers_stream(visit: Visit, stage: Stage) -> None:
    pages = [opened(visit, stage, lambda sent: replace(slowly(sent), first_pause=10)) for _ in range(5)]
    body = json.dumps({"question": QUESTION}).encode()
    asking = urllib.request.Request(f"{stage.url}/api/ask", body, {"Content-Type": "application/json"})

    def ask_over_rest(_: int) -> dict[str, str]:
        with urllib.request.urlopen(asking, timeout=90) as reply:
            return dict(json.load(reply))

    with ThreadPoolExecutor(45) as pool:
        running = [pool.submit(ask_over_rest, number) for number in range(45)]
        for page in pages:
            ask(page)
        until = time.monotonic() + 45
        while len(stage.model.sent) < 50 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(stage.model.sent) == 50 and not any(one.done() for one in running), "all of them wait for the model"
        fresh = visit(stage.url)
        expect(fresh.locator(".welcome")).to_be_visible()
        on(fresh, "library")
        expect(fresh.locator("#library")).to_contain_text("湖州市节水行动方案")
        assert not all(one.done() for one in running), "served before the answers are complete"
        for page in pages:
            expect(page.locator(".exchange .footnote")).to_be_visible(timeout=60_000)
        assert {one.result()["writer"] for one in running} == {"model"}
