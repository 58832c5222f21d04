"""A document as the command line prints it: as a row of JSON, and what is stated of it in words."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ui.commands.session import Session

if TYPE_CHECKING:
    from corpus.models import DocumentSummary


def document_row(document: DocumentSummary) -> dict[str, Any]:
    """The document for programs."""
    return asdict(document)


def stated(session: Session, document: DocumentSummary) -> list[str]:
    """What users have stated of the document, where they have."""
    from corpus.status import force_today
    from corpus.vocabulary import Force
    from ui.catalogue import words
    from ui.catalogue_library import library_words

    said, status = library_words(words(session.language)).stated, document.status
    force = force_today(status)
    stated = [] if force is Force.UNKNOWN else [said.forces[force]]
    stated += [said.since.format(date=status.effective_from)] if status.effective_from else []
    stated += [said.until.format(date=status.effective_until)] if status.effective_until else []
    stated += [] if status.enabled else [said.switched_off]
    return [*stated, said.local_only_badge] if document.local_only else stated
