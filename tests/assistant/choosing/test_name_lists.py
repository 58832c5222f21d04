"""A line of project names answers who asks for projects, and nobody else."""

from __future__ import annotations

import pytest

from assistant.choosing.name_lists import asks_for_names, only_names
from tests.assistant.shelf import ask

NAMES = "苍水再生水循环产业园项目、滴灌设备研发中心项目、节水器具（一期）检测平台。"


@pytest.mark.parametrize(
    ("question", "text", "only"),
    [
        ("怎样让水厂少耗电？", NAMES, True),
        ("怎样让水厂少耗电？", "苍水市第二水厂设备改造项目。", True),
        ("怎样让水厂少耗电？", f"3. 节水项目。{NAMES}", True),
        ("怎样让水厂少耗电？", "推广高效水泵，建设滴灌设备研发中心。", False),
        ("怎样让水厂少耗电？", "加快改造水厂，淘汰老旧水泵、阀门。", False),
        ("节水安排了哪些项目？", NAMES, False),
        ("节水建什么中心？", NAMES, False),
    ],
)
def test_names_alone_are_known_where_none_are_asked_for(question: str, text: str, only: bool) -> None:
    assert (not asks_for_names(ask(question)) and only_names(text)) is only
