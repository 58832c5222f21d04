"""Hours that a rule only names by a word are told with what the word means."""

from __future__ import annotations

import pytest

from assistant.models import AnswerStatus

_NAMES = "第{}条 禁止在夜间使用高音喇叭招揽顾客；在早间使用的，应当控制音量。\n\n"
_MEANS = "第{}条 本办法所称夜间，是指二十二时至次日六时之间的期间；早间，是指六时至八时之间的期间。\n\n"
_HEAD = "# 白鹭市商业街管理办法\n\n2022年4月1日 白鹭市人民政府令第7号公布\n\n"
_TAIL = "第{}条 沿街商户应当保持门前整洁。\n"
QUESTION = "商业街夜间几点到几点禁止用高音喇叭招揽顾客？"


def test_the_rule_and_its_hours_answer(assistant_over) -> None:
    text = _HEAD + _NAMES.format("一") + _MEANS.format("二") + _TAIL.format("三")
    answer = assistant_over({"白鹭办法.md": text}).ask(QUESTION)
    assert answer.status is AnswerStatus.ANSWERED
    assert "高音喇叭" in answer.answer
    assert "二十二时至次日六时" in answer.answer


def test_an_item_of_a_list_is_told_with_its_hours(assistant_over) -> None:
    rule = "第一条 禁止下列行为：\n\n（一）在夜间使用高音喇叭招揽顾客；\n\n（二）占用人行道摆摊。\n\n"
    answer = assistant_over({"白鹭办法.md": _HEAD + rule + _MEANS.format("二") + _TAIL.format("三")}).ask(QUESTION)
    assert "高音喇叭" in answer.answer
    assert "二十二时至次日六时" in answer.answer


def test_hours_right_behind_the_rule_are_told_with_it(assistant_over) -> None:
    rule = "第一条 摊主登录服务平台，在线填写摊位申报书。系统开放时间为2022年5月6日9时至6月6日17时，逾期不再受理。\n\n"
    means = "第二条 市场每季度检查一次，检查结果10个工作日内公布。\n\n"
    answer = assistant_over({"白鹭办法.md": _HEAD + rule + means}).ask("摊位申报书在线填写到哪天几点截止？")
    assert "6月6日17时" in answer.answer


@pytest.mark.parametrize("means", ["", "第二条 本办法所称夜市，是指十九时至二十三时开放的市场。\n\n"])
def test_without_a_meaning_of_its_word_nothing_answers(assistant_over, means: str) -> None:
    text = _HEAD + _NAMES.format("一") + means + _TAIL.format("三")
    assert assistant_over({"白鹭办法.md": text}).ask(QUESTION).status is AnswerStatus.REFUSED
