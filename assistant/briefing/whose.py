"""Whose tasks a request wants: 我们是省住建厅的，…涉及我厅的任务; 吉利、万华这些单位被点到了什么.

A body is told by the words around its name, and by being printed: among those that a clause charges,
or anywhere in a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.charge.responsibility import bodies_charged, names_of
from assistant.understanding.synonyms import Synonyms
from corpus.models import Clause, Document
from corpus.text import fold

_BODY = r"[一-龥A-Za-z（）()]{2,16}?"
_END = r"(?:[厅局委部办院行]|公司|集团|大学|中心|街道办?|办事处|银行|管委会)"
_DUTY = r"(?:活儿?|事情?|工作|任务|责任|职责|分工)"
_OWN = re.compile(
    rf"我们?(?:刚|现在|就)?(?:是|在|调到|来自|到)了?(?P<body>[^，。；]{{2,30}}?{_END}|[^，。；的]{{2,16}}?)(?:工作|上班)?的?(?=[，。；]|$)"
)
_OURS = re.compile(
    r"我[厅局委部办司院校行]|我们(?:单位|公司|部门|分?厅|分?局|委|这边)|我们|咱们?(?:单位|公司|[厅局委部])?"
)
_VISITOR = re.compile(
    r"(?P<body>[一-龥A-Za-z]{2,12}?)(?:的人|方面)?(?:今天|明天|后天|[上下]午|下周[一二三四五]?|马上|过两天)?(?:要|想)?(?:来(?:谈|访|洽谈|对接|调研|考察|拜访|找)|上门)[^，。；]{0,8}(?=[，。；])"
)
_THEM = re.compile(
    r"(?:跟|和|与|涉及|关于|对)?(?:他们|它们?|他家|这家|对方|人家)(?:家|公司|单位)?(?:沾边|有关|相关|挂钩|涉及)?的?"
)
"""Whoever came up before."""
_OF_OURS = re.compile(
    rf"(?:涉及|有关|关于|跟|和|与|归|由|需要?|要)?{_OURS.pattern}(?:有关|相关|涉及|牵头|负责|承担|配合|办|做|干)?的?(?:{_DUTY})?"
)
_CHARGED = (
    re.compile(
        rf"(?P<body>{_BODY}{_END})(?:（[^）]{{1,6}}）)?(?:在[^，。]{{2,20}}?(?:里面?|中))?(?:还|都)?(?:要|该|得|应该?|需要?|可能)?(?:干|做|担负?|承担|负责|牵扯|涉及|管|办|落实|牵头)(?:到|好)?了?的?"
        rf"(?:哪些|什么|啥|几[项个])?的?{_DUTY}"
    ),
    re.compile(rf"(?:涉及|有关|关于|归|由|属于|交给)(?:到|于)?(?P<body>{_BODY}{_END})(?:牵头|负责|承担)?的{_DUTY}"),
    re.compile(rf"(?P<body>{_BODY}{_END})的(?:职责|任务|责任|分工)"),
)
_MENTIONED = re.compile(
    r"(?P<body>[一-龥A-Za-z0-9、和]{2,30}?)(?:这[些几]?[家个]?(?:单位|企业|公司|高校|机构|院校)|等(?:单位|企业|公司))?"
    r"(?:在[^，。]{0,20}?(?:里面?|中|份里?))?(?:有没有|是否|都)?(?:是怎么写的|被(?:提到|提及|点到|点名|写到|写进)了?|(?:提到|提及|点到|写到)(?:没有?|了没有?|了吗|过没有?))"
)
_GROUP = re.compile(
    r"(?P<body>[一-龥A-Za-z0-9]{2,12}(?:[、和][一-龥A-Za-z0-9]{2,12})+)这[些几]?[家个]?(?:单位|企业|公司|高校|机构|院校)"
)
_BETWEEN = re.compile(r"[、和]")


def bodies_said(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bodies whose tasks a request asks for, as it names them, and its words that ask so; both empty else."""
    own = _OWN.search(text)
    ours = _OURS.search(text, own.end()) if own else None
    if own and ours:
        asking = _OF_OURS.search(text, own.end()) or ours
        return (own["body"],), (own.group(), asking.group())
    visitor = _VISITOR.search(text)
    them = _THEM.search(text, visitor.end()) if visitor else None
    if visitor and them:
        return (visitor["body"],), (visitor.group(), them.group())
    for pattern in _CHARGED:
        if found := pattern.search(text):
            return tuple(_BETWEEN.split(found["body"])), (found.group(),)
    group = _GROUP.search(text) or _MENTIONED.search(text)
    if group is None:
        return (), ()
    return tuple(word for word in _BETWEEN.split(group["body"]) if len(word) > 1), (group.group(),)


def printed_bodies(said: Sequence[str], document: Document, synonyms: Synonyms) -> tuple[str, ...]:
    """The names under which a document prints the bodies: 省住房城乡建设厅 for 省住建厅, 吉利 for itself."""
    return tuple(dict.fromkeys(name for one in said for name in _printed(one, document, synonyms)))


def _printed(said: str, document: Document, synonyms: Synonyms) -> Iterator[str]:
    charged = {body for clause in document.clauses for body in bodies_charged(clause)}
    found = [body for body in sorted(charged) if any(name == said or name in said for name in names_of(body, synonyms))]
    if found:
        longest = max(map(len, found))
        yield from (body for body in found if len(body) == longest)
    elif fold(said) in fold(document.source.text):
        yield said


def is_charged(clause: Clause, bodies: Sequence[str]) -> bool:
    """Is one of the bodies among those that a clause prints as responsible for it?"""
    return any(body in bodies for body in bodies_charged(clause))
