"""三级响应, Ⅲ级响应 and III级响应 are one; other things of three levels are none."""

from __future__ import annotations

import pytest

from assistant.understanding.response_levels import OTHER, SAME, levels_asked, on_the_level, printed_levels


@pytest.mark.parametrize(
    ("question", "levels"),
    [
        ("三级防旱响应由谁启动？", {3}),
        ("Ⅳ级响应期间怎么值班？", {4}),
        ("IV级响应期间怎么值班？", {4}),
        ("II级与I级响应的雨量", {1, 2}),
        ("要拉响最高一级的防台响应，谁点头？", {1}),
        ("省市县三级联动的应急机制", set()),
        ("三级医院怎么应急", set()),
        ("第三级台阶应急", set()),
        ("三级工人补多少", set()),
    ],
)
def test_levels_are_those_of_responses_and_warnings(question: str, levels: set[int]) -> None:
    assert levels_asked(question) == levels


def test_the_search_is_for_what_documents_print() -> None:
    assert printed_levels("二级和三级响应") == ["Ⅱ级应急响应", "Ⅲ级应急响应"]
    assert printed_levels("怎么值班？") == []


@pytest.mark.parametrize(
    ("heading", "text", "factor"),
    [
        ("（二）Ⅲ级应急响应", "每日报告两次。", SAME),
        ("（三）Ⅱ级应急响应", "每日报告四次。", OTHER),
        ("（三）Ⅱ级应急响应", "由Ⅲ级响应提升的，即时报告。", OTHER),
        ("信息报送", "Ⅲ级响应时每日报告两次。", SAME),
        ("信息报送", "每日报告一次。", 1.0),
        ("响应分级", "响应分为Ⅳ级、Ⅲ级、Ⅱ级、Ⅰ级四个等级。", 1.0),
    ],
)
def test_a_sentence_is_of_the_level_of_its_heading_or_its_own(heading: str, text: str, factor: float) -> None:
    assert on_the_level("三级响应时多久报告一次？", heading, text) == factor
