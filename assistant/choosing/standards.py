"""Which standard is to be followed: a title with the number of a standard, 《…总则》（GB 19193-2015）.

The words that ask (执行标准, 标准编号) stand nowhere near it; its number gives it away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground
from assistant.understanding.query import Asked, Kind
from corpus.text import fold, sentences
from index.models import Evidence

COVERED = 0.6
"""Share of the weighted words of the matter that the clause with the standard must hold."""

_KIND = r"(?:国家|行业|地方|团体|技术|强制性?|推荐性?|执行|操作|卫生|安全|质量)"
_PAPER = r"(?:标准|规范|规程|国标)"
_ASKED = re.compile(
    rf"(?:执行|遵循|遵照|参照|按照?|依照|采用|符合|适用|用)?的?(?:是)?"
    rf"(?:什么|啥|哪一?[个项份部条]?){_KIND}*的?{_PAPER}(?:名称|编号|号)?(?=[？?，,。来去]|执行|进行|开展|实施|操作|做|$)|"
    rf"{_KIND}*{_PAPER}(?:文件)?的?(?:名称|名字|全称|编号|代号|标准号|号)(?:[及和与、]的?(?:名称|名字|编号|代号|号))*"
    r"(?:是|叫)?(?:什么|多少|啥)?"
)
_WORDS = re.compile(rf"{_KIND}*{_PAPER}|名称|名字|编号|代号|执行|遵循|遵照|参照|采用|符合|进行|开展")
_NUMBER = re.compile(
    r"(?<![A-Z])(?:GB|DB|WS|HJ|NY|SL|QB|JGJ|CJJ?|JTG|YY|AQ|MH|DL|LY|SB|TSG|GA|XF|JT|SY|HG|T)(?:\d{2})?(?:\s*/\s*[TZ]?[A-Z]*)?"
    r"\s*\d{2,6}(?:\.\d+)?(?:\s*[-—–]\s*\d{2,4})?(?!\d)"
)
"""GB 19193-2015, GB/T 22239, DB33/T 2196: the prefixes of national, local, trade and group standards."""


def standards_named(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The sentence that names the standard asked for by its number; none where none is on the matter."""
    if asked.kind in (Kind.COMPARE, Kind.MENTION) or not _ASKED.search(asked.text):
        return []
    matter = pairs(_WORDS.sub(" ", _ASKED.sub(" ", asked.topic)))
    known = {pair for pair in matter if rarity.known(pair)}
    best: tuple[float, list[Statement]] = (0.0, [])
    for one in evidence:
        above = pairs(f"{one.document.title} {one.chunk.context} {one.clause.heading}")
        for span in sentences(one.text):
            line = span.of(one.text).strip()
            if not _NUMBER.search(fold(line)):
                continue
            held = rarity.weigh(known & (above | pairs(line)))
            if held > best[0] and held >= COVERED * rarity.weigh(matter):
                best = (held, [Statement(line, (ground(one, line),))])
    return best[1]
