"""A comparison sets documents side by side by topic: cited cells, and silence only where a scan has proved it."""

from __future__ import annotations

import re

import pytest

from assistant.answering import Assistant
from assistant.contrast import Contrast, compared, named
from assistant.contrast.alignment import align
from assistant.contrast.paper import of_contrast
from assistant.contrast.table import contrast
from assistant.contrast.units import units
from assistant.export import Grid
from assistant.models import CitationStatus
from assistant.wording import NOT_MENTIONED
from corpus.errors import DocumentUnknown, InputError
from corpus.models import Document, DocumentSummary
from corpus.text import fold
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import AREA, CITY, PROVINCE, STATE, TEXTS, rarity, read, summary_named


class Shelf:
    """The four documents by name."""

    def find(self, name: str) -> DocumentSummary:
        if name not in TEXTS:
            raise DocumentUnknown(name, name)
        return summary_named(name)

    def document(self, document_id: str) -> Document:
        return next(read(name) for name in TEXTS if read(name).id == document_id)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(summary_named(name) for name in TEXTS)


def table(assistant: Assistant, *names: str, topic: str = "") -> Contrast:
    found = compared(named(names, Shelf()), assistant, topic=topic)
    assert isinstance(found, Contrast)
    return found


@pytest.fixture(scope="module")
def both(assistant: Assistant) -> Contrast:
    return table(assistant, PROVINCE, CITY)


def test_units_are_the_headed_clauses_with_what_stands_below_them() -> None:
    labels = [unit.label for unit in units(read(PROVINCE), summary_named(PROVINCE))]
    assert labels == [
        *("依据和总体要求", "工作原则", "主要目标", "滴灌技术", "改造供水管网", "海水淡化", "资金支持", "人才支撑"),
    ]


def test_documents_are_aligned_by_what_their_clauses_are_about() -> None:
    topics = align([units(read(PROVINCE), summary_named(PROVINCE)), units(read(CITY), summary_named(CITY))], rarity())
    shared = [(topic.label, [unit.label for unit in topic.units]) for topic in topics if topic.documents == 2]
    assert ("主要目标", ["主要目标", "主要目标"]) in shared


def test_each_row_has_a_cell_for_each_document_and_cites_what_it_says(both: Contrast) -> None:
    assert [column.name for column in both.columns] == ["浙江", "绍兴"]
    goals = next(row for row in both.rows if row.topic == "主要目标")
    assert "300家" in goals.cells[0].text
    assert "80家" in goals.cells[1].text
    for row in both.rows:
        assert len(row.cells) == 2
        assert sum(not cell.silent for cell in row.cells) == 2


def test_marks_run_through_and_every_quote_stands_in_its_clause(both: Contrast) -> None:
    used = [int(mark) for row in both.rows for cell in row.cells for mark in re.findall(r"\[(\d+)\]", cell.text)]
    assert sorted(set(used)) == [one.mark for one in both.citations] == list(range(1, len(both.citations) + 1))
    for one in both.citations:
        assert one.status is CitationStatus.VERIFIED
        assert fold(one.quote) in fold(TEXTS[one.source])


def test_a_document_with_a_clause_of_its_own_is_never_silent(assistant_over: MakeAssistant) -> None:
    texts = {
        "甲省.txt": "甲省节水方案\n\n一、主要任务\n\n（一）加强宣传引导。营造良好氛围，促进全社会节水。\n",
        "乙市.txt": "乙市节水方案\n\n一、主要任务\n\n（一）强化宣传引导。每年开展节水宣传活动3次。\n",
    }
    assistant = assistant_over(texts)
    read_ = [(assistant.document(one.id), one) for one in assistant.documents()]
    found = compared(read_, assistant, versions=False)
    assert isinstance(found, Contrast)
    row = next(row for row in found.rows if "宣传" in row.topic)
    assert not any(cell.silent for cell in row.cells)


def test_on_a_topic_only_that_is_compared_and_silence_is_proved(assistant: Assistant) -> None:
    found = table(assistant, STATE, PROVINCE, CITY, topic="海水淡化")
    assert found.rows
    cells = {column.source: [row.cells[at] for row in found.rows] for at, column in enumerate(found.columns)}
    assert all(cell.text == NOT_MENTIONED for cell in cells[CITY])
    assert "海水淡化" not in TEXTS[CITY]
    assert any("海水淡化" in cell.text for cell in cells[STATE])
    assert any("海水淡化" in cell.text for cell in cells[PROVINCE])


def test_what_says_unmentioned_is_mentioned_nowhere(assistant: Assistant) -> None:
    for topic in ("海水淡化", "印染", "人才", "再生水", "火星"):
        found = table(assistant, *TEXTS, topic=topic)
        for row in found.rows:
            for column, cell in zip(found.columns, row.cells, strict=True):
                if cell.text == NOT_MENTIONED:
                    assert topic not in TEXTS[column.source], (topic, column.source)


