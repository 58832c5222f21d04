"""What a turn names in its own words, and how far an answer speaks of that."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.charge.penalty_article import broken
from assistant.finding.rarity import Rarity, pairs
from assistant.models import Answer, AnswerStatus
from assistant.turns import swapping
from assistant.understanding.query import topic
from assistant.understanding.synonyms import Synonyms
from corpus.models import Document, DocumentSummary

Forms = tuple[frozenset[str], ...]
"""The same words as pairs of characters, as they are typed and as documents print them."""

IN_CLAUSE = 0.4
"""What a word counts that stands in the clause cited, and not in what is said of it."""

SHORTEST = 3
"""Characters from which a word that no document prints is a thing that they do not speak of."""

_NAMES_NOTHING = re.compile(
    r"[这那](?:[个些条项种份类笔次]|部分|方面|样|里|边|块|时)?|它们?|[他她]们|其中|里[面头边]|上述|[上前后]面|刚才|"
    r"如果|要是|万一|假如|的话|会|能|可以|还得?|也|都|又|再|多少|怎么[办样处理]{0,2}|怎样|专门|一般|到底|究竟|请问|"
    r"最[多长高低少大小晚早迟快]|至[少多]|[一每几][天年月日次个人家户项]|"
    r"负责|牵头|主管|责任|部门|单位|归口|归谁|谁|"
    r"重点|主要|基本|重大|规定|要求|措施|指标|目标|任务|清单|名单|比例|比重|标准|项目|工程|内容|情况|政策|条款|数字|说法|具体|详细"
)
_EITHER = re.compile(r"([一-龥])[不没]\1")


@dataclass(frozen=True, slots=True)
class Words:
    """Words against the documents of a library."""

    library: Sequence[DocumentSummary]
    rarity: Rarity
    synonyms: Synonyms
    document_of: Callable[[str], Document] | None = None
    """By which a penalty for breaking 第十二条 says what that article does."""

    def own(self, question: str) -> Forms:
        """The pairs of a turn that name something, of those that documents print; none where it only points or asks."""
        typed = printed = naming(question)
        for word, form in self.synonyms.pairs:
            printed = printed.replace(word, form) if form not in printed else printed
        known = (frozenset(pair for pair in pairs(said) if self.rarity.known(pair)) for said in (typed, printed))
        return tuple(dict.fromkeys(words for words in known if words))

    def unprinted(self, question: str) -> bool:
        """Does it name something, by three characters at least, of which no document prints a pair, nor a synonym?"""
        said = naming(question).replace(" ", "")
        known = any(self.rarity.known(pair) for pair in pairs(said)) or bool(self.synonyms.expansions(said))
        return len(said) >= SHORTEST and not known

    def share(self, answer: Answer, forms: Forms) -> float:
        """Share of the words, in the form that fits best, that the answer says."""
        if answer.status is AnswerStatus.REFUSED:
            return 0.0
        return max((self._share(answer, words) for words in forms), default=0.0)

    def _share(self, answer: Answer, words: frozenset[str]) -> float:
        """What only its clauses print counts less, and all of it where few of its sentences say any of the words."""
        cited = {one.document_id for one in answer.citations}
        places = " ".join(one.place for one in self.library if one.id in cited)
        said = words & pairs(f"{answer.answer} {places} {self._broken(answer)}")
        printed = words & pairs(" ".join(one.text for one in answer.citations)) - said
        speaking = sum(not words.isdisjoint(pairs(f"{one.text} {places}")) for one in answer.sentences)
        pointed = max(speaking, 1) / max(len(answer.sentences), 1)
        held = (self.rarity.weigh(said) + IN_CLAUSE * self.rarity.weigh(printed)) / (self.rarity.weigh(words) or 1.0)
        return held * math.sqrt(pointed)

    def _broken(self, answer: Answer) -> str:
        read = self.document_of
        return " ".join(broken(read(one.document_id), one.text) for one in answer.citations) if read else ""


def naming(question: str) -> str:
    """What a turn says beside leading in, pointing and asking."""
    bare = swapping.HEAD.sub("", swapping.TAIL.sub("", _EITHER.sub(r"\1", re.sub(r"《[^》]*》", "", question))))
    return topic(_NAMES_NOTHING.sub(" ", swapping.ASKING.sub(" ", bare)), ())
