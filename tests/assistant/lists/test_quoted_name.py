"""Which programme, which platform: the sentence with its name in quotation marks answers."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.lists.quoted_name import quoted_name
from corpus.chunking import chunk
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    *(
        "苍水市节水行动方案",
        "",
        "一、实施灌区节水改造工程",
        "1. 推广滴灌。推广滴灌技术。",
        "2. 改造管网。改造老旧管网。",
    ),
    "3. 打造节水灌区。组织实施灌区“百渠畅通”示范工程，培育一批节水灌区，搭建“苍水云”监测平台。",
)
SAID = "组织实施灌区“百渠畅通”示范工程，培育一批节水灌区，搭建“苍水云”监测平台。"
RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(PLAN))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("灌区节水改造 组织实施什么示范工程", [SAID]),
        ("灌区节水要搭什么监测平台？", [SAID]),
        ("灌区节水实施哪些示范工程？", []),
        ("灌区节水示范工程怎么组织？", []),
        ("推广滴灌技术搭什么监测平台？", []),
        ("灌区节水要搭什么交易平台？", []),
    ],
)
def test_the_noun_asked_for_stands_behind_the_name(question: str, said: list[str]) -> None:
    evidence = [evidence_of(PLAN, path) for path in ("一 > 1", "一 > 2", "一 > 3")]
    assert [one.text for one in quoted_name(ask(question), evidence, RARITY)] == said
