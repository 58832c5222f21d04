"""What may be stated of a document: dates that are dates, in their order."""

from __future__ import annotations

from datetime import date

from corpus.errors import InputError
from corpus.models import DocumentStatus


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
