"""Sheets that lie over the page: how it is used, and what the visitor thought of answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from assistant.conversation_tables import Rated
from ui.catalogue import ENGLISH, Words

ANSWER_CHARACTERS = 120


def help_html(words: Words) -> str:
    """Keys, marks and statuses on one sheet."""
    said = words.chat
    keys = (
        ("/", said.key_focus), ("Enter", said.key_send), ("Shift+Enter", said.key_line),
        ("Alt+↓, Alt+↑", said.key_walk),
        ("Enter", said.key_open), ("Esc", said.key_close), ("Alt+N", said.key_new), ("?", said.key_help),
    )  # fmt: skip
    rows = "".join(f"<tr><th scope='row'>{_keys_html(key)}</th><td>{escape(what)}</td></tr>" for key, what in keys)
    notes = "".join(f"<p>{escape(note)}</p>" for note in (said.help_marks, said.help_statuses, said.help_kept))
    return _sheet("help-sheet", said.help, f"{notes}<h3>{escape(said.help_keys)}</h3><table>{rows}</table>", words)


def _keys_html(keys: str) -> str:
    return ", ".join(f"<kbd>{escape(key)}</kbd>" for key in keys.split(", "))


def ratings_html(rated: Sequence[Rated], words: Words) -> str:
    """The answers that the visitor has rated."""
    said = words.chat
    if not rated:
        return _sheet("ratings-sheet", said.feedback, f"<p>{escape(said.feedback_none)}</p>", words)
    heads = (said.feedback_when, said.feedback_verdict, said.feedback_question, said.feedback_answer)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    rows = "".join(_rating_row(one, words) for one in rated)
    language = "en" if words is ENGLISH else "zh"
    body = (
        f'<p><a class="act strong" download href="/export/ratings.csv?language={language}">'
        f"{escape(said.feedback_export)}</a></p>"
        f'<table class="ratings"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )
    return _sheet("ratings-sheet", said.feedback, body, words)


def _rating_row(one: Rated, words: Words) -> str:
    said, turn = words.chat, one.turn
    assert turn.rating is not None
    when = datetime.fromisoformat(one.rated_at).astimezone().strftime("%m-%d %H:%M")
    verdict = said.good if turn.rating.verdict == "up" else said.bad
    notes = [turn.rating.note] if turn.rating.note else []
    reasons = said.between_reasons.join((*map(said.reason, turn.rating.reasons), *notes))
    answer = " ".join((turn.answer.answer if turn.answer else "").split())
    shown = answer if len(answer) <= ANSWER_CHARACTERS else answer[:ANSWER_CHARACTERS] + "……"
    why = f'<span class="why-said">{escape(reasons)}</span>' if reasons else ""
    return (
        f"<tr><td>{escape(when)}</td><td>{escape(verdict)}{why}</td>"
        f'<td lang="zh-CN">{escape(turn.question)}</td><td lang="zh-CN">{escape(shown)}</td></tr>'
    )


def _sheet(name: str, title: str, body: str, words: Words) -> str:
    close = escape(words.chat.close)
    return (
        f'<dialog class="sheet" id="{name}" aria-labelledby="{name}-title"><div class="sheet-head">'
        f'<h2 id="{name}-title">{escape(title)}</h2><button type="button" class="tool close-sheet" '
        f'aria-label="{close}" title="{close}">✕</button></div><div class="sheet-body">{body}</div></dialog>'
    )
