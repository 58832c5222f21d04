"""Targets: which figures are one, of what, by when, and for where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.bundled import bundled_documents
from corpus.facts import facts_of
from corpus.facts.models import Direction, FactKind, Measure, Target
from corpus.models import Document
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.text import fold
from tests.corpus.sources import document
from tests.growth import assert_linear


def targets(found: Document) -> list[Target]:
    return [fact for fact in facts_of(found) if isinstance(fact, Target)]


def plan(*lines: str) -> list[Target]:
    return targets(document("某省新能源发展规划", "一、重点任务", *lines))


@pytest.mark.parametrize(
    ("sentence", "subject", "indicator", "printed", "year"),
    [
        ("到2025年，全省光伏装机达到3500万千瓦。", "全省", "光伏装机", "3500万千瓦", 2025),
        ("“十五五”末风电装机达2800万千瓦。", "", "风电装机", "2800万千瓦", 2030),
        ("建成加氢站100座以上。", "", "加氢站", "100座以上", 0),
        ("培育壮大1000家左右高新技术企业。", "", "高新技术企业", "1000家左右", 0),
        ("打造5—8个规模大、能力强的产业集群。", "", "产业集群", "5—8个", 0),
        ("到2030年，公交分担率不低于60%。", "", "公交分担率", "不低于60%", 2030),
        ("2025年底前，新建建筑100%执行绿色标准。", "新建建筑", "执行绿色标准", "100%", 2025),
        ("引进布局新型研发机构5家以上。", "", "新型研发机构", "5家以上", 0),
        ("推进万亩示范区等项目建设。", "", "示范区", "万亩", 0),
        ("实现低能耗百万吨级碳捕集能力。", "", "碳捕集能力", "百万吨级", 0),
        ("风电装机由500万千瓦提高到1200万千瓦。", "", "风电装机", "1200万千瓦", 0),
        ("新型储能产业营业收入到2025年达到600亿元以上。", "", "新型储能产业营业收入", "600亿元以上", 2025),
        ("到2025年，形成3300万千瓦左右的调节能力。", "", "调节能力", "3300万千瓦左右", 2025),
        ("到2025年，年接待人数突破1500万人次。", "", "年接待人数", "突破1500万人次", 2025),
        ("力争突破2项原创性成果。", "", "原创性成果", "2项", 0),
        ("汇聚各类金融机构达到700家。", "", "各类金融机构", "700家", 0),
        ("到2025年，比重由18%，提升到25%左右。", "", "比重", "25%左右", 2025),
        ("现有护理员4860名，到2025年技能人员比例不低于25%。", "", "技能人员比例", "不低于25%", 2025),
        ("2030年前实现碳达峰。", "", "碳达峰", "2030年前", 2030),
        ("到2030年，若干高新区率先实现碳达峰。", "若干高新区", "碳达峰", "到2030年", 2030),
        ("到2025年，实现生活垃圾零填埋。", "生活垃圾", "填埋", "零填埋", 2025),
        (
            "高标准建设科技城、博览园、产业园、社区四大应用场景。",
            "",
            "应用场景",
            "四大",
            0,
        ),
    ],
)
def test_a_sentence_gives_its_target(sentence: str, subject: str, indicator: str, printed: str, year: int) -> None:
    (target,) = plan(sentence)
    said = (target.subject, target.indicator, target.quantity.printed, target.year)
    assert said == (subject, indicator, printed, year)


@pytest.mark.parametrize(
    "sentence",
    [
        "截至2020年底，全省光伏装机达到1000万千瓦。",
        "推动年用水量超过5万立方米的企业开展诊断。",
        "对入选企业给予不超过500万元奖励。",
        "在2022年班列突破8820列的基础上，扩大开行。",
        "在300个城市中建设示范点。",
        "每季度召开1次会议。",
        "系统分析四个指标。",
        "统筹推进技术攻坚、成果示范等五大工程。",
        "各重点部门推广近零排放技术。",
        "支撑我省如期实现碳达峰。",
        "落实《2030年前碳达峰行动方案》。",
        "24小时值班，电话不超过3小时回复。",
    ],
)
def test_conditions_results_aid_and_names_are_no_targets(sentence: str) -> None:
    assert plan(sentence) == []


def test_news_of_what_is_there_is_no_target() -> None:
    found = document("某区开展巡查", "我区有2219户居民，有效氯含量为5%，新增床位100张。")
    assert targets(found) == []


def test_a_statute_needs_a_year() -> None:
    rule = "某市节约用水条例\n第一章 总则\n第一条 建成区管网漏损率应当低于10%。\n第二条 到2030年，再生水利用率达到30%。"
    assert [target.year for target in targets(document(*rule.split("\n")))] == [2030]


@pytest.mark.parametrize(
    ("sentence", "direction", "base", "measure"),
    [
        ("到2025年，单位能耗比2020年下降18%。", Direction.FALL, 2020, Measure.STOCK),
        ("到2025年，使用率较“十三五”末提高10个百分点。", Direction.RISE, 2020, Measure.STOCK),
        ("到2025年，森林覆盖率提高到24%。", Direction.LEVEL, 0, Measure.STOCK),
        ("新增企业500家以上。", Direction.LEVEL, 0, Measure.FLOW),
        ("研发投入年均增长7%以上。", Direction.RISE, 0, Measure.FLOW),
    ],
)
def test_a_change_has_a_direction_and_a_base(sentence: str, direction: Direction, base: int, measure: Measure) -> None:
    (target,) = plan(sentence)
    assert (target.direction, target.base_year, target.measure) == (direction, base, measure)


def test_what_is_not_printed_again_is_taken_from_the_figure_before() -> None:
    found = plan("力争到2025年捕集能耗比2020年下降20%，到2030年下降30%。")
    assert [(one.indicator, one.year, one.base_year) for one in found] == [
        ("捕集能耗", 2025, 2020),
        ("捕集能耗", 2030, 2020),
    ]


def test_distributed_figures_take_each_their_own_subject() -> None:
    found = plan("国家高新区、省级高新区单位能耗分别降至0.3吨、0.4吨标准煤/万元以下。")
    assert [(one.subject, one.indicator, one.quantity.low) for one in found] == [
        ("国家高新区", "单位能耗", 0.3),
        ("省级高新区", "单位能耗", 0.4),
    ]


def test_distributed_figures_take_each_their_own_year() -> None:
    found = plan("到2025年、2030年，新车销售占比分别达到20%和40%。")
    assert [(one.year, one.quantity.low) for one in found] == [(2025, 20), (2030, 40)]


def test_a_figure_after_a_semicolon_goes_on_with_what_was_said() -> None:
    found = plan("到2025年，营业收入达到600亿元；2027年达到1000亿元。")
    assert [(one.indicator, one.year) for one in found] == [("营业收入", 2025), ("营业收入", 2027)]


def test_a_figure_in_a_closed_bracket_does_not_cut_the_words_off() -> None:
    (target,) = plan("到2025年，电区房（距离换电站3公里以内的住宅）覆盖率超90%。")
    assert target.indicator.endswith("覆盖率")


def test_a_year_at_the_head_of_a_paragraph_holds_for_its_dashed_paragraphs() -> None:
    found = plan("（一）主要目标。到2025年，体系初步建立。", "——平台。建设创新载体5家以上。", "到2030年，形成体系。")
    assert [one.year for one in found] == [2025]


def test_a_year_inside_a_sentence_does_not_hold_for_the_next() -> None:
    found = plan("有力支撑“十四五”末风电装机达2800万千瓦。实现百千瓦级发电。")
    assert [one.year for one in found] == [2025, 0]


def test_a_year_in_a_heading_holds_below_it() -> None:
    found = targets(document("某市行动计划", "一、到2027年主要目标", "（一）氢能。建成加氢站10座。", "二、任务"))
    assert [one.year for one in found] == [2027]


def test_the_place_is_the_documents_unless_the_words_name_another() -> None:
    found = targets(document("江苏省新能源发展规划", "一、任务", "建成加氢站100座。南京市建成加氢站20座。"))
    assert [one.place for one in found] == ["江苏", "南京"]


def test_numbers_of_things_to_be_built_are_of_their_own_kind() -> None:
    found = plan("建成加氢站100座，新增企业5家。")
    assert [one.kind for one in found] == [FactKind.BUILD, FactKind.TARGET]


@pytest.mark.parametrize("bundled", bundled_documents(), ids=lambda one: one.name)
def test_every_fact_quotes_its_clause_and_its_place_in_the_source(bundled: object) -> None:
    found = parse(read_source(bundled.path))
    facts = facts_of(found)
    assert facts
    for fact in facts:
        clause = found.by_id[fact.clause_id]
        assert fold(fact.quote) in fold(clause.printed)
        assert fold(fact.span.of(found.source.text)) == fold(fact.quote)
        assert clause.span.start <= fact.span.start < fact.span.end <= clause.span.end


@pytest.mark.parametrize("words", ["5万元", "建设5个", "占比达到20%、", "1", "十日内", "到2025年", "由甲部门、"])
def test_time_grows_with_the_length_of_a_sentence_without_end_and_not_faster(words: str) -> None:
    def work(times: int) -> Callable[[], object]:
        found = document("某省发展规划", "一、主要目标", words * times + "。")
        return lambda: facts_of(found)

    assert_linear(work, 500)


def test_a_second_subject_takes_over_what_is_measured_without_the_first() -> None:
    first, second = plan("到2035年，住宅预留充电设施车位比例达到10%，公共建筑达到15%。")
    assert first.indicator == "住宅预留充电设施车位比例"
    assert (second.subject, second.indicator) == ("公共建筑", "预留充电设施车位比例")
