"""A quote or sentence is verified only if the cited clause's own words and figures carry it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.citations import check_quote, check_sentence, figures
from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Ground
from tests.assistant.shelf import CITY, PROVINCE, read, summary_named
from tests.corpus.sources import clause

CLAUSE = "到2025年，全省建成节水型企业300 家，\n用水量比2020年下降16%（见浙水科〔2023〕11号）。"

GOALS = "全省建成节水型企业300家，万元地区生产总值用水量比2020年下降16%"


def ground(quote: str = GOALS, name: str = PROVINCE, path: str = "一 > （二）") -> Ground:
    found = clause(read(name), path)
    return Ground(summary_named(name), found, found.printed, quote)


@pytest.mark.parametrize(
    "quote",
    [
        "全省建成节水型企业300 家",
        "全省建成节水型企业300家",
        "企业300家，用水量",
        "企业３００家",
        "用水量比2020年下降16％",
        "全省**建成**节水型企业",
        "浙水科〔2023〕11号",
    ],
)
def test_a_quote_is_verified_whatever_its_width_and_white_space(quote: str) -> None:
    assert check_quote(quote, CLAUSE) is CitationStatus.VERIFIED


@pytest.mark.parametrize(
    "quote",
    [
        "全省建成节水型企业500家",
        "全省建成节水型企业3000家",
        "用水量比2020年下降1.6%",
        "到2030年，全省建成节水型企业300家",
        "全市建成节水型企业300家",
        "全省节水型企业300家",
        "建成全省节水型企业300家",
    ],
)
def test_a_quote_whose_words_are_changed_is_altered(quote: str) -> None:
    assert check_quote(quote, CLAUSE) is CitationStatus.ALTERED


@pytest.mark.parametrize("quote", ["推广水稻浅湿灌溉技术", "引进高层次人才", "", "  ", "。"])
def test_a_quote_with_other_words_is_missing(quote: str) -> None:
    assert check_quote(quote, CLAUSE) is CitationStatus.MISSING


@pytest.mark.parametrize("quote", ["年", "300", "节水型", "节 水 型"])
def test_a_quote_of_less_than_four_characters_is_never_verified(quote: str) -> None:
    assert check_quote(quote, CLAUSE) is not CitationStatus.VERIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年建成300家。[1]", {"2025", "300"}),
        ("下降16％，比１０００多", {"16%", "1000"}),
        ("1,000家", {"1000"}),
        ("0.61和13.5%", {"0.61", "13.5%"}),
        ("2023—2030年", {"2023", "2030"}),
        ("300 家", {"300"}),
        ("没有数字[12][3]", set()),
    ],
)
def test_figures_are_read_without_marks_width_and_separators(text: str, expected: set[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年，全省建成节水型企业300家。",
        "到２０２５年，建成300家节水型企业。[1]",
        "用水量比2020年下降16％。",
        "节水型企业的数量有了目标。",
    ],
)
def test_a_sentence_is_verified_where_the_cited_clause_holds_its_figures(sentence: str) -> None:
    assert check_sentence(sentence, [ground()]) is SentenceStatus.VERIFIED


@pytest.mark.parametrize(
    "sentence",
    ["到2025年，建成301家。", "到2035年，建成300家。", "下降61%。", "下降16‰。", "依据〔2024〕2号，建成300家。"],
)
def test_one_figure_that_no_cited_clause_holds_leaves_a_sentence_unverified(sentence: str) -> None:
    assert check_sentence(sentence, [ground()]) is SentenceStatus.UNVERIFIED


def test_figures_may_stand_in_several_cited_clauses() -> None:
    both = [ground(), ground("全市建成节水型企业80家", CITY, "一")]
    assert check_sentence("浙江300家，绍兴80家。", both) is SentenceStatus.VERIFIED
    assert check_sentence("浙江300家，绍兴80家。", both[:1]) is SentenceStatus.UNVERIFIED


@pytest.mark.parametrize("quote", ["全省建成节水型企业400家", "推广水稻浅湿灌溉技术", ""])
def test_a_quote_that_does_not_stand_in_its_clause_leaves_a_sentence_unverified(quote: str) -> None:
    grounds = [ground(), ground(quote)]
    assert check_sentence("建成300家。", grounds) is SentenceStatus.UNVERIFIED


def test_a_sentence_without_a_citation_is_unverified() -> None:
    assert check_sentence("节水很重要。", []) is SentenceStatus.UNVERIFIED


@pytest.mark.parametrize(
    "sentence",
    ["依据浙水科〔2025〕300号。", "“十五五”末建成300家。", "推进五十项改造。", "建成16家。"],
    ids=["number put together", "another plan period", "Chinese numeral", "figure of a per cent"],
)
def test_numbers_numerals_and_per_cents_count_as_wholes(sentence: str) -> None:
    assert check_sentence(sentence, [ground()]) is SentenceStatus.UNVERIFIED


def test_a_quote_may_not_cut_a_figure() -> None:
    printed = ground().clause.printed
    at = printed.index("300")
    assert check_quote(printed[at - 6 : at + 3], printed) is CitationStatus.VERIFIED
    assert check_quote(printed[at - 6 : at + 2], printed) is CitationStatus.ALTERED


ROWS = "指标\t单位\t2022年\t2027年\n绿地率\t%\t31.5\t38\n1\t用水量\t亿吨\t8\t7"


def row(quote: str) -> Ground:
    found = clause(read(PROVINCE), "一 > （二）")
    return Ground(summary_named(PROVINCE), replace(found, printed=ROWS, text=ROWS), ROWS, quote)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("绿地率：2022年为31.5%；2027年为38%。", SentenceStatus.VERIFIED),
        ("绿地率：2027年为83%。", SentenceStatus.UNVERIFIED),
        ("绿地率：2027年为38‰。", SentenceStatus.UNVERIFIED),
    ],
)
def test_a_cell_of_a_row_has_the_per_cent_sign_of_its_unit(sentence: str, status: SentenceStatus) -> None:
    assert check_sentence(sentence, [row("绿地率\t%\t31.5\t38")]) is status


def test_a_row_ends_with_its_line_though_a_figure_begins_the_next() -> None:
    assert check_quote("绿地率\t%\t31.5\t38", ROWS) is CitationStatus.VERIFIED
    assert check_quote("绿地率\t%\t31.5\t3", ROWS) is not CitationStatus.VERIFIED
