"""A model's reply, whole or still arriving, as lines of sentences bound to the clauses they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.finding.rarity import pairs
from assistant.prompts import REFUSAL
from assistant.statements import Ground, Statement, ground_in
from assistant.writing.marks import HELD, bound, keys_in, without_places
from assistant.writing.plain import plain, without_thoughts
from assistant.writing.support import supported
from corpus.text import sentences
from index.models import Evidence

_STOP_THEN_MARKS = re.compile("([。！？；])[^\\S\n]*((?:\ue010[^\ue011]*\ue011[^\\S\n]*)+)")
BULLET = re.compile(r"^\s*(?:[-*•·●▪‣–]|[（(]?\d{1,2}[.、．)）](?!\d))\s*")
_SILENT = re.compile(
    r"(?:条款|文件|资料|材料|原文|方案|内容|信息|其中|以上|上述|所给)[^。；]{0,24}?(?:没有|未|并未|均未|不)(?:能|曾|再)?"
    r"(?:直接|具体|明确|专门|单独)?(?:写明|提及|提到|涉及|规定|给出|说明|明确|写|讲|说|包含|包括|回答|列出|提供|载明|足以)(?!的)"
    r"|(?:无法|不能)(?:据此|从中|直接)?(?:回答|确定|判断|得出|得知|确认)"
    r"|没有(?:找到|查到|写明|提到|提及)?(?:任何)?(?:相关|有关|对应|这方面)的?(?:内容|规定|信息|条款|表述)"
    r"|(?:没有|未能?)(?:找到|查到)"
)
"""Said of the documents: that they do not tell."""

_CHINESE = re.compile(r"[一-龥]")
_LETTER = re.compile(r"[^\W\d_]")
_REFUSED = REFUSAL.rstrip("。")
WORDS_AT_LEAST = 12
"""Letters from which the language of a reply can be told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the reply; `bullet` is one of a list."""

    statements: tuple[Statement, ...]
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model has said: its lines, and how many of its marks named nothing."""

    lines: tuple[Line, ...] = ()
    unknown: int = 0
    refused: bool = False
    foreign: bool = False
    """It is not in Chinese."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for line in self.lines for statement in line.statements)

    @property
    def cited(self) -> bool:
        return any(statement.grounds for statement in self.statements)

    @property
    def lacking(self) -> bool:
        """Does it say itself that a part of the question is not answered?"""
        return any(_SILENT.search(one.text) for one in self.statements if one.doubtful)


def read_reply(raw: str, keyed: Mapping[str, Evidence], *, finished: bool) -> Reply:
    """The reply so far; unless it is `finished`, an end that may yet turn into a mark or a tag is left out."""
    text = without_thoughts(raw)
    if not finished:
        text = HELD.sub("", text)
    text = plain(text)
    marked = bound(text, frozenset(keyed))
    lines = tuple(_lines(_STOP_THEN_MARKS.sub(r"\2\1", marked.text), keyed))
    reply = Reply(_lead_ins(lines), marked.unknown, foreign=_foreign(without_places(marked.text)))
    return replace(reply, refused=_refuses(reply.statements))


def _lines(text: str, keyed: Mapping[str, Evidence]) -> Iterator[Line]:
    for line in text.splitlines():
        bullet = bool(BULLET.match(line))
        body = BULLET.sub("", line)
        said = [_statement(text, keyed) for text in _sentences(body)]
        worded = tuple(statement for statement in said if re.search(r"\w", statement.text))
        if worded:
            yield Line(worded, bullet)


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line; what ends with a semicolon and cites nothing rests on what the rest of it cites."""
    before = ""
    for span in sentences(line):
        text = before + span.of(line)
        before = text if text.endswith(("；", ";")) and not keys_in(text) else ""
        if not before:
            yield text
    if before:
        yield before


def _statement(text: str, keyed: Mapping[str, Evidence]) -> Statement:
    cited = keys_in(text)
    bare = re.sub(r"[^\S\n]+", " ", without_places(text)).strip()
    bare = re.sub(r"\s+(?=[，。；：！？、])", "", bare)
    grounds = tuple(_ground(bare, keyed[key]) for key in cited)
    return Statement(bare, grounds, doubtful=not supported(bare, [keyed[key] for key in cited]))


def _lead_ins(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A line that only leads to the next, `具体如下：`, rests on what that one rests on."""
    kept: list[Line] = []
    for line, following in zip_longest(lines, lines[1:]):
        last = line.statements[-1]
        if following and not last.grounds and last.text.endswith(("：", ":")) and following.statements[0].grounds:
            led = replace(last, grounds=following.statements[0].grounds, doubtful=False)
            kept.append(replace(line, statements=(*line.statements[:-1], led)))
        else:
            kept.append(line)
    return tuple(kept)


def _ground(text: str, evidence: Evidence) -> Ground:
    """The clause, and the sentence of it that says most of what the statement says."""
    want = pairs(text)
    spans = [span.of(evidence.text) for span in sentences(evidence.text)] or [evidence.text]
    quote = max(spans, key=lambda span: (len(want & pairs(span)), -len(span)))
    return ground_in(evidence.document, evidence.clause, quote)


def _refuses(statements: Sequence[Statement]) -> bool:
    """Does it say no more than that the clauses do not tell, be it with clauses beside it?"""
    if any(_REFUSED in one.text for one in statements):
        return all(one.doubtful for one in statements)
    return bool(statements) and all(one.doubtful and _SILENT.search(one.text) for one in statements)


def _foreign(text: str) -> bool:
    letters = _LETTER.findall(text)
    return len(letters) >= WORDS_AT_LEAST and len(_CHINESE.findall(text)) < 0.3 * len(letters)
