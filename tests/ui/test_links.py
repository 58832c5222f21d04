"""Addresses of clauses in the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bundled import bundled_documents
from corpus.parsing import parse
from corpus.readers import read_source
from ui.links import Place, place_of, reader_url


def test_a_clause_is_addressed_by_its_eid_whichever_of_its_names_is_given():
    document = parse(read_source(bundled_documents()[0].path))
    clause = document.clauses[3]
    assert reader_url(document.id, clause.id) == reader_url(document.id, clause.eid)
    assert reader_url(document.id, clause.eid) == f"/?doc={document.id}#{clause.eid}"


def test_without_a_clause_the_document_itself_is_addressed():
    assert reader_url("abc") == "/?doc=abc"
    assert place_of("/?doc=abc") == Place("abc", "")


@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_an_address_leads_back_to_what_it_was_made_of(document_id: str, eid: str):
    clause = eid.removeprefix(f"{document_id}.")
    assert place_of("http://127.0.0.1:7860" + reader_url(document_id, clause)) == Place(document_id, clause)


@pytest.mark.parametrize("url", ["/", "/?theme=dark", "/#main__level_1", "https://example.org/?q=doc"])
def test_other_addresses_open_nothing(url: str):
    assert place_of(url) is None
