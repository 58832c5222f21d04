"""The other side of a comparison may be called by a word of its title alone, or by who issued it."""

from __future__ import annotations

import pytest

from assistant.across.side_topics import side_topics
from assistant.finding.rarity import Rarity
from assistant.understanding.query import Kind, understand
from assistant.understanding.sides_said import with_sides_called
from corpus.vocabulary import Level
from tests.assistant.shelf import summary

DRYING = summary(
    "关于推进渔港烘干余热利用的意见",
    place="全国",
    level=Level.NATIONAL,
    issuers=("农业农村部", "财政部", "国家能源局"),
)
HATCHERY = summary("国家水产苗种中心管理办法", place="全国", level=Level.NATIONAL, issuers=("农业农村部",))
CITY = summary("舟山市加快智慧渔业发展若干措施", place="舟山", level=Level.MUNICIPAL, issuers=("舟山市人民政府",))
DISTRICT = summary("宁波市象山渔船改造补助通知", place="宁波", level=Level.MUNICIPAL, issuers=("宁波市财政局",))
ORGANIC = summary("有机水产品认证管理办法", issuers=("市场监管总局",))
SHELF = (DRYING, HATCHERY, CITY, DISTRICT, ORGANIC)
TEXTS = {
    DRYING.id: "余热项目给予补助，比例不超过总投资的15%。余热回收、余热供热、余热计量和余热示范都要推进。",
    HATCHERY.id: "水产苗种中心的认定公示十日。" + "水产苗种中心。" * 4 + "撤销后五年内不得申报。",
    CITY.id: "对智慧渔场和水产苗种中心给予补助，最高600万元。",
    DISTRICT.id: "渔船改造补助名单公示五日，弄虚作假的三年内不得申报。",
    ORGANIC.id: "有机水产品认证须公示。" + "有机水产品认证。" * 5,
}


def compared(question: str) -> list[str]:
    """The titles of the sides that a question sets; none where it compares nothing."""
    asked = with_sides_called(understand(question, SHELF), SHELF, TEXTS.__getitem__)
    return [one.title for one in asked.documents] if asked.kind is Kind.COMPARE else []


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("余热项目的投资补助和舟山渔场的设备补助，各自的比例是多少？", [DRYING, CITY]),
        ("公示期对比：水产苗种中心认定与宁波渔船补助", [HATCHERY, DISTRICT]),
        ("被认定的水产苗种中心弄虚作假，和宁波申报补助造假，分别几年不能再报？", [HATCHERY, DISTRICT]),
        ("水产苗种中心认定与有机水产品认证，公示要求有什么不同？", [HATCHERY, ORGANIC]),
        ("宁波和市场监管总局对造假分别怎么处理？", [DISTRICT, ORGANIC]),
        ("三部门意见和舟山措施分别补助多少？", [DRYING, CITY]),
        ("舟山的渔场和财政局的渔船改造，名单各至少公示几天？", [CITY, DISTRICT]),
        ("三部门余热意见与宁波通知的补助对比", [DRYING, DISTRICT]),
    ],
)
def test_what_is_joined_to_a_documents_name_is_the_other_side(question: str, sides: list[object]) -> None:
    assert compared(question) == [one.title for one in sides]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "question",
    [
        "舟山对智慧渔场和水产苗种中心分别补助多少？",  # one document speaks of both
        "舟山的渔场和水产苗种中心分别补助多少？",  # ... and does so in its own text
        "水产苗种中心的认定和撤销分别怎么规定？",
        "智慧渔业和渔船改造分别补助多少？",
        "余热项目和舟山渔场补助多少？",  # nothing sets them side by side
        "四部门意见怎么说？",
    ],
)
def test_two_things_of_one_document_are_no_sides(question: str) -> None:
    assert compared(question) == []


def test_each_side_is_asked_for_what_stands_behind_its_own_word() -> None:
    question = "余热项目的投资补助和舟山渔场的设备补助，各自的比例是多少？"
    asked = with_sides_called(understand(question, SHELF), SHELF, TEXTS.__getitem__)
    topics = side_topics(asked, asked.documents, Rarity(TEXTS.values()))
    assert "余热" not in topics[DRYING.id]
    assert "投资补助" in topics[DRYING.id]
    assert "设备" not in topics[DRYING.id]
    assert "设备补助" in topics[CITY.id]


UNNAMED = summary("关于帮助渔业企业复工的通知")
TOLD = {**TEXTS, UNNAMED.id: "台州市各渔业企业分批复工，台州渔港逐日登记。"}


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("复工的要求，舟山、台州两地分别是怎样的？", [CITY, UNNAMED]),
        ("台州的渔港在登记环节、舟山的渔场在补助环节各自有什么要求？", [CITY, UNNAMED]),
        ("复工的要求，舟山、温州两地分别是怎样的？", [CITY]),
    ],
)
def test_a_place_that_one_text_alone_speaks_of_is_a_side(question: str, sides: list[object]) -> None:
    shelf = (*SHELF, UNNAMED)
    asked = with_sides_called(understand(question, shelf), shelf, TOLD.__getitem__)
    assert list(asked.documents) == sides
    assert (asked.kind is Kind.COMPARE) == (len(sides) > 1)
