"""第三条, 最后一条, 前两条: items of the list that the answer before showed, counted, or was asked for."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus, SentenceStatus, Turn
from assistant.turns.nth import nth
from assistant.turns.shown_items import stretches
from tests.assistant.conftest import MakeAssistant
from tests.assistant.turns.test_readings import told

PRINCIPLES = "浙江节水方案的工作原则有哪些？"
SAFEGUARDS = "浙江节水方案有哪些保障措施？"


@pytest.mark.parametrize(
    ("turn", "places", "rest"),
    [
        *(("第二条展开说说", (2,), ""), ("第3点具体是怎么讲的？", (3,), ""), ("最后一条呢", (-1,), "")),
        *(("前两条分别说了什么？", (1, 2), ""), ("倒数第二项是什么", (-2,), ""), ("最后两条讲讲", (-2, -1), "")),
        *(("第一条和第三条分别怎么说", (1, 3), ""), ("第一、三条", (1, 3), ""), ("首条内容", (1,), "")),
        *(("第四个工程包括哪几条任务？", (4,), "包括哪几条任务"), ("第二条规定了什么？", (2,), "规定了什么")),
        ("第一个项目总投资多少？", (1,), "总投资多少"),
    ],
)
def test_items_are_pointed_to_by_their_number(turn: str, places: tuple[int, ...], rest: str) -> None:
    found = nth(turn)
    assert found is not None
    assert (found.places, found.rest) == (places, rest)


def test_another_of_a_row_that_was_asked_about_is_no_item_of_a_list(assistant: Assistant) -> None:
    first = "浙江节水方案的第一条原则是什么？"
    assert told(assistant, first, "第二条呢").answer.question == "浙江节水方案的第二条原则是什么？"


@pytest.mark.parametrize("turn", ["谁负责？", "2030年前碳达峰怎么做", "目前三项政策是什么", "第三方服务机构有哪些"])
def test_other_numbers_point_to_no_item(turn: str) -> None:
    assert nth(turn) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("遵循以下原则：一是统筹。先想好。二是协同。再去做。三是落实。", 3),
        ("一是统筹。先想好。三是落实。", 0),
        ("——坚持优先。放在首位。\n——坚持科技。依靠技术。", 2),
        ("坚持节水优先。放在首位。\n坚持科技引领。依靠技术。", 2),
        ("加强领导。\n落实责任。", 0),
    ],
)
def test_a_text_is_cut_where_it_counts(text: str, count: int) -> None:
    found = stretches(text)
    assert len(found) == count
    assert all(one in text for one in found)


@pytest.mark.parametrize(
    ("turn", "inside", "outside"),
    [
        ("第二条展开说说", "依靠技术进步提高用水效率", "放在各项工作的首位"),
        ("最后一条讲的是什么？", "引导社会广泛参与", "依靠技术进步"),
        ("前两条分别说了什么？", "放在各项工作的首位", "引导社会广泛参与"),
    ],
)
def test_an_item_of_a_clause_is_told_without_the_others(
    assistant: Assistant, turn: str, inside: str, outside: str
) -> None:
    before = Turn(question=PRINCIPLES, answer=assistant.ask(PRINCIPLES))
    found = assistant.ask(turn, history=(before,))
    assert inside in found.answer
    assert outside not in found.answer
    assert {one.path for one in found.citations} == {"一 > （一）"}
    assert {one.status for one in found.sentences} == {SentenceStatus.VERIFIED}


def test_the_list_is_that_of_the_document_where_the_answer_only_counts_it(assistant: Assistant) -> None:
    before = Turn(question="浙江方案的工作原则有几条？", answer=assistant.ask("浙江方案的工作原则有几条？"))
    found = assistant.ask("第三条具体是怎么讲的？", history=(before,))
    assert "发挥规划和标准的作用" in found.answer
    assert "放在各项工作的首位" not in found.answer


def test_what_is_asked_of_an_item_is_asked_of_it_alone(assistant: Assistant) -> None:
    tasks = "浙江节水方案有哪些重点任务？"
    before = Turn(question=tasks, answer=assistant.ask(tasks))
    found = assistant.ask("第三条由谁来落实？", history=(before,))
    assert "省发展改革委、省水利厅" in found.answer
    assert [one.path for one in found.citations] == ["二 > 3"]
    assert assistant.ask("第一个项目总投资多少？", history=(before,)).status is AnswerStatus.REFUSED


def test_an_item_that_is_not_there_is_refused(assistant: Assistant) -> None:
    before = Turn(question=SAFEGUARDS, answer=assistant.ask(SAFEGUARDS))
    found = assistant.ask("第七条展开说说", history=(before,))
    assert found.status is AnswerStatus.REFUSED
    assert found.nearest
    assert "只列了2项" in found.answer


def test_nothing_is_pointed_to_after_a_refusal(assistant: Assistant) -> None:
    before = Turn(question="杭州建成多少家企业？", answer=assistant.ask("杭州建成多少家企业？"))
    assert assistant.ask("第一条展开说说", history=(before,)).status is AnswerStatus.REFUSED


NOTES = """柯桥市渡口局关于做好汛期工作的通知

渡口〔2023〕5号

各渡口：

汛期将至，各渡口要认真做好开航前的防汛措施。

1.检查缆绳，更换磨损部件；

2.清点救生衣，按载客人数配足；

3.值守电台，随时通报水位。

渡口局
2023年5月1日
"""


def test_items_behind_the_words_that_were_told_are_pointed_to(assistant_over: MakeAssistant) -> None:
    desk = assistant_over({"汛期通知.txt": NOTES})
    last = told(desk, "渡口开航前要做好哪几条防汛措施？", "第二条展开说说")
    assert "清点救生衣" in last.answer.answer
    assert "缆绳" not in last.answer.answer
