"""A matter that no document deals with is not answered by what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from corpus.library import Library
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.retriever import HybridRetriever
from tests.assistant.conftest import MakeAssistant

PLAN = """丽水市节水行动方案

一、节水产业
支持节水产业发展，培育节水企业，扩大再生水利用，推进供水管网改造。

二、保障措施
（一）加强统筹协调
建立节水工作机制，落实各方责任。
（二）加大资金投入
支持节水项目建设，完善投入机制。
"""


MEASURED = """丽水市电网方案

一、重点项目
新建110kV 清溪站，扩建灌区泵站。
"""


def test_a_unit_in_its_other_writing_is_printed(assistant_over: MakeAssistant) -> None:
    assert "清溪站" in assistant_over({"方案.txt": MEASURED}).ask("丽水要建的110千伏变电站叫啥？").answer


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    home = tmp_path_factory.mktemp("home")
    source = Path(tmp_path_factory.mktemp("in")) / "丽水市节水行动方案.txt"
    source.write_text(PLAN, encoding="utf-8")
    library, embedder = Library(home), load_embedder("bundled")
    Indexer(home, library, embedder).ingest([source])
    return Assistant(library, HybridRetriever(home, library, embedder))


@pytest.mark.parametrize(
    "question",
    ["丽水电影产业有什么措施？", "丽水怎么支持民宿发展？", "丽水如何培育足球人才？", "丽水怎么推进医保改革？"],
)
def test_a_matter_that_no_document_prints_is_refused(desk: Assistant, question: str) -> None:
    assert desk.ask(question).status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("丽水怎么支持节水产业？", "支持节水产业发展"),
        ("丽水打算咋改造老旧供水管网？", "供水管网改造"),
        ("丽水的方案有什么保障措施？", "统筹协调"),
        ("丽水怎么用好再生水？", "再生水利用"),
    ],
)
def test_words_that_no_document_prints_beside_those_that_one_does_are_no_matter_of_their_own(
    desk: Assistant, question: str, words: str
) -> None:
    answer = desk.ask(question)
    assert answer.status is not AnswerStatus.REFUSED
    assert words in answer.answer
