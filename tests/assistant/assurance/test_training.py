"""The training on made-up lessons, and from end to end on a few composed documents."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.assurance import training
from assistant.assurance.model import ANSWERS, DEALS, assurance_model
from assistant.assurance.signs import SIGNS
from assistant.assurance.training import Lesson, learn, measured, told_from_strangers
from index.static_embedder import BUNDLED_FOLDER

MATTERS = ("节水", "供热", "绿化", "采砂", "渔政", "消防", "停车", "燃气", "环卫", "路灯", "公厕", "排水")
CLAUSES = (
    ("一、{0}补贴每户最高不超过{1}00元。", "{0}补贴每户最多给多少钱"),
    ("二、申请{0}补贴的，应当在{1}个工作日内提交材料。", "申请{0}补贴几天内交材料"),
    ("三、{0}设施由镇人民政府负责维护。", "{0}设施谁负责维护"),
    ("四、{0}工作不合格的单位，取消当年评优资格。", "{0}工作不合格会怎样"),
)

STRANGE = (
    "夫妻一方所欠债务由谁偿还",
    "邻居在门口装摄像头侵犯隐私权吗",
    "仓储合同一定要书面签订吗",
    "死者的名誉受损谁能起诉",
    "公司解散后股东还要还债吗",
    "试用期被辞退有没有补偿",
)


def lessons(count: int = 400) -> list[Lesson]:
    """Of two signs that tell, one helps and one hinders."""
    random = np.random.default_rng(3)
    rows = random.normal(size=(count, len(SIGNS))).astype(np.float32)
    return [Lesson(row, bool(row[0] - row[1] > 0), bool(row[0] - row[1] > -0.5), at % 7) for at, row in enumerate(rows)]


def test_what_tells_is_learned_and_the_rest_is_not() -> None:
    made = lessons()
    model = learn(made)
    assert model.weights[0] > 0.5
    assert model.weights[1] < -0.5
    assert abs(model.weights[2:]).max() < 0.3
    figures = measured(model, made)
    assert figures["right above gone"] > 0.95
    assert figures["right doubted"] < 0.1 < 0.4 < figures["gone doubted"]


def test_strangers_are_told_from_right_choices() -> None:
    made = [replace(one, stranger=not one.answers) for one in lessons()]
    figures = told_from_strangers(learn(made), made)
    assert figures["right above strangers"] > 0.95
    assert figures["right refused"] < 0.05 < 0.15 < figures["strangers refused"]


def test_the_same_lessons_give_the_same_model() -> None:
    first, second = learn(lessons()), learn(lessons())
    assert (first.weights == second.weights).all()
    assert first.bias == second.bias


@pytest.mark.slow
def test_training_takes_clauses_out_and_writes_weights_that_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed, asked = tmp_path / "composed.tsv.xz", tmp_path / "asked.tsv.xz"
    asked.write_bytes(lzma.compress("\n".join(f"law:{at:08x}\t{one}" for at, one in enumerate(STRANGE)).encode()))
    lines = [
        f"P\t临溪县{matter}管理办法\t{clause.format(matter, at + 3)}\nQ\t{question.format(matter)}\n"
        for at, matter in enumerate(MATTERS)
        for clause, question in CLAUSES
    ]
    composed.write_bytes(lzma.compress("".join(lines).encode("utf-8")))
    monkeypatch.setattr(training, "HELD_OUT", 2)
    files = ["--composed", str(composed), "--asked", str(asked), "--out", str(tmp_path)]
    monkeypatch.setattr("sys.argv", ["training", "--table", str(BUNDLED_FOLDER), *files])
    training.main()
    for part, figure in ((ANSWERS, "right above gone"), (DEALS, "right above strangers")):
        stored = json.loads((tmp_path / part).read_text(encoding="utf-8"))
        assert stored["questions"] > len(MATTERS)
        assert stored["figures"]["held out"][figure] > 0.6
        model = assurance_model(tmp_path / part)
        assert 0 < model.probability(model.mean) < 1
