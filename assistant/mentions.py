"""Exact scans of documents for what mentions a thing and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.naming import short_name
from assistant.query import Asked
from assistant.rarity import Rarity
from assistant.statements import Ground, Statement, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import find_folded, fold, sentences
from corpus.vocabulary import PartRole

_NOT_TERMS = re.compile(r"^(?:份|里|五|写|提|提到|没写|没提|涉及|地方|同|技术|份文件|五份|各|把|中)$")


_EITHER = re.compile(r"[”\"」』](?:或者?|/)[“\"「『]")
"""“主动公开”或“公开发布”: either will do."""

_NUMERALS = r"\d.一二三四五六七八九十百千万亿"
_NUMERAL = frozenset("0123456789一二三四五六七八九十百千万亿")


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
    forms = asked.quoted if _EITHER.search(asked.text) else asked.synonyms.forms(term)
    term = "”或“".join(asked.quoted) if forms is asked.quoted else term
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
            if not any(holds(text, form) for form in forms):
                continue
            score = rarity.weigh(pair for pair in topic_pairs if pair in text) - 0.002 * len(text)
            score -= 5 if clause.part in (PartRole.WEB_TEXT, PartRole.INTERPRETATION) else 0
            if best is None or score > best[0]:
                best = (score, _cell(clause, summary, text, forms))
    return best[1] if best else None


def holds(text: str, words: str) -> bool:
    """Do the words stand in a text by themselves? 50 is not in 500, 万吨级 not in 百万吨级."""
    folded = fold(words).lower()
    before = rf"(?<![{_NUMERALS}])" if folded[:1] in _NUMERAL else ""
    after = r"(?![\d.])" if folded[-1:].isdigit() else ""
    return bool(re.search(before + re.escape(folded) + after, fold(text).lower()))


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
