"""The one search: filters, one hit a clause, exact words, and what other processes have written since."""

from __future__ import annotations

import shutil
import subprocess
import sys

import numpy as np
import pytest

from corpus.errors import IndexMismatch, SearchIndexError
from corpus.library import Library
from corpus.models import DocumentStatus
from corpus.text import visible_length
from corpus.vocabulary import PartRole
from index.dense import DenseIndex
from index.indexer import Indexer
from index.indexes import Indexes
from index.manifest import IndexFolder
from index.model_loading import ModelSource
from index.models import DocumentFilter
from index.reranking import CrossEncoderReranker
from index.retriever import HybridRetriever
from tests import fakes, tiny_models


def sources(evidence):
    return [found.document.name for found in evidence]


def put(home, library, *documents):
    """Stores and indexes hand-made documents."""
    for document in documents:
        library.add(document, fakes.chunk(document))
    folder = IndexFolder(home)
    current = folder.current()
    opened = Indexes.open(current.folder if current else folder.fresh(), fakes.HashingEmbedder())
    opened.follow(library, library.pending())
    opened.close()


def test_an_empty_home_gives_no_hits(retriever):
    assert retriever.retrieve("新型储能") == []


def test_the_clause_that_answers_comes_first_as_printed(filled, retriever):
    first = retriever.retrieve("江苏新增多少家高新技术企业？")[0]
    assert first.document.name == "江苏.txt"
    assert "新增绿色低碳技术领域高新技术企业1000家" in first.text
    assert first.text in (first.clause.printed, first.chunk.text)
    assert first.lexical > 0 and first.dense > 0


def test_hits_are_best_first_and_at_most_k(filled, retriever):
    found = retriever.retrieve("绿色低碳节能降耗", 3)
    assert 0 < len(found) <= 3
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert retriever.retrieve("绿色低碳", 0) == []
    assert retriever.retrieve("  ", 5) == []


def test_a_filter_admits_only_its_documents(filled, retriever, library):
    ningbo = library.find("宁波.txt")
    found = retriever.retrieve("绿色低碳新型储能", 10, DocumentFilter(document_ids=frozenset({ningbo.id})))
    assert set(sources(found)) <= {"宁波.txt"}
    assert retriever.retrieve("绿色低碳", 10, DocumentFilter(places=frozenset({"火星"}))) == []
    assert set(sources(retriever.retrieve("节能降耗", 10, DocumentFilter()))) == {"江苏.txt", "宁波.txt"}


def test_a_document_that_is_switched_off_is_not_searched_until_it_is_switched_on(filled, retriever):
    query, off = "新增绿色低碳技术领域高新技术企业", "江苏.txt"
    assert off in sources(retriever.retrieve(query, 10))
    filled.set_status(off, DocumentStatus(enabled=False))
    assert off not in sources(retriever.retrieve(query, 10))
    assert retriever.retrieve(query, 10)
    filled.set_status(off, DocumentStatus())
    assert sources(retriever.retrieve(query, 10))[0] == off


def test_a_filter_does_not_bring_back_what_is_switched_off(filled, retriever, library):
    held = filled.set_status("江苏.txt", DocumentStatus(enabled=False))
    assert retriever.retrieve("高新技术企业", 10, DocumentFilter(document_ids=frozenset({held.id}))) == []


def test_a_library_that_is_switched_off_as_a_whole_finds_nothing(filled, retriever, library):
    for document in library.holdings():
        filled.set_status(document.id, DocumentStatus(enabled=False))
    assert retriever.retrieve("高新技术企业", 10) == []


def test_a_long_clause_is_shown_by_its_best_chunk(indexer, retriever, write):
    long = "".join(f"第{n}项工作要抓紧落实到位并按时报送材料。" for n in range(80))
    indexer.ingest([write("长.txt", "长文件", "一、任务", f"{long}建设氢能重卡换电站。{long}")])
    first = retriever.retrieve("氢能重卡换电站")[0]
    assert "氢能重卡换电站" in first.text
    assert visible_length(first.text) < visible_length(first.clause.printed)
    assert first.text in first.clause.printed


@pytest.mark.parametrize(("sentences", "several"), [(18, False), (60, True)])
def test_a_clause_shown_whole_is_one_hit_and_the_stretches_of_a_longer_one_are_several(
    indexer, retriever, write, library, sentences, several
):
    long = "".join(f"氢能重卡换电站第{n:02}项工作要抓紧落实到位并按时报送材料。" for n in range(sentences))
    indexer.ingest([write("长.txt", "长文件", "一、任务", long)])
    texts = [hit.text for hit in retriever.retrieve("氢能重卡换电站") if "项工作" in hit.text]
    assert library.chunk_count() > 2
    assert (len(texts) > 1) == several
    assert visible_length("".join(texts)) == visible_length(f"一、任务{long}")


