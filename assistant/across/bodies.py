"""Bodies that are founded: which kind a question asks for, and whether a sentence founds one of that kind.

各自要组建什么样的专家班子: a sentence that founds an alliance founds a body too, and of another kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.finding.rarity import pairs

_FOUNDS = r"(?:组建|成立|设立|建立|组成|筹建|组织成立|发起)"
_NAMED = (
    r"(?:委员会|领导小组|工作小组|小组|专家组|咨询组|工作组|工作专班|专班|专家库|顾问团|联盟|联合体|智库|协会|学会|"
    r"联席会议|协调机制|指挥部|理事会|研究院|工作站|工作室)"
)
_ANY = r"(?:班子|机构|组织|队伍|团队|架构)"
_WHICH = r"(?:什么样?的?|哪种|哪些|哪个|哪几个|何种|怎样的|啥样?的?)?"
_ASKED = re.compile(
    rf"{_FOUNDS}(?:了|的)?[^，。；？?]{{0,12}}?{_WHICH}(?P<kind>[一-龥]{{0,4}}?)(?P<body>{_NAMED}|{_ANY})"
)
_RELIES = re.compile(
    r"(?:依靠|依托|靠|借助|通过|设有?|有)(?:的是)?(?:什么样?的?|哪些|哪个|哪种|何种|啥)[^，。；？?、]{0,4}?"
    rf"(?:(?:机制|{_ANY})(?:[、或和与]|或者|以及))?(?:机制|{_ANY}|{_NAMED})"
)
"""依靠什么机制或机构: a body that is there, founded or not."""

ANY_BODY = frozenset({"机制", "机构", "组织", "班子", "队伍", "团队", "架构", "依靠", "依托", "借助", "通过"})
"""Words that stand for the body that is asked for: a sentence that names it seldom holds them."""

_BODY = re.compile(_NAMED)
_FOUNDED = re.compile(rf"{_FOUNDS}[^，。；]{{0,40}}?{_NAMED}(?:[、和及][^，。；、]{{0,20}}?{_NAMED})*")
_GENERIC = re.compile(_ANY)
_OF_WHAT = re.compile(r"专家|咨询|领导|协调|工作|技术|战略|评估|监督|指导|研究|产业|创新|志愿|顾问")


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body: the words that tell it, and its noun where it is no word for any body."""

    words: frozenset[str]
    noun: str
    there: bool = False
    """Any body that is named will do, also one that others founded."""

    def founded_by(self, text: str) -> bool:
        """Does the text found a body of this kind, or name one where that is enough?"""
        if self.there:
            return bool(_BODY.search(text))
        for found in _FOUNDED.finditer(text):
            name = found.group()
            if self.noun and self.noun not in name:
                continue
            if not self.words or not self.words.isdisjoint(pairs(name)):
                return True
        return False


def body_asked(text: str) -> Body | None:
    """The kind of body whose founding a question asks for; None where it asks for none."""
    found = _ASKED.search(text)
    if found is None:
        return Body(frozenset(), "", there=True) if _RELIES.search(text) else None
    noun = "" if _GENERIC.fullmatch(found["body"]) else found["body"]
    told = _OF_WHAT.findall(text[found.start() : found.end()])
    rare = [word for word in told if word in ("专家", "咨询", "领导", "协调", "顾问", "志愿")]
    words = frozenset(rare or ([] if noun else told))
    return Body(words, noun)
