"""A page on a request in one sentence: headings, and under them cited words of the documents."""

from assistant.briefing.conversation import from_conversation
from assistant.briefing.request import Commission, Kind, Length
from assistant.briefing.selection import Line, Section, Selection, length_of, printed
from assistant.briefing.sources import Sources
from assistant.briefing.writing import select_for, write_briefing

__all__ = [
    "Commission",
    "Kind",
    "Length",
    "Line",
    "Section",
    "Selection",
    "Sources",
    "from_conversation",
    "length_of",
    "printed",
    "select_for",
    "write_briefing",
]
