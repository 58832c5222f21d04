"""Batch files: JSON Lines of questions in, JSON Lines of results out.

A bad line stops the run before anything is asked, named by its number; the
output file appears whole or not at all.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from corpus.errors import InputError
from corpus.system_errors import reason

STANDARD_STREAM = "-"


class Row(NamedTuple):
    """One line of a batch: its id as given, and the turns of its conversation."""

    id: object
    turns: tuple[str, ...]


def read(path: Path) -> tuple[Row, ...]:
    """The rows of a batch file, or of standard input where the path is `-`; empty lines are passed over."""
    lines = _text(path).split("\n")
    return tuple(_row(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _text(path: Path) -> str:
    try:
        if str(path) == STANDARD_STREAM:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        zh, en = reason(error)
        raise InputError(f"读不了批量文件 {path}：{zh}。", f"Cannot read the batch file {path}: {en}.") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"批量文件 {path} 不是 UTF-8 编码，请另存为 UTF-8。",
            f"The batch file {path} is not UTF-8; save it as UTF-8.",
        ) from error


def _row(path: Path, number: int, line: str) -> Row:
    try:
        content = json.loads(line)
    except json.JSONDecodeError as error:
        raise _bad(path, number, f"不是 JSON（{error}）", f"it is not JSON ({error})") from error
    if not isinstance(content, dict) or "id" not in content:
        raise _bad(path, number, "应为带 id 的 JSON 对象", "it must be a JSON object with an id")
    if ("question" in content) == ("turns" in content):
        raise _bad(path, number, "question 和 turns 应有且只有一个", "it must hold either question or turns")
    turns = content["turns"] if "turns" in content else [content["question"]]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) and turn.strip() for turn in turns):
        raise _bad(
            path, number, "question 应为文字，turns 应为文字的列表，都不能为空",
            "question must be text, turns a list of texts, and none may be empty",
        )  # fmt: skip
    return Row(content["id"], tuple(turns))


def _bad(path: Path, number: int, zh: str, en: str) -> InputError:
    return InputError(f"批量文件 {path} 第 {number} 行有误：{zh}。", f"Line {number} of the batch file {path}: {en}.")


def write(path: Path | None, rows: Iterable[Mapping[str, Any]]) -> None:
    """Writes one JSON object a line to `path`, or to standard output where there is none."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    if path is None or str(path) == STANDARD_STREAM:
        for line in lines:
            click.echo(line)
        return
    try:
        _replace(path, lines)
    except OSError as error:
        zh, en = reason(error)
        raise InputError(f"写不了结果文件 {path}：{zh}。", f"Cannot write the result file {path}: {en}.") from error


def _replace(path: Path, lines: Iterable[str]) -> None:
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.", text=True)
    unfinished = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        unfinished.chmod(0o666 & ~_umask())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
