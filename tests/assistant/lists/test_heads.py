"""Items are told by the words they begin or end with, and given only where all of a clause's items do."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.choosing.candidates import candidates
from assistant.lists.heads import counted_up, named_alike, of_the_kind
from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask, evidence_of, rarity
from tests.corpus.sources import source

TEXT = """河湾市节水方案

为推进节水工作，制定本方案。

一、总体要求

（一）坚持节水优先。把节水放在首位。

（二）坚持科技引领。依靠技术进步提高效率。

二、编制思路

方案对标省级要求。在编制过程中遵循以下原则：一是统筹近期与远期。先易后难，分步推进。二是统筹城市与乡村。\
补齐农村供水短板。三是统筹节水与治污。

三、示范建设

（一）海岛淡化示范工程。在海岛建设装置。

（二）园区回用示范工程。在园区推广回用。

（三）灌区计量示范工程。在灌区安装计量。
"""


@cache
def plan() -> Document:
    return parse(source(TEXT, "河湾.txt"))


def shelf() -> list[tuple[Document, DocumentSummary]]:
    return [(plan(), summary_of(plan(), ""))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("方案提了哪两个“坚持”？", ["（一）坚持节水优先。", "（二）坚持科技引领。"]),
        ("编制时讲的三个统筹是什么？", ["一是统筹近期与远期。", "二是统筹城市与乡村。", "三是统筹节水与治污。"]),
        ("方案提了哪三个“坚持”？", []),
        ("方案提了哪两个“转变”？", []),
    ],
)
def test_as_many_items_as_asked_for_that_begin_with_the_word(question: str, expected: list[str]) -> None:
    assert [one.text for one in named_alike(ask(question), shelf())] == expected


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("示范建设列了哪几类示范工程？", True),
        ("专栏里列了哪几类示范工程？", True),
        ("示范建设列了哪几类内容？", False),
        ("海水提铀有哪些示范工程？", False),
    ],
    ids=["that kind of headings", "the words of asking aside", "a noun that names no kind", "another subject"],
)
def test_headings_that_end_with_the_kind_asked_for(question: str, listed: bool) -> None:
    found = of_the_kind(ask(question), [evidence_of(plan(), "三 > （二）")], rarity(), lambda _: plan())
    names = ["（一）海岛淡化示范工程。", "（二）园区回用示范工程。", "（三）灌区计量示范工程。"]
    assert [one.text for one in found] == (names if listed else [])


WHICH = ask("编制时遵循哪些原则？")


def test_a_lead_in_goes_with_what_it_counts_up() -> None:
    found = {one.text: one for one in candidates([evidence_of(plan(), "二")])}
    lead = found["在编制过程中遵循以下原则：一是统筹近期与远期。"]
    assert [one.text for one in counted_up(WHICH, lead)][1:] == [
        "一是统筹近期与远期。",
        "二是统筹城市与乡村。",
        "三是统筹节水与治污。",
    ]
    assert all(one.grounds[0].quote in one.grounds[0].text for one in counted_up(WHICH, lead))
    assert counted_up(WHICH, found["方案对标省级要求。"]) == []


def test_who_asks_for_one_of_what_is_counted_up_gets_that_one() -> None:
    found = {one.text: one for one in candidates([evidence_of(plan(), "二")])}
    lead = found["在编制过程中遵循以下原则：一是统筹近期与远期。"]
    assert [one.text for one in counted_up(ask("编制时的第二个原则是什么？"), lead)] == ["二是统筹城市与乡村。"]
    assert counted_up(ask("编制时的第五个原则是什么？"), lead) == []


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("河湾的示范建设里提了哪几种“××工程”？", ["海岛淡化示范工程", "园区回用示范工程", "灌区计量示范工程"]),
        ("河湾的示范建设里提了哪几种“××基地”？", []),
    ],
)
def test_a_blank_in_front_of_the_noun_asks_for_all_that_end_so(question: str, names: list[str]) -> None:
    far = [evidence_of(plan(), "二")]
    found = of_the_kind(ask(question), far, rarity(), lambda _: plan())
    assert [one.text.strip("。").partition("）")[2] for one in found] == names
