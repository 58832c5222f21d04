"""A question about a document is answered by its header fields as printed, or not at all."""

from __future__ import annotations

import pytest

from assistant.citations import check_quote, check_sentence
from assistant.document.about import about_document, field_of_all, field_told, other_number
from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Statement
from assistant.understanding.fields import About
from corpus.rows import summary_of
from corpus.vocabulary import NumberingScheme
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, TEXTS, read, summary_named
from tests.corpus.sources import document


def said(field: About, name: str) -> Statement | None:
    return about_document(field, read(name), summary_named(name))


@pytest.mark.parametrize(
    ("field", "name", "words"),
    [
        (About.NUMBER, STATE, "发文字号是国科发农〔2023〕45号。"),
        (About.NUMBER, PROVINCE, "《浙江省节水技术推广实施方案》的发文字号是浙水科〔2023〕11号。"),
        (About.DATE, PROVINCE, "成文日期是2023年1月11日。"),
        (About.DATE, AREA, "成文日期是2024年2月19日。"),
        (About.ISSUER, STATE, "发文机关是科技部、国家发展改革委、水利部。"),
        (About.ISSUER, PROVINCE, "发文机关是浙江省水利厅、浙江省财政厅。"),
        (About.ISSUER, AREA, "发文机关是绍兴滨海新区管理委员会。"),
        (About.ADDRESSEES, PROVINCE, "主送：各市水利局，有关单位。"),
        (About.DISCLOSURE, PROVINCE, "注明：此件公开发布。"),
        (About.BASIS, PROVINCE, "依据：《浙江省节约用水条例》、《国家节水行动方案》（发改环资规〔2019〕695号）。"),
        (About.TITLE, CITY, "全称是《绍兴市节水行动计划》。"),
        (About.PURPOSE, CITY, "为推进全市节水工作，结合绍兴实际，制定本计划。"),
        (About.PERIOD, STATE, "标题写明的期限是2023—2030年：《科技支撑节水实施方案（2023—2030年）》。"),
    ],
)
def test_a_printed_field_is_said_with_the_documents_name(field: About, name: str, words: str) -> None:
    statement = said(field, name)
    assert statement is not None
    assert statement.text.endswith(words)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        *[(field, CITY) for field in About if field not in (About.TITLE, About.PURPOSE)],
        (About.CONTACT, PROVINCE),
        (About.DISCLOSURE, STATE),
        (About.ADDRESSEES, AREA),
        (About.BASIS, AREA),
    ],
)
def test_a_field_that_is_not_printed_is_not_said(field: About, name: str) -> None:
    assert said(field, name) is None


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("field", About)
def test_what_is_said_of_a_document_can_be_verified_where_it_is_printed(field: About, name: str) -> None:
    statement = said(field, name)
    for ground in statement.grounds if statement else ():
        assert check_quote(ground.quote, ground.text) is CitationStatus.VERIFIED
        assert ground.quote in read(name).source.text
    if statement and name != STATE:
        assert check_sentence(statement.text, statement.grounds) is SentenceStatus.VERIFIED


def test_a_telephone_is_not_told_as_that_of_another_body() -> None:
    head = ("某市文件", "", "（联系电话：市水务局节水处，61880217）", "", "某市节水方案", "")
    found = document(*head, "一、管网", "改造管网。")
    summary = summary_of(found, "")
    assert field_told(About.CONTACT, "市教育局的电话是多少？", found, summary) is None
    told = field_told(About.CONTACT, "市水务局的电话是多少？", found, summary)
    assert told is not None
    assert "61880217" in told.text


def test_the_number_of_a_document_that_is_cited_in_another_is_found_there() -> None:
    found = other_number("《国家节水行动方案》的文号是多少", read(PROVINCE), summary_named(PROVINCE))
    assert found is not None
    assert found.text == "《国家节水行动方案》的文号是发改环资规〔2019〕695号。"
    assert found.grounds[0].clause.path_text == "正文前言"


@pytest.mark.parametrize(
    "asked",
    [
        "浙江省节水技术推广实施方案的文号是多少",
        "绍兴的文号是多少",
        "浙江省节约用水条例的文号",
        "落实《国家节水行动方案》的浙江省节水技术推广实施方案文号是多少",
    ],
)
def test_no_number_is_taken_from_a_document_that_cites_none_for_it(asked: str) -> None:
    assert other_number(asked, read(PROVINCE), summary_named(PROVINCE)) is None


def test_documents_without_a_number_are_named_beside_the_field_of_all_the_others() -> None:
    found, without = field_of_all(About.NUMBER, [(read(name), summary_named(name)) for name in TEXTS])
    assert [one.grounds[0].quote for one in found] == [
        "国科发农〔2023〕45号",
        "浙水科〔2023〕11号",
        "绍滨管发〔2024〕2号",
    ]
    assert without == ["绍兴"]


