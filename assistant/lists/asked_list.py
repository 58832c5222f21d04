"""Which list of a document a question asks for: by its noun, by how many items it says, by the place it points to.

基本原则五项 and 四条保障措施 name what a document has one of; 把示范工程划成了哪五类 names the heading
under which just as many stand; 专栏7 names the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.alike import begun_alike
from assistant.lists.listings import Item, Listing, listings, lists_of, quotable
from assistant.lists.of_noun import all_of_noun
from assistant.lists.runs import behind_heading, run_of, spelled_out
from assistant.statements import Statement, ground_in
from assistant.understanding.pointing import clauses_at, place_in
from assistant.understanding.query import Asked, Kind, topic
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import fold, visible_length
from corpus.vocabulary import PartRole

TOLD = 0.5
"""Share of the question's words that must stand above the list asked for, or in the names of its items."""

ANNOUNCED = 0.25
"""What a list gains whose lead-in prints the same count and noun: 以下三方面工作."""

ITEM_SHARE = 0.4
"""What a question's word counts that stands in the names of the items only."""

NAMED = 0.5
"""Share of an item's own words that a question must hold to ask about that item, not about the list."""

ROOM = 900
"""Visible characters that a list may have."""

LEAD = 120
"""... and the words that lead in to it: more are the opening of a whole paper."""

_DIGITS = "两二三四五六七八九十"
_MEASURE = "个|大|项|条|种|类|方面|点|样|块|部分|步|家|处|座|张|支|批|所|套|档|道"
_COUNTED = re.compile(rf"(?<![第“\"\d年月{_DIGITS}])([{_DIGITS}]{{1,2}}|\d{{1,2}})(?:{_MEASURE})的?([一-龥]{{0,6}})")
_AT_THE_END = re.compile(rf"([一-龥]{{2}})([{_DIGITS}]{{1,2}}|\d{{1,2}})(?:{_MEASURE})[？?]?$")

KINDS = {
    "原则": ("原则",),
    "准则": ("原则",),
    "保障": ("保障", "组织实施"),
    "任务": ("任务", "行动", "工程"),
    "行动": ("行动",),
    "工程": ("工程",),
    "举措": ("措施",),
    "措施": ("措施", "保障"),
    "目标": ("目标",),
    "领域": ("领域",),
    "方向": ("方向", "技术"),
    "专项": ("专项",),
}
"""Nouns by which lists are asked for, and those by which documents head them."""

_WHOLE = ("原则", "准则", "保障")
"""Of these a document has one list: the noun alone asks for it."""

BARE = re.compile(
    rf"[{_DIGITS}\d]+(?:{_MEASURE})|负责人|发言人|第?[{_DIGITS}一\d]+个?专栏|专栏[{_DIGITS}一\d]*|{'|'.join(KINDS)}|坚持|遵循|实施|制定|定|"
    r"部署|安排|提出|明确|规定|确定|设置|设立|推出|布置|规划|包含|涵盖|涉及|"
    r"(?:负责人)?答?记者问?(?:时)?|解读|材料|官方|基本|主要|重点|工作|总体|具体|方面|内容|部分|组成|构成|包括|都包括|名称|名字|叫|划|分|列|排|写|确立|名单|清单|展开|列出|类别|类型|一一"
)
"""What of a question names no subject: counts, places, the nouns of lists and the verbs that ask for them."""

_SETS_OUT = re.compile(rf"([一-龥]{{2}})(?:了|过|出)(?=哪|[{_DIGITS}\d]|几)")
"""The verb in front of the number asked for says that there is a list, whatever verb it is: 铺开了哪十项."""

ALONE = 0.2
"""... of which that much must, where no other list says of itself that it has so many items."""

_ATTACHMENT = re.compile(rf"附件([{_DIGITS}一]{{1,2}}|\d{{1,2}})")
_PART = re.compile(r"第([一二三四五六七八九十]{1,2})个?(?:大)?部分")
_YEAR = re.compile(r"(?:19|20)\d{2}\s*年?")
_ONE_OF_IT = re.compile(rf"第([{_DIGITS}一]{{1,2}}|\d{{1,2}})个?(?:{_MEASURE})(?!专栏)")
"""Who asks for the third point does not want them all."""

_UNDER = re.compile(
    r"下面|下边|底下|下设|下分|(?:又|具体|细)?分(?:为|成|了)?(?:哪|几)|由(?:哪|什么|几)[^，？]{0,6}(?:组成|构成)"
)
"""Asks for what stands under a heading that the question names."""

