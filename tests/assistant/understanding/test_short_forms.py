"""People keep of a title what tells it from the others, and the word for its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.understanding.naming import named_documents
from assistant.understanding.query import Kind, understand
from assistant.understanding.short_forms import called
from corpus.vocabulary import Level
from tests.assistant.shelf import summary

HYDROGEN = summary("氢能产业发展中长期规划（2021-2035年）", place="全国", level=Level.NATIONAL)
FUTURE = summary("农业部等七部门关于推动未来产业创新发展的实施意见", place="全国", level=Level.NATIONAL)
BUILDING = summary("北京市建筑绿色发展条例", place="北京", level=Level.PROVINCIAL)
SCIENCE = summary("汕头经济特区科技创新条例", place="汕头", level=Level.MUNICIPAL)
SHELF = (HYDROGEN, FUTURE, BUILDING, SCIENCE)


@pytest.mark.parametrize(
    ("text", "meant", "words"),
    [
        ("氢能规划 2030年 目标", [HYDROGEN], ["氢能规划"]),
        ("国家氢能规划里怎么说", [HYDROGEN], ["国家氢能规划"]),
        ("全国规划的数是多少", [HYDROGEN], ["全国规划"]),
        ("氢能那个规划是谁发的", [HYDROGEN], ["氢能那个规划"]),
        ("搞未来产业缺钱，七部门意见里怎么支持", [FUTURE], ["七部门意见"]),
        ("七部门那份未来产业的文件说了什么", [FUTURE], ["七部门那份未来产业的文件"]),
        ("氢能规划与未来产业实施意见各靠什么机制", [HYDROGEN, FUTURE], ["氢能规划", "未来产业实施意见"]),
        (
            "北京管绿色建筑的条例和汕头管科技创新的条例",
            [BUILDING, SCIENCE],
            ["北京管绿色建筑的条例", "汕头管科技创新的条例"],
        ),
        ("汕头的条例怎么罚", [SCIENCE], ["汕头的条例"]),
        ("现行的氢能规划是哪年的", [HYDROGEN], ["现行的氢能规划"]),
        ("未来产业意见国家氢能规划对比", [FUTURE, HYDROGEN], ["未来产业意见", "国家氢能规划"]),
    ],
)
def test_words_of_one_title_and_its_kind_name_it(text: str, meant: list[object], words: list[str]) -> None:
    found = list(called(text, SHELF))
    assert [form.document for form in found] == meant
    assert [form.words for form in found] == words
    assert named_documents(text, SHELF).exact


@pytest.mark.parametrize(
    "text",
    [
        "创新条例怎么说，发展条例呢",
        "各地如何编制氢能规划",
        "支持未来产业的政策有哪些",
        "氢能汽车规划里怎么说",
        "氢能办法怎么说",
        "这样做违法吗",
        "发展的规划怎么说",
        "2021年的那份文件",
    ],
)
def test_words_that_say_more_or_could_mean_another_name_none(text: str) -> None:
    assert not [form for form in called(text, (*SHELF, summary("某省科技创新发展条例"), summary("产业创新发展规划")))]


def test_a_place_with_two_documents_is_no_short_form_of_either() -> None:
    other = summary("汕头市节水行动计划", place="汕头", level=Level.MUNICIPAL)
    assert not list(called("汕头的条例怎么罚", (*SHELF, other)))
    assert [form.document for form in called("汕头科技条例怎么罚", (*SHELF, other))] == [SCIENCE]


def test_what_a_document_is_called_beside_others_names_it() -> None:
    called_so = replace(summary("关于加强渔业金融支持的通知"), label="渔业金融支持通知")
    other = summary("关于加强渔业金融服务支持渔民的通知")
    assert named_documents("渔业金融支持通知怎么说", [called_so, other]).documents == (called_so,)


def test_in_keywords_a_blank_ends_a_name() -> None:
    asked = understand("基金规模 七部门意见 国家氢能规划 比较", SHELF)
    assert set(asked.documents) == {FUTURE, HYDROGEN}
    assert asked.kind is Kind.COMPARE
    assert asked.topic.split()[0] == "基金规模"


def test_a_title_is_shortened_as_its_words_are() -> None:
    firms = summary("温州市高新技术企业认定办法", place="温州", level=Level.MUNICIPAL)
    asked = understand("温州高企认定办法里，研发费用要占多少？", (*SHELF, firms))
    assert asked.documents == (firms,)
    assert asked.naming == ("温州高企认定办法",)
    assert "高新技术企业" not in asked.expansions


@pytest.mark.parametrize("words", ["供水热线问答", "供水热线的答疑", "供水热线那份问题解答"])
def test_what_answers_questions_is_called_by_any_word_for_that(words: str) -> None:
    answers = summary("供水热线常见问题解答", place="苍水", level=Level.MUNICIPAL)
    assert [form.document for form in called(f"{words}里怎么报修", (*SHELF, answers))] == [answers]
    assert not list(called("氢能问答里怎么说", (*SHELF, answers)))
