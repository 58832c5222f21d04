"""The keywords of a search: 专利服务 导航基地 数据库, with blanks between them and no question around."""

from __future__ import annotations

import re

from assistant.understanding.wanted import is_noun_of_value

FEWEST = 2
LONGEST = 14
"""Characters up to which what stands between blanks is a keyword; the first may be the name of a document."""

_QUESTION = re.compile(r"[？?。，；]|[吗呢么啥]|什么|哪|谁|多少|几|怎|如何|是否|能否|可否")
_YEAR = re.compile(r"(?:到|至)?(?:(?:19|20)\d{2}年?|“?十[三四五六]五”?)(?:末|底|前|期间)?")
"""A year says of when a thing is, and names none."""

_RELATES = re.compile(r"对比|比较|区别|差别|差异|异同|分别|各自")


def keywords_in(typed: str) -> tuple[str, ...]:
    """The words between blanks that name things, where a question is nothing but words; not 规模 or 对比."""
    words = typed.split()
    plain = len(words) >= FEWEST and not _QUESTION.search(typed)
    if not plain or any(len(one) > LONGEST for one in words[1:]):
        return ()
    things = (one for one in words if not is_noun_of_value(one) and not _YEAR.fullmatch(one))
    return tuple(one for one in things if not _RELATES.search(one))
