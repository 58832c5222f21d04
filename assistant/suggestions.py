"""Questions to offer, drawn from what the documents hold: their headings, their targets, who is responsible.

Nothing is made up: each question is about one clause that is there, and named as the
document names it. Whether the assistant answers it is for the assistant to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from assistant.models import Answer
from assistant.reading import Shelf
from assistant.understanding.naming import short_name
from corpus.errors import DocumentUnknown
from corpus.facts import facts_of, targets_in
from corpus.facts.models import Direction, Fact, Measure, Responsible, Target
from corpus.models import Clause, Document, DocumentSummary
from corpus.vocabulary import ClauseKind, PartRole

OPENINGS = 5
FOLLOW_UPS = 3
READ = 6
"""Documents that questions are drawn from; a library of thousands is not read through for them."""

LONGEST_HEADING = 18
SHORTEST_BODY = 30
"""Characters that a clause must have for its heading to promise an answer."""

_ORDER = (ClauseKind.LEVEL, ClauseKind.ITEM)
_ASKED = {
    (Direction.LEVEL, Measure.STOCK): "要达到",
    (Direction.LEVEL, Measure.FLOW): "要新增",
    (Direction.RISE, Measure.STOCK): "要提高",
    (Direction.RISE, Measure.FLOW): "要提高",
    (Direction.FALL, Measure.STOCK): "要下降",
    (Direction.FALL, Measure.FLOW): "要下降",
}
_COMMON = ("总体", "指导思想", "原则", "坚持", "工作目标", "保障措施", "组织", "附则", "总则", "主要目标", "重点任务")


def openings(library: Shelf) -> tuple[str, ...]:
    """First questions, by turns from different documents and of different kinds; what came in last comes first."""
    documents = library.documents()
    summaries, several = documents[: -READ - 1 : -1], len(documents) > 1
    each = (
        _openings(library.document(one.id), one if several else None, figures_first=place % 2 == 0)
        for place, one in enumerate(summaries)
    )
    in_turns = chain.from_iterable(zip_longest(*each))
    return tuple(islice(_distinct(question for question in in_turns if question), OPENINGS))


def follow_ups(answer: Answer, library: Shelf) -> tuple[str, ...]:
    """Where to go on from an answer, or from the clauses that came nearest to one."""
    passages = answer.citations or answer.nearest
    facts = _Facts()
    found = (_beside(one.document_id, one.clause_id, answer.answer, library, facts) for one in passages[:READ])
    asked = answer.question
    fresh = (question for question in chain.from_iterable(zip_longest(*found)) if question and question != asked)
    return tuple(islice(_distinct(fresh), FOLLOW_UPS))


def _openings(document: Document, summary: DocumentSummary | None, *, figures_first: bool) -> Iterator[str]:
    headed = [clause for clause in document.clauses if _promising(clause)]
    asked = [_target_question(target, summary) for target in _askable(targets_in(document))[:1]]
    named = [_heading_question(clause, summary) for clause in headed[:: max(1, len(headed) // 3)]]
    yield from (*asked, *named) if figures_first else (*named[:1], *asked, *named[1:])


class _Facts:
    """What documents state, each read once: the passages of an answer are mostly of the same few."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Fact, ...]] = {}

    def of(self, document: Document) -> tuple[Fact, ...]:
        if document.id not in self._read:
            self._read[document.id] = facts_of(document)
        return self._read[document.id]


def _askable(facts: Iterable[Fact]) -> list[Target]:
    """Targets with a figure and a year of their own: a year to be reached by is no figure to ask for."""
    targets = (fact for fact in facts if isinstance(fact, Target))
    return [
        fact for fact in targets if fact.year and fact.quantity.unit != "年" and len(fact.indicator) <= LONGEST_HEADING
    ]


def _beside(document_id: str, clause_id: str, said: str, library: Shelf, facts: _Facts) -> Iterator[str]:
    try:
        document = library.document(document_id)
        clause = document.by_id[clause_id]
    except (DocumentUnknown, KeyError):
        return
    summary = next((one for one in library.documents() if one.id == document_id), None)
    charged = {fact.clause_id for fact in facts.of(document) if isinstance(fact, Responsible)}
    if clause_id in charged and clause.heading:
        yield f"“{_quotable(clause)}”由哪些单位负责？"
    beside = (fact for fact in _askable(facts.of(document)) if _section(fact.clause_id) == _section(clause_id))
    yield from islice((_target_question(fact, summary) for fact in beside if fact.quantity.printed not in said), 1)
    yield from (_heading_question(other, summary) for other in _next_headed(document, clause))


def _next_headed(document: Document, clause: Clause) -> Iterator[Clause]:
    """The headed clauses from here on; behind the last of them, from the beginning."""
    at = document.clauses.index(clause)
    around = (*document.clauses[at + 1 :], *document.clauses[:at])
    return (other for other in around if _promising(other))


def _promising(clause: Clause) -> bool:
    heading = _bare(clause)
    return (
        clause.part is PartRole.MAIN
        and clause.kind in _ORDER
        and 4 <= len(heading) <= LONGEST_HEADING
        and len(clause.text) >= SHORTEST_BODY
        and not any(word in heading for word in _COMMON)
    )


def _heading_question(clause: Clause, summary: DocumentSummary | None) -> str:
    where = f"{short_name(summary)}在" if summary else ""
    return f"{where}“{_quotable(clause)}”方面有哪些安排？"


def _target_question(fact: Target, summary: DocumentSummary | None) -> str:
    whose = fact.subject or (f"{short_name(summary)}的" if summary else "")
    return f"到{fact.year}年，{whose}{fact.indicator}{_ASKED[fact.direction, fact.measure]}多少？"


def _bare(clause: Clause) -> str:
    return clause.heading.strip("。；：:，, ")


def _quotable(clause: Clause) -> str:
    """The heading as it stands within quotation marks: its own become single ones."""
    return _bare(clause).translate({ord("“"): "‘", ord("”"): "’"})


def _section(clause_id: str) -> str:
    return clause_id.rpartition("__")[0]


def _distinct(questions: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(questions))
