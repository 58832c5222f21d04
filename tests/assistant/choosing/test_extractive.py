"""An answer is made of the clauses' own sentences: few, different, and in the order of their documents."""

from __future__ import annotations

import pytest

from assistant.answerable.lack import Missing
from assistant.choosing import extractive
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.extractive import choose
from assistant.choosing.saying import statements, tidy
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity
from corpus.chunking import chunk
from corpus.text import visible_length
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import CITY, PROVINCE, ask, document_of, evidence, evidence_of, rarity
from tests.corpus.sources import document

ALL = ("一 > （一）", "一 > （二）", "二 > 1", "二 > 2", "二 > 3", "三 > （一）", "三 > （二）")


def texts(question: str, *paths: str) -> list[str]:
    asked = ask(question)
    chosen, _ = choose(asked, evidence(PROVINCE, *paths), rarity(), document_of)
    return [one.text for one in statements(asked, chosen, rarity())]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("节水型企业奖励多少钱？", "对验收合格的节水型企业，给予不超过30万元的一次性奖励。"),
        ("供水管网如何改造？", "对使用年限超过50年的供水管网实施更新改造，建立分区计量管理制度。"),
        ("海岛居民的稳定水源怎么提供？", "在舟山群岛布局海水淡化装置，为海岛居民提供稳定水源。"),
    ],
)
def test_the_answer_is_the_sentence_that_says_it(question: str, sentence: str) -> None:
    assert texts(question, *ALL) == [sentence]


def test_where_a_value_is_asked_for_the_sentences_that_give_it_answer() -> None:
    measures = document(
        *("苍水市节水措施", "", "一、支持方向", "（一）技术攻关。支持淡化海水取用设备技术攻关。"),
        *("（二）设备更新。更新海水取用设备的，渔港企业补助比例提高到20%。", "二、其他", "本措施自印发之日起施行。"),
    )
    found = [evidence_of(measures, path) for path in ("一 > （一）", "一 > （二）")]
    words = Rarity(f"{one.context} {one.text}" for one in chunk(measures))
    chosen, lack = choose(ask("我厂在渔港，想新上淡化海水取用设备，能补多少？"), found, words, lambda _: measures)
    assert (lack, [one.text for one in chosen]) == (None, ["更新海水取用设备的，渔港企业补助比例提高到20%。"])


def test_a_statement_stands_on_its_own_sentence_in_its_own_clause() -> None:
    asked = ask("有哪些工作原则？")
    chosen, _ = choose(asked, evidence(PROVINCE, *ALL), rarity(), document_of)
    made = statements(asked, chosen, rarity())
    assert len(made) > 1
    for one in made:
        (ground,) = one.grounds
        assert ground.quote in one.text
        assert ground.quote in ground.text
        assert ground.clause.path_text == "一 > （一）"


def test_sentences_stand_in_the_order_of_the_clause_not_of_their_scores() -> None:
    said = texts("有哪些工作原则？", *ALL)
    printed = evidence(PROVINCE, "一 > （一）")[0].text
    assert [printed.index(one) for one in said] == sorted(printed.index(one) for one in said)


def test_the_document_of_the_best_sentence_comes_first() -> None:
    asked = ask("建成多少家节水型企业，再生水利用率是多少？")
    found = evidence(PROVINCE, "一 > （二）") + evidence(CITY, "一")
    chosen, _ = choose(asked, found, rarity(), document_of)
    made = statements(asked, chosen, rarity())
    assert made[0].grounds[0].document.name == chosen[0].evidence.document.name == CITY


def test_the_same_words_are_not_said_twice() -> None:
    twice = "对验收合格的节水型企业给予一次性奖励。"
    found = document("某市方案", "", "一、目标", twice, "二、保障", twice)
    asked = ask("节水型企业奖励有哪些？")
    evidence = [evidence_of(found, "一"), evidence_of(found, "二")]
    chosen, _ = choose(asked, evidence, rarity(), lambda _: found)
    assert len(chosen) == 1


