"""Money: funds that are set up, and amounts given, with what they are for. Fines and fees are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.figures import Figure, figures
from corpus.facts.models import FactKind, Fund, Quantity
from corpus.facts.units import Sort
from corpus.facts.wording import Wording, full_width_stops, phrase_at, printed
from corpus.models import Span

_SET_UP = re.compile(
    r"(?:设立|安排|筹集|设置|发起|组建|建立)(?P<fund>(?!的|健全|利用|落实)[^，。；：\n]{0,40}?"
    r"(?:专项资金|基金|资金池|专项经费|资金(?!池|需求|问题|投入|来源|链|支持)|经费))(?!\S{0,8}(?:机制|制度|账户|支付))"
)
_GIVES = re.compile(r"给予|奖励|补助|补贴|资助|安排|拨付|支持|投入|设立|奖补|发放|规模")
_NO_FUND = re.compile(r"罚|注册资本|缴纳|收费|押金|工资|保证金|诉讼|标的|赔偿|违法所得|货值|税|票|营业收入|产值|销售")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*")
_UNNAMED = 3
"""安排资金 names no fund."""


def funds(wording: Wording) -> Iterator[Fund]:
    """The funds and amounts of one clause."""
    for sentence in wording.sentences:
        text = full_width_stops(sentence.of(wording.text))
        amounts = [one for one in figures(text) if one.sort is Sort.MONEY and not one.spelled]
        taken: list[Figure] = []
        for found in _SET_UP.finditer(text):
            phrase = phrase_at(text, found.start())
            if len(found["fund"].strip()) <= _UNNAMED:
                continue
            inside = [one for one in amounts if phrase.start <= one.span.start < phrase.end]
            taken += inside
            yield _fund(wording, sentence, phrase, found["fund"].strip(), inside[0].quantity if inside else None)
        for amount in amounts:
            phrase = phrase_at(text, amount.span.start)
            if amount in taken or _NO_FUND.search(phrase.of(text)) or not _GIVES.search(phrase.of(text)):
                continue
            yield _fund(wording, sentence, phrase, _purpose(text, phrase), amount.quantity)


def _purpose(text: str, phrase: Span) -> str:
    """What an amount is given for: the phrase before, where it names who gets it (对…的，), else the phrase itself."""
    if phrase.start > 1 and text[phrase.start - 1] == "，":
        before = _NUMBER.sub("", phrase_at(text, phrase.start - 2).of(text))
        if re.match("对|凡|按|每|为|给", before) or before.endswith("的"):
            return before
    return phrase.of(text)


def _fund(wording: Wording, sentence: Span, phrase: Span, purpose: str, quantity: Quantity | None) -> Fund:
    where = wording.source_span(sentence.start + phrase.start, sentence.start + phrase.end)
    return Fund(
        kind=FactKind.FUND,
        clause_id=wording.clause.id,
        span=where,
        quote=printed(wording.source, where),
        purpose=purpose,
        quantity=quantity,
    )
