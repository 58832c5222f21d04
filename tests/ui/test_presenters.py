"""The conversation and the panel as HTML: what is shown, and that no text becomes an element."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.conversation_tables import KeptTurn, Outline, Rated, Rating, Verdict
from assistant.export.markdown import to_markdown
from assistant.models import (
    Answer,
    AnswerStatus,
    Citation,
    CitationStatus,
    Draft,
    Passage,
    Sentence,
    SentenceStatus,
    Trace,
)
from assistant.reading import ClauseView, Neighbour
from assistant.understanding.scope import Scope
from corpus.models import DocumentSummary
from corpus.vocabulary import DocumentType, Level
from tests.ui.desk import HOSTILE
from ui.cards import Card
from ui.catalogue import CHINESE, ENGLISH, Words
from ui.conversation import Conversation, Exchange, Problem
from ui.filters import scope_html, scope_of
from ui.history import history_html
from ui.marks import answer_html, cuts
from ui.panel import Opened, cards_panel_html, empty_panel_html, panel_html
from ui.presenters import exchange_html, newest_html, past_html
from ui.printed import conversation_paper, paper_of, printed_answer
from ui.ratings import ratings_csv
from ui.sheets import help_html, ratings_html


class Elements(HTMLParser):
    """Every element of a piece of HTML with its attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def marks(self) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.found if "mark" in (attributes.get("class") or "").split()]


def citation(mark: int = 1, status: CitationStatus = CitationStatus.VERIFIED, **fields: str) -> Citation:
    values = {"source": "方案.txt", "path": "一 > （三）", "text": "新增企业1000家。", "quote": "新增企业1000家",
              "title": "实施方案", "clause_id": f"d.c{mark}", "document_id": "d"} | fields  # fmt: skip
    return Citation(mark=mark, status=status, **values)


def answer(text: str, *citations: Citation, sentences: tuple[Sentence, ...] = (), **fields: object) -> Answer:
    return Answer(status=AnswerStatus.ANSWERED, answer=text, citations=citations, sentences=sentences, **fields)


def summary(title: str, number: str = "") -> DocumentSummary:
    return DocumentSummary("d", "方案.txt", title, (), number, "", "", Level.UNKNOWN, DocumentType.PLAN, 2023, 3, 100)


def clause_view(**fields: object) -> ClauseView:
    values = {"document_id": "d", "clause_id": "d.c1", "source": "方案.txt", "title": "实施方案", "path": "一",
              "text": "到2025年，新增企业1000家。"} | fields  # fmt: skip
    return ClauseView.model_validate(values)


def test_a_mark_is_a_focusable_link_bound_to_its_exchange_and_number() -> None:
    html = answer_html(answer("新增1000家。[2][1]", citation(1), citation(2)), "k", CHINESE)
    marks = Elements(html).marks()
    assert [mark["data-mark"] for mark in marks] == ["2", "1"]
    assert {mark["data-turn"] for mark in marks} == {"k"}
    assert all(mark["href"] == "#evidence" for mark in marks)
    assert html.count("<sup>") == 2


def test_every_occurrence_of_a_mark_has_an_id_of_its_own() -> None:
    marks = Elements(answer_html(answer("甲。[1]乙。[1]", citation()), "k", CHINESE)).marks()
    assert len({mark["id"] for mark in marks}) == 2


def test_a_number_without_a_citation_is_no_link() -> None:
    html = answer_html(answer("甲。[1]乙。[7]", citation()), "k", CHINESE)
    assert [mark["data-mark"] for mark in Elements(html).marks()] == ["1"]
    assert "[7]" in html


def test_marks_stand_in_tables_and_lists_too() -> None:
    html = answer_html(answer("| 地区 | 数 |\n|-|-|\n| 江苏 | 1000[1] |\n\n- 宁波500[1]\n", citation()), "k", CHINESE)
    assert len(Elements(html).marks()) == 2
    assert {"table", "li"} <= {tag for tag, _ in Elements(html).found}


