"""Which clause a question points to by its place in a document: 二（一）3, 专栏2, 第十二条第三款.

A place is read as people type it and compared with the clauses' printed ordinals, width
and white space aside; levels may be left out on the way down, as 三 专栏2 does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.statements import shown
from assistant.understanding.query import Asked
from corpus.library import Library
from corpus.models import Chunk, Clause, Document, DocumentSummary
from corpus.numbering import int_to_chinese, number_of
from corpus.text import fold
from corpus.vocabulary import PartRole
from index.models import Evidence

SCANNED = 40
"""Documents looked through at most where none is named."""

BESIDE = 4
"""Characters beside a place up to which a question asks for the place alone."""

REST = 2
"""... and of its topic, as in 原文, 全文 or 内容."""

FIRST_PARAGRAPH = "第一款"
"""Documents do not print it: the article itself is its first 款."""

_CHINESE = "[一二三四五六七八九十百零〇]{1,6}"
_NUMBER = rf"(?:{_CHINESE}|\d{{1,4}})"
_ARTICLE = rf"第{_NUMBER}条(?:之[一二三四五六七八九十])?"
_BOX = r"专栏\d{1,2}"
_BRACKETED = rf"\({_CHINESE}\)"
_TOP = rf"{_CHINESE}(?=[、.>]*(?:\({_CHINESE}\)|专栏\d))"
_UNDER_ARTICLE = rf"第{_NUMBER}款|第?\(?{_NUMBER}\)?项"
_ITEM = r"\(\d{1,3}\)|\d{1,3}(?!\d|\.\d|[%年月日个项家万亿])"
_FIRST = f"{_ARTICLE}|{_BOX}|{_BRACKETED}|{_TOP}"
_STEP = re.compile(f"{_FIRST}|{_UNDER_ARTICLE}|{_ITEM}")
_PLACE = re.compile(rf"(?:{_FIRST})(?:[、.>,的]*(?:{_FIRST}|{_UNDER_ARTICLE}|{_ITEM}))*")
_ITS_PARTS = re.compile(r"组成|构成|哪几|几[个项条类]|专栏[^，。]{0,12}哪些")
"""Asks for the headings under a place, not for all its words."""

_NTH_BOX = re.compile(rf"第({_NUMBER})个专栏|({_NUMBER})号专栏|专栏({_CHINESE})")


def place_in(text: str) -> tuple[str, ...]:
    """The ordinals from the top of the first place that `text` points to; none where it points to none.

    >>> place_in("江苏方案 二（一）3 讲什么")
    ('二', '(一)', '3')
    >>> place_in("劳动法第12条第3款")
    ('第十二条', '第三款')
    """
    for match in _PLACE.finditer(_boxes(fold(text).replace("，", ","))):
        steps = tuple(_STEP.findall(match[0]))
        if len(steps) >= 2 or steps[0].startswith(("第", "专栏")):
            return tuple(_printed(step) for step in steps)
    return ()


def rest_of(text: str) -> str:
    """What a question says beside the place it points to."""
    said = _boxes(fold(text).replace("，", ","))
    match = next((match for match in _PLACE.finditer(said) if place_in(match[0])), None)
    return f"{said[: match.start()]}{said[match.end() :]}" if match else text


def clauses_at(place: Sequence[str], document: Document) -> list[Clause]:
    """The clauses of a document that stand at a place; an undivided article answers for its 款 and 项."""
    if not place:
        return []
    paths = [(tuple(fold(step) for step in clause.path), clause) for clause in document.clauses]
    fitting = [(len(path), clause) for path, clause in paths if path and _leads_to(path, place)]
    if fitting:
        nearest = min(depth for depth, _ in fitting)
        return [clause for depth, clause in fitting if depth == nearest]
    if FIRST_PARAGRAPH in place:
        return clauses_at([step for step in place if step != FIRST_PARAGRAPH], document)
    if place[0].startswith("第"):
        return clauses_at(place[:-1], document) if len(place) > 1 else _running(place[0], document)
    return []


def _running(article: str, document: Document) -> list[Clause]:
    """第8条 of a document that counts no articles: its eighth item, where items are numbered on through all of it."""
    numbers: dict[int, list[tuple[int, Clause]]] = {}
    for clause in document.clauses:
        counted = re.fullmatch(rf"\(?({_NUMBER})[).、.]?", fold(clause.num)) if clause.part is PartRole.MAIN else None
        if counted and not any(step.startswith("专栏") for step in clause.path):
            numbers.setdefault(clause.depth, []).append((number_of(counted[1]), clause))
    wanted = re.search(_NUMBER, article)
    for depth in sorted(numbers, reverse=True):
        items = numbers[depth]
        through = depth == min(numbers) or len({clause.parent_id for _, clause in items}) > 1
        if through and [number for number, _ in items] == list(range(1, len(items) + 1)):
            return [clause for number, clause in items if wanted and number == number_of(wanted[0])]
    return []


def asks_for_clause(asked: Asked) -> bool:
    """Does a question want the clause it points to, and nothing particular in it?"""
    match = next((match for match in _PLACE.finditer(fold(asked.text)) if place_in(match[0])), None)
    if match is None or _ITS_PARTS.search(asked.text):
        return False
    wanted, named = _solid(asked.topic), _solid(match[0])
    return named in wanted and len(wanted) - len(named) <= REST


def evidence_at(asked: Asked, documents: Sequence[DocumentSummary], library: Library) -> list[Evidence]:
    """The clauses that a question points to, in the documents it names; where it is the place alone, in all of them."""
    place = place_in(asked.text)
    if not place or not (asked.documents or _is_all(asked.text)):
        return []
    scope = (asked.documents or documents)[:SCANNED]
    return [one for summary in scope for one in _standing_at(place, summary, library)]


def before(first: Sequence[Evidence], found: Sequence[Evidence]) -> list[Evidence]:
    """What was pointed to, then what was found beside it."""
    top = max((one.score for one in found), default=1.0)
    known = {one.clause.id for one in first}
    return [*(replace(one, score=2 * top) for one in first), *(one for one in found if one.clause.id not in known)]


def clauses_of(clause_ids: Sequence[str], documents: Sequence[DocumentSummary], library: Library) -> list[Evidence]:
    """Clauses by their ids, whole, in the order of the ids."""
    found: dict[str, Evidence] = {}
    for summary in documents if clause_ids else ():
        if any(one.startswith(summary.id) for one in clause_ids):
            by_id = library.document(summary.id).by_id
            clauses = [by_id[one] for one in clause_ids if one in by_id]
            found |= {one.clause.id: one for one in _whole(clauses, summary, library)}
    return [found[one] for one in clause_ids if one in found]


def _standing_at(place: Sequence[str], summary: DocumentSummary, library: Library) -> list[Evidence]:
    return _whole(clauses_at(place, library.document(summary.id)), summary, library)


def _whole(clauses: Sequence[Clause], summary: DocumentSummary, library: Library) -> list[Evidence]:
    chunks: dict[str, Chunk] = {}
    for chunk in library.chunks(summary.id):
        chunks.setdefault(chunk.clause_id, chunk)
    return [Evidence(chunks[one.id], one, summary, shown(one, ""), 1.0) for one in clauses if one.id in chunks]


def _solid(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _is_all(text: str) -> bool:
    match = next(_PLACE.finditer(fold(text)))
    return len(fold(text)) - len(match[0]) <= BESIDE


def _leads_to(path: Sequence[str], place: Sequence[str]) -> bool:
    steps = iter(path)
    return path[-1] == place[-1] and all(step in steps for step in place)


def _boxes(text: str) -> str:
    """第五个专栏, 8号专栏 and 专栏三 as documents print them: 专栏5."""
    return _NTH_BOX.sub(lambda found: f"专栏{number_of(found[1] or found[2] or found[3])}", text)


def _printed(step: str) -> str:
    """第12条 as documents print it; the 项 of an article is printed （三）."""
    number = re.search(_NUMBER, step)
    if number is None or not step.endswith(("条", "款", "项")):
        return _article_later(step) if "条之" in step else step
    value = int_to_chinese(number_of(number[0]))
    return f"({value})" if step.endswith("项") else f"第{value}{step[-1]}"


def _article_later(step: str) -> str:
    article, _, later = step.partition("条之")
    return f"第{int_to_chinese(number_of(article[1:]))}条之{later}"
