"""Documents are compared by what each says itself; which mention a thing is found by exact scan, silent ones named."""

from __future__ import annotations

import pytest

from assistant.across.cells import cell
from assistant.across.conditions import conditions
from assistant.across.mentions import Mentions, mentions
from assistant.across.subject import subject_of, without_comparing
from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.shelf import (
    AREA,
    CITY,
    PROVINCE,
    STATE,
    TEXTS,
    ask,
    evidence,
    evidence_of,
    rarity,
    read,
    summary_named,
)
from tests.corpus.sources import document


def scan(question: str) -> Mentions | None:
    return mentions(ask(question), [(read(name), summary_named(name)) for name in TEXTS], rarity())


@pytest.mark.parametrize(
    ("question", "term", "having", "without"),
    [
        ("哪几份文件提到海水淡化？", "海水淡化", ["国家", "浙江"], ["绍兴", "新区"]),
        ("哪份文件没提海水淡化？", "海水淡化", ["国家", "浙江"], ["绍兴", "新区"]),
        ("哪些文件提到“滴灌”？", "滴灌", ["浙江"], ["国家", "绍兴", "新区"]),
        ("哪几份文件提到再生水？", "再生水", ["国家", "绍兴", "新区"], ["浙江"]),
        ("哪几份文件提到“节水科技”专项？", "节水科技", ["国家"], ["浙江", "绍兴", "新区"]),
        ("哪几份文件提到节水型企业？", "节水型企业", ["浙江", "绍兴"], ["国家", "新区"]),
    ],
)
def test_every_document_is_counted_among_those_with_the_term_or_those_without(
    question: str, term: str, having: list[str], without: list[str]
) -> None:
    found = scan(question)
    assert found is not None
    assert found.term == term
    assert [one.lead for one in found.statements] == having
    assert list(found.without) == without


@pytest.mark.parametrize(
    ("question", "lead", "having", "others"),
    [
        (
            "哪些文件既提到再生水又提到芯片？",
            "同时提到“再生水”和“芯片”的有1份文件：",
            ["新区"],
            ["国家", "浙江", "绍兴"],
        ),
        (
            "哪几份文件提到再生水和示范工程？",
            "同时提到“再生水”和“示范工程”的有2份文件：",
            ["国家", "绍兴"],
            ["浙江", "新区"],
        ),
        (
            "哪些文件提到再生水但没有提到印染？",
            "提到“再生水”而没有提到“印染”的有2份文件：",
            ["国家", "新区"],
            ["浙江", "绍兴"],
        ),
        (
            "哪些文件提到滴灌，但没提到海水淡化？",
            "提到“滴灌”而没有提到“海水淡化”的有0份文件。提到“滴灌”的：",
            ["浙江"],
            ["国家", "绍兴", "新区"],
        ),
    ],
)
def test_two_conditions_are_scanned_for_and_counted(
    question: str, lead: str, having: list[str], others: list[str]
) -> None:
    found = conditions(ask(question), [(read(name), summary_named(name)) for name in TEXTS], rarity())
    assert found is not None
    assert found.lead == lead
    assert [one.lead for one in found.statements] == having
    assert list(found.others) == others


@pytest.mark.parametrize("question", ["哪几份文件提到再生水？", "哪些文件提到氢能和核能？", "再生水和芯片怎么规定？"])
def test_one_condition_or_unknown_ones_are_no_pair(question: str) -> None:
    assert conditions(ask(question), [(read(name), summary_named(name)) for name in TEXTS], rarity()) is None


def test_each_of_several_places_gets_what_a_clause_says_of_it_and_the_others_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("舟山和温州分别怎么发展海水淡化？")
    assert answer.status is AnswerStatus.PARTIAL
    (sentence,) = answer.sentences
    assert sentence.text.startswith("舟山：") and "海水淡化装置" in sentence.text
    assert answer.answer.endswith("没有找到对应的内容：温州。")


@pytest.mark.parametrize("question", ["舟山和温州各要建多少座海水淡化装置？", "丽水和温州分别怎么发展海水淡化？"])
def test_places_of_which_no_clause_says_what_is_asked_are_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is AnswerStatus.REFUSED


def test_each_mention_quotes_words_with_the_term_from_its_clause() -> None:
    found = scan("哪几份文件提到再生水？")
    assert found is not None
    for one in found.statements:
        (ground,) = one.grounds
        assert "再生水" in ground.quote
        assert ground.quote in ground.clause.printed


@pytest.mark.parametrize("question", ["哪几份文件提到氢能？", "哪几份文件提到“氢能”？", "哪几份文件提到？"])
def test_a_term_that_no_document_holds_is_no_mention(question: str) -> None:
    assert scan(question) is None


@pytest.mark.parametrize(
    ("question", "term", "having"),
    [
        ("哪几份文件里有“不得滴灌和微喷灌”的说法？", "滴灌和微喷灌", ["浙江"]),
        ("哪几份文件提到“必须更换节水器具”？", "更换节水器具", ["新区"]),
        ("哪几份文件写了“示范、滴灌”？", "示范、滴灌", []),  # in no sentence together
        ("哪几份文件写了“再生水、芯片”？", "再生水、芯片", ["新区"]),
    ],
)
def test_quoted_words_that_no_document_prints_are_looked_for_without_their_modal_and_thing_by_thing(
    question: str, term: str, having: list[str]
) -> None:
    found = scan(question)
    assert [one.lead for one in found.statements] == having if found else not having
    assert found is None or found.term == term


