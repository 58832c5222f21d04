"""How a document is built: its headings of one level, or what one of its chapters is about.

Asked for in few words (目录, 一级标题, 分哪几部分, 第三章讲什么); where more is asked the answer is in its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.citations import MINIMUM_QUOTE
from assistant.statements import Statement, ground_in
from assistant.understanding.fields import asks_no_more
from assistant.understanding.query import Asked
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import chinese_to_int
from corpus.text import fold, sentences, visible_length
from corpus.vocabulary import ClauseKind, NumberingScheme, PartRole

MOST = 60
"""Headings that are listed at most."""

ROOM = 200
"""Visible characters of a section's own text that are given whole."""

_UNITS = r"(?:大?部分|板块|大?章节?|大?块|大?篇章?)"
_EACH = (
    r"(?:(?:每|各|分别|都|其中)[一个]?(?:部分|板块|章节?|大?块|条|项)?的?(?:名称|名字|标题|题目|内容)?"
    r"(?:分别|各|都)*(?:是|叫|讲|说|写|涉及|规定|有|为)*(?:了|的)*(?:什么|啥|哪些)?)"
)
_BUILT = re.compile(
    rf"(?:[一二三四两123]级|各级|大|小|各?[条章]的?)?(?:标题|目录|大纲|提纲|纲目)(?:分别|各|都)*(?:是|有|叫|列|为)*(?:什么|啥|哪些)?|"
    rf"(?:整体|总体|篇章|章节|文件|行文|内容)?(?:框架|结构|架构|脉络)(?:是|怎么|如何|分)*(?:什么|啥|样的?)?|"
    rf"(?:分|有|共|包括|包含|由|设)?(?:为|成|了|出)*哪(?:[几些两二三四五六七八九十])?个?{_UNITS}(?:组成|构成|内容)?|"
    rf"(?:分|有|共|包括|包含|由|设)?(?:为|成|了|出)*(?:几|多少)个?{_UNITS}[^？]{{0,2}}(?:组成|构成)?[，、,]?{_EACH}"
)
_EACH_OF_IT = re.compile(_EACH)
_LEVEL = re.compile(r"([二三两23])级")
_COUNT = re.compile(
    r"(?<![第哪])(?:[一二三四五六七八九十百]+|(?<![第\d])\d+)(?:个?(?:大?部分|大?块|方面)|[条章项级个])"
)
_BOXES = re.compile(
    r"专栏(?:一共|总共|都|分别|各)*(?:有|是|列|包括|叫|为)(?:了|着)?(?:哪[几些]?个?|什么|啥)(?:名称|标题|内容)?|"
    r"(?:哪[几些]个?|所有|全部|各个?)专栏(?:的?(?:名称|标题|名字))?|专栏(?:的)?(?:名称|标题|清单|目录|名字)(?:是|有)?(?:什么|哪些)?"
)
_NTH = re.compile(
    rf"第([一二三四五六七八九十]{{1,3}}|\d{{1,2}})个?{_UNITS}(?:的?(?:标题|题目|名称|名字|主题|内容|大意|主要内容))?"
    rf"(?:主要|具体|都|又|是|在|关于)*(?:讲|说|写|谈|涉及|规定|部署|安排|叫|是|包括|有)*(?:了|的是?)*(?:什么|啥|哪些|哪方面|哪几条)(?:内容|方面|事情?|标题)?"
)
_QUOTED_TITLE = re.compile(r"《([^《》]{4,60})》")
_FIRST_PART = re.compile(r"[^。；：\n]{4,60}?(?=[，。；：\n])")
_FIRST_WORDS = re.compile(r"[^。；：\s]{4,60}")


def titled_part(asked: Asked, document: Document) -> Clause | None:
    """The clause with which an attachment or another part begins whose title the question quotes: 《…指引》."""
    titles = {fold(title) for title in _QUOTED_TITLE.findall(asked.text)}
    for one in document.clauses if titles else ():
        attached = one.part is PartRole.ATTACHMENT and one.depth == 1
        name = one.heading or (one.text.strip().partition("\n")[0] if attached else "")
        if (attached or one.kind is ClauseKind.PREAMBLE) and fold(name) in titles:
            return one
    return None


