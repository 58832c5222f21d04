"""What a request wants left out: 不要能源部分, 人才部分略去, 除了水泥. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

_PART = r"(?:部分|内容|那块|这块|那段|章节|方面|那章|这章)"
_DROP = (
    r"(?:不要|不含|不包括|不用写|不写|"
    r"不必写|别写|别扯|别提|不谈|不提|不涉及|不讲|去掉|略去|略过|剔除|除去|除了|除开|跳过|省去|撇开)"
)
_BEHIND = re.compile(
    rf"{_DROP}(?:写|讲|提|包括)?(?P<what>[一-龥A-Za-z0-9、和]{{2,16}}?)(?:的?{_PART}|(?:之|以)外|(?=[，。；,;]|$))(?:的|了)?"
)
_AHEAD = re.compile(
    rf"(?:但是?|其中)?(?P<what>[一-龥A-Za-z0-9、]{{2,12}}?)的?{_PART}(?:就|都|可以|请|先)*(?:不要|不写|略去|略过|去掉|跳过|除外|不用写?|省略|省去|剔除)了?"
)
_BETWEEN = re.compile(r"[、和]")


def without_parts(text: str, printed: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The request without the words that say what to leave out, and what that is.

    Only what documents print can be left out: 不要泛泛而谈 speaks of no part.
    """
    out: list[str] = []

    def taken(found: re.Match[str]) -> str:
        words = [word for word in _BETWEEN.split(found["what"]) if len(word) > 1]
        if not words or not all(map(printed, words)):
            return found.group()
        out.extend(words)
        return "，"

    rest = _BEHIND.sub(taken, _AHEAD.sub(taken, text))
    return rest, tuple(dict.fromkeys(out))
