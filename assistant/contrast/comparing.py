"""One way in for both comparisons: two documents with most clauses in common are versions of one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.briefing.sources import Sources
from assistant.contrast.documents import LEAST, Read
from assistant.contrast.models import Contrast, Revision
from assistant.contrast.table import column, contrast
from assistant.contrast.versions import are_versions, revision
from corpus.errors import InputError


def compared(
    documents: Sequence[Read], sources: Sources, *, topic: str = "", versions: bool | None = None
) -> Contrast | Revision:
    """The table by topic, or what the second document changes of the first; `versions` None lets the texts decide.

    InputError where more than two documents are to be versions.
    """
    if versions and len(documents) != LEAST:
        raise InputError("新旧两版的比较只取两份文件。", "A comparison of versions takes two documents.")
    if versions is None:
        versions = len(documents) == LEAST and not topic.strip() and are_versions(documents[0][0], documents[1][0])
    if not versions:
        return contrast(documents, sources, topic=topic)
    (old, old_summary), (new, new_summary) = documents
    return revision(old, new, column(old_summary), column(new_summary))
