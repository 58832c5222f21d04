"""Documents called by a short form of their titles: 氢能规划, 未来产业意见, 北京管绿色建筑的条例.

People keep of a title what tells it from the others, and the word for its kind. A short
form names a document where all of it stands in that title, in pieces of two characters
or more, and where no other document of the library can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from assistant.understanding.catalogue import RUN, catalogue_of
from assistant.understanding.synonyms import built_in
from corpus.models import DocumentSummary
from corpus.numbering import number_of
from corpus.places import places_in
from corpus.vocabulary import Level

LONGEST = 20
"""Characters in front of the word for the kind that are looked through."""

LABEL = RUN
"""Characters from which what a document is called beside others can be nothing else."""

SHORTEST = 2
"""Characters of a piece; single ones stand in every title."""

_KIND = re.compile(
    r"实施意见|指导意见|若干意见|意见|实施方案|工作方案|行动方案|方案|行动计划|工作计划|计划|发展规划|规划|纲要|"
    r"管理办法|暂行办法|实施办法|办法|条例|实施细则|细则|若干规定|规定|若干措施|政策措施|措施|决定|公告|通告|"
    r"通知|指南|指引|决议|章程|准则|标准|问答|问题解答|解答|答疑|\d{1,3}条|(?<=[一-龥])法(?![一-龥])|文件|政策|材料|明电"
)
_ANSWERS = re.compile(r"问答|解答|答疑|答[一-龥]{0,6}问")
"""People call by one word for it whatever puts questions and answers them."""

_ANY = frozenset({"文件", "政策", "材料"})
"""Said of every document; they name one only where 那份 points at it."""

_POINTS = re.compile(r"[那这](?:一?[份个部项本])")
_LINK = re.compile(r"(?:的?[那这](?:一?[份个部项本])?|的|《)$")
_LEVEL = re.compile(r"^(?:国家级?|全国|我国)")
_BODIES = re.compile(r"^(?P<count>\d{1,2}|[两二三四五六七八九十]{1,3})个?(?:部门|部委)(?:的|等)?")
"""六部门余热意见: how many issued it calls a document as well as a word of its title."""

_FILLERS = re.compile(
    r"国家级?|全国|我国|省里|市里|现行的?|现有的?|目前的?|最新的?|有关|关于|对于?|[管讲说谈搞抓帮促助治的里年版等]|[那这]一?[份个部项本]|20\d\d"
)
_LEADS = re.compile(r"^(?:有关|关于|对于?|[的里])+")
_BEGINS = re.compile(
    r"(?:^|[^一-龥A-Za-z0-9]|[和与跟及在对看按把问查据照从用比给讲说]|根据|依据|请问|关于|[那这]一?[个份部])$"
)
_MADE = re.compile(
    r"(?:制定|编制|起草|修订|拟订|拟定|出台|印发|发布|完善|健全|研究|备案|报送|提交|审批|编|定|写)了?"
    r"(?:本|其|该|相应|有关|自己)?的?$"
)
"""What is still to be made is none of the documents at hand."""


class ShortForm(NamedTuple):
    """A document and the words of the question that call it."""

    document: DocumentSummary
    words: str


def called(text: str, library: Sequence[DocumentSummary]) -> Iterator[ShortForm]:
    """The documents that `text` calls by a short form of the title, in the order in which it says them."""
    for document in catalogue_of(library).labelled(text):
        # What answers call a document names it, also where others have those words in their titles.
        if len(document.label) >= LABEL and document.label in text:
            yield ShortForm(document, document.label)
    ends: set[int] = set()
    for kind in _KIND.finditer(text):
        found = _called_before(text[: kind.start()], kind.group(), library, ends)
        ends.add(kind.end())
        if found is not None:
            yield found


def _called_before(before: str, kind: str, library: Sequence[DocumentSummary], ends: Set[int]) -> ShortForm | None:
    """The one document of that kind whose title holds the words that end `before`; of two readings the longer.

    Behind another name (`ends`) the next may begin at once, as in keywords: 湖北种业方案国家种业规划.
    """
    link = _LINK.search(before)
    bare = before[: link.start()] if link else before
    if kind in _ANY and not _POINTS.search(before[-LONGEST:]):
        return None
    of_kind = [one for one in library if _is_a(kind, one)]
    for length in range(min(LONGEST, len(bare)), 1, -1):
        words, front = bare[-length:], bare[:-length]
        if not _BEGINS.search(front) and len(front) not in ends:
            continue
        meant = [one for one in of_kind if _stands_in(words, one)]
        place = _place_alone(words)
        if place and [one for one in library if one.place == place] != meant:
            return None
        if meant:
            alone = len(meant) == 1 and not _MADE.search(front)
            return ShortForm(meant[0], _LEADS.sub("", words) + before[len(bare) :] + kind) if alone else None
    return None


def _place_alone(words: str) -> str:
    """The place, where nothing else is said: it may mean any document of that place, however people call its kind."""
    places = places_in(words)
    rest = _FILLERS.sub("", words.replace(places[0], "", 1)) if len(places) == 1 else words
    return places[0] if places and rest in ("", "省", "市") else ""


def _is_a(kind: str, document: DocumentSummary) -> bool:
    title = _solid(document.title)
    if _ANSWERS.fullmatch(kind.removeprefix("问题")):
        return bool(_ANSWERS.search(title))
    return kind in _ANY or (title.endswith(kind) if kind == "法" else kind in title or kind in document.number)


def _stands_in(words: str, document: DocumentSummary) -> bool:
    """Is every character of `words` in a piece that the title or the issuers hold, but for fillers?"""
    level = _LEVEL.match(words)
    if level and document.level is not Level.NATIONAL:
        return False
    counted = _BODIES.match(words)
    if counted and number_of(counted["count"]) == len(document.issuers):
        words = words[counted.end() :]
        if not words:
            return True
    told = " ".join((_solid(document.title), document.place, *map(_solid, document.issuers)))
    return words == (level and level.group()) or _covered(words, told) >= SHORTEST


@lru_cache(maxsize=100_000)
def _covered(words: str, told: str) -> int:
    """How many characters of the words are pieces of what is told; -1 where something is left over."""
    best = {0: 0}
    for at in range(len(words)):
        if at not in best:
            continue
        filler = _FILLERS.match(words, at)
        if filler:
            best[filler.end()] = max(best.get(filler.end(), -1), best[at])
        end = at + SHORTEST
        while end <= len(words) and words[at:end] in told and not words[at:end].isdigit():
            best[end] = max(best.get(end, -1), best[at] + end - at)
            end += 1
        if end == at + SHORTEST and shortens(words[at:end], told):
            best[end] = max(best.get(end, -1), best[at] + SHORTEST)
        for typed, printed in built_in().pairs:
            # 双碳方案: a title is shortened as its words are.
            if printed in told and words.startswith(typed, at):
                end = at + len(typed)
                best[end] = max(best.get(end, -1), best[at] + len(typed))
    return best.get(len(words), -1)


@lru_cache(maxsize=100_000)
def shortens(pair: str, text: str) -> bool:
    """Does a word of two characters stand for a longer one: 社保 for 社会保险?"""
    return len(pair) == SHORTEST and bool(re.search(rf"{re.escape(pair[0])}[一-龥]{{1,2}}{re.escape(pair[1])}", text))


@lru_cache(maxsize=200_000)
def _solid(title: str) -> str:
    return re.sub(r"\s", "", title)
