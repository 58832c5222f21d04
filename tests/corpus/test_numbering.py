"""An ordinal is told by its look, valued, and admitted only where it runs on."""

from __future__ import annotations

import pytest

from corpus.numbering import NumberSequence, Style, chinese_to_int, inline_starts, int_to_chinese, match_marker


@pytest.mark.parametrize(
    ("text", "style", "value", "label"),
    [
        ("一、总体要求", Style.CHINESE, 1, "一"),
        ("十二、其他", Style.CHINESE, 12, "十二"),
        ("二、2024年工作安排", Style.CHINESE, 2, "二"),
        ("（三）保障", Style.CHINESE_BRACKETED, 3, "（三）"),
        ("(三) 保障", Style.CHINESE_BRACKETED, 3, "（三）"),
        ("( 三 )保障", Style.CHINESE_BRACKETED, 3, "（三）"),
        ("22.强化监测", Style.ARABIC, 22, "22"),
        ("1.2027年底前完成", Style.ARABIC, 1, "1"),
        ("３．强化监测", Style.ARABIC, 3, "3"),
        ("4、强化监测", Style.ARABIC, 4, "4"),
        ("（5）强化", Style.ARABIC_BRACKETED, 5, "（5）"),
        ("6）强化", Style.ARABIC_BRACKETED, 6, "（6）"),
        ("c）强化", Style.LETTERED, 3, "c"),
        ("（ｂ）强化", Style.LETTERED, 2, "b"),
        ("⑦强化", Style.CIRCLED, 7, "⑦"),
        ("第一编 总则", Style.BOOK, 1, "第一编"),
        ("第二章　附则", Style.CHAPTER, 2, "第二章"),
        ("第三节 附则", Style.SECTION, 3, "第三节"),
        ("第一百零八条 违反", Style.ARTICLE, 108, "第一百零八条"),
    ],
)
def test_the_look_of_an_ordinal_gives_its_style_value_and_label(
    text: str, style: Style, value: int, label: str
) -> None:
    found = match_marker(text)
    assert found is not None
    assert (found.style, found.value, found.label) == (style, value, label)


@pytest.mark.parametrize(
    "text",
    [
        "2025年，力争",
        "3.5万吨",
        "一是加强",
        "第三条规定",
        "第五条、第六条",
        "10—20家",
        "",
        "十分",
        "二氧化碳",
        "一、二、三产业",
        "5.6亿元",
        "02月起",
        "a型网点",
    ],
)
def test_years_decimals_and_references_are_no_ordinals(text: str) -> None:
    assert match_marker(text) is None


def test_an_inserted_article_carries_its_suffix() -> None:
    found = match_marker("第二十条之一 违反")
    assert found is not None
    assert (found.value, found.inserted, found.label) == (20, "之一", "第二十条之一")


@pytest.mark.parametrize(
    ("said", "value"), [("十", 10), ("二十一", 21), ("一百零八", 108), ("二〇二二", 2022), ("两", 2)]
)
def test_chinese_numerals_have_values(said: str, value: int) -> None:
    assert chinese_to_int(said) == value


@pytest.mark.parametrize("said", ["", "甲", "1"])
def test_other_words_are_no_numerals(said: str) -> None:
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        chinese_to_int(said)


@pytest.mark.parametrize("value", [0, -1, 10000])
def test_numbers_out_of_range_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        int_to_chinese(value)


def test_ordinals_inside_a_line_stand_behind_a_stop_or_white_space() -> None:
    text = "如下： 一、甲。1.乙见第三条（二）"
    assert [text[at : at + 2] for at in inline_starts(text)] == ["一、", "1."]


def test_a_number_runs_on_from_the_one_before() -> None:
    sequence = NumberSequence()
    one, two, four = (match_marker(text) for text in ("1.甲", "2.乙", "4.丁"))
    assert one and two and four
    assert sequence.admits(one, second_follows=True, strict=True)
    sequence.enter(one)
    assert sequence.admits(two, second_follows=True, strict=True)
    assert not sequence.admits(four, second_follows=True, strict=True)


def test_a_gap_is_admitted_for_chinese_ordinals_at_the_start_of_a_line_only() -> None:
    sequence = NumberSequence()
    one, three = match_marker("一、甲"), match_marker("三、丙")
    assert one and three
    sequence.enter(one)
    assert sequence.admits(three, second_follows=True, strict=False)
    assert not sequence.admits(three, second_follows=True, strict=True)
