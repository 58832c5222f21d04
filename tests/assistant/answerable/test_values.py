"""A sentence shows a value only in the shape and the dimension that the question asks for."""

from __future__ import annotations

import pytest

from assistant.answerable.values import needed_for, without_names
from tests.assistant.shelf import ask


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("技术中心建几家？", "推进建设一批技术中心。", False),
        ("技术中心建几家？", "推进建设三家技术中心。", True),
        ("技术中心建几家？", "第二条 本办法所称技术中心，由省厅认定。", False),
        ("技术中心建几家？", "第三十二条 技术中心由省厅认定。", False),
        ("技术中心建几家？", "第三十二条 建设三家技术中心。", True),
        ("试点县 6个名单", "支持岱山、嵊泗、普陀、定海、象山、宁海等6个县先行试点。", True),
        ("试点县 6个名单", "支持6个县先行试点。", False),
        ("农业项目问哪位？", "农业项目：周工，0575-85132136。", True),
        ("农业项目问哪位？", "农业项目：施工图，0575-85132136。", False),
        ("充电桩 数量目标", "预留充电接口的停车位比例达到10%。", False),
        ("充电桩 数量目标", "建成充电桩1.5万个。", True),
        ("地铁线路数量", "完成3号线、7号线建设。", False),
        ("海上风电装机多少万千瓦？", "海上风电装机达到500MW。", True),
        ("海上风电装机多少万千瓦？", "海上风电带动投资500亿元。", False),
        ("变电站的面积", "建设500kV变电站。", False),
        ("变电站的面积", "变电站占地12亩。", True),
        ("隧道全长", "隧道2028年建成。", False),
        ("养老补贴标准", "按当地最低工资的60%发放。", True),
        ("集中供暖 每平方米收费标准", "集中供暖100%来自清洁能源。", False),
        ("集中供暖 每平方米收费标准", "集中供暖每平方米26.7元。", True),
        ("设备单价得到多少万才算大型？", "由财政资金全额出资购置的大型设备，应当共享。", False),
        ("设备单价得到多少万才算大型？", "单价50万元以上的设备为大型设备。", True),
        ("检测周期能缩短多少？", "检测周期平均缩短三分之一。", True),
        ("市县分担比例是多少？", "由市、县两级按6:4比例分担。", True),
        ("市县分担比例是多少？", "每日8:30开始供水。", False),
        ("测试费能便宜多少？", "测试费按成本价的五折收取。", True),
        ("危险到几级要进专区？", "四级、五级项目进入专区。", True),
        ("建平台投了多少万？", "平台集成四项功能，2026年6月底上线。", False),
        ("建平台投了多少万？", "平台建设投入300万元。", True),
        ("跟哪家银行合作？", "对合作银行发放的贷款给予补偿。", False),
        ("跟哪家银行合作？", "由绍兴银行发放贷款。", True),
        ("专家组组长是谁？", "成立专家组，由主任会议审定。", False),
        ("专家组组长是谁？", "成立专家组，组长：李明华。", True),
        ("出资人由谁来当？", "由市国资中心履行出资人职责。", True),
        ("出资人由谁来当？", "由市国资中心公布名单。", False),
        ("专家组组长由谁担任？", "专家组组长由分管副市长担任。", True),
        ("咨询电话", "咨询电话：0571-8700123。", True),
        ("咨询电话", "畅通咨询渠道，2025年底前完成。", False),
        ("咨询电话", "由节水办公室负责解释，电话66604098。", True),
        ("平台网址", "登录www.example.gov.cn办理。", True),
        ("平台网址", "登录服务平台办理。", False),
        ("办公地址", "到人民路12号办理。", True),
        ("办公地址", "到办公室办理。", False),
        ("入选名单", "入选的有甲公司、乙公司。", True),
        ("入选名单", "公布入选企业。", False),
        ("委员会 名单", "打造信息集聚、评价完善、市场运营的委员会。", False),
        ("企业 单家补助额", "支持500家左右企业。", False),
        ("专家持有的份额占多大比例？", "全部或者主要由财政资助的成果，由专家持有。", False),
        ("专家持有的份额占多大比例？", "专家持有的份额不低于七成。", True),
        ("专家持有的份额占多大比例？", "专家持有的份额不低于百分之七十。", True),
        ("最迟推到什么时候？", "2020年年报可以推迟。", False),
        ("最迟推到什么时候？", "推迟到4月30日前。", True),
        ("最晚什么时候建成？", "到2030年建成。", True),
        ("举报邮箱是什么？", "举报电话：0575-8823902。", False),
        ("怎么用电子邮件举报？", "举报邮箱：jubao@example.com。", True),
        ("平台的网址是多少？", "举报邮箱：jubao@example.com。", False),
        ("贷款期限多久？", "自2019年5月推出以来放贷16亿元。", False),
        ("贷款期限多久？", "贷款期限为三年。", True),
        ("管网能用多久？", "研发与建筑同寿命的管网。", True),
        ("稳岗补贴标准", "社会保险费缓缴期不超过6个月。", False),
        ("稳岗补贴标准", "按3个月的失业保险金发放。", True),
        ("稳岗补贴标准", "一次性发放6个月。", True),
        ("举报奖金标准", "建立有奖举报制度。", False),
        ("举报奖金标准", "给予50元以上500元以下奖励。", True),
        ("节水大会是哪一天召开的？", "节水办法在2016年修订。", False),
        ("节水大会是哪一天召开的？", "节水大会于2月24日召开。", True),
        ("节水贷款 比例 期限", "贴息期限最长2年。", True),
        ("节水贷款 比例 期限", "贴息后拨付。", False),
        ("能退多少水费？", "返还上年度水费的50%。", True),
        ("能退多少水费？", "返还上年度水费。", False),
        ("每户补几块钱？", "按上年补助额度的50%发放。", False),
        ("每户补几块钱？", "每户补助30元。", True),
        ("逾期不拆除水坝罚多少？", "处拆除费用二倍以下的罚款。", True),
        ("逾期不拆除水坝罚多少？", "所需费用由责任人承担。", False),
        ("逾期不拆除水坝罚多少元？", "处拆除费用二倍以下的罚款。", False),
    ],
)
def test_the_shape_of_a_value_is_looked_for(question: str, text: str, shown: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None
    assert bool(needed.search(text)) is shown


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        ("造谣要拘留几天？", "10日就有关问题进行了解答。", False),
        ("造谣要拘留几天？", "记者10日从发布会上获悉。", False),
        ("造谣要拘留几天？", "处五日以上十日以下拘留。", True),
        ("公示几天？", "15日内公示。", True),
        ("公示几天？", "公示，10日无异议的公布。", True),
        ("大会是哪一天召开的？", "新华社北京2月10日电 大会即将召开。", False),
        ("大会是哪一天召开的？", "大会2月10日召开，电话通知各地。", True),
    ],
)
def test_the_day_of_a_piece_of_news_is_no_value(question: str, text: str, shown: bool) -> None:
    asked = ask(question)
    needed = needed_for(asked)
    assert needed is not None
    assert bool(needed.search(without_names(text, asked))) is shown


@pytest.mark.parametrize(
    ("question", "said", "shows"),
    [
        ("水厂名录多久更新一次？", "定期更新水厂名录。", True),
        ("水厂名录多久更新一次？", "水厂名录每两年更新一次。", True),
        ("水厂名录隔多久更新？", "按季度更新水厂名录。", True),
        ("水厂名录多久更新一次？", "建立水厂名录。", False),
        ("水厂许可有效期多久？", "定期换发水厂许可证。", False),
    ],
)
def test_how_often_is_told_by_a_span_or_by_a_word(question: str, said: str, shows: bool) -> None:
    needed = needed_for(ask(question))
    assert needed is not None and bool(needed.search(said)) is shows
