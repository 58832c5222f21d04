"""A web page to text: its blocks as lines, its tables as rows, without the page's frame.

Navigation, headers, footers, scripts and hidden elements are no words of the document
and are dropped; a header inside an article is its title block and stays.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, CData, NavigableString, Tag

from corpus.decoding import Decoded, decode

_CELLS = " | "
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "aside", "button", "select", "iframe", "object"}
    | {"svg", "canvas", "audio", "video", "map", "dialog"}
)
_FRAME = frozenset({"header", "footer"})
_FRAME_NAMES = frozenset({"nav", "navbar", "navigation", "header", "footer", "breadcrumb", "breadcrumbs", "sidebar"})
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend"}
    | {"li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"}
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "big5": "cp950"}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef\u3001-\u301f]) (?=[\u2e80-\u9fff\uff00-\uffef\u3001-\u301f])"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def read(data: bytes, name: str) -> Decoded:
    """The text of the page in `data`, in the encoding that it declares if that holds."""
    declared = _DECLARED.search(data[:4096])
    label = declared.group(1).decode("ascii").lower() if declared else ""
    decoded = decode(
        data, declared="" if label.startswith(("utf", "iso-8859", "windows-125")) else _WIDER.get(label, label)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        page = BeautifulSoup(decoded.text, "lxml")
    return decoded._replace(text="\n".join(_lines(page)))


def _lines(page: Tag) -> Iterator[str]:
    """The words of the page; a line ends where a block begins or ends."""
    pending: list[str] = []
    for piece in _pieces(page):
        if piece == "\n":
            yield from _line(pending)
            pending = []
        else:
            pending.append(piece)
    yield from _line(pending)


def _line(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    folded = [_BETWEEN_CHINESE.sub("", _SPACE.sub(" ", part)).strip(" ") for part in text.split("\v")]
    yield from (part for part in folded if part)


def _pieces(element: Tag) -> Iterator[str]:
    """Text in page order, "\\n" for the edge of a block; a line break is kept as "\\v"."""
    for child in element.children:
        if isinstance(child, Tag):
            yield from _tag_pieces(child)
        elif type(child) in (NavigableString, CData):
            yield str(child) if child.find_parent("pre") is None else str(child).replace("\n", "\v")


def _tag_pieces(tag: Tag) -> Iterator[str]:
    if _dropped(tag):
        return
    if tag.name == "br":
        yield "\v"
    elif tag.name == "tr":
        yield "\n"
        yield from _row(tag)
        yield "\n"
    elif tag.name in _BLOCKS:
        yield "\n"
        if tag.name == "li":
            yield _ordinal(tag)
        yield from _pieces(tag)
        yield "\n"
    else:
        yield from _pieces(tag)


def _row(row: Tag) -> Iterator[str]:
    """A row of one cell, or with a table in it, is layout: its blocks. Else cells in a line."""
    cells = [cell for cell in row.find_all(["td", "th"], recursive=False) if not _dropped(cell)]
    if len([cell for cell in cells if cell.get_text(strip=True)]) < 2 or row.find("table") is not None:
        for cell in cells:
            yield "\n"
            yield from _pieces(cell)
    else:
        yield _CELLS.join(" ".join(_lines(cell)) for cell in cells)


def _ordinal(item: Tag) -> str:
    """The number that a browser draws in front of an item of an ordered list."""
    ordered = item.parent
    if ordered is None or ordered.name != "ol":
        return ""
    start = str(ordered.get("start") or "1")
    before = len(item.find_previous_siblings("li"))
    return f"{int(start) + before}. " if start.isdigit() else ""


def _dropped(tag: Tag) -> bool:
    if tag.name in _DROPPED or tag.has_attr("hidden") or _HIDDEN_STYLE.search(str(tag.get("style") or "")):
        return True
    names = {str(tag.get("id") or "").lower(), *(each.lower() for each in tag.get_attribute_list("class") if each)}
    framed = tag.name in _FRAME or (tag.name not in ("body", "html") and bool(names & _FRAME_NAMES))
    return framed and tag.find_parent(["article", "main"]) is None
