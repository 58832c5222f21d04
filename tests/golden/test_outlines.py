"""Outlines reviewed by eye, and what must be found in the bundled documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.bundled import bundled_documents
from corpus.models import Document
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.vocabulary import ClauseKind, PartRole
from tests.corpus.sources import clause
from tests.golden_outline import outline

OUTLINES = sorted((Path(__file__).parent / "outlines").glob("*.txt"))


@pytest.mark.parametrize("path", OUTLINES, ids=[path.stem for path in OUTLINES])
def test_a_document_has_the_outline_reviewed_by_eye(path: Path) -> None:
    assert outline(parse(read_source(path))) == path.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bundled() -> dict[str, Document]:
    return {item.path.stem: parse(read_source(item.path)) for item in bundled_documents()}


FACTS = [
    ("宁波市碳达峰碳中和科技创新行动方案", 3, 0, 17),
    ("山东省科技支撑碳达峰工作方案", 5, 0, 22),
    ("江苏省科技支撑碳达峰碳中和实施方案", 3, 0, 21),
    ("济南新旧动能转换起步区碳达峰工作方案", 5, 4, 5),
    ("科技支撑碳达峰碳中和实施方案（2022—2030年）", 10, 10, 0),
]
"""Name, sections 一、, boxes, and the highest Arabic number outside boxes."""


@pytest.mark.parametrize(("name", "sections", "boxes", "highest"), FACTS, ids=[fact[0] for fact in FACTS])
def test_sections_boxes_and_numbers_of_a_bundled_document(
    bundled: dict[str, Document], name: str, sections: int, boxes: int, highest: int
) -> None:
    main = [one for one in bundled[name].clauses if one.part is PartRole.MAIN]
    numbers = [int(one.path[-1]) for one in main if one.kind is ClauseKind.LEVEL and one.path[-1].isdigit()]
    assert sum(one.depth == 1 and one.kind is ClauseKind.LEVEL for one in main) == sections
    assert sum(one.kind is ClauseKind.BOX for one in main) == boxes
    assert max(numbers, default=0) == highest


def test_arabic_numbers_run_through_a_document_without_a_gap(bundled: dict[str, Document]) -> None:
    found = bundled["山东省科技支撑碳达峰工作方案"]
    numbers = [int(one.path[-1]) for one in found.clauses if one.kind is ClauseKind.LEVEL and one.path[-1].isdigit()]
    assert numbers == list(range(1, 23))


def test_lead_notice_plan_closing_and_interview_of_one_file_are_parts(bundled: dict[str, Document]) -> None:
    found = bundled["科技支撑碳达峰碳中和实施方案（2022—2030年）"]
    assert [part.role for part in found.parts] == [
        PartRole.WEB_TEXT,
        PartRole.COVER_NOTICE,
        PartRole.MAIN,
        PartRole.CLOSING,
        PartRole.INTERPRETATION,
    ]
    assert len(found.metadata.issuers) == 9
    assert clause(found, "政策解读 > 一").part is PartRole.INTERPRETATION


@pytest.mark.parametrize("name", [fact[0] for fact in FACTS])
def test_no_number_of_a_bundled_document_is_skipped(bundled: dict[str, Document], name: str) -> None:
    assert bundled[name].notes == ()
