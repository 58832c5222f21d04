"""The outline of a document follows its numbers, and nothing of the source is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.parsing import parse
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole
from tests.corpus.sources import clause, document, paths, source
from tests.growth import assert_linear

# --- ordinals ------------------------------------------------------------------------------------------------------


def test_levels_nest_by_the_look_of_their_numbers() -> None:
    found = document("某方案", "一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "②己", "2.庚", "二、辛")
    assert paths(found)[1:] == [
        "一",
        "一 > （一）",
        "一 > （一） > 1",
        "一 > （一） > 1 > （1）",
        "一 > （一） > 1 > （1） > ①",
        "一 > （一） > 1 > （1） > ②",
        "一 > （一） > 2",
        "二",
    ]


def test_items_by_letters_stand_under_what_leads_in_to_them() -> None:
    found = document(
        "某标准", "一、领用", "符合下列条件之一的，可以领用：", "a）在岗的；", "b）在编的；", "c）在册的。", "二、归还"
    )
    assert paths(found)[1:] == ["一", "一 > a", "一 > b", "一 > c", "二"]


def test_half_width_brackets_with_a_space_make_the_same_path() -> None:
    found = document("某方案", "一、甲", "（一）乙。", "(二) 丙。", "二、丁")
    assert paths(found) == ["正文前言", "一", "一 > （一）", "一 > （二）", "二"]


def test_arabic_numbers_restart_in_each_section_or_run_through() -> None:
    restart = document("某方案", "一、甲", "1.乙", "2.丙", "二、丁", "1.戊", "2.己")
    assert paths(restart)[1:] == ["一", "一 > 1", "一 > 2", "二", "二 > 1", "二 > 2"]
    through = document("某方案", "一、甲", "1.乙", "2.丙", "二、丁", "3.戊", "4.己")
    assert paths(through)[1:] == ["一", "一 > 1", "一 > 2", "二", "二 > 3", "二 > 4"]


def test_references_and_enumerations_in_a_sentence_start_no_clause() -> None:
    found = document(
        "某方案",
        "一、甲",
        "见第三条、第五条。一是加强领导。二是落实责任。",
        "2025年，力争完成。",
        "3.5万吨以上。",
        "二、乙",
    )
    assert paths(found) == ["正文前言", "一", "二"]


def test_a_number_that_does_not_run_on_starts_no_clause() -> None:
    found = document("某方案", "一、甲", "1.乙", "2.丙。", "7.不相干的数。", "二、丁")
    assert paths(found) == ["正文前言", "一", "一 > 1", "一 > 2", "二"]


def test_lost_line_ends_are_found_again_at_the_ordinals() -> None:
    text = (
        "某市水务局关于节水的通知 某水发〔2024〕3号 各有关单位： 为做好节水工作，现将有关事项通知如下： "
        "一、总体要求 坚持节水优先。到2025年完成3.5亿立方米，见第三条。 二、重点任务 1.推进农业节水。一是改造渠系。 "
        "2.推进工业节水。 特此通知。 某市水务局 2024年3月5日"
    )
    found = document(text)
    assert paths(found) == ["标题", "正文前言", "一", "二", "二 > 1", "二 > 2", "结语"]
    assert clause(found, "一").heading == "总体要求"
    assert clause(found, "结语").text.split() == ["特此通知。", "某市水务局", "2024年3月5日"]
    assert found.metadata.number is not None
    assert [issuer.text for issuer in found.metadata.issuers] == ["某市水务局"]


def test_a_gap_in_the_numbers_is_noted() -> None:
    assert document("某方案", "一、甲", "三、丙", "四、丁").notes == ("numbering gap: 1 -> 3 (三)",)


# --- page breaks ---------------------------------------------------------------------------------------------------


def test_a_page_break_in_mid_word_leaves_no_trace_in_the_clause() -> None:
    found = document(
        "某方案", "一、目标", "到二〇二五年，全市绿色低碳技术创新体系初步形成，创新能力显", "", "著提升。", "二、乙"
    )
    assert clause(found, "一").text == "到二〇二五年，全市绿色低碳技术创新体系初步形成，创新能力显著提升。"


def test_a_page_break_before_a_year_starts_no_item() -> None:
    found = document(
        "某方案",
        "一、目标",
        "1.甲。",
        "2024年完成改造任务，绿色低碳技术创新体系初步形成。到",
        "",
        "2025年，力争建成。",
        "2.乙。",
        "二、丙",
    )
    assert paths(found) == ["正文前言", "一", "一 > 1", "一 > 2", "二"]
    assert "到2025年，力争建成。" in clause(found, "一 > 1").text


def test_page_marks_and_bookmarks_are_named_removals() -> None:
    found = document("[bookmark: _GoBack]某方案", "一、甲", "-", "二、**乙**")
    assert found.title == "某方案"
    assert {(one.span.of(found.source.text), one.reason) for one in found.removals} == {
        ("[bookmark:", "bookmark"), ("_GoBack]", "bookmark"), ("-", "page mark"), ("**", "emphasis")
    }  # fmt: skip


def test_lines_broken_at_one_width_are_read_as_paragraphs() -> None:
    body = "到二〇二五年全市用水总量控制在三十亿立方米以内并且万元国内生产总值用水量比二〇二〇年下降百分之十六以上" * 8
    wrapped = [body[at : at + 35] for at in range(0, len(body), 35)]
    found = document("某方案", "一、目标", *wrapped, "二、保障", "落实责任。")
    assert clause(found, "一").text == body
    assert paths(found) == ["正文前言", "一", "二"]


# --- headings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "（一）**推进农业节水。**改造灌区。",
        "（一）**推进农业节水**。改造灌区。",
        "（一）**推进农业节水**改造灌区。",
        "（一）推进农业节水。改造灌区。",
        "（一）推进农业节水：改造灌区。",
        "（一）推进农业节水\n改造灌区。",
    ],
)
def test_a_heading_ends_with_its_emphasis_stop_colon_or_line(line: str) -> None:
    found = document("某方案", "一、任务", line, "（二）推进工业节水。更新设备。")
    one = clause(found, "一 > （一）")
    assert (one.num, one.heading, one.text) == ("（一）", "推进农业节水", "改造灌区。")


def test_a_line_of_characters_without_width_is_empty() -> None:
    found = document("某方案", "一、任务", "改造灌区。", "\u200b", "\u200b\ufeff\u2003 ", "二、保障", "落实责任。")
    assert clause(found, "一").text == "改造灌区。"
    assert not any("\u200b" in one.printed for one in found.clauses)


def test_a_colon_between_figures_ends_no_heading() -> None:
    found = document("某方案", "一、通道将于2月10日13：00正式开通。每天预约。", "二、请错峰预约，感谢理解。")
    assert [one.heading for one in found.clauses[1:]] == ["", ""]


def test_a_first_sentence_is_a_heading_only_where_its_sisters_have_one() -> None:
    found = document(
        "某公告",
        "一、申请人查询进度的，拨打服务电话即可获得帮助，不必前来。",
        "二、疫情期间改为邮寄受理申请材料和补充材料。请注明字样。",
        "三、受理以后按照顺序办理，期限自收到之日起计算，逾期顺延。",
    )
    assert [one.heading for one in found.clauses[1:]] == ["", "", ""]


@pytest.mark.parametrize("lead", ["符合下列条件之一的，可以领用：", "水表的领用，按照以下步骤办理："])
def test_half_a_sentence_that_its_items_go_on_from_is_no_heading(lead: str) -> None:
    found = document(
        "某办法", "一、领用。", f"（一）{lead}", "1.登记姓名；", "2.测量水压。", "（二）归还。归还时交回水表。"
    )
    assert (clause(found, "一 > （一）").heading, clause(found, "一 > （一）").text) == ("", lead)


def test_a_caption_with_items_below_is_a_heading() -> None:
    found = document(
        "某指南", "一、流程", "（一）求助接待。", "1.登记姓名。", "2.测量体温。", "（二）安检登记。", "3.检查物品。"
    )
    assert clause(found, "一 > （一）").heading == "求助接待"


# --- boxes ---------------------------------------------------------------------------------------------------------


def test_a_box_numbers_for_itself_and_the_section_goes_on_behind_it() -> None:
    found = document(
        "某方案",
        "一、甲",
        "（一）乙",
        "1.丙。",
        "2.丁。",
        "专栏 1 重点工程",
        "1.戊。己。",
        "2.庚。辛。",
        "（二）壬",
        "3.癸。",
        "二、子",
    )
    assert paths(found)[1:] == [
        "一",
        "一 > （一）",
        "一 > （一） > 1",
        "一 > （一） > 2",
        "一 > （一） > 专栏1",
        "一 > （一） > 专栏1 > 1",
        "一 > （一） > 专栏1 > 2",
        "一 > （二）",
        "一 > （二） > 3",
        "二",
    ]
    assert clause(found, "一 > （一） > 专栏1").heading == "重点工程"


def test_run_in_headings_name_the_items_of_a_box_even_two_in_a_line() -> None:
    found = document(
        "某方案",
        "一、甲",
        "专栏2 前沿技术",
        "新型核能发电技术。研究新型核能发电，提高核能安全。储能技术。研究新型储能技术，推广示范。",
        "氢能技术。研究制氢。",
        "二、乙",
    )
    assert paths(found)[2:] == [
        "一 > 专栏2",
        "一 > 专栏2 > 新型核能发电技术",
        "一 > 专栏2 > 储能技术",
        "一 > 专栏2 > 氢能技术",
        "二",
    ]


def test_items_of_a_box_may_be_numbered_01_with_their_words_on_the_next_line() -> None:
    items = ("01　校园", "在校园铺设渗井。", "02　厂区", "在厂区建池。")
    found = document("某方案", "一、甲", "专栏1 示范工程", *items, "二、乙")
    assert paths(found)[2:] == ["一 > 专栏1", "一 > 专栏1 > 01", "一 > 专栏1 > 02", "二"]
    assert clause(found, "一 > 专栏1 > 02").heading == "厂区"
    assert clause(found, "一 > 专栏1 > 02").text.strip() == "在厂区建池。"


def test_a_name_that_begins_with_a_figure_stands_behind_its_ordinal() -> None:
    items = ("1.滤芯。研制滤芯。", "2.5G水位计。研制水位计。", "3.3D打印管件。试制。")
    found = document("某方案", "一、甲", "专栏1 产品", *items)
    assert [one.heading for one in found.clauses if one.path_text.startswith("一 > 专栏1 >")] == [
        "滤芯",
        "5G水位计",
        "3D打印管件",
    ]


def test_lines_of_a_box_that_print_figures_behind_names_stay_apart() -> None:
    rows = ("集雨量（万吨）：2023年4.2，2025年8，2027年12", "覆盖率：2023年88%，2025年95%，2027年100%")
    box = clause(document("某方案", "一、甲", "专栏1 指标", *rows, "二、乙"), "一 > 专栏1")
    assert box.text.strip().split("\n") == list(rows)


# --- parts ---------------------------------------------------------------------------------------------------------

LEAD = (
    "近日，某省水利厅印发节水行动方案，提出到2025年全省用水总量控制在三十亿立方米以内，并部署了多项重点任务和保障措施。"
)


def test_a_news_lead_in_front_is_web_text() -> None:
    found = document(
        LEAD, "某省水利厅关于印发《某方案》的通知", "各市水利局：", "现印发给你们。", "某方案", "一、甲", "二、乙"
    )
    assert paths(found) == ["新闻导语", "标题", "正文前言", "一", "二"]
    assert clause(found, "新闻导语").part is PartRole.WEB_TEXT
    assert clause(found, "标题").part is PartRole.COVER_NOTICE


def test_an_interview_behind_starts_again_at_one() -> None:
    found = document(
        "某方案",
        "一、甲",
        "二、乙",
        "三、丙。",
        "《某方案》政策解读",
        "一、出台背景是什么？",
        "答：为了节水。",
        "二、目标是什么？",
        "答：节水。",
    )
    assert paths(found)[-3:] == ["政策解读", "政策解读 > 一", "政策解读 > 二"]
    assert clause(found, "政策解读 > 一").part is PartRole.INTERPRETATION
    assert clause(found, "政策解读 > 一").heading == "出台背景是什么？"


def test_attachments_number_for_themselves() -> None:
    found = document(
        "某通知",
        "一、甲",
        "二、乙。",
        "附件：1.分工表",
        "2.名单",
        "某市水务局",
        "2024年3月5日",
        "附件1",
        "分工表",
        "一、丙",
        "二、丁",
        "附件2",
        "名单",
    )
    assert paths(found) == ["正文前言", "一", "二", "结语", "附件1", "附件1 > 一", "附件1 > 二", "附件2"]
    assert "2.名单" in clause(found, "结语").text
    assert clause(found, "附件1 > 二").part is PartRole.ATTACHMENT


def test_closing_words_and_signature_belong_to_no_section() -> None:
    found = document("某通知", "一、甲", "二、乙。", "特此通知。", "某市水务局", "2024年3月5日")
    assert paths(found)[-1] == "结语"
    assert clause(found, "结语").part is PartRole.CLOSING
    assert clause(found, "二").text == "乙。"


# --- statutes ------------------------------------------------------------------------------------------------------

LAW = (
    "某省节水条例",
    "2020年3月5日 某省人民代表大会常务委员会通过",
    "<!-- INFO END -->",
    "目录",
    "第一章 总则",
    "第二章 用水管理",
    "## 第一章 总则",
    "第一条 为了节水，制定本条例。",
    "第二条 本省行政区域内适用本条例。违反第一条的除外。",
    "## 第二章 用水管理",
    "第三条 用水单位应当：",
    "（一）计量；",
    "（二）设施符合标准。达不到的改造：",
    "1.渠系；",
    "2.管网。",
    "前款单位由县级人民政府公布。",
    "第三条之一 计量按照国家规定。",
    "第四条【罚则】违反本条例的，处罚款。",
)


def test_a_statute_is_read_by_its_articles() -> None:
    found = document(*LAW)
    assert found.scheme is NumberingScheme.STATUTE
    assert paths(found) == [
        "正文前言",
        "第一章",
        "第一条",
        "第二条",
        "第二章",
        "第三条",
        "第三条 > （一）",
        "第三条 > （二）",
        "第三条 > （二） > 1",
        "第三条 > （二） > 2",
        "第三条 > 第二款",
        "第三条之一",
        "第四条",
    ]
    assert clause(found, "第三条 > （二）").kind is ClauseKind.ITEM
    assert clause(found, "第三条 > （二）").heading == ""
    assert clause(found, "第三条 > 第二款").kind is ClauseKind.PARAGRAPH
    assert clause(found, "第四条").heading == "【罚则】"


def test_the_date_of_a_statute_is_that_of_its_adoption() -> None:
    said = document(*LAW).metadata
    assert said.date is not None
    assert said.date.iso == "2020-03-05"


def test_a_chapter_may_begin_behind_articles_without_one() -> None:
    found = document("某条例", "第一条 甲。", "第二条 乙。", "第二章 丙", "第三条 丁。")
    assert paths(found) == ["正文前言", "第一条", "第二条", "第二章", "第三条"]


def test_articles_that_restart_in_each_chapter_are_named_with_it() -> None:
    found = document("某规则", "第一章 甲", "第一条 乙。", "第二条 丙。", "第二章 丁", "第一条 戊。", "第二条 己。")
    assert paths(found)[1:] == [
        "第一章", "第一章 > 第一条", "第一章 > 第二条", "第二章", "第二章 > 第一条", "第二章 > 第二条"
    ]  # fmt: skip


# --- always --------------------------------------------------------------------------------------------------------


def test_supply_and_response_in_a_heading_are_no_words_of_duty() -> None:
    found = document("某市方案", "一、蜜源", "1.供应保障。建立蜜源库。", "2.响应措施。调运蜂箱。", "二、附则", "略。")
    assert [clause(found, path).heading for path in ("一 > 1", "一 > 2")] == ["供应保障", "响应措施"]


@pytest.mark.parametrize("text", ["", "\n", "字", "一、", "专栏", "附件", "**", "第一条", "2024年3月5日"])
def test_the_smallest_sources_are_documents(text: str) -> None:
    found = parse(source(text))
    assert "".join(one.span.of(text) for one in found.clauses) == text


def test_an_ordinal_that_begins_again_stays_under_the_chapter_that_it_begins_again_in() -> None:
    found = document(
        *(
            "某规划",
            "",
            "第一章 基础",
            "一、现状",
            "甲。",
            "二、形势",
            "乙。",
            "第二章 任务",
            "第一节 发展",
            "一、水",
            "丙。",
        ),
        *(
            "二、电",
            "丁。",
            "第二节 保护",
            "一、林",
            "戊。",
            "二、草",
            "己。",
            "某方案",
            "一、丙",
            "庚。",
            "二、丁",
            "辛。",
        ),
    )
    assert paths(found) == [
        *("正文前言", "第一章", "第一章 > 一", "第一章 > 二", "第二章", "第二章 > 第一节"),
        *("第二章 > 第一节 > 一", "第二章 > 第一节 > 二", "第二章 > 第二节", "第二章 > 第二节 > 一"),
        *("第二章 > 第二节 > 二", "一", "二"),
    ]


def test_a_path_that_comes_again_is_numbered() -> None:
    found = document("某方案", "一、甲", "二、乙", "三、丙", "一、丁", "二、戊", "三、己")
    assert len(set(paths(found))) == len(found.clauses)
    assert "一#2" in paths(found)


@pytest.mark.parametrize(
    ("unit", "joint"),
    [
        ("字", ""),
        ("甲乙，丙", ""),
        ("1.做好工作。", " "),
        ("一、做好工作。", "\n"),
        ("甲乙丙，丁", "\n"),
        ("**甲**乙。", " "),
        ("1 总则\n1.1 目的\n1.2 依据", "\n"),
        ("■要求\n1.加盖。", "\n"),
        ("指标\n数值\n供水\n5%\n节水\n6%", "\n"),
    ],
)
def test_time_grows_with_the_size_of_the_source_and_not_faster(unit: str, joint: str) -> None:
    def work(times: int) -> Callable[[], object]:
        text = source(joint.join([unit] * times))
        return lambda: parse(text)

    assert_linear(work, 3000)


CONTACTS = (
    "政策咨询：省科技厅成果转化处　周老师　025-80000001",
    "资金咨询：省财政厅科教和文化处，陈老师，025-80000002",
    "系统支持：省科技计划项目受理服务中心　025-80000003、80000004",
)


def test_labelled_lines_without_stops_stay_lines() -> None:
    found = document("某省项目申报通知", "一、时间", "三月底前。", "二、联系方式", *CONTACTS)
    assert clause(found, "二").text.splitlines() == list(CONTACTS)


def test_what_closes_a_document_is_no_rest_of_a_line_without_a_stop() -> None:
    closing = ("附件：1．项目指南", "2．承诺书", "某省科学技术厅", "2025年2月28日", "（此件依申请公开）")
    found = document("某省项目申报通知", "一、时间", "三月底前。", "二、联系方式", *CONTACTS, *closing)
    assert paths(found)[-1] == "结语"
    assert found.metadata.date and found.metadata.date.iso == "2025-02-28"
    assert found.metadata.disclosure and found.metadata.disclosure.text == "（此件依申请公开）"


def test_an_attached_table_may_have_its_title_beside_its_ordinal() -> None:
    found = document(
        "某方案", "一、甲", "推进甲。", "二、乙", "推进乙。", "附表1　项目清单", "1.东线（某集团，2027年）", "2.西线"
    )
    assert paths(found)[-3:] == ["附表1", "附表1 > 1", "附表1 > 2"]
    assert clause(found, "附表1").heading == "项目清单"


def test_a_line_that_begins_with_attached_is_no_title_where_no_item_follows() -> None:
    found = document("某方案", "一、甲", "推进甲。", "附表1 为各县指标，按年度下达。", "二、乙", "推进乙。")
    assert "附表1" not in paths(found)


RUN_IN = """某省节水登记办事指南
发布机构：某省水利厅 发布日期：2025年9月5日
一、办理对象 在本省行政区域内用水的企业，包括工业企业、服务业企业和农业合作社。
二、登记时间 集中登记期为2025年9月10日至2025年12月31日。逾期登记的，另行安排。
三、申请材料 1.普通企业：营业执照复印件。 2.合作社：登记证和章程。委托他人代办的，另需提供身份证。
四、咨询方式 水利服务热线：12345；办公时间为周一至周五。
"""


def test_headings_that_run_into_their_text_end_where_white_space_follows() -> None:
    read = parse(source(RUN_IN, "指南.txt"))
    headings = {one.path_text: one.heading for one in read.clauses if one.path[0] in "一二三四"}
    assert headings["一"] == "办理对象"
    assert headings["二"] == "登记时间"
    assert (headings["三"], headings["三 > 1"], headings["三 > 2"]) == ("申请材料", "普通企业", "合作社")
    texts = {one.path_text: one.text for one in read.clauses}
    assert texts["二"] == "集中登记期为2025年9月10日至2025年12月31日。逾期登记的，另行安排。"


@pytest.mark.parametrize(
    "line",
    [
        "一　管网摸排　市水务局　2026年12月底前完成。",
        "一、为了节约用水 制定本办法，自发布之日起施行，有效期五年，由某省水利厅负责解释。",
    ],
)
def test_a_row_or_a_single_such_line_has_no_heading_of_that_kind(line: str) -> None:
    read = parse(source(f"某省节水办法\n\n{line}\n", "办法.txt"))
    assert not [one for one in read.clauses if one.heading in ("管网摸排", "为了节约用水")]
