"""What a turn asks of the answer before it: the same as a table or a list, in brief, in full, or where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.models import Answer, Sentence
from assistant.outcomes import answered
from assistant.statements import Statement, ground_in, shown
from assistant.turns.joining import cell
from assistant.turns.shown_items import Item
from assistant.understanding.query import understand
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import sentences, visible_length

ROOM = 300
"""Visible characters of one point in full, beyond which it is cut behind a sentence."""

SHORT = 45
"""Visible characters of a sentence up to which it is the name of an item."""

_PLEASE = (
    r"(?:请|麻烦|帮我|帮忙|那|就|再|能不能|能否|可以|给我)*(?:把|将)?"
    r"(?:它们?|上面的|上面|以上|这些|这个|这|前面的|刚才的|刚才|答案|回答|内容|结果)*"
)
_BY = r"(?:换成|改成|做成|整理成|整理为|列成|列为|转成|转换成|变成|弄成|排成|画成|画个|画|做个|做|来个|用|以|按)"
_END = r"(?:给我|吧|一下|看看?|好吗|行吗|可以吗)?[。！？?!]?$"
_TABLE = re.compile(
    rf"^{_PLEASE}{_BY}?(?:一张|一个|个|张)?(?:表格|列表|表)(?:的?形式|形式)?(?:列出来?|展示|呈现|显示|回答|整理一下|整理)?{_END}"
)
_LIST = re.compile(
    rf"^{_PLEASE}(?:{_BY}(?:一个|一份|个|份)?(?:清单|要点|条目|条条)|(?:分条|分点|逐条|一条一条|一条条|按条)(?:地)?(?:列|说|写|整理|显示|展示)?(?:出来?|一下)?)"
    rf"(?:的?形式|形式)?(?:列出来?|展示)?{_END}"
)
_AGAIN = re.compile(
    rf"^{_PLEASE}(?:(?:重复|复述|重说|重新说|重新列|重发)(?:一?[遍次下])?|(?:说|讲|列|念|发|写)(?:一?[遍次])|没看清|没听清){_END}"
)
_BRIEF = re.compile(
    rf"^{_PLEASE}(?:(?:用|以)?(?P<count>[一两二三四五\d])(?:[两二三四五])?句话(?P<one>)?(?:简单|简要|大致)?(?:概括|总结|说|讲|归纳|介绍)?(?:一下|说说|讲讲)?|"
    rf"(?:简单|简要|简短|简洁|精简|概括|大致|大概|扼要)(?:地|些|一?点儿?)?(?:概括|总结|说|讲|归纳|介绍|回答|概述)?(?:一?点儿?|一?些)?(?:一下|说说|讲讲)?|"
    rf"(?:概括|总结|归纳|概述|小结|浓缩|缩短|压缩)(?:一?下|成一句话|一句|一?点儿?)?|(?:说|讲|写)?(?:短|简单|简洁|精简)(?:一?[点些]儿?)){_END}"
)
_FULL = re.compile(
    rf"^{_PLEASE}(?:(?:说|讲|写|再|展开|介绍)?(?:得|的)?(?:详细|具体|仔细|完整|细)(?:一?[点些]儿?)?(?:地)?(?:说|讲|介绍|展开|解释|列)?(?:一?下|说说|讲讲|一?点儿?|一?些)?|"
    r"(?:换(?:一?个|种)?(?:说法|讲法|方式|角度)(?:再)?(?:[说讲]|解释)?(?:一?[遍次下])?|"
    r"[说讲]?得?(?:通俗|明白|清楚)(?:一?[点些])?地?(?:说|讲|解释)?(?:一?下)?|(?:没|不)太?(?:看懂|听懂|懂)(?:什么意思)?)|"
    rf"展开(?:一?下|说说|讲讲|讲|说|一?点儿?)?(?:一?下)?|(?:完整|全部)(?:的)?(?:内容|条款|表述|原文)?(?:是什么|呢|列出来|发我)?){_END}"
)
_WORDS = re.compile(
    rf"^{_PLEASE}(?:看看?|查看|贴(?:一?下|出来?)?|给出|引用|列出|附上|发(?:一?下)?)?(?:原文|原话|条款原文|原条款|原文条款|文件原文)(?:里|中|上)?(?:是|的)?(?:怎么|如何)?(?:写|说|讲|表述|规定)?(?:的|了)?(?:什么|贴出来|贴一下|发一下|发我)?(?:呢|吗)?{_END}"
)
_MARKS = re.compile(r"(\[\d{1,3}\])")


def reshaped(
    question: str, before: Answer, library: Sequence[DocumentSummary], document_of: Callable[[str], Document]
) -> Answer | None:
    """The answer before in the form that a turn asks for; None where the turn asks something else."""
    said = "".join(question.split())
    if _TABLE.match(said):
        return as_table(before)
    if _AGAIN.match(said):
        return before
    if _LIST.match(said):
        return before.model_copy(update={"answer": "\n".join(f"- {_marked(one)}" for one in before.sentences)})
    brief = _BRIEF.match(said)
    if brief:
        return in_brief(before, 1 if brief["count"] in ("一", "1") else 3 if brief["count"] else 2)
    if _FULL.match(said) or _WORDS.match(said):
        cited = list(_cited(before, library, document_of))
        told = in_full(cited, document_of, room=None if _WORDS.match(said) else ROOM)
        return answered(understand(before.question, library), told, []) if told else None
    return None


def as_table(answer: Answer) -> Answer:
    """The answer's sentences as rows, each with its document and clause; words, marks and citations unchanged."""
    cited = {one.mark: one for one in answer.citations}
    rows = []
    for sentence in answer.sentences:
        found = [cited[mark] for mark in sentence.marks if mark in cited]
        sources = list(dict.fromkeys(f"{one.title or one.source} {one.path}" for one in found))
        marks = "".join(f"[{mark}]" for mark in sentence.marks)
        rows.append(f"| {cell(sentence.text)}{marks} | {cell('；'.join(sources))} |")
    lines = ["| 内容 | 出处 |", "| --- | --- |", *rows]
    return answer.model_copy(update={"answer": "\n".join(lines)})


