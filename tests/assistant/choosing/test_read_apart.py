"""A list is not told where another clause reads far more as the answer, and its own holds little of the question."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import kinds
from assistant.choosing import read_apart
from assistant.choosing.read_apart import APART, reading_better
from assistant.finding.rarity import Rarity
from assistant.models import AnswerStatus
from assistant.understanding.query import Asked
from index.models import Evidence
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import PROVINCE, ask, evidence, rarity

STRANGE = "大棚种菜要添哪几样家什？"


@pytest.fixture
def found() -> list[Evidence]:
    return evidence(PROVINCE, "二 > 1", "二 > 2", "三 > （一）")


def saying(monkeypatch: pytest.MonkeyPatch, *points: float) -> None:
    class Reader:
        def scores(self, question: str, texts: list[str]) -> np.ndarray:
            return np.asarray(points[: len(texts)], dtype=np.float32)

    monkeypatch.setattr(read_apart, "bundled_cross_encoder", Reader)


def test_what_reads_far_worse_is_left_out_where_it_would_be_told(monkeypatch, found):
    saying(monkeypatch, 1.0, 1.0 + APART + 0.1, 0.9)
    assert reading_better(ask(STRANGE), {found[0].clause.id}, found, rarity()) == [found[1]]


def test_what_is_told_stays_where_it_reads_nearly_as_well_or_was_not_found(monkeypatch, found):
    saying(monkeypatch, 1.0, 1.0 + APART - 0.1, -3.0)
    assert reading_better(ask(STRANGE), {found[0].clause.id}, found, rarity()) == []
    assert reading_better(ask(STRANGE), {"elsewhere"}, found, rarity()) == []


def test_what_holds_the_words_of_the_question_is_left_to_them(monkeypatch, found):
    saying(monkeypatch, -5.0, 5.0, 5.0)
    asked = ask(found[0].clause.text)
    assert reading_better(asked, {found[0].clause.id}, found, rarity()) == []


TEXT = """石桥市星级村管理办法

第一条 为规范星级村管理，制定本办法。

第二条 申报星级村的，应当同时具备下列条件：
（一）卫生厕所普及率不低于90%。
（二）有专职保洁员不少于2名。

第三条 星级村有下列情形之一的，由市农业农村局撤销称号并收回奖牌：
（一）虚报改造户数的。
（二）挪用奖补资金的。
"""


def test_a_list_is_asked_about_and_told_where_what_reads_better_answers_nothing(
    assistant_over: MakeAssistant, monkeypatch
) -> None:
    told = []

    def first_article(asked: Asked, ids: set[str], found: list[Evidence], rarity: Rarity) -> list[Evidence]:
        told.extend(one.clause.printed for one in found if one.clause.id in ids)
        return [one for one in found if one.clause.num == "第一条"]

    monkeypatch.setattr(kinds, "reading_better", first_article)
    answer = assistant_over({"办法.txt": TEXT}).ask("申报星级村要具备哪些条件，比例是多少？")
    assert any("卫生厕所" in one or "下列条件" in one for one in told)
    assert answer.status is AnswerStatus.ANSWERED
    assert "保洁员" in answer.answer
