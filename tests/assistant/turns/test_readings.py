"""A turn whose own words the answer passes over is read by itself: in the clause cited, in the document, anywhere."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.finding.rarity import Rarity
from assistant.models import AnswerStatus, Turn
from assistant.turns.followup import make_whole
from assistant.turns.own_words import Words
from assistant.turns.readings import readings, talk_before
from assistant.understanding.synonyms import Synonyms
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import CITY, PROVINCE, TEXTS, library
from tests.assistant.turns.test_followup import turn

MARKETS = """柯桥市集市管理条例

2021年3月1日 柯桥市人民代表大会常务委员会通过

第一条 为了加强集市管理，维护经营秩序，制定本条例。

第二条 本市集市的开办、经营和监督管理，适用本条例。

第三条 开办集市应当自开办之日起十五日内向市场监督管理部门备案。集市摊位由开办者分配，同一经营者租用的摊位不得超过三个。

第四条 摊位租金由开办者与经营者约定，租期不超过两年。外来经营者还应当提交住所证明。

第五条 经营者应当在摊位显著位置公示价格。鲜活水产的经营者应当配备防渗设施。

第六条 违反本条例第三条规定，开办集市未备案的，由市场监督管理部门责令限期改正；逾期不改的，处二千元以上一万元以下罚款。

第七条 采取欺骗手段取得摊位补助的，由市场监督管理部门追回补助，三年内不再给予补助。

第八条 违反本条例第五条规定，未公示价格的，由市场监督管理部门责令改正。

第九条 本条例自2021年5月1日起施行。
"""

NOTICE = """交通运输局关于做好集市客运工作的通知

交运〔2021〕4号

各县交通运输局：

为做好集市客运工作，现将有关事项通知如下：

一、登记乘客信息。客运班车的乘客应当在购票时登记姓名和电话（到达绍兴的人员还应当申报居住地址），登记表由车站保存。

二、控制客座率。班车客座率不超过百分之八十，后排座位留作备用。

三、处置发热乘客。途中发现乘客发热的，司机应当将乘客送至最近的留验站。

四、减免费用。对受影响的班车减半收取站务费，减免期限三个月。

交通运输局
2021年2月3日
"""


@pytest.fixture(scope="module")
def market(assistant_over: MakeAssistant) -> Assistant:
    return assistant_over({"集市条例.md": MARKETS, "客运通知.txt": NOTICE, **TEXTS})


def told(assistant: Assistant, *questions: str) -> Turn:
    history: list[Turn] = []
    for question in questions:
        history.append(Turn(question=question, answer=assistant.ask(question, history=history)))
    return history[-1]


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("柯桥市集市管理条例里同一经营者能租几个摊位？", "骗取补助的怎么处理？"), "追回补助"),
        (("柯桥市集市管理条例里摊位租期最长多久？", "外来的经营者还要交什么？"), "住所证明"),
        (("客运通知里班车客座率是多少？", "那发热的乘客怎么处置？"), "留验站"),
        (("客运通知里乘客信息怎么登记？", "到绍兴的人还得多报什么？"), "居住地址"),
        (("客运通知里乘客信息怎么登记？", "班车呢，站务费怎么收？"), "减半收取站务费"),
    ],
)
def test_a_turn_with_words_of_its_own_is_answered_on_them(
    market: Assistant, questions: tuple[str, ...], said: str
) -> None:
    assert said in told(market, *questions).answer.answer


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("开办集市几天内备案？", "不备案呢，会怎么样？"), "二千元以上一万元以下"),
        (("柯桥市集市管理条例对公示价格有什么要求？", "要是不公示价格，会怎么处理？"), "第五条规定，未公示价格的"),
        (("开办集市未备案罚多少？", "有没有专门针对不公示价格的？"), "未公示价格的"),
    ],
)
def test_what_follows_a_neglect_is_looked_for_where_the_law_lays_it_down(
    market: Assistant, questions: tuple[str, ...], said: str
) -> None:
    assert said in told(market, *questions).answer.answer


OTHER_NOTICE = """船闸局关于收费的通知

船闸〔2021〕9号

各船闸所：

一、减免费用。过闸船舶减收过闸费，缓缴期间不收滞纳金，船员的培训由船闸所安排。

