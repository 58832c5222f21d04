"""What is stated of a document: dates that are dates, in their order, and whether it holds on a given day."""

from __future__ import annotations

from datetime import date

from corpus.errors import InputError
from corpus.models import DocumentStatus
from corpus.vocabulary import Force, Validity

OUT_OF_FORCE = frozenset({Force.REPEALED, Force.EXPIRED, Force.NOT_YET})
"""Not in force: no longer, or not yet."""


def force_on(status: DocumentStatus, day: date) -> Force:
    """Whether the document holds on `day`; the last day of its term is one on which it does."""
    if status.validity is Validity.REPEALED:
        return Force.REPEALED
    if status.effective_until and day.isoformat() > status.effective_until:
        return Force.EXPIRED
    if status.effective_from and day.isoformat() < status.effective_from:
        return Force.NOT_YET
    return Force(status.validity)


def force_today(status: DocumentStatus) -> Force:
    """Whether the document holds by the calendar of this machine."""
    return force_on(status, date.today())


def require_dates(status: DocumentStatus) -> None:
    """Raises InputError for a date that is none, or an end that lies before its beginning."""
    begins, ends = _date(status.effective_from), _date(status.effective_until)
    if begins and ends and ends < begins:
        raise InputError(
            f"失效日期 {status.effective_until} 早于施行日期 {status.effective_from}：请改正其中一个。",
            f"The document would end on {status.effective_until}, before it takes effect on "
            f"{status.effective_from}: correct one of the dates.",
        )


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise InputError(
            f"“{text[:40]}”不是日期：请写成 2024-05-01 这样，或留空。",
            f"{text[:40]!r} is no date: write it like 2024-05-01, or leave it empty.",
        )
    return found
