"""Text is compared folded, cut into lines, and mended only by leaving characters out."""

from __future__ import annotations

import pytest

from corpus.models import Span
from corpus.text import align, find_folded, fold, lines, sentences, unfinished, visible_length, wrapped_width


def test_fold_ignores_width_white_space_and_emphasis() -> None:
    assert fold("**（１） 约ＣＯ₂**") == "(1)约CO2"


def test_a_quote_is_found_across_line_ends_and_width() -> None:
    text = "新增企业\n１０００ 家。"
    found = find_folded("企业1000家", text)
    assert found is not None
    assert found.of(text) == "企业\n１０００ 家"


def test_an_empty_quote_is_found_nowhere() -> None:
    assert find_folded(" \n", "甲") is None


def test_align_leads_every_character_back_to_the_source() -> None:
    assert align("甲乙", "x甲\n乙y", Span(0, 5)) == [1, 3]


def test_align_refuses_what_is_not_in_the_source() -> None:
    with pytest.raises(ValueError, match="left of the source"):
        align("乙甲", "甲乙", Span(0, 2))


def test_lengths_leave_white_space_out() -> None:
    assert visible_length(" 甲\u3000乙\n") == 2


def test_sentences_keep_their_stop_and_the_closing_quotation_mark() -> None:
    text = "他说：“好。”第二句！ 没完"
    assert [span.of(text) for span in sentences(text)] == ["他说：“好。”", "第二句！", "没完"]


def test_lone_dashes_bookmarks_comments_and_emphasis_are_no_lines() -> None:
    source = "[bookmark: _GoBack]**标题**\n\n-\n<!-- INFO END -->\n# 第一行\n － \n"
    assert [line.text for line in lines(source)] == ["标题", "第一行"]


def test_a_line_that_ends_in_mid_sentence_is_unfinished() -> None:
    assert unfinished("到二〇二五年，全市绿色低碳技术创新体系初步形成，企业创新能力显著提")
    assert not unfinished("到二〇二五年，全市绿色低碳技术创新体系初步形成。")


def test_a_short_line_without_a_stop_is_a_heading_or_a_name() -> None:
    assert not unfinished("总体要求")


def test_an_open_quotation_mark_leaves_a_line_unfinished() -> None:
    assert unfinished("开展“十四五期间重大科技专项攻关。") is False
    assert unfinished("重点建设“国家级绿色低碳技术创新综合示范基地")


def test_two_latin_words_keep_one_space_between_lines_and_chinese_ones_none() -> None:
    one, two = lines("推广 carbon\n  capture 技术")
    assert one.joined(two).text == "推广 carbon capture 技术"
    one, two = lines("碳捕\n\n集")
    assert one.joined(two).text == "碳捕集"


def test_the_part_of_a_mended_line_lies_where_its_characters_stand() -> None:
    one, two = lines("甲乙\n\n丙丁")
    cut = one.joined(two).cut(1, 3)
    assert cut is not None
    assert (cut.text, cut.start, cut.end) == ("乙丙", 1, 5)


def test_lines_broken_at_one_width_are_told_from_paragraphs() -> None:
    wrapped = "\n".join(["字" * 35] * 11 + ["字" * 9])
    assert wrapped_width(lines(wrapped)) in (35, 36, 37)
    assert wrapped_width(lines("\n".join("字" * size for size in range(30, 300, 17)))) == 0
