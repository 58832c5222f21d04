"""Where a question is looked for, as HTML: chips for what is chosen, and a sheet of what can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from assistant.understanding.scope import Choice, Facet, Scope, facets
from corpus.models import DocumentSummary
from corpus.vocabulary import Level
from ui.catalogue import Words

SHOWN = 40
"""Choices of one facet that are offered; a library of thousands of issuers is searched in the library tab."""


def scope_html(documents: Sequence[DocumentSummary], words: Words) -> str:
    """The line above the question box; the page keeps what is chosen (`assets/filters.js`)."""
    found = facets(documents)
    if not found:
        return ""
    said = words.chat
    groups = "".join(_facet_html(facet, words) for facet in found)
    return (
        f'<details class="scope"><summary><span class="scope-label">{escape(said.scope)}</span>'
        f'<span class="scope-all">{escape(said.scope_all)}</span></summary>'
        f'<div class="facets" role="group" aria-label="{escape(said.scope)}">{groups}'
        f'<button type="button" class="act scope-clear">{escape(said.scope_clear)}</button></div></details>'
        f'<ul class="chips" aria-label="{escape(said.scope)}" data-remove="{escape(said.scope_clear)}"></ul>'
    )


def scope_line(scope: Scope, words: Words, titles: Mapping[str, str]) -> str:
    """Over an answer: what the search for it was limited to."""
    if scope.empty:
        return ""
    labels = [label(name, value, words) for name, values in chosen(scope).items() for value in values]
    titled = [titles.get(one, one) for one in labels]
    return (
        f'<p class="searched">{escape(words.chat.scope_of_answer)}'
        f'<span lang="zh-CN">{escape("、".join(titled))}</span></p>'
    )


def chosen(scope: Scope) -> dict[str, tuple[str, ...]]:
    """The values of each facet as text."""
    return {
        "places": scope.places,
        "levels": tuple(level.value for level in scope.levels),
        "years": tuple(map(str, scope.years)),
        "issuers": scope.issuers,
        "document_ids": scope.document_ids,
    }


def scope_of(values: object) -> Scope:
    """What the page sends, {facet: [values]}; anything that is not of that kind is left out."""
    given = values if isinstance(values, dict) else {}

    def texts(name: str) -> tuple[str, ...]:
        found = given.get(name, [])
        return tuple(str(one) for one in found)[:SHOWN] if isinstance(found, list) else ()

    return Scope(
        places=texts("places"),
        levels=tuple(Level(one) for one in texts("levels") if one in set(Level)),
        years=tuple(int(one) for one in texts("years") if one.isdecimal() and len(one) == 4),
        issuers=texts("issuers"),
        document_ids=texts("document_ids"),
    )


def label(name: str, value: str, words: Words) -> str:
    """How a value is shown."""
    return words.chat.facet(value) if name == "levels" else value


def _facet_html(facet: Facet, words: Words) -> str:
    offered = facet.choices[:SHOWN]
    buttons = "".join(_choice_html(facet.name, choice, words) for choice in offered)
    return f"<fieldset><legend>{escape(words.chat.facet(facet.name))}</legend><div>{buttons}</div></fieldset>"


def _choice_html(name: str, choice: Choice, words: Words) -> str:
    shown = escape(label(name, choice.label, words))
    count = f'<span class="count">{choice.documents}</span>' if choice.documents > 1 else ""
    language = "" if name == "levels" else ' lang="zh-CN"'
    return (
        f'<button type="button" class="choice" data-facet="{escape(name)}" data-value="{escape(choice.value)}" '
        f'aria-pressed="false"{language}><span class="choice-label">{shown}</span>{count}</button>'
    )
