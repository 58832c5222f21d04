"""那宁波呢, 2030年的呢, 拒不改正的呢: the question before, with the one thing changed that is named now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.choosing.candidates import goes_on
from assistant.understanding.naming import named_documents
from assistant.understanding.query import Asked, topic
from assistant.understanding.response_levels import with_level
from assistant.understanding.tiers import with_tier
from corpus.models import DocumentSummary
from corpus.numbering import number_of
from corpus.places import places_in

TAIL = re.compile(r"(?:的|那边|那块|方面)?(?:呢|怎么样|如何)?[？?。]*$")
HEAD = re.compile(r"^(?:那么?|还有|然后|另外)[，,]?")

QUOTED = re.compile(r"[“\"「『][^”\"」』]{2,30}[”\"」』]")
_PERIOD = r"[“\"]?十[三四五六]五[”\"]?(?:规划)?(?:期间|期末|时期|收官|结束|末|时)?"
_YEAR = re.compile(rf"(?:20\d\d年?(?:底|末)?|{_PERIOD})")
_PLACED = re.compile(rf"(?:到了?|在|至|截至|换成|换到|改成)?(?:{_YEAR.pattern})")
_ALTOGETHER = re.compile(r"总(?:数|量|的|共|体|计)|合计|一共|全部|整体")
_OF_THE_SAME = re.compile(
    rf"{_ALTOGETHER.pattern}|"
    r"这个?|那个?|同样|一样|数|数字|数值|指标|目标|情况|说法|要求|比例|比重|占比|规模|话|时候?|会|又|再|往[前后]|前|后|"
    r"是怎么[说讲写]|怎么[说讲写定]|多少|什么|如何|咋|哪些|是|的|呢|吧|要|到|达|定|了|分别|各|里|看|说|问|[，,。？?！!]"
)
_OF_PART = re.compile(r"[，,]?(?:其中|里[面头]|当中)[^，,。]*[？?。]*$")
"""What a question goes into a part of a total by: 其中小麦呢."""

_SUPPOSED = re.compile(
    r"(?:那么?)?[，,]?(?:要是|如果|假如|假若|若是|倘若|万一)(?P<case>(?:[不没未非只]|已经?|还)[^？?]{1,18}?)(?:的话|的)?(?:呢|又?(?:怎么|咋)(?:办|样|算|处理))?[？?。]*$"
)
"""要是不住院、住家里呢: the same asked of another case."""

_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:条|点|个|方面|项|类|种)?")
ASKING = re.compile(
    r"(?:是|有|达到|要到|为|罚款?|奖励?|补贴?|赔偿?)?(?:多少[家个座处项人名吨支台元条亩万天日年月周倍岁]?|几[一-龥]{1,2}|哪些[一-龥]{0,4}|是什么|什么[一-龥]{0,3}|"
    r"怎么[一-龥]{0,2}|如何[一-龥]{0,2}|何时|哪年|在哪[一-龥]{0,2}|"
    r"归谁[一-龥]{0,2}|由?谁来?(?:负责|牵头|主管|管)|[归由]?哪[个家]?(?:部门|单位)来?(?:负责|牵头|主管|管))"
)
_SIZE = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十两百]+)"
_QUANTITY = re.compile(
    rf"(?:已?满|[不没未]满|[不没]到|达到|超过|超出|不足|累计|低于|高于|少于|多于|大于|小于)?{_SIZE}(?:[到至~—-]{_SIZE})?"
    r"(?:年|天|日|个月|个?工作日|个?小时|个?人|万?元|万?块|岁|倍|摄氏度|℃|度|分贝|平方米|亩|吨|公里|米|户|辆|次)"
    r"(?:以[上下内]|之间)?"
)
_COUNTED = r"[一两二三四五六七八九十]|\d{1,2}"
_LATER = re.compile(
    rf"(?:[再又]?(?:往后|过|推|晚|延后|向后|推后)(?:推|再|个)?|再)(?P<n>{_COUNTED})年(?:[之以]?后)?|"
    rf"(?P<m>{_COUNTED})年(?:[之以]?后)|(?:再?下|后)(?:一)?个(?:五年|规划期|五年规划|五年计划)(?:末|期末)?"
)
_EARLIER = re.compile(
    rf"(?:[再又]?(?:往前|提前|早|向前|倒推|推前)(?:推|再)?)(?P<n>{_COUNTED})年(?:[之以]?前)?|(?P<m>{_COUNTED})年(?:[之以]?前)|"
    rf"(?:上|前)(?:一)?个(?:五年|规划期|五年规划|五年计划)(?:末|期末)?"
)
_SORTS = "类型级档"
"""What sorts of one thing end in: 园区类试点, 县域类试点."""

_BEGINS = re.compile(r"[对给向把将为在、，]")
_BEGINS_BARE = re.compile(rf"{_BEGINS.pattern}|[^目]的")
"""What a thing that a question asks about stands behind, one that has no 的 in itself."""

LONGEST_KIND = 4
"""Characters in front of a thing that say which kind of it is meant: 国家, 省级."""

PLAN = 5
"""Years of a plan period."""

_THING_FIRST = re.compile(
    r"(?:(?:那么?|还有|然后|另外)[，,]?)?(?P<thing>[^，,。？?]{2,16}?)(?:自己|本身|方面)?呢[，,？?\s]+(?P<asks>[^？?]{3,}?)[？?。]*"
)
_NO_MORE = re.compile(
    r"(?:具体|都|又|主要|分别|各|里面?)*(?:有|是|包括|含|列|说|讲|写|规定|要求)?了?(?:哪些|什么|啥|怎么(?:[说讲写]|规定|要求)的?)(?:内容|要求|规定)?"
)
"""建筑的呢，具体有哪些: what stands behind the comma asks nothing that 呢 does not."""

_WHO_DOES = re.compile(r"谁[来去](?P<does>[一-龥]{1,4})")

_ALIKE = re.compile(r"(?:类似|同样|相同|相似|相近|同类|一样|这种|这样|这类|此类|这些|那种|那样|那类)的?")
_WHO_ELSE = re.compile(
    r"(?:另外|其他|其它|别的|还有|除此之外|剩下|其余|余下)?(?:的|[一二两三四五六七八九十几\d]份?)*(?:地方|省市|省份|国家)*(?:方案|文件)*(?:里面?|中|当中)?"
    r"(?:哪[几些]?[份个家]?|有没有|谁)(?:的|地方|省份?|市|方案|文件)*(?:里面?|中)?[也还都又]*(?:提到|提及|提|讲到|说到|写到|涉及|写|讲|说)[过了到]*"
    r"(?:它|这[个项点件]?|同样|这方面|这件事|这事)"
)
_GENERAL = re.compile(
    r"安排|做法|规定|要求|措施|机制|政策|内容|说法|表述|提法|举措|部署|计划|打算|想法|东西|事情?|情况|目标|任务|项目|条款|办法|考虑|设想|动作|支持|的"
)
OWN = 4
"""Characters a turn may say beside asking where else a thing is spoken of."""

SAME_THERE = re.compile(
    r"(?:那边|那里|那儿)?(?:是不是|是否|会不会)?[也都同]+(?:样|是|为|要|能|可以|有|给|按|达到|罚|免|减|补贴?|执行)*"
    r"(?P<value>\d[\d.,—-]*(?:%|％|[一-龥]{1,3}?)?)?(?:[这那](?!样)个?[一-龥]{0,4}|[这那]样|同样|一样|如此)?[的了]?(?:吗|么|嘛)?[？?]*$"
)
"""湘潭也是60%吗, 遂宁也是这个比例吗: the same asked of another place."""

POINTING = re.compile(
    r"这|那(?=[个些条项种份类笔次套批件一两三四五几]|部分|方面)|上述|它|其中|同类|第[一二三四五六七八九十\d]"
)
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
    part = _OF_PART.search(before) if _ALTOGETHER.search(question) else None
    return for_year(asked.years[0], f"{before[: part.start()]}是多少？" if part else before, previous)


def for_year(wanted: int, before: str, previous: Asked) -> str:
    """The question before for another year."""
    year = f"{wanted}年"
    said = [one for one in _YEAR.finditer(before) if previous.years and _is_year(one[0])]
    if not said:
        return f"{year}{before}"
    last = said[-1]
    ending = re.search(r"[底末]$", last[0])
    return f"{before[: last.start()]}{year}{ending[0] if ending and last[0][0] == '2' else ''}{before[last.end() :]}"


def with_year_reckoned(question: str, before: Asked) -> str:
    """再往后五年呢, 五年之前: the year in place of the way to it from the one asked about; else the turn as it is."""
    found = _LATER.search(question) or _EARLIER.search(question)
    if found is None or not before.years:
        return question
    years = next((one for one in (found["n"], found["m"]) if one), "")
    count = number_of(years) if years else PLAN
    base, later = (max(before.years), 1) if found.re is _LATER else (min(before.years), -1)
    return f"{question[: found.start()]}{base + later * count}年{question[found.end() :]}"


def _is_year(text: str) -> bool:
    return text[0] == "2" or text.strip('“”"')[-1:] not in "五划间期"


def with_case(question: str, before: str) -> str:
    """那满60年的呢, 拒不改正的呢: the question before for another case; empty where no case is named."""
    bare = _bare(question)
    if tier := with_tier(bare, before):
        return tier
    if _QUANTITY.fullmatch(bare) and _QUANTITY.search(before):
        return _QUANTITY.sub(bare, before, count=1)
    if level := with_level(bare, before):
        return level
    if goes_on(bare):
        return f"{_stem(before)}，{bare}的"
    supposed = _SUPPOSED.match(question)
    if supposed:
        return f"{_stem(before)}，{supposed['case']}的"
    ordinal = re.sub(r"呢?[？?。]*$", "", HEAD.sub("", question))
    if _ORDINAL.fullmatch(ordinal) and _ORDINAL.search(before):
        return _ORDINAL.sub(ordinal, before, count=1)
    return ""


def says_case(question: str, text: str) -> bool:
    """拒不改正的呢: does a text go on to the case that is named?"""
    bare = _bare(question)
    return goes_on(bare) and bare in text


def asks_whether_same(question: str) -> bool:
    """湘潭也是60%吗: is it asked whether the same holds of another place?"""
    return bool(SAME_THERE.search(question))


def same_value(question: str) -> str:
    """The figure that is asked about again, 也是60%吗; empty where none is said."""
    found = SAME_THERE.search(question)
    return (found["value"] or "") if found else ""


def with_place(question: str, before: str, library: Sequence[DocumentSummary]) -> str:
    """那宁波呢, 无锡呢: the question before for another document or place; empty where more is named."""
    bare = re.sub(r"(?:里面?|中)?[也还又都]*(?:有没有|有无|是否有|有)$", "", SAME_THERE.sub("", _bare(question)))
    named = named_documents(bare, library)
    if named.documents and len(re.sub("|".join(map(re.escape, named.words)), "", bare)) <= 3:
        words = named_documents(before, library).words
        old = next((word for word in words if word in before), "")
        return _in_place_of(named.words[0], old, words, before) if old else f"{named.words[0]}{before}"
    elsewhere = places_in(bare)
    if elsewhere and len(bare) <= len(elsewhere[0]) + 1:
        words = (*named_documents(before, library).words, *places_in(before))
        old = next((word for word in words if word in before), "")
        return _in_place_of(bare, old, words, before) if old else f"{bare}{before}"
    return ""


def _in_place_of(new: str, old: str, words: Sequence[str], before: str) -> str:
    """The question with another place; in place of all where several are asked about side by side: 武汉与宜昌各自…"""
    names = "|".join(map(re.escape, words))
    before = re.sub(rf"《({names})》", r"\1", before)
    joined = re.search(rf"(?:{names})[省市]?(?:(?:[与和跟、及同]|以及)(?:{names})[省市]?)+", before)
    if joined is None:
        return before.replace(old, new, 1)
    return f"{before[: joined.start()]}{new}{_OF_EACH.sub('', before[joined.end() :])}"


_OF_EACH = re.compile(r"分别|各自|各(?=[有是要需得建推补])")


def with_the_other(question: str, before: str, said: str) -> str:
    """另一个市呢: the question before for the other of the two places just told; empty where none is meant."""
    if not _THE_OTHER.fullmatch(question.strip()):
        return ""
    named, told = places_in(before), places_in(said)
    others = [place for place in told if place not in named]
    if len(named) != 1 or named[0] not in told or len(others) != 1:
        return ""
    return before.replace(named[0], others[0], 1)


_THE_OTHER = re.compile(
    r"(?:那么?|还有)?[，,]?(?:另外?|剩下|其余|余下)(?:的|那|这)*一?(?:个|座|家|处)?(?:市|城市|省份?|地方|县|区|地市|地区)?(?:呢|怎么样|如何|是?多少)[？?。]*"
)


def _with_places(bare: str, before: str, library: Sequence[DocumentSummary]) -> str:
    """The question before for several documents at once; empty where fewer are named, or more than they."""
    named = named_documents(bare, library)
    words = [word for word in named.words if word in bare]
    if len(named.documents) < 2 or len(words) < 2:
        return ""
    left = re.sub("|".join(map(re.escape, words)), "", bare)
    if _OF_THE_SAME.sub(
        "",
        re.sub(r"和|与|跟|及|以及|、|各自?|都|方案|文件|(?:怎么|如何|咋)(?:做|办|安排|规定|要求|推进|部署)", "", left),
    ):
        return ""
    lead = f"{'、'.join(words[:-1])}和{words[-1]}"
    old = next((word for word in named_documents(before, library).words if word in before), "")
    return before.replace(old, lead, 1) if old else f"{lead}{before}"


def elsewhere_and_when(
    question: str, before: str, asked: Asked, previous: Asked, library: Sequence[DocumentSummary]
) -> str:
    """宁波到2025年呢: the question before for another place and another year; empty where not both are named."""
    named = _PLACED.search(question)
    if named is None or len(asked.years) != 1:
        return ""
    moved = with_place(question.replace(named[0], "", 1), before, library)
    return for_year(asked.years[0], moved, previous) if moved else ""


def put_to_others(question: str, before: str, asked: Asked, library: Sequence[DocumentSummary]) -> str:
    """What was asked before, put to other documents; empty where a turn does not ask that.

    江苏和宁波各是多少, 起步区有没有类似的安排, 另外哪几份也提到了它.
    """
    several = _with_places(_bare(question), before, library)
    if several:
        return several
    quoted = QUOTED.search(before)
    subject = quoted[0] if quoted else subject_words(before, library).replace(" ", "")
    if subject and _WHO_ELSE.search(question) and _own_words(question) <= OWN:
        return f"哪些文件提到了{subject}？"
    found = _ALIKE.search(question) if asked.documents or asked.foreign_places else None
    if found is None or not subject or _has_noun(question[found.end() :]):
        return ""
    moved = with_place(f"{question[: found.start()]}呢", before, library) if quoted else ""
    return moved or _likened(question, found, subject)


def _has_noun(behind: str) -> bool:
    """Does it say itself what is alike, as in 这种专家机构? 国家级的 and 安排 do not."""
    noun = re.split(r"[，,。？?吗呢吧]", behind)[0]
    return not noun.endswith("的") and len(_GENERAL.sub("", noun)) > 1


def _own_words(question: str) -> int:
    return len(_OF_THE_SAME.sub("", _WHO_ELSE.sub("", question)))


def _likened(question: str, found: re.Match[str], subject: str) -> str:
    """The subject by its name where it is only likened to."""
    behind = question[found.end() :]
    return f"{question[: found.start()]}{subject}{'的' if behind[:1] not in '，,。？?吗呢' else ''}{behind}"


def ends_open(question: str) -> bool:
    """X呢: does it leave what is asked to the question before?"""
    return question.rstrip("？?。 ").endswith("呢")


def asking(text: str) -> str:
    """The words by which a question asks; empty where there are none."""
    found = ASKING.search(text)
    return found[0] if found else ""


def with_thing(question: str, before: str, asked: Asked, library: Sequence[DocumentSummary]) -> str:
    """出租车呢, 公共建筑呢: the same asked of another thing; empty where it asks something itself."""
    bare, before = _bare(question), re.sub(r"《([^》]*)》", r"\1", before)
    asking = ASKING.search(before)
    ellipsis = bare != question and question.rstrip("？?").endswith("呢") and not POINTING.search(bare)
    bare = re.sub(rf"(?<=[{_SORTS}])的$", "", bare)
    if not (
        ellipsis
        and len(bare) >= (3 if bare[-1] in _SORTS else 4)
        and asking
        and not asked.documents
        and not ASKING.search(bare)
    ):
        return ""
    words = [word for word in named_documents(before, library).words if word in before]
    instead = _in_its_place(bare, before, words)
    if instead:
        return instead
    lead = "".join(words)
    noun = _WHAT_NOUN.match(before, asking.start())
    return f"{lead}{bare}{(noun or asking).group()}？"


_WHAT_NOUN = re.compile(r"(?:什么|哪些)[^，,。；？?]+")
"""What is asked for, to its end: 什么低碳技术."""


def _in_its_place(thing: str, before: str, words: Sequence[str]) -> str:
    """省级高新区 for 国家高新区: the question before with the thing that ends alike changed; empty where none does."""
    size = next((size for size in range(len(thing) - 1, 1, -1) if thing[-size:] in before), 0)
    if not size and thing[-1] in _SORTS and (sort := re.search(rf"[一-龥]{{2,4}}?{thing[-1]}(?=[一-龥])", before)):
        at = max(sort.start(), sort.end() - len(thing))
        return f"{before[:at]}{thing}{before[sort.end() :]}"
    if not size:
        return ""
    at = before.find(thing[-size:])
    named = max((before.find(word) + len(word) for word in words if before.find(word) < at), default=0)
    own = len(thing) - size
    begins = [found.end() for found in (_BEGINS if "的" in thing else _BEGINS_BARE).finditer(before, named, at)]
    start = begins[-1] if begins else named if 0 < at - named <= LONGEST_KIND else at - own
    return f"{before[:start]}{thing}{before[at + size :]}" if start >= named else ""


def place_and_question(question: str, library: Sequence[DocumentSummary]) -> tuple[str, str]:
    """山东省那份呢，准备建个什么中心: the document that is gone to, and what is asked of it; empty where none is."""
    found = _PLACE_ALONE.match(question)
    if found is None:
        return "", ""
    named = named_documents(found["place"], library)
    words = named.words or tuple(places_in(found["place"]))
    left = re.sub("|".join(map(re.escape, words)) or "^$", "", found["place"])
    place = found["place"] if named.several else words[0] if words else ""
    return (place, found["asks"]) if place and len(left) <= 2 else ("", "")


def with_thing_first(question: str, library: Sequence[DocumentSummary]) -> str:
    """维修台账呢，谁来记: the thing and what is asked of it as one question; empty for places and documents."""
    found = _THING_FIRST.fullmatch(question)
    if found is None or ends_open(found["asks"]) or POINTING.search(found["thing"]) or places_in(found["thing"]):
        return ""
    if named_documents(found["thing"], library).documents:
        return ""
    if _NO_MORE.fullmatch(found["asks"]):
        return f"{found['thing']}呢？"
    does = _WHO_DOES.fullmatch(found["asks"])
    asks = f"由谁{does['does']}" if does else found["asks"]
    return f"{found['thing']}{asks}？"


def subject_words(before: str, library: Sequence[DocumentSummary]) -> str:
    """What the question before is about, without document, place, year and the words that ask."""
    bare = _HOW_MUCH.sub(" ", _YEAR.sub(" ", re.sub(r"《[^》]*》", " ", before)))
    return topic(bare, (*named_documents(bare, library).words, *places_in(bare)))


_HOW_MUCH = re.compile(
    r"(?:是)?(?:什么|啥)时候|何时|多少[家个座处项人名吨支台元条亩万级]*|多[大高长远久]|几(?:天|日|年|个?月|个工作日|小时|次|倍)(?:之?[内前后]|以内)?|规模(?=[，,？?]|$)|有没有|说法|几[家个座处项条类种]|"
    r"(?:干|做|搞)(?:什么|啥)|([一-龥])不\1|哪些[方面]*|(?:由|归|是|找|让)?谁[来去]?[一-龥]{0,4}"
)


def _bare(question: str) -> str:
    return HEAD.sub("", TAIL.sub("", question))


def _stem(before: str) -> str:
    return re.sub(r"[？?。]+$", "", before)
