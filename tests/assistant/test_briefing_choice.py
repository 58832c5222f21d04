"""What goes on the page: figures where they are asked for, who is charged where that is asked, what headings name."""

from __future__ import annotations

import re

import pytest

from corpus.text import visible_length
from tests.assistant.conftest import MakeAssistant

PLAN = """某市节水实施方案
一、主要目标
到2025年，新增节水型企业300家，漏损率降至8%以下，节水意识明显增强。
二、重点任务
（一）推广海水淡化
支持临港企业建设反渗透装置，研发能量回收设备。
（二）加强宣传
开展节水宣传活动，营造良好氛围。
市水利局负责管网改造，市财政局负责资金安排。
"""


def test_where_figures_are_asked_for_only_figures_are_given(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("把各文件的量化指标汇总成一页").markdown
    assert "300家" in found and "8%" in found
    assert "反渗透" not in found and "宣传" not in found and "意识" not in found


def test_nothing_ends_with_the_means_and_no_paper_to_come_is_told(assistant_over: MakeAssistant) -> None:
    rule = (
        "某市节水条例\n第一条 市水行政主管部门应当通过书面核查和实地检查等方式，每年至少检查取水单位2次。\n"
        "第二条 具体奖励办法由市水行政主管部门制定。\n第三条 擅自取水的，由市水行政主管部门处二万元罚款。\n"
    )
    found = assistant_over({"条例.txt": rule}).brief("某市节水条例，一页纸").markdown
    assert not re.search(r"等方式。?\[\d+\](?!\S*每年)", found)
    assert "等方式，每年至少检查取水单位2次" in found and "二万元" in found
    assert "具体奖励办法" not in found


def test_what_stands_under_a_heading_of_the_topic_is_of_the_topic(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("海水淡化简报").markdown
    assert "反渗透装置" in found and "能量回收设备" in found
    assert "宣传" not in found


def test_who_is_charged_is_given_where_it_is_asked(assistant_over: MakeAssistant) -> None:
    found = assistant_over({"方案.txt": PLAN}).brief("某市方案里各项工作由谁管、职责怎么分，写一页").markdown
    assert "市水利局负责管网改造" in found and "市财政局负责资金安排" in found
    assert "反渗透" not in found


def test_a_place_is_asked_about_by_name(assistant_over: MakeAssistant) -> None:
    tasks = "支持安庆开展海绵城市试点。\n鼓励芜湖建设节水城市。\n推进全省管网改造，新建管网300公里。"
    plan = f"某省试点方案\n一、任务\n{tasks}"
    found = assistant_over({"方案.txt": plan}).brief("某省方案里安庆、芜湖各承担什么试点").markdown
    assert "安庆" in found and "芜湖" in found
    assert "300公里" not in found


STATE = """国家节水方案
一、主要目标
到2025年，全国漏损率降至9%以下。
二、重点任务
（一）人才
组建国家节水专家委员会，培养青年科技人才。
（二）资金
设立国家节水专项资金，引导社会资本投入。
（三）示范
组织实施“清泉进万家”科技示范工程。
"""
PROVINCE = """某省节水方案
根据《国家节水方案》，制定本方案。
一、主要目标
到2025年，全省漏损率降至8%以下。
二、重点任务
（一）重大工程
加快推进“清泉进万家”应用示范项目，建设示范县12个。
（二）财政
探索设立省级节水专项资金，发行绿色债券。
（三）引才
引进高层次节水人才30名。
"""


def test_two_documents_are_set_side_by_side_on_what_both_speak_of(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"国家.txt": STATE, "某省.txt": PROVINCE})
    found = assistant.brief("某省方案和国家方案怎么衔接", documents=["国家.txt", "某省.txt"]).markdown
    lines = found.splitlines()
    project = next(line for line in lines if "清泉进万家" in line)
    money = next(line for line in lines if "国家节水专项资金" in line)
    assert "科技示范工程" in project and "应用示范项目" in project
    assert "省级节水专项资金" in money and "人才" not in money
    assert [line for line in lines if line.startswith("**")] == ["**依据**", "**目标**", "**任务对照**"]
    assert "9%以下" in found and "8%以下" in found


CHARGED = """某省节水方案
一、重点任务
1. 改造管网。更新供水管网300公里。（责任部门：省水利厅、省财政厅）
2. 推广器具。推广节水器具20万套。（责任部门：省住房城乡建设厅（省节水办））
3. 建设示范。建成示范县12个。（责任部门：省水利厅、省住房城乡建设厅）
4. 加强监管。建立用水监测平台5个。（责任部门：省水利厅）
"""


def test_a_page_on_a_document_says_who_does_what(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"方案.txt": CHARGED})
    page = assistant.brief("给领导一页纸介绍某省方案", documents=["方案.txt"])
    assert page.markdown.splitlines()[-3] == "**责任分工**"
    last = page.markdown.splitlines()[-1]
    assert last.startswith("* 省水利厅：第1、3—4项；[") and "300公里" in page.markdown
    cited = {one.mark: one.quote for one in page.citations}
    assert "省水利厅、省财政厅" in cited[int(last.partition("[")[2].partition("]")[0])]


