"""Who is responsible is what the clause prints in brackets; what a unit is responsible for is found by exact scan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.charge.responsibility import is_about, only_sets_up, responsible_units, tasks_of_unit
from assistant.models import AnswerStatus
from corpus.rows import summary_of
from corpus.vocabulary import PartRole
from tests.assistant.shelf import CITY, PROVINCE, TEXTS, ask, evidence, evidence_of, rarity, read, summary_named
from tests.corpus.sources import document

PATHS = ("二 > 1", "二 > 2", "二 > 3", "三 > （一）")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("滴灌由谁负责？", "“推广滴灌技术”的责任部门：省水利厅、省农业农村厅。"),
        ("供水管网改造由哪个部门负责？", "“改造供水管网”的责任部门：省建设厅。"),
        ("海水淡化归谁管？", "“发展海水淡化”的责任部门：省发展改革委、省水利厅。"),
    ],
)
def test_the_units_in_the_brackets_of_the_clause_are_named(question: str, said: str) -> None:
    assert [one.text for one in responsible_units(ask(question), evidence(PROVINCE, *PATHS), rarity())] == [said]


def test_the_brackets_are_quoted_from_the_clause() -> None:
    (one,) = responsible_units(ask("供水管网归谁管？"), evidence(PROVINCE, *PATHS), rarity())
    (ground,) = one.grounds
    assert ground.quote == "（责任部门：省建设厅）"
    assert ground.quote in ground.clause.printed
    assert ground.clause.path_text == "二 > 2"


def test_brackets_may_be_half_width_and_hold_brackets() -> None:
    printed = "(责任单位：省水利厅、各市（县）政府)"
    found = document("某市方案", "", "一、管网改造", f"实施更新改造。{printed}")
    (one,) = responsible_units(ask("管网改造由谁负责？"), [evidence_of(found, "一")], rarity())
    assert one.grounds[0].quote == printed
    assert one.text == "“管网改造”的责任单位：省水利厅、各市（县）政府。"


@pytest.mark.parametrize(("name", "paths"), [(PROVINCE, ("三 > （一）", "三 > （二）")), (CITY, ("一", "二 > （一）"))])
def test_a_clause_that_prints_no_unit_names_none(name: str, paths: tuple[str, ...]) -> None:
    assert responsible_units(ask("资金支持由谁负责？"), evidence(name, *paths), rarity()) == []


def test_the_brackets_of_another_clause_are_not_lent_to_the_one_asked_about() -> None:
    assert responsible_units(ask("一次性奖励由谁负责？"), evidence(PROVINCE, *PATHS), rarity()) == []


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("省水利厅负责哪些任务？", ["二 > 1", "二 > 3"]),
        ("省建设厅牵头什么？", ["二 > 2"]),
        ("哪几项任务由省发展改革委负责？", ["二 > 3"]),
        ("省农业农村厅管什么？", ["二 > 1"]),
        ("浙江 省水利厅 列为责任部门的任务", ["二 > 1", "二 > 3"]),
        ("省水利厅挂名的是哪几条？", ["二 > 1", "二 > 3"]),
        ("水利厅 承担任务", ["二 > 1", "二 > 3"]),
        ("省发展改革委参与的条目都有哪些？", ["二 > 3"]),
    ],
)
def test_every_clause_with_the_unit_in_its_brackets_is_a_task_of_it(question: str, paths: list[str]) -> None:
    scope = [(read(name), summary_named(name)) for name in TEXTS]
    assert [one.grounds[0].clause.path_text for one in tasks_of_unit(ask(question), scope)] == paths


@pytest.mark.parametrize(
    "question",
    [
        *("省教育厅负责哪些任务？", "滴灌由谁负责？", "省水利厅在哪里办公？", "省水利厅怎么推广滴灌？"),
        *("想问节水的事，省水利厅的办公电话是多少？", "省水利厅做了哪些工作？", "省水利厅为保障灌溉采取了什么措施？"),
        *("按省水利厅的规定，滴灌从哪几个方面打分？", "根据省水利厅的要求，节水评价看哪些内容？"),
    ],
)
def test_other_questions_and_units_have_no_tasks(question: str) -> None:
    scope = [(read(name), summary_named(name)) for name in TEXTS]
    assert tasks_of_unit(ask(question), scope) == []


def test_who_leads_is_told_from_who_takes_part() -> None:
    found = document(
        *("某市方案", "", "一、统筹", "推进节水。（牵头单位：市水务局，责任单位：市建委）"),
        *("", "二、管网", "改造管网。（责任单位：市水务局、市建委）"),
    )
    scope = [(found, summary_of(found, ""))]
    for question, paths in (
        ("市水务局牵头哪些任务？", ["一"]),
        ("市水务局是哪些任务的责任单位？", ["一", "二"]),
        ("市建委 责任单位 任务", ["一", "二"]),
    ):
        assert [one.grounds[0].clause.path_text for one in tasks_of_unit(ask(question), scope)] == paths


def test_where_no_document_is_named_each_that_prints_the_words_gives_its_units(assistant_over) -> None:
    texts = {
        f"{city}方案.txt": (
            f"{city}市节水方案\n\n一、再生水利用\n\n推进再生水利用设施建设。（责任单位：市水务局、{unit}）\n"
        )
        for city, unit in (("杭州", "市建委"), ("宁波", "市城管局"))
    }
    answer = assistant_over(texts).ask("哪些单位负责再生水利用？")
    assert "市建委" in answer.answer and "市城管局" in answer.answer
    assert len({citation.document_id for citation in answer.citations}) == 2


_WETLANDS = {
    "青川方案.txt": (
        "青川市湿地保护方案\n\n一、修复湿地\n（一）退养还湿。每亩补偿4200元。\n牵头单位：市林业局\n配合单位：市农业农村局\n"
        "（二）观鸟步道。新建步道12公里。（市文旅局、市林业局）\n\n"
        "二、执法监管\n本部分各项任务由市综合行政执法局牵头，市公安局配合。\n"
        "（三）联合巡查。每季度巡查一次。\n（四）严查捕鸟。公开举报电话。\n\n"
        "三、保障措施\n（五）社会参与。鼓励企业认养湿地，支持公益组织牵头开展志愿服务。\n"
    )
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("退养还湿落到哪些部门头上？", "“退养还湿”的牵头单位：市林业局；配合单位：市农业农村局。"),
        ("观鸟步道是哪两个局管的？", "“观鸟步道”列明的单位：市文旅局、市林业局。"),
        ("联合巡查由谁牵头？", "“联合巡查”所在部分写明：本部分各项任务由市综合行政执法局牵头，市公安局配合。"),
        ("观鸟步道该找哪个局？", "“观鸟步道”列明的单位：市文旅局、市林业局。"),
    ],
)
def test_the_bodies_are_told_wherever_they_are_printed_for_a_clause(assistant_over, question: str, said: str) -> None:
    answer = assistant_over(_WETLANDS).ask(question)
    assert answer.answer.startswith(said)
    assert all(one.quote in one.text for one in answer.citations)


@pytest.mark.parametrize("question", ["认养湿地由谁牵头？", "志愿服务归哪个局管？"])
def test_who_is_only_encouraged_is_not_in_charge(assistant_over, question: str) -> None:
    assert assistant_over(_WETLANDS).ask(question).status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ("组建节水技术专家组，指导方案的实施。", True),
        ("组建由市水利局牵头的节水技术专家组。", False),
        ("成立节水技术专家组，由市水利局负责日常工作。", False),
        ("成立河长制办公室，统筹河道管理。", False),
    ],
)
def test_that_there_is_to_be_a_body_does_not_say_who_leads_it(said: str, alone: bool) -> None:
    assert only_sets_up("节水技术专家组由谁牵头？", said) is alone


def test_what_an_interview_tells_again_does_not_make_the_document_itself_strange() -> None:
    plan = document(
        *("某省节水方案", "", "一、落实", "水利厅将联合有关部门，建立节水协调机制。", ""),
        *("二、问答", "水利厅从节水科技创新入手，建立节水科技创新协调机制。"),
    )
    own, told = evidence_of(plan, "一"), evidence_of(plan, "二")
    told = replace(told, clause=replace(told.clause, part=PartRole.INTERPRETATION))
    main = replace(told, clause=replace(told.clause, part=PartRole.MAIN))
    asked = ask("节水科技创新的协调机制由谁建立？")
    assert is_about(asked, own, [told, own], rarity())
    assert not is_about(asked, own, [main, own], rarity())
