"""What a question calls a paper by, up to the noun that says what paper it is: 汽车三包 of 汽车三包规定."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAPER = re.compile(
    r"(?P<name>[一-龥]{2,16}?)(?:条例|办法|规定|细则|规划|计划|方案|意见|(?<![说看想做用写算方手合违守犯执依无没])法(?=[^一-龥]|的|是|由|何|什么|哪))"
)
_ASKED_FOR = re.compile(r"哪|什么|啥|几|怎|咋|如何")
"""老的哪个办法 is asked for, and named by nobody."""

_CALLING = re.compile(
    r"关于|印发|发布|出台|制定|最新|现行|[这那该本此](?:一?[份个部项条])?|请问|[的省市县区]|国家|全国|中央|地方|部门|政府|文件"
)
"""What stands in a paper's name or before it and says nothing of its matter."""


class Paper(NamedTuple):
    """A paper as a question calls it: its name with its place, and the same with the noun."""

    name: str
    full: str


def paper_named(text: str) -> Paper | None:
    """The first paper that is called by its noun."""
    for found in _PAPER.finditer(text):
        if not _ASKED_FOR.search(found["name"]):
            return Paper(found["name"], found.group())
    return None


def matter_of(name: str) -> str:
    """A paper's name without the words that stand around any; blanks in their place."""
    return " ".join(_CALLING.sub(" ", name).split())
