"""Addresses of clauses in the reader."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from corpus.bundled import bundled_documents
from corpus.parsing import parse
from corpus.readers import read_source
from ui.links import reader_url


class Place(NamedTuple):
    """What the scripts of the page read in an address: a document, and a clause of it or its beginning."""

    document: str
    clause: str = ""


def place_of(url: str) -> Place:
    """The address as a browser takes it apart."""
    parts = urlsplit(url)
    return Place(parse_qs(parts.query)["doc"][0], unquote(parts.fragment))


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
