"""Who is responsible: the 责任单位, 责任部门, 牵头单位 that a clause prints, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.charge.in_charge import asks_who
from assistant.charge.own_verb import led_in_words
from assistant.charge.printed_units import PRINTED, Units, inner, said_for_all, units_in, units_of
from assistant.charge.shared_out import who_does_the_work
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity, pairs, says_most
from assistant.statements import Statement, ground_in
from assistant.understanding.query import Asked
from assistant.understanding.synonyms import Synonyms
from assistant.understanding.wanted import Wanted
from corpus.models import Clause, Document, DocumentSummary
from corpus.text import fold
from corpus.vocabulary import ClauseKind, PartRole
from index.models import Evidence

_CLOSED = re.compile(r"(?:负责|牵头|配合|落实|参加|参与|承办|组织实施)$")
_LABELLED = re.compile(r"[：:]|^(?:责任|牵头|负责|配合)")
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

_OF_ITSELF = frozenset({Wanted.PHONE, Wanted.ADDRESS, Wanted.SITE, Wanted.PERSON})
"""Asked of the body itself, not of what it has to do."""

_LED = re.compile(r"(?=(?:责任|配合|参与)(?:单位|部门)[：:])")
"""In （牵头单位：甲，责任单位：乙） it is 甲 that leads."""

_SECTION = re.compile(r"保障|组织实施")

_BY_RULE_OF = re.compile(r"(?:按照?|依照?|依据|根据|遵照|照)[着]?$")

_HAS_DONE = re.compile(r"[^，。？]{0,6}?(?:做(?:出|过)?|采取|开展|推出|出台|实施|落实|发布|印发|帮助?|办)了")

_NEAR = 0.75
"""A clause counts as the one asked about down to this share of the best one's score."""

_FAR = 0.5
"""... and down to this one where no nearer clause says who is in charge."""

_EACH = 3
"""Documents at most whose units are given where none is named."""

_HOLDS = 0.7
"""Share of the question's words in the fullest clause that the one whose units are told must hold."""

_WORD = 3

_ROLES = re.compile(r"责任|单位|部门|机构|负责|牵头|主管|归|谁来|谁|管$")
_ENCOURAGED = re.compile(
    r"(?:支持|鼓励|引导|吸引|允许|欢迎|对)[^，。；：]{0,40}?(?:牵头|承担|负责|主导|参与|组建|成立)|牵头(?:制定|承担|组建|实施)[^，。；]{0,30}的"
)
"""支持企业牵头 charges nobody."""

_PERSON = re.compile(r"(?:第一|首要|主体|直接)责任|责任人")
"""Who answers for all by office is said in words: units that are printed for a task are not meant."""

_CHARGED = re.compile(
    r"(?:为|是|作为)[^，。；]{0,24}责任(?:人(?!员)|主体)|责任(?:人|主体)(?:为|是|[：:])|负总责|"
    r"(?:承担|负有?|履行)[^，。；]{0,12}(?:主体|首要|领导|监管|属地)责任|"
    r"责任(?:单位|部门)|牵头|负责|会同|指导|领导(?!干部|人员|班子|力|层|者|水平)|统筹|主管|承担|组建|成立|协调|"
    r"由[^，。；]{2,30}?(?:责令|处|给予|没收|办理|审批|批准|提出|制定|确定|查处|监督)"
)


_SET_UP = re.compile(
    r"(?:组建|成立|设立|建立)(?!由|以)(?P<body>[^，。；由以]{2,30}(?:组|会|队|会议|智库|办公室|中心|联盟))"
    r"(?:，(?:指导|协调|统筹|研究)[^，。；]*)*(?=[，。；]|$)"
)
_REPEATS = frozenset({PartRole.INTERPRETATION, PartRole.WEB_TEXT})
"""Parts that tell again what the document itself says."""

_ITS_NAME = 0.6
"""Share of a body's name that the question must say to ask about it."""


def responsible_units(
    asked: Asked,
    evidence: Sequence[Evidence],
    rarity: Rarity,
    document_of: Callable[[str], Document] | None = None,
) -> list[Statement]:
    """The units printed in, or for, the clause that the question is about; none where none are."""
    if _PERSON.search(asked.text):
        return []
    scored = SentenceScorer(_on_the_matter(asked), rarity).score(candidates(evidence))
    return (
        led_in_words(asked, scored)
        or _printed_for(asked, scored, evidence, document_of, rarity)
        or who_does_the_work(asked, evidence, rarity)
    )


