"""How quick the page feels in a browser: `python -m tests.benchmarks.page [--json] [--runs N]`.

Over the bundled documents, in Chromium, on a warm disk: until the loading page and the chat are there, until a page
that is opened takes a question, and from a click on Send to the first words of the answer. The targets stand beside
the figures; they are for a machine that does nothing else, and nothing fails where they are missed.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.processes import seconds_of_command, serve_times, serving
from tests.benchmarks.speed import fresh_home, paths

QUESTIONS = (
    "起步区到2035年新型储能设施规模要达到多少？",
    "到2025年，江苏省新增绿色低碳技术领域高新技术企业多少家？",
    "哪个部门负责绿色建筑？",
    "山东省在氢能方面有哪些安排？",
    "各地对二氧化碳捕集利用与封存有什么安排？",
    "江苏省科学技术厅厅长是谁？",
)
TARGETS = {
    "loading_page_s": 2.0,
    "chat_s": 12.0,
    "interactive_s": 3.0,
    "first_words_p50_ms": 300.0,
    "first_words_max_ms": 300.0,
}
INTERACTIVE = """() => {
    const box = document.querySelector("#question textarea");
    return Boolean(box && !box.disabled && document.querySelector(".welcome"));
}"""
FIRST_WORDS = """async (question) => {
    const box = document.querySelector("#question textarea");
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, question);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((go) => setTimeout(go, 200));
    const before = document.querySelectorAll(".exchange").length;
    const words = () => document.querySelectorAll(".exchange")[before]?.querySelector(".answer, .refusal")?.textContent;
    const seen = new Promise((go) => {
        const watching = new MutationObserver(() => words() && (watching.disconnect(), go(performance.now())));
        watching.observe(document.querySelector("#conversation"), { subtree: true, childList: true });
    });
    const sent = performance.now();
    document.querySelector("#send").click();
    return (await seen) - sent;
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, url: str) -> tuple[Page, float]:
    """A page as a new visitor sees it, and the seconds until it takes a question."""
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(url, wait_until="commit")
    page.wait_for_function(INTERACTIVE, polling="raf")
    return page, page.evaluate("performance.now()") / 1000


def first_words(page: Page, question: str) -> float:
    """Milliseconds from the click on Send until there are words of the answer."""
    taken = float(page.evaluate(FIRST_WORDS, question))
    page.locator(".exchange").last.locator(".footnote, .refusal").wait_for()
    page.locator("#send").wait_for()
    page.wait_for_timeout(300)
    return taken


def in_the_browser(url: str, runs: int) -> dict[str, float]:
    """The figures of an open page; what a process does for the first time is not counted."""
    with chromium() as browser:
        first_words(opened(browser, url)[0], QUESTIONS[0])
        interactive, taken = [], []
        for _ in range(runs):
            page, seconds = opened(browser, url)
            interactive.append(seconds)
            taken += [first_words(page, question) for question in QUESTIONS]
            page.context.close()
    return {
        "interactive_s": statistics.median(interactive),
        "first_words_p50_ms": statistics.median(taken),
        "first_words_max_ms": max(taken),
    }


def figures(runs: int) -> dict[str, float]:
    with fresh_home() as home:
        seconds_of_command(home, "ingest", *map(str, paths()))
        starts = [serve_times(home) for _ in range(runs)]
        with serving(home) as url:
            open_page = in_the_browser(url, runs)
    loading, chat = (statistics.median(times) for times in zip(*starts, strict=True))
    return {"loading_page_s": loading, "chat_s": chat, **open_page}


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.option("--runs", type=click.IntRange(1), default=3, show_default=True)
def main(runs: int, as_json: bool) -> None:
    """Prints the figures, and whether each holds."""
    found = {name: round(value, 3) for name, value in figures(runs).items()}
    load = round(os.getloadavg()[0], 2)
    if as_json:
        json.dump({**found, "load": load}, sys.stdout, indent=2)
        click.echo()
        return
    for name, value in found.items():
        missed = "" if value <= TARGETS[name] else "   MISSED"
        click.echo(f"{name:22s}{value:10.3f}   at most {TARGETS[name]:g}{missed}")
    click.echo(f"load of the machine at the end: {load}")


if __name__ == "__main__":
    main()
