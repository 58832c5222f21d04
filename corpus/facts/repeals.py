"""What ceases to be in force: 《某办法》（某发〔2012〕3号）同时废止, and clauses of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.models import FactKind, Repeal
from corpus.facts.wording import Wording, printed
from corpus.models import Span
from corpus.references import ReferenceKind, references

_ENDS = re.compile(r"(?:同时|即行|自行|予以|相应|一并|均|随之)?(?:废止|失效|停止执行|不再执行)")
_NOT_ENDED = re.compile(r"(?:修改|解释|修订|制定)[^，。；]{0,6}$")
_GAP = 60
"""Characters that may stand between a title and the word that ends it."""


def repeals(wording: Wording) -> Iterator[Repeal]:
    """The titles that a sentence says are no longer in force."""
    for sentence in wording.sentences:
        text = sentence.of(wording.text)
        end = _ENDS.search(text)
        if not end or _NOT_ENDED.search(text[: end.start()]):
            continue
        named = references(text[: end.start()])
        titles = [one for one in named if one.kind is ReferenceKind.TITLE]
        for i, title in enumerate(titles):
            following = titles[i + 1].span.start if i + 1 < len(titles) else end.start()
            if following - title.span.end > _GAP:
                continue
            number = next(
                (
                    one
                    for one in named
                    if one.kind is ReferenceKind.NUMBER and title.span.end <= one.span.start < following
                ),
                None,
            )
            span = Span(title.span.start, number.span.end if number else title.span.end)
            where = wording.source_span(sentence.start + span.start, sentence.start + span.end)
            yield Repeal(
                kind=FactKind.REPEAL,
                clause_id=wording.clause.id,
                span=where,
                quote=printed(wording.source, where),
                title=title.key,
                number=number.key if number else "",
            )
