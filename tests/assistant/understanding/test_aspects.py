"""What is asked about a thing, and what a sentence must show to answer that, or to be told from its neighbours."""

from __future__ import annotations

import pytest

from assistant.understanding.aspects import aspect_missing, consequence_missing, told_by
from assistant.understanding.wanted import Wanted, wants


@pytest.mark.parametrize(
    ("question", "said", "missing"),
    [
        ("换建设地点，手续怎么走？", "确需调整地点的，由县水利局提出意见，报原批复单位批准。", False),
        ("换建设地点，手续怎么走？", "建设地点应当远离水源。", True),
        ("取水许可的办理流程", "取水许可证有效期为五年。", True),
        ("漏报水量会被罚吗？", "漏报水量的，处一千元罚款。", False),
        ("漏报水量会被罚吗？", "用水单位应当按月报送水量。", True),
        ("节水基金 管理人名称", "设立规模2亿元的节水基金。", True),
        ("节水基金 管理人名称", "节水基金由市水务集团担任管理人。", False),
        ("居民用水的单价定在多少？", "水厂二期（总投资5.6亿元）。", True),
        ("居民用水的单价定在多少？", "居民用水每立方米3.2元。", False),
        ("居民用水第二档一吨水多少钱？", "再生水1.5元/立方米。", True),
        ("要换掉效率在哪一档以下的老旧水泵？", "淘汰二级能效以下的水泵。", False),
        ("为啥村里的水价比城里低，方案解释了吗？", "到2025年，村、镇水价分别降至2元、3元。", True),
        ("为啥村里的水价比城里低，方案解释了吗？", "为减轻农户负担，村里水价降至2元。", False),
        ("绍兴为啥把漏损率的降幅定成5%，不定高点？", "到2025年，漏损率下降5%。", True),
        ("绍兴为啥把漏损率的降幅定成5%，不定高点？", "考虑到管网年限，漏损率下降5%。", False),
        ("水价低是什么原因？", "因水源充足，水价较低。", False),
        ("为什么要节水？", "水价降至2元。", False),
        ("居民用水第二档一吨水多少钱？", "第二档水量4.8元/立方米。", False),
        ("管网改造哪家中标？", "改造管网200公里。", True),
        ("管网改造是哪家公司中标的？", "由市排水公司运行维护。", True),
        ("漏报水量罚多少钱？", "投保水量保险的，每次事故赔偿限额80万元。", True),
        ("漏报水量罚多少钱？", "漏报水量的，处一千元以上五千元以下罚款。", False),
        ("再生水售价是多少？", "对使用再生水的企业每年奖励30万元。", True),
        ("再生水售价是多少？", "再生水每立方米1.5元。", False),
        ("水量多久报一次？", "用水单位应当按月报送水量。", False),
        ("“双倍增”里倍增的是谁？", "实施节水企业“双倍增”行动。", False),
    ],
)
def test_an_answer_speaks_of_what_was_asked_about_the_thing(question: str, said: str, missing: bool) -> None:
    assert aspect_missing(question, said) is missing


@pytest.mark.parametrize(
    "question",
    ["我41岁，报这个项目年龄超没超？", "申请人的年龄有什么要求？", "45岁，女的，能申请吗？", "我够不够年龄？"],
)
def test_who_asks_whether_the_age_fits_is_told_by_a_sentence_on_ages(question: str) -> None:
    assert any(pattern.search("申请人不超过45周岁。") for pattern in told_by(question))
    assert not all(pattern.search("联系人：水利处。") for pattern in told_by(question))


@pytest.mark.parametrize("question", ["奖金是一次性给还是分几次给？", "补助款分几回打？", "补贴一把给还是分批给？"])
def test_who_asks_whether_all_comes_at_once_is_told_by_a_sentence_on_instalments(question: str) -> None:
    assert any(pattern.search("项目立项后先拨付一半，验收后拨付另一半。") for pattern in told_by(question))
    assert wants(question) is Wanted.NOTHING


@pytest.mark.parametrize("question", ["装机规模有多大？", "60岁老人每月补多少？", "他们到没到？"])
def test_other_questions_are_not_about_ages(question: str) -> None:
    assert not any(pattern.search("不超过45周岁") for pattern in told_by(question))


@pytest.mark.parametrize("question", ["水厂这样收费合法吗？", "夜里停水行不行？", "让不让抽地下水？"])
def test_whether_it_is_allowed_is_told_by_what_one_may_or_may_not(question: str) -> None:
    assert any(pattern.search("不得收取押金。") for pattern in told_by(question))
    assert not all(pattern.search("每年选出20家水厂。") for pattern in told_by(question))


@pytest.mark.parametrize(
    ("question", "said", "missing"),
    [
        ("偷水的会怎么处理？", "对困难家庭减免水费。", True),
        ("偷水的会怎么处理？", "偷水的，列入失信名单。", False),
        ("偷水的会被怎么处罚？", "偷水的，由水务部门责令补缴。", False),
        ("污水怎么处理？", "污水经过三道过滤。", False),
    ],
)
def test_how_somebody_is_dealt_with_is_told_by_what_is_done_to_him(question: str, said: str, missing: bool) -> None:
    assert consequence_missing(question, said) is missing
