"""What comes of not doing what was just told: 没按期报告会怎么罚, 不登记要承担什么后果.

A law lays a duty down in one article and the penalty in another, which says the duty again (未按期报告…的) or names
its article (违反第七条规定的). So the penalty is found by the duty that was told, and not by the few words of the turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import quotable
from assistant.statements import Statement, ground_in
from assistant.turns import swapping
from assistant.turns.own_words import naming
from assistant.understanding.aspects import PENALTY
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import ARTICLE
from corpus.text import visible_length
from corpus.vocabulary import ClauseKind

SAID_AGAIN = 0.5
"""Share of an act that is punished which the duty told, or the turn itself, has to say."""

OF_TURN = 0.6
"""Share of the characters of the turn's own act that duty and penalty have to say."""

MOST_OF_TURN = 0.7
"""Share of the words of an act named anew that a penalty has to say, by itself or by the articles that it names."""

SHORTEST = 4
"""Characters of such an act."""

OWN = 0.3
"""What it gains by saying all of the turn's own act."""

NAMED = 0.5
"""What a penalty gains that names the article of the duty."""

ROOM = 300
"""Visible characters of the items told."""

_WHAT_COMES = re.compile(
    rf"{PENALTY[0].pattern}|(?:会|要|得|该|将)?(?:怎么样|怎样|怎么(?:处理|处置|着|算)|咋样|如何处理)|"
    r"什么(?:后果|责任|结果|代价)|(?:什么|啥)(?:惩罚|制裁)"
)
_NEGLECT = re.compile(
    r"(?:一直|就是|拒不|拒绝|没有?|未|不|违反|违规|逾期|超期)(?:能|去|有|再)?(?=[一-龥])|"
    r"(?:要是|如果|假如|万一|若|一旦|真的?|谁|有人|企业|单位|公司|人家)"
)
_PLAIN = re.compile(
    r"[这那]么|[这那][样条项个些点]|第[一二三四五六七八九十\d]+[条项点个]|按时|及时|如期|按期|按(?:规定|要求)|做到?|办到?|"
    r"履行|遵守|执行|落实|达到|的话|都|也|就|到|了|呢|会|被|要|得|该|将|的|他|它|后果|责任|承担"
)
_PUNISHES = re.compile(r"罚款|警告|责令|处罚|处分|吊销|没收|追究|拘留|通报批评|追回")
_BY = re.compile(
    r"的?[，,](?=由|处(?!理)|责令|给予|依法|依照|按照|没收|予以|对[^，]{2,20}(?:处|给)|(?:每|最高|并)[^，]{0,6}处)"
)
_LEFT_UNDONE = re.compile(
    r"(?:未|不(?=按|及时|如实|依法|定期|建立|健全|制定|执行|履行|进行|实施)|没有?|拒不)(?:按照?(?:规定|要求)|按期|及时|如实|依法|定期)*(?:建立|健全|制定|执行|履行|进行|实施)?|"
    r"或者|以及|制度|的|(?:建立|健全|制定|执行|履行|进行|实施)"
)
"""What is said of neglecting a thing beside naming it: 不建立或者不执行验收制度 is about 验收."""

_AGAINST = re.compile(r"^(?:第[一-龥\d]+条\s*)?违反本[一-龥]{1,4}(?:的?(?:有关|相关)?规定)?[，,]")


@dataclass(frozen=True, slots=True)
class Punished:
    """An act that a law punishes: its words, the clause that prints them, the line that says what comes of it."""

    act: str
    clause: Clause
    text: str
    lead: tuple[Clause, str] | None = None
    """Where the act is an item of a list: the words above it."""


def asks_what_comes(question: str) -> bool:
    """Does a turn ask what comes of an act that it denies, or of none that it names?"""
    return bool(_WHAT_COMES.search(question))


