"""A number of the measure that the question counts by, said by it or that of the thing."""

from __future__ import annotations

import pytest

from assistant.understanding.measure_words import counted_by


@pytest.mark.parametrize(
    ("question", "shown", "other"),
    [
        ("要推广几辆泵车？", "推广泵车80辆", "建设3个园区"),
        ("要推广多少泵车？", "推广泵车80辆", "建设3个园区"),
        ("扶持多少企业？", "扶持企业12家", "补助12万元"),
    ],
)
def test_a_number_of_the_thing_is_told_from_other_numbers(question: str, shown: str, other: str) -> None:
    pattern = counted_by(question)
    assert pattern is not None
    assert pattern.search(shown)
    assert not pattern.search(other)


@pytest.mark.parametrize("question", ["停车收费率是多少？", "泵车有哪些？", "多少车流量要限行？"])
def test_what_counts_no_things_has_no_measure(question: str) -> None:
    assert counted_by(question) is None
