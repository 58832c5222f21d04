"""Answers on their way out: as plain text for a memo, as papers for files, with printed references.

What is computed or unverified says so there too, and so does what was cited and is not in the library any more.
"""

from __future__ import annotations

from assistant.export.paper import Paper, of_answer
from assistant.export.reference import printed_reference
from assistant.export.transcript import Said, of_conversation
from assistant.models import Answer, Citation
from ui.catalogue import ENGLISH, Words
from ui.conversation import Conversation, Exchange
from ui.marks import NOTHING_LOST, Lost, labelled_text, standing


def printed_answer(answer: Answer, words: Words, lost: Lost = NOTHING_LOST) -> str:
    """Answer and references, with a word of caution where a quote or a statement does not stand in its source."""
    parts = [labelled_text(answer, words).strip()]
    if answer.citations:
        parts.append("\n".join(_line(citation, words, lost) for citation in answer.citations))
    parts.append(words.disclaimer)
    return "\n\n".join(part for part in parts if part)


def paper_of(question: str, answer: Answer, words: Words, lost: Lost = NOTHING_LOST) -> Paper:
    """One answer for a file."""
    labelled = answer.model_copy(update={"answer": labelled_text(answer, words)})
    return of_answer(question, labelled, _doubts(lost, words))


def conversation_paper(title: str, conversation: Conversation, words: Words) -> Paper:
    """A whole conversation for a file; questions without an answer say why."""
    turns = [_said(exchange, words) for exchange in conversation.exchanges]
    lost = {document: fate for exchange in conversation.exchanges for document, fate in exchange.lost.items()}
    return of_conversation(" ".join(title.split()), turns, _doubts(lost, words))


def _said(exchange: Exchange, words: Words) -> Said:
    if exchange.answer is None:
        problem = exchange.problem
        return Said(exchange.question, (problem.en if words is ENGLISH else problem.zh) if problem else words.stopped)
    said = labelled_text(exchange.answer, words).strip() or words.refused_body
    return Said(exchange.question, said, exchange.answer.citations)


def _doubts(lost: Lost, words: Words) -> dict[str, str]:
    return {document: f"（{words.fate(fate)[0]}）" for document, fate in lost.items()}


def _line(citation: Citation, words: Words, lost: Lost) -> str:
    label, _ = standing(citation, words, lost)
    doubt = "" if citation.status == "verified" else f"（{label}）"
    return f"[{citation.mark}] {printed_reference(citation)}：“{citation.quote}”{doubt}"