def test_an_answer_of_several_sentences_stays_short() -> None:
    body = "".join(
        f"第{at}类节水型企业由{name}部门组织验收并给予相应的资金奖励。"
        for at, name in enumerate("甲乙丙丁戊己庚辛壬癸")
    )
    found = document("某市方案", "", "一、奖励", body)
    asked = ask("节水型企业的奖励是什么？")
    chosen, _ = choose(asked, [evidence_of(found, "一")], rarity(), lambda _: found)
    assert sum(visible_length(one.text) for one in chosen) <= 200


def test_of_running_text_the_stretch_that_answers_is_said_and_its_words_are_cited() -> None:
    found = document(
        "某市节水通知",
        "近日，某市召开会议，部署节水工作。会议指出，节水是大事。"
        "对验收合格的节水型企业，给予不超过30万元的一次性奖励，由市水务局发放。会议还听取了其他汇报。",
    )
    asked = ask("节水型企业奖励多少钱？")
    clauses = [evidence_of(found, "正文前言")]
    chosen, lack = choose(asked, clauses, rarity(), lambda _: found)
    (said,) = statements(asked, chosen, rarity())
    assert lack is None
    assert "给予不超过30万元的一次性奖励" in said.text
    assert "会议还听取" not in said.text
    assert "30万元" in said.grounds[0].quote
    assert len(said.grounds[0].quote) < len(said.text)
    assert said.grounds[0].quote in clauses[0].text


def test_nothing_is_chosen_from_nothing() -> None:
    chosen, lack = choose(ask("如何推广滴灌技术？"), [], rarity(), document_of)
    assert chosen == []
    assert lack is not None
    assert statements(ask("如何推广滴灌技术？"), chosen, rarity()) == []


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("——坚持节水优先。", "坚持节水优先。"),
        ("- 坚持节水优先", "坚持节水优先。"),
        ("●坚持节水优先；", "坚持节水优先；"),
        ("坚持节水\n优先", "坚持节水优先。"),
        ("“节水优先”", "“节水优先”"),
        ("（责任部门：省水利厅）", "（责任部门：省水利厅）"),
        ("300—500家", "300—500家。"),
    ],
)
def test_bullets_and_line_breaks_are_not_said_and_a_stop_is(printed: str, said: str) -> None:
    assert tidy(printed) == said


LONG_GOAL = (
    "到2030年，全省建成节水型企业500家，并且在巩固既有成果的基础上，围绕重点行业、重点园区和重点用水单位，持续推进用水计量、"
    "水效对标、水量平衡测试和节水诊断服务，完善激励和约束并重的体制机制，带动全社会形成节约用水的良好风尚，"
    "为建设幸福河湖、改善水环境质量和促进高质量发展作出更大的贡献，努力走在全国前列。"
)


@pytest.mark.parametrize(
    ("question", "cut"),
    [("2030年建成多少家节水型企业？", True), ("如何形成节约用水的良好风尚？", False)],
    ids=["a figure is asked for", "no figure is asked for"],
)
def test_a_very_long_sentence_ends_behind_the_figure_that_was_asked_for(question: str, cut: bool) -> None:
    found = evidence_of(document("某省方案", "", "一、主要目标", LONG_GOAL), "一")
    asked = ask(question)
    (best,) = candidates([found])
    (said,) = statements(asked, [best], rarity())
    assert (visible_length(said.text) < 50) is cut
    assert "500家" in said.text
    assert said.grounds[0].quote in found.text


@pytest.mark.parametrize(
    ("question", "lead"),
    [("微喷灌属于哪项任务？", "推广滴灌技术"), ("微喷灌怎么推广？", "")],
    ids=["where it stands is asked for", "it is not"],
)
def test_the_heading_leads_where_the_part_of_the_document_is_asked_for(question: str, lead: str) -> None:
    chosen = candidates(evidence(PROVINCE, "二 > 1"))[:1]
    assert [one.lead for one in statements(ask(question), chosen, rarity())] == [lead]


