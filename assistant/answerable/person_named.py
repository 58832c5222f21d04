"""The name of a person, asked for by the office: 组长叫什么名字 is not answered by who takes it (由市长任组长)."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.wanted import OFFICES

_NAME_ASKED = re.compile(
    r"叫(?:什么|啥|个啥)|名字|姓名|姓(?:什么|啥|甚)|贵姓|尊姓|大名|何许人|(?:哪一?位|谁)的?(?:名字|大名)"
)
_OFFICE = re.compile(rf"(?:第一|常务|执行)?副?(?:{OFFICES})")
_OF_CONTACT = frozenset({"联系人", "经办人", "承办人", "联络人", "联络员", "负责人"})
_GAP = r"[：:、，,\s（(）)是为由]*"


def asks_for_name(question: str) -> bool:
    """Is it the name that is asked for, rather than who it is by office?"""
    return bool(_NAME_ASKED.search(question))


@lru_cache(maxsize=512)
def person_asked(question: str, surname: str) -> re.Pattern[str] | None:
    """A name beside the office that the question names; None where no name is asked for, or of no office."""
    if not asks_for_name(question):
        return None
    found = _OFFICE.search(question)
    if found is None:
        return None
    office = found.group()
    before = "" if office.startswith(("副", "第一", "常务", "执行")) else r"(?<!副)"
    name = rf"{surname}\s?[一-龥]{{1,2}}"
    behind = r"(?=[^一-龥]|同志|先生|女士|说|表示|介绍|指出|强调|$)"
    held = rf"(?:同志|先生|女士)?(?:兼任|担任|出任|任|为|兼)[^，。；]{{0,14}}?{before}{office}"
    contact = rf"|{surname}[一-龥]{{0,2}}(?:老师|先生|女士|同志|工(?=[^一-龥]))" if office in _OF_CONTACT else ""
    return re.compile(
        rf"{before}{office}{_GAP}{name}{behind}|{name}{held}|"
        rf"{name}\s*[（(][^（）()]{{0,20}}{before}{office}{contact}"
    )
