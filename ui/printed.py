"""An answer as plain text that can go into a memo: below it, its references as official writing prints them."""

from __future__ import annotations

from assistant.export.paper import Paper, of_answer
from assistant.export.reference import printed_reference
from assistant.models import Answer, Citation
from ui.catalogue import Words
from ui.marks import NOTHING_LOST, Lost, labelled_text, standing


def printed_answer(answer: Answer, words: Words, lost: Lost = NOTHING_LOST) -> str:
    """Answer and references, with a word of caution where a quote or a statement does not stand in its source."""
    parts = [labelled_text(answer, words).strip()]
    if answer.citations:
        parts.append("\n".join(_line(citation, words, lost) for citation in answer.citations))
    parts.append(words.disclaimer)
    return "\n\n".join(part for part in parts if part)


def paper_of(question: str, answer: Answer, words: Words) -> Paper:
    """The same for a file: what is computed or unverified says so there too."""
    labelled = answer.model_copy(update={"answer": labelled_text(answer, words)})
    return of_answer(question, labelled)


def _line(citation: Citation, words: Words, lost: Lost) -> str:
    label, _ = standing(citation, words, lost)
    doubt = "" if citation.status == "verified" else f"（{label}）"
    return f"[{citation.mark}] {printed_reference(citation)}：“{citation.quote}”{doubt}"
