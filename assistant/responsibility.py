"""Who is responsible: the 责任单位, 责任部门, 牵头单位 that a clause prints in brackets, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.query import Asked, asks_who
from assistant.rarity import Rarity
from assistant.scoring import SentenceScorer, candidates
from assistant.statements import Ground, Statement, ground, shown
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from index.models import Evidence

_INNER = r"[^（）()。]*(?:[（(][^（）()]*[）)][^（）()。]*)*"
PRINTED = re.compile(
    rf"[（(]\s*(?:(?:责任|牵头|负责|配合){_INNER}|(?=[一-龥]{{2}}){_INNER}(?:[厅局委部院办行会府组位]|部门|等)"
    r"(?:共同|分别|统筹|按(?:照)?(?:各自)?职责(?:分工)?)?(?:负责|牵头|配合|落实))[）)]"
)
"""（责任单位：…）; （省科技厅牵头，省财政厅配合）, （教育部等按职责分工负责）."""

_CLOSED = re.compile(r"(?:负责|牵头|配合|落实)$")
_TASKS = re.compile(
    r"(?:任务|工作|事项?|职责|保障|措施|条目?|项|方面|分工|内容|清单)(?:有|是|都|包括)*(?:哪些?|什么|啥|多少|几)?[？?。]?$|"
    r"(?:哪|什么|啥|几|多少)[一-龥]{0,3}(?:任务|工作|事项?|职责|保障|措施|条目?|项|方面|活儿?)|"
    r"(?:责任|牵头|主管|配合)(?:单位|部门)?[^，？]{0,4}(?:是|为|有|列|含|包括|里)|"
    r"(?:列|作|定)为[^，？]{0,4}(?:责任|牵头|主管|配合)|"
    r"(?:负责|牵头|承担|参与|参加|牵扯|涉及|挂名|挂|管|干|做|分管|落实)(?:到|了|的|着|些)*(?:哪|什么|啥|几|多少)"
)
"""The words of a question for what a body has to do."""

_ALONE = re.compile(
    r"负责|牵头|承担|参与|责任|单位|部门|任务|工作|事项|事|职责|清单|条目|保障|措施|方面|内容|分工|涉及|所有|全部|列为|作为|之一|"
    r"省|市|区|县|[的里中在由被是有]"
)
"""Words that may stand beside a body where nothing else is asked about."""

_LED = re.compile(r"(?=(?:责任|配合|参与)(?:单位|部门)[：:])")
"""In （牵头单位：甲，责任单位：乙） it is 甲 that leads."""

_SECTION = re.compile(r"保障|组织实施")

_NEAR = 0.75
"""A clause counts as the one asked about down to this share of the best one's score."""

_FAR = 0.5
"""... and down to this one where no nearer clause says who is in charge."""

_EACH = 3
"""Documents at most whose units are given where none is named."""

_WORD = 3

_ROLES = re.compile(r"责任|单位|部门|机构|负责|牵头|主管|归|谁来|谁|管$")
_CHARGED = re.compile(
    r"责任(?:单位|部门)|牵头|负责|会同|指导|领导|统筹|主管|承担|组建|成立|协调|"
    r"由[^，。；]{2,30}?(?:责令|处|给予|没收|办理|审批|批准|提出|制定|确定|查处|监督)"
)


def responsible_units(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Statement]:
    """The units printed in the clause that the question is about; none where it prints none."""
    best: dict[str, float] = {}
    for candidate in SentenceScorer(asked, rarity).score(candidates(evidence)):
        clause_id = candidate.evidence.clause.id
        best[clause_id] = max(best.get(clause_id, 0.0), candidate.score)
    top = max(best.values(), default=0.0)
    ordered = sorted(evidence, key=lambda one: -best.get(one.clause.id, 0.0))
    printed = [(one, found) for one in ordered if (found := PRINTED.search(one.text))]
    if not printed:
        return []
    exact = [(one, found) for one, found in printed if _holds_topic(asked, one.text)]
    if exact and not asked.documents:
        # No document is named: what each of them prints, the nearest first.
        each = {one.document.id: (one, found) for one, found in reversed(exact)}
        chosen = [pair for pair in exact if each[pair[0].document.id] == pair][:_EACH]
        return [_said(one.clause, ground(one, found.group()), found.group()) for one, found in chosen]
    first, found = exact[0] if exact else printed[0]
    near = best.get(first.clause.id, 0.0)
    said_otherwise = any(names_responsible(one.text) for one in ordered if best.get(one.clause.id, 0.0) > near)
    if near >= (_NEAR if said_otherwise else _FAR) * top:
        return [_said(first.clause, ground(first, found.group()), found.group())]
    return []


