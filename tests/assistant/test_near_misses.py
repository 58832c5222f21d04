"""What a document only mentions is refused beside the clause that mentions it; what it prints is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from corpus.library import Library
from index.embeddings import load_embedder
from index.indexer import Indexer
from index.retriever import HybridRetriever

NOTICE = """衢江市人民政府关于印发衢江市节水型城市建设行动方案的通知

衢江政〔2024〕8号

各区人民政府：

现将《衢江市节水型城市建设行动方案》印发给你们。

衢江市人民政府
2024年3月5日

衢江市节水型城市建设行动方案

一、管网建设
推进“两横三纵”输水干管建设，提高供水保障能力。坚持控源、截污、再生“三水共治”。建设20个节水示范小区，改造老旧管网。到2026年，海绵城市达标面积占比达到35%，再生水管网长度达到300公里，雨水收集池配备专职巡查员。

二、产业培育
实施节水企业“倍增”行动，支持有条件的区创建节水产业园，完善服务体系，新增节水装备制造企业60家。启动江源膜材料生产基地项目，设立节水基金。在青海建设高原节水试验站，2027年5月验收。研发反渗透膜技术，膜组件脱盐率达到99%，运行压力不高于1.2MPa。

三、资金政策
对省级节水型企业给予20万元奖励，对市级节水型企业给予10万元奖励。对承租国有厂房的节水企业，免收3个月租金。对购买节水工程质量责任保险的企业，按实缴保费的40%给予补贴，最高15万元。再生水价格由供需双方协商确定，公共绿地取用再生水按0.8元/立方米收取。

四、人才队伍
博士研究生到节水企业工作的，每月发放生活补贴1800元。

五、组织领导
成立由市长任组长、分管副市长任副组长的节水工作专班，专班办公室主任由陈立同志兼任。参保单位可以延期缴纳失业保险费，期限延长至2024年12月底。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    home = tmp_path_factory.mktemp("home")
    source = Path(tmp_path_factory.mktemp("in")) / "衢江市节水型城市建设行动方案.txt"
    source.write_text(NOTICE, encoding="utf-8")
    library, embedder = Library(home), load_embedder("bundled")
    Indexer(home, library, embedder).ingest([source])
    return Assistant(library, HybridRetriever(home, library, embedder))


@pytest.mark.parametrize(
    ("question", "mentioned"),
    [
        ("“两横三纵”是哪几条干管？", "两横三纵"),
        ("两横三纵分别指什么？", "两横三纵"),
        ("20个节水示范小区具体是哪20个？", "20个节水示范小区"),
        ("节水企业“倍增”行动要把企业数量增加到多少家？", "倍增"),
        ("江源膜材料生产基地项目投了多少资？", "江源膜材料"),
        ("膜组件的产水量要求（L/h）", "膜组件"),
        ("反渗透膜的成本（元/平方米）", "反渗透膜"),
        ("企业用再生水每吨收多少钱？", "供需双方协商"),
        ("区级节水型企业奖励多少钱？", "节水型企业给予10万元"),
        ("承租私人厂房的节水企业免收几个月租金？", "国有厂房"),
        ("买员工意外险的企业能补贴多少？", "责任保险"),
        ("硕士到节水企业工作每月补贴多少钱？", "博士研究生"),
        ("雨水收集池要配备几名巡查员？", "专职巡查员"),
        ("节水工作专班组长叫什么名字？", "由市长任组长"),
        ("节水工作专班副组长姓名", "副市长任副组长"),
        ("医疗保险费延期缴纳到什么时候？", "失业保险费"),
        ("2030年再生水管网长度达到多少公里？", "300公里"),
        ("节水基金聘请了哪家基金管理公司？", "节水基金"),
        ("节水工作专班 人数 组成规定", "节水工作专班"),
    ],
)
def test_what_is_only_mentioned_is_refused_beside_the_clause_that_mentions_it(
    desk: Assistant, question: str, mentioned: str
) -> None:
    answer = desk.ask(question)
    assert answer.status is AnswerStatus.REFUSED
    assert any(mentioned in one.text for one in answer.nearest)


def test_a_year_that_is_not_given_is_refused_with_the_one_that_is(desk: Assistant) -> None:
    answer = desk.ask("2030年再生水管网长度达到多少公里？")
    assert answer.answer.endswith("文件给出的是2026年的。")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("“三水共治”是哪三水？", "控源、截污、再生"),
        ("节水企业“倍增”行动新增多少家节水装备制造企业？", "60家"),
        ("膜组件的运行压力（MPa）", "1.2MPa"),
        ("公共绿地用再生水每立方米收多少钱？", "0.8元"),
        ("市级节水型企业奖励多少钱？", "10万元"),
        ("承租国有厂房的节水企业免收几个月租金？", "3个月"),
        ("买节水工程质量责任保险的企业能补贴多少？", "40%"),
        ("博士到节水企业工作每月补贴多少钱？", "1800元"),
        ("节水工作专班办公室主任叫什么名字？", "陈立"),
        ("节水工作专班由谁任组长？", "市长"),
        ("失业保险费延期缴纳到什么时候？", "12月底"),
        ("衢江在青海的高原节水试验站哪年验收？", "2027年5月"),
        ("2026年再生水管网长度达到多少公里？", "300公里"),
    ],
)
def test_what_is_printed_is_answered_in_the_same_words(desk: Assistant, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.answer