船闸局
2021年4月3日
"""


@pytest.fixture(scope="module")
def two_notices(assistant_over: MakeAssistant) -> Assistant:
    own = NOTICE.replace("减免期限三个月。", "减免期限三个月，缓缴期间不收取滞纳金。")
    return assistant_over({"客运通知.txt": own, "船闸通知.txt": OTHER_NOTICE, "集市条例.md": MARKETS})


@pytest.mark.parametrize("question", ["缓缴期间收滞纳金吗？", "那滞纳金呢？"])
def test_what_several_documents_say_is_told_of_the_one_talked_of(two_notices: Assistant, question: str) -> None:
    last = told(two_notices, "客运班车的站务费减免多久？", question)
    assert "不收取滞纳金" in last.answer.answer
    assert {one.source for one in last.answer.citations} == {"客运通知.txt"}


def test_a_thing_that_the_document_does_not_speak_of_is_not_told_of_another(two_notices: Assistant) -> None:
    last = told(two_notices, "客运班车的站务费怎么减免？", "那摊位租金呢？")
    assert last.answer.status is AnswerStatus.REFUSED
    nearest = [(one.source, one.path) for one in last.answer.nearest]
    assert nearest == list(dict.fromkeys(nearest))
    assert {source for source, _ in nearest} == {"客运通知.txt"}


@pytest.mark.parametrize("question", ["那化妆品呢？", "没交化妆品费的企业罚多少？"])
def test_what_no_document_prints_is_refused(two_notices: Assistant, question: str) -> None:
    assert told(two_notices, "客运班车的站务费怎么减免？", question).answer.status is AnswerStatus.REFUSED


def test_the_case_that_the_clause_cited_goes_on_to_is_told_of_that_clause(market: Assistant) -> None:
    last = told(market, "开办集市几天内备案？", "不备案罚多少？", "逾期不改的呢？")
    assert {one.path for one in last.answer.citations} == {"第六条"}


def test_the_next_article_is_told_by_its_number(market: Assistant) -> None:
    assert "防渗设施" in told(market, "柯桥市集市管理条例第四条讲什么？", "第五条呢？").answer.answer


def test_the_first_under_a_heading_is_not_the_heading(assistant: Assistant) -> None:
    last = told(assistant, "浙江方案的重点任务有哪些？", "里面第一条具体怎么说的？")
    assert {one.path for one in last.answer.citations} == {"二 > 1"}


@pytest.mark.parametrize("question", ["那金华的呢，一次性奖励有多少？", "金华呢，一次性奖励有多少？"])
def test_another_place_that_names_no_document_is_the_place_asked_about(question: str) -> None:
    whole = make_whole(question, [turn("浙江节水型企业怎么认定？", PROVINCE, "三 > （一）")], library())
    assert whole.text.startswith("金华")
    assert whole.documents in (None, ())


def test_a_new_subject_is_looked_for_elsewhere(two_notices: Assistant) -> None:
    last = told(two_notices, "客运班车的站务费怎么减免？", "水产经营者的摊位要配什么设施？")
    assert "防渗设施" in last.answer.answer


def test_the_document_before_the_last_is_meant_by_the_former(two_notices: Assistant) -> None:
    last = told(
        two_notices, "集市管理条例从哪天起施行？", "客运班车的客座率是多少？", "前面那个条例里同一经营者能租几个摊位？"
    )
    assert "不得超过三个" in last.answer.answer


def test_a_turn_that_nothing_prints_is_refused_in_a_conversation_too(market: Assistant) -> None:
    last = told(market, "客运通知里班车客座率是多少？", "飞机延误赔多少钱？")
    assert last.answer.status is AnswerStatus.REFUSED


@pytest.mark.parametrize(
    "question", ["2030年的呢？", "那绍兴呢？", "谁负责？", "哪天印发的？", "国家方案里有哪些措施？"]
)
def test_a_turn_that_changes_one_thing_or_names_its_document_is_read_in_one_way(question: str) -> None:
    history = [turn("浙江省2025年建成多少家节水型企业？", PROVINCE, "一 > （二）")]
    whole = make_whole(question, history, library())
    assert list(readings(question, whole, talk_before(question, history, library()), told=False)) == []


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("计量怎么管？", ["clause", PROVINCE, PROVINCE]),
        ("海岛居民的稳定水源从哪来？", ["clause", PROVINCE, PROVINCE, "anywhere"]),
    ],
)
def test_it_is_read_in_the_clause_cited_in_the_document_and_with_a_subject_anywhere(
    question: str, places: list[str]
) -> None:
    history = [turn("浙江供水管网如何改造？", PROVINCE, "二 > 2")]
    whole = make_whole(f"那{question}", history, library())
    found = list(readings(f"那{question}", whole, talk_before(f"那{question}", history, library()), told=True))
    read_in = ["clause" if one.within else next((doc.name for doc in one.documents or ()), "anywhere") for one in found]
    assert read_in == places
    assert found[0].clause_ids == (history[0].answer.citations[0].clause_id,)


def test_a_turn_that_points_into_a_list_leaves_the_talk_with_the_list() -> None:
    listed = turn("绍兴有哪些主要任务？", CITY, "二 > （一）")
    item = turn("《绍兴市节水行动计划》“印染行业节水”", CITY, "二 > （一）").model_copy(
        update={"question": "第一条是什么？"}
    )
    assert talk_before("那它呢？", [listed, item], library()).question == "绍兴有哪些主要任务？"


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("那具体有哪些规定？", set()),
        ("一天最多多少？", set()),
        ("这些钱谁负责？", set()),
        ("骗取补助的怎么处理？", {"骗取", "取补", "补助"}),
        ("站务费收不收？", {"站务", "务费"}),
    ],
)
def test_only_what_names_something_is_a_word_of_its_own(question: str, own: set[str]) -> None:
    rarity = Rarity(["骗取补助的，追回补助。", "减半收取站务费。", "具体规定一天。", "负责收取。"])
    assert set().union(*Words((), rarity, Synonyms()).own(question)) - {"收"} == own
