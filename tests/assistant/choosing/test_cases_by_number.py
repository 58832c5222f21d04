"""The case of a rule that the number of a question falls into."""

from __future__ import annotations

import pytest

from assistant.choosing.cases_by_number import INSIDE, OUTSIDE, by_number
from tests.assistant.conftest import MakeAssistant


@pytest.mark.parametrize(
    ("question", "text", "factor"),
    [
        ("水温才38度，退多少？", "水温高于或者等于三十五摄氏度、低于四十摄氏度的，退还一半", INSIDE),
        ("水温才38度，退多少？", "水温低于三十五摄氏度的，全部退还", OUTSIDE),
        ("不到35度呢？", "水温低于三十五摄氏度的，全部退还", INSIDE),
        ("35到40度之间退多少？", "水温高于或者等于三十五摄氏度、低于四十摄氏度的，退还一半", INSIDE),
        ("干了12年休几天？", "已满10年不满20年的，休假10天", INSIDE),
        ("干了半年休几天？", "工作满6个月不满1年的，休假3天", INSIDE),
        ("干了20年休几天？", "已满10年不满20年的，休假10天", OUTSIDE),
        ("考了82分补多少？", "80分（含）至85分的，补助三成", INSIDE),
        ("考了82分补多少？", "85分（含）至90分的，补助五成", OUTSIDE),
        ("考了82分补多少？", "80分以下的，不予补助", OUTSIDE),
        ("我36岁，年龄超没超？", "支持35周岁以下人员申报，女性可放宽至38周岁", INSIDE),
        ("我39岁，年龄超没超？", "支持35周岁以下人员申报，女性可放宽至38周岁", 1.0),
        ("我39岁，能申请吗？", "支持35周岁以下人员申报", 1.0),
        ("39岁的补多少？", "35周岁以下人员补助5万元", OUTSIDE),
        ("我56岁，能申请吗？", "申请人年龄不超过57周岁", INSIDE),
        ("花了30万元补多少？", "投入10万元至50万元的，补三成", INSIDE),
        ("欠了15天会怎样？", "逾期超过三十日的，停止供水", OUTSIDE),
        ("外婆今年83，坐公交补多少？", "70周岁至79周岁、80周岁至89周岁老年人乘车分别补贴50元、80元", INSIDE),
        ("我外公85，每顿补几块？", "80周岁以上老年人每餐补助3元，70至79周岁老年人每餐补助2元", INSIDE),
        ("75岁的老人每顿补几块？", "80周岁以上老年人每餐补助3元，70至79周岁老年人每餐补助2元", INSIDE),
        ("爷爷95岁能领多少？", "对70至79周岁老年人每月补助2元", OUTSIDE),
        ("投资过千万的能补多少？", "单个项目投资超过500万元的，补助一成", INSIDE),
        ("年收入超过十亿的企业补多少？", "年主营业务收入10亿元以上的企业，补助两成", INSIDE),
        ("投资不到3亿的补多少？", "总投资5亿元以上的企业，补助两成", OUTSIDE),
        ("注册资本6000万元给多少？", "注册资本5000万元以上的企业，给予奖励", INSIDE),
    ],
)
def test_a_number_chooses_its_case(question: str, text: str, factor: float) -> None:
    assert by_number(question, text) == factor


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("罚3000块对吗？", "处一千元以上五千元以下的罚款"),
        ("今年30个项目怎么补？", "18周岁以上的，可以报名"),
        ("2025年底前要建成多少？", "使用满三年的，可以更换"),
        ("8月15日以后怎么收费？", "逾期超过三十日的，停止供水"),
        ("水温38度退多少？", "使用满三年的，可以更换"),
        ("退多少？", "水温低于三十五摄氏度的，全部退还"),
        ("考了82分补多少？", "15分钟以内的，不计入"),
    ],
)
def test_what_is_no_case_or_no_number_of_its_unit_chooses_nothing(question: str, text: str) -> None:
    assert by_number(question, text) == 1.0


_MARKS = (
    "苍水市节水考核办法\n\n"
    "第一条 对用水单位的考核每月一次，实行百分制，其中水表50分、管网50分，考核结果与节水经费挂钩。\n\n"
    "第二条 用水单位月度考核90分（含）以上的，全额拨付节水经费；85分（含）至90分的，扣减2%；"
    "80分（含）至85分的，扣减5%；80分以下的，扣减20%。\n\n第三条 本办法自2024年1月1日起施行。\n"
)


def test_the_case_of_the_number_answers_without_those_beside_it(assistant_over: MakeAssistant) -> None:
    answer = assistant_over({"办法.txt": _MARKS}).ask("用水单位这个月考核打了82分，节水经费扣多少？")
    assert "扣减5%" in answer.answer
    assert not any(share in answer.answer for share in ("扣减2%", "扣减20%", "全额拨付"))
