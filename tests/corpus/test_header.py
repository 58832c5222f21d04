"""The fields round a document are read by their form, with their spans; what is not printed stays empty."""

from __future__ import annotations

import re

import pytest

from corpus.header import document_type, is_addressees, is_date, is_signature, is_title
from corpus.models import Document, Field
from corpus.vocabulary import DocumentType, Level
from tests.corpus.sources import clause, document, paths

NOTICE = (
    "某某市人民政府办公室文件",
    "",
    "某政办发〔2024〕7号",
    "",
    "某某市人民政府办公室",
    "关于印发《某某市节水行动方案》的通知",
    "",
    "各区县人民政府，市政府各部门，各有关单位：",
    "",
    "《某某市节水行动方案》已经市政府同意，现印发给你们，请认真贯彻执行。",
    "",
    "某某市人民政府办公室",
    "2024年3月5日",
    "（此件公开发布）",
    "",
    "某某市节水行动方案",
    "",
    "为落实《国家节水行动方案》，根据《某某省节水条例》（某发〔2020〕3号），制定本方案。",
    "",
    "一、总体要求",
    "坚持节水优先。",
    "二、重点任务",
    "推进农业节水。",
)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def notice() -> Document:
    return document(*NOTICE)


def test_title_and_cover_title_are_told_apart(notice: Document) -> None:
    assert notice.metadata.title is not None
    assert notice.metadata.cover_title is not None
    assert notice.metadata.title.text == "某某市节水行动方案"
    assert notice.metadata.cover_title.text == "某某市人民政府办公室关于印发《某某市节水行动方案》的通知"


def test_number_is_read_into_authority_year_and_sequence(notice: Document) -> None:
    number = notice.metadata.number
    assert number is not None
    assert (number.authority_code, number.year, number.sequence) == ("某政办发", 2024, 7)
    assert number.span.of(notice.source.text) == "某政办发〔2024〕7号"


def test_signature_and_date_stand_below_the_cover_notice(notice: Document) -> None:
    assert [issuer.text for issuer in notice.metadata.issuers] == ["某某市人民政府办公室"]
    assert notice.metadata.date is not None
    assert notice.metadata.date.iso == "2024-03-05"


def test_addressees_remark_and_legal_basis_are_read(notice: Document) -> None:
    said = notice.metadata
    assert said.addressees is not None and said.addressees.text.startswith("各区县人民政府")
    assert said.disclosure is not None and said.disclosure.text == "（此件公开发布）"
    assert [basis.text for basis in said.legal_basis] == [
        "《国家节水行动方案》",
        "《某某省节水条例》（某发〔2020〕3号）",
    ]


def test_every_field_s_span_holds_its_words(notice: Document) -> None:
    said = notice.metadata
    fields: list[Field | None] = [
        said.title, said.cover_title, *said.issuers, said.addressees, *said.legal_basis, said.disclosure
    ]  # fmt: skip
    for field in fields:
        assert field is not None
        assert bare(field.span.of(notice.source.text)) == bare(field.text)


def test_cover_notice_and_preamble_are_clauses_of_their_own(notice: Document) -> None:
    assert paths(notice) == ["标题", "正文前言", "一", "二"]
    assert clause(notice, "标题").text.endswith("（此件公开发布）")
    assert clause(notice, "正文前言").heading == "某某市节水行动方案"


def test_what_is_not_printed_stays_empty() -> None:
    said = document("节水行动方案", "一、总体要求", "二、重点任务").metadata
    assert said.title is not None
    empty = (said.cover_title, said.number, said.date, said.addressees, said.disclosure, said.contact, said.place)
    assert not any(empty)
    assert (said.issuers, said.legal_basis, said.level) == ((), (), Level.UNKNOWN)


def test_a_number_inside_a_sentence_is_another_document_s() -> None:
    found = document("节水行动方案", "根据某政办发〔2024〕7号，制定本方案。", "一、甲", "二、乙")
    assert found.metadata.number is None


def test_an_order_is_numbered_without_brackets() -> None:
    found = document("某部关于某税的公告", "某部公告2020年第8号", "现就有关事项公告如下：", "一、甲", "二、乙")
    number = found.metadata.number
    assert number is not None
    assert (number.authority_code, number.year, number.sequence) == ("某部公告", 2020, 8)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [("2024年3月5日", "2024-03-05"), ("二〇二四年十一月三十日", "2024-11-30"), ("二○二四年三月五日", "2024-03-05")],
)
def test_dates_are_read_in_arabic_and_chinese_figures(printed: str, iso: str) -> None:
    found = document("某局通知", "一、甲", "二、乙。", "某某市水务局", printed)
    assert found.metadata.date is not None
    assert found.metadata.date.iso == iso
    assert [issuer.text for issuer in found.metadata.issuers] == ["某某市水务局"]


def test_a_date_that_no_calendar_has_is_none() -> None:
    assert document("某局通知", "一、甲", "二、乙。", "某某市水务局", "2024年13月40日").metadata.date is None


def test_several_names_sign_one_a_line_or_side_by_side() -> None:
    under = document("某局通知", "一、甲", "二、乙。", "某省水利厅", "某省财政厅", "2024年3月5日")
    beside = document("某局通知", "一、甲", "二、乙。", "某省水利厅  某省财政厅", "2024年3月5日")
    for found in (under, beside):
        assert [issuer.text for issuer in found.metadata.issuers] == ["某省水利厅", "某省财政厅"]


