"""The weights are read once and fit the signs; what was never seen does not decide alone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.assurance.model import ANSWERS, DEALS, FARTHEST, FOLDER, assurance_model
from assistant.assurance.signs import SIGNS


def test_a_choice_with_the_usual_signs_is_neither_sure_nor_ruled_out() -> None:
    model = assurance_model()
    assert 0.1 < model.probability(model.mean) < 0.9


def test_a_sign_far_outside_counts_no_more_than_one_at_the_rim() -> None:
    model = assurance_model()
    rim, outside = model.mean + FARTHEST * model.scale, model.mean + 100 * model.scale
    assert model.probability(outside) == pytest.approx(model.probability(rim))


def test_weights_for_other_signs_are_an_error(tmp_path: Path) -> None:
    stored = json.loads((FOLDER / ANSWERS).read_text(encoding="utf-8"))
    other = tmp_path / ANSWERS
    other.write_text(json.dumps(stored | {"signs": [*SIGNS[1:], "colour"]}), encoding="utf-8")
    with pytest.raises(ValueError, match="learned for other signs"):
        assurance_model(other)


@pytest.mark.parametrize("part", [ANSWERS, DEALS])
def test_all_weights_are_numbers(part: str) -> None:
    model = assurance_model(FOLDER / part)
    assert all(np.isfinite(part).all() for part in (model.mean, model.scale, model.weights))
