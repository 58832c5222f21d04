"""Who asks what a document asks itself is told the answer that it gives."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

NOTICE = {
    "通知.txt": """桐山市图书馆关于调整借阅规则的通知

各位读者：

现将借阅规则调整有关事项通知如下。

一、增加册数。每张读者证可借图书由5册增加到8册。

二、延长时间。借期由30天延长到45天。

桐山市图书馆
2024年3月1日

附件：常见问题解答

问：哪些人不能办读者证？

答：一是被列入失信名单的；二是未满三周岁的；三是尚有逾期图书未还的。

问：图书丢了怎么赔？

答：按定价的两倍赔偿，也可以购买同一版本归还。

问：外地居民可以办证吗？

答：可以。

问：办证窗口每周几休息？

答：每周二闭馆整理，不办理业务。
"""
}


@pytest.mark.parametrize(
    ("question", "told", "path"),
    [
        ("什么样的人办不了桐山图书馆的读者证？", "一是被列入失信名单的", "附件 > 问1"),
        ("桐山市图书馆的书弄丢了要咋赔", "按定价的两倍赔偿", "附件 > 问2"),
        ("桐山市图书馆外地居民能办证吗", "可以", "附件 > 问3"),
    ],
)
def test_a_question_in_other_words_finds_the_answer_by_the_one_that_is_printed(
    assistant_over: MakeAssistant, question: str, told: str, path: str
) -> None:
    answer = assistant_over(NOTICE).ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert told in answer.answer
    assert "答：" not in answer.answer and "怎么赔" not in answer.answer
    assert [one.path for one in answer.citations] == [path]


def test_what_the_rules_say_themselves_is_told_from_them(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(NOTICE).ask("桐山市图书馆每张读者证可借多少册图书")
    assert "8册" in answer.answer
    assert [one.path for one in answer.citations] == ["一"]


@pytest.mark.parametrize("question", ["桐山市图书馆的咨询电话是多少", "桐山市图书馆办证要交多少押金"])
def test_what_no_answer_says_is_refused(assistant_over: MakeAssistant, question: str) -> None:
    assert assistant_over(NOTICE).ask(question).status is AnswerStatus.REFUSED
