"""What the documents of a library can be called by, worked out once, so that no question reads every title.

Each look-up gives every document that can be meant, and some that cannot: who asks judges them by the words
themselves. Documents come in the order of their library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from operator import is_
from threading import Lock
from typing import TypeVar, cast

from corpus.models import DocumentSummary
from corpus.short_titles import aliases
from corpus.vocabulary import Level

RUN = 6
"""Characters in a row by which titles are found."""

START = 4
"""... and by which they are found from their beginning."""

REMEMBERED = 8
"""Libraries, whole or as far as a filter leaves them, that are known at a time."""

ANSWERS = 4_096
"""Answers to the same words that are kept for a library."""

T = TypeVar("T")


class Catalogue:
    """The titles, places and issuers of the documents of one library."""

    def __init__(self, documents: Sequence[DocumentSummary]) -> None:
        self.documents = tuple(documents)
        self.national = tuple(one for one in documents if one.level in (Level.NATIONAL, Level.UNKNOWN))
        self._by_run = _by(documents, lambda one: runs(bare(one.title), RUN))
        self._by_start = _by(documents, lambda one: {proper(one.title)[:START], core(proper(one.title))[:START]})
        self._by_label = _by(documents, lambda one: {one.label[:RUN]})
        self._by_alias = _by(documents, aliases)
        self._by_issuer = _by(documents, lambda one: one.issuers)
        self._answers: dict[Hashable, object] = {}

    def titled(self, text: str) -> list[DocumentSummary]:
        """Those whose title stands in `text`, whole or for a run of `RUN` characters."""
        found = _held(self._by_run, runs(text, RUN))
        for said in (text, text.replace("的", "")):
            found |= _held(self._by_start, runs(said, START))
        return self._at(found)

    def with_run(self, run: str) -> list[DocumentSummary]:
        """Those whose title holds these `RUN` characters in a row."""
        return self._at(self._by_run.get(run, ()))

    def labelled(self, text: str) -> list[DocumentSummary]:
        """Those of which the first `RUN` characters of what they are called stand in `text`."""
        return self._at(_held(self._by_label, runs(text, RUN)))

    def placed(self, text: str) -> list[DocumentSummary]:
        """Those of whose place, area or district a name stands in `text`."""
        return self._at({at for alias, held in self._by_alias.items() if alias in text for at in held})

    def with_alias(self, alias: str) -> int:
        """How many documents a place, area or district is a name of."""
        return len(self._by_alias.get(alias, ()))

    def issued(self, by: Callable[[str], bool]) -> list[DocumentSummary]:
        """Those with an issuer of which `by` holds."""
        return self._at({at for issuer, held in self._by_issuer.items() if by(issuer) for at in held})

    def remembered(self, asked: Hashable, answer: Callable[[], T]) -> T:
        """The answer to the same words before, or a new one; `asked` says what is asked as well as the words."""
        if asked not in self._answers:
            if len(self._answers) >= ANSWERS:
                self._answers.clear()
            self._answers[asked] = answer()
        return cast(T, self._answers[asked])

    def _at(self, positions: Iterable[int]) -> list[DocumentSummary]:
        return [self.documents[at] for at in sorted(positions)]


def catalogue_of(library: Sequence[DocumentSummary]) -> Catalogue:
    """The catalogue of these documents, that of before where they are the same ones."""
    with _LOCK:
        for at, known in enumerate(_KNOWN):
            if len(known.documents) == len(library) and all(map(is_, known.documents, library)):
                _KNOWN.insert(0, _KNOWN.pop(at))
                return known
    made = Catalogue(library)
    with _LOCK:
        _KNOWN.insert(0, made)
        del _KNOWN[REMEMBERED:]
    return made


_KNOWN: list[Catalogue] = []
_LOCK = Lock()


def runs(text: str, length: int) -> set[str]:
    """Every stretch of so many characters."""
    return {text[at : at + length] for at in range(len(text) - length + 1)}


@lru_cache(maxsize=200_000)
def proper(title: str) -> str:
    """The title as people say it: without brackets at its end and the name of the state."""
    return bare(title).removeprefix("中华人民共和国")


@lru_cache(maxsize=200_000)
def core(title: str) -> str:
    """在线政务服务若干规定 of 国务院关于在线政务服务的若干规定: what people keep of a title."""
    return re.sub(r"^[一-龥、]{2,20}?关于(?:印发)?", "", title).replace("的", "")


@lru_cache(maxsize=200_000)
def bare(title: str) -> str:
    """The title without white space and brackets at its end."""
    return re.sub(r"\s|[（(][^（）()]*[）)]$", "", title)


def _by(
    documents: Sequence[DocumentSummary], names: Callable[[DocumentSummary], Iterable[str]]
) -> dict[str, list[int]]:
    """Under each name the positions of the documents that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        for name in dict.fromkeys(names(document)):
            found[name].append(at)
    return dict(found)


def _held(index: dict[str, list[int]], names: Iterable[str]) -> set[int]:
    return {at for name in names for at in index.get(name, ())}
