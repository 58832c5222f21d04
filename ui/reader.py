"""A whole document as HTML: its outline beside its text, each clause with an anchor and what can be done from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from assistant.export.reference import printed_reference
from assistant.models import Passage
from assistant.reading import headline
from corpus.models import Clause, Document, DocumentSummary, Span
from corpus.status import force_today
from corpus.text import find_folded
from corpus.vocabulary import PartRole
from ui.catalogue import Words
from ui.catalogue_library import LibraryWords, library_words
from ui.catalogue_reader import ReaderWords
from ui.links import reader_url
from ui.questions import question_about
from ui.shelf import status_html, term_html

ANCHOR = "at-"
"""In front of an eid it makes an element id that no other part of the page has."""

OPENING_CHARACTERS = 18


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that is open: at which clause, with which words of it lit, and what the visitor's answers cite."""

    document: Document
    summary: DocumentSummary
    clause: str = ""
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quote: str = ""

    @property
    def at(self) -> Clause | None:
        """The clause meant: named by eid or id."""
        wanted = self.clause.removeprefix(f"{self.document.id}.")
        return next((clause for clause in self.document.clauses if clause.eid == wanted), None)


def reader_html(reading: Reading, words: Words) -> str:
    """The open document."""
    said, at = library_words(words).reader, reading.at
    lost = f'<p class="notice">{escape(said.clause_gone)}</p>' if reading.clause and at is None else ""
    target = f' data-at="{ANCHOR}{escape(at.eid)}" data-lit="{escape(reading.quote)}"' if at else ""
    return (
        f'<article class="reader" data-document="{escape(reading.document.id)}"{target} '
        f'data-find-at="{escape(said.find_at)}" data-find-none="{escape(said.find_none)}" '
        f'data-copied="{escape(said.copied)}" aria-labelledby="reader-title">{_bar_html(said)}'
        f'<div class="reader-body">{_outline_html(reading.document, said)}'
        f'<div class="reader-text" tabindex="0" role="region" aria-label="{escape(said.clauses_label)}">'
        f"{_head_html(reading, words)}{lost}{_clauses_html(reading, library_words(words))}</div></div>"
        f'<p class="reader-said" role="status"></p></article>'
    )


def gone_html(words: Words) -> str:
    """Instead of a document that the library does not hold."""
    said = library_words(words).reader
    return (
        f'<article class="reader gone" aria-labelledby="reader-title">'
        f'<div class="reader-bar"><button type="button" class="reader-back">{escape(said.back)}</button></div>'
        f'<div class="reader-lost"><h2 id="reader-title">{escape(said.gone_title)}</h2>'
        f"<p>{escape(said.gone_body)}</p></div></article>"
    )


def _bar_html(said: ReaderWords) -> str:
    return (
        f'<div class="reader-bar"><button type="button" class="reader-back">{escape(said.back)}</button>'
        f'<div class="reader-find" role="search"><input type="search" aria-label="{escape(said.find)}" '
        f'placeholder="{escape(said.find)}"><span class="reader-found" role="status"></span>'
        f'<button type="button" class="reader-previous" aria-label="{escape(said.previous)}">↑</button>'
        f'<button type="button" class="reader-next" aria-label="{escape(said.following)}">↓</button></div>'
        f'<button type="button" class="reader-print">{escape(said.print)}</button></div>'
    )


# -- beside the text ----------------------------------------------------------


def _outline_html(document: Document, said: ReaderWords) -> str:
    return (
        f'<nav class="reader-outline" aria-label="{escape(said.outline)}"><details open>'
        f"<summary>{escape(said.outline)}</summary>{_branch_html(document, None)}</details></nav>"
    )


def _branch_html(document: Document, above: Clause | None) -> str:
    clauses = document.children(above)
    items = "".join(f"<li>{_leaf_html(document, clause)}{_branch_html(document, clause)}</li>" for clause in clauses)
    return f"<ol>{items}</ol>" if items else ""


def _leaf_html(document: Document, clause: Clause) -> str:
    url = reader_url(document.id, clause.eid)
    return f'<a href="{escape(url)}" data-eid="{escape(clause.eid)}" lang="zh-CN">{escape(_named(clause))}</a>'


