"""A list is found by the words above it; another's list, a list of the other side and one item's list are not."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.citations import check_quote
from assistant.finding.rarity import Rarity
from assistant.lists.named import asks_which_too, named_list
from assistant.lists.named_item import behind_caption, item_asked, named_alone
from assistant.models import CitationStatus
from assistant.statements import Statement
from corpus.chunking import chunk
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.assistant.shelf import ask
from tests.corpus.sources import source

PLAN = """浙江省雨水利用行动方案

为推进雨水利用，制定本方案。

一、总体要求

（一）基本原则

先行先试、稳步推进。选择条件好的城市试点。

政府引导、市场运作。发挥价格的作用。

因地制宜、注重实效。按降雨量分区推进。

二、重点任务

实施“三大工程”。

（一）屋面集雨工程

在学校推广屋面集雨。

（二）道路渗滤工程

铺设透水路面。

（三）雨洪调蓄工程

建设调蓄水池。

专栏1 标志性装备

1.弃流装置。研制自动弃流装置。

2.滤芯。研制长寿命滤芯。

3.5G水位计。研制远传水位计。

专栏2 示范场景

01　校园
在校园铺设渗井。

02　厂区
在厂区建设水池。

附件：1.攻关清单
2.主要指标

附件1

攻关清单

一、收集领域

1.大坡度屋面集雨技术

2.初期弃流技术

二、净化领域

1.雨水纳滤技术（城投集团，2027年）

2.雨水消毒技术（水务集团，2026年）

附件2

主要指标

1.雨水利用量：2025年30万吨，2030年90万吨

2.渗透铺装面积：2025年20万平方米，2030年60万平方米
"""

RULES = """雨水设施管理条例

第一条 为了管理雨水设施，制定本条例。

第二条 运营单位应当履行下列职责：

（一）巡查设施；

（二）记录水量。

第三条 运营单位不得有下列行为：

（一）倾倒油污；

（二）拆除滤网。

第四条 申请接入的，应当提交下列材料：

（一）申请表；

（二）设计图纸。

第五条 有下列情形之一的，不得担任运营人员：

（一）受过刑事处罚的；

（二）被吊销证书的。

第六条 运营单位有下列行为之一的，责令改正，处一万元罚款：

（一）未巡查设施的；

（二）未记录水量的。
"""

NOTICE = """关于做好雨水设施检查工作的通知

各有关单位：

现将有关事项通知如下：

一、检查前的准备

1、备好检测仪器。

2、通知产权单位到场。

二、检查中的安全要求

1、井下作业须两人以上。

2、先通风、再检测、后下井。

三、受理机构。各区水务站、街道服务中心。
"""


GUIDE = """节水收费优惠政策指引

为便于查询，编制本指引。

一、支持雨水回用

1、用雨水洗车的企业免缴水费。

2、用雨水浇灌的农户免缴水费。

二、支持管网检漏

1、检漏设备一次性计入成本。

