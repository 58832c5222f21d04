"""Which documents hold a thing is heard by the grammar of the question, whatever its verb."""

from __future__ import annotations

import pytest

from assistant.across.mentions import holds
from assistant.across.scans import asks_which_documents
from assistant.answering import Assistant
from assistant.models import AnswerStatus
from assistant.understanding.query import Kind
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, ask


@pytest.mark.parametrize(
    "question",
    [
        "“滴灌”出现在哪几份文件里？",
        "“滴灌”见于哪份方案？",
        "五份文件中“滴灌”见于哪份",
        "有“滴灌”两个字的文件是哪几份？",
        "“滴灌”一词分布在哪些文件",
        "“滴灌”都有谁写了？",
        "五家里头谁用了“滴灌”的说法？",
        "哪些文件用到了滴灌这个词？",
        "滴灌 有几份文件写进去了",
        "滴灌这个缩写哪份方案用了？",
        "谁家的方案里出现了滴灌？",
        "查一查滴灌这个词在哪些文件里能找到",
        "滴灌 出处文件",
        "没写“滴灌”的有哪几份？",
        "哪几份文件带专栏？",
        "哪份留了联系电话？",
        "哪几部条例规定了滴灌？",
        "“滴灌”出自哪份文件？",
        "“滴灌”是哪个方案里的？",
        "哪份方案点名了滴灌？",
        "四份文件中，哪些写到了滴灌？",
        "这几份方案里头哪几份部署了滴灌？各是怎么说的？",
        "有两个地方都写到了再生水，分别在哪里用？",
        "灌溉用水的事，哪几份文件作了规定？",
        "哪些文件对滴灌作了部署？",
        "哪几个地方的文件给了节水奖励？",
        "哪些地方明确了节水奖励？",
        "有没有文件提到滴灌？",
        "滴灌是哪个城市的文件里说的？",
        "按这四份文件的规定，哪几份提到了滴灌？",
        "按有关规定，哪些文件写到了滴灌？",
        "四份方案中写有专栏的文件",
    ],
)
def test_a_word_for_documents_and_a_verb_of_holding_ask_for_a_scan(question: str) -> None:
    assert asks_which_documents(question)
    assert ask(question).kind is Kind.MENTION


@pytest.mark.parametrize(
    "question",
    [
        "申请奖励要提交哪些文件？",
        "需要准备哪几份材料？",
        "违反规定有哪些法律责任？",
        "有什么办法提到高用水效率？",
        "哪份文件最早印发？",
        "节水方案依据哪几份文件制定？",
        "滴灌怎么推广？",
        "谁负责滴灌？",
        "四份文件中哪些任务最难？",
        "有两个省都很缺水，为什么？",
        "建滴灌示范园这事，哪些部门来推？",
        "甲省是照着省里哪两份文件来定的？",
        "哪份文件是财政部印发的？",
        "哪些条例适用于本市？",
        "按水利部门负责人的介绍，管滴灌的法规主要是哪几部？",
        "根据省里的说法，节水的依据是哪几份文件？",
        "据通报，被点名的是哪几份方案？",
    ],
)
def test_papers_to_hand_in_and_what_documents_say_of_themselves_are_no_scan(question: str) -> None:
    assert not asks_which_documents(question)


@pytest.mark.parametrize(
    ("question", "having", "without"),
    [
        ("“海水淡化”出现于哪几份文件", {STATE, PROVINCE}, "绍兴、新区"),
        ("再生水这个词哪些方案用了？", {STATE, CITY, AREA}, "浙江"),
        ("芯片 见于哪份文件", {AREA}, "国家、浙江、绍兴"),
        ("四份文件中，哪些写到了再生水？各是怎么表述的？", {STATE, CITY, AREA}, "浙江"),
        ("有两份文件都提到海水淡化，分别怎么写的？", {STATE, PROVINCE}, "绍兴、新区"),
    ],
)
def test_the_scan_is_exact_whatever_the_verb(
    assistant: Assistant, question: str, having: set[str], without: str
) -> None:
    answer = assistant.ask(question)
    assert {one.source for one in answer.citations} == having
    assert answer.answer.endswith(f"未提及：{without}。")


def test_who_is_silent_is_told_first_where_that_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("没写“滴灌”的有哪几份？")
    assert answer.answer.startswith("没有提到“滴灌”的有3份文件：国家、绍兴、新区。\n提到“滴灌”的有1份文件：")
    assert {one.source for one in answer.citations} == {PROVINCE}


