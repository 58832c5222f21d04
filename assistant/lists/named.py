"""The list that a question names by the words above it: by its heading, or by its lead-in and what sort of list it is.

Heading and question must agree both ways: the question says the heading's words, and what else it
says stands above the list. Who names one of the items asks about that item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.asked_list import BARE, ROOM
from assistant.lists.listings import Item, Listing, above, listings, measures, name_of, quotable
from assistant.lists.sorts import (
    DEFINITE,
    Sort,
    asks_for_list,
    asks_in_nouns,
    forbids,
    is_of,
    of_the_side,
    sorts_of,
    without_sorts,
)
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences, visible_length
from corpus.vocabulary import PartRole

TOLD = 0.6
"""Share of the question's own words that must stand above the list."""

TOLD_BY_SORT = 0.5
"""... where the words above say that it is a list of the sort asked for."""

HEADING = 0.4
"""Share of the heading's words that the question must hold to name it."""

BOTH = 1.2
"""What both shares must come to: a heading that is named by half must leave nothing of the question untold."""

WHOLLY = 0.95
"""... one that is said in full need leave no more untold than half of the question: the rest says it in other words."""

ALL_TOLD = 0.9
BY_A_PART = 0.05
"""Who asks of what parts something is made may name its heading by a part of it, if by that all is told."""

SURE = 1.4
"""How well a list must fit keywords that do not say that they ask for one: 推荐名额."""

HALF_TOLD = 0.45
TELLING = 4
"""Pairs of characters from which a heading is said in full by nobody who does not mean it."""

OF_A_SORT = 6
"""Visible characters of a heading that says little more than of what sort its list is: 申报条件."""

IN_NAMES = 0.4
"""What a word of the question counts that stands in the names of the items only, or in other words above."""

IN_TITLE = 0.5
"""Share of the question's subject that a title must hold more than to name the document."""

BY_NAME = 0.9
"""Share of a heading's words by which a question names that one of several under a head of the sort asked for."""

UNTOLD = 0.0
"""What of the question may be left that neither of the two says."""

OF_ITS_HEAD = 0.2
"""What a list gains that says nothing of its sort where the heading above it does: 申报材料, 1.补助项目."""

UNHEARD = "000"
"""As many pairs of characters in a row that no document holds are a word."""

ITS_OWN = 0.6
"""Share of an item's own words that a question must hold to ask about that item."""

WHOLE = 320
"""Visible characters up to which items without headings are given whole; of more, the first sentence of each."""

_BUILT_OF = re.compile(
    r"下面|底下|下设|分(?:为|成|了)?(?:哪|几)|由[^，？]{1,8}(?:组成|构成)|(?:包括|包含|有|含)(?:哪几|几)"
)
_PROVISIONS = "措施|举措|安排|意见|政策|办法|要求|规定|支持|事项|提醒|倡议"
_PROVIDES = re.compile(
    rf"(?:{_PROVISIONS})(?:里|中|一共|总共|共|都|主要|具体|分别|提出|明确|规定|有|包括|是|了|的)*(?:哪些|哪几|几)[条项个]?(?:内容)?[？?]?$|"
    rf"(?:哪些|哪几[条项个])[^，]{{0,4}}(?:{_PROVISIONS})[？?]?$"
)
_WHICH_TOO = re.compile(
    r"(?:几|多少)[^，]{0,6}[，、,]?.{0,4}(?:哪些|哪几|分别(?:是|叫|为)|[都各](?:是|叫)?(?:什么|啥|哪))"
)
_BRACKETS = re.compile(r"[（）()]")
_MEANS = re.compile(r"指(?:的)?(?:是)?(?:哪|什么|啥|谁)|含义|定义|意思")
"""Asks what a word means: a sentence says that."""

_NO_SUBJECT = re.compile(
    r"附[件表][一二三四五六七八九十\d]*|项目|产品|技术|信息|事情|东西|单位|地方|情况|情形|问题|要求|办理|需要|提供|发布|公布|采取|进行|属于|点名|列入|搞|弄|建有|"
    r"[得要须]?(?:满足|符合|具备|达到)|全面|一律|完全|应当|可以|同时|当年|分别|几[个项类种条家块档]"
)
"""The verb that asks for a list, the noun that any list may be asked for by."""

_ANYBODY = re.compile(
    r"(?:专项|扶持|补助|奖补)*(?:资金|政策)|我们?|咱们?|你们?|自己|想要?|打算|企业|公司|单位|机构|申请|申报|报名|认定|评定|准备|附上?|享受|领取?|拿到?|能够?|会|任意|任何|其中|"
    r"随便|达不到|达到|没有?|算|才|就|[得都](?=$|\s)|[一二三四五六七八九十两]条"
)
"""Who wants something of a document, and what they do with any: it tells no list from another."""