@pytest.mark.parametrize(
    ("question", "name", "path", "words"),
    [
        ("浙江和绍兴各建成多少家节水型企业？", PROVINCE, "一 > （二）", "300家"),
        ("浙江和绍兴各建成多少家节水型企业？", CITY, "一", "80家"),
        ("国家和新区对再生水的要求比较", AREA, "一", "再生水"),
        ("国家和新区对再生水的要求比较", STATE, "二", "再生水"),
    ],
)
def test_a_cell_is_what_the_document_itself_says_under_its_short_name(
    question: str, name: str, path: str, words: str
) -> None:
    first = cell(ask(question), evidence(name, path), rarity(), 130)[0]
    assert words in first.text
    assert first.lead == {PROVINCE: "浙江", CITY: "绍兴", AREA: "新区", STATE: "国家"}[name]
    assert first.grounds[0].quote in first.grounds[0].clause.printed


def test_a_document_that_says_nothing_of_the_topic_has_an_empty_cell() -> None:
    assert (
        cell(ask("浙江和绍兴各怎么布局海水淡化装置？"), evidence(CITY, "二 > （一）", "二 > （二）"), rarity(), 130)
        == []
    )
    assert cell(ask("浙江和绍兴各怎么布局海水淡化装置？"), [], rarity(), 130) == []


def test_only_the_first_sentence_of_a_cell_carries_the_name() -> None:
    said = cell(ask("浙江和绍兴的节水型企业目标比较"), evidence(PROVINCE, "一 > （二）"), rarity(), 130)
    assert [one.lead for one in said] == ["浙江", ""][: len(said)]
    assert said


def test_a_comparison_of_who_is_responsible_gives_the_printed_units() -> None:
    (one,) = cell(ask("浙江和绍兴的滴灌各由谁负责？"), evidence(PROVINCE, "二 > 1"), rarity(), 130)
    assert one.text == "“推广滴灌技术”的责任部门：省水利厅、省农业农村厅。"
    assert one.lead == "浙江"


def test_a_sentence_too_long_for_the_cell_does_not_keep_out_a_shorter_one() -> None:
    found = document(
        "某市方案",
        "",
        "一、奖励",
        "对节水型企业给予奖励。"
        "对节水型企业给予奖励的具体办法由市水务局会同市财政局在每年第一季度之前另行制定并向社会公布施行。"
        "对节水型企业再给予补贴和奖励。",
    )
    asked = ask("各地对节水型企业给予什么奖励？")
    said = cell(asked, [evidence_of(found, "一")], rarity(), 36)
    assert [one.text for one in said] == ["对节水型企业给予奖励。", "对节水型企业再给予补贴和奖励。"]


@pytest.mark.parametrize(
    ("question", "word", "speaking", "silent"),
    [
        ("各地海水淡化有什么不同？", "海水淡化", {STATE, PROVINCE}, "绍兴、新区"),
        ("比较各地的灌溉做法", "灌", {PROVINCE, CITY}, "国家、新区"),
        ("各地芯片有何不同之处？", "芯片", {AREA}, "国家、浙江、绍兴"),
    ],
)
def test_of_all_documents_those_without_the_words_of_the_subject_are_silent(
    assistant: Assistant, question: str, word: str, speaking: set[str], silent: str
) -> None:
    answer = assistant.ask(question)
    assert {one.source for one in answer.citations} == speaking
    assert all(word in one.text for one in answer.citations)
    assert answer.answer.endswith(f"未提及：{silent}。")


def test_a_subject_that_no_document_knows_is_refused(assistant: Assistant) -> None:
    answer = assistant.ask("各地卫星导航有什么不同？")
    assert (answer.status, answer.answer) == (AnswerStatus.REFUSED, "现有文件没有回答这个问题。")


def test_a_term_put_together_as_in_no_document_is_told_by_its_rarest_word() -> None:
    asked = without_comparing(ask("各地在滴灌示范上有什么不同？"))
    subject = subject_of(asked, rarity())
    assert subject is not None
    assert subject.words == {"滴灌"}


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("国家和浙江在2030年各要把森林面积提高到什么水平，谁更高？", False),
        ("国家和浙江到2030年要把森林蓄积量提高到什么水平？", False),
        ("浙江和绍兴到2025年各招引多少家物流企业？", False),
        ("浙江和绍兴的节水型企业到2025年各建成多少家？", True),
        ("浙江和绍兴的目标差多少家节水型企业？", True),
    ],
)
def test_figures_are_compared_only_where_one_of_them_is_of_the_thing_asked_about(
    assistant: Assistant, question: str, answered: bool
) -> None:
    answer = assistant.ask(question)
    assert (answer.status is not AnswerStatus.REFUSED) is answered, answer.answer