def test_an_interview_that_repeats_a_clause_ranks_behind_it(home, library, retriever):
    put(
        home, library, fakes.document("a.txt", "方案", "新增高新技术企业1000家", "# 政策解读", "新增高新技术企业1000家")
    )
    IndexFolder(home).switch(home / "index" / "1", _manifest())
    found = retriever.retrieve("新增高新技术企业1000家")
    assert [hit.clause.part for hit in found[:2]] == [PartRole.MAIN, PartRole.INTERPRETATION]
    assert found[0].text == found[1].text


def _manifest():
    from index.manifest import manifest_of

    return manifest_of(fakes.HashingEmbedder())


def test_quoted_words_lift_the_clauses_that_hold_them(indexer, retriever, write):
    indexer.ingest(
        [
            write("甲.txt", "甲方案", "一、目标", "绿色供应链，供应链的建设，绿色供应链，供应链的建设。"),
            write("乙.txt", "乙方案", "一、目标", "其他工作若干，包括推进工业领域和建筑领域的绿色 供应链的建设工作。"),
        ]
    )
    assert sources(retriever.retrieve("绿色供应链的建设", 1)) == ["甲.txt"]
    assert sources(retriever.retrieve("“绿色供应链的建设”", 1)) == ["乙.txt"]


def test_quoted_words_are_found_however_many_clauses_hold_the_rest(indexer, retriever, write, monkeypatch):
    monkeypatch.setattr("index.retriever.CANDIDATES", 5)
    rest = "推进绿色供应链的建设工作和建设资金的管理"
    many = [f"{number}. {rest}。" for number in range(1, 9)]
    others = [f"{number}. 其他{'若干' * number}事务。" for number in range(9, 60)]
    indexer.ingest(
        [write("多.txt", "多方案", *many, *others), write("一.txt", "一方案", "氢进万家，" + "各项事务，" * 60)]
    )
    assert "一.txt" not in sources(retriever.retrieve(f"氢进万家怎么{rest}", 20))
    assert sources(retriever.retrieve(f"“氢进万家”怎么{rest}", 1)) == ["一.txt"]


# --- other writers --------------------------------------------------------------------------------------------------


def test_refresh_says_whether_the_library_had_moved_on(filled, retriever, write):
    assert retriever.refresh() is True
    assert retriever.refresh() is False
    filled.ingest([write("新.txt", "新文件", "一、目标", "建设氢能重卡换电站。")])
    assert retriever.refresh() is True


def test_what_is_added_replaced_and_removed_holds_in_the_next_search(filled, retriever, write):
    assert retriever.retrieve("新型储能")
    path = write("新.txt", "新文件", "一、目标", "建设氢能重卡换电站。")
    filled.ingest([path])
    assert sources(retriever.retrieve("氢能重卡换电站", 1)) == ["新.txt"]
    path.write_text("新文件\n一、目标\n改建加氢合建站。\n", encoding="utf-8")
    filled.ingest([path])
    texts = [hit.text for hit in retriever.retrieve("氢能重卡换电站 加氢合建站")]
    assert any("加氢合建站" in text for text in texts)
    assert not any("氢能重卡换电站" in text for text in texts)
    filled.remove("新.txt")
    assert "新.txt" not in sources(retriever.retrieve("加氢合建站"))


def test_a_document_of_another_process_is_found(filled, home, retriever, write):
    assert retriever.retrieve("新型储能")
    script = (
        "import sys; from pathlib import Path; from corpus.library import Library; from index.indexer import Indexer;"
        "from tests import fakes; home = Path(sys.argv[1]);"
        "Indexer(home, Library(home), fakes.HashingEmbedder()).ingest([Path(sys.argv[2])])"
    )
    path = write("新.txt", "新文件", "一、目标", "建设氢能重卡换电站。")
    subprocess.run([sys.executable, "-c", script, str(home), str(path)], check=True, timeout=60)
    found = retriever.retrieve("氢能重卡换电站", 1)
    assert sources(found) == ["新.txt"]
    assert found[0].dense > 0  # Chroma shows other processes' rows to new handles only


def test_a_rebuild_is_followed_and_hits_stay_the_same(filled, retriever):
    before = [(hit.clause.id, hit.score) for hit in retriever.retrieve("绿色低碳节能降耗")]
    filled.reindex()
    after = [(hit.clause.id, hit.score) for hit in retriever.retrieve("绿色低碳节能降耗")]
    assert [id_ for id_, _ in after] == [id_ for id_, _ in before]
    assert [score for _, score in after] == pytest.approx([score for _, score in before], abs=1e-5)


def test_chunks_that_the_store_does_not_know_are_no_hits(filled, library, retriever, caplog):
    library.remove("江苏.txt")  # as by a writer that was killed before the indexes followed
    assert retriever.retrieve("新型储能示范园区")
    assert set(sources(retriever.retrieve("新型储能示范园区"))) == {"宁波.txt"}
    assert "wence doctor" in caplog.text


# --- indexes that do not fit ----------------------------------------------------------------------------------------


