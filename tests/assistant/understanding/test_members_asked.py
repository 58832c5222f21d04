"""A slogan or a number is no list of the things that it stands for."""

from __future__ import annotations

import pytest

from assistant.statements import Statement
from assistant.understanding.members_asked import Members, members_asked, some_of_many, unfolded, unfolding
from tests.assistant.shelf import evidence_of
from tests.corpus.sources import document


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("“两横三纵”是哪几条干管？", Members(0, "两横三纵")),
        ("两横三纵是哪几条？", Members(0, "两横三纵")),
        ("“百村亮灯”选中的是哪一百个村？", Members(100, "百村亮灯")),
        ("30家领跑者名单", Members(30, "")),
        ("“百村亮灯”最后选了哪些村？", Members(0, "百村亮灯")),
        ("“百村亮灯”工程里的村子，有没有名单？", Members(0, "百村亮灯")),
        ("22个试点县具体是哪些？", Members(22, "")),
        ("“三水共治”是什么？", Members(0, "三水共治", by_name=False)),
        ("“三水共治”有什么措施？", None),
        ("“五十百”节水行动，五、十、百分别指啥？", Members(0, "五十百")),
        ("与“一带一路”国家合作，靠哪几个中心？", None),
        ("“百村亮灯”工程围绕哪两类场景来做？", None),
        ("四级工厂分别奖励多少？", None),
        ("哪两个部门负责？", None),
    ],
)
def test_which_things_are_asked_for_by_name(question: str, wish: Members | None) -> None:
    assert members_asked(question) == wish


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("“三改联动”是哪三种改造？", "推进节能降碳改造、灵活性改造、供热改造“三改联动”。", True),
        ("“三改联动”是哪三种改造？", "推进煤电“三改联动”，加强钢铁、水泥、化工改造。", False),
        ("“一核两翼”分别指哪里？", "构建“一核两翼”格局，一核为老城区，两翼为江北新城和空港新城。", True),
        ("“五十百”行动，五、十、百分别指啥？", "实施节水“五十百”行动，指导各县编制方案，培育示范县、示范企业。", False),
        ("“四个一批”指什么？", "落实“四个一批”（新建一批、改造一批、淘汰一批、提升一批）。", True),
        ("“六美乡村”指的是哪六美？", "建设“六美乡村”，推进垃圾、污水、厕所、道路、绿化、照明六项整治。", False),
        ("“四个集中”具体指什么？", "做到集中患者、集中专家、集中资源、集中救治。", True),
        ("“三库”指的是什么？", "加快粮库、油库和冷库建设。", True),
        ("“三库”指的是什么？", "加快粮库、油库建设，打好“三库”会战。", False),
        ("“两停一保”是什么？", "落实“两停一保”“四个不准”，即停售、停运；保供应。", True),
        ("22个试点县具体是哪些？", "在青田、云和、景宁、庆元、缙云等22个县开展试点。", True),
        ("22个试点县具体是哪些？", "在22个县开展试点，学校、医院、机关先行。", False),
    ],
)
def test_a_sentence_names_them_or_only_their_slogan(question: str, sentence: str, told: bool) -> None:
    wish = members_asked(question)
    assert wish is not None
    assert unfolded(wish, [sentence]) is told


def test_the_sentence_that_counts_them_up_is_told_where_another_only_counts_them() -> None:
    found = document("某市方案", "", "一、产业", "四大产业增加值占比达到75%。做强旅游业、会展业、渔业和种业四大产业。")
    (said,) = unfolding("四大产业是哪四个？", [evidence_of(found, "一")])
    assert said.text == "做强旅游业、会展业、渔业和种业四大产业。"
    assert unfolding("五大产业是哪五个？", [evidence_of(found, "一")]) == []


def test_it_is_told_to_its_stop() -> None:
    said = "落实“两停一保”，即停售来源不明的种苗；停运染疫车辆；保障饲料供应。"
    found = document("某市方案", "", "一、防疫", f"严格按照“两停一保”要求执行。{said}其他事项照旧。")
    (told,) = unfolding("“两停一保”是什么？", [evidence_of(found, "一")])
    assert told.text == said


def test_five_items_are_no_list_of_a_hundred() -> None:
    listed = [Statement(f"第{at}类项目。", ()) for at in range(5)]
    assert some_of_many("130个立项项目是哪些？", listed)
    assert not some_of_many("五类项目是哪些？", listed)
    assert not some_of_many("有什么项目？", listed)


@pytest.mark.parametrize("question", ["互认的那二十多家医院分别叫什么？", "入选的20余家企业名单"])
def test_a_round_number_counts_things_too(question: str) -> None:
    wish = members_asked(question)
    assert wish is not None
    assert (wish.how_many, wish.slogan, wish.by_name) == (20, "", True)
