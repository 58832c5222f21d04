"""Which documents state something of a thing is found by the words at the end of both sides, in one sentence."""

from __future__ import annotations

import pytest

from assistant.across.scans import looked_for, said_of_them
from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

RULES = {
    "甲.txt": "绍兴市节水条例\n\n第一条 节水机构履行职责所必需的经费，应当列入本级预算。\n"
    "第二条 违反本条例的信息，应当妥善记录。\n第三条 节水工作由水务部门负责。\n",
    "乙.txt": "宁波市养老条例\n\n第一条 养老服务经费按规定纳入部门预算。\n第二条 违反本条例的，记入信用档案。\n",
    "丙.txt": "湖州市垃圾分类条例\n\n第一条 垃圾分类的经费由责任人承担。\n第二条 编制预算应当公开。\n",
}


@pytest.fixture(scope="module")
def rules(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over(RULES)


@pytest.mark.parametrize(
    "question",
    [
        "有哪几个文件写明了相关工作经费要放进预算？",
        "哪些文件把工作经费列入预算？",
        "哪几部条例规定经费应当纳入财政预算？",
    ],
)
def test_every_document_that_states_it_is_counted_in_whatever_words(rules: Assistant, question: str) -> None:
    answer = rules.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.answer.startswith("在一句话里写到“经费”和“预算”的有2份文件：")
    assert {one.source for one in answer.citations} == {"甲.txt", "乙.txt"}
    assert answer.answer.endswith("其余文件：湖州市垃圾分类条例。")


def test_a_word_in_common_is_not_the_thing_itself(rules: Assistant) -> None:
    answer = rules.ask("哪几部条例规定违反条例要记入信用记录？")
    assert "甲.txt" not in {one.source for one in answer.citations}


def test_what_no_document_states_is_scanned_for_as_a_term(rules: Assistant) -> None:
    assert "在一句话里" not in rules.ask("哪些文件规定水务部门要参加预算评审？").answer
    assert "在一句话里" not in rules.ask("哪些文件提到预算？").answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("有哪几个文件写明了相关工作经费要放进预算？", "相关工作经费要放进预算"),
        ("这些法规里，哪几部规定收费要公示？", "收费要公示"),
        ("哪份文件没有提到预算？", "没有提到预算"),
        ("预算怎么编制？", ""),
    ],
)
def test_what_is_said_of_the_documents_stands_behind_the_word_for_them(question: str, said: str) -> None:
    assert said_of_them(question) == said


def test_whose_documents_they_are_is_not_what_is_looked_for() -> None:
    assert (
        looked_for("各地应对干旱的文件中，有哪些地方明确要求银行别抽贷？").split("要求")[-1].strip("？ ")
        == "银行别抽贷"
    )
    assert "干旱" not in looked_for("各地应对干旱的文件中，有哪些地方明确要求银行别抽贷？")
