"""A document beside others is asked for the same thing: what is quoted, in its own words, or it has nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.across.side_topics import side_topics
from assistant.across.subject import telling_words, words_of
from assistant.answering import Assistant
from assistant.finding.rarity import Rarity
from assistant.models import Answer, AnswerStatus
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


VALUES: Mapping[str, str] = {
    "金华.txt": """金华市节水方案

一、总体目标
到2025年，实现重点领域突破，支撑用水总量比2020年下降5%，单位地区生产总值能源消耗比2020年下降13.5%。

二、重点任务
（一）能耗管理。能耗双控持续加强，能耗统计更加完善。
（二）供水。支持发展雨水收集、海水淡化、再生水、中水回用、分质供水等方向。推进再生水梯级利用。
（三）研究。研究非再生水、地下水的替代。
（四）人才。引进3—5个“高精尖”团队。

三、组织保障
（一）组织。组建节水产业联盟，加强节水工作。成立节水专家咨询委员会，为节水工作出谋划策。
""",
    "衢州.txt": """衢州市节水方案

一、总体目标
到2025年，单位地区生产总值能源消耗比2020年降低20%以上。

二、重点任务
（一）项目。衢州节水国际产业园项目。衢州能耗监测项目。
（二）再生水。新建再生水厂。
（三）人才。引进省级人才10名以上。

三、组织保障
（一）组织。组建节水技术专家组，指导方案实施。
""",
}


@pytest.fixture(scope="module")
def values(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(VALUES)


@pytest.mark.parametrize(
    ("question", "jinhua", "quzhou"),
    [
        ("单位GDP能耗到2025年，金华要降多少，衢州又要降多少？", "下降13.5%", "降低20%以上"),
        ("金华和衢州在单位产值能耗上分别要求降低多少？", "下降13.5%", "降低20%以上"),
        ("金华引进的“高精尖”团队和衢州引进的省级人才各有多少？", "3—5个", "10名以上"),
        ("金华、衢州各自要组建什么样的专家班子？", "专家咨询委员会", "专家组"),
        ("金华和衢州在再生水上各提了什么？", "梯级利用", "再生水厂"),
    ],
)
def test_each_side_shows_the_value_the_body_or_the_subject_itself(
    values: Assistant, question: str, jinhua: str, quzhou: str
) -> None:
    said = sides(values.ask(question))
    assert jinhua in said["金华"]
    assert quzhou in said["衢州"]


def test_how_much_something_falls_is_no_difference_to_reckon(values: Assistant) -> None:
    assert "相差" not in values.ask("金华和衢州在单位产值能耗上分别要求降低多少？").answer


@pytest.fixture(scope="module")
def schools(assistant_over: MakeAssistant) -> Assistant:
    """One city speaks of subjects of study in one clause among many that hold every other word of the question."""
    many = "\n".join(
        f"{at}.支持节水工程建设。支持建设节水相关工程，推进节水相关项目建设{at}处。" for at in range(1, 19)
    )
    one = "19.人才培养。鼓励院校加快水处理等领域学科设置。"
    return assistant_over(
        {
            "杭州.txt": f"杭州市节水方案\n\n一、任务\n{many}\n{one}\n",
            "宁波.txt": "宁波市节水方案\n\n一、任务\n1.人才培养。支持高校建设水文、水资源等节水相关学科。\n",
        }
    )


def test_the_noun_at_the_end_of_what_is_asked_for_chooses_the_sentence(schools: Assistant) -> None:
    found = sides(schools.ask("杭州和宁波分别支持建设哪些节水相关学科？"))
    assert "水处理等领域学科" in found["杭州"]
    assert "水文、水资源" in found["宁波"]


def test_the_words_that_a_document_prints_are_looked_for_the_most_telling_first() -> None:
    text = "".join(CITIES.values())
    assert telling_words("推广滴灌 统筹 卫星导航", text, Rarity(CITIES.values()))[0] == "推广滴灌"
    assert telling_words("卫星导航", text, Rarity(CITIES.values())) == []


def test_what_stands_behind_the_last_name_is_asked_of_all() -> None:
    shelf = "湖州市节水方案。节水工作领导小组办公室设在市水利局。", "舟山市渔业方案。领导小组办公室设在市海洋局。"
    asked = ask("浙江节水技术和绍兴节水行动，领导小组办公室分别设在哪？")
    topics = side_topics(asked, asked.documents, Rarity(shelf))
    assert set(topics.values()) == {"领导小组办公室 设"}
