"""What a request is about, in the words that documents use for it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("topics.toml")


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

    `sections` are the headings of themes that are a section of their own.
    """

    subject: str = ""
    forms: str = ""
    words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Is there no topic, so that a document's own weight decides?"""
        return not self.subject and not self.words

    @property
    def query(self) -> str:
        """What is searched for."""
        return " ".join(part for part in (self.subject, self.forms, " ".join(self.words)) if part)


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that come along."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Theme(tuple(one["said"]), tuple(one["covers"]), tuple(one["under"]), one.get("section", False))
        for one in table.values()
    )


def topic_of(subject: str, text: str, forms: str = "") -> Topic:
    """The topic of a request: its subject, and the themes that it or else single words of the text name."""
    named = [theme for theme in themes() if any(word in subject for word in theme.said)]
    if not named:
        named = [theme for theme in themes() if any(word in text.split() for word in theme.said)]
    return Topic(
        subject=subject,
        forms=forms,
        words=tuple(dict.fromkeys(word for theme in named for word in theme.covers)),
        headings=tuple(dict.fromkeys(word for theme in named for word in theme.under)),
        sections=tuple(word for theme in named if theme.section for word in theme.under),
    )
