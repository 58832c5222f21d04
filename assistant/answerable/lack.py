"""What the documents lack of what was asked: the reason of a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.understanding.wanted import Wanted


class Missing(StrEnum):
    """What the documents do not say."""

    TOPIC = "topic"
    MATTER = "matter"
    WORDS = "words"
    PLACE = "place"
    RANGE = "range"
    YEAR = "year"
    FIGURE = "figure"
    MONEY = "money"
    DATE = "date"
    PERSON = "person"
    SHARE = "share"
    FIELD = "field"
    PAPER = "paper"


_LACKING = {
    Wanted.FIGURE: Missing.FIGURE,
    Wanted.MONEY: Missing.MONEY,
    Wanted.SHARE: Missing.SHARE,
    Wanted.DATE: Missing.DATE,
    Wanted.DURATION: Missing.DATE,
    Wanted.PERSON: Missing.PERSON,
}
UNPRINTED = {
    Wanted.PHONE: "电话",
    Wanted.ADDRESS: "地址",
    Wanted.SITE: "网址",
    Wanted.CODE: "编号",
    Wanted.NAMES: "名单",
    Wanted.CITY: "所在城市",
    Wanted.PROVINCE: "所在省份",
    Wanted.COUNTRY: "具体国家",
    Wanted.FIRM: "具体企业",
    Wanted.BODY: "具体机构",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a question is refused; `detail` is the year, place, field or paper."""

    missing: Missing
    detail: str = ""
    given: str = field(default="", compare=False)
    """The years for which the documents do give it, where another one is asked for."""


def without(wanted: Wanted) -> Lack:
    """What is lacking where the kind of value asked for is not shown."""
    return Lack(_LACKING[wanted]) if wanted in _LACKING else Lack(Missing.FIELD, UNPRINTED[wanted])
