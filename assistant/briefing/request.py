"""What a briefing is asked to be: on one document, on a topic, or a comparison; on which documents; how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.briefing.errand import as_typed, counted, subject_of, told
from assistant.briefing.known_words import known_words, points_to
from assistant.briefing.left_out import without_parts
from assistant.briefing.levels import by_level
from assistant.briefing.occasion import without_wishes
from assistant.briefing.topics import Topic, named_themes, topic_of
from assistant.briefing.whose import bodies_said
from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.naming import longest_common, named_documents
from assistant.understanding.query import Asked, understand
from assistant.understanding.synonyms import Synonyms, built_in
from corpus.models import DocumentSummary
from corpus.numbering import number_of
from corpus.places import places_in


class Kind(StrEnum):
    """The form a briefing takes."""

    DOCUMENT = "document"
    TOPIC = "topic"
    COMPARISON = "comparison"
    CONVERSATION = "conversation"


class Length(StrEnum):
    """How much goes on the page, headings included."""

    HALF = "half"
    ONE = "one"
    TWO = "two"

    @property
    def characters(self) -> int:
        return {Length.HALF: 580, Length.ONE: 1220, Length.TWO: 2400}[self]


class Manner(StrEnum):
    """What is wanted of documents that are named without a topic, or of figures alone."""

    PLAIN = "plain"
    LINKED = "linked"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Commission:
    """A request as understood. `documents` are those to write on, empty where the topic decides;
    `whole` says that each of them must have its say, be it that it is silent. `counted` is what the
    request counts in a document: 工程 in 十大工程."""

    text: str
    kind: Kind
    topic: Topic
    documents: tuple[DocumentSummary, ...]
    whole: bool
    length: Length
    manner: Manner = Manner.PLAIN
    counted: str = ""
    whose: tuple[str, ...] = ()
    """The bodies whose tasks are asked for, as the request names them."""
    without: tuple[str, ...] = ()
    """What is to be left out."""
    limit: int = 0
    """Characters that the request allows, where it counts them: 500字以内."""
    years: tuple[int, ...] = ()
    """Where figures are asked for: of which years."""
    interpretation: bool = False
    """Is it what the official interpretation says that is wanted?"""
    pointed: bool = False
    """Does the request say of its subject that it is one (关于…, 方案里的…)? Else it may be about the documents."""
    synonyms: Synonyms = field(default_factory=built_in)

    @property
    def room(self) -> int:
        """Visible characters that the body may have, headings included."""
        return self.limit or self.length.characters


_SIDE_BY_SIDE = re.compile(
    r"比较|对比|对照|差别|差异|区别|异同|不同|各家|各地|各份|各省|各市|[三四五六]家|五份|几份|[两三四]份|每份|衔接|对接|关系"
)
_ALL = re.compile(
    r"[三四五六七八九十][份家](?!企业)|[三四五六七八九十]个[一-龥]{0,4}?(?:文件|方案|材料)|几份|几个(?:文件|方案|地方)|各份|各文件|各方案|全部文件|所有文件|这些文件|每份|各个文件"
)
_LINKED = re.compile(
    r"衔接|对接|呼应|承接|关系|相同|一致|异同|比较|对比|对照|层层|落实|贯彻|细化|对得上|对应|一级级|不同|不一样|区别|差别|谁依据谁"
)
_FIGURES = re.compile(r"量化|指标|数字(?![技化经政孪中乡赋别不要写准])|数据(?=一览|汇总|列)|带数|数值")
_OF_FIGURES = re.compile(r"(?:主要|时间|节点|量化|具体|目标|指标|数字|数据|20\d\d年)+")
ALL = 12
"""Documents of a library up to which "each of the documents" means all of them."""

_HALF = re.compile(r"半页")
_TWO = re.compile(r"[两二2]\s*页|详细")

_ISSUED_IN = re.compile(r"20\d\d年(?:\d{1,2}月|[底初末中])?(?:\d{1,2}日)?(?:印发|发布|下发|出台|制定|发)")
_CHARACTERS = re.compile(
    r"(?:[一二两三四五六七八](?=[二三四五六七八九]百))?(?P<count>\d{2,5}|[一二两三四五六七八九][百千](?:[一二三四五六七八九]百)?)\s*(?:个)?字"
)
SHORTEST = 150
"""Characters that a page has at least, whatever a request allows ..."""

LONGEST = 4000
"""... and at most."""

_NAMING = 0.6
"""Share of a subject's character pairs that stand in the titles of the documents named, from which it is their name."""

_SPAN_OF_YEARS = re.compile(r"20\d\d\s*[—–~～至到-]+\s*20\d\d年?")
_DATED = re.compile(r"[0-9]+年?")
_SEVERAL = 2
_SHARED = 3
"""Characters that several titles share from which they are no subject of their own."""

TITLE_SAID = 0.75
"""Share of a subject's character pairs that one title must hold to be what it names ..."""

TITLE_LEAST = 6
"""... and how many pairs a subject must have, or a topic would be taken for a document."""