@pytest.mark.parametrize(
    ("status", "label"), [(SentenceStatus.COMPUTED, CHINESE.computed), (SentenceStatus.UNVERIFIED, CHINESE.unverified)]
)
def test_a_sentence_that_is_not_verified_is_labelled_behind_its_marks(status: SentenceStatus, label: str) -> None:
    said = Sentence(text="相差 500 家。[1]", marks=(1,), status=status)
    html = answer_html(answer("新增**1000家**。相差500家。[1]此外没有。", citation(), sentences=(said,)), "k", CHINESE)
    assert re.search(rf"相差500家。<sup>.*?</sup><span class=\"label {status}\"[^>]*>{label}</span>此外没有。", html)


def test_a_doubtful_sentence_that_the_answer_does_not_hold_is_listed() -> None:
    lost = Sentence(text="另有别的说法。", status=SentenceStatus.UNVERIFIED)
    assert "另有别的说法。" in answer_html(answer("甲。[1]", citation(), sentences=(lost,)), "k", CHINESE)


def test_a_sentence_with_emphasis_is_labelled_where_it_ends() -> None:
    said = Sentence(text="新增1000家。", marks=(1,), status=SentenceStatus.UNVERIFIED)
    html = answer_html(answer("新增**1000家**。[1]完。", citation(), sentences=(said,)), "k", CHINESE)
    assert CHINESE.unplaced_title not in html
    assert Elements(html).text.strip() == f"新增1000家。1{CHINESE.unverified}完。"


@pytest.mark.parametrize("text", ["[链接](http://a.b/c)", "![图](http://a.b/c.png)", "<http://a.b>", "[1]: http://a.b"])
def test_an_answer_cannot_link_or_load_from_elsewhere(text: str) -> None:
    elements = Elements(answer_html(answer(f"甲{text}"), "k", CHINESE))
    assert not {"a", "img"} & {tag for tag, _ in elements.found}


def test_an_answer_appears_in_growing_pieces_that_cut_no_mark() -> None:
    reply = answer("到2025年新增企业1000家。[1][12]" * 6, citation(1), citation(12))
    ends = cuts(reply, 6)
    assert list(ends) == sorted(set(ends))
    assert len(ends) >= 5
    for end in ends:
        assert not re.search(r"\[\d*$", Elements(answer_html(reply, "k", CHINESE, shown=end)).text)


def test_citations_show_place_quote_and_badge() -> None:
    html = exchange_html(Exchange("问", answer("甲。[1]", citation(status=CitationStatus.ALTERED))), CHINESE)
    text = Elements(html).text
    assert all(part in text for part in ("《实施方案》一（三）", "新增企业1000家", CHINESE.altered))


def test_what_was_found_but_not_used_is_folded_apart() -> None:
    spare = Passage(source="方案.txt", path="五", text="其他条款。", clause_id="d.c5")
    card = Card(citation(), clause_view())
    opened = Opened("d.c1", mark=1, exchange="k")
    elements = Elements(cards_panel_html([card], opened, (spare,), CHINESE))
    assert ("details", {"class": "unused"}) in elements.found
    assert "其他条款。" not in exchange_html(Exchange("问", answer("甲。[1]", citation(), unused=(spare,))), CHINESE)
    assert "d.c5" in {attributes.get("data-clause") for _, attributes in elements.found}


def test_a_refusal_says_why_and_offers_the_nearest_clauses() -> None:
    near = Passage(source="方案.txt", path="三 > （一）", text="相近的条款。", title="实施方案", clause_id="d.c3")
    refused = Answer(status=AnswerStatus.REFUSED, answer="", nearest=(near,))
    elements = Elements(exchange_html(Exchange("问", refused), CHINESE))
    assert CHINESE.refused_title in elements.text
    assert CHINESE.nearest_title in elements.text
    assert "相近的条款。" in elements.text
    assert "d.c3" in {attributes.get("data-clause") for _, attributes in elements.found}


