"""What a question asks for is read from its words: kind, header field, years, figures, places, topic."""

from __future__ import annotations

import pytest

from assistant.understanding.fields import About, fields_asked
from assistant.understanding.query import Kind, understand, years_in
from assistant.understanding.wanted import Wanted
from tests.assistant.shelf import AREA, CITY, PROVINCE, ask, library, summary_named


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("浙江省2025年要建成多少家节水型企业？", Kind.FACT),
        ("节水型企业的奖励", Kind.FACT),
        ("浙江方案有哪些工作原则？", Kind.LIST),
        ("海水淡化包括哪几项任务？", Kind.LIST),
        ("如何推广滴灌技术？", Kind.MEASURE),
        ("绍兴咋改造灌区？", Kind.MEASURE),
        ("绍兴打算把节水企业聚到哪类园区？", Kind.FACT),
        ("绍兴打算用哪种办法改造灌区？", Kind.MEASURE),
        ("海水淡化由哪些部门负责？", Kind.RESPONSIBLE),
        ("海水淡化由哪些厅局负责推进？", Kind.RESPONSIBLE),
        ("供水管网归谁管？", Kind.RESPONSIBLE),
        ("海水淡化由哪个部门挑头？", Kind.RESPONSIBLE),
        ("海水淡化谁来主抓？", Kind.RESPONSIBLE),
        ("滴灌的责任单位是？", Kind.RESPONSIBLE),
        ("节水任务由谁来落实？", Kind.RESPONSIBLE),
        ("节水研究院由谁来合办？", Kind.FACT),
        ("浙江鼓励谁牵头建节水联盟？", Kind.FACT),
        ("怎样的用水会被认定为浪费？", Kind.LIST),
        ("浙江方案的文号是多少？", Kind.ABOUT),
        ("浙江和绍兴的节水型企业目标比较一下", Kind.COMPARE),
        ("浙江、绍兴要建成多少家节水型企业？", Kind.COMPARE),
        ("四份文件的节水目标有何不同？", Kind.COMPARE),
        ("哪几份文件提到海水淡化？", Kind.MENTION),
        ("再生水写在哪份文件里？", Kind.MENTION),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question: str, kind: Kind) -> None:
    assert ask(question).kind is kind


def test_the_years_of_a_title_are_not_those_asked_about() -> None:
    assert ask("《科技支撑节水实施方案（2023—2030年）》到2025年建成多少家节水型企业？").years == (2025,)


def test_what_is_laid_down_is_not_what_is_asked_about() -> None:
    assert ask("浙江方案一共安排了多少项任务？").topic == "项任务"
    assert "安排" in ask("浙江方案安排资金多少万元？").topic


@pytest.mark.parametrize(
    "question",
    [
        "浙江、绍兴两份方案落款谁先谁后？",
        "浙江、绍兴两份方案印发时间谁更早？",
        "浙江、绍兴两份文件哪个出得最早，各是哪天的？",
    ],
)
def test_which_was_first_is_asked_of_their_dates(question: str) -> None:
    assert ask(question).about is About.DATE


def test_whether_there_is_a_thing_asks_for_no_attachment() -> None:
    assert ask("浙江的水权怎么买卖？经纪人、拍卖这些有没有？").about is None


def test_where_money_is_to_be_found_is_put_as_documents_put_it() -> None:
    assert "基金" in ask("绍兴搞节水科研，钱打算从哪几头凑？").expansions.split()
    assert "基金" not in ask("节水奖励的钱从哪个窗口领？").expansions.split()


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("浙江方案的发文字号是什么？", About.NUMBER),
        ("浙江方案是几号文？", About.NUMBER),
        ("浙江方案什么时候印发的？", About.DATE),
        ("浙江方案的成文日期是哪天？", About.DATE),
        ("浙江方案是谁印发的？", About.ISSUER),
        ("浙江方案的发文机关有哪些？", About.ISSUER),
        ("浙江方案主送哪些单位？", About.ADDRESSEES),
        ("浙江方案能不能公开？", About.DISCLOSURE),
        ("浙江方案的联系电话是多少？", About.CONTACT),
        ("浙江方案的制定依据是什么？", About.BASIS),
        ("绍兴那份文件的全称是什么？", About.TITLE),
        ("绍兴搞节水的那份文件，全名叫啥？", About.TITLE),
        ("浙江方案是照着省里哪几份文件来定的？", About.BASIS),
        ("浙江方案 制定依据", About.BASIS),
        ("浙江方案发给了谁？", About.ADDRESSEES),
        ("浙江方案写给哪些单位？", About.ADDRESSEES),
        ("浙江方案的编号是多少？", About.NUMBER),
        ("浙江方案抬头是哪个机关？", About.ISSUER),
        ("浙江方案落款是谁？", About.ISSUER),
        ("浙江方案落款的是哪家机构？", About.ISSUER),
        ("浙江方案有无附件？", About.ATTACHMENTS),
        ("对浙江方案有疑问，该打给哪个部门，电话多少？", About.CONTACT),
        ("浙江方案咨询科室", About.CONTACT),
    ],
)
def test_a_header_field_is_asked_for_by_its_names(question: str, field: About) -> None:
    asked = ask(question)
    assert (asked.kind, asked.about) == (Kind.ABOUT, field)


