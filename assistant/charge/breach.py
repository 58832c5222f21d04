"""What comes of breaking a promise or a condition: 违反第九条第三项承诺的，…限期退还.

Who asks what happens finds the article that sets the condition in the question's words; what follows stands in
another one, which names it by its number alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.choosing.candidates import Candidate
from assistant.lists.listings import quotable
from assistant.statements import Statement, ground_in
from corpus.models import Clause, Document
from corpus.numbering import ARTICLE, number_of
from corpus.text import sentences

_ASKS = re.compile(
    r"(?:怎么|如何|怎样|咋)(?:个)?(?:处理|处置|办|着|罚|算)|(?:会|要)(?:有)?(?:怎么样|怎样|咋样)|什么(?:后果|结果|处理)|后果"
)
_NUMBER = r"[一二三四五六七八九十\d]+"
_BREAKS = re.compile(
    rf"(?:违反|不符合|未履行|不履行)了?(?:本[^，。；第]{{1,8}})?(?P<article>{ARTICLE.pattern})(?P<items>(?:第{_NUMBER}[款项]|[（(]{_NUMBER}[）)]项?|[、和或及])*)"
)
_ITEM = re.compile(rf"第({_NUMBER})项|[（(]({_NUMBER})[）)]")
_BROKEN = re.compile(r"(?:违反|违背|不符合|未按|不按|不履行|未履行|逾期|擅自|提前)[^，。；]{0,20}的，")
_FOLLOWS = re.compile(r"退[还回]|追[回缴]|收回|取消|撤销|停[发止]|暂停|终止|责令|处罚|罚款|不再|失信")


def what_follows_breach(
    question: str, chosen: Sequence[Candidate], document_of: Callable[[str], Document]
) -> list[Statement]:
    """What follows where the condition chosen is broken: right behind it, or in an article that names it.

    None where that is not asked.
    """
    if not chosen or not _ASKS.search(question) or _FOLLOWS.search(chosen[0].text):
        return []
    home = chosen[0].evidence
    behind = _right_behind(home.clause.printed, chosen[0].text)
    if behind:
        both = (chosen[0].text.strip(), quotable(home.clause, behind))
        return [Statement(text, (ground_in(home.document, home.clause, text),)) for text in both]
    said = _following(document_of(home.document.id), home.clause)
    return [Statement(text, (ground_in(home.document, clause, text),)) for clause, text in said][:1]


def _right_behind(text: str, condition: str) -> str:
    """The sentence behind the condition in its own clause that begins with the breach: ；违反规定的，应当退还…."""
    rest = text.partition(condition.strip())[2]
    first = next((span.of(rest).strip() for span in sentences(rest)), "")
    return first if _BROKEN.match(first) and _FOLLOWS.search(first) else ""


def _following(document: Document, condition: Clause) -> Iterator[tuple[Clause, str]]:
    article = next((step for step in condition.path if ARTICLE.fullmatch(step)), "")
    items = {number_of(found[1]) for step in condition.path if (found := re.fullmatch(rf"[（(]({_NUMBER})[）)]", step))}
    for clause in document.clauses if article else ():
        for span in sentences(clause.text):
            text = span.of(clause.text).strip()
            broken = next((one for one in _BREAKS.finditer(text) if one["article"] == article), None)
            if broken is None or not _FOLLOWS.search(text, broken.end()):
                continue
            named = {number_of(one or other) for one, other in _ITEM.findall(broken["items"])}
            if not named or named & items:
                yield clause, quotable(clause, text)
