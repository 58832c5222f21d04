"""Encodings: the same words come out whichever way they were saved."""

from __future__ import annotations

import random

import pytest

from corpus.decoding import NotText, clean, decode

SIMPLIFIED = "为贯彻落实党中央决策部署，现将《行动方案》印发给你们，请认真组织实施。到2030年，新增企业500家以上。"
TRADITIONAL = (
    "為促進綠色低碳發展，行政院核定本計畫，請各機關依職權辦理。民國一百一十二年三月一日起，補助金額以新臺幣五萬元為限。"
)


@pytest.mark.parametrize("length", [6, 12, 30, 2000])
@pytest.mark.parametrize(
    ("words", "encoding", "label"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "cp950", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
    ],
)
def test_chinese_of_any_length_is_read_in_its_own_encoding(words: str, encoding: str, label: str, length: int) -> None:
    text = (words * (length // len(words) + 1))[:length]

    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    assert decoded.encoding == label


def test_a_title_in_gb18030_is_not_taken_for_big5() -> None:
    assert decode("关于做好补贴工作的通知".encode("gb18030")).text == "关于做好补贴工作的通知"


def test_a_title_in_big5_is_not_taken_for_gb18030() -> None:
    assert decode("關於辦理補助工作的通知".encode("big5")).text == "關於辦理補助工作的通知"


def test_hong_kong_characters_outside_plain_big5_are_read() -> None:
    text = TRADITIONAL + "深水埗及葵涌嘅居民"
    assert decode(text.encode("big5hkscs")).text == text


def test_utf_16_without_a_byte_order_mark_is_read() -> None:
    assert decode(f"{SIMPLIFIED}\n{SIMPLIFIED}".encode("utf-16-le")).text == f"{SIMPLIFIED}\n{SIMPLIFIED}"


def test_the_encoding_is_noted_when_it_is_not_utf_8() -> None:
    assert decode(SIMPLIFIED.encode("gbk")).notes == ("文字按 GB18030 编码读取",)
    assert decode(SIMPLIFIED.encode()).notes == ()


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_line_ends_of_any_kind_become_newlines(line_end: str) -> None:
    assert clean(f"第一行{line_end}第二行{line_end}") == ("第一行\n第二行\n", ())


def test_spaces_and_blank_lines_stay_as_they_are() -> None:
    text = "\n\n  　标题 \t\n\n\n正文  \n"
    assert decode(text.encode()).text == text


def test_a_few_nul_bytes_are_dropped_with_a_note() -> None:
    decoded = decode((SIMPLIFIED[:20] + "\0" + SIMPLIFIED[20:]).encode())
    assert decoded.text == SIMPLIFIED
    assert decoded.notes == ("去掉了 1 个空字符（NUL）",)


def test_nul_padding_behind_the_text_is_dropped() -> None:
    assert decode(SIMPLIFIED.encode("gbk") + bytes(4096)).text == SIMPLIFIED


def test_a_character_cut_at_the_end_of_a_truncated_file_is_noted() -> None:
    decoded = decode((SIMPLIFIED * 5).encode()[:-1])
    assert decoded.text.startswith(SIMPLIFIED)
    assert decoded.notes == ("有 1 处文字已损坏，无法解码",)


@pytest.mark.parametrize("size", [40, 300, 5000])
def test_random_bytes_are_not_text(size: int) -> None:
    for seed in range(50):
        with pytest.raises(NotText):
            decode(random.Random(seed).randbytes(size))


@pytest.mark.parametrize("data", [bytes(500), b"\x7fELF\x02\x01\x01" + bytes(60) + b"abc", bytes(range(1, 9)) * 50])
def test_binary_content_is_not_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data + b"\x01")


def test_a_declared_encoding_that_does_not_hold_is_not_believed() -> None:
    assert decode(SIMPLIFIED.encode(), declared="ascii").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gbk"), declared="no-such-encoding").text == SIMPLIFIED
