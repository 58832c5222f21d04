"""Where a question is searched: in what it names, in each of what it compares, first in those of a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.finding.routing import routed, speaks_of
from corpus.vocabulary import Level
from index.models import DocumentFilter, Evidence
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, ask, evidence, library


class Shelf:
    """A retriever over fixed evidence that remembers what it was asked."""

    def __init__(self, *held: Evidence) -> None:
        self.held = held
        self.queries: list[str] = []
        self.questions: set[str] = set()
        self.scopes: list[frozenset[str]] = []

    def retrieve(
        self, query: str, k: int = 10, where: DocumentFilter | None = None, *, question: str = ""
    ) -> list[Evidence]:
        where = where or DocumentFilter()
        self.questions.add(question)
        self.queries.append(query)
        self.scopes.append(where.document_ids)
        return sorted((one for one in self.held if where.admits(one.document)), key=lambda one: -one.score)[:k]


def id_of(name: str) -> str:
    return next(document.id for document in library() if document.name == name)


@pytest.fixture
def shelf() -> Shelf:
    """Two clauses of each document; the state's score best, the city's worst."""
    held = [
        *evidence(STATE, "一", "二", scores=(1.9, 1.8)),
        *evidence(AREA, "一", "二", scores=(1.7, 1.6)),
        *evidence(PROVINCE, "一 > （一）", "一 > （二）", scores=(1.5, 1.4)),
        *evidence(CITY, "一", "二 > （一）", scores=(1.3, 1.2)),
    ]
    return Shelf(*held)


def names(found: list[Evidence]) -> list[str]:
    return [one.document.name for one in found]


def test_a_question_that_names_nothing_is_searched_everywhere_as_it_stands(shelf):
    found = routed(shelf, ask("再生水怎么利用？"), 3, DocumentFilter())
    assert names(found) == [STATE, STATE, AREA]
    assert shelf.scopes == [frozenset()] and shelf.queries == ["再生水怎么利用？"]


@pytest.mark.parametrize(
    ("question", "name"),
    [("《浙江省节水技术推广实施方案》怎么说再生水？", PROVINCE), ("国家方案怎么说再生水？", STATE)],
)
def test_a_document_named_is_the_only_one_searched(shelf, question, name):
    found = routed(shelf, ask(question), 5, DocumentFilter())
    assert set(names(found)) == {name}
    assert shelf.scopes == [frozenset({id_of(name)})]


def test_documents_set_side_by_side_are_each_searched_and_take_turns(shelf):
    found = routed(shelf, ask("浙江和绍兴的再生水利用有什么不同？"), 4, DocumentFilter())
    assert sorted(names(found)[:2]) == sorted(names(found)[2:]) == sorted([PROVINCE, CITY])
    assert [one.score for one in found[:2]] == [1.5, 1.3] or [one.score for one in found[:2]] == [1.3, 1.5]
    assert sorted(map(sorted, shelf.scopes)) == sorted([[id_of(PROVINCE)], [id_of(CITY)]])


def test_a_comparison_of_all_lets_every_document_speak_first_once(shelf):
    found = routed(shelf, ask("四份文件对再生水各有什么要求？"), 4, DocumentFilter())
    assert sorted(names(found)[:4]) == sorted([STATE, AREA, PROVINCE, CITY])


def test_a_place_lifts_its_documents_and_shuts_nothing_out(shelf):
    found = routed(shelf, ask("浙江的再生水怎么利用？"), 8, DocumentFilter())
    assert names(found)[:2] == [PROVINCE, PROVINCE]
    assert set(names(found)) == {STATE, AREA, PROVINCE, CITY}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_document_that_speaks_of_the_place_goes_before_a_silent_one():
    (own,) = evidence(PROVINCE, "一 > （一）", scores=(0.1,))
    (silent, other) = evidence(STATE, "一", "二", scores=(1.0, 0.9))
    speaking = replace(other, document=replace(other.document, id="speaking", name="转载.txt"), text="浙江的再生水")
    beside = replace(silent, document=speaking.document, score=0.95)
    found = routed(Shelf(own, silent, speaking, beside), ask("浙江的再生水怎么利用？"), 4, DocumentFilter())
    assert [one.text for one in found] == [speaking.text, beside.text, silent.text, own.text]
    assert names(found)[:3] == ["转载.txt", "转载.txt", STATE]


def test_what_another_place_says_of_it_goes_behind_what_it_says_itself():
    (own,) = evidence(PROVINCE, "一 > （一）", scores=(1.0,))
    other = replace(own.document, id="elsewhere", name="别处.txt", place="广东", title="广东节水方案", issuers=())
    speaking = replace(own, document=other, text="广东与浙江共用再生水。", score=1.05)
    found = routed(Shelf(own, speaking), ask("浙江的再生水怎么利用？"), 2, DocumentFilter())
    assert names(found) == [PROVINCE, "别处.txt"]


def test_of_two_silent_documents_that_of_another_place_goes_last():
    (state,) = evidence(STATE, "一", scores=(1.0,))
    elsewhere = replace(state.document, id="elsewhere", name="别处.txt", place="广东", level=Level.PROVINCIAL)
    nowhere = replace(state.document, id="nowhere", name="无处.txt", place="", level=Level.UNKNOWN)
    held = [replace(state, document=document) for document in (elsewhere, state.document, nowhere)]
    found = routed(Shelf(*held), ask("浙江的再生水怎么利用？"), 3, DocumentFilter())
    assert names(found) == ["无处.txt", STATE, "别处.txt"]


def test_a_filter_without_the_named_document_is_searched_as_if_nothing_were_named(shelf):
    within = DocumentFilter(document_ids=frozenset({id_of(CITY)}))
    assert set(names(routed(shelf, ask("国家方案怎么说再生水？"), 5, within))) == {CITY}
    assert shelf.scopes == [within.document_ids]


@pytest.mark.parametrize(
    ("places", "expected"), [(("浙江",), True), (("浙江", "广东"), True), (("广东",), False), ((), False)]
)
def test_a_clause_speaks_of_a_place_by_its_document_or_its_words(places, expected):
    (one,) = evidence(PROVINCE, "一 > （一）")
    assert speaks_of(one, places) is expected


@pytest.mark.parametrize(
    "question", ["高新技术企业多少家？", "江苏的高新技术企业多少家？", "江苏和济南的高新技术企业有何不同？"]
)
def test_the_question_itself_goes_along_as_it_was_put(shelf: Shelf, question: str) -> None:
    asked = ask(question)
    routed(shelf, asked, 3, DocumentFilter())
    assert shelf.questions == {asked.text}
