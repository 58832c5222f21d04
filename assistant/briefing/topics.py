"""What a request is about, in the words that documents use for it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.rarity import fold_case
from corpus.text import fold

_WORD = re.compile(r"[^\W_]+")
_FILE = Path(__file__).with_name("topics.toml")


MISSING = 0.5
"""Share of a subject's characters from which a document that prints none of their words does not speak of it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of policy documents: how people name it, how documents speak of it, under which headings."""

    said: tuple[str, ...]
    covers: tuple[str, ...]
    under: tuple[str, ...]
    section: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject as asked, its printed forms, the words of the themes it names, and their headings.

    `sections` are the headings of themes that are a section of their own; `title` is the subject with
    the words around it that make it a term.
    """

    subject: str = ""
    forms: str = ""
    words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    title: str = ""

    @property
    def open(self) -> bool:
        """Is there no topic, so that a document's own weight decides?"""
        return not self.subject and not self.words

    @property
    def query(self) -> str:
        """What is searched for."""
        return " ".join(part for part in (self.subject, self.forms, " ".join(self.words)) if part)

    def in_print(self, text: str) -> bool:
        """Does a text print the subject's words, be it apart? 技术移民 alone is not 火星移民."""
        held = fold(text).lower()
        if any(fold(form).lower() in held for form in self.forms.split()):
            return True
        plain = self.subject
        for word in (word for theme in themes() for word in theme.said):
            plain = plain.replace(word, " ")
        words = [word for word in _WORD.findall(fold_case(plain)) if len(word) > 1]
        return sum(_unprinted(word, held) for word in words) < MISSING * sum(map(len, words)) or not words


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that come along."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Theme(tuple(one["said"]), tuple(one["covers"]), tuple(one["under"]), one.get("section", False))
        for one in table.values()
    )


def topic_of(subject: str, text: str, forms: str = "", title: str = "") -> Topic:
    """The topic of a request: its subject, and the themes that it or else single words of the text name."""
    named = [theme for theme in themes() if any(word in (title or subject) for word in theme.said)]
    if not named:
        named = [theme for theme in themes() if any(word in text.split() for word in theme.said)]
    return Topic(
        subject=subject,
        forms=forms,
        words=tuple(dict.fromkeys(word for theme in named for word in theme.covers)),
        headings=tuple(dict.fromkeys(word for theme in named for word in theme.under)),
        sections=tuple(word for theme in named if theme.section for word in theme.under),
        title=title or subject,
    )


def _unprinted(word: str, held: str) -> int:
    """Characters of a word in runs of two and more of which no pair is printed."""
    covered = [False] * len(word)
    for at in range(len(word) - 1):
        if word[at : at + 2] in held:
            covered[at] = covered[at + 1] = True
    runs = "".join("x" if one else "-" for one in covered).split("x")
    return sum(len(run) for run in runs if len(run) > 1)
