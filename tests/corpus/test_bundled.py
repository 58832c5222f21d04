"""The bundled documents are the published ones, unchanged, and the manifest says what they say."""

from __future__ import annotations

import hashlib

import pytest

from corpus.bundled import BundledDocument, bundled_documents
from corpus.parsing import parse
from corpus.readers import read_source

DOCUMENTS = bundled_documents()
NAMES = [document.name for document in DOCUMENTS]


def test_every_file_of_the_folder_stands_in_the_manifest_once() -> None:
    folder = DOCUMENTS[0].path.parent
    assert len(DOCUMENTS) == 5
    assert sorted(NAMES) == sorted(path.name for path in folder.glob("*.txt"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_files_are_kept_byte_for_byte(document: BundledDocument) -> None:
    assert hashlib.sha256(document.path.read_bytes()).hexdigest() == document.sha256


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_the_manifest_says_what_the_file_says(document: BundledDocument) -> None:
    found = parse(read_source(document.path)).metadata

    assert found.title is not None
    assert found.title.text == document.title
    assert "、".join(issuer.text for issuer in found.issuers) == document.issuer
    assert (found.number.text if found.number else "") == document.document_number
    assert (found.date.iso if found.date else "") == document.date
    assert (found.place, found.level) == (document.place, document.level)
