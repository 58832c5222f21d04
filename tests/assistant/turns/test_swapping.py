"""那到“十五五”末呢, 山东那份呢，…: the question before for another year, or another question on another document."""

from __future__ import annotations

import pytest

from assistant.models import Turn
from assistant.turns.followup import make_whole
from assistant.turns.swapping import with_the_other, with_thing_first
from tests.assistant.shelf import AREA, CITY, PROVINCE, library
from tests.assistant.turns.test_followup import turn

PERIOD = turn("浙江“十四五”末建成多少家节水型企业？", PROVINCE, "一 > （二）")
UNNAMED = turn("“十四五”末建成多少家节水型企业？", PROVINCE, "一 > （二）")
FARMING = turn("绍兴怎么推广农业节水？", CITY, "二 > （二）")


@pytest.mark.parametrize(
    "question",
    [
        "2030年的呢？",
        "那到了“十五五”末呢？",
        "2030年的是多少？",
        "到2030年又如何？",
        "这个数2030年是多少？",
        "2030年底呢",
    ],
)
def test_a_year_takes_the_place_of_a_plan_period(question: str) -> None:
    whole = make_whole(question, [PERIOD], library())
    assert whole.text == "浙江2030年建成多少家节水型企业？"


def test_another_year_is_asked_of_the_document_just_cited() -> None:
    whole = make_whole("2030年的呢？", [UNNAMED], library())
    assert whole.text == "2030年建成多少家节水型企业？"
    assert [one.name for one in whole.documents or ()] == [PROVINCE]


LEVELS = turn("台州Ⅳ级响应期间，各县几点报情况？", CITY, "二 > （二）")
SORTS = turn("园区类试点有什么条件？", CITY, "二 > （二）")


@pytest.mark.parametrize(
    ("before", "question", "text"),
    [
        (LEVELS, "Ⅲ级呢？", "台州Ⅲ级响应期间，各县几点报情况？"),
        (LEVELS, "Ⅱ级响应呢", "台州Ⅱ级响应期间，各县几点报情况？"),
        (SORTS, "县域类的呢？", "县域类试点有什么条件？"),
        (SORTS, "矿区城镇类呢", "矿区城镇类试点有什么条件？"),
    ],
)
def test_another_level_or_sort_takes_the_place_of_the_one_asked_about(before, question: str, text: str) -> None:
    assert make_whole(question, [before], library()).text == text


def test_one_place_takes_the_place_of_two_that_were_asked_about_side_by_side() -> None:
    before = turn("武汉与宜昌各自要推广几辆泵车？", CITY, "二 > （二）")
    assert make_whole("襄阳呢？", [before], library()).text == "襄阳要推广几辆泵车？"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("绍兴农业节水归谁管？", "绍兴印染节水归谁管？"),
        ("绍兴农业节水由谁负责？", "绍兴印染节水由谁负责？"),
        ("绍兴农业节水由哪个部门牵头？", "绍兴印染节水由哪个部门牵头？"),
    ],
)
def test_who_is_in_charge_is_asked_of_another_thing(before: str, text: str) -> None:
    whole = make_whole("那印染节水呢？", [turn(before, CITY, "二 > （二）")], library())
    assert whole.text == text


def test_another_place_takes_the_place_of_a_whole_title() -> None:
    before = turn("《浙江省节水技术推广实施方案》哪天印发的？", PROVINCE, "标题")
    assert make_whole("绍兴那个呢？", [before], library()).text == "绍兴哪天印发的？"


def test_it_is_the_place_that_the_talk_has_just_gone_to() -> None:
    gone = turn("嘉兴推广多少泵车？", CITY, "二 > （二）")
    went = Turn(question="嘉兴呢？", answer=gone.answer)
    assert make_whole("它还要建什么生产线？", [FARMING, went], library()).text.startswith("嘉兴还要建什么生产线")


def test_that_year_is_the_year_asked_about_before() -> None:
    before = turn("浙江2030年建成多少家节水型企业？", PROVINCE, "一 > （二）")
    assert make_whole("集中供水那年有什么要求？", [before], library()).text == "集中供水2030年有什么要求？"
    assert "2030" not in make_whole("认定当年给企业奖多少？", [before], library()).text


@pytest.mark.parametrize("question", ["2030年再生水利用率是多少？", "到2030年海水淡化工程建几个？"])
def test_a_year_beside_its_own_subject_swaps_nothing(question: str) -> None:
    assert "节水型企业" not in make_whole(question, [PERIOD], library()).text


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("浙江那份呢，要新增多少万亩？", "浙江推广农业节水，要新增多少万亩？", PROVINCE),
        ("换成浙江呢，由谁来干这事？", "浙江推广农业节水，由谁来干这事？", None),
        ("新区呢，公共建筑更换什么节水器具？", "新区，公共建筑更换什么节水器具？", AREA),
    ],
)
def test_a_new_question_on_another_document_keeps_the_subject_it_leans_on(
    question: str, text: str, name: str | None
) -> None:
    whole = make_whole(question, [FARMING], library())
    assert whole.text == text
    assert [one.name for one in whole.documents or ()] == ([name] if name else [])


def test_after_a_refusal_the_refused_question_is_leaned_on() -> None:
    from assistant.models import Answer, AnswerStatus, Passage

    passage = Passage(source=CITY, path="一", text="再生水利用率达到25%。")
    refusal = Answer(
        status=AnswerStatus.REFUSED, answer="没有。", nearest=(passage,), question="浙江2025年建成多少个雨水公园？"
    )
    refused = FARMING.model_copy(update={"question": refusal.question, "answer": refusal})
    assert make_whole("那绍兴呢？", [FARMING, refused], library()).text == "绍兴2025年建成多少个雨水公园？"


