"""One item of a printed list that a question names, and what stands behind a caption that it names.

Attachments and boxes print values beside names: 3.绿色工厂数：2025年50家，2030年90家; 示范线（某集团，2026年）.
Who names the item wants what is printed beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answerable.values import needed_for
from assistant.choosing.saying import tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.asked_list import BARE
from assistant.lists.listings import OUTSIDE, Item, above, lists_of, name_of, quotable, under
from assistant.lists.named import bare_heading, lists_asked
from assistant.lists.sorts import asks_in_nouns
from assistant.lists.tables import Row, rows
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, visible_length
from corpus.vocabulary import ClauseKind, PartRole

NAMED = 0.45
"""Share of an item's own words that a question must hold to name it."""

BOTH = 1.3
"""What both shares must come to."""

TOLD = 0.6
"""Share of the question's own words that must stand in the item or above it."""

TOLD_OF_NAMED = 0.4
"""... above the caption, where the question names the document."""

LINE = 80
"""Visible characters that an item with its value may have."""

ROOM = 200
"""Visible characters that may stand behind a caption and be given whole."""

MANY = 320
"""... that the items under one may have."""

_VALUE = re.compile(r"[（(]([^（）()]{2,40})[）)]\s*$|[：:]\s*(?=\S)")
_UNIT = re.compile(r"[（(][^（）()]{1,12}[）)]")
_ASKS_FOR_VALUE = re.compile(
    r"谁|哪[个家年一些]|何时|什么时候|多少|几|括号|标注|年份|单位|目标|指标|数[量值]?|分别|各|承担|完成|建成|[额量率数值][？?]?$"
)
_NO_SUBJECT = re.compile(
    r"(?:19|20)\d\d年?|括号|标注|标明|注明|清单|名单|附件|专栏|年份|单位|目标|指标|分别|承担|完成|建成|负责|[两几]个|项目|工程|末|底"
)
_CAPTION = re.compile(
    r"[”\"」]?[的里中]?(?:[都主要具体分别各还]*(?:是|有|包括|包含|涵盖|涉及|含|指)(?:了|着|的是|的)?些?(?:哪些|哪几|什么|啥|谁)|(?:[都各]|分别)叫(?:什么|啥)|(?:包括|包含|指)(?:的)?|"
    r"[？?]?$)"
)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")


