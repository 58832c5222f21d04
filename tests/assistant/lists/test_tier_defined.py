"""Who or what a tier is, is told by the clause that begins with its label."""

from __future__ import annotations

import pytest

from assistant.lists.tiered import tier_defined
from corpus.rows import summary_of
from tests.corpus.sources import document

RULES = document(
    "石桥镇人才规定",
    "",
    "第一条　人才分为两类：",
    "（一）A类，国内外知名专家；",
    "（二）B类，持有高级证书的工匠，包括焊工和钳工。",
    "第二条　对A类、B类人才，分别发放金卡、银卡。",
    "第三条　B类人才子女就近入学。",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("B类人才到底是些什么人？", ["B类，持有高级证书的工匠，包括焊工和钳工。"]),
        ("A类人才指哪些人？", ["A类，国内外知名专家；"]),
        ("B类人才能领什么卡？", []),
        ("C类人才是什么人？", []),
        ("A类和B类人才是什么人？", []),
    ],
)
def test_a_tier_is_told_by_the_clause_with_its_label(question: str, said: list[str]) -> None:
    assert [one.text for one in tier_defined(question, [(RULES, summary_of(RULES, ""))])] == said
