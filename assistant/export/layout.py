"""The measures of official documents, GB/T 9704-2012, as Word takes them: paper, fonts, sizes, line pitch."""

from __future__ import annotations

from typing import NamedTuple


class Face(NamedTuple):
    """A typeface by its usual name, and what may stand in for it, best first."""

    name: str
    stand_ins: tuple[str, ...]


TITLE = Face("方正小标宋简体", ("方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体", "SimSun", "Noto Serif CJK SC"))
LEVEL_1 = Face("黑体", ("SimHei", "微软雅黑", "Noto Sans CJK SC"))
LEVEL_2 = Face("楷体_GB2312", ("楷体", "KaiTi", "AR PL UKai CN", "Noto Serif CJK SC"))
BODY = Face("仿宋_GB2312", ("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"))
PAGE_NUMBER = Face("宋体", ("SimSun", "Noto Serif CJK SC"))
LATIN = "Times New Roman"
FACES = (TITLE, LEVEL_1, LEVEL_2, BODY, PAGE_NUMBER)

PAPER_MM = (210.0, 297.0)
"""5.1: A4."""

MARGINS_MM = {"top": 37.0, "bottom": 35.0, "left": 28.0, "right": 26.0}
"""5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm by 225 mm."""

LINE_PITCH = 28.9
"""5.2.2: 22 lines on 225 mm, in points."""

TITLE_SIZE = 22.0
"""7.3.1: 2号."""

BODY_SIZE = 16.0
"""5.2.2: 3号, 28 characters a line."""

SMALL_SIZE = 12.0
"""Tables and references: 小四."""

PAGE_NUMBER_SIZE = 14.0
"""7.5: 4号 half-width digits between dashes, outer side, 7 mm below the type area."""
