"""Several documents called by one description and their number: 两部烟花爆竹法规, 三个养犬条例."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.models import DocumentSummary
from corpus.numbering import chinese_to_int

_GROUP = re.compile(
    r"(?:[这那])?(?P<count>[两二三四五六七八])(?:部|份|个|篇)(?:关于|有关|管|讲)?(?P<words>(?:[^，。；？、和与及\d]{2,10}?)?)"
    r"(?:方面)?的?(?P<kind>法规|条例|规定|办法|通知|公告|意见|措施|方案|规划|计划|政策文件|文件)"
)
_ANY = frozenset({"法规", "规定", "文件", "政策文件"})


class Group(NamedTuple):
    """Documents and the words of the question that call all of them."""

    documents: tuple[DocumentSummary, ...]
    words: str


def grouped(text: str, library: Sequence[DocumentSummary]) -> Group | None:
    """The documents that a description calls, where there are just as many as it says."""
    for found in _GROUP.finditer(text):
        count, words, kind = chinese_to_int(found["count"]), found["words"], found["kind"]
        of_kind = [one for one in library if kind in _ANY or kind in _solid(one.title)]
        issued = [one for one in of_kind if words in one.issuers]
        titled = [one for one in of_kind if words in _solid(one.title)]
        for meant in (issued, titled):
            if len(meant) == count:
                return Group(tuple(meant), found.group())
    return None


def _solid(title: str) -> str:
    return re.sub(r"\s", "", title)
