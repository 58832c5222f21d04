"""Every answer, from any question: soundly cited, or refused with what comes nearest."""

from __future__ import annotations

import re

import pytest

from assistant import wording
from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Passage, SentenceStatus, Turn
from corpus.text import fold, visible_length
from index.models import DocumentFilter
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, TEXTS, summary_named

ANSWERED = {
    "浙江省2025年要建成多少家节水型企业？": "300家",
    "浙江省2030年要建成多少家节水型企业？": "500家",
    "绍兴再生水利用率是多少？": "25%",
    "节水型企业奖励多少钱？": "30万元",
    "国家要建成多少个海水淡化示范工程？": "20个",
    "新区的中水回用率是多少？": "40%",
    "如何推广滴灌技术？": "微喷灌",
    "供水管网归谁管？": "省建设厅",
    "省水利厅负责哪些任务？": "发展海水淡化",
    "浙江方案有哪些工作原则？": "坚持政府推动",
    "浙江方案的文号是什么？": "浙水科〔2023〕11号",
    "浙江方案是谁印发的？": "浙江省财政厅",
    "《国家节水行动方案》的文号是多少？": "发改环资规〔2019〕695号",
    "浙江、绍兴各要建成多少家节水型企业？": "80家",
    "哪几份文件提到再生水？": "未提及：浙江",
}

REFUSED = {
    "杭州有多少家节水型企业？": "杭州",
    "2040年浙江要建成多少家节水型企业？": "2040年",
    "半导体出口管制怎么规定？": "没有涉及",
    "省水利厅厅长是谁？": "人名",
    "供水管网改造奖励多少钱？": "金额",
    "绍兴方案的文号是什么？": "发文字号",
}

STRANGE = {
    "emoji": "😀节水型企业😀奖励多少钱？🎉",
    "ten thousand characters": "节水型企业奖励多少钱？" + "节水" * 5_000,
    "markup": "<script>alert(1)</script>节水型企业奖励多少钱？<b onclick='x'>",
    "marks of its own": "节水型企业[1]奖励[99]多少钱？",
    "line breaks and tabs": "节水型企业\n\n奖励\t多少钱？",
    "width": "节水型企业奖励多少钱?？２０２５",
    "control characters": "节水型企业\x00奖励\x1b[31m多少钱？",
    "query syntax": 'text:节水 AND (奖励 OR "30") -x* ~2 \\',
    "latin": "What is the reward?",
    "one character": "水",
}


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> dict[str, Answer]:
    """What is answered to each of the questions, asked once."""
    return {question: assistant.ask(question) for question in (*ANSWERED, *REFUSED, *STRANGE.values())}


