"""Several documents are called by one description, where there are just as many as it says."""

from __future__ import annotations

import pytest

from assistant.understanding.groups_said import grouped
from assistant.understanding.query import Kind, understand
from corpus.vocabulary import Level
from tests.assistant.shelf import summary

SHELF = [
    summary("甲州市垂钓管理条例"),
    summary("乙州市垂钓管理规定"),
    summary("乙州市游泳管理条例"),
    summary("关于垂钓安全的通知", place="绍兴", level=Level.MUNICIPAL, issuers=("渔政局",)),
    summary("关于游泳安全的通知", place="绍兴", level=Level.MUNICIPAL, issuers=("渔政局",)),
]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("两部垂钓管理法规里谁主管", ["甲州市垂钓管理条例", "乙州市垂钓管理规定"]),
        ("这两份讲安全的通知", ["关于垂钓安全的通知", "关于游泳安全的通知"]),
        ("两个管理条例有什么不同", ["甲州市垂钓管理条例", "乙州市游泳管理条例"]),
        ("两份通知各要求什么", ["关于垂钓安全的通知", "关于游泳安全的通知"]),
        ("两份渔政局的通知", ["关于垂钓安全的通知", "关于游泳安全的通知"]),
        ("三部垂钓管理法规", []),
        ("两部滑雪管理条例", []),
        ("垂钓管理条例", []),
    ],
)
def test_a_description_calls_as_many_as_it_says(text: str, titles: list[str]) -> None:
    found = grouped(text, SHELF)
    assert [one.title for one in found.documents] == titles if found else titles == []


@pytest.mark.parametrize("text", ["两部垂钓管理法规里谁主管", "绍兴的两份文件，要求一样吗"])
def test_documents_that_are_called_together_are_compared(text: str) -> None:
    asked = understand(text, SHELF)
    assert len(asked.documents) == 2
    assert asked.kind is Kind.COMPARE


def test_of_many_documents_of_a_place_not_so_many_are_not_compared() -> None:
    assert understand("绍兴的三份文件，要求一样吗", SHELF).kind is not Kind.COMPARE
