"""还有别的措施吗 asks for the items beside those cited."""

from __future__ import annotations

import pytest

from assistant.turns.beside import asks_what_else, others_beside
from tests.assistant.shelf import PROVINCE, library, read
from tests.assistant.turns.test_followup import turn


@pytest.mark.parametrize(
    "question", ["还有别的措施吗？", "还有吗？", "除了这个之外还有其他任务吗", "有没有别的支持政策？"]
)
def test_others_are_asked_for(question: str) -> None:
    assert asks_what_else(question)


@pytest.mark.parametrize(
    "question",
    [
        "还有多少家企业？",
        "其他城市怎么改造供水管网？",
        "还有哪些部门负责供水？",
        "还有别的部门配合吗？",
        "别的呢，谁负责供水管网？",
    ],
)
def test_a_question_of_its_own_is_none(question: str) -> None:
    assert not asks_what_else(question)


def test_the_items_beside_the_one_cited_are_told() -> None:
    cited = turn("供水管网如何改造？", PROVINCE, "二 > 2").answer
    found = others_beside(cited, library(), lambda id: read(PROVINCE))
    assert found is not None
    assert [one.text for one in found.sentences] == ["1.推广滴灌技术", "3.发展海水淡化"]
    assert [one.path for one in found.citations] == ["二 > 1", "二 > 3"]


def test_nothing_is_told_where_no_list_is_cited() -> None:
    cited = turn("浙江的方案依据什么？", PROVINCE, "正文前言").answer
    assert others_beside(cited, library(), lambda id: read(PROVINCE)) is None