def test_who_does_what_is_given_task_by_task_where_that_is_asked(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"方案.txt": CHARGED})
    page = assistant.brief("把某省方案的责任分工整理成一页", documents=["方案.txt"])
    assert "* 重点任务：改造管网——省水利厅、省财政厅；[" in page.markdown
    assert "建设示范——省水利厅、省住房城乡建设厅；[" in page.markdown and "300公里" in page.markdown
    assert "（责任部门：省水利厅、省财政厅）" in [one.quote for one in page.citations]


def test_who_does_what_is_given_unit_by_unit_where_that_is_asked(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"方案.txt": CHARGED})
    page = assistant.brief("把某省方案的责任分工按部门整理成一页", documents=["方案.txt"]).markdown
    assert "省住房城乡建设厅：第2—3项" in page and "省财政厅：第1项" in page
    assert "改造管网——" not in page


PARTED = """某省节水方案
一、政策保障
1. 财政支持。安排资金3亿元。（责任部门：省财政厅）
2. 水价改革。推行阶梯水价5档。（责任部门：省发展改革委）
3. 宣传教育。开展宣传活动12场。（责任部门：省教育厅）
二、重点任务
1. 改造管网。更新供水管网300公里。（责任部门：省水利厅）
2. 推广器具。推广节水器具20万套。（责任部门：省住房城乡建设厅）
"""


def test_who_does_what_in_one_section_leaves_the_others_out(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"方案.txt": PARTED})
    page = assistant.brief("某省方案的政策保障由谁负责，列个分工", documents=["方案.txt"]).markdown
    assert "财政支持——省财政厅" in page and "3亿元" in page
    assert "省水利厅" not in page and "300公里" not in page


@pytest.mark.parametrize(
    "request_",
    [
        "我们是省住建厅的，把某省方案里涉及我厅的任务列一下",
        "省住建厅在某省方案里担什么责任",
        "某省方案里涉及住建厅的任务，一页纸",
    ],
)
def test_the_tasks_of_one_body_are_those_of_the_clauses_that_charge_it(
    assistant_over: MakeAssistant, request_: str
) -> None:
    page = assistant_over({"方案.txt": PARTED}).brief(request_, documents=["方案.txt"]).markdown
    assert "20万套" in page
    assert "300公里" not in page and "3亿元" not in page


def test_bodies_named_in_running_text_are_told_with_their_sentences(assistant_over: MakeAssistant) -> None:
    text = (
        "某市创新方案\n一、平台\n支持某市大学、东方材料所争创省级基地。建设公共算力中心8座。\n二、企业\n"
        "支持星海汽车创建工程研究中心。新增高新技术企业500家。"
    )
    assistant = assistant_over({"方案.txt": text})
    page = assistant.brief("某市大学、星海汽车这些单位在某市方案里被点到了什么事？", documents=["方案.txt"]).markdown
    assert "争创省级基地" in page and "星海汽车创建工程研究中心" in page
    assert "8座" not in page and "500家" not in page