def test_news_of_several_places_answers_with_the_one_that_was_asked_about() -> None:
    news = document("各地节水", "一、兰州再生水利用率要求达到50%。", "二、太原再生水利用率提高到30%。")
    asked = ask("太原再生水利用率要求达到多少？")
    found = [evidence_of(news, one.path_text) for one in news.clauses if one.text]
    chosen, _ = choose(asked, found, rarity(), lambda _: news)
    assert [one.text for one in chosen] == ["二、太原再生水利用率提高到30%。"]


def test_where_only_another_place_is_spoken_of_the_place_is_lacking() -> None:
    news = document("各地节水", "兰州再生水利用率要求达到50%。")
    asked = ask("太原再生水利用率要求达到多少？")
    found = [evidence_of(news, one.path_text) for one in news.clauses if one.text]
    _, lack = choose(asked, found, rarity(), lambda _: news)
    assert lack is not None
    assert (lack.missing, lack.detail) == (Missing.PLACE, "太原")


SUPERFLUOUS = (
    "某市供热方案",
    "",
    "一、余热利用",
    "在沿海地区推广核电余热供热技术，发展水热同产和水热同供。",
    "二、示范工程",
    "在沿海地区建设核电余热供热示范工程，配套管网。",
    "三、能耗监测",
    "督促新建企业建设能耗在线监测系统。",
)


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("沿海核电余热要发展哪些供热技术？", ["一"]),
        ("沿海地区要推广哪些核电余热供热技术，新建企业的能耗怎么监测？", ["一", "三"]),
    ],
    ids=["a second clause repeats", "a second clause takes up more of the question"],
)
def test_another_clause_goes_on_only_where_it_takes_up_more(question: str, paths: list[str]) -> None:
    found = document(*SUPERFLUOUS)
    chosen, _ = choose(ask(question), [evidence_of(found, path) for path in "一二三"], rarity(), lambda _: found)
    assert sorted(one.evidence.clause.path_text for one in chosen) == sorted(paths)


def test_the_heading_comes_first_where_it_names_the_thing_asked_for() -> None:
    found = document("某市方案", "", "一、金融", "1. 创建节水技术融资合作中心。提供综合服务，撬动节水技术转化。")
    asked = ask("节水技术转化要建什么中心提供综合服务？")
    chosen, _ = choose(asked, [evidence_of(found, "一 > 1")], rarity(), lambda _: found)
    made = statements(asked, chosen, rarity())
    assert made[0].text == "创建节水技术融资合作中心。"
    assert made[0].grounds[0].quote in made[0].grounds[0].text
    assert len(statements(ask("融资合作提供什么服务？"), chosen, rarity())) == len(made) - 1


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "因旱情没法按期披露2019年节水年报的企业，最迟推到什么时候披露？",
            "难以按期披露2019年节水年报的，可以申请延期至2020年4月30日前披露。",
        ),
        ("专家组成员的份额至少占多大比例？", "约定共有的，专家组成员的份额不低于百分之七十。"),
        ("节水贷最多贷多少钱？", "节水贷单户最高可贷500万元，当日到账。"),
    ],
)
def test_the_neighbour_that_shows_the_value_goes_before_one_nearer_in_words(question: str, sentence: str) -> None:
    rules_ = document(
        "某市规定",
        "",
        "一、规定",
        "受旱情影响，企业在法定期限内披露2019年节水年报或者2020年第一季度节水季报有困难的，由企业主管部门妥善安排。"
        "难以按期披露2019年节水年报的，可以申请延期至2020年4月30日前披露。"
        "全部或者主要由财政资助的节水成果，专家组成员可以约定份额，按份共有。"
        "约定共有的，专家组成员的份额不低于百分之七十。"
        "节水贷首笔贷款300万元已经发放。节水贷单户最高可贷500万元，当日到账。",
    )
    chosen, missing = choose(ask(question), [evidence_of(rules_, "一")], rarity(), lambda _: rules_)
    assert missing is None
    assert chosen[0].text == sentence


FUND = document(
    "某省支持节水企业办法",
    "一、金融支持",
    "设立节水企业产业基金，首期规模20亿元。将节水企业纳入信用贷款范围，单户最高300万元。",
    "二、人才支持",
    "引进节水工程师。",
)


