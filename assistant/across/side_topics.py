"""What a question asks of each document that it sets side by side, where it does not ask all for the same.

起步区的新型储能规模和宁波的电化学储能目标: behind each name stands what is asked of that
document. What stands in front of the first name is asked of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.across.subject import VALUES
from assistant.finding.rarity import Rarity, pairs
from assistant.understanding.naming import named_documents, short_name
from assistant.understanding.query import Asked, topic
from corpus.models import DocumentSummary
from corpus.places import places_in
from corpus.short_titles import aliases

_CLAUSE_END = re.compile(r"[，,；;？?。]")
_LEAST = 2


def side_topics(asked: Asked, documents: Sequence[DocumentSummary], rarity: Rarity) -> dict[str, str]:
    """The topic of each document by id; empty where they share that of the question."""
    named = sorted(_places(asked, documents))
    if len(named) != len(documents) or len(named) < _LEAST:
        return {}
    shared = topic(asked.text[: named[0][0]], ())
    own: dict[str, str] = {}
    tail = ""
    for at, (_, end, document_id) in enumerate(named):
        last = at + 1 == len(named)
        behind = asked.text[end:] if last else asked.text[end : named[at + 1][0]]
        words, *rest = _CLAUSE_END.split(behind, maxsplit=1)
        own[document_id] = topic(words, ())
        tail = topic(VALUES.sub(" ", "".join(rest)), ()) if last else tail
    titles = {one.id: one.title for one in documents}
    *first, last_id = own
    if not any(_known(_beyond(own[one], titles[one]), rarity) for one in first):
        # 湖南数字经济和海南碳达峰，领导小组办公室分别设在哪: those words only call the documents more fully.
        asks = f"{shared} {_beyond(own[last_id], titles[last_id])} {tail}".strip()
        more = any(own[one] for one in first) and _known(asks, rarity) >= _LEAST
        return dict.fromkeys(own, asks) if more else {}
    known = min(_known(words, rarity) for words in own.values())
    apart = known >= _LEAST or (known and _known(shared, rarity) >= _LEAST)
    return {one: f"{shared} {words} {tail}".strip() for one, words in own.items()} if apart else {}


def _beyond(words: str, title: str) -> str:
    """The words behind those that the title of their document begins to repeat."""
    solid = re.sub(r"\s", "", title)
    rest = words
    while rest:
        run = next((rest[:size] for size in range(len(rest), 1, -1) if rest[:size].strip() in solid), "")
        if not run.strip():
            return rest
        rest = rest[len(run) :].lstrip()
    return ""


def _known(words: str, rarity: Rarity) -> int:
    """How many words of a topic documents hold; the place in front of a document's name is none."""
    for place in places_in(words):
        words = words.replace(place, " ")
    return sum(rarity.known(pair) for pair in pairs(words))


def _places(asked: Asked, documents: Sequence[DocumentSummary]) -> list[tuple[int, int, str]]:
    """Where each document is named, from where to where: 遂宁20条 rather than 遂宁 where that is what it is called."""
    text, called = asked.text, dict(asked.called)
    words = [(text.find(word), word) for word in named_documents(text, documents).words]
    spans = [(at, at + len(word)) for at, word in words if at >= 0]
    found: list[tuple[int, int, str]] = []
    for document in documents:
        names = dict.fromkeys((*aliases(document), short_name(document), document.title))
        for name in [called[document.id]] if document.id in called else names:
            at = text.find(name)
            if at >= 0:
                start, end = next((span for span in spans if span[0] <= at < span[1]), (at, at + len(name)))
                found.append((start, end, document.id))
                break
    return [*found, *_left_over(spans, found, documents)]


def _left_over(
    spans: Sequence[tuple[int, int]], found: Sequence[tuple[int, int, str]], documents: Sequence[DocumentSummary]
) -> list[tuple[int, int, str]]:
    """The one document whose own name stands nowhere is what the one word left over calls: 央行29号文."""
    known = {id_ for _, _, id_ in found}
    others = [one for one in documents if one.id not in known]
    left = [span for span in spans if not any(start < span[1] and span[0] < end for start, end, _ in found)]
    return [(*left[0], others[0].id)] if len(left) == len(others) == 1 else []
