"""News say more words of a question than the notice that they report: the notice is cited."""

from __future__ import annotations

from dataclasses import replace

from assistant.choosing.candidates import Candidate, candidates
from assistant.choosing.reprints import from_the_first
from assistant.choosing.signed import from_the_signed, is_signed
from corpus.rows import summary_of
from tests.assistant.shelf import evidence_of
from tests.corpus.sources import document

RULE = "对受旱的种粮大户，每亩一次性补助120元。"
NOTICE = document(
    *("苍水市人民政府办公室关于抗旱救灾的通知", "苍水政办〔2031〕7号", "各县区人民政府：", "一、补助种粮大户", RULE),
    *("二、抢修泵站", "十一月底前完成泵站抢修。", "苍水市人民政府办公室", "2031年11月3日"),
)
REPORT = document("苍水出台抗旱措施", f"据了解，苍水市{RULE[:-1]}，补助由县区发放。市长到场看望。")


def told(found) -> Candidate:
    place = found.clauses[-1].path_text if found is REPORT else "一"
    one = next(one for one in candidates([evidence_of(found, place)]) if "120元" in one.text)
    return replace(one, covered=0.8)


def test_the_notice_is_cited_for_what_news_report_of_it() -> None:
    assert is_signed(summary_of(NOTICE, "")) and not is_signed(summary_of(REPORT, ""))
    news, rule = told(REPORT), told(NOTICE)
    assert from_the_signed(news, [news, rule]) is rule
    assert from_the_signed(rule, [news, rule]) is rule


def test_it_is_not_where_it_says_less_of_what_was_asked_or_something_else() -> None:
    news, rule = told(REPORT), told(NOTICE)
    other = next(one for one in candidates([evidence_of(NOTICE, "二")]) if "泵站" in one.text)
    assert from_the_signed(news, [news, replace(rule, covered=0.5)]) is news
    assert from_the_signed(news, [news, replace(other, covered=0.9)]) is news


def test_the_same_sentence_stays_with_the_notice_though_news_were_found_first() -> None:
    rule = told(NOTICE)
    report = replace(told(REPORT).evidence, text=RULE)
    assert from_the_first(rule, [report, rule.evidence]) is rule
