"""Traditional characters read as simplified ones, one for one: how words are compared, never what is shown.

Questions are typed in either, and so are documents printed: whole ones, and simplified
ones in which a conversion left some (疫情後). Characters that stand for several
simplified ones take the reading of OpenCC's table for single characters.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

_IDEOGRAPHS = range(0x3400, 0xA000)


def simplified(text: str) -> str:
    """`text` with traditional characters replaced one by one; its length stays."""
    table, any_of_them = _table()
    return text.translate(table) if any_of_them.search(text) else text


@cache
def _table() -> tuple[dict[int, str], re.Pattern[str]]:
    convert = OpenCC("t2s").convert
    table = {code: plain for code in _IDEOGRAPHS if (plain := convert(chr(code))) != chr(code)}
    return table, re.compile(f"[{''.join(map(chr, table))}]")
