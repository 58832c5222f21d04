"""Who leads the whole work of a plan is told by its clause on organisation, whatever words the question has for it."""

from __future__ import annotations

import pytest

from assistant.charge.whole_work import leads_the_whole
from assistant.citations import check_sentence
from assistant.models import SentenceStatus
from assistant.understanding.query import understand
from corpus.models import Document
from corpus.rows import summary_of
from tests.corpus.sources import document

LED = document(
    *(
        "苍水省科技支撑节水工作方案",
        "",
        "一、任务",
        "（一）推广滴灌。支持企业牵头推广滴灌。",
        "（二）修建水库。修建水库五座。",
    ),
    *(
        "二、保障",
        "（一）加强组织协调。落实各项部署。在省委节水委员会的统一领导下，省科技厅会同省直有关部门推进。",
        "（二）强化宣传。开展宣传。",
    ),
)
PRINTED = document(
    *("苍水新区节水工作方案", "", "一、任务", "推广滴灌。", "二、组织实施"),
    *(
        "（一）加强统筹协调。各部门抓好落实。（牵头单位：经济发展部，责任单位：各职能部门）",
        "（二）强化宣传。开展宣传。",
    ),
)
CLOSED = document(
    *(
        "苍水县节水方案",
        "",
        "一、任务",
        "推广滴灌。",
        "二、宣传",
        "开展宣传。",
        "特此通知。县水利局将联合有关部门，建立节水协调机制，指导任务落实。",
    ),
    *("苍水县人民政府", "2031年3月5日"),
)


def told(question: str, found: Document) -> list[str]:
    listed = summary_of(found, "")
    said = leads_the_whole(understand(question, [listed]), [(found, listed)])
    assert {check_sentence(one.text, one.grounds) for one in said} <= {SentenceStatus.VERIFIED, SentenceStatus.COMPUTED}
    return [one.text for one in said]


@pytest.mark.parametrize(
    "question",
    [
        "苍水省科技节水工作由谁总牵头，又是哪个厅具体来推？",
        "苍水省科技节水这摊事哪个部门牵头抓，上头归谁领导？",
        "苍水省节水方案谁来牵头落实？",
    ],
)
def test_the_clause_on_organisation_says_who_leads(question: str) -> None:
    assert told(question, LED) == ["在省委节水委员会的统一领导下，省科技厅会同省直有关部门推进。"]


def test_units_that_it_prints_are_told_as_such() -> None:
    assert told("苍水新区节水工作谁牵头？", PRINTED) == ["“加强统筹协调”的牵头单位：经济发展部，责任单位：各职能部门。"]


def test_without_such_a_clause_the_closing_words_may_say_it() -> None:
    assert told("苍水县节水方案由谁牵头组织落实？", CLOSED) == [
        "县水利局将联合有关部门，建立节水协调机制，指导任务落实。"
    ]


@pytest.mark.parametrize(
    "question", ["苍水省修建水库由谁负责？", "苍水省节水工作有哪些任务？", "苍水省推广滴灌谁牵头？"]
)
def test_who_is_in_charge_of_a_task_or_what_else_is_asked_is_another_question(question: str) -> None:
    assert told(question, LED) == []
