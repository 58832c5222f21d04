"""The list of a visitor's conversations as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import groupby

from assistant.conversation_tables import Outline
from ui.catalogue import ENGLISH, Words
from ui.catalogue_papers import papers_words


def history_html(outlines: Sequence[Outline], current: str, words: Words, *, searched: bool, now: datetime) -> str:
    """The conversations by age, the one that is open marked."""
    said = words.chat
    if not outlines:
        nothing = said.history_not_found if searched else said.history_none
        return f'<p class="nothing" data-current="{escape(current)}">{escape(nothing)}</p>'
    groups = groupby(outlines, key=lambda outline: _age(outline, now, words))
    sections = "".join(
        f"<section><h3>{escape(age)}</h3><ul>{''.join(_line_html(one, current, words) for one in those)}</ul></section>"
        for age, those in groups
    )
    return f'<div data-current="{escape(current)}">{sections}</div>'


def _line_html(outline: Outline, current: str, words: Words) -> str:
    said = words.chat
    here = ' aria-current="page"' if outline.id == current else ""
    title = escape(outline.title)
    return (
        f'<li data-id="{escape(outline.id)}"><button type="button" class="open"{here} title="{title}" lang="zh-CN">'
        f'{title}</button><span class="line-actions">'
        f"{_tool('rename', said.rename, '✎', outline.title)}"
        f'<button type="button" class="tool take" aria-expanded="false" title="{escape(said.export_conversation)}" '
        f'aria-label="{escape(said.export_conversation)}：{title}">↓</button>'
        f'<button type="button" class="tool remove" data-sure="{escape(said.remove_sure)}" '
        f'aria-label="{escape(said.remove)}：{title}" title="{escape(said.remove)}">✕</button></span>'
        f"{_files_html(outline, words)}</li>"
    )


def _files_html(outline: Outline, words: Words) -> str:
    """The whole conversation as files, below its line once they are asked for."""
    said, base = words.chat, f"/export/{outline.id}"
    language = "en" if words is ENGLISH else "zh"
    files = (
        (f"{base}.docx?language={language}", said.export_word),
        (f"{base}.md?language={language}", said.export_markdown),
        (f"{base}/briefing.docx?language={language}", papers_words(words).write_up),
    )
    links = "".join(f'<a class="act" download href="{escape(file)}">{escape(name)}</a>' for file, name in files)
    return f'<span class="files" role="group" aria-label="{escape(said.export_conversation)}" hidden>{links}</span>'


def _tool(kind: str, label: str, sign: str, title: str) -> str:
    name = escape(f"{label}：{title}")
    return (
        f'<button type="button" class="tool {kind}" aria-label="{name}" title="{escape(label)}">{escape(sign)}</button>'
    )


def _age(outline: Outline, now: datetime, words: Words) -> str:
    then = datetime.fromisoformat(outline.updated_at)
    if then.astimezone().date() == now.astimezone().date():
        return words.chat.history_today
    return words.chat.history_week if now - then < timedelta(days=7) else words.chat.history_earlier


def utc_now() -> datetime:
    return datetime.now(UTC)
