"""The library tab without a browser: list, sheet, reports and reader as HTML, and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.reading import view
from assistant.understanding.scope import Scope
from corpus.library import AddKind
from corpus.models import DocumentStatus
from corpus.parsing import parse
from corpus.vocabulary import ClauseKind, Force, PartRole, Validity
from index.indexer import Indexer
from tests.fakes import HashingEmbedder, source
from tests.ui.conftest import NOTICE
from tests.ui.desk import HandMadeDesk, bundled_texts
from tests.ui.test_links import place_of
from ui import librarian
from ui.catalogue import CHINESE, ENGLISH
from ui.catalogue_library import CHINESE_LIBRARY, ENGLISH_LIBRARY, library_words
from ui.catalogue_reports import note
from ui.clauses import document_html
from ui.conversation import Problem
from ui.librarian import Notice, Opened
from ui.links import reader_link, reader_url
from ui.questions import question_about
from ui.reader import Reading, reader_html
from ui.reports import Taken, reports_html
from ui.shelf import drop_html


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[HandMadeDesk]:
    desk = HandMadeDesk(tmp_path, bundled_texts())
    yield desk
    desk.library.close()


class Found(HTMLParser):
    """Ids, classes and links of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.classes: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.ids += [found["id"]] if found.get("id") else []
        self.classes += (found.get("class") or "").split()
        self.links += [found["href"] or ""] if tag == "a" else []


def test_every_document_has_a_row_that_leads_to_the_reader(desk: HandMadeDesk) -> None:
    found = Found(librarian.shelf(desk, CHINESE))
    assert [place_of(link).document for link in found.links] == [each.id for each in desk.library.holdings()]


def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    assert CHINESE_LIBRARY.list_empty in librarian.shelf(HandMadeDesk(tmp_path), CHINESE)


def test_a_document_that_is_switched_off_stays_in_the_list(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0]
    done = librarian.save(desk, {"document": document.id, "validity": "repealed", "enabled": False, "local_only": True})
    assert done == Notice("saved", document.name)
    stated = desk.library.find(document.id)
    assert (stated.status.validity, stated.status.enabled, stated.local_only) == (Validity.REPEALED, False, True)
    html = librarian.shelf(desk, CHINESE)
    for said in ("已废止", "已停用", "只留本机"):
        assert said in html


@pytest.mark.parametrize(
    "stated",
    [
        {"validity": "eternal"},
        {"validity": "trial", "effective_from": "昨天"},
        {"validity": "trial", "document": "gone"},
        {},
    ],
)
def test_what_cannot_be_stated_is_a_problem_and_changes_nothing(desk: HandMadeDesk, stated: dict[str, str]) -> None:
    document = desk.library.documents()[0]
    assert isinstance(librarian.save(desk, {"document": document.id} | stated), Problem)
    assert desk.library.find(document.id).status == DocumentStatus()


def test_the_sheet_holds_what_is_stated(desk: HandMadeDesk) -> None:
    document = desk.keeper.state(
        desk.library.documents()[0].id, DocumentStatus(Validity.TRIAL, "2023-01-01", enabled=False)
    )
    html = librarian.sheet(desk, document.id, CHINESE, Problem("写不进去", "cannot be written"))
    assert '<option value="trial" selected>' in html
    assert 'name="effective_from" value="2023-01-01"' in html
    assert 'name="enabled"><' in html
    assert "写不进去" in html
    assert librarian.sheet(desk, "gone", CHINESE) == ""


def test_removing_takes_the_document_out_or_says_why_not(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0]
    assert librarian.remove(desk, document.id) == Notice("removed", document.name)
    assert isinstance(librarian.remove(desk, document.id), Problem)
    assert librarian.shelf(desk, CHINESE).count("<tr data-document") == 4


# -- reports ------------------------------------------------------------------


def test_a_report_is_made_of_what_the_library_holds_not_of_what_the_page_says(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0]
    sent = [
        {"name": "好.txt", "state": "added", "document": document.id},
        {"name": "坏.txt", "state": "failed", "zh": "坏了", "en": "broken"},
        {"name": "谎.txt", "state": "added", "document": "nothing"},
        "nonsense",
    ]
    added, failed, lying = librarian.taken(desk, sent)
    assert (added.document, added.outcome) == (document, AddKind.ADDED)
    assert failed.problem == Problem("坏了", "broken")
    assert lying.problem is not None
    assert librarian.taken(desk, None) == ()