_LEADS_IN = re.compile(r"下列|以下|如下|提交$|提供$|报送$")
"""A heading that leads in to what stands under it."""

_HANDED_IN = re.compile(
    r"[应需须]?[当要]?(?:同时)?(?:(?:提交|提供|报送|递交)|(?:满足|符合|具备)(?:以下|下列)?(?:\w项)?(?:基本)?(?:条件|要求)?)[：:]?$"
)
"""What a heading says of those it names: what they have to hand in, or to fulfil."""

_LABEL = re.compile(r"【([^【】]{2,10})】\s*$")
"""【政策依据】 over a list: it is of that, whatever the heading above says."""

_OF_WHICH = re.compile(r"^其中[：:]$")
"""Details of the sentence before: no list of what the heading names."""

_NOUN = re.compile(r"(?:哪|有|分|成|为)(?:几|些)?(?:个|项|大|大类|类|种|家|条|块|座|款)?([一-龥]{2,6})[？?。]?$")
HOLLOW = re.compile(
    r"[（(][^）)]*[）)]|分配表|一览表|明细表?|清单|名单|目录|表$|统筹|推进|推动|加快|稳步|积极|着力|大力|完善|建立|健全|加强|强化|实施|开展|打造|提升|促进|构建|深化|优化|持续|"
    r"全面|扎实|有序|切实|进一步|做好|加大|落实|突出|夯实|筑牢|做强|做优|提高|增强|拓展|构筑|措施|工作|[后後]的|[有是]?(?:哪些|什么|哪几|多少)|如何|怎么|《[^》]*》|应当|下列|以下|如下|之一|情形|条件|规定|本条例|本办法|[的有及和等在由对]|第[一二三四五六七八九十百]+条"
)
"""Words of headings and lead-ins that name no subject."""

_GENERIC = re.compile(r"基本|主要|工作|重点|保障|具体|总体|组织|实施|落实|原则|任务|措施|要求|目标|附件|附则|其他")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a question wants of a list."""

    own: frozenset[str]
    """Pairs of its subject that the title of the document does not hold."""
    subject: frozenset[str]
    said: frozenset[str]
    wider: frozenset[str]
    sorts: tuple[Sort, ...]
    noun: str


def named_list(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The items of the list that the question names; none where it names no list."""
    asks = asked.kind is Kind.LIST or (asked.kind in (Kind.FACT, Kind.MEASURE) and lists_asked(asked))
    nouns = asked.kind is Kind.FACT and asked.wanted is Wanted.NOTHING and asks_in_nouns(asked.text)
    if not asks and not nouns:
        return []
    if _MEANS.search(asked.text) or _unheard_of(subject_of(asked), rarity):
        return []
    best: tuple[float, Listing, DocumentSummary] | None = None
    for document, summary in documents:
        wish = _wish(asked, document, rarity)
        told = rarity.weigh(wish.subject - wish.own) > IN_TITLE * rarity.weigh(wish.subject)
        known = bool(asked.documents) or len(documents) == 1 or told
        for listing in _admitted(asked, document):
            fit = _fit(asked, wish, listing, document, rarity, known=known)
            if fit >= (0.0 if asks else SURE) and fit and (best is None or fit > best[0]):
                best = (fit, listing, summary)
    sorts = sorts_of(asked.text)
    one = [] if best and _is_of(sorts, best[1]) else _under_its_sort(asked, documents, rarity)
    return one or (_said(best[1], best[2]) if best else _measures(asked, documents, rarity))


