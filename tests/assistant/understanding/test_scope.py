"""A scope filters what it says; facets hold what tells documents apart."""

from __future__ import annotations

from assistant.understanding.scope import Scope, facets
from corpus.models import DocumentSummary
from corpus.vocabulary import DocumentType, Level
from index.models import DocumentFilter


def summary(title: str, place: str, level: Level, year: int, *issuers: str) -> DocumentSummary:
    return DocumentSummary(
        id=title, name=f"{title}.txt", title=title, issuers=issuers, number="", date="", place=place, level=level,
        document_type=DocumentType.PLAN, year=year, clauses=1, characters=1,
    )  # fmt: skip


JIANGSU = summary("江苏方案", "江苏", Level.PROVINCIAL, 2023, "科技厅", "财政厅")
NINGBO = summary("宁波方案", "宁波", Level.MUNICIPAL, 2021, "科技厅")
UNDATED = summary("无日期", "", Level.UNKNOWN, 0)


def test_a_scope_admits_what_a_filter_with_the_same_fields_admits() -> None:
    scope = Scope(places=("江苏",), levels=(Level.PROVINCIAL,), years=(2023,), issuers=("科技厅",))
    assert scope.filter == DocumentFilter(
        places=frozenset({"江苏"}), levels=frozenset({Level.PROVINCIAL}), years=frozenset({2023}),
        issuers=frozenset({"科技厅"}),
    )  # fmt: skip
    assert [document.title for document in (JIANGSU, NINGBO, UNDATED) if scope.filter.admits(document)] == ["江苏方案"]


def test_an_empty_scope_is_empty_and_survives_json() -> None:
    assert Scope().empty
    narrow = Scope(levels=(Level.MUNICIPAL,), document_ids=("a",))
    assert not narrow.empty
    assert Scope.model_validate_json(narrow.model_dump_json()) == narrow


def test_facets_count_the_documents_of_each_value_the_commonest_first() -> None:
    found = {facet.name: [(one.value, one.documents) for one in facet.choices] for facet in facets((NINGBO, JIANGSU))}
    assert found["issuers"] == [("科技厅", 2), ("财政厅", 1)]
    assert found["places"] == [("宁波", 1), ("江苏", 1)]
    assert found["document_ids"] == [("宁波方案", 1), ("江苏方案", 1)]


def test_years_are_offered_the_latest_first() -> None:
    (years,) = (facet for facet in facets((NINGBO, JIANGSU, UNDATED)) if facet.name == "years")
    assert [one.value for one in years.choices] == ["2023", "2021"]


def test_what_no_document_says_and_what_all_share_is_no_choice() -> None:
    names = [facet.name for facet in facets((JIANGSU, UNDATED))]
    assert names == ["issuers", "document_ids"]