@pytest.mark.parametrize("question", ["怎么用金融支持节水企业？", "有哪些金融手段支持节水企业？"])
def test_how_something_is_done_is_told_by_the_whole_clause(question: str) -> None:
    asked = ask(question)
    counted = Rarity(one.printed for one in FUND.clauses)
    chosen, lack = choose(asked, [evidence_of(FUND, "一"), evidence_of(FUND, "二")], counted, lambda _: FUND)
    said = " ".join(one.text for one in chosen)
    assert lack is None
    assert all(words in said for words in ("产业基金", "信用贷款"))
    assert "工程师" not in said


def test_what_a_short_rule_goes_on_to_say_is_told_with_what_is_done() -> None:
    rules = document(
        *("# 苍水市水渠条例", "第一条 村民堵塞水渠的，由水务站责令清理。水管员可以代为疏通，费用自理。"),
        *("第二条 水渠由村民维护。", "第三条 水渠清淤每年进行一次。"),
    )
    found = [evidence_of(rules, path) for path in ("第一条", "第二条", "第三条")]
    counted = Rarity(one.printed for one in rules.clauses)
    chosen, _ = choose(ask("村民堵塞水渠怎么处理？"), found, counted, lambda _: rules)
    assert [one.text.startswith(("第一条", "水管员")) for one in chosen] == [True, True]


def test_what_stands_behind_the_name_of_a_stage_is_told_with_it() -> None:
    plan = document(
        "苍水市水渠实施方案", "", "一、实施步骤", "全面推进阶段（2031年7月至2033年6月）。加快渠系建设，开展中期评估。"
    )
    found = [evidence_of(plan, "一")]
    chosen, _ = choose(
        ask("全面推进阶段具体干些啥？"), found, Rarity(one.printed for one in plan.clauses), lambda _: plan
    )
    assert "中期评估" in " ".join(one.text for one in chosen)


def test_words_that_join_others_take_nothing_from_what_is_asked() -> None:
    terse, wordy = (
        SentenceScorer(ask(question), rarity()).score(candidates(evidence(PROVINCE, "二 > 1")))[0].covered
        for question in ("滴灌推广", "滴灌又是会在其中便可视为被推广的")
    )
    assert wordy == pytest.approx(terse, abs=0.2)


def test_what_each_of_several_gets_is_told_though_the_sentences_are_alike() -> None:
    grades = [
        f"{grade}支持{month}月底前完成管网改造并通过水务部门验收的用水企业，对其设备投资给予{share}%的补助；"
        for grade, month, share in (("优先", 2, 50), ("重点", 3, 30), ("适当", 4, 10))
    ]
    found = document("某市措施", "", "一、管网改造", "".join(grades))
    for question, count in (("管网改造分成三档补助设备投资，各档怎么补？", 3), ("管网改造的设备投资怎么补？", 1)):
        chosen, _ = choose(ask(question), [evidence_of(found, "一")], rarity(), lambda _: found)
        assert len(chosen) == count


def test_two_things_joined_in_keywords_are_both_told() -> None:
    clauses = (
        "一、机构管理",
        "建立检测机构名录，每年考核一次。考核低于50分的，移出名录；连续优秀的机构，考核后奖励5万元。",
    )
    one = evidence_of(document("某市节水办法", "", *clauses), "一")
    for question, sentences in (("检测机构 考核与退出", 2), ("检测机构 建立名录", 1)):
        asked = ask(question)
        chosen, _ = choose(asked, [one], rarity(), document_of)
        assert (len(chosen) >= sentences) if sentences > 1 else len(chosen) == 1, question


def test_the_figure_left_out_of_two_is_told_in_whatever_unit() -> None:
    lines = ("一、目标", "滴灌装置规模达到900PF；建成节水示范区20个，培育节水企业60家；用水户参加率达到90%。")
    one = evidence_of(document("某市节水方案", "", *lines), "一")
    chosen, _ = choose(ask("滴灌装置规模与节水示范区数量目标"), [one], Rarity([one.text]), document_of)
    said = " ".join(one.text for one in chosen)
    assert "900PF" in said
    assert "20个" in said