def test_who_does_not_print_a_header_field_is_told_first(assistant: Assistant) -> None:
    answer = assistant.ask("哪些文件没有写文号？").answer
    assert answer.startswith("没有写明发文字号的有1份文件：绍兴。\n")
    assert answer.count("的发文字号是") == 3


def test_a_document_that_is_left_out_is_not_looked_through(assistant: Assistant) -> None:
    for named in ("国家", "《科技支撑节水实施方案》"):
        answer = assistant.ask(f"除了{named}，还有哪份文件写了海水淡化？")
        assert {one.source for one in answer.citations} == {PROVINCE}


@pytest.mark.parametrize("question", ["哪份文件出现过“核聚变”一词？", "四份方案里有没有提到“核聚变”的？"])
def test_words_that_stand_nowhere_are_said_to_stand_nowhere(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.REFUSED
    assert answer.answer == "现有文件都没有提到“核聚变”。"


PRINTED = {
    "甲.txt": "甲州市支持外贸办法\n\n第一条 商会为企业开具不可抗力事实性证明。\n\n第二条 企业可减免房租。\n",
    "乙.txt": "乙州市支持外贸办法\n\n第一条 商会出具不可抗力证明。\n\n第二条 企业可申请贷款。\n",
    "丙.txt": "丙州市支持外贸办法\n\n第一条 遇不可抗力的，可以延期；证明材料后补。\n",
}


@pytest.mark.parametrize(
    ("question", "count", "having"),
    [
        ("有几份文件谈到不可抗力证明？", 2, {"甲.txt", "乙.txt"}),
        ("哪些文件提到房租减免？", 1, {"甲.txt"}),
        ("“不可抗力证明”出现在哪几份文件里？", 1, {"乙.txt"}),
    ],
)
def test_a_term_of_two_words_is_found_as_documents_print_it_unless_it_is_quoted(
    assistant_over: MakeAssistant, question: str, count: int, having: set[str]
) -> None:
    answer = assistant_over(PRINTED).ask(question)
    assert f"的有{count}份文件：" in answer.answer
    assert {one.source for one in answer.citations} == having


def test_either_of_two_quoted_words_will_do(assistant: Assistant) -> None:
    answer = assistant.ask("哪几份文件写了“滴灌”或“浅湿灌溉”？")
    assert {one.source for one in answer.citations} == {PROVINCE, CITY}


def test_quoted_words_that_stand_nowhere_are_not_answered_with_others(assistant: Assistant) -> None:
    assert assistant.ask("“氢能”见于哪份文件？").status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("words", "text", "held"),
    [
        ("50", "支持500家企业", False),
        ("50", "建成50个工程", True),
        ("50", "达到2.50吨", False),
        ("万吨级", "形成百万吨级能力", False),
        ("万吨级", "开展万吨级示范", True),
        ("CCUS", "发展 ccus 技术", True),
    ],
)
def test_figures_stand_by_themselves(words: str, text: str, held: bool) -> None:
    assert holds(text, words) is held


SIZED = {
    "甲.txt": """甲市节水方案

一、海水淡化
研发百万吨级海水淡化装备。

二、示范区建设
（一）高水平建设国家节水示范区。围绕“农业节水”主题，加快东阳国家节水示范区建设。
""",
    "乙.txt": """乙市节水方案

一、海水淡化
建成万吨级海水淡化装置。

二、水资源
加快推动西塘国家节水示范区建设，打造样板。
""",
}


def test_the_size_that_is_named_must_stand_there_too(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(SIZED).ask("两份方案中，有哪些提出了百万吨级规模的海水淡化？")
    assert [one.source for one in answer.citations] == ["甲.txt"]


def test_what_is_done_with_a_thing_is_no_part_of_it_and_a_heading_says_less(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(SIZED).ask("有两个地方都写了建设国家节水示范区，分别落在哪里？")
    assert {one.source for one in answer.citations} == {"甲.txt", "乙.txt"}
    assert "东阳" in answer.answer and "西塘" in answer.answer


MARKETS = {
    "甲.txt": "甲州市支持办法\n\n第一条 支持符合条件的渔业企业在科技板、创业板等注册上市融资。\n",
    "乙.txt": "乙州市支持办法\n\n第一条 支持渔业企业在科技板上市。\n",
    "丙.txt": "丙州市支持办法\n\n第一条 支持渔业企业发展，培育上市后备力量。\n",
}


def test_several_words_in_a_row_are_found_where_most_of_them_stand_together(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(MARKETS).ask("三份文件中哪几份写了支持渔业企业科技板上市？")
    assert {one.source for one in answer.citations} == {"甲.txt", "乙.txt"}