def test_a_document_that_is_cited_is_asked_about_by_what_is_done_with_it() -> None:
    plan = "《衢州市水务局关于印发衢州市节水规划（2022—2030年）的通知》（衢水发〔2022〕5号）"
    found = document(
        "某区节水方案", "", f"根据{plan}、《某省供水规划（2020—2025年）》（省发〔2020〕1号），制定本方案。"
    )
    summary = summary_of(found, "")
    question = "某区方案引用的那个衢州节水规划，管哪些年，文号多少？"
    years, number = (field_told(field, question, found, summary) for field in (About.PERIOD, About.NUMBER))
    assert years is not None
    assert years.text.endswith("标题写明的期限是2022—2030年。")
    assert number is not None
    assert number.text.endswith("的文号是衢水发〔2022〕5号。")
    assert field_told(About.PERIOD, "某区方案引用的那个供电规划管几年？", found, summary) is None


MEASURES = (
    "市水务局关于印发《某市节水管理办法》的通知\n\n市水发〔2025〕7号\n\n各区水务局：\n\n现将《某市节水管理办法》印发给你们，请认真贯彻执行。",
    "\n市水务局\n\n2025年7月28日\n",
    "某市节水管理办法\n\n第一条  为了节水，制定本办法。\n\n第二条  单位应当节水。\n\n第三条  本办法自9月1日起施行。",
)


def test_the_date_of_measures_is_that_under_the_notice_they_came_with() -> None:
    found = document(*"\n".join(MEASURES).splitlines())
    assert found.scheme is NumberingScheme.STATUTE
    dated = about_document(About.DATE, found, summary_of(found, ""))
    assert dated is not None
    assert dated.text.endswith("成文日期是2025年7月28日。")


def test_measures_without_a_notice_have_no_date_but_that_of_their_adoption() -> None:
    found = document(*MEASURES[2].replace("\n\n第一条", "\n\n（2025年7月28日通过）\n\n第一条").splitlines())
    told = about_document(About.DATE, found, summary_of(found, ""))
    assert told is None or "成文日期" not in told.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("《关于推进节水的意见》是哪几个部门提出的？", "水利部、财政部的《关于推进节水的意见》"),
        ("关于推进节水的意见由谁印发", "水利部、财政部的《关于推进节水的意见》"),
        ("国务院办公厅转发推进节水意见的通知是谁印发的？", "发文机关是国务院办公厅。"),
        ("那份节水通知是谁印发的？", "发文机关是国务院办公厅。"),
    ],
)
def test_who_wrote_a_paper_that_a_notice_passes_on_is_told_by_its_title(question: str, words: str) -> None:
    notice = document(
        "国务院办公厅转发水利部、财政部《关于推进节水的意见》的通知",
        "国办发〔2023〕5号",
        "各省、自治区、直辖市人民政府：",
        "现转发给你们，请认真贯彻执行。",
        "国务院办公厅",
        "2023年5月6日",
    )
    statement = field_told(About.ISSUER, question, notice, summary_of(notice, ""))
    assert statement is not None
    assert words in statement.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("方案的依据里，苍水市的那份文件是什么文号？", "苍水政〔2030〕13号"),
        ("方案引用的文件里，国务院发的那个文件文号是多少？", "国发〔2031〕2号"),
        ("方案的依据里，苍山县那份文件是什么文号？", ""),
    ],
)
def test_a_document_that_is_cited_may_be_called_by_the_body_that_issued_it(asked: str, told: str) -> None:
    found = document(
        *(
            "苍水新区节水方案",
            "",
            "根据《国务院关于节水的意见》（国发〔2031〕2号）、《苍水市人民政府关于印发节水计划的通知》（苍水政〔2030〕13号），制定本方案。",
        ),
        *("", "一、目标", "节水。"),
    )
    number = other_number(asked, found, summary_of(found, ""))
    assert (number.text if number else "").find(told) >= 0 and bool(number) is bool(told)


def test_a_rule_of_a_company_is_numbered_behind_a_label() -> None:
    found = document("苍水公司水表管理制度", "标准编号：Q/CS 207-2024", "一、总则", "为了管好水表，制定本制度。")
    number = about_document(About.NUMBER, found, summary_of(found, ""))
    assert number is not None
    assert number.text.endswith("的编号是Q/CS 207-2024。")
    assert check_sentence(number.text, number.grounds) is SentenceStatus.VERIFIED


def test_a_plan_that_is_cited_may_be_called_by_the_end_of_its_title() -> None:
    found = document(
        *("苍水新区碳达峰工作方案", "苍水新〔2031〕2号", "一、基础"),
        "《关于印发苍水新旧动能转换新区发展规划（2031—2040 年）的通知》（省政办〔2030〕13 号）印发后，新区加快建设。",
    )
    named = other_number("新区发展规划(2031—2040年)印发文号", found, summary_of(found, ""))
    assert named is not None and "〔2030〕13号" in named.text
    assert other_number("苍水新区碳达峰工作方案印发文号", found, summary_of(found, "")) is None