def test_a_refusal_keeps_the_reason_that_the_assistant_gives() -> None:
    refused = Answer(status=AnswerStatus.REFUSED, answer="现有文件没有关于雄安的内容。")
    assert CHINESE.refused_body not in exchange_html(Exchange("问", refused), CHINESE)
    assert "现有文件没有关于雄安的内容。" in exchange_html(Exchange("问", refused), CHINESE)


def test_a_reason_that_cannot_be_translated_is_shown_as_it_is() -> None:
    refused = Answer(status=AnswerStatus.REFUSED, answer="另有缘由。")
    assert '<p lang="zh-CN">另有缘由。</p>' in exchange_html(Exchange("问", refused), ENGLISH)


@pytest.mark.parametrize(("understood", "shown"), [("江苏到2030年呢？", True), ("那 2030年呢", False), ("", False)])
def test_the_question_as_understood_is_shown_when_it_differs(understood: str, shown: bool) -> None:
    html = exchange_html(Exchange("那2030年呢？", answer("甲。[1]", citation(), question=understood)), CHINESE)
    assert (CHINESE.understood_as in html) is shown


@pytest.mark.parametrize(("words", "shown"), [(CHINESE, "模型没有应答。"), (ENGLISH, "The model did not reply.")])
def test_a_notice_is_shown_in_the_language_of_the_page(words: Words, shown: str) -> None:
    said = answer("甲。[1]", citation(), notice="模型没有应答。", notice_en="The model did not reply.")
    text = Elements(exchange_html(Exchange("问", said), words)).text
    assert shown in text
    assert text.count("模型没有应答。") + text.count("The model did not reply.") == 1


def test_a_model_that_wrote_is_named_and_so_is_the_host_that_clauses_went_to() -> None:
    trace = Trace(model="openai:glm", endpoint="api.example.org", remote=True, prompt_version="3")
    written = Exchange("问", answer("甲。[1]", citation(), writer="model", trace=trace))
    text = Elements(exchange_html(written, ENGLISH)).text
    assert "openai:glm" in text and "api.example.org" in text
    near = trace.model_copy(update={"remote": False, "endpoint": "127.0.0.1"})
    local = Exchange("问", answer("甲。[1]", citation(), writer="model", trace=near))
    assert "127.0.0.1" not in exchange_html(local, ENGLISH)
    draft = Exchange("问", draft=Draft(text="甲。", endpoint="api.example.org"))
    assert "api.example.org" in exchange_html(draft, CHINESE)


def test_a_problem_is_shown_in_the_language_of_the_page() -> None:
    exchange = Exchange("问", problem=Problem("索引打不开。", "The index cannot be opened."))
    assert "索引打不开。" in exchange_html(exchange, CHINESE)
    assert "The index cannot be opened." in exchange_html(exchange, ENGLISH)


def test_an_empty_library_shows_how_to_fill_it() -> None:
    assert "wence ingest" in newest_html(Conversation(), (), (), CHINESE)
    assert "wence ingest" in newest_html(Conversation(), (), (), ENGLISH)


def test_the_welcome_offers_the_questions_it_is_given() -> None:
    buttons = Elements(newest_html(Conversation(), [summary("方案")], ["甲？", "乙？"], CHINESE)).found
    assert [attributes["data-question"] for tag, attributes in buttons if tag == "button"] == ["甲？", "乙？"]


def conversation(count: int) -> Conversation:
    return Conversation(tuple(Exchange(f"第{number}问？", answer("甲。[1]", citation())) for number in range(count)))


def test_of_a_long_conversation_only_the_end_is_on_the_page_and_a_button_for_the_rest() -> None:
    html = past_html(conversation(200), CHINESE, full=8)
    assert html.count('<article class="exchange"') == 8
    assert CHINESE.chat.earlier.format(count=191) in html
    assert "第198问？" in html and "第199问？" not in html
    assert 'class="earlier"' not in past_html(conversation(5), CHINESE, full=8)


