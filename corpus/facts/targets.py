"""Quantified targets and numbers of things to be built: which figures of a clause are one.

A figure is a target by its verb (达到, 下降, 新增, 建成) or by the year set for it. Conditions
(超过5万立方米的企业), results (截至2022年底), aid and the figures of statutes without a year are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.facts import verbs
from corpus.facts.goals import Goal, goals
from corpus.facts.models import Bound, Direction, FactKind, Measure, Target
from corpus.facts.names import NOTHING, Name, bare, distributed, measures, name_of
from corpus.facts.phrases import Phrase, phrases
from corpus.facts.units import Sort
from corpus.facts.wording import Wording, printed
from corpus.facts.years import Timeline, base_year, listed_years, timeline
from corpus.models import Document, Span
from corpus.places import places_in
from corpus.vocabulary import ClauseKind, DocumentType, NumberingScheme, PartRole

_PAST = re.compile(
    r"截至|截止|已(?!列|纳|被)|目前|同比|环比|去年|上年|近年来|以来|曾|[当昨]日|[当昨]天|[共现另还]有|病例|确诊|(?<!目标)完成了"
)
_SAYS_HOW_MUCH = re.compile(r"\d|[一二三四五六七八九十两百千万亿零]|无[一-龥]化")
_LOOK_BACK = 300
"""A result is told by words no farther before its figure than this."""

_AMONG = re.compile(r"[^，。；]{1,8}?[中内里](?=[建新开实推布设])")
_AID = re.compile(
    r"给予|奖励|补助|补贴|资助|罚|处以|注册资本|贴息|贷款|授信|资金|扣除|退还|减免|缴|每(?:人|户|家|亩|吨|辆|个)|保险|费用?"
)
_PERIODIC = re.compile(r"每(?:次|季度?|月|周|日|天|人|半年|户|班)")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,16}$")
_ONWARD = re.compile(r"(?:左右)?\s*(?:提高|提升|增加|增长|扩大|下降|降低|降|减少|压减)[到至]")
_PROJECT = re.compile(r"(?:项目|工程|基地|电站|机组|示范区)(?:等|$|建设|、|。)")
_KINDS = re.compile(
    r"^(?:[一-龥]{0,2}(?:方面|措施|政策|环节|领域|税种|问题|原则|要求|部门|指标|步骤|阶段|条款|规定)|县$|次)"
)
_LINES = re.compile(r"线|路|道|带|链|河|渠")
_PLANNING = frozenset({DocumentType.PLAN, DocumentType.OPINIONS})
_STRIVING = re.compile(r"力争|努力|争取")
_REACHING = re.compile(r"突破|不(?:得)?低于|不少于|控制在|超过")
_MEANT = re.compile(r"实现|力争|确保|努力|争取|目标")
_HIGH_STANDARD = r"(?:高[标水]准|高质量|科学|统筹|加快|重点|着力|积极|规划|集中)*"
_LIST_BUILT = re.compile(rf"\s*{_HIGH_STANDARD}(?:{verbs.BUILDS.pattern})[^，。；]*、")


@dataclass
class _Said:
    """What a sentence has said so far; a figure without words of its own goes on with it."""

    name: Name = NOTHING
    names: tuple[Name, ...] = ()
    base: int = 0
    flow: bool = False
    direction: Direction = Direction.LEVEL
    accepted: bool = False
    start: int = 0
    years: list[int] = field(default_factory=list)


def targets_of(document: Document, wording: Wording) -> Iterator[Target]:
    """The targets of one clause, in the order of its words; none of a news text, which repeats the document."""
    if wording.clause.part is PartRole.WEB_TEXT:
        return
    years = timeline(document, wording)
    said = _Said()
    for sentence in wording.sentences:
        text = sentence.of(wording.text)
        if not _SAYS_HOW_MUCH.search(text):
            continue
        said = _Said(name=said.name if wording.text[: sentence.start].rstrip().endswith(("；", ";")) else NOTHING)
        yield from _figures(document, wording, years, sentence, said)
        if not _PAST.search(text):
            yield from (_goal(document, wording, years, sentence, goal) for goal in goals(text))


def _figures(document: Document, wording: Wording, years: Timeline, sentence: Span, said: _Said) -> Iterator[Target]:
    """The targets of a sentence; `said` has what the one before it left to go on with."""
    text = sentence.of(wording.text)
    found = phrases(text)
    for i, phrase in enumerate(found):
        at = phrase.figure.span.start
        if not (phrase.linked and said.years):
            said.years = _years_each(text[:at], found, i)
        year = said.years.pop(0) if said.years else years.year_at(sentence.start + at, sentence.start)
        if _starts_from(text, phrase):
            said.name = Name("", bare(_FROM.sub("", phrase.own)))
        said.accepted = not (_is_past(text, phrase, years, sentence) or _starts_from(text, phrase)) and _is_target(
            document, wording, phrase, year, said
        )
        if said.accepted:
            _hear(said, found, i)
            yield _target(document, wording, sentence, phrase, year, said)


def _is_past(text: str, phrase: Phrase, years: Timeline, sentence: Span) -> bool:
    """Is it a result that the figure gives: 截至2020年底达到, 现有, 同比? A year set after such words ends them."""
    meant = years.before(sentence.start + phrase.figure.span.start, sentence.start)
    since = meant.span.end - sentence.start if meant else 0
    return bool(_PAST.search(text, max(since, phrase.span.end - _LOOK_BACK), phrase.span.end))


def _is_target(document: Document, wording: Wording, phrase: Phrase, year: int, said: _Said) -> bool:
    figure, own, behind = phrase.figure, phrase.own, phrase.behind
    if (document.scheme is NumberingScheme.STATUTE and not year) or (year and year < _written(document)):
        return False
    if not (year or _prospective(document, wording, phrase)):
        return False
    if _PERIODIC.search(own) or behind.endswith("基础上"):
        return False
    if figure.quantity.unit == "小时" and "利用" not in own:
        return False
    if behind.startswith("的") and not _governed(phrase):
        return False
    if figure.sort in (Sort.MONEY, Sort.RATIO) and _AID.search(behind if figure.sort is Sort.RATIO else own + behind):
        return False
    if figure.spelled:
        return _spelled(phrase)
    if figure.sort is Sort.COUNT:
        if (
            _KINDS.match(behind)
            or ("在" in own and _AMONG.match(behind))
            or (figure.quantity.unit == "条" and not _LINES.search(behind or own))
        ):
            return False
        reaching = _REACHING.match(figure.quantity.printed)
        doing = verbs.last_verb(own) or verbs.REACH.search(own) or reaching or (year and verbs.IS.search(own))
        return bool(doing) or (said.accepted and bool(own.strip() or behind))
    return _measured(wording, phrase, year, said)


def _governed(phrase: Phrase) -> bool:
    """形成300万千瓦的能力, 培育5个的, against 用水超过5万立方米的企业: does a verb of doing stand right before?"""
    verb = verbs.last_verb(phrase.own)
    plain = phrase.figure.sort is Sort.COUNT and phrase.figure.quantity.bound is Bound.EXACT
    return plain or bool(verb and verb.end() == len(phrase.own.rstrip()) and verb.group() != "达到")


def _years_each(before: str, found: Sequence[Phrase], i: int) -> list[int]:
    """到2025年、2030年 ... 分别达到 two figures: a year for each; empty where they do not go with the figures."""
    meant = listed_years(before) if "分别" in found[i].own else ()
    return list(meant) if len(meant) > 1 and len(meant) == _run(found, i) else []


def _starts_from(text: str, phrase: Phrase) -> bool:
    """由500万千瓦提高到1200万千瓦: is this the first of the two?"""
    return bool(_FROM.search(phrase.own) and _ONWARD.match(text[phrase.figure.span.end :].lstrip("，,")))


def _prospective(document: Document, wording: Wording, phrase: Phrase) -> bool:
    """Without a year: is it a plan, a clause on goals, or a word of striving that says what is yet to be reached?"""
    planned = document.metadata.document_type in _PLANNING or "目标" in wording.clause.heading
    return planned or bool(_STRIVING.search(phrase.before) or "确保" in phrase.before)


def _written(document: Document) -> int:
    metadata = document.metadata
    if metadata.date:
        return int(metadata.date.iso[:4])
    return metadata.number.year if metadata.number else 0


def _spelled(phrase: Phrase) -> bool:
    """百万吨级 where something is to be done; 四大, 四类 only where a list of what is built ends in it."""
    if phrase.figure.quantity.bound is Bound.ORDER or phrase.figure.sort is not Sort.COUNT:
        return bool(re.match("[^十百千万亿]", phrase.behind)) and (
            phrase.linked or verbs.last_verb(phrase.own) is not None
        )
    if not phrase.behind:
        return False
    if phrase.figure.quantity.unit in ("大", "类"):
        return bool(_LIST_BUILT.match(phrase.own))
    verb = verbs.last_verb(phrase.own)
    return bool(verb and verb.end() == len(phrase.own.rstrip()) and verbs.BUILDS.fullmatch(verb.group()))


def _measured(wording: Wording, phrase: Phrase, year: int, said: _Said) -> bool:
    own = phrase.own
    if verbs.REACH.search(own) or verbs.CHANGE.search(own) or verbs.RATE.search(own):
        return True
    if _REACHING.match(phrase.figure.quantity.printed) or (said.accepted and own.startswith("其中")):
        return True
    if year and verbs.IS.search(own):
        return True
    if phrase.linked and not own.strip():
        return said.accepted
    doing = verbs.last_verb(own) is not None
    if phrase.figure.sort is Sort.MEASURE and _PROJECT.search(phrase.behind):
        return wording.clause.kind in (ClauseKind.BOX, ClauseKind.ITEM) or doing
    bound = phrase.figure.quantity.bound is not Bound.EXACT
    return bool(year or _MEANT.search(phrase.before)) and (bound or doing or measures(own))


def _hear(said: _Said, found: Sequence[Phrase], i: int) -> None:
    """Takes in what the i-th figure is said of."""
    phrase = found[i]
    own = phrase.own
    continued = phrase.linked and not own.strip()
    if not continued:
        said.names = distributed(phrase, _run(found, i))[::-1]
        said.start = phrase.span.start
        change = verbs.CHANGE.search(own) or verbs.RATE.search(own)
        said.direction = Direction.LEVEL
        if change:
            said.direction = Direction.FALL if change["fall"] else Direction.RISE
        if verbs.last_verb(own) or verbs.ADDS.search(own) or verbs.REACH.search(own):
            said.flow = bool(verbs.ADDS.search(own))
    if said.names:
        said.name, said.names = said.names[-1], said.names[:-1]
        return
    name = name_of(phrase, said.name)
    said.base = base_year(phrase.before + phrase.figure.quantity.printed) or (said.base if name == said.name else 0)
    said.name = name


def _run(found: Sequence[Phrase], i: int) -> int:
    """How many figures follow one another from the i-th on with nothing but 、 or 和 between them."""
    run = 1
    while i + run < len(found) and found[i + run].linked and not found[i + run].own.strip():
        run += 1
    return run


def _target(document: Document, wording: Wording, sentence: Span, phrase: Phrase, year: int, said: _Said) -> Target:
    figure = phrase.figure
    span = wording.source_span(sentence.start + said.start, sentence.start + phrase.span.end)
    level = figure.sort is Sort.RATIO and said.direction is Direction.LEVEL
    built = figure.sort is not Sort.RATIO and (verbs.BUILDS.search(phrase.own) or _PROJECT.search(phrase.behind))
    return Target(
        kind=FactKind.BUILD if built else FactKind.TARGET,
        clause_id=wording.clause.id,
        span=span,
        quote=printed(wording.source, span),
        subject=said.name.subject,
        indicator=said.name.indicator,
        quantity=figure.quantity,
        direction=said.direction,
        measure=Measure.FLOW if (said.flow and not level) or "/年" in figure.quantity.unit else Measure.STOCK,
        year=year,
        base_year=said.base if said.direction is not Direction.LEVEL else 0,
        place=_place(document, said.name, phrase.before),
        aspired=bool(_STRIVING.search(phrase.before)),
    )


def _goal(document: Document, wording: Wording, years: Timeline, sentence: Span, goal: Goal) -> Target:
    at = sentence.start
    span = wording.source_span(at + goal.span.start, at + goal.span.end)
    return Target(
        kind=FactKind.TARGET,
        clause_id=wording.clause.id,
        span=span,
        quote=printed(wording.source, span),
        subject=goal.subject,
        indicator=goal.indicator,
        quantity=goal.quantity,
        direction=Direction.LEVEL,
        measure=Measure.STOCK,
        year=goal.year or years.year_at(at + goal.span.start, at),
        base_year=0,
        place=document.metadata.place,
        aspired=bool(_STRIVING.search(goal.span.of(sentence.of(wording.text)))),
    )


def _place(document: Document, name: Name, before: str) -> str:
    """The place the figure's own words begin with, else the document's."""
    for words in (name.subject, name.indicator, before.strip()):
        places = places_in(words)
        if places and words.startswith(places[0]):
            return places[0]
    return document.metadata.place
