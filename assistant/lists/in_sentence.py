"""Lists that one sentence prints: 通过A、B和C办理, 在A、B、C等方面, 不得A、B.

Who asks for all of them wants that sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answerable.unknown_matter import of_any_policy
from assistant.choosing.tallies import tallies

SHOWS_SORT = 1.4
"""What a sentence gains that lists what is asked for as sentences print that sort of list."""

MANY = 3
"""... a little more where it lists more than so many."""

OF_THE_NOUN = 1.25
"""... that closes a list with the noun asked for: 红树林、盐沼等海洋生态系统, “揭榜挂帅”等方式."""

SHOWS_NONE = 0.8
"""What is left to one that lists nothing of that sort."""

_SORTS_SHOWN = (
    (
        re.compile(
            r"(?:哪|几|什么|啥)[^，？]{0,8}(?:禁止|不准|不许|严禁|不让|不得)|"
            r"(?:禁止|不准|不许|严禁|不让|不得)(?:的)?[^，？]{0,6}(?:哪|什么|啥)"
        ),
        re.compile(r"不得|不准|严禁|禁止|不许|不能"),
    ),
    (
        re.compile(r"(?:哪|几|什么|啥)[^，？]{0,6}(?:渠道|途径|通道|平台|入口)|(?:渠道|途径)(?:有|是|包括)"),
        re.compile(r"(?:通过|经由?|登录|拨打|利用|采[取用]|使用|关注)[^。；]*(?:、|或|和)[^。；]*"),
    ),
    (
        re.compile(r"(?:哪|几|什么|啥)[^，？]{0,3}方面|方面(?:都|各)?(?:有|是|包括)"),
        re.compile(r"、[^。；]*方面"),
    ),
)
"""Sorts of lists that stand inside a sentence: how they are asked for, how they are printed."""


_NOUN_ASKED = re.compile(
    r"(?:哪[些几](?:个|种|类|项|样|条|家)?|(?:什么|啥)样?的?)([一-龥]{2,8}?)(?=[？?，,。]|$|的|来|去|里|上|中|是|在|各|呢)"
)


@lru_cache(maxsize=512)
def _closed_with(question: str) -> re.Pattern[str] | None:
    """A list that ends in 等 and the noun asked for; None where the question asks for none, or for what any plan has.

    大数据、人工智能等技术 stands in many a sentence that is no answer to 研发哪些技术.
    """
    found = _NOUN_ASKED.search(question)
    noun = of_any_policy(found[1][-2:]).strip() if found else ""
    return re.compile(rf"(?:、[^，。；：、]{{1,20}}|[”」])等[^，。；：、]{{0,8}}{noun}") if noun else None


def closes_with_noun(question: str, sentence: str) -> float:
    """A factor for a sentence: it counts up things and says by the question's own noun what they are."""
    closed = _closed_with(question)
    return OF_THE_NOUN if closed and closed.search(sentence) else 1.0


def stands_in_sentence(question: str) -> bool:
    """Does it ask for a sort of list that one sentence prints?"""
    return any(asks.search(question) for asks, _ in _SORTS_SHOWN)


def lists_such(question: str, sentence: str) -> float:
    """A factor for a sentence: it lists what is asked for, or it does not."""
    for asks, shows in _SORTS_SHOWN:
        if asks.search(question):
            many = max(tallies(sentence), default=0) > MANY
            return SHOWS_SORT + 0.1 * many if shows.search(sentence) else SHOWS_NONE
    return 1.0
