"""A document is called by its issuers as people shorten them, with its number or its kind."""

from __future__ import annotations

import pytest

from assistant.understanding.issuers_said import issued
from assistant.understanding.naming import named_documents
from assistant.understanding.query import Kind, understand
from corpus.vocabulary import Level
from tests.assistant.shelf import summary

BANK = summary(
    "关于渔业信贷支持的通知",
    number="银发〔2021〕17号",
    place="全国",
    level=Level.NATIONAL,
    issuers=("中国人民银行", "财政部"),
)
SHIPS = summary(
    "关于做好渔船社会保险费减免工作的通知",
    number="交水发〔2021〕8号",
    place="全国",
    level=Level.NATIONAL,
    issuers=("交通运输部", "财政部"),
)
TAX = summary("关于渔港税收措施的通知", number="税总发〔2021〕8号", level=Level.NATIONAL, issuers=("国家税务总局",))
CITY = summary(
    "关于支持渔民的若干措施",
    place="绍兴",
    level=Level.MUNICIPAL,
    issuers=("绍兴市发展和改革委员会",),
    number="绍发改〔2021〕17号",
)
GOODS, GIFTS = (
    summary(f"关于渔港{what}税收的公告", number=f"财政部 税务总局公告2021年第{number}号", issuers=("财政部",))
    for what, number in (("物资", 5), ("捐赠", 6))
)
SHELF = [BANK, SHIPS, TAX, CITY, GOODS, GIFTS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("央行17号文怎么说", [BANK]),
        ("银发17号怎么说", [BANK]),
        ("人民银行2021年17号文", [BANK]),
        ("税总8号文", [TAX]),
        ("交通部8号文", [SHIPS]),
        ("交通部那份通知主送哪里", [SHIPS]),
        ("交通运输部发的通知", [SHIPS]),
        ("央行的通知", [BANK]),
        ("税务总局印发的那份文件", [TAX]),
        ("发改委的措施", [CITY]),
        ("交通部的社保减免通知", [SHIPS]),
        ("央行17号文和税总8号文", [BANK, TAX]),
        ("央行17号文和交通部那份通知", [BANK, SHIPS]),
        ("税发8号文", [TAX]),
        ("财税5号公告和6号公告", [GOODS, GIFTS]),
        ("财税5号公告、17号文", [GOODS]),
        ("交通部的渔船社保减免通知", [SHIPS]),
        ("交通部渔船通知怎么说", [SHIPS]),
        ("人民银行渔业信贷通知", [BANK]),
    ],
)
def test_a_short_name_of_its_issuer_calls_a_document(text: str, expected: list[object]) -> None:
    assert [one.document for one in issued(text, SHELF)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "财政部的通知",  # two are of it
        "教育部那份通知",
        "央行18号文",
        "交通部17号文",
        "人民银行2020年17号文",
        "财政部和交通部各负责什么",
        "按照交通部的通知办理",
        "交通部的文化活动",
        "政部那份通知",
    ],
)
def test_nothing_is_called_where_none_or_several_fit(text: str) -> None:
    assert list(issued(text, SHELF)) == []


def test_documents_called_in_different_ways_are_named_side_by_side() -> None:
    found = named_documents("央行17号文和绍兴的措施", SHELF)
    assert set(found.documents) == {BANK, CITY}
    assert found.several


def test_how_many_items_a_place_has_is_part_of_its_documents_name() -> None:
    asked = understand("绍兴20条和央行17号文，渔船贷款贴息一样吗", SHELF)
    assert asked.kind is Kind.COMPARE
    assert "20" not in asked.topic
    assert "渔船贷款贴息" in asked.topic
