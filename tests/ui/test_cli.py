"""The verbs through the whole program: exit codes, what goes to which stream, shapes of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.bundled import bundled_documents
from corpus.models import DocumentStatus
from corpus.vocabulary import Validity
from tests.ui.conftest import Wence
from ui.cli import EMPTY
from ui.settings import load
from ui.wiring import build

ROOT = Path(__file__).parents[2]
PASSAGE = {"source", "path", "text", "score"}
CITATION = {"mark", "source", "path", "quote", "text", "status"}
QUESTION = "到2025年，江苏新增多少家绿色低碳技术领域高新技术企业？"


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# --- the program itself -------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "用法"),
        (("nonsense",), 2, "没有命令 nonsense"),
        (("--nonsense",), 2, "--nonsense"),
        (("--language", "fr", "list"), 2, "应为 zh、en 之一"),
        (("ingest",), 2, "FILE"),
        (("outline",), 2, "NAME"),
        (("ask",), 2, "QUESTION"),
        (("ask", "问题", "--batch", "rows.jsonl"), 2, "--batch"),
        (("ask", "问题", "--out", "rows.jsonl"), 2, "--out"),
        (("ask", "--batch", "rows.jsonl", "--json"), 2, "--json"),
        (("search",), 2, "QUERY"),
        (("search", "问题", "-k", "0"), 2, "应为 1 到 100 的整数"),
        (("search", "问题", "-k", "many"), 2, "应为 1 到 100 的整数"),
        (("ask", "  "), 1, "QUESTION"),
        (("search", ""), 1, "QUERY"),
        (("brief", ""), 1, "REQUEST"),
        (("outline", "没有这份.txt"), 1, "没有这份.txt"),
        (("remove", "没有这份.txt"), 1, "没有这份.txt"),
        (("ask", "--batch", "no-such-file.jsonl"), 1, "no-such-file.jsonl"),
        (("serve", "--port", "0"), 1, "--port"),
    ],
)
def test_wrong_use_is_said_on_standard_error(wence: Wence, words: tuple[str, ...], code: int, said: str) -> None:
    done = wence(*words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    if words:
        assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "verb",
    [
        "ingest",
        "list",
        "outline",
        "status",
        "search",
        "ask",
        "brief",
        "remove",
        "reindex",
        "doctor",
        "serve",
        "config",
        "evaluate",
    ],
)
@pytest.mark.parametrize(("language", "said"), [("zh", "显示帮助"), ("en", "Show this help")])
def test_every_verb_explains_itself_in_both_languages(wence: Wence, verb: str, language: str, said: str) -> None:
    done = wence("--language", language, verb, "--help")
    assert done.code == 0
    assert said in done.out


def test_errors_follow_the_language(wence: Wence) -> None:
    assert "No document" in wence("--language", "en", "outline", "x.txt").err
    assert "x.txt" in wence("outline", "x.txt").err


def test_a_refusal_follows_the_language(wence: Wence, tmp_path: Path) -> None:
    paper = tmp_path / "节水.txt"
    paper.write_text("节水方案\n\n一、目标\n到2025年，建成节水型企业300家。\n", encoding="utf-8")
    wence("ingest", str(paper))
    question = "2040年建成多少家节水型企业？"
    assert wence("ask", question).out.startswith("现有文件没有给出2040年")
    english = wence("--language", "en", "ask", question).out
    assert english.startswith("The documents in the library do not give this for 2040")


def test_the_language_may_stand_in_the_settings_file(wence: Wence, home: Path) -> None:
    home.mkdir()
    (home / "wence.toml").write_text('language = "en"', encoding="utf-8")
    assert "No document" in wence("outline", "x.txt").err


def test_an_unknown_setting_ends_the_run(wence: Wence, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_PROT", "1")
    done = wence("list")
    assert done.code == 1
    assert "WENCE_PROT" in done.err


def test_an_unexpected_error_is_one_line_that_says_how_to_see_more(
    wence: Wence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("ui.settings.load", broken)
    done = wence("list")
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert "ZeroDivisionError" in done.err
    assert "WENCE_DEBUG=1" in done.err
    monkeypatch.setenv("WENCE_DEBUG", "1")
    assert "Traceback" in wence("list").err


def test_an_interrupted_run_says_so(wence: Wence, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.settings.load", interrupted)
    done = wence("list")
    assert done.code == 130
    assert "已中断" in done.err
    assert "Traceback" not in done.err


# --- documents ------------------------------------------------------------------------


def test_an_empty_library_lists_nothing(wence: Wence) -> None:
    done = wence("list")
    assert (done.code, done.out) == (0, "")
    assert "wence ingest" in done.err
    assert wence("list", "--json").json == []


def test_ingest_adds_nothing_of_its_own(wence: Wence, notice: Path) -> None:
    assert wence("ingest", notice).code == 0
    assert [row["name"] for row in wence("list", "--json").json] == [notice.name]


def test_the_library_lies_in_the_home_that_is_named(wence: Wence, notice: Path, tmp_path: Path, home: Path) -> None:
    assert wence("--home", tmp_path / "other", "ingest", notice).code == 0
    assert not home.exists()
    assert [row["name"] for row in wence("--home", tmp_path / "other", "list", "--json").json] == [notice.name]


def test_the_same_content_under_another_name_is_a_duplicate(wence: Wence, notice: Path, tmp_path: Path) -> None:
    twin = tmp_path / "副本.txt"
    twin.write_bytes(notice.read_bytes())
    assert wence("ingest", notice).code == 0
    done = wence("ingest", twin)
    assert done.code == 0
    assert notice.name in done.out
    assert wence("ingest", twin, "--json").json["results"][0]["outcome"] == "duplicate"
    assert [row["name"] for row in wence("list", "--json").json] == [notice.name]


def test_the_same_name_with_new_content_replaces(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    notice.write_text(notice.read_text(encoding="utf-8").replace("16%", "18%"), encoding="utf-8")
    assert wence("ingest", notice, "--json").json["results"][0]["outcome"] == "replaced"
    texts = [row["text"] for row in wence("outline", notice.name, "--json").json]
    assert any("18%" in text for text in texts)
    assert not any("16%" in text for text in texts)


def test_a_folder_stands_for_the_files_in_it(wence: Wence, notice: Path) -> None:
    assert wence("ingest", notice.parent).code == 0
    assert [row["name"] for row in wence("list", "--json").json] == [notice.name]


def test_of_a_folder_only_what_can_be_read_is_taken_and_the_rest_counted(wence: Wence, notice: Path) -> None:
    below = notice.parent / "附件"
    below.mkdir()
    for name in ("一.json", "二.json", "旧格式.DOC"):
        (below / name).write_text("{}", encoding="utf-8")
    (below / "说明.MD").write_text("# 说明\n\n一、另有规定的除外。\n", encoding="utf-8")
    done = wence("ingest", notice.parent)
    assert (done.code, done.err) == (0, "")
    assert "导入 2，" in done.out
    assert "另有 3 个文件不是可读取的格式，已跳过（.doc 1，.json 2）" in done.out
    again = wence("ingest", notice.parent, "--json").json
    assert len(again["results"]) == 2
    assert {Path(path).name for path in again["skipped"]} == {"一.json", "二.json", "旧格式.DOC"}


def test_outline_gives_the_clauses_in_order(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    rows = wence("outline", notice.name, "--json").json
    assert all({"path", "heading", "text"} <= set(row) for row in rows)
    by_path = {row["path"]: row for row in rows}
    assert list(by_path).index("一") < list(by_path).index("二") < list(by_path).index("二 > （一）")
    assert by_path["一"]["heading"] == "总体目标"
    assert by_path["一"]["text"] == "到2025年，全市万元生产总值用水量下降16%。"
    readable = wence("outline", notice.name)
    assert readable.code == 0
    assert "总体目标" in readable.out


def test_list_shows_what_a_document_says_about_itself(library: Wence) -> None:
    rows = library("list", "--json").json
    assert {row["name"] for row in rows} == {document.name for document in bundled_documents()}
    assert all(row["title"] and row["clauses"] > 10 for row in rows)
    readable = library("list").out
    assert all(row["name"] in readable and row["title"] in readable for row in rows)


def test_remove_takes_a_document_out_of_list_and_search(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    assert wence("search", "万元生产总值用水量", "--json").json["hits"]
    done = wence("remove", notice.name)
    assert done.code == 0
    assert notice.name in done.out
    assert wence("list", "--json").json == []
    assert wence("search", "万元生产总值用水量", "--json").code == EMPTY


def test_reindex_leaves_the_same_found(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    before = wence("search", "农业节水", "--json").json
    assert wence("reindex", "--json").json == {"documents": 1}
    assert wence("search", "农业节水", "--json").json == before


def test_doctor_finds_nothing_in_a_sound_library(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    done = wence("doctor", "--json")
    assert done.code == 0
    assert done.json["sound"] is True


# --- questions ------------------------------------------------------------------------


def test_search_gives_passages_best_first(library: Wence) -> None:
    hits = library("search", QUESTION, "-k", 5, "--json").json["hits"]
    assert len(hits) == 5
    assert all(set(hit) >= PASSAGE for hit in hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert any("1000家" in hit["text"].replace(" ", "") for hit in hits)
    readable = library("search", QUESTION, "-k", 1)
    assert readable.out.startswith("1. ")
    assert readable.err == ""


def test_ask_cites_word_for_word(library: Wence) -> None:
    reply = library("ask", QUESTION, "--json").json
    assert reply["status"] in ("answered", "partial")
    assert reply["citations"]
    for citation in reply["citations"]:
        assert set(citation) >= CITATION
        assert citation["quote"] in citation["text"]
        assert f"[{citation['mark']}]" in reply["answer"]
    readable = library("ask", QUESTION).out
    assert all(citation["quote"] in readable for citation in reply["citations"])


def test_ask_refuses_what_no_document_says_and_that_is_no_failure(library: Wence) -> None:
    done = library("ask", "火星探测器的发射窗口是哪一天？", "--json")
    assert done.code == 0
    assert done.json["status"] == "refused"
    assert len(done.json["nearest"]) <= 3


@pytest.mark.parametrize(
    "verb", [("ask", QUESTION), ("search", "储能"), ("brief", "介绍氢能"), ("targets",)], ids=" ".join
)
@pytest.mark.parametrize("json", [(), ("--json",)], ids=["text", "json"])
def test_on_an_empty_library_there_is_no_answer_and_an_exit_code_of_its_own(
    wence: Wence, verb: tuple[str, ...], json: tuple[str, ...]
) -> None:
    done = wence(*verb, *json)
    assert (done.code, done.out) == (EMPTY, "")
    assert "wence ingest" in done.err


def test_a_library_that_is_all_switched_off_is_empty_too(wence: Wence, notice: Path) -> None:
    assert wence("ingest", notice).code == 0
    assert wence("status", notice.name, "--disable").code == 0
    done = wence("ask", QUESTION)
    assert (done.code, done.out) == (EMPTY, "")
    assert "--enable" in done.err


def test_brief_is_a_body_with_marks_and_a_table_of_sources(library: Wence) -> None:
    briefing = library("brief", "各地氢能技术攻关的部署", "--json").json
    assert {"markdown", "citations", "sources"} <= set(briefing)
    assert briefing["citations"]
    assert all(f"[{citation['mark']}]" in briefing["markdown"] for citation in briefing["citations"])


# --- figures --------------------------------------------------------------------------


def golden(folder: Path) -> Path:
    """One question and one conversation of the project's own."""
    for name in ("questions.jsonl", "dialogs.jsonl"):
        first = (ROOT / "tests" / "golden" / name).read_text(encoding="utf-8").splitlines()[0]
        (folder / name).write_text(first + "\n", encoding="utf-8")
    return folder


