"""Values of the assistant as HTML for the conversation: pure functions, everything escaped.

Questions, titles, clauses and file names are data and may hold anything; no text
reaches the page but through `escape` or the escaping Markdown of `ui.marks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.models import Answer, AnswerStatus, Citation, Passage
from corpus.models import DocumentSummary
from ui.catalogue import ENGLISH, EXAMPLES, Example, Words
from ui.conversation import Conversation, Exchange, Problem
from ui.marks import PANEL_ID, answer_html, mark_html

EXCERPT_CHARACTERS = 140


def header_html(words: Words) -> str:
    """Product name and what it is for."""
    return (
        f'<header class="masthead"><h1>{escape(words.product)}</h1>'
        f'<p class="tagline">{escape(words.tagline)}</p>'
        f'<div class="tools">{tool_html("help", words.help_label, "?")}{tool_html("theme", words.theme_label, "◐")}'
        "</div></header>"
    )


def tool_html(name: str, label: str, sign: str) -> str:
    """A small button that shows a sign and has a name."""
    return (
        f'<button type="button" class="tool" data-tool="{escape(name)}" aria-label="{escape(label)}" '
        f'title="{escape(label)}">{escape(sign)}</button>'
    )


def conversation_html(
    conversation: Conversation, documents: Sequence[DocumentSummary], words: Words, shown: int | None = None
) -> str:
    """All exchanges, or the welcome; `shown` limits the last answer while it is being shown."""
    if not conversation.exchanges:
        return welcome_html(documents, words)
    *earlier, last = conversation.exchanges
    finished = "".join(exchange_html(exchange, words) for exchange in earlier)
    return (
        f'<div class="exchanges" role="log" aria-label="{escape(words.conversation_label)}">'
        f"{finished}{exchange_html(last, words, shown)}</div>"
    )


# -- before the first question ------------------------------------------------


def welcome_html(documents: Sequence[DocumentSummary], words: Words) -> str:
    """What can be asked of which documents; without documents, how to add some."""
    if not documents:
        return (
            f'<section class="welcome empty"><h2>{escape(words.empty_title)}</h2><p>{escape(words.empty_body)}</p>'
            f"<pre><code>{escape(words.empty_command)}</code></pre><p>{escape(words.empty_after)}</p></section>"
        )
    return (
        f'<section class="welcome"><h2>{escape(words.welcome_title)}</h2><p>{escape(words.welcome_body)}</p>'
        f"{_examples_html(examples_for(documents), words)}</section>"
    )


def examples_for(documents: Sequence[DocumentSummary]) -> tuple[Example, ...]:
    """The quick questions whose document is in the library."""
    titles = [document.title for document in documents]
    return tuple(
        example for example in EXAMPLES if all(any(about in title for title in titles) for about in example.about)
    )


def _examples_html(examples: Sequence[Example], words: Words) -> str:
    if not examples:
        return ""
    items = "".join(
        f'<li><button type="button" class="example" data-question="{escape(example.question)}">'
        f"{escape(example.question)}</button></li>"
        for example in examples
    )
    return f'<h3>{escape(words.examples_title)}</h3><ul class="examples" lang="zh-CN">{items}</ul>'


# -- one exchange -------------------------------------------------------------


def exchange_html(exchange: Exchange, words: Words, shown: int | None = None) -> str:
    """A question and what became of it."""
    asked = f'<span class="visually-hidden">{escape(words.you)}</span>{_lines(exchange.question)}'
    return (
        f'<article class="exchange" id="exchange-{escape(exchange.key)}"><p class="question">{asked}</p>'
        f'<div class="reply">{_reply_html(exchange, words, shown)}</div></article>'
    )


def _reply_html(exchange: Exchange, words: Words, shown: int | None) -> str:
    if exchange.answer:
        return reply_html(exchange.answer, exchange, words, shown)
    if exchange.problem:
        return problem_html(exchange.problem, words)
    if exchange.stopped:
        return f'<p class="stopped">{escape(words.stopped)}</p>'
    return f'<p class="thinking">{escape(words.thinking)}</p>'


def reply_html(answer: Answer, exchange: Exchange, words: Words, shown: int | None = None) -> str:
    """An answer with its sources, or the notice why there is none; while it is being shown, the answer alone."""
    understood = _understood_html(answer, exchange.question, words)
    if answer.status is AnswerStatus.REFUSED:
        return understood + refusal_html(answer, exchange.key, words)
    body = f'<div class="answer" lang="zh-CN">{answer_html(answer, exchange.key, words, shown)}</div>'
    if shown is not None:
        return understood + body
    status = f'<span class="status {answer.status}">{escape(words.status(answer.status))}</span>'
    notice = f'<p class="notice">{escape(answer.notice)}</p>' if answer.notice else ""
    return (
        f"{understood}{body}{notice}{citations_html(answer.citations, exchange.key, words)}"
        f"{unused_html(answer.unused, exchange.key, words)}"
        f'<p class="footnote">{status}<span>{escape(words.disclaimer)}</span></p>'
    )


def _understood_html(answer: Answer, asked: str, words: Words) -> str:
    if not answer.question or _bare(answer.question) == _bare(asked):
        return ""
    return f'<p class="understood">{escape(words.understood_as)}<q>{escape(answer.question)}</q></p>'


def problem_html(problem: Problem, words: Words) -> str:
    """A failure, in the language of the page."""
    message = problem.en if words is ENGLISH else problem.zh
    return f'<div class="problem" role="alert"><h3>{escape(words.problem_title)}</h3><p>{escape(message)}</p></div>'


def refusal_html(answer: Answer, key: str, words: Words) -> str:
    """Why there is no answer, and the clauses that come nearest."""
    said = f'<p lang="zh-CN">{_lines(answer.answer)}</p>' if answer.answer else ""
    reason = f"<p>{escape(words.refused_body)}</p>" if not said or words is ENGLISH else ""
    notice = f'<p class="notice">{escape(answer.notice)}</p>' if answer.notice else ""
    nearest = (
        f"<h4>{escape(words.nearest_title)}</h4>{_passages_html(answer.nearest, key, words)}"
        if answer.nearest
        else f"<p>{escape(words.nearest_none)}</p>"
    )
    return f'<section class="refusal"><h3>{escape(words.refused_title)}</h3>{reason}{said}{notice}{nearest}</section>'


# -- sources ------------------------------------------------------------------


def citations_html(citations: Sequence[Citation], key: str, words: Words) -> str:
    """One line a mark: where it stands, what is quoted, and whether that was found there."""
    if not citations:
        return ""
    items = "".join(_citation_html(citation, key, words) for citation in citations)
    return f'<section class="citations"><h4>{escape(words.citations_title)}</h4><ol>{items}</ol></section>'


def _citation_html(citation: Citation, key: str, words: Words) -> str:
    mark = mark_html(citation.mark, citation, key, words, f"source-{key}-{citation.mark}")
    return (
        f'<li>{mark}<div><p class="place" lang="zh-CN">{escape(citation.title or citation.source)}'
        f'<span class="path">{escape(citation.path)}</span>{badge_html(citation, words)}</p>'
        f'<p class="quote" lang="zh-CN">{escape(citation.quote)}</p></div></li>'
    )


def badge_html(citation: Citation, words: Words) -> str:
    """Verified, altered or missing, with its explanation."""
    label, hint = words.citation(citation.status)
    return f'<span class="badge {citation.status}" title="{escape(hint)}">{escape(label)}</span>'


def unused_html(passages: Sequence[Passage], key: str, words: Words) -> str:
    """What was found and left out, folded away."""
    if not passages:
        return ""
    title = escape(words.unused_title.format(count=len(passages)))
    return (
        f'<details class="unused"><summary>{title}</summary><p class="hint">{escape(words.unused_hint)}</p>'
        f"{_passages_html(passages, key, words)}</details>"
    )


def _passages_html(passages: Sequence[Passage], key: str, words: Words) -> str:
    return f'<ul class="passages">{"".join(_passage_html(passage, key, words) for passage in passages)}</ul>'


def _passage_html(passage: Passage, key: str, words: Words) -> str:
    place = f'{escape(passage.title or passage.source)}<span class="path">{escape(passage.path)}</span>'
    return (
        f'<li><a class="passage" href="#{PANEL_ID}" data-turn="{escape(key)}" '
        f'data-clause="{escape(passage.clause_id)}" title="{escape(words.open_passage)}" lang="zh-CN">'
        f'<span class="place">{place}</span><span class="excerpt">{escape(_excerpt(passage.text))}</span></a></li>'
    )


# -- text ---------------------------------------------------------------------


def _excerpt(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= EXCERPT_CHARACTERS else plain[:EXCERPT_CHARACTERS] + "……"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("？?。.")
