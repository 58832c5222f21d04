"""What follows where a condition is broken stands in the article that names it by its number."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

RULES = {
    "细则.txt": """石桥经济开发区扶持农机企业实施细则

第一条 为扶持农机企业，制定本细则。

第二条 本细则适用于石桥经济开发区内的农机企业。

第三条 申报单位应当符合下列条件：

（一）在石桥经济开发区注册；

（二）承诺五年内不将生产线迁出石桥经济开发区；

（三）未拖欠职工工资。

第四条 扶持资金用于购置试验设备。

第五条 违反第三条第二项承诺的，限期退还全部扶持资金，三年内不得再次申报。

第六条 本细则自2024年1月1日起施行。
"""
}


@pytest.mark.parametrize("question", ["把生产线迁出石桥经济开发区会怎么处理？", "生产线迁出开发区有什么后果"])
def test_what_follows_is_told_by_the_number_of_what_was_broken(assistant_over: MakeAssistant, question: str) -> None:
    answer = assistant_over(RULES).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.path for one in answer.citations] == ["第五条"]


def test_where_another_item_is_named_the_condition_stays(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(RULES).ask("拖欠职工工资会怎么处理？")
    assert "第五条" not in [one.path for one in answer.citations]


def test_what_follows_right_behind_the_condition_is_told_with_it(assistant_over: MakeAssistant) -> None:
    rules = (
        "石桥镇扶持农机企业规定\n\n第一条 为扶持农机企业，制定本规定。\n\n"
        "第二条 享受扶持的企业十年内不得将生产线迁出石桥镇；违反规定的，应当退还扶持资金。\n\n"
        "第三条 扶持资金用于购置试验设备。\n\n第四条 本规定自2024年1月1日起施行。\n"
    )
    answer = assistant_over({"规定.txt": rules}).ask("把生产线迁出石桥镇会怎么样？")
    assert "十年内" in answer.answer
    assert "退还扶持资金" in answer.answer
    assert [one.path for one in answer.citations] == ["第二条", "第二条"]
