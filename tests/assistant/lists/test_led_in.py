"""Of the lists that a document leads in to, the one whose lead-in says what is asked, on the side that is asked."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.answering import Assistant
from assistant.finding.rarity import Rarity
from assistant.lists.led_in import nearest_lead
from corpus.chunking import chunk
from corpus.models import Document
from corpus.parsing import parse
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import ask
from tests.corpus.sources import clause, source

NAME = "节水举报办法.md"
TEXT = """# 河湾市节水举报奖励办法

第一条 为了鼓励举报浪费用水的行为，制定本办法。

第二条 市民可以通过下列方式向水务局举报浪费用水行为：

（一）拨打举报电话；

（二）寄送信件；

（三）到水务局当面举报。

第三条 举报获得奖励应当符合下列条件：

（一）有明确的对象；

（二）举报内容属实。

第四条 有下列情形之一的，不予奖励：

（一）水务局工作人员举报的；

（二）无法核实举报人身份的；

（三）重复举报的。

第五条 用水单位不得有下列浪费用水行为：

（一）长流水；

（二）用自来水冲洗工地。

第六条 有下列情形之一的，不属于前条规定的浪费用水行为：

（一）消防演练；

（二）管道突然破裂。

第七条 举报经费列入预算。举报人对结果不服的，可以申请复核。
"""


@cache
def rules() -> Document:
    return parse(source(TEXT, NAME))


@cache
def rarity() -> Rarity:
    return Rarity(f"{one.context} {one.text}" for one in chunk(rules()))


def nearest(question: str, own: str = "") -> str:
    found = nearest_lead(ask(question), rules(), rarity(), clause(rules(), own) if own else None)
    return " > ".join(found.path) if found else ""


@pytest.mark.parametrize(
    ("question", "own", "expected"),
    [
        ("发现有人浪费水，我可以走哪几种渠道去举报？", "第四条", "第二条"),
        ("想反映浪费用水，有几种办法可以举报？", "第四条", "第二条"),
        ("哪些情况不按浪费用水认定？", "第五条", "第六条"),
        ("什么样的情形不会被当成浪费用水？", "第五条", "第六条"),
        ("举报了也拿不到奖励的是哪几种情形？", "第三条", "第四条"),
        ("举报要拿奖励得符合哪几个条件？", "第四条", "第三条"),
    ],
)
def test_the_list_of_the_sort_and_on_the_side_asked_for(question: str, own: str, expected: str) -> None:
    assert nearest(question, own) == expected


@pytest.mark.parametrize("question", ["举报经费由谁出？", "哪些情形？", "水务局有哪些领导？", "河湾有哪些银行？"])
def test_where_no_lead_in_says_it_none_is_nearer(question: str) -> None:
    assert nearest(question) == ""


def test_the_list_at_hand_stays_where_another_is_hardly_nearer() -> None:
    assert nearest("用水单位不能有哪些浪费用水行为？", "第五条") in ("", "第五条")


@pytest.fixture(scope="module")
def clerk(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({NAME: TEXT})


@pytest.mark.parametrize(
    ("question", "lead", "size"),
    [
        ("发现浪费用水，我可以走哪几种渠道去举报？", "市民可以通过下列方式向水务局举报浪费用水行为：", 4),
        ("哪些情况下可以不按浪费用水行为认定？", "有下列情形之一的，不属于前条规定的浪费用水行为：", 3),
    ],
)
def test_the_answer_is_that_list(clerk: Assistant, question: str, lead: str, size: int) -> None:
    lines = clerk.ask(question).answer.splitlines()
    assert lead in lines[0]
    assert len(lines) == size


def test_what_comes_to_count_as_a_thing_is_a_list_of_cases(assistant_over: MakeAssistant) -> None:
    text = """# 河湾市供水服务办法

第一条 供水站应当方便用户缴费，对困难用户提供上门服务。

第二条 有下列情形之一的，属于困难用户：

（一）家中无人能够到供水站缴费的；

（二）享受最低生活保障的。

第三条 认定困难用户后，供水站应当公示。
"""
    clerk = assistant_over({"供水服务办法.md": text})
    lines = clerk.ask("怎样的人家会被认定为困难用户？").answer.splitlines()
    assert len(lines) == 3
    assert "有下列情形之一的" in lines[0]
