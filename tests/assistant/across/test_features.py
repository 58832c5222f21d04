"""What a document has in it, whatever its words, is found by its structure."""

from __future__ import annotations

import pytest

from assistant.across.features import features
from corpus.models import Document, DocumentSummary
from corpus.rows import summary_of
from tests.assistant.shelf import PROVINCE, TEXTS, ask, read, summary_named
from tests.corpus.sources import document

SCOPE = [(read(name), summary_named(name)) for name in TEXTS]


@pytest.mark.parametrize(
    "question",
    [
        "哪几份文件把任务明确到了责任部门？",
        "任务后头标了责任部门或责任单位的，是哪几份文件？",
        "哪些文件没有注明责任单位",
        "写明任务分工的是哪份文件？",
    ],
)
def test_documents_that_charge_bodies_are_counted_with_the_first_and_last_place(question: str) -> None:
    found = features(ask(question), SCOPE)
    assert found is not None
    (one,) = found.statements
    assert one.lead == "浙江" and one.text == "3处，如：（责任部门：省水利厅、省农业农村厅）"
    assert [ground.clause.path_text for ground in one.grounds] == ["二 > 1", "二 > 3"]
    assert one.grounds[0].document == summary_named(PROVINCE)
    assert found.without == ("国家", "绍兴", "新区")


def test_the_role_asked_for_is_the_one_that_is_looked_for() -> None:
    led = _pair("一、统筹", "推进节水。（牵头单位：市水务局，责任单位：各区）")
    charged = _pair("一、管网", "改造管网。（责任单位：市建委）")
    found = features(ask("标明牵头单位的是哪份文件？"), [led, charged])
    assert found is not None and len(found.statements) == 1
    assert "牵头单位：市水务局" in found.statements[0].text


def test_boxes_are_found_as_boxes() -> None:
    boxed = _pair("一、工程", "实施节水工程。", "", "专栏1 重点项目", "", "1.管网改造。改造老旧管网。")
    found = features(ask("哪几份文件带专栏？"), [boxed, *SCOPE])
    assert found is not None
    assert [one.grounds[0].document for one in found.statements] == [boxed[1]]
    assert "专栏1" in found.statements[0].text


def test_telephone_numbers_are_found_by_what_they_look_like() -> None:
    table = _pair(
        "一、联系方式", "| 事项 | 电话 |", "| --- | --- |", "| 申报 | 0571-87000021 |", "| 举报 | 13800000000 |"
    )
    hot = _pair("一、咨询", "可拨打12345热线。")
    bare = _pair("一、目标", "每年节水12500吨，2023年12月印发，投资40000000元。")
    found = features(ask("哪几份文件没留联系电话？"), [table, hot, bare])
    assert found is not None
    assert [one.grounds[0].document for one in found.statements] == [table[1], hot[1]]
    assert "0571-87000021" in found.statements[0].text
    assert len(found.without) == 1


@pytest.mark.parametrize(
    "question", ["哪几份文件带专栏？", "哪些文件附了政策解读？", "哪几份文件提到“责任部门”？", "滴灌归谁负责？"]
)
def test_what_no_document_has_and_what_is_quoted_is_no_feature(question: str) -> None:
    assert features(ask(question), SCOPE) is None


def _pair(*lines: str) -> tuple[Document, DocumentSummary]:
    found = document("某市节水方案", "", *lines)
    return found, summary_of(found, "")
