"""The cells that are asked for, of the row that is named; and rows by what stands in them."""

from __future__ import annotations

import pytest

from assistant.models import Answer, AnswerStatus, CitationStatus, SentenceStatus
from tests.assistant.conftest import MakeAssistant

PLAN = {
    "规划.txt": """石桥市绿色农业发展规划

为发展绿色农业，制定本规划。

一、总体要求
到2027年，绿色农业水平明显提升。

二、重点任务
推进化肥减量，加强秸秆利用，建设冷库。

附件1

主要指标

序号	指标	单位	2022年	2027年	属性
1	秸秆综合利用率	%	86	95以上	约束性
2	冷库库容	万吨	12	30	预期性
3	化肥使用量	万吨	4.6	—	预期性

附件2

任务分工

| 序号 | 重点任务 | 牵头单位 | 参与单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 秸秆收储站点建设，新建站点20处；改造旧站8处 | 市农业农村局 | 市财政局、市生态环境局 | 2026年6月底 |
| 2 | 产地冷库建设 | 市商务局 | 市供销社 | 2027年底 |
| 3 | 测土配方施肥 | 市农业农村局 |  | 每年5月底 |

附件3

补助标准

类别｜项目｜补助标准（元）｜名额
设备｜秸秆打捆机｜18000｜40
设备｜深松机｜9000｜25
"""
}


def answered(answer: Answer) -> bool:
    good = answer.status is AnswerStatus.ANSWERED
    quoted = all(one.status is CitationStatus.VERIFIED for one in answer.citations)
    return good and quoted and all(one.status is SentenceStatus.VERIFIED for one in answer.sentences)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("石桥市秸秆综合利用率2027年要到多少", "秸秆综合利用率：2027年为95%以上。"),
        ("秸秆综合利用率 2022年", "秸秆综合利用率：2022年为86%。"),
        ("冷库库容2022年和2027年分别是多少？", "冷库库容：2022年为12万吨；2027年为30万吨。"),
        ("秸秆综合利用率是约束性的还是预期性的", "秸秆综合利用率：属性为约束性。"),
        ("产地冷库建设由谁牵头，什么时候完成", "产地冷库建设：牵头单位为市商务局；完成时限为2027年底。"),
        ("建设产地冷库，哪些单位参与？", "产地冷库建设：参与单位为市供销社。"),
        ("买一台秸秆打捆机补助多少钱", "设备 秸秆打捆机：补助标准为18000元。"),
        ("深松机的名额有多少", "设备 深松机：名额为25。"),
    ],
)
def test_the_cells_asked_for_are_told_under_their_heads(
    assistant_over: MakeAssistant, question: str, told: str
) -> None:
    answer = assistant_over(PLAN).ask(question)
    assert answered(answer)
    assert [one.text for one in answer.sentences] == [told]


def test_a_row_is_quoted_as_it_is_printed_whatever_stops_it_holds(assistant_over: MakeAssistant) -> None:
    (cited,) = assistant_over(PLAN).ask("秸秆收储站点建设由哪个单位牵头？").citations
    assert cited.quote == (
        "| 1 | 秸秆收储站点建设，新建站点20处；改造旧站8处 | 市农业农村局 | 市财政局、市生态环境局 | 2026年6月底 |"
    )


@pytest.mark.parametrize(
    "question",
    [
        "冷库库容2035年的目标是多少",
        "化肥使用量2027年的目标是多少",
        "测土配方施肥由哪些单位参与",
        "植保无人机补助多少钱",
        "产地冷库建设安排了多少资金",
    ],
)
def test_another_year_a_blank_cell_and_a_thing_without_a_row_are_refused(
    assistant_over: MakeAssistant, question: str
) -> None:
    assert assistant_over(PLAN).ask(question).status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("石桥市农业农村局牵头哪些任务", ["秸秆收储站点建设", "测土配方施肥"]),
        ("石桥市供销社参与哪些任务", ["产地冷库建设"]),
        ("石桥市规划里哪些指标是预期性的", ["冷库库容", "化肥使用量"]),
    ],
)
def test_rows_are_told_by_what_stands_in_their_cells(
    assistant_over: MakeAssistant, question: str, rows: list[str]
) -> None:
    answer = assistant_over(PLAN).ask(question)
    assert answered(answer)
    assert [one.text.split("，")[0].rstrip("。") for one in answer.sentences] == rows


