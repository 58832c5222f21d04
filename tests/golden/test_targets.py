"""Targets of the bundled documents: the list is sound, and the rules keep their floors on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.bundled import bundled_documents
from corpus.parsing import parse
from corpus.readers import read_source
from tests.golden import targets

FLOORS = json.loads((Path(__file__).parents[2] / ".ci/floors.json").read_text(encoding="utf-8"))["targets"]


def test_the_list_quotes_its_clauses_word_for_word() -> None:
    documents = {one.name: parse(read_source(one.path)) for one in bundled_documents()}
    rows = targets.listed()
    assert len(rows) >= 90
    for row in rows:
        clauses = [one for one in documents[row["document"]].clauses if one.path == tuple(row["path"])]
        assert [row["quote"] in one.printed and row["printed"] in one.printed for one in clauses] == [True], row


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_the_rules_keep_their_floors(figure: str) -> None:
    assert targets.figures()[figure] >= FLOORS[figure]["min"], (
        targets.wanted() - targets.found(),
        targets.found() - targets.wanted(),
    )