def test_an_index_of_another_model_names_the_command_that_rebuilds_it(filled, home, library):
    other = HybridRetriever(home, library, fakes.HashingEmbedder(name="other"))
    with pytest.raises(IndexMismatch, match="wence reindex") as caught:
        other.retrieve("储能")
    assert "hashing" in caught.value.en and "other" in caught.value.en
    Indexer(home, library, fakes.HashingEmbedder(name="other")).reindex()
    assert other.retrieve("储能")


def test_documents_without_an_index_are_an_error_not_an_empty_list(filled, home, retriever):
    shutil.rmtree(home / "index")
    with pytest.raises(SearchIndexError, match="wence doctor"):
        retriever.retrieve("储能")


def test_an_index_that_lacks_documents_is_an_error_not_a_short_list(filled, home, retriever):
    shutil.rmtree(next((home / "index").glob("*/lexical")))
    with pytest.raises(SearchIndexError, match="wence doctor"):
        retriever.retrieve("储能")


def test_a_running_search_opens_nothing_again(filled, retriever, monkeypatch):
    retriever.retrieve("新型储能")
    monkeypatch.setattr(Indexes, "open", lambda *_: pytest.fail("was opened"))
    assert retriever.retrieve("绿色低碳技术领域高新技术企业有多少家？")


def test_two_libraries_of_one_home_see_one_another(filled, home, library):
    other = Library(home)
    assert other.documents() == library.documents()
    other.close()


# --- a second look --------------------------------------------------------------------------------------------------


def test_the_order_of_the_reranker_is_the_order_of_the_search(home, library, filled, retriever, tmp_path):
    tiny_models.cross_encoder(tmp_path / "scorer")
    reranker = CrossEncoderReranker(ModelSource(str(tmp_path / "scorer"), device="cpu"), candidates=10)
    query = "绿色低碳节能降耗发展"
    before = retriever.retrieve(query)
    second = HybridRetriever(home, library, fakes.HashingEmbedder(), reranker=reranker)
    after = second.retrieve(query)
    texts = [f"{hit.document.title} {hit.chunk.context} {hit.text}" for hit in before]
    scores = dict(zip((hit.chunk.id for hit in before), reranker.scores(query, texts), strict=True))
    assert [hit.chunk.id for hit in after] == sorted(scores, key=lambda id_: -scores[id_])
    assert [hit.chunk.id for hit in after] != [hit.chunk.id for hit in before]
    assert [hit.chunk.id for hit in second.retrieve(query, 2)] == [hit.chunk.id for hit in after[:2]]
    second.close()


def test_the_reranker_reads_the_question_where_the_query_holds_more(home, library, filled):
    class Reading:
        candidates = 3
        read = ()

        def scores(self, query, texts):
            self.read += (query,)
            return np.zeros(len(texts), np.float32)

    reading = Reading()
    second = HybridRetriever(home, library, fakes.HashingEmbedder(), reranker=reading)
    second.retrieve("绿色低碳 绿色低碳 节能", question="绿色低碳有哪些要求？")
    second.retrieve("绿色低碳")
    assert reading.read == ("绿色低碳有哪些要求？", "绿色低碳")
    second.close()


# --- another model --------------------------------------------------------------------------------------------------


def other():
    return fakes.HashingEmbedder(name="other", dimension=32)


def test_a_search_at_work_goes_on_while_and_after_the_indexes_are_rebuilt_with_another_model(home, library, filled):
    at_work = HybridRetriever(home, library, fakes.HashingEmbedder(), renewed=other)
    before = at_work.retrieve("新型储能")
    during = []
    Indexer(home, library, other()).reindex(lambda *_: during.append(sources(at_work.retrieve("新型储能"))))
    assert during and all(found == sources(before) for found in during[:-1])
    assert sources(at_work.retrieve("新型储能")) == sources(before)
    assert IndexFolder(home).current().manifest.model == "other"
    at_work.close()


def test_without_the_new_model_a_search_at_work_says_what_differs(home, library, filled, retriever):
    retriever.retrieve("新型储能")
    Indexer(home, library, other()).reindex()
    for _ in range(2):
        with pytest.raises(IndexMismatch, match=r"hashing.*wence reindex"):
            retriever.retrieve("新型储能")


def test_a_start_with_another_model_loads_it_once_and_says_that_a_rebuild_is_needed(home, library, filled):
    def renewed():
        raise AssertionError("loaded once more")

    starting = HybridRetriever(home, library, other(), renewed=renewed)
    with pytest.raises(IndexMismatch, match="wence reindex"):
        starting.retrieve("新型储能")


def test_a_search_whose_indexes_are_removed_under_it_goes_on_with_the_new_ones(
    home, library, filled, retriever, monkeypatch
):
    before = retriever.retrieve("新型储能")
    search, failures = DenseIndex.search, [SearchIndexError("文件没有了", "the files are gone")]

    def failing(self, *words):
        if failures:
            Indexer(home, library, fakes.HashingEmbedder()).reindex()
            raise failures.pop()
        return search(self, *words)

    monkeypatch.setattr(DenseIndex, "search", failing)
    assert sources(retriever.retrieve("新型储能")) == sources(before)
    assert failures == []
