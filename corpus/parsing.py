"""A source becomes a document: drafts of clauses get their headings, paths, ids and tiles.

document = parse(read_source(Path("方案.txt")))
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from corpus import header, metadata
from corpus.headings import heading_ends
from corpus.home_place import home_place
from corpus.instructions import instruction_notes
from corpus.models import Clause, Document, DocumentMetadata, DocumentPart, Removal, SourceText, Span
from corpus.numbering import Style
from corpus.questions import answer_label
from corpus.secrecy import security_mark
from corpus.text import FRAME_SIDES, Line
from corpus.tree import QUESTION, STATUTE_CONTAINERS, SYMBOL_HEAD, Draft, TreeBuilder
from corpus.unlisted_places import unlisted_place
from corpus.vocabulary import ClauseKind, Level, NumberingScheme, PartRole

_EID_NAMES = {
    Style.BOOK: "part",
    Style.CHAPTER: "chapter",
    Style.SECTION: "section",
    Style.ARTICLE: "article",
}


def parse(source: SourceText) -> Document:
    """The document in `source`; every character of the source lies in the tile of exactly one clause."""
    builder = TreeBuilder(source.text)
    numbered = builder.build()
    front = header.sort_front(builder.front)
    drafts = [*_front_drafts(front, bool(numbered)), *numbered]
    if not drafts:
        drafts = [Draft("正文前言", ClauseKind.PREAMBLE, PartRole.MAIN, 0)]
    _name_continuations(drafts)
    statute = builder.scheme is NumberingScheme.STATUTE
    said = metadata.read_metadata(front, [*builder.closing, *_tail(drafts)], statute)
    said = replace(said, security_level=security_mark(source.text))
    if not said.place:
        place, level = home_place(source.text)
        if not place:
            place, level = _unlisted(said, source.text)
        said = replace(said, place=place, level=level)
    clauses = _clauses(source, drafts, builder.scheme)
    return Document(
        source=source,
        metadata=said,
        scheme=builder.scheme,
        parts=_parts(clauses),
        clauses=clauses,
        removals=_removals(source.text, drafts),
        notes=(*_gaps(drafts), *instruction_notes(source.text)),
    )


def _unlisted(said: DocumentMetadata, text: str) -> tuple[str, Level]:
    titles = " ".join(field.text for field in (said.title, said.cover_title) if field)
    return unlisted_place(titles, tuple(issuer.text for issuer in said.issuers), text)


def _front_drafts(front: header.Front, followed: bool) -> list[Draft]:
    drafts: list[Draft] = []
    if front.lead:
        drafts.append(_front("新闻导语", ClauseKind.PARAGRAPH, PartRole.WEB_TEXT, list(front.lead)))
    if front.cover:
        cover = _front("标题", ClauseKind.PREAMBLE, PartRole.COVER_NOTICE, list(front.cover))
        cover.heading = front.cover_title
        drafts.append(cover)
    own = [*([front.title] if front.title else []), *front.preamble]
    if own:
        preamble = _front("正文前言", ClauseKind.PREAMBLE, PartRole.MAIN, own)
        preamble.heading = front.title
        drafts.append(preamble)
    return drafts


def _front(label: str, kind: ClauseKind, part: PartRole, lines: list[Line]) -> Draft:
    return Draft(label=label, kind=kind, part=part, start=lines[0].start, lines=lines)


def _tail(drafts: list[Draft]) -> list[Line]:
    """The last lines of the last clauses: where an unnumbered notice signs."""
    return drafts[-1].lines[-4:] if drafts and not drafts[-1].marker else []


def _name_continuations(drafts: list[Draft]) -> None:
    """Loose paragraphs between two numbered clauses of one run continue, they do not close."""
    after: list[Draft | None] = []
    following: Draft | None = None
    for draft in reversed(drafts):
        after.append(following)
        following = draft if draft.marker and draft.parent is None else following
    before: Draft | None = None
    for draft, behind in zip(drafts, reversed(after), strict=True):
        if draft.marker and draft.parent is None:
            before = draft
        elif draft.label == "结语" and before and behind and _runs_on(before, behind):
            draft.label, draft.parent, draft.part, draft.prefix = "续", before, before.part, ()


def _runs_on(before: Draft, behind: Draft) -> bool:
    if not (before.marker and behind.marker):
        return False
    return (behind.marker.style, behind.marker.value) == (before.marker.style, before.marker.value + 1)


# --- drafts into clauses -------------------------------------------------------------------------------------------


def _clauses(source: SourceText, drafts: list[Draft], scheme: NumberingScheme) -> tuple[Clause, ...]:
    articles = [d.label for d in drafts if d.kind is ClauseKind.ARTICLE]
    restart = len(set(articles)) < len(articles)
    paths: dict[int, tuple[str, ...]] = {}
    eids: dict[int, str] = {}
    ids: dict[int, str] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    seen_eids: Counter[str] = Counter()
    headings = heading_ends(drafts)
    clauses: list[Clause] = []
    for at, draft in enumerate(drafts):
        path = _unique_path(_path(draft, paths, restart), seen)
        eid = _unique_eid(_eid(draft, eids), seen_eids)
        paths[id(draft)], eids[id(draft)] = path, eid
        ids[id(draft)] = f"{source.document_id}.{eid}"
        start = 0 if at == 0 else draft.start
        end = drafts[at + 1].start if at + 1 < len(drafts) else len(source.text)
        clauses.append(_clause(draft, headings.get(id(draft), 0), path, eid, ids, Span(start, end), source.text))
    return tuple(clauses)


def _path(draft: Draft, paths: dict[int, tuple[str, ...]], restart: bool) -> tuple[str, ...]:
    if draft.parent is None:
        return (*draft.prefix, draft.label)
    above = paths[id(draft.parent)]
    parent = draft.parent.marker
    if draft.kind is ClauseKind.ARTICLE and parent and parent.style in STATUTE_CONTAINERS:
        return (*above, draft.label) if restart else (draft.label,)
    return (*above, draft.label)


def _unique_path(path: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    seen[path] += 1
    return path if seen[path] == 1 else (*path[:-1], f"{path[-1]}#{seen[path]}")


_PLAIN_EIDS = {
    "标题": "cover",
    "正文前言": "preamble",
    "新闻导语": "lead",
    "结语": "closing",
    "政策解读": "interpretation",
}


def _eid(draft: Draft, eids: dict[int, str]) -> str:
    above = eids[id(draft.parent)] if draft.parent is not None else _root(draft)
    if draft.marker:
        name = _EID_NAMES.get(draft.marker.style, "item" if draft.kind is ClauseKind.ITEM else "level")
        return f"{above}__{name}_{draft.marker.value}"
    if draft.name == QUESTION:
        return f"{above}__question_{draft.label.removeprefix('问')}"
    if draft.kind is ClauseKind.BOX:
        return f"{above}__box_{draft.label.removeprefix('专栏') or 1}"
    if draft.kind is ClauseKind.ITEM:
        return f"{above}__item"
    if draft.label in _PLAIN_EIDS and draft.parent is None:
        return _PLAIN_EIDS[draft.label]
    if draft.name == "attachment":
        return _attachment(draft.label)
    return f"{above}__p"


def _root(draft: Draft) -> str:
    if draft.part is PartRole.INTERPRETATION:
        return "interpretation"
    if draft.part is PartRole.ATTACHMENT:
        return _attachment(draft.prefix[0]) if draft.prefix else "attachment"
    return "main"


def _attachment(label: str) -> str:
    return label.replace("附件", "attachment_").replace("附表", "attached_table_")


def _unique_eid(eid: str, seen: Counter[str]) -> str:
    seen[eid] += 1
    return eid if seen[eid] == 1 else f"{eid}-{seen[eid]}"


def _clause(
    draft: Draft, cut: int, path: tuple[str, ...], eid: str, ids: dict[int, str], span: Span, source: str
) -> Clause:
    num, heading, body = _split(draft, cut)
    return Clause(
        id=ids[id(draft)],
        eid=eid,
        path=path,
        kind=draft.kind,
        num=num,
        heading=heading,
        text=_join(body, source),
        printed=_join(draft.lines, source),
        span=span,
        body_span=Span(body[0].start, body[-1].end) if body else Span(span.end, span.end),
        part=draft.part,
        parent_id=ids[id(draft.parent)] if draft.parent is not None else None,
    )


def _join(lines: list[Line], source: str) -> str:
    """The lines as one text; between two of them stands the white space character the source has there."""
    texts: list[str] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None:
            gap = source[previous.end : line.start]
            if _framed(gap):
                texts.extend((re.sub(r"[ \t\u3000]+", "", gap), line.text))
                previous = line
                continue
            texts.append("\n" if "\n" in gap else next((char for char in gap if char.isspace()), ""))
        texts.append(line.text)
        previous = line
    return "".join(texts)


def _framed(gap: str) -> bool:
    """Do the sides of a drawn box stand between two lines? They stay, so that the lines are a stretch of the source."""
    return any(side in gap for side in FRAME_SIDES)


def _split(draft: Draft, cut: int) -> tuple[str, str, list[Line]]:
    """Number, heading and body lines of a draft; `cut` is where the heading of a numbered one ends."""
    lines = draft.lines
    if draft.heading is not None:
        title = draft.heading
        body: list[Line] = []
        for line in lines:
            before = _before(line, title.start)
            after = _after(line, title.end)
            body.extend(part for part in (before, after) if part)
        if draft.kind is ClauseKind.BOX and body and body[0].start < title.start:
            body = body[1:]
        if draft.name == QUESTION:
            label = body.pop(0).text if body and body[0].start < title.start else ""
            behind = answer_label(body[0].text) if body else 0
            first = body[0].cut(behind) if behind else None
            return label, title.text, [*([first] if first else []), *body[1:]] if behind else body
        if draft.name == SYMBOL_HEAD:
            return body[0].text, title.text, body[1:]
        heading = title.text.rstrip("。：: ") if draft.kind is ClauseKind.ITEM else title.text
        return (draft.label if draft.kind is ClauseKind.BOX else "", heading, body)
    if draft.marker is None:
        if draft.kind in (ClauseKind.BOX, ClauseKind.HEADING):
            return draft.label, "", lines[1:]
        return "", "", list(lines)
    first = lines[0]
    heading_line = first.cut(draft.marker.end, cut) if cut > draft.marker.end else None
    rest = first.cut(cut)
    body = [*([rest] if rest else []), *lines[1:]]
    return draft.marker.text, _bare(heading_line.text) if heading_line else "", body


def _bare(heading: str) -> str:
    return heading if heading.endswith("？") else heading.rstrip("。：:；; ")


def _before(line: Line, offset: int) -> Line | None:
    size = sum(max(0, min(piece.end, offset) - piece.start) for piece in line.pieces)
    return line.cut(0, size) if size else None


def _after(line: Line, offset: int) -> Line | None:
    size = sum(max(0, min(piece.end, offset) - piece.start) for piece in line.pieces)
    return line.cut(size) if size < len(line.text) else None


# --- what goes with it ---------------------------------------------------------------------------------------------


def _parts(clauses: tuple[Clause, ...]) -> tuple[DocumentPart, ...]:
    parts: list[DocumentPart] = []
    for clause in clauses:
        if parts and parts[-1].role is clause.part:
            parts[-1] = DocumentPart(clause.part, Span(parts[-1].span.start, clause.span.end))
        else:
            parts.append(DocumentPart(clause.part, clause.span))
    return tuple(parts)


_REASONS = (
    ("bookmark", "bookmark"),
    ("_GoBack", "bookmark"),
    ("<!--", "comment"),
    ("-->", "comment"),
    ("*", "emphasis"),
    ("#", "emphasis"),
    *((sign, "frame") for sign in "│┃║┌├└╔╠╚┏┣┗"),
)


def _removals(source: str, drafts: list[Draft]) -> tuple[Removal, ...]:
    """The runs of visible characters that no clause prints: page marks, bookmarks, emphasis."""
    pieces = [piece for draft in drafts for line in draft.lines for piece in line.pieces]
    gaps = (Span(one.end, other.start) for draft in drafts for one, other in pairwise(draft.lines))
    pieces = sorted([*pieces, *(gap for gap in gaps if _framed(gap.of(source)))])
    removals: list[Removal] = []
    at = 0
    for piece in [*pieces, Span(len(source), len(source))]:
        for found in re.finditer(r"\S+", source[at : piece.start]):
            reason = next((why for sign, why in _REASONS if sign in found.group()), "page mark")
            removals.append(Removal(Span(at + found.start(), at + found.end()), reason))
        at = max(at, piece.end)
    return tuple(removals)


def _gaps(drafts: list[Draft]) -> tuple[str, ...]:
    """Numbers that were skipped, for the ingestion report."""
    notes: list[str] = []
    last: dict[tuple[int, Style], int] = {}
    for draft in drafts:
        if draft.marker:
            key = (id(draft.parent), draft.marker.style)
            before = last.get(key, 0)
            if before and draft.marker.value > before + 1:
                notes.append(f"numbering gap: {before} -> {draft.marker.value} ({draft.label})")
            last[key] = draft.marker.value
    return tuple(notes)
