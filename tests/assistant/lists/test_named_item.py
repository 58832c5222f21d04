"""An item that is named by its caption answers no question for a figure that it does not give."""

from __future__ import annotations

from tests.assistant.conftest import MakeAssistant

RULES = {
    "细则.txt": """石桥市农机奖励实施细则

第一条 为奖励农机企业，制定本细则。

第二条 首次取得深松机推广证的，每个产品给予6万元奖励。

第三条 本细则自2024年1月1日起施行。

附件1 申报材料清单

1. 租金补助：租赁合同和付款凭证；

2. 推广证奖励：农机推广证复印件及首批销售发票；

3. 平台补助：服务合同清单。
"""
}


def test_a_figure_is_not_told_by_the_number_of_an_item(assistant_over: MakeAssistant) -> None:
    assert "6万元" in assistant_over(RULES).ask("石桥市深松机推广证奖多少？").answer
