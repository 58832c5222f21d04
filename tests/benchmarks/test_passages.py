"""The benchmark of finding passages: what it reads, what it computes, and that it really finds."""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import methods
from tests.benchmarks.measuring import run
from tests.benchmarks.passage_sets import BadFile, Passage, Question, read_passages, read_questions
from tests.benchmarks.retrieval_figures import percentile, quality
from tests.benchmarks.samples import sampled
from tests.benchmarks.shelving import shelve
from tests.benchmarks.tutorial import Tutorial

ROOT = Path(__file__).parents[2]
PASSAGES = (
    Passage(1, "个体工商户条例第一条", "为了保护个体工商户的合法权益，制定本条例。"),
    Passage(2, "个体工商户条例第二条", "个体工商户的债务，个人经营的，以个人财产承担。"),
    Passage("3", "土地承包法第五条", "家庭承包的承包方是本集体经济组织的农户。"),
    Passage(4, "道路交通管理规定", "机动车行经人行横道，应当减速行驶。"),
    Passage(5, "节约用水办法第十条", "园林绿化优先使用再生水。"),
)
QUESTIONS = (
    Question("个体工商户欠下的债务由谁承担", frozenset({2})),
    Question("开车经过人行横道要不要减速", frozenset({4, 5})),
    Question("zebra crossing", frozenset({4})),
)


def test_quality_is_the_mean_over_the_questions() -> None:
    asked = [Question("甲", frozenset({1})), Question("乙", frozenset({2, 3, 4, 5})), Question("丙", frozenset({9}))]
    found = [[7, 1], [2, *range(10, 14), 3, *range(20, 40), 4], [*range(10, 20), 9]]
    assert quality(found, asked) == pytest.approx(
        {
            "mrr@10": (1 / 2 + 1 + 0) / 3,
            "recall@1": (0 + 1 / 4 + 0) / 3,
            "recall@5": (1 + 1 / 4 + 0) / 3,
            "recall@10": (1 + 2 / 4 + 0) / 3,
            "recall@30": (1 + 3 / 4 + 1) / 3,
            "recall@100": (1 + 3 / 4 + 1) / 3,
        }
    )


@pytest.mark.parametrize(
    ("values", "per_cent", "value"),
    [([3.0], 50, 3.0), ([4, 1, 3, 2], 50, 2), ([4, 1, 3, 2], 95, 4), (range(1, 101), 95, 95), (range(1, 101), 50, 50)],
)
def test_a_percentile_is_the_value_that_so_many_do_not_exceed(values, per_cent, value) -> None:
    assert percentile(values, per_cent) == value


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def corpus_text() -> str:
    return lines(*({"id": one.id, "title": one.title, "text": one.text} for one in PASSAGES))


def queries_text() -> str:
    return lines(*({"id": n, "question": q.text, "relevant": sorted(q.relevant)} for n, q in enumerate(QUESTIONS)))


@pytest.mark.parametrize("suffix", ["", ".xz"])
def test_files_are_read_plain_and_compressed(tmp_path: Path, suffix: str) -> None:
    for name, text in (("corpus.jsonl", corpus_text() + "\n"), ("queries.jsonl", queries_text())):
        raw = text.encode()
        (tmp_path / f"{name}{suffix}").write_bytes(lzma.compress(raw) if suffix else raw)
    assert read_passages(tmp_path / f"corpus.jsonl{suffix}") == list(PASSAGES)
    known = frozenset(passage.id for passage in PASSAGES)
    assert read_questions(tmp_path / f"queries.jsonl{suffix}", known) == list(QUESTIONS)


