"""The items of the list that an answer showed or counted, as they stand in the document.

An answer may name them by their headings, or give the number of them alone: what is
pointed to then is the clause of each, or its stretch between 一是 and 二是.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.finding.rarity import Rarity, pairs
from assistant.models import Answer, Citation, SentenceStatus
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import chinese_to_int
from corpus.text import fold, visible_length

_COUNTED = re.compile(r"^共?\d+[一-龥]|共\d+")
_NTH = re.compile(r"(?:(?<=[。；;：:，,\n])|^)\s*([一二三四五六七八九十]{1,3})(?:是|要)", re.MULTILINE)
_BULLET = re.compile(r"^\s*(?:[—－\-·●■◆]{1,2})\s*(?=\S)", re.MULTILINE)
_SUM = re.compile(r"[几哪]|多少")
LED_IN = 0.35
"""Share of the words of a question for a list that a lead-in has to say for its items to be meant; half of it will do
for the only list of a document."""

_NAMED_BY = 3
"""Characters of a heading from which a question that holds it is about what stands under it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a clause, or a stretch of one where `text` says which."""

    summary: DocumentSummary
    clause: Clause
    text: str = ""

    @property
    def name(self) -> str:
        """What the item is called: its heading, or its first words."""
        words = re.split(r"[。，：；]", _NTH.sub("", _BULLET.sub("", self.text or self.clause.text)).strip())[0]
        return (self.clause.heading if not self.text else "") or words


def items_shown(
    answer: Answer, summaries: Mapping[str, DocumentSummary], document_of: Callable[[str], Document]
) -> list[Item]:
    """The items an answer lists, in its order; those between the first and the last where it only counts them."""
    cited = {one.mark: one for one in answer.citations if one.document_id in summaries}
    said = [one for one in answer.sentences if one.marks and set(one.marks) <= set(cited)]
    counted = next((one for one in said if one.status is SentenceStatus.COMPUTED and _COUNTED.search(one.text)), None)
    if counted is not None and len(counted.marks) >= 2:
        first, last = (cited[counted.marks[at]] for at in (0, -1))
        return _between(first, last, summaries[first.document_id], document_of(first.document_id))
    told = [one for one in said if not one.text.rstrip().endswith(("：", ":"))]
    grounds = [cited[one.marks[0]] for one in told or said]
    clauses = {one.clause_id for one in grounds}
    if len(clauses) == 1:
        (clause_id,) = clauses
        summary, document = summaries[grounds[0].document_id], document_of(grounds[0].document_id)
        clause = document.by_id.get(clause_id)
        inside = _inside(clause, summary, document) if clause else []
        if inside and (len(grounds) >= 2 or not told or _SUM.search(answer.question)):
            return inside
    if len(grounds) < 2:
        return []
    one_each = len(clauses) == len(grounds)
    found = [_item(one, summaries[one.document_id], document_of(one.document_id), one_each) for one in grounds]
    return [one for one in found if one is not None]


def items_asked_for(question: str, summary: DocumentSummary, document: Document) -> list[Item]:
    """The items under the heading that a question names, where its answer shows no list: 基本原则有几条."""
    text = fold(question)
    headed = [one for one in document.clauses if len(one.heading) > _NAMED_BY and fold(one.heading) in text]
    lists = [_inside(one, summary, document) for one in sorted(headed, key=lambda one: -len(one.heading))]
    return next((one for one in lists if one), [])


def items_led_in_to(
    question: str, told: Sequence[Clause], summary: DocumentSummary, document: Document, rarity: Rarity
) -> list[Item]:
    """The items that a question for a list was about, where its answer only told the words in front of them.

    They follow a clause that was told, or stand behind the lead-in that says most of the question.
    """
    clauses = document.clauses
    for clause in told:
        at = clauses.index(clause) + 1
        behind = _counting_on(clauses[at:]) if not document.children(clause) else []
        if behind:
            return [Item(summary, one) for one in behind]
    words = pairs(question)
    leads = [one for one in clauses if one.text.rstrip().endswith(("：", ":")) and len(document.children(one)) > 1]
    near = [(rarity.weigh(words & pairs(_lead(one))) / (rarity.weigh(words) or 1.0), one) for one in leads]
    share, best = max(near, key=lambda pair: pair[0], default=(0.0, None))
    enough = LED_IN if len(leads) > 1 else LED_IN / 2
    return _inside(best, summary, document) if best is not None and share >= enough else []


def _lead(clause: Clause) -> str:
    """The last sentence of a clause, with its heading."""
    return f"{clause.heading}{re.split(r'[。；;]', clause.text.rstrip())[-1]}"


def _counting_on(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses numbered 1, 2, 3 at the beginning of some; none where they are fewer than two."""
    run: list[Clause] = []
    for one in clauses:
        number = re.sub(r"\D", "", one.num)
        if one.depth != clauses[0].depth or not number or int(number) != len(run) + 1:
            break
        run.append(one)
    return run if len(run) > 1 else []


def _inside(clause: Clause, summary: DocumentSummary, document: Document) -> list[Item]:
    """The items under a clause: its children, or what its own text counts up."""
    children = [child for child in document.children(clause) if child.heading or child.num]
    if len(children) >= 2:
        return [Item(summary, child) for child in children]
    return [Item(summary, clause, text) for text in stretches(clause.text)]


def stretches(text: str) -> list[str]:
    """What a text counts up by 一是, 二是 or by bullets, each from its beginning to the next; none where it is no list.

    >>> stretches("遵循以下原则：一是统筹。先想好。二是协同。再去做。")
    ['一是统筹。先想好。', '二是协同。再去做。']
    """
    counted = _running(list(_NTH.finditer(text)))
    starts = [one.start() for one in counted or _BULLET.finditer(text)]
    if len(starts) < 2:
        return _alike(text)
    ends = [*starts[1:], len(text)]
    found = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return [*found[:-1], found[-1].split("\n")[0].strip() if counted else found[-1]]


def _alike(text: str) -> list[str]:
    """Lines that all begin with the same word: 坚持重点突破…, 坚持机制改革…."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines if len(lines) >= 2 and len({line[:2] for line in lines}) == 1 else []


def _running(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Those that count on from 一: 一是, 二是, 三是."""
    run: list[re.Match[str]] = []
    for one in found:
        if chinese_to_int(one[1]) == len(run) + 1:
            run.append(one)
    return run


def _between(first: Citation, last: Citation, summary: DocumentSummary, document: Document) -> list[Item]:
    ends = [document.by_id.get(one.clause_id) for one in (first, last)]
    if ends[0] is None or ends[1] is None:
        return []
    if ends[0] is ends[1]:
        return _inside(ends[0], summary, document)
    begin, end = (document.clauses.index(one) for one in ends if one)
    inside, like = document.clauses[begin : end + 1], ends[0]
    return [Item(summary, one) for one in inside if one.depth == like.depth and one.kind is like.kind]


def _item(found: Citation, summary: DocumentSummary, document: Document, whole: bool) -> Item | None:
    clause = document.by_id.get(found.clause_id)
    if clause is None:
        return None
    return Item(summary, clause) if whole or visible_length(found.quote) == 0 else Item(summary, clause, found.quote)
