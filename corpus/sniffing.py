"""What a file is, by its first bytes: names lie, and a wrong reader gives a wrong reason.

Formats without a reader are told apart too, because the way out differs: a Word 97
file wants saving as docx, a picture wants text recognition.
"""

from __future__ import annotations

import io
import re
import zipfile

READABLE = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""File name endings with a reader, and their format."""

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"\xfd7zXZ\0", "archive"),
)
_BITMAP = re.compile(rb"BM.{4}\0{4}|RIFF.{4}WEBP", re.S)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
_ZIP_MEMBERS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xls"),
    ("ppt/presentation.xml", "ppt"),
    ("OFD.xml", "ofd"),
)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_MIME_MESSAGE = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n)*?MIME-Version:", re.I)


def sniff(data: bytes, suffix: str) -> str:
    """The format of `data`: a readable one, one of `ways_out`, or "damaged-zip".

    Text has no magic: there the file name's ending decides between txt, md and html.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data)
    if data.startswith(_OLE):
        return _ole_format(data, suffix)
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if _BITMAP.match(data):
        return "image"
    return _text_format(data, suffix)


def _text_format(data: bytes, suffix: str) -> str:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    if _HTML.match(head):
        return "html"
    if _MIME_MESSAGE.match(head):
        return "mht"
    named = READABLE.get(suffix, "txt")
    return named if named in ("txt", "md", "html") else "txt"


def _zip_format(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return "damaged-zip"
    for member, found in _ZIP_MEMBERS:
        if member in names:
            return found
    return "odt" if {"content.xml", "mimetype"} <= names else "archive"


def _ole_format(data: bytes, suffix: str) -> str:
    if suffix == ".wps":
        return "wps"
    for stream, found in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return found
    return {".doc": "doc", ".xls": "xls", ".ppt": "ppt", ".et": "xls", ".dps": "ppt"}.get(suffix, "doc")
