"""Four fictitious documents on saving water, and the values that tests make of them.

One of the state, one of a province, one of a city without number and date, one of a
new area of that city: the four ways in which people name documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.choosing.candidates import Candidate, candidates
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Asked, understand
from corpus.chunking import chunk
from corpus.models import Chunk, Clause, Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from corpus.vocabulary import DocumentType, Level
from index.models import Evidence
from tests.corpus.sources import clause, source

STATE = "国家.txt"
PROVINCE = "浙江.txt"
CITY = "绍兴.txt"
AREA = "新区.txt"

TEXTS: dict[str, str] = {
    STATE: """科技部 国家发展改革委 水利部关于印发《科技支撑节水实施方案（2023—2030年）》的通知

国科发农〔2023〕45号

各省、自治区、直辖市科技厅（委、局）：

为支撑节水工作，现将《科技支撑节水实施方案（2023—2030年）》印发给你们。

科技部
国家发展改革委
水利部
2023年3月8日

科技支撑节水实施方案（2023—2030年）

为发挥科技创新对节水的支撑作用，制定本方案。

一、海水淡化技术攻关
研发低能耗反渗透膜和高效能量回收装置。到2030年，建成20个海水淡化示范工程。

二、再生水利用
开展再生水安全回用研究。设立“节水科技”重点专项，支持企业牵头承担项目。
""",
    PROVINCE: """浙江省水利厅 浙江省财政厅关于印发《浙江省节水技术推广实施方案》的通知

浙水科〔2023〕11号

各市水利局，有关单位：

现将《浙江省节水技术推广实施方案》印发给你们，请认真贯彻执行。

浙江省水利厅
浙江省财政厅
2023年1月11日
（此件公开发布）

浙江省节水技术推广实施方案

根据《浙江省节约用水条例》《国家节水行动方案》（发改环资规〔2019〕695号），制定本方案。

一、总体要求

（一）工作原则
——坚持节水优先。把节水放在各项工作的首位，贯穿生产生活全过程。
——坚持科技引领。依靠技术进步提高用水效率，推动产业转型。
——坚持政府推动。发挥规划和标准的作用，引导社会广泛参与。

（二）主要目标
到2025年，全省建成节水型企业300家，万元地区生产总值用水量比2020年下降16%。到2030年，全省建成节水型企业500家，\
农田灌溉水有效利用系数达到0.62。

二、重点任务

1.推广滴灌技术。在设施农业中推广滴灌和微喷灌，每年新增高效节水灌溉面积20万亩。（责任部门：省水利厅、省农业农村厅）

2.改造供水管网。对使用年限超过50年的供水管网实施更新改造，建立分区计量管理制度。（责任部门：省建设厅）

3.发展海水淡化。在舟山群岛布局海水淡化装置，为海岛居民提供稳定水源。（责任部门：省发展改革委、省水利厅）

三、保障措施

（一）资金支持。对验收合格的节水型企业，给予不超过30万元的一次性奖励。

（二）人才支撑。引进水处理领域高层次人才，每个项目配备专家组。
""",
    CITY: """绍兴市节水行动计划

为推进全市节水工作，结合绍兴实际，制定本计划。

一、主要目标
到2025年，全市建成节水型企业80家，再生水利用率达到25%。

二、主要任务

（一）印染行业节水。推广低浴比染色工艺，在柯桥建设印染废水集中回用示范工程。

（二）农业节水。推广水稻浅湿灌溉技术，改造中型灌区。
""",
    AREA: """绍兴滨海新区管理委员会关于印发《绍兴滨海新区节水工作方案》的通知

绍滨管发〔2024〕2号

绍兴滨海新区管理委员会
2024年2月19日

绍兴滨海新区节水工作方案

为做好新区节水工作，制定本方案。

一、工业节水
新建园区同步建设中水管网，中水回用率达到40%。鼓励芯片企业使用再生水。

二、生活节水
公共建筑全部更换节水器具，每年开展节水宣传活动3次。
""",
}


@cache
def read(name: str) -> Document:
    """One of the four documents, parsed."""
    return parse(source(TEXTS[name], name))


@cache
def library() -> tuple[DocumentSummary, ...]:
    """The four documents as a library lists them."""
    return tuple(summary_of(read(name), "") for name in TEXTS)


def summary_named(name: str) -> DocumentSummary:
    return next(document for document in library() if document.name == name)


@cache
def rarity() -> Rarity:
    return Rarity(f"{one.context} {one.text}" for name in TEXTS for one in chunk(read(name)))


_SHOWN: dict[str, Document] = {}


def document_of(document_id: str) -> Document:
    """One of the four documents, or another one of which `evidence_of` has given a clause."""
    known = {read(name).id: read(name) for name in TEXTS} | _SHOWN
    return known[document_id]


def ask(question: str) -> Asked:
    """A question as understood against the four documents."""
    return understand(question, library())


def evidence(name: str, *paths: str, scores: Sequence[float] = ()) -> list[Evidence]:
    """Clauses of one of the four documents as a search brings them, whole."""
    return [
        evidence_of(read(name), path, score) for path, score in zip(paths, scores or [1.0] * len(paths), strict=True)
    ]


def evidence_of(document: Document, path: str, score: float = 1.0) -> Evidence:
    """A clause of any document, whole, as a search brings it."""
    _SHOWN[document.id] = document
    found = clause(document, path)
    return Evidence(_chunk_of(document, found), found, summary_of(document, ""), found.printed, score)


def candidate(name: str, path: str, words: str) -> Candidate:
    """The sentence of a clause that holds some words."""
    return sentence_with(candidates(evidence(name, path)), words)


def sentence_with(found: Sequence[Candidate], words: str) -> Candidate:
    return next(one for one in found if words in one.text)


def summary(
    title: str, *, number: str = "", place: str = "", level: Level = Level.UNKNOWN, issuers: tuple[str, ...] = ()
) -> DocumentSummary:
    """A line of a library's list by what people name documents by."""
    return DocumentSummary(
        *(title, f"{title}.txt", title, issuers, number, "", place, level),
        document_type=DocumentType.PLAN,
        year=0,
        clauses=1,
        characters=1,
    )


def _chunk_of(document: Document, found: Clause) -> Chunk:
    return next(one for one in chunk(document) if one.clause_id == found.id)
