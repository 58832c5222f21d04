"""Chunks are whole clauses, or runs of whole sentences of long ones."""

from __future__ import annotations

from corpus.chunking import CHUNK_CHARACTERS, chunk
from corpus.models import Document
from corpus.text import visible_length
from tests.corpus.sources import document


def test_a_short_clause_is_one_chunk_as_printed() -> None:
    found = document("某市方案", "一、总体要求", "（一）目标。到2025年完成。", "（二）原则。坚持节约。")
    chunks = chunk(found)
    assert [one.text for one in chunks][2:] == ["（一）目标。到2025年完成。", "（二）原则。坚持节约。"]
    assert [one.clause_id for one in chunks] == [one.id for one in found.clauses]


def test_the_headings_above_a_clause_are_its_context_and_not_its_text() -> None:
    found = document("某市方案", "一、总体要求", "（一）目标。到2025年完成。", "（二）原则。坚持节约。")
    last = chunk(found)[-1]
    assert last.context == "总体要求"
    assert "总体要求" not in last.text
    assert last.title == "某市方案"


def rule(lead_in: str) -> Document:
    """Articles, the first with two items."""
    last = ("第二条 水务部门负责监督。", "第三条 本规定自发布之日起施行。")
    lines = (f"第一条 {lead_in}", "（一）水量下降的；", "（二）使用再生水的。", *last)
    return document("# 节水规定", *(part for line in lines for part in ("", line)))


def test_the_words_that_lead_in_to_items_stand_above_each_of_them() -> None:
    lead_in = "有下列情形之一的，可以减免："
    found = rule(lead_in)
    contexts = {one.text: one.context for one in chunk(found)}
    assert contexts["（一）水量下降的；"] == contexts["（二）使用再生水的。"] == lead_in
    assert contexts["第三条 本规定自发布之日起施行。"] == ""


def test_words_too_long_to_be_read_above_every_item_are_left_where_they_stand() -> None:
    found = rule(f"{'字' * 300}：")
    assert {one.context for one in chunk(found)} == {""}


def test_a_long_clause_is_cut_behind_sentences() -> None:
    body = "".join(f"第{i}句话说的是工作要求和安排部署情况。" for i in range(60))
    chunks = [one for one in chunk(document("某市方案", "一、" + body, "二、完。")) if "句话" in one.text]
    assert len(chunks) > 1
    assert all(visible_length(one.text) <= CHUNK_CHARACTERS for one in chunks)
    assert all(one.text.endswith("。") for one in chunks)


def test_a_sentence_beyond_the_limit_of_a_citation_is_cut_all_the_same() -> None:
    chunks = chunk(document("字" * 3000))
    assert all(visible_length(one.text) <= 1000 for one in chunks)
    assert sum(visible_length(one.text) for one in chunks) == 3000


def test_ids_are_unique_and_the_order_is_the_document_s() -> None:
    chunks = chunk(document("某市方案", "一、甲", "二、乙", "三、丙"))
    assert len({one.id for one in chunks}) == len(chunks)
    assert [one.order for one in chunks] == list(range(len(chunks)))
