"""The same target in two places of a document: one statement with two citations, or two figures that differ.

Told by the words around the figure. What is new (新增) and what is there in all (累计) are
two targets, and so are two years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answerable.unknown_matter import of_any_policy
from assistant.answerable.values import NEEDED
from assistant.choosing.candidates import Candidate
from assistant.choosing.spoken_years import governing_years
from assistant.citations import figures
from assistant.finding.rarity import pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document
from corpus.text import fold, sentences
from corpus.vocabulary import NumberingScheme, PartRole

ALIKE = 0.8
"""Of the words around two figures, so much must be the same for one target."""

TELLING = 6
"""With fewer characters around a figure than this, nothing says what it is a figure of."""

SUBJECT = 0.6
"""Share of the subject that headings give which must stand over or in the other place too."""

COUNTED = frozenset({Wanted.FIGURE, Wanted.SHARE, Wanted.MONEY})
DIFFER = "以上几处给出的数字不一致，请以原文为准。"

_OF_ANY_PART = re.compile(r"主要|总体|基本|具体|一般|其他")
"""What headings say beside 目标 and 任务, and any may."""

_CUT = re.compile(r"(?<=[，；。：])|(?<=[,;])(?!\d)")
_FLOW = re.compile(r"新增|累计|每年|年均|培育壮大|新建|改造|降低|下降|提高|增长|减少|引进|培养")
_FIGURES = re.compile(r"\d[\d.,]*(?:[-—–~～至到]\d[\d.,]*)?[%‰]?")
_FRAME = re.compile(
    r"^(?:到|至|在)?(?:20\d\d|“?十[三四五六]五”?)年?(?:末|底|前|，)*|[，。；：,;:.]$|以上|左右|不低于|不少于|力争|达到|约|"
    r"全[国省市县区]"
)


_OF_ANY_GRANT = re.compile(
    r"每(?:家|户|人|个|项|名|件|台|套|处|吨|亩)?|企业|单位|机构|项目|个人|申报|同一|年度?|累计|单个|最高|最低|不超过|不低于|给予|予以|补[助贴]|"
    r"奖[励补]|资[助金]|支持|一次性|按照?|连续|标准|总额|限额|[百千万亿]?元|的|可|为|达|至"
)
"""每家企业每年最高50万元: a cap that stands behind many grants, and says of none which."""

_OF_ONE = 2


@dataclass(frozen=True, slots=True)
class _Target:
    """A part of a sentence with its figures taken out, and the figures."""

    words: str
    figures: frozenset[str]
    flow: frozenset[str]


def with_doubles(
    asked: Asked, best: Candidate, said: Sequence[Statement], document_of: Callable[[str], Document]
) -> tuple[list[Statement], str]:
    """The statements with every place of the same target cited, and a word of warning where figures differ.

    Articles are told by what they are about, not by the words around their sums: 处…罚款 stands in many.
    """
    own = _asked_for(asked, best)
    if own is None:
        return list(said), ""
    document = document_of(best.evidence.document.id)
    if document.scheme is NumberingScheme.STATUTE:
        return list(said), ""
    known = {one.clause.id for statement in said for one in statement.grounds}
    first, *rest = said
    others: list[Statement] = []
    differ = False
    for clause, text, target in _elsewhere(document, own, best, _of_heading(asked, best, own)):
        found = ground_in(best.evidence.document, clause, text)
        differ = differ or target.figures != own.figures
        if target.figures == own.figures:
            rest = [one for one in rest if fold(text) not in fold(one.text)]
            first = replace(first, grounds=(*first.grounds, found))
        elif clause.id not in known:
            others.append(Statement(text, (found,)))
    return [first, *others, *rest], DIFFER if differ else ""


def _asked_for(asked: Asked, best: Candidate) -> _Target | None:
    """The target that the best sentence answers with: of its parts with a figure, the nearest to the question."""
    if asked.wanted not in COUNTED:
        return None
    needed = NEEDED[asked.wanted]
    want = pairs(asked.topic)
    parts = [part for part in _CUT.split(best.text) if needed.search(_FRAME.sub("", part)) and _target(part)]
    chosen = max(parts, key=lambda part: len(want & pairs(part)), default="")
    return _target(chosen) if chosen else None


def _of_heading(asked: Asked, best: Candidate, own: _Target) -> set[str]:
    """What the question says that stands in the headings over the best sentence, and not around its figure."""
    heads = best.headings
    above = {pair for pair in pairs(of_any_policy(_OF_ANY_PART.sub(" ", heads))) if len(pair) > 1}
    return pairs(asked.topic) & above - pairs(own.words)


def _elsewhere(
    document: Document, own: _Target, best: Candidate, subject: set[str]
) -> Iterator[tuple[Clause, str, _Target]]:
    """The places of the same target; what a heading is the subject of is that under the same words alone."""
    years = governing_years(best)
    for clause in document.clauses:
        if clause.id == best.evidence.clause.id or clause.part is not PartRole.MAIN:
            continue
        if _beside(document, best.evidence.clause, clause):
            continue
        above = "".join(one.heading for one in (*document.ancestors(clause), clause))
        if len(subject & pairs(f"{above} {clause.text}")) < SUBJECT * len(subject):
            continue
        for span in sentences(clause.text):
            text = span.of(clause.text)
            spoken = {int(year) for year in re.findall(r"(20\d\d)\s*年", text)}
            for part in _CUT.split(text):
                target = _target(part)
                if target and _same(own, target) and not (years and spoken and not years & spoken):
                    yield clause, text, target
                    break


def _beside(document: Document, one: Clause, other: Clause) -> bool:
    """Do two clauses stand under different headings of one: Ⅱ级响应 and Ⅲ级响应, one sort of project and another?"""
    ours, theirs = (*document.ancestors(one), one), (*document.ancestors(other), other)
    shared = sum(1 for mine, its in zip(ours, theirs, strict=False) if mine.id == its.id)
    if shared == 0 or shared in (len(ours), len(theirs)):
        return False
    mine, its = ours[shared].heading, theirs[shared].heading
    return bool(mine and its) and mine != its


def _target(part: str) -> _Target | None:
    bare = _FRAME.sub("", fold(part))
    found = frozenset(figures(bare))
    words = _FIGURES.sub("", bare)
    if not found or len(words) < TELLING or len(_OF_ANY_GRANT.sub("", words)) < _OF_ONE:
        return None
    return _Target(words, found, frozenset(_FLOW.findall(bare)))


def _same(one: _Target, other: _Target) -> bool:
    ours, theirs = pairs(one.words), pairs(other.words)
    return one.flow == other.flow and len(ours & theirs) >= ALIKE * len(ours | theirs)
