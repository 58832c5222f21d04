"""What an act costs that one article forbids and another punishes by that article's number.

第二十条 lists what nobody may do, and 第二十六条 says 违反本条例第二十条规定的，…处…罚款: who asks for the fine
by the act finds the article that forbids it, which names no fine. Where only some of its items are punished, the others
are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity, pairs
from assistant.lists.listings import quotable
from assistant.statements import Statement, ground_in
from assistant.understanding.aspects import PENALTY, asks_what_comes
from assistant.understanding.query import Asked
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document
from corpus.numbering import ARTICLE, number_of
from corpus.vocabulary import ClauseKind
from index.models import Evidence

ABOUT = 0.6
"""Share of the question's words from which the forbidding clause is about the act that is asked about."""

ABOUT_NAMED = 0.5
"""... where the law is named, in whose title words of the act may stand, or the clause forbids the act outright."""

NEARER = 0.75
"""Share of what the forbidding clause holds of the question up to which a chosen sentence is of another act."""

SHORTEST = 4
"""Characters from which what a list of deeds is called tells it from others: 不文明 does not."""

_NUMBER = r"[〇零一二三四五六七八九十百千\d]+"
_ITEM = re.compile(r"[（(](?P<number>[一二三四五六七八九十\d]+)[）)]")
_NAMED = re.compile(
    rf"(?P<article>{ARTICLE.pattern})(?P<parts>(?:第{_NUMBER}款|第?[（(][一二三四五六七八九十\d]+[）)]项?|[、和或至及])*)"
)
_PARAGRAPH = re.compile(rf"第({_NUMBER})款")
_PUNISHES = re.compile(r"罚款|处罚|警告|处分|吊销|没收|拘留|通报批评|追回")
_SUCH = re.compile(r"(?:下列|以下|如下)(?P<called>[^，。；：]{3,30}?)(?:行为|活动)")
_FORBIDS = re.compile(r"不得|禁止|严禁|不准")
_DUTY = re.compile(rf"{_FORBIDS.pattern}|应当|必须")
_AGAINST = re.compile(
    rf"违反了?本[^，。；第]{{1,8}}(?=第)|有本[^，。；第]{{1,8}}(?=第{_NUMBER}[^，。；]{{1,16}}?(?:禁止|所列|规定)的?[^，。；]{{0,6}}行为)"
)
"""Behind it stands the article that was broken."""


def penalty_article(
    asked: Asked,
    evidence: Sequence[Evidence],
    rarity: Rarity,
    document_of: Callable[[str], Document],
    chosen: Sequence[Candidate] = (),
) -> list[Statement]:
    """The line that punishes what the nearest sentence forbids, by its article; none where no penalty is asked for.

    None either where the sentences that were `chosen` punish the act in as many words of the question.
    """
    if not evidence or not asks_what_comes(asked.text):
        return []
    scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    duties = [one for one in scored if _DUTY.search(f"{one.led_by}{one.text}")]
    forbids = max(duties or scored, key=lambda one: one.covered, default=None)
    outright = forbids is not None and bool(_FORBIDS.search(f"{forbids.led_by}{forbids.text}"))
    named = asked.exact and len(asked.documents) == 1
    least = ABOUT_NAMED if named or outright else ABOUT
    if forbids is None or forbids.covered < least or PENALTY[1].search(forbids.text):
        return []
    if any(PENALTY[1].search(one.text) and one.covered > NEARER * forbids.covered for one in chosen):
        return []
    home, path = forbids.evidence.document, forbids.evidence.clause.path
    article = next((step.group() for step in map(ARTICLE.match, path) if step), "")
    document = document_of(home.id)
    lines = list(_punishing(document, article, path)) if article else []
    lines = lines or list(_punishing_such(document, forbids.led_by))
    fine = asked.wanted is not Wanted.NOTHING
    said = [one for one in lines if not fine or "罚款" in one[1]]
    words = pairs(asked.text)
    said.sort(key=lambda one: -rarity.weigh(words & pairs(one[1])))
    return [Statement(line, (ground_in(home, clause, line),)) for clause, line in said[:1]]


def broken(document: Document, text: str) -> str:
    """The words of the articles that a penalty says were broken; "" where it names none."""
    against = _AGAINST.search(text)
    named = {one["article"] for one in _NAMED.finditer(text, against.end())} if against else set()
    articles = (one for one in document.clauses if one.num in named and one.kind is ClauseKind.ARTICLE)
    return " ".join(each for one in articles for each in (one.printed, *(item.text for item in document.children(one))))


def _punishing(document: Document, article: str, path: Sequence[str]) -> Iterator[tuple[Clause, str]]:
    for clause in document.clauses:
        for line in filter(None, map(str.strip, clause.text.split("\n"))):
            against, punishes = _AGAINST.search(line), _PUNISHES.search(line)
            if against is None or punishes is None or punishes.start() < against.end():
                continue
            named = list(_NAMED.finditer(line, against.end(), punishes.start()))
            alone = any(one["article"] == article and _covers(one["parts"], path) for one in named)
            if alone or any(_between(article, first, last) for first, last in pairwise(named)):
                yield clause, quotable(clause, line)


def _punishing_such(document: Document, lead: str) -> Iterator[tuple[Clause, str]]:
    """The lines that punish deeds by what the lead-in of their list calls them: 妨碍设施正常运行的行为."""
    named = _SUCH.search(lead)
    called = named["called"].rstrip("的") if named else ""
    for clause in document.clauses if len(called) >= SHORTEST else ():
        for line in filter(None, map(str.strip, clause.text.split("\n"))):
            punishes = _PUNISHES.search(line)
            if punishes and called in line[: punishes.start()] and not line.endswith(("：", ":")):
                yield clause, quotable(clause, line)


def _between(article: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Does 第十六条至第二十条 hold an article that it does not name?"""
    if first["parts"] != "至":
        return False
    ends = number_of(first["article"][1:-1]), number_of(last["article"][1:-1])
    return ends[0] < number_of(article[1:-1]) < ends[1]


def _covers(parts: str, path: Sequence[str]) -> bool:
    """Do the paragraphs and items that are punished hold the one at `path`? An article named alone holds all of it."""
    items = [number_of(step["number"]) for step in map(_ITEM.fullmatch, path) if step]
    paragraph = [number_of(step.group(1)) for step in map(_PARAGRAPH.fullmatch, path) if step]
    paragraphs = {number_of(number) for number in _PARAGRAPH.findall(parts)}
    if paragraphs and not paragraphs & set(paragraph or [1]):
        return False
    named = list(_ITEM.finditer(parts))
    punished = {number_of(one["number"]) for one in named}
    for first, last in pairwise(named):
        if "至" in parts[first.end() : last.start()]:
            punished |= set(range(number_of(first["number"]), number_of(last["number"]) + 1))
    return not punished or bool(punished & set(items))
