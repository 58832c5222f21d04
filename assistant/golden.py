"""Golden questions: what is asked of which documents, and what a right answer must hold.

The sets that come with the project stand in tests/golden as JSON lines; any other in
the same form can be scored as well. A folder `documents` beside them holds what they ask
about, where that is not the bundled documents. Nothing here knows how answers are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import InputError


class QuestionType(StrEnum):
    """What kind of thing is asked for."""

    FACT = "fact"
    META = "meta"
    LIST = "list"
    MEASURE = "measure"
    RESPONSIBLE = "responsible"
    COMPARE = "compare"
    UNANSWERABLE = "unanswerable"
    DIALOG = "dialog"


class Expected(BaseModel):
    """What a right answer rests on and says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    type: QuestionType
    source: tuple[str, ...] = Field(description="file names of the documents that answer")
    path: tuple[str, ...] = Field(description="printed paths of the clauses that hold the evidence")
    evidence: tuple[str, ...] = Field(description="strings of the sources, white space not counted")
    must: tuple[str, ...] = Field(description='key strings that the answer must hold, alternatives as "a|b"')
    limit: int = Field(description="visible characters that the answer may have")


class GoldenQuestion(Expected):
    """One question that stands on its own."""

    style: str = Field(description="keyword, paraphrase or colloquial")
    question: str
    near: str = Field(default="", description="if unanswerable: words of the clause that it imitates")

    @property
    def answerable(self) -> bool:
        return self.type is not QuestionType.UNANSWERABLE


class GoldenDialog(Expected):
    """Questions asked one after the other; the answer to the last one is scored."""

    turns: tuple[str, ...] = Field(min_length=2)


_Line = TypeVar("_Line", GoldenQuestion, GoldenDialog)


def load_questions(path: Path) -> tuple[GoldenQuestion, ...]:
    """The questions of a JSON lines file; InputError names the line that is not one."""
    return _load(path, GoldenQuestion)


def load_dialogs(path: Path) -> tuple[GoldenDialog, ...]:
    """The dialogs of a JSON lines file; InputError names the line that is not one."""
    return _load(path, GoldenDialog)


def own_documents(folder: Path) -> tuple[Path, ...]:
    """The documents that a set of questions brings along; none where it asks about the bundled ones."""
    return tuple(sorted(path for path in (folder / "documents").glob("*") if path.is_file()))


def _load(path: Path, kind: type[_Line]) -> tuple[_Line, ...]:
    try:
        lines: Sequence[str] = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise InputError(
            f"无法读取题目文件“{path.name}”：请检查路径和编码（UTF-8）。",
            f"Cannot read the questions in {path.name!r}: check its path and encoding (UTF-8).",
        ) from exc
    return tuple(_parsed(line, kind, path.name, number) for number, line in enumerate(lines, 1) if line.strip())


def _parsed(line: str, kind: type[_Line], name: str, number: int) -> _Line:
    try:
        return kind.model_validate_json(line)
    except ValidationError as exc:
        fault = exc.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "JSON"
        raise InputError(
            f"题目文件“{name}”第 {number} 行有误（{where}）：请对照 tests/golden 中的格式修改。",
            f"Line {number} of {name!r} is no question ({where}: {fault['msg']}): compare with tests/golden.",
        ) from exc
