"""What leaves the application as a file: briefings, tables and answers as Word, Markdown and PDF."""

from assistant.export.markdown import to_markdown
from assistant.export.official import to_docx
from assistant.export.paper import Grid, Heading, Line, Note, Paper, of_answer, of_briefing
from assistant.export.pdf import can_print, to_pdf
from assistant.export.transcript import Said, of_conversation

__all__ = [
    "Grid",
    "Heading",
    "Line",
    "Note",
    "Paper",
    "Said",
    "can_print",
    "of_answer",
    "of_briefing",
    "of_conversation",
    "to_docx",
    "to_markdown",
    "to_pdf",
]
