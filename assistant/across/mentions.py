"""Exact scans of documents for what mentions a thing and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.across.subject import words_of
from assistant.finding.rarity import Rarity, pairs
from assistant.statements import Statement, ground_in
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import find_folded, fold, sentences
from corpus.vocabulary import PartRole

_NOT_TERMS = re.compile(r"^(?:份|里|五|写|提|提到|没写|没提|涉及|地方|同|技术|份文件|五份|各|把|中)$")


_EITHER = re.compile(r"[”\"」』](?:或者?|/)[“\"「『]")
"""“主动公开”或“公开发布”: either will do."""

SIZE = re.compile(r"[百千万亿\d]+(?:吨|千瓦|瓦|MW|kW|公里|亩|家|人)级")
"""万吨级 is asked for: a sentence on 百万吨级 has the word and is of another size."""

_NUMERALS = r"\d.一二三四五六七八九十百千万亿"
_NUMERAL = frozenset("0123456789一二三四五六七八九十百千万亿")

_DOING = re.compile(
    r"^(?:加快|推进|推动|建设|创建|打造|开展|发展|实施|建立|组建|培育|支持|加强|争创|布局|成立|设立|要|同|跟|与|和|对)+(?=.{3})"
)
"""What is done with a thing: one document builds it, another one makes it."""

_LEADS_IN = re.compile(r"围绕|以(?!及)|按照|聚焦|依托|通过|面向|针对|结合|根据|立足|借助|对标")
"""The part of a sentence that says on what, by what or for what the next one does a thing belongs to it."""

AS_HEADING = 3.0
"""What a heading loses: the sentence under it says more."""

WORD = 2
"""Characters of a word of a term."""

APART = 6
"""Characters at most that documents print between the two words of a term."""

PHRASE = 6
"""Characters from which what is typed is several words in a row, which documents seldom print so."""

_STOPS = "，。；：、！？,;:!?\\s“”"
_ENDS = "，。；：！？,;:!?\n"
_IN_WORDS = re.compile(r"[一-龥a-z0-9]+")

_MODAL = re.compile(r"^(?:不许|不得|不准|不能|不可以?|不要|不应|禁止|严禁|必须|应当|应该|需要?|可以|允许)")
"""People quote a rule with another word for whether it may be: 不许抽贷 of 不得抽贷."""

_LISTED = re.compile(r"[、，,]|和|与|及|或者?")
_SENTENCE_ENDS = "。；！？;!?\n"

MOST = 0.6
"""Share of a term's words that stand for it beside the size that is asked for."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What an exact scan found: the term as counted, a statement a document that has it, the names of those without."""

    term: str
    statements: tuple[Statement, ...]
    without: tuple[str, ...]


