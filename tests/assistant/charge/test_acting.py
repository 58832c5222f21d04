"""Who acts is taken from the sentence on what is done; what a body has to do, from those in which it acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from assistant.answering import Assistant
from assistant.charge.acting import acting_bodies, acts, asks_who_sees_to_all, who_acts
from assistant.charge.responsibility import names_responsible
from assistant.charge.tasks import tasks_in_text
from assistant.finding.rarity import Rarity
from assistant.models import Turn
from assistant.understanding.query import understand
from corpus.chunking import chunk
from corpus.rows import summary_of
from tests.assistant.shelf import evidence_of
from tests.corpus.sources import document

NOTICE = document(
    *(
        "关于做好雨季供水转运工作的通知",
        "一、转运准备",
        "各地水务部门要及时掌握雨季供水转运需求，科学组织供水转运工作。",
    ),
    *("二、重点地区", "对于确需进入宁波的送水车辆，由宁波市水务部门会同公安部门，在备案后直接引导进入。"),
    *("三、水质", "各地卫生健康部门要指导送水单位做好水质检测。对不合格的水样，按照程序移交疾控中心。"),
    *("四、宣传", "各地水务部门要会同卫生健康部门张贴供水公告。"),
)
LISTED = summary_of(NOTICE, "")
RARITY = Rarity(f"{one.context} {one.text}" for one in chunk(NOTICE))
EVIDENCE = [evidence_of(NOTICE, path) for path in ("一", "二", "三", "四")]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("对于送水车辆，由宁波市水务部门会同公安部门引导进入。", ("宁波市水务部门",)),
        ("第五条 市水务部门应当会同财政部门制定办法。", ("市水务部门",)),
        ("奖励的发放由受理举报的市水利局负责。", ("市水利局",)),
        ("省水利厅、省财政厅要加强督导。", ("省水利厅", "省财政厅")),
        ("银行机构在风险可控的前提下简化流程。", ("银行机构",)),
    ],
)
def test_bodies_that_act_are_named(text: str, bodies: tuple[str, ...]) -> None:
    assert acting_bodies(text) == bodies


@pytest.mark.parametrize(
    "text", ["支持企业加大投入，推动供水单位改造。", "对水质不合格的供水企业给予处罚。", "到2030年全面完成。"]
)
def test_where_nobody_is_named_nobody_acts(text: str) -> None:
    assert not acts(text)


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("雨季供水转运期间非进宁波不可的车，谁来安排放进去？", "二"),
        ("不合格的水样要交给谁？", "三"),
        ("雨季谁来张贴供水公告？", "四"),
    ],
)
def test_the_sentence_is_about_what_is_done(question: str, path: str) -> None:
    (found,) = who_acts(understand(question, [LISTED]), EVIDENCE, RARITY)
    assert found.evidence.clause.path_text == path


def test_the_verb_of_the_question_tells_one_body_from_another() -> None:
    rules = document(
        *("# 苍水市取水条例", "第一条 取水人应当依照本条例取得取水资格，按照取水资格的范围取水。"),
        *("第二条 设区的市水务部门审批取水资格，并公布结果。", "第三条 市发展改革部门监督取水资格的使用，定期抽查。"),
    )
    found = [evidence_of(rules, path) for path in ("第一条", "第二条", "第三条")]
    counted = Rarity(f"{one.context} {one.text}" for one in chunk(rules))
    (one,) = who_acts(understand("取水资格由谁审批？", [summary_of(rules, "")]), found, counted)
    assert one.evidence.clause.path_text == "第二条"


def test_keywords_that_end_with_who_does_it_ask_for_that_body() -> None:
    rules = document(
        *("# 苍水市取水条例", "第一条 经批准封闭取水井的，取水人应当向水务站支付封填费用。"),
        *("第二条 封闭取水井的，由设区的市水务部门批准。", "第三条 市发展改革部门监督取水井的使用，定期抽查。"),
    )
    found = [evidence_of(rules, path) for path in ("第一条", "第二条", "第三条")]
    counted = Rarity(f"{one.context} {one.text}" for one in chunk(rules))
    (one,) = who_acts(understand("封闭取水井 审批部门", [summary_of(rules, "")]), found, counted)
    assert one.evidence.clause.path_text == "第二条"


def test_a_question_for_no_body_is_left_alone() -> None:
    assert who_acts(understand("雨季供水转运怎么组织？", [LISTED]), EVIDENCE, RARITY) == []


def test_the_tasks_of_a_body_are_the_sentences_in_which_it_acts() -> None:
    asked = understand("雨季供水转运里卫生健康部门要做哪些事？", [LISTED])
    assert [one.text for one in tasks_in_text(asked, NOTICE, LISTED, RARITY)] == [
        "各地卫生健康部门要指导送水单位做好水质检测。"
    ]


def test_a_body_that_acts_nowhere_has_no_tasks() -> None:
    asked = understand("疾控中心要做哪些事？", [LISTED])
    assert tasks_in_text(asked, NOTICE, LISTED, RARITY) == []


@pytest.mark.parametrize(
    ("question", "of_all"),
    [
        ("雨季供水转运工作归谁管？", True),
        ("雨季供水转运工作的通知的主管部门是哪个", True),
        ("雨季供水转运时水样化验归谁管？", False),
        ("雨季供水转运工作怎么做？", False),
    ],
)
def test_who_sees_to_all_is_asked_in_the_words_of_the_title(question: str, of_all: bool) -> None:
    assert asks_who_sees_to_all(understand(question, [LISTED], [LISTED])) is of_all


@pytest.mark.parametrize("text", ["和".join(["委部局办"] * 24) + "某某", "和".join(["部部部"] * 40) + "某某"])
def test_names_joined_in_many_ways_are_not_tried_in_all_of_them(text: str) -> None:
    """Twenty-four of them took four seconds, forty over a minute: a suite that hangs here has lost the bound."""
    assert not acts(text)


def test_who_is_in_charge_of_what_was_just_told_is_taken_from_where_the_law_names_one(
    assistant_over: Callable[[Mapping[str, str]], Assistant],
) -> None:
    law = "\n\n".join(
        (
            "# 绍兴市水井管理条例",
            "第一条 为了加强水井管理，制定本条例。",
            "第二条 水务机关是水井管理工作的主管部门，负责水井的公共安全，查处违法行为。",
            "第三条 自然资源部门负责地下水监测工作。",
            "第四条 本市行政区域内，下列区域禁止新开凿水井：",
            "（一）老城区所辖区域。",
            "（二）开发区所辖区域。",
        )
    )
    answering = assistant_over({"绍兴市水井管理条例.md": law})
    first = answering.ask("绍兴哪些区域禁止新开凿水井？")
    answer = answering.ask("这项工作由哪个部门主管？", history=[Turn(question=first.question, answer=first)])
    assert "水务机关" in answer.answer


@pytest.mark.parametrize(
    "sentence",
    [
        "结合组织实施效果，建立动态调整机制。",
        "围绕龙头企业落实节水任务。",
        "提升领导干部科技素养。",
    ],
)
def test_a_sentence_without_a_subject_says_of_nobody_that_they_act(sentence: str) -> None:
    assert not acts(sentence)
    assert not names_responsible(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("各水厂厂长为供水安全第一责任人。", True),
        ("用水单位承担节水主体责任。", True),
        ("乡镇人民政府对水源保护负总责。", True),
        ("水质标准按检测结果更新。", False),
        ("加强任务分解，明确责任主体和进度安排。", False),
    ],
)
def test_who_answers_for_all_by_office_is_named(sentence: str, told: bool) -> None:
    assert names_responsible(sentence) is told


HANDED_ON = "\n\n".join(
    (
        "# 绍兴市水产资源条例",
        "第一条 未经批准将水产种质材料运送出境的，由海关依法处罚，没收水产种质材料。",
        "第二条 海关应当将依法没收的水产种质材料移送省、自治区、直辖市人民政府水产主管部门进行处理。",
        "第三条 水产种质材料运送出境的，凭出境证明办理海关手续。",
        "第四条 各水产养殖场场长为种质保护第一责任人，要建立每日报告制度。",
    )
)


def test_whom_a_thing_goes_to_is_told_by_the_sentence_that_hands_it_on(
    assistant_over: Callable[[Mapping[str, str]], Assistant],
) -> None:
    answer = assistant_over({"绍兴市水产资源条例.md": HANDED_ON}).ask("海关没收的水产种质材料，最后交由哪个部门处置？")
    assert [one.text for one in answer.sentences] == [
        "第二条 海关应当将依法没收的水产种质材料移送省、自治区、直辖市人民政府水产主管部门进行处理。"
    ]


@pytest.mark.parametrize(
    ("question", "words"), [("水产种质保护的首要责任落在谁身上？", "场长"), ("水产养殖捕捞安全的第一责任人是谁？", "")]
)
def test_a_person_by_office_answers_for_what_the_sentence_says_alone(
    question: str, words: str, assistant_over: Callable[[Mapping[str, str]], Assistant]
) -> None:
    text = HANDED_ON if words else HANDED_ON.rpartition("第四条")[0] + "第四条 渔业部门负责捕捞安全。"
    answer = assistant_over({"绍兴市水产资源条例.md": text}).ask(question)
    assert bool(words) is bool(answer.answer and answer.citations)
    assert words in answer.answer


def test_the_paper_that_a_question_names_need_not_be_named_by_the_sentence_on_the_body() -> None:
    asked = understand("雨季宁波供水那个通知里，卫生健康部门要管啥？", [LISTED])
    assert [one.text for one in tasks_in_text(asked, NOTICE, LISTED, RARITY)] == [
        "各地卫生健康部门要指导送水单位做好水质检测。"
    ]