def assert_sound(answer: Answer) -> None:
    """What holds of every answer, whatever the question."""
    used = re.findall(r"\[(\d+)\]", answer.answer)
    assert [one.mark for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {int(mark) for mark in used} == {one.mark for one in answer.citations}
    assert {mark for sentence in answer.sentences for mark in sentence.marks} == {one.mark for one in answer.citations}
    for one in (*answer.citations, *answer.nearest, *answer.unused):
        assert_stands_in_source(one)
    for one in answer.citations:
        assert one.status is CitationStatus.VERIFIED
        assert len(fold(one.quote)) >= 4
        assert one.quote in one.text
    if answer.status is AnswerStatus.REFUSED:
        assert (answer.citations, answer.sentences) == ((), ())
        assert len(answer.nearest) <= 3
    else:
        assert answer.citations
        assert answer.nearest == ()


def assert_stands_in_source(one: Passage | Citation) -> None:
    assert fold(one.text) in fold(TEXTS[one.source])
    assert visible_length(one.text) <= 1000
    assert (one.document_id, one.title) == (summary_named(one.source).id, summary_named(one.source).title)
    assert one.clause_id.startswith(one.document_id)


@pytest.mark.parametrize("question", [*ANSWERED, *REFUSED, *STRANGE.values()], ids=lambda question: question[:12])
def test_every_answer_is_soundly_cited_or_refused_with_what_is_nearest(
    answers: dict[str, Answer], question: str
) -> None:
    assert_sound(answers[question])


@pytest.mark.parametrize(("question", "words"), ANSWERED.items(), ids=ANSWERED)
def test_a_question_is_answered_in_the_words_of_the_documents(
    answers: dict[str, Answer], question: str, words: str
) -> None:
    answer = answers[question]
    assert answer.status is AnswerStatus.ANSWERED
    assert words in answer.answer
    assert {sentence.status for sentence in answer.sentences} == {SentenceStatus.VERIFIED}


@pytest.mark.parametrize(("question", "words"), REFUSED.items(), ids=REFUSED)
def test_a_question_beyond_the_documents_is_refused_and_says_what_is_missing(
    answers: dict[str, Answer], question: str, words: str
) -> None:
    answer = answers[question]
    assert answer.status is AnswerStatus.REFUSED
    assert words in answer.answer
    assert answer.nearest


@pytest.mark.parametrize("name", ["emoji", "markup", "line breaks and tabs"])
def test_a_question_is_understood_through_what_is_strange_in_it(answers: dict[str, Answer], name: str) -> None:
    answer = answers[STRANGE[name]]
    assert answer.status is AnswerStatus.ANSWERED
    assert "30万元" in answer.answer
    assert "<" not in answer.answer


def test_of_a_very_long_question_only_the_beginning_is_read(answers: dict[str, Answer]) -> None:
    assert len(answers[STRANGE["ten thousand characters"]].question) <= 2_000


def test_a_place_that_one_of_two_documents_does_not_speak_of_leaves_the_answer_partial(assistant: Assistant) -> None:
    answer = assistant.ask("浙江和绍兴怎么布局海水淡化装置，有何不同？")
    assert_sound(answer)
    assert answer.status is AnswerStatus.PARTIAL
    assert "舟山群岛" in answer.answer
    assert answer.answer.splitlines()[-1].endswith("：绍兴。")


@pytest.mark.parametrize("question", ["", "   ", "\n", "？？！", "😀", "《》"])
def test_an_empty_question_gets_a_notice_and_no_search(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.answer) == (AnswerStatus.REFUSED, wording.EMPTY_QUESTION)
    assert (answer.citations, answer.nearest) == ((), ())


@pytest.mark.parametrize("question", ["节水型企业奖励多少钱？", "哪几份文件提到再生水？", "浙江方案的文号是什么？"])
def test_an_empty_library_is_said_to_be_empty(assistant_over: MakeAssistant, question: str) -> None:
    empty = assistant_over({})
    assert empty.ask(question).answer == wording.EMPTY_LIBRARY
    assert empty.search(question) == ()


def test_the_question_as_understood_is_given_back(assistant: Assistant) -> None:
    first = "浙江省2025年要建成多少家节水型企业？"
    history = [Turn(question=first, answer=assistant.ask(first))]
    answer = assistant.ask("那绍兴呢？", history=history)
    assert_sound(answer)
    assert answer.question == "绍兴2025年要建成多少家节水型企业？"
    assert "80家" in answer.answer


def test_who_is_responsible_is_asked_of_the_clause_just_cited(assistant: Assistant) -> None:
    first = "如何改造供水管网？"
    answer = assistant.ask("谁负责？", history=[Turn(question=first, answer=assistant.ask(first))])
    assert_sound(answer)
    assert "省建设厅" in answer.answer


@pytest.mark.parametrize("name", TEXTS)
def test_a_filter_keeps_answer_and_search_within_its_documents(assistant: Assistant, name: str) -> None:
    where = DocumentFilter(document_ids=frozenset({summary_named(name).id}))
    answer = assistant.ask("节水有哪些任务和目标？", where=where)
    assert_sound(answer)
    assert {one.source for one in (*answer.citations, *answer.nearest, *answer.unused)} == {name}
    assert {one.source for one in assistant.search("节水", where=where)} == {name}


GOALS = """浙江省节水方案

一、指导思想
围绕节水目标，以2020年以来的节水目标为引领，推动浙江省节水目标、浙江省用水目标全面落实。

二、用水目标责任
浙江省节水目标的责任制、用水目标的考核，按年落实到2025年的浙江省目标。

三、目标考核办法
浙江省对各市目标逐年考核，目标未完成的，2025年起通报目标。

四、主要目标
到2025年，全省建成节水型企业300家。
"""


def test_nearest_to_a_goal_that_is_not_set_is_what_stands_under_the_goals(assistant_over: MakeAssistant) -> None:
    answer = assistant_over({"浙江.txt": GOALS}).ask("浙江2040年的目标是多少？")
    assert answer.status is AnswerStatus.REFUSED
    assert answer.nearest[0].heading == "主要目标"


def test_each_of_two_fields_is_answered_and_one_that_is_not_printed_is_named(assistant: Assistant) -> None:
    both = assistant.ask("浙江方案是谁发的，什么时候发的？")
    assert_sound(both)
    assert both.status is AnswerStatus.ANSWERED
    assert "浙江省财政厅" in both.answer and "2023年1月11日" in both.answer
    one = assistant.ask("浙江、国家方案的发文机关和公开方式")
    assert_sound(one)
    assert one.status is AnswerStatus.PARTIAL
    assert "国家：没有写明公开方式。" in one.answer


@pytest.mark.parametrize(
    "question",
    [
        "浙江方案是谁发的，到2025年要建成多少家节水型企业？",
        "浙江到2025年要建成多少家节水型企业，方案是谁发的？",
    ],
)
def test_what_is_asked_beside_a_field_is_answered_with_it(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert_sound(answer)
    assert answer.status is AnswerStatus.ANSWERED
    assert "浙江省财政厅" in answer.answer and "300家" in answer.answer


def test_a_part_is_not_answered_of_something_else_than_what_the_question_names_in_quotes(assistant: Assistant) -> None:
    without = assistant.ask("管子总共多长、全省到2025年要建成多少家节水型企业？")
    assert "300家" in without.answer
    named = assistant.ask("“引江济甬”的管子总共多长、全省到2025年要建成多少家节水型企业？")
    assert named.status is AnswerStatus.REFUSED


def test_what_is_asked_beside_a_field_is_not_passed_over(assistant: Assistant) -> None:
    answer = assistant.ask("浙江方案是谁发的，违规罚多少钱？")
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer.endswith("“违规罚多少钱”请另外提问。")


@pytest.mark.parametrize(
    "question", ["杭州要建成多少家节水型企业？", "半导体出口管制怎么规定？", "各地卫星导航有什么不同？"]
)
def test_a_refusal_within_a_filter_speaks_of_the_documents_that_were_chosen(
    assistant: Assistant, question: str
) -> None:
    where = DocumentFilter(document_ids=frozenset({summary_named(AREA).id}))
    assert assistant.ask(question, where=where).answer.startswith("所选范围内的文件没有")


@pytest.mark.parametrize("place", ["浙江", "绍兴"])
def test_a_filter_that_leaves_out_the_place_asked_about_is_named(assistant: Assistant, place: str) -> None:
    where = DocumentFilter(document_ids=frozenset({summary_named(STATE).id}))
    answer = assistant.ask(f"{place}要建成多少家节水型企业？", where=where)
    assert answer.status is AnswerStatus.REFUSED
    assert answer.answer.startswith(f"所选范围不包括{place}的文件")
    assert {one.source for one in answer.nearest} == {STATE}


def test_a_filter_that_admits_nothing_finds_nothing(assistant: Assistant) -> None:
    nowhere = DocumentFilter(places=frozenset({"杭州"}))
    assert assistant.ask("节水型企业奖励多少钱？", where=nowhere).answer == wording.EMPTY_RANGE
    assert assistant.search("节水型企业奖励多少钱？", where=nowhere) == ()


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        ("节水型企业奖励多少钱？", PROVINCE, "30万元"),
        ("浙江 海水淡化", PROVINCE, "舟山群岛"),
        ("国家 海水淡化", STATE, "反渗透膜"),
        ("绍兴 印染", CITY, "低浴比染色工艺"),
        ("新区 中水", AREA, "中水管网"),
    ],
)
def test_the_search_finds_first_what_answers(assistant: Assistant, query: str, name: str, words: str) -> None:
    found = assistant.search(query)
    assert found[0].source == name
    assert words in found[0].text
    for one in found:
        assert_stands_in_source(one)


