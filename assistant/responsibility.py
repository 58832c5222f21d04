"""Who is responsible: the 责任单位, 责任部门, 牵头单位 that a clause prints in brackets, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.query import Asked
from assistant.rarity import Rarity
from assistant.scoring import SentenceScorer, candidates
from assistant.statements import Ground, Statement, ground, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from index.models import Evidence

_PRINTED = re.compile(r"[（(]\s*(?:责任|牵头|负责|配合)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_WHOSE_TASK = re.compile(
    r"(?:哪[一几]?(?:项|个|件|些)|什么)(?:任务|工作|事|保障|措施|职责|条|方面)|挂了哪|参与哪|"
    r"负责(?:哪|什么)|管(?:哪|什么)|牵头(?:哪|什么)"
)
_UNIT = re.compile(r"[一-龥]{2,14}?(?:厅|局|委|部|办|分行|银行|会|院|中心|公司|分局|办公室)")

_NEAR = 0.75
"""A clause counts as the one asked about down to this share of the best one's score."""

_FAR = 0.5
"""... and down to this one where no nearer clause says who is in charge."""

_EACH = 3
"""Documents at most whose units are given where none is named."""

_WORD = 3

_ROLES = re.compile(r"责任|单位|部门|机构|负责|牵头|主管|归|谁来|谁|管$")
_CHARGED = re.compile(
    r"责任(?:单位|部门)|牵头|负责|会同|指导|领导|统筹|主管|承担|组建|成立|协调|"
    r"由[^，。；]{2,30}?(?:责令|处|给予|没收|办理|审批|批准|提出|制定|确定|查处|监督)"
)


def responsible_units(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The units printed in the clause that the question is about; none where it prints none."""
    best: dict[str, float] = {}
    for candidate in SentenceScorer(asked, rarity).score(candidates(evidence)):
        clause_id = candidate.evidence.clause.id
        best[clause_id] = max(best.get(clause_id, 0.0), candidate.score)
    top = max(best.values(), default=0.0)
    ordered = sorted(evidence, key=lambda one: -best.get(one.clause.id, 0.0))
    printed = [(one, found) for one in ordered if (found := _PRINTED.search(one.text))]
    if not printed:
        return []
    exact = [(one, found) for one, found in printed if _holds_topic(asked, one.text)]
    if exact and not asked.documents:
        # No document is named: what each of them prints, the nearest first.
        each = {one.document.id: (one, found) for one, found in reversed(exact)}
        chosen = [pair for pair in exact if each[pair[0].document.id] == pair][:_EACH]
        return [_said(one.clause, ground(one, found.group()), found.group()) for one, found in chosen]
    first, found = exact[0] if exact else printed[0]
    near = best.get(first.clause.id, 0.0)
    said_otherwise = any(names_responsible(one.text) for one in ordered if best.get(one.clause.id, 0.0) > near)
    if near >= (_NEAR if said_otherwise else _FAR) * top:
        return [_said(first.clause, ground(first, found.group()), found.group())]
    return []


def _holds_topic(asked: Asked, text: str) -> bool:
    """Do the words asked about stand in the clause as they were typed?"""
    words = [fold(word) for word in _ROLES.sub(" ", asked.topic).split() if len(word) >= _WORD]
    return bool(words) and all(word in fold(text) for word in words)


def names_responsible(text: str) -> bool:
    """Does the text say of anyone that they lead, answer for or carry something out?"""
    return bool(_CHARGED.search(text))


def tasks_of_unit(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """Every clause in whose brackets the unit that the question names stands, by exact scan."""
    if not _WHOSE_TASK.search(asked.text):
        return []
    for unit in sorted({*_UNIT.findall(asked.topic), *asked.topic.split()}, key=len, reverse=True):
        if not _UNIT.fullmatch(unit):
            continue
        found = [
            _said(clause, Ground(summary, clause, shown(clause, printed.group()), printed.group()), printed.group())
            for document, summary in documents
            for clause in document.clauses
            for printed in [_PRINTED.search(clause.printed)]
            if printed and _named(unit, printed.group())
        ]
        if found:
            return found
    return []


def _named(unit: str, printed: str) -> bool:
    return unit in printed or unit.replace("人行", "人民银行") in printed


def _said(clause: Clause, found: Ground, printed: str) -> Statement:
    heading = clause.heading or re.split(r"[。，]", clause.text)[0]
    return Statement(f"“{heading}”的{printed[1:-1]}。", (found,))
