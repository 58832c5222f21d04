"""What people ask of an answer as such: its conditions, its reason, where it stands, whether that was all.

有什么限制条件, 有例外吗, 为什么, 这是哪个行动里的, 还有吗: none of these names a subject, so none is searched for. The
clauses that were cited tell it, or it is not told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant import wording
from assistant.answerable.lack import Lack, Missing
from assistant.lists.listings import quotable
from assistant.models import Answer, AnswerStatus
from assistant.outcomes import answered, nearest_cited
from assistant.statements import Statement, ground_in
from assistant.turns.beside import asks_what_else
from assistant.understanding.query import understand
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences, visible_length

_HAS = (
    r"(?:有没有|有无|有啥|有什么|有哪些|要什么|需要什么|(?:要|需要?|得|应)?(?:满足|符合|具备)(?:什么|哪些|啥)|有|要|需要?)?"
    r"(?:什么|哪些|啥)?"
)
_CONDITIONS = re.compile(
    rf"(?:那么?|这个?|它|还|都|也|另外|请问|享受|领取?|拿)*{_HAS}(?:附加|限制|限定|前提|享受|特殊|特别|其[他它]|别的|硬性|性)*的?"
    r"(?P<what>条件|限制|门槛|前提|要求|约束|例外|除外)(?:情形|情况|条件)?(?:没有?|吗|么|呢|是什么|有哪些|有啥|有没有)*[？?。]*"
)
_WHY = re.compile(
    r"(?:那|这|它)?(?:又|都)?(?:是|要)?(?:为什么|为啥|为何|什么原因|啥原因|凭什么|原因(?:是什么|是啥)?)(?:要?这[样么][一-龥]{0,4}|要?这个|呢)?[？?。]*"
)
_PART = re.compile(
    r"(?:那么?|这|它|该|此|上面|以上|刚才)*(?:一?[条项点个]|些|说的|的|内容|任务|措施|规定)*(?:是|属于?|在|归|算|写在|列在|放在|出自|来自)+的?"
    r"(?:哪|什么|第几)(?:一?[个条项大])?(?P<noun>行动|章节?|节|部分|工程|板块|方面|任务|领域|段|专栏|大类|类别?|条款?|项)"
    r"(?:里面?|中|下面?|之下|当中)?的?(?:任务|内容|条款|措施|规定|要求|事)?(?:呢|的|吗|啊)?[？?。]*"
)
_BINDS = re.compile(r"不得|不予|必须|须|应当?|仅|只(?:[支限能有给补])|限于|除外|不(?:超过|低于|少于)|以内|未经")
_EXCEPTS = re.compile(r"(?:^|[，；。])但|除外|不受|另有|例外|除[^，。]{2,20}外")
_REASONS = re.compile(r"为了|^为[^，]{2,}，|由于|因为?|鉴于|考虑到|旨在|目的")

_WHO_PUNISHES = re.compile(
    r"(?:那么?|这个?|它|此|该|上述|这[种样]|一?[种类]|情况|情形|行为|的话|违[法规]|事|又|都|应该?|应当|具体|到底|最后|是|由|归|被|要|得|找)*"
    r"(?:谁|(?:哪|什么|啥)(?:一?级|[几些个家两]*)?(?:的)?(?:部门|单位|机关|机构|执法部门|行政机关|地方))(?:来|去|负责|给|具体)*"
    r"(?:实施|执行|作出|做出|决定|管)?(?:行政)?(?:处罚|罚款?|查处|没收|责令|吊销|追究|处分|执罚|追缴|惩处|处置)[一-龥]{0,2}?(?:的|呢|吗|啊)*[？?。]*"
)
_PUNISHER = re.compile(r"(?:由|经)[^，。；]{2,60}?(?:责令|处(?!理)|给予|没收|罚|吊销|追究|追缴|予以|依[法照]|按照)")

_ANY = re.compile(r"\w")

ROOM = 260
"""Visible characters of what is told."""

_Open = Callable[[str], Document]


def of_what_was_told(
    question: str, last: Answer, library: Sequence[DocumentSummary], document_of: _Open
) -> Answer | None:
    """What a turn asks of the last answer as such; None where it asks something else, or the clauses do not tell."""
    said = "".join(question.split())
    cited = _cited(last, library, document_of)
    if not cited:
        return None
    found: list[Statement] = []
    conditions, part = _CONDITIONS.fullmatch(said), _PART.fullmatch(said)
    if conditions:
        found = _conditions(cited, last, document_of, excepted=conditions["what"] in ("例外", "除外"))
    elif part:
        found = _part_of(*cited[0], part["noun"], document_of)
    elif _WHY.fullmatch(said) and said:
        found = _untold(cited, last, _REASONS)
        if not found:
            return _withdrawn(last, wording.refusal(Lack(Missing.FIELD, wording.REASON)))
    elif _WHO_PUNISHES.fullmatch(said):
        found = _punisher(cited, last, document_of)
    elif asks_what_else(said) and len(cited) > 1:
        return _withdrawn(last, wording.ALL_TOLD)
    elif asks_what_else(said):
        found = _untold(cited, last, _ANY)
    return answered(understand(last.question, library), found, []) if found else None


def _cited(
    last: Answer, library: Sequence[DocumentSummary], document_of: _Open
) -> list[tuple[DocumentSummary, Clause]]:
    summaries = {one.id: one for one in library}
    ids = dict.fromkeys((one.document_id, one.clause_id) for one in last.citations if one.document_id in summaries)
    clauses = ((summaries[document], document_of(document).by_id.get(clause)) for document, clause in ids)
    return [(summary, clause) for summary, clause in clauses if clause is not None]


def _conditions(
    cited: Sequence[tuple[DocumentSummary, Clause]], last: Answer, document_of: _Open, *, excepted: bool
) -> list[Statement]:
    """The items under the clause that was told, else what it says beside that binds or excepts."""
    if excepted:
        return _untold(cited, last, _EXCEPTS)
    told = {clause.id for _, clause in cited}
    for summary, clause in cited:
        items = [one for one in document_of(summary.id).children(clause) if one.num and (one.text or one.heading)]
        if items and clause.text and not told & {one.id for one in items}:
            texts = [(one, quotable(one, one.text or one.heading)) for one in items]
            if sum(visible_length(text) for _, text in texts) <= ROOM:
                return [_said(summary, one, text, one.num) for one, text in texts]
    return _untold(cited, last, _BINDS)


def _untold(cited: Sequence[tuple[DocumentSummary, Clause]], last: Answer, telling: re.Pattern[str]) -> list[Statement]:
    """The sentences of the clauses cited that tell it, and were not told."""
    said, found, room = fold(last.answer), list[Statement](), ROOM
    for summary, clause in cited:
        for span in sentences(clause.text):
            text = span.of(clause.text).strip()
            room -= visible_length(text) if telling.search(text) else 0
            if telling.search(text) and fold(text).rstrip("。;；") not in said and (room >= 0 or not found):
                found.append(_said(summary, clause, text))
    return found


def _punisher(cited: Sequence[tuple[DocumentSummary, Clause]], last: Answer, document_of: _Open) -> list[Statement]:
    """The sentence of the penalty told that says who imposes it; else one of its clause, or of the clause above."""
    said, told, beside = fold(last.answer), list[Statement](), list[Statement]()
    above = [(summary, one) for summary, clause in cited for one in document_of(summary.id).ancestors(clause)[-1:]]
    for summary, clause in dict.fromkeys((*cited, *above)):
        for span in sentences(clause.text):
            text = span.of(clause.text).strip()
            if _PUNISHER.search(text):
                (told if fold(text).rstrip("。;；：:") in said else beside).append(_said(summary, clause, text))
    return told or beside[:1]


def _part_of(summary: DocumentSummary, clause: Clause, noun: str, document_of: _Open) -> list[Statement]:
    """The heading that it stands under: the one with the noun asked for, else the nearest."""
    above = [one for one in (*document_of(summary.id).ancestors(clause), clause) if one.heading]
    named = [one for one in above if noun in one.heading or one.num.endswith(noun)]
    beyond = [one for one in above if one is not clause]
    chosen = (named or beyond)[-1:]
    return [_said(summary, one, one.heading, one.num) for one in chosen]


def _said(summary: DocumentSummary, clause: Clause, text: str, number: str = "") -> Statement:
    return Statement(f"{number}{text}", (ground_in(summary, clause, text),))


def _withdrawn(last: Answer, text: str) -> Answer:
    return Answer(status=AnswerStatus.REFUSED, answer=text, nearest=nearest_cited(last), question=last.question)