@pytest.mark.parametrize("k", [0, 1, 3, 100])
def test_the_search_gives_at_most_as_many_as_asked_each_once(assistant: Assistant, k: int) -> None:
    found = assistant.search("节水", k)
    assert len(found) <= k
    assert len({(one.clause_id, one.text) for one in found}) == len(found)


@pytest.mark.parametrize("query", [*STRANGE.values(), "", "？"], ids=lambda query: query[:12])
def test_the_search_takes_any_query(assistant: Assistant, query: str) -> None:
    for one in assistant.search(query):
        assert_stands_in_source(one)


def test_the_same_question_gets_the_same_answer(assistant: Assistant, answers: dict[str, Answer]) -> None:
    question = "浙江、绍兴各要建成多少家节水型企业？"
    assert assistant.ask(question) == answers[question]


CALL = """关于组织申报2032年度节水专项的通知

一、申报程序
各市应于2031年12月19日前联合行文推荐。

二、容错机制
建立容错机制。对因先行先试造成的损失，不作负面评价，依法免除责任。

三、停业
供水单位因故停业的，应当至少于停业前两个月向主管部门报告。

四、考核
建立用水效率指数，纳入绩效考核。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2032年度节水专项 联合行文推荐 截止日期", "2031年12月19日"),
        ("节水专项 容错机制 免责", "免除责任"),
        ("供水单位 停业 提前报告时间", "前两个月"),
        ("绩效考核 用水效率指数", "建立用水效率指数"),
    ],
)
def test_what_a_call_says_is_found_in_keywords(assistant_over: MakeAssistant, question: str, said: str) -> None:
    assert said in assistant_over({"申报.txt": CALL}).ask(question).answer
