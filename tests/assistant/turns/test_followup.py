"""A question that leans on the turn before is made whole from it; one that names its subject stays as it is."""

from __future__ import annotations

import pytest

from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Turn
from assistant.turns.followup import make_whole
from tests.assistant.shelf import CITY, PROVINCE, evidence, library

TARGET = "浙江省2025年建成多少家节水型企业？"
PIPES = "供水管网如何改造？"


def turn(question: str, name: str, path: str) -> Turn:
    """A turn whose answer cites one clause."""
    (found,) = evidence(name, path)
    cited = Citation(
        mark=1,
        source=name,
        path=path,
        text=found.text,
        quote=found.clause.text,
        status=CitationStatus.VERIFIED,
        document_id=found.document.id,
        clause_id=found.clause.id,
    )
    answer = Answer(status=AnswerStatus.ANSWERED, answer=found.clause.text, citations=(cited,), question=question)
    return Turn(question=question, answer=answer)


GOALS_TURN = turn(TARGET, PROVINCE, "一 > （二）")
PIPES_TURN = turn(PIPES, PROVINCE, "二 > 2")


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("情节严重的呢？", "未改造供水管网罚多少，情节严重的"),
        ("不按期更换的呢？", "不按期更换罚多少？"),
        ("那满60年的呢？", "供水管网使用满60年的怎么改造？"),
        ("那不到60年呢？", "供水管网使用不到60年的怎么改造？"),
    ],
)
def test_a_case_is_asked_about_like_the_one_before(question: str, whole: str) -> None:
    before = "供水管网使用满50年的怎么改造？" if "60" in question else "未改造供水管网罚多少？"
    assert make_whole(question, [turn(before, PROVINCE, "二 > 2")], library()).text == whole


@pytest.mark.parametrize("question", ["那绍兴呢？", TARGET, "谁负责？", ""])
def test_the_first_question_stays_as_it_is(question: str) -> None:
    whole = make_whole(question, [], library())
    assert (whole.text, whole.clause_ids, whole.documents) == (question, (), None)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("那绍兴呢？", "绍兴2025年建成多少家节水型企业？"),
        ("绍兴市呢", "绍兴市2025年建成多少家节水型企业？"),
        ("国家呢？", "国家2025年建成多少家节水型企业？"),
    ],
)
def test_another_document_takes_the_place_of_the_one_before(question: str, whole: str) -> None:
    assert make_whole(question, [GOALS_TURN], library()).text == whole


def test_a_document_is_put_in_front_of_a_question_that_named_none() -> None:
    assert make_whole("那绍兴呢？", [PIPES_TURN], library()).text == "绍兴供水管网如何改造？"


@pytest.mark.parametrize("question", ["2030年的呢？", "那2030年呢？", "到2030年呢"])
def test_another_year_takes_the_place_of_the_one_before(question: str) -> None:
    assert make_whole(question, [GOALS_TURN], library()).text == "浙江省2030年建成多少家节水型企业？"


@pytest.mark.parametrize("question", ["谁负责？", "由谁负责？", "责任部门是谁？", "这项任务由哪些部门负责？"])
def test_who_is_responsible_asks_about_the_clause_just_cited(question: str) -> None:
    whole = make_whole(question, [PIPES_TURN], library())
    assert "供水管网" in whole.text
    assert whole.clause_ids == (PIPES_TURN.answer.citations[0].clause_id,)
    assert [document.name for document in whole.documents or ()] == [PROVINCE]


@pytest.mark.parametrize("question", ["文号是什么？", "什么时候印发的？", "主送哪些单位？"])
def test_a_header_field_is_that_of_the_document_just_cited(question: str) -> None:
    whole = make_whole(question, [PIPES_TURN], library())
    assert whole.text == f"《浙江省节水技术推广实施方案》{question}"
    assert [document.name for document in whole.documents or ()] == [PROVINCE]


