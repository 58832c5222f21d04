"""那宁波呢, 2030年的呢, 拒不改正的呢: the question before, with the one thing changed that is named now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.naming import named_documents
from assistant.query import Asked, topic
from assistant.scoring import goes_on
from corpus.models import DocumentSummary
from corpus.places import places_in

TAIL = re.compile(r"(?:的|那边|那块|方面)?(?:呢|怎么样|如何)?[？?。]*$")
HEAD = re.compile(r"^(?:那么?|还有|然后|另外)[，,]?")

_PERIOD = r"[“\"]?十[三四五六]五[”\"]?(?:规划)?(?:期间|期末|时期|收官|结束|末|时)?"
_YEAR = re.compile(rf"(?:20\d\d年?(?:底|末)?|{_PERIOD})")
_PLACED = re.compile(rf"(?:到了?|在|至|截至|换成|换到|改成)?(?:{_YEAR.pattern})")
_OF_THE_SAME = re.compile(
    r"这个?|那个?|同样|一样|数|数字|数值|指标|目标|情况|说法|要求|比例|比重|占比|规模|话|时候?|会|又|再|往[前后]|前|后|"
    r"是怎么[说讲写]|怎么[说讲写定]|多少|什么|如何|咋|哪些|是|的|呢|吧|要|到|达|定|了|分别|各|里|看|说|问|[，,。？?！!]"
)
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项|类|种)?")
_ASKING = re.compile(
    r"(?:是|有|达到|要到|为|罚款?|奖励?|补贴?|赔偿?)?(?:多少[家个座处项人名吨支台元条亩万天日年月周倍岁]?|几[一-龥]{1,2}|哪些[一-龥]{0,4}|是什么|什么[一-龥]{0,3}|"
    r"怎么[一-龥]{0,2}|如何[一-龥]{0,2}|何时|哪年|在哪[一-龥]{0,2})"
)
_QUANTITY = re.compile(
    r"(?:已?满|不满|超过|不足|累计)?(?:\d+|[一二三四五六七八九十两]+)(?:年|天|日|个月|人|万?元|岁|倍)"
)
POINTING = re.compile(r"这|那(?!么|块|边|时)|上述|它|其中|同类|第[一二三四五六七八九十\d]")
_PLACE_ALONE = re.compile(
    r"(?:那么?|换成?|换到|再看看?|看看|至于)?[，,]?(?P<place>[^，,。？?]{2,24}?)"
    r"(?:方面|层面|那边|这边|那份|那里|文件|方案|省里|市里)?(?:里面?|中|上)?(?:是?(?:怎么|咋|如何)[说写讲定规安排的]*)?呢?[，,：:](?P<asks>.{4,})"
)


def with_year(question: str, before: str, asked: Asked, previous: Asked) -> str:
    """那到2030年呢, “十六五”末是多少: the question before for another year; empty where more than a year is said."""
    named = _PLACED.search(question)
    if len(asked.years) != 1 or named is None or asked.documents or asked.foreign_places:
        return ""
    if _OF_THE_SAME.sub("", HEAD.sub("", question.replace(named[0], "", 1))).strip('“”" '):
        return ""
    year = f"{asked.years[0]}年"
    said = [one for one in _YEAR.finditer(before) if previous.years and _is_year(one[0])]
    if not said:
        return f"{year}{before}"
    last = said[-1]
    ending = re.search(r"[底末]$", last[0])
    return f"{before[: last.start()]}{year}{ending[0] if ending and last[0][0] == '2' else ''}{before[last.end() :]}"


def _is_year(text: str) -> bool:
    return text[0] == "2" or text.strip('“”"')[-1:] not in "五划间期"


def with_case(question: str, before: str) -> str:
    """那满60年的呢, 拒不改正的呢: the question before for another case; empty where no case is named."""
    bare = _bare(question)
    if _QUANTITY.fullmatch(bare) and _QUANTITY.search(before):
        return _QUANTITY.sub(bare, before, count=1)
    if goes_on(bare):
        return f"{_stem(before)}，{bare}的"
    ordinal = re.sub(r"呢?[？?。]*$", "", HEAD.sub("", question))
    if _ORDINAL.fullmatch(ordinal) and _ORDINAL.search(before):
        return _ORDINAL.sub(ordinal, before, count=1)
    return ""


def with_place(question: str, before: str, library: Sequence[DocumentSummary]) -> str:
    """那宁波呢, 无锡呢: the question before for another document or place; empty where more is named."""
    bare = _bare(question)
    named = named_documents(bare, library)
    if named.documents and len(re.sub("|".join(map(re.escape, named.words)), "", bare)) <= 3:
        old = next((word for word in named_documents(before, library).words if word in before), "")
        return before.replace(old, named.words[0], 1) if old else f"{named.words[0]}{before}"
    elsewhere = places_in(bare)
    if elsewhere and len(bare) <= len(elsewhere[0]) + 1:
        words = (*named_documents(before, library).words, *places_in(before))
        old = next((word for word in words if word in before), "")
        return before.replace(old, bare, 1) if old else f"{bare}{before}"
    return ""


def with_thing(question: str, before: str, asked: Asked, library: Sequence[DocumentSummary]) -> str:
    """出租车呢, 公共建筑呢: the same asked of another thing; empty where it asks something itself."""
    bare, asking = _bare(question), _ASKING.search(before)
    ellipsis = bare != question and question.rstrip("？?").endswith("呢") and not POINTING.search(bare)
    if not (ellipsis and len(bare) >= 4 and asking and not asked.documents and not _ASKING.search(bare)):
        return ""
    lead = "".join(word for word in named_documents(before, library).words if word in before)
    return f"{lead}{bare}{asking.group()}？"


def place_and_question(question: str, library: Sequence[DocumentSummary]) -> tuple[str, str]:
    """山东省那份呢，准备建个什么中心: the document that is gone to, and what is asked of it; empty where none is."""
    found = _PLACE_ALONE.match(question)
    if found is None:
        return "", ""
    named = named_documents(found["place"], library)
    left = re.sub("|".join(map(re.escape, named.words)) or "^$", "", found["place"])
    return (named.words[0], found["asks"]) if named.documents and len(left) <= 2 else ("", "")


def subject_words(before: str, library: Sequence[DocumentSummary]) -> str:
    """What the question before is about, without document, place, year and the words that ask."""
    bare = _HOW_MUCH.sub(" ", _YEAR.sub(" ", re.sub(r"《[^》]*》", " ", before)))
    return topic(bare, (*named_documents(bare, library).words, *places_in(bare)))


_HOW_MUCH = re.compile(
    r"多少[家个座处项人名吨支台元条亩万级]*|多[大高长远久]|规模(?=[？?]|$)|有没有|说法|几[家个座处项条类种]|"
    r"(?:干|做|搞)(?:什么|啥)|哪些[方面]*"
)


def _bare(question: str) -> str:
    return HEAD.sub("", TAIL.sub("", question))


def _stem(before: str) -> str:
    return re.sub(r"[？?。]+$", "", before)