def test_two_header_fields_in_one_question_are_both_asked_for() -> None:
    for question in ("绍兴行动计划 印发单位 印发时间", "绍兴那份文件的发文机关和成文日期是什么？"):
        asked = ask(question)
        assert (asked.about, asked.also) == (About.ISSUER, (About.DATE,))


@pytest.mark.parametrize(
    "question", ["奖励多少钱？", "如何推广滴灌技术？", "海水淡化由谁负责？", "节水专项项目的全称叫什么？"]
)
def test_a_question_on_the_content_asks_for_no_header_field(question: str) -> None:
    assert ask(question).about is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("要建成多少家节水型企业？", Wanted.FIGURE),
        ("要建成几个示范工程？", Wanted.FIGURE),
        ("企业能拿多少万元奖励？", Wanted.MONEY),
        ("奖励多少钱？", Wanted.MONEY),
        ("再生水利用率是多少？", Wanted.SHARE),
        ("用水量要下降百分之几？", Wanted.SHARE),
        ("供水管网什么时候改造？", Wanted.DATE),
        ("哪一年建成？", Wanted.DATE),
        ("办理的期限延长至何时？", Wanted.DATE),
        ("在规定的期限内补缴的费用如何看待？", Wanted.NOTHING),
        ("自来水的价格是多少？", Wanted.MONEY),
        ("价格违法的行为如何监管？", Wanted.NOTHING),
        ("办事大厅的网址是多少？", Wanted.SITE),
        ("省水利厅厅长是谁？", Wanted.PERSON),
        ("如何推广滴灌技术？", Wanted.NOTHING),
        ("有哪些工作原则？", Wanted.NOTHING),
        ("海水淡化由哪些部门负责？", Wanted.NOTHING),
        ("浙江方案什么时候印发的？", Wanted.NOTHING),
    ],
)
def test_what_an_answer_must_show_is_read_from_the_question(question: str, wanted: Wanted) -> None:
    assert ask(question).wanted is wanted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年的目标", (2025,)),
        ("2025年和2030年的目标", (2025, 2030)),
        ("到2030的目标", (2030,)),
        ("“十四五”末的目标", (2025,)),
        ("十五五期末的目标", (2030,)),
        ("浙水科〔2023〕11号的目标", ()),
        ("浙水科[2023]11号的目标", ()),
        ("面积20250亩", ()),
        ("培育企业2000家、奖励2000元、产值2000亿元", ()),
        ("2030人工智能目标", (2030,)),
        ("2025项目数量", (2025,)),
        ("十四五规划", ()),
    ],
)
def test_years_are_those_named_and_the_ends_of_plan_periods(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("杭州有多少家节水型企业？", ("杭州",)),
        ("江西南昌的节水目标是什么？", ("江西", "南昌")),
        ("杭州和浙江的节水目标是什么？", ("杭州",)),
        ("浙江的节水目标是什么？", ()),
        ("如何推广滴灌技术？", ()),
        ("水厂 依法拆迁 安排用地", ()),
        ("水厂 迁安 用地", ("迁安",)),
        ("山西、内蒙古这种缺水的地方怎么节水？", ()),
    ],
)
def test_places_that_name_no_document_are_foreign(question: str, foreign: tuple[str, ...]) -> None:
    assert ask(question).foreign_places == foreign