2、检漏人员培训给予补贴，税费由单位承担。
"""


@cache
def shelf(text: str, name: str) -> Document:
    return parse(source(text, name))


@cache
def rarity(text: str, name: str) -> Rarity:
    return Rarity(f"{one.context} {one.text}" for one in chunk(shelf(text, name)))


def said(question: str, text: str = PLAN, name: str = "浙江.txt") -> list[str]:
    document = shelf(text, name)
    return _texts(named_list(ask(question), [(document, summary_of(document, ""))], rarity(text, name)))


def _texts(found: list[Statement]) -> list[str]:
    grounds = [one for statement in found for one in statement.grounds]
    assert all(check_quote(one.quote, one.clause.printed) is CitationStatus.VERIFIED for one in grounds)
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("方案专栏里点名的标志性装备有哪几样？", ["1.弃流装置。", "2.滤芯。", "3.5G水位计。"]),
        ("方案的示范场景有哪些？", ["01校园。", "02厂区。"]),
        (
            "重点任务由哪几个工程组成？",
            ["（一）屋面集雨工程。", "（二）道路渗滤工程。", "（三）雨洪调蓄工程。"],
        ),
        ("攻关清单 净化领域", ["1.雨水纳滤技术（城投集团，2027年）", "2.雨水消毒技术（水务集团，2026年）"]),
        ("攻关清单里收集领域列了哪几项技术？", ["1.大坡度屋面集雨技术。", "2.初期弃流技术。"]),
        ("方案的攻关清单分哪几块？", ["一、收集领域。", "二、净化领域。"]),
        ("方案的基本原则有哪些", ["先行先试、稳步推进。", "政府引导、市场运作。", "因地制宜、注重实效。"]),
    ],
)
def test_the_list_under_the_heading_that_is_named(question: str, expected: list[str]) -> None:
    assert said(question) == expected


@pytest.mark.parametrize(
    ("question", "lead", "first"),
    [
        ("运营单位有哪些职责", "运营单位应当履行下列职责：", "（一）巡查设施。"),
        ("运营单位不能干哪些事？", "运营单位不得有下列行为：", "（一）倾倒油污。"),
        ("哪些跟运营单位有关的事是不许干的？", "运营单位不得有下列行为：", "（一）倾倒油污。"),
        ("什么样的人当运营人员会被拒？", "有下列情形之一的，不得担任运营人员：", "（一）受过刑事处罚的。"),
        ("申请接入要交哪些材料？", "申请接入的，应当提交下列材料：", "（一）申请表。"),
        ("接入申请材料清单", "申请接入的，应当提交下列材料：", "（一）申请表。"),
        ("什么样的人不能当运营人员？", "有下列情形之一的，不得担任运营人员：", "（一）受过刑事处罚的。"),
    ],
)
def test_the_list_of_the_sort_asked_for(question: str, lead: str, first: str) -> None:
    found = said(question, RULES, "条例.txt")
    assert [found[0].removeprefix("第二条").strip(), found[1]] == [lead, first]
    assert len(found) == 3


def test_a_list_that_punishes_answers_who_asks_what_follows_only() -> None:
    assert not [one for one in said("运营单位要做哪些记录的事情", RULES, "条例.txt") if "罚款" in one]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("检查前要做好哪些准备？", ["1、备好检测仪器。", "2、通知产权单位到场。"]),
        ("检查中的安全要求", ["1、井下作业须两人以上。", "2、先通风、再检测、后下井。"]),
    ],
)
def test_items_without_headings_under_the_heading_that_is_named(question: str, expected: list[str]) -> None:
    assert said(question, NOTICE, "通知.txt") == expected


def test_a_heading_said_in_full_is_named_though_the_question_calls_its_document_otherwise() -> None:
    expected = ["1、用雨水洗车的企业免缴水费。", "2、用雨水浇灌的农户免缴水费。"]
    assert said("出台了哪些税费优惠措施支持雨水回用？", GUIDE, "指引.txt") == expected


@pytest.mark.parametrize(
    "question",
    [
        "屋面集雨工程有哪些做法？",
        "方案为什么要推进雨水利用？",
        "弃流装置要研制哪些部件？",
        "方案对海水淡化有哪些安排？",
        "海水淡化的示范场景有哪些？",
    ],
)
def test_who_names_an_item_or_another_subject_gets_no_list(question: str) -> None:
    assert said(question) == []


MEASURES = """关于支持雨水利用的若干措施

为支持雨水利用，提出以下措施。

一、减免接入费用

对新接入的单位减免费用。

二、提供贴息贷款

按年给予贴息。

三、简化审批手续

三日内办结。
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("支持雨水利用的措施有哪几条？", ["一、减免接入费用。", "二、提供贴息贷款。", "三、简化审批手续。"]),
        ("支持雨水利用的措施在水质监测方面有哪些安排？", []),
    ],
)
def test_a_document_that_is_its_measures_lists_them(question: str, expected: list[str]) -> None:
    assert said(question, MEASURES, "措施.txt") == expected


def test_a_list_whose_subject_only_is_what_is_forbidden_forbids_nothing() -> None:
    text = """雨水管理条例

第一条 禁止在下列场所堆放垃圾：

（一）雨水口；

（二）集水池。

第二条 禁止堆放垃圾场所的管理者应当履行下列职责：

（一）设立标识；

（二）劝阻堆放。

第三条 本条例自公布之日起施行。
"""
    assert said("哪些场所禁止堆放垃圾？", text, "条例.txt")[1:] == ["（一）雨水口。", "（二）集水池。"]


@pytest.mark.parametrize("question", ["重点管理区指哪些区域？", "运营单位的含义包括哪些情形？"])
def test_who_asks_what_a_word_means_gets_no_list(question: str) -> None:
    assert said(question, RULES, "条例.txt") == []


