"""The verb on settings: shows each with its value, where that comes from, and what it may be; or sets some."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click
from pydantic import SecretStr

from corpus.errors import InputError
from ui.commands.bilingual import Command, both
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from ui.settings import InForce

KEY_FILE = "model.key"


@click.command(
    "config",
    cls=Command,
    help=both(
        "显示各项设置的值和来源，或改动几项。\n\n"
        "给出 NAME=VALUE 就写入文库文件夹里的 wence.toml，如 model.name=openai:deepseek-chat；"
        "不给就显示全部，各行也可抄入 wence.toml。",
        "Show the settings, and where each comes from; or change some.\n\n"
        "NAME=VALUE, such as model.name=openai:deepseek-chat, goes into wence.toml in the library's folder. Without "
        "any, all are shown, in lines that may stand there too.",
    ),
)
@click.argument("assignments", metavar="[NAME=VALUE]...", nargs=-1)
@click.option(
    "--key",
    "ask_key",
    is_flag=True,
    help=both(
        "输入语言模型的密钥，存入只有本人可读的文件。",
        "Ask for the chat model's key and keep it in a file that only its owner can read.",
    ),
)
@json_option
@pass_session
def config(session: Session, assignments: tuple[str, ...], ask_key: bool, as_json: bool) -> None:
    changed = _changed(session, assignments, ask_key) if assignments or ask_key else ()
    shown = [one for one in session.in_force if not changed or one.key in changed]
    if as_json:
        session.json([{"name": one.key, "value": _plain(one.value), "origin": one.origin or None} for one in shown])
        return
    for one in shown:
        session.data(_line(session, one))


def _changed(session: Session, assignments: tuple[str, ...], ask_key: bool) -> tuple[str, ...]:
    """Puts settings into the file once they are known to be good; their names."""
    from ui.settings import FILE_NAME
    from ui.settings_file import put, write_private

    names = [one.partition("=")[0].strip() for one in assignments]
    values = dict(zip(names, session.values_of(assignments), strict=True))
    home = session.settings.home
    if ask_key:
        write_private(home / KEY_FILE, f"{_key(session)}\n", mode=0o600)
        values["model.key_file"] = KEY_FILE
    put(home / FILE_NAME, values)
    session.reload()
    session.note(f"已写入 {home / FILE_NAME}", f"Written: {home / FILE_NAME}")
    for one in session.in_force:
        if one.key in values and one.origin != str(home / FILE_NAME):
            session.note(
                f"注意：{one.key} 现由 {one.origin} 决定，文件里的值暂不起作用。",
                f"Note: {one.key} is decided by {one.origin} at present, not by the file.",
            )
    return tuple(values)


def _key(session: Session) -> str:
    """The key as typed, unseen, or as the next line of what is fed in."""
    stdin = sys.stdin
    said = session.words("密钥", "Key")
    given = click.prompt(said, hide_input=True, err=True) if stdin.isatty() else stdin.readline()
    if not str(given).strip():
        raise InputError("密钥是空的，没有保存。", "The key is empty; nothing was kept.")
    return str(given).strip()


def _line(session: Session, one: InForce) -> str:
    """A line of TOML; what a file cannot set, and what is not set, as a remark."""
    origin = one.origin or session.words("默认", "default")
    about = f"{origin}{session.words('；', '; ')}{session.words(*one.expected)}"
    if isinstance(one.value, SecretStr):
        given = session.words("已设置，不显示；", "set, not shown; ") if one.value.get_secret_value() else ""
        return f"# {one.key} =  # {given}{about}"
    if one.key == "home":
        return f"# home = {_plain(one.value)}  # {about}"
    if one.value is None:
        return f"# {one.key} =  # {about}"
    return f"{one.key} = {json.dumps(one.value, ensure_ascii=False)}  # {about}"


def _plain(value: object) -> object:
    """For JSON; a key that is set shows as stars."""
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


VERBS = (config,)
