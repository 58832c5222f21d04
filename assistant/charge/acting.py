"""Who acts, and who is turned to, as running text says it: 由某部门会同…送入, 各地…要…, 移交某部门, 向某部门申请.

The sentence must be about what is done, in words of its own: those of the document's title
stand in many sentences, and the place asked about must stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.charge.in_charge import verb_in_keywords
from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.scoring import SentenceScorer
from assistant.finding.rarity import Rarity
from assistant.understanding.aspects import WHO_PAYS
from assistant.understanding.fields import asks_no_more
from assistant.understanding.query import Asked
from index.models import Evidence

_ENDING = (
    r"(?:部门|机关|机构|政府|委员会|管委会|办事处|办公室|法院|检察院|局|署|厅|部|委|办|院|银行|指挥部|领导小组|联席会议|协会|联合会|"
    r"学会|商会|单位|组织|企业|公司|集团|中心|学校|医院|海关|交易所|社区|街道|乡镇|居委会|村委会|经营者|管理者|管理人|所有权?人|所有者|"
    r"使用人|当事人|申请人|负责人|承租人|业主|用户|运营者|生产者|销售者|物业|站|场|馆|园区|人员)"
)
_NOT_NAMED = (
    r"(?!对|为|向|将|把|使|经|未|被|支持|鼓励|引导|推动|帮助|出台|加强|优化|健全|完善|提高|落实|发挥|督促|指导|组织|协调|要求|建立|用好|违反|"
    r"减免|加快|推进|开展|深化|扩大|给予|允许|免除|符合|受|因|在|从|结合|围绕|聚焦|针对|依托|立足|坚持|突出|明确|强化|细化|压实|构建|打造|持续|进一步|根据|按照|依据)"
)
"""Words with which a sentence without a subject begins."""

_BODY = rf"{_NOT_NAMED}[^，。；：、由的\n]{{0,24}}?{_ENDING}(?:（[^（）]{{1,30}}）)?"
_NUMBER = r"(?:第[一二三四五六七八九十百零]{1,7}条\s*|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?"
_LISTED = rf"{_BODY}(?:、{_BODY}){{0,12}}"
# A body may hold 和 itself (工业和信息化部): more than two of them between bodies would be tried in every way there is.
_BODIES = rf"{_NUMBER}(?:设区的|省、自治区、直辖市)?{_LISTED}(?:(?:和|与|以及|及|或者?){_LISTED}){{0,2}}"
_BY = re.compile(rf"(?<![自理缘事])由(?:[^，。；：、由的\n]{{2,12}}的)?(?P<bodies>{_BODIES})")
_DOES = re.compile(
    rf"^(?P<bodies>{_BODIES})(?:等(?:有关)?(?:部门|单位))?(?:应当?|要|须|必须|可以?|不得|负责|牵头|会同|统一|具体|依法|依照|按照|根据|组织|加强|做好|建立|"
    r"指导|督促|监督|承担|主管|派驻|提供|开展|落实|实行|定期|及时|积极|共同|分别|通过|在|将|对|以|审批|批准|审查|审核|核准|核发|颁发|制定|编制|"
    r"公布|发布|确定|规定|受理|管理|协调|实施|执行|查处|处理|登记|收取|征收|统筹|设立|依据|应)"
)
_TO = re.compile(
    rf"(?:移交|转交|交由|提交|报告|上报|报送|移送|通报|告知|通知|备案|申请|咨询|举报|投诉|登记|报|送|向)(?:给|至|到|于)?(?P<bodies>{_BODIES})"
)
_AND = re.compile(r"、|和|与|以及|及")
_PARTS = re.compile(r"[，；：。]")

_ASKS_TO = re.compile(
    r"(?:交|报|送|移交|提交|通知|报告|上报|移送|告|寄|转)(?:给|到|往|由|至)?(?:谁|哪)|(?:向|找|跟|同|和)(?:谁|哪[个些里儿家一])|"
    r"(?:去|到|上)哪(?:里|儿|个部门)?(?:去)?(?:办|申请|申报|报|交|登记|投诉|举报|领|备案)"
)
_ASKS_BY = re.compile(
    r"谁(?:来|去|该|应|得|要|负|牵|管|出|给|统|组|安排|承担|办|查|罚|定|批)|由谁|归谁|让谁|靠谁|谁的(?:事|活|责任|职责)|"
    r"(?:由|归|是)?(?:哪|什么|啥)[一-龥]{0,3}?(?:部门|单位|机关|机构|厅|局|委|家|口)(?:来|去|负责|牵头|管|组织|安排|承担|统筹|主管|办|查|"
    r"罚|定|批|编|制|发|收|监|执|处|推|抓|做|干|实|建|协|指|落|审|受|认)"
)
_VERB = re.compile(
    r"(?:谁|哪[一-龥]{0,3}?(?:部门|单位|机关|机构|厅|局|委|家))(?:来|去|该|应该|负责)*(?:怎么)?(?P<verb>[一-龥]{2})"
)
_ANY_VERB = re.compile(r"负责|主管|牵头|来管|管理|承担|处理|安排|是谁|干的|做的|来做|来办")
_SAME = {
    "监管": ("监管", "监督管理"),
    "处罚": ("罚", "责令", "处分"),
    "领导": ("领导",),
    "编制": ("编制", "制定", "拟订"),
    "审批": ("审批", "批准", "核准"),
    "批准": ("批准", "审批", "核准"),
    "发证": ("颁发", "核发", "发证"),
}
"""Verbs as people say them and as rules print them."""

DOES_IT = 1.4
"""What a sentence gains that says what is done in the verb of the question."""

_IN_CHARGE = re.compile(
    r"(?:的?工作|事务|事情?)?(?:是|由|归|让|该)*(?:谁|哪[一个些家]*(?:部门|单位|机关|机构|局|家|口)?|什么(?:部门|单位|机关))(?:来|去)?"
    r"(?:主管|管理|监管|监督管理|负责|牵头|主抓|管|抓)(?:的)?|(?:主管|监管|牵头|负责)(?:的)?(?:部门|机关|单位|机构)(?:是|有)*(?:谁|哪[一个些家]*|什么)?"
)
NEAR = 0.6
"""Share of the best sentence's fit that one naming who acts must reach."""

