"""Who is responsible, as running text says it: 由…负责, …主管…工作, …会同…制定, 由…责令改正.

Only public bodies count, known by how their names end; 负责人 and 对…负责 charge nobody with a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.models import FactKind, Responsible, Role
from corpus.facts.wording import LEADING_NUMBER, Wording, full_width_stops, phrase_at, printed
from corpus.models import Span

_ENDING = (
    r"(?:部门|机关|机构|政府(?!规章|投资|采购|令|部门|主管|有关|及其|职能|各)|委员会(?!办公室|主任|委员|会议|的|有关)|管委会"
    r"|办事处|办公室|法院|检察院|局(?![部面长势限])|署(?![名理])|厅(?!长)|[一-龥]{2}部(?![门队分长位件署委])|委(?![员托派任会])"
    r"|银行(?!业|卡|账)|指挥部|领导小组|联席会议|协会|联合会|单位|组织(?=负责))"
)
_BODIES = rf"(?:[^，。；：由\n（）]|（[^（）]*）){{0,90}}?{_ENDING}(?:（[^（）]{{2,20}}）)?"
_START = r"(?:^|(?<=[，。；：\n　 ）)]))"
_HOW = (
    r"(?:应当|可以|要|依法|依照[^，。；]{0,20}|按照[^，。；]{0,20}|根据[^，。；]{0,20}|在[^，。；]{0,12}范围内"
    r"|具体|统一|共同|分别|主要|独立|各自|定期)*"
)
_CHARGED = re.compile(
    rf"{_START}(?:由)?(?P<bodies>{_BODIES}){_HOW}"
    r"(?P<verb>负责(?!人|制|同志|的)|主管(?!部门|机关|人|单位|的)|牵头|承担(?=[^，。；]{2,20}(?:工作|职责|职能|任务)))"
    r"(?P<task>[^，。；\n]{2,90})"
)
_NAMED = re.compile(
    rf"{_START}(?P<bodies>{_BODIES})(?:是|为)(?P<task>[^，。；\n]{{0,40}}?的?(?:行政)?主管(?:部门|机关))(?=[，。；])"
)
_TOGETHER = re.compile(
    rf"{_START}(?:由)?(?P<bodies>{_BODIES})(?:应当|可以|要|负责|分别)*(?P<verb>会同)"
    rf"(?P<others>{_BODIES}(?:(?:、|和|与|以及|及)[^，。；\n]{{0,24}}?(?:{_ENDING}|团体))*(?:等(?:部门|单位)|和单位)?)(?![、和与及等])"
    r"(?P<task>[^，。；\n]{2,90})"
)
_VERBS = (
    r"依法|依照|按照|按|根据|会同|给予|责令|处(?![理于])|处理|处罚|予以|组织|决定|批准|核准|制定|规定|确定|公布|发布|统一"
    r"|没收|吊销|审批|颁发|核发|受理|实施|执行|解释|编制|管理|监督|指导|协调|另行|进行|审核|审查|作出|裁决|安排|采取|通报|代为"
    r"|登记|备案|认定|评定|提出|收取|统筹|建立|设置|设立|划定|约谈"
)
_BY = re.compile(rf"(?<![自理缘事])由(?P<bodies>{_BODIES})(?P<task>(?:{_VERBS})[^，。；\n]{{0,90}})")
_NOT_A_LIST = re.compile(
    r"应当|必须|不得|可以|的$|违反|未|向|将|把|报(?!社)|经(?!济|营|信|贸)|对|为|使|接受|服从|申请|是|有(?!关|限|序|线)|(?<!所)在"
)
_WITHIN = re.compile(r"、|和|与|以及|及")
_MODIFIES = re.compile(r"的(?:机构|部门|单位|组织|人员|主体|机关|事项)|的$|^设立的")
_MANNER = re.compile(r"(?:依照|按照|根据|依据|会同)[^，。；]*$|[^，。；]{0,20}下列[^，。；]*$")


def duties(wording: Wording) -> Iterator[Responsible]:
    """The tasks that a clause's running text charges public bodies with."""
    for sentence in wording.sentences:
        text = full_width_stops(sentence.of(wording.text))
        taken: list[Span] = []
        for pattern, role in _PATTERNS:
            for found in pattern.finditer(text):
                span = Span(_begin(text, found), found.end("task"))
                if any(span.start < one.end and one.start < span.end for one in taken):
                    continue
                charged = list(_charged(found, role, text))
                taken += [span] if charged else []
                for role_of_these, units, task in charged:
                    yield _fact(wording, sentence, _with_rest(text, span), role_of_these, units, task)


_PATTERNS = ((_TOGETHER, Role.LEAD), (_NAMED, Role.RESPONSIBLE), (_CHARGED, Role.RESPONSIBLE), (_BY, Role.RESPONSIBLE))


def _begin(text: str, found: re.Match[str]) -> int:
    """Where the phrase begins: with what 由 stands behind (具体办法由…制定), number of the clause left out."""
    start = found.start("bodies")
    if start and text[start - 1] == "由":
        start = phrase_at(text, start - 1).start
    number = LEADING_NUMBER.match(text[start:])
    start += number.end() if number else 0
    while text[start].isspace():
        start += 1
    return start


def _with_rest(text: str, span: Span) -> Span:
    """The phrase with the one behind it, where it ends in the manner only (按照规划，…)."""
    if _MANNER.search(span.of(text)) and text[span.end : span.end + 1] == "，":
        rest = re.match(r"，[^，。；\n]*", text[span.end :])
        return Span(span.start, span.end + (len(rest.group()) if rest else 0))
    return span


def _charged(found: re.Match[str], role: Role, text: str) -> Iterator[tuple[Role, tuple[str, ...], str]]:
    task = found["task"].strip()
    bodies = _units(LEADING_NUMBER.sub("", found["bodies"].strip()))
    if not bodies or _MODIFIES.search(task):
        return
    whole = _with_rest(text, Span(found.start("task"), found.end("task"))).of(text).strip()
    begin = _begin(text, found)
    named = text[begin : found.start("bodies")].removesuffix("由").removesuffix("分别")
    if not named and text[begin : begin + 1] == "由" and text[begin - 1 : begin] == "，":
        named = LEADING_NUMBER.sub("", phrase_at(text, begin - 2).of(text).strip())
        named += "，" if named.endswith("的") else ""
    if re.search("由|^报", named):
        named = ""
    task = f"{named}{whole}" if named and len(whole) <= _TERSE else whole
    yield Role.LEAD if found.groupdict().get("verb") == "牵头" else role, bodies, task
    others = _units(found.groupdict().get("others") or "")
    if others:
        yield Role.COOPERATING, others, task


_TERSE = 6
"""A verb alone (制定, 另行规定) takes the words before 由 as what it is about."""


def _units(named: str) -> tuple[str, ...]:
    """The bodies of an enumeration; one whole where its parts are not names of their own (财政、公安等部门)."""
    if not named or _NOT_A_LIST.search(named):
        return ()
    parts = [part.strip() for part in _WITHIN.split(named)]
    if len(parts) > 1 and all(re.search(rf"{_ENDING}$", part) and len(part) > _NAME for part in parts):
        return tuple(parts)
    return (named,)


_NAME = 3


def _fact(wording: Wording, sentence: Span, span: Span, role: Role, units: tuple[str, ...], task: str) -> Responsible:
    where = wording.source_span(sentence.start + span.start, sentence.start + span.end)
    return Responsible(
        kind=FactKind.RESPONSIBLE,
        clause_id=wording.clause.id,
        span=where,
        quote=printed(wording.source, where),
        role=role,
        units=units,
        task=task,
    )
