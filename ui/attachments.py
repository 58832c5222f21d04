"""Files that a browser saves: under the title of what they hold, which is data and cannot break out of its header."""

from __future__ import annotations

import re
from urllib.parse import quote

from fastapi import Response

NAME_CHARACTERS = 60
_ALLOWED = "-_（）《》〔〕，、"


def attachment(content: bytes, title: str, suffix: str, kind: str, *, plain: str = "wence") -> Response:
    """A download under its title; `plain` names it where a program reads ASCII alone (RFC 6266)."""
    name = f"attachment; filename=\"{plain}.{suffix}\"; filename*=UTF-8''{quote(f'{_shown(title) or plain}.{suffix}')}"
    return Response(content, media_type=kind, headers={"content-disposition": name, "cache-control": "no-store"})


def _shown(title: str) -> str:
    """The title without what file systems or headers trip over, and without traces of it at the ends."""
    spaced = "".join(char if char.isalnum() or char in _ALLOWED else "_" for char in title)
    return re.sub("_{2,}", "_", spaced)[:NAME_CHARACTERS].strip("_，、")