def _printed_for(
    asked: Asked,
    scored: Sequence[Candidate],
    evidence: Sequence[Evidence],
    document_of: Callable[[str], Document] | None,
    rarity: Rarity,
) -> list[Statement]:
    asked = _on_the_matter(asked)
    best: dict[str, Candidate] = {}
    for candidate in scored:
        best.setdefault(candidate.evidence.clause.id, candidate)
    scores = {id_: one.score for id_, one in best.items()}
    top = max(scores.values(), default=0.0)
    ordered = sorted(evidence, key=lambda one: -scores.get(one.clause.id, 0.0))
    charged = [
        (one, units)
        for one in ordered
        if (units := _units(one, best[one.clause.id].text if one.clause.id in best else "", document_of))
    ]
    if not charged:
        return []
    exact = [(one, units) for one, units in charged if _holds_topic(asked, one.text)]
    if exact and not asked.documents:
        # No document is named: what each of them prints, the nearest first.
        each = {one.document.id: (one, units) for one, units in reversed(exact)}
        chosen = [pair for pair in exact if each[pair[0].document.id] == pair][:_EACH]
        return [_said(one, units) for one, units in chosen]
    first, units = max(exact, key=lambda one: _headed(asked, one[0])) if exact else charged[0]
    near = scores.get(first.clause.id, 0.0)
    said_otherwise = any(names_responsible(one.text) for one in ordered if scores.get(one.clause.id, 0.0) > near)
    if near < (_NEAR if said_otherwise else _FAR) * top or not is_about(asked, first, ordered, rarity):
        return []
    return [_said(first, units)]


def _headed(asked: Asked, one: Evidence) -> int:
    """How many of the question's words stand in a clause's heading: that is what it is on."""
    return len(pairs(asked.topic) & pairs(one.clause.heading))


def _on_the_matter(asked: Asked) -> Asked:
    """The question without the words that ask who is in charge, where any others are left."""
    return replace(asked, topic=asked.matter) if asked.matter else asked


def _units(one: Evidence, sentence: str, document_of: Callable[[str], Document] | None) -> Units | None:
    if document_of is None:
        return units_in(one.clause, sentence)
    return units_of(document_of(one.document.id), one.clause, sentence)


def is_about(asked: Asked, first: Evidence, evidence: Sequence[Evidence], rarity: Rarity) -> bool:
    """Does a clause hold nearly as many of the question's words as any other does, but those it stands under?"""
    words = {pair for pair in pairs(asked.matter or asked.topic) if rarity.known(pair)}
    for document in asked.documents:
        words -= pairs(document.title)

    def held(one: Evidence) -> float:
        return rarity.weigh(words & pairs(f"{one.chunk.context} {one.clause.printed}"))

    own, home = first.clause.path, first.document.id
    others = [
        one
        for one in evidence
        if one.clause.kind is not ClauseKind.PREAMBLE
        and (one.clause.part not in _REPEATS or first.clause.part in _REPEATS)
        and not (one.document.id == home and own[: len(one.clause.path)] == one.clause.path)
    ]
    return held(first) >= _HOLDS * max(map(held, others), default=0.0)


def _holds_topic(asked: Asked, text: str) -> bool:
    """Do the words asked about stand in the clause as they were typed?"""
    words = [fold(word) for word in _ROLES.sub(" ", asked.topic).split() if len(word) >= _WORD]
    return bool(words) and all(word in fold(text) for word in words)


def prints_units(text: str) -> bool:
    """Does the text print who is in charge?"""
    return bool(PRINTED.search(text))


def names_responsible(text: str) -> bool:
    """Does the text say of anyone that they lead, answer for or carry something out?"""
    return bool(_CHARGED.search(_ENCOURAGED.sub("", text)))


def only_sets_up(question: str, text: str) -> bool:
    """Does the text say no more than that there is to be a body, whose own head or makers are asked for?"""
    found = _SET_UP.search(text)
    if found is None or not says_most(question, found["body"], _ITS_NAME):
        return False
    return not names_responsible(f"{text[: found.start()]}，{text[found.end() :]}")


def tasks_of_unit(asked: Asked, documents: Sequence[tuple[Document, DocumentSummary]]) -> list[Statement]:
    """Every clause in whose brackets the body that the question names stands, by exact scan."""
    if (asks_who(asked.text) and not _TASKS.search(asked.text)) or asked.wanted in _OF_ITSELF:
        return []
    charged = [
        (clause, summary, printed)
        for document, summary in documents
        for clause in document.clauses
        if (printed := _charge_of(clause))
    ]
    body = _body_named(asked, [printed for _, _, printed in charged])
    if not body:
        return []
    found = [(clause, summary, printed) for clause, summary, printed in charged if body in bodies_in(printed)]
    found = [one for one in found if _under(asked, one[0], documents)] or found
    if "牵头" in asked.text and "责任" not in asked.text:
        found = [one for one in found if body in bodies_in(_LED.split(one[2])[0])] or found
    return [
        Statement(_sentence(_subject_of(documents, one), printed), (ground_in(summary, one, printed),))
        for one, summary, printed in found
    ]


