"""Command-line help and usage errors in Chinese and English.

click keeps one text per command and option. Here that text carries both
languages, joined by `both`, and the one that the user reads is picked when it is
printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import click

_SEAM = "\x1f"
_HEADINGS = {"Options": "选项", "Commands": "命令"}


def both(zh: str, en: str) -> str:
    """One text in two languages, for anything that click keeps and prints later."""
    return f"{zh}{_SEAM}{en}"


def chosen(text: str, language: str) -> str:
    """The half of `text` in `language`; the whole where it has no halves."""
    zh, seam, en = text.partition(_SEAM)
    return en if seam and language == "en" else zh


def spoken(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language asked for, found before anything is parsed: help and usage errors need it first."""
    language = environ.get("WENCE_LANGUAGE", "")
    for position, argument in enumerate(arguments):
        if argument == "--language" and position + 1 < len(arguments):
            language = arguments[position + 1]
        elif argument.startswith("--language="):
            language = argument.partition("=")[2]
    return "en" if language == "en" else "zh"


class _Formatter(click.HelpFormatter):
    language = "zh"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or chosen(both("用法：", "Usage: "), self.language))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading) if self.language == "zh" else heading)

    def write_text(self, text: str) -> None:
        super().write_text(chosen(text, self.language))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, chosen(text, self.language)) for term, text in rows], col_max, col_spacing)


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        formatter = _Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.language = getattr(self.obj, "language", "zh")
        return formatter


class Command(click.Command):
    """A verb with its help in two languages."""

    context_class = _Context

    def get_short_help_str(self, limit: int = 45) -> str:
        return _SEAM.join(half.partition("\n")[0] for half in (self.help or "").split(_SEAM))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = both("显示帮助。", "Show this help.")
        return option


class Group(Command, click.Group):
    """The program's own group of verbs."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def usage_message(error: click.UsageError, language: str) -> str:
    """One line on what is wrong with the command line."""
    command = error.ctx.command_path if error.ctx else "wence"
    if language == "en":
        said = chosen(error.format_message(), "en").replace("\n", " ")
        return f"{said.rstrip('.')}. See: {command} --help"
    return f"{_in_chinese(error).rstrip('。')}。用法见：{command} --help"


def _in_chinese(error: click.UsageError) -> str:
    said = error.format_message()
    if _SEAM in said:
        return chosen(said, "zh")
    hint = error.param.get_error_hint(error.ctx) if isinstance(error, click.BadParameter) and error.param else ""
    match error:
        case click.NoSuchCommand():
            return f"没有命令 {error.command_name}"
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.MissingParameter():
            return f"缺少 {hint}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 用法有误：后面要有且只有一个值"
        case click.BadParameter():
            return f"{hint} 的值无效，应为{_expected(error)}"
        case _:
            return f"命令行有误（{said.rstrip('.')}）"


def _expected(error: click.BadParameter) -> str:
    """What the parameter takes, by its type: click says it in English alone."""
    match error.param.type if error.param else None:
        case click.IntRange(min=least, max=None):
            return f"不小于 {least} 的整数"
        case click.IntRange(min=least, max=most):
            return f" {least} 到 {most} 的整数"
        case click.types.IntParamType():
            return "整数"
        case click.Choice(choices=choices):
            return f" {'、'.join(map(str, choices))} 之一"
        case _:
            return f"别的值（{error.message.rstrip('.')}）"
