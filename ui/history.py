"""The list of a visitor's conversations as HTML, and what was thought of answers as a file to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import groupby

from assistant.conversation_tables import Outline, Rated
from ui.catalogue import ENGLISH, Words
from ui.catalogue_papers import papers_words
from ui.printed import printed_answer


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
        (f"{base}/briefing.docx", papers_words(words).write_up),
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


# -- to take away -------------------------------------------------------------


def ratings_csv(rated: Sequence[Rated], words: Words) -> bytes:
    """What was thought of answers, as a table that spreadsheet programs open with its Chinese intact."""
    said = words.chat
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(
        (said.feedback_when, said.feedback_verdict, said.feedback_question, said.feedback_answer,
         said.feedback_reasons, said.feedback_note)
    )  # fmt: skip
    table.writerows(map(_harmless, _rows(rated, words)))
    return out.getvalue().encode("utf-8-sig")


def _rows(rated: Sequence[Rated], words: Words) -> Iterator[tuple[str, ...]]:
    for one in rated:
        rating, answer = one.turn.rating, one.turn.answer
        if rating is not None:
            yield (
                datetime.fromisoformat(one.rated_at).astimezone().strftime("%Y-%m-%d %H:%M"),
                words.chat.good if rating.verdict == "up" else words.chat.bad,
                one.turn.question,
                printed_answer(answer, words) if answer else "",
                "、".join(words.chat.reason(reason) for reason in rating.reasons),
                rating.note,
            )


def _harmless(row: tuple[str, ...]) -> tuple[str, ...]:
    """A cell that begins like a formula would be run as one by a spreadsheet program."""
    return tuple(f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in row)


def utc_now() -> datetime:
    return datetime.now(UTC)