def test_a_short_question_gets_the_subject_of_the_one_before() -> None:
    whole = make_whole("具体怎么做？", [PIPES_TURN], library())
    assert "供水管网" in whole.text
    assert whole.text.endswith("具体怎么做？")
    assert whole.clause_ids == (PIPES_TURN.answer.citations[0].clause_id,)


@pytest.mark.parametrize(
    "question",
    [
        "新区的中水回用率是多少？",
        "绍兴市怎么推广农业节水？",
        "国家要建成多少个海水淡化示范工程？",
        "哪几份文件提到海水淡化？",
        "浙江和绍兴的节水型企业目标比较一下",
        "杭州建成多少家节水型企业？",
        "杭州一家印染企业这个月漏报了用水量，水费要多收多少？",
        "杭州一家印染企业那时候漏报了用水量，水费要多收多少？",
    ],
)
@pytest.mark.parametrize("before", [GOALS_TURN, PIPES_TURN], ids=["goals", "pipes"])
def test_a_question_that_names_its_own_subject_stays(question: str, before: Turn) -> None:
    whole = make_whole(question, [before], library())
    assert (whole.text, whole.clause_ids, whole.documents) == (question, (), None)


@pytest.mark.parametrize(
    ("question", "settled"),
    [
        ("绍兴市公共机构节水器具要换成什么样的？", True),
        ("浙江公共机构节水器具要换成什么样的？", False),
    ],
)
def test_a_question_that_opens_with_the_place_of_another_document_is_read_in_no_other_way(
    question: str, settled: bool
) -> None:
    whole = make_whole(question, [GOALS_TURN], library())
    assert whole.settled is settled


def test_only_the_last_turn_is_leaned_on() -> None:
    farming = turn("绍兴市怎么推广农业节水？", CITY, "二 > （二）")
    whole = make_whole("谁负责？", [PIPES_TURN, farming], library())
    assert "农业节水" in whole.text
    assert "管网" not in whole.text
    assert [document.name for document in whole.documents or ()] == [CITY]


def test_a_chain_of_short_questions_leans_on_the_question_as_understood() -> None:
    second = make_whole("那绍兴呢？", [GOALS_TURN], library()).text
    understood = turn(second, CITY, "一").model_copy(update={"question": "那绍兴呢？"})
    assert make_whole("2030年的呢？", [GOALS_TURN, understood], library()).text == "绍兴2030年建成多少家节水型企业？"


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("绍兴也是300家吗？", "绍兴2025年建成多少家节水型企业？"),
        ("绍兴市也是这个数吗？", "绍兴市供水管网如何改造？"),
        ("绍兴也一样吗？", "绍兴供水管网如何改造？"),
    ],
)
def test_whether_it_is_the_same_elsewhere_is_asked_of_what_told_the_figure(question: str, whole: str) -> None:
    assert make_whole(question, [GOALS_TURN, PIPES_TURN], library()).text == whole


@pytest.mark.parametrize(
    ("question", "before", "whole"),
    [
        ("使用满60年的主干管网呢？", "浙江对使用满50年的老旧管网怎么改造？", "浙江对使用满60年的主干管网怎么改造？"),
        ("印染废水集中回用工程呢？", "浙江给建设海水淡化示范工程奖励多少？", "浙江给印染废水集中回用工程奖励多少？"),
    ],
)
def test_a_thing_that_ends_alike_takes_the_place_of_the_other_whole(question: str, before: str, whole: str) -> None:
    assert make_whole(question, [turn(before, PROVINCE, "二 > 2")], library()).text == whole


def test_another_matter_of_what_was_talked_of_carries_only_its_document_along() -> None:
    whole = make_whole("人才方面它要引进培育多少？", [GOALS_TURN], library())
    assert whole.text.endswith("人才要引进培育多少？") and "节水型企业" not in whole.text
    assert whole.documents is not None and len(whole.documents) == 1
