"""A question is answered only if what it asks for stands in the chosen sentences; else it is said what is missing."""

from __future__ import annotations

import pytest

from assistant.answerable.lack import Lack, Missing
from assistant.choosing.extractive import choose
from corpus.models import Document
from index.models import Evidence
from tests.assistant.shelf import PROVINCE, STATE, ask, document_of, evidence, evidence_of, rarity
from tests.corpus.sources import document

GOALS = "一 > （二）"
WATER = "二 > 2"
TALENT = "三 > （二）"
MONEY = "三 > （一）"


def lack(question: str, found: list[Evidence]) -> Lack | None:
    """What the sentences chosen from some clauses lack of the question."""
    _, missing = choose(ask(question), found, rarity(), document_of)
    return missing


def lack_in(plan: Document, question: str) -> Lack | None:
    """The same of the first clause of a document made for one test."""
    _, missing = choose(ask(question), [evidence_of(plan, "一")], rarity(), lambda _: plan)
    return missing


def test_a_share_of_something_else_is_no_grant() -> None:
    plan = document("某市方案", "", "一、节水龙头", "公共建筑换装节水龙头的比例达到100%。")
    assert lack_in(plan, "换装节水龙头能领到多少补贴？") == Lack(Missing.MONEY)
    paid = document("某市方案", "", "一、节水龙头", "公共建筑换装节水龙头的，按购置费的30%给予补贴。")
    assert lack_in(paid, "换装节水龙头能领到多少补贴？") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("眼下再生水利用率实际是多少？", Lack(Missing.FIELD, "现状")),
        ("再生水利用率要到多少？", None),
        ("目前建成了多少处取水口？", None),
    ],
    ids=["a goal is no state", "a goal asked for", "a state printed"],
)
def test_how_things_stand_is_not_told_by_what_they_are_to_become(question: str, expected: Lack | None) -> None:
    plan = document(
        "某市节水方案",
        "某市人民政府\n2024年2月19日",
        "一、再生水",
        "到2035年，再生水利用率达到60%。全市现有取水口35处。",
    )
    assert lack_in(plan, question) == expected


@pytest.mark.parametrize(
    ("question", "path", "expected"),
    [
        ("人工智能芯片出口管制有哪些？", GOALS, Lack(Missing.TOPIC)),
        ("杭州要建成多少家节水型企业？", GOALS, Lack(Missing.PLACE, "杭州")),
        ("杭州怎么改造供水管网？", WATER, Lack(Missing.PLACE, "杭州")),
        ("2040年建成多少家节水型企业？", GOALS, Lack(Missing.YEAR, "2040")),
        ("“十六五”末建成多少家节水型企业？", GOALS, Lack(Missing.YEAR, "2035")),
        ("配备多少名高层次人才？", TALENT, Lack(Missing.FIGURE)),
        ("供水管网漏损率是多少？", WATER, Lack(Missing.SHARE)),
        ("供水管网改造奖励多少钱？", WATER, Lack(Missing.MONEY)),
        ("高层次人才什么时候引进？", TALENT, Lack(Missing.DATE)),
        ("专家组负责人是谁？", TALENT, Lack(Missing.PERSON)),
    ],
)
def test_a_question_beyond_the_document_is_refused_with_what_is_missing(
    question: str, path: str, expected: Lack
) -> None:
    assert lack(question, evidence(PROVINCE, path)) == expected


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("节水型企业有多少家？", GOALS),
        ("2025年建成多少家节水型企业？", GOALS),
        ("“十五五”末建成多少家节水型企业？", GOALS),
        ("2025年和2040年各建成多少家节水型企业？", GOALS),
        ("用水量下降百分之几？", GOALS),
        ("节水型企业奖励多少钱？", MONEY),
        ("节水型企业500家什么时候建成？", GOALS),
        ("舟山怎么发展海水淡化？", "二 > 3"),
        ("如何改造供水管网？", WATER),
    ],
)
def test_a_question_is_answered_where_its_figure_year_and_place_are_there(question: str, path: str) -> None:
    assert lack(question, evidence(PROVINCE, path)) is None


