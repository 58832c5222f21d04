"""The catalogue: both languages whole, and no words of the page outside it."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest

from ui.catalogue import CHINESE, ENGLISH, Words, words

UI = Path(__file__).parents[2] / "ui"
WORDLESS = [
    UI / "app.py", UI / "api.py", UI / "chat.py", UI / "doorway.py", UI / "marks.py", UI / "panel.py",
    UI / "presenters.py", UI / "conversation.py", *sorted((UI / "pages").glob("*.py")),
]  # fmt: skip
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("entry", [field.name for field in fields(Words)])
def test_an_entry_says_the_same_fields_in_both_languages(entry: str) -> None:
    chinese, english = getattr(CHINESE, entry), getattr(ENGLISH, entry)
    assert chinese.strip()
    assert english.strip()
    assert placeholders(chinese) == placeholders(english)


@pytest.mark.parametrize("entry", [field.name for field in fields(Words) if field.name != "product"])
def test_the_english_page_has_no_chinese_words(entry: str) -> None:
    assert not HAN.search(getattr(ENGLISH, entry))


@pytest.mark.parametrize("module", WORDLESS, ids=lambda path: path.name)
def test_no_chinese_literal_stands_in_a_page(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)}
    assert [text for text in literals if HAN.search(text) and text not in docstrings] == []


def test_every_entry_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    unused = [field.name for field in fields(Words) if not re.search(rf"\.{field.name}\b", code)]
    assert unused == []


@pytest.mark.parametrize(("language", "expected"), [("zh", CHINESE), ("en", ENGLISH), ("fr", CHINESE)])
def test_any_language_but_english_is_chinese(language: str, expected: Words) -> None:
    assert words(language) is expected


DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
