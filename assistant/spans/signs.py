"""What can be seen on a part of a sentence, and on a question, without comparing the two."""

from __future__ import annotations

import re

from assistant.answerable.values import NEEDED
from assistant.understanding.aspects import PHONE
from assistant.understanding.query import Asked, Kind
from assistant.understanding.wanted import Wanted

ITEM = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])"
)
COLON = ("：", ":")

_FIGURES = (NEEDED[Wanted.FIGURE], NEEDED[Wanted.MONEY], NEEDED[Wanted.DATE], NEEDED[Wanted.SHARE], PHONE)
_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"^\s*(?:为|根据|按照|针对|围绕|据|记者|随着|自.{0,12}以来|目前|近日|日前|在.{2,30}(?:下|中|后|时|上)$)",
        r"应|要|须|必须|不得|严禁|可以|可|给予|鼓励|支持|加强|落实|实行|采取|开展|建立|推进|推动|确保|减免|延长|暂停",
        r"表示|介绍|指出|强调|认为|说[，：:]|告诉",
        r"https?:|www\.|[a-zA-Z]{3,}",
        r"^\s*(?:并|同时|且|其中|由|以|将)",
        r"^\s*通过",
        r"^\s*对",
        r"《",
        r"[“”]",
    )
)
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        r"电话|热线|号码|联系方式|邮箱|网址|公众号",
        r"哪里|在哪|哪儿|地点|地址|何处|什么地方|哪个地方",
        r"谁|哪个(?:部门|单位|公司)|哪些(?:部门|单位|人|企业|公司)|哪家",
        r"吗[？?]?$|是否|能否|可否|有没有|能不能",
        r"为什么|为何|原因|目的",
        r"条件|标准|范围|对象|要求|材料|流程|程序",
    )
)
_KINDS = (Kind.FACT, Kind.LIST, Kind.MEASURE)
_WANTED = (Wanted.FIGURE, Wanted.MONEY, Wanted.DATE, Wanted.SHARE, Wanted.PERSON)

FIGURES = ("figure", "money", "date", "share", "phone")
WORDS = ("setting", "duty", "speaker", "latin", "goes on", "by way of", "towards", "title", "quoted")
QUESTION = (
    *(f"kind {kind.value}" for kind in _KINDS),
    *(f"wants {wanted.value}" for wanted in _WANTED),
    *("asks phone", "asks where", "asks who", "asks whether", "asks why", "asks terms"),
    "question length",
)


def figures_of(text: str) -> list[float]:
    """Which kinds of figures `text` holds."""
    return [float(bool(pattern.search(text))) for pattern in _FIGURES]


def words_of(text: str) -> list[float]:
    """Which of the words that open, carry or only introduce a statement `text` holds."""
    return [float(bool(pattern.search(text))) for pattern in _WORDS]


def of_question(asked: Asked) -> list[float]:
    """What the question asks for, one figure for each name in `QUESTION`."""
    wanted_here = Wanted.DATE if asked.wanted is Wanted.DURATION else asked.wanted
    return [
        *(float(asked.kind is kind) for kind in _KINDS),
        *(float(wanted is wanted_here) for wanted in _WANTED),
        *(float(bool(pattern.search(asked.text))) for pattern in _ASKED),
        min(len(asked.text), 60) / 40,
    ]
