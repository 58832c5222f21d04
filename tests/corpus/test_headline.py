"""Pages and reports bear no title of a document: their headline stands for one, also where its line end was lost."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Level
from tests.corpus.sources import document

STORY = "记者从省水利厅获悉，省里将对农业节水给予补助，每亩补助标准由各县自行确定，补助资金十日内拨付到位。"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"浙江：节水农户每亩可获补助 新华社杭州3月5日电（记者 甲乙）{STORY}", "浙江：节水农户每亩可获补助"),
        (f"节水补助即日起网上申领 多个渠道可选 3月5日，{STORY}", "节水补助即日起网上申领"),
        (f"两万农户受益，节水补助提前发放 {STORY}", "两万农户受益，节水补助提前发放"),
        (f"节水补助怎么领？ 昨天，{STORY}", "节水补助怎么领？"),
    ],
)
def test_the_first_words_of_a_page_are_its_title(line: str, title: str) -> None:
    found = document(line, "第二段也说补助的事，并且说得很清楚。")
    assert found.metadata.title is not None
    assert found.metadata.title.text == title
    assert "".join(one.span.of(found.source.text) for one in found.clauses) == found.source.text


@pytest.mark.parametrize(
    "line",
    [
        f"为做好节水 工作，{STORY}",
        f"近日 {STORY}",
        f"某省水利厅 {STORY}",
        f"各市水利局： {STORY}",
        STORY,
    ],
)
def test_the_beginning_of_a_sentence_is_none(line: str) -> None:
    assert document(line, "第二段也说补助的事，并且说得很清楚。").metadata.title is None


def test_a_headline_says_whose_the_document_is() -> None:
    found = document(f"云南：节水有了新规定 我省出台9条节水措施 {STORY}", "第二段。")
    assert (found.metadata.place, found.metadata.level) == ("云南", Level.PROVINCIAL)