def test_a_year_of_the_title_covers_its_sentences() -> None:
    assert lack("2030年建成几个海水淡化示范工程？", evidence(STATE, "一")) is None


def test_where_nothing_is_found_there_is_no_topic() -> None:
    assert lack("如何推广滴灌技术？", []) == Lack(Missing.TOPIC)


@pytest.mark.parametrize("body", ["到2025年，全面完成节水型企业建设。", "（3）在2025年建成节水型企业。"])
def test_a_year_or_an_item_number_is_not_the_figure_that_was_asked_for(body: str) -> None:
    goals = document("某市方案", "", "一、目标", body)
    assert lack("2025年建成多少家节水型企业？", [evidence_of(goals, "一")]) == Lack(Missing.FIGURE)


def test_the_year_that_was_named_is_not_the_date_that_was_asked_for() -> None:
    goals = document("某市方案", "", "一、目标", "2025年继续推进节水型企业建设。")
    assert lack("2025年的节水型企业建设哪天完成？", [evidence_of(goals, "一")]) == Lack(Missing.DATE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("在全国范围内将节水设备税率降为百分之五。", None),
        ("各省、自治区、直辖市将节水设备税率降为百分之五。", None),
        ("全省将节水设备税率降为百分之五。", Lack(Missing.PLACE, "杭州")),
        ("面向全国招商，节水设备税率降为百分之五。", Lack(Missing.PLACE, "杭州")),
    ],
)
def test_what_a_clause_says_of_every_place_answers_for_each(words: str, expected: Lack | None) -> None:
    found = document("节水设备税率通知", "一、税率", words, "二、其他", "请遵照执行。")
    asked = [evidence_of(found, "一")]
    _, missing = choose(ask("杭州的节水设备税率怎么规定？"), asked, rarity(), lambda _: found)
    assert missing == expected


def test_the_year_that_is_only_measured_against_is_not_the_one_asked_for() -> None:
    goals = document(
        "某市方案",
        "",
        "一、目标",
        "到2025年，单位产值用水量比2020年下降16%，水质明显改善。到2030年，单位产值用水量持续下降。",
    )
    assert lack_in(goals, "2030年单位产值用水量要比2020年下降百分之几？") == Lack(Missing.SHARE)
    assert lack_in(goals, "2025年单位产值用水量要比2020年下降百分之几？") is None


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("节水贷 单户贷款额度上限", "扩大“节水贷”贷款规模。", Lack(Missing.MONEY)),
        ("海水淡化基地 建成年份", "推动海水淡化基地建设。", Lack(Missing.DATE)),
        ("节水专家组由哪位领导担任组长？", "组建节水专家组，指导节水工作。", Lack(Missing.PERSON)),
        ("节水服务中心拟建几家", "推进建设一批节水服务中心。", Lack(Missing.FIGURE)),
        ("漏水举报电话", "畅通漏水举报渠道。联系电话：节水办，66604098。", Lack(Missing.FIELD, "电话")),
        ("漏水举报电话", "漏水举报电话：66604098。", None),
        ("节水服务中心拟建几家", "建设节水服务中心3家。", None),
        ("海水淡化基地 建成年份", "海水淡化基地2028年建成。", None),
    ],
)
def test_what_is_asked_for_by_its_noun_must_stand_there_too(question: str, words: str, expected: Lack | None) -> None:
    plan = document("某市方案", "", "一、任务", words)
    assert lack_in(plan, question) == expected


def test_the_words_of_a_penalty_alone_do_not_make_it_the_one_asked_about() -> None:
    rules_ = document("某市规定", "", "一、罚则", "擅自取水的，由水务部门责令改正，处一万元以下罚款。")
    assert lack_in(rules_, "遛狗不牵绳要罚多少钱？") == Lack(Missing.TOPIC)
    assert lack_in(rules_, "擅自取水要罚多少钱？") is None


