"""Rare words tell more than common ones; pairs of characters are counted once a chunk, width and case folded."""

from __future__ import annotations

import pytest

from assistant.finding import rarity
from assistant.finding.rarity import UNSEEN, Rarity, pairs

CHUNKS = ["推进节水工作", "推进滴灌工作", "推进海水淡化工作", "推进节水宣传"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("节水型", {"节水", "水型"}),
        ("节水，节能", {"节水", "节能"}),
        ("节 水", {"节", "水"}),
        ("ＧＤＰ", {"gd", "dp"}),
        ("5G", {"5g"}),
        ("CO₂ 捕集", {"二氧", "氧化", "化碳", "碳捕", "捕集"}),
        ("CO2E", {"co", "o2", "2e"}),
        ("", set()),
        ("。！", set()),
    ],
)
def test_pairs_stop_at_punctuation_and_blanks(text: str, expected: set[str]) -> None:
    assert pairs(text) == expected


def test_a_pair_of_every_chunk_tells_less_than_one_of_few() -> None:
    counted = Rarity(CHUNKS)
    assert counted.weight("推进") < counted.weight("节水") < counted.weight("滴灌")
    assert counted.weight("推进") > 0 and counted.weight("滴灌") <= 1


def test_a_pair_no_chunk_holds_has_a_small_weight_and_is_not_known() -> None:
    counted = Rarity(CHUNKS)
    assert counted.weight("氢能") == UNSEEN < counted.weight("滴灌")
    assert counted.known("滴灌")
    assert not counted.known("氢能")


def test_a_pair_counts_once_a_chunk_however_often_it_stands_there() -> None:
    assert Rarity(["节水节水节水", "推进"]).weight("节水") == Rarity(["节水", "推进"]).weight("节水")


def test_pairs_are_weighed_together() -> None:
    counted = Rarity(CHUNKS)
    assert counted.weigh(["节水", "滴灌"]) == counted.weight("节水") + counted.weight("滴灌")
    assert counted.weigh([]) == 0


def test_without_any_chunk_every_pair_is_unseen() -> None:
    assert Rarity([]).weight("节水") == UNSEEN


def test_a_sample_of_a_large_library_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarity, "SAMPLE", 2)
    counted = Rarity(CHUNKS)
    assert counted.known("滴灌")
    assert not counted.known("海水")


def test_the_weight_of_a_set_of_words_does_not_hang_on_their_order() -> None:
    rarity = Rarity([f"节水型企业{n}家，再生水利用率提高{n % 3}个百分点" for n in range(7)])
    words = sorted(pairs("节水型企业再生水利用率提高百分点"))
    assert len({rarity.weigh(words[at:] + words[:at]) for at in range(len(words))}) == 1
