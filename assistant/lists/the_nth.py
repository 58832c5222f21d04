"""The one item of a list that a question asks for by its number: 第二个方面讲的是什么. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Statement
from assistant.turns.nth import nth
from corpus.numbering import int_to_chinese

_FEWEST = 2


def only_the_nth(question: str, items: Sequence[Statement]) -> list[Statement]:
    """The item with the number asked for, where the items print theirs; all of them where none is asked for."""
    asked = nth(question)
    if asked is None or len(asked.places) != 1 or asked.places[0] < 1 or len(items) < _FEWEST:
        return list(items)
    number = asked.places[0]
    said = int_to_chinese(number)
    printed = re.compile(rf"(?:{said}是|{said}要|第{said}[，,、]|[（(]{said}[）)]|{said}、|[（(]?{number}[）).．、])")
    found = [one for one in items if printed.match(one.text.lstrip())]
    return found if len(found) == 1 else list(items)