def _named(clause: Clause) -> str:
    """Number and heading; of a clause without a heading, how it begins."""
    if clause.heading:
        return headline(clause)
    opening = "".join(clause.text.split())
    cut = opening[:OPENING_CHARACTERS] + ("…" if len(opening) > OPENING_CHARACTERS else "")
    return f"{clause.num or clause.path[-1]} {cut}".strip()


# -- the text -----------------------------------------------------------------


def _head_html(reading: Reading, words: Words) -> str:
    summary, said = reading.summary, library_words(words)
    facts = [
        "、".join(summary.issuers),
        summary.number or words.no_number,
        summary.date or words.no_date,
    ]
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    stated = status_html(summary, said, unknown=False) + term_html(summary.status, said)
    cited = sum(clause.id in reading.cited for clause in reading.document.clauses)
    count = f'<p class="reader-cited-count">{escape(said.reader.cited_count.format(count=cited))}</p>' if cited else ""
    return (
        f'<header class="reader-head"><h2 id="reader-title" lang="zh-CN">{escape(reading.document.title)}</h2>'
        f'<p class="facts" lang="zh-CN">{line}</p><p class="facts">{stated}</p>{count}</header>'
    )


def _clauses_html(reading: Reading, said: LibraryWords) -> str:
    document, part, rows = reading.document, None, []
    several = len({clause.part for clause in document.clauses}) > 1
    for clause in document.clauses:
        if several and clause.part is not part:
            rows.append(_part_html(clause.part, said))
        part = clause.part
        rows.append(_clause_html(reading, clause, said.reader))
    return "".join(rows)


def _part_html(part: PartRole, said: LibraryWords) -> str:
    return f'<p class="reader-part">{escape(said.reports.parts[part])}</p>'


def _clause_html(reading: Reading, clause: Clause, said: ReaderWords) -> str:
    document, quotes = reading.document, reading.cited.get(clause.id, ())
    wanted = reading.quote if clause is reading.at else ""
    reference = printed_reference(_passage(reading, clause))
    url = escape(reader_url(document.id, clause.eid))
    badge = f'<span class="badge verified">{escape(said.cited)}</span>' if quotes else ""
    return (
        f'<section class="reader-clause depth-{min(clause.depth, 5)}" id="{ANCHOR}{escape(clause.eid)}" tabindex="-1" '
        f'aria-label="{escape(reference)}" data-eid="{escape(clause.eid)}">'
        f'<div class="reader-words" lang="zh-CN">{_words_html(clause, quotes, wanted)}</div>'
        f'<div class="reader-tools">{badge}'
        f'<button type="button" class="reader-ask" data-question="{escape(question_about(document, clause))}">'
        f'{escape(said.ask_from)}</button><button type="button" class="reader-copy" data-copy="{escape(reference)}">'
        f'{escape(said.copy_reference)}</button><a class="reader-link" href="{url}" '
        f'aria-label="{escape(said.link_here)}" title="{escape(said.link_here)}">#</a></div></section>'
    )


def _passage(reading: Reading, clause: Clause) -> Passage:
    document, number = reading.document, reading.document.metadata.number
    return Passage(
        source=document.name, path=clause.path_text, text="", document_id=document.id, clause_id=clause.id,
        title=document.title, number=number.text if number else "", heading=clause.heading,
        force=force_today(reading.summary.status),
    )  # fmt: skip


def _words_html(clause: Clause, quotes: Sequence[str], wanted: str) -> str:
    """The clause as printed: its headline bold, what is quoted from it lit, and the words asked for."""
    text = clause.printed.strip("\n")
    bold = [found for found in [find_folded(headline(clause), text)] if clause.heading and found]
    lit = [found for quote in quotes if (found := find_folded(quote, text))]
    here = [found for found in [find_folded(wanted, text)] if found]
    pieces = pairwise(sorted({0, len(text), *(edge for span in (*bold, *lit, *here) for edge in span)}))
    return "".join(
        _piece_html(text[start:end], _inside(bold, start), _inside(lit, start), _inside(here, start))
        for start, end in pieces
    )


def _inside(spans: Sequence[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _piece_html(text: str, bold: bool, lit: bool, wanted: bool) -> str:
    said = escape(text)
    if wanted:
        said = f'<mark class="wanted">{said}</mark>'
    elif lit:
        said = f"<mark>{said}</mark>"
    return f"<strong>{said}</strong>" if bold else said
