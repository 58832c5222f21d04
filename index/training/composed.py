"""Clauses of policy documents composed for the training, each with questions as people ask them.

Laws and news are not written like plans, notices, guides and rules for funds, and no
collection of those may be shipped or learned from here. These documents exist nowhere:
a language model made them up, of every kind and on some 230 matters, and asked about them.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

from index.training.sources import Question

FILE = "composed.tsv.xz"

SET = "composed"

_CLAUSE = "P"


def questions(file: Path) -> Iterator[Question]:
    """Each question with its clause under the title of its document."""
    for title, clause, question in clauses(file):
        yield Question(SET, question, f"{title} {clause}")


def clauses(file: Path) -> Iterator[tuple[str, str, str]]:
    """Each question behind the title of its document and its clause.

    Lines are `P<tab>title<tab>clause` and, below it, `Q<tab>question`.
    """
    title = clause = ""
    for line in lzma.decompress(file.read_bytes()).decode("utf-8").splitlines():
        kind, said, *rest = line.split("\t")
        if kind == _CLAUSE:
            title, clause = said, rest[0]
        else:
            yield title, clause, said
