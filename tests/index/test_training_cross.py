"""The training of the cross-encoder on a handful of made-up texts: which rivals, what is drawn, what comes out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from index.cross_encoder import FILE, BundledCrossEncoder
from index.static_embedder import BUNDLED_FOLDER, StaticEmbedder, bundled_table
from index.training import asked, composed, recipe
from index.training.cross import rivals
from index.training.cross.lessons import RIVALS, Lessons
from index.training.cross.rivals import Rows

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rows(data: Path, written: Path) -> Rows:
    seen, unseen = (recipe.read(data, written=written, held_out=held_out) for held_out in (False, True))
    return rivals.rows(seen, unseen, bundled_table(), written)


def test_a_question_comes_with_the_passage_that_answers_it(rows: Rows) -> None:
    row = next(one for one in rows.learned if one.set == composed.SET and one.question == "7座水厂哪年建好？")
    assert rows.passages[row.right].whole == "第7号节水方案 到2037年建成7座水厂。"


def test_rivals_are_the_other_articles_of_the_law_and_never_what_says_the_same(rows: Rows) -> None:
    row = next(one for one in rows.learned if one.set == asked.ON_LAWS)
    right = rows.passages[row.right]
    assert {rows.passages[at].title for at in row.kin} == {right.title}
    assert len(row.kin) == 2
    others = [rows.passages[at] for at in row.others]
    assert row.right not in (*row.kin, *row.others)
    assert not [one for one in others if one.text == right.text]


def test_what_is_held_out_is_not_learned_from(rows: Rows) -> None:
    assert rows.held_out
    assert not {row.right for row in rows.learned} & {row.right for row in rows.held_out if row.set == composed.SET}


def test_each_question_stands_before_its_passage_and_as_many_rivals(rows: Rows) -> None:
    table = bundled_table()
    said, passages = next(Lessons(rows, table, 1).batches(16))
    assert len(said) == len(passages) == 16 * (RIVALS + 1)
    right = {(tuple(table.pieces_of([row.question])[0])): rows.passages[row.right] for row in rows.learned}
    for start in range(0, len(said), RIVALS + 1):
        assert len({tuple(one) for one in said[start : start + RIVALS + 1]}) == 1
        passage = right[tuple(said[start])]
        text = table.pieces_of([passage.text])[0].tolist()
        assert passages[start].tolist()[-len(text) :] == text


def test_lessons_are_drawn_the_same_from_the_same_seed(rows: Rows) -> None:
    first, second = (
        [[one.tolist() for one in batch[1]] for batch in islice(Lessons(rows, bundled_table(), 4).batches(8), 3)]
        for _ in range(2)
    )
    assert first == second


@pytest.mark.slow
def test_one_command_makes_the_same_weights_twice(data: Path, written: Path, tmp_path: Path) -> None:
    made = []
    for run in ("first", "second"):
        shutil.copytree(BUNDLED_FOLDER, tmp_path / run, ignore=shutil.ignore_patterns(FILE))
        command = [sys.executable, "-m", "index.training.cross", "--data", str(data), "--out", str(tmp_path / run)]
        options = ["--steps", "2", "--width", "16", "--layers", "1", "--threads", "1", "--written", str(written)]
        subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)
        made.append((tmp_path / run / FILE).read_bytes())
    assert made[0] == made[1]
    encoder = BundledCrossEncoder(StaticEmbedder(tmp_path / "first"), tmp_path / "first")
    assert len(encoder.scores("谁来管水？", ["工业用水应当重复利用。", "会议讨论了节水。"])) == 2
