"""Which documents have a certain thing in them, whatever its words: boxes, an interpretation, bodies in charge.

Found by the documents' structure, not by the words of the question. Header fields are
found where they are read (about.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.charge.printed_units import PRINTED
from assistant.statements import Statement, ground_in
from assistant.understanding.naming import short_name
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from corpus.vocabulary import ClauseKind, PartRole

_Found = tuple[Clause, str]

_HAVE = (
    r"(?:标|注|写|列|带|附|印|留|载|设|给|有|没|未|缺|明确|落实|分解|细化)(?:了|着|出|明|到|有|上|清|定|入|好)*"
    r"(?:任务|每项任务|各项任务)?的?"
)
ROLES = r"(?:责任|牵头|负责|主管|配合)(?:部门|单位)|责任分工|任务分工"


_NUMBER = re.compile(
    r"[^\s，。；;|\d]{0,12}(?<![\d.-])(?:[（(]?0\d{2,3}[）)]?[-—–－ ]?\d{7,8}|1[3-9]\d{9}|"
    r"400[-—–－ ]?\d{3,4}[-—–－ ]?\d{3,4}|12(?:345|3[1-9]\d|315))(?![\d.〕])"
)
"""A telephone number, hotlines such as 12345 too, with the words in front of it."""


@dataclass(frozen=True, slots=True)
class Having:
    """Which documents have a thing: a statement for each with where it is seen, and the names of those without."""

    name: str
    statements: tuple[Statement, ...]
    without: tuple[str, ...]

    @property
    def lead(self) -> str:
        return f"有{self.name}的有{len(self.statements)}份文件："


@dataclass(frozen=True, slots=True)
class _Feature:
    asked: re.Pattern[str]
    found: Callable[[str, Document], list[_Found]]
    measure: str

    def name(self, asked: str) -> str:
        match = self.asked.search(asked)
        return match["thing"] if match else ""


def features(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> Having | None:
    """The documents that have the thing asked for; None where the question asks for no such thing, or none has it."""
    text = fold(asked.text)
    for feature in _FEATURES:
        name = "" if asked.quoted else feature.name(text)
        if not name:
            continue
        said: list[Statement] = []
        without: list[str] = []
        for document, summary in documents:
            found = feature.found(name, document)
            if found:
                said.append(_said(found, feature.measure, summary))
            else:
                without.append(short_name(summary))
        if said:
            return Having(name, tuple(said), tuple(without))
    return None


def _said(found: Sequence[_Found], measure: str, summary: DocumentSummary) -> Statement:
    """How often, and the first and last place as printed."""
    shown_first = found[0][1].strip()
    count = f"{len(found)}{measure}" if len(found) > 1 else ""
    text = f"{count}，如：{shown_first}" if count else shown_first
    ends = [found[0], found[-1]] if len(found) > 1 else [found[0]]
    grounds = tuple(ground_in(summary, clause, quote) for clause, quote in ends)
    return Statement(text, grounds, lead=short_name(summary), reckoned=count)


def _charged(name: str, document: Document) -> list[_Found]:
    """The brackets that name who is responsible; only those of the role that is asked for, where it is one."""
    roles = ("牵头",) if name.startswith("牵头") else ("责任", "牵头", "负责")
    printed = ((one, PRINTED.search(one.printed)) for one in document.clauses)
    return [(one, found.group()) for one, found in printed if found and any(role in found.group() for role in roles)]


def _numbers(_: str, document: Document) -> list[_Found]:
    """The telephone numbers, each with the words in front of it."""
    printed = ((one, found) for one in document.clauses for found in _NUMBER.finditer(one.printed))
    return [(one, found.group()) for one, found in printed]


def _boxes(_: str, document: Document) -> list[_Found]:
    return [(one, _opening(one)) for one in document.clauses if one.kind is ClauseKind.BOX]


def _part(role: PartRole) -> Callable[[str, Document], list[_Found]]:
    def found(_: str, document: Document) -> list[_Found]:
        first = next((one for one in document.clauses if one.part is role), None)
        return [(first, _opening(first))] if first else []

    return found


def _opening(clause: Clause) -> str:
    """The heading as printed, else the first words of the clause."""
    heading = clause.printed.strip().split("\n")[0].strip()
    match = re.match(r"[^。；]{4,60}", heading)
    return match.group() if match else heading


_FEATURES = (
    _Feature(re.compile(rf"{_HAVE}(?P<thing>{ROLES})"), _charged, "处"),
    _Feature(re.compile(rf"{_HAVE}[^，？]{{0,4}}(?P<thing>专栏)"), _boxes, "个"),
    _Feature(re.compile(rf"{_HAVE}[^，？]{{0,6}}?(?P<thing>(?:联系|咨询)(?:电话|方式))"), _numbers, "处"),
    _Feature(
        re.compile(rf"{_HAVE}[^，？]{{0,4}}(?P<thing>(?:政策|官方|文件)?解读|答记者问)"),
        _part(PartRole.INTERPRETATION),
        "处",
    ),
    _Feature(re.compile(rf"{_HAVE}[^，？]{{0,4}}(?P<thing>附件)"), _part(PartRole.ATTACHMENT), "处"),
    _Feature(
        re.compile(rf"{_HAVE}[^，？]{{0,4}}(?P<thing>新闻(?:导语|稿|报道)?|报道)"), _part(PartRole.WEB_TEXT), "处"
    ),
)
