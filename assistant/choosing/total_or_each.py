"""Is a figure of all together or of each one: 年度总额3000万元, 每家企业每年不超过30万元.

Measures print both side by side; who asks how much there is altogether asks for the first.
"""

from __future__ import annotations

import re

OF_ALL = 1.2
"""What a sentence gains that gives what there is of all together, where that is asked for."""

OF_EACH = 0.7
"""What is left to one whose figures are all of each single one."""

_ALL_ASKED = re.compile(
    r"总共|一共|[共合总]计|总[额数量]|总规模|总盘子|总的|加起来|拢共|统共|全部加|盘子(?:有)?多大|"
    r"(?:全年|每年|一年|整个)[^，。？]{0,6}(?:总|共)"
)
_EACH_ASKED = re.compile(
    r"每[一个家人户项台辆]|单[个项家户]|一[家户]|各(?!地|类|级)|我们?(?:公司|厂|家|店|单位)|单位平均|平均"
)
_ALL = re.compile(r"总[额数量]|总规模|总投资|总金额|[合共总]计|累计|共(?=\d|安排|投入|建)|总盘子|全[省市县区年]")
_EACH = re.compile(r"每[一个家人户项台辆]|单[个项家户台]|同一|各(?:企业|项目)")
_PARTS = re.compile(r"[，；。,;]")


def total_where_asked(question: str, text: str, needed: re.Pattern[str] | None) -> float:
    """A factor for a sentence with a figure: of all where that is asked for, of each one alone, or neither."""
    if needed is None or not _ALL_ASKED.search(question) or _EACH_ASKED.search(question):
        return 1.0
    shown = [part for part in _PARTS.split(text) if needed.search(part)]
    if not shown:
        return 1.0
    if any(_ALL.search(part) and not _EACH.search(part) for part in shown):
        return OF_ALL
    return OF_EACH if _EACH.search(text) else 1.0