CALL = """岭南省雨水利用示范工厂申报通知

各有关单位：

现将雨水利用示范工厂申报有关事项通知如下：

一、申报条件

（一）成立满三年；

（二）年用雨水不少于一万吨。

二、申报方向

围绕以下方向遴选：

1.屋面收集；

2.道路收集；

3.调蓄回用。

三、通道布局

构建“一横两纵”雨水通道。“两纵”为东线渠、西线渠。

专栏1 主要指标

雨水利用量（万吨）：2023年4.2，2027年12

渗透铺装率：2023年88%，2027年98%

附表1 推荐名额分配表

1.东城区：5家

2.高新区：3家

附件2

分工表

序号　任务　牵头单位　完成时限
1　管网摸排　市水务局　2026年12月
2　雨量监测　市气象局　2025年6月
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("报示范工厂得满足哪几条？", ["（一）成立满三年。", "（二）年用雨水不少于一万吨。"]),
        ("推荐名额", ["1.东城区。", "2.高新区。"]),
    ],
)
def test_a_heading_may_say_little_more_than_what_sort_its_list_is(question: str, expected: list[str]) -> None:
    assert said(question, CALL, "通知.txt") == expected


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("申报方向有几个，分别是哪些？", True),
        ("通知列了几条条件，都是什么？", True),
        ("申报方向有几个？", False),
        ("申报方向有哪些？", False),
    ],
)
def test_who_asks_how_many_may_ask_which_too(question: str, both: bool) -> None:
    assert asks_which_too(question) is both


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雨水利用量 2027年", ["雨水利用量（万吨）：2023年4.2，2027年12。"]),
        ("渗透铺装率的目标是多少？", ["渗透铺装率：2023年88%，2027年98%。"]),
        ("雨量监测的完成时限", ["任务：雨量监测；牵头单位：市气象局；完成时限：2025年6月。"]),
        ("雨量监测采用什么仪器？", []),
        ("东城区能推荐几家？", ["1.东城区：5家。"]),
    ],
)
def test_the_line_of_a_table_that_the_question_names(question: str, expected: list[str]) -> None:
    document, weights = shelf(CALL, "通知.txt"), rarity(CALL, "通知.txt")
    assert _texts(item_asked(ask(question), [(document, summary_of(document, ""))], weights)) == expected


def one(question: str) -> list[str]:
    document = shelf(PLAN, "浙江.txt")
    return _texts(item_asked(ask(question), [(document, summary_of(document, ""))], rarity(PLAN, "浙江.txt")))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雨水纳滤技术由谁承担、哪年完成？", ["1.雨水纳滤技术（城投集团，2027年）"]),
        ("清单里给雨水消毒技术标注的单位和年份是什么？", ["2.雨水消毒技术（水务集团，2026年）"]),
        ("渗透铺装面积 目标", ["2.渗透铺装面积：2025年20万平方米，2030年60万平方米。"]),
        ("雨水净化由谁负责？", []),
    ],
)
def test_the_value_printed_beside_the_item_that_is_named(question: str, expected: list[str]) -> None:
    assert one(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("方案 安全治理", ["定期检查水质。"]),
        ("方案 安全治理 水质", []),
        ("方案的安全治理怎么做？", []),
        ("方案 资金投入", []),
    ],
)
def test_keywords_that_are_a_heading_get_what_stands_behind_it(question: str, expected: list[str]) -> None:
    text = """浙江省集雨方案

为集雨，制定本方案。

一、保障措施

（一）强化安全治理。定期检查水质。

（二）加强资金投入。设立专项资金。

（三）落实资金投入。用好债券。
"""
    document = shelf(text, "浙江.txt")
    assert _texts(named_alone(ask(question), [(document, summary_of(document, ""))])) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("雨水设施检查的受理机构是哪些？", ["各区水务站、街道服务中心。"]),
        ("雨水设施检查的受理机构都叫什么？", ["各区水务站、街道服务中心。"]),
        ("受理机构有哪些检测仪器？", []),
        ("污水处理费的受理机构是哪些？", []),
    ],
)
def test_what_stands_behind_a_caption_that_is_named(question: str, expected: list[str]) -> None:
    document = shelf(NOTICE, "通知.txt")
    found = behind_caption(ask(question), [(document, summary_of(document, ""))], rarity(NOTICE, "通知.txt"))
    assert _texts(found) == expected


NAMES = """河湾市节水平台建设方案

为建设节水平台，制定本方案。

一、主要任务

建设节水平台，推动节水产业发展。

附件1

首批节水实验室名单

海湾淡化实验室（海湾公司）；青山计量实验室（青山学院）；白沙灌溉实验室（白沙公司）。其余另行公布。

附件2

分工说明

各县确定联系人；市级每月调度；结果年底公布。
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "首批节水实验室都有哪些？",
            ["海湾淡化实验室（海湾公司）", "青山计量实验室（青山学院）", "白沙灌溉实验室（白沙公司）"],
        ),
        ("分工说明有哪些？", []),
    ],
)
def test_names_in_one_line_below_the_heading_of_an_attachment(question: str, expected: list[str]) -> None:
    assert said(question, NAMES, "河湾.txt") == expected


_GUIDE = """某市稳岗政策指引

一、延长亏损结转年限

【享受主体】
困难行业企业，包括客运、餐饮、住宿、旅游四大类。

【申报材料】

（1）企业申请表

（2）上年度财务报告
"""


@pytest.mark.parametrize(
    ("question", "count"),
    [("延长亏损结转年限的困难行业企业包括哪几类？", 0), ("延长亏损结转年限的申报材料有哪些？", 2)],
)
def test_a_list_under_a_label_is_of_what_that_says(question: str, count: int) -> None:
    assert len(said(question, _GUIDE, "某市指引.txt")) == count