def test_a_sum_is_not_told_beside_a_sentence_of_another_clause_without_one() -> None:
    lines = (
        "一、目标",
        "节水设备认证达到15个以上，占比达到60%。",
        "二、奖励",
        "对通过节水设备认证的企业，每家奖励8万元；对获节水产品认证的，每家奖励3万元。",
    )
    plan = document("某市节水方案", "", *lines)
    found = [evidence_of(plan, path) for path in ("一", "二")]
    counted = Rarity([one.text for one in found])
    chosen, _ = choose(ask("节水设备认证 节水产品认证 奖励标准"), found, counted, lambda _: plan)
    assert {one.evidence.clause.path for one in chosen} == {("二",)}


def test_a_printed_question_names_nothing_of_its_answer() -> None:
    lines = (
        "问：近期有人私接管网、破坏水表、拒绝查表，要承担什么责任？",
        "答：偷水的，处一千元罚款。",
        "问：收费吗？",
        "答：不收费。",
    )
    one = evidence_of(document("某市节水问答", "", *lines), "问1")
    asked = ask("有人偷水的话承担什么责任")
    chosen, _ = choose(asked, [one], rarity(), document_of)
    assert [said.text for said in statements(asked, chosen, rarity())] == ["偷水的，处一千元罚款。"]


def test_a_stretch_of_another_year_gives_way_to_the_sentence_of_the_year_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goals = "为推进节水，制定本方案。到2025年，灌溉用水量下降8%。到2030年，灌溉用水量持续下降，再生水全面利用。"
    found = document("某市方案", "", goals)

    def of_2030(_: object, scored: list[Candidate], *__: object) -> Candidate:
        return next(one for one in scored if "2030" in one.text)

    monkeypatch.setattr(extractive, "_stretch", of_2030)
    evidence = [evidence_of(found, "正文前言")]
    chosen, lack = choose(ask("2025年灌溉用水量下降的情况"), evidence, rarity(), lambda _: found)
    assert lack is None
    assert [one.text for one in chosen] == ["到2025年，灌溉用水量下降8%。"]


def test_who_is_in_charge_does_not_stand_beside_what_was_asked() -> None:
    told = document(
        "某市措施", "", "一、减免污水处理费", "水务集团对小微企业减半收取污水处理费。（市水务局、市财政局、水务集团）"
    )
    asked = ask("水务集团减免污水处理费")
    chosen, _ = choose(asked, [evidence_of(told, "一")], rarity(), lambda _: told)
    assert [one.text for one in chosen] == ["水务集团对小微企业减半收取污水处理费。"]


def test_a_name_that_is_asked_for_needs_no_second_sentence() -> None:
    lines = (
        "支持水厂组织实施节水“百千万”示范工程，指导水厂编制节水示范行动方案。",
        "支持水厂在节水示范工程中率先开展集成应用。",
    )
    found = document("某市方案", "", "一、水厂示范", "".join(lines))
    for question, count in (("支持水厂组织实施的节水示范工程叫什么？", 1), ("水厂节水示范工程怎么支持？", 2)):
        chosen, _ = choose(ask(question), [evidence_of(found, "一")], rarity(), lambda _: found)
        assert len(chosen) == count


TIERS = """石桥市人才服务措施

为服务人才，制定本措施。

一、子女入学
甲类、乙类人才子女在全市自主选择公办学校；丙类人才子女由市教育局统筹安排。

二、人才卡
1. 甲类、乙类、丙类人才发放金卡，持卡享受停车、观影优惠。
2. 丁类人才发放蓝卡。
"""


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("石桥市丙类人才的孩子上学怎么安排", "丙类人才子女由市教育局统筹安排。"),
        ("丁类人才发什么卡", "丁类人才发放蓝卡。"),
        ("石桥市戊类人才发什么卡", None),
    ],
)
def test_a_tier_is_told_by_the_sentence_that_names_it(
    assistant_over: MakeAssistant, question: str, sentence: str | None
) -> None:
    answer = assistant_over({"措施.txt": TIERS}).ask(question)
    assert [one.text.removeprefix("2. ") for one in answer.sentences] == ([sentence] if sentence else [])
