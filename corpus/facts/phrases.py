"""A figure among its words: what stands before it up to the nearest stop, and what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.facts.figures import Figure, figures
from corpus.facts.years import horizons
from corpus.models import Span

_STOPS = "，,；;：:。！？!?\n"
_REACH = 400
_BEHIND = re.compile(r"[^，,；;：:。！？!?\n（(）)]*")
_LINK = re.compile(r"^\s*(?:[、和与及]|以及|，|,)\s*")


class Phrase(NamedTuple):
    """One figure of a sentence: the words before it from the last stop or link on, and those behind it.

    `linked` says that only 、 or 和 parts it from the figure before.
    """

    figure: Figure
    before: str
    behind: str
    span: Span
    linked: bool

    @property
    def own(self) -> str:
        """The words before the figure and behind a year they open with: what the figure is said of."""
        meant = horizons(self.before)
        cut = self.before[meant[-1].span.end :] if meant else self.before
        return _LINK.sub("", cut)

    @property
    def before_year(self) -> str:
        """What stands before the year in the same phrase: 营业收入 in 营业收入到2025年达到600亿元."""
        meant = horizons(self.before)
        return _LINK.sub("", self.before[: meant[0].span.start]) if meant else ""


def phrases(sentence: str) -> tuple[Phrase, ...]:
    """Every figure of the sentence with its words."""
    return tuple(_phrases(sentence))


def _phrases(sentence: str) -> Iterator[Phrase]:
    found = figures(sentence)
    for i, figure in enumerate(found):
        floor = next((one.span.end for one in reversed(found[:i]) if not _shut(sentence, one, figure)), 0)
        ceiling = found[i + 1].span.start if i + 1 < len(found) else len(sentence)
        start = _stop_before(sentence, figure.span.start, floor)
        linked = bool(floor) and start == floor
        if linked:
            link = re.search(r"[、和与及]", sentence[floor : figure.span.start])
            start = floor + link.end() if link else floor
        while start < figure.span.start and sentence[start] in " \u3000—-、，,":
            start += 1
        behind = _BEHIND.match(sentence, figure.span.end, ceiling)
        end = behind.end() if behind else figure.span.end
        if end == ceiling and ceiling < len(sentence):
            end = max(figure.span.end, end - len(_tail(sentence[figure.span.end : end])))
        words = sentence[figure.span.end : end]
        before = sentence[start : figure.span.start]
        yield Phrase(figure, before, words.strip(), Span(start, figure.span.end + len(words.rstrip())), linked)


def _shut(sentence: str, one: Figure, figure: Figure) -> bool:
    """Does the first figure stand in a bracket that is closed before the second?"""
    between = sentence[one.span.end : figure.span.start]
    closed = re.search(r"[）)]", between)
    return bool(closed) and not re.search(r"[（(]", between[: closed.start()] if closed else "")


def _tail(words: str) -> str:
    """Of the words between two figures, those that belong to the second."""
    parts = re.split(r"[、和与及]", words, maxsplit=1)
    return words[len(parts[0]) :]


def _stop_before(sentence: str, at: int, floor: int) -> int:
    """The offset behind the last stop before `at`, brackets that close before it passed over."""
    depth = 0
    floor = max(floor, at - _REACH)
    for i in range(at - 1, floor - 1, -1):
        char = sentence[i]
        if char in "）)":
            depth += 1
        elif char in "（(":
            if not depth:
                return i + 1
            depth -= 1
        elif char in _STOPS and not depth:
            return i + 1
    return floor
