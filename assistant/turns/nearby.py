"""What stands near what was just told and speaks of what a turn names: 高校呢, 钱怎么拨, 拿了钱又搬走了怎么办.

People go on about what they were just told: the rest of that clause, the clauses beside and under it and those that
refer to it are where the answer stands, before anything else of the document. So few sentences need not share
many words with a turn: 签 in 没签协议的呢 is enough to tell 未签订协议的 from the others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answerable.values import needed_for
from assistant.finding.rarity import Rarity, pairs
from assistant.models import Answer
from assistant.turns import swapping
from assistant.turns.own_words import naming
from assistant.understanding.query import Asked, understand
from assistant.understanding.synonyms import Synonyms
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document, DocumentSummary
from corpus.numbering import ARTICLE
from corpus.text import fold, sentences

CITED, AROUND, ELSEWHERE = range(3)
"""How far a clause stands from those just cited; one that names them by their number is about them."""

RINGS = (0.3, 0.15, 0.0)
"""What a sentence gains by that."""

VALUE = 0.2
"""... by showing the kind of value that is asked for."""

CARRIED = 0.25
"""... by the words of the question before, where a turn only names another thing."""

HEAD = 0.1
"""... by beginning with what the turn names."""

TOLD = 0.15
"""What it loses by having been told just now."""

SINGLE = 0.6
"""Share of single characters, beside pairs, in how far a sentence says the words of a turn."""

DENIED = 0.25
"""What it gains or loses where turn and sentence both deny a thing, or one of them alone."""

STRANGE = 0.3
"""What a sentence of another document than those just cited loses."""

SPENT = 0.6
"""Share of its words that a sentence counts for which says what a sum is spent on, where a turn asks that."""

UNDER = 0.9
"""What words count that the heading of a clause says, and not the sentence."""

KNOWN_BY = 1 / 3
"""Share of the characters of a word by which it may be the same thing in other words."""

MOST_DOCUMENTS = 3
"""Documents cited at once around which is looked."""

_FORMER = re.compile(r"前[条款项]|上[述款]")
_OWN_ARTICLES = re.compile(rf"(?<!》){ARTICLE.pattern}")
"""Not those of another law: 《邮政法》第二十四条."""

_NOT = r"(?:没有?|未|无|不(?![一同仅但断少]))"
_DENIES = re.compile(rf"{_NOT}([一-龥]{{1,3}})")
_MAY_NOT = re.compile(r"不(?:能(?![力源])|得|可以|准|许|让|予|给)")
_FORBIDS = re.compile(r"不(?:得|予|能|可|准|许)|禁止|严禁|除外")
_EITHER = re.compile(r"([一-龥])[不没]\1|[有没]没有?|是否")
_ASKS = re.compile(r"多久|多长(?:时间)?|几(?=[年天月次个日])|(?:怎么|咋)办|好处|坏处|有什么|有啥")
_MONEY = r"资金|经费|款项?|奖金|奖励|补贴|补助|收入|收费|费用?|基金|钱"
_SPENT = re.compile(
    rf"(?:{_MONEY})[^，,。？?]{{0,6}}(?:能|可以?|会|要|得|该)?(?:[花用](?:在|到|于|来|去)|拿来|拿去|干(?:什么|啥|嘛)|买(?:什么|啥)|怎么[花用])|"
    rf"(?:能|可以?)[花用](?:在|到|于)|(?:{_MONEY})的?用途"
)
_SPENT_ON = re.compile(rf"(?:{_MONEY})[^。；]{{0,16}}(?:用于|用作|用以|(?:可以?|主要|只能)(?:列支|支出|开支))")
_HOW_DONE = re.compile(r"(?:怎么|如何|咋)(?=[一-龥])(?!办|做|样|处|算|说|讲|写|规定|要求|安排|回|来|去|搞|弄|罚)")
"""怎么拨 names 拨."""

_COUNTS = re.compile(r"[\d一二两三四五六七八九十]")
_COUNTED = frozenset({Wanted.FIGURE, Wanted.DURATION})
_LIGHT = frozenset(
    "得才够算之全部一起共总每次就都也还又能会把被给让跟和与等个些件种次回点下上里中时后前说讲问找办弄搞做干用要想去来先再很太最多少几是有可以"
    "我你他这那的了着过"
)
"""Characters that name nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence near what was told: how far it says the turn's own words, and how well it fits altogether."""

    summary: DocumentSummary
    clause: Clause
    text: str
    ring: int
    own: float
    weight: float
    shows: bool
    """Does it show the kind of value that is asked for, where one is?"""
    told: bool
    """Was it told just now?"""