def test_a_report_names_parts_gaps_and_what_was_mended(desk: HandMadeDesk, tmp_path: Path) -> None:
    file = tmp_path / "节水.txt"
    file.write_text(NOTICE.replace("（二）", "（三）").replace("目标", "**目标**"), encoding="utf-8")
    added = desk.keeper.add(file)
    html = reports_html([Taken(file.name, added.outcome, added.document, added.report)], CHINESE_LIBRARY)
    for said in (
        "已导入",
        "印发通知 1 条",
        "“二 &gt; （一）”与“二 &gt; （三）”之间缺 （二）",
        "略去 *、# 等排版记号 2 处",
    ):
        assert said in html
    english = reports_html([Taken(file.name, added.outcome, added.document, added.report)], ENGLISH_LIBRARY)
    assert "missing: （二）" in english


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("文字按 GB18030 编码读取", "The file was in another text encoding (GB18030) and was converted."),
        (
            "2 页中有 1 页没有文字（可能是图片）",
            "1 of 2 pages hold no text, they may be scanned pictures: what they say was not taken in.",
        ),
        (
            "文件名后缀是“.doc”，内容是 docx，已按 docx 读取",
            "The name ends in .doc, but the file is docx and was read as such.",
        ),
    ],
)
def test_the_readers_notes_are_told_in_the_language_of_the_page(zh: str, en: str) -> None:
    assert note(zh, ENGLISH_LIBRARY.reports) == en
    assert re.search("已转换|没有收入|已按 docx 读取", note(zh, CHINESE_LIBRARY.reports))


def test_both_languages_name_every_value() -> None:
    for words in (CHINESE_LIBRARY, ENGLISH_LIBRARY):
        assert set(words.stated.forces) == set(Force)
        assert set(words.reports.parts) == set(PartRole)
        assert set(words.reports.kinds) == set(ClauseKind)
    assert set(CHINESE_LIBRARY.reports.mended) == set(ENGLISH_LIBRARY.reports.mended)


def test_a_server_without_uploads_says_so() -> None:
    assert CHINESE_LIBRARY.uploads_off in drop_html(CHINESE_LIBRARY, 0)
    assert "<input" not in drop_html(CHINESE_LIBRARY, 0)
    assert "50 MB" in drop_html(CHINESE_LIBRARY, 50 * 2**20)


# -- the reader ---------------------------------------------------------------


def test_every_clause_has_one_anchor_and_one_place_in_the_outline(desk: HandMadeDesk) -> None:
    for summary in desk.library.documents():
        document = desk.library.document(summary.id)
        found = Found(reader_html(Reading(document, summary), CHINESE))
        anchors = [each for each in found.ids if each.startswith("at-")]
        assert anchors == [f"at-{clause.eid}" for clause in document.clauses]
        outline = [place_of(link).clause for link in found.links[: len(anchors)]]
        assert outline == [clause.eid for clause in document.clauses]


def test_a_quote_of_the_visitors_own_answers_is_lit_and_of_others_is_not(desk: HandMadeDesk) -> None:
    answer = desk.assistant.ask("江苏新增多少家？")
    kept = desk.conversations.ask("me", "", "k1", "江苏新增多少家？", Scope())
    desk.conversations.answer("me", kept, "k1", answer)
    cited = answer.citations[0]
    mine = librarian.reader(desk, Opened(cited.document_id, cited.clause_id), CHINESE, "me")
    assert f"<mark>{cited.quote}</mark>" in mine
    assert "曾引用" in mine
    assert "<mark>" not in librarian.reader(desk, Opened(cited.document_id), CHINESE, "someone else")


def test_a_clause_that_is_not_there_opens_the_document_at_its_beginning(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0].id
    html = librarian.reader(desk, Opened(document, "main__level_99"), CHINESE, "")
    assert CHINESE_LIBRARY.reader.clause_gone in html
    assert "data-at" not in html


def test_a_document_that_is_gone_says_so_and_nothing_open_shows_nothing(desk: HandMadeDesk) -> None:
    assert ENGLISH_LIBRARY.reader.gone_title in librarian.reader(desk, Opened("gone"), ENGLISH, "")
    assert librarian.reader(desk, None, CHINESE, "") == ""


