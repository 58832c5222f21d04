"""By when something is to be done: a length of time (自受理之日起二十日内作出决定) or a date (2025年6月底前完成).

Terms of validity, terms of punishment and spans in which something must not happen are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.models import Deadline, FactKind
from corpus.facts.wording import LEADING_NUMBER, Wording, full_width_stops, phrase_at, printed
from corpus.models import Span

_NUMERAL = r"(?:(?<![一二三四五六七八九十百])[一二三四五六七八九十百两]{1,6}|(?<!\d)\d{1,4})"
_LENGTH = rf"{_NUMERAL}(?:个工作日|个月|个自然日|日|天|小时|周|年|分钟|个小时)"
_WITHIN = re.compile(
    rf"(?P<from>(?:自|从|在|于)(?:[^，。；：\n自从]{{1,50}}?(?:之日|之时|当日|次日|后|届满前?|期满前?)(?:起)?(?:的|，)?(?={_NUMERAL})"
    rf"|[^，。；：\n自从]{{1,40}}?(?={_LENGTH}(?:以|之)?前)))?"
    rf"(?P<due>(?:最迟)?(?:不得?超过)?{_LENGTH}(?:以|之)?内|(?:提前|提早){_LENGTH}|{_LENGTH}(?:以)?前|不(?:得)?(?:超过|迟于){_LENGTH})"
)
_DATE = re.compile(
    r"(?P<due>(?:每年|当年|次年|20\d\d\s*年|本?月|每月)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?"
    r"(?:底|末)?(?:以|之)?前|20\d\d\s*年(?:底|年底|末)?(?:以|之)?前)"
)
_NO_TASK = re.compile(
    r"^，?(?:[^，。；]{0,20}不[予再受]|不得|不准|禁止|未|有(?!关)|再次|累计|两次|二次|三次|发生|因|曾|的(?!，)|没有|仍|无正当|无|连续|拒不|又|多次|受|被|达到|任职|出现|如|"
    r"以[上下]|毕业|已|、|或者(?:超过|未)|[）)]|\d|实现(?:碳|二氧化碳))"
)
_DUTY = re.compile(
    r"应当|应(?=[自在于及将向按当])|必须|须|要(?=[在于自])|责令|限期|完成|作出|书面|答复|办结|报|提出|提交|送达|通知|公布|告知|备案|申报|缴|移交|办理|决定|审核|审查|受理"
)
_NEAR = 400
_VALID = re.compile(
    r"有效期|有期徒刑|拘役|拘留|任期|保存期|保存|徒刑|剥夺|年限|工龄|居住满|期限为$|追溯|时效|保质期|聘期|免费"
)
_HANDLING = re.compile(r"办理|审查|审批|答复|处理|决定|审核|受理|延长|办结|评审|检验")
_TASK = re.compile(r"，?(?:(?:对|将|就|按照|依照|根据|在|向)[^，。；\n]*(?<![起报送告知出行理成])，)?[^，。；\n]*")
_YEAR = re.compile(r"20\d\d")


def deadlines(wording: Wording) -> Iterator[Deadline]:
    """The time limits of a clause, each with what is to be done by then."""
    for sentence in wording.sentences:
        text = full_width_stops(sentence.of(wording.text))
        at = 0
        for found in sorted((*_WITHIN.finditer(text), *_DATE.finditer(text)), key=lambda one: one.start("due")):
            named = text.rfind("《", 0, found.start("due")) > text.rfind("》", 0, found.start("due"))
            if named or found.start("due") < at:
                continue
            task = _task(text, found)
            if task is None:
                continue
            at = found.end("due")
            yield _fact(wording, sentence, text, found, task)


def _task(text: str, found: re.Match[str]) -> str | None:
    """What is to be done by then, or None where the words set no deadline."""
    start, end = found.span("due")
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    phrase = re.split(r"[，。；：\n]", before)[-1]
    task = _TASK.match(behind)
    said = task.group().strip("， ") if task else ""
    if re.match("不", found["due"]) and not _HANDLING.search(phrase):
        return None
    if _NO_TASK.match(behind) or _VALID.search(phrase[-14:]) or _VALID.match(said):
        return None
    if said.endswith("的") and not said.endswith("目的"):
        return None
    if len(said) < 2:
        said = ""
    whole = phrase + said
    if not (_DUTY.search(whole) or (not said and _DUTY.search(before[-40:]))):
        return None
    return said or phrase.strip()


def _fact(wording: Wording, sentence: Span, text: str, found: re.Match[str], task: str) -> Deadline:
    first = found.start("from") if "from" in found.groupdict() and found["from"] else found.start("due")
    start = min(phrase_at(text, found.start("due")).start, first)
    number = LEADING_NUMBER.match(text[start:])
    start += number.end() if number else 0
    while text[start].isspace():
        start += 1
    tail = _TASK.match(text, found.end("due"))
    end = found.end("due") + (len(tail.group()) if tail else 0)
    where = wording.source_span(sentence.start + start, sentence.start + end)
    year = _YEAR.search(found["due"])
    due = text[first : found.end("due")].strip()
    return Deadline(
        kind=FactKind.DEADLINE,
        clause_id=wording.clause.id,
        span=where,
        quote=printed(wording.source, where),
        due=due,
        year=int(year.group()) if year else 0,
        task=task,
    )