def test_a_name_that_took_two_lines_is_put_together() -> None:
    found = document("某局通知", "一、甲", "二、乙。", "某市应对突发事件工作领导小组", "交通保障组", "2024年3月5日")
    assert len(found.metadata.issuers) >= 1
    broken = document("某局通知", "一、甲", "二、乙。", "某市突发事件应对处置的", "工作指挥部", "2024年3月5日")
    assert [issuer.text for issuer in broken.metadata.issuers] == ["某市突发事件应对处置的工作指挥部"]
    assert paths(broken)[-1] == "结语"
    assert clause(broken, "二").heading == ""
    assert clause(broken, "二").text == "乙。"


def test_labels_of_a_web_page_are_no_title_and_the_page_s_own_date_is_not_the_document_s() -> None:
    found = document(
        "索引号：000014349/2024-00012", "发布日期：2024年4月1日", "某市水务局关于节水的通知", "一、甲", "二、乙"
    )
    assert found.title == "某市水务局关于节水的通知"
    assert found.metadata.date is None


def test_a_title_with_spaces_between_its_characters_is_one() -> None:
    found = document("通 告", "现将有关事项通告如下：", "一、甲", "二、乙")
    assert found.title == "通 告"
    assert found.metadata.document_type is DocumentType.PUBLIC_NOTICE
    assert found.metadata.addressees is None


def test_a_title_broken_over_lines_is_put_together() -> None:
    found = document("某某市水务局", "关于做好城市供水管网", "节水工作的通知", "各单位：", "一、甲", "二、乙")
    assert found.title == "某某市水务局关于做好城市供水管网节水工作的通知"


def test_a_title_printed_twice_is_the_title_once() -> None:
    found = document("关于节水的通知", "关于节水的通知", "某发〔2024〕1号", "各单位：", "一、甲", "二、乙")
    assert found.title == "关于节水的通知"
    assert found.metadata.cover_title is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于公布名单的通知", DocumentType.NOTICE),
        ("某市碳达峰实施方案（试行）", DocumentType.PLAN),
        ("某省节水条例", DocumentType.LAW),
        ("关于《某条例》的政策解读", DocumentType.INTERPRETATION),
        ("拆迁补偿协议案", DocumentType.OTHER),
        ("一封信", DocumentType.OTHER),
    ],
)
def test_the_last_word_of_a_title_names_the_kind(title: str, kind: DocumentType) -> None:
    assert document_type(title) is kind


@pytest.mark.parametrize(
    ("title", "place", "level"),
    [
        ("济南新旧动能转换起步区碳达峰工作方案", "济南", Level.COUNTY),
        ("济南市节水方案", "济南", Level.MUNICIPAL),
        ("山东省济南市节水方案", "济南", Level.MUNICIPAL),
        ("山东省节水方案", "山东", Level.PROVINCIAL),
        ("广西壮族自治区节水方案", "广西", Level.PROVINCIAL),
        ("北京市海淀区节水方案", "北京", Level.COUNTY),
        ("国家税务总局甘肃省税务局公告", "甘肃", Level.PROVINCIAL),
        ("国家税务总局公告", "全国", Level.NATIONAL),
        ("中华人民共和国澳门特别行政区驻军法", "全国", Level.NATIONAL),
        ("节水方案", "", Level.UNKNOWN),
    ],
)
def test_place_and_level_follow_the_title(title: str, place: str, level: Level) -> None:
    said = document(title, "一、甲", "二、乙").metadata
    assert (said.place, said.level) == (place, level)


def test_a_number_of_the_state_council_s_bodies_is_national() -> None:
    said = document("关于节水的通知", "国科发社〔2022〕157号", "一、甲", "二、乙").metadata
    assert (said.place, said.level) == ("全国", Level.NATIONAL)


@pytest.mark.parametrize("text", ["各区县人民政府：", "各省、自治区、直辖市财政厅（局）："])
def test_named_receivers_with_a_colon_are_addressees(text: str) -> None:
    assert is_addressees(text)


@pytest.mark.parametrize("text", ["现就有关事项通知如下：", "市水务局负责人表示：", "各单位要落实。以下：", "各单位"])
def test_a_sentence_that_ends_in_a_colon_is_not(text: str) -> None:
    assert not is_addressees(text)


def test_lines_are_told_by_their_form() -> None:
    assert is_title("某某市节水行动方案") and not is_title("各单位要制定实施方案。") and not is_title("特此通知")
    assert is_date("（2024年3月5日）") and not is_date("2024年3月5日起施行")
    assert is_signature("某某市水务局") and not is_signature("推进节水工作")


def test_a_title_takes_in_the_line_of_the_other_authorities_above_it() -> None:
    found = document(
        "水利部 财政部 农业农村部", "国家林草局关于促进节水灌溉的指导意见", "", "一、总体要求", "坚持节水优先。"
    )
    assert bare(found.title) == "水利部财政部农业农村部国家林草局关于促进节水灌溉的指导意见"


@pytest.mark.parametrize("above", ["国家林草局 水利部", "国家林草局文件"])
def test_a_letterhead_is_no_part_of_the_title_below_it(above: str) -> None:
    found = document(above, "国家林草局关于促进节水灌溉的指导意见", "", "一、总体要求", "坚持节水优先。")
    assert bare(found.title) == "国家林草局关于促进节水灌溉的指导意见"
