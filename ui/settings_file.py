"""Settings put into the settings file, line by line, so that what users wrote there stays as it is."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import HomeUnusable, InputError
from corpus.system_errors import reason

_HEADER = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
_SETTING = re.compile(r"\s*([A-Za-z_]+(?:\s*\.\s*[A-Za-z_]+)*)\s*=")


def put(path: Path, values: Mapping[str, object]) -> None:
    """Puts settings, by their dotted names, into the file, which is made where there is none."""
    text = _read(path)
    wanted = dict(_flat(tomllib.loads(text)))
    for key, value in values.items():
        text, wanted[key] = with_setting(text, key, literal(value)), value
    try:
        kept = dict(_flat(tomllib.loads(text))) == wanted
    except tomllib.TOMLDecodeError:
        kept = False
    if not kept:
        names = "、".join(values)
        raise InputError(
            f"设置文件 {path} 的写法特别，改不了其中的 {names}。请手工修改。",
            f"The settings file {path} is written in a way in which {', '.join(values)} cannot be changed. Edit it "
            "by hand.",
        )
    write_private(path, text, mode=None)


def with_setting(text: str, key: str, value: str) -> str:
    """The text with one setting in the place where it stands, in its section, or ahead of all sections."""
    lines = text.splitlines()
    group, _, name = key.rpartition(".")
    section, header, first = "", -1, len(lines)
    for at, line in enumerate(lines):
        if found := _HEADER.fullmatch(line):
            section, first = found.group(1).strip(), min(first, at)
            header = at if group and section == group else header
        elif found := _SETTING.match(line):
            said = re.sub(r"\s", "", found.group(1))
            if (f"{section}.{said}" if section else said) == key:
                return "\n".join([*lines[:at], f"{said} = {value}", *lines[at + 1 :], ""])
    if header >= 0:
        return "\n".join([*lines[: header + 1], f"{name} = {value}", *lines[header + 1 :], ""])
    return "\n".join([*lines[:first], f"{key} = {value}", *lines[first:], ""])


def literal(value: object) -> str:
    """A value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False)


def write_private(path: Path, text: str, *, mode: int | None) -> None:
    """Puts a file in the place of another at once; `mode` None keeps that one's permissions."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = mode if mode is not None else path.stat().st_mode & 0o777 if path.exists() else 0o644
        beside.unlink(missing_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, kept), "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(beside, path)
    except OSError as error:
        zh, en = reason(error)
        raise HomeUnusable(f"写不了文件 {path}：{zh}。", f"Cannot write {path}: {en}.") from error


def _read(path: Path) -> str:
    """The file as it is; it was loaded, so it is known to be good."""
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""


def _flat(content: Mapping[str, object], above: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, value in content.items():
        name = f"{above}.{key}" if above else key
        found += _flat(value, name) if isinstance(value, dict) else [(name, value)]
    return found
