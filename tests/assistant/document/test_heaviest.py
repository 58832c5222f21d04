"""The heaviest fine of a law is found by its sums, whatever the acts that are fined."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answering import Assistant
from assistant.document.heaviest import highest
from tests.assistant.conftest import MakeAssistant

LAWS = {
    "甲.txt": """甲州市垂钓管理条例

第一条 为了规范垂钓行为，制定本条例。

第二条 在禁渔区垂钓的，处二百元以上一千元以下罚款；情节严重的，处三千元罚款。

第三条 渔政部门可以给予最高五万元奖励。
""",
    "乙.txt": """乙州市游泳管理条例

第一条 为了保障安全，制定本条例。

第二条 未配备救生员的，处5000元以上2万元以下的罚款。

第三条 本条例自2022年1月1日起施行。
""",
    "丙.txt": """丙州市放生管理条例

第一条 为了保护水域生态，制定本条例。

第二条 违规放生的，责令改正。
""",
}


@pytest.fixture
def laws(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(LAWS)


def test_each_law_gives_its_heaviest_fine(laws: Assistant) -> None:
    answer = laws.ask("垂钓条例和游泳条例最高能罚多少？").answer
    assert "处三千元罚款" in answer
    assert "处5000元以上2万元以下的罚款" in answer
    assert "五万元" not in answer


def test_a_law_without_fines_is_said_to_have_none(laws: Assistant) -> None:
    answer = laws.ask("垂钓条例和放生条例最高罚多少？").answer
    assert "处三千元罚款" in answer
    assert answer.endswith("没有找到对应的内容：丙州市放生管理条例。")


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("处二百元以上一千元以下罚款", Decimal(1000)),
        ("处1万元以上5万元以下的罚款", Decimal(50000)),
        ("处货值一倍以上五倍以下罚款", None),
        ("给予五万元奖励", None),
        ("处第2，5000元以下的罚款", Decimal(5000)),
        ("处5,000元以下罚款", Decimal(5000)),
        ("处1.2.3元罚款", None),
    ],
)
def test_only_sums_of_fines_count(text: str, yuan: Decimal | None) -> None:
    assert highest(text) == yuan
