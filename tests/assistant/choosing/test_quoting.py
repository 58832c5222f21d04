"""A citation lights the words of a sentence that carry the answer: all of a short one, a run of parts of a long one."""

from __future__ import annotations

import pytest

from assistant.choosing.quoting import SHORT, quoted
from corpus.text import visible_length
from tests.assistant.shelf import ask, rarity

LONG = (
    "围绕节水型社会建设，到2025年全省建成节水型企业300家，对验收合格的企业给予30万元的一次性奖励，"
    "加快海水淡化装置布局，并在设施农业中推广滴灌和微喷灌技术；"
)


def test_a_short_sentence_is_quoted_whole() -> None:
    assert quoted(ask("奖励多少钱？"), "给予30万元奖励，建成300家。", rarity()) == "给予30万元奖励，建成300家。"


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("2025年建成多少家节水型企业？", "到2025年全省建成节水型企业300家"),
        ("节水型企业一次性奖励多少钱？", "对验收合格的企业给予30万元的一次性奖励"),
    ],
)
def test_of_a_long_sentence_the_part_that_holds_what_was_asked_is_quoted(question: str, part: str) -> None:
    assert visible_length(LONG) > SHORT
    found = quoted(ask(question), LONG, rarity())
    assert part in found
    assert len(found) < len(LONG)


def test_where_no_value_is_asked_for_the_condition_does_not_stand_for_what_follows_from_it() -> None:
    sentence = (
        "对水费明显上涨、生产经营暂时困难的印染、造纸等行业用水企业，经行业主管部门确认，可以缓交三个月水费，"
        "缓交期间不收滞纳金，也不影响信用等级的评定。"
    )
    assert visible_length(sentence) > SHORT
    assert quoted(ask("哪些用水企业生产经营暂时困难？"), sentence, rarity()) == sentence


def test_a_very_long_sentence_is_cut_all_the_same() -> None:
    rest = "，".join(f"第{at}批县区按照统一部署分别开展管网普查与漏损控制试点" for at in range(1, 8))
    found = quoted(ask("哪里布局海水淡化装置？"), f"{LONG.rstrip('；')}，{rest}。", rarity())
    assert "加快海水淡化装置布局" in found
    assert "试点" not in found


@pytest.mark.parametrize("question", ["奖励多少钱？", "海水淡化和滴灌有哪些？", "氢能有什么措施？", "多少家？"])
def test_a_quote_is_one_stretch_of_the_sentence_long_enough_to_check(question: str) -> None:
    found = quoted(ask(question), LONG, rarity())
    assert found in LONG
    assert visible_length(found) >= 12


def test_what_was_asked_for_in_two_parts_is_quoted_with_all_between_them() -> None:
    found = quoted(ask("节水型企业和微喷灌有哪些措施？"), LONG, rarity())
    assert "节水型企业" in found
    assert "微喷灌" in found


def test_a_long_sentence_without_commas_is_quoted_whole() -> None:
    sentence = "推广节水技术" * 12 + "。"
    assert quoted(ask("如何推广节水技术？"), sentence, rarity()) == sentence


def test_the_words_lit_hold_the_year_asked_about() -> None:
    sentence = (
        "加强捕集技术研发和示范，力争到2025年实现单位捕集能耗比2020年下降20%，到2030年下降30%，"
        "实现捕集成本大幅下降，推动产业化和规模化应用，带动上下游企业协同发展。"
    )
    assert "2030年下降30%" in quoted(ask("2030年单位捕集能耗比2020年下降多少？"), sentence, rarity())


def test_a_question_in_other_words_is_quoted_the_whole_sentence() -> None:
    sentence = (
        "建立省级财政经费支持机制，引导地方、企业和社会资本联动投入，扩大资金规模和覆盖范围，"
        "支持供水管网更新改造和节水型企业的重大示范工程落地，推动节水产业发展壮大。"
    )
    assert visible_length(sentence) > SHORT
    in_other_words = "海水淡化装置、反渗透膜研发和滴灌技术推广之外，管网更新靠什么？"
    assert quoted(ask(in_other_words), sentence, rarity()) == sentence


def test_how_a_thing_is_done_is_told_by_all_of_the_sentence() -> None:
    assert quoted(ask("如何布局海水淡化装置？"), LONG, rarity()) == LONG


def test_where_several_values_are_asked_for_the_quote_shows_all_of_them() -> None:
    sentence = (
        "稳步推进屋顶光伏试点建设，机关建筑屋顶安装光伏的比例不低于50%，学校和医院等公共建筑屋顶不低于40%，"
        "工商业厂房屋顶不低于30%，农村居民屋顶安装光伏的比例不低于20%"
    )
    asked = ask("屋顶光伏试点机关、学校、厂房和农村居民的安装比例分别是多少？")
    assert all(share in quoted(asked, sentence, rarity()) for share in ("50%", "40%", "30%", "20%"))


def test_the_value_quoted_is_one_that_the_question_does_not_say_itself() -> None:
    sentence = (
        "水务部门通过公开遴选确定检测机构，为规模以上用水企业免费提供一次用水检测和分析，"
        "检测费用由市级财政按照每家6000元的标准向检测机构支付，不得另行收费。"
    )
    assert "6000元" in quoted(ask("为规上用水企业免费检测，市里按一家多少钱付给机构？"), sentence, rarity())
