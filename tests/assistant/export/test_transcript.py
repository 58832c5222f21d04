"""A conversation on paper: marks that run through, and one list of references."""

from __future__ import annotations

from assistant.export import Grid, Heading, Line, Said, of_conversation, to_docx
from assistant.models import Citation, CitationStatus


def citation(mark: int, clause: str, quote: str = "新增1000家", document: str = "d") -> Citation:
    return Citation(
        source="甲.txt", path="一", text=f"{quote}。", title="甲方案", document_id=document, clause_id=clause,
        mark=mark, quote=quote, status=CitationStatus.VERIFIED,
    )  # fmt: skip


FIRST = Said("多少家？", "新增1000家。[1]", (citation(1, "c1"),))
AGAIN = Said(
    "在哪\n一条？", "**要点**\n\n见[1]与[2]，[9]不是标注。", (citation(1, "c2", "另一句话"), citation(2, "c1"))
)


def test_marks_run_through_and_the_same_quote_keeps_its_number() -> None:
    paper = of_conversation("对话", (FIRST, AGAIN), {})
    assert paper.blocks == (
        Heading("多少家？"),
        Line("新增1000家。[1]"),
        Heading("在哪 一条？"),
        Heading("要点", 2),
        Line("见[2]与[1]，[9]不是标注。"),
    )
    assert [note.marks for note in paper.notes] == [(1,), (2,)]
    assert [note.quote for note in paper.notes] == ["新增1000家", "另一句话"]


def test_marks_in_tables_run_through_too() -> None:
    table = Said("比较", "| 地区 | 数 |\n|---|---|\n| 江苏 | 1000[1] |", (citation(1, "c2", "一千家整"),))
    paper = of_conversation("对话", (FIRST, table), {})
    assert paper.blocks[-1] == Grid(("地区", "数"), (("江苏", "1000[2]"),))


def test_a_document_that_is_no_ground_any_more_says_why() -> None:
    paper = of_conversation("对话", (FIRST,), {"d": "（文件已移除）"})
    assert paper.notes[0].doubt == "（文件已移除）"
    assert to_docx(paper).startswith(b"PK")
