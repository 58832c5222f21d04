"""Which sentences show the value asked for: its noun with a figure behind it, a size, a count, a bound."""

from __future__ import annotations

import re

from assistant.answerable.figure_of import gives_bound
from assistant.answerable.values import GRADE, needed_for, without_names
from assistant.choosing.candidates import Candidate
from assistant.understanding.measure_words import counted_by
from assistant.understanding.query import Asked
from corpus.text import fold

SHOWN = 1.15
"""What a sentence gains that shows the kind of value asked for."""

NOT_SHOWN = 0.7
"""What is left to one that does not."""

COUNTS_ALIKE = 1.25
"""What one gains that counts by the measure word of the question."""

VALUE_BEHIND = 1.25
"""... that names the value asked for and gives it right behind: 有效期为1年."""

REACH = 12
"""Characters behind the noun within which its value stands."""

OF_A_GRADE = 1.5
"""... that gives the order of size of a plant or a test, where its size is asked for: 万吨级, 百千瓦级."""

GIVES_BOUND = 1.1
"""... that says the most or the least of it, where that is asked for."""

_PARTS = re.compile(r"[，；。,;]")

SAYS_HOW_MANY = 1.8
"""What a sentence gains that gives a number of just the thing that is counted."""

_SIZE_ASKED = re.compile(
    r"(?:规模|量级|等级|级别|体量)[^，。？?]{0,8}?(?:什么|啥|多大|哪|几|多少)|(?:什么|啥|多大|哪[一种个]|几|多少)[一-龥]{0,3}(?:规模|量级|级别|体量)|"
    r"(?:规模|量级|级别|体量)[？?]*$"
)

_VALUE_NOUN = re.compile(
    r"(有效期|保存期限?|保质期|公示期|建设期|服务期|试用期|[期时]限|[上下]限|起点|比例|比重|费率|利率|税率|额度|金额|标准|面积|规模|总投资|"
    r"投资额|人数|户数|数量|总量|产量|产值|电话|邮箱|网址|地址)(?:各?(?:是|为|有|要)?(?:多少|多久|多长|多大|几[年个天月日]|几|什么|怎么算|呢)[一-龥]{0,2})?[？?]?$"
)
"""The value that a question ends in."""

_COUNTED = re.compile(r"(?:多少|(?<!哪)几)([个项家条名座处批支件种])(?:具体|重点|主要)?([一-龥]{2,3})(?![一-龥])")


class ValueAsked:
    """What one question asks to be shown; a factor for each sentence."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.needed = needed_for(asked)
        self._counted = _thing_counted(asked.text)
        self._counts_by = counted_by(asked.text)
        named = _VALUE_NOUN.search(asked.text)
        self._noun = named.group(1) if named else ""
        self._asks_size = bool(_SIZE_ASKED.search(asked.text))

    def factor(self, candidate: Candidate) -> float:
        factor = self._shows(candidate) * self._gives_behind(candidate.text)
        text = fold(candidate.text)
        if self._counted is not None and self._counted.search(text):
            factor *= SAYS_HOW_MANY
        if self._counts_by is not None and self._counts_by.search(text):
            factor *= COUNTS_ALIKE
        return factor * (OF_A_GRADE if self._asks_size and GRADE.search(candidate.text) else 1.0)

    def _shows(self, candidate: Candidate) -> float:
        needed = self.needed
        if needed is None:
            return 1.0
        text = without_names(candidate.text, self._asked)
        shown = needed.search(text) or needed.search(candidate.led_by)
        bound = any(gives_bound(part, self._asked.text, needed) for part in _PARTS.split(text))
        return (SHOWN if shown else NOT_SHOWN) * (GIVES_BOUND if bound else 1.0)

    def _gives_behind(self, text: str) -> float:
        """The noun that the question ends in, with a value of its kind right behind it."""
        at = text.find(self._noun) if self._noun and self.needed is not None else -1
        behind = text[at + len(self._noun) :][:REACH]
        return VALUE_BEHIND if at >= 0 and self.needed and self.needed.search(behind) else 1.0


def _thing_counted(question: str) -> re.Pattern[str] | None:
    """What a sentence shows that says how many of the thing there are: 多少项行动, 10项具体行动."""
    found = _COUNTED.search(question)
    if found is None:
        return None
    measure, noun = found.groups()
    return re.compile(rf"[\d一二三四五六七八九十百千万]\s*余?多?{measure}[^，。；]{{0,12}}{noun}")
