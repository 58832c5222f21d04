"""A page on a request in one sentence: headings, and under them cited words of the documents."""

from assistant.briefing.conversation import from_conversation
from assistant.briefing.request import Commission, Kind, Length
from assistant.briefing.writing import Sources, write_briefing

__all__ = ["Commission", "Kind", "Length", "Sources", "from_conversation", "write_briefing"]