def test_a_topic_that_no_document_speaks_of_is_one_row_of_silence(assistant: Assistant) -> None:
    found = table(assistant, PROVINCE, CITY, topic="火星探测")
    assert [[cell.text for cell in row.cells] for row in found.rows] == [[NOT_MENTIONED, NOT_MENTIONED]]
    assert found.citations == ()


def test_on_paper_it_is_a_table_with_a_column_a_document(both: Contrast) -> None:
    (block,) = of_contrast(both).blocks
    assert isinstance(block, Grid)
    assert block.head == ("事项", "浙江", "绍兴")
    assert len(block.rows) == len(both.rows)


def test_documents_are_named_each_once_and_in_that_order() -> None:
    assert [summary.name for _, summary in named([CITY, PROVINCE, CITY], Shelf())] == [CITY, PROVINCE]


def test_documents_may_be_named_as_people_call_them() -> None:
    assert [summary.name for _, summary in named(["浙江", "绍兴方案"], Shelf())] == [PROVINCE, CITY]


def test_a_name_that_could_mean_several_documents_is_unknown() -> None:
    with pytest.raises(DocumentUnknown):
        named([CITY, "浙江和绍兴"], Shelf())


@pytest.mark.parametrize("names", [[CITY], [CITY, CITY], []])
def test_one_document_is_no_comparison(names: list[str]) -> None:
    with pytest.raises(InputError, match="2"):
        named(names, Shelf())


def test_a_name_that_is_neither_in_the_library_nor_a_file_is_unknown() -> None:
    with pytest.raises(DocumentUnknown):
        named([CITY, "没有.txt"], Shelf(), files=True)


def test_three_documents_are_no_versions(assistant: Assistant) -> None:
    with pytest.raises(InputError, match="两份"):
        compared(named([CITY, PROVINCE, AREA], Shelf()), assistant, versions=True)


def test_a_figure_keeps_the_year_that_its_sentence_or_clause_on_goals_set_for_it(assistant_over: MakeAssistant) -> None:
    head = "省节水方案\n一、主要目标\n"
    texts = {
        "甲.txt": f"甲{head}到2025年，深入贯彻新发展理念，用水总量比2020年降低20%以上。",
        "乙.txt": f"乙{head}到2030年，全面贯彻新发展理念。\n——成果丰硕。取得重大科技成果10项以上。",
    }
    assistant = assistant_over(texts)
    documents = [(assistant.document(one.id), one) for one in assistant.documents()]
    said = "".join(cell.text for row in contrast(documents, assistant).rows for cell in row.cells)
    assert re.search("到2025年[^。]*比2020年降低20%以上", said)
    assert re.search("到2030年[^年]*成果10项以上", said)


OPENING = "为深入贯彻新发展理念，根据《中华人民共和国水法》，结合实际，制定本方案。"
PRINCIPLES = "一、总体要求\n（一）基本原则\n1.示范引领。坚持区域综合示范，引领绿色节水发展。"
DEMONSTRATION = "（一）区域综合示范\n支持建设区域综合示范县3个，设立示范资金2000万元。"


@pytest.fixture(scope="module")
def opened(assistant_over: MakeAssistant) -> Contrast:
    texts = {
        "甲.txt": f"甲省节水方案\n{OPENING}\n{PRINCIPLES}\n二、重点任务\n{DEMONSTRATION}\n"
        "（二）管网改造\n改造管网200公里。",
        "乙.txt": f"乙省节水方案\n{OPENING}\n{PRINCIPLES}\n二、重点任务\n（一）管网改造\n改造管网300公里。",
    }
    assistant = assistant_over(texts)
    return contrast([(assistant.document(one.id), one) for one in assistant.documents()], assistant)


def test_the_row_on_what_documents_rest_on_names_it_and_holds_no_purposes(opened: Contrast) -> None:
    row = next(row for row in opened.rows if row.topic == "依据和总体要求")
    assert all("《中华人民共和国水法》" in cell.text and "深入贯彻" not in cell.text for cell in row.cells)


def test_general_principles_fill_no_cell_of_a_task(opened: Contrast) -> None:
    assert opened.rows
    assert not any("引领绿色节水发展" in cell.text for row in opened.rows for cell in row.cells)


def test_a_figure_ahead_of_the_year_that_its_words_name_keeps_its_own(assistant_over: MakeAssistant) -> None:
    texts = {
        f"{name}.txt": f"{name}省节水方案\n一、主要目标\n到2025年，深入贯彻新发展理念，用水总量比2020年降低20%；"
        "到2030年，建成示范区50个。"
        for name in "甲乙"
    }
    assistant = assistant_over(texts)
    documents = [(assistant.document(one.id), one) for one in assistant.documents()]
    for cell in contrast(documents, assistant).rows[0].cells:
        assert re.search("到2025年[^。]*用水总量比2020年降低20%", cell.text)
