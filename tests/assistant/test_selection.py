"""A page takes the sentences worth most that fit and do not repeat one another, word for word."""

from __future__ import annotations

import pytest

from assistant.selection import LONG_SENTENCE, Piece, pieces, select, telling
from corpus.models import Clause
from corpus.text import visible_length
from tests.assistant.shelf import PROVINCE, rarity, read, summary_named
from tests.corpus.sources import clause


def piece(text: str, worth: float, path: str = "二 > 1") -> Piece:
    return Piece(summary_named(PROVINCE), clause(read(PROVINCE), path), text, worth)


def texts(found: list[Piece]) -> list[str]:
    return [one.text for one in found]


PIPES = piece("对供水管网实施更新改造，建立分区计量制度。", 1.0, "二 > 2")
SEA = piece("在舟山群岛布局海水淡化装置。", 2.0, "二 > 3")
MONEY = piece("给予不超过30万元的一次性奖励。", 3.0, "三 > （一）")


def test_the_pieces_worth_most_come_first() -> None:
    assert texts(select([PIPES, SEA, MONEY], 1000, rarity())) == texts([MONEY, SEA, PIPES])


@pytest.mark.parametrize("budget", [0, 10, 14, 20, 30, 60])
def test_what_is_chosen_fits_into_the_budget(budget: int) -> None:
    chosen = select([PIPES, SEA, MONEY], budget, rarity())
    assert sum(visible_length(one.text) for one in chosen) <= budget
    assert bool(chosen) == (budget >= min(visible_length(one.text) for one in (PIPES, SEA, MONEY)))


def test_the_same_words_are_taken_once() -> None:
    again = piece(SEA.text, 1.9, "二 > 1")
    nearly = piece(SEA.text.replace("布局", "建设"), 1.8, "二 > 2")
    assert texts(select([SEA, again, nearly], 1000, rarity())) == [SEA.text]


def test_a_clause_gives_at_most_its_share_of_pieces() -> None:
    many = [piece(text, 1.0) for text in ("推广滴灌技术。", "更换节水器具。", "建设中水管网。")]
    assert len(select(many, 1000, rarity(), per_clause=2)) == 2
    assert len(select(many, 1000, rarity(), per_clause=3)) == 3


def test_from_nothing_nothing_is_chosen() -> None:
    assert select([], 1000, rarity()) == []


def test_pieces_are_sentences_of_the_clauses_with_a_worth() -> None:
    document = read(PROVINCE)

    def worth(_: Clause, text: str) -> float:
        return 1.0 if "300家" in text or "奖励" in text else 0.0

    found = pieces(document, summary_named(PROVINCE), worth, document.clauses)
    assert [one.clause.path_text for one in found] == ["一 > （二）", "三 > （一）"]
    assert all(one.text in one.clause.text for one in found)


def test_a_long_sentence_is_cut_to_its_weightiest_stretch() -> None:
    long = "，".join(["推进各项节水工作落到实处取得成效"] * 10 + ["建成节水型企业300家"]) + "。"
    made = clause(read(PROVINCE), "二 > 1")
    host = Clause(**{name: getattr(made, name) for name in Clause.__slots__} | {"text": long})
    (found,) = pieces(read(PROVINCE), summary_named(PROVINCE), lambda _, text: telling(text), [host])
    assert visible_length(found.text) <= LONG_SENTENCE
    assert "300家" in found.text
    assert found.text in long


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("建成节水型企业300家。", "建成一批节水型企业。"),
        ("到2025年，漏损率下降。", "漏损率下降。"),
        ("设立节水专项资金。", "重视节水宣传。"),
        ("推进节水工作。", "以习近平新时代中国特色社会主义思想为指导，推进节水工作。"),
        ("推进节水工作。", "责任单位：省水利厅。"),
    ],
)
def test_figures_years_and_things_set_up_tell_more_than_phrases(more: str, less: str) -> None:
    assert telling(more) > telling(less)
