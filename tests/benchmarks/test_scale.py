"""The curve of time and memory: its sizes, its table, its picture."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import click
import pytest

from tests.benchmarks.passage_sets import Passage, Question
from tests.benchmarks.plot import Panel, Series, drawn
from tests.benchmarks.samples import sized
from tests.benchmarks.scale import COLUMNS, MEGABYTES, TIMES, extrapolated, panels, table
from tests.benchmarks.shelving import shelve
from tests.benchmarks.test_passages import ROOT, corpus_text, queries_text

SVG = "{http://www.w3.org/2000/svg}"


def test_beyond_the_corpus_passages_are_made_of_its_halves() -> None:
    passages = [Passage(1, "甲法第一条", "春夏秋冬"), Passage(2, "甲法第二条", "东南西北中")]
    more = sized(passages, [Question("问", frozenset({2}))], 60)
    assert more[:2] == passages
    assert len({passage.id for passage in more}) == len(more) == 60
    assert {passage.text for passage in more[2:]} == {"春夏秋冬", "春夏西北中", "东南西秋冬", "东南西西北中"}
    assert more == sized(passages, [Question("问", frozenset({2}))], 60)
    assert [len(one.chunks) for one in shelve(more)] == [2, 50, 8]


def test_a_curve_goes_through_its_points_on_logarithmic_axes() -> None:
    picture = ElementTree.fromstring(
        drawn([Panel("time <s>", (Series("p50", ((10, 1), (100, 10), (1000, 100))), Series("p95", ((10, 100),))))])
    )
    first, second = (line.attrib["points"].split() for line in picture.iter(f"{SVG}polyline"))
    (x1, y1), (x2, y2), (x3, y3) = ([float(number) for number in point.split(",")] for point in first)
    assert x2 - x1 == x3 - x2 > 0
    assert y1 - y2 == y2 - y3 > 0
    assert second == [f"{x1},{y3}"]
    assert {"time <s>", "p50", "p95", "clauses"} <= {text.text for text in picture.iter(f"{SVG}text")}


def test_a_size_that_was_not_run_carries_on_the_curves_and_says_so() -> None:
    run = {
        10: dict.fromkeys(TIMES, 1.0) | dict.fromkeys(MEGABYTES, 100.0),
        100: dict.fromkeys(TIMES, 4.0) | dict.fromkeys(MEGABYTES, 190.0),
    }
    further = extrapolated(run, 1000)
    assert further == dict.fromkeys(TIMES, 16.0) | dict.fromkeys(MEGABYTES, 1090)
    rows = table(run, {1000: further}).splitlines()
    assert rows[-1].startswith("| 1,000 (extrapolated) | 16.0 |")
    lines = list(ElementTree.fromstring(drawn(panels(run, {1000: further}))).iter(f"{SVG}polyline"))
    dashed = [line for line in lines if "stroke-dasharray" in line.attrib]
    assert len(lines) == 2 * len(dashed) == 12
    assert dashed[0].attrib["points"].split()[0] == lines[0].attrib["points"].split()[-1]
    with pytest.raises(click.UsageError, match="two sizes"):
        extrapolated({10: run[10]}, 100)


def test_the_command_keeps_figures_and_draws_them(tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(corpus_text(), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text(queries_text(), encoding="utf-8")
    kept = {"1000": dict.fromkeys(COLUMNS, 2.0)}
    (tmp_path / "kept.json").write_text(json.dumps(kept), encoding="utf-8")
    words = ["--sizes", "8", "--keep", str(tmp_path / "kept.json"), "--plot", str(tmp_path / "scale.svg")]
    files = [str(tmp_path / "corpus.jsonl"), str(tmp_path / "queries.jsonl")]
    line = [sys.executable, "-m", "tests.benchmarks.scale", *files, *words]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()
    assert rows[0].startswith("| clauses | index_s |")
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["8", "1,000"]
    figures = json.loads((tmp_path / "kept.json").read_text(encoding="utf-8"))
    assert figures["8"]["passages"] == 8
    assert figures["1000"] == kept["1000"]
    assert ElementTree.parse(tmp_path / "scale.svg").getroot().tag == f"{SVG}svg"
