"""Questions written for the training: as people ask, on articles of laws and stretches of news.

The questions lie beside this file, the texts that answer them in the data folder:
a line names its text by a digest, and what is missing there is an error, so that a
model is never made of fewer questions than it says.
"""

from __future__ import annotations

import json
import lzma
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.training.sources import NEWS, Block, Question

FILE = "asked.tsv.xz"

ON_LAWS = "written on laws"
ON_NEWS = "written on news"
"""The sets of the questions, by what they were written on."""

_LAW = "law"
_SPACE = re.compile(r"\s+")


class TextMissing(Exception):
    """The data folder lacks a text that a question was written on."""


def questions(data: Path, laws: Sequence[Block], file: Path) -> Iterator[Question]:
    """Each question with its passage: an article under the title of its law, or a stretch of a news text.

    Lines are `law:DIGEST<tab>question` and `news:DIGEST:START:LENGTH<tab>question`, characters counted
    with every run of white space as one.
    """
    lines = lzma.decompress(file.read_bytes()).decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    wanted = {key.split(":")[1] for key, _ in rows if not key.startswith(_LAW)}
    articles = {digest("".join(block.sentences)): block for block in reversed(laws)}
    reports = dict(_reports(data, wanted)) if wanted else {}
    for key, question in rows:
        yield Question(ON_LAWS if key.startswith(_LAW) else ON_NEWS, question, _passage(key, articles, reports))


def questions_alone(file: Path) -> list[str]:
    """The questions without the texts that answer them."""
    lines = lzma.decompress(file.read_bytes()).decode("utf-8").splitlines()
    return [line.split("\t")[1] for line in lines]


def digest(text: str) -> str:
    """What a text is called: eight hexadecimal digits, the same however its white space is printed."""
    return f"{zlib.crc32(_SPACE.sub('', text).encode()):08x}"


def _passage(key: str, articles: Mapping[str, Block], reports: Mapping[str, str]) -> str:
    kind, name, *place = key.split(":")
    try:
        if kind == _LAW:
            return f"{articles[name].title} {''.join(articles[name].sentences)}"
        start, length = map(int, place)
        return reports[name][start : start + length]
    except KeyError as exc:
        raise TextMissing(f"a question was written on {key!r}, which the data folder lacks") from exc


def _reports(data: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with lzma.open(data / NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = _SPACE.sub(" ", json.loads(line)).strip()
            if (name := digest(text)) in wanted:
                yield name, text
