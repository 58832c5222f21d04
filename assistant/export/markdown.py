"""A paper as Markdown that stands by itself: body, sources, references."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.export.paper import Block, Grid, Heading, Note, Paper

_NUMERALS = "零一二三四五六七八九十"


def to_markdown(paper: Paper) -> str:
    """The whole paper, ending with a line break."""
    parts = [f"# {paper.title}", *_body(paper.blocks)]
    if paper.sources:
        parts += ["## 文件来源", _grid(paper.sources)]
    if paper.notes:
        parts += ["## 引文出处", "\n".join(_note(note) for note in paper.notes)]
    return "\n\n".join(parts) + "\n"


def numbered(at: int) -> str:
    """一, 二, ... 十一, as sections are numbered."""
    tens, ones = divmod(at, 10)
    head = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return head + (_NUMERALS[ones] if ones or not tens else "")


def _body(blocks: tuple[Block, ...]) -> Iterator[str]:
    section = 0
    for block in blocks:
        if isinstance(block, Heading):
            section += block.level == 1
            yield f"## {numbered(section)}、{block.text}" if block.level == 1 else f"### {block.text}"
        elif isinstance(block, Grid):
            yield _grid(block)
        else:
            yield block.text


def _grid(table: Grid) -> str:
    rows = [table.head, tuple("---" for _ in table.head), *table.rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def _note(note: Note) -> str:
    return f"- {''.join(f'[{mark}]' for mark in note.marks)} {note.text}"
