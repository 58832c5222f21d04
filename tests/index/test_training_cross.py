"""The training of the cross-encoder on a handful of made-up texts: which rivals, what is drawn, what comes out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from index.cross_encoder import FILE, BundledCrossEncoder
from index.static_embedder import BUNDLED_FOLDER, StaticEmbedder, bundled_table
from index.training import asked, composed, recipe
from index.training.cross import apart, rivals
from index.training.cross.apart import Fold
from index.training.cross.lessons import RIVALS, Lessons, tensors
from index.training.cross.network import CrossEncoder
from index.training.cross.rivals import Rows
from index.training.recipe import Material

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folds(data: Path, written: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Fold]:
    seen = recipe.read(data, written=written)
    return apart.folds(seen, bundled_table(), tmp_path_factory.mktemp("tables"), steps=2, seed=1)


@pytest.fixture(scope="module")
def rows(data: Path, written: Path, folds: list[Fold]) -> Rows:
    seen, unseen = (recipe.read(data, written=written, held_out=held_out) for held_out in (False, True))
    return rivals.rows(seen, unseen, folds, bundled_table(), written)


def test_each_question_is_of_one_fold_and_with_all_others_on_its_text(data: Path, written: Path) -> None:
    seen = recipe.read(data, written=written)
    dealt = [apart.part(seen, number) for number in range(apart.FOLDS)]
    for name, rows in seen.questions.items():
        texts = [{recipe.held_out_key(one) for one in part.questions[name]} for part in dealt]
        assert sum(len(part.questions[name]) for part in dealt) == len(rows)
        assert not texts[0] & texts[1]
    assert all(any(part.questions.values()) for part in dealt)


def test_a_table_is_made_of_the_questions_of_the_other_folds(
    data: Path, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = recipe.read(data, written=written)
    laid_out: list[Material] = []
    real = recipe.lay_out
    monkeypatch.setattr(recipe, "lay_out", lambda material, pieces: laid_out.append(material) or real(material, pieces))
    folds = apart.folds(seen, bundled_table(), tmp_path, steps=1, seed=1)
    for number, made_of in enumerate(laid_out):
        assert made_of.questions == apart.part(seen, 1 - number).questions
        assert made_of.laws == seen.laws
        assert folds[number].asked.questions == apart.part(seen, number).questions


def test_tables_that_were_kept_are_not_made_again(data: Path, written: Path, tmp_path: Path) -> None:
    seen = recipe.read(data, written=written)
    first = apart.folds(seen, bundled_table(), tmp_path, steps=1, seed=1)
    again = apart.folds(seen, bundled_table(), tmp_path, steps=9, seed=2)
    assert [fold.embedder.name for fold in again] == [fold.embedder.name for fold in first]


def test_a_table_is_turned_to_lie_as_another_does() -> None:
    random = np.random.default_rng(5)
    wanted = random.normal(size=(300, 16)).astype(np.float32)
    turn, _ = np.linalg.qr(random.normal(size=(16, 16)))
    turned = apart.aligned((wanted @ turn * 3).astype(np.float32), wanted, np.arange(300) + 1)
    assert np.allclose(turned, wanted * 3, atol=1e-3)


def test_a_question_is_read_with_the_table_of_its_fold(rows: Rows, folds: list[Fold]) -> None:
    dealt = {
        number: {(one.question, one.passage) for of in fold.asked.questions.values() for one in of}
        for number, fold in enumerate(folds, 1)
    }
    composed_rows = [row for row in rows.learned if row.set == composed.SET]
    assert {row.fold for row in composed_rows} == {1, 2}
    assert all((row.question, rows.passages[row.right].whole) in dealt[row.fold] for row in composed_rows)
    assert {row.fold for row in rows.held_out} == {0}
    of_fold = {row.question: row.fold for row in composed_rows}
    batch = next(Lessons(rows, bundled_table(), 1).batches(8))
    pieces = {tuple(bundled_table().pieces_of([one])[0]): fold for one, fold in of_fold.items()}
    assert {pieces.get(tuple(one), batch.fold) for one in batch.asked} == {batch.fold}


def test_the_network_reads_with_the_table_it_is_told() -> None:
    table = bundled_table().table
    network = CrossEncoder([table, np.roll(table, 1, axis=0)], width=16, layers=1).eval()
    sides = (*tensors([np.arange(5)]), *tensors([np.arange(9)]))
    with torch.no_grad():
        assert float(network(*sides, 0)) != float(network(*sides, 1))


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
    batch = next(Lessons(rows, table, 1).batches(16))
    said, passages = batch.asked, batch.said
    assert len(said) == len(passages) == 16 * (RIVALS + 1)
    right = {(tuple(table.pieces_of([row.question])[0])): rows.passages[row.right] for row in rows.learned}
    for start in range(0, len(said), RIVALS + 1):
        assert len({tuple(one) for one in said[start : start + RIVALS + 1]}) == 1
        passage = right[tuple(said[start])]
        text = table.pieces_of([passage.text])[0].tolist()
        assert passages[start].tolist()[-len(text) :] == text


def test_lessons_are_drawn_the_same_from_the_same_seed(rows: Rows) -> None:
    first, second = (
        [[one.tolist() for one in batch.said] for batch in islice(Lessons(rows, bundled_table(), 4).batches(8), 3)]
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
        options += ["--table-steps", "2"]
        subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True)
        made.append((tmp_path / run / FILE).read_bytes())
    assert made[0] == made[1]
    encoder = BundledCrossEncoder(StaticEmbedder(tmp_path / "first"), tmp_path / "first")
    assert len(encoder.scores("谁来管水？", ["工业用水应当重复利用。", "会议讨论了节水。"])) == 2