def penalty_for(
    question: str,
    told: Sequence[Clause],
    duty: str,
    before: str,
    summary: DocumentSummary,
    document: Document,
    rarity: Rarity,
) -> list[Statement]:
    """The penalty for neglecting a duty in the words that told it; none where a turn asks no such thing."""
    acts = list(_punished(document)) if asks_what_comes(question) and not PENALTY[0].search(before) else []
    articles = {found[0] for one in told if (found := ARTICLE.search(one.path_text))}
    own = _own_act(question)
    meant = [one for one in acts if _is_of(own, f"{duty}{one.act}")]
    weighed = [(_nearness(one, duty, own, articles, rarity), one) for one in meant]
    best, chosen = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
    if chosen is None or best < SAID_AGAIN:
        return []
    if chosen.clause in told or (chosen.lead and chosen.lead[0] in told):
        return []
    beside = [one for weight, one in weighed if not own and weight >= SAID_AGAIN and _is_beside(one, chosen)]
    return list(_said(summary, beside or [chosen]))


def penalty_named(question: str, summary: DocumentSummary, document: Document, rarity: Rarity) -> list[Statement]:
    """经营者不履行职责的呢, after another penalty: that whose act, or the articles that it names, say most of it."""
    own = _NEGLECT.sub(" ", naming(question)) if swapping.ends_open(question) else ""
    words, articles = pairs(own), [one for one in document.clauses if one.kind is ClauseKind.ARTICLE]
    if len(own.replace(" ", "")) < SHORTEST or not all(rarity.known(pair) for pair in words):
        return []
    texts = {one.num: " ".join((one.printed, *(each.text for each in document.children(one)))) for one in articles}
    best: tuple[float, Punished | None] = (0.0, None)
    for one in _punished(document):
        named = " ".join(texts.get(article, "") for article in ARTICLE.findall(one.act))
        share = len(words & pairs(f"{one.act} {named}")) / len(words)
        best = max(best, (share, one), key=lambda pair: pair[0])
    return list(_said(summary, [best[1]])) if best[1] is not None and best[0] >= MOST_OF_TURN else []


def _own_act(question: str) -> str:
    """What a turn names of the act, beside denying it and asking what comes of it."""
    bare = naming(_WHAT_COMES.sub(" ", swapping.HEAD.sub("", question)))
    return "".join(_PLAIN.sub("", _NEGLECT.sub("", bare)).split())


def _is_of(own: str, text: str) -> bool:
    chars = {char for char in own if char.isalnum()}
    return len(chars & set(text)) >= OF_TURN * len(chars)


def _nearness(one: Punished, duty: str, own: str, articles: set[str], rarity: Rarity) -> float:
    words = pairs(_LEFT_UNDONE.sub(" ", one.act)) or pairs(one.act)
    said = rarity.weigh(words & (pairs(duty) | pairs(own))) / (rarity.weigh(words) or 1.0)
    chars = {char for char in own if char.isalnum()}
    of_turn = len(chars & set(one.act)) / len(chars) if chars else 0.0
    lead = one.lead[1] if one.lead else ""
    return said + OWN * of_turn + (NAMED if articles & set(ARTICLE.findall(f"{lead}{one.act}")) else 0.0)


def _punished(document: Document) -> Iterator[Punished]:
    """Each act that some clause punishes, in a sentence of its own or as an item of a list."""
    for clause in document.clauses:
        lines = [line.strip() for line in clause.text.split("\n") if line.strip()]
        items = [one for one in document.children(clause) if one.num and one.text]
        lead = lines[-1] if lines and lines[-1].endswith(("：", ":")) else ""
        for item in items if _PUNISHES.search(lead) else ():
            yield Punished(item.text, item, item.text, (clause, lead))
        for line in lines:
            act = _BY.split(_AGAINST.sub("", line), maxsplit=1)
            if line != lead and len(act) > 1 and _PUNISHES.search(act[1]):
                yield Punished(act[0], clause, line)


def _is_beside(one: Punished, chosen: Punished) -> bool:
    return bool(one.lead and one.lead == chosen.lead)


def _said(summary: DocumentSummary, acts: Sequence[Punished]) -> Iterator[Statement]:
    if acts[0].lead:
        yield _statement(summary, *acts[0].lead)
    room = ROOM
    for one in acts:
        text = quotable(one.clause, one.text)
        room -= visible_length(text)
        if one is acts[0] or room > 0:
            yield _statement(summary, one.clause, text, one.clause.num if one.lead else "")


def _statement(summary: DocumentSummary, clause: Clause, text: str, number: str = "") -> Statement:
    return Statement(f"{number}{text}", (ground_in(summary, clause, text),))
