"""Bodies in charge are printed in brackets of any shape, on lines of their own, or once for several clauses."""

from __future__ import annotations

import pytest

from assistant.charge.printed_units import PRINTED, inner, units_of
from corpus.models import Document
from tests.corpus.sources import document


def of(found: Document, path: str) -> tuple[str, bool] | None:
    clause = next(one for one in found.clauses if one.path_text == path)
    units = units_of(found, clause)
    return (units.inner, units.inherited) if units else None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("更新管网。〔责任单位：市水务局、市建委〕", "责任单位：市水务局、市建委"),
        ("更新管网。【责任单位：市水务局】", "责任单位：市水务局"),
        ("更新管网。[牵头单位：市水务局；配合单位：市建委]", "牵头单位：市水务局；配合单位：市建委"),
        ("更新管网。（市水务局、市建委、各区政府）", "市水务局、市建委、各区政府"),
        ("更新管网。（市水务局牵头，各县〔市、区〕政府配合）", "市水务局牵头，各县〔市、区〕政府配合"),
        ("更新管网。（市水务局牵头，市建委参加。以下均需各区配合，不再列出）", "市水务局牵头，市建委参加"),
        ("更新管网。责任部门：市水务局、市建委。", "责任部门：市水务局、市建委"),
        ("更新管网。\n牵头单位：市水务局\n配合单位：市建委", "牵头单位：市水务局；配合单位：市建委"),
    ],
)
def test_bodies_are_printed_in_many_ways(text: str, printed: str) -> None:
    found = PRINTED.search(text)
    assert found is not None
    assert inner(found.group().strip()) == printed


@pytest.mark.parametrize(
    "text",
    [
        "更新管网（以下简称市水务局）。",
        "更新管网。（以下简称管网局）",
        "由县级以上水利（水务）局（委）批准。",
        "更新管网（含市政道路、社区内部）。",
        "（责任编辑：王某）",
        "| 序号 | 牵头单位 | 参与单位 |",
    ],
)
def test_other_brackets_name_nobody_in_charge(text: str) -> None:
    assert PRINTED.search(text) is None


def test_what_is_printed_behind_the_items_of_an_article_is_for_each_of_them() -> None:
    found = document(
        *("某市节水办法", "", "第一条　为了节水，制定本办法。", "第二条　节水补贴。"),
        *("（一）安装滴灌的，每亩补200元；", "（二）改造管网的，每米补30元。", "（责任单位：市水务局、市财政局）"),
        *("第三条　其他事项另行规定。", "第四条　本办法自印发之日起施行。"),
    )
    printed = "责任单位：市水务局、市财政局"
    assert of(found, "第二条 > （一）") == (printed, True)
    assert of(found, "第二条") == (printed, False)
    assert of(found, "第三条") is None


def test_what_is_said_of_a_whole_part_is_for_the_clauses_under_it() -> None:
    found = document(
        *("某市方案", "", "一、巡查", "本部分各项任务由市水务局牵头，市公安局配合。", "（一）日常巡查。每周两次。"),
        *("（二）夜间巡查。每月一次。", "二、宣传", "（三）进校园。每年一次。"),
    )
    said = "本部分各项任务由市水务局牵头，市公安局配合"
    assert of(found, "一 > （一）") == (said, True)
    assert of(found, "二 > （三）") is None


def test_the_units_of_one_clause_are_not_lent_to_the_next() -> None:
    found = document(
        *("某市方案", "", "一、巡查", "（一）日常巡查。每周两次。（责任单位：市水务局）", "（二）夜间巡查。每月一次。")
    )
    assert of(found, "一 > （一）") == ("责任单位：市水务局", False)
    assert of(found, "一 > （二）") is None
