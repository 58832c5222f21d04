"""Which documents must stay on this machine, by what they print and by what their user says."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.bundled import bundled_documents
from corpus.errors import DocumentUnknown
from corpus.library import AddKind, Library
from corpus.parsing import parse
from corpus.readers import read_source
from corpus.secrecy import security_mark
from tests import fakes


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("000123\n机密★1年\n特急\n某市文件\n", "机密"),
        ("000123  机 密 ☆ 长期\n", "机密"),
        ("绝 密\n某市文件", "绝密"),
        ("密级：秘密\n", "秘密"),
        ("密 级: 内部\n", "内部"),
        ("秘密 5年\n关于某事的通知", "秘密"),
        ("某市文件\n" * 400 + "秘密★3年", "秘密"),
        ("（内部资料，注意保存）\n", "内部"),
        ("仅供内部参考\n", "内部"),
    ],
)
def test_a_mark_is_found_in_the_forms_it_has(text: str, level: str) -> None:
    mark = security_mark(text)
    assert mark is not None and mark.text == level
    assert mark.span.of(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "商业秘密保护规定\n第一条 为保护商业秘密，制定本规定。",
        "涉及国家秘密的，按照有关规定办理。",
        "密级：公开\n",
        "属于机密级事项的单位应当登记。",
        "加强内部管理，完善内部控制。",
    ],
)
def test_words_about_secrets_are_no_mark(text: str) -> None:
    assert security_mark(text) is None


def test_no_bundled_document_is_marked() -> None:
    assert [one.name for one in bundled_documents() if security_mark(read_source(one.path).text)] == []


def test_the_mark_stands_in_the_summary(tmp_path: Path) -> None:
    document = parse(fakes.source("方案.txt", "机密★1年\n\n节水方案\n\n一、目标\n\n节水。\n"))
    summary = Library(tmp_path).add(document, fakes.chunk(document)).document
    assert (summary.security_level, summary.local_only, summary.confined) == ("机密", False, True)


def test_a_user_keeps_a_document_here_whatever_text_its_file_gets(tmp_path: Path) -> None:
    library = Library(tmp_path)

    def add(*lines: str) -> AddKind:
        document = fakes.document("方案.txt", *lines)
        return library.add(document, fakes.chunk(document)).kind

    add("方案", "一")
    before = library.generation()
    assert library.set_local_only("方案.txt", True).confined
    assert library.generation() > before
    assert add("方案", "二") is AddKind.REPLACED and library.find("方案.txt").local_only
    library.remove("方案.txt")
    add("方案", "三")
    assert [one.local_only for one in Library(tmp_path).documents()] == [True]
    assert not library.set_local_only("方案.txt", False).confined


def test_a_document_that_is_not_there_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(DocumentUnknown):
        Library(tmp_path).set_local_only("方案.txt", True)
