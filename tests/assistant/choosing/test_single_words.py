"""A word of one character counts where pairs do not see it, and only such as mean something alone."""

from __future__ import annotations

import pytest

from assistant.choosing.single_words import ABOVE, single_words, told_alone
from assistant.finding.rarity import Rarity

TEXTS = ["推广制氢和储氢技术。", "建设输水管道。", "组织出行调查。", "改造供水管网。", "开展节水宣传。", "来年继续。"]


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("氢造出来", {"氢"}),
        ("制氢", set()),
        ("制氢 氢气瓶", set()),
        ("水龙头", set()),
        ("管道上的井", set()),
    ],
    ids=["no pair known", "a pair known", "known elsewhere", "in half of the texts", "printed nowhere"],
)
def test_a_character_is_a_word_where_no_pair_with_it_is_known(topic: str, found: set[str]) -> None:
    assert set(single_words(topic, Rarity(TEXTS))) == found


def test_the_headings_above_tell_less_than_the_sentence() -> None:
    words = {"氢": 0.4, "井": 0.2}
    assert told_alone(words, "氢能", "") == 0.4
    assert told_alone(words, "能源", "储氢") == 0.4 * ABOVE
    assert told_alone(words, "氢能", "井盖") == 0.4 + 0.2 * ABOVE
    assert told_alone(words, "能源", "") == 0
