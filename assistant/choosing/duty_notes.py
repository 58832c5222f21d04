"""Who is responsible, printed in brackets behind a task: 「（责任部门：省科技厅、省农业农村厅）」.

Such a note repeats the words of the task in the names of the bodies, and tells nothing of what is to be done.
"""

from __future__ import annotations

import re

from assistant.understanding.query import Asked, Kind

NOTE = 0.3
"""What is left to a sentence that is such a note, where no body is asked for."""

_NOTE = re.compile(
    r"[（(【\[]?\s*(?:责任|牵头|负责|配合|主办|协办|承办|参与|实施|落实|完成)(?:部门|单位|处室|科室|人|时限|时间)\s*[:：][^。]*[。）)】\]]*"
)
_ASKS_OF_BODIES = re.compile(
    r"谁|责任|牵头|负责|配合|主办|部门|单位|机构|哪[一几个些]{0,2}[家厅局委办]|时限|完成时间|何时|什么时候"
)


def asks_of_bodies(asked: Asked) -> bool:
    """Does a question ask who does a thing, or by when?"""
    return asked.kind is Kind.RESPONSIBLE or _ASKS_OF_BODIES.search(asked.text) is not None


def is_duty_note(text: str) -> bool:
    """Is a sentence only the note of who does it or by when?"""
    return _NOTE.fullmatch(text.strip()) is not None
