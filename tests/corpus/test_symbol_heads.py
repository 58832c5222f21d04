"""A symbol in front of a short line makes it a heading; in front of sentences it marks items."""

from __future__ import annotations

import pytest

from corpus.symbol_heads import symbol_heads
from tests.corpus.sources import clause, document, paths

GUIDE = (
    *("水窖防护指引", "", "各村应当做好水窖防护。", ""),
    *("■清淤前的准备", "1.备好工具。", "2.通知住户。", "■ 清淤方法", "1.排干存水。", "2.清出淤泥。", "晾晒两日。"),
    *("■注意事项", "窖口应当加盖。"),
)


def test_each_heading_has_the_items_under_it() -> None:
    found = document(*GUIDE)
    assert paths(found) == [
        "正文前言",
        *("清淤前的准备", "清淤前的准备 > 1", "清淤前的准备 > 2"),
        *("清淤方法", "清淤方法 > 1", "清淤方法 > 2", "注意事项"),
    ]
    head, body = clause(found, "清淤方法"), clause(found, "注意事项")
    assert (head.num, head.heading, head.text) == ("■", "清淤方法", "")
    assert body.text == "窖口应当加盖。"
    assert "".join(one.span.of(found.source.text) for one in found.clauses) == found.source.text


def test_the_outline_around_the_headings_goes_on_behind_them() -> None:
    found = document(
        *("水窖管理方案", "", "一、总体要求", "管好水窖。", "二、主要任务", "（一）清淤。分三步做好清淤工作。"),
        *(
            "●准备",
            "1.备好工具。",
            "2.通知住户。",
            "●实施",
            "1.排水。",
            "2.清淤。",
            "（二）加盖。窖口应当加盖。",
            "三、保障措施",
            "加强领导。",
        ),
    )
    assert paths(found) == [
        *(
            "正文前言",
            "一",
            "二",
            "二 > （一）",
            "二 > （一） > 准备",
            "二 > （一） > 准备 > 1",
            "二 > （一） > 准备 > 2",
        ),
        *("二 > （一） > 实施", "二 > （一） > 实施 > 1", "二 > （一） > 实施 > 2", "二 > （二）", "三"),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["●备好工具", "●通知住户", "●排干存水", "完。"],
        ["●备好工具，排干存水。", "1.甲", "●通知住户。", "2.乙"],
        ["■清淤", "1.排水。"],
        ["■清淤", "1.排水。", "■加盖"],
        ["■清淤", "1.排水。", "■" + "清" * 31, "1.加盖。"],
        ["清淤", "1.排水。", "加盖", "1.加盖。"],
    ],
    ids=["a list", "sentences", "one alone", "nothing under the last", "a long line", "no symbol"],
)
def test_other_lines_are_no_headings(texts: list[str]) -> None:
    assert symbol_heads(texts) == {}


def test_each_symbol_is_judged_by_itself() -> None:
    assert symbol_heads(["■清淤", "●备好工具；", "●通知住户。", "■ 加盖", "窖口加盖。"]) == {0: 1, 3: 2}
