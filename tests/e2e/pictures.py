"""The pictures of `docs/images` taken anew: `python -m tests.e2e.pictures [--to FOLDER] [NAME ...]`.

Every page in both languages, as `wence serve` shows it over the bundled documents to a new visitor.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.page import chromium
from tests.benchmarks.processes import seconds_of_command, serving
from tests.benchmarks.speed import paths
from tests.e2e import papers

IMAGES = Path(__file__).parents[2] / "docs" / "images"
FIRST = "江苏省到2025年在高新技术企业方面的目标是什么？"
SECOND = "起步区到2035年新型储能设施规模要达到多少？"
REFUSED = "江苏省科学技术厅厅长是谁？"
TOPIC = "氢能"


def ask(page: Page, question: str) -> None:
    before = page.locator(".exchange").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(page.locator(".exchange").nth(before).locator(".actions")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()


def go_to(page: Page, tab: str) -> None:
    page.locator(f'#tabs [role="tab"][data-tab-id="{tab}"]').click()
    expect(page.locator(f"#tab-{tab}")).to_be_visible()
    page.wait_for_timeout(800)


def chat(page: Page) -> None:
    ask(page, REFUSED)
    page.locator("#clear").click()
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, FIRST)
    ask(page, SECOND)


def quote(page: Page) -> None:
    ask(page, FIRST)
    page.locator(".exchange").last.locator(".answer a.mark").first.hover()
    page.locator('[data-act="down"]').click()
    page.locator(".exchange").last.locator(".answer a.mark").first.hover()


def refusal(page: Page) -> None:
    ask(page, FIRST)
    ask(page, REFUSED)


def on_a_phone(page: Page) -> None:
    ask(page, SECOND)


def clause_on_a_phone(page: Page) -> None:
    ask(page, SECOND)
    page.locator(".exchange").last.locator(".answer a.mark").first.click()
    expect(page.locator("#evidence .card[aria-current]")).to_be_visible()


def welcome(page: Page) -> None:
    page.locator("h1").click()


def library(page: Page) -> None:
    """A file on its way in, the report on one whose content is there already, the list."""
    go_to(page, "library")
    expect(page.locator(".lib-table tbody tr")).to_have_count(5)
    known, empty = paths()[1], b""
    page.locator(".lib-choose input").set_input_files(
        [
            {"name": "会议材料3.txt", "mimeType": "text/plain", "buffer": known.read_bytes()},
            {"name": "空白.txt", "mimeType": "text/plain", "buffer": empty},
        ]
    )
    expect(page.locator(".lib-reports ol > li")).to_have_count(2)
    with tempfile.TemporaryDirectory() as folder:
        long = papers.long_pdf(Path(folder) / "用水条例汇编.pdf", 300)
        page.locator(".lib-choose input").set_input_files(str(long))
        expect(page.locator(".lib-far")).to_have_text(re.compile(r"[1-9]\d"))


def reader(page: Page) -> None:
    ask(page, SECOND)
    page.locator("#evidence .card[aria-current] a.read").click()
    expect(page.locator(".reader-clause.current mark").first).to_be_visible()


def comparison(page: Page) -> None:
    go_to(page, "comparison")
    for box in page.locator('#contrast [name="documents"]').all()[:3]:
        box.check()
    page.locator('#contrast textarea, #contrast input[type="text"]').first.fill(TOPIC)
    page.locator("#contrast .papers-go").click()
    page.locator("#contrast .paper table").first.wait_for()
    page.locator("#contrast-result").scroll_into_view_if_needed()


def targets(page: Page) -> None:
    go_to(page, "comparison")
    page.locator("#targets-rows table").wait_for()
    page.locator("#targets").evaluate("(part) => part.scrollIntoView()")


def briefing(page: Page) -> None:
    go_to(page, "briefing")
    page.locator("#brief .try", has_text=TOPIC).first.click()
    page.locator("#brief .paper h3").first.wait_for()


def help_sheet(page: Page) -> None:
    page.locator('[data-tool="help"]').click()
    expect(page.locator("#help-sheet")).to_be_visible()


class Picture(NamedTuple):
    """One file of the folder: what is done before it is taken, and how wide the window is."""

    act: Callable[[Page], None]
    english: bool = False
    dark: bool = False
    width: int = 1440
    height: int = 900


PHONE = {"width": 360, "height": 760}
BOTH = {
    "chat": chat, "welcome": welcome, "library": library, "reader": reader, "comparison": comparison,
    "targets": targets, "briefing": briefing,
}  # fmt: skip
PICTURES: dict[str, Picture] = {
    **{name: Picture(act) for name, act in BOTH.items()},
    **{f"{name}-en": Picture(act, english=True) for name, act in BOTH.items()},
    "chat-dark": Picture(refusal, dark=True, width=1280, height=800),
    "library-dark": Picture(library, dark=True, width=1280, height=800),
    "help": Picture(help_sheet, width=1280, height=800),
    "quote": Picture(quote, width=1280, height=800),
    "phone-answer": Picture(on_a_phone, **PHONE),
    "phone-clause": Picture(clause_on_a_phone, **PHONE),
    "phone-welcome": Picture(welcome, english=True, **PHONE),
}
PHONES = ("phone-welcome", "phone-answer", "phone-clause")
"""Stand side by side in one picture."""


def take(browser: Browser, url: str, plan: Picture, path: Path) -> None:
    context = browser.new_context(
        viewport={"width": plan.width, "height": plan.height},
        locale="zh-CN",
        color_scheme="dark" if plan.dark else "light",
    )
    page = context.new_page()
    page.goto(url)
    expect(page.locator(".welcome")).to_be_visible()
    if plan.english:
        page.get_by_text("English", exact=True).click()
        expect(page.locator("#send")).to_have_text("Send")
    plan.act(page)
    page.wait_for_timeout(700)
    page.screenshot(path=path)
    context.close()


def side_by_side(parts: list[Path], path: Path, gap: int = 24) -> None:
    """Several pictures in one, on a grey ground."""
    images = [Image.open(part) for part in parts]
    width = sum(image.width for image in images) + gap * (len(images) + 1)
    whole = Image.new("RGB", (width, max(image.height for image in images) + 2 * gap), "#d9dcd8")
    left = gap
    for image in images:
        whole.paste(image, (left, gap))
        left += image.width + gap
    whole.save(path)


def smaller(path: Path) -> None:
    """Few colours tell on a page of text; the repository stays small."""
    with Image.open(path) as image:
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


@contextmanager
def application() -> Iterator[str]:
    """`wence serve` over the bundled documents."""
    with tempfile.TemporaryDirectory(prefix="wence-pictures-", ignore_cleanup_errors=True) as folder:
        seconds_of_command(Path(folder), "ingest", *map(str, paths()))
        with serving(Path(folder)) as url:
            yield url


@click.command()
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), default=IMAGES)
@click.argument("names", nargs=-1, type=click.Choice(tuple(PICTURES)))
def main(folder: Path, names: tuple[str, ...]) -> None:
    """Takes the pictures named, or all."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = names or tuple(PICTURES)
    with application() as url, chromium() as browser:
        for name in chosen:
            take(browser, url, PICTURES[name], folder / f"{name}.png")
    if set(PHONES) <= set(chosen):
        side_by_side([folder / f"{name}.png" for name in PHONES], folder / "chat-phone.png")
        for name in PHONES:
            (folder / f"{name}.png").unlink()
    for path in (folder / f"{name}.png" for name in (*chosen, "chat-phone")):
        if path.exists():
            smaller(path)
            click.echo(f"{path} {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