STACKED = {
    "措施.txt": """石桥市吸引人才若干措施

为吸引人才，制定本措施。

一、发放租房补贴
对新引进的下列人才按标准发放租房补贴和交通补贴。

人才类别

租房补贴

交通补贴

甲类（国家级名匠）

9万元

每月900元

乙类（博士、正高级工程师）

6万元

每月600元

丙类（硕士、高级技工）

3万元

每月300元

租房补贴分三年发放。

二、建设人才驿站
各县区建成人才驿站并备足床位。

附件

各县区人才驿站建设目标表

县区

人才驿站（家）

其中免费床位（张）

东溪县

12

340

南岭县

8

210

西湾区

5

130
"""
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("石桥市丙类人才的租房补贴和每月交通补贴标准", "丙类：租房补贴为3万元；交通补贴为每月300元。"),
        ("博士每月能领多少交通补贴", "乙类：交通补贴为每月600元。"),
        ("石桥市西湾区的人才驿站要建几家，里面免费的床位占几张", "西湾区：人才驿站为5家；其中免费床位为130张。"),
        ("南岭人才驿站目标几家", "南岭县：人才驿站为8家。"),
        ("我是硕士，来了能拿多少租房补贴", "丙类：租房补贴为3万元。"),
    ],
)
def test_rows_whose_cells_stand_one_below_the_other_are_told_like_others(
    assistant_over: MakeAssistant, question: str, told: str
) -> None:
    answer = assistant_over(STACKED).ask(question)
    assert answered(answer)
    assert [one.text for one in answer.sentences] == [told]


@pytest.mark.parametrize("question", ["丁类人才的租房补贴是多少", "大专毕业生到石桥市的租房补贴是多少"])
def test_a_class_without_a_row_is_refused(assistant_over: MakeAssistant, question: str) -> None:
    assert assistant_over(STACKED).ask(question).status is AnswerStatus.REFUSED


CITIES = {
    "方案.txt": """山东省雨水利用方案

为利用雨水，制定本方案。

一、主要目标
全省雨水利用能力明显提高，建成一批蓄水池。

二、组织实施
各市在青岛、烟台先行试点，每年报告蓄水池建设情况。

附件

各市蓄水池建设目标

城市

蓄水池目标（座）

其中地下蓄水池（座）

青岛市

300

40

烟台市

120

25

威海市

90

8
"""
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岛和威海的蓄水池目标各是多少座", ["青岛市：蓄水池目标为300座。", "威海市：蓄水池目标为90座。"]),
        ("青岛和烟台的地下蓄水池差几座", ["青岛市：其中地下蓄水池为40座。", "烟台市：其中地下蓄水池为25座。"]),
        ("威海市蓄水池任务", ["威海市：蓄水池目标为90座。"]),
    ],
)
def test_the_rows_of_places_are_told_side_by_side(
    assistant_over: MakeAssistant, question: str, told: list[str]
) -> None:
    answer = assistant_over(CITIES).ask(question)
    assert answered(answer)
    assert [one.text for one in answer.sentences] == told


def test_a_place_without_a_row_is_not_told_by_that_of_another(assistant_over: MakeAssistant) -> None:
    assert "300" not in assistant_over(CITIES).ask("济宁的蓄水池目标是多少座").answer


WORKS = {
    "方案.txt": """石桥市绿道建设方案

为建设绿道，制定本方案。

一、主要任务
建成东湖隧道绿道工程和西山、北岗2座驿站。

附件

石桥市绿道建设任务清单

序号

任务

责任单位

完成时限

1

东湖隧道绿道工程开工

市住建局、市财政局

2024年6月底

2

东湖隧道绿道工程建成开放

市住建局、东湖镇

2025年12月底

3

西山休闲驿站建设，面积每处300平方米

市林业局、西山镇

2025年9月底

4

北岗休闲驿站建设，面积每处500平方米

市水务局、北岗镇

2025年10月底
"""
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("东湖隧道绿道工程什么时候建成", ["东湖隧道绿道工程建成开放：完成时限为2025年12月底。"]),
        (
            "东湖隧道绿道工程归谁管",
            [
                "东湖隧道绿道工程开工：责任单位为市住建局、市财政局。",
                "东湖隧道绿道工程建成开放：责任单位为市住建局、东湖镇。",
            ],
        ),
        ("西山的驿站啥时候弄完？", ["西山休闲驿站建设，面积每处300平方米：完成时限为2025年9月底。"]),
        (
            "北岗驿站归哪家弄，哪个月底前要建好？",
            ["北岗休闲驿站建设，面积每处500平方米：责任单位为市水务局、北岗镇；完成时限为2025年10月底。"],
        ),
    ],
)
def test_a_row_is_told_by_its_own_word_and_two_where_none_is_said(
    assistant_over: MakeAssistant, question: str, told: list[str]
) -> None:
    answer = assistant_over(WORKS).ask(question)
    assert answered(answer)
    assert [one.text for one in answer.sentences] == told


_NOTED = {
    "青川规划.txt": "青川县农田水利规划\n\n一、主要目标\n到2028年，农田水利设施更加完善。\n\n"
    "专栏1 主要指标\n指标名称 | 单位 | 2023年 | 2028年\n"
    "高效节水灌溉工程面积 | 万亩 | 14 | 32\n灌溉水有效利用系数 | — | 0.56 | 0.61\n"
    "注：高效节水灌溉含喷灌、微灌和管灌。\n\n二、管护\n渠道每年清淤一次。\n"
}


def test_a_note_below_the_table_is_no_nearer_than_its_rows(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(_NOTED).ask("青川高效节水灌溉2028年要到多少？")
    assert "32万亩" in answer.answer
