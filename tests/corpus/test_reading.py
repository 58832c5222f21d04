"""A change of how documents are read is announced to the libraries that hold them."""

from __future__ import annotations

import json

from corpus.chunking import READING
from tests.corpus.reading import KEPT, digests


def test_documents_are_read_as_this_revision_says() -> None:
    kept, read = json.loads(KEPT.read_text(encoding="utf-8")), digests()
    changed = [name for name in read if name in kept["documents"] and read[name] != kept["documents"][name]]
    assert changed == [], (
        "read differently: raise READING in corpus/chunking.py, then run python -m tests.corpus.reading"
    )
    assert kept["reading"] == READING and kept["documents"].keys() == read.keys(), "run python -m tests.corpus.reading"
    assert len(read) > 40
