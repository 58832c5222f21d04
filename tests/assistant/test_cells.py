"""A document beside others is asked for the same thing: what is quoted, in its own words, or it has nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.answering import Assistant
from assistant.models import Answer, AnswerStatus
from assistant.rarity import Rarity
from assistant.side_topics import side_topics
from assistant.subject import words_of
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import ask, rarity

CITIES: Mapping[str, str] = {
    "杭州.txt": """杭州市节水方案

一、组织领导
（一）统筹协调。成立市节水工作领导小组，由市水务局牵头，统筹推进各项任务。

二、重点任务
（一）农业节水。在设施农业中推广滴灌，农业领域用水量下降10%。
（二）工业节水。工业领域推广循环冷却，形成百万吨级回用能力。建成万吨级海水淡化装置3座。
（三）绿色金融。设立节水专项资金，鼓励社会资本投入。
（四）宣传教育。开展“节水先锋”评选。（责任部门：市委宣传部、市水务局）
""",
    "宁波.txt": """宁波市节水方案

一、重点任务
（一）农业节水。推广水稻浅湿灌溉，农业领域减少漫灌。
（二）工业节水。建设中水管网。支持企业牵头组建节水技术联盟。
（三）海水利用。到2025年，新增万吨级海水淡化装置2座。
（四）人才引进。引进水处理专家10名。

二、组织保障
（一）加强领导。建立市节水联席会议制度，由市水利局负责日常工作。
""",
}


@pytest.fixture(scope="module")
def cities(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(CITIES)


def sides(answer: Answer) -> dict[str, str]:
    return {one.text.split("：")[0]: one.text for one in answer.sentences if "：" in one.text}


@pytest.mark.parametrize(
    ("question", "hangzhou", "ningbo"),
    [
        ("杭州 宁波 “万吨级”装置 表述对比", "建成万吨级海水淡化装置3座", "新增万吨级海水淡化装置2座"),
        ("农业领域用水，杭州和宁波各怎么写？", "农业领域用水量下降10%", "农业领域减少漫灌"),
        ("杭州的滴灌和宁波的浅湿灌溉各是怎么推广的？", "推广滴灌", "浅湿灌溉"),
        ("节水工作由谁统筹牵头，杭州、宁波各是怎么定的？", "由市水务局牵头", "由市水利局负责"),
    ],
)
def test_each_side_is_the_sentence_that_speaks_of_what_is_asked(
    cities: Assistant, question: str, hangzhou: str, ningbo: str
) -> None:
    said = sides(cities.ask(question))
    assert hangzhou in said["杭州"]
    assert ningbo in said["宁波"]


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("杭州和宁波对专项资金各有什么安排？", "宁波"),
        ("“节水先锋” 杭州 宁波 比较", "宁波"),
        ("杭州和宁波引进专家的数量各是多少？", "杭州"),
    ],
)
def test_a_side_without_the_words_that_tell_the_topic_has_nothing(
    cities: Assistant, question: str, silent: str
) -> None:
    answer = cities.ask(question)
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer.endswith(f"：{silent}。")
    assert silent not in sides(answer)


def test_counts_and_header_fields_are_given_for_each_side(cities: Assistant) -> None:
    answer = cities.ask("杭州方案和宁波方案的重点任务各有几条？")
    assert "杭州：“重点任务”共4条" in answer.answer and "宁波：“重点任务”共4条" in answer.answer


def test_words_meet_where_a_pair_belongs_to_other_words() -> None:
    told = Rarity(
        ["农业领域用水", "农业节水", "农业用水", "工业领域", "领域", "重点领域", "低碳交通", "交易", "交易市场"]
    )
    assert words_of("农业领域", told) == {"农业", "领域"}
    assert words_of("碳交易", told) == {"交易"}
    assert words_of("农业领域用水", told) >= {"农业", "领域", "用水"}


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("浙江的滴灌面积和绍兴的再生水利用率分别是多少？", ["滴灌", "再生水利用"]),
        ("浙江和绍兴的节水型企业各多少家？", []),
        ("浙江怎么推广滴灌？", []),
    ],
)
def test_what_is_asked_of_each_stands_behind_its_name(question: str, topics: list[str]) -> None:
    asked = ask(question)
    found = side_topics(asked, asked.documents, rarity())
    assert len(found) == len(topics)
    assert all(any(topic in said for said in found.values()) for topic in topics)
