"""`wence targets` through the whole program, and its REST endpoint."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from tests.ui.conftest import Wence

SHANDONG = "山东省科技支撑碳达峰工作方案.txt"


def test_all_targets_come_with_value_year_place_and_clause(library: Wence) -> None:
    done = library("targets")
    assert done.code == 0
    assert len(re.findall(r"^  \S+ (?:\d{4}|未写明)  .*\]$", done.out, flags=re.MULTILINE)) == 91
    assert "江苏 2025  全省 光伏发电装机：3500万千瓦  [存量; 二 > （二） > 7]" in done.out
    assert "《济南新旧动能转换起步区碳达峰工作方案》（济起管发〔2024〕2号）" in done.out


def test_two_figures_for_one_thing_are_marked(library: Wence) -> None:
    rows = library("targets", "--document", SHANDONG, "--topic", "人才团队", "--json").json["rows"]
    told = [(row["printed"], row["agreement"]) for row in rows if row["indicator"] == "重大核心关键技术人才团队"]
    assert told == [("8—10 个", "differs"), ("5—10 个", "differs")]


def test_filters_narrow_together(library: Wence) -> None:
    rows = library("targets", "--place", "山东省", "--year", "2035", "--topic", "非化石能源", "--json").json["rows"]
    assert [(row["place"], row["low"], row["bound"]) for row in rows] == [("济南", 43.0, "at_least")]


def test_tables_are_saved_as_files(library: Wence, tmp_path: Path) -> None:
    files = {name: tmp_path / f"t.{name}" for name in ("xlsx", "docx", "md")}
    done = library("targets", *(word for name, path in files.items() for word in (f"--{name}", path)))
    assert (done.code, done.out) == (0, "")
    assert all(str(path) in done.err for path in files.values())
    assert openpyxl.load_workbook(files["xlsx"]).active.max_row == 92
    assert "绿色低碳技术领域高新技术企业 | 1000家[" in files["md"].read_text(encoding="utf-8")
    assert files["docx"].read_bytes().startswith(b"PK")


def test_comparable_values_are_drawn(library: Wence, tmp_path: Path) -> None:
    assert library("targets", "--plot", tmp_path / "t.svg").code == 0
    texts = [text.text or "" for text in ElementTree.parse(tmp_path / "t.svg").iter("{http://www.w3.org/2000/svg}text")]
    assert "非化石能源消费比重（%）" in texts
    assert "绿色低碳高新技术企业（增量，家）" in texts


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--document", "没有这份.txt"), 1, "没有这份.txt"),
        (("--topic", "火星", "--plot", "p.svg"), 1, "没有可比的数值"),
        (("--year", "明年"), 2, "应为 1900 到 2200 的整数"),
        (("--xlsx", "/没有/这里.xlsx"), 1, "这里.xlsx"),
        (("--sort", "颜色"), 2, "--sort"),
    ],
)
def test_what_cannot_be_done_is_said(
    library: Wence, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = library("targets", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_nothing_that_fits_is_no_failure(library: Wence) -> None:
    done = library("targets", "--topic", "火星")
    assert (done.code, done.out) == (0, "")
    assert "没有找到" in done.err
