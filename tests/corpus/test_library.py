"""The store of record: exact round trips, one transaction a document, and files it must not touch."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import schema
from corpus.connection import STORE_NAME
from corpus.errors import DocumentUnknown, HomeUnusable, InputError, LibraryError, LibraryNewer
from corpus.library import AddKind, Library
from corpus.models import DocumentMetadata, DocumentStatus, Field, Span
from corpus.records import from_json, to_json
from corpus.vocabulary import DocumentType, Level, Validity
from tests import fakes


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def add(library: Library, name: str, *lines: str):
    document = fakes.document(name, *lines)
    return document, library.add(document, fakes.chunk(document))


def test_a_document_comes_back_exactly_as_it_went_in(library, tmp_path):
    document, outcome = add(library, "江苏方案.txt", "江苏方案", "一、总体要求", "# 政策解读")
    assert outcome.kind is AddKind.ADDED
    assert library.document(document.id) == document
    assert Library(tmp_path).document(document.id) == document
    assert tuple(library.chunks(document.id)) == fakes.chunk(document)
    assert library.source(document.id) == document.source


def test_the_summary_says_what_the_header_says(library):
    add(library, "江苏方案.txt", "江苏方案", "一、总体要求")
    (summary,) = library.documents()
    assert (summary.name, summary.title, summary.number) == ("江苏方案.txt", "江苏方案", "苏科发〔2023〕11号")
    assert summary.issuers == ("江苏省科学技术厅", "江苏省财政厅")
    assert (summary.year, summary.date, summary.place) == (2023, "2023-01-11", "江苏")
    assert (summary.level, summary.document_type, summary.clauses) == (Level.PROVINCIAL, DocumentType.PLAN, 2)
    assert summary.characters == len("江苏方案一、总体要求")
    assert summary.added_at


def test_the_same_text_under_another_name_is_found_under_the_first(library):
    add(library, "first.txt", "方案", "一")
    _, outcome = add(library, "second.txt", "方案", "一")
    assert (outcome.kind, outcome.document.name) == (AddKind.DUPLICATE, "first.txt")
    assert [summary.name for summary in library.documents()] == ["first.txt"]


def test_new_text_under_an_old_name_replaces_the_document(library):
    old, _ = add(library, "a.txt", "方案", "旧")
    new, outcome = add(library, "a.txt", "方案", "新")
    assert (outcome.kind, outcome.replaced_id) == (AddKind.REPLACED, old.id)
    assert [summary.id for summary in library.documents()] == [new.id]
    assert set(library.pending()) == {old.id, new.id}
    assert {chunk.document_id for chunk in library.chunks()} == {new.id}


def test_a_name_whose_text_becomes_that_of_another_document_gives_up_its_old_text(library):
    first, _ = add(library, "a.txt", "方案", "甲")
    old, _ = add(library, "b.txt", "方案", "乙")
    _, outcome = add(library, "b.txt", "方案", "甲")
    assert (outcome.kind, outcome.document.name, outcome.replaced_id) == (AddKind.DUPLICATE, "a.txt", old.id)
    assert [summary.id for summary in library.documents()] == [first.id]


def test_every_write_raises_the_generation_and_a_duplicate_does_not(library):
    seen = [library.generation()]
    document, _ = add(library, "a.txt", "方案")
    seen.append(library.generation())
    library.settle([document.id])
    seen.append(library.generation())
    library.rewrite([(document, fakes.chunk(document))])
    seen.append(library.generation())
    library.remove("a.txt")
    seen.append(library.generation())
    assert seen == sorted(set(seen))
    add(library, "a.txt", "方案")
    before = library.generation()
    add(library, "b.txt", "方案")
    assert library.generation() == before


def test_documents_are_pending_until_the_indexes_have_followed(library):
    document, _ = add(library, "a.txt", "方案")
    assert library.pending() == (document.id,)
    library.settle([document.id])
    assert library.pending() == ()
    library.remove(document.id)
    assert library.pending() == (document.id,)


def test_removing_takes_every_row_of_the_document(library, tmp_path):
    add(library, "a.txt", "方案", "一")
    kept, _ = add(library, "b.txt", "办法", "二")
    assert library.remove("a.txt").name == "a.txt"
    assert [summary.id for summary in library.documents()] == [kept.id]
    with sqlite3.connect(tmp_path / STORE_NAME) as raw:
        for table, column in (("sources", "document_id"), ("documents", "id"), ("clauses", "document_id")):
            assert {row[0] for row in raw.execute(f"SELECT {column} FROM {table}")} == {kept.id}
    assert set(library.chunk_ids().values()) == {kept.id}


def test_what_the_library_does_not_hold_is_named_in_the_error(library):
    with pytest.raises(DocumentUnknown, match=r"缺失\.txt"):
        library.find("缺失.txt")
    with pytest.raises(DocumentUnknown):
        library.remove("缺失.txt")


def test_a_document_that_cannot_be_stored_leaves_the_library_as_it_was(library):
    document, _ = add(library, "a.txt", "方案", "旧")
    new = fakes.document("a.txt", "方案", "新")
    before = library.generation()
    with pytest.raises(LibraryError):
        library.add(new, fakes.chunk(new) * 2)  # chunk ids that occur twice
    assert library.document(document.id) == document
    assert (library.generation(), [s.id for s in library.documents()]) == (before, [document.id])


def test_passages_give_each_known_chunk_with_its_clause(library):
    document, _ = add(library, "a.txt", "方案", "一", "二")
    chunk = fakes.chunk(document)[2]
    assert library.passages([chunk.id, "unknown"]) == {chunk.id: (chunk, document.by_id[chunk.clause_id])}
    assert library.passages([]) == {}


def test_a_rewritten_document_keeps_its_place_and_date_in_the_list(library):
    first, _ = add(library, "a.txt", "方案", "一")
    add(library, "b.txt", "办法", "二")
    before = library.documents()
    assert library.holds(first, fakes.chunk(first))
    library.rewrite([(first, fakes.chunk(first)[:1])])
    assert library.holds(first, fakes.chunk(first)[:1]) and not library.holds(first, fakes.chunk(first))
    assert library.documents() == before
    assert library.documents()[0].added_at == before[0].added_at
    assert len(list(library.chunks(first.id))) == 1


def test_documents_are_rewritten_all_or_none(library):
    first, _ = add(library, "a.txt", "方案", "一")
    second, _ = add(library, "b.txt", "办法", "二")
    before = library.generation()

    def failing():
        yield first, ()
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        library.rewrite(failing())
    library.rewrite([])
    assert library.generation() == before
    assert library.holds(first, fakes.chunk(first)) and library.holds(second, fakes.chunk(second))


def test_a_second_process_sees_what_the_first_has_committed(library, tmp_path):
    other = Library(tmp_path)
    before = other.generation()
    add(library, "a.txt", "方案")
    assert other.generation() > before
    assert [summary.name for summary in other.documents()] == ["a.txt"]


# --- files of other versions, damaged files, homes that cannot be written ----------------------------------------


# --- what is stated of a document ---------------------------------------------------------------------------------

STATED = DocumentStatus(Validity.AMENDED, "2023-05-01", "2026-04-30", enabled=False)


def test_a_status_is_kept_and_raises_the_generation(library, tmp_path):
    document, _ = add(library, "a.txt", "方案")
    before = library.generation()
    assert library.set_status("a.txt", STATED).status == STATED
    assert library.generation() > before
    assert Library(tmp_path).find(document.id).status == STATED
    assert [summary.status for summary in Library(tmp_path).holdings()] == [STATED]


def test_what_is_switched_off_is_kept_but_not_in_use(library):
    document, _ = add(library, "a.txt", "方案")
    library.set_status("a.txt", DocumentStatus(enabled=False))
    assert library.documents() == ()
    assert [summary.id for summary in library.holdings()] == [document.id]
    assert library.document(document.id) == document


def test_a_new_text_of_the_name_takes_the_status_over(library):
    add(library, "a.txt", "方案")
    library.set_status("a.txt", STATED)
    _, outcome = add(library, "a.txt", "新方案")
    assert outcome.document.status == STATED
    assert library.find("a.txt").status == STATED


def test_a_document_that_comes_back_after_a_removal_has_no_status(library):
    add(library, "a.txt", "方案")
    library.set_status("a.txt", STATED)
    library.remove("a.txt")
    add(library, "a.txt", "方案")
    assert library.find("a.txt").status == DocumentStatus()


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("2024-02-30", ""), ("2024年5月1日", ""), ("20240501", ""), ("", "明年"), ("2024-05-02", "2024-05-01")],
)
def test_dates_that_are_none_or_run_backwards_are_refused(library, begins, ends):
    add(library, "a.txt", "方案")
    with pytest.raises(InputError):
        library.set_status("a.txt", DocumentStatus(effective_from=begins, effective_until=ends))
    assert library.find("a.txt").status == DocumentStatus()


def version_1(home: Path) -> None:
    library = Library(home)
    add(library, "a.txt", "方案", "一")
    library.close()
    with sqlite3.connect(home / STORE_NAME) as raw:
        for table in ("pending", "local_only", "statuses"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("PRAGMA user_version = 1")


def test_a_file_of_version_1_is_migrated_and_its_documents_are_to_be_indexed_again(tmp_path):
    version_1(tmp_path)
    library = Library(tmp_path)
    (summary,) = library.documents()
    assert library.pending() == (summary.id,)
    assert library.document(summary.id) == fakes.document("a.txt", "方案", "一")


def test_a_migration_that_fails_leaves_the_old_version(tmp_path, monkeypatch):
    version_1(tmp_path)
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], "CREATE TABLE half (a); SELECT * FROM nowhere"))
    with pytest.raises(LibraryError):
        Library(tmp_path)
    with sqlite3.connect(tmp_path / STORE_NAME) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_a_file_of_a_newer_version_is_refused_untouched(tmp_path):
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / STORE_NAME) as raw:
        raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryNewer, match="升级"):
        Library(tmp_path)


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path, content):
    (tmp_path / STORE_NAME).write_bytes(content)
    with pytest.raises(LibraryError, match=STORE_NAME) as caught:
        Library(tmp_path)
    assert "备份" in caught.value.zh
    assert (tmp_path / STORE_NAME).read_bytes() == content


def test_a_home_under_a_file_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(HomeUnusable, match="--home"):
        Library(tmp_path / "file" / "home")


def test_a_home_whose_store_is_a_folder_is_unusable(tmp_path):
    (tmp_path / STORE_NAME).mkdir()
    with pytest.raises(HomeUnusable):
        Library(tmp_path)


def test_a_full_home_is_named_and_the_library_stays_as_it_was(tmp_path):
    """A file size limit stands in for a full disk; it holds for a whole process, so another one runs into it."""
    kept, _ = add(Library(tmp_path), "a.txt", "方案", "一")
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from corpus.errors import HomeUnusable
        from corpus.library import Library
        from tests import fakes
        document = fakes.document("b.txt", "办法", *["字" * 1000] * 1000)
        try:
            Library(Path(sys.argv[1])).add(document, fakes.chunk(document))
        except HomeUnusable as error:
            sys.exit(7)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    library = Library(tmp_path)
    assert [summary.id for summary in library.documents()] == [kept.id]
    assert library.damage() == ()


def test_a_sound_file_has_no_damage(library):
    add(library, "a.txt", "方案")
    assert library.damage() == ()


# --- values as JSON -----------------------------------------------------------------------------------------------

spans = st.builds(Span, st.integers(0, 9), st.integers(0, 9))
header_fields = st.builds(Field, st.text(max_size=5), spans)


@given(
    st.builds(
        DocumentMetadata,
        title=st.none() | header_fields,
        issuers=st.lists(header_fields, max_size=2).map(tuple),
        document_type=st.sampled_from(DocumentType),
        place=st.text(max_size=5),
        level=st.sampled_from(Level),
    )
)
def test_metadata_survives_json(metadata):
    assert from_json(DocumentMetadata, to_json(metadata)) == metadata


def test_a_value_stored_before_a_field_was_added_takes_its_default():
    assert from_json(DocumentMetadata, '{"place": "江苏"}') == DocumentMetadata(place="江苏")


def test_a_value_without_a_field_that_it_needs_is_an_error():
    with pytest.raises(ValueError, match="span"):
        from_json(Field, '{"text": "江苏"}')
