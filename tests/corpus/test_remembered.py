"""What is worked out of a whole document is worked out once, and goes with it."""

from __future__ import annotations

import gc
import weakref

from corpus.models import Document
from corpus.remembered import per_document
from tests.corpus.sources import document


def test_a_document_is_read_once_and_another_one_by_itself() -> None:
    read: list[str] = []

    @per_document
    def clauses(of: Document) -> int:
        read.append(of.id)
        return len(of.clauses)

    first, second = document("办法", "第一条　甲。", "第二条　乙。"), document("办法", "第一条　甲。")
    assert [clauses(first), clauses(first), clauses(second)] == [len(first.clauses)] * 2 + [len(second.clauses)]
    assert read == [first.id, second.id]


def test_what_is_remembered_goes_with_the_document() -> None:
    read = document("办法", "第一条　甲。")
    per_document(lambda one: one)(read)
    gone = weakref.ref(read)
    del read
    gc.collect()
    assert gone() is None
