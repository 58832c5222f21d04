"""The evidence for a question that leans on what was just cited: those clauses first, or those alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.charge.responsibility import names_responsible, prints_units
from assistant.turns.followup import Whole
from assistant.understanding.query import Asked
from corpus.vocabulary import DocumentType
from index.models import Evidence

CONTEXT_LIFT = 1.3
"""A question with its own subject may still go on about the document of the turn before."""

LEANT_ON = 1.5
"""What a clause just cited gains over the best one found."""

BESIDE = 1.15
"""... and one that stands under the same heading."""


def leaning(evidence: Sequence[Evidence], cited: Sequence[Evidence], whole: Whole) -> list[Evidence]:
    """What the turn before cited comes first when the question leans on it; its documents weigh a little more.

    Who is in charge of a clause is said in that clause, or under it, wherever a document prints it by clauses.
    """
    if whole.within:
        return list(cited)
    if whole.in_charge:
        told = [one for one in cited if names_responsible(one.text)]
        if told or any(prints_units(one.text) for one in evidence):
            return told or [one for one in evidence if _under(one, cited) and prints_units(one.text)] or list(cited)
    known = {one.clause.id for one in evidence}
    found = [*evidence, *(replace(one, score=0.0) for one in cited if one.clause.id not in known)]
    top = max((one.score for one in found), default=0.0)
    parents = {one.clause.parent_id for one in cited if one.clause.parent_id}
    return sorted((replace(one, score=_lifted(one, top, parents, whole)) for one in found), key=lambda one: -one.score)


def of_the_law(asked: Asked, whole: Whole) -> Asked | None:
    """Who sees to a law as a whole, where the article asked about names nobody; None for other documents."""
    if len(asked.documents) != 1 or asked.documents[0].document_type is not DocumentType.LAW:
        return None
    office = "主管" if "主管" in whole.own else "负责监督管理"
    return replace(asked, text=f"《{asked.documents[0].title}》由哪个部门{office}？", topic=office)


def _under(one: Evidence, cited: Sequence[Evidence]) -> bool:
    paths = [each.clause.path for each in cited if each.document.id == one.document.id]
    return any(one.clause.path[: len(path)] == path for path in paths)


def _lifted(one: Evidence, top: float, parents: set[str], whole: Whole) -> float:
    if one.clause.id in whole.clause_ids:
        return LEANT_ON * max(one.score, top)
    beside = one.clause.parent_id in parents or one.clause.id in parents
    return one.score * (BESIDE if beside else CONTEXT_LIFT if one.document.id in whole.context else 1.0)
