"""What holds for every source: nothing is lost, nothing counted twice, and every text leads back to its place."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.chunking import CHUNK_CHARACTERS, chunk
from corpus.models import Document
from corpus.numbering import chinese_to_int, int_to_chinese, match_marker
from corpus.parsing import parse
from corpus.references import references
from corpus.text import align, fold, fold_with_offsets, sentences, visible_length
from tests.corpus.sources import paths, source
from tests.properties.official_documents import Official, officials, scraps

texts = st.one_of(scraps, st.text(max_size=300), officials().map(lambda made: made.text))


def read(text: str) -> Document:
    return parse(source(text))


@given(texts)
@settings(max_examples=200, deadline=None)
def test_clauses_tile_the_source(text: str) -> None:
    found = read(text)
    assert "".join(one.span.of(text) for one in found.clauses) == text
    assert all(one.span.start <= one.body_span.start <= one.body_span.end <= one.span.end for one in found.clauses)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_printed_and_body_are_the_tile_with_characters_left_out(text: str) -> None:
    for one in read(text).clauses:
        assert len(align(one.printed, text, one.span)) == len(one.printed)
        assert len(align(one.text, text, one.span)) == len(one.text)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_nothing_visible_is_lost(text: str) -> None:
    found = read(text)
    printed = sum(visible_length(one.printed) for one in found.clauses)
    removed = sum(visible_length(one.span.of(text)) for one in found.removals)
    assert printed + removed == visible_length(text)


@given(texts)
@settings(max_examples=200, deadline=None)
def test_names_are_unique_and_parents_stand_above(text: str) -> None:
    found = read(text)
    assert len({one.id for one in found.clauses}) == len({one.path for one in found.clauses}) == len(found.clauses)
    seen: set[str | None] = {None}
    for one in found.clauses:
        assert one.parent_id in seen
        seen.add(one.id)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_same_source_is_the_same_document(text: str) -> None:
    assert read(text).clauses == read(text).clauses


@given(officials())
@settings(max_examples=60, deadline=None)
def test_a_line_end_more_changes_nothing_but_the_last_tile(made: Official) -> None:
    shorter, longer = read(made.text), read(made.text + "\n")
    assert [one.printed for one in shorter.clauses] == [one.printed for one in longer.clauses]
    assert [one.span for one in shorter.clauses[:-1]] == [one.span for one in longer.clauses[:-1]]
    assert [one.eid for one in shorter.clauses] == [one.eid for one in longer.clauses]


@given(officials())
@settings(max_examples=150, deadline=None)
def test_an_official_document_has_the_outline_of_its_numbers(made: Official) -> None:
    found = read(made.text)
    assert paths(found) == list(made.paths)
    assert found.title == made.lines[0]
    assert found.notes == ()


@given(texts)
@settings(max_examples=150, deadline=None)
def test_chunks_are_stretches_of_their_clause_and_cover_it(text: str) -> None:
    found = read(text)
    covered: dict[str, int] = {}
    for one in chunk(found):
        clause = found.by_id[one.clause_id]
        assert one.text in clause.printed
        assert visible_length(one.text) <= 2 * CHUNK_CHARACTERS + 160
        covered[clause.id] = covered.get(clause.id, 0) + visible_length(one.text)
    assert covered == {one.id: visible_length(one.printed) for one in found.clauses if one.printed.strip()}


@given(texts)
@settings(max_examples=150, deadline=None)
def test_header_fields_stand_where_their_spans_say(text: str) -> None:
    said = read(text).metadata
    fields = [said.title, said.cover_title, *said.issuers, said.addressees, *said.legal_basis, said.disclosure]
    for one in [*fields, said.contact, said.number, said.date]:
        if one is not None:
            assert len(align(one.text, text, one.span)) == len(one.text)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_removals_say_why_and_do_not_overlap(text: str) -> None:
    at = 0
    for one in read(text).removals:
        assert one.reason in {"bookmark", "comment", "emphasis", "page mark"}
        assert one.span.start >= at and not re.search(r"^\s|\s$", one.span.of(text))
        at = one.span.end


@given(st.integers(1, 9999))
def test_numerals_lead_to_numbers_and_back(value: int) -> None:
    assert chinese_to_int(int_to_chinese(value)) == value


@given(st.text(max_size=40), st.integers(0, 45))
def test_no_text_makes_a_marker_fail(text: str, at: int) -> None:
    found = match_marker(text, at)
    assert found is None or (at < found.end <= len(text) and found.value > 0)


@given(st.text(max_size=200))
def test_every_folded_character_has_its_place(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text) or len(folded) == len(offsets)
    assert offsets == sorted(offsets)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_sentences_and_references_lie_in_order_inside_the_text(text: str) -> None:
    for spans in ([*sentences(text)], [one.span for one in references(text)]):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert spans == sorted(spans)
    assert sum(visible_length(span.of(text)) for span in sentences(text)) == visible_length(text)
