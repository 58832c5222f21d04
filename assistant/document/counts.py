"""How many: articles, chapters, sections, boxes, tasks of a document, counted in its outline and so said.

The count is the assistant's; the first and the last of what was counted are cited, or each where their names are
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answerable.figure_of import names_no_turn
from assistant.choosing.saying import BULLET
from assistant.citations import MINIMUM_QUOTE
from assistant.lists.named import asks_which_too
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import number_of
from corpus.text import fold
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

_NOUNS = r"部分|板块|章|节|条(?:款|文)?|专栏|行动|任务|工程|措施|原则"
_ASKED = re.compile(
    rf"(?<!哪)(?:几|多少)(?P<measure>[个项条大类]?)(?:大|项)?(?:具体|重点|主要|基本|工作)?(?P<noun>{_NOUNS})(?!款|件|例)"
)
_NOUN_FIRST = re.compile(
    r"(?P<noun>部分|板块|章|专栏|行动|工程|任务)(?:数量?|一共|总共|共|各自?|分别|都)*(?:有|分|列|设)?(?:了|为|成)?"
    r"(?<!哪)(?:几|多少)(?P<measure>[个项条章])(?=[？?，,、。]|$)"
)
"""专栏各有几个."""

_NUMBERED = re.compile(
    r"(?:编|列|排|写|安排|部署|分解|细化|下设|一共|总共|合计|共)(?:了|到|着|有|出|成|为|至)*(?:第(?=(?:几|多少)[条项号点]))?"
    r"(?<!哪)(?:几|多少)(?P<measure>条|项|号|个|点)(?:任务|具体任务)?(?=[？?，,、。]|$)"
)
"""编到第几条, 一共列了多少项: what is numbered 1, 2, 3 … through the document."""

_ONLY_HOW_MANY = re.compile(r"(?:一共|总共|合计|共)")
_OF_PAPER = re.compile(
    r"(?:任务|措施|举措|政策|意见|方案|计划|规划|行动|文件|通知|规定|办法|细则|条例|要点|内容|[》里中])(?:里面?|中)?$"
)
"""续建项目一共多少个 asks for no count of what is numbered."""

_HEADED = re.compile(
    r"(?P<head>[一-龥]{4,8}?)(?:里|中|部分|下面?)?(?:一共|总共|共|都|各|分别)?(?:有|分|列|包括|下设|提)?(?:了|为|成|出)?"
    r"(?<!哪)(?:几|多少)(?P<measure>[条项个点])(?=[？?，,、。]|$)"
)
"""保障措施有几条: what stands under a heading of that name."""

_QUESTIONS = re.compile(r"(?<!哪)(?:几|多少)[个条道组]?(?:问题|提问|问答|问)(?=[？?，,、。]|$)")
"""答记者问一共回答了几个问题: the questions that an explanation puts to itself."""

_CAPPED = re.compile(r"(?:顶多|最多|至多|最少|至少|不超过)[^，。？]{0,8}(?:几|多少)")
"""一处景区顶多扶持几条: a bound of what is granted, and no count of what is printed."""

_STATUTE = {"章": re.compile(r"第.{1,4}章"), "节": re.compile(r"第.{1,4}节"), "条": re.compile(r"第.{1,7}条")}
_SECTION = re.compile(r"^[一二三四五六七八九十]+$")
_ARABIC = re.compile(r"^\d{1,3}$")
_FEWEST = 2

ALL_NAMED = 300
"""Characters of the names of all that was counted, where they are told."""


def counts_outline(text: str) -> bool:
    """Does a question ask how many parts of a document there are? No clause prints that."""
    return any(pattern.search(text) for pattern in (_ASKED, _NOUN_FIRST, _QUESTIONS))


def counts(asked: Asked, document: Document, summary: DocumentSummary) -> list[Statement]:
    """A statement for each thing the question wants counted in a document; none where its outline shows none."""
    if names_no_turn(asked.text, document.title) or _CAPPED.search(asked.text):
        return []
    found: dict[int, Statement] = {}
    taken: list[re.Match[str]] = []
    main = [one for one in document.clauses if one.part in (PartRole.MAIN, PartRole.ATTACHMENT)]
    each = asks_which_too(asked.text)
    for pattern in (_HEADED, _ASKED, _NOUN_FIRST, _NUMBERED):
        for match in pattern.finditer(asked.text):
            if any(match.end() > one.start() and one.end() > match.start("measure") for one in taken):
                continue
            statement = _counted_by(pattern, match, document, main, summary, each=each)
            if statement:
                found[match.start("measure")] = statement
            if statement or (pattern is _HEADED and _headed(match["head"], main)):
                taken.append(match)
    return [found[at] for at in sorted(found)]


def questions_put(asked: Asked, document: Document, summary: DocumentSummary) -> list[Statement]:
    """How many questions a document puts to itself as headings, where that is asked."""
    put = [one for one in document.clauses if one.heading.rstrip().endswith(("？", "?"))]
    return [_said(f"{len(put)}个问题", put, summary)] if _QUESTIONS.search(asked.text) and len(put) >= _FEWEST else []


def _counted_by(
    pattern: re.Pattern[str],
    match: re.Match[str],
    document: Document,
    main: Sequence[Clause],
    summary: DocumentSummary,
    *,
    each: bool,
) -> Statement | None:
    if pattern is _HEADED:
        section = _headed(match["head"], main)
        inside = _inside(section, document) or _bullets(section)
        if section is None or len(inside) < _FEWEST:
            return None
        return _said(f"{len(inside)}{match['measure']}", inside, summary, lead=f"“{_name(section)}”", each=each)
    if (
        pattern is _NUMBERED
        and _ONLY_HOW_MANY.match(match.group())
        and not _OF_PAPER.search(match.string[: match.start()])
    ):
        return None
    noun = match["noun"] if pattern in (_ASKED, _NOUN_FIRST) else "任务"
    if pattern is _NUMBERED:
        fits = document.scheme is not NumberingScheme.STATUTE or match["measure"] == "条"
        counted = _counted("条", document, main) if fits else []
        measure = f"{len(counted)}{match['measure'].replace('号', '条')}"
    else:
        counted = _counted(noun, document, main)
        measure = _measured(noun, match["measure"], counted)
    return _said(measure, counted, summary, each=each) if len(counted) >= _FEWEST else None


def _counted(noun: str, document: Document, main: Sequence[Clause]) -> list[Clause]:
    if noun[0] in _STATUTE and document.scheme is NumberingScheme.STATUTE:
        return [one for one in main if _STATUTE[noun[0]].fullmatch(fold(one.num))]
    if noun in ("部分", "板块", "章"):
        return [one for one in main if one.depth == 1 and _SECTION.fullmatch(_bare(one))]
    if noun[0] in _STATUTE:
        return _numbered(main) if noun[0] == "条" else []
    if noun == "专栏":
        return [one for one in main if one.kind is ClauseKind.BOX]
    named = _longest_row([one for one in main if one.heading.rstrip("。：”").endswith(noun)])
    return named or _numbered_under(noun, main) or _inside(_headed(noun, main), document)


def _longest_row(clauses: Sequence[Clause]) -> list[Clause]:
    """The most headings of that name under one clause, or at the top."""
    rows: dict[str | None, list[Clause]] = {}
    for one in clauses:
        if one.num:
            rows.setdefault(one.parent_id, []).append(one)
    return max(rows.values(), key=len, default=[]) if any(len(row) >= _FEWEST for row in rows.values()) else []


def _numbered_under(noun: str, main: Sequence[Clause]) -> list[Clause]:
    """What is numbered 1, 2, 3, … through a section whose heading is named so: 重点任务 with its tasks."""
    for section in main:
        if section.depth == 1 and section.heading.rstrip("。：").endswith(noun):
            row = _arabic_in(section.path[0], main)
            if [int(_bare(one)) for one in row] == list(range(1, len(row) + 1)):
                return row
    return []


def _numbered(main: Sequence[Clause]) -> list[Clause]:
    """All that has an Arabic number in the section that has most of it, or in all where one goes on from the other."""
    tops = dict.fromkeys(one.path[0] for one in main if one.path)
    through = [one for top in tops for one in _arabic_in(top, main)]
    # （1） under 1. counts anew: what runs on through the sections are the numbers without brackets.
    bare = [one for one in through if not fold(one.num).startswith("(")]
    row = next((row for row in (through, bare) if row and _goes_through(row)), None)
    if row:
        return row
    longest = max((_arabic_in(top, main) for top in tops), key=len, default=[])
    return longest or _in_chinese(main)


def _in_chinese(main: Sequence[Clause]) -> list[Clause]:
    """Where nothing has an Arabic number: what runs from （一） through all sections, else the sections themselves."""
    named = [one for one in main if one.num and one.kind is not ClauseKind.BOX and _SECTION.fullmatch(_bare(one))]
    bracketed = [one for one in named if fold(one.num).startswith("(")]
    sections = [one for one in named if one.depth == 1]
    return next((row for row in (bracketed, sections) if len(row) >= _FEWEST and _goes_through(row)), [])


def _goes_through(row: Sequence[Clause]) -> bool:
    """Is it numbered 1, 2, 3, … from its first to its last?"""
    numbers = [number_of(bare) for bare in map(_bare, row)]
    return numbers == list(range(1, len(row) + 1))


def _arabic_in(top: str, main: Sequence[Clause]) -> list[Clause]:
    inside = [one for one in main if one.path[:1] == (top,) and one.kind is not ClauseKind.BOX]
    return [one for one in inside if _ARABIC.fullmatch(_bare(one)) and "专栏" not in one.path_text]


def _headed(words: str, main: Sequence[Clause]) -> Clause | None:
    """The clause with a heading of its own that is, or ends with, the words: 主要原则 is what 基本原则 prints."""
    headings = [one for one in main if one.num and one.heading and len(one.heading) <= len("实施碳达峰十大工程")]
    exact = next((one for one in headings if words.endswith(_name(one)) or _name(one) == words), None)
    return exact or next((one for one in headings if len(words) == len("原则") and _name(one).endswith(words)), None)


def _inside(section: Clause | None, document: Document) -> list[Clause]:
    """The numbered clauses right under one."""
    children = document.children(section) if section else ()
    return [one for one in children if one.num and one.kind is not ClauseKind.BOX]


def _bullets(section: Clause | None) -> list[Clause]:
    """What the clause lists in its own text behind dashes, each as a clause of the words it begins with."""
    lines = section.text.split("\n") if section else []
    listed = [BULLET.sub("", line.strip()) for line in lines if BULLET.match(line.strip())]
    names = [match.group() for line in listed if (match := re.match(r"[^。；：\n]{4,45}", line))]
    return [replace(section, heading=name, num="—") for name in names] if section else []


def _name(clause: Clause) -> str:
    return fold(clause.heading).strip("“”。：: ")


def _bare(clause: Clause) -> str:
    return fold(clause.num).strip("、.()（）")


def _measured(noun: str, measure: str, counted: Sequence[Clause]) -> str:
    """The count with the measure word of the question: 10项行动."""
    return f"{len(counted)}{noun[0]}" if noun[0] in _STATUTE else f"{len(counted)}{measure or '个'}{noun}"


def _said(
    count: str, counted: Sequence[Clause], summary: DocumentSummary, *, lead: str = "", each: bool = False
) -> Statement:
    """The count, with the first and the last of what was counted, or with each where that is asked and not too long."""
    all_named = "、".join(_called(one) for one in counted)
    each = each and len(all_named) <= ALL_NAMED
    shown = counted if each else (counted[0], counted[-1])
    named = all_named if each else "至".join(_called(one) for one in shown)
    grounds = tuple(ground_in(summary, one, _quote(one)) for one in shown)
    return Statement(f"{lead}共{count}：{named}。", grounds, reckoned=f"共{count}")


def _called(clause: Clause) -> str:
    return f"“{clause.heading.rstrip('。：:') or clause.num}”"


def _quote(clause: Clause) -> str:
    """Its heading as printed, or the first words of a clause without one."""
    words = clause.heading if len(fold(clause.heading)) >= MINIMUM_QUOTE else clause.printed.strip()
    found = re.match(r"[^。；\n]{4,60}", words)
    return found.group() if found else words
