"""Briefings and comparisons as the page asks for them: forms, what they sent, results as HTML, addresses of files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from assistant.briefing import Length
from assistant.contrast.models import Revision
from assistant.contrast.paper import of_contrast
from assistant.export import can_print, of_briefing
from corpus.errors import DocumentUnknown
from corpus.models import DocumentSummary
from corpus.stopping import Stopped, never
from corpus.text import visible_length
from ui.authorship import author_html, notices_html
from ui.catalogue import Words
from ui.catalogue_papers import PapersWords, papers_words
from ui.chat import Desk
from ui.paper_html import paper_html, revision_html

REQUEST_CHARACTERS = 500
TOPIC_CHARACTERS = 100


class Wanted(NamedTuple):
    """A briefing or a comparison that was asked for."""

    text: str = ""
    length: Length | None = None
    documents: tuple[str, ...] = ()
    versions: bool | None = None


def wanted(sent: Mapping[str, object]) -> Wanted:
    """What a form sent; what is none of ours is left out."""
    length, how = str(sent.get("length", "")), str(sent.get("how", ""))
    named = sent.get("documents", ())
    return Wanted(
        text=str(sent.get("text", ""))[:REQUEST_CHARACTERS].strip(),
        length=Length(length) if length in set(Length) else None,
        documents=tuple(str(name) for name in named) if isinstance(named, list | tuple) else (),
        versions={"versions": True, "topics": False}.get(how),
    )


# --- forms -----------------------------------------------------------------------------------------------------------


def brief_form(desk: Desk, words: Words) -> str:
    """What a briefing is asked for with."""
    said = papers_words(words)
    lengths = [("", said.as_asked), ("half", said.half), ("one", said.one), ("two", said.two)]
    tries = "".join(
        f'<button type="button" class="act try" lang="zh-CN" data-text="{escape(text)}">{escape(text)}</button>'
        for text in said.examples
    )
    return (
        f'<h2 id="brief-title">{escape(said.brief_title)}</h2><p class="papers-lead">{escape(said.brief_lead)}</p>'
        f'<form class="papers-form" aria-labelledby="brief-title">'
        f'<label class="wide">{escape(said.request)}<textarea name="text" rows="2" maxlength="{REQUEST_CHARACTERS}" '
        f'placeholder="{escape(said.request_hint)}"></textarea></label>'
        f'<p class="papers-tries wide"><span>{escape(said.examples_label)}</span>{tries}</p>'
        f"{_documents(desk.library.documents(), said.documents, said.documents_hint)}"
        f"{_choice('length', said.length, lengths)}"
        f'<button type="submit" class="papers-go">{escape(said.write)}</button>{_working(said)}'
        f"{author_html(desk.assistant.endpoint, words)}</form>"
    )


def compare_form(desk: Desk, words: Words) -> str:
    """What a comparison is asked for with."""
    said = papers_words(words)
    ways = [("", said.by_itself), ("topics", said.by_topic), ("versions", said.by_version)]
    return (
        f'<h2 id="compare-title">{escape(said.compare_title)}</h2>'
        f'<p class="papers-lead">{escape(said.compare_lead)}</p>'
        f'<form class="papers-form" aria-labelledby="compare-title">'
        f"{_documents(desk.library.documents(), said.compare_documents, said.old, unfolded=True)}"
        f'<label class="grow">{escape(said.topic)}<input type="text" name="text" maxlength="{TOPIC_CHARACTERS}" '
        f'placeholder="{escape(said.topic_hint)}"></label>'
        f"{_choice('how', said.how, ways)}"
        f'<button type="submit" class="papers-go">{escape(said.compare)}</button>{_working(said)}'
        f"{author_html(desk.assistant.endpoint, words)}</form>"
    )


def _documents(found: Sequence[DocumentSummary], label: str, hint: str, *, unfolded: bool = False) -> str:
    boxes = "".join(
        f'<label lang="zh-CN"><input type="checkbox" name="documents" value="{escape(one.id)}"> '
        f"{escape(one.title)}</label>"
        for one in found
    )
    return (
        f'<details class="papers-documents wide"{" open" if unfolded else ""}><summary>{escape(label)} '
        f'<span class="hint">{escape(hint)}</span></summary><div class="boxes">{boxes}</div></details>'
    )


def _working(said: PapersWords) -> str:
    """What shows, after a moment, that the paper is on its way, and calls off the model that writes it."""
    return (
        f'<p class="papers-working wide" data-words="{escape(said.working)}" '
        f'data-stopping="{escape(said.stopping)}" hidden><span></span> '
        f'<button type="button" class="act papers-stop">{escape(said.stop)}</button></p>'
    )


def _choice(name: str, label: str, options: Sequence[tuple[str, str]]) -> str:
    said = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in options)
    return f'<label>{escape(label)}<select name="{name}">{said}</select></label>'


# --- results ---------------------------------------------------------------------------------------------------------


def briefed(desk: Desk, asked: Wanted, words: Words, stopped: Stopped = never) -> str:
    """The briefing with what it can be saved as; a remark where nothing was asked."""
    said = papers_words(words)
    if not asked.text:
        return _remark(said.nothing_asked)
    try:
        found = desk.assistant.brief(asked.text, length=asked.length, documents=asked.documents, stopped=stopped)
    except DocumentUnknown:
        return _remark(said.documents_gone)
    paper = of_briefing(found)
    count = visible_length(re.sub(r"\[\d+\]|^\* |\*\*", "", found.markdown, flags=re.MULTILINE))
    bar = _bar("brief", asked, said.characters.format(count=count, marks=len(found.citations)), said)
    return (bar if found.citations else "") + notices_html(found, words) + paper_html(paper, found.citations, said)


def compared(desk: Desk, asked: Wanted, words: Words, stopped: Stopped = never) -> str:
    """The comparison with what it can be saved as; a remark where fewer than two documents were chosen."""
    said = papers_words(words)
    if len(set(asked.documents)) < 2:
        return _remark(said.too_few)
    try:
        found = desk.assistant.compare(asked.documents, topic=asked.text, versions=asked.versions, stopped=stopped)
    except DocumentUnknown:
        return _remark(said.documents_gone)
    if isinstance(found, Revision):
        return _bar("compare", asked, "", said) + revision_html(found)
    count = said.rows.format(count=len(found.rows), marks=len(found.citations))
    paper = paper_html(of_contrast(found), found.citations, said)
    return _bar("compare", asked, count, said) + notices_html(found, words) + paper


def _remark(text: str) -> str:
    return f'<p class="nothing" role="status">{escape(text)}</p>'


def _bar(what: str, asked: Wanted, count: str, said: PapersWords) -> str:
    kinds = [("docx", said.word), ("md", said.markdown), *([("pdf", said.pdf)] if can_print() else [])]
    links = "".join(
        f'<a class="act strong" download href="{escape(file_url(what, kind, asked))}">{escape(name)}</a>'
        for kind, name in kinds
    )
    return (
        f'<div class="papers-bar"><span role="status">{escape(count)}</span>'
        f'<span class="papers-files">{escape(said.take)} {links}</span></div>'
    )


def file_url(what: str, kind: str, asked: Wanted) -> str:
    """The address of a result as a file: it is made anew when it is fetched, so nothing is kept for it."""
    name = "request" if what == "brief" else "topic"
    query: list[tuple[str, str]] = [(name, asked.text)] if asked.text else []
    query += [("length", asked.length.value)] if asked.length else []
    query += [("versions", str(asked.versions).lower())] if asked.versions is not None else []
    query += [("document", document) for document in asked.documents]
    return f"/api/{what}.{kind}?{urlencode(query)}"