SAID = 0.75
"""Share of a heading's own words that the question must hold to name it."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """How many items a question says there are, and by which noun it asks for them; neither need be said."""

    count: int
    nouns: tuple[str, ...]


def asked_list(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The items of the list asked for; none where no list of the documents is."""
    pointed = _pointed(asked, documents, rarity)
    if pointed or (asked.kind is not Kind.LIST and not place_in_list(asked.text)):
        return pointed or (run_of(asked, documents, rarity) if asked.kind is Kind.FACT else [])
    spelled = spelled_out(asked, documents)
    if spelled:
        return spelled
    for wish in _wishes(asked):
        best: tuple[float, Listing, DocumentSummary] | None = None
        announced: list[tuple[float, Listing, DocumentSummary]] = []
        for document, summary in documents:
            for listing in _admitted(asked, document):
                fit = _fit(asked, wish, listing, document, rarity)
                if fit >= TOLD and (best is None or fit > best[0]):
                    best = (fit, listing, summary)
                if _announces(listing, wish):
                    announced.append((fit, listing, summary))
        if best is None and len(announced) == 1 and (asked.of_interpretation or announced[0][0] >= ALONE + ANNOUNCED):
            best = announced[0]
        if best is not None:
            return _said(best[1], best[2], place_in_list(asked.text))
    return (
        _under(asked, documents, rarity)
        or run_of(asked, documents, rarity)
        or begun_alike(asked, documents, rarity)
        or all_of_noun(asked, BARE.sub(" ", asked.topic), documents, rarity)
        or behind_heading(asked, BARE.sub(" ", asked.topic), documents, rarity)
    )


def place_in_list(text: str) -> int:
    """第三条 of a list is 3; 0 where the question asks for no single item. The last one said is the one asked for."""
    found = _ONE_OF_IT.findall(fold(text))
    return number_of(found[-1]) if found else 0