def read_request(
    request: str,
    library: Sequence[DocumentSummary],
    *,
    length: Length | None = None,
    documents: Sequence[DocumentSummary] = (),
    synonyms: Synonyms | None = None,
    rarity: Rarity | None = None,
) -> Commission:
    """The commission in a sentence; `documents` and `length` overrule what it says.

    `rarity` knows what the library prints; without it every word counts as printed.
    """
    prints = rarity.prints if rarity else lambda word: True
    said, without = without_parts(without_wishes(request), prints)
    asked = understand(said, library, documents or None, synonyms)
    everything = not documents and len(library) <= ALL and bool(_ALL.search(asked.text))
    levels = by_level(asked.text, library, asked.documents) if len(library) <= ALL and not documents else ()
    named = tuple(documents) or tuple(dict.fromkeys((*asked.documents, *levels)))
    of_place = _of_place(asked, library) if everything else ()
    all_of_them = of_place or (everything and not named)
    chosen = tuple(library) if all_of_them else named or _titled(asked.text, library)
    figures = bool(_FIGURES.search(asked.text))
    subject = _subject(asked, library, chosen, of_place, figures, rarity)
    return Commission(
        text=request.strip(),
        kind=_kind(asked, chosen),
        topic=subject,
        documents=chosen,
        whole=bool(chosen) and not of_place,
        length=length or _length(asked.text),
        limit=0 if length else _limit(asked.text),
        manner=_manner(asked.text, subject, figures),
        counted=counted(asked.text),
        whose=bodies_said(asked.text)[0],
        without=without,
        years=tuple(year for year in asked.years if not _ISSUED_IN.search(asked.text)) if figures else (),
        interpretation=asked.of_interpretation,
        pointed=points_to(tuple(subject.subject.split()), asked.text),
        synonyms=asked.synonyms,
    )


def _of_place(asked: Asked, library: Sequence[DocumentSummary]) -> tuple[str, ...]:
    """The places that a request on all documents asks about: 济南在这几份文件里."""
    found = named_documents(asked.text, library)
    return () if found.exact or len(found.documents) != 1 else found.places


def _titled(text: str, library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    """The one document whose title a request says in its own words, leaving some out."""
    words = subject_of(text, ())
    said = pairs("".join(words))
    held = [len(said & pairs(document.title)) for document in library]
    if len(said) < TITLE_LEAST or max(held, default=0) < TITLE_SAID * len(said):
        return _with_name(words, library)
    nearest = [document for document, shared in zip(library, held, strict=True) if 2 * shared >= max(held)]
    return tuple(nearest) if len(nearest) == 1 else ()


def _with_name(words: Sequence[str], library: Sequence[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    """The one document whose title begins with a long word of the request: 公共文化体育设施, its 条例."""
    long = [word for word in words if len(word) >= TITLE_LEAST]
    named = [document for document in library if any(document.title.startswith(word) for word in long)]
    return tuple(named) if len(named) == 1 else ()


def _subject(
    asked: Asked,
    library: Sequence[DocumentSummary],
    chosen: Sequence[DocumentSummary],
    of_place: tuple[str, ...],
    figures: bool,
    rarity: Rarity | None,
) -> Topic:
    """What the request is about beyond the documents it names."""
    named = () if of_place else named_documents(asked.text, library).words
    own = () if of_place else tuple(document.place for document in chosen if document.place)
    shared = _shared([document.title for document in chosen or library])
    bodies, asking = bodies_said(asked.text)
    words = subject_of(asked.text, (*asking, *named, *own, *of_place, *shared))
    if bodies:
        words = tuple(word for word in words if named_themes(word))
    words = tuple(
        word
        for word in words
        if not any(one.title.startswith(word) or any(word in issuer for issuer in one.issuers) for one in chosen)
        and not (figures and _OF_FIGURES.fullmatch(word))
    )
    if chosen and all(map(_SPAN_OF_YEARS.fullmatch, words)):
        words = ()
    if rarity:
        words = known_words(words, rarity, must=not chosen or points_to(words, asked.text))
    titles = pairs(" ".join(document.title for document in chosen)) if chosen and not of_place else set()
    words = tuple(word for word in words if not _named_by(titles, pairs(asked.synonyms.expansions(word))))
    bare = told(words)
    if not bare or _named_by(titles, pairs(_DATED.sub(" ", " ".join(bare)))):
        return Topic() if not of_place else Topic(places=of_place)
    return topic_of(
        " ".join(bare),
        " ".join(words),
        asked.expansions,
        as_typed(bare, asked.text),
        of_place or tuple(word for word in bare if places_in(word) == (word,)),
    )


def _shared(titles: Sequence[str]) -> tuple[str, ...]:
    """What every title holds, so that it tells none of them apart: 碳达峰."""
    if len(titles) < _SEVERAL:
        return ()
    common = titles[0]
    for title in titles[1:]:
        common = longest_common(common, title)
    return (common,) if len(common) >= _SHARED else ()


def _named_by(titles: set[str], words: set[str]) -> bool:
    """Do the words name a document rather than a topic in it?"""
    return bool(words) and len(words & titles) >= _NAMING * len(words)


def _manner(text: str, subject: Topic, figures: bool) -> Manner:
    if figures:
        return Manner.FIGURES
    return Manner.LINKED if subject.open and _LINKED.search(text) else Manner.PLAIN


def _kind(asked: Asked, chosen: Sequence[DocumentSummary]) -> Kind:
    if len(chosen) == 1:
        return Kind.DOCUMENT
    return Kind.COMPARISON if chosen and _SIDE_BY_SIDE.search(asked.text) else Kind.TOPIC


def _length(text: str) -> Length:
    if _HALF.search(text):
        return Length.HALF
    return Length.TWO if _TWO.search(text) else Length.ONE


def _limit(text: str) -> int:
    """The characters that a request counts, the larger of two (两三百字); 0 where it counts none."""
    found = _CHARACTERS.search(text)
    count = number_of(found["count"]) if found else None
    return max(SHORTEST, min(count, LONGEST)) if count else 0
