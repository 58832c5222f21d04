"""A fund of the state is none of a district: what one of them has is not told of the other."""

from __future__ import annotations

import re

_ASKED = re.compile(r"国家(?:级)?[一-龥]{2,14}?基金(?!会)")
_OF_STATE = re.compile(r"国家(?:级)?[^，。；]{0,16}基金(?!会)|中央[^，。；]{0,10}基金(?!会)")
_OF_PLACE = re.compile(r"[省市区县州][^，。；]{0,16}基金(?!会)")


def fund_missing(question: str, sentence: str) -> bool:
    """Is it a fund of the state that is asked about, and one of a place alone that the sentence names?"""
    asked = bool(_ASKED.search(question))
    return asked and bool(_OF_PLACE.search(sentence)) and not _OF_STATE.search(sentence)
