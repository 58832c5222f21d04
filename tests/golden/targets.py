"""How well targets are found in the bundled documents, against the list in targets.jsonl made by reading.

    python -m tests.golden.targets [--missed]

A row is found when clause, value, base unit, year and place are all right.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from corpus.bundled import bundled_documents
from corpus.facts import facts_of
from corpus.facts.models import Target
from corpus.parsing import parse
from corpus.readers import read_source

LISTED = Path(__file__).parent / "targets.jsonl"

Key = tuple[str, str, float, float, str, int, str]


def listed() -> list[dict[str, object]]:
    """The rows of the list."""
    return [json.loads(line) for line in LISTED.read_text(encoding="utf-8").splitlines()]


def wanted() -> Counter[Key]:
    """What must be found, by document, clause, value, unit, year and place."""
    return Counter(
        (row["document"], " > ".join(row["path"]), row["low"], row["high"], row["unit"], row["year"], row["place"])
        for row in listed()
    )


def found() -> Counter[Key]:
    """What the rules find."""
    keys: Counter[Key] = Counter()
    for bundled in bundled_documents():
        document = parse(read_source(bundled.path))
        for fact in facts_of(document):
            if isinstance(fact, Target):
                quantity = fact.quantity
                values = (round(quantity.low, 9), round(quantity.high, 9), quantity.unit)
                keys[(document.name, document.by_id[fact.clause_id].path_text, *values, fact.year, fact.place)] += 1
    return keys


def figures() -> dict[str, float]:
    """Recall and precision of the rows all right."""
    want, have = wanted(), found()
    right = (want & have).total()
    return {"rows": want.total(), "recall": right / want.total(), "precision": right / have.total()}


if __name__ == "__main__":
    print(json.dumps(figures()))
    if "--missed" in sys.argv:
        print("missed", *(wanted() - found()), "not listed", *(found() - wanted()), sep="\n")
