"""Tables whose cells single blanks part, below the line that names them; and what they do not tell."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

PLAN = {
    "方案.txt": """石桥市灌区改造实施方案

为推进灌区改造，制定本方案。

一、目标
截至2024年底，全市建成高效节水灌溉面积62万亩，配备管护员310人。到2027年，全市高效节水灌溉面积由2024年的62万亩提高到90万亩。

二、任务
（一）渠道。完成防渗改造的渠道，每公里补助18万元。
（二）泵站。更新老旧机组，提高装置效率。
（三）补助标准。2025年每亩补助120元，2026年每亩补助90元。

三、安排
附表1 2025—2027年节水灌溉面积分镇任务（单位：万亩）
乡镇 2025年 2026年 2027年
柳河镇 5 6 8
青塘镇 3 4 5
白沙镇 2 2 3

附表2 试验品种清单
试验编号 品种名称 核心指标 最高补助
A－01 石麦三号 亩产不低于520公斤 40万元
A－02 塘稻六号 亩产不低于650公斤 60万元
"""
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柳河镇 2026年 节水灌溉面积 任务", "柳河镇：2026年为6万亩。"),
        ("我们镇想种塘稻六号，顶多能补多少钱？", "60万元"),
    ],
)
def test_a_row_is_told_by_the_words_above_its_table(assistant_over: MakeAssistant, question: str, told: str) -> None:
    answer = assistant_over(PLAN).ask(question)
    assert answer.status is AnswerStatus.ANSWERED and told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "豆麦三号的亩产要求是多少公斤？",
        "2028年每亩补助多少元？",
        "泵站改造每公里补助多少钱？",
    ],
)
def test_a_row_a_year_and_a_thing_that_are_not_there_are_refused(assistant_over: MakeAssistant, question: str) -> None:
    assert assistant_over(PLAN).ask(question).status is AnswerStatus.REFUSED


def test_what_a_city_has_in_all_tells_nothing_of_one_county() -> None:
    from assistant.finding.locality import counts_the_whole

    assert counts_the_whole("截至2024年底，全市建成加气站14座。")
    assert not counts_the_whole("每个乡镇配备管护员不少于3人。")


def test_a_county_without_a_figure_is_not_told_that_of_its_city(assistant_over: MakeAssistant) -> None:
    text = """潍坊市加气站布局方案

为规范加气站布局，制定本方案。

一、现状
截至2024年底，全市建成加气站14座。

二、布局
在寿光、诸城的物流园建设加气站，寿光的站点优先安排用地。
"""
    ask = assistant_over({"方案.txt": text}).ask
    assert ask("2024年底潍坊的加气站有几座？").status is AnswerStatus.ANSWERED
    assert ask("2024年底寿光的加气站有几座？").status is AnswerStatus.REFUSED
