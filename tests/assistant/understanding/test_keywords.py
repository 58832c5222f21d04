"""A search in keywords is told from a question; words for a kind of value or a relation name no thing."""

from __future__ import annotations

import pytest

from assistant.understanding.keywords import keywords_in


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("节水服务 管网检漏 数据库", ("节水服务", "管网检漏", "数据库")),
        ("节水基金 金额 对比", ("节水基金",)),
        ("绍兴 首台（套）节水重大装备 优先采购", ("绍兴", "首台（套）节水重大装备", "优先采购")),
        ("节水基金 2025年 十四五期间 到2030年 项数", ("节水基金",)),
        ("节水服务 怎么收费", ()),
        ("节水服务？ 数据库", ()),
        ("节水", ()),
        ("第一条 申请人应当按照规定的时间报送全部用水材料", ()),
    ],
)
def test_keywords_are_the_words_between_blanks(typed: str, words: tuple[str, ...]) -> None:
    assert keywords_in(typed) == words
