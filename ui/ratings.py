"""What was thought of answers, as files: a table for people, a line each for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import datetime

from assistant.conversation_tables import Rated
from assistant.export.reference import printed_reference
from ui.catalogue import Words
from ui.printed import printed_answer

BROWSER_CHARACTERS = 8
"""Of the name under which a browser's conversations are kept: enough to tell browsers apart."""


def ratings_csv(rated: Sequence[Rated], words: Words) -> bytes:
    """A table that spreadsheet programs open with its Chinese intact; with browsers where they are known."""
    said = words.chat
    out = io.StringIO()
    table = csv.writer(out)
    heads = (said.feedback_when, said.feedback_verdict, said.feedback_question, said.feedback_answer,
             said.feedback_reasons, said.feedback_note)  # fmt: skip
    several = any(one.visitor for one in rated)
    table.writerow((*heads, said.feedback_browser) if several else heads)
    for one in rated:
        row = _row(one, words)
        table.writerow(map(_harmless, (*row, browser(one)) if several else row))
    return out.getvalue().encode("utf-8-sig")


def ratings_jsonl(rated: Sequence[Rated]) -> str:
    """A JSON object a line."""
    return "".join(f"{json.dumps(rating_record(one), ensure_ascii=False)}\n" for one in rated)


def rating_record(one: Rated) -> dict[str, object]:
    """One rating with its question and answer, for programs."""
    turn, rating = one.turn, one.turn.rating
    assert rating is not None
    answer = turn.answer
    return {
        "rated_at": one.rated_at,
        "browser": browser(one),
        "conversation": one.conversation,
        "verdict": rating.verdict,
        "reasons": [reason.removeprefix("reason_") for reason in rating.reasons],
        "note": rating.note,
        "question": turn.question,
        "asked_at": turn.asked_at,
        "scope": turn.scope.model_dump(mode="json", exclude_defaults=True),
        "status": answer.status.value if answer else None,
        "answer": answer.answer if answer else None,
        "citations": [printed_reference(citation) for citation in answer.citations] if answer else [],
    }


def rated_at(one: Rated) -> str:
    """When, by the clock of this computer."""
    return datetime.fromisoformat(one.rated_at).astimezone().strftime("%Y-%m-%d %H:%M")


def browser(one: Rated) -> str:
    """By what browsers are told apart: not the token that opens their conversations."""
    return one.visitor[:BROWSER_CHARACTERS]


def reasons_text(one: Rated, words: Words) -> str:
    """The reasons that were ticked."""
    reasons = one.turn.rating.reasons if one.turn.rating else ()
    return words.chat.between_reasons.join(map(words.chat.reason, reasons))


def _row(one: Rated, words: Words) -> tuple[str, ...]:
    rating, answer = one.turn.rating, one.turn.answer
    assert rating is not None
    return (
        rated_at(one),
        words.chat.good if rating.verdict == "up" else words.chat.bad,
        one.turn.question,
        printed_answer(answer, words) if answer else "",
        reasons_text(one, words),
        rating.note,
    )


def _harmless(cell: str) -> str:
    """A cell that begins like a formula would be run as one by a spreadsheet program."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
