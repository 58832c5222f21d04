"""The verb that shows the settings: each with its value, where that comes from, and what it may be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
from pydantic import SecretStr

from ui.commands.bilingual import Command, both
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from ui.settings import InForce


@click.command(
    "config",
    cls=Command,
    help=both(
        "显示各项设置的值和来源。\n\n各行可抄入文库文件夹里的 wence.toml。",
        "Show the settings, and where each comes from.\n\nThe lines may go into wence.toml in the library's folder.",
    ),
)
@json_option
@pass_session
def config(session: Session, as_json: bool) -> None:
    shown = session.in_force
    if as_json:
        session.json([{"name": one.key, "value": _plain(one.value), "origin": one.origin or None} for one in shown])
        return
    for one in shown:
        session.data(_line(session, one))


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