@dataclass(frozen=True)
class Nearby:
    """The sentences around an answer, and how near each is to a turn that follows it."""

    question: str
    before: Answer
    library: Sequence[DocumentSummary]
    document_of: Callable[[str], Document]
    rarity: Rarity
    synonyms: Synonyms

    # --- the sentences ---------------------------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> tuple[tuple[int, DocumentSummary, Clause, str], ...]:
        """Each sentence of the documents cited, with how far it is from what was cited."""
        ids = {one.document_id for one in self.before.citations}
        cited = [one for one in self.library if one.id in ids]
        if len(cited) > MOST_DOCUMENTS:
            return ()
        return tuple(
            (ring, summary, clause, text)
            for summary in cited
            for ring, clause in self._around(self.document_of(summary.id))
            for text in _lines(clause)
        )

    def _around(self, document: Document) -> Iterator[tuple[int, Clause]]:
        told = [document.by_id[one.clause_id] for one in self.before.citations if one.clause_id in document.by_id]
        ids = {one.id for one in told}
        above = {one.parent_id for one in told}
        kinds = {one.kind for one in told}
        articles = {found[0] for one in told if (found := ARTICLE.search(one.path_text))}
        numbered = {f"第{one.num}项" for one in told if _alone(one, document)}
        last = ""
        for clause in document.clauses:
            article = ARTICLE.search(clause.path_text)
            names = articles & set(_OWN_ARTICLES.findall(clause.text)) or any(one in clause.text for one in numbered)
            refers = last in articles and bool(_FORMER.search(clause.text))
            beside = clause.id in above or (clause.parent_id in above and clause.kind in kinds)
            under = any(one.id in ids for one in document.ancestors(clause))
            yield CITED if clause.id in ids or names else AROUND if beside or under or refers else ELSEWHERE, clause
            last = article[0] if article else last

    def best(self, reach: int) -> Near | None:
        """The sentence that is nearest of all down to some ring."""
        found = [self.near(*one) for one in self.sentences if one[0] <= reach] if self.words else []
        return max(found, key=lambda one: one.weight, default=None)

    def of_clause(self, clause: Clause) -> list[Near]:
        """The sentences of one clause."""
        return [self.near(*one) for one in self.sentences if one[2].id == clause.id]

    # --- how near they are -----------------------------------------------------------------------------------------

    def near(self, ring: int, summary: DocumentSummary, clause: Clause, text: str) -> Near:
        """One sentence, weighed."""
        own = max(self.own(text), UNDER * self.own(f"{clause.heading}{text}"))
        if self.asks_use and _SPENT_ON.search(text):
            own = max(own, SPENT)
        told = fold(text).rstrip("。;；") in self._said
        weight = own + RINGS[ring] + self._fit(text) + self.agrees(text)
        weight += HEAD if set(self.words) <= set(text[: 2 * len(self.words) + 4]) else 0.0
        weight -= TOLD if told else 0.0
        shows = self.needed is None or bool(self.needed.search(text))
        return Near(summary, clause, text, ring, own, weight, shows, told)

    def weighed(self, answer: Answer) -> float:
        """How well another answer to the turn fits, by the best of its sentences."""
        known = {clause.id: (ring, summary, clause) for ring, summary, clause, _ in self.sentences}
        cited = {one.mark: one.clause_id for one in answer.citations}
        weights = [0.0]
        for sentence in answer.sentences:
            for mark in sentence.marks:
                found = known.get(cited[mark])
                away = self.own(sentence.text) + self._fit(sentence.text) - STRANGE
                weights.append(self.near(*found, sentence.text).weight if found else away)
        return max(weights)

    def ring_of(self, answer: Answer) -> int:
        """How near the nearest clause of another answer stands."""
        cited = {one.clause_id for one in answer.citations}
        return min((ring for ring, _, clause, _ in self.sentences if clause.id in cited), default=ELSEWHERE)

    def repeats(self, answer: Answer) -> bool:
        """Does an answer say nothing but what was told just now?"""
        said = [fold(one.text).rstrip("。;；") for one in answer.sentences]
        return bool(said) and all(one in self._said for one in said)

    def own(self, text: str) -> float:
        """Share of the words of the turn itself that a sentence says, by pairs and by single characters."""
        single = math.fsum(map(self._tells, set(text) & self._chars)) / (
            math.fsum(map(self._tells, self._chars)) or 1.0
        )
        typed = pairs(self.words)
        double = self.rarity.weigh((typed | self._printed) & pairs(text)) / (self.rarity.weigh(typed) or 1.0)
        return SINGLE * single + (1 - SINGLE) * min(1.0, double)

    def counts(self, text: str) -> bool:
        """两届 for 几次: does a sentence count at least, where a number is asked for?"""
        return self.asked.wanted in _COUNTED and bool(_COUNTS.search(text))

    def names_more_than(self, text: str) -> bool:
        """Does the turn name a thing of which a text says next to nothing, in whatever form it is printed?"""
        runs = ({char for char in run if char not in _LIGHT} for run in self._unprinted(self.words, text))
        return any(len(run) > 1 and len(run & set(text)) < KNOWN_BY * len(run) for run in runs)

    def names_another(self, text: str) -> bool:
        """灯塔工厂 beside 智能工厂: does it name what a text has no two characters of, and nothing that it has?"""
        left = [self._unprinted(run, text) for run in self.words.split() if len(run) > 1]
        if not all(left):
            return False
        for part in (part for parts in left for part in parts):
            two = [part[at : at + 2] for at in range(len(part) - 1)]
            if any(one.isalpha() and not set(one) & (set(text) | _LIGHT) for one in two):
                return True
            if self.is_ellipsis and two and two[0] not in text and not set(two[0]) & _LIGHT:
                return True
        return False

    def _unprinted(self, words: str, text: str) -> list[str]:
        """What a text prints of some words neither so nor in another form; nothing where it prints all of them."""
        said = pairs(text)
        if pairs(words) <= said:
            return []
        for typed, printed in (*self.synonyms.pairs, *self.synonyms.everyday):
            if typed in words and pairs(printed) & said:
                words = words.replace(typed, " ")
        return words.split()

    @cached_property
    def words(self) -> str:
        """What the turn names."""
        return naming(_HOW_DONE.sub(" ", _ASKS.sub(" ", _EITHER.sub(r"\1", self._thing)))).strip()

    @cached_property
    def asks_use(self) -> bool:
        """经费可以花在哪: is it asked what a sum may be spent on?"""
        return bool(_SPENT.search(self.question))

    @cached_property
    def is_ellipsis(self) -> bool:
        """高校呢: does it only name another thing?"""
        return swapping.ends_open(self._thing)

    @cached_property
    def _thing(self) -> str:
        return swapping.with_thing_first(self.question, self.library) or self.question

    @cached_property
    def _chars(self) -> frozenset[str]:
        return frozenset(char for char in self.words if char.isalnum() and char not in _LIGHT)

    @cached_property
    def _printed(self) -> set[str]:
        return pairs(self.synonyms.expansions(_ASKS.sub(" ", self._thing)))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(char for *_, text in self.sentences for char in set(text))

    def _tells(self, char: str) -> float:
        size = len(self.sentences) + 1
        return math.log(size / (self._counts[char] + 0.5)) / math.log(size) if self._counts[char] else 0.2

    @cached_property
    def _said(self) -> str:
        return fold(self.before.answer)

    @cached_property
    def asked(self) -> Asked:
        """The turn, understood by itself."""
        return understand(self.question, self.library)

    @cached_property
    def _asked_before(self) -> Asked:
        return understand(self.before.question, self.library)

    @cached_property
    def needed(self) -> re.Pattern[str] | None:
        """What a value of the kind asked for looks like."""
        needed = _SPENT_ON if self.asks_use else needed_for(self.asked)
        return needed or (needed_for(self._asked_before) if self.is_ellipsis else None)

    def _fit(self, text: str) -> float:
        """For the value asked for; where a turn only names another thing, for what was asked of the one before."""
        needed = self.needed
        fit = 0.0 if needed is None else VALUE if needed.search(text) else -VALUE
        if self.is_ellipsis:
            carried = pairs(self._asked_before.topic)
            fit += CARRIED * self.rarity.weigh(carried & pairs(text)) / (self.rarity.weigh(carried) or 1.0)
        return fit

    def agrees(self, text: str) -> float:
        """没约定: what is denied of it says 未约定, and not 有约定; what is not allowed says 不得."""
        if _MAY_NOT.search(self.question) and _FORBIDS.search(text):
            return DENIED
        denied = {run[0] for run in _DENIES.findall(_EITHER.sub(r"\1", self.question)) if run[0] in text}
        if not denied:
            return 0.0
        return DENIED if denied & set("".join(_DENIES.findall(text))) else -DENIED


def _alone(clause: Clause, document: Document) -> bool:
    """Is a clause the only one with its number, （七）, so that 第（七）项 means it wherever it is said?"""
    bracketed = clause.num.startswith(("（", "("))
    return bracketed and sum(one.num == clause.num for one in document.clauses) == 1


def _lines(clause: Clause) -> Iterator[str]:
    if clause.heading and not clause.text:
        yield clause.heading
    for span in sentences(clause.text):
        yield from (line.strip() for line in span.of(clause.text).split("\n") if line.strip())
