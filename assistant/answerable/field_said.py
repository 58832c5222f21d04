"""What a sentence must say that answers for a field of a document, where the document prints none as such."""

from __future__ import annotations

import re

from assistant.choosing.bases import rests_on
from assistant.understanding.fields import About

_SAYS = {
    About.NUMBER: re.compile(r"号"),
    About.EFFECTIVE: re.compile(
        r"[自从][^。，；]{2,24}[起始]|之日|施行|生效|[起日月年](?:开始)?(?:正式)?(?:实施|执行|实行|启用|推行)|有效期|截[至止]|起至"
    ),
    About.ADOPTED: re.compile(r"(?<![，。；：])(?<!^)通过|批准|同意|修[正订改]"),
    About.PERIOD: re.compile(
        r"有效期|[期届]满|为期|长期|永久|(?:[\d一二两三四五六七八九十]\s*个?|至|到[^，。；]{0,6})(?:年(?![度报])|月)"
    ),
    About.INTERPRETER: re.compile(r"解释"),
    About.COPIES: re.compile(r"抄\s*[送报发]"),
    About.REPEALS: re.compile(r"废止|失效|停止|不再|取代|代替|替代|终止"),
}
"""Fields for which another sentence that happens to be near is no answer."""


def tells(field: About, text: str) -> bool:
    """Can a sentence answer for a field of the document at all?"""
    if field is About.BASIS:
        return rests_on(text)
    return field not in _SAYS or bool(_SAYS[field].search(text))
