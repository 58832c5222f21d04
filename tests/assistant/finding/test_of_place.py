"""A place is answered for by what names it, else by what may hold there; the answer then says that it is not named."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from assistant.models import AnswerStatus
from tests.assistant.conftest import MakeAssistant

OURS = """关于暂时减免再生水费的通告

各用水单位：

为减轻企业负担，我市使用再生水的企业暂免缴纳再生水费。办理免缴再生水费的企业应当登记用水量。
"""
NEWS = """绍兴市企业节水新闻

记者从水利部门获悉，当地企业节水热情高涨，再生水用得越来越多。
"""
ALL_OVER = """水利部关于企业节水的通知

各省、自治区、直辖市水利厅（局）：

为做好企业节水工作，现通知如下：

一、冷却塔改造
鼓励企业改造冷却塔，回收蒸汽冷凝水。到2030年，完成冷却塔改造3000座。

水利部
2023年5月6日
"""

CODE = """浙江省“惠企用水码”上线

“惠企用水码”在浙江省上线，企业扫码即可登记用水量，具有核验快、无需填表、全程免费等优势。
"""


@pytest.fixture(scope="module")
def silent(assistant_over: MakeAssistant) -> Assistant:
    """Over a notice that says 我市, news that name the city in passing, and an order to all provinces."""
    return assistant_over({"通告.txt": OURS, "新闻.txt": NEWS, "通知.txt": ALL_OVER})


def test_a_notice_that_never_names_its_city_may_answer_before_news_that_do(silent: Assistant) -> None:
    answer = silent.ask("绍兴的企业免缴再生水费怎么办理？")
    assert [one.source for one in answer.citations] == ["通告.txt"]
    assert answer.answer.endswith("所引文件没有提到绍兴，请核对它是否适用。")


def test_what_the_nation_orders_may_answer_for_a_place(silent: Assistant) -> None:
    answer = silent.ask("绍兴怎样鼓励企业改造冷却塔？")
    assert {one.source for one in answer.citations} == {"通知.txt"}
    assert "没有提到绍兴" in answer.answer


SUBSIDY = """本市节水型企业水价优惠政策公布

记者昨天从水利部门了解到，本市节水型企业水价下调0.3元，预计全年为企业减轻负担约500万元。
"""
BOTH = """绍兴市企业节水忙

绍兴的企业节水热情高涨。杭州的水价优惠已经公布。
"""


def test_where_what_names_the_city_tells_nothing_a_notice_on_an_unnamed_city_may(assistant_over: MakeAssistant) -> None:
    shelf = assistant_over({"优惠.txt": SUBSIDY, "新闻.txt": BOTH, "通知.txt": ALL_OVER})
    answer = shelf.ask("绍兴节水型企业水价优惠政策预计全年为企业减轻多少负担？")
    assert {one.source for one in answer.citations} == {"优惠.txt"}
    assert "500万元" in answer.answer
    assert "没有提到绍兴" in answer.answer


def test_but_not_on_part_of_what_is_asked(assistant_over: MakeAssistant) -> None:
    shelf = assistant_over({"优惠.txt": SUBSIDY, "新闻.txt": BOTH})
    answer = shelf.ask("绍兴的高耗水服务业特种用水价格上调多少？")
    assert answer.status is AnswerStatus.REFUSED


def test_an_office_of_the_state_goes_by_its_rules(assistant_over: MakeAssistant) -> None:
    shelf = assistant_over({"公告.txt": TAX})
    asked_of_office = shelf.ask("大连税务局对企业取得的节水补助如何征税？")
    assert "免征企业所得税" in asked_of_office.answer
    assert shelf.ask("大连对企业节水补助如何监管？").status is AnswerStatus.REFUSED


TAX = """财政部 税务总局关于节水补助有关税收政策的公告

为支持企业节水，现就有关税收政策公告如下：

一、企业取得的节水补助，免征企业所得税。

二、本公告自2023年1月1日起执行。

财政部 税务总局
2023年5月6日
"""


def test_what_is_called_by_its_name_is_looked_for_wherever_it_is(assistant_over: MakeAssistant) -> None:
    shelf = assistant_over({"新闻.txt": NEWS, "上线.txt": CODE})
    answer = shelf.ask("绍兴的“惠企用水码”有哪些优势？")
    assert [one.source for one in answer.citations] == ["上线.txt"]
    assert "没有提到绍兴" in answer.answer


def test_a_figure_of_the_nation_is_none_of_a_place(silent: Assistant) -> None:
    answer = silent.ask("到2030年，绍兴要完成冷却塔改造多少座？")
    assert answer.status is AnswerStatus.REFUSED


def test_nothing_is_said_of_a_place_that_the_document_names(assistant: Assistant) -> None:
    answer = assistant.ask("绍兴的再生水利用率要达到多少？")
    assert answer.status is AnswerStatus.ANSWERED
    assert "没有提到" not in answer.answer


GUIDES = """节水改造怎么做

日前，绍兴市发布《屋面集雨指引》《管网检漏指引》，供改造单位对照。

一、屋面集雨前的准备工作

1.清扫屋面，查明坡度。

2.备好弃流装置。

二、屋面集雨後的维护工作

1.每月清洗滤网。

2.雨季前检查溢流口。
"""
CITY = """绍兴市水利局关于节水改造的通知

各区、县（市）水利局：

现将节水改造有关事项通知如下：

一、加强改造管理。屋面集雨项目改造后，应按照相关要求，持续开展日常管理工作。

二、加强宣传。利用世界水日开展宣传。

绍兴市水利局
2023年5月6日
"""


@pytest.fixture(scope="module")
def guided(assistant_over: MakeAssistant) -> Assistant:
    """Over two documents of a city and a text that names the city at its head, the lists of which are asked for."""
    return assistant_over({"指引.txt": GUIDES, "市通知.txt": CITY, "再一份.txt": CITY.replace("节水改造", "节水宣传")})


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("绍兴市屋面集雨前需要做哪些准备工作？", "清扫屋面"),
        ("绍兴市屋面集雨后的维护工作有哪些？", "每月清洗滤网"),
    ],
)
def test_the_list_of_a_text_found_first_goes_before_sentences_of_the_citys_own_papers(
    guided: Assistant, question: str, first: str
) -> None:
    answer = guided.ask(question)
    assert {one.source for one in answer.citations} == {"指引.txt"}
    assert first in answer.answer


def test_where_only_a_place_is_named_a_second_sentence_is_of_the_document_of_the_first(guided: Assistant) -> None:
    answer = guided.ask("绍兴市屋面集雨项目改造后怎么管理？")
    assert len({one.source for one in answer.citations}) == 1
