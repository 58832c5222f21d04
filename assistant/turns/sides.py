"""前者, 后者: one of the two that the question before sets side by side, asked about alone."""

from __future__ import annotations

import re

_WHICH = re.compile(
    r"(?P<first>前者|前一[个种项条类]|前面(?:那|一)个)|(?P<second>后者|后一[个种项条类]|后面(?:那|一)个)"
)
_AND = r"(?:和|与|跟|以及|及|、|还有)"
_PAIR = re.compile(rf"(?P<one>[^，。？?、；和与跟及]{{1,20}}){_AND}(?P<two>[^，。？?、；和与跟及]{{2,30}})")
_BEHIND = re.compile(
    r"分别|各自?|都|两者|有没有|有无|有什么|有哪|有何|是多|是什|是怎|要|怎|如何|哪|多少|多大|什么|几|的(?=目标|要求|规定|标准|比例)"
)
_TOGETHER = re.compile(r"分别|各自?(?=是|有|要|部|研|怎|新|达|为)|都(?=是|有|要|怎)")
_BEGINS = re.compile(r".*(?:里面?|中|对|在|关于|的|把|将|”|“|\"|》|时)")
_SAYING = re.compile(r"，?(?:谁|哪[份个])的?(?:文件|方案)?(?:里面?|中)?(?:提到了?|写了?|讲了?|说了?|提及|涉及)")
"""A question for documents: what is asked of one of them then is none."""

_ALREADY = re.compile(
    r"抄下来|记下来|列出来|再|请|帮我|给我|把|它|的|具体|详细|单独|只|列|说|讲|写|念|看|重复|抄|回答|一?遍|一?下|一?次|出来|"
    r"是|都|有|又|内容|"
    r"多少|什么|哪些|怎么|来着|呢|吧|啊|要|达到|我|想|会|能|可以|好|了|抄|记|部分|那|这|情况|[，,。！!？?]"
)


def one_side(question: str, before: str, said: str) -> str:
    """The question before with one of its two sides alone, and what is asked of it now; empty where it sets no two.

    `said` is the answer before: it shows how far the name of the second side goes.
    """
    which = _WHICH.search(question)
    if which is None:
        return ""
    for pair in _PAIR.finditer(before):
        two = _second(pair["two"], said)
        begin = _BEGINS.match(pair["one"])
        lead, one = (begin[0], pair["one"][begin.end() :]) if begin else ("", pair["one"])
        if not (one and two):
            continue
        front, behind = before[: pair.start()] + lead, pair["two"][len(two) :] + before[pair.end() :]
        side = f"{one}{_shared(one, two, said)}" if which["first"] else two
        rest = question[: which.start()] + question[which.end() :]
        whole = f"{front}{side}{_TOGETHER.sub('', behind)}"
        return (
            whole
            if not _ALREADY.sub("", rest)
            else f"{_SAYING.sub('', whole).rstrip('？?。')}，{rest.lstrip('，, 的')}"
        )
    return ""


def _shared(one: str, two: str, said: str) -> str:
    """The noun that only the second side prints, 光伏和风电装机, where the answer prints it of the first too."""
    for size in range(len(two) - 2, 1, -1):
        if re.search(f"{re.escape(one)}[一-龥]{{0,3}}{re.escape(two[-size:])}", said):
            return two[-size:]
    return ""


def _second(text: str, said: str) -> str:
    """The name at the beginning of the second side: up to what is asked of both, or as the answer prints it."""
    end = _BEHIND.search(text)
    name = text[: end.start()] if end else text
    printed = next((name[:to] for to in range(len(name), 1, -1) if name[:to] in said), "")
    return printed or name