IN_THAT_VERB = 0.45
"""... and one that says so in the verb of the question."""

FIT = 0.12
"""Share of the question's words, those of the title aside, that it must hold."""

SENTENCE_SHARE = 0.2
"""What the score of a sentence as a whole adds to that."""

ELSEWHERE = 0.4
"""What is left to a sentence that does not name the place asked about."""


def asks_who_sees_to_all(asked: Asked) -> bool:
    """Is who is in charge asked in the words of the document's title alone, so that it is of all that is meant?"""
    if len(asked.documents) != 1:
        return False
    charge = list(_IN_CHARGE.finditer(asked.text))
    title = asked.documents[0].title + asked.documents[0].place
    return bool(charge) and asks_no_more(asked.text, title, charge)


def acts(text: str) -> bool:
    """Does a sentence say of anyone that they are to do something?"""
    return bool(_BY.search(text)) or any(_DOES.match(part.strip()) for part in _PARTS.split(text))


def acting_bodies(text: str) -> tuple[str, ...]:
    """The bodies that a sentence says are to do something, each by its name as printed."""
    does = (found for part in _PARTS.split(text) if (found := _DOES.match(part.strip())))
    named = [found["bodies"] for found in (*_BY.finditer(text), *does)]
    return tuple(one for whole in named for one in _AND.split(re.sub(f"^{_NUMBER}", "", whole)) if len(one) > 1)


def nearer_who_acts(
    asked: Asked, chosen: list[Candidate], evidence: Sequence[Evidence], rarity: Rarity
) -> list[Candidate]:
    """The sentences chosen, or the one that names who acts, where these name nobody or another place."""
    found = who_acts(asked, evidence, rarity)
    if not found:
        return chosen
    if _of_place(asked, found[0]) and not _of_place(asked, chosen[0]):
        return found
    if _ASKS_TO.search(asked.text) and _TO.search(found[0].text):
        # Whom it goes to, not who else acts beside.
        return [one for one in chosen if _TO.search(one.text)] or found
    pays = _pays(asked, chosen)
    done = pays or _does_it(asked, chosen[0].text)
    return chosen if done or (acts(chosen[0].text) and not _does_it(asked, found[0].text)) else found


def _pays(asked: Asked, chosen: Sequence[Candidate]) -> bool:
    """Is it asked who pays, and does one of the sentences chosen tell that?"""
    asks, tells = WHO_PAYS
    return bool(asks.search(asked.text)) and any(tells.search(one.text) for one in chosen)


def _does_it(asked: Asked, text: str) -> bool:
    """Does the sentence say what is done in the verb that stands behind 谁 or 哪个部门?"""
    verb = _verb(asked)
    return bool(verb) and any(re.search(f"(?<!经){form}", text) for form in _SAME.get(verb, (verb,)))


def _verb(asked: Asked) -> str:
    """The verb behind 谁 or 哪个部门, or of the body that keywords end with; "" where it tells nothing."""
    found = _VERB.search(asked.text)
    verb = found["verb"] if found else verb_in_keywords(asked.text)
    return "" if _ANY_VERB.search(verb) else verb


def who_acts(asked: Asked, evidence: Sequence[Evidence], rarity: Rarity) -> list[Candidate]:
    """The sentence that names who does, or is turned to for, what is asked about; none where none is near enough."""
    turned_to = bool(_ASKS_TO.search(asked.text))
    if not turned_to and not _ASKS_BY.search(asked.text) and not verb_in_keywords(asked.text):
        return []
    scored = SentenceScorer(asked, rarity).score(candidates(evidence))
    best = max((_fit(asked, one) for one in scored), default=0.0)
    naming = [
        one
        for one in scored
        if _names(one.text, turned_to) and (one.beside >= FIT or _of_place(asked, one) or _does_it(asked, one.text))
    ]
    told = [one for one in naming if _does_it(asked, one.text) and _fit(asked, one) >= IN_THAT_VERB * best]
    if turned_to and not naming:
        # 交由哪个部门 may be told by who does it as well.
        naming = [one for one in scored if acts(one.text) and (one.beside >= FIT or _of_place(asked, one))]
    nearest = max(told or naming, key=lambda one: _fit(asked, one), default=None)
    return [nearest] if nearest and (told or _fit(asked, nearest) >= NEAR * best) else []


def _names(text: str, turned_to: bool) -> bool:
    return bool(_TO.search(text)) if turned_to else acts(text)


def _fit(asked: Asked, one: Candidate) -> float:
    """How much of what is asked stands in a sentence and its heading, the words of the title aside."""
    factor = 1.0 if not asked.foreign_places or _of_place(asked, one) else ELSEWHERE
    factor *= DOES_IT if _does_it(asked, one.text) else 1.0
    return (one.beside + SENTENCE_SHARE * one.score) * factor


def _of_place(asked: Asked, one: Candidate) -> bool:
    here = f"{one.evidence.clause.heading}{one.text}"
    return any(place in here for place in asked.foreign_places)
