"""Lists inside a sentence: A、B、C和D四个指标, four names that all end with 研究院, a heading and what it names.

Told by the number and the noun of the question, or by the heading that it names and adds nothing to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.choosing.saying import LONG, tidy
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import OUTSIDE
from assistant.statements import Ground, Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import fold, sentences, visible_length

HELD = 0.3
"""Share of the question's other words that the sentence and the headings above must hold."""

HELD_UNCOUNTED = 0.5
"""... where the question does not say how many there are."""

ONLY = 0.15
"""... where no other sentence of the documents named counts up so many things of that name."""

NAMED = 0.9
"""Share of a heading's words that the question must hold to name it, and of its own that the heading holds."""

SAME = 0.6
"""Share of a heading's words by which a sentence names it."""

ROOM = 300
"""Visible characters that may stand behind a heading and be given whole."""

FEWEST = 3
"""Two things stand side by side in every other sentence."""

ANY_KIND = frozenset(
    {"方面", "内容", "要求", "情况", "问题", "部分", "文件", "方案", "地方", "单位", "部门", "措施", "任务"}
)
"""Nouns that any list may be asked for by."""

_DIGITS = "三四五六七八九十"
_MEASURE = "个|大|项|种|类|家|座|处|所|条|支|批"
_ASKED = re.compile(rf"(?<![第“\"\d年月十])([{_DIGITS}]|\d{{1,2}})(?:{_MEASURE}|样)([一-龥]*)")
_WHICH = re.compile(rf"哪(?:几|些)(?:{_MEASURE})?([一-龥]{{2,4}})[？?。]?$")
_SUMMED = re.compile(rf"([{_DIGITS}]|\d{{1,2}})(?:{_MEASURE})(?:[\d一二三四五六七八九十]+个)?([一-龥]{{2,4}})$")
_IN_ALL = re.compile(rf"共(?:计|有)?([{_DIGITS}]|\d{{1,2}})(?:{_MEASURE}|样)$")
"""冰箱、电视、…电饭煲共12类: as many as it says there are, without a noun of their own."""

_ENDS = re.compile(r"[的是？?，,。]|分别|都")
_EXCEPT = re.compile(r"除了?[^，。？]{2,40}?(?:以外|之外|外)?[，,]")
_PARTS = re.compile(r"[^，；：。]+|(?<=\d)[,:](?=\d)")
_SETS_TO_WORK = re.compile(r"^(?:组织|大力|全面|深入)?(?:实施|开展|推进|推动|建设)")
_MARKS = re.compile(r"、|和|及|以及|与")
_STANDS_FOR = re.compile(
    rf"[“\"]?([{_DIGITS}两二一]{{1,2}}[一-龥]{{1,3}})[”\"]?(?:分别)?(?:是指|是|指|为|有|包括)(?:的是)?(?:哪|什么|啥)"
)
_TAIL = re.compile(r"等.*$|[（(][^（）()]*[）)]")


def run_of(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity) -> list[Statement]:
    """The sentence that counts up things of that name: as many as the question says, or as it says itself."""
    found: list[tuple[float, Clause, DocumentSummary, str, str]] = []
    for count, noun in _wishes(asked.text):
        excepted = "".join(_EXCEPT.findall(asked.text))
        own = {pair for pair in pairs(asked.topic) - pairs(excepted) if rarity.known(pair)}
        for document, summary in documents:
            own_here = own - pairs(document.title) - {pair for pair in own if pair[-1] == noun[:1] or pair in noun}
            for clause in document.clauses:
                if clause.part in OUTSIDE:
                    continue
                above = " ".join(one.heading for one in (*document.ancestors(clause), clause))
                for text, part in _runs(clause, count, noun, asked.text):
                    held = rarity.weigh(own_here & pairs(f"{text} {above}"))
                    share = held / rarity.weigh(own_here) if own_here else 1.0
                    found.append((share, clause, summary, text, part))
    counted = any(count for count, _ in _wishes(asked.text))
    only = len(found) == 1 and bool(asked.documents)
    enough = ONLY if only else HELD if counted else HELD_UNCOUNTED
    best = max(found, key=lambda one: one[0], default=None)
    if best is None or best[0] < enough:
        return []
    _, clause, summary, text, part = best
    said = part if visible_length(text) > LONG else text
    return [Statement(tidy(said), (ground_in(summary, clause, part),))]


