"""What can be done with an answer, as HTML: copy, take away, ask again, rate, go on."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ui.catalogue import ENGLISH, Words
from ui.catalogue_chat import REASONS, ChatWords
from ui.conversation import Exchange
from ui.printed import printed_answer

EXPORTS = (("docx", "export_word"), ("md", "export_markdown"))


def actions_html(exchange: Exchange, conversation: str, words: Words, newest: bool) -> str:
    """The row of buttons under a reply; those that need an answer, or a kept conversation, only with one."""
    said = words.chat
    left: list[str] = []
    if exchange.answer is not None:
        left.append(_button("copy", said.copy))
    if exchange.answer is not None and conversation:
        language = "en" if words is ENGLISH else "zh"
        left += [
            f'<a class="act" download href="/export/{escape(conversation)}/{escape(exchange.key)}.{suffix}'
            f'?language={language}">'
            f"{escape(getattr(said, name))}</a>"
            for suffix, name in EXPORTS
        ]
    if newest:
        left.append(_button("retry", said.retry))
    left.append(_button("edit", said.edit, question=exchange.question))
    rating = _rating_html(exchange, said) if exchange.answer is not None and conversation else ""
    printed = _printed_html(exchange, words)
    buttons = "".join(left) + rating
    return f'<div class="actions" role="group" aria-label="{escape(said.actions)}">{buttons}</div>{printed}'


def follow_ups_html(questions: Sequence[str], title: str, kind: str) -> str:
    """Questions to go on with, each a button that asks it."""
    if not questions:
        return ""
    items = "".join(
        f'<li><button type="button" class="example" data-question="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f'<h3 class="offer">{escape(title)}</h3><ul class="{escape(kind)}" lang="zh-CN">{items}</ul>'


def _rating_html(exchange: Exchange, said: ChatWords) -> str:
    rating = exchange.rating
    pressed = {verdict: str(rating is not None and rating.verdict == verdict).lower() for verdict in ("up", "down")}
    chosen = rating.reasons if rating else ()
    reasons = "".join(
        f'<button type="button" class="reason" data-reason="{name}" aria-pressed="{str(name in chosen).lower()}">'
        f"{escape(said.reason(name))}</button>"
        for name in REASONS
    )
    note = escape(rating.note if rating else "")
    return (
        f'<span class="rate"><button type="button" class="act" data-act="up" aria-pressed="{pressed["up"]}">'
        f'{escape(said.good)}</button><button type="button" class="act" data-act="down" '
        f'aria-pressed="{pressed["down"]}" aria-expanded="false">{escape(said.bad)}</button></span>'
        f'<form class="why" hidden><p>{escape(said.bad_why)}</p><div class="reasons">{reasons}</div>'
        f'<label>{escape(said.bad_note)}<textarea rows="2" maxlength="1000">{note}</textarea></label>'
        f'<button type="submit" class="act strong">{escape(said.bad_send)}</button></form>'
        f'<span class="thanks" role="status" data-said="{escape(said.thanks)}"></span>'
    )


def _printed_html(exchange: Exchange, words: Words) -> str:
    """What the copy button takes."""
    if exchange.answer is None:
        return ""
    text = escape(printed_answer(exchange.answer, words, exchange.lost))
    copied = escape(words.chat.copied)
    return f'<textarea class="printed" lang="zh-CN" hidden readonly data-copied="{copied}">{text}</textarea>'


def _button(act: str, label: str, question: str = "") -> str:
    data = f' data-question="{escape(question)}"' if question else ""
    return f'<button type="button" class="act" data-act="{act}"{data}>{escape(label)}</button>'
