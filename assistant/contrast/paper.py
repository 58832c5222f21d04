"""Comparisons on paper: the table with its sources and references; the changes of a version with their words marked."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.contrast.models import Change, ChangeKind, Column, Contrast, Kept, Revision
from assistant.export.paper import Block, Grid, Heading, Line, Paper, author, notes
from assistant.export.reference import printed_path

SIGNS = {Kept.SAME: ("", ""), Kept.DROPPED: ("〔删：", "〕"), Kept.ADDED: ("〔增：", "〕")}
KINDS = {
    ChangeKind.CHANGED: "修改",
    ChangeKind.ADDED: "新增",
    ChangeKind.DROPPED: "删去",
    ChangeKind.MOVED: "移动",
}


def of_comparison(found: Contrast | Revision) -> Paper:
    """Either on paper."""
    return of_contrast(found) if isinstance(found, Contrast) else of_revision(found)


def of_contrast(found: Contrast) -> Paper:
    """The table, a column a document."""
    head = ("事项", *(column.name for column in found.columns))
    rows = tuple((row.topic, *(cell.text for cell in row.cells)) for row in found.rows)
    printed = " ".join(" ".join(row) for row in rows)
    blocks: tuple[Block, ...] = (Grid(head, rows), *author(found.writer, found.trace))
    return Paper(found.title, blocks, notes(found.citations, printed), _sources(found.columns))


def of_revision(found: Revision) -> Paper:
    """The changes, kind by kind, words that went and came in brackets."""
    return Paper(revision_title(found), tuple(_changes(found)), (), _sources((found.old, found.new)))


def revision_title(found: Revision) -> str:
    return f"《{found.new.title}》修订对照"


def summary(found: Revision) -> str:
    """How many clauses were changed, added, dropped, moved, and stand as they were."""
    counts = {kind: sum(change.kind is kind for change in found.changes) for kind in KINDS}
    said = "，".join(f"{name}{counts[kind]}条" for kind, name in KINDS.items())
    return f"与《{found.old.title}》（{found.old.source}）相比：{said}，未变{found.same}条。"


def _changes(found: Revision) -> Iterator[Block]:
    yield Line(summary(found))
    for kind, name in KINDS.items():
        own = [change for change in found.changes if change.kind is kind]
        if own:
            yield Heading(name)
            yield from (Line(f"{place(change)}　{_signed(change)}") for change in own)


def place(change: Change) -> str:
    """Where a change stands: in the old version, in the new one, or from the one to the other."""
    old, new = printed_path(change.old_path), printed_path(change.new_path)
    return new or old if old == new or not (old and new) else f"{old} → {new}"


def _signed(change: Change) -> str:
    if change.kind is not ChangeKind.CHANGED:
        return "".join(stretch.text for stretch in change.words)
    return "".join(f"{SIGNS[one.kept][0]}{one.text}{SIGNS[one.kept][1]}" for one in change.words)


def _sources(columns: tuple[Column, ...]) -> Grid:
    rows = tuple((f"《{one.title}》", one.number or "—", one.date or "—", one.source) for one in columns)
    return Grid(("文件", "文号", "日期", "文件名"), rows)
