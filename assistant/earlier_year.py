"""今年 asked of documents of the year before: what they give for their own year is told, and that it is of that year.

Whoever asks what is planned 今年 of a plan of last year mostly has that plan in mind. What was read by the day of
asking is refused first: only where no document gives it for this year, that of an earlier one is told, as a part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assistant import wording
from assistant.models import Answer, AnswerStatus, Passage
from corpus.models import DocumentSummary

BACK = 3
"""Years before that of the day of asking that a document may be of."""


def of_earlier_year(
    question: str,
    today: date,
    answer: Answer,
    documents: Sequence[DocumentSummary],
    ask: Callable[[str], Answer],
) -> Answer:
    """The refusal, or what the documents that came nearest give for their own year, said to be of it."""
    this_year = f"{today.year}年"
    if answer.status is not AnswerStatus.REFUSED or this_year not in question:
        return answer
    year_of = {one.id: one.year for one in documents}
    for year in _years(answer.nearest, year_of, today):
        found = ask(question.replace(this_year, f"{year}年"))
        cited = {year_of.get(one.document_id) for one in found.citations}
        if found.status is not AnswerStatus.REFUSED and cited == {year}:
            lead = wording.EARLIER_YEAR.format(asked=today.year, given=year)
            return found.model_copy(update={"status": AnswerStatus.PARTIAL, "answer": f"{lead}\n\n{found.answer}"})
    return answer


def _years(nearest: Sequence[Passage], year_of: Mapping[str, int], today: date) -> list[int]:
    """The years of the documents that came nearest, in their order, as far as they are of late."""
    years = dict.fromkeys(year_of.get(one.document_id, 0) for one in nearest)
    return [year for year in years if today.year - BACK <= year < today.year]
