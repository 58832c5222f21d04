"""Which model writes a paper, where it is, and what happened on the way, as the page says it."""

from __future__ import annotations

from html import escape

from assistant.contrast.models import Contrast
from assistant.models import Briefing, Sentence, SentenceStatus
from assistant.writing.endpoint import Endpoint
from ui.catalogue import ENGLISH, Words
from ui.catalogue_papers import papers_words


def author_html(endpoint: Endpoint | None, words: Words) -> str:
    """Below a form: which model will write, and where the clauses go if that is elsewhere."""
    if endpoint is None:
        return ""
    said = papers_words(words)
    told = said.sends_to if endpoint.remote else said.writes_here
    return f'<p class="papers-author wide">{escape(told.format(model=endpoint.name, host=endpoint.host))}</p>'


def notices_html(found: Briefing | Contrast, words: Words) -> str:
    """Above a paper: what happened, how many of its sentences are not verified, and where its clauses were sent."""
    said = words.chat
    doubtful = sum(one.status is SentenceStatus.UNVERIFIED for one in _sentences(found))
    lines = [(found.notice_en if words is ENGLISH else "") or found.notice]
    lines += [said.some_unverified.format(count=doubtful)] if doubtful else []
    lines += [said.sent_to.format(host=found.trace.endpoint)] if found.trace and found.trace.remote else []
    return "".join(f'<p class="notice">{escape(line)}</p>' for line in lines if line)


def _sentences(found: Briefing | Contrast) -> tuple[Sentence, ...]:
    """What a model wrote of a paper."""
    if isinstance(found, Briefing):
        return found.sentences
    return tuple(one for row in found.rows for cell in row.cells for one in cell.sentences)
