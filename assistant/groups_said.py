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
        meant = tuple(one for one in library if _is_one(one, found["words"], found["kind"]))
        if len(meant) == chinese_to_int(found["count"]):
            return Group(meant, found.group())
    return None


def _is_one(document: DocumentSummary, words: str, kind: str) -> bool:
    title = re.sub(r"\s", "", document.title)
    return words in title and (kind in _ANY or kind in title)
