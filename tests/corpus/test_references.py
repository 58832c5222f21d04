"""Titles, document numbers and clauses that a text points to are found where they stand."""

from __future__ import annotations

import pytest

from corpus.references import ReferenceKind, references


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("按照《某省碳达峰实施方案》执行", ReferenceKind.TITLE, "某省碳达峰实施方案"),
        ("（国科发社〔2022〕157号）", ReferenceKind.NUMBER, "国科发社〔2022〕157号"),
        ("某政字[2022] 242 号", ReferenceKind.NUMBER, "某政字〔2022〕242号"),
        ("依照第十二条第二款第三项处罚", ReferenceKind.CLAUSE, "第十二条第二款第三项"),
    ],
)
def test_references_carry_their_kind_and_key(text: str, kind: ReferenceKind, key: str) -> None:
    found = references(text)
    assert [(one.kind, one.key) for one in found] == [(kind, key)]


def test_references_come_in_order_and_their_spans_hold_them() -> None:
    text = "见第三条和《甲办法》（某发〔2020〕1号）。"
    assert [one.span.of(text) for one in references(text)] == ["第三条", "《甲办法》", "某发〔2020〕1号"]


def test_a_title_inside_a_title_is_part_of_it() -> None:
    assert references("《关于印发〈某方案〉的通知》")[0].key == "关于印发〈某方案〉的通知"


def test_plain_text_points_nowhere() -> None:
    assert references("到2025年新增企业1000家。") == ()
