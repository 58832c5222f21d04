"""A side of a comparison that opens a list brings its items; brackets on who is in charge are no side."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from tests.assistant.conftest import MakeAssistant

WHERE = {
    "甲.txt": """甲州市垂钓管理条例

第一条 为了规范垂钓行为，制定本条例。

第二条 本市行政区域内，下列水域禁止垂钓：
（一）东湖水源保护区；
（二）北河船闸上下游二百米以内水域。

第三条 渔政部门是垂钓管理的主管部门。
""",
    "乙.txt": """乙州市垂钓管理条例

第一条 为了保护渔业资源，制定本条例。

第二条 本市南江大桥周边水域禁止垂钓。

第三条 水利部门是垂钓管理的主管部门。
""",
}
RENTS = {
    "甲.txt": """宁波市支持渔民若干措施

一、减免码头租金。鼓励其他业主减免码头租金。对承租国有码头的渔民，免收三月、四月两个月租金。（责任单位：市国资委）

二、减免冷库费用。冷库电费下调一成。（责任单位：市发改委）
""",
    "乙.txt": """杭州市支持渔民若干措施

一、减免码头租金。对承租国有码头的渔民，视情况免收一个月租金。（责任单位：市财政局、市国资委）

二、延期缴费。水费可延期三个月缴纳。（责任单位：市水务局）
""",
}


@pytest.fixture
def rivers(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(WHERE)


def test_what_opens_a_list_is_shown_with_its_items(rivers: Assistant) -> None:
    answer = rivers.ask("甲州市垂钓管理条例和乙州市垂钓管理条例，哪些水域禁止垂钓？").answer
    assert "（一）东湖水源保护区" in answer
    assert "（二）北河船闸上下游二百米以内水域" in answer
    assert "南江大桥周边水域禁止垂钓" in answer


def test_the_sentences_of_a_clause_on_the_subject_stand_together(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(RENTS).ask("宁波和杭州，码头租金减免有什么不同？").answer
    assert "免收三月、四月两个月租金" in answer
    assert "免收一个月租金" in answer
    assert "责任单位" not in answer
    assert "冷库" not in answer
