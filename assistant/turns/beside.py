"""还有别的措施吗: what stands beside the items just cited, in the list that they are out of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.lists.listings import quotable
from assistant.models import Answer
from assistant.outcomes import answered
from assistant.statements import Statement, ground_in
from assistant.understanding.query import understand
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import ClauseKind

_OTHERS = re.compile(
    r"(?:那么?|除了?(?:这|它|上面|刚才)[一-龥]{0,6}?(?:[之以]外)?[，,]?)?(?:还|另)?有?(?:没有|没|有)?"
    r"(?:别的|其[他它]|另外|更多|其余)的?(?![一-龥]{0,4}?(?:部门|单位|机构|人|地方|城市|省))[一-龥]{0,8}?(?:有?(?:哪些|什么|啥))?(?:吗|么|呢)?[？?。]*"
)
_MORE = re.compile(r"(?:那么?)?还有(?:吗|么|没有?|呢|哪些|什么|啥)[？?。]*")

LONGEST = 20
"""Characters of a turn that asks for nothing but the others."""


def asks_what_else(question: str) -> bool:
    """Is nothing asked but what else there is beside what was just told?"""
    said = "".join(question.split())
    return len(said) <= LONGEST and bool(_OTHERS.fullmatch(said) or _MORE.fullmatch(said))


def others_beside(
    answer: Answer, library: Sequence[DocumentSummary], document_of: Callable[[str], Document]
) -> Answer | None:
    """The items that stand beside those cited; None where no list is cited, or all of it was told."""
    summaries = {one.id: one for one in library}
    for document_id in dict.fromkeys(one.document_id for one in answer.citations if one.document_id in summaries):
        document, told = document_of(document_id), [one.clause_id for one in answer.citations]
        cited = sorted((document.by_id[one] for one in told if one in document.by_id), key=lambda one: -one.depth)
        for clause in cited:
            rest = [one for one in _items_with(clause, document) if one.id not in told]
            if rest:
                asked = understand(answer.question, library)
                return answered(asked, [_said(summaries[document_id], one) for one in rest], [])
    return None


def _items_with(clause: Clause, document: Document) -> Sequence[Clause]:
    """The numbered items of the list that an item stands in, without those that have items themselves."""
    above = document.ancestors(clause)
    listed = bool(above and clause.num) and clause.kind is not ClauseKind.ARTICLE
    beside = document.children(above[-1]) if listed else ()
    alike = (one for one in beside if one.num and one.kind is clause.kind and not document.children(one))
    return [one for one in alike if one.heading or one.text.strip()]


def _said(summary: DocumentSummary, clause: Clause) -> Statement:
    text = clause.heading or clause.text
    words = quotable(clause, text)
    return Statement(f"{clause.num}{text}", (ground_in(summary, clause, words),))
