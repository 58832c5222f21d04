"""Briefings and comparisons in the page and over REST: forms, papers as HTML, files, and what cannot be asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from assistant.briefing import Length
from assistant.contrast.models import Change, ChangeKind, Column, Kept, Revision, Stretch
from assistant.export import Grid, Heading, Line, Note, Paper
from assistant.models import Citation, CitationStatus, Sentence, SentenceStatus, Trace
from assistant.writing.endpoint import endpoint
from tests.ui.desk import HOSTILE, HandMadeDesk, bundled_texts, hostile_text
from ui import api
from ui.catalogue import words
from ui.catalogue_papers import papers_words
from ui.paper_html import paper_html, revision_html
from ui.papers import Wanted, brief_form, briefed, compare_form, compared, file_url, wanted

JIANGSU = "江苏省科技支撑碳达峰碳中和实施方案.txt"
NINGBO = "宁波市碳达峰碳中和科技创新行动方案.txt"
SAID = papers_words(words("zh"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandMadeDesk]:
    desk = HandMadeDesk(tmp_path_factory.mktemp("papers"), [*bundled_texts(), hostile_text()])
    yield desk
    desk.library.close()


@pytest.fixture(scope="module")
def client(desk: HandMadeDesk) -> TestClient:
    app = FastAPI()
    api.attach(app, desk)
    return TestClient(app)


def ids(desk: HandMadeDesk, *names: str) -> tuple[str, ...]:
    return tuple(desk.library.find(name).id for name in names)


# --- what forms send -------------------------------------------------------------------------------------------------


def test_what_a_form_sends_is_read_and_what_is_none_of_ours_left_out() -> None:
    sent = {"text": " 氢能 ", "length": "two", "documents": ["a", "b"], "how": "versions", "more": "x"}
    assert wanted(sent) == Wanted("氢能", Length.TWO, ("a", "b"), True)
    assert wanted({"length": "ten", "documents": "a", "how": "?"}) == Wanted()
    assert len(wanted({"text": "氢" * 5000}).text) == 500


def test_the_forms_list_every_document_and_escape_its_title(desk: HandMadeDesk) -> None:
    for form in (brief_form(desk, words("zh")), compare_form(desk, words("en"))):
        assert form.count('type="checkbox"') == len(desk.library.documents())
        assert "<img" not in form
        assert "<script" not in form


# --- results ---------------------------------------------------------------------------------------------------------


def test_a_briefing_is_shown_with_its_marks_leading_to_clauses(desk: HandMadeDesk) -> None:
    shown = briefed(desk, Wanted("给领导一页纸介绍江苏的实施方案"), words("zh"))
    assert "<h3>《江苏省科技支撑碳达峰碳中和实施方案》简报</h3>" in shown
    (jiangsu,) = ids(desk, JIANGSU)
    assert re.search(
        rf'<a class="mark verified" href="/\?doc={jiangsu}#[^"]+" data-quote="[^"]+" title="《江苏省[^"]+：“', shown
    )
    assert 'href="/api/brief.docx?request=' in shown


def test_a_briefing_with_nothing_in_it_is_not_offered_as_a_file(desk: HandMadeDesk) -> None:
    shown = briefed(desk, Wanted("写一份量子引力的简报"), words("zh"))
    assert "未见相关内容" in shown
    assert "/api/brief" not in shown


def test_a_comparison_is_a_table_with_a_heading_for_each_row(desk: HandMadeDesk) -> None:
    shown = compared(desk, Wanted(documents=ids(desk, JIANGSU, NINGBO)), words("zh"))
    assert '<th scope="col">江苏</th><th scope="col">宁波</th>' in shown
    assert '<th scope="row">主要目标</th>' in shown
    assert "500 家以上" in shown


@pytest.mark.parametrize("documents", [(), ("one",), ("one", "one")])
def test_fewer_than_two_documents_are_asked_for_more(desk: HandMadeDesk, documents: tuple[str, ...]) -> None:
    assert SAID.too_few in compared(desk, Wanted(documents=documents), words("zh"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_that_is_gone_is_told_of_in_words_of_the_page(desk: HandMadeDesk, language: str) -> None:
    gone = "0123456789abcdef"
    asked = Wanted("写一份氢能的简报", documents=(*ids(desk, JIANGSU), gone))
    for shown in (briefed(desk, asked, words(language)), compared(desk, asked, words(language))):
        assert papers_words(words(language)).documents_gone in shown
        assert gone not in shown
        assert "wence list" not in shown


def test_nothing_asked_is_asked_for(desk: HandMadeDesk) -> None:
    assert SAID.nothing_asked in briefed(desk, Wanted(), words("zh"))


def test_whatever_a_document_holds_stays_text(desk: HandMadeDesk) -> None:
    hostile = next(one.id for one in desk.library.documents() if one.name.startswith(HOSTILE[:4]))
    others = ids(desk, JIANGSU)
    for shown in (
        briefed(desk, Wanted(HOSTILE, documents=(hostile,)), words("zh")),
        compared(desk, Wanted(documents=(hostile, *others)), words("zh")),
    ):
        assert "<img" not in shown
        assert "<script" not in shown
        assert "&lt;" in shown


def test_every_part_of_a_paper_is_escaped() -> None:
    citation = Citation(
        source="a", path="一", text=HOSTILE, mark=1, quote=HOSTILE, status=CitationStatus.VERIFIED,
        document_id='"><b>', clause_id='"><b>.x',
    )  # fmt: skip
    paper = Paper(
        HOSTILE,
        (Heading(HOSTILE), Line(f"{HOSTILE}[1][2]"), Grid((HOSTILE, HOSTILE), ((HOSTILE, f"{HOSTILE}[1]"),))),
        (Note((1,), HOSTILE, HOSTILE),),
        Grid((HOSTILE,), ((HOSTILE,),)),
    )
    shown = paper_html(paper, (citation,), SAID)
    assert not re.search(r"<(?:img|script|b)\b", shown)
    assert shown.count('class="mark verified"') == 2
    assert "[2]" in shown


def test_what_went_and_what_came_are_told_apart_for_readers_of_any_kind() -> None:
    column = Column(document_id="d", source="a.txt", name="甲", title=f"甲{HOSTILE}")
    change = Change(
        kind=ChangeKind.CHANGED, old_path="第四条", new_path="第五条", old_clause_id="d.4", new_clause_id="d.5",
        words=(
            Stretch(text="处", kept=Kept.SAME),
            Stretch(text=f"200{HOSTILE}", kept=Kept.DROPPED),
            Stretch(text="500", kept=Kept.ADDED),
        ),
    )  # fmt: skip
    shown = revision_html(Revision(old=column, new=column, same=3, changes=(change,)))
    assert "第四条 → 第五条" in shown
    assert "处<del>200&lt;" in shown
    assert "<ins>500</ins>" in shown
    assert "<img" not in shown


# --- files and REST --------------------------------------------------------------------------------------------------


def named(reply: Response) -> tuple[str, str]:
    """The two names of a download: for programs that read ASCII alone, and for all others."""
    found = re.fullmatch(r"attachment; filename=\"(.+)\"; filename\*=UTF-8''(.+)", reply.headers["content-disposition"])
    assert found
    return found[1], unquote(found[2])


def test_the_address_of_a_file_asks_for_the_same_again(client: TestClient) -> None:
    asked = Wanted("写一份氢能的简报", Length.HALF, (JIANGSU, NINGBO))
    reply = client.get(file_url("brief", "docx", asked))
    assert reply.status_code == 200
    assert named(reply) == ("briefing.docx", "氢能简报.docx")
    assert docx.Document(io.BytesIO(reply.content)).paragraphs[0].text == "氢能简报"
    table = client.get(file_url("compare", "md", Wanted("人才", None, (JIANGSU, NINGBO), False)))
    assert "| 事项 | 江苏 | 宁波 |" in table.text
    plain, titled = named(table)
    assert plain == "comparison.md"
    assert "人才" in titled and not titled.removesuffix(".md").endswith("_")


def test_rest_gives_the_briefing_and_the_comparison_as_json(client: TestClient) -> None:
    briefing = client.get("/api/brief", params={"request": "写一份氢能的简报", "length": "half"}).json()
    assert briefing["title"] == "氢能简报"
    assert briefing["citations"]
    found = client.get("/api/compare", params={"document": [JIANGSU, NINGBO], "topic": "人才"}).json()
    assert [column["name"] for column in found["columns"]] == ["江苏", "宁波"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/brief", 422),
        ("/api/brief?request=氢&length=ten", 422),
        ("/api/brief?request=氢&document=没有.txt", 404),
        ("/api/brief.exe?request=氢", 422),
        ("/api/compare", 400),
        (f"/api/compare?document={JIANGSU}", 400),
        (f"/api/compare?document={JIANGSU}&document=没有.txt", 404),
        (f"/api/compare?document={JIANGSU}&document={NINGBO}&topic={'题' * 101}", 422),
    ],
)
def test_what_cannot_be_asked_for_is_refused(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_conversation_is_written_up_over_rest(client: TestClient) -> None:
    answer = client.post("/api/ask", json={"question": "江苏新增多少家？"}).json()
    talk = {"turns": [{"question": "江苏新增多少家？", "answer": answer}], "title": "高企"}
    written = client.post("/api/brief", json=talk).json()
    assert written["title"] == "高企"
    assert "**江苏新增多少家**" in written["markdown"]
    assert written["citations"][0]["quote"] == "新增绿色低碳技术领域高新技术企业1000家"
    assert client.post("/api/brief", json={"turns": []}).status_code == 422


def test_a_form_names_the_model_and_where_the_clauses_go(desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = (brief_form, compare_form)
    assert not any("papers-author" in form(desk, words("zh")) for form in forms)
    for url, told in (("http://127.0.0.1:9/v1", "本机的模型"), ("https://api.example/v1", "会发往 api.example")):
        monkeypatch.setattr(desk.assistant, "endpoint", endpoint("openai:some-chat", url))
        assert all(told in form(desk, words("zh")) and "openai:some-chat" in form(desk, words("zh")) for form in forms)


def test_a_paper_of_a_model_says_so_with_what_happened(desk: HandMadeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    by_rule = desk.assistant.brief("写一份氢能的简报")
    doubtful = Sentence(text="每年上调。", status=SentenceStatus.UNVERIFIED)
    trace = Trace(model="openai:some-chat", endpoint="api.example", remote=True, prompt_version="briefing-1")
    told = {"writer": "model", "notice": "出了<b>错</b>。", "notice_en": "A <b>fault</b>.", "trace": trace}
    written = by_rule.model_copy(update={**told, "sentences": (doubtful,)})
    monkeypatch.setattr(desk.assistant, "brief", lambda *_, **__: written)
    shown = briefed(desk, Wanted("写一份氢能的简报"), words("zh"))
    for said in ("由语言模型 openai:some-chat 依据所引条款撰写", "出了&lt;b&gt;错", "1 句未核实", "发往 api.example"):
        assert said in shown
    assert "A &lt;b&gt;fault" in briefed(desk, Wanted("写一份氢能的简报"), words("en"))
