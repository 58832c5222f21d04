"""What speaks of no tax and no charge tells neither."""

from __future__ import annotations

import pytest

from assistant.answerable.levy_named import levy_missing


@pytest.mark.parametrize(
    ("question", "said", "missing"),
    [
        ("购置税免到哪年？", "补贴政策执行到2027年底。", True),
        ("购置税免到哪年？", "免征车辆购置税，至2027年底。", False),
        ("一个车位一个月收多少钱？", "总投资3亿元，设置车位600个。", True),
        ("一个车位一个月收多少钱？", "每个车位每月收取300元。", False),
        ("服务费最多能收几毛？", "服务价格每千瓦时不超过0.6元。", False),
        ("一年回收多少吨？", "年处理废旧电池3万吨。", False),
    ],
)
def test_a_levy_or_a_charge_is_told_only_by_what_speaks_of_one(question: str, said: str, missing: bool) -> None:
    assert levy_missing(question, said) is missing
