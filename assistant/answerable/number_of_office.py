"""Whose telephone number a sentence prints, and of what kind: 12345 beside an office is not that office's own."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.aspects import PHONE

_OF_OFFICE = re.compile(
    r"(?P<core>[一-龥]{2,8}?)(?:处|科(?!技)|室|股|大队|支队|专班办|窗口)(?:的)?(?:联系|咨询|办公|对外|值班)?"
    r"(?:电话|座机|固话|号码|手机|传真|联系方式|热线)"
)
_OF_BODY = re.compile(
    r"(?P<core>[一-龥]{2,8}?)(?:局|委(?!员)|厅|部(?!门|委))(?:的)?(?:联系|咨询|办公|对外|值班)?(?:电话|座机|固话|号码|手机|传真|联系方式|热线)"
)
_PLACE = re.compile(r"^.*[省市区县州](?![场域])(?=..)")
_BODY = re.compile(r"[一-龥]{2}(?:局|委(?!员|托)|厅|部(?![门委分]))")
_LABEL = re.compile(r"[一-龥]处(?!理|罚|置)|科(?:室|[^技研学目普]|$)|专线|热线|[一-龥]室|窗口")
_PARTS = re.compile(r"[，；。、\n]|或者?(?=联系|拨打|致电|咨询)|\s{2,}")
_FIXED = re.compile(r"座机|固话|固定电话|办公电话")
_FIXED_NUMBER = re.compile(r"(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|\d{7,8}|\d{3,4}[-—－]\d{3,4}[-—－]\d{3,4})(?!\d)")
_MOBILE_NUMBER = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_FAX = re.compile(r"传真[^，。；]{0,12}\d{7,8}|\d{7,8}[^，。；]{0,4}[（(]传真")
_ANY = re.compile(rf"(?<!\d)(?:{PHONE.pattern}|\d{{7,8}})(?!\d)")


@lru_cache(maxsize=512)
def number_asked(question: str) -> re.Pattern[str] | None:
    """A number of the kind that is asked for: a landline, a mobile telephone, a fax; None where any will do."""
    kinds = ((_FIXED.pattern, _FIXED_NUMBER), (r"手机", _MOBILE_NUMBER), (r"传真", _FAX))
    return next((printed for asked, printed in kinds if re.search(asked, question)), None)


def of_another_office(question: str, sentence: str) -> bool:
    """Is the number of an office asked for, and every number in a sentence beside the name of another?"""
    office, body = _OF_OFFICE.search(question), _OF_BODY.search(question)
    found, label = (office, _LABEL) if office else (body, _BODY)
    if found is None or not label.search(sentence):
        return False
    core = re.split("[局委厅部]", found["core"])[-1] or found["core"]
    core = core if office else _PLACE.sub("", core)
    shortened = None if office else re.compile("[一-龥]{0,2}".join(core))
    pairs = {core[at : at + 2] for at in range(len(core) - 1)} or {core}
    before = ""
    for part in filter(None, _PARTS.split(sentence)):
        here = f"{before}{part}"
        if _ANY.search(part):
            if 2 * sum(pair in here for pair in pairs) >= len(pairs) or (shortened and shortened.search(here)):
                return False
            before = ""
        else:
            before = part
    return bool(_ANY.search(sentence))
