"""One thing asked of two places, each of which several documents are of: 江西和湖北申请稳岗返还，最晚分别到哪一天.

Each place is asked alone, of its own documents, and answers under its name; so are the places
that one plan has a section each for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import wording
from assistant.across.alone import Ask
from assistant.across.answers import listed
from assistant.choosing.sections_of_places import places_of_sections
from assistant.finding.locality import is_of
from assistant.finding.lookup import Lookup
from assistant.models import Answer, AnswerStatus
from assistant.outcomes import answered
from assistant.restating import restated
from assistant.statements import Statement
from assistant.understanding.query import Asked, Kind, understand
from corpus.models import DocumentSummary
from index.models import DocumentFilter

EACH = {Kind.FACT: 1, Kind.RESPONSIBLE: 1, Kind.MEASURE: 3, Kind.LIST: 8}
"""Kinds of questions that are put to each place, and the statements that its answer may have."""

NEAR = 5
"""Clauses found among whose documents a plan for all of the places is looked for."""

_APART = r"(?:[和与跟及、同]|以及|还有)?[在是]?"
_OF_BOTH = re.compile(
    r"[两二三几][省市地区县]|分别|各自|各(?=[是有要需得掏交补给发多少几])|(?:作?对比|比较|相比|的?区别|的?不同|差别)"
)


def by_place(asked: Asked, lookup: Lookup, where: DocumentFilter, ask: Ask) -> Answer | None:
    """What the documents of each place answer; None unless two answer at all."""
    of_each = [(place, tuple(one for one in asked.documents if is_of(one, place))) for place in asked.places]
    if asked.exact or asked.kind not in EACH:
        return None
    if all(len(own) < 2 for _, own in of_each):
        plan = _plan_of_all(asked, lookup, where)
        of_each = [(place, (plan,)) for place in asked.all_places] if plan else []
    if len(of_each) < 2:
        return None
    said: list[Statement] = []
    silent: list[str] = []
    for place, own in of_each:
        put = understand(_put_to(place, asked), own, None, asked.synonyms)
        put = replace(
            put, documents=own, places=(place,), foreign_places=(), exact=False, years=put.years or asked.years
        )
        found = ask(put)
        told = restated(found, lookup) if found.status is AnswerStatus.ANSWERED else None
        fit = [one for one in told or [] if all(ground.document in own for ground in one.grounds)][: EACH[asked.kind]]
        said += [replace(fit[0], lead=place), *fit[1:]] if fit else []
        silent += [] if fit else [place]
    if len(of_each) - len(silent) < 2:
        return None
    return answered(asked, said, [], tail=listed(wording.NOT_FOUND, silent), partial=bool(silent))


def _plan_of_all(asked: Asked, lookup: Lookup, where: DocumentFilter) -> DocumentSummary | None:
    """The one document that has a section for each of the places, under its name; None where none has, or several."""
    if len(asked.all_places) < 2:
        return None
    near = asked.documents or tuple(one.document for one in lookup.search(asked.text, NEAR, where))
    documents = {one.id: one for one in near}
    wanted = set(asked.all_places)
    plans = [one for one in documents.values() if wanted <= places_of_sections(lookup.document(one.id))]
    return plans[0] if len(plans) == 1 else None


def _put_to(place: str, asked: Asked) -> str:
    """The question for one place: the others left out, with the words that say that there are several."""
    others = "|".join(re.escape(one) for one in asked.all_places)
    bare = re.sub(rf"{_APART}(?:{others})(?:省|市|自治区)?", "", asked.text)
    return f"{place}{_OF_BOTH.sub('', bare).strip()}"
