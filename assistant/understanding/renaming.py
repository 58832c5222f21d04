"""What a thing is called now, was called before, or is called for short, where a document prints both names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.choosing.saying import tidy
from assistant.finding.rarity import pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences

_ONCE = r"从前|以前|以往|过去|之前|先前|早先|此前|原先|原来|当初|曾经?|旧时?|老的?"
_NOW = r"如今|现在?|现今|目前|眼下|当下|今后|后来|新"
_NAME = r"叫|称|名字|名称|名号|命名|取名|起名|唤"
_RENAMED = re.compile(
    rf"(?:{_ONCE}|{_NOW})[^。；？]{{0,30}}(?:{_NAME})|(?:{_NAME})[^。；？]{{0,12}}(?:{_ONCE}|{_NOW})|"
    rf"(?:换|变|改|更|转)(?:成|为|作|了)[^，。？]{{0,8}}(?:{_NAME})|"
    r"(?:改|更)(?:叫|名|称|成)|现在?(?:叫|名|称)|如今叫|新(?:名|称)|原(?:名|来叫|先叫|称)|(?:以前|过去|之前|曾经?)叫|曾用名|前身|旧称"
)
_IN_PASSING = re.compile(
    r"(?:改|更|换)(?:名|称|叫)(?:而来|过来|以?后|之后)?的[^，。？]{1,20}(?:什么|啥|哪|怎|咋|如何|多少|几|谁|吗)"
)
"""A thing is only told by its having another name: 由…改名而来的中心提供什么."""

_SHORT = re.compile(r"简称")
_BOTH = (
    re.compile(r"(?P<now>[^，。；：（）()]{2,40})[（(]原(?:名|称|为)?[“\"]?(?P<before>[^（）()”\"]{2,30})[”\"]?[）)]"),
    re.compile(
        r"(?P<before>[^，。；：（）()]{2,40})(?:更名|改名|改称)(?:为|成|作|[“\"])[“\"]?(?P<now>[^，。；（）()”\"]{2,30})"
    ),
)
_FOR_SHORT = (
    re.compile(
        r"(?P<now>[^，。；：]{2,60})[（(]以?下?(?:统一)?简称为?[：:]?[“\"]?(?P<before>[^（）()”\"]{1,20})[”\"]?[）)]"
    ),
)
HELD = 0.6
"""Share of a name's words that the question must hold to ask about it."""


def renamed(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The sentence, or the heading, that prints the name asked about beside the other one."""
    if _IN_PASSING.search(asked.text):
        return []
    forms = _BOTH if _RENAMED.search(asked.text) else _FOR_SHORT if _SHORT.search(asked.text) else ()
    topic = pairs(asked.text)
    for form in forms:
        for document, summary in documents:
            for clause in document.clauses:
                for text in _printed(clause):
                    found = form.search(fold(text))
                    if found and any(_holds(topic, found[name]) for name in ("before", "now")):
                        return [Statement(tidy(text), (ground_in(summary, clause, text),))]
    return []


def _printed(clause: Clause) -> Iterator[str]:
    if clause.heading:
        yield clause.heading
    for span in sentences(clause.text):
        yield span.of(clause.text)


def _holds(topic: set[str], name: str) -> bool:
    own = pairs(name)
    return bool(own) and len(own & topic) >= HELD * len(own)
