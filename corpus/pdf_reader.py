"""A pdf file with a text layer to text: pages in order, lines as printed.

Lines stay broken where the page breaks them, with a blank line between pages: mending
them is the parser's work. Page numbers and running heads are no words of the document
and are dropped.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from corpus.decoding import Decoded
from corpus.errors import SourceDamaged

_PAGE_NUMBER = re.compile(
    r"[\s\-—–－·•*]*(?:第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}(?:\s*/\s*\d{1,4})?)[\s\-—–－·•*]*"
)
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]")
_UNREADABLE = 0.3
_RUNNING_SHARE = 0.6
_END_MARK = b"%%EOF"


def read(data: bytes, name: str, paged: Callable[[int, int], None]) -> Decoded:
    """The text layer of the pdf in `data`; `paged` is told after each page."""
    if _END_MARK not in data.rstrip(b"\0\r\n\t ")[-2048:]:
        raise SourceDamaged(
            f"“{name}”不完整（pdf 缺少结尾）：请重新下载，或用阅读器打开后另存为 pdf。",
            f"{name!r} is incomplete (its pdf end mark is missing): download it again, or save it anew from a viewer.",
        )
    pages = _pages(data, name, paged)
    texts = [page for page in pages if page]
    if not texts:
        raise SourceDamaged(
            f"“{name}”是扫描件（{len(pages)} 页都没有文字层）：请先做文字识别（OCR），存为带文字的 pdf 或 docx。",
            f"{name!r} is scanned (none of its {len(pages)} pages has text): run text recognition (OCR), "
            "then save it as pdf with text or docx.",
        )
    _check_readable(texts, name)
    bodies = _without_running_lines(texts)
    notes = (
        [f"{len(pages)} 页中有 {len(pages) - len(texts)} 页没有文字（可能是图片）"] if len(texts) < len(pages) else []
    )
    if bodies != [_without_page_number(page) for page in texts]:
        notes.append("省略了每页重复的页眉或页脚")
    return Decoded("\n\n".join("\n".join(body) for body in bodies if body), "utf-8", tuple(notes))


def _pages(data: bytes, name: str, paged: Callable[[int, int], None]) -> list[list[str]]:
    """The lines of each page, blank ones left out."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            pages = []
            for page in document.pages:
                pages.append([line for line in page.extract_text().split("\n") if line.strip()])
                page.close()
                paged(len(pages), len(document.pages))
            return pages
    except PdfminerException as exc:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (*exc.args, exc.__cause__, exc.__context__)):
            raise SourceDamaged(
                f"“{name}”有打开密码：请用密码打开，取消密码后另存为 pdf 再导入。",
                f"{name!r} is protected by a password: open it and save it without one.",
            ) from exc
        raise


def _check_readable(texts: Sequence[Sequence[str]], name: str) -> None:
    """Fonts without a character map give numbers in place of characters."""
    text = "".join(line for page in texts for line in page)
    lost = len(_UNMAPPED.findall(text))
    if lost > _UNREADABLE * len(_UNMAPPED.sub("x", text)):
        raise SourceDamaged(
            f"“{name}”的文字层无法识别（字体没有字符对照表）：请做文字识别（OCR），或取得原文件另存为 docx。",
            f"{name!r} has an unreadable text layer (fonts without a character map): use OCR, or the original file.",
        )


def _without_page_number(page: list[str]) -> list[str]:
    first = 1 if page and _PAGE_NUMBER.fullmatch(page[0]) else 0
    last = -1 if len(page) > first and _PAGE_NUMBER.fullmatch(page[-1]) else len(page)
    return page[first:last]


def _without_running_lines(pages: Sequence[list[str]]) -> list[list[str]]:
    """Drops page numbers, then the first and last lines that most pages share."""
    bodies = [_without_page_number(page) for page in pages]
    for place in (0, -1):
        edges = Counter(_shape(body[place]) for body in bodies if body)
        running = {shape for shape, count in edges.items() if count >= max(3, _RUNNING_SHARE * len(bodies))}
        for body in bodies:
            if body and _shape(body[place]) in running:
                del body[place]
    return bodies


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", line))
