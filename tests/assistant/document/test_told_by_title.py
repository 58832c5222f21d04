"""How many measures a document has may stand in its title alone."""

from __future__ import annotations

import pytest

from assistant.document.told_by_title import told_by_title
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import document

TWELVE = document("绍兴市支持节水企业发展的十二条政策意见", "", "一、减免水费", "减免节水企业水费。")
SIX = document("绍兴水务集团推出6项措施", "", "一、热线", "开通服务热线。")
NEAR = [(one, summary_of(one, "2026-01-01T00:00:00")) for one in (TWELVE, SIX)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("绍兴为支持节水企业发展提出了多少条政策意见？", ["绍兴市支持节水企业发展的十二条政策意见。"]),
        ("绍兴支持节水企业发展的政策意见一共几条？", ["绍兴市支持节水企业发展的十二条政策意见。"]),
        ("绍兴水务集团推出了几项措施？", ["绍兴水务集团推出6项措施。"]),
        ("支持节水企业发展有几项措施？", []),
        ("杭州地铁有几条措施？", []),
        ("节水企业减免多少水费？", []),
        ("绍兴为支持节水企业发展提出的第二批政策意见有多少条？", []),
    ],
)
def test_the_title_that_is_asked_about_says_how_many(question: str, told: list[str]) -> None:
    said = told_by_title(ask(question), NEAR)
    assert [one.text for one in said] == told
    assert all(one.grounds[0].quote in one.grounds[0].clause.printed for one in said)


def test_of_the_one_document_that_is_meant_the_title_need_not_be_told_again() -> None:
    (said,) = told_by_title(ask("绍兴的意见一共几条？"), NEAR[:1], alike=0)
    assert "十二条政策意见" in said.text


def test_a_headline_over_the_title_says_it_too() -> None:
    found = document(
        "绍兴出台节水稳水30条意见",
        "",
        "绍兴市水利局关于节水稳水的若干意见",
        "",
        "绍水发〔2023〕7号",
        "",
        "各区、县（市）水利局：",
        "",
        "一、减免",
        "减免水费。",
    )
    (said,) = told_by_title(ask("绍兴节水稳水的意见一共几条？"), [(found, summary_of(found, ""))])
    assert said.text == "绍兴出台节水稳水30条意见。"
