"""The sentences of a clause that say the keywords of a search together."""

from __future__ import annotations

import pytest

from assistant.choosing.candidates import candidates
from assistant.choosing.keywords_left import with_keywords_left
from assistant.understanding.query import understand
from corpus.rows import summary_of
from tests.assistant.shelf import evidence_of, sentence_with
from tests.corpus.sources import document

PLAN = document(
    "甲州市节水方案",
    "",
    "一、节水服务",
    "建设一批管网检漏服务站。建立用水信息数据库，按月公布水量。支持企业上市。",
    "二、保障",
    "设立节水数据库专班。",
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("节水服务 管网检漏 数据库", ["管网检漏", "信息数据库"]),
        ("节水服务 管网检漏 奖励", ["管网检漏"]),
        ("节水服务 管网检漏", ["管网检漏"]),
        ("节水服务里管网检漏和数据库怎么建", ["管网检漏"]),
    ],
)
def test_what_one_sentence_leaves_unsaid_another_of_its_clause_says(typed: str, said: list[str]) -> None:
    found = [*candidates([evidence_of(PLAN, "一")]), *candidates([evidence_of(PLAN, "二")])]
    asked = understand(typed, [summary_of(PLAN, "")])
    told = with_keywords_left(asked, [sentence_with(found, "管网检漏")], found)
    assert [word for word, one in zip(said, told, strict=True) if word in one.text] == said