def item_asked(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The item of an attachment or a box that the question names, with the value printed beside it."""
    if asked.kind in (Kind.COMPARE, Kind.MENTION, Kind.ABOUT):
        return []
    wants_value = bool(asked.years) or bool(_ASKS_FOR_VALUE.search(asked.text))
    best: tuple[float, Row, DocumentSummary] | None = None
    for document, summary in documents:
        own = {pair for pair in pairs(_NO_SUBJECT.sub(" ", asked.topic)) if len(pair) > 1 and rarity.known(pair)}
        own -= pairs(document.title)
        for row in _items(document):
            if not wants_value and not any(head in asked.text for head in row.heads):
                continue
            fit = _fit(own, pairs(asked.topic), row, document, rarity)
            if fit and (best is None or fit > best[0]):
                best = (fit, row, summary)
    return [_said(best[1], best[2])] if best and _gives_value(asked, best[1]) else []


def _gives_value(asked: Asked, row: Row) -> bool:
    """A sum or a share is not told by the body and the date beside an item, nor a figure by the number of the item."""
    valued = (Wanted.MONEY, Wanted.SHARE, Wanted.PHONE, Wanted.FIGURE)
    needed = needed_for(asked) if asked.wanted in valued else None
    return needed is None or bool(needed.search(_NUMBERED.sub("", row.told)))


_NUMBERED = re.compile(r"^\s*[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*")


def named_alone(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The clause whose heading is all that keywords name: 安全治理 for 强化安全治理."""
    if asked.kind is not Kind.FACT or asked.wanted is not Wanted.NOTHING or not asks_in_nouns(asked.text):
        return []
    words = fold(asked.topic)
    for document, summary in documents if len(words) >= FEWEST and len(documents) == 1 else ():
        found = [one for one in document.clauses if words == bare_heading(one) and one.part not in OUTSIDE]
        text = found[0].text.strip() if len(found) == 1 else ""
        if text and visible_length(text) <= ROOM and not under(found[0], document):
            return [Statement(tidy(text), (ground_in(summary, found[0], text),))]
    return []


def behind_caption(
    asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> list[Statement]:
    """What stands behind the caption that a question for a list ends with: 服务对象有哪些, 申报材料."""
    if asked.kind is not Kind.LIST and not (asked.kind in (Kind.FACT, Kind.MEASURE) and lists_asked(asked)):
        return []
    text = fold(asked.text)
    for document, summary in documents:
        for clause in document.clauses:
            caption, words = _BRACKETED.sub("", fold(clause.heading)).rstrip("。:;"), clause.text.strip()
            fewest = FEWEST_NAMED if asked.documents and clause.num else FEWEST
            at = text.rfind(caption) if len(caption) >= fewest else -1
            if at < 0 or not _CAPTION.match(text, _behind(text, at + len(caption), document)) or clause.part in OUTSIDE:
                continue
            items = _listed(clause, document)
            if clause.kind is ClauseKind.HEADING or not (items or (words and not under(clause, document))):
                continue
            if sum(visible_length(one.text) for one in items) > MANY or (not items and visible_length(words) > ROOM):
                continue
            subject = BARE.sub(" ", asked.topic.replace(caption, " "))
            own = {pair for pair in pairs(subject) - pairs(caption) if len(pair) > 1}
            told = pairs(f"{document.title} {' '.join(name_of(one) for one in above(clause, document))}")
            enough = TOLD_OF_NAMED if asked.documents else TOLD
            if rarity.weigh(own & told) >= enough * rarity.weigh(own) and (own or len(documents) == 1):
                return [_item(one, summary) for one in items] or [
                    Statement(tidy(words), (ground_in(summary, clause, words),))
                ]
    return []


def _behind(text: str, at: int, document: Document) -> int:
    """Where a question goes on behind a caption and a word of the title: 基础类改造包含哪些内容."""
    return at + 2 if text[at : at + 2] in fold(document.title) and len(text) > at + 2 else at


def _listed(clause: Clause, document: Document) -> tuple[Item, ...]:
    """The items of the list that stands under a caption, where nothing but the list does."""
    listing = next(lists_of(clause, document), None)
    below = {one.id for one in under(clause, document)}
    return listing.items if listing and below and {one.clause.id for one in listing.items} == below else ()


def _item(item: Item, summary: DocumentSummary) -> Statement:
    words = quotable(item.clause, item.text)
    text = f"{item.clause.num}{item.text}".rstrip("；;")
    return Statement(tidy(text), (ground_in(summary, item.clause, words),))


FEWEST = 4
"""Characters that a caption must have: shorter ones stand in every other question."""

FEWEST_NAMED = 3
"""... where the question names the document, and the caption has a number."""


def _items(document: Document) -> Iterator[Row]:
    """Short lines that print a value beside a name: numbered ones of attachments and boxes, and rows of tables."""
    for clause in document.clauses:
        if clause.part in OUTSIDE or document.children(clause):
            continue
        numbered = bool(clause.num) and clause.kind not in (ClauseKind.BOX, ClauseKind.HEADING, ClauseKind.ARTICLE)
        listed = clause.part is PartRole.ATTACHMENT or clause.kind in (ClauseKind.ITEM, ClauseKind.BOX)
        line = clause.printed.strip()
        value = _VALUE.search(line)
        if numbered and listed and value and visible_length(line) <= LINE:
            yield Row(clause, line, line, _UNIT.sub("", line[: value.start()].removeprefix(clause.num)))
        elif listed:
            yield from rows(clause)


def _fit(own: set[str], said: set[str], row: Row, document: Document, rarity: Rarity) -> float:
    """How well question and row name each other; 0 where they do not."""
    name = pairs(row.name)
    higher = " ".join([*row.heads, *(name_of(one) for one in above(row.clause, document))])
    told = rarity.weigh(own & (pairs(row.printed) | pairs(higher))) / (rarity.weigh(own) or 1.0)
    named = rarity.weigh(name & said) / (rarity.weigh(name) or 1.0)
    return told + named if told >= TOLD and named >= NAMED and told + named >= BOTH else 0.0


def _said(row: Row, summary: DocumentSummary) -> Statement:
    words = quotable(row.clause, row.printed)
    return Statement(tidy(row.told), (ground_in(summary, row.clause, words),))
