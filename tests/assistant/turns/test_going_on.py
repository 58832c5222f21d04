"""A turn that goes on about what was just told is answered out of what stands near it."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from corpus.bundled import bundled_documents
from tests.assistant.conftest import MakeAssistant
from tests.assistant.turns.test_readings import told

WORKSHOPS = """柯桥市工匠工坊认定办法

柯工〔2022〕3号

第一章　总则

第一条　为规范工匠工坊认定，制定本办法。

第二条　工坊主任任期四年，连任不超过两届。

第二章　认定

第三条　申报工坊的单位应当有工位三十个以上，近两年培训学员不少于二百人次。

第四条　位于山区的单位，第三条规定的指标可以放宽至七成。

第五条　申报单位与市级平台签订服务协议的，由平台代为提交；未签订服务协议的，自行到窗口提交。

第六条　工坊的成果归属由双方约定；没有约定的，归学员享有。

第三章　支持

第七条　【落户支持】对新落户的工坊，按实缴资本的3%给予一次性支持，最高60万元。支持资金分两年按七成、三成拨付。

第八条　【学员补贴】企业职工参加培训的，按每人每天80元补贴，最长30天；院校学生按每人每天50元补贴，最长15天。

第九条　【展会支持】参加展会的，每次补贴1万元。

第四章　管理

第十条　有下列情形之一的，撤销工坊称号：
（一）弄虚作假取得称号的；
（二）连续两年未开展培训的。

第十一条　因前条第（一）项撤销称号的，单位五年内不得再次申报；因其他情形撤销的，三年内不得再次申报。

第十二条　取得支持的工坊三年内迁出本市的，应当退回支持资金。

第十三条　骗取支持资金的，追回资金，并列入失信名单。
"""

MATERIALS = """工坊局关于报送年度材料的通知

工坊〔2023〕8号

各工坊：

现将年度材料报送的有关事项通知如下：

一、报送材料

新认定的工坊提交：

1.认定申请书；

2.营业执照复印件；

3.培训台账；

4.成果目录；

复核的工坊提交上述第1、3项材料。

二、报送时间

（一）网上填报。工坊于9月10日前在网上填报。

（二）县里初审。县级主管部门于9月20日前完成初审。

工坊局
2023年8月1日
"""


PIERS = """柯桥市渡口扶持办法

柯工〔2023〕9号

一、扶持内容

（一）新船补助。对新购电动渡船的经营者，每艘给予补助40万元。

（二）码头补助。对新建码头的经营者，按造价的三成给予补助。码头补助分两年拨付。

（三）维修台账。市航运中心指导渡口安全。各县航运站应当建立渡船维修台账。

二、资金管理

（四）第（一）项补助由市航运中心按船舶登记信息直接拨付，经营者无需申请。

（五）渡口获得的补助资金应当用于渡船维护和船员培训。

三、目标

到2027年，电动渡船达到90艘，其中客船30艘。

