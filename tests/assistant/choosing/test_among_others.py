"""Of two sentences the one that is about the thing alone is nearer than one that names it in a row of others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.choosing.among_others import AMONG, one_among_others
from assistant.choosing.candidates import candidates
from assistant.models import AnswerStatus
from corpus.models import Span
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import PROVINCE, ask, evidence


@pytest.mark.parametrize(
    ("question", "sentence", "among"),
    [
        ("浙江方案里，水产养殖要研发哪些技术？", "到2030年，形成一批支撑种植、畜牧、水产养殖业节水的成果。", True),
        ("水产养殖要研发哪些技术？", "到2030年，形成一批支撑种植、畜牧、水产养殖业节水的成果。", False),
        ("浙江方案里，水产养殖要研发哪些技术？", "水产养殖。研发循环水、尾水净化、在线监测技术。", False),
        (
            "浙江方案里，种植、畜牧、水产养殖各要研发哪些技术？",
            "到2030年，形成一批支撑种植、畜牧、水产养殖业节水的成果。",
            False,
        ),
        ("浙江方案里，水产养殖有多少亩？", "在种植、畜牧、水产养殖业推广，水产养殖3万亩。", False),
    ],
)
def test_a_thing_in_a_row_of_others_is_one_among_them(question: str, sentence: str, among: bool) -> None:
    first = candidates(evidence(PROVINCE, "二 > 1"))[0]
    one = replace(first, evidence=replace(first.evidence, text=sentence), span=Span(0, len(sentence)))
    assert one_among_others(ask(question), one) == (AMONG if among else 1.0)


TEXT = """石桥市农业节水科技方案

为推进农业节水，制定本方案。

一、目标
到2030年，形成一批支撑种植、畜牧、水产养殖行业节水的科技成果，实现低耗水技术的大规模应用。

二、任务
（一）低耗水种植。研发水肥一体、抗旱育种、墒情监测技术。
（二）低耗水水产。研发循环水养殖装备、尾水净化和鱼菜共生技术。
"""


def test_what_is_done_for_one_of_them_is_told_by_its_own_clause(assistant_over: MakeAssistant) -> None:
    answer = assistant_over({"方案.txt": TEXT}).ask("石桥市的方案里，水产养殖要研发什么低耗水技术？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "鱼菜共生" in answer.answer
