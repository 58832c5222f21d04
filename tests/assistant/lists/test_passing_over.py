"""A list that leaves out what was asked for leaves the answer to a sentence."""

from __future__ import annotations

import pytest

from assistant.lists.passing_over import passes_over
from assistant.statements import Statement, ground
from tests.assistant.shelf import ask, evidence_of
from tests.corpus.sources import document

PLAN = document(
    *("苍水市节水方案", "", "一、产业", "节水产业是新兴产业，重点支持滴灌、喷灌、海水淡化、再生水、管网五个产业领域。"),
    *("", "二、倾斜方向", "向山区倾斜。", "向灌区倾斜。", "向海岛倾斜。"),
    *("", "三、2035年目标", "漏损率降到5%。", "再生水利用率达到60%。"),
)
FOUND = [evidence_of(PLAN, path) for path in ("一", "二", "三")]


def listed(at: int, *texts: str) -> list[Statement]:
    return [Statement(text, (ground(FOUND[at], text),)) for text in texts]


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("节水产业重点支持哪五个产业？", True),
        ("节水产业重点支持哪三个产业？", False),
        ("节水项目能拿多少经费？", True),
        ("节水工作向哪些地方倾斜？", False),
        ("节水产业2030年的目标有哪些？", True),
    ],
)
def test_it_leaves_out_a_number_of_things_a_sum_or_a_year(question: str, over: bool) -> None:
    said = listed(1, "向山区倾斜。", "向灌区倾斜。", "向海岛倾斜。")
    assert passes_over(ask(question), said, FOUND) is over


def test_as_many_items_of_another_name_are_none_of_those_that_a_sentence_counts_up() -> None:
    plan = document(
        *("苍水市节水方案", "", "一、总体要求", "统筹推进滴灌、喷灌、海水淡化三大工程。"),
        *("", "二、倾斜方向", "向山区倾斜。", "向灌区倾斜。", "向海岛倾斜。"),
    )
    found = [evidence_of(plan, path) for path in ("一", "二")]
    said = [Statement(text, (ground(found[1], text),)) for text in ("向山区倾斜。", "向灌区倾斜。", "向海岛倾斜。")]
    assert passes_over(ask("节水由哪三个板块（工程）组成？"), said, found)
    assert not passes_over(ask("节水向哪三个方向倾斜？"), said, found)


def test_goals_under_the_heading_of_their_year_are_of_it() -> None:
    said = listed(2, "漏损率降到5%。", "再生水利用率达到60%。")
    assert not passes_over(ask("2035年目标有哪些？"), said, FOUND)
    assert passes_over(ask("2030年目标有哪些？"), said, FOUND)
    assert not passes_over(ask("2030年目标有哪些？"), [], FOUND)