def _under_its_sort(
    asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> list[Statement]:
    """What one heading says among others under a head of the sort asked for: 申报对象, 1.研发补助：…."""
    for document, summary in documents:
        wish = _wish(asked, document, rarity)
        for listing in _admitted(asked, document):
            if listing.lead or not _is_of(wish.sorts, listing):
                continue
            named = [item for item in listing.items if item.rest and _held(item, wish, rarity) >= BY_NAME]
            rest = wish.own - pairs(f"{name_of(listing.clause)} {' '.join(item.name for item in named)}")
            if len(named) == 1 and visible_length(named[0].rest) <= WHOLE and rarity.weigh(rest) <= UNTOLD:
                return [_item(named[0], named[0].rest, listing, summary)]
    return []


def _is_of(sorts: Sequence[Sort], listing: Listing) -> bool:
    """Do its lead-in or its heading say that a list is of one of these sorts?"""
    above_it = [words for words in (led_by(listing.lead), name_of(listing.clause)) if words]
    return any(is_of(sort, words) for sort in sorts for words in above_it)


def _held(item: Item, wish: _Wish, rarity: Rarity) -> float:
    """How much of an item's heading the question says."""
    own = pairs(item.name)
    return rarity.weigh(own & wish.said) / rarity.weigh(own) if own else 0.0


def _measures(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """All that a document provides, where the question names nothing but the document and asks what it provides."""
    if asked.kind is not Kind.LIST or not _PROVIDES.search(asked.text):
        return []
    for document, summary in documents[:1]:
        wish = _wish(asked, document, rarity)
        listing = measures(document)
        if listing is None or not (wish.subject or asked.documents):
            continue
        if not wish.own - pairs(listing.clause.text):
            return _said(listing, summary)
    return []


def asks_which_too(text: str) -> bool:
    """Does who asks how many also ask which: 方向有几个，分别是哪些?"""
    return bool(_WHICH_TOO.search(text))


def lists_asked(asked: Asked) -> bool:
    """Does the question ask for a list in other words than 哪些, or with the name of its document at the end?"""
    return asks_for_list(asked.text) or (asks_for_list(asked.topic) and asks_in_nouns(asked.text))


def _unheard_of(topic: str, rarity: Rarity) -> bool:
    """Does the question name a thing by a word that no document holds any part of?"""
    for words in topic.split():
        met = "".join("1" if rarity.known(words[at : at + 2]) else "0" for at in range(len(words) - 1))
        if UNHEARD in met:
            return True
    return False


def subject_of(asked: Asked) -> str:
    """What a list is to be about, by the question for it."""
    return _NO_SUBJECT.sub(" ", BARE.sub(" ", _ANYBODY.sub(" ", without_sorts(asked.topic))))


def _wish(asked: Asked, document: Document, rarity: Rarity) -> _Wish:
    subject = {pair for pair in pairs(subject_of(asked)) if len(pair) > 1 and rarity.known(pair)}
    own = subject - with_bridges(subject_of(asked), pairs(document.title)) - _said_of_issuers(asked, document)
    found = _NOUN.search(asked.text)
    return _Wish(
        frozenset(own),
        frozenset(subject),
        frozenset(pairs(asked.text) | pairs(asked.expansions)),
        frozenset(pairs(asked.expansions) - own),
        sorts_of(asked.text),
        found.group(1) if found else "",
    )


def _said_of_issuers(asked: Asked, document: Document) -> set[str]:
    """Who issued it, as the question says that, in full or as people shorten it: whose rule it is names no list."""
    issuers = " ".join(issuer.text for issuer in document.metadata.issuers)
    typed = [
        found.group()
        for said, printed in asked.synonyms.pairs
        if printed in issuers and (found := re.search(rf"{re.escape(said)}[部委厅局]?", asked.text))
    ]
    return pairs(" ".join([issuers, *typed]))


def bare_heading(clause: Clause) -> str:
    """A heading without the verbs in front of its subject."""
    bare = "".join(HOLLOW.sub(" ", fold(clause.heading)).split()).rstrip("。：:")
    return bare.removesuffix("工程").removesuffix("行动")


def with_bridges(text: str, told: set[str]) -> set[str]:
    """What is told, and the pairs of `text` between two that are: 充电设施 where 充电基础设施 is told."""
    bridges = {
        text[at : at + 2]
        for at in range(1, len(text) - 2)
        if text[at - 1 : at + 1] in told and text[at + 1 : at + 3] in told
    }
    return told | bridges


def _admitted(asked: Asked, document: Document) -> Iterator[Listing]:
    for one in listings(document):
        if not asked.of_interpretation or one.clause.part is PartRole.INTERPRETATION:
            yield one


def _fit(asked: Asked, wish: _Wish, listing: Listing, document: Document, rarity: Rarity, *, known: bool) -> float:
    """How well the words above a list fit the question; 0 where they do not."""
    heading, lead = name_of(listing.clause), led_by(listing.lead)
    label = f"{heading} {lead}"
    higher = " ".join(f"{one.num} {name_of(one)}" for one in above(listing.clause, document))
    share = _share(wish, f"{label} {higher}", listing, rarity)
    named = _named(wish, heading, _shared(listing.clause, document), rarity)
    sorted_ = _is_of(wish.sorts, listing)
    nearest = above(listing.clause, document)[-1:]
    by_head = not sorted_ and any(is_of(sort, name_of(one)) for sort in wish.sorts for one in nearest)
    ends = bool(wish.noun) and (
        heading.endswith(wish.noun) or all(fold(item.name).endswith(wish.noun) for item in listing.items)
    )
    if (lead or forbids(asked.text)) and not of_the_side(asked.text, label):
        return 0.0
    labelled = _LABEL.search(lead or listing.clause.text)
    if labelled and labelled[1][-2:] not in wish.said:
        return 0.0
    generic = not pairs(_GENERIC.sub(" ", heading))
    led = bool(lead or _LEADS_IN.search(heading)) or visible_length(heading) <= OF_A_SORT
    if not sorted_ and wish.sorts and any(is_of(sort, lead or heading) for sort in DEFINITE if sort not in wish.sorts):
        return 0.0
    by_sort = (sorted_ or by_head) and led and (bool(wish.own) or known) and share >= TOLD_BY_SORT
    by_part = _BUILT_OF.search(asked.text) and bool(wish.own) and share >= ALL_TOLD and named >= BY_A_PART
    by_name = named >= HEADING and share >= TOLD and named + share >= BOTH and (known or not generic)
    in_full = named >= WHOLLY and share >= HALF_TOLD and len(pairs(heading)) >= TELLING and not generic
    if not (by_sort or by_part or by_name or in_full) or _asks_for_one(wish, listing, f"{label} {higher}", rarity):
        return 0.0
    near = rarity.weigh(wish.said & pairs(label)) / (rarity.weigh(wish.said) or 1.0)
    return share + 0.5 * named + 0.3 * sorted_ + OF_ITS_HEAD * by_head + 0.3 * ends + 0.2 * near


def _share(wish: _Wish, words: str, listing: Listing, rarity: Rarity) -> float:
    """Of the question's own words, how much stands above the list."""
    told = pairs(words) | pairs(_BRACKETS.sub("", words))
    total = rarity.weigh(wish.own)
    if not total:
        return 1.0
    names = pairs(" ".join(item.name for item in listing.items)) - told
    held = rarity.weigh(wish.own & told) + IN_NAMES * rarity.weigh((wish.own & names) | (wish.wider & told))
    return min(1.0, held / total)


def _shared(clause: Clause, document: Document) -> set[str]:
    """The words that a heading shares with its sisters or with the title: they do not tell it from another."""
    sisters = document.children(document.by_id[clause.parent_id]) if clause.parent_id else document.children(None)
    others = pairs(" ".join(name_of(one) for one in sisters if one is not clause))
    return others | pairs(document.title)


def _named(wish: _Wish, heading: str, shared: set[str], rarity: Rarity) -> float:
    """Of the words that tell the heading from others, how much the question says."""
    own = pairs(HOLLOW.sub(" ", _HANDED_IN.sub("", heading))) or pairs(heading)
    own = own - shared or own
    return rarity.weigh(own & wish.said) / rarity.weigh(own) if own else 0.0


def _asks_for_one(wish: _Wish, listing: Listing, words: str, rarity: Rarity) -> bool:
    told = pairs(words)
    for item in listing.items:
        own = pairs(_HANDED_IN.sub("", _first(item))) - told
        if own and rarity.weigh(own & wish.said) >= ITS_OWN * rarity.weigh(own):
            return True
    return False


def _first(item: Item) -> str:
    """An item's name, or the first sentence of one without a heading."""
    span = next(iter(sentences(item.text)), None)
    return span.of(item.text).strip() if span else item.text


def led_by(lead: str) -> str:
    """The sentence that leads in to the list, without those in front of it."""
    return re.split(r"(?<=。)|\n", lead.strip())[-1].strip()


def _said(listing: Listing, summary: DocumentSummary) -> list[Statement]:
    """The lead-in, where it is one, and the items, each with its ordinal."""
    whole = sum(visible_length(item.text) for item in listing.items) <= WHOLE
    texts = [(item, item.text if whole or listing.lead else _first(item)) for item in listing.items]
    if sum(visible_length(text) for _, text in texts) > ROOM:
        return []
    lead = led_by(listing.lead)
    if _OF_WHICH.match(lead):
        before = [span.of(listing.clause.text).strip() for span in sentences(listing.clause.text)][-2:-1]
        return [_statement(listing.clause, one, one, summary) for one in before]
    said = [_statement(listing.clause, lead, lead, summary)] if lead else []
    return [*said, *(_item(item, text, listing, summary) for item, text in texts)]


def _item(item: Item, text: str, listing: Listing, summary: DocumentSummary) -> Statement:
    number = item.clause.num if item.clause is not listing.clause else ""
    return _statement(item.clause, f"{number}{text}".rstrip("；;：:"), text, summary)


def _statement(one: Clause, text: str, quote: str, summary: DocumentSummary) -> Statement:
    words = quotable(one, quote)
    return Statement(tidy(text), (ground_in(summary, one, words),))