def _charge_of(clause: Clause) -> str:
    """Whom a clause charges, as it prints it for itself or for all clauses under it."""
    units = units_in(clause)
    return units.quote if units else said_for_all(clause)


def _subject_of(documents: Sequence[tuple[Document, DocumentSummary]], clause: Clause) -> Clause:
    """What is charged: the clause, or the one above where the line with the bodies is a clause of its own."""
    document = next(one for one, _ in documents if clause.id in one.by_id)
    above = document.ancestors(clause)
    return above[-1] if above and PRINTED.fullmatch(clause.printed.strip()) else clause


def _body_named(asked: Asked, printed: Sequence[str]) -> str:
    """The printed body whose name the question says, in full or as people shorten it; "" where it says none.

    The question must ask for tasks, or say nothing beside the body and its role.
    """
    bodies = sorted({body for one in printed for body in bodies_in(one)}, key=lambda body: (-len(body), body))
    for body in bodies:
        name = next((name for name in names_of(body, asked.synonyms) if name in asked.text), "")
        before, _, behind = asked.text.partition(name) if name else ("", "", "")
        if behind.startswith("对") or _HAS_DONE.match(behind) or (behind and _BY_RULE_OF.search(before)):
            # 卫健委对进入医院的人员有哪些要求, 按工信部的规定: what it asks of others is no task of its own.
            # 税务局做了哪些工作: nor is what it has done, which news tell.
            return ""
        if name:
            rest = _ALONE.sub("", asked.topic.replace(name, "")).replace(" ", "")
            return body if _TASKS.search(asked.text) or not rest else ""
    return ""


def bodies_in(printed: str) -> list[str]:
    """The bodies in brackets: （牵头单位：经济发展部，责任单位：各职能部门）."""
    bare = re.sub(r"^[^，。]*?(?<![自理缘事])由", "", inner(printed))
    bare = re.sub(r"(?:[一-龥]{2,4}(?:单位|部门)|牵头|负责|配合)[：:]", "、", bare)
    bare = re.sub(r"(?:共同|分别|统筹|按照?(?:各自)?职责(?:分工)?)?(?:负责|牵头|配合|落实)(?=[，、；]|$)", "", bare)
    named = re.split(r"[、，,；;：:]|(?<=[厅局委部办行])和", bare)
    bodies = (re.sub(r"等(?:有关|相关)?(?:部门|单位)?$|[（(].*", "", one.strip()) for one in named)
    return [one for one in bodies if len(one) > 1]


def bodies_charged(clause: Clause) -> list[str]:
    """The bodies that a clause prints as responsible for it, or for all clauses under it."""
    printed = _charge_of(clause)
    return bodies_in(printed) if printed else []


def names_of(body: str, synonyms: Synonyms) -> Iterator[str]:
    """What a body is called: 省教育厅, 教育厅; 人行 for 人民银行, by the synonyms."""
    yield body
    bare = re.sub(r"^(?:省|市|区|县)(?:委|政府)?(?=[一-龥]{3,})", "", body)
    if bare != body:
        yield bare
    for typed, printed in synonyms.pairs:
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


def _said(one: Evidence, units: Units) -> Statement:
    return units_said(one.clause, units, one.document)


def units_said(clause: Clause, units: Units, summary: DocumentSummary) -> Statement:
    """Who is in charge of what a clause is about, as printed."""
    grounded = ground_in(summary, units.clause, units.quote)
    return Statement(_sentence(clause, units.quote, inherited=units.inherited), (grounded,))


def _sentence(clause: Clause, printed: str, *, inherited: bool = False) -> str:
    heading = clause.heading or re.split(r"[。，\n]", clause.text.strip())[0]
    bodies = inner(printed)
    if not PRINTED.fullmatch(printed):
        return f"“{heading}”所在部分写明：{bodies}。" if inherited else f"“{heading}”：{bodies}。"
    if _CLOSED.search(bodies):
        return f"“{heading}”由{bodies}。"
    return f"“{heading}”的{bodies}。" if _LABELLED.search(bodies) else f"“{heading}”列明的单位：{bodies}。"
