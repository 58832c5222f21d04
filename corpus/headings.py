"""Where a numbered clause's heading ends and its body begins.

A heading stands on a line of its own, in emphasis, before a colon, or as a short first
sentence. Whether a short first sentence is one is decided among sisters: clauses of one
run either have headings or have none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from corpus.numbering import Style
from corpus.text import Line
from corpus.tree import Draft
from corpus.vocabulary import ClauseKind

HEADING_LIMIT = 45
"""A first sentence longer than this is body, not a run-in heading."""

_LINE_LIMIT = 80
_COLON_LIMIT = 25
_ARTICLE_NAME = 25
_CAPTION = 12
_LONE_CAPTION = 25
_SISTERS = 0.4
_WEAK_SISTERS = 0.6

_NAMED_ARTICLE = re.compile(r"[【（(][^】）)]{2,30}[】）)]")
_LEADS_IN = re.compile(
    r"(?:下列|以下|如下|之一)[^：:]*[，,][^：:]*[：:]\s*$|[，,][^：:]*(?:下列|以下|如下)[^：:]*[：:]\s*$"
)
"""符合下列条件之一的，可以申请：: half a sentence, which its items go on from."""

_STOP = re.compile(r"[。；！？]")
_COLON = re.compile(r"(?<!\d)[：:]|(?<=\d)[：:](?!\d)")
_FINITE = re.compile(
    r"应当|应该|(?<![响供适反效相感])应(?![急用对收付届变激援])|可以|须|不得|请|免征|予以|按照|按规定|自\d|"
    r"本(?:公告|通知|办法|规定|方案|指南|措施|意见)|(?<![需主重必纲提摘首概只])要(?![素求点件闻道害])|将(?!来)|的，|，(?:并|且|但|不)"
)


class _Ground(IntEnum):
    """How sure it is that a heading ends where it seems to."""

    NONE = 0
    FINITE = 1
    SENTENCE = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    end: int
    ground: _Ground
    size: int = 0


def heading_ends(drafts: Sequence[Draft]) -> dict[int, int]:
    """For every numbered draft, by `id`, the offset in its first line at which its heading ends.

    It is the end of the ordinal where there is no heading.
    """
    parents = {id(draft.parent) for draft in drafts if draft.parent is not None}
    runs: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    candidates: dict[int, _Candidate] = {}
    for draft in drafts:
        if draft.marker:
            # Articles run through a whole rule, whatever stands above them.
            above = None if draft.marker.style is Style.ARTICLE else id(draft.parent)
            runs[(above, draft.prefix, draft.part, draft.marker.style)].append(draft)
            candidates[id(draft)] = _candidate(draft, draft.marker.end, id(draft) in parents)
    ends: dict[int, int] = {}
    for run in runs.values():
        share = sum(candidates[id(sister)].ground >= _Ground.SENTENCE for sister in run) / len(run)
        for draft in run:
            assert draft.marker is not None
            taken = _accepted(candidates[id(draft)], share, of_rule=_is_of_rule(draft))
            ends[id(draft)] = candidates[id(draft)].end if taken else draft.marker.end
    return ends


def _is_of_rule(draft: Draft) -> bool:
    """Articles and their items have headings where most of them do, or none."""
    return draft.in_article or bool(draft.marker and draft.marker.style is Style.ARTICLE)


def _accepted(candidate: _Candidate, share: float, *, of_rule: bool) -> bool:
    """`share` of the sisters have what reads as a heading."""
    if candidate.ground in (_Ground.NONE, _Ground.SURE):
        return candidate.ground is _Ground.SURE
    if candidate.ground is _Ground.FINITE or of_rule:
        return share > _WEAK_SISTERS
    return share > _SISTERS or candidate.size <= _CAPTION


def _candidate(draft: Draft, start: int, has_children: bool) -> _Candidate:
    assert draft.marker is not None
    first = draft.lines[0]
    text = first.text
    while start < len(text) and text[start].isspace():
        start += 1
    nothing = _Candidate(draft.marker.end, _Ground.NONE)
    if draft.marker.style is Style.ARTICLE:
        named = _NAMED_ARTICLE.match(text, start)
        return _Candidate(named.end(), _Ground.SURE) if named else _named_by_sentence(first, start) or nothing
    if draft.kind is ClauseKind.ITEM and draft.in_article:
        return _named_by_sentence(first, start) or nothing
    emphasised = _emphasis_end(first, start)
    if emphasised:
        return _Candidate(emphasised + (text[emphasised : emphasised + 1] in ("。", "：", ":")), _Ground.SURE)
    stop = _STOP.search(text, start)
    if stop is None:
        return _unstopped(text, start) or nothing
    if stop.group() == "？" and stop.end() == len(text) and len(draft.lines) > 1:
        return _Candidate(stop.end(), _Ground.SURE)
    return _stopped(text, start, stop, alone=len(draft.lines) == 1, has_children=has_children) or nothing


def _named_by_sentence(first: Line, start: int) -> _Candidate | None:
    """第四条　支持人才引进。对…: of policies; in a statute the first sentence is a rule already."""
    stop = _STOP.search(first.text, start)
    if (
        stop is None
        or stop.group() != "。"
        or stop.start() - start > _ARTICLE_NAME
        or "，" in first.text[start : stop.end()]
    ):
        return None
    finite = _FINITE.search(first.text, start, stop.start())
    return None if finite else _Candidate(stop.end(), _Ground.SENTENCE, stop.start() - start)


def _unstopped(text: str, start: int) -> _Candidate | None:
    """A line without a stop is a heading as a whole, or up to a colon."""
    colon = _COLON.search(text, start)
    if colon and colon.end() < len(text) and colon.start() - start <= _COLON_LIMIT:
        return _Candidate(colon.end(), _Ground.SURE)
    if _LEADS_IN.search(text, start):
        return None
    return _Candidate(len(text), _Ground.SURE) if len(text) - start <= _LINE_LIMIT else None


def _stopped(text: str, start: int, stop: re.Match[str], *, alone: bool, has_children: bool) -> _Candidate | None:
    colon = _COLON.search(text, start, stop.start())
    if colon and colon.start() - start <= _COLON_LIMIT and not re.search(r"[，、]", text[start : colon.start()]):
        return _Candidate(colon.end(), _Ground.SURE)
    size = stop.start() - start
    if stop.end() == len(text) and alone:
        caption = has_children and size <= _LONE_CAPTION and stop.group() == "。" and "，" not in text[start:]
        return _Candidate(stop.end(), _Ground.SURE) if caption else None
    if stop.group() != "。" or size > HEADING_LIMIT:
        return None
    finite = _FINITE.search(text, start, stop.start())
    return _Candidate(stop.end(), _Ground.FINITE if finite else _Ground.SENTENCE, size)


def _emphasis_end(line: Line, start: int) -> int:
    """Where a `**` run-in heading that begins at `start` ends; 0 where there is none."""
    at = 0
    for piece in line.pieces:
        size = piece.end - piece.start
        if at <= start < at + size:
            opened = at == start and line.source[piece.start - 1 : piece.start] == "*"
            closed = line.source[piece.end : piece.end + 1] == "*"
            return at + size if opened and closed else 0
        at += size
    return 0
