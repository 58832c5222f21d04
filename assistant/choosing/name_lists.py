"""A line that only names projects: 「甲产业园项目、乙基地项目、丙中心项目。」

Boxes of plans are full of such lines. They hold many words and say of nothing what is to be done: they
answer who asks for projects, and nobody else.
"""

from __future__ import annotations

import re

from assistant.understanding.query import Asked, Kind

NAMES_ONLY = 0.6
"""What is left to such a line, where something else is asked for."""

_NAME = re.compile(r"[^，。；：]{2,40}?(?:项目|工程|基地|中心|园区?|平台|线)(?:[（(][^（）()]{1,30}[）)])?")
_ASKS_FOR_NAMES = re.compile(
    r"项目|工程|基地|中心|园区?|平台|线路|名单|清单|哪[些几个一家座条]|有(?:什么|啥)|(?:什么|啥)(?:叫|名)|(?:叫|名)(?:什么|啥)|列了|点名"
)


def asks_for_names(asked: Asked) -> bool:
    """Does a question ask for projects, or for a list of anything?"""
    return asked.kind is Kind.LIST or _ASKS_FOR_NAMES.search(asked.text) is not None


def only_names(text: str) -> bool:
    """Does a sentence only name one or more projects?"""
    items = re.sub(r"^\s*[（(]?\d{1,2}[）)、.．]\s*[^。、]{2,20}。", "", text).strip().rstrip("。；").split("、")
    return all(_NAME.fullmatch(item.strip()) for item in items)
