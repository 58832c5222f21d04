"""Does the row of a table tell of the thing that is asked about?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerable.lack import Lack, Missing
from assistant.answerable.of_another_document import shared
from assistant.choosing.candidates import Candidate
from assistant.finding.rarity import pairs
from assistant.lists.columns import columns_asked, own_words
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from corpus.grids import Grid, GridRow, is_empty
from corpus.text import fold

OF_ROW = 0.3
"""Share of a table row's own words that a question must hold to ask about that row, or of its own that it must hold."""


def unfilled(asked: Asked, best: Candidate, found: Sequence[Candidate]) -> Lack | None:
    """A row of a table tells nothing of another row's thing, and a blank cell nothing at all."""
    if best.row is None or (asked.wanted is Wanted.NOTHING and asked.kind is not Kind.RESPONSIBLE):
        return None
    grid, row = best.row
    own, said = own_words(grid, row), pairs(asked.topic) - pairs(" ".join(grid.heads))
    named = own & (pairs(asked.text) | pairs(asked.expansions))
    if len(named) < OF_ROW * len(own) and len(named) < OF_ROW * len(said) and not _calls_it(asked, row, grid, found):
        return Lack(Missing.TOPIC)
    columns = columns_asked(asked, grid)
    if columns and all(is_empty(row.cells[at]) for at in columns):
        return Lack(Missing.FIELD, grid.heads[columns[0]])
    return None


def _calls_it(asked: Asked, row: GridRow, grid: Grid, found: Sequence[Candidate]) -> bool:
    """Does the row alone hold much of what the question shares with all that was found, and no other name is said?

    赖氨酸菌株 is no 苏氨酸菌株: nothing found prints 赖氨.
    """
    printed = fold("\n".join({one.evidence.clause.text for one in found})).lower()
    words = [fold(word).lower() for word in asked.topic.split()]
    cells = {fold(cell).lower() for cell in row.cells}
    for word in words:
        starts = (word.find(run) for run in shared(word, fold(row.line).lower()) if run not in cells)
        if any(at > 0 and word[at - 1 : at + 1] not in printed for at in starts):
            return False
    others = set().union(*(pairs(" ".join(one.cells)) for one in grid.rows if one.cells != row.cells))
    said = {pair for word in words for pair in pairs(word) if pair in printed} - pairs(" ".join(grid.heads))
    return bool(said) and len(said & (pairs(" ".join(row.cells)) - others)) >= OF_ROW * len(said)
