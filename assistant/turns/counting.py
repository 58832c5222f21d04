"""Turns that go on counting: 安排了几大工程, then 具体是哪些; 第三类是什么, then 第四类呢. Pure."""

from __future__ import annotations

import re

from assistant.turns.nth import ordinal_in

_WHICH = re.compile(
    r"(?:那么?)?(?:都|又|具体|分别|各自?|到底|它们?|这[些几]?[个项类]?)*(?:是|有|叫|包括|包含|指)?(?:的)?"
    r"(?:哪[些几][个项类种条大]?|哪[两二三四五六七八九十]+[个项类种条大]?|什么|啥)(?:工程|任务|措施|原则|方面)?[？?。]*"
)
_HOW_MANY = re.compile(
    r"(?:多少|(?<![十百千])几)(?P<unit>大|个|项|类|种|条|方面|家|座|处|步|批|部分)(?!月|小时|工作日|百分点)"
)
_BARE = re.compile(r"[的又呢吗吧啊？?。\s]*")
"""第四类呢 changes the ordinal alone, which is another matter."""


def which_of_them(question: str, before: str) -> str:
    """The question before as one for the things it asked the number of; "" where it asked for none."""
    found = _HOW_MANY.search(before)
    if found is None or not _WHICH.fullmatch(question.strip()):
        return ""
    return f"{before[: found.start()]}哪几{found['unit']}{before[found.end() :]}"


def another_of_them(question: str, before: str) -> str:
    """The question before with its ordinal, and what it asks of that, as said now; "" where either says none."""
    earlier, now = ordinal_in(before), ordinal_in(question)
    if earlier is None or now is None or earlier.group() == now.group():
        return ""
    lead, asks = before[: earlier.start()], question[now.end() :]
    if not re.search(r"[^，,]{2}[，,：:的中里]$", lead) or _BARE.fullmatch(asks):
        return ""
    return f"{lead}{now.group()}{asks}"
