"""Differences, sums and counts are said to be computed, with their operands cited."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.document.counts import counts
from assistant.marking import Marks
from assistant.models import Answer, Sentence, SentenceStatus
from assistant.reckoning import Operation, no_gap, operation, reckoned
from assistant.statements import Ground, Statement
from assistant.understanding.query import understand
from corpus.rows import summary_of
from tests.assistant.rules import listed, rules
from tests.assistant.shelf import AREA, CITY, PROVINCE, ask, document_of, evidence, summary_named
from tests.corpus.sources import document


def cell(name: str, path: str, words: str, lead: str) -> Statement:
    (found,) = evidence(name, path)
    return Statement(words, (Ground(found.document, found.clause, found.text, words),), lead=lead)


MORE = "到2025年，全省建成节水型企业300家"
FEWER = "到2025年，全市建成节水型企业80家"
BOTH = [cell(PROVINCE, "一 > （二）", MORE, "浙江"), cell(CITY, "一", FEWER, "绍兴")]
SHARES = [
    cell(CITY, "一", "再生水利用率达到25%", "绍兴"),
    cell(AREA, "一", "中水回用率达到40%", "新区"),
]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("浙江和绍兴的节水型企业相差多少家？", Operation.DIFFERENCE),
        ("浙江的节水型企业比绍兴多多少家？", Operation.DIFFERENCE),
        ("浙江比绍兴多建成几家节水型企业？", Operation.DIFFERENCE),
        ("浙江和绍兴一共建成多少家节水型企业？", Operation.SUM),
        ("浙江对企业的用水定额比绍兴松多少？", Operation.DIFFERENCE),
        ("浙江建成多少家节水型企业？", None),
        ("多少家企业要节水？", None),
    ],
)
def test_what_is_to_be_reckoned_is_told_by_the_question(question: str, kind: Operation | None) -> None:
    assert operation(question) is kind


@pytest.mark.parametrize(
    ("question", "said", "words"),
    [
        ("浙江和绍兴建成的节水型企业相差多少家？", BOTH, "浙江300家，绍兴80家，相差220家。"),
        ("浙江和绍兴一共建成多少家节水型企业？", BOTH, "浙江300家，绍兴80家，合计380家。"),
        ("绍兴和新区的水利用率相差几个百分点？", SHARES, "绍兴25%，新区40%，相差15个百分点。"),
    ],
)
def test_a_result_is_computed_and_cites_both_operands(question: str, said: list[Statement], words: str) -> None:
    found = reckoned(ask(question), said)
    assert found is not None and found.text == words
    assert found.grounds == tuple(one.grounds[0] for one in said)
    assert Marks().sentence(found).status is SentenceStatus.COMPUTED


def test_an_operand_that_stands_in_no_clause_is_not_computed() -> None:
    found = reckoned(ask("浙江和绍兴建成的节水型企业相差多少家？"), BOTH)
    assert found is not None
    altered = replace(found, text=found.text.replace("300家", "310家"))
    assert Marks().sentence(altered).status is SentenceStatus.UNVERIFIED


@pytest.mark.parametrize(
    ("question", "none"),
    [
        ("浙江和绍兴建成的节水型企业相差多少家？", False),
        ("浙江和绍兴的再生水利用量差多少万吨？", True),
        ("绍兴的再生水利用量与浙江50万吨相差多少", True),
        ("浙江和绍兴的节水目标差多少？", False),
    ],
    ids=["both in that unit", "neither in that unit", "a figure named", "no unit named"],
)
def test_a_difference_in_a_unit_needs_a_figure_of_each_in_it(question: str, none: bool) -> None:
    assert no_gap(ask(question), BOTH) is none


@pytest.mark.parametrize("said", [BOTH[:1], [BOTH[0], SHARES[0]], [BOTH[0], replace(BOTH[1], text="建成8—10家企业")]])
def test_one_figure_other_units_and_ranges_are_left_to_the_reader(said: list[Statement]) -> None:
    assert reckoned(ask("浙江和绍兴建成的节水型企业相差多少家？"), said) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("这个规定一共有多少条？", "共8条：“第一条”至“第八条”。"),
        ("规定有几个专栏？", ""),
        ("哪条规定了罚款？", ""),
    ],
)
def test_articles_are_counted(question: str, words: str) -> None:
    said = counts(understand(question, [listed()]), rules(), listed())
    assert [one.text for one in said] == [words] * bool(words)


def test_sections_and_tasks_are_counted_through() -> None:
    document = document_of(summary_named(PROVINCE).id)
    said = counts(ask("浙江方案分几个部分、共多少项重点任务？"), document, summary_named(PROVINCE))
    assert [one.text for one in said] == [
        "共3个部分：“总体要求”至“保障措施”。",
        "共3项任务：“推广滴灌技术”至“发展海水淡化”。",
    ]
    assert {Marks().sentence(one).status for one in said} == {SentenceStatus.COMPUTED}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("浙江方案重点任务有几条？", ["“重点任务”共3条：“推广滴灌技术”至“发展海水淡化”。"]),
        ("浙江方案工作原则有几条？", ["“工作原则”共3条：“坚持节水优先”至“坚持政府推动”。"]),
        ("浙江方案一共列了几条？", ["共3条：“推广滴灌技术”至“发展海水淡化”。"]),
        ("浙江方案总共编到第几条？", ["共3条：“推广滴灌技术”至“发展海水淡化”。"]),
        (
            "浙江方案部分有几个，保障措施几条？",
            ["共3个部分：“总体要求”至“保障措施”。", "“保障措施”共2条：“资金支持”至“人才支撑”。"],
        ),
        ("浙江方案的工作原则是哪几条？", []),
    ],
)
def test_what_stands_under_a_heading_and_what_is_numbered_is_counted(question: str, words: list[str]) -> None:
    said = counts(ask(question), document_of(summary_named(PROVINCE).id), summary_named(PROVINCE))
    assert [one.text for one in said] == words
    assert all(Marks().sentence(one).status is SentenceStatus.COMPUTED for one in said)


def test_numbers_that_go_on_from_section_to_section_are_counted_through() -> None:
    found = document(
        "绍兴市节水若干措施",
        "",
        "一、减免",
        "1.减免水费",
        "减免。",
        "2.减免税费",
        "减免。",
        "二、服务",
        "3.开通热线",
        "开通。",
    )
    summary = summary_of(found, "")
    (said,) = counts(understand("措施一共列了几条？", [summary]), found, summary)
    assert "共3条" in said.text
    assert counts(understand("第二批措施一共列了几条？", [summary]), found, summary) == []
    assert counts(understand("减免水费的企业一共多少个？", [summary]), found, summary) == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("一、减免 减免。 二、服务 服务。 三、保障 保障。", "共3条：“减免”至“保障”。"),
        ("一、减免 （一）水费 减免。 （二）税费 减免。 二、服务 （三）热线 开通。", "共3条：“水费”至“热线”。"),
        ("一、减免 （一）水费 减免。 （二）税费 减免。 二、服务 （一）热线 开通。", "共2条：“减免”至“服务”。"),
    ],
    ids=["sections", "brackets that go on", "brackets that begin again"],
)
def test_without_arabic_numbers_what_runs_through_the_document_is_counted(lines: str, words: str) -> None:
    found = document("绍兴市节水若干措施", "", *lines.split())
    summary = summary_of(found, "")
    (said,) = counts(understand("措施一共列了几条？", [summary]), found, summary)
    assert said.text == words


def statuses(answer: Answer) -> list[tuple[bool, Sentence]]:
    return [(bool(re.search("相差|合计|共", one.text)), one) for one in answer.sentences]


def test_the_assistant_gives_both_figures_and_then_the_difference(assistant: Assistant) -> None:
    answer = assistant.ask("到2025年浙江和绍兴建成的节水型企业相差多少家？")
    (last,) = [one for told, one in statuses(answer) if told]
    assert "220家" in last.text and last.status is SentenceStatus.COMPUTED
    assert len(last.marks) == 2
