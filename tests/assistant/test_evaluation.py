"""Each figure of an evaluation falls for its own fault, and only for that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.evaluation import bundled_texts, evaluate
from assistant.figures import AnswerRow, Evaluation
from assistant.golden import GoldenDialog, GoldenQuestion, QuestionType, load_dialogs, load_questions
from assistant.models import Answer, AnswerStatus, Citation, CitationStatus, Passage, Turn
from corpus.errors import InputError

SENTENCE = "到2025年，新增绿色低碳高新技术企业 500 家以上。"
CLAUSE = f"（三）主要目标\n{SENTENCE}争创省部级平台 1—2 家。"
OTHER = "第一条 为了规范管理，制定本办法。"
SOURCES = {"宁波.txt": f"一、总体要求\n\n{CLAUSE}\n\n-\n\n二、重点任务", "办法.txt": OTHER}

QUESTION = GoldenQuestion(
    id="q1",
    type=QuestionType.FACT,
    style="paraphrase",
    question="宁波新增多少家？",
    source=("宁波.txt",),
    path=("一 > （三）",),
    evidence=("新增绿色低碳高新技术企业500家以上",),
    must=("500家|五百家",),
    limit=40,
)
UNANSWERABLE = GoldenQuestion(
    id="u1",
    type=QuestionType.UNANSWERABLE,
    style="colloquial",
    question="杭州新增多少家？",
    source=("宁波.txt",),
    path=("一 > （三）",),
    evidence=(),
    must=(),
    limit=0,
    near="新增绿色低碳高新技术企业500家以上",
)
DIALOG = GoldenDialog(
    id="d1",
    type=QuestionType.DIALOG,
    turns=("宁波新增多少家？", "平台呢？"),
    source=("宁波.txt",),
    path=("一 > （三）",),
    evidence=("争创省部级平台1—2家",),
    must=("1-2",),
    limit=40,
)

HIT = Passage(source="宁波.txt", path="一 > （三）", text=CLAUSE)
ELSEWHERE = Passage(source="办法.txt", path="第一条", text=OTHER)
CITATION = Citation(
    **HIT.model_dump(), mark=1, quote="新增绿色低碳高新技术企业 500 家以上", status=CitationStatus.VERIFIED
)
RIGHT = Answer(status=AnswerStatus.ANSWERED, answer="到2025年，新增 500 家以上。[1]", citations=(CITATION,))
REFUSAL = Answer(status=AnswerStatus.REFUSED, answer="现有文件没有回答这个问题。", nearest=(ELSEWHERE, HIT))
PLATFORMS = Answer(
    status=AnswerStatus.ANSWERED,
    answer="争创省部级平台 1—2 家。[1]",
    citations=(CITATION.model_copy(update={"quote": "争创省部级平台 1—2 家"}),),
)


class Replies:
    """Stands for the assistant: gives set answers and hits, and keeps what it was asked."""

    def __init__(self, hits: Sequence[Passage] = (HIT,), **answers: Answer) -> None:
        self.hits = tuple(hits)
        self.answers = {"q1": RIGHT, "u1": REFUSAL, "d1": PLATFORMS} | answers
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, *, history: Sequence[Turn] = ()) -> Answer:
        self.asked.append((question, tuple(turn.question for turn in history)))
        known = {UNANSWERABLE.question: "u1", DIALOG.turns[1]: "d1"}
        return self.answers[known.get(question, "q1")]

    def search(self, query: str, k: int = 10) -> tuple[Passage, ...]:
        return self.hits[:k]


def measured(assistant: Replies) -> Evaluation:
    return evaluate(assistant, [QUESTION, UNANSWERABLE], [DIALOG], sources=SOURCES)


def row_of(answer: Answer) -> AnswerRow:
    return measured(Replies(q1=answer)).answers[0]


def cited(**changes: object) -> Answer:
    return RIGHT.model_copy(update={"citations": (CITATION.model_copy(update=changes),)})


def test_right_answers_reach_every_figure() -> None:
    figures = measured(Replies())

    assert figures.search.model_dump() == {"n": 1, "recall_at_1": 1, "recall_at_5": 1, "in_1000_characters": 1}
    for part in (figures.ask, figures.dialog):
        assert set(part.model_dump(exclude={"n"}).values()) == {1.0}
    assert figures.refuse.model_dump() == {
        "n": 1,
        "unanswerable_refused": 1,
        "near_shown": 1,
        "answerable_refused": 0,
    }


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        (RIGHT, ()),
        (RIGHT.model_copy(update={"answer": "新增一批企业。[1]"}), ("complete",)),
        (RIGHT.model_copy(update={"answer": "新增1500家以上。[1]"}), ("complete",)),
        (RIGHT.model_copy(update={"answer": "新增500家以上。[1]" + "此外还有别的说明。" * 5}), ("concise",)),
        (cited(quote="争创省部级平台 1—2 家"), ("cited",)),
        (RIGHT.model_copy(update={"citations": ()}), ("cited", "verbatim")),
        (cited(**ELSEWHERE.model_dump(), quote="为了规范管理"), ("cited",)),
        (cited(quote="新增绿色低碳高新技术企业 600 家以上"), ("cited", "verbatim")),
        (cited(quote="500"), ("cited", "verbatim")),
        (cited(text=CLAUSE.replace("500", "600"), quote="新增绿色低碳高新技术企业"), ("cited", "verbatim")),
        (cited(source="没有.txt"), ("cited", "verbatim")),
        (RIGHT.model_copy(update={"status": AnswerStatus.REFUSED}), ("refused",)),
        (REFUSAL, ("complete", "cited", "refused")),
    ],
)
def test_a_fault_makes_an_answer_wrong_and_is_named(answer: Answer, faults: tuple[str, ...]) -> None:
    row = row_of(answer)
    assert row.faults == faults
    assert row.right is (not faults)


def test_one_unsound_citation_beside_a_sound_one_is_not_verbatim() -> None:
    both = RIGHT.model_copy(update={"citations": (CITATION, CITATION.model_copy(update={"quote": "没有这句话"}))})
    assert row_of(both).faults == ("verbatim",)


@pytest.mark.parametrize(
    ("path", "named"),
    [("一 > （三）", True), ("一 > (三)", True), ("一>三", True), ("一 > （二）", False)],
)
def test_the_path_of_a_citation_counts_apart_from_rightness(path: str, named: bool) -> None:
    row = row_of(cited(path=path))
    assert (row.path, row.right) == (named, True)


def test_a_refused_answerable_question_raises_its_share() -> None:
    figures = measured(Replies(q1=REFUSAL))
    assert figures.refuse.answerable_refused == 1
    assert figures.ask.right == 0


def test_an_answered_unanswerable_question_lowers_both_shares() -> None:
    figures = measured(Replies(u1=RIGHT))
    assert (figures.refuse.unanswerable_refused, figures.refuse.near_shown) == (0, 0)


def test_a_near_clause_that_is_not_among_the_first_three_is_not_shown() -> None:
    buried = REFUSAL.model_copy(update={"nearest": (ELSEWHERE, ELSEWHERE, ELSEWHERE, HIT)})
    figures = measured(Replies(u1=buried))
    assert (figures.refuse.unanswerable_refused, figures.refuse.near_shown) == (1, 0)


LONG = Passage(source="宁波.txt", path="二", text="长" * 700)


@pytest.mark.parametrize(
    ("hits", "first", "five", "within"),
    [
        ([HIT], 1, 1, 1),
        ([ELSEWHERE, HIT], 0, 1, 1),
        ([ELSEWHERE] * 5 + [HIT], 0, 0, 1),
        ([LONG, LONG, HIT], 0, 1, 0),
        ([HIT.model_copy(update={"source": "办法.txt"})], 0, 0, 0),
        ([HIT.model_copy(update={"text": CLAUSE + "长" * 1000})], 0, 0, 0),
        ([], 0, 0, 0),
    ],
)
def test_search_figures_fall_with_the_place_of_the_evidence(
    hits: list[Passage], first: float, five: float, within: float
) -> None:
    figures = measured(Replies(hits)).search
    assert (figures.recall_at_1, figures.recall_at_5, figures.in_1000_characters) == (first, five, within)


def test_recall_is_the_share_of_the_evidence() -> None:
    both = QUESTION.model_copy(update={"evidence": (*QUESTION.evidence, "二、重点任务")})
    assert evaluate(Replies(), [both], [], sources=SOURCES).search.recall_at_5 == 0.5


def test_the_last_turn_of_a_dialog_is_scored_with_the_turns_before_as_history() -> None:
    assistant = Replies()

    figures = measured(assistant)

    assert assistant.asked[-1] == ("平台呢？", ("宁波新增多少家？",))
    assert figures.dialog.right == 1
    assert measured(Replies(d1=RIGHT)).dialog.right == 0


def test_a_page_break_in_the_source_does_not_make_a_passage_unsound() -> None:
    broken = {"宁波.txt": "新增绿色低碳高新\n\n-\n\n技术企业500家以上"}
    mended = cited(text="新增绿色低碳高新技术企业500家以上")
    assert evaluate(Replies(q1=mended), [QUESTION], [], sources=broken).answers[0].verbatim


def test_progress_is_told_after_each_question() -> None:
    told: list[tuple[int, int]] = []
    evaluate(
        Replies(),
        [QUESTION, UNANSWERABLE],
        [DIALOG],
        sources=SOURCES,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_without_sources_the_bundled_documents_are_compared_with() -> None:
    assert len(bundled_texts()) == 5
    assert evaluate(Replies(), [QUESTION], []).ask.verbatim == 0


def test_an_evaluation_survives_json() -> None:
    figures = measured(Replies())
    assert Evaluation.model_validate_json(figures.model_dump_json()) == figures


@pytest.mark.parametrize(
    "line",
    ["{", "[]", json.dumps({"id": "q"}), QUESTION.model_copy(update={"id": "x"}).model_dump_json()[:-1] + ',"more":1}'],
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "题.jsonl"
    path.write_text(QUESTION.model_dump_json() + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"“题.jsonl”第 3 行"):
        load_questions(path)


def test_a_dialog_has_at_least_two_turns(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(DIALOG.model_copy(update={"turns": ("一问",)}).model_dump_json(), encoding="utf-8")
    with pytest.raises(InputError, match="turns"):
        load_dialogs(path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_of_questions_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "题.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"无法读取题目文件“题.jsonl”"):
        load_questions(path)
