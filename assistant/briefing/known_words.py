"""Which words of a request a library can have meant: those that it prints. Pure."""

from __future__ import annotations

import re

from assistant.briefing.topics import themes
from assistant.finding.rarity import Rarity

_GENERAL = re.compile(
    r"支持|服务|建设|发展|技术|项目|产业|行业|政策|管理|保护|推进|培育|调整|改革|企业|单位|问题|内容|情况"
)
"""Words that choose nothing by themselves: 支持 of 养老服务有哪些支持."""

_EMPTY = re.compile(
    r"实施|贯彻|落实|都?回答|提到|情况|内容|问题|题目|出现|可能|最好|清楚|完整|全文|大概|大致|部署|都|谁|我们|咱们|本单位"
)
"""Words that are no subject even by themselves."""

_BEGUN = 4
"""Characters of a printed beginning that are taken for the word."""


def known_words(words: tuple[str, ...], rarity: Rarity, *, must: bool) -> tuple[str, ...]:
    """The words of a subject that the library prints, one with a strange end up to where it is printed.

    Where it prints none but general ones, all of them stay if something `must` be the
    subject, so that a strange subject is not answered with something else.
    """
    words = tuple(word for word in words if not _EMPTY.fullmatch(word))
    kept = tuple(known for word in words if (known := _known(word, rarity)))
    if any(not _GENERAL.fullmatch(word) for word in kept) or not must:
        return kept
    return tuple(word for word in words if not _GENERAL.fullmatch(word)) or words


def points_to(words: tuple[str, ...], text: str) -> bool:
    """Does a request say of one of the words that it is its subject: 方案里的火星移民, 关于火星移民的规定?"""
    return any(
        re.search(
            rf"(?:关于|有关|涉及|[里中的对])[“《]?{re.escape(word)}|{re.escape(word)}[”》]?(?:的|方面|这块|部分)", text
        )
        for word in words
    )


def _known(word: str, rarity: Rarity) -> str:
    """The word, if it is printed or a theme's; else its beginning that is, if that is most of it; else nothing."""
    if rarity.prints(word) or any(theme in word for one in themes() for theme in one.said):
        return word
    held = [rarity.known(word[at : at + 2].lower()) for at in range(len(word) - 1)]
    if all(held):
        return word
    cut = held.index(False) + 1
    begun = word[:cut]
    if any(held[cut:]):
        return word if sum(held) >= len(held) / 2 else ""
    if len(begun) >= _BEGUN or any(begun.startswith(theme) for one in themes() for theme in one.said):
        return begun
    return word if sum(held) >= len(held) / 2 else ""
