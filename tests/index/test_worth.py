"""Of the hits, those are read that are still the best when what is withheld is taken off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.chunking import document_of
from corpus.library import Library
from corpus.vocabulary import DocumentType, Level
from index.models import RankedHit
from index.reach import WITHHELD
from index.worth import READ, SPARE, worth_reading
from tests import fakes


@pytest.fixture
def law(tmp_path):
    document = fakes.document("a.txt", "方案", "用人单位应当支付加班费。")
    summary = Library(tmp_path).add(document, fakes.chunk(document)).document
    return replace(
        summary, id="law", title="中华人民共和国劳动法", document_type=DocumentType.LAW, level=Level.NATIONAL
    )


def worth(fused, documents, query="加班费谁来支付？", wanted=10, places=()):
    known = {one.id: one for one in documents}
    return worth_reading(query, fused, known, laws=True, places=places, wanted=wanted)


def many(document, count):
    return [RankedHit(f"{document.id}.article_{at}.0", 2.0 - at / 1000) for at in range(count)]


def test_a_chunk_is_of_the_document_that_its_id_begins_with(law):
    document = fakes.document("a.txt", "方案", "用人单位应当支付加班费。")
    assert {document_of(chunk.id) for chunk in fakes.chunk(document)} == {document.id}


def test_no_more_are_read_than_are_worth_it_and_never_fewer_than_asked_for(law):
    fused = many(law, 3 * READ)
    assert [one.chunk_id for one in worth(fused, [law])] == [hit.chunk_id for hit in fused[:READ]]
    assert len(worth(fused, [law], wanted=200)) == round(SPARE * 200)


def test_what_is_withheld_is_taken_off_before_the_best_are_chosen(law):
    rule = replace(law, id="rule", title="工资支付条例")
    fused = [*many(rule, READ), RankedHit("law.article_1.0", 2.0 - WITHHELD)]
    best = worth(fused, [law, rule])
    assert (best[0].chunk_id, best[0].document) == ("law.article_1.0", law)
    assert best[1].score == pytest.approx(2.0 - WITHHELD)
    assert len(best) == READ


def test_documents_that_the_library_does_not_hold_are_not_read(law):
    assert worth([RankedHit("gone.article_1.0", 2.0)], [law]) == []


def test_equal_scores_are_in_the_order_of_their_ids(law):
    fused = [RankedHit(f"law.{name}.0", 1.0) for name in "cab"]
    assert [one.chunk_id for one in worth(fused, [law])] == ["law.a.0", "law.b.0", "law.c.0"]
