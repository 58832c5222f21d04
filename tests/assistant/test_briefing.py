"""A briefing fits a page, and every sentence of it stands word for word in the clause that its mark names."""

from __future__ import annotations

import re

import pytest

from assistant.answering import Assistant
from assistant.models import Briefing, CitationStatus
from corpus.text import fold, visible_length
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import TEXTS

ONE_PAGE = 1_500
"""Visible characters that fit on a page with its headings."""

REQUESTS = (
    "写一份浙江节水方案的简报",
    "各地节水型企业目标简报，一页纸",
    "海水淡化做法",
    "比较浙江和绍兴的农业节水",
    "<b>节水</b>",
)


@pytest.fixture(scope="module")
def briefings(assistant: Assistant) -> dict[str, Briefing]:
    return {request: assistant.brief(request) for request in REQUESTS}


def headings(briefing: Briefing) -> list[str]:
    return re.findall(r"^\*\*(.+)\*\*$", briefing.markdown, flags=re.MULTILINE)


@pytest.mark.parametrize("request_", REQUESTS)
def test_every_line_carries_a_mark_and_every_mark_a_citation(briefings: dict[str, Briefing], request_: str) -> None:
    found = briefings[request_]
    lines = [line for line in found.markdown.splitlines() if line.startswith("*") and not line.startswith("**")]
    assert lines
    assert all(re.search(r"\[\d+\]$", line) for line in lines)
    used = {int(mark) for mark in re.findall(r"\[(\d+)\]", found.markdown)}
    assert [one.mark for one in found.citations] == sorted(used) == list(range(1, len(used) + 1))


@pytest.mark.parametrize("request_", REQUESTS)
def test_what_is_cited_stands_in_its_document(briefings: dict[str, Briefing], request_: str) -> None:
    for one in briefings[request_].citations:
        assert one.status is CitationStatus.VERIFIED
        assert fold(one.quote) in fold(one.text)
        assert fold(one.text) in fold(TEXTS[one.source])


@pytest.mark.parametrize("request_", REQUESTS)
def test_the_sentences_fit_a_page(briefings: dict[str, Briefing], request_: str) -> None:
    assert visible_length(briefings[request_].markdown) <= ONE_PAGE


def test_one_document_gets_its_head_and_then_its_own_sections(briefings: dict[str, Briefing]) -> None:
    found = briefings["写一份浙江节水方案的简报"]
    assert found.title == "《浙江省节水技术推广实施方案》简报"
    assert headings(found)[0] == "文件概况"
    assert [name for name in headings(found) if name in ("总体要求", "重点任务", "保障措施")] == [
        "总体要求",
        "重点任务",
        "保障措施",
    ]
    for said in ("浙水科〔2023〕11号", "2023年1月11日", "300家", "30万元"):
        assert said in found.markdown


def test_several_documents_come_from_the_state_down(briefings: dict[str, Briefing]) -> None:
    assert headings(briefings["各地节水型企业目标简报，一页纸"]) == ["国家", "浙江", "绍兴", "新区"]


def test_only_the_documents_named_are_briefed(briefings: dict[str, Briefing]) -> None:
    found = briefings["比较浙江和绍兴的农业节水"]
    assert headings(found) == ["浙江", "绍兴"]
    assert {one.source for one in found.citations} == {"浙江.txt", "绍兴.txt"}


def test_a_topic_is_written_from_the_documents_that_speak_of_it(briefings: dict[str, Briefing]) -> None:
    found = briefings["海水淡化做法"]
    assert headings(found) == ["国家", "浙江"]
    assert {one.source for one in found.citations} == {"国家.txt", "浙江.txt"}
    assert len(found.sources.splitlines()) == 2 + 2


def test_a_named_document_without_the_topic_is_shown_as_silent(assistant: Assistant) -> None:
    found = assistant.brief("比较浙江和绍兴的海水淡化")
    assert headings(found) == ["浙江", "绍兴"]
    assert {one.source for one in found.citations} == {"浙江.txt"}
    assert found.markdown.endswith("文件中未见相关内容。")


