"""A docx file to text, in document order: paragraphs, tables, text boxes, drawn numbers.

A line is a paragraph or a table row. Deleted and hidden text and the table of contents
are left out; what Word inserts on its own (automatic numbers) is written out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from corpus.decoding import Decoded
from corpus.docx_numbering import Numbering, W
from corpus.errors import FormatUnsupported, SourceTooLarge

_UNPACKED_LIMIT = 512 * 1024 * 1024
_CELLS = " | "
_TEXT = W + "t"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_UNSHOWN = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "rPr", W + "pPr", _FALLBACK})
_WRAPPERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
_TEXT_BOX = W + "txbxContent"
_CLOSED = ("、", "）", ")", "】", "．")


def read(data: bytes, name: str) -> Decoded:
    """The text of the docx file in `data`."""
    _check_size(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
    except ValueError as exc:  # a template or a file with macros has another content type
        raise FormatUnsupported(
            f"“{name}”是 Word 模板或含宏的文档，不能直接读取：请另存为普通的 docx 后再导入。",
            f"{name!r} is a Word template or holds macros: save it as a plain docx.",
        ) from exc
    styles = _related(document.part, RELATIONSHIP_TYPE.STYLES)
    reader = _Body(Numbering(_related(document.part, RELATIONSHIP_TYPE.NUMBERING), styles), _contents_styles(styles))
    lines = list(reader.lines(document.element.body))
    notes = (f"省略了目录 {reader.contents_lines} 行",) if reader.contents_lines else ()
    return Decoded("\n".join(lines), "utf-8", notes)


def _check_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > _UNPACKED_LIMIT:
        raise SourceTooLarge(
            f"“{name}”解压后有 {unpacked // 1024 // 1024} MB，超过上限：请删去其中的图片后再导入。",
            f"{name!r} unpacks to {unpacked // 1024 // 1024} MB, over the limit: remove its pictures.",
        )


def _related(part: Any, kind: str) -> Any:
    """The root element of the numbering or styles part; None where the file has none."""
    for relationship in part.rels.values():
        if relationship.reltype == kind and not relationship.is_external:
            return relationship.target_part.element
    return None


def _contents_styles(styles: Any) -> frozenset[str]:
    """Ids of the styles of a table of contents: Chinese Word calls them "11", named "toc 1"."""
    if styles is None:
        return frozenset()
    named = ((style.get(W + "styleId"), style.find(W + "name")) for style in styles.iter(W + "style"))
    return frozenset(i for i, name in named if name is not None and name.get(W + "val", "").lower().startswith("toc "))


class _Body:
    """Walks the body once, keeping the numbering's counters."""

    def __init__(self, numbering: Numbering, contents_styles: frozenset[str]) -> None:
        self._numbering = numbering
        self._contents_styles = contents_styles
        self.contents_lines = 0

    def lines(self, parent: Any) -> Iterator[str]:
        for child in parent.iterchildren():
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self.lines(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        label = self._numbering.label(paragraph)
        text = "".join(_characters(paragraph))
        if _style(paragraph) in self._contents_styles and text.strip():
            self.contents_lines += 1
            return
        if label and text.strip():
            yield label + ("" if label.endswith(_CLOSED) else " ") + text.lstrip()
        else:
            yield text
        for box in _text_boxes(paragraph):
            yield from self.lines(box)

    def _table(self, table: Any) -> Iterator[str]:
        """A row is a line; a row of one cell (a frame round a box of text) its paragraphs."""
        for row in _rows(table):
            cells = list(_cells(row))
            if len(cells) == 1:
                yield from self.lines(cells[0])
            else:
                texts = [self._cell(cell) for cell in cells]
                if any(texts):
                    yield _CELLS.join(texts)

    def _cell(self, cell: Any) -> str:
        if _continues_above(cell):
            return ""
        return " ".join(filter(None, (line.replace("\n", " ").strip() for line in self.lines(cell))))


def _rows(table: Any) -> Iterator[Any]:
    yield from _inside(table, W + "tr")


def _cells(row: Any) -> Iterator[Any]:
    yield from _inside(row, W + "tc")


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _continues_above(cell: Any) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val") != "restart"


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(W + "val", ""))


def _characters(element: Any) -> Iterator[str]:
    """The shown characters of a paragraph, its text boxes aside."""
    for child in element.iterchildren():
        if child.tag in (_TEXT, _MATH_TEXT):
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _UNSHOWN and child.tag != _TEXT_BOX and not _hidden(child):
            yield from _characters(child)


def _hidden(element: Any) -> bool:
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == W + "r" else None
    return vanish is not None and vanish.get(W + "val", "1") not in ("0", "false")


def _text_boxes(element: Any) -> Iterator[Any]:
    for child in element.iterchildren():
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag not in _UNSHOWN:
            yield from _text_boxes(child)
