"""Whether a document holds on a day: what is stated of it, and the dates where they say otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.models import DocumentStatus
from corpus.status import force_on
from corpus.vocabulary import Force, Validity


@pytest.mark.parametrize(
    ("validity", "begins", "ends", "expected"),
    [
        (Validity.UNKNOWN, "", "", Force.UNKNOWN),
        (Validity.IN_FORCE, "", "", Force.IN_FORCE),
        (Validity.TRIAL, "2024-01-01", "2024-12-31", Force.TRIAL),
        (Validity.AMENDED, "", "", Force.AMENDED),
        (Validity.REPEALED, "", "2999-01-01", Force.REPEALED),
        (Validity.IN_FORCE, "2024-06-15", "2024-06-15", Force.IN_FORCE),
        (Validity.IN_FORCE, "2024-06-16", "", Force.NOT_YET),
        (Validity.TRIAL, "", "2024-06-14", Force.EXPIRED),
        (Validity.UNKNOWN, "", "2024-06-14", Force.EXPIRED),
    ],
)
def test_what_is_stated_holds_within_its_dates(validity: Validity, begins: str, ends: str, expected: Force) -> None:
    status = DocumentStatus(validity, begins, ends)
    assert force_on(status, date(2024, 6, 15)) is expected
