"""What is not in force stands behind what is, and is still found."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.models import DocumentStatus
from corpus.vocabulary import Validity
from index.validity import LEFT, by_validity
from tests.index.test_retriever import sources

QUERY = "新建住宅节水器具普及率要达到多少？"
RULE = "新建住宅节水器具普及率要达到{}%。"
TODAY = date(2024, 6, 15)


@pytest.fixture
def found(indexer, retriever, library, write):
    """The old and the new text of a rule, in words that a search finds equally good."""
    files = [
        write(f"{year}.txt", "节水办法", "第一条 " + RULE.format(share)) for year, share in (("旧", 40), ("新", 60))
    ]
    assert [result.error for result in indexer.ingest(files)] == [None, None]
    return lambda: [one for one in retriever.retrieve(QUERY, 10) if "普及率" in one.text]


@pytest.mark.parametrize("behind", ["旧.txt", "新.txt"])
@pytest.mark.parametrize(
    "status",
    [
        DocumentStatus(Validity.REPEALED),
        DocumentStatus(Validity.IN_FORCE, effective_until="2020-01-01"),
        DocumentStatus(Validity.IN_FORCE, effective_from="2999-01-01"),
    ],
    ids=["repealed", "ended", "not yet"],
)
def test_of_two_equal_texts_the_one_in_force_comes_first(found, library, behind, status):
    library.set_status(behind, status)
    names = sources(found())
    assert names[0] != behind
    assert behind in names


@pytest.mark.parametrize("validity", [Validity.AMENDED, Validity.TRIAL, Validity.UNKNOWN])
def test_what_is_in_force_in_some_way_keeps_its_place(found, library, validity):
    before = sources(found())
    library.set_status(before[0], DocumentStatus(validity))
    library.set_status(next(name for name in ("旧.txt", "新.txt") if name != before[0]), DocumentStatus())
    assert sources(found()) == before


def test_scores_are_lowered_by_a_share_and_never_raised(found, library):
    library.set_status("旧.txt", DocumentStatus(Validity.REPEALED))
    evidence = [one.scored(score) for one, score in zip(found(), (1.0, 1.0, -0.5, -0.5), strict=False)]
    lowered = {one.document.name: one.score for one in by_validity(evidence[:2], TODAY)}
    assert lowered == {"新.txt": 1.0, "旧.txt": LEFT}
    below = [one.scored(-0.5) for one in evidence if one.document.name == "旧.txt"] + evidence[:1]
    assert min(one.score for one in by_validity(below, TODAY)) == -0.5


def test_where_all_are_alike_nothing_is_changed(found, library):
    before = found()
    for name in ("旧.txt", "新.txt"):
        library.set_status(name, DocumentStatus(Validity.REPEALED))
    assert [one.score for one in found()] == [one.score for one in before]
