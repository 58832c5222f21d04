"""A number counts only in the dimension asked for, in any unit that documents print of it."""

from __future__ import annotations

import pytest

from assistant.answerable.dimensions import clock_asked, dimension_asked, lasting_asked


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("水温不能超过多少度？", "水温不得高于28℃。", True),
        ("水温不能超过多少度？", "每月用电28千瓦时。", False),
        ("一户每月用多少度电？", "水温不得高于28℃。", None),
        ("泵房噪声不能超过多少分贝？", "噪声不超过55dB。", True),
        ("泵房噪声不能超过多少分贝？", "泵房面积不超过55平方米。", False),
        ("用多少毫克每升的消毒液？", "用2000mg/L的含氯消毒液。", True),
        ("用多少毫克每升的消毒液？", "浸泡30分钟。", False),
        ("取水口保护区至少多宽？", "保护区宽度不少于20米。", True),
        ("取水口保护区至少多宽？", "保护区每年巡查20次。", False),
        ("年满多少岁能申请？", "18周岁以上可以申请。", True),
        ("年满多少岁能申请？", "身高155厘米以上可以申请。", False),
        ("考试加多少分？", "笔试成绩加10分。", True),
        ("考试加多少分？", "采用“三二分段”学制，考试用时90分钟。", False),
        ("通行费打几折？", "通行费按8.5折收取。", True),
        ("每天测几次水温？", "每天测水温不少于两次。", True),
        ("每天测几次水温？", "每天测水温两小时。", False),
        ("最多申请延期次数", "每次延期1个月，最多延期3次。", True),
        ("最多申请延期次数", "每次延期1个月。", False),
        ("最高时速不能超过多少？", "最高时速不得超过80公里。", True),
    ],
)
def test_a_number_of_another_dimension_is_none(question: str, text: str, shown: bool | None) -> None:
    needed = dimension_asked(question)
    assert (None if needed is None else bool(needed.search(text))) is shown


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("能缓缴几个月？", "最长不超过3个月。", True),
        ("能缓缴几个月？", "自2020年5月起缓缴。", False),
        ("要保存几年？", "保存不少于五年。", True),
        ("要保存几年？", "2019年起保存。", False),
        ("几天内答复？", "7个工作日内答复。", True),
        ("几天内答复？", "2月24日答复。", False),
        ("浸泡几分钟？", "浸泡2小时。", False),
        ("要提前几天申请？", "提前10日提出申请。", True),
        ("要提前几天申请？", "在期满30日前提出申请。", True),
        ("要提前几天申请？", "按365天折算。", False),
    ],
)
def test_a_span_of_time_is_no_date(question: str, text: str, shown: bool) -> None:
    needed = lasting_asked(question)
    assert needed is not None
    assert bool(needed.search(text)) is shown


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("大厅每天几点到几点开放？", "开放时间限于8时至20时。", True),
        ("大厅每天几点到几点开放？", "大厅每天开放12小时。", False),
        ("提了哪几点要求？", "8时前报送。", None),
        ("末班船几点发？", "末班船18点30分开出。", True),
        ("末班船几点发？", "航班间隔20分钟。", False),
        ("会上提了几点发展建议？", "8时前报送。", None),
    ],
)
def test_the_time_of_day_is_a_clock(question: str, text: str, shown: bool | None) -> None:
    needed = clock_asked(question)
    assert (None if needed is None else bool(needed.search(text))) is shown
