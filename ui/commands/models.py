"""Verbs on the chat model: model check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus.errors import InputError
from ui.commands.bilingual import Command, Group, both
from ui.commands.session import Session, json_option, pass_session

if TYPE_CHECKING:
    from assistant.writing.writer import Writer


@click.group(
    "model",
    cls=Group,
    help=both("查看和检查所设的语言模型。", "Look at the chat model that is set, and check it."),
)
def model() -> None:
    """The verbs stand below."""


@model.command(
    "check",
    cls=Command,
    help=both(
        "检查所设的语言模型是否合用。\n\n就自带的一份文件问三个固定的问题，看它是否逐步输出、逐句注明条款、"
        "照抄数字、条款没有回答时拒答。不涉及文库里的文件。",
        "Check whether the chat model that is set is fit for the work.\n\n"
        "Puts three fixed questions on a document that comes along: does it stream, cite every sentence, keep the "
        "figures, and refuse where the clauses do not answer? Nothing of the library is sent.",
    ),
)
@json_option
@pass_session
@click.pass_context
def check_model(context: click.Context, session: Session, as_json: bool) -> None:
    from assistant.writing.check import check

    writer = _writer(session)
    endpoint = writer.endpoint
    if not as_json:
        place = (
            session.words("另一台机器", "another machine") if endpoint.remote else session.words("本机", "this machine")
        )
        session.data(f"{endpoint.name}  {endpoint.host} ({place})")
    findings = []
    for finding in check(writer):
        findings.append(finding)
        if not as_json:
            mark = session.words("通过  ", "ok    ") if finding.good else session.words("不合用", "failed")
            session.data(f"{mark}  {session.words(finding.zh, finding.en)}")
    if as_json:
        rows = [{"good": one.good, "message": session.words(one.zh, one.en)} for one in findings]
        session.json({"model": endpoint.name, "endpoint": endpoint.host, "remote": endpoint.remote, "findings": rows})
    if not all(one.good for one in findings):
        context.exit(1)


def _writer(session: Session) -> Writer:
    writer = session.services.writer
    if writer is None:
        raise InputError(
            "还没有设置语言模型。请设 WENCE_MODEL（如 ollama:qwen3 或 openai:deepseek-chat）、"
            "WENCE_MODEL_URL 和 WENCE_MODEL_KEY。",
            "No chat model is set. Set WENCE_MODEL (such as ollama:qwen3 or openai:deepseek-chat), WENCE_MODEL_URL and "
            "WENCE_MODEL_KEY.",
        )
    return writer


VERBS = (model,)