到2029年，电动渡船达到160艘，其中客船70艘。
"""


@pytest.fixture(scope="module")
def workshops(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"工坊办法.txt": WORKSHOPS, "材料通知.txt": MATERIALS})


@pytest.fixture(scope="module")
def piers(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"渡口办法.txt": PIERS, "工坊办法.txt": WORKSHOPS})


BOATS = "新购电动渡船每艘补助多少？"
GOAL = "到2027年电动渡船要达到多少艘？"


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ((BOATS, "这笔钱要自己申请吗？"), "经营者无需申请"),
        ((BOATS, "这笔补助能花在什么地方？"), "用于渡船维护和船员培训"),
        (("新建码头的按多少补助？", "补助的钱怎么花？"), "用于渡船维护和船员培训"),
        (("新建码头的按多少补助？", "这笔钱怎么拨？"), "分两年拨付"),
        (("渡口安全由谁指导？", "维修台账呢，谁来建？"), "各县航运站应当建立渡船维修台账"),
        ((GOAL, "其中客船呢？", "那2029年总共多少？"), "160艘"),
        ((BOATS, "工坊主任任期几年？", "回到刚才渡船补助，这笔钱要自己申请吗？"), "经营者无需申请"),
    ],
)
def test_what_refers_to_what_was_told_or_says_its_use_is_told(
    piers: Assistant, questions: tuple[str, ...], said: str
) -> None:
    last = told(piers, *questions)
    assert said in last.answer.answer
    assert {one.source for one in last.answer.citations} == {"渡口办法.txt"}


@pytest.mark.parametrize(
    ("questions", "said", "path"),
    [
        (("工坊主任任期几年？", "能连任几次？"), "两届", "第二条"),
        (("工坊申报单位怎么提交？", "没签协议的呢？"), "未签订服务协议的，自行到窗口提交", "第五条"),
        (("企业职工参加工坊培训补贴多少？", "院校学生呢？"), "每天50元", "第八条"),
        (("企业职工参加工坊培训补贴多少？", "学生呢，每天多少、最长几天？"), "最长15天", "第八条"),
        (("新落户的工坊能拿多少支持？", "这笔钱是一次性到账吗？"), "分两年按七成、三成拨付", "第七条"),
        (("工坊在哪些情形下会被撤销称号？", "撤了以后多久才能重新报？"), "五年内不得再次申报", "第十一条"),
        (("骗取工坊支持资金的怎么处理？", "那迁出本市的呢？"), "应当退回支持资金", "第十二条"),
    ],
)
def test_what_a_turn_goes_on_to_is_told_out_of_what_stands_near(
    workshops: Assistant, questions: tuple[str, ...], said: str, path: str
) -> None:
    last = told(workshops, *questions)
    assert said in last.answer.answer
    assert any(path in one.path for one in last.answer.citations)


def test_the_items_that_a_sentence_points_to_by_number_are_told_with_it(workshops: Assistant) -> None:
    last = told(workshops, "新认定的工坊要提交哪些材料？", "复核的呢？")
    assert "认定申请书" in last.answer.answer
    assert "培训台账" in last.answer.answer
    assert "成果目录" not in last.answer.answer


def test_the_value_of_its_own_kind_is_told_again_where_it_was_told(workshops: Assistant) -> None:
    last = told(workshops, "参加展会的工坊有补贴吗？", "每次补多少？")
    assert "1万元" in last.answer.answer
    assert {one.path for one in last.answer.citations} == {"第九条"}


def test_another_subject_is_answered_where_it_stands(workshops: Assistant) -> None:
    last = told(workshops, "参加展会的工坊有补贴吗？", "报送年度材料的通知里县里初审到哪天完成？")
    assert "9月20日" in last.answer.answer


def test_a_sum_whose_use_is_not_told_is_not_told_again(workshops: Assistant) -> None:
    last = told(workshops, "参加展会的工坊每次补贴多少？", "这笔补贴能花在哪些地方？")
    assert last.answer.status is AnswerStatus.REFUSED


@pytest.mark.parametrize("question", ["那飞机票呢？", "酒店住宿补多少？", "运费谁出？", "购房补贴呢？"])
def test_what_was_told_is_no_answer_to_what_it_says_nothing_of(workshops: Assistant, question: str) -> None:
    last = told(workshops, "参加展会的工坊有补贴吗？", question)
    assert last.answer.status is AnswerStatus.REFUSED
    assert "第九条" in {one.path for one in last.answer.nearest}


def test_what_was_told_of_the_case_that_a_turn_names_is_told_again(workshops: Assistant) -> None:
    last = told(workshops, "工坊申报单位怎么提交？", "要是单位跟市级平台签了服务协议的呢？")
    assert "由平台代为提交" in last.answer.answer


def test_what_is_told_is_quoted_word_for_word(workshops: Assistant) -> None:
    last = told(workshops, "工坊在哪些情形下会被撤销称号？", "撤了以后多久才能重新报？")
    assert all(one.quote in one.text for one in last.answer.citations)
    assert {one.status for one in last.answer.citations} == {"verified"}


def test_a_turn_that_asks_for_more_is_not_told_again_what_was_told(assistant_over: MakeAssistant) -> None:
    over = assistant_over({one.name: one.path.read_text(encoding="utf-8") for one in bundled_documents()})
    last = told(over, "国家方案靠什么协调机制来落实？", "科技考核评价这块再展开说说")
    assert "技术进步指数" in last.answer.answer
