"""Tables of targets: filtered, sorted, and rows that say the same or something else marked."""

from __future__ import annotations

import pytest

from assistant.targets import Agreement, Order, TargetTable, targets
from assistant.targets.likeness import core, likeness
from corpus.errors import DocumentUnknown
from corpus.models import Document, DocumentSummary
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.corpus.sources import source


class Held:
    """A library of documents in memory."""

    def __init__(self, *texts: str) -> None:
        found = [parse(source(text, f"{at}.txt")) for at, text in enumerate(texts, start=1)]
        self._documents = {document.id: document for document in found}

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(summary_of(document, "") for document in self._documents.values())

    def document(self, document_id: str) -> Document:
        return self._documents[document_id]


JIANGSU = (
    "江苏省新能源发展规划\n一、主要目标\n到2025年，光伏装机达3500万千瓦，"
    "新增高新技术企业1000家。\n二、氢能发展\n建成加氢站50座。"
)
NANJING = (
    "南京市新能源发展规划\n一、主要目标\n到2030年，新增高新技术企业200家。\n二、任务\n到2025年，森林覆盖率提高到12%。"
)
NATION = "全国新能源发展规划\n一、主要目标\n到2030年，非化石能源占比达到25%左右。"


@pytest.fixture(scope="module")
def held() -> Held:
    return Held(NANJING, JIANGSU, NATION)


def names(table: TargetTable) -> list[tuple[str, str]]:
    return [(row.place, row.indicator) for row in table.rows]


def test_the_nation_comes_first_then_the_provinces(held: Held) -> None:
    assert [place for place, _ in names(targets(held))] == ["全国", "江苏", "江苏", "江苏", "南京", "南京"]


@pytest.mark.parametrize("typed", ["南京", "南京市"])
def test_a_place_is_found_as_people_type_it(held: Held, typed: str) -> None:
    assert {row.place for row in targets(held, place=typed).rows} == {"南京"}


def test_a_province_has_its_cities_with_it(held: Held) -> None:
    assert {row.place for row in targets(held, place="江苏省").rows} == {"江苏", "南京"}


def test_a_year_leaves_out_rows_of_another_and_of_none(held: Held) -> None:
    assert names(targets(held, year=2025)) == [("江苏", "光伏装机"), ("江苏", "高新技术企业"), ("南京", "森林覆盖率")]


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("高新技术企业", [("江苏", "高新技术企业"), ("南京", "高新技术企业")]),
        ("氢能", [("江苏", "加氢站")]),
        ("光伏装机目标有哪些", [("江苏", "光伏装机")]),
        ("地热", []),
    ],
)
def test_a_topic_is_sought_in_the_words_and_in_the_headings(
    held: Held, topic: str, found: list[tuple[str, str]]
) -> None:
    assert names(targets(held, topic=topic)) == found


def test_one_document_by_its_name(held: Held) -> None:
    assert {row.place for row in targets(held, documents=["3.txt"]).rows} == {"全国"}


def test_a_document_that_is_not_there_is_named(held: Held) -> None:
    with pytest.raises(DocumentUnknown, match="没有这份"):
        targets(held, documents=["没有这份.txt"])


@pytest.mark.parametrize(
    ("order", "first"),
    [(Order.YEAR, "光伏装机"), (Order.VALUE, "森林覆盖率"), (Order.PLACE, "非化石能源占比")],
)
def test_rows_are_sorted(held: Held, order: Order, first: str) -> None:
    assert targets(held, order=order).rows[0].indicator == first


def test_a_row_leads_to_its_clause(held: Held) -> None:
    row = targets(held, topic="加氢站").rows[0]
    clause = held.document(row.document_id).by_id[row.clause_id]
    assert row.quote in clause.printed
    assert (row.path, row.source, row.printed, row.low, row.unit) == ("二", "2.txt", "50座", 50.0, "座")


def agreements(*lines: str) -> list[tuple[str, int, Agreement]]:
    table = targets(Held("\n".join(("某市发展规划", *lines))))
    return [(row.printed, row.group, row.agreement) for row in table.rows]


def test_one_figure_said_twice_is_marked_as_repeated() -> None:
    found = agreements("一、到2025年，培育8—10个人才团队。", "二、重点培养8—10个人才团队。")
    assert found == [("8—10个", 1, Agreement.SAME)] * 2


def test_another_figure_for_the_same_is_marked_as_differing() -> None:
    found = agreements("一、到2025年，培育8—10个人才团队。", "二、重点培养5—10个人才团队。")
    assert [(group, agreement) for _, group, agreement in found] == [(1, Agreement.DIFFERS)] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ("一、到2025年，光伏装机达500万千瓦。", "二、到2030年，光伏装机达900万千瓦。"),
        ("一、培育国家级平台5家。", "二、培育省级平台9家。"),
        ("一、到2025年，能耗比2020年下降13%。", "二、到2025年，能耗比2005年下降40%。"),
        ("一、国家高新区能耗降至0.3吨。", "二、省级高新区能耗降至0.4吨。"),
        ("一、建成加氢站5座。", "二、新增高新技术企业9家。"),
    ],
)
def test_other_years_ranks_bases_and_subjects_are_other_things(lines: tuple[str, ...]) -> None:
    assert [agreement for _, _, agreement in agreements(*lines)] == [Agreement.ALONE] * 2


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("非化石能源消费比重", "非化石能源消费占比", True),
        ("单位GDP能耗", "单位地区生产总值能源消耗", True),
        ("国家级“高精尖缺”创新型人才和团队", "国家级“高精尖缺”创新型人才团队", True),
        ("国家级科技创新平台", "省级科技创新平台", False),
        ("光伏发电装机", "分布式光伏装机", False),
    ],
)
def test_names_of_one_thing_are_alike(one: str, other: str, like: bool) -> None:
    assert (likeness(core(one), core(other)) >= 0.8) is like
