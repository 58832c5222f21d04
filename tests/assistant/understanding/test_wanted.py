"""What kind of value a question asks for: in so many words, or by the noun that ends a question typed as keywords."""

from __future__ import annotations

import pytest

from assistant.understanding.query import Kind
from assistant.understanding.wanted import Wanted, wants
from tests.assistant.shelf import ask


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("农村取暖用电一度能便宜几分钱？", Wanted.MONEY),
        ("节水基金 单户贷款额度上限", Wanted.MONEY),
        ("节水基金单户额度及利率", Wanted.MONEY),
        ("滴灌设备 补贴标准", Wanted.MONEY),
        ("买了滴灌险，县里按什么办法补保费？", Wanted.MONEY),
        ("节水专项经费每年安排多少？", Wanted.MONEY),
        ("国家级和省级节水企业的奖励差多少？", Wanted.MONEY),
        ("节水企业奖励名额差多少？", Wanted.FIGURE),
        ("引进的专家能拿多大数额的津贴？", Wanted.MONEY),
        ("再生水价格 元/吨", Wanted.MONEY),
        ("苍水再生水收购最低保护价", Wanted.MONEY),
        ("供水管网漏损率", Wanted.SHARE),
        ("节水贷款的贴息比例", Wanted.SHARE),
        ("2030年用水量降幅目标值", Wanted.SHARE),
        ("漏损率要降几个点？", Wanted.SHARE),
        ("海水淡化工程 建成年份", Wanted.DATE),
        ("海水淡化工程啥年头建成？", Wanted.DATE),
        ("节水课题申报的截止时间", Wanted.DATE),
        ("取水许可 办理时限", Wanted.DURATION),
        ("节水型企业 建设数量 2030年", Wanted.FIGURE),
        ("灌区 改造面积（亩）", Wanted.FIGURE),
        ("海水淡化装机目标2025年万千瓦", Wanted.FIGURE),
        ("专家组 人数", Wanted.FIGURE),
        ("单位产值用水量 上限", Wanted.FIGURE),
        ("节水专家组由哪位领导担任组长？", Wanted.PERSON),
        ("节水专家组的联系人姓甚名谁？", Wanted.PERSON),
        ("节水专家组 组长 姓名", Wanted.PERSON),
        ("水务公司的法定代表人", Wanted.PERSON),
        ("专家组主任由谁出任", Wanted.PERSON),
        ("节水办 举报电话", Wanted.PHONE),
        ("节水服务平台 网址", Wanted.SITE),
        ("节水办公地址", Wanted.ADDRESS),
        ("节水课题 项目编号", Wanted.CODE),
        ("超计划用水 加价倍数", Wanted.SHARE),
        ("节水办公室的联系方式", Wanted.PHONE),
        ("节水型企业 入选名单", Wanted.NAMES),
        ("水样 保存时间", Wanted.DURATION),
        ("水库 占地面积范围", Wanted.FIGURE),
        ("节水课题 经费范围", Wanted.NOTHING),
        ("收货时数量没写清，能不签收吗？", Wanted.NOTHING),
        ("水表能装多少数量？", Wanted.FIGURE),
        ("好几年没缴水费，能停水吗？", Wanted.NOTHING),
        ("水表哪天装好？", Wanted.DATE),
        ("哪天发现水表被挪了，该咋办？", Wanted.NOTHING),
    ],
)
def test_the_value_asked_for_is_known_by_its_noun_or_its_question_word(question: str, wanted: Wanted) -> None:
    assert wants(question) is wanted


@pytest.mark.parametrize(
    "question",
    [
        "靠什么办法让农田节水形成规模？",
        "给重点企业建一个什么指数？",
        "哪个区的漏损情况最重？",
        "节水服务平台怎么扩大规模",
        "提高用水效率",
        "节水券 不得使用的费用",
        "跟沿河几个省一起节水，打造什么共同体？",
        "节水工作原则",
        "谁来确定收费标准？",
    ],
)
def test_a_noun_of_a_value_is_not_asked_for_where_something_else_is(question: str) -> None:
    assert wants(question) is Wanted.NOTHING


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("节水专班 人数 组成规定", Wanted.FIGURE),
        ("节水奖励 金额 申报材料", Wanted.MONEY),
        ("节水专班 人员 组成规定", Wanted.NOTHING),
        ("节水专班人数由谁 定", Wanted.NOTHING),
    ],
)
def test_a_keyword_that_names_a_value_asks_for_it_wherever_it_stands(question: str, wanted: Wanted) -> None:
    assert ask(question).wanted is wanted