def _under(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """What stands under the heading that the question names."""
    if not _UNDER.search(asked.text):
        return []
    said = pairs(asked.topic)
    for document, summary in documents:
        for listing in _admitted(asked, document):
            heading = pairs(listing.clause.heading)
            if heading and rarity.weigh(heading & said) >= SAID * rarity.weigh(heading):
                return _said(listing, summary)
    return []


def _wishes(asked: Asked) -> Iterator[_Wish]:
    """What the question says of the list, its counts first."""
    text = fold(asked.text)
    nouns = tuple(printed for noun in KINDS if noun in text for printed in KINDS[noun])
    for found in _AT_THE_END.finditer(text):
        yield _Wish(number_of(found.group(2)), KINDS.get(found.group(1), nouns))
    for found in _COUNTED.finditer(text):
        named = next((printed for noun, printed in KINDS.items() if noun in found.group(2)), ())
        yield _Wish(number_of(found.group(1)), named or nouns)
    whole = tuple(printed for noun in _WHOLE if noun in text for printed in KINDS[noun])
    if whole and not _COUNTED.search(text):
        yield _Wish(0, whole)


def _admitted(asked: Asked, document: Document) -> Iterator[Listing]:
    for one in listings(document):
        if not asked.of_interpretation or one.clause.part is PartRole.INTERPRETATION:
            yield one


def _fit(asked: Asked, wish: _Wish, listing: Listing, document: Document, rarity: Rarity) -> float:
    """How much of what is asked stands above the list; 0 where its count or its noun is another."""
    own_head = f"{listing.clause.heading} {listing.lead}"
    if wish.count and len(listing.items) != wish.count:
        return 0.0
    ends = all(item.name.endswith(wish.nouns) for item in listing.items) if wish.nouns else False
    # 成果转化专项支持哪三类项目: the 专项 is the document's name, not what is counted.
    nouns = [noun for noun in wish.nouns if not wish.count or noun not in document.title]
    if nouns and not ends and not any(noun in own_head for noun in nouns):
        return 0.0
    above = " ".join(one.heading for one in document.ancestors(listing.clause))
    own = pairs(_subject(asked)) - pairs(document.title)
    own = {pair for pair in own if rarity.known(pair)}
    wider = pairs(asked.expansions) - own
    told = pairs(f"{own_head} {above}")
    names = pairs(" ".join(item.name for item in listing.items)) - told
    total = rarity.weigh(own)
    held = rarity.weigh(own & told) + ITEM_SHARE * rarity.weigh(own & names) + ITEM_SHARE * rarity.weigh(wider & told)
    share = min(1.0, held / total) if total else float(bool(wish.nouns))
    return share + (ANNOUNCED if _announces(listing, wish) and share else 0.0)


def _announces(listing: Listing, wish: _Wish) -> bool:
    """Does the lead-in say that so many things follow, and do they?"""
    if not wish.count or len(listing.items) != wish.count:
        return False
    return bool(re.search(rf"{_printed(wish.count)}(?:{_MEASURE})", fold(listing.lead)))


def _subject(asked: Asked) -> str:
    """What the list is to be about."""
    subject = _YEAR.sub(" ", asked.topic)
    for verb in _SETS_OUT.findall(asked.text):
        subject = subject.replace(verb, " ")
    return BARE.sub(" ", subject)


def _printed(count: int) -> str:
    digits = "零一二三四五六七八九十"
    return f"(?:{count}|{digits[count]})" if count < len(digits) else str(count)


def _pointed(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The items at the place that the question points to, where it asks for all of them."""
    place = place_in(asked.text) or _attachment_in(asked.text)
    part = () if place else _part_in(asked.text)
    place = place or part
    if not place:
        return []
    counts = {wish.count for wish in _wishes(asked)} - {0}
    for document, summary in documents:
        for clause in clauses_at(place, document):
            for listing in lists_of(clause, document):
                item = _item_named(asked, listing, rarity) if asked.kind is Kind.MEASURE and asked.documents else None
                if item is not None:
                    return _one(item, listing, summary)
                if part and not _of_nothing_else(asked, clause, document, rarity):
                    continue
                alone = bool(part) or _names_place_alone(asked, clause, document, rarity)
                if not alone and (asked.kind is not Kind.LIST or not asked.documents):
                    continue
                if (not counts or len(listing.items) in counts) and not _asks_for_one(asked, listing, rarity):
                    return _said(listing, summary)
    return []


def _attachment_in(text: str) -> tuple[str, ...]:
    """附件2 and 附件二, as a path prints them."""
    found = _ATTACHMENT.search(fold(text))
    return (f"附件{number_of(found.group(1))}",) if found else ()


def _part_in(text: str) -> tuple[str, ...]:
    """第三部分, as a path prints its number."""
    found = _PART.search(text)
    return (found.group(1),) if found else ()


def _of_nothing_else(asked: Asked, clause: Clause, document: Document, rarity: Rarity) -> bool:
    """Does the heading of the part hold what the question asks for there: 第三部分要培育的潜力产业?"""
    told = pairs(_subject(asked)) - pairs(document.title)
    own = {pair for pair in told if len(pair) > 1 and rarity.known(pair)}
    return bool(own) and rarity.weigh(own & pairs(clause.heading)) >= SAID * rarity.weigh(own)


def _names_place_alone(asked: Asked, clause: Clause, document: Document, rarity: Rarity) -> bool:
    """专栏7 with its heading and no other subject asks for what stands there."""
    heading, title = pairs(topic(clause.heading, ())), pairs(document.title)
    own = pairs(_subject(asked)) - title
    telling = heading - title or heading
    named = rarity.weigh(telling & pairs(asked.topic)) >= SAID * rarity.weigh(telling)
    return bool(heading) and named and rarity.weigh(heading & own) >= SAID * rarity.weigh(own)


def _asks_for_one(asked: Asked, listing: Listing, rarity: Rarity) -> bool:
    """Does the question name one of the items by words that the heading above does not hold?"""
    told = pairs(f"{listing.clause.heading} {listing.lead}")
    words = pairs(asked.topic)
    for item in listing.items:
        own = pairs(item.name) - told
        if own and rarity.weigh(own & words) >= NAMED * rarity.weigh(own):
            return True
    return False


def _item_named(asked: Asked, listing: Listing, rarity: Rarity) -> Item | None:
    """The item of a list at the place pointed to that the question names: 专栏1里储能是怎么写的."""
    words = pairs(asked.topic)
    for item in listing.items:
        own = pairs(item.name)
        if own and rarity.weigh(own & words) >= SAID * rarity.weigh(own):
            return item
    return None


def _said(listing: Listing, summary: DocumentSummary, nth: int = 0) -> list[Statement]:
    """The lead-in, where it is one, and the items; or one of them, with what is said of it."""
    if nth:
        return _one(listing.items[nth - 1], listing, summary) if nth <= len(listing.items) else []
    if sum(visible_length(item.text) for item in listing.items) > ROOM:
        return []
    said = []
    if listing.lead.endswith(("：", ":")) and visible_length(listing.lead) <= LEAD:
        said.append(_statement(listing.clause, listing.lead, summary, listing.lead))
    for item in listing.items:
        numbered = item.clause is not listing.clause
        said.append(_statement(item.clause, item.text, summary, f"{item.clause.num if numbered else ''}{item.text}"))
    return said


def _one(item: Item, listing: Listing, summary: DocumentSummary) -> list[Statement]:
    numbered = item.clause.num if item.clause is not listing.clause else ""
    said = [_statement(item.clause, item.text, summary, f"{numbered}{item.text}")]
    if item.rest and visible_length(item.rest) <= ROOM:
        said.append(_statement(item.clause, item.rest, summary, item.rest))
    return said


def _statement(one: Clause, quote: str, summary: DocumentSummary, text: str) -> Statement:
    words = quotable(one, quote)
    return Statement(tidy(text.rstrip("；;")), (ground_in(summary, one, words),))
