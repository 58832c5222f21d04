"""What is left of a sentence that says little whatever words it holds: slogans, announcements, counts, questions."""

from __future__ import annotations

import re

from assistant.choosing.candidates import Candidate
from assistant.understanding.query import Asked, Kind
from corpus.header import is_signature
from corpus.text import visible_length
from corpus.vocabulary import PartRole

_HOLLOW = re.compile(r"以习近平|高举.{0,12}旗帜|深入贯彻落实?党的|指导思想")

_TALLY = re.compile(r"(?:[一-龥]{1,8}\s*\d+\s*[例人户家个起件名][、，,；;和及]?\s*){4}")
"""南宁市50例、柳州市24例、…: counts by place, in which nothing is done."""

_SETS_UP = re.compile(r"制定(?:了)?本|特制定|现将[^。]{2,80}(?:印发|转发|发布)")
"""Why a document was made and that it is sent out: it tells how nothing is done."""

_HANDED_ON = re.compile(
    r"(?:印发|转发|发布|下发)给你们|请(?:认真|切实)?(?:遵照|贯彻|组织|抓好|结合)[^，。]{0,12}(?:执行|实施|落实)"
)

_OF_ITS_MAKING = re.compile(r"印发|发布|下发|出台|发的|同意|审议|通过|批准|会议|发给")
"""A question about how a document came to be: such a notice is where that stands."""

_SCOPE = re.compile(
    r"本(?:指南|办法|规定|规程|规范|标准|细则|方案|导则|条例|法|措施|意见)(?:规定了|适用于|是根据|主要规定)|"
    r"(?:可以?)?(?:参照|适用)本?(?:指南|办法|规定|规程|规范|标准|细则|条例|法|执行)[^，。；]{0,4}[。；]"
)
"""What a document is about and for whom: it says nothing of what they have to do."""

_SCOPE_ASKED = re.compile(
    r"适用|范围|参照|按照?|照|遵|执行|管(?:不管|到|得|哪|谁)|依据|根据|是否|是不是|能不能|吗|[哪什]|谁"
)

_WHO = re.compile(r"谁")

_CASE_AMONG = re.compile(r"(?:情形|情况|行为)之一")

_CASE = re.compile(r"的[；;。]?$")

_ANNOUNCED = re.compile(r"现[将就][^。]{2,80}如下[。：:]$|(?:回答了?|接受了?|答)[^。，]{0,8}记者的?(?:提问|采访|问)。$")
"""That something follows: what follows is told elsewhere."""

_PUTS = re.compile(r"[？?][”」』’\"）)]*$|(?:有何|如何|怎么|怎样|是否|哪些|什么)[^。；]{0,30}(?:…|\.{3,})")
"""A sentence that asks itself, or a teaser that trails off in a question."""

ON_SCOPE = 0.6
"""What is left to a sentence on what its document is about, where that is not asked."""

HANDS_ON = 0.4
"""... to one of the notice that hands a document on, which only says so."""

A_CASE = 0.8
"""... to one of the cases in which something else follows, where it is asked who does a thing: it rules nothing."""

PUTS = 0.4
"""What is left to a sentence that asks itself: it holds the words of the question, and answers nothing."""

TALLY = 0.4
"""What is left to one that only counts up numbers, where none is asked for."""

SLOGAN = 0.6
"""... to a slogan."""

ANNOUNCED = 0.5
"""... to one that says that something follows, or why its document was made."""

REPEATS = 0.75
"""... to what a page or an interview prints of the document."""

TOO_SHORT = 0.6
"""... to one shorter than ten characters."""


def share_left(asked: Asked, candidate: Candidate, needed: re.Pattern[str] | None) -> float:
    """A factor of at most one; `needed` is what a sentence must show that gives the value asked for, if one is."""
    text, question = candidate.text, asked.text
    of_doing = asked.kind in (Kind.MEASURE, Kind.LIST)
    left = 1.0
    if _HOLLOW.search(text) and "思想" not in question:
        left *= SLOGAN
    if needed is None and of_doing and _TALLY.search(text):
        left *= TALLY
    if candidate.evidence.clause.part is PartRole.COVER_NOTICE:
        left *= _hands_on(asked, text, needed)
    if _ANNOUNCED.search(text):
        left *= ANNOUNCED
    if candidate.row is None and _PUTS.search(text):
        left *= PUTS
    if _WHO.search(question) and _CASE_AMONG.search(candidate.led_by) and _CASE.search(text):
        left *= A_CASE
    if of_doing and _SETS_UP.search(text):
        left *= ANNOUNCED
    if not _SCOPE_ASKED.search(question) and _SCOPE.search(text):
        left *= ON_SCOPE
    if candidate.evidence.clause.part in (PartRole.WEB_TEXT, PartRole.INTERPRETATION) and "解读" not in question:
        left *= REPEATS
    return left * (TOO_SHORT if visible_length(text) < 10 else 1.0)


def _hands_on(asked: Asked, text: str, needed: re.Pattern[str] | None) -> float:
    """To whom a notice hands a document on, that it does, and who signs: nothing of what the document says."""
    if text.endswith(("：", ":")):
        return HANDS_ON
    formula = _HANDED_ON.search(text) or is_signature(text.rstrip("。"))
    shown = needed is not None and needed.search(text)
    of_its_making = asked.about is not None or _OF_ITS_MAKING.search(asked.text)
    return HANDS_ON if formula and not shown and not of_its_making else 1.0
