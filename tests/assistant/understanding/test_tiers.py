"""Tiers by letter or number: which a text names, and which are other ones."""

from __future__ import annotations

import pytest

from assistant.understanding.tiers import others_of, tiers_in


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("A类、B类人才子女自主选择学校", {"A类", "B类"}),
        ("B类至D类人才发放银卡", {"B类", "C类", "D类"}),
        ("获一、二、三等奖的项目", {"一等奖", "二等奖", "三等奖"}),
        ("B类及以上人才", {"A类", "B类"}),
        ("首次取得第三类医疗器械注册证", {"三类"}),
        ("第一档、第二档地区", {"一档", "二档"}),
        ("2类改良型新药", {"2类"}),
        ("各类人才和这类项目，分类推进", set()),
        ("哪三类人员可以申请", set()),
        ("两类企业", set()),
    ],
)
def test_tiers_are_read_alone_in_lists_and_in_ranges(text: str, tiers: set[str]) -> None:
    assert tiers_in(text) == tiers


@pytest.mark.parametrize(
    ("asked", "text", "other"),
    [
        ("E类", "A类至C类人才发放金卡", True),
        ("B类", "A类至C类人才发放金卡", False),
        ("E类", "人才享受停车优惠", False),
        ("1类", "A类人才", False),
        ("3类", "对1类、2类新药给予奖励", True),
    ],
)
def test_tiers_beside_the_one_asked_for_are_others(asked: str, text: str, other: bool) -> None:
    assert others_of(frozenset({asked}), text) is other
