"""What comes of neglecting a duty is found by the words that told the duty, and by its article."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import MakeAssistant
from tests.assistant.turns.test_readings import told

PIERS = """柯桥市渡口管理条例

（2021年6月1日柯桥市人民代表大会常务委员会通过）

第一章　总则

第一条　为加强渡口管理，制定本条例。

第二章　经营

第二条　渡口经营者应当自开业之日起十五日内向航运管理机构登记渡船名册。

第三条　渡口经营者应当在每年汛期前检修渡船，并将检修记录报送航运管理机构。

第四条　渡口经营者应当履行下列职责：
（一）在候船处公布班次和票价；
（二）为老年人设置专用座椅。

第五条　渡船载客不得超过核定人数。

第三章　法律责任

第六条　违反本条例规定，渡船载客超过核定人数的，由公安机关处五百元以上二千元以下罚款。

第七条　渡口经营者有下列行为之一的，由航运管理机构责令限期改正；逾期不改正的，处三千元以上九千元以下罚款：
（一）未登记渡船名册的；
（二）未按期报送渡船检修记录的。

第八条　渡口经营者违反本条例第四条规定的，由市容管理部门给予警告，可以处六百元罚款。

第九条　本条例自2021年9月1日起施行。
"""


@pytest.fixture(scope="module")
def piers(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"渡口条例.txt": PIERS})


REGISTER = "渡口开业后几天内登记渡船名册？"
REPAIRS = "渡口经营者什么时候检修渡船？"
DUTIES = "渡口经营者应当履行哪些职责？"


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        ((REGISTER, "那没按期登记的话会怎么罚？"), "三千元以上九千元以下", "五百元"),
        ((REGISTER, "不登记要承担什么后果？"), "未登记渡船名册", "检修记录"),
        ((REPAIRS, "没报送记录的罚多少？"), "未按期报送渡船检修记录", "未登记"),
        ((DUTIES, "没做到的话怎么处罚？"), "六百元罚款", "三千元"),
        ((DUTIES, "第一项没做到会怎么罚？"), "六百元罚款", "三千元"),
        ((REGISTER, "那超过核定人数载客会怎么罚？"), "五百元以上二千元以下", "三千元"),
        (("渡船载客超过核定人数罚多少？", "那经营者不设置专用座椅的呢？"), "六百元罚款", "三千元"),
    ],
)
def test_the_penalty_is_that_of_the_duty_told(
    piers: Assistant, questions: tuple[str, ...], said: str, unsaid: str
) -> None:
    last = told(piers, *questions)
    assert said in last.answer.answer
    assert unsaid not in last.answer.answer
    assert {one.status for one in last.answer.citations} == {"verified"}


@pytest.mark.parametrize(
    ("questions", "body"),
    [
        ((REGISTER, "没登记的怎么罚？", "这种情况由谁来罚？"), "航运管理机构"),
        ((DUTIES, "没做到的话怎么处罚？", "那是哪个部门处罚？"), "市容管理部门"),
        (("渡船载客超过核定人数罚多少？", "这个由谁处罚？"), "公安机关"),
    ],
)
def test_who_imposes_it_is_said_in_the_penalty_told(piers: Assistant, questions: tuple[str, ...], body: str) -> None:
    answer = told(piers, *questions).answer
    others = {"航运管理机构", "市容管理部门", "公安机关"} - {body}
    assert body in answer.answer
    assert not any(one in answer.answer for one in others)


def test_where_no_penalty_is_printed_none_is_told(piers: Assistant) -> None:
    answer = told(piers, REGISTER, "要是售票员没穿制服会怎么罚？").answer
    assert "三千元" not in answer.answer
