"""Ordinals that no standard orders get the level that the document gives them."""

from __future__ import annotations

import pytest

from tests.corpus.sources import clause, document, paths

POLICY = (
    "某市支持养蜂若干政策",
    "为支持养蜂，制定本政策。",
    "一、扶持蜂农",
    "第一条　补贴蜂箱。每只补贴50元。",
    "第二条　支持技术培训。每年培训500人次。",
    "（一）对初学者免费。",
    "（二）对专业户减半收费。",
    "二、拓展市场",
    "第三条　奖励出口。按出口额的2%给予奖励。",
    "三、附则",
    "（一）本政策自2024年1月1日起施行。",
    "（二）有效期3年。",
)


def test_a_section_above_the_articles_ends_them_and_their_items() -> None:
    assert paths(document(*POLICY)) == [
        *("正文前言", "一", "第一条", "第二条", "第二条 > （一）", "第二条 > （二）", "二", "第三条"),
        *("三", "三 > （一）", "三 > （二）"),
    ]


def test_articles_of_a_policy_have_their_first_sentence_as_heading() -> None:
    found = document(*POLICY)
    assert clause(found, "第三条").heading == "奖励出口"
    assert clause(found, "第三条").text == "按出口额的2%给予奖励。"


def test_a_short_first_sentence_of_one_article_of_a_statute_is_no_heading() -> None:
    found = document(
        *("某市养蜂管理条例", "第一条　为规范养蜂，制定本条例。", "第二条　养蜂是一项农业活动。各级政府予以保护。"),
        *("第三条　养蜂者应当登记。", "第四条　本条例自公布之日起施行。"),
    )
    assert not any(one.heading for one in found.clauses if one.num)


def test_items_in_an_article_that_look_like_sections_stay_in_it() -> None:
    found = document(
        *(
            "某市养蜂管理条例",
            "第一条　养蜂者应当：",
            "一、登记",
            "二、检疫",
            "第二条　登记每年一次。",
            "第三条　检疫免费。",
        ),
        "第四条　本条例自公布之日起施行。",
    )
    assert paths(found)[1:4] == ["第一条", "第一条 > 一", "第一条 > 二"]


NAMED = (
    "某省养蜂行动方案",
    "为发展养蜂，制定本方案。",
    "第一部分　总体要求",
    "坚持保护优先。",
    "第二部分　重点行动",
    "行动一　保护蜂种",
    "任务1　建立保种场。每市一个。",
    "任务2　开展普查。三年完成。",
    "行动二　壮大产业",
    "任务3　建设示范园。支持加工。",
    "行动三　加强服务",
    "任务4　开展培训。每年一次。",
)


def test_a_word_with_a_number_that_counts_up_is_an_ordinal() -> None:
    found = document(*NAMED)
    assert paths(found)[3:6] == ["第二部分 > 行动一", "第二部分 > 行动一 > 任务1", "第二部分 > 行动一 > 任务2"]
    assert paths(found)[-1] == "第二部分 > 行动三 > 任务4"
    assert clause(found, "第二部分 > 行动二").heading == "壮大产业"
    assert clause(found, "第二部分 > 行动一 > 任务2").heading == "开展普查"


def test_below_a_bracketed_ordinal_it_stands_below() -> None:
    found = document(
        *("某省养蜂方案", "一、任务", "（一）保种", "举措1：建场。", "举措2：普查。", "（二）加工", "举措3：建园。"),
        *("二、保障", "加强领导。"),
    )
    assert "一 > （一） > 举措2" in paths(found)
    assert "一 > （二） > 举措3" in paths(found)


@pytest.mark.parametrize(
    "lines",
    [("附表1　蜂箱", "附表2　蜂具", "附表3　蜂药"), ("到会12 人", "到会13 人"), ("共有3 家", "共有5 家", "共有9 家")],
)
def test_other_words_with_numbers_are_none(lines: tuple[str, ...]) -> None:
    found = document("某省养蜂方案", "一、任务", "发展养蜂。", *lines, "二、保障", "加强领导。")
    assert paths(found)[-2:] == ["一", "二"]


def test_a_list_in_one_line_begins_no_clause() -> None:
    found = document(
        "某省养蜂通知", "一、材料清单", "①登记表；②检疫证；③承诺书。", "二、时间", "①网上：3月。", "②纸质：4月。"
    )
    assert paths(found)[-4:] == ["一", "二", "二 > ①", "二 > ②"]