@pytest.mark.parametrize(
    "request_",
    ["某省方案一页纸，政策保障部分不要", "概括某省方案，不要政策保障部分", "某省方案要点，除了政策保障以外的"],
)
def test_what_is_to_be_left_out_is_left_out(assistant_over: MakeAssistant, request_: str) -> None:
    page = assistant_over({"方案.txt": PARTED}).brief(request_, documents=["方案.txt"]).markdown
    assert "300公里" in page and "3亿元" not in page


def test_figures_of_one_year_are_asked_for(assistant_over: MakeAssistant) -> None:
    text = "某省方案\n一、目标\n到2025年，新增企业100家。到2030年，新增企业900家。\n二、任务\n建设平台。"
    assistant = assistant_over({"方案.txt": text})
    page = assistant.brief("某省方案到2030年的量化目标，一页表", documents=["方案.txt"]).markdown
    assert "900家" in page and "100家" not in page


def test_a_request_in_words_nobody_thought_of_is_about_the_document(assistant_over: MakeAssistant) -> None:
    assistant = assistant_over({"方案.txt": PARTED})
    page = assistant.brief("某省方案，诺贝尔级别咯", documents=["方案.txt"]).markdown
    assert "300公里" in page
    silent = assistant.brief("某省方案里的火星移民", documents=["方案.txt"]).markdown
    assert "300公里" not in silent and "未见" in silent


def test_a_page_keeps_to_the_characters_that_a_request_counts(assistant_over: MakeAssistant) -> None:
    tasks = "\n".join(f"{at}. 建设第{at}批{name}设施。新建{name}{at}00座。" for at, name in enumerate(NAMES, 1))
    assistant = assistant_over({"方案.txt": f"某省方案\n一、重点任务\n{tasks}"})
    short = assistant.brief("某省方案，200字以内", documents=["方案.txt"]).markdown
    long = assistant.brief("某省方案，一页纸", documents=["方案.txt"]).markdown
    assert visible_length(re.sub(r"\[\d+\]", "", short)) <= 200 < visible_length(re.sub(r"\[\d+\]", "", long))


NAMES = (
    "泵站",
    "水窖",
    "水塔",
    "水库",
    "水闸",
    "渠道",
    "堤防",
    "水厂",
    "管廊",
    "滤池",
    "清水池",
    "取水口",
    "水表站",
    "船闸",
)


def test_a_document_that_seldom_says_who_is_responsible_gets_no_such_section(assistant_over: MakeAssistant) -> None:
    few = CHARGED.replace("（责任部门：省水利厅）", "").replace("（责任部门：省水利厅、省财政厅）", "")
    page = assistant_over({"方案.txt": few}).brief("某省方案一页纸", documents=["方案.txt"]).markdown
    assert "责任分工" not in page and "12个" in page


def test_tasks_stand_behind_the_heading_they_are_under(assistant_over: MakeAssistant) -> None:
    tasks = [
        f"{at}. 建设第{at}批设施。新建{name}{at}00座。" for at, name in enumerate(("泵站", "水窖", "水塔", "水库"), 1)
    ]
    text = "\n".join(["某省方案", "一、重点任务", "（一）实施提升工程", *tasks[:2], "（二）实施示范工程", *tasks[2:]])
    page = assistant_over({"方案.txt": text}).brief("某省方案一页纸", documents=["方案.txt"]).markdown
    first = next(line for line in page.splitlines() if line.startswith("* 实施提升工程："))
    second = next(line for line in page.splitlines() if line.startswith("* 实施示范工程："))
    assert "泵站" in first and "水窖" in first and "水塔" in second and "水库" in second
