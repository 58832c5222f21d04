"""Tables of targets as spreadsheets, papers and pictures."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from assistant.export import to_docx, to_markdown
from assistant.export.pdf import PROGRAMS, converted
from assistant.targets import TargetTable, targets
from assistant.targets.paper import of_targets
from assistant.targets.plot import drawn
from assistant.targets.series import comparable
from assistant.targets.sheet import to_xlsx
from assistant.targets.wording import CHINESE, ENGLISH, measure_text, value_text
from tests.assistant.targets.test_table import Held

PLAN = (
    "江苏省新能源发展规划\n一、目标\n到2025年，非化石能源占比达到20%左右，力争培育8—10个人才团队。"
    "到2030年，非化石能源占比达到35%以上。\n二、任务\n重点培养5—10个人才团队，建成加氢站3座。"
)


def calc() -> bool:
    """Is there a LibreOffice with its spreadsheet? Servers often have the word processor alone."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    return found is not None and Path(found).resolve().with_name("libsclo.so").exists()


@pytest.fixture(scope="module")
def table() -> TargetTable:
    return targets(Held(PLAN))


def test_a_spreadsheet_holds_numbers_as_numbers_and_text_as_text(table: TargetTable) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(table))).active
    rows = [{head.value: cell for head, cell in zip(sheet[1], row, strict=True)} for row in sheet.iter_rows(min_row=2)]
    assert [row["数值"].value for row in rows] == [20, 8, 35, 5, 3]
    assert [row["数值上限"].value for row in rows] == [None, 10, None, 10, None]
    assert [row["目标年份"].value for row in rows] == [2025, 2025, 2030, None, None]
    assert [row["核对"].value or "" for row in rows] == ["", "不一致（1）", "", "不一致（1）", ""]
    assert rows[1]["目标值"].value == "力争8—10个"
    assert {cell.data_type for row in rows for cell in row.values()} <= {"s", "n"}


def test_words_that_begin_like_a_formula_stay_words(table: TargetTable) -> None:
    row = table.rows[0].model_copy(update={"indicator": "=1+1", "quote": "\x07铃"})
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(table.model_copy(update={"rows": (row,)})))).active
    cell = next(cell for cell in sheet[2] if cell.value == "=1+1")
    assert cell.data_type == "s"


@pytest.mark.slow
@pytest.mark.skipif(not calc(), reason="there is no LibreOffice Calc here")
def test_libreoffice_opens_the_spreadsheet_and_reads_the_same_cells(table: TargetTable) -> None:
    content = to_xlsx(table)
    found = converted(content, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76").decode("utf-8")
    opened = list(csv.reader(io.StringIO(found)))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    kept = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert opened == kept
    assert "20%左右" in opened[1]


def test_a_paper_marks_each_row_with_its_clause(table: TargetTable) -> None:
    written = to_markdown(of_targets(table))
    assert "| 江苏 | 非化石能源占比 | 20%左右[1] | 2025 | 存量 |" in written
    assert "- [2] 《江苏省新能源发展规划》二" in written


def test_a_paper_becomes_a_word_file_with_its_table(table: TargetTable) -> None:
    from docx import Document

    grid = Document(io.BytesIO(to_docx(of_targets(table)))).tables[0]
    assert len(grid.rows) == 1 + len(table.rows)
    assert grid.rows[0].cells[1].text == "指标"


def test_what_may_be_compared_is_one_thing_at_two_times_or_places(table: TargetTable) -> None:
    found = comparable(table.rows)
    assert [(one.name, [row.year for row in one.rows]) for one in found] == [
        ("非化石能源占比", [2025, 2030]),
        ("人才团队", [2025, None]),
    ]


def test_stocks_and_flows_are_not_compared() -> None:
    found = targets(Held("甲\n", "山东省规划\n一、培育企业1000家。", "江苏省规划\n一、新增企业1000家。"))
    assert len(found.rows) == 2
    assert comparable(found.rows) == ()


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_a_picture_draws_each_value_to_scale(table: TargetTable, words: object) -> None:
    picture = ElementTree.fromstring(drawn(comparable(table.rows)[:1], words))
    bars = [float(one.get("width")) for one in picture.iter("{http://www.w3.org/2000/svg}rect")][1:]
    assert bars[0] / bars[1] == pytest.approx(20 / 35, abs=0.01)
    texts = [one.text for one in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert any("20%左右" in text for text in texts)


def test_a_picture_escapes_the_words_of_documents() -> None:
    found = targets(Held("某市规划\n一、到2025年，<b>甲</b>占比达到20%。到2030年，<b>甲</b>占比达到30%。"))
    assert "<b>" not in drawn(comparable(found.rows), CHINESE)
    assert len(comparable(found.rows)) == 1


SHOWN = (
    "某省能源发展规划\n一、目标\n力争2030年前实现碳达峰。到2025年，国家高新区、省级高新区单位工业增加值综合能耗分别降至"
    "0.3吨、0.4吨标准煤/万元以下，碳排放年均削减率4%以上，碳排放强度比2020年下降18%。打造百里风貌带，建成百万吨级基地。"
)


@pytest.mark.parametrize(
    ("indicator", "value", "measure"),
    [
        ("碳达峰", "力争2030年前", "—"),
        ("单位工业增加值综合能耗", "0.3吨标准煤/万元以下", "存量"),
        ("碳排放年均削减率", "4%以上", "—"),
        ("碳排放强度", "比2020年下降18%", "—"),
        ("基地", "百万吨级", "存量"),
    ],
)
def test_a_value_is_shown_with_its_unit_and_binding_and_a_change_is_no_stock(
    indicator: str, value: str, measure: str
) -> None:
    row = next(row for row in targets(Held(SHOWN)).rows if row.indicator == indicator)
    assert value_text(row, CHINESE).endswith(value.removeprefix("力争"))
    assert measure_text(row, CHINESE) == measure


def test_a_figure_that_is_part_of_a_name_is_no_number_in_a_spreadsheet() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(targets(Held(SHOWN))))).active
    rows = [{head.value: cell.value for head, cell in zip(sheet[1], row, strict=True)} for row in sheet.iter_rows()]
    amounts = {row["指标"]: (row["数值"], row["单位"]) for row in rows}
    assert amounts["风貌带"] == (None, None)
    assert amounts["基地"] == (1_000_000, "吨")
