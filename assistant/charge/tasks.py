"""What a body has to do where running text charges it: 各地卫生健康部门要指导…, 由市科技主管部门会同…制定.

The other way round than who acts: the sentences of a document in which the body named acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.charge.acting import acting_bodies
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import sentences, visible_length
from corpus.vocabulary import PartRole

ROOM = 330
"""Visible characters that the sentences may have together; the first is given whole."""

ABOUT = 0.3
"""Share of what else a question asks that a sentence or its heading must hold."""

SHORTEST = 3
"""Characters of a body's name as people type it."""

_ASKS = re.compile(
    r"(?:做|干|办|管|抓|负责|承担|落实|履行|完成|牵头|尽|搞)(?:好|到|了|的|些)*(?:哪|什么|啥|几)[一-龥]{0,3}|"
    r"(?:哪|什么|啥|几)[一-龥]{0,2}(?:事情?(?!项)|工作|任务|职责|责任|义务|活儿?)(?=[？?]|$)|(?:职责|任务|义务|责任)(?:是|有|包括)*(?:什么|啥|哪些)?(?=[？?]|$)|"
    r"(?:该|要|应该?|应当|需要|得|必须)(?:怎么|如何|咋)?(?:做|办|干|管)(?:什么|啥|些什么)?(?=[？?]|$)"
)
_OF_PAPER = re.compile(
    r"^[^，,。？?]{2,40}?(?:通知|通告|公告|方案|办法|规定|条例|意见|措施|规划|计划|指南|细则|文件|政策)"
    r"(?:里面?|里头|当中|中|上|对|给|要求|规定|安排|让|叫|说|，|,)+"
)
"""Words in front that say in which paper: what its title says otherwise need not stand in the sentence."""

_BESIDE = re.compile(
    r"各地区?|各级|有关|相关|应该?|应当|必须|需要|具体|主要|分别|还|都|[要得该里中在对于的了吗呢]|方面|工作|任务|职责|责任|义务|事情?|活儿?|哪些?|什么|啥"
)
_RANK = re.compile(
    r"^(?:各地市?|各级|各省级?|全[省市]|本[省市]|县级以上(?:地方)?(?:各级)?(?:人民政府)?|地方(?:各级)?|国务院|所在地|有关|相关|当地|"
    r"[省市区县]、?(?:[市区县]级?)?(?:（县）)?(?:级|人民政府)?|人员流[出入]地)+"
)


@dataclass(frozen=True)
class _Act:
    """A sentence, and the bodies that act in it."""

    clause: Clause
    text: str
    bodies: tuple[str, ...]


def tasks_in_text(asked: Asked, document: Document, summary: DocumentSummary, rarity: Rarity) -> list[Statement]:
    """The sentences in which the body that the question names acts, in their order; none where it names none."""
    if not _ASKS.search(asked.text):
        return []
    acts = list(_acts(document))
    named = max(
        (name for act in acts for body in act.bodies if (name := _named(body, asked.text))), key=len, default=""
    )
    if not named:
        return []
    rest = _BESIDE.sub(" ", _ASKS.sub(" ", asked.topic.replace(named, " ")))
    wanted = pairs(rest) - pairs(summary.title)
    wanted &= pairs(_OF_PAPER.sub("", asked.text))
    wanted = {pair for pair in wanted if rarity.known(pair)}
    own = [one for one in acts if any(named in body for body in one.bodies)]
    about = [one for one in own if rarity.weigh(wanted & _words(one)) >= ABOUT * rarity.weigh(wanted)]
    return _within_room(about, summary) if about else []


def _acts(document: Document) -> Iterator[_Act]:
    for clause in document.clauses:
        if clause.part is not PartRole.MAIN:
            continue
        for span in sentences(clause.text):
            text = span.of(clause.text).strip()
            bodies = acting_bodies(text)
            if bodies:
                yield _Act(clause, text, bodies)


def _named(body: str, text: str) -> str:
    """A body's name as the question says it: in full, or without whose it is (各地卫生健康部门)."""
    bare = _RANK.sub("", body)
    return next((name for name in (body, bare) if len(name) >= SHORTEST and name in text), "")


def _words(one: _Act) -> set[str]:
    return pairs(f"{one.clause.heading} {one.text}")


def _within_room(acts: Sequence[_Act], summary: DocumentSummary) -> list[Statement]:
    said: list[Statement] = []
    room = ROOM
    for one in acts:
        room -= visible_length(one.text)
        if said and room < 0:
            break
        said.append(Statement(one.text, (ground_in(summary, one.clause, one.text),)))
    return said