def test_the_cards_of_an_answer_say_how_each_quote_stands_and_where_it_is_read_in_full() -> None:
    cards = [
        Card(citation(1), clause_view(start=7, end=16)),
        Card(citation(2, CitationStatus.MISSING, quote="并无此话"), clause_view(clause_id="d.c2")),
        Card(citation(3), None),
    ]
    html = cards_panel_html(cards, Opened("d.c2", mark=2, exchange="k"), (), CHINESE)
    text = Elements(html).text
    assert text.index(CHINESE.verified) < text.index(CHINESE.missing) < text.index(CHINESE.document_gone)
    assert text.count(CHINESE.verified) == 1 and CHINESE.gone in text[text.index(CHINESE.missing) :]
    assert "<mark>新增企业1000家</mark>" in html
    assert "并无此话" in text
    items = [
        attributes for tag, attributes in Elements(html).found if tag == "li" and attributes.get("class") == "card"
    ]
    assert [item.get("aria-current") for item in items] == [None, "true", None]
    assert 'href="/?doc=d#c1"' in html


def test_a_copied_answer_carries_printed_references_and_says_what_is_doubtful() -> None:
    said = answer("甲。[1]乙。[2]", citation(number="苏科发〔2023〕11号"), citation(2, CitationStatus.ALTERED))
    printed = printed_answer(said, CHINESE).splitlines()
    assert printed[0] == "甲。[1]乙。[2]"
    assert printed[2] == "[1] 《实施方案》（苏科发〔2023〕11号）一（三）：“新增企业1000家”"
    assert printed[3].endswith(f"（{CHINESE.altered}）")
    assert printed[-1] == CHINESE.disclaimer


def test_a_copied_answer_labels_what_is_not_verified() -> None:
    doubtful = Sentence(text="相差500家。", marks=(1,), status=SentenceStatus.UNVERIFIED)
    lost = Sentence(text="另有别的说法。", status=SentenceStatus.UNVERIFIED)
    printed = printed_answer(answer("甲。相差500家。[1]此外没有。", citation(), sentences=(doubtful, lost)), CHINESE)
    assert f"相差500家。[1]（{CHINESE.unverified}）此外没有。" in printed
    assert f"另有别的说法。（{CHINESE.unverified}）" in printed


NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def outline(title: str, days: float) -> Outline:
    return Outline(f"id-{title}", title, 1, (NOW - timedelta(days=days)).isoformat())


def test_conversations_are_listed_by_age_and_the_open_one_is_marked() -> None:
    outlines = [outline("甲", 0), outline("乙", 3), outline("丙", 30)]
    html = history_html(outlines, "id-乙", CHINESE, searched=False, now=NOW)
    said = CHINESE.chat
    text = Elements(html).text
    assert text.index(said.history_today) < text.index("甲") < text.index(said.history_week) < text.index("乙")
    assert text.index("乙") < text.index(said.history_earlier) < text.index("丙")
    assert html.count('aria-current="page"') == 1


@pytest.mark.parametrize("searched", [True, False])
def test_an_empty_list_says_why(searched: bool) -> None:
    said = CHINESE.chat
    html = history_html((), "", CHINESE, searched=searched, now=NOW)
    assert (said.history_not_found if searched else said.history_none) in html


