"""Which villages, towns or quarters: a sentence that names none of them does not answer. Pure.

淮安选了哪几个村: 支持淮安等地开展“零碳乡村”示范 prints the slogan and no village.
"""

from __future__ import annotations

import re

_KINDS = ("乡镇", "街道", "社区", "村", "镇", "乡")
_ASKED = re.compile(
    rf"哪(?:[几些一]|[两二三四五六七八九十]|\d+)?个?(?:的)?(?P<kind>{'|'.join(_KINDS)})(?![级委民里干上])"
)
_ENDINGS = {"乡镇": "[乡镇]"}
_NO_NAME = r"[全各本该每某哪个些城乡农山渔新老大小]|美丽|示范|试点|行政|自然|重点|中心|特色|贫困|边远|有关|相关|建制"


def names_no_village(question: str, said: str) -> bool:
    """Are villages, towns or quarters asked for by name, none of which is named but those that the question names?"""
    found = _ASKED.search(question)
    if found is None:
        return False
    ending = _ENDINGS.get(found["kind"], found["kind"])
    names = re.findall(rf"[一-龥]{{1,6}}?{ending}(?![一-龥]?[民委级振])", said)
    bare = (re.sub(rf"{ending}$", "", name) for name in names)
    return not any(one and not re.search(rf"(?:{_NO_NAME})$", one) and one not in question for one in bare)
