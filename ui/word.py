"""An answer as a Word file: the question, the answer, and its references as official writing prints them."""

from __future__ import annotations

import io

from assistant.export.reference import printed_reference
from assistant.models import Answer
from ui.catalogue import Words


def answer_docx(question: str, answer: Answer, words: Words) -> bytes:
    """The file's content."""
    from docx import Document

    document = Document()
    document.add_heading(question, 1)
    for line in filter(str.strip, answer.answer.splitlines()):
        if line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    if answer.citations:
        document.add_heading(words.citations_title, 2)
    for citation in answer.citations:
        document.add_paragraph(f"[{citation.mark}] {printed_reference(citation)}：“{citation.quote}”")
    document.add_paragraph(words.disclaimer)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