def rated(note: str = "", verdict: Verdict = "down") -> Rated:
    rating = Rating(verdict, ("reason_wrong",), note)
    turn = KeptTurn("k", "问？", Scope(), answer("甲。[1]", citation()), True, rating, NOW.isoformat())
    return Rated("c", NOW.isoformat(), turn)


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_ratings_are_listed_and_exported_with_question_and_answer(words: Words) -> None:
    assert words.chat.reason_wrong in ratings_html([rated()], words)
    table = list(csv.reader(ratings_csv([rated("漏了一条")], words).decode("utf-8-sig").splitlines()))
    assert table[0][0] == words.chat.feedback_when
    whole = ratings_csv([rated("漏了一条")], words).decode("utf-8-sig")
    assert all(part in whole for part in ("问？", "甲。[1]", "《实施方案》", words.chat.reason_wrong, "漏了一条"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_exported_table_is_a_formula(start: str) -> None:
    (_, row) = csv.reader(io.StringIO(ratings_csv([rated(f"{start}1+1")], CHINESE).decode("utf-8-sig"), newline=""))
    assert row[-1] == f"'{start}1+1"


def test_a_conversation_is_printed_question_by_question() -> None:
    turns = [rated().turn, KeptTurn("k2", "停了？", Scope(), None, True, None, NOW.isoformat())]
    lines = to_markdown(conversation_paper("标题", Conversation.of("c", turns), CHINESE)).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# 标题", "## 一、问？", "## 二、停了？", "## 引文出处",
    ]  # fmt: skip
    assert CHINESE.stopped in lines


def test_paper_says_of_a_document_that_it_has_gone() -> None:
    given = Exchange("问？", answer("新增企业1000家。[1]", citation()))
    lost = given.held_against({})
    assert lost.answer
    for printed in (
        to_markdown(conversation_paper("标题", Conversation((lost,)), CHINESE)),
        to_markdown(paper_of("问？", lost.answer, CHINESE, lost.lost)),
        printed_answer(lost.answer, CHINESE, lost.lost),
    ):
        assert "（文件已移除）" in printed


def test_what_a_question_is_limited_to_can_be_chosen_and_stands_over_its_answer() -> None:
    documents = [summary("甲方案"), replace(summary("乙方案"), id="e", level=Level.MUNICIPAL)]
    html = scope_html(documents, CHINESE)
    assert {"d", "e"} <= {a.get("data-value") for _, a in Elements(html).found}
    narrowed = Conversation((Exchange("问", answer("甲。"), scope=Scope(document_ids=("e",), years=(2023,))),))
    assert "2023、乙方案" in Elements(newest_html(narrowed, documents, (), CHINESE)).text


@pytest.mark.parametrize(
    ("sent", "scope"),
    [
        ({"places": ["江苏"], "levels": ["provincial"], "years": ["2023"]},
         Scope(places=("江苏",), levels=(Level.PROVINCIAL,), years=(2023,))),
        ({"levels": ["galactic"], "years": ["soon", "99999"], "places": "江苏", "other": [1]}, Scope()),
        (None, Scope()),
        ([1, 2], Scope()),
    ],
)  # fmt: skip
def test_what_a_browser_sends_as_a_scope_is_taken_with_care(sent: object, scope: Scope) -> None:
    assert scope_of(sent) == scope


def test_the_panel_lights_the_quote_and_names_the_place() -> None:
    view = clause_view(number="苏科发〔2023〕11号", headings=("一、总体要求",), start=7, end=16)
    opened = Opened("d.c1", quote="新增企业1000家", status=CitationStatus.VERIFIED, mark=1, exchange="k")
    html = panel_html(view, opened, CHINESE)
    assert "<mark>新增企业1000家</mark>" in html
    assert all(part in html for part in ("实施方案", "苏科发〔2023〕11号", "一、总体要求"))


def test_the_panel_says_so_when_the_quote_is_not_in_the_clause() -> None:
    opened = Opened("d.c1", quote="并无此话", status=CitationStatus.MISSING, mark=2, exchange="k")
    html = panel_html(clause_view(), opened, CHINESE)
    assert "<mark>" not in html
    assert "并无此话" in html


def test_the_panel_names_what_the_document_does_not_say() -> None:
    html = panel_html(clause_view(), Opened("d.c1"), CHINESE)
    assert CHINESE.no_number in html
    assert CHINESE.no_date in html


@pytest.mark.parametrize(("count", "shown"), [(3, "甲、乙、丙<"), (9, "甲、乙、丙等9家")])
def test_no_issuer_is_left_out_unsaid(count: int, shown: str) -> None:
    html = panel_html(clause_view(issuers=tuple("甲乙丙丁戊己庚辛壬"[:count])), Opened("d.c1"), CHINESE)
    assert shown in html
    assert "、".join("甲乙丙丁戊己庚辛壬"[:count]) in html


HOSTILE_PAGES = {
    "question": lambda: exchange_html(Exchange(HOSTILE), CHINESE),
    "answer": lambda: exchange_html(Exchange("问", answer(f"{HOSTILE}[1]", citation())), CHINESE),
    "citation": lambda: exchange_html(
        Exchange("问", answer("甲。[1]", citation(title=HOSTILE, path=HOSTILE, quote=HOSTILE, source=HOSTILE))), CHINESE
    ),
    "sentence": lambda: exchange_html(
        Exchange("问", answer("甲。", sentences=(Sentence(text=HOSTILE, status=SentenceStatus.UNVERIFIED),))), CHINESE
    ),
    "understood": lambda: exchange_html(Exchange("问", answer("甲。", question=HOSTILE, notice=HOSTILE)), CHINESE),
    "nearest": lambda: exchange_html(
        Exchange("问", Answer(status=AnswerStatus.REFUSED, answer=HOSTILE, nearest=(
            Passage(source=HOSTILE, path=HOSTILE, text=HOSTILE, title=HOSTILE, clause_id=HOSTILE),))), CHINESE
    ),
    "problem": lambda: exchange_html(Exchange("问", problem=Problem(HOSTILE, HOSTILE)), CHINESE),
    "draft": lambda: exchange_html(
        Exchange("问", draft=Draft(text=HOSTILE, citations=(citation(title=HOSTILE),))), CHINESE),
    "follow-up": lambda: newest_html(
        Conversation((Exchange("问", answer("甲。"), followups=(HOSTILE,)),), HOSTILE), (), (), CHINESE),
    "scope": lambda: scope_html(
        [summary(HOSTILE), replace(summary(HOSTILE), id=HOSTILE, place=HOSTILE)], CHINESE),
    "searched": lambda: exchange_html(Exchange("问", answer("甲。"), scope=Scope(issuers=(HOSTILE,))), CHINESE),
    "cards": lambda: cards_panel_html(
        [Card(citation(title=HOSTILE, quote=HOSTILE, path=HOSTILE, number=HOSTILE),
              clause_view(text=HOSTILE, title=HOSTILE)),
         Card(citation(2, quote=HOSTILE), None)], Opened(HOSTILE, mark=1, exchange=HOSTILE), (), CHINESE),
    "history": lambda: history_html([outline(HOSTILE, 0)], HOSTILE, CHINESE, searched=False, now=NOW),
    "ratings": lambda: ratings_html([rated(HOSTILE)], CHINESE),
    "library": lambda: empty_panel_html([summary(HOSTILE, HOSTILE)], CHINESE),
    "panel": lambda: panel_html(
        clause_view(title=HOSTILE, path=HOSTILE, text=HOSTILE, source=HOSTILE, number=HOSTILE, date=HOSTILE,
                    issuers=(HOSTILE,), headings=(HOSTILE,), start=2, end=9,
                    before=Neighbour(clause_id=HOSTILE, path=HOSTILE, text=HOSTILE)),
        Opened(HOSTILE, quote=HOSTILE, exchange=HOSTILE), CHINESE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", HOSTILE_PAGES)
def test_no_text_becomes_an_element_or_an_attribute(page: str) -> None:
    html = HOSTILE_PAGES[page]()
    elements = Elements(html)
    assert "onerror" in html
    assert not {"img", "script"} & {tag for tag, _ in elements.found}
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)


def test_the_help_names_the_keys_that_the_handbook_names() -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "chat.md").read_text(encoding="utf-8").split("## Keys")[1]
    rows = [line.split("|")[1] for line in handbook.splitlines() if line.startswith("| `")]
    stated = [re.findall("`(.+?)`", keys) for keys in rows]
    sheet = re.findall(r"<th scope='row'>(.+?)</th>", help_html(CHINESE))
    shown = [re.findall("<kbd>(.+?)</kbd>", keys) for keys in sheet]
    assert sorted(key for keys in shown for key in keys) == sorted(key for keys in stated for key in keys)
    assert shown.count(["Enter"]) == 2
