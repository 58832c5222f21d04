"""What is asked of an answer as such is told out of the clauses that were cited, or said not to be there."""

from __future__ import annotations

import pytest

from assistant import wording
from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant
from tests.assistant.turns.test_readings import told

NOTICE = """柯桥市科技局关于组织申报成果转化项目的通知

柯科〔2023〕6号

各有关单位：

现将申报成果转化项目的有关事项通知如下：

一、支持标准

（一）技术交易。企业受让技术成果的，按成交额的6%给予补助，最高30万元。
1.技术合同须经认定登记；
2.双方存在关联关系的不予支持。
（二）概念验证。每项给予20万元。但同一单位每年不超过两项。为了鼓励早期成果，逾期未验收的也不收回。

二、申报时间

网上填报于9月10日前完成。

柯桥市科技局
2023年8月1日
"""

RULES = """国家工匠工坊管理办法

工部发〔2022〕7号

第一条　工坊应当有工位三十个以上。

第二条　位于西部地区的单位，第一条规定的指标可以放宽至七成。

第三条　工坊有下列情形之一的，撤销称号：
（一）弄虚作假的；
（二）连续两年未开展培训的。
"""


@pytest.fixture(scope="module")
def notices(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"转化通知.txt": NOTICE, "工坊办法.txt": RULES})


DEALS = "企业受让技术成果按多少补助？"
PROOFS = "概念验证每项给多少？"


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        (DEALS, "那有啥限制条件没有？", "双方存在关联关系的不予支持"),
        (DEALS, "有什么附加条件？", "技术合同须经认定登记"),
        (PROOFS, "有例外吗？", "同一单位每年不超过两项"),
        (PROOFS, "为什么？", "为了鼓励早期成果"),
        (PROOFS, "这是哪个部分里的？", "支持标准"),
        (DEALS, "不对，我问的是概念验证", "20万元"),
        (DEALS, "换个说法再说一遍", "按成交额的6%给予补助"),
    ],
)
def test_it_is_told_out_of_the_clauses_cited(notices: Assistant, before: str, question: str, said: str) -> None:
    last = told(notices, before, question)
    assert said in last.answer.answer
    assert {one.source for one in last.answer.citations} == {"转化通知.txt"}


def test_a_reason_that_is_not_printed_is_said_not_to_be_there(notices: Assistant) -> None:
    last = told(notices, DEALS, "为什么？")
    assert last.answer.status is AnswerStatus.REFUSED
    assert wording.REASON in last.answer.answer
    assert last.answer.nearest


def test_a_list_that_was_told_to_its_end_is_said_to_be_all(notices: Assistant) -> None:
    last = told(notices, "工坊在哪些情形下撤销称号？", "还有吗？")
    assert last.answer.answer == wording.ALL_TOLD


def test_what_else_there_is_of_one_clause_is_the_rest_of_it(notices: Assistant) -> None:
    first, last = told(notices, PROOFS), told(notices, PROOFS, "还有吗？")
    assert "逾期未验收的也不收回" in last.answer.answer
    assert not {one.text for one in first.answer.sentences} & {one.text for one in last.answer.sentences}


@pytest.mark.parametrize("question", ["申报条件有哪些？", "为什么要在9月10日前完成网上填报？", "有什么材料要求？"])
def test_a_question_with_a_subject_is_searched_for(notices: Assistant, question: str) -> None:
    last = told(notices, DEALS, question)
    assert "关联关系" not in last.answer.answer
    assert wording.REASON not in last.answer.answer


def test_where_somebody_is_does_not_limit_what_holds_everywhere(notices: Assistant) -> None:
    last = told(notices, "工坊要有多少工位？", "我们单位在甘肃，属于西部，能不能放宽一点？")
    assert "放宽至七成" in last.answer.answer
