"""The catalogue: both languages whole, and no words of the page outside it."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from corpus.vocabulary import Level
from ui import catalogue_chat, catalogue_targets
from ui.catalogue import CHINESE, ENGLISH, Words, words

UI = Path(__file__).parents[2] / "ui"
WORDLESS = [
    UI / "app.py", UI / "api.py", UI / "chat.py", UI / "doorway.py", UI / "marks.py", UI / "panel.py",
    UI / "presenters.py", UI / "conversation.py", UI / "actions.py", UI / "cards.py", UI / "clauses.py",
    UI / "columns.py", UI / "filters.py", UI / "history.py", UI / "sheets.py", UI / "downloads.py",
    UI / "target_table.py",
    *sorted((UI / "pages").glob("*.py")),
]  # fmt: skip
HAN = re.compile(r"[\u3400-\u9fff]")


CATALOGUES = (
    (CHINESE, ENGLISH),
    (catalogue_chat.CHINESE, catalogue_chat.ENGLISH),
    (catalogue_targets.CHINESE_TARGETS, catalogue_targets.ENGLISH_TARGETS),
)
ENTRIES = [
    pytest.param(getattr(chinese, field.name), getattr(english, field.name), id=field.name)
    for chinese, english in CATALOGUES
    for field in fields(chinese)
]


@pytest.mark.parametrize(("chinese", "english"), ENTRIES)
def test_an_entry_says_the_same_fields_in_both_languages(chinese: str, english: str) -> None:
    assert chinese.strip()
    assert english.strip()
    assert placeholders(chinese) == placeholders(english)


@pytest.mark.parametrize(("chinese", "english"), ENTRIES)
def test_the_english_page_has_no_chinese_words(chinese: str, english: str) -> None:
    assert not HAN.search(english.replace(ENGLISH.product, ""))


@pytest.mark.parametrize("module", WORDLESS, ids=lambda path: path.name)
def test_no_chinese_literal_stands_in_a_page(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)}
    assert [text for text in literals if HAN.search(text) and text not in docstrings] == []


def test_every_entry_is_used() -> None:
    files = (path for path in UI.rglob("*.py") if not path.name.startswith("catalogue"))
    code = "".join(path.read_text(encoding="utf-8") for path in [*files, UI / "catalogue.py"])
    unused = [
        field.name
        for one in (Words, catalogue_chat.ChatWords)
        for field in fields(one)
        if not re.search(rf"[.\"]{field.name}\b", code)
    ]
    assert sorted(set(unused) - {level.value for level in Level} - set(catalogue_chat.REASONS)) == []


@pytest.mark.parametrize(("language", "expected"), [("zh", CHINESE), ("en", ENGLISH), ("fr", CHINESE)])
def test_any_language_but_english_is_chinese(language: str, expected: Words) -> None:
    assert words(language) is expected


DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
