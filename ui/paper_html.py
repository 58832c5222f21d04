"""Papers as HTML: headings, lines and tables, marks that lead to their clauses. All words of documents are escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from assistant.contrast.models import Change, ChangeKind, Kept, Revision
from assistant.contrast.paper import KINDS, place, revision_title, summary
from assistant.export.paper import Block, Grid, Heading, Note, Paper
from assistant.export.reference import printed_reference
from assistant.models import Citation
from ui.catalogue_papers import PapersWords
from ui.links import reader_link, reader_url

_MARK = re.compile(r"\[(\d{1,3})\]")
_TAGS = {Kept.ADDED: "ins", Kept.DROPPED: "del"}


def paper_html(paper: Paper, citations: Sequence[Citation], words: PapersWords) -> str:
    """The whole paper: title, body, sources, references."""
    known = {citation.mark: citation for citation in citations}
    body = "".join(_block_html(block, known) for block in paper.blocks)
    sources = _folded(words.sources, _grid_html(paper.sources, known)) if paper.sources else ""
    notes = _folded(words.references, _notes_html(paper.notes, known, words)) if paper.notes else ""
    return f'<article class="paper" lang="zh-CN"><h3>{escape(paper.title)}</h3>{body}{sources}{notes}</article>'


def _folded(title: str, body: str) -> str:
    return f'<details class="paper-more"><summary>{escape(title)}</summary>{body}</details>'


def _block_html(block: Block, known: Mapping[int, Citation]) -> str:
    if isinstance(block, Heading):
        return f"<h4>{escape(block.text)}</h4>"
    if isinstance(block, Grid):
        return _grid_html(block, known)
    return f"<p>{_marked(block.text, known)}</p>"


def _grid_html(grid: Grid, known: Mapping[int, Citation]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in grid.head)
    rows = "".join(_row_html(row, grid.head, known) for row in grid.rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="paper-scroll" tabindex="0">{table}</div>'


def _row_html(row: Sequence[str], head: Sequence[str], known: Mapping[int, Citation]) -> str:
    first = f'<th scope="row">{escape(row[0])}</th>'
    cells = zip(head[1:], row[1:], strict=True)
    return f"<tr>{first}{''.join(_cell_html(name, text, known) for name, text in cells)}</tr>"


def _cell_html(name: str, text: str, known: Mapping[int, Citation]) -> str:
    silent = "" if _MARK.search(text) else ' class="silent"'
    return f'<td data-label="{escape(name)}"{silent}>{_marked(text, known)}</td>'


def _marked(text: str, known: Mapping[int, Citation]) -> str:
    """Escaped text, its marks as links into the documents."""
    parts = _MARK.split(text)
    return "".join(_mark_html(int(part), known) if at % 2 else escape(part) for at, part in enumerate(parts))


def _mark_html(mark: int, known: Mapping[int, Citation]) -> str:
    citation = known.get(mark)
    if citation is None:
        return f"[{mark}]"
    said = f"{printed_reference(citation)}：“{citation.quote}”"
    return (
        f'<a class="mark {citation.status}" {_link(citation)} '
        f'title="{escape(said)}" aria-label="{escape(f"[{mark}] {said}")}">{mark}</a>'
    )


def _link(citation: Citation) -> str:
    return reader_link(citation.document_id, citation.clause_id, citation.quote)


def _notes_html(notes: Sequence[Note], known: Mapping[int, Citation], words: PapersWords) -> str:
    return f'<ul class="paper-notes">{"".join(_note_html(note, known, words) for note in notes)}</ul>'


def _note_html(note: Note, known: Mapping[int, Citation], words: PapersWords) -> str:
    citation = known.get(note.marks[0])
    marks = "".join(f"[{mark}]" for mark in note.marks)
    opens = f" <a {_link(citation)}>{escape(words.opens)}</a>" if citation else ""
    return f"<li>{marks} {escape(note.text)}{opens}</li>"


def revision_html(found: Revision) -> str:
    """What a new version changes, kind by kind, words that went and came as such."""
    sections = "".join(
        f"<h4>{escape(name)}</h4>{''.join(_change_html(change, found) for change in own)}"
        for kind, name in KINDS.items()
        if (own := [change for change in found.changes if change.kind is kind])
    )
    title = escape(revision_title(found))
    return f'<article class="paper" lang="zh-CN"><h3>{title}</h3><p>{escape(summary(found))}</p>{sections}</article>'


def _change_html(change: Change, found: Revision) -> str:
    words = "".join(
        f"<{tag}>{escape(one.text)}</{tag}>" if (tag := _tag(one.kept, change.kind)) else escape(one.text)
        for one in change.words
    )
    id, clause = (
        (found.new.document_id, change.new_clause_id)
        if change.new_clause_id
        else (found.old.document_id, change.old_clause_id)
    )
    where = f'<a href="{escape(reader_url(id, clause))}">{escape(place(change))}</a>'
    return f'<p class="change">{where} {words}</p>'


def _tag(kept: Kept, kind: ChangeKind) -> str:
    return "" if kind is ChangeKind.MOVED else _TAGS.get(kept, "")
