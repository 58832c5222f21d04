"""What a document says itself goes before what others report of it by name."""

from __future__ import annotations

import pytest

from assistant.choosing.second_hand import SECOND_HAND, Originals
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import summary

NOTICE = """绍兴市水利局关于延长节水登记期限的通知（绍水发〔2023〕7号）

各用水单位：

为方便登记，现将有关事项通知如下：

一、延长节水登记期限至9月30日（星期六）。

二、逾期未登记的单位，应当按照有关规定补办。
"""
NEWS = """节水登记期限怎么算

据悉，绍兴市水利局发布的关于延长节水登记期限的通知规定，延长节水登记期限至9月30日（星期六），逾期未登记的单位按照规定补办。
"""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("根据《水利局关于延长节水 登记期限的通知》，期限延长。", SECOND_HAND),
        ("登记期限延长至9月30日。", 1.0),
        ("根据《关于延长期限的通知》，期限延长。", 1.0),
    ],
)
def test_a_sentence_that_tells_of_another_document_by_name_counts_less(text: str, left: float) -> None:
    notice, news = summary(NOTICE.splitlines()[0]), summary(NEWS.splitlines()[0])
    found = Originals([notice, news])
    assert found.share_left(text, news) == left
    assert found.share_left(text, notice) == 1.0


def test_a_title_without_a_matter_of_its_own_is_no_name() -> None:
    short = summary("绍兴市水利局关于登记的通知")
    assert Originals([short]).share_left("根据关于登记的通知办理。", summary("节水新闻")) == 1.0


def test_the_notice_answers_and_not_the_news_of_it(assistant_over: MakeAssistant) -> None:
    answer = assistant_over({"新闻.txt": NEWS, "通知.txt": NOTICE}).ask("节水登记期限延长到哪天？")
    assert [one.source for one in answer.citations] == ["通知.txt"]
