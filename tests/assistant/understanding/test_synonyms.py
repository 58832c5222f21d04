"""The synonyms that come along, and a user's own on top of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.finding.rarity import Rarity
from assistant.understanding.query import understand
from assistant.understanding.synonyms import Pairs, Synonyms, built_in
from corpus.errors import InputError
from corpus.simplified import simplified


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "synonyms.toml"


def test_without_a_file_of_ones_own_the_built_in_list_holds(own: Path) -> None:
    assert built_in().with_file(own) == built_in()


def test_a_line_of_ones_own_adds_to_the_list(own: Path) -> None:
    own.write_text('"水卡" = ["节水器具", "用水凭证"]\n', encoding="utf-8")
    mine = built_in().with_file(own)
    assert mine.expansions("水卡怎么领").split() == ["节水器具", "用水凭证"]
    assert "高新技术企业" in mine.expansions("高企")


def test_an_empty_list_takes_a_line_out(own: Path) -> None:
    own.write_text('"高企" = []\n', encoding="utf-8")
    assert built_in().expansions("高企")
    assert built_in().with_file(own).expansions("高企") == ""


@pytest.mark.parametrize("text", ['"水卡" = "节水器具"', '"水卡" = [1]', '"水卡" = [""]', "水卡", "[表]\n"])
def test_a_file_that_is_no_such_list_is_an_error_that_names_it(own: Path, text: str) -> None:
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        built_in().with_file(own)
    assert str(own) in caught.value.zh
    assert str(own) in caught.value.en


def test_a_file_written_by_a_windows_editor_is_read(own: Path) -> None:
    own.write_bytes(b"\xef\xbb\xbf" + '"水卡" = ["节水器具"]'.encode())
    assert Synonyms().with_file(own).expansions("水卡") == "节水器具"


EVERYDAY = Synonyms(everyday=Pairs([("欠薪", "拖欠工资"), ("欠薪", "克扣"), ("船", "船舶")]))


def test_everyday_words_count_where_the_library_prints_the_official_one_alone() -> None:
    rarity = Rarity(["不得拖欠工资。", "港口接岸电的船舶。"])
    assert EVERYDAY.of_library(rarity.prints).expansions("欠薪怎么办") == "拖欠工资"
    assert EVERYDAY.of_library(rarity.prints).expansions("船怎么减排") == "船舶"
    both = Rarity(["不得拖欠工资。", "欠薪的记入名单。"])
    assert EVERYDAY.of_library(both.prints).expansions("欠薪怎么办") == ""
    assert EVERYDAY.expansions("欠薪怎么办") == ""


def test_words_of_a_library_too_large_to_be_counted_are_told_by_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.finding.rarity.SAMPLE", 1)
    part = Rarity(["不得拖欠工资。", "欠薪的记入名单。"])
    assert part.prints("拖欠")
    assert part.prints("欠工")
    assert not part.prints("欠薪")


def test_a_line_taken_out_is_taken_out_of_everyday_words_too(own: Path) -> None:
    own.write_text('"欠薪" = []\n', encoding="utf-8")
    mine = EVERYDAY.with_file(own).of_library(Rarity(["不得拖欠工资。"]).prints)
    assert mine.expansions("欠薪怎么办") == ""


def test_no_word_stands_in_both_lists_or_asks_a_question() -> None:
    always, everyday = ({typed for typed, _ in some} for some in (built_in().pairs, built_in().everyday))
    assert len(everyday) > 1_000
    assert not always & everyday
    assert not [typed for typed in everyday if re.search("谁|多少|怎么|什么|哪|吗", typed)]


def test_a_question_in_everyday_words_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("绍兴的脏水怎么再用起来")
    assert "印染废水集中回用" in answer.answer


def test_a_question_carries_the_synonyms_it_was_understood_with() -> None:
    asked = understand("水卡怎么用？", (), synonyms=Synonyms(Pairs([("水卡", "节水器具")])))
    assert asked.expansions == "节水器具"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("節水型企業獎勵多少錢？", "节水型企业奖励多少钱？"),
        ("碳達峯實施方案有什麼措施，誰負責", "碳达峰实施方案有什么措施，谁负责"),
        ("节水型企业", "节水型企业"),
        ("", ""),
    ],
)
def test_traditional_characters_are_read_as_simplified_ones(typed: str, read: str) -> None:
    assert simplified(typed) == read


def test_a_question_in_traditional_characters_gets_the_same_answer(assistant: Assistant) -> None:
    assert assistant.ask("節水型企業獎勵多少錢？").answer == assistant.ask("节水型企业奖励多少钱？").answer


@pytest.mark.parametrize("text", ["🙂🎉", "", "  ", "？？！"])
def test_what_asks_nothing_gets_a_useful_reply(assistant: Assistant, text: str) -> None:
    assert "请输入" in assistant.ask(text).answer


def test_a_question_of_ten_thousand_characters_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("节水型企业奖励多少钱？" + "请问" * 5000)
    assert "30万元" in answer.answer


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("年终奖怎么扣个税？", "个人所得税"),
        ("盖房子这块想更省能", "节能"),
        ("怎么让大家出门少开车？", "出行"),
        ("怎么防止各自为政？", "统筹协调"),
        ("任务怎么跟得上变化？", "动态调整"),
        ("它到底更偏哪头？", "侧重"),
        ("报税网上能弄吗？", "纳税申报"),
    ],
)
def test_how_people_speak_leads_to_what_plans_print(question: str, printed: str) -> None:
    assert printed in built_in().expansions(question).split()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("房主找不着了，漏水该谁来修？", "下落不明"),
        ("被人威逼着签了字怎么办？", "胁迫"),
        ("在古树上刻字罚多少？", "刻划"),
        ("欠费几天会停气？", "停止供气"),
        ("地荒着没种会被收走吗？", "收回"),
        ("半夜施工有人管吗？", "夜间"),
        ("姑娘出嫁以后地还在吗？", "结婚"),
        ("饭馆的碗筷怎么消毒？", "餐饮具"),
        ("复检的钱公家出还是自己掏？", "费用"),
        ("多久给说法？", "答复"),
        ("冒牌的零件怎么处理？", "零部件"),
        ("来人不亮证，不让他进行不行？", "出示"),
        ("村里能不能摆酒席？", "宴席"),
    ],
)
def test_what_people_tell_of_deeds_leads_to_what_rules_print(typed: str, printed: str) -> None:
    rarity = Rarity(
        [
            *(
                "下落不明的，由其代管。",
                "以胁迫手段",
                "禁止刻划、涂污。",
                "停止供气",
                "收回使用权",
                "夜间",
                "结婚、餐饮具",
            ),
            *("费用由申请人预付。", "予以答复", "更换零部件", "出示证件", "操办宴席"),
        ]
    )
    assert printed in built_in().of_library(rarity.prints).expansions(typed)


def test_words_typed_in_a_text_come_in_the_order_of_the_list_each_once() -> None:
    words = Pairs([("欠薪", "拖欠工资"), ("船", "船舶"), ("渡船", "渡轮"), ("欠薪", "克扣"), ("车", "车辆")])
    assert words.typed_in("渡船上欠薪，欠薪的船") == [words[0], words[1], words[2], words[3]]
    assert words.typed_in("") == []
