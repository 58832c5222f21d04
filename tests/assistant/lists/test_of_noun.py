"""The headings of one noun, where a question names nothing beside it but the document."""

from __future__ import annotations

import pytest

from assistant.finding.rarity import Rarity
from assistant.lists.asked_list import BARE
from assistant.lists.of_noun import all_of_noun
from corpus.chunking import chunk
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

TEXT = """河湾市节水实施方案

为做好节水工作，制定本方案。

一、重点行动

（一）农业灌溉提效行动。衬砌渠道。

（二）工业回用行动。建设再生水管网。

（三）海岛淡化行动。建设淡化装置。

二、保障措施

（一）加强领导。成立节水领导小组。

（二）加大投入。设立专项资金。
"""
ACTIONS = ["（一）农业灌溉提效行动。", "（二）工业回用行动。", "（三）海岛淡化行动。"]
NUMBERED = TEXT.replace("（一）农业灌溉提效行动", "行动一　农业灌溉提效").replace(
    "（二）工业回用行动", "行动二　工业回用"
)


def said(question: str, text: str = TEXT) -> list[str]:
    plan: Document = parse(source(text, "河湾.txt"))
    rarity = Rarity(f"{one.context} {one.text}" for one in chunk(plan))
    asked = ask(question)
    return [one.text for one in all_of_noun(asked, BARE.sub(" ", asked.topic), [(plan, summary_of(plan, ""))], rarity)]


@pytest.mark.parametrize(
    "question", ["河湾节水一共要搞哪几大行动？", "实施方案部署了哪些行动", "河湾节水有哪几个重点行动？"]
)
def test_all_that_end_with_the_noun_are_given(question: str) -> None:
    assert said(question) == ACTIONS


def test_so_are_those_that_are_numbered_by_it() -> None:
    text = NUMBERED.replace("（三）海岛淡化行动", "行动三　海岛淡化")
    assert [one[:3] for one in said("河湾节水一共要搞哪几大行动？", text)] == ["行动一", "行动二", "行动三"]


@pytest.mark.parametrize(
    "question",
    ["河湾节水一共要搞哪几大工程？", "农业灌溉有哪些行动？", "河湾节水的资金支持哪些行动？", "哪一年开展行动？"],
)
def test_another_noun_or_a_part_of_the_document_gets_none(question: str) -> None:
    assert said(question) == []