@pytest.mark.parametrize(
    ("question", "year"),
    [
        *(("再往后五年呢？", 2030), ("五年后呢？", 2030), ("那再过十年呢？", 2035), ("再推5年是多少？", 2030)),
        *(("下一个五年呢？", 2030), ("往前五年呢？", 2020), ("五年之前呢", 2020)),
    ],
)
def test_a_year_is_counted_from_the_one_before(question: str, year: int) -> None:
    before = turn("浙江2025年建成多少家节水型企业？", PROVINCE, "一 > （二）")
    assert make_whole(question, [before], library()).text == f"浙江{year}年建成多少家节水型企业？"


def test_without_a_year_before_there_is_nothing_to_count_from() -> None:
    assert "20" not in make_whole("再往后五年呢？", [FARMING], library()).text


@pytest.mark.parametrize("question", ["浙江和绍兴各是多少？", "那浙江、绍兴呢？", "浙江与绍兴分别达到多少"])
def test_the_question_before_is_put_to_several_places(question: str) -> None:
    before = turn("国家2025年建成多少家节水型企业？", PROVINCE, "一 > （二）")
    text = make_whole(question, [before], library()).text
    assert text.endswith("2025年建成多少家节水型企业？") and "浙江" in text and "绍兴" in text


def test_a_place_and_a_year_are_changed_at_once() -> None:
    assert make_whole("绍兴到2030年呢？", [PERIOD], library()).text == "绍兴2030年建成多少家节水型企业？"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("浙江有没有类似的安排？", "浙江有没有推广农业节水的安排？"),
        ("浙江也有这样的做法吗？", "浙江也有推广农业节水的做法吗？"),
        ("浙江有没有这种灌溉中心？", "浙江有没有这种灌溉中心？"),
    ],
)
def test_what_is_likened_is_called_by_its_name_unless_the_turn_does(question: str, text: str) -> None:
    assert make_whole(question, [FARMING], library()).text == text


@pytest.mark.parametrize(
    "question", ["另外哪几份也提到了它？", "还有哪些文件也说到了这个？", "其他方案里还有谁提到它？"]
)
def test_a_thing_is_looked_for_in_all_documents(question: str) -> None:
    before = turn("国家方案怎么设立“节水科技”重点专项？", PROVINCE, "二 > 1")
    assert make_whole(question, [before], library()).text == "哪些文件提到了“节水科技”？"


def test_a_thing_takes_the_place_of_the_one_that_ends_alike() -> None:
    before = turn("浙江国家级灌区2025年用水要降到多少？", PROVINCE, "二 > 1")
    assert make_whole("省级灌区呢？", [before], library()).text == "浙江省级灌区2025年用水要降到多少？"


def test_another_thing_is_asked_all_that_was_asked_of_the_one_before() -> None:
    before = turn("浙江的公共建筑要推广什么节水技术？", PROVINCE, "二 > 1")
    assert make_whole("居民小区的呢？", [before], library()).text.endswith("居民小区什么节水技术？")


def test_documents_that_are_named_side_by_side_are_all_asked() -> None:
    before = turn("国家方案怎么设立“节水科技”重点专项？", PROVINCE, "二 > 1")
    question = "浙江和绍兴的方案，农业节水灌溉面积要达到多少？"
    assert make_whole(question, [before], library()).text.startswith("浙江和绍兴")


@pytest.mark.parametrize(
    ("turn", "question"),
    [
        ("码头的呢，具体有哪些？", "码头的呢？"),
        ("那码头的呢，都有什么？", "码头的呢？"),
        ("维修台账呢，谁来建？", "维修台账由谁建？"),
        ("浙江呢，具体有哪些？", ""),
    ],
)
def test_what_stands_behind_the_thing_is_asked_of_it_where_it_asks_anything(turn: str, question: str) -> None:
    assert with_thing_first(turn, library()) == question


TIERED = turn("浙江A类企业节水奖励多少钱？", PROVINCE, "一 > （二）")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("B类的呢？", "浙江B类企业节水奖励多少钱？"),
        ("那C类企业呢", "浙江C类企业节水奖励多少钱？"),
        ("要是没通过验收呢？", "浙江A类企业节水奖励多少钱，没通过验收的"),
    ],
)
def test_another_tier_or_the_case_that_is_denied_is_asked_about_in_the_same_words(question: str, text: str) -> None:
    assert make_whole(question, [TIERED], library()).text == text


@pytest.mark.parametrize(
    ("question", "before", "said", "text"),
    [
        ("另一个市呢？", "绍兴建几座水厂？", "绍兴市建5座、宁波市建3座。", "宁波建几座水厂？"),
        ("那另外那个呢", "绍兴建几座水厂？", "绍兴市建5座、宁波市建3座。", "宁波建几座水厂？"),
        ("另一个市呢？", "绍兴建几座水厂？", "绍兴市建5座，宁波市建3座，温州市建1座。", ""),
        ("另一个问题呢？", "绍兴建几座水厂？", "绍兴市建5座、宁波市建3座。", ""),
    ],
)
def test_the_other_of_two_places_just_told_takes_the_place_of_the_one_asked_about(
    question: str, before: str, said: str, text: str
) -> None:
    assert with_the_other(question, before, said) == text