def test_evaluate_measures_and_leaves_the_library_alone(wence: Wence, tmp_path: Path, home: Path) -> None:
    figures = wence("evaluate", "--golden", golden(tmp_path), "--json").json
    assert (figures["ask"]["n"], figures["dialog"]["n"]) == (1, 1)
    assert 0.0 <= figures["search"]["recall_at_5"] <= 1.0
    assert not home.exists()


def test_evaluate_asks_the_documents_beside_the_questions_where_there_are_any(wence: Wence, tmp_path: Path) -> None:
    laws = ROOT / "tests" / "golden" / "laws"
    (tmp_path / "documents").mkdir()
    name = "职工带薪年休假条例.md"
    (tmp_path / "documents" / name).write_bytes((laws / "documents" / name).read_bytes())
    whether = next(line for line in (laws / "questions.jsonl").read_text("utf-8").splitlines() if "whether-01" in line)
    (tmp_path / "questions.jsonl").write_text(whether, encoding="utf-8")
    (tmp_path / "dialogs.jsonl").touch()
    figures = wence("evaluate", "--golden", tmp_path, "--json").json
    assert (figures["ask"]["n"], figures["ask"]["verbatim"], figures["search"]["recall_at_5"]) == (1, 1, 1)


def test_evaluate_names_the_folder_without_questions(wence: Wence, tmp_path: Path) -> None:
    done = wence("evaluate", "--golden", tmp_path)
    assert done.code == 1
    assert "questions.jsonl" in done.err


