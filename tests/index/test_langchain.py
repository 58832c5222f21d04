"""The retriever inside a chain."""

from __future__ import annotations

from index.langchain import ClauseRetriever
from index.models import DocumentFilter


def test_it_gives_the_same_clauses_with_their_place(filled, retriever):
    documents = ClauseRetriever(retriever=retriever, k=2).invoke("新型储能技术攻关")
    expected = retriever.retrieve("新型储能技术攻关", 2)
    assert [document.page_content for document in documents] == [hit.text for hit in expected]
    assert documents[0].metadata["source"] == "江苏.txt"
    assert documents[0].metadata["path"] == expected[0].clause.path_text


def test_it_filters(filled, retriever):
    nothing = DocumentFilter(places=frozenset({"火星"}))
    assert ClauseRetriever(retriever=retriever, where=nothing).invoke("新型储能") == []
