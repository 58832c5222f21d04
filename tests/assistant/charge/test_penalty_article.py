"""The penalty of an act is found by the number of the article that forbids it, and for the items that are punished."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus, Turn
from corpus.library import Library
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.retriever import HybridRetriever

RULES = """# 河湾市水库保护条例

2022年3月5日 河湾市人民代表大会常务委员会通过

第一条 为了保护水库，制定本条例。

第二条 本条例适用于本市水库的保护。

第三条 水库管理单位负责水库的日常巡查。

第四条 在水库管理范围内，任何单位和个人不得有下列行为：

（一）倾倒建筑渣土；

（二）擅自移动界桩；

（三）架设钓鱼浮台。

第五条 从事网箱养殖的，应当持有养殖证。

第六条 游船应当使用清洁能源。

第七条 鼓励开展水库保护宣传。

第八条 违反本条例第四条第（一）项至第（二）项规定的，由水务部门责令改正，处二千元以上一万元以下罚款。

第九条 有本条例第十一条禁止的行为之一，或者拒绝检查的，由水务部门给予警告，可以处五千元以下罚款。

第十条 违反本条例第五条至第七条规定的，由水务部门依照有关法律的规定给予处罚。

第十一条 禁止在取水口设置码头、晾晒渔网。

第十二条 巡查船不得搭载游客、出租出借或者改作他用。

第十三条 违反本条例第十二条规定的，由水务部门通报批评，没收违法所得；情节严重的，给予直接负责的主管人员处分。

第十四条 网箱养殖者使用未经检验的水质检测设备、伪造巡查记录的，由水务部门责令改正，处一千元罚款。

第十五条 任何人不得有下列危害水库闸门安全的行为：

（一）在闸门上晾挂渔网；

（二）攀爬启闭机。

第十六条 违反本条例规定，危害水库闸门安全的，由水务部门责令停止违法行为，处三百元以上九百元以下罚款。

第十七条 水质抽测由水库管理单位进行，渔户不得拒绝、阻挠，抽测费用由水务部门承担。

第十八条 本条例自2022年6月1日起施行。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    home = tmp_path_factory.mktemp("home")
    source = Path(tmp_path_factory.mktemp("in")) / "河湾市水库保护条例.md"
    source.write_text(RULES, encoding="utf-8")
    library, embedder = Library(home), load_embedder("bundled")
    Indexer(home, library, embedder).ingest([source])
    return Assistant(library, HybridRetriever(home, library, embedder))


@pytest.mark.parametrize(
    "question",
    ["水库管理范围内倾倒建筑渣土 罚款标准", "在水库管理范围内擅自移动界桩罚多少？"],
    ids=["first of the items", "last of the items"],
)
def test_the_fine_stands_in_the_article_that_names_the_forbidding_one(desk: Assistant, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "二千元以上一万元以下罚款" in answer.answer
    assert [one.path for one in answer.citations] == ["第八条"]


@pytest.mark.parametrize(
    "question",
    ["水库管理范围内架设钓鱼浮台 罚款标准", "游船不使用清洁能源罚多少钱？"],
    ids=["an item that is not punished", "a penalty without a sum"],
)
def test_no_fine_is_told_for_what_none_is_laid_down_for(desk: Assistant, question: str) -> None:
    assert desk.ask(question).status is AnswerStatus.REFUSED


def test_who_does_what_an_article_forbids_may_be_punished_in_so_many_words(desk: Assistant) -> None:
    answer = desk.ask("在取水口晾晒渔网罚多少？")
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.path for one in answer.citations] == ["第九条"]


def test_a_penalty_covers_the_articles_between_two(desk: Assistant) -> None:
    answer = desk.ask("游船没有使用清洁能源会受到什么处罚？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "依照有关法律的规定给予处罚" in answer.answer


def test_a_penalty_of_another_act_in_general_words_goes_behind_the_article_that_is_named(desk: Assistant) -> None:
    answer = desk.ask("巡查船搭载游客怎么处罚？")
    assert [one.path for one in answer.citations] == ["第十三条"]


def test_a_penalty_that_says_the_act_itself_stays(desk: Assistant) -> None:
    answer = desk.ask("伪造巡查记录怎么处罚？")
    assert [one.path for one in answer.citations] == ["第十四条"]


def test_a_turn_on_another_act_gets_its_penalty_though_only_its_article_is_named(desk: Assistant) -> None:
    history: list[Turn] = []
    for question in ("水库管理范围内倾倒建筑渣土怎么罚？", "要是巡查船搭载游客呢？"):
        history.append(Turn(question=question, answer=desk.ask(question, history=history)))
    assert [one.path for one in history[-1].answer.citations] == ["第十三条"]


@pytest.mark.parametrize("question", ["巡查船搭载游客会怎么样？", "要是拿巡查船搭载游客，会受什么处理？"])
def test_what_comes_of_a_deed_is_its_penalty_in_whatever_words_it_is_asked_for(desk: Assistant, question: str) -> None:
    assert [one.path for one in desk.ask(question).citations] == ["第十三条"]


def test_deeds_of_a_list_are_punished_by_what_the_list_calls_them(desk: Assistant) -> None:
    answer = desk.ask("在闸门上晾挂渔网罚多少？")
    assert "三百元以上九百元以下罚款" in answer.answer
    assert [one.path for one in answer.citations] == ["第十六条"]


@pytest.mark.parametrize("question", ["来抽测水质，渔户能不配合吗？", "抽测水质要花的钱谁掏？"])
def test_whether_one_may_refuse_and_who_pays_is_looked_for_in_the_words_of_rules(
    desk: Assistant, question: str
) -> None:
    assert [one.path for one in desk.ask(question).citations] == ["第十七条"]
