"""What a query and a clause must have in common, however either was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tokenization import fold, query_tokens, tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("科技", ["科技"]),
        ("省", ["省"]),
        ("碳达峰", ["碳达", "达峰"]),
        ("碳，达峰", ["碳", "达峰"]),
        ("2025年", ["2025", "年"]),
        ("1.5万亩", ["1.5", "万亩"]),
        ("占50%", ["占", "50%"]),
        ("CO2", ["co2"]),
        ("5G", ["5", "g"]),
        ("2022—2030", ["2022", "2030"]),
        ("", []),
        ("——，。", []),
        ("苏科发〔2023〕11号", ["苏科", "科发", "2023", "11", "号", "科发(2023)11号"]),
    ],
)
def test_pairs_and_whole_figures(text, tokens):
    assert tokenize(text) == tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("１０００家", "1000家"),
        ("1,294吨", "1294吨"),
        ("1000 家", "1000家"),
        ("科 技\n部", "科技部"),
        ("（一）", "(一)"),
        ("〔2023〕", "[2023]"),
        ("ＣＣＵＳ", "ccus"),
        ("CO₂", "CO2"),
        ("50 ％", "50%"),
        ("国办发 〔2023〕 11 号", "国办发(2023)11号"),
        ("疫情後復工", "疫情后复工"),
    ],
)
def test_writings_of_the_same_words_give_the_same_tokens(one, other):
    assert tokenize(one) == tokenize(other)


def test_a_document_number_is_one_token_wherever_its_code_begins():
    assert set(tokenize("根据《通知》（苏科发〔2023〕11号）和国办发〔2022〕5号")) >= {"科发(2023)11号", "办发(2022)5号"}


def test_the_words_that_ask_are_no_tokens_of_a_question():
    assert query_tokens("江苏有哪些目标？") == tokenize("江苏，目标")
    assert query_tokens("什么") == ["什么"]


@given(st.text(max_size=40))
def test_folding_is_stable_and_tokens_hold_no_white_space(text):
    assert fold(fold(text)) == fold(text)
    assert not any(character.isspace() for token in tokenize(text) for character in token)
