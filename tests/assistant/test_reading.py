"""A clause in its place: headings above, neighbours, and the quote found whatever its width and white space."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.reading import NEIGHBOUR_CHARACTERS, view
from corpus.chunking import chunk
from corpus.errors import DocumentUnknown
from corpus.library import Library
from corpus.models import Document
from corpus.parsing import parse
from tests.fakes import source

TEXT = (
    """关于印发试点方案的通知

苏科发〔2023〕11号

试点方案

一、总体要求

（一）主要目标

到2025年，新增高新技术企业1000 家，
碳排放强度下降18%。

二、重点任务

1. 加强研究。"""
    + "开展技术攻关。" * 60
    + """

2. 加强保障。落实责任。
"""
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    yield library
    library.close()


@pytest.fixture
def document(library: Library) -> Document:
    document = parse(source("试点.txt", TEXT))
    library.add(document, chunk(document))
    return document


def clause_id(document: Document, path: str) -> str:
    return next(clause.id for clause in document.clauses if clause.path_text == path)


@pytest.mark.parametrize("quote", ["新增高新技术企业1000家", "新增高新技术企业１０００ 家，碳排放强度下降１８％"])
def test_a_quote_is_found_with_white_space_and_width_folded(library: Library, document: Document, quote: str) -> None:
    shown = view(library, clause_id(document, "一 > （一）"), quote)
    assert shown.start is not None
    assert shown.text[shown.start :].startswith("新增高新技术企业1000 家")
    assert (shown.text[: shown.end] + "。").endswith(("1000 家。", "18%。"))


@pytest.mark.parametrize("quote", ["", "  ", "新增高新技术企业2000家"])
def test_a_quote_that_is_not_there_has_no_place(library: Library, document: Document, quote: str) -> None:
    shown = view(library, clause_id(document, "一 > （一）"), quote)
    assert (shown.start, shown.end) == (None, None)


def test_a_clause_comes_with_its_document_and_the_headings_above(library: Library, document: Document) -> None:
    shown = view(library, clause_id(document, "一 > （一）"))
    assert (shown.title, shown.number, shown.source) == ("试点方案", "苏科发〔2023〕11号", "试点.txt")
    assert shown.headings == ("一、总体要求",)


def test_long_neighbours_are_shortened_on_the_side_away_from_the_clause(library: Library, document: Document) -> None:
    shown = view(library, clause_id(document, "二 > 2"))
    assert shown.before is not None
    assert shown.before.shortened
    assert shown.before.text.endswith("开展技术攻关。")
    assert len(shown.before.text) < NEIGHBOUR_CHARACTERS + 5
    assert shown.after is None


def test_a_clause_that_is_gone_is_named(library: Library, document: Document) -> None:
    library.remove("试点.txt")
    with pytest.raises(DocumentUnknown, match="二"):
        view(library, f"{document.id}.二")