def outlined(asked: Asked, document: Document, summary: DocumentSummary) -> list[Statement]:
    """The headings, or the section, that a question asks a document for; none where it asks for something else."""
    told = _told(summary)
    part = titled_part(asked, document)
    if part is not None and fold(part.heading) != fold(summary.title):
        built = [*_BUILT.finditer(asked.text), *_EACH_OF_IT.finditer(asked.text)]
        if not _BUILT.search(asked.text) or not asks_no_more(
            asked.text, f"{told}{''.join(_QUOTED_TITLE.findall(asked.text))}《》", built
        ):
            return []
        inside = _inside(part, document)
        return [_said(one, summary) for one in inside] if 2 <= len(inside) <= MOST else []
    nth = section_asked(asked, summary)
    if nth:
        return _section(nth, document, summary)
    boxes = list(_BOXES.finditer(asked.text))
    if boxes and asks_no_more(asked.text, told, boxes):
        return [_said(one, summary) for one in document.clauses if one.kind is ClauseKind.BOX and one.heading][:MOST]
    text = _COUNT.sub(" ", asked.text) if not _LEVEL.search(asked.text) else asked.text
    built = list(_BUILT.finditer(text))
    rest = [one for one in _EACH_OF_IT.finditer(text) if not any(_meet(one, other) for other in built)]
    if not built or not asks_no_more(text, told, [*built, *rest]):
        return []
    level = _LEVEL.search(asked.text)
    headings = _headings(document, 2 if level and level.group(1) in "二两2" else 3 if level else 1)
    return [_said(one, summary) for one in headings] if 2 <= len(headings) <= MOST else []


def _inside(part: Clause, document: Document) -> list[Clause]:
    """The headings of the first level behind the beginning of a part, up to where the next one begins."""
    behind = document.clauses[document.clauses.index(part) + 1 :]
    depth = 2 if part.part is PartRole.ATTACHMENT else 1
    found: list[Clause] = []
    for one in behind:
        if not one.num and one.depth == 1:
            break
        if one.depth == depth and one.num and one.heading:
            found.append(one)
    return found


def section_asked(asked: Asked, summary: DocumentSummary) -> int:
    """The number of the section that a question asks about as a whole; 0 where it asks about none."""
    text = _COUNT.sub(" ", asked.text)
    found = list(_NTH.finditer(text))
    return ordinal_value(found[0].group(1)) if found and asks_no_more(text, _told(summary), found) else 0


def _told(summary: DocumentSummary) -> str:
    return " ".join((summary.title, summary.place, summary.number, *summary.issuers))


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _headings(document: Document, depth: int) -> list[Clause]:
    """The clauses of one level that carry a heading; chapters, where a law has them."""
    main = [one for one in document.clauses if one.part is PartRole.MAIN and one.num]
    if document.scheme is NumberingScheme.STATUTE:
        main = [one for one in main if one.kind is ClauseKind.HEADING]
    return [one for one in main if one.depth == depth and _title(one)]


def _title(clause: Clause) -> str:
    """Its heading, or the first words of one that lost the line end behind its heading."""
    if clause.heading:
        return clause.heading
    found = _FIRST_WORDS.match(clause.text)
    return found.group() if found else ""


def _said(clause: Clause, summary: DocumentSummary) -> Statement:
    quote = _title(clause)
    if len(fold(quote)) < MINIMUM_QUOTE:
        quote = clause.printed.strip().split("\n")[0]
    gap = " " if clause.num.startswith("第") else ""
    return Statement(f"{clause.num}{gap}{_title(clause)}", (ground_in(summary, clause, quote),))


def _section(number: int, document: Document, summary: DocumentSummary) -> list[Statement]:
    """One section of the top level: its heading, and the headings or the first words of what stands in it."""
    found = next((one for one in _headings(document, 1) if ordinal_value(one.num) == number), None)
    if found is None:
        return []
    inside = [one for one in document.children(found) if one.num and one.kind is not ClauseKind.BOX]
    headed = [_said(one, summary) for one in inside if one.heading]
    if headed or not found.text.strip():
        articles = [_first(one, summary) for one in inside if not one.heading]
        return [_said(found, summary), *(headed or articles)]
    whole = visible_length(found.text) <= ROOM
    return [_said(found, summary), *_opening(found, summary, None if whole else 1)]


def _first(clause: Clause, summary: DocumentSummary) -> Statement:
    """The first words of an article, with its number."""
    found = _FIRST_PART.match(clause.text.strip())
    quote = found.group() if found else clause.text.strip()
    return Statement(f"{clause.num} {quote}", (ground_in(summary, clause, quote),))


def _opening(clause: Clause, summary: DocumentSummary, most: int | None) -> Sequence[Statement]:
    said = [line for span in sentences(clause.text) if (line := span.of(clause.text).strip())][:most]
    return [Statement(line, (ground_in(summary, clause, line),)) for line in said]


def ordinal_value(number: str) -> int:
    """What an ordinal counts: the digits at its end, 1 of 三大行动1."""
    found = _DIGITS.search(fold(number))
    return 0 if found is None else int(found.group(1)) if found.group(1).isdecimal() else chinese_to_int(found.group(1))


_DIGITS = re.compile(r"(\d+|[一二三四五六七八九十百]+)[^\d一二三四五六七八九十百]*$")
