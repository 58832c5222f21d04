"""What people say that somebody will not, does not or cannot do leads to what rules print of that."""

from __future__ import annotations

import pytest

from assistant.choosing.plights import OTHER, SAME, on_the_plight


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("用户死活不肯装水表怎么办", "拒不安装水表的，责令限期改正。"),
        ("他们就是不让查水质咋办", "拒绝、阻碍水质检查的，给予警告。"),
        ("供水公司拖着不退押金呢", "逾期不退还押金的，加收滞纳金。"),
        ("一直不交水费会怎样", "未按规定交纳水费的，发出催交通知。"),
        ("瞒着用水量不报怎么处理", "不如实报告用水量的，处以罚款。"),
        ("饭店交不起水费怎么办", "经营困难的用户可以缓缴水费三个月。"),
        ("资金周转不开还能用水吗", "欠费期间不停供。"),
    ],
)
def test_the_rule_on_it_goes_before_other_sentences(question: str, text: str) -> None:
    assert on_the_plight(question, text) == SAME
    assert on_the_plight(question, "水务部门定期公布水质。") == OTHER


@pytest.mark.parametrize(
    "question", ["水费怎么交？", "哪些用户不得开凿水井？", "听取意见的会议由谁召集？", "未按期验收的工程有多少？"]
)
def test_a_question_of_no_such_class_prefers_none(question: str) -> None:
    assert on_the_plight(question, "拒不安装水表的，责令限期改正。") == 1.0
