"""The bundled cross-encoder: what torch learned is what numpy runs, each pair by itself."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
import torch

from corpus.errors import EmbedderUnusable
from index.cross_encoder import FILE, QUESTION_PIECES, TEXT_PIECES, BundledCrossEncoder, bundled_cross_encoder
from index.static_embedder import BUNDLED_FOLDER, bundled_table
from index.training.cross.lessons import tensors
from index.training.cross.network import CrossEncoder, export

QUESTION = "在河南遛狗，狗拉了屎我没马上捡，能罚我多少钱？"
RIGHT = "河南省文明行为促进条例 （三）不即时清理犬只粪便的；"
WRONG = "河南省文明行为促进条例 （二）在公共场所大声喧哗的；"
OF_ANOTHER_MATTER = "第三十九条 支持青浦区与吴江区、嘉善县以“一区多园”模式建设跨区域高新技术产业开发区。"


@pytest.fixture(scope="module")
def bundled():
    return bundled_cross_encoder()


def test_what_is_asked_in_other_words_is_known_by_both_sides(bundled):
    right, wrong, another = bundled.scores(QUESTION, [RIGHT, WRONG, OF_ANOTHER_MATTER])
    assert right > wrong > another


def test_a_text_is_judged_by_itself_whatever_stands_beside_it(bundled):
    together = bundled.scores(QUESTION, [RIGHT, WRONG, OF_ANOTHER_MATTER * 3])
    alone = [bundled.scores(QUESTION, [text])[0] for text in (RIGHT, WRONG, OF_ANOTHER_MATTER * 3)]
    assert np.allclose(together, alone, atol=1e-3)


def test_nothing_to_read_is_no_point_for_or_against(bundled):
    assert bundled.scores(QUESTION, ["", " "]).tolist() == [0.0, 0.0]
    assert bundled.scores("", [RIGHT]).tolist() == [0.0]
    assert bundled.scores(QUESTION, []).shape == (0,)


def test_only_the_first_pieces_of_a_long_text_are_read(bundled):
    long = RIGHT * 100
    assert len(bundled_table().pieces_of([long])[0]) > TEXT_PIECES
    assert np.isfinite(bundled.scores(QUESTION * 10, [long])).all()
    assert bundled.scores(QUESTION, [long])[0] == pytest.approx(bundled.scores(QUESTION, [long + WRONG])[0], abs=1e-4)


def test_numpy_runs_what_torch_has_learned(tmp_path):
    torch.manual_seed(3)
    table = bundled_table()
    network = CrossEncoder([table.table], width=16, layers=1).eval()
    export(network, tmp_path)
    texts = [RIGHT, WRONG, OF_ANOTHER_MATTER]
    asked = [table.pieces_of([QUESTION])[0][:QUESTION_PIECES]] * len(texts)
    with torch.no_grad():
        expected = network(*tensors(asked), *tensors(table.pieces_of(texts))).numpy()
    found = BundledCrossEncoder(table, tmp_path).scores(QUESTION, texts)
    assert np.allclose(found, expected, atol=5e-3)
    assert found.std() > 0


@pytest.mark.parametrize("content", [None, b"", b"not weights"])
def test_weights_that_cannot_be_read_are_said_so(tmp_path, content):
    shutil.copytree(BUNDLED_FOLDER, tmp_path / "model")
    (tmp_path / "model" / FILE).unlink()
    if content is not None:
        (tmp_path / "model" / FILE).write_bytes(content)
    with pytest.raises(EmbedderUnusable, match="无法读取"):
        BundledCrossEncoder(bundled_table(), tmp_path / "model")
