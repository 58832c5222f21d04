"""How many people of a role: 几名安全员, 配备人数. A number of anything else is no answer, nor one of other people."""

from __future__ import annotations

import re
from functools import lru_cache

_ASKED = re.compile(
    r"(?:多少|(?<![哪那这好近])几)[十百千万亿]{0,2}个?(?:人(?![次才民均])|[名位])(?P<role>[一-龥]{2,8}?(?:员|师|工|人员|医生|护士|教师|专家|干部|骨干))?|"
    r"(?P<of>[一-龥]{2,6}?(?:员|师|人员|医生|护士|教师|专家))?(?:的)?(?:配备|配置|编制|核定|需要|应配|应有|招聘|招募|录用)?人数(?:[？?]|$|是|为|多少|要求|标准|规定|组成|构成|[上下]限|限制|规模)"
)
_WHICHEVER = re.compile(r"专职|兼职|专业|全职|工作|相关|以上|左右|服务|从业|管理|技术|人员|[员师工]$")
_FROM_HOW_MANY = re.compile(r"(?:多少|几)[^，。？]{0,12}以[上下]|(?:超过|满|达到?|不足|少于|多于)了?(?:多少|几)")
_FROM_SO_MANY = re.compile(
    r"(?:人|名|位)[^，。；\d]{0,4}以[上下]|(?:超过|满|达到?|不足|少于|多于)\s*\d+\s*(?:人|名|位)"
)
"""From how many on a rule holds: whoever they are called there, its sentence says so."""

_PEOPLE = re.compile(
    r"(?:\d[\d.,—－-]*|[一二三四五六七八九十百千两]+)\s*[余多万亿千百]*\s*(?:左右)?(?:人(?![员才民类均])|名|位|万人)"
)


@lru_cache(maxsize=512)
def people_asked(question: str) -> re.Pattern[str] | None:
    """A number of people in print, where one is asked for."""
    return _PEOPLE if _ASKED.search(question) else None


def of_other_people(question: str, said: str) -> bool:
    """Are people of a role counted for, that the sentence does not speak of?"""
    found = _ASKED.search(question)
    role = (found["role"] or found["of"] or "") if found else ""
    if _FROM_HOW_MANY.search(question) and _FROM_SO_MANY.search(said):
        return False
    told = _WHICHEVER.sub("", role)
    return len(told) > 1 and not any(told[at : at + 2] in said for at in range(len(told) - 1))
