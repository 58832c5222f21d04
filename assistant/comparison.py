"""The same question to each document, and exact scans for what mentions a thing and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.naming import short_name
from assistant.query import Asked, asks_who
from assistant.rarity import Rarity
from assistant.responsibility import names_responsible, responsible_units
from assistant.scoring import SentenceScorer, candidates, needed_for
from assistant.statements import Ground, Statement, shown
from assistant.subject import Subject
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import find_folded, fold, sentences
from corpus.vocabulary import PartRole
from index.models import Evidence

_NOT_TERMS = re.compile(r"^(?:份|里|五|写|提|提到|没写|没提|涉及|地方|同|技术|份文件|五份|各|把|中)$")


CELL_COVERED = 0.12
"""Share of the question's words that a sentence must hold to stand for its document."""


FURTHER = 0.7
"""Share of its best sentence's score that a further one must reach to stand beside it."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What an exact scan found: the term as counted, a statement a document that has it, the names of those without."""

    term: str
    statements: tuple[Statement, ...]
    without: tuple[str, ...]


def mentions(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> Mentions | None:
    """Which documents hold the term the question asks about; None where no document holds any term of it."""
    term = _term(asked, [document for document, _ in documents], rarity)
    if not term:
        return None
    forms = asked.synonyms.forms(term)
    found: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        statement = first_mention(forms, document, summary, asked, rarity)
        if statement:
            found.append(statement)
        else:
            without.append(short_name(summary))
    return Mentions(term, tuple(found), tuple(without))


def _term(asked: Asked, documents: Sequence[Document], rarity: Rarity) -> str:
    """What is asked for: quoted words, else the most telling stretch of the topic that a document holds."""
    texts = [fold(document.source.text).lower() for document in documents]
    for quoted in asked.quoted:
        if any(fold(quoted).lower() in text for text in texts):
            return quoted
    best, weight = "", 0.0
    for piece in re.split(r"[\s（）()]+", asked.topic):
        if _NOT_TERMS.match(piece):
            continue
        stretch = longest_held(piece, texts)
        found = rarity.weigh(stretch[i : i + 2].lower() for i in range(len(stretch) - 1))
        if len(stretch) >= 2 and found > weight:
            best, weight = stretch, found
    return best


def longest_held(piece: str, texts: Sequence[str]) -> str:
    """The longest stretch of some typed words that a text holds."""
    best = ""
    for start in range(len(piece)):
        while start + len(best) < len(piece) and any(
            fold(piece[start : start + len(best) + 1]).lower() in text for text in texts
        ):
            best = piece[start : start + len(best) + 1]
    return best


def first_mention(
    forms: Sequence[str], document: Document, summary: DocumentSummary, asked: Asked, rarity: Rarity
) -> Statement | None:
    """The sentence of a document that mentions a term and is nearest to the question; None where none does."""
    best: tuple[float, Statement] | None = None
    topic_pairs = {asked.topic[i : i + 2] for i in range(len(asked.topic) - 1)}
    for clause in document.clauses:
        for span in sentences(clause.printed):
            text = span.of(clause.printed)
            if not any(_holds(text, form) for form in forms):
                continue
            score = rarity.weigh(pair for pair in topic_pairs if pair in text) - 0.002 * len(text)
            score -= 5 if clause.part in (PartRole.WEB_TEXT, PartRole.INTERPRETATION) else 0
            if best is None or score > best[0]:
                best = (score, _cell(clause, summary, text, forms))
    return best[1] if best else None


def _holds(text: str, form: str) -> bool:
    return fold(form).lower() in fold(text).lower()


def _cell(clause: Clause, summary: DocumentSummary, text: str, forms: Sequence[str]) -> Statement:
    quote = text if len(fold(text)) <= 110 else _around(text, forms)
    return Statement(quote.strip(), (Ground(summary, clause, shown(clause, quote), quote),), lead=short_name(summary))


def _around(text: str, forms: Sequence[str]) -> str:
    """The comma-separated stretch of a long sentence that holds the term, with its neighbours."""
    found = next((span for form in forms if (span := find_folded(form, text))), None)
    if found is None:
        return text
    cuts = [0, *(match.end() for match in re.finditer(r"[，；,]", text)), len(text)]
    start = max(cut for cut in cuts if cut <= found.start)
    end = min(cut for cut in cuts if cut >= found.end)
    while end - start < 40 and end < len(text):
        end = min(cut for cut in cuts if cut > end)
    return text[start:end].strip("，；, ")


def of_place(asked: Asked, place: str, evidence: Sequence[Evidence], rarity: Rarity, budget: int) -> list[Statement]:
    """What the clauses that name a place say of it on the topic; none where none names it."""
    others = [other for other in asked.foreign_places if other != place]
    topic = re.sub("|".join(map(re.escape, others)), " ", asked.topic) if others else asked.topic
    naming = [one for one in evidence if place in one.clause.printed]
    said = cell(replace(asked, topic=topic), naming, rarity, budget) if naming else []
    needed = needed_for(asked)
    shows = said and (needed is None or needed.search(said[0].text))
    return [replace(said[0], lead=place)] if shows else []


def cell(
    asked: Asked, evidence: Sequence[Evidence], rarity: Rarity, budget: int, subject: Subject | None = None
) -> list[Statement]:
    """What one document says on the topic: its best sentences within `budget` characters; none if it does not say.

    With a `subject`, only sentences that speak of it.
    """
    if asks_who(asked.text):
        units = responsible_units(asked, evidence, rarity)
        if units:
            return [replace(units[0], lead=short_name(evidence[0].document))]
    scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    if subject is not None:
        scored = [one for one in scored if subject.spoken_of(one)]
    if asks_who(asked.text):
        scored = [one for one in scored if names_responsible(one.text)] or scored
    said: list[Statement] = []
    for candidate in scored[:6]:
        text = candidate.text
        if candidate.covered < CELL_COVERED or (said and candidate.score < FURTHER * scored[0].score):
            break
        if said and len(text) > budget:
            continue
        said.append(
            Statement(
                text.strip().lstrip("—"),
                (Ground(candidate.evidence.document, candidate.evidence.clause, candidate.evidence.text, text),),
                lead=short_name(candidate.evidence.document) if not said else "",
            )
        )
        budget -= len(text)
    return said
