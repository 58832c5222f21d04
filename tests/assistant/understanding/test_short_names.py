"""A short name in Latin letters means what the library prints in front of it."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from assistant.understanding.short_names import names_in_full
from tests.assistant.conftest import MakeAssistant

PRINTED = "街道配置公共场所智能供水终端（以下简称IWT）。智能供水终端每月巡检。水价按分级计量单价(lmp)的40%收取。"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("IWT多久巡检一次", (("IWT", "智能供水终端"),)),
        ("iwt和IWT", (("iwt", "智能供水终端"), ("IWT", "智能供水终端"))),
        ("LMP是多少", ()),  # printed once: nothing tells where its name begins
        ("APP在哪下载", ()),
        ("终端多久巡检一次", ()),
    ],
)
def test_a_short_name_stands_for_the_words_that_are_printed_again(question: str, names: object) -> None:
    assert names_in_full(question, PRINTED) == names


def test_a_question_by_the_short_name_finds_the_sentence_with_the_whole_name(assistant_over: MakeAssistant) -> None:
    plan = (
        "石桥市供水方案\n\n一、目标\n建成公共场所智能供水终端（IWT）200台。\n\n"
        "二、任务\n（一）平台。把管网、IWT、人员纳入一张图管理。\n"
        "（二）捐赠。鼓励企业捐赠智能供水终端，捐赠支出按规定享受税前扣除。\n"
    )
    answer = assistant_over({"方案.txt": plan}).ask("企业捐IWT能抵税吗？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "税前扣除" in answer.answer
