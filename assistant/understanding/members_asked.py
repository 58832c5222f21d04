"""Which ones they are, of what a document only counts or calls by a slogan: 两横三纵是哪几条, 选中的是哪一百座城市.

A sentence that prints the slogan or the number is as near as can be, and says nothing of what was
asked. It has to unfold it: to count up as many things, beside the slogan or behind 即, 包括, a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.choosing.candidates import Candidate
from assistant.choosing.tallies import tallies
from assistant.statements import Statement, ground
from corpus.numbering import chinese_to_int
from corpus.text import fold
from corpus.text import sentences as sentences_of
from index.models import Evidence

ENOUGH = 5
"""Things counted up from which a list of many counts as told."""

MANY = 9
"""Things from which a short list is no list of all of them."""

NEAR = 12
"""Characters behind a slogan within which what unfolds it begins."""

_NUMERALS = "一二三四五六七八九十百千万两双多"
_DIGITS = rf"(?:[{_NUMERALS[:-2]}]{{1,3}}|\d{{1,4}})"
_MEASURE = r"(?:个|座|条|家|项|类|种|户|大|处|所|块|支|批|名|位|点|区|县|市|端|化|步|员)"
_COUNTED = (
    re.compile(rf"哪(?P<n>一[百千万]|{_DIGITS})\s*{_MEASURE}?"),
    re.compile(
        rf"(?<![第“\d])(?P<n>{_DIGITS})[多余来]?\s*{_MEASURE}[^，。；？?]{{2,24}}?(?:各自?|分别|具体|都|到底)*(?:是|为|叫|有|指|在|建在|选在)"
        rf"(?:哪[些几]|哪里|哪儿|什么名?(?=[？?。]*$)|啥名?(?=[？?。]*$))"
    ),
    re.compile(
        rf"(?<![第“\d])(?P<n>{_DIGITS})[多余来]?\s*{_MEASURE}[^，。；？?]{{1,20}}?的?(?:名单|名称|名字)[？?。]*$"
    ),
)
_SLOGAN = re.compile(
    rf"[“\"「](?P<quoted>[^”\"」]*[{_NUMERALS}\d][^”\"」]*)[”\"」]|(?P<bare>(?:[{_NUMERALS[:-1]}][一-龥]){{2,4}})"
)
_NAMED = re.compile(rf"{_DIGITS}{_MEASURE}(?P<noun>[一-龥]{{2,6}}?)(?=[的是有由分指为，？?]|$)")
_PIECE = re.compile(rf"(?:[{_NUMERALS}]|\d+)[一-龥]?")
_WHICH = re.compile(
    rf"[^，。；？?]{{0,10}}?(?:(?:各|分别|具体|到底|都)*(?:代)?(?:指|表)(?:的)?(?:是)?(?:什么|啥|哪|多少|谁)|名称|名字|叫(?:什么|啥)|名单|"
    rf"选(?:了|定|中)的?(?:是|有)?哪[些几]|[，,]?[^，。；？?]{{0,6}}有(?:没有|无)?(?:具体)?的?名单|"
    rf"(?:是|指|为|叫|有|由|包括|包含|涵盖|选了?|选定|选中)的?哪(?:几|{_DIGITS})\s*(?:{_MEASURE}|$|[？?])|分别(?:是|叫|为|指)(?:什么|啥|哪|谁)?|(?:什么|啥)(?:意思|含义)|由哪)"
)
_EACH_PART = re.compile(r"[^。；？?]{0,24}?分别(?:代)?(?:指|表示?|对应)(?:的|着)?(?:是)?(?:什么|啥|哪|多少)")
"""“十百千”工程，十、百、千分别指什么: what each part of a slogan stands for."""

_WHAT = re.compile(
    r"[^，。；？?]{0,6}?(?:的?(?:具体|主要)?(?:内容|要求|含义|意思))?(?:具体|分别)?(?:指的?)?(?:是|为)(?:什么|啥)(?:意思)?[？?。]*$"
)
"""... that a sentence may explain in whatever words; where one counts them up, that is told."""

_UNFOLDS = re.compile(
    r"^[”\"」]?(?:[“\"「][^”\"」]{1,12}[”\"」])?[^，。；“”]{0,12}?(?:，?即|，?(?:是|指(?![导示挥标定引派]))(?:的是)?|，?(?:具体|分别|主要)?(?:包括|包含|为)|[：:（(]|——)"
)


_WHOLE = re.compile(r"[^。！？\n]{1,400}[。！？]|[^。！？\n]+")


class Members(NamedTuple):
    """How many things are asked for by name (0: not said), and the slogan that stands for them, if any."""

    how_many: int
    slogan: str
    by_name: bool = True
    """Must they be named, or may what a slogan means be told in other words?"""


@lru_cache(maxsize=512)
def members_asked(question: str) -> Members | None:
    """The things that a question wants named; None where it asks for none."""
    called = _SLOGAN.search(question)
    slogan = (called["quoted"] or called["bare"]) if called else ""
    rest = question[called.end() :] if called else question
    counted = next((found for pattern in _COUNTED if (found := pattern.search(fold(rest)))), None)
    count = _number(counted["n"]) if counted else 0
    if called and counted and _WHICH.match(rest):
        return Members(count, slogan)
    if count > 2:
        return Members(count, "")
    behind = question[called.end() :] if called else ""
    if called and (_WHICH.match(behind) or _EACH_PART.match(behind)):
        return Members(0, slogan)
    return Members(0, slogan, by_name=False) if called and _WHAT.match(question[called.end() :]) else None


def must_be_named(question: str) -> bool:
    """Does nothing but their names answer?"""
    wish = members_asked(question)
    return wish is not None and wish.by_name


def names_none_of_them(question: str, chosen: Sequence[Candidate], evidence: Sequence[Evidence] = ()) -> bool:
    """Are things asked for by name, that the chosen sentences, and those found around them, name none of?"""
    wish = members_asked(question)
    if wish is None:
        return False
    around = [text for one in evidence for text in re.split(r"(?<=[。；\n])", one.text)]
    return not unfolded(wish, [f"{one.led_by}{one.text}" for one in chosen], around)


def some_of_many(question: str, listed: Sequence[Statement]) -> bool:
    """Are few things listed where very many are asked for: five kinds of support for 130 projects?"""
    wish = members_asked(question)
    if wish is None or wish.slogan or wish.how_many <= MANY:
        return False
    return 2 * len(listed) < wish.how_many and not unfolded(wish, [one.text for one in listed])


def unfolding(question: str, evidence: Sequence[Evidence]) -> list[Statement]:
    """The sentence that counts up as many things of that name as the question says, or unfolds its slogan."""
    wish = members_asked(question)
    if wish is None:
        return []
    named = _NAMED.search(question)
    noun = named["noun"] if named else ""
    for one in evidence:
        for sentence in sentences_of(one.text):
            text = sentence.of(one.text).strip()
            counted_up = bool(noun) and noun in text and wish.how_many in tallies(text)
            if _unfolds(wish.slogan, fold(text)) if wish.slogan else counted_up:
                whole = _to_its_stop(one.text, one.text.find(text))
                return [Statement(whole, (ground(one, whole),))]
    return []


def _to_its_stop(text: str, start: int) -> str:
    """The sentence from its beginning to the full stop, over the semicolons between the things it counts up."""
    found = _WHOLE.match(text, start)
    return found.group() if found else text[start:]


def unfolded(wish: Members, sentences: Sequence[str], around: Sequence[str] = ()) -> bool:
    """Does one of the sentences name them, or all of them together; a slogan may be unfolded around them?"""
    if wish.slogan:
        said = re.match(rf"({_DIGITS}){_MEASURE}", wish.slogan)
        many = wish.how_many or (_number(said.group(1)) if said else 0)
        repeated = fold(wish.slogan[said.end() :]) if said else ""
        if len(repeated) > 1 and many > 1 and any(fold(one).count(repeated) >= many for one in (*sentences, *around)):
            return True
        least = min(many, ENOUGH) if many > 2 else ENOUGH
        counted = (fold(one) for one in sentences if fold(wish.slogan) not in fold(one))
        return any(_unfolds(wish.slogan, fold(one)) for one in (*sentences, *around)) or any(
            max(tallies(one), default=1) >= least for one in counted
        )
    least = min(wish.how_many, ENOUGH)
    if len(sentences) >= wish.how_many:
        return True
    return any(max(tallies(one), default=1) >= least for one in sentences)


def _unfolds(called: str, sentence: str) -> bool:
    slogan = fold(called)
    for found in re.finditer(re.escape(slogan), sentence):
        before = re.split(r"[，。；：:,;]", sentence[: found.start()])[-1].rstrip('“"「')
        behind = sentence[found.end() :]
        if tallies(before):
            return True
        if _UNFOLDS.match(behind) and (tallies(behind[: 20 * NEAR]) or re.search(r"[和与及；;]", behind[: 4 * NEAR])):
            return True
    if _alike(slogan) and re.search(_alike(slogan), sentence):
        return True
    pieces = [piece for piece in _PIECE.findall(slogan) if len(piece) > 1]
    rest = sentence.replace(slogan, "")
    return len(pieces) > 1 and all(piece in rest for piece in pieces)


def _alike(slogan: str) -> str:
    """三网 as it is unfolded: as many things, each of which ends in 网; "" where a slogan is none of that kind."""
    found = re.fullmatch(rf"({_DIGITS})([一-龥]{{1,2}})", slogan)
    many = _number(found[1]) if found else 0
    if found is None or not 2 < many <= MANY:
        return ""
    thing = rf"[^，。；：、]{{1,10}}?{found[2]}"
    return rf"(?:{thing}、){{{many - 2}}}{thing}(?:、|和|与|及|以及){thing}"


def _number(said: str) -> int:
    if said.isdigit():
        return int(said)
    if re.search(r"[万亿]", said):
        return 10_000
    return chinese_to_int(said.replace("两", "二").replace("双", "二"))
