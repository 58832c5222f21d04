"""Addresses of clauses in the reader, made of names that a rebuild does not change.

A document's id comes from its text and a clause's eid from its place in it, so a link
that stands in a memo still opens its clause after the indexes were built anew.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

QUOTE_CHARACTERS = 500
"""Of a quote, the reader lights at most so many: it comes back from a browser."""


def reader_url(document_id: str, clause: str = "") -> str:
    """The address of a clause, named by its id or its eid, in the reader of this server."""
    eid = clause.removeprefix(f"{document_id}.")
    return f"/?doc={quote(document_id, safe='')}" + (f"#{quote(eid, safe='')}" if eid else "")


def reader_link(document_id: str, clause: str, quote: str = "") -> str:
    """The attributes of a link to a clause; the reader lights `quote` in it."""
    said = f' data-quote="{escape(quote[:QUOTE_CHARACTERS])}"' if quote else ""
    return f'href="{escape(reader_url(document_id, clause))}"{said}'
