"""密级 as a document prints it (GB/T 9704-2012, 7.2.2): its words must not leave this machine.

Doubt counts as a mark: what is confined by mistake is answered on this machine, and
what is sent by mistake cannot be taken back.
"""

from __future__ import annotations

import re

from corpus.models import Field, Span

HEAD = 1500
"""Characters in which a mark without a star is looked for; one with its star counts anywhere."""

_LEVEL = r"绝\s*密|机\s*密|秘\s*密"
_PERIOD = r"(?:\s*(?:长期|[\d一二三四五六七八九十]{1,3}\s*(?:年|个月|天)))?"
_STARRED = re.compile(rf"(?:{_LEVEL})\s*[★☆]{_PERIOD}")
_LABELLED = re.compile(rf"密\s*级\s*[:：]\s*(?:{_LEVEL}|内部)\S{{0,8}}")
_ALONE = re.compile(rf"^[^\S\n]*(?:\d{{1,6}}[^\S\n]+)?(?:{_LEVEL}){_PERIOD}[^\S\n]*$", re.MULTILINE)
_INTERNAL = re.compile(
    r"^[^\S\n]*[（(【\[]?(?:内部(?:资料|文件|使用|材料)|仅供内部(?:使用|参考))[^\n。]{0,16}$", re.MULTILINE
)
_NAMES = ("绝密", "机密", "秘密")


def security_mark(text: str) -> Field | None:
    """The mark of a document's text, its level as `绝密`, `机密`, `秘密` or `内部`; None where it prints none."""
    head = text[:HEAD]
    for pattern, where in ((_STARRED, text), (_LABELLED, head), (_ALONE, head), (_INTERNAL, head)):
        found = pattern.search(where)
        if found:
            return Field(_level(found.group()), Span(*found.span()))
    return None


def _level(mark: str) -> str:
    bare = re.sub(r"\s", "", mark)
    return next((name for name in _NAMES if name in bare), "内部")