GOOD = lines({"id": 1, "title": "甲", "text": "乙"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + "{", "line 2: no JSON"),
        (GOOD + "[1]", "line 2: a JSON object is wanted"),
        (GOOD + lines({"title": "甲", "text": "乙"}), 'line 2: "id" must be'),
        (GOOD + lines({"id": True, "title": "甲", "text": "乙"}), 'line 2: "id" must be'),
        (GOOD + GOOD, "line 2: the id 1 is there already"),
        (lines({"id": 1, "text": "乙"}), 'line 1: "title" must be'),
        (lines({"id": 1, "title": "甲", "text": " "}), 'line 1: "text" must be'),
        ("\n", "holds no passage"),
    ],
)
def test_a_bad_corpus_is_named_with_line_and_reason(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        read_passages(path)
    assert f"{path}" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": 1, "question": "", "relevant": [1]}, '"question" must be'),
        ({"id": 1, "question": "甲", "relevant": []}, '"relevant" must be'),
        ({"id": 1, "question": "甲", "relevant": 1}, '"relevant" must be'),
        ({"id": 1, "question": "甲", "relevant": [1, 8]}, "the corpus has no passage 8"),
        ({"id": 1, "question": "甲", "relevant": ["1"]}, "the corpus has no passage '1'"),
    ],
)
def test_a_bad_question_is_named_with_line_and_reason(tmp_path: Path, row: object, said: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(lines(row), encoding="utf-8")
    with pytest.raises(BadFile, match="line 1: ") as caught:
        read_questions(path, frozenset({1}))
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["absent.jsonl", "no.jsonl.xz", "latin.jsonl"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "no.jsonl.xz").write_bytes(b"not compressed")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(BadFile, match=f"{name} cannot be read"):
        read_passages(tmp_path / name)


def test_articles_of_a_statute_are_clauses_of_one_document() -> None:
    shelved = list(shelve(PASSAGES))
    assert [one.document.title for one in shelved] == [
        "个体工商户条例",
        "土地承包法",
        "道路交通管理规定",
        "节约用水办法",
    ]
    assert [clause.path_text for clause in shelved[0].document.clauses] == ["第一条", "第二条"]
    assert {id_ for one in shelved for id_ in one.passage_of.values()} == {passage.id for passage in PASSAGES}
    for one in shelved:
        assert [chunk.id for chunk in one.chunks] == list(one.passage_of)
        for clause, chunk in zip(one.document.clauses, one.chunks, strict=True):
            assert clause.span.of(one.document.source.text) == clause.printed == chunk.text
            assert clause.body_span.of(one.document.source.text) == clause.text


def test_a_sample_holds_what_answers_and_is_the_same_each_time() -> None:
    passages = [Passage(n, "甲", "乙") for n in range(100)]
    asked = [Question("丙", frozenset({3, 97})), Question("丁", frozenset({50}))]
    sample = sampled(passages, asked, 10)
    assert len(sample) == 10
    assert {3, 50, 97} <= {passage.id for passage in sample}
    assert sample == sampled(passages, asked, 10) == sorted(sample, key=lambda passage: passage.id)
    assert [passage.id for passage in sampled(passages, asked, 2)] == [3, 50, 97]
    assert sampled(passages, asked, 200) == passages


def test_bm25_finds_what_shares_words_and_nothing_else(tmp_path: Path) -> None:
    figures = run(methods.words_alone(tmp_path), PASSAGES, QUESTIONS)
    expected = {"mrr@10": 2 / 3, "recall@1": (1 + 1 / 2) / 3, "recall@100": (1 + 1 / 2) / 3, "passages": 5}
    assert {name: figures[name] for name in expected} == pytest.approx(expected)
    assert 0 <= figures["query_ms_p50"] <= figures["query_ms_p95"]


def command(*words: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tests.benchmarks.passages", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_the_command_prints_the_figures_of_each_method(tmp_path: Path) -> None:
    corpus, queries = tmp_path / "corpus.jsonl.xz", tmp_path / "queries.jsonl"
    corpus.write_bytes(lzma.compress(corpus_text().encode()))
    queries.write_text(queries_text(), encoding="utf-8")
    done = command(corpus, queries, "--json", "--methods", "hybrid,dense,hybrid_on_sample", "--sample", 3)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert list(figures) == ["hybrid", "dense", "hybrid_on_sample"]
    for method in figures.values():
        assert method["recall@100"] >= 2 / 3 - 1e-4
        assert {"mrr@10", "recall@1", "recall@5", "recall@10", "recall@30", "recall@100"} <= method.keys()
        assert {"index_s", "query_ms_p50", "query_ms_p95", "peak_mb", "disk_mb"} <= method.keys()
        assert method["peak_mb"] > 1
        assert method["disk_mb"] > 0
    assert figures["hybrid"]["recall@1"] >= 0.5 - 1e-4
    assert [figures[name]["passages"] for name in figures] == [5, 5, 3]


def test_the_command_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(GOOD + "{", encoding="utf-8")
    done = command(tmp_path / "corpus.jsonl", tmp_path / "queries.jsonl", "--methods", "bm25")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {tmp_path / 'corpus.jsonl'}, line 2: no JSON")
    unknown = command(tmp_path / "corpus.jsonl", tmp_path / "queries.jsonl", "--methods", "bm25,best")
    assert unknown.returncode == 2
    assert "no method 'best'" in unknown.stderr


@pytest.mark.slow
def test_the_pipeline_of_tutorials_runs(tmp_path: Path) -> None:
    long = Passage(6, "长文", "人行横道的信号灯应当明显。" * 100)
    figures = run(Tutorial(tmp_path), [*PASSAGES, long], QUESTIONS)
    assert figures["recall@10"] == pytest.approx(1.0)
    assert figures["passages"] == 6
