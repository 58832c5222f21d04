"""Does a question for a field of a document name a paper that the library lacks: 江苏的养老服务条例什么时候印发?

The place alone would lead to what the library has of 江苏, whose date is no answer.
"""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.answerable.unknown_matter import of_any_policy
from assistant.finding.rarity import pairs
from assistant.understanding.naming import bare_title
from assistant.understanding.query import Asked
from corpus.models import Document, DocumentSummary
from corpus.places import places_in
from corpus.text import fold

_PAPER = re.compile(
    r"(?P<name>[一-龥]{2,16}?)(?:条例|办法|规定|细则|规划|计划|方案|意见|法(?=[^一-龥]|的|是|由|何|什么|哪))"
)
_CALLING = re.compile(
    r"关于|印发|发布|出台|制定|最新|现行|[这那该本此](?:一?[份个部项条])?|请问|[的省市县区]|国家|全国|中央|地方|部门|政府|文件"
)


def names_another_paper(asked: Asked, document: Document, summary: DocumentSummary) -> bool:
    """Is no word of the paper's name printed in the document that was taken for it, nor given by the synonyms?"""
    found = _PAPER.search(asked.text)
    if found is None:
        return False
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(found["name"], bare_title(summary), strict=False))
    name = found["name"][sum(1 for _ in alike) :]
    for place in places_in(name):
        name = name.replace(place, " ")
    matter = pairs(of_any_policy(_CALLING.sub(" ", name)))
    known = any(typed in name for typed, _ in asked.synonyms.typed_in(asked.text))
    printed = fold(f"{document.title}{document.source.text}")
    return bool(matter) and not known and not any(word in printed for word in matter if len(word) > 1)
