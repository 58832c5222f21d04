"""Briefings and tables in a model's words: checked, in the places of the rules, whose words stay where it fails."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.briefing import Length
from assistant.briefing.page import Page
from assistant.contrast import Contrast
from assistant.models import CitationStatus, SentenceStatus
from assistant.wording import DOUBT
from assistant.writing.audit import AuditLog
from assistant.writing.writer import ModelWriter
from tests.assistant.writing.conftest import CALM, OTHER, PLAN, Office, endpoint_of, open_office
from tests.assistant.writing.test_confinement import confined, elsewhere  # noqa: F401
from tests.chat_server.acts import Fail, Say, Sent, error
from tests.chat_server.honest import papers
from tests.chat_server.server import ChatServer

REQUEST = "写一份节水型企业的简报"
NAMES = ("宁波节水方案.txt", "湖州节水方案.txt")


def in_other_words(sent: Sent) -> Say:
    """The rules' sentences with a word of its own in front, under their headings."""
    return Say(
        re.sub(r"^(?!#)(?:([^：\n]{2,8}：))?", lambda found: f"{found[1] or ''}按要求，", papers(sent).text, flags=re.M)
    )


def brief(office: Office, behaviour, **settings):
    with ChatServer(behaviour) as server:
        return office.assistant(server, **settings).brief(REQUEST), server


def compare(office: Office, behaviour, **settings) -> tuple[Contrast, ChatServer]:
    with ChatServer(behaviour) as server:
        found = office.assistant(server, **settings).compare(NAMES, versions=False)
    assert isinstance(found, Contrast)
    return found, server


def by_rule(office: Office):
    from assistant.answering import Assistant

    rules = Assistant(office.library, office.retriever)
    return rules.brief(REQUEST), rules.compare(NAMES, versions=False)


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_briefing_is_written_under_the_headings_of_the_rules_from_their_clauses(office, provider):
    written, server = brief(office, in_other_words, provider=provider)
    rules, _ = by_rule(office)
    headings = re.findall(r"\*\*(.+?)\*\*", rules.markdown)
    assert re.findall(r"\*\*(.+?)\*\*", written.markdown) == headings == [one for one, _ in server.sent[0].outline]
    assert (written.writer, written.notice, written.title, written.sources) == (
        "model", "", rules.title, rules.sources,
    )  # fmt: skip
    assert written.sentences[0].text.startswith("按要求，")
    assert {one.status for one in written.sentences} == {SentenceStatus.VERIFIED}
    assert {one.clause_id for one in written.citations} <= {one.clause_id for one in rules.citations}
    assert all(one.status is CitationStatus.VERIFIED and one.quote in one.text for one in written.citations)
    assert written.trace is not None and written.trace.prompt_version == "briefing-1" and written.trace.tokens_in
    for one in written.sentences:
        assert f"{one.text}{''.join(f'[{mark}]' for mark in one.marks)}" in written.markdown


def test_a_table_is_written_cell_by_cell_and_silent_cells_stay(office):
    written, server = compare(office, in_other_words)
    _, rules = by_rule(office)
    assert written.writer == "model" and written.trace is not None and written.trace.prompt_version == "contrast-1"
    for row, ruled in zip(written.rows, rules.rows, strict=True):
        assert row.topic == ruled.topic
        for cell, kept in zip(row.cells, ruled.cells, strict=True):
            assert (cell.silent, bool(cell.sentences)) == (kept.silent, not kept.silent)
            assert kept.silent or cell.text.startswith("按要求，")
            assert not kept.silent or cell.text == kept.text
    marks = {mark for row in written.rows for cell in row.cells for mark in cell.marks}
    assert marks == {one.mark for one in written.citations} == set(range(1, len(marks) + 1))
    assert len(server.sent) == 1


@pytest.mark.parametrize("paper", [brief, compare], ids=["briefing", "table"])
def test_an_altered_figure_is_marked_on_paper(office, paper):
    written, _ = paper(office, lambda sent: Say(papers(sent).text.replace("120家", "150家")))
    printed = written.model_dump_json()
    assert re.search(rf"150家[^\[]*{DOUBT}", printed)
    said = written.sentences if paper is brief else [s for r in written.rows for c in r.cells for s in c.sentences]
    assert [one.status for one in said if "150家" in one.text] == [SentenceStatus.UNVERIFIED]
    assert any(one.status is SentenceStatus.VERIFIED for one in said)


