"""The order over a rule, the meeting that passed it, what it replaces and until when it holds, as it says itself."""

from __future__ import annotations

import pytest

from assistant.citations import check_quote
from assistant.document.in_force import says_of_itself
from assistant.models import CitationStatus
from assistant.understanding.fields import About
from corpus.rows import summary_of
from tests.corpus.sources import document

RULES = document(
    *(
        "苍水省人民政府令",
        "",
        "第71号",
        "",
        "《苍水省蓄水池管理办法》已经2031年2月6日省人民政府第9次常务会议审议通过，现予公布。",
        "",
    ),
    *("2031年2月20日", "", "苍水省蓄水池管理办法", "", "第一条 为了管好蓄水池，制定本办法。", ""),
    *("第二条 蓄水池许可证有效期为五年。", "", "第三条 运营单位应当在2032年底前完成整改。", ""),
    *("第四条 本办法自2031年4月1日起施行，有效期至2036年3月31日。《苍水省水窖管理规定》同时废止。",),
)
PLAIN = document(
    *("苍水市蓄水池管理办法", "", "第一条 为了管好蓄水池，制定本办法。", ""),
    *("第二条 扩建经市水务局批准后实施，应当经业主大会同意。", "", "第三条 蓄水池许可证有效期为五年。"),
)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (About.NUMBER, "《苍水省蓄水池管理办法》：苍水省人民政府令第71号。"),
        (About.ADOPTED, "《苍水省蓄水池管理办法》已经2031年2月6日省人民政府第9次常务会议审议通过，现予公布。"),
        (About.EXPIRES, "《苍水省蓄水池管理办法》：本办法自2031年4月1日起施行，有效期至2036年3月31日。"),
        (About.REPEALS, "《苍水省蓄水池管理办法》：《苍水省水窖管理规定》同时废止。"),
    ],
)
def test_it_is_told_in_its_own_words(field: About, said: str) -> None:
    statement = says_of_itself(field, RULES, summary_of(RULES, ""))
    assert statement is not None
    assert statement.text == said
    (ground,) = statement.grounds
    assert check_quote(ground.quote, ground.text) is CitationStatus.VERIFIED


def test_the_purpose_of_a_reminder_leads_in_to_its_items() -> None:
    reminder = document("关于夏季用水的提醒", "", "为保障夏季用水，市水务局提醒各单位：", "", "一、错峰用水。")
    statement = says_of_itself(About.PURPOSE, reminder, summary_of(reminder, ""))
    assert statement is not None
    assert statement.text == "《关于夏季用水的提醒》：为保障夏季用水，市水务局提醒各单位。"


def test_who_agreed_to_a_plan_stands_in_the_notice_over_it() -> None:
    plan = document(
        *("关于印发《苍水市蓄水行动方案》的通知", "", "各区县：", ""),
        *(
            "《苍水市蓄水行动方案》已经市水务工作领导小组审核同意，现印发给你们。",
            "",
            "苍水市水务局",
            "",
            "2031年2月6日",
            "",
        ),
        *("苍水市蓄水行动方案", "", "一、目标", "", "建成蓄水池10座。"),
    )
    statement = says_of_itself(About.ADOPTED, plan, summary_of(plan, ""))
    assert statement is not None and "市水务工作领导小组审核同意" in statement.text


@pytest.mark.parametrize("field", [About.NUMBER, About.ADOPTED, About.EXPIRES, About.REPEALS])
def test_what_it_says_of_something_else_is_none_of_its_own(field: About) -> None:
    assert says_of_itself(field, PLAIN, summary_of(PLAIN, "")) is None
