"""A standard is told by the sentence that prints its number, where that is on the matter asked about."""

from __future__ import annotations

import pytest

from assistant.choosing.standards import standards_named
from assistant.finding.rarity import Rarity
from assistant.understanding.query import understand
from corpus.rows import summary_of
from tests.assistant.shelf import evidence_of
from tests.corpus.sources import document

GUIDE = document(
    *(
        "苍水市供水管护指南",
        "",
        "一、蓄水池清洗。清洗人员应当穿戴胶靴。蓄水池清洗按照《蓄水池清洗规程》（DB33/T 2196-2019）进行。",
        "",
    ),
    *("二、水质检测。检测人员应当持证。水质检测执行《生活饮用水卫生标准》（GB 5749-2022）。", ""),
    *("三、水费减免。水费减免标准为每吨1元。",),
)


def said(question: str) -> list[str]:
    listed = summary_of(GUIDE, "")
    evidence = [evidence_of(GUIDE, path) for path in ("三", "一", "二")]
    rarity = Rarity([one.text for one in evidence])
    return [one.text for one in standards_named(understand(question, [listed]), evidence, rarity)]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("蓄水池清洗 执行标准名称及编号", "DB33/T 2196-2019"),
        ("蓄水池清洗按什么规程进行？", "DB33/T 2196-2019"),
        ("水质检测按哪个国家标准执行？", "GB 5749-2022"),
        ("水质检测的标准编号是多少？", "GB 5749-2022"),
    ],
)
def test_the_sentence_with_its_number_is_the_answer(question: str, number: str) -> None:
    (sentence,) = said(question)
    assert number in sentence


@pytest.mark.parametrize("question", ["水费减免是什么标准？", "烟囱检修执行什么标准？", "水质检测人员应当怎么样？"])
def test_another_matter_or_another_question_is_not(question: str) -> None:
    assert said(question) == []
