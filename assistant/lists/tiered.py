"""Of a list that rules tier by tier, what it says of the tier that is asked about: A类：…；B类：…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.statements import Statement, ground_in
from assistant.understanding.tiers import others_of, tiers_in
from corpus.models import Document, DocumentSummary

_WHO = re.compile(
    r"(?:是|指|算|包括|包含|有)的?(?:些|是)?(?:什么|哪些|啥|谁|哪种|哪类)样?的?(?:人才?|对象|企业|项目|情形|群体)?[^，。？?]{0,2}[？?]?$|"
    r"(?:什么|哪些|啥|何)样?的?(?:人|企业)才?(?:能|可以?)?算|怎么(?:界定|认定|定义|划分)|什么意思|指(?:的是)?(?:什么|哪|谁|啥)"
)
_SAYS = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]*[）)、.．]?\s*(?P<label>[^，。；：:（(]{1,8}?)(?:人才|人员|企业|项目)?\s*(?:[，：:（(]|是指|为|指|包括)"
)


def tier_defined(question: str, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """The clause that says who or what a tier is: （五）E类，区级紧缺人才，包括…; none where that is not asked."""
    tiers = tiers_in(question)
    if len(tiers) != 1 or not _WHO.search(question):
        return []
    for document, summary in documents:
        for clause in document.clauses:
            said = _SAYS.match(clause.text.strip())
            if said and tiers_in(said["label"]) == tiers and tiers_in(clause.text) == tiers:
                words = clause.text.strip()
                return [Statement(words, (ground_in(summary, clause, words),))]
    return []


def of_the_tiers(question: str, said: Sequence[Statement]) -> list[Statement]:
    """The list without its items on other tiers; none of it where it has no other items than those."""
    tiers = tiers_in(question)
    if not tiers or not (_names(tiers, said) or others_of(tiers, " ".join(one.text for one in said))):
        return list(said)
    return [one for one in said if not others_of(tiers, one.text)] if _names(tiers, said) else []


def _names(tiers: frozenset[str], said: Sequence[Statement]) -> bool:
    return any(tiers & tiers_in(one.text) for one in said)