# --- batches --------------------------------------------------------------------------


def test_a_batch_of_searches_keeps_ids(library: Wence, tmp_path: Path) -> None:
    questions = lines(tmp_path / "in.jsonl", {"id": "a", "question": QUESTION}, {"id": 2, "question": "氢能"})
    done = library("search", "--batch", questions, "--out", tmp_path / "out.jsonl", "-k", 3)
    assert (done.code, done.out) == (0, "")
    rows = rows_of(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == ["a", 2]
    assert all(len(row["hits"]) == 3 and set(row["hits"][0]) >= PASSAGE for row in rows)


def test_a_batch_without_out_goes_to_standard_output(library: Wence, tmp_path: Path) -> None:
    questions = lines(tmp_path / "in.jsonl", {"id": "a", "question": QUESTION})
    done = library("search", "--batch", questions, "-k", 1)
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["a"]


def test_a_batch_of_questions_answers_as_single_questions_do(library: Wence, tmp_path: Path) -> None:
    questions = lines(tmp_path / "in.jsonl", {"id": "a", "question": QUESTION})
    library("ask", "--batch", questions, "--out", tmp_path / "out.jsonl")
    alone = library("ask", QUESTION, "--json").json
    assert rows_of(tmp_path / "out.jsonl") == [{"id": "a", **alone}]


def test_of_a_conversation_the_last_reply_is_written(library: Wence, tmp_path: Path) -> None:
    turns = [QUESTION, "山东呢？"]
    questions = lines(tmp_path / "in.jsonl", {"id": "d", "turns": turns}, {"id": "s", "turns": [QUESTION]})
    library("ask", "--batch", questions, "--out", tmp_path / "out.jsonl")
    conversation, single = rows_of(tmp_path / "out.jsonl")
    assert single == {"id": "s", **library("ask", QUESTION, "--json").json}
    assert conversation["question"] != single["question"]


@pytest.mark.parametrize(
    ("second_line", "said"),
    [
        ("{not json", "JSON"),
        ("[]", "id"),
        ('{"question": "氢能"}', "id"),
        ('{"id": 1}', "question"),
        ('{"id": 1, "question": "氢能", "turns": ["氢能"]}', "question"),
        ('{"id": 1, "question": ""}', "question"),
        ('{"id": 1, "question": 7}', "question"),
        ('{"id": 1, "turns": []}', "turns"),
        ('{"id": 1, "turns": ["氢能", " "]}', "turns"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    library: Wence, tmp_path: Path, second_line: str, said: str
) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id": 0, "question": "氢能"}\n' + second_line + "\n", encoding="utf-8")
    done = library("ask", "--batch", questions, "--out", tmp_path / "out.jsonl")
    assert done.code == 1
    assert "第 2 行" in done.err
    assert said in done.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["in.jsonl"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: folder / "no-such-folder" / "out.jsonl",
        lambda folder: folder,
    ],
)
def test_an_out_that_cannot_be_written_is_named(library: Wence, tmp_path: Path, spoil: Callable[[Path], Path]) -> None:
    questions = lines(tmp_path / "in.jsonl", {"id": "a", "question": "氢能"})
    out = spoil(tmp_path)
    done = library("search", "--batch", questions, "--out", out)
    assert done.code == 1
    assert str(out) in done.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["in.jsonl"]


def test_a_search_batch_takes_no_conversations(library: Wence, tmp_path: Path) -> None:
    questions = lines(tmp_path / "in.jsonl", {"id": "d", "turns": ["氢能", "风电呢"]})
    done = library("search", "--batch", questions, "--out", tmp_path / "out.jsonl")
    assert done.code == 1
    assert "turns" in done.err


def test_a_batch_file_in_another_encoding_is_named(library: Wence, tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_bytes('{"id": 1, "question": "氢能"}'.encode("gb18030"))
    done = library("ask", "--batch", questions)
    assert done.code == 1
    assert "in.jsonl" in done.err
    assert "UTF-8" in done.err


def test_the_list_says_what_users_have_stated_of_a_document(wence: Wence, notice: Path) -> None:
    wence("ingest", notice)
    with build(load()) as services:
        status = DocumentStatus(Validity.REPEALED, effective_from="2021-05-06", enabled=False)
        services.keeper.state(notice.name, status, True)
    for said in ("已废止", "自 2021-05-06 施行", "已停用", "只留本机"):
        assert said in wence("list").out
    assert "repealed" in wence("--language", "en", "list").out
    assert wence("list", "--json").json[0]["status"]["validity"] == "repealed"
    assert wence("search", "节水", "--json").code == EMPTY


@pytest.mark.parametrize(("language", "said"), [("zh", "检查所设的语言模型"), ("en", "Check whether the chat model")])
def test_a_group_without_its_verb_prints_its_help_and_nothing_else(wence: Wence, language: str, said: str) -> None:
    done = wence("--language", language, "model")
    assert (done.code, done.out) == (2, "")
    assert done.err == wence("--language", language, "model", "--help").out
    assert said in done.err
