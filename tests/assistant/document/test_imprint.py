"""Copies, attachments and the force of a document are said as it prints them, or not at all."""

from __future__ import annotations

import pytest

from assistant.citations import check_quote, check_sentence
from assistant.document.about import about_document
from assistant.models import CitationStatus, SentenceStatus
from assistant.statements import Statement
from assistant.understanding.fields import About
from corpus.models import Document
from corpus.parsing import parse
from corpus.rows import summary_of
from tests.corpus.sources import document, source

NOTICE = parse(
    source(
        "苍水省水利厅 苍水省财政厅 关于做好冬季供水工作的通知\n苍水明电〔2031〕7号\n"
        "各市水务局：\n为保障冬季供水，现通知如下：\n"
        "一、检修。十一月底前完成管网检修。\n二、备料。储备七天用量。\n"
        "本通知自印发之日起施行，有效期至2032年3月31日。相关措施由省水利厅会同省财政厅负责解释。\n"
        "附件：1.管网检修指南\n　　　2.抽查登记表（式样）\n苍水省水利厅\n苍水省财政厅\n2031年11月3日\n"
        "抄送：省住房城乡建设厅、省卫生健康委。\n",
        "通知.txt",
    )
)
RULES = document(
    *("# 苍水市供水条例", "2031年1月5日 苍水市人民代表大会常务委员会通过", "第一条 为了保障供水，制定本条例。"),
    *("第二条 本市行政区域内的供水、用水活动，适用本条例。", "第三条 取水许可证有效期为五年。"),
    "第四条 本条例自2031年3月1日起施行。",
)


def said(field: About, found: Document = NOTICE) -> Statement | None:
    return about_document(field, found, summary_of(found, ""))


@pytest.mark.parametrize(
    ("field", "words", "path"),
    [
        (About.COPIES, "《关于做好冬季供水工作的通知》抄送：省住房城乡建设厅、省卫生健康委。", "结语"),
        (About.ATTACHMENTS, "有2个附件：1.管网检修指南；2.抽查登记表（式样）。", "结语"),
        (About.EXPIRES, "本通知自印发之日起施行，有效期至2032年3月31日。", "结语"),
        (About.INTERPRETER, "相关措施由省水利厅会同省财政厅负责解释。", "结语"),
        (About.ISSUER, "的发文机关是苍水省水利厅、苍水省财政厅。", "结语"),
    ],
)
def test_what_stands_behind_the_body_is_said_and_can_be_verified(field: About, words: str, path: str) -> None:
    statement = said(field)
    assert statement is not None
    assert statement.text.endswith(words)
    assert {ground.clause.path_text for ground in statement.grounds} == {path}
    assert all(check_quote(one.quote, one.clause.printed) is CitationStatus.VERIFIED for one in statement.grounds)
    counted = Statement(statement.text.replace(statement.reckoned, ""), statement.grounds)
    assert check_sentence(counted.text, counted.grounds) is SentenceStatus.VERIFIED


def test_the_scope_of_rules_is_their_own_sentence_on_it() -> None:
    scope = said(About.SCOPE, RULES)
    assert scope is not None
    assert scope.text.endswith("：本市行政区域内的供水、用水活动，适用本条例。")


def test_a_law_was_passed_when_the_line_under_its_title_says() -> None:
    adopted = said(About.ADOPTED, RULES)
    assert adopted is not None
    assert adopted.text == "《苍水市供水条例》：2031年1月5日 苍水市人民代表大会常务委员会通过。"
    assert said(About.ADOPTED) is None


@pytest.mark.parametrize("field", [About.EXPIRES, About.COPIES, About.ATTACHMENTS, About.INTERPRETER])
def test_the_term_of_a_licence_is_not_that_of_the_rules(field: About) -> None:
    assert said(field, RULES) is None


def test_a_document_named_before_is_not_named_again() -> None:
    again = about_document(About.NUMBER, NOTICE, summary_of(NOTICE, ""), named=True)
    assert again is not None
    assert again.text == "该文件的发文字号是苍水明电〔2031〕7号。"
