"""Which documents name a certain one as what they rest on: an exact scan of what each says of its basis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.document.about import header_ground
from assistant.statements import Statement
from assistant.understanding.naming import longest_common, short_name
from corpus.models import Document, DocumentSummary, Field
from corpus.places import places_in
from corpus.text import fold

MEANT = 0.8
"""Share of the words asked for that must stand in a title, in one run, to mean it."""

_WHICH = r"(?:哪|几)[一几两些三]?(?:几|些)?(?:份|个|部)?(?:地方)?(?:文件|方案|通知|规定|办法)?"
_RESTING = (
    re.compile(
        rf"{_WHICH}[^？]{{0,6}}?(?:以|把|将|用)(?P<title>.{{4,60}}?)(?:作|列|当|视|写)?(?:为|成|作)?(?:编制|制定|出台)?的?依据"
    ),
    re.compile(
        rf"{_WHICH}[^？]{{0,6}}?(?:依据|根据|按照|依照)的?(?:是|了)?(?P<title>.{{4,60}}?)(?:来|而)?(?:编制|制定|编|出台|写|定)"
    ),
    re.compile(
        rf"(?:依据|根据|按照)(?P<title>.{{4,60}}?)(?:来|而)?(?:编制|制定|编|出台)的(?:文件|方案)?(?:有|是){_WHICH}"
    ),
    re.compile(
        rf"(?:以|把)(?P<title>.{{4,60}}?)(?:作|列|当)?(?:为|成)?(?:编制|制定)?依据的(?:文件|方案)?(?:有|是){_WHICH}"
    ),
)


def title_rested_on(text: str) -> str:
    """The title in a question for the documents that rest on it; "" where it asks no such thing."""
    found = next((match for pattern in _RESTING if (match := pattern.search(text))), None)
    return re.sub(r"[《》“”\s]|那份|这份", "", found["title"]) if found else ""


def based_on(title: str, documents: Sequence[tuple[Document, DocumentSummary]]) -> tuple[list[Statement], list[str]]:
    """A statement for each document that names the title as its basis, and the names of those that do not."""
    said: list[Statement] = []
    without: list[str] = []
    for document, summary in documents:
        field = next((one for one in document.metadata.legal_basis if _means(title, one)), None)
        ground = header_ground(document, summary, field.span) if field else None
        if field and ground:
            said.append(Statement(f"依据{field.text.strip()}。", (ground,), lead=short_name(summary)))
        else:
            without.append(short_name(summary))
    return said, without


def _means(title: str, basis: Field) -> bool:
    want = fold(title).replace("的", "")
    held = fold(basis.text).replace("的", "")
    if not set(places_in(title)) <= set(places_in(basis.text)):
        return False
    return len(longest_common(want, held)) >= MEANT * len(want)
