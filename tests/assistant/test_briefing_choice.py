"""What goes on the page: figures where they are asked for, who is charged where that is asked, what headings name."""

from __future__ import annotations

from tests.assistant.conftest import MakeAssistant

PLAN = """某市节水实施方案
一、主要目标
到2025年，新增节水型企业300家，漏损率降至8%以下，节水意识明显增强。
二、重点任务
（一）推广海水淡化
支持临港企业建设反渗透装置，研发能量回收设备。
（二）加强宣传
开展节水宣传活动，营造良好氛围。
市水利局负责管网改造，市财政局负责资金安排。
"""


def test_where_figures_are_asked_for_only_figures_are_given(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("把各文件的量化指标汇总成一页").markdown
    assert "300家" in found and "8%" in found
    assert "反渗透" not in found and "宣传" not in found and "意识" not in found


def test_what_stands_under_a_heading_of_the_topic_is_of_the_topic(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("海水淡化简报").markdown
    assert "反渗透装置" in found and "能量回收设备" in found
    assert "宣传" not in found


def test_who_is_charged_is_given_where_it_is_asked(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("某市方案里各项工作由谁管、职责怎么分，写一页").markdown
    assert "市水利局负责管网改造" in found and "市财政局负责资金安排" in found
    assert "反渗透" not in found


def test_a_place_is_asked_about_by_name(assistant_over: MakeAssistant) -> None:
    tasks = "支持安庆开展海绵城市试点。\n鼓励芜湖建设节水城市。\n推进全省管网改造，新建管网300公里。"
    plan = f"某省试点方案\n一、任务\n{tasks}"
    found = assistant_over({"方案.txt": plan}).brief("某省方案里安庆、芜湖各承担什么试点").markdown
    assert "安庆" in found and "芜湖" in found
    assert "300公里" not in found