@pytest.mark.parametrize("question", ["“节水科技”专项支持谁？", '"节水科技"专项支持谁？', "「节水科技」专项支持谁？"])
def test_quoted_words_are_kept_word_for_word(question: str) -> None:
    assert ask(question).quoted == ("节水科技",)


@pytest.mark.parametrize(
    ("question", "exact", "places"),
    [
        ("浙江的目标", False, ("浙江",)),
        ("浙水科11号的目标", True, ()),
        ("新区的目标", True, ()),
        ("滴灌的目标", True, ()),
    ],
)
def test_only_a_place_leaves_open_which_documents_are_meant(
    question: str, exact: bool, places: tuple[str, ...]
) -> None:
    asked = ask(question)
    assert (asked.exact, asked.places) == (exact, places)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("请问浙江省如何推广滴灌技术？", "推广滴灌技术"),
        ("新区的中水回用率是多少？", "中水回用率"),
        ("再生水利用率，绍兴是多少", "再生水利用率"),
        ("浙江省级节水企业奖励多少", "省级节水企业奖励"),
    ],
)
def test_the_topic_is_what_is_left_without_documents_and_question_words(question: str, topic: str) -> None:
    assert ask(question).topic == topic


def test_full_width_digits_and_letters_are_read_as_typed_in_half_width() -> None:
    asked = ask("２０２５年浙江的ＧＤＰ 用水量？")
    assert asked.text == "2025年浙江的GDP用水量？"
    assert asked.years == (2025,)


def test_documents_known_beforehand_take_the_place_of_those_named() -> None:
    asked = understand("浙江的目标是什么？", library(), [summary_named(CITY)])
    assert [document.name for document in asked.documents] == [CITY]
    assert asked.exact
    assert asked.places == ()


def test_two_documents_known_beforehand_are_compared() -> None:
    asked = understand("目标是什么？", library(), [summary_named(PROVINCE), summary_named(AREA)])
    assert asked.kind is Kind.COMPARE


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("双碳目标", "碳达峰碳中和"),
        ("高企数量", "高新技术企业"),
        ("房租补贴", "租金"),
        ("AI应用", "人工智能"),
        ("水费账单怎么查？", "查询"),
        ("水费能退吗？", "退还"),
    ],
)
def test_what_people_type_is_searched_as_documents_print_it(text: str, printed: str) -> None:
    assert printed in understand(text, ()).expansions.split()


@pytest.mark.parametrize("text", ["滴灌技术", "双碳即碳达峰碳中和", ""])
def test_nothing_is_added_where_the_printed_form_is_there_or_none_is_known(text: str) -> None:
    assert "碳达峰碳中和" not in understand(text, ()).expansions.split()


@pytest.mark.parametrize(
    ("question", "fields", "besides"),
    [
        ("浙江方案是谁发的，什么时候发的？", (About.ISSUER, About.DATE), ()),
        ("浙江方案的发文机关和文号", (About.ISSUER, About.NUMBER), ()),
        ("浙江方案何时由谁印发？", (About.DATE, About.ISSUER), ()),
        ("浙江方案依据哪些部门制定的文件？", (About.BASIS,), ()),
        ("浙江方案有疑问打哪个电话，找哪个科室？", (About.CONTACT,), ()),
        ("浙江方案依据的国家文件是哪份、什么文号？", (About.BASIS,), ()),
        ("浙江方案是谁发的，主要讲了什么？", (About.ISSUER,), ("主要讲了什么",)),
        ("浙江方案讲了什么，怎么做？", (), ()),
    ],
)
def test_every_header_field_is_read_and_what_is_asked_beside_them(
    question: str, fields: tuple[About, ...], besides: tuple[str, ...]
) -> None:
    assert fields_asked(question) == (fields, besides)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("有机肥补贴标准", "有机肥"),
        ("水利工作要点里写了什么", "工作要点"),
        ("碳中和目标是什么", "碳中和"),
        ("公里数是多少", "公里"),
        ("许可证有效期几年", "有效期"),
        ("在孵企业有几家", "在孵企业"),
        ("三级响应由谁启动", "响应"),
        ("供应商应提交什么", "供应商"),
        ("应急预案多久修订", "应急预案"),
    ],
)
def test_words_that_begin_like_a_filler_stay_whole(question: str, word: str) -> None:
    assert word in understand(question, ()).topic
