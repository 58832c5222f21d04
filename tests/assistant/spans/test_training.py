"""The training code on a made-up folder of documents and questions."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from assistant.spans import training
from assistant.spans.model import span_model

TEXT = (
    "某市{name}工作通知。近日，某市召开会议。"
    "对{name}企业，给予{money}万元奖励，由市{name}局发放。会议还听取了其他汇报。"
)
NAMES = ("节水", "节能", "环保", "科技", "农业", "水利")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    rows = []
    for at, name in enumerate(NAMES):
        (tmp_path / "documents" / f"{name}.txt").write_text(TEXT.format(name=name, money=10 + at), encoding="utf-8")
        rows.append(
            {"question": f"{name}企业奖励多少钱？", "source": f"{name}.txt", "answer": f"给予{10 + at}万元奖励"}
        )
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "questions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_training_writes_weights_that_the_reader_takes_and_reports_on_what_was_held_out(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, out = tmp_path / "passages.jsonl.xz", tmp_path / "weights.json"
    with lzma.open(beside, "wt", encoding="utf-8") as lines:
        for at, name in enumerate(NAMES):
            row = {
                "set": training.PASSAGES,
                "question": f"{name}由谁发放？",
                "passage": TEXT.format(name=name, money=at),
                "answer": f"市{name}局",
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    monkeypatch.setattr(training, "EPOCHS", 3)
    words = ["training", "--data", str(data), "--beside", str(beside), "--out", str(out), "--seed", "1"]
    monkeypatch.setattr("sys.argv", words)
    training.main()
    first = out.read_bytes()
    stored = json.loads(first)
    assert set(stored["overlap"]) == {"held out", "learned", "passages held out", "passages learned"}
    assert 0 < stored["overlap"]["learned"] <= 1
    assert span_model(out).probabilities(np.zeros((2, len(stored["features"])), np.float32)).shape == (2,)
    training.main()
    assert out.read_bytes() == first