def test_who_holds_an_office_is_asked_for_a_person_and_not_for_who_is_in_charge() -> None:
    asked = ask("节水领导小组的组长由谁担任？")
    assert (asked.kind, asked.wanted) == (Kind.FACT, Wanted.PERSON)
    assert ask("节水工作由谁牵头？").kind is Kind.RESPONSIBLE


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("节水技术成果库 配套举措 提高成果转化效率", Wanted.NOTHING),
        ("再生水 提升回用比例", Wanted.NOTHING),
        ("再生水回用比例提升幅度", Wanted.SHARE),
        ("要在几个比赛里加节水专场，是哪几个活动？", Wanted.NOTHING),
        ("说是要建几个基地，分别是哪些？", Wanted.NOTHING),
        ("要建几个基地？", Wanted.FIGURE),
        ("节水大会在哪座城市召开？", Wanted.CITY),
        ("哪个县的灌区进了名单？", Wanted.CITY),
        ("节水示范选了哪个省？", Wanted.PROVINCE),
        ("哪个省的节水方案提到滴灌？", Wanted.NOTHING),
        ("哪些城市要试点？", Wanted.NOTHING),
        ("万吨级海水淡化放在哪一家企业的厂区？", Wanted.FIRM),
        ("想咨询节水方案，打哪个电话？", Wanted.PHONE),
        ("节水办给老百姓留了啥电话？", Wanted.PHONE),
        ("节水合作点了哪些国家？", Wanted.COUNTRY),
        ("“百泉工程”到底是哪些城市入选了？", Wanted.CITY),
        ("哪些城市可以申报节水补助？", Wanted.NOTHING),
        ("节水合作点了哪些国家或地区？", Wanted.COUNTRY),
        ("国家有哪些节水政策？", Wanted.NOTHING),
        ("苍水积极创建哪个国家节水试验区？", Wanted.NOTHING),
        ("节水示范有哪些国家级平台？", Wanted.NOTHING),
        ("入选的专家每年能拿多少生活补贴？", Wanted.MONEY),
        ("多少家企业拿到补贴？", Wanted.FIGURE),
        ("节水举报 奖金标准", Wanted.MONEY),
        ("管网改造 以奖代补标准", Wanted.MONEY),
        ("每个小区能拿多少市级奖补？", Wanted.MONEY),
        ("举报一次能拿的奖金区间是多少？", Wanted.MONEY),
        ("医保报销的费用包括什么范围？", Wanted.NOTHING),
        ("节水器具鉴定 合金标准", Wanted.NOTHING),
        ("漏损超标后要在多长时间内通知到片区负责人？", Wanted.DURATION),
        ("怎么联系到管网项目的负责人？", Wanted.NOTHING),
        ("管网项目负责人", Wanted.PERSON),
        ("市里那几个节水平台，测试费咋算？", Wanted.NOTHING),
        ("这几家节水单位怎么申请？", Wanted.NOTHING),
        ("节水基金请了哪家基金管理公司来管？", Wanted.FIRM),
        ("水表由哪家省级检测机构检定？", Wanted.BODY),
        ("节水设备单价得到多少万才算大型？", Wanted.MONEY),
        ("换一只水表收多少？", Wanted.MONEY),
        ("到2035年废水要回收多少？", Wanted.FIGURE),
        ("再生水占总用水的多少？", Wanted.SHARE),
        ("再生水占多大？", Wanted.SHARE),
        ("一吨水要费的电，2030年得比2020年省多少？", Wanted.SHARE),
        ("再生水利用率要提高到什么水平？", Wanted.SHARE),
        ("要把蓄水量增加到什么程度？", Wanted.FIGURE),
        ("要把水质量提高到什么水平？", Wanted.NOTHING),
        ("九几年修的水渠归谁管？", Wanted.NOTHING),
        ("水渠能用几年？", Wanted.DURATION),
        ("签约的酒店有哪几家？", Wanted.NAMES),
        ("这几家互认的医院都叫什么？", Wanted.NAMES),
        ("首批示范园区是哪些？", Wanted.NAMES),
        ("有哪几个灌区会最先达标，名字是什么？", Wanted.NAMES),
        ("这些企业有什么要求？", Wanted.NOTHING),
    ],
)
def test_names_and_sums_are_asked_for_and_a_task_is_not(question: str, wanted: Wanted) -> None:
    assert wants(question) is wanted
