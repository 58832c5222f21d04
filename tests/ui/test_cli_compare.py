"""Comparisons from the command line: by topic, of versions, and as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.ui.conftest import Wence

JIANGSU = "江苏省科技支撑碳达峰碳中和实施方案.txt"
NINGBO = "宁波市碳达峰碳中和科技创新行动方案.txt"


def test_documents_stand_side_by_side_with_their_references(library: Wence) -> None:
    done = library("compare", JIANGSU, NINGBO, "--topic", "人才")
    assert done.code == 0
    assert "| 事项 | 江苏 | 宁波 |" in done.out
    assert "（苏科发〔2023〕11号）二（五）20" in done.out


def test_json_has_columns_rows_and_citations(library: Wence) -> None:
    found = library("compare", JIANGSU, NINGBO, "--json").json
    assert [column["source"] for column in found["columns"]] == [JIANGSU, NINGBO]
    assert {"主要目标"} <= {row["topic"] for row in found["rows"]}
    assert all(citation["status"] == "verified" for citation in found["citations"])


def test_two_versions_are_told_by_themselves_and_one_may_be_a_file(wence: Wence, tmp_path: Path) -> None:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    articles = [f"第{number}条 河道{number}由第{number}级人民政府管理。" for number in "一二三四五六"]
    old.write_text("河道管理条例\n\n" + "\n\n".join([*articles, "第七条 处200元罚款。"]), encoding="utf-8")
    new.write_text("河道管理条例\n\n" + "\n\n".join([*articles, "第七条 处500元罚款。"]), encoding="utf-8")
    assert wence("ingest", old).code == 0
    done = wence("compare", "旧.txt", new)
    assert done.code == 0
    assert "〔删：200〕〔增：500〕" in done.out
    assert wence("list").out.count(".txt") == 1
    assert "| 事项 |" in wence("compare", "旧.txt", new, "--topics").out


def test_a_table_is_saved_as_a_word_file(library: Wence, tmp_path: Path) -> None:
    path = tmp_path / "比较.docx"
    done = library("compare", JIANGSU, NINGBO, "--docx", path)
    assert (done.code, done.out) == (0, "")
    table = Document(str(path)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["事项", "江苏", "宁波"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((JIANGSU,), 1, "2 到 8 份"),
        ((JIANGSU, "没有.txt"), 1, "没有.txt"),
        ((), 2, "NAME"),
    ],
)
def test_what_cannot_be_compared_is_said(library: Wence, words: tuple[str, ...], code: int, said: str) -> None:
    done = library("compare", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