def test_a_cell_may_not_rest_on_another_documents_clause(office):
    def swapped(sent: Sent) -> Say:
        return Say(re.sub(r"(?m)^宁波[^：\n]*：.*80家.*$|^湖州", "湖州", papers(sent).text).replace(
            sent.key("120家"), sent.key("80家")).replace("120家", "80家"))  # fmt: skip

    written, _ = compare(office, swapped)
    ningbo = [cell for row in written.rows for cell in row.cells[:1] if "80家" in cell.text]
    assert ningbo and all(one.status is SentenceStatus.UNVERIFIED for one in ningbo[0].sentences if "80家" in one.text)


def test_headings_and_lines_of_its_own_are_not_taken_for_those_of_the_paper(office):
    def talks(sent: Sent) -> Say:
        return Say(f"以下是简报：\n# 重大利好\n\n{papers(sent).text}\n# 补充\n企业可获千万补贴。")

    written, _ = brief(office, talks)
    rules, _ = by_rule(office)
    assert re.findall(r"\*\*(.+?)\*\*", written.markdown) == re.findall(r"\*\*(.+?)\*\*", rules.markdown)
    assert "以下是" not in written.markdown
    assert f"企业可获千万补贴。{DOUBT}" in written.markdown


def test_a_section_that_the_model_leaves_out_keeps_its_words_and_says_so(office):
    def first_only(sent: Sent) -> Say:
        return Say(papers(sent).text.split("\n# ")[0])

    written, _ = brief(office, first_only)
    rules, _ = by_rule(office)
    left = re.findall(r"\*\*(.+?)\*\*", rules.markdown)[1]
    assert written.writer == "model" and left in written.notice and "1 处" in written.notice
    kept, own = (re.sub(r"\[\d+\]", "", one.markdown).split(f"**{left}**")[1] for one in (written, rules))
    assert kept == own


@pytest.mark.parametrize("paper", [brief, compare], ids=["briefing", "table"])
@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Fail(401, error("bad key")), "密钥"),
        (Fail(500, error("oops")), "500"),
        (Say("创建", then="cut"), "断开"),
        (Say(""), "空"),
        (Say("这份简报没有可写的内容，也没有标出任何一条代号。"), "没有引用"),
        (Say("I am sorry, but I can only write in English."), "中文"),
    ],
    ids=["401", "500", "cut", "empty", "uncited", "english"],
)
def test_where_the_model_fails_the_rules_paper_stands_with_the_reason(office, paper, act, said):
    written, _ = paper(office, lambda _: act)
    rules = by_rule(office)[paper is compare]
    assert said in written.notice and "摘自文件原文" in written.notice and written.notice_en
    plain = {"notice", "notice_en", "trace"}
    assert written.model_dump(exclude=plain) == rules.model_dump(exclude=plain)
    assert written.trace is not None and written.trace.model == "openai:double"


def test_a_briefing_that_is_too_long_is_cut_to_its_page(office):
    def lengthy(sent: Sent) -> Say:
        heading, said = sent.outline[0]
        assert re.search(r"不超过 \d{2,3} 个字", sent.prompt)
        return Say("\n".join([f"# {heading}", *(said[0] for _ in range(60))]), size=400)

    with ChatServer(lengthy) as server:
        written = office.assistant(server).brief(REQUEST, length=Length.HALF)
    page = Page()
    for line in written.markdown.splitlines():
        page.remark(line.removeprefix("* "))
    assert page.length <= Length.HALF.characters
    assert "略去了" in written.notice and written.writer == "model"


def test_a_paper_goes_in_parts_where_the_model_writes_little_at_once(office):
    with ChatServer(papers) as server:
        writer = ModelWriter(replace(endpoint_of(server), answer_tokens=180))
        written = office.assistant_with(writer).brief(REQUEST)
    assert [[heading for heading, _ in sent.outline] for sent in server.sent] == [["宁波"], ["湖州"]]
    assert written.writer == "model" and written.notice == ""
    assert written.trace is not None and written.trace.attempts == 2 and written.trace.tokens_in == 200