def test_the_noun_of_a_value_is_no_part_of_what_it_is_a_value_of() -> None:
    rules_ = document(
        "某市规定", "", "一、取水", "每户限打井一口，并办理取水登记。超过限打数量的水井，由水务部门封填。"
    )
    assert lack_in(rules_, "每户限打井数量") is None


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("节水论坛将在哪座城市召开？", "推动设立节水论坛，交流节水技术。", Lack(Missing.FIELD, "所在城市")),
        ("节水论坛将在哪座城市召开？", "在丽水举办节水论坛，交流节水技术。", None),
        ("丽水的节水论坛在哪座城市召开？", "丽水市推动设立节水论坛。", Lack(Missing.FIELD, "所在城市")),
        ("节水示范放在哪个省？", "组织实施节水示范工程。", Lack(Missing.FIELD, "所在省份")),
        ("节水示范放在哪个省？", "在青海开展节水示范。", None),
        ("节水示范放在哪个县？", "支持缙云县开展节水示范。", None),
        ("节水合作点了哪些国家？", "加强与以色列、芬兰的节水合作。", None),
        ("节水合作点了哪些国家？", "加强与国外高校的节水合作。", Lack(Missing.FIELD, "具体国家")),
        ("节水示范放在哪个县？", "支持各市县开展节水示范。", Lack(Missing.FIELD, "所在城市")),
        (
            "海水淡化装置落在哪一家企业的厂区？",
            "建设海水淡化装置，面向企业，集中建设虚拟电厂。",
            Lack(Missing.FIELD, "具体企业"),
        ),
        ("海水淡化装置落在哪一家企业的厂区？", "依托甬水集团建设海水淡化装置。", None),
        ("那个节水贷款产品叫什么名字？", "扩大“节水贷”贷款规模。", None),
        ("专家组的组长叫什么名字？", "组建节水专家组，设组长一名。", Lack(Missing.PERSON)),
        ("节水专家从什么时候开始领取津贴？", "节水专家从到任的第二个月起领取津贴。", None),
        ("水温超过多少度要停水？", "水温超过35.5℃的，停止供水。", None),
        ("水温超过多少度要停水？", "水温超过标准的，3日内停止供水。", Lack(Missing.FIGURE)),
        ("储能装机达到多少万千瓦？", "风电装机达到30万千瓦。", Lack(Missing.TOPIC)),
    ],
)
def test_a_place_a_firm_and_a_name_must_stand_there(question: str, words: str, expected: Lack | None) -> None:
    plan = document("某市方案", "", "一、任务", words)
    assert lack_in(plan, question) == expected


def test_a_clause_under_the_words_of_the_question_goes_before_one_that_is_not_about_it() -> None:
    plan = document(
        "某市方案",
        "",
        "一、管网改造",
        "（一）揭榜制",
        "健全协同机制，采取竞争立项。",
        "（二）其他",
        "改善供水条件，推动管网改造。",
    )
    found = [evidence_of(plan, "一 > （二）"), evidence_of(plan, "一 > （一）", score=0.0)]
    chosen, missing = choose(ask("揭榜制 评审"), found, rarity(), lambda _: plan)
    assert missing is None
    assert chosen[0].text == "健全协同机制，采取竞争立项。"


def test_the_year_of_a_notice_is_that_of_its_months() -> None:
    notice = document(
        "绍兴市水利局关于水费的通知",
        "",
        "绍水发〔2023〕7号",
        "",
        "一、缴费",
        "将2月份水费缴纳期限延长至2月24日。",
    )
    assert lack_in(notice, "2023年2月份水费缴纳期限延长到几号？") is None
    assert lack_in(notice, "2022年2月份水费缴纳期限延长到几号？") == Lack(Missing.YEAR, "2022")


