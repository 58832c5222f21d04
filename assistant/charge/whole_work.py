"""Who leads the whole work of a plan: 「某省科技碳达峰工作由谁牵头」 is told by its chapter on organisation.

Nothing but the plan itself is named, so that its words choose no clause: every clause is of it. What
plans say of their own leadership stands under headings that all plans share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.charge.in_charge import asks_who
from assistant.charge.printed_units import units_in
from assistant.charge.responsibility import units_said
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked, Kind
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold, sentences
from corpus.vocabulary import PartRole

_ORGANISED = re.compile(
    r"^(?:加强|强化|健全|完善|明确|落实|压实|做好)?(?:组织|统筹)(?:领导|协调|实施|保障|推进|管理)|^(?:加强|强化)领导$"
)
_LEADS = re.compile(
    r"(?:统一|集中|坚强)?领导下|牵头|会同|联合(?=有关|相关|各)|领导小组|联席会议|工作专班|负总责|统筹(?:推进|协调|指导|负责)|负责(?=组织|统筹|协调)"
)
_ROLES = re.compile(
    r"谁|哪[一-龥]{0,3}?(?:部门|单位|机构|委|厅|局|家|级|口)|什么(?:部门|单位|机构)|部门|单位|机构|总?牵头|挑头|带头|主管|主抓|负责|负总责|"
    r"领导|统筹|协调|组织|实施|落实|推进|推动|抓总|总抓|具体|上头|上面|下面|归口|工作|任务|事情|事儿|活儿|摊子?|这|那|"
    r"[由归让是又总来去推抓管做干办定的了和与及在把给里上下个事活块件份]"
)
"""What a question for the leader says beside the name of the plan."""

_PLAN = re.compile(r"方案|规划|计划|意见|通知|文件|行动")
FOREIGN = 2
"""Characters of the question at most that stand neither in the plan's title nor in words for leading."""


def asks_of_the_whole(asked: Asked, title: str) -> bool:
    """Does a question ask who leads, and name nothing but a plan?"""
    if asked.kind is not Kind.RESPONSIBLE or not asks_who(asked.text):
        return False
    rest = _PLAN.sub("", _ROLES.sub("", re.sub(r"[\W_]+", "", fold(asked.topic))))
    return len(set(rest) - set(fold(title))) < FOREIGN and len(rest) <= len(title)


def leads_the_whole(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """What the clause on organisation, or the closing words, says of who leads: units it prints, else a sentence."""
    for document, summary in documents:
        if not asks_of_the_whole(asked, f"{document.title}{summary.place}"):
            continue
        organised = [one for one in document.clauses if _ORGANISED.search(fold(one.heading))]
        closing = [one for one in document.clauses if one.part is PartRole.CLOSING]
        told = (said for one in (*organised, *closing) if (said := _leading(one, summary)))
        found = next(told, None)
        if found:
            return [found]
    return []


def _leading(clause: Clause, summary: DocumentSummary) -> Statement | None:
    units = units_in(clause)
    if units is not None:
        return units_said(clause, units, summary)
    for span in sentences(clause.text):
        text = span.of(clause.text).strip()
        if _LEADS.search(text):
            return Statement(text, (ground_in(summary, clause, text),))
    return None
