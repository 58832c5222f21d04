"""A place that what was found does not print must not have chosen it.

Who asks in one place of what holds everywhere names the place, and the paper does not:
辽宁省税务局把申报期限延长到什么时候, answered by a notice to all tax offices. The
characters of the name then only lead to others like it. Where the document of the first
hit prints none of the places asked about, the rest of the question searches alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.finding.locality import names
from assistant.understanding.query import Asked, Kind
from corpus.places import places_in
from index.models import Evidence

_STYLE = r"(?:维吾尔|壮族|回族)?(?:自治区|省|市|州)?(?:的|对于?|在|把|将)?"
LEAST = 6
"""Characters of a question that must be left without its places."""


def strays(asked: Asked, found: Sequence[Evidence], text_of: Callable[[str], str]) -> bool:
    """Are places asked about, of which the document of the first hit prints none?"""
    places = places_in(asked.text)
    if not places or not found or (asked.documents and asked.exact) or len(_bare(asked.text, places)) < LEAST:
        return False
    first = found[0].document
    if asked.kind is Kind.COMPARE or first in asked.documents:
        # The other side of a comparison is meant as well.
        return False
    text = f"{first.place}{first.title}{text_of(first.id)}"
    return not any(names(text, place) for place in places)


def without_places(asked: Asked) -> Asked:
    """The question without the places it names, for the search alone."""
    places = places_in(asked.text)
    return replace(
        asked,
        text=_bare(asked.text, places),
        topic=_bare(asked.topic, places),
        documents=(),
        places=(),
        foreign_places=(),
    )


def _bare(text: str, places: Sequence[str]) -> str:
    return re.sub(rf"(?:{'|'.join(map(re.escape, places))}){_STYLE}", "", text)