def test_words_of_the_title_do_not_make_one_sentence_nearer_than_another() -> None:
    notice = document(
        "关于做好节后错峰供水安全保障工作的通知",
        "",
        "一、节后错峰供水",
        "做好节后错峰供水安全保障工作的部署和宣传，落实节后错峰供水责任。",
        "二、检测",
        "原水水温超过35.5℃的，立即停止供水并报告。",
    )
    found = [evidence_of(notice, path) for path in ("一", "二")]
    chosen, missing = choose(ask("节后错峰供水的那会儿，水温超过多少度就停？"), found, rarity(), lambda _: notice)
    assert missing is None
    assert "35.5℃" in chosen[0].text


def test_a_figure_of_another_document_than_the_one_it_is_asked_of_is_none() -> None:
    pools = document("泳池管理条例", "", "一、泳池", "泳池应当每日换水。")
    wells = document("水井管理办法", "", "一、水井", "水井井口宽度不超过2米，长度不限。")
    found = [evidence_of(pools, "一"), evidence_of(wells, "一")]
    shelf_ = {one.id: one for one in (pools, wells)}
    _, missing = choose(ask("泳池宽度多少米？"), found, rarity(), shelf_.__getitem__)
    assert missing == Lack(Missing.TOPIC)
    _, missing = choose(ask("水井井口宽度多少米？"), found, rarity(), shelf_.__getitem__)
    assert missing is None


def test_a_word_that_joins_others_is_no_name_of_another_document() -> None:
    permits = document("许可办法", "", "一、期限", "即将届满的取水许可，延长有效期至6月30日。")
    wells = document("关于水井延期的通知", "", "一、水井", "水井不得擅自开凿。")
    found = [evidence_of(permits, "一"), evidence_of(wells, "一")]
    shelf_ = {one.id: one for one in (permits, wells)}
    _, missing = choose(ask("取水的证明快到期的能往后拖到什么时候？"), found, rarity(), shelf_.__getitem__)
    assert missing is None


def test_the_year_that_a_sentence_measures_against_does_not_govern_the_next() -> None:
    goals = document(
        "某市方案", "", "一、目标", "到2025年，用水量比2020年下降14%。培育节水企业2000家。到2030年，水质明显改善。"
    )
    assert lack_in(goals, "2025年培育多少家节水企业？") is None
    assert lack_in(goals, "2025年节水企业数量") is None
    assert lack_in(goals, "2030年培育多少家节水企业？") == Lack(Missing.YEAR, "2030")
    assert lack_in(goals, "2030年节水企业保有量") == Lack(Missing.YEAR, "2030")


def test_the_sentence_of_the_year_is_taken_where_nearer_ones_speak_of_none() -> None:
    goals = document(
        "某意见",
        "",
        "一、节水产业",
        "（一）主体",
        "培育节水产业新主体，提高节水产业水平。",
        "（二）目标",
        "到2027年，节水产业实现规模化发展。",
    )
    found = [evidence_of(goals, f"一 > （{number}）") for number in "一二"]
    chosen, missing = choose(ask("节水产业到2027年要达到什么水平？"), found, rarity(), lambda _: goals)
    assert missing is None
    assert "2027年" in chosen[0].text


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("节水基金委托给哪家机构管理？", "设立节水基金，首期规模20亿元。", Lack(Missing.FIELD, "具体机构")),
        ("节水基金委托给哪家机构管理？", "节水基金由甬水集团管理。", None),
        ("节水基金委托给哪家机构管理？", "节水基金由市财政局管理。", None),
        ("节水科研失败了会被追责吗？", "节水科研失败、已勤勉尽责的，予以免责。", None),
        ("节水科研失败了会被追责吗？", "支持节水科研。", Lack(Missing.TOPIC)),
        ("水井最长多少？", "超过水井限长的，处五十元以上罚款。", Lack(Missing.FIGURE)),
        ("水井最长多少？", "水井最长五十米。", None),
        ("从业人员超过多少人要设节水机构？", "从业人员超过一百人的，应当设置节水机构或者配备节水人员。", None),
        ("多少人以下的企业能领节水补贴？", "三十人（含）以下企业，依法办理取水许可的，可以领取节水补贴。", None),
        ("从业人员超过多少人要设节水机构？", "单位应当设置节水机构，配备三台水泵。", Lack(Missing.FIGURE)),
        ("买节水设备，增值税免到什么时候？", "到2035年，买节水设备的比例达到100%。", Lack(Missing.TOPIC)),
        ("买节水设备，增值税免到什么时候？", "买节水设备的，到2035年底免征增值税。", None),
        (
            "举报违规取水并查实的，奖金区间是多少？",
            "任何人有权举报违规取水行为。经查证属实的，给予举报人50元以上500元以下奖励。",
            None,
        ),
        (
            "举报违规取水并查实的，奖金区间是多少？",
            "任何人有权举报违规取水行为。水厂改造补助500元。",
            Lack(Missing.MONEY),
        ),
    ],
)
def test_what_names_or_measures_another_thing_is_no_answer(question: str, words: str, expected: Lack | None) -> None:
    plan = document("某市方案", "", "一、任务", words)
    assert lack_in(plan, question) == expected


