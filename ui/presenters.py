"""Values of the assistant as HTML for the conversation: pure functions, everything escaped.

Questions, titles, clauses and file names are data and may hold anything; no text
reaches the page but through `escape` or the escaping Markdown of `ui.marks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from assistant.export.reference import printed_reference
from assistant.models import Answer, AnswerStatus, Citation, Draft, Passage
from assistant.validity import force_word
from corpus.models import DocumentSummary
from ui.actions import actions_html, follow_ups_html
from ui.catalogue import ENGLISH, Words
from ui.catalogue_library import library_words
from ui.conversation import Conversation, Exchange, Problem
from ui.filters import scope_line
from ui.marks import NOTHING_LOST, PANEL_ID, Lost, answer_html, draft_html, mark_html, standing
from ui.refusals import in_english
from ui.sheets import help_html
from ui.shelf import force_html

EXCERPT_CHARACTERS = 140

Titles = Mapping[str, str]
"""Of documents, by their ids."""

NO_TITLES: Titles = {}


def header_html(words: Words) -> str:
    """Product name and what it is for."""
    tools = (("history", words.chat.history, "☰"), ("help", words.chat.help, "?"), ("theme", words.theme_label, "◐"))
    buttons = "".join(tool_html(name, label, sign) for name, label, sign in tools)
    return (
        f'<header class="masthead" {_notices_data(words)}><h1>{escape(words.product)}</h1>'
        f'<p class="tagline">{escape(words.tagline)}</p><div class="tools">{buttons}</div></header>{help_html(words)}'
    )


def _notices_data(words: Words) -> str:
    """What `assets/notices.js` says where the server does not."""
    said = {
        "problem": words.problem_title, "lost": words.connection_lost, "busy": words.too_many,
        "failed": words.problem_unexpected, "close": words.chat.close,
    }  # fmt: skip
    return " ".join(f'data-{name}="{escape(text)}"' for name, text in said.items())


def tool_html(name: str, label: str, sign: str) -> str:
    """A small button that shows a sign and has a name."""
    return (
        f'<button type="button" class="tool" data-tool="{escape(name)}" aria-label="{escape(label)}" '
        f'title="{escape(label)}">{escape(sign)}</button>'
    )


def past_html(conversation: Conversation, words: Words, full: int, titles: Titles = NO_TITLES) -> str:
    """The exchanges before the newest: the last `full` of them, and a button for those before."""
    earlier = conversation.exchanges[:-1]
    left_out = max(0, len(earlier) - full)
    label = escape(words.chat.earlier.format(count=left_out))
    more = f'<button type="button" class="earlier">{label}</button>' if left_out else ""
    return more + "".join(
        exchange_html(exchange, words, conversation.id, titles=titles) for exchange in earlier[left_out:]
    )


def newest_html(
    conversation: Conversation,
    documents: Sequence[DocumentSummary],
    openings: Sequence[str],
    words: Words,
    shown: int | None = None,
) -> str:
    """The newest exchange, or the welcome; `shown` limits an answer while it is being shown."""
    last = conversation.last
    if last is None:
        return welcome_html(documents, openings, words)
    titles = {document.id: document.title for document in documents}
    body = exchange_html(last, words, conversation.id, shown, newest=True, titles=titles)
    return f'<div class="exchanges" role="log" aria-label="{escape(words.conversation_label)}">{body}</div>'


# -- before the first question ------------------------------------------------


def welcome_html(documents: Sequence[DocumentSummary], openings: Sequence[str], words: Words) -> str:
    """What can be asked of which documents; without documents, how to add some."""
    if not documents:
        return (
            f'<section class="welcome empty"><h2>{escape(words.empty_title)}</h2><p>{escape(words.empty_body)}</p>'
            f"<pre><code>{escape(words.empty_command)}</code></pre><p>{escape(words.empty_after)}</p></section>"
        )
    return (
        f'<section class="welcome"><h2>{escape(words.welcome_title)}</h2><p>{escape(words.welcome_body)}</p>'
        f"{follow_ups_html(openings, words.examples_title, 'examples')}</section>"
    )


# -- one exchange -------------------------------------------------------------


def exchange_html(
    exchange: Exchange,
    words: Words,
    conversation: str = "",
    shown: int | None = None,
    *,
    newest: bool = False,
    titles: Titles = NO_TITLES,
) -> str:
    """A question and what became of it."""
    asked = f'<span class="visually-hidden">{escape(words.you)}</span>{_lines(exchange.question)}'
    return (
        f'<article class="exchange" id="exchange-{escape(exchange.key)}" data-key="{escape(exchange.key)}">'
        f'<p class="question">{asked}</p>'
        f'<div class="reply">{scope_line(exchange.scope, words, titles)}'
        f"{_reply_html(exchange, words, conversation, shown, newest)}</div></article>"
    )


def _reply_html(exchange: Exchange, words: Words, conversation: str, shown: int | None, newest: bool) -> str:
    if exchange.answer:
        reply = reply_html(exchange.answer, exchange, words, shown)
        if shown is not None:
            return reply
        after = follow_ups_html(exchange.followups, words.chat.follow_ups, "follow-ups") if newest else ""
        return f"{reply}{actions_html(exchange, conversation, words, newest)}{after}"
    if exchange.problem:
        return problem_html(exchange.problem, words) + actions_html(exchange, conversation, words, newest)
    if exchange.stopped:
        stopped = f'<p class="stopped">{escape(words.stopped)}</p>'
        return stopped + actions_html(exchange, conversation, words, newest)
    if exchange.draft and exchange.draft.text:
        body = f'<div class="answer" lang="zh-CN">{draft_html(exchange.draft, exchange.key, words)}</div>'
        return f'{body}<p class="thinking">{escape(_doing(words.chat.writing, exchange.draft, words))}</p>'
    return f'<p class="thinking">{escape(_doing(words.thinking, exchange.draft, words))}</p>'


def _doing(said: str, draft: Draft | None, words: Words) -> str:
    """What is being done, and where the clauses are meanwhile."""
    sent = words.chat.sent_to.format(host=draft.endpoint) if draft and draft.endpoint else ""
    return f"{said}{f' · {sent}' if sent else ''}"


def reply_html(answer: Answer, exchange: Exchange, words: Words, shown: int | None = None) -> str:
    """An answer with its sources, or the notice why there is none; while it is being shown, the answer alone."""
    understood = _understood_html(answer, exchange.question, words)
    if answer.status is AnswerStatus.REFUSED:
        return understood + refusal_html(answer, exchange, words)
    body = f'<div class="answer" lang="zh-CN">{answer_html(answer, exchange.key, words, shown, exchange.lost)}</div>'
    if shown is not None:
        return understood + body
    return (
        f"{understood}{body}{_notices_html(answer, exchange, words)}"
        f"{citations_html(answer.citations, exchange.key, words, exchange.lost)}{_standing_html(answer, words)}"
    )


def _standing_html(answer: Answer, words: Words) -> str:
    """How the answer as a whole and its statements stand."""
    said = words.chat
    counts = {status: sum(one.status == status for one in answer.sentences) for status in ("computed", "unverified")}
    parts = [said.some_computed.format(count=counts["computed"])] if counts["computed"] else []
    parts += [said.some_unverified.format(count=counts["unverified"])] if counts["unverified"] else []
    checked = " · ".join([said.sentences.format(count=len(answer.sentences)), *(parts or [said.all_verified])])
    shown = f"<span>{escape(checked)}</span>" if answer.sentences else ""
    if answer.writer == "model" and answer.trace:
        shown += f"<span>{escape(said.written_by.format(model=answer.trace.model))}</span>"
    return (
        f'<p class="footnote"><span class="status {answer.status}">{escape(words.status(answer.status))}</span>'
        f"{shown}<span>{escape(words.disclaimer)}</span></p>"
    )


def _understood_html(answer: Answer, asked: str, words: Words) -> str:
    if not answer.question or _bare(answer.question) == _bare(asked):
        return ""
    return (
        f'<p class="understood">{escape(words.understood_as)}<button type="button" class="rewritten" '
        f'data-question="{escape(answer.question)}" title="{escape(words.chat.edit_understood)}" lang="zh-CN">'
        f"{escape(answer.question)}</button></p>"
    )


def _notices_html(answer: Answer, exchange: Exchange, words: Words) -> str:
    notice = (answer.notice_en if words is ENGLISH else "") or answer.notice
    notices = [notice] if notice else []
    if answer.trace and answer.trace.remote:
        notices.append(words.chat.sent_to.format(host=answer.trace.endpoint))
    if exchange.lost:
        notices.append(words.cited_gone)
    if exchange.unkept:
        notices.append(words.chat.unkept + _message(exchange.unkept, words))
    return "".join(f'<p class="notice">{escape(notice)}</p>' for notice in notices)


def problem_html(problem: Problem, words: Words) -> str:
    """A failure, in the language of the page."""
    message = escape(_message(problem, words))
    return f'<div class="problem" role="alert"><h3>{escape(words.problem_title)}</h3><p>{message}</p></div>'


def _message(problem: Problem, words: Words) -> str:
    return problem.en if words is ENGLISH else problem.zh


def refusal_html(answer: Answer, exchange: Exchange, words: Words) -> str:
    """Why there is no answer, and the clauses that come nearest."""
    if words is ENGLISH:
        translated = in_english(answer.answer)
        said = f"<p>{escape(translated)}</p>" if translated else f'<p lang="zh-CN">{_lines(answer.answer)}</p>'
    else:
        said = f"<p>{_lines(answer.answer)}</p>" if answer.answer else ""
    reason = "" if answer.answer else f"<p>{escape(words.refused_body)}</p>"
    nearest = (
        f"<h4>{escape(words.nearest_title)}</h4>{passages_html(answer.nearest, exchange.key, words)}"
        if answer.nearest
        else f"<p>{escape(words.nearest_none)}</p>"
    )
    return (
        f'<section class="refusal"><h3>{escape(words.refused_title)}</h3>{reason}{said if answer.answer else ""}'
        f"{_notices_html(answer, exchange, words)}{nearest}</section>"
    )


# -- sources ------------------------------------------------------------------


def citations_html(citations: Sequence[Citation], key: str, words: Words, lost: Lost = NOTHING_LOST) -> str:
    """One line a mark: the printed reference, and whether the quote was found there and still is."""
    if not citations:
        return ""
    items = "".join(_citation_html(citation, key, words, lost) for citation in citations)
    return f'<section class="citations"><h4>{escape(words.citations_title)}</h4><ol>{items}</ol></section>'


def _citation_html(citation: Citation, key: str, words: Words, lost: Lost) -> str:
    mark = mark_html(citation.mark, citation, key, words, f"source-{key}-{citation.mark}", lost)
    return (
        f'<li data-mark="{citation.mark}" data-quote="{escape(citation.quote)}">{mark}'
        f'<p class="place"><span class="reference" lang="zh-CN">{escape(printed_reference(citation))}</span>'
        f"{badge_html(citation, words, lost)}</p></li>"
    )


def badge_html(citation: Citation, words: Words, lost: Lost = NOTHING_LOST) -> str:
    """Verified, altered, missing or gone, with its explanation."""
    label, hint = standing(citation, words, lost)
    return f'<span class="badge {citation.status}" title="{escape(hint)}">{escape(label)}</span>'


def passages_html(passages: Sequence[Passage], key: str, words: Words) -> str:
    """Clauses that an answer does not cite, as links that open them."""
    return f'<ul class="passages">{"".join(_passage_html(passage, key, words) for passage in passages)}</ul>'


def _passage_html(passage: Passage, key: str, words: Words) -> str:
    stated = force_html(passage.force, library_words(words)) if force_word(passage) else ""
    place = f'{escape(passage.title or passage.source)}{stated}<span class="path">{escape(passage.path)}</span>'
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
