"""The table of targets as HTML: every row leads to its clause, nothing of a document is markup."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import openpyxl
import pytest

from assistant.targets import Order, TargetTable, targets
from assistant.targets.sheet import to_xlsx
from corpus.vocabulary import Force
from tests.assistant.targets.test_table import JIANGSU, NANJING, Held
from ui.catalogue_targets import CHINESE_TARGETS, ENGLISH_TARGETS
from ui.pages.targets import narrowed_by
from ui.target_table import Narrowed, form_html, table_html

HOSTILE = '某市规划\n一、到2025年，<img src=x onerror=alert(1)>"占比达到20%。'


@pytest.fixture(scope="module")
def table() -> TargetTable:
    return targets(Held(JIANGSU, NANJING))


class Tags(HTMLParser):
    """The start tags of some HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_every_row_links_to_its_clause_in_the_reader(table: TargetTable) -> None:
    html = table_html(table, Narrowed(), CHINESE_TARGETS, "zh")
    links = [link["href"] for link in Tags(html).of("a") if "doc=" in str(link["href"])]
    assert links == [f"/?doc={row.document_id}#{row.clause_id.partition('.')[2]}" for row in table.rows]


def test_a_row_of_a_repealed_document_says_so(table: TargetTable) -> None:
    assert "已废止" not in table_html(table, Narrowed(), CHINESE_TARGETS, "zh")
    repealed = table.model_copy(
        update={"rows": tuple(row.model_copy(update={"force": Force.REPEALED}) for row in table.rows[:1])}
    )
    assert '<span class="badge missing">已废止</span>' in table_html(repealed, Narrowed(), CHINESE_TARGETS, "zh")
    assert "repealed" in table_html(repealed, Narrowed(), ENGLISH_TARGETS, "en")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(repealed))).active
    assert any(str(cell.value).endswith("（已废止）") for cell in sheet[2])


def test_files_are_of_the_table_as_narrowed(table: TargetTable) -> None:
    html = table_html(table, Narrowed("高新", 2025, "江苏", Order.YEAR), CHINESE_TARGETS, "zh")
    files = [link["href"] for link in Tags(html).of("a") if "download" in link]
    assert [address.split("?")[0] for address in files] == [
        "/api/targets.xlsx",
        "/api/targets.docx",
        "/api/targets.svg",
    ]
    assert all("year=2025" in address and "order=year" in address and "%E9%AB%98" in address for address in files)


def test_the_form_offers_the_years_and_places_of_the_table(table: TargetTable) -> None:
    html = form_html(table, Narrowed(year=2030), CHINESE_TARGETS)
    options = [option for option in Tags(html).of("option")]
    assert {str(option["value"]) for option in options} >= {"2025", "2030", "江苏", "南京", "value"}
    assert [option["value"] for option in options if "selected" in option] == ["2030", "", "document"]


def test_the_words_of_documents_are_never_markup() -> None:
    found = targets(Held(HOSTILE))
    assert len(found.rows) == 1
    html = table_html(found, Narrowed(), CHINESE_TARGETS, "zh") + form_html(found, Narrowed('"><b>'), CHINESE_TARGETS)
    tags = Tags(html)
    assert {"img", "b", "script"} & {name for name, _ in tags.found} == set()
    assert all(not name.startswith("on") for _, attributes in tags.found for name in attributes)


@pytest.mark.parametrize(
    ("at", "said"), [(Narrowed(topic="火星"), CHINESE_TARGETS.none), (Narrowed(), CHINESE_TARGETS.empty)]
)
def test_an_empty_table_says_why(at: Narrowed, said: str) -> None:
    assert said in table_html(TargetTable(), at, CHINESE_TARGETS, "zh")


def test_the_english_table_has_english_words(table: TargetTable) -> None:
    html = table_html(table, Narrowed(), ENGLISH_TARGETS, "en")
    assert "As printed" not in html
    assert all(word in html for word in ("Place", "Indicator", "flow", "spreadsheet"))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"topic": " 氢能 ", "year": "2025", "place": "江苏", "order": "year"}, ("氢能", 2025, "江苏", Order.YEAR)),
        ({"year": "明年", "order": "颜色"}, ("", None, "", Order.DOCUMENT)),
        ({"year": "２０２５", "topic": "长" * 300}, ("长" * 100, None, "", Order.DOCUMENT)),
        ({}, ("", None, "", Order.DOCUMENT)),
    ],
)
def test_what_the_browser_sends_is_taken_with_care(sent: dict[str, object], expected: tuple[object, ...]) -> None:
    assert tuple(narrowed_by(sent)) == expected