def mentions(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> Mentions | None:
    """Which documents hold the term the question asks about; None where no document holds any term of it."""
    texts = [fold(document.source.text).lower() for document, _ in documents]
    term = _term(asked, texts, rarity)
    loose = _loosely(asked.quoted, texts) if not term else ()
    if loose:
        held = _holding(loose, (), documents, asked, rarity)
        return replace(held, term=_bare(asked.quoted[0]))
    if not term:
        return None
    forms = _forms(term, asked, texts)
    phrases = () if term in asked.quoted else parts_with_most(term, texts, rarity)
    sizes = [size for size in SIZE.findall(asked.topic) if size not in term]
    sized = _holding(forms, sizes, documents, asked, rarity) if sizes else None
    if sized and sized.statements:
        return replace(sized, term="”和“".join((*sizes, term)))
    held = _holding((*forms, *phrases), (), documents, asked, rarity)
    return replace(held, term="”或“".join(_counted(term, forms, asked, held.statements)))


def _bare(quoted: str) -> str:
    return _MODAL.sub("", quoted)


def _loosely(quoted: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """What documents print for quoted words that none prints so: without 不许 in front; each thing of a list."""
    bare = _bare(quoted[0]) if quoted else ""
    if bare != (quoted[0] if quoted else "") and len(bare) >= 2 * WORD and _stands(bare, texts):
        return (bare, *_listing(bare, texts))
    return _listing(bare, texts)


def _listing(words: str, texts: Sequence[str]) -> tuple[str, ...]:
    """不抽贷、不断贷、不压贷 for 抽贷、断贷、压贷: the stretch of a part that holds all of them."""
    things = [fold(one).lower() for one in _LISTED.split(words) if len(one) >= WORD]
    if len(things) < 2 or len(things) != len(_LISTED.split(words)):
        return ()
    parts = (part for text in texts if things[0] in text for part in re.split(rf"[{_SENTENCE_ENDS}]", text))
    holding = (part for part in parts if all(one in part for one in things))
    return tuple(dict.fromkeys(_from_first_to_last(part, things) for part in holding))


def _from_first_to_last(part: str, things: Sequence[str]) -> str:
    start = min(part.find(one) for one in things)
    return part[start : max(part.find(one) + len(one) for one in things)]


def _counted(term: str, forms: Sequence[str], asked: Asked, said: Sequence[Statement]) -> tuple[str, ...]:
    """The term, and those of its synonyms that stand in its place in some document."""
    if asked.quoted and _EITHER.search(asked.text):
        return tuple(forms)
    instead = [one.text for one in said if not holds(one.text, term)]
    synonyms = [form for form in asked.synonyms.forms(term)[1:] if any(holds(text, form) for text in instead)]
    return (term, *synonyms)


def _holding(
    forms: Sequence[str],
    sizes: Sequence[str],
    documents: Sequence[tuple[Document, DocumentSummary]],
    asked: Asked,
    rarity: Rarity,
) -> Mentions:
    found: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        statement = first_mention(forms, document, summary, asked, rarity, sizes)
        if statement:
            found.append(statement)
        else:
            without.append(short_name(summary))
    return Mentions("", tuple(found), tuple(without))


def _forms(term: str, asked: Asked, texts: Sequence[str]) -> tuple[str, ...]:
    """The words that count as the term: quoted ones as they stand, else its synonyms and how documents print it too."""
    if asked.quoted and _EITHER.search(asked.text):
        return asked.quoted
    if term in asked.quoted and _stands(term, texts):
        return (term,)
    return (*asked.synonyms.forms(term), *(() if term in asked.quoted else printed_apart(term, texts)))


def _stands(words: str, texts: Sequence[str]) -> bool:
    return any(fold(words).lower() in text for text in texts)


def printed_apart(term: str, texts: Sequence[str]) -> tuple[str, ...]:
    """What documents print for a term of two words: 不可抗力事实性证明 for 不可抗力证明, 减免房租 for 房租减免."""
    typed = fold(term).lower()
    if len(typed) < 2 * WORD or not _IN_WORDS.fullmatch(typed):
        return ()
    cuts = [(typed[:at], typed[at:]) for at in range(WORD, len(typed) - WORD + 1)]
    ways = [f"{one}[^{_STOPS}]{{1,{APART}}}{other}" for one, other in cuts]
    ways += [f"{other}[^{_STOPS}]{{0,{WORD}}}{one}" for one, other in cuts if len(typed) == 2 * WORD]
    found = (match.group() for way in ways for text in texts for match in re.finditer(way, text))
    return tuple(dict.fromkeys(found))


def parts_with_most(phrase: str, texts: Sequence[str], rarity: Rarity) -> tuple[str, ...]:
    """Of several words in a row, the parts of sentences that hold most of them, the rarest among them."""
    phrase = fold(phrase).lower()
    if len(phrase) < PHRASE or not _IN_WORDS.fullmatch(phrase) or SIZE.search(phrase):
        return ()
    told = words_of(phrase, rarity)
    rarest = max(told, key=lambda pair: (rarity.weight(pair), pair), default="")
    if not rarest:
        return ()
    parts = (part for text in texts if rarest in text for part in re.split(rf"[{_ENDS}]", text) if rarest in part)
    return tuple(dict.fromkeys(_stretch(part, told) for part in parts if len(told & pairs(part)) >= MOST * len(told)))


def _stretch(part: str, told: Set[str]) -> str:
    """From the first of the words to the last."""
    places = [at for at in range(len(part) - 1) if part[at : at + WORD] in told]
    return part[places[0] : places[-1] + WORD]


def _term(asked: Asked, texts: Sequence[str], rarity: Rarity) -> str:
    """What is asked for: quoted words, else the most telling stretch of the topic that a document holds."""
    for quoted in asked.quoted:
        if any(_stands(form, texts) for form in asked.synonyms.forms(quoted)):
            return quoted
    if asked.quoted:
        return ""
    best, weight = "", 0.0
    for piece in re.split(r"[\s（）()]+", asked.topic):
        if _NOT_TERMS.match(piece):
            continue
        bare = _DOING.sub("", piece)
        apart = printed_apart(bare, texts) or parts_with_most(bare, texts, rarity)
        stretch = bare if apart else _DOING.sub("", longest_held(bare, texts))
        found = rarity.weigh(stretch[i : i + 2].lower() for i in range(len(stretch) - 1))
        if stretch != bare and len(bare) < 2 * WORD:
            # Part of a short word is another word: 健康 of 健康码.
            continue
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
    forms: Sequence[str],
    document: Document,
    summary: DocumentSummary,
    asked: Asked,
    rarity: Rarity,
    sizes: Sequence[str] = (),
) -> Statement | None:
    """The sentence of a document that mentions a term, and the `sizes`, and is nearest to the question."""
    best: tuple[float, Statement] | None = None
    topic_pairs = {asked.topic[i : i + 2] for i in range(len(asked.topic) - 1)}
    for clause in document.clauses:
        for span in sentences(clause.printed):
            text = span.of(clause.printed)
            if not all(holds(text, size) for size in sizes) or not _speaks(text, forms, bool(sizes)):
                continue
            score = rarity.weigh(pair for pair in topic_pairs if pair in text) - 0.002 * len(text)
            score -= AS_HEADING if clause.heading and fold(text).strip("。 ").endswith(fold(clause.heading)) else 0
            score -= 5 if clause.part in (PartRole.WEB_TEXT, PartRole.INTERPRETATION) else 0
            if best is None or score > best[0]:
                best = (score, _cell(clause, summary, text, sizes or forms))
    return best[1] if best else None


def _speaks(text: str, forms: Sequence[str], sized: bool) -> bool:
    """Does a sentence hold a term? Beside a size most of the term's words will do: 碳捕集利用及封存."""
    if any(holds(text, form) for form in forms):
        return True
    return sized and any(len(pairs(form) & pairs(text)) >= MOST * len(pairs(form)) > 0 for form in forms)


def holds(text: str, words: str) -> bool:
    """Do the words stand in a text by themselves? 50 is not in 500, 万吨级 not in 百万吨级."""
    folded = fold(words).lower()
    before = rf"(?<![{_NUMERALS}])" if folded[:1] in _NUMERAL else ""
    after = r"(?![\d.])" if folded[-1:].isdigit() else ""
    return bool(re.search(before + re.escape(folded) + after, fold(text).lower()))


def _cell(clause: Clause, summary: DocumentSummary, text: str, forms: Sequence[str]) -> Statement:
    quote = text if len(fold(text)) <= 110 else _around(text, forms)
    return Statement(quote.strip(), (ground_in(summary, clause, quote),), lead=short_name(summary))


def _around(text: str, forms: Sequence[str]) -> str:
    """The comma-separated stretch of a long sentence that holds the term, with its neighbours."""
    found = next((span for form in forms if (span := find_folded(form, text))), None)
    if found is None:
        return text
    cuts = [0, *(match.end() for match in re.finditer(r"[，；,]", text)), len(text)]
    start = max(cut for cut in cuts if cut <= found.start)
    end = min(cut for cut in cuts if cut >= found.end)
    before = max((cut for cut in cuts if cut < start), default=start)
    start = before if _LEADS_IN.match(text[before:].lstrip("，；, ")) else start
    while end - start < 40 and end < len(text):
        end = min(cut for cut in cuts if cut > end)
    return text[start:end].strip("，；, ")
