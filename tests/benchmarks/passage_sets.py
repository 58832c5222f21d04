"""Passages and questions on disk: one JSON object a line, plain or as .xz, checked line by line."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PassageId = int | str


class BadFile(ValueError):
    """A file cannot be read, holds nothing, or has a line that is not what it has to be."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be found."""

    id: PassageId
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and which passages answer it."""

    text: str
    relevant: frozenset[PassageId]


def read_passages(path: Path) -> list[Passage]:
    """The passages of a corpus, `{"id", "title", "text"}` a line, each id once."""
    passages: list[Passage] = []
    seen: set[PassageId] = set()
    for number, row in _rows(path):
        identity, title, text = row.get("id"), row.get("title"), row.get("text")
        if not _is_id(identity):
            raise _bad_line(path, number, f'"id" must be a number or a string, not {identity!r}')
        if identity in seen:
            raise _bad_line(path, number, f"the id {identity!r} is there already")
        if not isinstance(title, str):
            raise _bad_line(path, number, f'"title" must be a string, not {title!r}')
        if not isinstance(text, str) or not text.strip():
            raise _bad_line(path, number, f'"text" must be a string that says something, not {text!r}')
        seen.add(identity)
        passages.append(Passage(identity, title, text))
    if not passages:
        raise BadFile(f"{path} holds no passage")
    return passages


def read_questions(path: Path, among: frozenset[PassageId]) -> list[Question]:
    """The questions, `{"id", "question", "relevant": [ids]}` a line, each answered by passages of the corpus."""
    questions: list[Question] = []
    for number, row in _rows(path):
        text, relevant = row.get("question"), row.get("relevant")
        if not isinstance(text, str) or not text.strip():
            raise _bad_line(path, number, f'"question" must be a string that asks something, not {text!r}')
        if not isinstance(relevant, list) or not relevant or not all(map(_is_id, relevant)):
            raise _bad_line(path, number, f'"relevant" must be a list of ids with at least one, not {relevant!r}')
        if unknown := [identity for identity in relevant if identity not in among]:
            raise _bad_line(path, number, f"the corpus has no passage {', '.join(map(repr, unknown))}")
        questions.append(Question(text, frozenset(relevant)))
    if not questions:
        raise BadFile(f"{path} holds no question")
    return questions


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as exc:
            raise _bad_line(path, number, f"no JSON ({exc})") from exc
        if not isinstance(row, dict):
            raise _bad_line(path, number, f"a JSON object is wanted, not {line.strip()[:40]!r}")
        yield number, row


def _bad_line(path: Path, number: int, reason: str) -> BadFile:
    return BadFile(f"{path}, line {number}: {reason}")


def _lines(path: Path) -> Iterator[str]:
    try:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
            yield from file
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as exc:
        raise BadFile(f"{path} cannot be read: {exc}") from exc


def _is_id(value: object) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool)
