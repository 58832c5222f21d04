"""Words that announce another topic end the one before; words that go back take it up again."""

from __future__ import annotations

import pytest

from assistant.turns.followup import make_whole
from assistant.turns.turning import turning
from tests.assistant.shelf import CITY, PROVINCE, library
from tests.assistant.turns.test_followup import turn

PIPES = turn("浙江供水管网如何改造？", PROVINCE, "二 > 2")
FARMING = turn("绍兴市怎么推广农业节水？", CITY, "二 > （二）")


@pytest.mark.parametrize(
    "announced",
    [
        *("换个话题，", "另外问个事，", "再问一个，", "说点别的：", "先不说这个，", "我想了解别的，", "另一个问题，"),
        *("好的，谢谢，换个问题。", "这个先放一放，", "顺便问一下，", "再问一下"),
    ],
)
def test_an_announced_change_leaves_the_topic_behind(announced: str) -> None:
    whole = make_whole(f"{announced}舟山的海水淡化怎么做？", [PIPES], library())
    assert (whole.text, whole.clause_ids, whole.documents) == ("舟山的海水淡化怎么做？", (), None)
    assert not whole.context


@pytest.mark.parametrize("question", ["另外，谁负责？", "对了，谁负责？", "好的，谁负责？"])
def test_a_mild_word_in_front_leaves_nothing_behind(question: str) -> None:
    whole = make_whole(question, [PIPES], library())
    assert whole.clause_ids == (PIPES.answer.citations[0].clause_id,)
    assert "供水管网" in whole.text


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("打错字了，我问的是绍兴", "绍兴呢？"),
        ("说错了，我是问2030年的，基数也说下", "2030年的呢？"),
        ("绍兴和舟山的也各说一下", "绍兴和舟山呢？"),
        ("海水淡化那类的也列一下", "海水淡化呢？"),
        ("绍兴也提到了吗？怎么提的", "绍兴呢？"),
        ("农业的也给我", "农业呢？"),
        ("这个指标也说下是多少", "这个指标也说下是多少"),
        ("也列一下", "也列一下"),
    ],
)
def test_a_turn_that_names_another_thing_in_passing_is_put_in_short(question: str, meant: str) -> None:
    assert turning(question).text == meant


def test_a_document_of_which_the_same_is_asked_again_is_named_alone() -> None:
    whole = make_whole("绍兴又是怎么弄的？", [turn("浙江如何推广农业节水？", PROVINCE, "二 > 1")], library())
    assert "农业节水" in whole.text and "绍兴" in whole.text
    assert make_whole("这个又是怎么定的？", [PIPES], library()).text != "这个呢？"


@pytest.mark.parametrize(
    "question", ["那绍兴呢？", "还有哪些措施？", "具体怎么做？", "换成表格", "再生水利用率是多少？"]
)
def test_other_questions_are_left_as_they_are(question: str) -> None:
    assert turning(question).text == question


@pytest.mark.parametrize(
    "question",
    ["回到前面浙江那份，谁负责？", "再说回供水管网，谁负责？", "回到第一个问题，谁负责？", "回过头看浙江，谁负责？"],
)
def test_going_back_leans_on_the_turn_gone_back_to(question: str) -> None:
    whole = make_whole(question, [PIPES, FARMING], library())
    assert "供水管网" in whole.text
    assert whole.clause_ids == (PIPES.answer.citations[0].clause_id,)
    assert [one.name for one in whole.documents or ()] == [PROVINCE]


def test_going_back_to_a_document_asks_in_that_document() -> None:
    whole = make_whole("再回到浙江，节水型企业的一次性奖励有多少？", [PIPES, FARMING], library())
    assert [one.name for one in whole.documents or ()] == [PROVINCE]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("回到刚才的分区计量，里面要建立哪些制度？", "分区计量要建立哪些制度？"),
        ("再说回供水管网，它的使用年限超过多少年才改造？", "供水管网使用年限超过多少年才改造？"),
        ("回到刚才的供水管网，供水管网一共有多长？", "供水管网一共有多长？"),
    ],
)
def test_what_is_gone_back_to_by_name_is_what_is_asked_about(question: str, text: str) -> None:
    whole = make_whole(question, [PIPES, FARMING], library())
    assert whole.text == f"《浙江省节水技术推广实施方案》{text}"
    assert whole.clause_ids == ()
