"""How a citation is printed in official writing: 《文件名》（发文字号）四（二）2."""

from __future__ import annotations

import re

from assistant.models import Passage
from assistant.validity import force_word
from corpus.models import PATH_SEPARATOR

_REPEATED = re.compile(r"#(\d+)$")
_BOXED = re.compile(r"专栏\s*\d*")


def printed_reference(passage: Passage) -> str:
    """The document, its number where it prints one, that it is repealed or the like, the clause as people write it."""
    title = passage.title or passage.source
    stated = force_word(passage)
    known = "，".join(part for part in (passage.number, "" if stated in title else stated) if part)
    return f"《{title}》{f'（{known}）' if known else ''}{printed_path(passage.path)}"


def printed_path(path: str) -> str:
    """四 > （二） > 2 as 四（二）2; names of clauses without a number stand in quotation marks."""
    said = ""
    for ordinal in (part.strip() for part in path.split(PATH_SEPARATOR)):
        if ordinal:
            said += _joined(said, _ordinal(ordinal))
    return said


def _ordinal(part: str) -> str:
    repeated = _REPEATED.search(part)
    bare = re.sub(r"\s+", "", _REPEATED.sub("", part))
    return f"{bare}[第{repeated.group(1)}处]" if repeated else bare


def _joined(said: str, ordinal: str) -> str:
    if said and (said[-1].isalnum() and ordinal[0].isascii() and ordinal[0].isalnum()):
        return f".{ordinal}" if not _BOXED.search(said[-5:]) else f"第{ordinal}项"
    if said and not _is_ordinal(ordinal):
        return f"“{ordinal}”" if not _BOXED.match(ordinal) else ordinal
    return ordinal


def _is_ordinal(part: str) -> bool:
    return bool(re.match(r"[（(①-⑳〔\[]|第|附件|[一二三四五六七八九十百]+(?![一-龥])|\d", part))
