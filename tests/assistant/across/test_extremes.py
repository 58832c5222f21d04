"""The oldest or the newest document is named in front of the dates, and what prints no date is said to print none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.across.extremes import first_or_last
from assistant.answering import Assistant
from corpus.vocabulary import Level
from tests.assistant.conftest import MakeAssistant
from tests.assistant.shelf import summary

OLD = replace(summary("浙江省节水办法", place="浙江", level=Level.PROVINCIAL), date="2021-02-03", label="浙江")
MID = replace(summary("绍兴市节水办法", place="绍兴", level=Level.MUNICIPAL), date="2022-02-03", label="绍兴")
NEW = replace(summary("江苏省节水办法", place="江苏", level=Level.PROVINCIAL), date="2023-02-03", label="江苏")
UNDATED = replace(summary("山东省节水办法", place="山东", level=Level.PROVINCIAL), label="山东")


@pytest.mark.parametrize(
    ("question", "shelf", "said"),
    [
        ("哪份文件发布最早？", (OLD, MID, NEW), "成文最早的是浙江。"),
        ("哪个地方的方案发布得最晚？", (OLD, MID, NEW), "成文最晚的是江苏。"),
        ("三份里谁印发最早、谁最晚？", (OLD, MID, NEW), "成文最早的是浙江，成文最晚的是江苏。"),
        ("哪份最新？", (OLD, MID, NEW, UNDATED), "写明成文日期的文件里，成文最晚的是江苏。"),
        (
            "哪个市的方案出台得最早？",
            (OLD, MID, replace(MID, id="b", label="宁波", date="2024-01-01")),
            "成文最早的是绍兴。",
        ),
        ("谁先印发？", (MID, replace(NEW, date=MID.date)), "成文最早的是绍兴、江苏。"),
        ("三份文件发布的先后顺序", (OLD, MID, NEW), ""),
        ("三份文件分别哪天发布？", (OLD, MID, NEW), ""),
        ("哪份最早？", (OLD, UNDATED), ""),
    ],
)
def test_it_is_named_where_one_is_asked_for(question: str, shelf: tuple[object, ...], said: str) -> None:
    assert first_or_last(question, shelf) == said  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def dated(assistant_over: MakeAssistant) -> Assistant:
    head = "{0}市人民政府关于印发{0}市节水方案的通知\n\n{0}市人民政府\n{1}\n\n{0}市节水方案\n\n"
    form = head + "一、目标\n到2030年率先达峰。\n"
    days = {"绍兴": "2022年3月4日", "宁波": "2021年5月6日"}
    return assistant_over({f"{city}.txt": form.format(city, day) for city, day in days.items()})


@pytest.mark.parametrize(
    "question", ["哪个地方的方案发布得最早？", "哪份文件最早？", "绍兴和宁波的方案哪个发布得更早？"]
)
def test_the_answer_names_it_and_cites_every_date(dated: Assistant, question: str) -> None:
    answer = dated.ask(question)
    assert answer.answer.startswith("成文最早的是宁波。")
    assert {one.quote for one in answer.citations} == {"2022年3月4日", "2021年5月6日"}


def test_what_is_earliest_in_another_respect_is_no_date_of_a_document(dated: Assistant) -> None:
    assert "成文" not in dated.ask("哪个地方达峰最早？").answer


FORCE = {
    "甲.txt": "绍兴市节水条例\n\n第一条 为了节水，制定本条例。\n第二条 本条例自2021年5月1日起施行。\n",
    "乙.txt": "宁波市节水条例\n\n第一条 为了节水，制定本条例。\n第二条 本条例自2019年7月1日起施行。\n",
    "丙.txt": "湖州市养老条例\n\n第一条 为了养老，制定本条例。\n第二条 养老服务由民政部门负责。\n",
}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪部条例施行得最早，什么时候开始的？", "施行最早的是宁波市节水条例。"),
        ("这几部法规里，哪部最晚生效？", "施行最晚的是绍兴市节水条例。"),
        ("绍兴市节水条例和宁波市节水条例哪个先施行？", "施行最早的是宁波市节水条例。"),
    ],
)
def test_the_first_in_force_is_told_by_the_day_of_force(
    assistant_over: MakeAssistant, question: str, said: str
) -> None:
    answer = assistant_over(FORCE).ask(question).answer
    assert answer.startswith(f"写明施行时间的文件里，{said}")
    assert answer.index("2019年7月1日") < answer.index("2021年5月1日")


def test_without_an_extreme_asked_for_none_is_named(assistant_over: MakeAssistant) -> None:
    answer = assistant_over(FORCE).ask("绍兴市节水条例和宁波市节水条例分别何时施行？").answer
    assert "最早" not in answer
    assert "2021年5月1日" in answer
