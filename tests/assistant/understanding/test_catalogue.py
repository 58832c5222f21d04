"""A catalogue leads to every document that a text can mean, whatever the size of the library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.understanding.catalogue import catalogue_of
from assistant.understanding.naming import named_documents
from corpus.models import DocumentSummary
from corpus.vocabulary import Level
from tests.assistant.shelf import summary

WATER = summary("甲州市节约用水管理办法", place="甲州", level=Level.MUNICIPAL)
HEAT = summary("中华人民共和国集中供热法", level=Level.NATIONAL)
NOTICE = summary("乙水市水务局关于印发乙水市河道保护若干规定的通知", place="乙水", level=Level.MUNICIPAL)
SHELF = [WATER, HEAT, NOTICE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("节约用水管理怎么罚", [WATER]),
        ("集中供热法与节约用水管理办法", [WATER, HEAT]),
        ("乙水市河道保护的若干规定通知怎么说", [NOTICE]),
        ("节约用电", []),
    ],
)
def test_titles_are_found_by_what_a_text_says_of_them(text: str, found: list[DocumentSummary]) -> None:
    assert catalogue_of(SHELF).titled(text) == found


def test_places_and_issuers_lead_to_their_documents() -> None:
    catalogue = catalogue_of([replace(WATER, issuers=("甲州市水务局",)), replace(NOTICE, issuers=("乙水市水务局",))])
    assert catalogue.placed("甲州怎么规定") == [catalogue.documents[0]]
    assert catalogue.issued(lambda issuer: issuer.startswith("乙水")) == [catalogue.documents[1]]
    assert catalogue.with_alias("甲州市") == 1
    assert catalogue.with_alias("丙山") == 0


def test_the_same_documents_have_one_catalogue_and_changed_ones_another() -> None:
    assert catalogue_of(SHELF) is catalogue_of(list(SHELF))
    renamed = [replace(WATER, label="用水办法第二版"), *SHELF[1:]]
    assert catalogue_of(renamed) is not catalogue_of(SHELF)
    assert catalogue_of(renamed).labelled("用水办法第二版怎么说") == [renamed[0]]
    assert not catalogue_of(SHELF).labelled("用水办法第二版怎么说")


def test_an_answer_is_worked_out_once_for_the_same_words() -> None:
    asked: list[str] = []
    catalogue = catalogue_of([summary("丁江条例")])
    for words in ("一", "一", "二"):
        catalogue.remembered(("test", words), lambda words=words: asked.append(words))
    assert asked == ["一", "二"]


def test_what_is_taken_out_of_a_library_is_named_no_longer() -> None:
    assert named_documents("集中供热法怎么说", SHELF).documents == (HEAT,)
    assert named_documents("集中供热法怎么说", [WATER, NOTICE]).documents == ()
