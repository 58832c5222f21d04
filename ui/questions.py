"""The question about one clause that its "ask" button puts into the box: by its place, or by its heading."""

from __future__ import annotations

import re

from assistant.reading import headline
from assistant.understanding.pointing import place_in
from corpus.models import Clause, Document

OPENING_CHARACTERS = 20

_BY_PLACE = "《{title}》{place}规定了什么？"
_BY_WORDS = "《{title}》“{words}”有哪些内容？"
"""In the language of the documents, whatever the page speaks."""


def question_about(document: Document, clause: Clause) -> str:
    """A question that the assistant reads as one about this clause."""
    place = _place(clause)
    if place:
        return _BY_PLACE.format(title=document.title, place=place)
    words = re.sub(r"[\s“”]+", "", headline(clause) if clause.heading else clause.text)
    return _BY_WORDS.format(title=document.title, words=re.split("[。；]", words)[0][:OPENING_CHARACTERS])


def _place(clause: Clause) -> str:
    """The clause's path as people type it, where the assistant finds the same steps in it again."""
    typed = ""
    for step in clause.path:
        step = re.sub(r"\s+", "", step)
        typed += f"、{step}" if typed and typed[-1].isdigit() and step[0].isdigit() else step
    return typed if len(place_in(typed)) == len(clause.path) else ""
