"""What is particular to the lexical index: where words stand, other handles, damaged folders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.errors import SearchIndexError
from index.lexical import LexicalIndex
from tests import fakes


def test_words_of_the_text_count_more_than_words_of_the_headings(tmp_path):
    index = LexicalIndex(tmp_path)
    (plain,) = fakes.chunk(fakes.document("a.txt", "方案"))
    headed = replace(plain, id="headed", context="新型储能", text="某某工作")
    worded = replace(plain, id="worded", context="某某工作", text="新型储能")
    index.add([headed, worded])
    assert [hit.chunk_id for hit in index.search("新型储能", 5)] == ["worded", "headed"]


def test_a_word_tells_more_the_fewer_chunks_hold_it_and_the_more_often_it_is_said(tmp_path):
    index = LexicalIndex(tmp_path)
    index.add(fakes.chunk(fakes.document("a.txt", "储能", "储能项目", "储能补贴", "项目")))
    found = index.weights("储能补贴补贴")
    assert set(found) == {"储能", "能补", "补贴", "贴补"}
    assert found["能补"] > found["储能"] > 0
    assert found["补贴"] == pytest.approx(2 * index.weights("补贴")["补贴"])


def test_a_word_is_weighed_while_removed_chunks_are_still_counted(tmp_path):
    index = LexicalIndex(tmp_path)
    chunks = fakes.chunk(fakes.document("a.txt", "储能", "储能项目"))
    index.add(chunks)
    index.remove([chunks[0].document_id])
    assert index.weights("储能")["储能"] > 0
    assert LexicalIndex(tmp_path / "empty").weights("储能")["储能"] > 0


def test_another_handle_sees_a_commit_once_it_reloads(tmp_path):
    writer, reader = LexicalIndex(tmp_path), LexicalIndex(tmp_path)
    writer.add(fakes.chunk(fakes.document("a.txt", "新型储能")))
    writer.close()
    reader.reload()
    assert reader.search("新型储能", 5)


def test_a_document_number_finds_its_clause_however_its_brackets_were_typed(tmp_path):
    index = LexicalIndex(tmp_path)
    index.add(fakes.chunk(fakes.document("a.txt", "甲", "苏科发〔2023〕11号", "苏科发〔2022〕11号", "2023年11月")))
    assert index.search("苏科发[2023]11号", 1)[0].chunk_id.split(".")[1] == "1"


def test_a_second_writer_is_refused(tmp_path):
    first, second = LexicalIndex(tmp_path), LexicalIndex(tmp_path)
    first.add(fakes.chunk(fakes.document("a.txt", "甲")))
    with pytest.raises(SearchIndexError):
        second.add(fakes.chunk(fakes.document("b.txt", "乙")))


def test_a_damaged_folder_is_named_with_what_to_do(tmp_path):
    LexicalIndex(tmp_path).close()
    (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(SearchIndexError, match="wence doctor"):
        LexicalIndex(tmp_path)