FORCE = (
    "第一条 为奖励节水企业，制定本办法。",
    "第二条 对首次认定的省级节水企业，一次性奖励20万元。",
    "第三条 省水利厅会同省财政厅下达资金。",
)


@pytest.mark.parametrize(("year", "expected"), [(2026, None), (2029, Lack(Missing.YEAR, "2029"))])
def test_a_rule_holds_in_the_years_up_to_the_end_that_it_prints(year: int, expected: Lack | None) -> None:
    plan = document(
        *("浙江省节水企业奖励办法", "浙水〔2024〕8号", "2024年4月2日"),
        *(*FORCE, "第四条 本办法自2024年6月1日起施行，有效期至2027年12月31日。"),
    )
    asked = ask(f"{year}年首次认定的省级节水企业奖励多少万元？")
    _, missing = choose(asked, [evidence_of(plan, "第二条")], rarity(), lambda _: plan)
    assert missing == expected


def test_a_rule_in_force_says_nothing_of_a_year_where_its_heading_names_another() -> None:
    plan = document(
        *("浙江省节水企业奖励办法", "浙水〔2024〕8号", "2024年4月2日", "第一章 总则", FORCE[0]),
        *("第二章 2025年奖励安排", "第二条 安排节水奖励资金20万元。", FORCE[2]),
        *("第三章 附则", "第四条 本办法自2024年6月1日起施行，有效期至2028年5月31日。"),
    )
    asked = ask("2027年安排节水奖励资金多少万元？")
    _, missing = choose(asked, [evidence_of(plan, "第二条")], rarity(), lambda _: plan)
    assert missing == Lack(Missing.YEAR, "2027")


@pytest.mark.parametrize(
    ("question", "expected"),
    [("怎么把大专家留在本地？", Lack(Missing.TOPIC)), ("制定方案的背景和依据是什么？", None)],
)
def test_what_a_plan_was_made_by_answers_nothing_else(question: str, expected: Lack | None) -> None:
    plan = document(
        "某市方案", "", "为落实国家关于节水的部署，根据《节水条例》，结合本地实际，制定本方案。", "一、任务", "节水。"
    )
    _, missing = choose(ask(question), [evidence_of(plan, "正文前言")], rarity(), lambda _: plan)
    assert missing == expected


def test_how_long_a_card_is_good_for_is_not_told_by_how_soon_it_is_made() -> None:
    rules_ = document("某市规定", "", "一、登记", "水务部门应当在五个工作日内制作并发放取水卡。")
    assert lack_in(rules_, "取水卡能用几年？") is not None


def test_what_is_paid_by_another_measure_is_not_what_was_asked() -> None:
    plan = document("某市方案", "", "一、节水电站", "对节水电站，按照库容给予一次性奖励50元/立方米。")
    assert lack_in(plan, "节水电站按放水量每立方米补多少钱？") == Lack(Missing.TOPIC)
    assert lack_in(plan, "节水电站按库容每立方米补多少钱？") is None
