"""Who is responsible, out of the brackets that print it."""

from __future__ import annotations

import pytest

from corpus.facts import facts_of
from corpus.facts.models import Responsible, Role
from corpus.parsing import parse
from tests.corpus.sources import source


def charged(bracket: str) -> list[tuple[Role, tuple[str, ...]]]:
    text = f"某市工作方案\n一、重点任务\n（一）发展氢能。加快发展。{bracket}\n"
    document = parse(source(text))
    found = [fact for fact in facts_of(document) if isinstance(fact, Responsible)]
    assert all(fact.span.of(text) == bracket and fact.task == "发展氢能" for fact in found)
    return [(fact.role, fact.units) for fact in found]


@pytest.mark.parametrize(
    ("bracket", "parts"),
    [
        ("（责任单位：市科技局、市发展改革委）", [(Role.RESPONSIBLE, ("市科技局", "市发展改革委"))]),
        (
            "(责任部门:省科技厅、省发展改革委(省能源局)等有关部门)",
            [(Role.RESPONSIBLE, ("省科技厅", "省发展改革委(省能源局)"))],
        ),
        (
            "（牵头单位：经济发展部，责任单位：各职能部门）",
            [(Role.LEAD, ("经济发展部",)), (Role.RESPONSIBLE, ("各职能部门",))],
        ),
        (
            "（市科技局牵头，市教育局、市财政局配合）",
            [(Role.LEAD, ("市科技局",)), (Role.COOPERATING, ("市教育局", "市财政局"))],
        ),
        ("（省能源局、省住房城乡建设厅按职责分工负责）", [(Role.RESPONSIBLE, ("省能源局", "省住房城乡建设厅"))]),
        ("（以下简称示范区）", []),
        ("（2022—2030年）", []),
    ],
)
def test_a_bracket_gives_its_units_by_role(bracket: str, parts: list[tuple[Role, tuple[str, ...]]]) -> None:
    assert charged(bracket) == parts
