"""Items that carry a label of their own instead of a number: 方向一：…；方向二：…, A类：…, 第一档：….

On lines of their own or in one; the labels are alike and count from the first on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.models import Span
from corpus.numbering import number_of

FEWEST = 2

_LABEL = re.compile(
    r"(?:(?<=[\n；;。：:])|\A)\s*(?P<label>第?(?P<stem>[一-龥]{0,6}?)(?P<nth>[一二三四五六七八九十]{1,2}|[0-9０-９]{1,2}|[A-HＡ-Ｈ甲乙丙丁戊己])"
    r"(?P<unit>类型?|档|级|组别?|步|阶段|批次?|种|型|方向|情形|等)?)\s*[：:]\s*(?=\S)"
)
_OTHER = re.compile(r"附[件表录图]|^[表图注]|专栏|[问答]|问题")
_LETTERS = ("ABCDEFGH", "ＡＢＣＤＥＦＧＨ", "甲乙丙丁戊己")


def labelled(text: str) -> tuple[Span, ...]:
    """The items of the first list with such labels, each with its label; none where fewer than two run on."""
    found = [one for one in _LABEL.finditer(text) if (one["stem"] or one["unit"]) and not _OTHER.search(one["label"])]
    for at, first in enumerate(found):
        run = _run(found[at:])
        if _value(first["nth"]) == 1 and len(run) >= FEWEST:
            ends = [*(one.start("label") for one in run[1:]), _end(text, run[-1])]
            return tuple(Span(one.start("label"), end) for one, end in zip(run, ends, strict=True))
    return ()


def _run(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The labels that go on from the first: alike but for their ordinals, which count on by one."""
    alike = [one for one in found if (one["stem"], one["unit"]) == (found[0]["stem"], found[0]["unit"])]
    counted = takewhile(lambda pair: _value(pair[1]["nth"]) == pair[0], enumerate(alike, start=1))
    return [one for _, one in counted]


def _end(text: str, last: re.Match[str]) -> int:
    """The last item ends with its line."""
    end = text.find("\n", last.end())
    return len(text) if end < 0 else end


def _value(nth: str) -> int:
    letters = next((run.index(nth) + 1 for run in _LETTERS if nth in run), 0)
    return letters or number_of(nth)
