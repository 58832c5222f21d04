"""Which folder is in force, and what it was built with."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.chunking import READING
from corpus.errors import IndexMismatch, SearchIndexError
from index.manifest import IndexFolder, manifest_of
from tests import fakes

EXPECTED = manifest_of(fakes.HashingEmbedder())


@pytest.fixture
def folder(tmp_path):
    return IndexFolder(tmp_path)


def test_there_is_none_before_the_first(folder):
    assert folder.current() is None
    assert folder.matching(EXPECTED) is None
    assert folder.leftovers() == ()


def test_a_switch_puts_a_folder_in_force_and_leaves_the_old_one_over(folder):
    first = folder.fresh()
    folder.switch(first, EXPECTED)
    second = folder.fresh()
    assert folder.matching(EXPECTED) == first
    assert folder.leftovers() == (second,)
    folder.switch(second, EXPECTED)
    assert folder.matching(EXPECTED) == second
    assert folder.leftovers() == (first,)
    folder.clear_leftovers()
    assert not first.exists() and second.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 0}, "索引格式"),
        ({"chunker": "old"}, "切分方式"),
        ({"tokenizer": "old"}, "分词方式"),
        ({"model": "old"}, "嵌入模型"),
        ({"dimension": 7}, "向量维数"),
    ],
)
def test_every_setting_that_differs_is_named(folder, change, said):
    folder.switch(folder.fresh(), replace(EXPECTED, **change))
    with pytest.raises(IndexMismatch, match=said) as caught:
        folder.matching(EXPECTED)
    assert "wence reindex" in caught.value.zh and "wence reindex" in caught.value.en


@pytest.mark.parametrize(("reading", "earlier"), [(READING - 1, True), (READING, False)])
def test_documents_that_were_read_by_an_earlier_version_stay_searchable(folder, reading, earlier):
    folder.switch(folder.fresh(), replace(EXPECTED, reading=reading))
    assert folder.matching(EXPECTED) is not None
    assert folder.read_earlier() is earlier


def test_a_folder_from_before_readings_were_counted_was_read_earlier(folder, tmp_path):
    folder.switch(folder.fresh(), EXPECTED)
    file = tmp_path / "index" / "manifest.json"
    stored = json.loads(file.read_text(encoding="utf-8"))
    del stored["manifest"]["reading"]
    file.write_text(json.dumps(stored), encoding="utf-8")
    assert folder.matching(EXPECTED) is not None
    assert folder.read_earlier()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"folder": "1", "manifest": {"format": 1}}'])
def test_a_manifest_that_makes_no_sense_is_an_error(folder, tmp_path, text):
    folder.switch(folder.fresh(), EXPECTED)
    (tmp_path / "index" / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(SearchIndexError, match="wence reindex"):
        folder.current()


def test_a_folder_in_force_that_is_gone_counts_as_none(folder):
    made = folder.fresh()
    folder.switch(made, EXPECTED)
    made.rmdir()
    assert folder.matching(EXPECTED) is None
