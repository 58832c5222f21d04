"""What a briefing is asked to be: on one document, on a topic, or a comparison; on which documents; how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.briefing.topics import Topic, topic_of
from assistant.naming import named_documents
from assistant.query import Asked, topic, understand
from assistant.rarity import pairs
from assistant.synonyms import Synonyms
from corpus.models import DocumentSummary
from corpus.text import visible_length


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
        return {Length.HALF: 580, Length.ONE: 1240, Length.TWO: 2400}[self]


@dataclass(frozen=True, slots=True)
class Commission:
    """A request as understood. `documents` are those to write on, empty where the topic decides;
    `whole` says that each of them must have its say, be it that it is silent."""

    text: str
    kind: Kind
    topic: Topic
    documents: tuple[DocumentSummary, ...]
    whole: bool
    length: Length


_ERRAND = re.compile(
    r"(?:请|麻烦|帮我?|给我?)*(?:写|整理|梳理|汇总|概括|归纳|总结|介绍|起草|准备|做成|做出|形成|弄)+(?:一下|成|出|个)?|"
    r"(?:给|供|向|为)(?:领导|处里|区里|局里|委里|厅里|市里|省里|县里|大家|同事)(?:们)?(?:看看|看|用|参考|参阅|汇报)*|汇报用?|"
    r"一[份页篇张个](?:纸|材料)?|[半两二三]页(?:纸)?|页纸|简报|专题材料|专题|材料|报告|一览|要点|概要|摘要|参考|"
    r"围绕|有关|相关|各地|各省|各市|各家|各部门|各份|[两三四五六七八九十几]+(?:份|个)(?:文件|方案)?|文件|方案|里面?的?|"
    r"比较|对比|对照|看得?出|差别|区别|异同|不同之处|分别|情况|工作|"
    r"做法|办法|举措|措施|部署|安排|规定|要求|内容|重点|怎么(?:样|干|办|做|说|衔接|写|规定|安排)?|如何|哪些|什么|多少|从哪来|"
    r"衔接|之间|方面的?|领域的?|请|讲讲|[一二三四五六七八九十]+部门|说说|谈谈|把|的"
)
_TERM_AHEAD = "重点|主要|工作|总体"
_TERM_BEHIND = "措施|办法|举措|做法|机制|部署|安排|规定|要求"
"""Errand words that make a term with the word they touch: 保障措施, 重点任务, 工作机制."""

_SIDE_BY_SIDE = re.compile(r"比较|对比|对照|差别|区别|异同|各家|各地|各份|各省|各市|五份|几份|[两三四]份|每份|衔接")
_ALL = re.compile(r"[三四五六七八九十]份|几份|各份|全部文件|所有文件|每份|各个文件")
ALL = 12
"""Documents of a library up to which "each of the documents" means all of them."""

_HALF = re.compile(r"半页")
_TWO = re.compile(r"[两二2]\s*页|详细")

_NAMING = 0.6
"""Share of a subject's character pairs that stand in the titles of the documents named, from which it is their name."""


def read_request(
    request: str,
    library: Sequence[DocumentSummary],
    *,
    length: Length | None = None,
    documents: Sequence[DocumentSummary] = (),
    synonyms: Synonyms | None = None,
) -> Commission:
    """The commission in a sentence; `documents` and `length` overrule what it says."""
    asked = understand(request, library, documents or None, synonyms)
    named = tuple(documents) or asked.documents
    words = _subject(asked, library)
    subject = topic_of(*words, asked.expansions, _as_typed(words[0], asked.text))
    everything = not named and len(library) <= ALL and bool(_ALL.search(asked.text))
    chosen = tuple(library) if everything else named
    return Commission(
        text=request.strip(),
        kind=_kind(asked, chosen),
        topic=subject,
        documents=chosen,
        whole=bool(named) or everything,
        length=length or _length(asked.text),
    )


def _subject(asked: Asked, library: Sequence[DocumentSummary]) -> tuple[str, str]:
    """What is left of a request without its errand and the documents it names; the same with words of one character."""
    words = named_documents(asked.text, library).words
    said = asked.text
    for word in sorted(words, key=len, reverse=True):
        said = said.replace(word, " ")
    words_left = topic(_ERRAND.sub(" ", said), words).split()
    bare = " ".join(word for word in words_left if visible_length(word) > 1)
    titles = pairs(" ".join(document.title for document in asked.documents))
    if _named_by(titles, pairs(bare)) or _named_by(titles, pairs(asked.expansions)):
        return "", ""
    return bare, " ".join(words_left)


def _as_typed(subject: str, text: str) -> str:
    """The words of a subject with those that the request prints right before and behind them, as a title has them."""
    around = (re.search(f"(?:{_TERM_AHEAD})?{re.escape(word)}(?:{_TERM_BEHIND})?", text) for word in subject.split())
    return " ".join(found.group() if found else word for found, word in zip(around, subject.split(), strict=True))


def _named_by(titles: set[str], words: set[str]) -> bool:
    """Do the words name a document rather than a topic in it?"""
    return bool(words) and len(words & titles) >= _NAMING * len(words)


def _kind(asked: Asked, chosen: Sequence[DocumentSummary]) -> Kind:
    if len(chosen) == 1:
        return Kind.DOCUMENT
    return Kind.COMPARISON if chosen and _SIDE_BY_SIDE.search(asked.text) else Kind.TOPIC


def _length(text: str) -> Length:
    if _HALF.search(text):
        return Length.HALF
    return Length.TWO if _TWO.search(text) else Length.ONE
