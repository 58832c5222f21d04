"""Which items of a list a turn points to: 第三条, 最后一条, 前两条, 第一条和第三条."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numbering import number_of

_N = r"[一二两三四五六七八九十]{1,3}|\d{1,2}"
_NOUN = r"原则|任务|行动|工程|措施|项目|目标|要求|方面|领域|技术|问题|内容|部分|阶段|保障|指标|情形"
_UNIT = rf"(?:条|点|个|项|方面|款|类|种|部分|块|大类|大|件|步|阶段)(?:{_NOUN})?"
_ONE = rf"第(?:{_N})(?:{_UNIT})?"
_SEVERAL = re.compile(rf"{_ONE}(?:(?:[、，,]|和|与|跟|及|以及|还有){_ONE})+|第(?:{_N})(?:、(?:{_N}))+{_UNIT}")
_SINGLE = re.compile(rf"第(?P<n>{_N}){_UNIT}")
_LAST = re.compile(rf"(?:最后|最末|末尾|末)(?:那|的)?(?P<n>{_N})?{_UNIT}|倒数第(?P<from>{_N}){_UNIT}")
_FIRST = re.compile(rf"(?<![之以目])(?:前|头|开头)(?:的|面)?(?P<n>{_N}){_UNIT}|(?P<one>首{_UNIT})")
_FIGURES = re.compile(_N)
_TELLS = re.compile(
    r"(?:请|麻烦|帮我|再|那么?|把|就|只|单独|其中|里面|里头|当中|上面|上述|刚才|说的|列的|的|具体|详细|仔细|展开|完整|全部|主要|都|又|也|"
    r"是|有|怎么|如何|咋|怎样|讲|说|写|念|谈|聊|介绍|解释|阐述|表述|展示|描述|内容|内涵|含义|意思|要求|是指|指|什么|啥|哪些|分别|各|各自|"
    r"一?下|看看|看|点儿?|细|一?遍|给我|原文|全文|来|出来|了|呢|吧|吗|啊|呀|我|想|要|知道|可以|能|吗|[，,。！!？?\s])*"
)


@dataclass(frozen=True, slots=True)
class Nth:
    """Places in a list counted from 1, or backwards from -1, and what is asked of them beside to be told them."""

    places: tuple[int, ...]
    rest: str

    @property
    def tells_all(self) -> bool:
        """Is nothing asked but to be told the items?"""
        return not self.rest


def nth(question: str) -> Nth | None:
    """The items that a question points to by their number; None where it points to none."""
    found, places = _places(question)
    if found is None or not places:
        return None
    rest = question[: found.start()] + question[found.end() :]
    return Nth(places, "" if _TELLS.fullmatch(rest) else rest.strip("，,。？?的 ").removeprefix("那"))


def _places(question: str) -> tuple[re.Match[str] | None, tuple[int, ...]]:
    several = _SEVERAL.search(question)
    if several:
        return several, tuple(number_of(one) for one in _FIGURES.findall(several[0]))
    last = _LAST.search(question)
    if last:
        count = number_of(last["n"] or "1")
        return last, (-number_of(last["from"]),) if last["from"] else tuple(range(-count, 0))
    first = _FIRST.search(question)
    if first:
        return first, tuple(range(1, number_of(first["n"] or "1") + 1))
    single = _SINGLE.search(question)
    return single, (number_of(single["n"]),) if single else ()


def ordinal_in(text: str) -> re.Match[str] | None:
    """Where a text says the one ordinal that it says: 第三类; None where it says none or several."""
    found = list(_SINGLE.finditer(text))
    return found[0] if len(found) == 1 and not _SEVERAL.search(text) else None