def test_the_reader_speaks_both_languages(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0].id
    for words in (CHINESE, ENGLISH):
        html = librarian.reader(desk, Opened(document), words, "")
        assert library_words(words).reader.copy_reference in html
        assert library_words(words).reader.back in html


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("二 > （一）", "《关于做好节水工作的通知》二（一）规定了什么？"),
        ("一", "《关于做好节水工作的通知》“一、总体目标”有哪些内容？"),
    ],
)
def test_a_clause_is_asked_about_by_its_place_or_by_its_heading(path: str, question: str) -> None:
    document = parse(source("节水.txt", NOTICE))
    clause = next(clause for clause in document.clauses if clause.path_text == path)
    assert question_about(document, clause) == question


def test_an_address_opens_its_clause_after_a_rebuild(desk: HandMadeDesk, tmp_path: Path) -> None:
    document = desk.library.document(desk.library.documents()[0].id)
    places = [place_of(reader_url(document.id, clause.eid)) for clause in document.clauses]
    Indexer(tmp_path, desk.library, HashingEmbedder()).reindex()
    for place, clause in zip(places, document.clauses, strict=True):
        html = librarian.reader(desk, Opened(*place), CHINESE, "")
        assert f'data-at="at-{clause.eid}"' in html


def test_the_english_catalogue_has_no_chinese_words() -> None:
    assert [text for text in _texts(asdict(ENGLISH_LIBRARY)) if re.search("[一-鿿]", text)] == []


def _texts(entries: Mapping[str, object]) -> Iterator[str]:
    for value in entries.values():
        if isinstance(value, Mapping):
            yield from _texts(value)
        else:
            yield str(value)


def test_every_entry_of_the_catalogue_is_used() -> None:
    files = [path for path in Path(librarian.__file__).parent.rglob("*.py") if not path.name.startswith("catalogue")]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    said = ENGLISH_LIBRARY
    entries = [field.name for part in (said, said.stated, said.reports, said.reader) for field in fields(part)]
    assert [entry for entry in entries if not re.search(rf"[.\"']{entry}\b", code)] == []


def test_the_panel_says_what_is_stated_of_a_cited_document(desk: HandMadeDesk) -> None:
    document = desk.library.document(desk.library.documents()[0].id)
    clause = document.clauses[3].id
    assert "已废止" not in document_html(view(desk.library, clause), CHINESE)
    desk.keeper.state(document.id, DocumentStatus(Validity.REPEALED, enabled=False))
    for words, said in ((CHINESE, ("已废止", "已停用")), (ENGLISH, ("repealed", "switched off"))):
        html = document_html(view(desk.library, clause), words)
        assert all(each in html for each in said)


def test_the_report_on_a_file_names_it_as_it_was_handed_in(desk: HandMadeDesk) -> None:
    document = desk.library.documents()[0]
    file = {"name": "附件1 送审稿.docx", "state": "added", "document": document.id}
    html = librarian.reports(librarian.taken(desk, [file]), None, CHINESE)
    assert document.title in html
    assert "附件1 送审稿.docx" in html


def test_the_words_that_a_link_carries_are_lit_in_their_clause_alone(desk: HandMadeDesk) -> None:
    document = next(one for one in desk.library.documents() if "江苏" in one.title)
    clause = next(one for one in desk.library.document(document.id).clauses if "1000家" in one.text)
    html = librarian.reader(desk, Opened(document.id, clause.eid, "高新技术企业1000 家"), CHINESE, "")
    assert re.findall('<mark class="wanted">(.+?)</mark>', html) == ["高新技术企业1000家"]
    assert f">{CHINESE_LIBRARY.reader.cited}<" not in html


def test_what_a_link_carries_is_text_whatever_it_holds(desk: HandMadeDesk) -> None:
    assert reader_link("d", "d.c", '"><b>') == 'href="/?doc=d#c" data-quote="&quot;&gt;&lt;b&gt;"'
    document = desk.library.document(desk.library.documents()[0].id)
    html = librarian.reader(desk, Opened(document.id, document.clauses[0].eid, '"><b>x'), CHINESE, "")
    assert "<b>" not in html
    assert "<mark" not in html
