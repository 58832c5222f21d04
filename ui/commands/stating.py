"""Verbs that state something of a document: status, local-only."""

from __future__ import annotations

from dataclasses import replace

import click

from corpus.vocabulary import Validity
from ui.commands.bilingual import Command, both
from ui.commands.rows import document_row, stated
from ui.commands.session import Session, json_option, pass_session

_VALIDITIES = {
    "现行有效": Validity.IN_FORCE,
    "试行": Validity.TRIAL,
    "已修改": Validity.AMENDED,
    "已废止": Validity.REPEALED,
    "未标注": Validity.UNKNOWN,
}


class _ValidityChoice(click.Choice[str]):
    """The words of the field, or those of JSON."""

    def __init__(self) -> None:
        super().__init__([*_VALIDITIES, *(each.value for each in Validity)])

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "[VALIDITY]"


@click.command(
    "status",
    cls=Command,
    help=both(
        "设定一份文件的时效性、施行和失效的日期，以及是否参与检索；什么都不写则显示现在的设定。\n\n"
        "VALIDITY 是 现行有效、试行、已修改、已废止、未标注 之一，或 in_force、trial、amended、repealed、unknown。"
        "没有写到的保持原样。已废止、已过有效期和尚未施行的文件排在有效的文件之后，回答中会注明。",
        "State whether a document is in force, from when, until when, and whether it is searched; without any of "
        "these, show what is stated.\n\n"
        "VALIDITY is one of in_force, trial, amended, repealed, unknown, or the same in Chinese. What is left out "
        "stays as it is. Documents that are repealed, past their term or not in force yet come behind those in "
        "force, and answers say so.",
    ),
)
@click.argument("name", metavar="NAME")
@click.argument("validity", type=_ValidityChoice(), required=False)
@click.option("--from", "begins", metavar="DATE", help=both("施行日期；空为不写。", "First day in force; empty: none."))
@click.option(
    "--to", "ends", metavar="DATE", help=both("有效期至哪一天；空为不写。", "Last day in force; empty: none.")
)
@click.option("--enable/--disable", "enabled", default=None, help=both("参与检索，或停用。", "Searched, or not."))
@json_option
@pass_session
def status(
    session: Session,
    name: str,
    validity: str | None,
    begins: str | None,
    ends: str | None,
    enabled: bool | None,
    as_json: bool,
) -> None:
    document = session.services.library.find(name)
    now = document.status
    wanted = replace(
        now,
        validity=now.validity if validity is None else _VALIDITIES.get(validity) or Validity(validity),
        effective_from=now.effective_from if begins is None else begins,
        effective_until=now.effective_until if ends is None else ends,
        enabled=now.enabled if enabled is None else enabled,
    )
    if wanted != now:
        document = session.services.indexer.set_status(document.id, wanted)
    if as_json:
        session.json({"document": document_row(document)})
        return
    said = session.words("，", ", ").join(stated(session, document)) or session.words("未标注", "nothing is stated")
    session.data(session.words(f"{document.name}：{said}。", f"{document.name}: {said}."))


@click.command(
    "local-only",
    cls=Command,
    help=both(
        "让一份文件只在本机使用：它的内容不会发给别处的语言模型。\n\n印有密级的文件本来就是这样。",
        "Keep one document on this machine: its words are never sent to a chat model elsewhere.\n\n"
        "Documents that print a 密级 are kept anyway.",
    ),
)
@click.argument("name", metavar="NAME")
@click.option("--off", is_flag=True, help=both("取消这个限制。", "Lift the restriction."))
@json_option
@pass_session
def local_only(session: Session, name: str, off: bool, as_json: bool) -> None:
    status = session.services.library.find(name).status
    document = session.services.indexer.set_status(name, status, local_only=not off)
    if as_json:
        session.json({"document": document_row(document)})
    elif document.local_only:
        session.data(session.words(f"{document.name} 只在本机使用。", f"{document.name} stays on this machine."))
    elif document.confined:
        session.data(
            session.words(
                f"{document.name} 印有密级（{document.security_level}），仍只在本机使用。",
                f"{document.name} prints a 密级 ({document.security_level}) and stays on this machine all the same.",
            )
        )
    else:
        session.data(session.words(f"{document.name} 不再限于本机。", f"{document.name} may be sent to the model set."))


VERBS = (status, local_only)