def behind_heading(
    asked: Asked, subject: str, documents: Sequence[tuple[Document, DocumentSummary]], rarity: Rarity
) -> list[Statement]:
    """What is counted up behind a heading that the question names, and beside which it asks for nothing."""
    for document, summary in documents:
        own = pairs(subject) - pairs(document.title)
        for clause in document.clauses:
            heading = pairs(clause.heading)
            text = clause.text.strip()
            if not heading or "、" not in text or document.children(clause) or visible_length(text) > ROOM:
                continue
            held = rarity.weigh(heading & pairs(asked.topic))
            own_held = rarity.weigh(own & heading)
            if held >= NAMED * rarity.weigh(heading) and own_held >= NAMED * rarity.weigh(own) and own_held:
                return [Statement(tidy(text), (ground_in(summary, clause, text),))]
    return []


def spelled_out(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """What a document says that a word for several stands for: “三纵”为东线、中线、西线."""
    found = _STANDS_FOR.search(fold(asked.text))
    if found is None:
        return []
    word = re.escape(found.group(1))
    printed = re.compile(rf"[“\"]?{word}[”\"]?(?:是指|分别[为是]|[为是指即]|包括|[:：])[^；。]*、[^；。]*")
    for document, summary in documents:
        for clause in document.clauses:
            said = printed.search(clause.text) if clause.part not in OUTSIDE else None
            text = said.group().strip() if said else ""
            if text and not text.endswith("的") and visible_length(text) <= ROOM:
                return [Statement(tidy(text), (ground_in(summary, clause, text),))]
    return []


def summed_up(
    document: Document, summary: DocumentSummary, count: int, noun: str, headings: Sequence[str]
) -> tuple[Ground, ...]:
    """The part of a sentence that names all of the headings in one breath: A、B、C等三大工程; a ground for each."""
    for clause in document.clauses:
        for _, part in () if clause.part in OUTSIDE else _runs(clause, count, "", noun):
            told = pairs(part)
            names = [pairs(_SETS_TO_WORK.sub("", heading).removesuffix(noun)) for heading in headings]
            if visible_length(part) <= LONG and all(len(name & told) >= SAME * len(name) for name in names):
                return (ground_in(summary, clause, part),)
    return ()


def _wishes(text: str) -> Iterator[tuple[int, str]]:
    """How many things are asked for, and by which noun, what the question sets aside left out."""
    for said, behind in _ASKED.findall(_EXCEPT.sub("", fold(text))):
        count = number_of(said)
        if count >= FEWEST:
            yield count, _ENDS.split(behind)[0]
    which = _WHICH.search(fold(text))
    if which and which.group(1) not in ANY_KIND:
        yield 0, which.group(1)


def _runs(clause: Clause, count: int, noun: str, question: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a clause with the part of it that is such a run."""
    for span in sentences(clause.text):
        text = span.of(clause.text).strip()
        for found in _PARTS.finditer(text) if "、" in text else ():
            part = found.group()
            if _ends_alike(part, count, noun) or _sums_up(part, count, question if count else noun):
                yield text, part.strip()


def _ends_alike(part: str, count: int, noun: str) -> bool:
    """As many names as are asked for, each of which ends with the noun."""
    if len(noun) < 2 or not count:
        return False
    names = [_TAIL.sub("", name).strip() for name in part.split("、")]
    if len(names) == count - 1:
        names = [*names[:-1], *_MARKS.split(names[-1])]
    return len(names) == count and all(name.endswith(noun[-2:]) for name in names)


def _sums_up(part: str, count: int, question: str) -> bool:
    """As many items as it says itself that there are, by a noun of the question: 四个指标."""
    in_all = _IN_ALL.search(fold(part)) if count else None
    found = in_all or _SUMMED.search(fold(part))
    if found is None or count not in (0, number_of(found.group(1))):
        return False
    if in_all is None and found.group(2)[-2:] not in question:
        return False
    marks = part[: found.start()].count("、") + 1
    return number_of(found.group(1)) in (marks, marks + 1)
