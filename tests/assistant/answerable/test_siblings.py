"""What holds for one of a family answers no question about another."""

from __future__ import annotations

import pytest

from assistant.answerable.siblings import of_a_sibling
from tests.assistant.shelf import ask


@pytest.mark.parametrize(
    ("question", "sentence", "sibling"),
    [
        ("失业保险缓缴到什么时候？", "医疗保险费可缓缴至12月底。", True),
        ("失业保险缓缴到什么时候？", "医疗保险费、失业保险费可缓缴至12月底。", False),
        ("租民营厂房免几个月租金？", "承租国有房屋的，免收3个月租金。", True),
        ("硕士每月补贴多少钱？", "博士每月补贴2000元。", True),
        ("畜禽遗传资源出境办什么手续？", "人类遗传资源出境的，应当经批准。", True),
        ("人体遗传资源出境办什么手续？", "人类遗传资源出境的，应当经批准。", False),
        ("县级绿色工厂奖励多少钱？", "国家级绿色工厂奖励50万元，省级绿色工厂奖励20万元。", True),
        ("市级孵化器奖励多少钱？", "国家级孵化器给予100万元奖励，由市科技局兑现。", True),
        ("省级实验室补助多少钱？", "国家实验室补助500万元，省重点实验室补助200万元。", False),
        ("国家级高新区能耗降到多少吨？", "国家高新区能耗降至0.4吨。", False),
        ("购置设备的补贴是多少钱？", "购置设备的，按投资额的10%给予补贴。", False),
        ("无人机购机补贴多少钱？", "对无人机航线给予运营补贴，每架次20元。", True),
        ("小微企业贷款贴息多少？", "对中小企业贷款给予2%贴息。", False),
        ("废旧电池回收率要达到多少？", "城镇生活垃圾回收利用率不低于45%。", True),
        ("秸秆综合利用率是多少？", "畜禽粪污综合利用率达到80%。", True),
        ("生活垃圾无害化处理率是多少？", "生活垃圾无害化处理率达到100%，秸秆利用率达到90%。", False),
        ("生活垃圾无害化处理率是多少？", "垃圾无害化处理率达到100%，污泥处置率达到90%。", False),
        ("建筑垃圾利用率是多少？", "渣土利用率达到60%，污泥处置率达到90%。", False),
        ("新能源汽车换电站 补助标准", "电动自行车换电柜每台补助300元。", True),
        ("新能源汽车换电站 补助标准", "公交车、出租汽车换电站每座补助3万元。", False),
        ("电动自行车棚每个补多少钱？", "小区汽车充电位每个补800元。", True),
        ("电动车棚每个补多少钱？", "电动自行车棚每个补800元。", False),
        ("中成药每个品种奖励多少钱？", "对仿制药每个品种奖励100万元。", True),
        ("丁类人才发什么卡？", "甲类至丙类人才发金卡。", True),
        ("乙类人才发什么卡？", "甲类至丙类人才发金卡。", False),
    ],
)
def test_one_of_a_family_is_not_told_by_another(question: str, sentence: str, sibling: bool) -> None:
    assert of_a_sibling(ask(question), sentence, sentence) is sibling


def test_a_clause_that_sorts_people_by_degrees_tells_nothing_of_another_degree() -> None:
    said, table = "租房补贴按下列标准发放，每半年一次。", "博士：3万元；硕士：2万元；本科：1万元。"
    assert of_a_sibling(ask("大专毕业生的租房补贴是多少钱？"), said, table)
    assert not of_a_sibling(ask("硕士的租房补贴是多少钱？"), said, table)
    assert not of_a_sibling(ask("大专毕业生的租房补贴是多少钱？"), said, "本科毕业生凭毕业证书申请。")


def test_what_the_heading_names_need_not_stand_in_the_sentence() -> None:
    assert not of_a_sibling(ask("失业保险费缓缴到什么时候？"), "医疗保险费按原规定。", "缓缴失业保险费，至12月底。")