def in_brief(answer: Answer, count: int) -> Answer:
    """The first sentences of an answer; a list of names stays whole, in one line."""
    names = len(answer.sentences) > count and all(visible_length(one.text) <= SHORT for one in answer.sentences)
    kept = answer.sentences if names else answer.sentences[:count]
    used = {mark for one in kept for mark in one.marks}
    text = "".join(_marked(one) for one in kept)
    citations = tuple(one for one in answer.citations if one.mark in used)
    return answer.model_copy(update={"answer": text, "sentences": kept, "citations": citations})


def in_full(
    items: Sequence[Item], document_of: Callable[[str], Document], *, room: int | None = ROOM
) -> list[Statement]:
    """Items as printed, with what stands under them as far as there is room, else with its headings."""
    said: list[Statement] = []
    for item in items:
        document = document_of(item.summary.id)
        children = () if item.text else document.children(item.clause)
        text = _cut(item.text or shown(item.clause, item.clause.heading), room)
        said += [_said(item, item.clause, text)] if text else []
        fits = room is None or sum(visible_length(one.printed) for one in (item.clause, *children)) <= room
        said += [_said(item, one, shown(one, one.heading) if fits else _named(one)) for one in children]
    return said


def listed(items: Sequence[Item], document_of: Callable[[str], Document]) -> list[Statement]:
    """The headings under some items; none where nothing is numbered under them."""
    under = [
        (item, one)
        for item in items
        if not item.text
        for one in document_of(item.summary.id).children(item.clause)
        if one.heading
    ]
    return [_said(item, one, one.heading) for item, one in under] if len(under) >= 2 else []


def _cited(
    answer: Answer, library: Sequence[DocumentSummary], document_of: Callable[[str], Document]
) -> Iterator[Item]:
    """The clauses that an answer rests on, each once."""
    summaries = {one.id: one for one in library}
    for document_id, clause_id in dict.fromkeys((one.document_id, one.clause_id) for one in answer.citations):
        clause = document_of(document_id).by_id.get(clause_id) if document_id in summaries else None
        if clause is not None:
            yield Item(summaries[document_id], clause)


def _said(item: Item, clause: Clause, text: str) -> Statement:
    numbered = f"{clause.num}{text}" if text == clause.heading else text
    return Statement(numbered, (ground_in(item.summary, clause, text),))


def _named(clause: Clause) -> str:
    """A clause by its heading, or its first sentence."""
    first = next((span.of(clause.text).strip() for span in sentences(clause.text)), "")
    return clause.heading or first or clause.printed.strip()


def _cut(text: str, room: int | None) -> str:
    """The sentences of a text that there is room for, and the first in any case."""
    if room is None or visible_length(text) <= room:
        return text
    end = 0
    for span in sentences(text):
        if end and visible_length(text[: span.end]) > room:
            break
        end = span.end
    return text[:end].strip()


def _marked(sentence: Sentence) -> str:
    return f"{sentence.text}{''.join(f'[{mark}]' for mark in sentence.marks)}"
