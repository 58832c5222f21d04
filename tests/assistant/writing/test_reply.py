"""A reply, whole or cut anywhere: its marks, its lines, and what it never lets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.writing.check import _evidence
from assistant.writing.composition import composed
from assistant.writing.reply import read_reply

KEYED = dict(zip(("k1234567", "k89abcde"), _evidence(), strict=False))
EIGHT, NINE = KEYED
BITS = [
    *("到2025年，引进15个专家团队", "培养5—10个人才团队", "。", "，", "；", "：", "\n", "- ", "1. ", "（一）", " "),
    *(f"[{EIGHT}]", f"【{NINE}】", f"[{EIGHT}, {NINE}]", f"（{EIGHT}）", f"[条款{NINE}]", "[kffffff0]", "[1]", "[^2]"),
    *("<think>", "</think>", "<b>", "</b>", "<img src=x>", "![a](http://x.example/y)", "[a](//x.example)", "](", "!["),
    *("https://x.example/?q=1", "**", "`", "#", "|", "<", ">", "[", "]", "(", ")", "k12", "\ue010", "\ue011", "\u202e"),
]
REACHING = re.compile(r"x\.example|<img|<b>|\]\(|!\[|\ue010|\ue011|\u202e", re.IGNORECASE)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=25), st.booleans())
def test_nothing_reaches_out_and_every_mark_has_its_citation(bits: list[str], finished: bool) -> None:
    shown = composed(read_reply("".join(bits), KEYED, finished=finished))
    assert not REACHING.search(shown.text)
    assert set(re.findall(r"\[(\d{1,3})\]", shown.text)) == {str(one.mark) for one in shown.citations}
    assert not re.search(r"k[0-9a-f]{7}", shown.text)
    assert {mark for one in shown.sentences for mark in one.marks} == {one.mark for one in shown.citations}
    for sentence in shown.sentences:
        assert sentence.text in shown.text and (sentence.marks or sentence.status == "unverified")


@pytest.mark.parametrize(
    ("text", "shown", "unknown"),
    [
        (f"引进15个专家团队。[{EIGHT}]", "引进15个专家团队。[1]", 0),
        (f"引进15个专家团队[{EIGHT}]。", "引进15个专家团队。[1]", 0),
        (f"引进15个专家团队。【{EIGHT}】", "引进15个专家团队。[1]", 0),
        (f"引进15个专家团队（{EIGHT}）。", "引进15个专家团队。[1]", 0),
        (f"引进15个专家团队。[{EIGHT.upper()}]", "引进15个专家团队。[1]", 0),
        (f"引进15个专家团队。[{EIGHT}，{NINE}]", "引进15个专家团队。[1][2]", 0),
        (f"引进15个专家团队。[条款：{EIGHT}] [{NINE}]", "引进15个专家团队。[1][2]", 0),
        (f"根据{EIGHT}，引进15个专家团队。", "根据，引进15个专家团队。[1]", 0),
        (f"引进15个专家团队。[{EIGHT}][k0000000][3]【4†来源】", "引进15个专家团队。[1]", 3),
        (f"- 引进15个。[{EIGHT}]\n- 培养5—10个。[{NINE}]", "- 引进15个。[1]\n- 培养5—10个。[2]", 0),
        (f"1. 引进15个。[{EIGHT}]\n2、培养5—10个。[{NINE}]", "- 引进15个。[1]\n- 培养5—10个。[2]", 0),
        (f"引进15个；培养5—10个。[{EIGHT}]", "引进15个；培养5—10个。[1]", 0),
        (f"引进15个；[{EIGHT}]培养5—10个。[{NINE}]", "引进15个；[1]培养5—10个。[2]", 0),
        (f"引进15个AI[{EIGHT}](note)团队。", "引进15个AI 团队。[1]", 0),
        (f"引进15个专家团队。[{EIGHT}](#8)", "引进15个专家团队。[1]", 0),
        (f"按鲁科字[2023]5号，引进15个。[{EIGHT}]", "按鲁科字[2023]5号，引进15个。[1]", 0),
    ],
)
def test_marks_in_the_forms_that_models_give_them(text: str, shown: str, unknown: int) -> None:
    reply = read_reply(text, KEYED, finished=True)
    assert (composed(reply).text, reply.unknown) == (shown, unknown)


def test_a_line_that_leads_to_a_list_rests_on_what_follows() -> None:
    shown = composed(read_reply(f"山东省的人才目标如下：\n- 引进15个专家团队。[{EIGHT}]", KEYED, finished=True))
    assert [one.marks for one in shown.sentences] == [(1,), (1,)]
    assert shown.text == "山东省的人才目标如下：[1]\n\n- 引进15个专家团队。[1]"
