"""Are an answer's words its clauses' words? Quotes, figures, years and document numbers against what is cited.

A figure counts with its per cent sign, a document number as a whole, a Chinese
numeral by its value; the ordinal of a clause is no figure of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Ground
from corpus.models import Clause
from corpus.numbering import chinese_to_int
from corpus.text import fold

MARK = re.compile(r"\[(\d{1,3})\]")
MINIMUM_QUOTE = 4
ROW = 2
"""Parts that a quote must have more of, between bars or blanks, to be a row."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*[%‰]?")
_NUMBER = re.compile(r"([一-龥]{1,14})\((\d{4})\)第?(\d{1,5})号")
_CELL = re.compile(r"[|｜│┃\s]+")
_SIGN = re.compile(r"(?:^|[(])([%‰])[)]?$")
_COUNTED = re.compile(r"[一二三四五六七八九十百千两]+(?=项|个|家|条|种|类|大|名|座|处|倍|成|年|次|支|批|万|亿)")
_PERIOD = re.compile(r"十[一二三四五六七]五")
_TITLE = re.compile(r"《([^《》]*)》")
_DASHES = str.maketrans({char: "-" for char in "—–－‐‑−~～"})
_BRACKETS = str.maketrans("〔〕【】[]", "()()()")


def check_quote(quote: str, clause_text: str) -> CitationStatus:
    """verified: the quote stands in the clause, white space and width folded, and cuts no figure in two.

    altered: its words do, but not so; missing: not even they.
    """
    want, text = fold(quote), fold(clause_text)
    places = _places(want, text) if len(want) >= MINIMUM_QUOTE else []
    if any(_uncut(text, at, at + len(want)) for at in places) or (places and _is_line(quote, clause_text)):
        return CitationStatus.VERIFIED
    shared = {want[i : i + 2] for i in range(len(want) - 1)}
    found = sum(pair in text for pair in shared)
    return CitationStatus.ALTERED if shared and found >= 0.5 * len(shared) else CitationStatus.MISSING


def _places(want: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(want)})", text)]


def _uncut(text: str, start: int, end: int) -> bool:
    """Does the stretch begin and end outside a figure?"""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    cuts_head = text[start].isdigit() and re.search(r"\d[.,]?$", before)
    cuts_tail = text[end - 1].isdigit() and re.match(r"[.,]?\d|[%‰]", after)
    return not (cuts_head or cuts_tail)


def _is_line(quote: str, text: str) -> bool:
    """Is it a line of the clause, as a row of a table is? Then no figure goes on in the next."""
    return quote.strip() in (line.strip() for line in text.split("\n"))


def figures(text: str) -> set[str]:
    """The figures of a text, separators of thousands left out: 1,000 and 1000 are one, 16 and 16% are not."""
    bare = fold(MARK.sub(" ", text)).translate(_DASHES)
    return {found.replace(",", "") for found in _FIGURE.findall(bare)}


def check_sentence(text: str, grounds: Sequence[Ground]) -> SentenceStatus:
    """verified only where every quote stands in its clause and the cited clauses hold every figure of the sentence."""
    if not grounds or any(check_quote(one.quote, one.clause.printed) is not CitationStatus.VERIFIED for one in grounds):
        return SentenceStatus.UNVERIFIED
    said = _without_titles(MARK.sub(" ", _without_ordinal(text, grounds)), grounds)
    words = " ".join(_words(one.clause) for one in grounds)
    held = fold(words).translate(_BRACKETS)
    whole = all(_numbered(found, held) for found in _NUMBER.finditer(fold(said).translate(_BRACKETS)))
    known = figures(words)
    counted = all(_counted(found.group(), held, known) for found in _COUNTED.finditer(fold(said)))
    periods = all(period in held for period in _PERIOD.findall(fold(said)))
    known |= {figure for one in grounds for figure in _figures_of_row(one.quote)}
    if whole and counted and periods and figures(said) <= known:
        return SentenceStatus.VERIFIED
    return SentenceStatus.UNVERIFIED


def _figures_of_row(quote: str) -> set[str]:
    """The figures of a table's row cell by cell, those in per cent where the sign has a cell of its own, too."""
    cells = _CELL.split(quote)
    held = {one for cell in cells for one in figures(cell)} if len(cells) > ROW else set[str]()
    sign = next((found.group(1) for cell in cells if (found := _SIGN.search(fold(cell)))), "")
    return held | {f"{one}{sign}" for one in held if one[-1].isdigit()}


def _without_ordinal(text: str, grounds: Sequence[Ground]) -> str:
    """The sentence without the ordinal of its clause in front, which is no figure of it."""
    for one in grounds:
        num, folded = fold(one.clause.num), fold(text)
        if num and folded.startswith(num) and not folded[len(num) : len(num) + 1].isdigit():
            return folded[len(num) :]
    return text


def _without_titles(text: str, grounds: Sequence[Ground]) -> str:
    """The sentence without the names of the documents it cites: 2022—2030 in a title is no figure of the clause."""
    names = {fold(one.document.title) for one in grounds}
    return _TITLE.sub(
        lambda found: " " if any(name.endswith(fold(found.group(1))) for name in names) else found.group(), text
    )


def _numbered(said: re.Match[str], held: str) -> bool:
    """Does the clause print the document number? Where a code begins in running text nothing says: its end counts."""
    code = said.group(1)
    return any(
        found.groups()[1:] == said.groups()[1:]
        and (code.endswith(found.group(1)) or found.group(1).endswith(code) or found.group(1)[-3:] == code[-3:])
        for found in _NUMBER.finditer(held)
    )


def _words(clause: Clause) -> str:
    """A clause's own words, without the ordinal in front of them."""
    printed = clause.printed
    return printed[len(clause.num) :] if clause.num and printed.startswith(clause.num) else printed


def _counted(numeral: str, held: str, known: set[str]) -> bool:
    return numeral in held or str(chinese_to_int(numeral)) in known