def test_the_table_names_each_document_and_leaves_blank_what_it_does_not_print(briefings: dict[str, Briefing]) -> None:
    rows = briefings["各地节水型企业目标简报，一页纸"].sources.splitlines()
    assert "| 《绍兴市节水行动计划》 | — | — | — |" in rows
    assert "| 《浙江省节水技术推广实施方案》 | 浙水科〔2023〕11号 | 浙江省水利厅、浙江省财政厅 | 2023-01-11 |" in rows


def test_a_long_document_is_cut_down_to_a_page(assistant_over: MakeAssistant) -> None:
    lines = ["某某市节水行动方案", ""]
    for number in "一二三四五六七八":
        lines.append(f"{number}、{_words(ord(number), 4)}")
        lines += [f"{item}.到2030年，建成{_words(ord(number) * item, 20)}示范{item}处。" for item in range(1, 30)]
    found = assistant_over({"长.txt": "\n".join(lines)}).brief("写一份简报")
    assert ONE_PAGE / 2 < visible_length(found.markdown) <= ONE_PAGE


def _words(seed: int, length: int) -> str:
    """Characters that no other seed has in this order, so that no sentence repeats another."""
    return "".join(chr(0x4E00 + (seed * 131 + at * at * 977) % 9000) for at in range(length))


def test_without_documents_a_briefing_cites_nothing(assistant_over: MakeAssistant) -> None:
    found = assistant_over({}).brief("写一份节水简报")
    assert found.citations == ()
    assert "[" not in found.markdown


@pytest.mark.parametrize("request_", ["火星移民简报", "浙江的火星移民简报", "量子淡化"])
def test_half_of_a_subject_in_print_is_not_the_subject(assistant_over: MakeAssistant, request_: str) -> None:
    talent = "浙江省引才实施方案\n一、引才\n探索技术移民等引才机制，设立引才专项资金3000万元。"
    desalination = "绍兴市水务方案\n一、海水淡化\n建成20个海水淡化示范工程。"
    assistant = assistant_over({"浙江.txt": talent, "绍兴.txt": desalination})
    found, told = assistant.brief(request_), assistant.brief("技术移民简报")
    assert "移民等" not in found.markdown and "示范工程" not in found.markdown
    assert "未见相关内容" in found.markdown
    assert "探索技术移民等引才机制" in told.markdown


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("写一份保障措施的简报", "保障措施简报"),
        ("比较各地的工作机制", "工作机制简报"),
        ("重点任务简报", "重点任务简报"),
        ("写一份节水的简报", "节水简报"),
        ("浙江方案和国家方案怎么衔接，给厅里汇报用", "国家、浙江对照简报"),
        ("把各文件的量化指标汇总成一页", "国家、浙江、绍兴、新区量化指标简报"),
    ],
)
def test_a_term_is_titled_as_it_was_typed(assistant: Assistant, request_: str, title: str) -> None:
    assert assistant.brief(request_).title.endswith(title)


def test_goals_of_every_target_year_are_on_the_page(assistant_over: MakeAssistant) -> None:
    near = "到2027年，新增节水企业300家，建成示范区20个，培育团队10个，漏损率降至8%以下。"
    far = "到2035年，着眼长远战略目标，节水技术体系更加成熟，水资源利用效率稳步向好。"
    tasks = [
        f"{at}.建成{_words(at, 12)}示范工程{at + 3}处，设立{_words(at + 50, 8)}基金{at}亿元。" for at in range(1, 40)
    ]
    lines = ["绍兴市节水行动方案", "一、主要目标", near + far, "二、重点任务", *tasks]
    found = assistant_over({"绍兴.txt": "\n".join(lines)}).brief("绍兴市节水行动方案，一页纸").markdown
    assert "新增节水企业300家" in found
    assert "节水技术体系更加成熟" in found
    assert "2035" in found
    assert "战略目标。" not in found
