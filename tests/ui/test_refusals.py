"""Every refusal has an English twin, found by the form of the sentence."""

from __future__ import annotations

import re

import pytest

from assistant import wording
from assistant.answerable.lack import Lack, Missing
from assistant.understanding.fields import About
from ui.refusals import in_english

HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("missing", list(Missing))
def test_every_reason_is_said_in_english(missing: Missing) -> None:
    english = in_english(wording.refusal(Lack(missing, "2040")))
    assert english
    assert not HAN.search(english)


@pytest.mark.parametrize("field", [field for field in About if field in wording._FIELDS])
def test_every_field_of_the_title_block_has_an_english_name(field: About) -> None:
    english = in_english(wording.refusal(Lack(Missing.FIELD, wording.field_name(field))))
    assert english
    assert not HAN.search(english)


@pytest.mark.parametrize("missing", [one for one in Missing if one is not Missing.FIELD])
def test_what_the_chosen_documents_lack_is_not_said_of_the_library(missing: Missing) -> None:
    said = wording.refusal(Lack(missing, "2040"), limited=True)
    assert said.startswith("所选范围")
    assert "he range that was chosen" in in_english(said)


@pytest.mark.parametrize(
    "said",
    [
        wording.EMPTY_QUESTION,
        wording.EMPTY_LIBRARY,
        wording.EMPTY_RANGE,
        wording.NOT_CHINESE,
        wording.NOT_ANSWERED,
    ],
)
def test_what_is_said_instead_of_an_answer_is_said_in_english(said: str) -> None:
    assert in_english(said) and not HAN.search(in_english(said))


def test_a_place_keeps_its_name() -> None:
    assert "雄安" in in_english(wording.refusal(Lack(Missing.PLACE, "雄安")))


def test_the_years_that_are_given_instead_are_named() -> None:
    said = wording.refusal(Lack(Missing.YEAR, "2040", "2030、2035"))
    assert said.endswith("文件给出的是2030、2035年的。")
    assert in_english(said).endswith("They give it for 2030 and 2035.")


def test_a_sentence_of_another_kind_is_left_alone() -> None:
    assert in_english("这是一个回答。") == ""
