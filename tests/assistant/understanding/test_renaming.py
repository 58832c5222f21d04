"""The old name leads to the new one, and back, where a document prints both."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.understanding.renaming import renamed
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

TEXT = """浙江省节水方案

一、重点任务

1. 建设浙江节水交易中心（原水权交易所）。开展水权交易。

2. 扶持企业。将节水协会更名为浙江节水产业联合会，服务企业。

3. 用水审计。开展重点用水单位水平衡测试（以下简称“水平衡测试”），公布结果。
"""


@cache
def plan() -> Document:
    return parse(source(TEXT, "浙江.txt"))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("水权交易所现在改叫什么了？", "浙江节水交易中心（原水权交易所）"),
        ("浙江节水交易中心以前叫啥？", "浙江节水交易中心（原水权交易所）"),
        ("从前说的水权交易所，如今用的是什么名称？", "浙江节水交易中心（原水权交易所）"),
        ("水权交易所换成了什么称呼？", "浙江节水交易中心（原水权交易所）"),
        ("节水协会的新名称是什么？", "更名为浙江节水产业联合会"),
        ("重点用水单位水平衡测试的简称是什么？", "以下简称“水平衡测试”"),
    ],
)
def test_both_names_are_shown(question: str, shown: str) -> None:
    (said,) = renamed(ask(question), [(plan(), summary_of(plan(), ""))])
    assert shown in said.text
    assert said.grounds[0].quote in said.grounds[0].clause.printed


@pytest.mark.parametrize(
    "question", ["灌区管理局现在改叫什么了？", "水权交易所的任务是什么？", "由水权交易所改名而来的中心提供什么服务？"]
)
def test_another_thing_or_another_question_gets_none(question: str) -> None:
    assert renamed(ask(question), [(plan(), summary_of(plan(), ""))]) == []


def test_a_rule_on_renaming_is_no_new_name() -> None:
    text = "地名管理办法\n\n第一条 地名更名应当符合规定。\n\n第二条 地名更名后，批准机关自批准之日起15日内报送备案。\n"
    rule = parse(source(text, "办法.txt"))
    assert renamed(ask("地名更名后报送备案的期限是多久？"), [(rule, summary_of(rule, ""))]) == []