def _holds_topic(asked: Asked, text: str) -> bool:
    """Do the words asked about stand in the clause as they were typed?"""
    words = [fold(word) for word in _ROLES.sub(" ", asked.topic).split() if len(word) >= _WORD]
    return bool(words) and all(word in fold(text) for word in words)


def prints_units(text: str) -> bool:
    """Does the text print in brackets who is in charge?"""
    return bool(PRINTED.search(text))


def names_responsible(text: str) -> bool:
    """Does the text say of anyone that they lead, answer for or carry something out?"""
    return bool(_CHARGED.search(text))


def tasks_of_unit(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """Every clause in whose brackets the body that the question names stands, by exact scan."""
    if asks_who(asked.text) and not _TASKS.search(asked.text):
        return []
    charged = [
        (clause, summary, printed.group())
        for document, summary in documents
        for clause in document.clauses
        if (printed := PRINTED.search(clause.printed))
    ]
    body = _body_named(asked, [printed for _, _, printed in charged])
    if not body:
        return []
    found = [(clause, summary, printed) for clause, summary, printed in charged if body in _bodies(printed)]
    found = [one for one in found if _under(asked, one[0], documents)] or found
    if "牵头" in asked.text and "责任" not in asked.text:
        found = [one for one in found if body in _bodies(_LED.split(one[2])[0])] or found
    return [_said(one, Ground(summary, one, shown(one, printed), printed), printed) for one, summary, printed in found]


def _body_named(asked: Asked, printed: Sequence[str]) -> str:
    """The printed body whose name the question says, in full or as people shorten it; "" where it says none.

    The question must ask for tasks, or say nothing beside the body and its role.
    """
    bodies = sorted({body for one in printed for body in _bodies(one)}, key=len, reverse=True)
    for body in bodies:
        name = next((name for name in _names(body, asked) if name in asked.text), "")
        if name and asked.text.partition(name)[2].startswith("对"):
            # 卫健委对进入医院的人员有哪些要求: what it asks of others is no task of its own.
            return ""
        if name:
            rest = _ALONE.sub("", asked.topic.replace(name, "")).replace(" ", "")
            return body if _TASKS.search(asked.text) or not rest else ""
    return ""


def _bodies(printed: str) -> list[str]:
    """The bodies in brackets: （牵头单位：经济发展部，责任单位：各职能部门）."""
    bare = re.sub(r"(?:[一-龥]{2,4}(?:单位|部门)|牵头|负责|配合)[：:]", "、", printed[1:-1])
    bare = re.sub(r"(?:共同|分别|统筹|按照?(?:各自)?职责(?:分工)?)?(?:负责|牵头|配合|落实)(?=[，、；]|$)", "", bare)
    named = re.split(r"[、，,；;：:]|(?<=[厅局委部办行])和", bare)
    bodies = (re.sub(r"等(?:有关|相关)?(?:部门|单位)?$|[（(].*", "", one.strip()) for one in named)
    return [one for one in bodies if len(one) > 1]


def _names(body: str, asked: Asked) -> Iterator[str]:
    """What a body is called: 省教育厅, 教育厅; 人行 for 人民银行, by the synonyms."""
    yield body
    bare = re.sub(r"^(?:省|市|区|县)(?:委|政府)?(?=[一-龥]{3,})", "", body)
    if bare != body:
        yield bare
    for typed, printed in asked.synonyms.pairs:
        for one in (body, bare):
            if printed in one:
                yield one.replace(printed, typed)


def _under(asked: Asked, clause: Clause, documents: Sequence[tuple[Document, DocumentSummary]]) -> bool:
    """Does the clause stand under the section that the question names: 保障措施, 政策保障?"""
    noun = _SECTION.search(asked.text)
    if noun is None:
        return True
    document = next(one for one, _ in documents if clause.id in one.by_id)
    return any(noun.group() in above.heading for above in document.ancestors(clause)[:1])


def _said(clause: Clause, found: Ground, printed: str) -> Statement:
    heading = clause.heading or re.split(r"[。，]", clause.text)[0]
    joined = "由" if _CLOSED.search(printed[1:-1]) else "的"
    return Statement(f"“{heading}”{joined}{printed[1:-1]}。", (found,))
