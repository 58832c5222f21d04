"""One run of the command line: its language, its settings, its services, and how it prints."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from ui.commands.bilingual import both

if TYPE_CHECKING:
    from ui.settings import InForce, Settings
    from ui.wiring import Services


class Session:
    """What every verb gets from click as its object."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.options: dict[str, object] = {}
        self.assigned: tuple[str, ...] = ()

    @cached_property
    def settings(self) -> Settings:
        loaded = self._load()
        self.language = loaded.language
        return loaded

    @property
    def in_force(self) -> tuple[InForce, ...]:
        """Every setting with its origin."""
        from ui import settings

        self.language = self.settings.language
        return settings.in_force(self.options, assigned=self.assigned)

    @cached_property
    def services(self) -> Services:
        from ui.wiring import build

        return build(self.settings, self._load)

    def _load(self) -> Settings:
        from ui import settings

        return settings.load(self.options, assigned=self.assigned)

    def values_of(self, assignments: Sequence[str]) -> list[object]:
        """What NAME=VALUE assignments come to; InputError where one is wrong, or what they name cannot be used."""
        from ui import settings
        from ui.wiring import endpoint_of

        assigned = (*self.assigned, *assignments)
        loaded = settings.load(self.options, assigned=assigned)
        if loaded.model.name:
            endpoint_of(loaded)
        values = {one.key: one.value for one in settings.in_force(self.options, assigned=assigned)}
        return [values[one.partition("=")[0].strip()] for one in assignments]

    def reload(self) -> None:
        """Reads the settings again, which have been changed."""
        self.__dict__.pop("settings", None)

    def close(self) -> None:
        """Closes the services where a verb has opened them."""
        if "services" in self.__dict__:
            self.services.close()

    def words(self, zh: str, en: str) -> str:
        """The text in the language of this run."""
        return en if self.language == "en" else zh

    def data(self, text: str) -> None:
        """A line of the result, to standard output."""
        click.echo(text)

    def note(self, zh: str, en: str) -> None:
        """A remark beside the result, to standard error."""
        click.echo(self.words(zh, en), err=True)

    def require_documents(self) -> None:
        """Raises LibraryEmpty where there is nothing to look anything up in."""
        from corpus.errors import LibraryEmpty

        if self.services.library.documents():
            return
        if self.services.library.holdings():
            raise LibraryEmpty(
                "文库里的文件都已停用，无从查找。可用 wence status NAME --enable 启用。",
                "Every document of the library is switched off. Switch one on with wence status NAME --enable.",
            )
        raise LibraryEmpty(
            "文库还是空的，无从查找。请先用 wence ingest FILE 导入文件。",
            "The library is empty. Add documents first, with wence ingest FILE.",
        )

    def json(self, value: Mapping[str, Any] | list[Any]) -> None:
        """The result for programs, to standard output."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))


pass_session = click.make_pass_decorator(Session)
json_option = click.option(
    "--json", "as_json", is_flag=True, help=both("以 JSON 输出，供程序读取。", "Print JSON, for programs.")
)


def usage(zh: str, en: str) -> click.UsageError:
    """A wrong combination of arguments, said in both languages."""
    return click.UsageError(both(zh, en), click.get_current_context(silent=True))
