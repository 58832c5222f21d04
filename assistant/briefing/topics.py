"""What a request is about, in the words that documents use for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.finding.rarity import fold_case
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
    charges: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject as asked, its printed forms, the words of the themes it names, and their headings.

    `sections` are the headings of themes that are a section of their own; `title` is the subject with
    the words around it that make it a term. Of `places`, one must be spoken of;
    `charges` says that it is asked who is to do what.
    """

    subject: str = ""
    forms: str = ""
    words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    title: str = ""
    places: tuple[str, ...] = ()
    charges: bool = False

    @property
    def open(self) -> bool:
        """Is there no topic, so that a document's own weight decides?"""
        return not self.subject and not self.words and not self.places

    @property
    def charges_alone(self) -> bool:
        """Is it asked who is to do what, and nothing else?"""
        told = [theme for theme in themes() if theme.charges or (theme.section and self.sections)]
        return self.charges and not _besides(self.subject, told)

    @property
    def query(self) -> str:
        """What is searched for."""
        return " ".join(part for part in (self.subject, *self.places, self.forms, " ".join(self.words)) if part)

    def in_print(self, text: str) -> bool:
        """Does a text print the subject's words, be it apart? 技术移民 alone is not 火星移民."""
        held = fold(text).lower()
        if any(fold(form).lower() in held for form in self.forms.split()):
            return True
        plain = self.subject
        for word in (word for theme in themes() for word in theme.said):
            plain = plain.replace(word, " ")
        words = [word for word in _WORD.findall(fold_case(plain)) if len(word) > 1]
        whole = sum(len(word) for word in _WORD.findall(self.subject))
        return sum(_unprinted(word, held) for word in words) < MISSING * whole or not words


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that come along."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Theme(
            tuple(one["said"]),
            tuple(one["covers"]),
            tuple(one["under"]),
            one.get("section", False),
            one.get("charges", False),
        )
        for one in table.values()
    )


def named_themes(word: str) -> bool:
    """Does a word name a theme that documents speak of, rather than who is charged with it?"""
    return any(said in word for theme in themes() for said in theme.said if not theme.charges)


def topic_of(subject: str, text: str, forms: str = "", title: str = "", places: tuple[str, ...] = ()) -> Topic:
    """The topic of a request: its subject, and the themes that it or else single words of the text name.

    A theme that is a section of documents counts where nothing else is asked for: 保障措施, not 人才保障.
    """
    named = [theme for theme in themes() if any(word in (title or subject) for word in theme.said)]
    if not named:
        named = [theme for theme in themes() if any(word in text.split() for word in theme.said)]
    sectional = [theme for theme in named if theme.section]
    charging = [theme for theme in named if theme.charges]
    alone = len(sectional) + len(charging) == len(named) and not _besides(title or subject, named)
    if sectional and not alone:
        named = [theme for theme in named if not theme.section]
        subject = " ".join(word for word in subject.split() if not _of_theme(word, sectional))
    return Topic(
        subject=subject,
        forms=forms,
        words=tuple(dict.fromkeys(word for theme in named for word in theme.covers)),
        headings=tuple(dict.fromkeys(word for theme in named for word in theme.under)),
        sections=tuple(word for theme in sectional for word in theme.under) if alone else (),
        title=title or subject,
        places=places,
        charges=bool(charging),
    )


_GENERAL = re.compile(
    r"组织|措施|主要|重点|工作|政策|机制|领导|总体|量化|具体|时间|节点|年度|[0-9０-９]+年?|十[四五六]五|近期|远期|方面|任务|厅局|委办局|部门|单位|处室|科室|各"
)


def _of_theme(word: str, themes: Sequence[Theme]) -> bool:
    return any(said in word for theme in themes for said in theme.said) and not _besides(word, themes)


def _besides(subject: str, themes: Sequence[Theme]) -> bool:
    """Does a subject say anything besides the names of some themes and general words?"""
    for word in sorted((word for theme in themes for word in theme.said), key=len, reverse=True):
        subject = subject.replace(word, " ")
    return any(len(word) > 1 for word in _WORD.findall(_GENERAL.sub(" ", subject)))


def _unprinted(word: str, held: str) -> int:
    """Characters of a word in runs of two and more of which no pair is printed."""
    covered = [False] * len(word)
    for at in range(len(word) - 1):
        if word[at : at + 2] in held:
            covered[at] = covered[at + 1] = True
    runs = "".join("x" if one else "-" for one in covered).split("x")
    return sum(len(run) for run in runs if len(run) > 1)
