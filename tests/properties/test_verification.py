"""What is verified is so: no figure, year, per cent or document number can be changed without being found out.

Over every sentence with a figure in the bundled documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.citations import check_quote, check_sentence, figures
from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Ground, shown
from corpus.bundled import bundled_documents
from corpus.models import Span
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.rows import summary_of
from corpus.text import fold, sentences

_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*[%％]?")
_YEAR = re.compile(r"20\d\d(?=\s*年)")
_PER_CENT = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
_NUMBER = re.compile(r"(?<=〔)\d{4}(?=〕)|(?<=〕)\d+(?=号)")
_WIDE = str.maketrans("0123456789%()", "０１２３４５６７８９％（）")


@dataclass(frozen=True)
class Said:
    """A sentence of a bundled document with the clause it stands in."""

    text: str
    ground: Ground

    @property
    def clause(self) -> str:
        return fold(self.ground.clause.printed)


@cache
def said(pattern: re.Pattern[str]) -> tuple[Said, ...]:
    """Every sentence of the bundled documents in which `pattern` is found."""
    found: list[Said] = []
    for bundled in bundled_documents():
        document = parse(read_source(bundled.path))
        summary = summary_of(document, "")
        for clause in document.clauses:
            for span in sentences(clause.printed):
                text = span.of(clause.printed)
                if len(fold(text)) >= 4 and pattern.search(text):
                    found.append(Said(text, Ground(summary, clause, shown(clause, text), text)))
    return tuple(found)


figured = st.deferred(lambda: st.sampled_from(said(_FIGURE)))


@st.composite
def altered(draw: st.DrawFn) -> tuple[Said, str]:
    """A sentence, and the same with one figure changed to one that its clause does not hold."""
    pattern = draw(st.sampled_from([_FIGURE, _YEAR, _PER_CENT, _NUMBER]))
    one = draw(st.sampled_from(said(pattern)))
    span = Span(*draw(st.sampled_from(list(pattern.finditer(one.text)))).span())
    changed = draw(_changed(span.of(one.text)))
    assume(not re.search(rf"(?<!\d)(?<!\d\.){re.escape(changed)}(?!\d|\.\d)", one.clause))
    return one, one.text[: span.start] + changed + one.text[span.end :]


def _changed(figure: str) -> st.SearchStrategy[str]:
    """Near misses of a figure: a digit more, less or other, the decimal point moved, per mille for per cent."""
    sign = "%" if figure.endswith(("%", "％")) else ""
    digits = figure.rstrip("%％ ")
    last = str((int(digits[-1]) + 1) % 10)
    ways = [f"{digits[:-1]}{last}{sign}", f"{digits}0{sign}", f"1{digits}{sign}", f"9{digits[1:]}{sign}"]
    ways += [f"{digits.replace('.', '')}{sign}"] if "." in digits else [f"{digits}.5{sign}"]
    ways += [f"{digits}‰"] if sign else []
    ways += [f"{digits[:-1]}{sign}", f"{digits[1:]}{sign}"] if len(digits) > 1 and "." not in digits else []
    return st.sampled_from([way for way in ways if way != digits + sign])


@given(figured, st.booleans(), st.lists(st.integers(0, 200), max_size=5))
@settings(max_examples=300, deadline=None)
def test_a_sentence_as_printed_is_verified_whatever_its_width_and_white_space(
    one: Said, wide: bool, blanks: list[int]
) -> None:
    text = one.text.translate(_WIDE) if wide else one.text
    for at in blanks:
        text = f"{text[:at]} \u3000{text[at:]}"
    assert check_quote(text, one.ground.clause.printed) is CitationStatus.VERIFIED
    assert check_sentence(f"{text}[1]", [replace(one.ground, quote=text)]) is SentenceStatus.VERIFIED


@given(altered())
@settings(max_examples=400, deadline=None)
def test_a_sentence_with_one_figure_changed_is_never_verified(pair: tuple[Said, str]) -> None:
    one, text = pair
    assert check_sentence(text, [one.ground]) is SentenceStatus.UNVERIFIED


@given(altered())
@settings(max_examples=400, deadline=None)
def test_a_quote_with_one_figure_changed_is_never_verified(pair: tuple[Said, str]) -> None:
    one, text = pair
    assume(fold(text) not in one.clause)
    assert check_quote(text, one.ground.clause.printed) is not CitationStatus.VERIFIED
    assert check_sentence(one.text, [replace(one.ground, quote=text)]) is SentenceStatus.UNVERIFIED


@given(figured, figured)
@settings(max_examples=300, deadline=None)
def test_a_sentence_is_not_verified_by_a_clause_without_its_figures(one: Said, other: Said) -> None:
    said = fold(one.text).replace(f"《{fold(other.ground.document.title)}》", "")
    assume(not all(figure.rstrip("%") in other.clause for figure in figures(said)))
    assert check_sentence(one.text, [other.ground]) is SentenceStatus.UNVERIFIED