def test_a_section_too_long_for_one_request_is_written_in_several(office):
    def with_room_for(tokens: int, behaviour):
        with ChatServer(behaviour) as server:
            writer = ModelWriter(replace(endpoint_of(server), answer_tokens=tokens))
            return office.assistant_with(writer).brief(REQUEST), server

    whole, _ = with_room_for(1024, papers)
    split, server = with_room_for(60, papers)
    assert [heading for sent in server.sent for heading, _ in sent.outline].count("宁波") > 1
    assert (split.markdown, split.notice) == (whole.markdown, "")

    def leaves_one_out(sent: Sent) -> Say:
        return Say("# 宁波\n没有要写的。") if "专项资金" in sent.outline[0][1][0] else papers(sent)

    partly, _ = with_room_for(60, leaves_one_out)
    assert "宁波" in partly.notice and "没有引用" in partly.notice and "专项资金" in partly.markdown
    assert partly.writer == "model" and {one.marks for one in partly.sentences} == {(len(partly.citations),)}


def test_where_one_part_fails_the_others_stand(office):
    def fails_then(sent: Sent) -> Say | Fail:
        return papers(sent) if sent.outline[0][0] == "宁波" else Fail(500)

    with ChatServer(fails_then) as server:
        writer = ModelWriter(replace(endpoint_of(server), answer_tokens=128))
        written = office.assistant_with(writer).brief(REQUEST)
    assert written.writer == "model" and "500" in written.notice and "湖州" in written.notice
    assert "80家" in written.markdown and "120家" in written.markdown


def test_of_clauses_too_long_for_the_model_the_sentences_cited_are_sent(tmp_path: Path):
    filler = "各有关部门要加强协调配合，认真抓好各项工作的组织落实，确保取得实际成效。" * 18
    long = PLAN.replace("到2025年", f"{filler}到2025年")
    with open_office(tmp_path, {NAMES[0]: long, NAMES[1]: OTHER}) as office, ChatServer(papers) as server:
        written = office.assistant(server, context_tokens=2400).brief(REQUEST)
    assert written.writer == "model" and written.notice == ""
    assert "120家" in written.markdown and "认真抓好" not in server.wire


def test_what_is_saved_as_a_file_is_what_was_read(office):
    """The same paper is not asked for twice; a failed one is."""
    with ChatServer(papers) as server:
        assistant = office.assistant(server)
        first = assistant.brief(REQUEST)
        assert assistant.brief(REQUEST) == first and len(server.sent) == 1
    with ChatServer(lambda _: Fail(500)) as server:
        assistant = office.assistant(server)
        assistant.brief(REQUEST), assistant.brief(REQUEST)
        assert len(server.sent) == 2


def test_tokens_of_papers_count_and_are_logged(office):
    log = AuditLog(office.home, monthly_tokens=10_000)
    _, server = brief(office, papers, audit=log)
    assert log.tokens_this_month() == 120 * len(server.sent)
    full = AuditLog(office.home, monthly_tokens=10)
    written, server = brief(office, papers, audit=full)
    assert server.sent == [] and "monthly_tokens" in written.notice and written.writer == "extractive"


@pytest.mark.parametrize("paper", ["briefing", "table"])
def test_papers_on_confined_documents_are_not_written_elsewhere(confined, paper):  # noqa: F811
    with ChatServer(papers) as server:
        assistant = confined.assistant_with(elsewhere(server))
        written = assistant.brief(REQUEST) if paper == "briefing" else assistant.compare(NAMES, versions=False)
    assert server.sent == []
    assert "只限本机" in written.notice and written.writer == "extractive" and written.citations


def test_a_file_that_is_only_looked_at_is_confined_by_its_mark(office, tmp_path: Path):
    secret = tmp_path / "密件.txt"
    secret.write_text(
        "机密★1年\n\n嘉兴市节水行动方案\n\n一、主要目标\n\n到2025年，创建节水型企业70家。\n", encoding="utf-8"
    )
    with ChatServer(papers) as server:
        away = office.assistant_with(elsewhere(server)).compare((NAMES[0], str(secret)), files=True, versions=False)
        assert server.sent == [] and "只限本机" in away.notice
        here = office.assistant_with(ModelWriter(endpoint_of(server, patience=CALM)))
        assert here.compare((NAMES[0], str(secret)), files=True, versions=False).writer == "model"


def test_what_a_document_tells_a_model_leaves_no_way_out(office):
    def obeys(sent: Sent) -> Say:
        text = papers(sent).text.replace("。[", "。![图](http://evil.example/x.png)<script>alert(1)</script>[")
        return Say(text)

    written, _ = brief(office, obeys)
    assert written.writer == "model"
    for sign in ("http", "<script", "![", "evil"):
        assert sign not in written.markdown
