"""Reads the training texts: laws as articles under their headings, news, questions with passages.

Three files of the data folder are read and no others, so that what the benchmarks
ask about cannot slip into the training. Every tenth-of-a-percent decision about
what is held out is made from the text itself, never from the order of reading.
"""

from __future__ import annotations

import json
import lzma
import re
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LAWS = "laws.tar.xz"
NEWS = "news.jsonl.xz"
QUESTIONS = "qa.jsonl.xz"

HELD_OUT_OF = 50
"""One text in so many is kept from training, to measure on."""

_LEFT_OUT_FOLDER = "案例"
_INFO_END = "<!-- INFO END -->"
_ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?[\s　]*")
_FILE_DATE = re.compile(r"[（(]\d{4}-\d{2}-\d{2}[）)]$")
_SENTENCE = re.compile(r"[^。；！？!?\n]*[。；！？!?\n]?")
_NEWS_TAIL = re.compile(r"(广告声明|免责声明|责任编辑|相关阅读).*$", re.DOTALL)
_SHORTEST_SENTENCE = 6
_LOOSE_BLOCK_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Block:
    """One article or paragraph, or one news text: its sentences, and what stands above them."""

    title: str
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that a person asked and a passage that answers it."""

    set: str
    question: str
    passage: str


def held_out(text: str) -> bool:
    return zlib.crc32(text.encode()) % HELD_OUT_OF == 0


def sentences(text: str) -> tuple[str, ...]:
    """Sentences and semicolon clauses; scraps are joined to what stands before them."""
    found: list[str] = []
    for match in _SENTENCE.finditer(text):
        piece = match.group().strip()
        if found and len(piece) < _SHORTEST_SENTENCE:
            found[-1] += piece
        elif piece:
            found.append(piece)
    return tuple(found)


def laws(data: Path) -> Iterator[Block]:
    """Articles of every law, regulation and interpretation, in the archive's order; cases left out."""
    with tarfile.open(data / LAWS, "r:xz") as archive:
        for member in archive:
            path = Path(member.name)
            stream = archive.extractfile(member) if path.suffix == ".md" else None
            if stream is None or _LEFT_OUT_FOLDER in path.parts:
                continue
            yield from _articles(_FILE_DATE.sub("", path.stem), stream.read().decode("utf-8"))


def _articles(title: str, markdown: str) -> Iterator[Block]:
    headings: dict[int, str] = {}
    lines: list[str] = []
    body = markdown.split(_INFO_END, 1)[-1]
    numbered = bool(re.search(rf"^{_ARTICLE.pattern}", body, re.MULTILINE))
    for raw in body.splitlines():
        line = raw.strip()
        level = len(line) - len(line.lstrip("#"))
        article = _ARTICLE.match(line)
        full = not numbered and sum(map(len, lines)) > _LOOSE_BLOCK_CHARACTERS
        if level or article or full:
            yield from _block(title, headings, lines)
            lines = []
        if level:
            headings = {depth: words for depth, words in headings.items() if depth < level}
            headings[level] = line.lstrip("# ")
        elif line:
            lines.append(line[article.end() :] if article else line)
    yield from _block(title, headings, lines)


def _block(title: str, headings: dict[int, str], lines: list[str]) -> Iterator[Block]:
    found = sentences("\n".join(lines))
    if found:
        yield Block(title, " ".join(words for depth, words in headings.items() if depth > 1), found)


def news(data: Path, characters: int) -> Iterator[Block]:
    """News texts, each cut at `characters`; the first sentence stands in for the missing headline."""
    with lzma.open(data / NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = _NEWS_TAIL.sub("", json.loads(line))[:characters]
            found = sentences(text)
            if len(found) > 1:
                yield Block("", "", found)


def questions(data: Path) -> Iterator[Question]:
    with lzma.open(data / QUESTIONS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Question(row["set"], row["question"].strip(), row["passage"].strip())
