"""Lists that rule tier by tier, and the steps of a procedure."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

RULES = {
    "细则.txt": """石桥市农机研发资金实施细则

第一条 为管好农机研发专项资金，制定本细则。

第二条 本细则适用于本市农机企业。

第三条 对农机研发按阶段给予资助：

（一）1类整机：完成样机、定型的，分别给予最高50万元、90万元资助；

（二）2类部件：完成样机、定型的，分别给予最高20万元、40万元资助；

（三）单个企业每年资助总额不超过300万元。

第四条 申报审核按照以下程序办理：

（一）申报。企业登录平台填报，提交纸质材料一份；

（二）初审。市农机站在5个工作日内审查材料；

（三）评审。市农业农村局组织不少于7名专家评审；

（四）拨付。公示无异议的，市财政局在10个工作日内拨付资金。
"""
}


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("石桥市农机研发资金申报要走几步？", ["第四条", *(f"第四条 > （{one}）" for one in "一二三四")]),
        ("石桥市农机研发资金按什么程序申报", ["第四条", *(f"第四条 > （{one}）" for one in "一二三四")]),
        ("石桥市2类农机部件研发定型以后最多资助多少钱", ["第三条 > （二）"]),
    ],
)
def test_steps_and_tiers_are_told_from_their_lists(
    assistant_over: MakeAssistant, question: str, paths: list[str]
) -> None:
    answer = assistant_over(RULES).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.path for one in answer.citations] == paths


def test_a_tier_that_the_list_leaves_out_is_refused(assistant_over: MakeAssistant) -> None:
    assert assistant_over(RULES).ask("石桥市3类农机研发资助多少钱").status is AnswerStatus.REFUSED
