"""A heading with short children is shown with them; its children then follow no more."""

from __future__ import annotations

from corpus.text import visible_length
from index.families import FAMILY_CHARACTERS, family

PRINCIPLES = (
    "宁波行动方案",
    "一、总体要求",
    "（一）基本原则",
    "1.创新引领。坚持创新。",
    "2.系统推进。统筹各方。",
    "二、保障措施",
    "加强领导。",
)


def test_a_short_family_is_one_hit_in_the_words_of_the_source(indexer, retriever, write):
    indexer.ingest([write("宁波.txt", *PRINCIPLES)])
    found = retriever.retrieve("基本原则有哪些？")
    assert found[0].clause.heading == "基本原则"
    assert "1.创新引领。坚持创新。" in found[0].text and "2.系统推进。统筹各方。" in found[0].text
    source = "".join("\n".join(PRINCIPLES).split())
    assert all("".join(hit.text.split()) in source for hit in found)
    children = {hit.clause.id for hit in found if hit.clause.num in ("1.", "2.")}
    assert not children


def test_a_child_that_answers_better_comes_first_by_itself(indexer, retriever, write):
    indexer.ingest([write("宁波.txt", *PRINCIPLES)])
    assert retriever.retrieve("统筹各方")[0].text.startswith("2")


def test_a_long_family_is_shown_clause_by_clause(indexer, retriever, write, library):
    items = [f"{n}.第{n}项。{'坚持创新引领绿色低碳' * 10}。" for n in range(1, 9)]
    indexer.ingest([write("长.txt", "行动方案", "一、基本原则", *items)])
    document = library.document(library.documents()[0].id)
    (parent,) = (clause for clause in document.clauses if clause.heading == "基本原则")
    members = family(document, parent)
    assert len(members) == 9
    for hit in retriever.retrieve("基本原则"):
        assert visible_length(hit.text) <= FAMILY_CHARACTERS
