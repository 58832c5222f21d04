"""What people type and what documents print: the list that comes along, and the user's own on top of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import InputError

FILE_NAME = "synonyms.toml"
_OWN = Path(__file__).with_name(FILE_NAME)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Pairs of a typed word and a printed one."""

    pairs: tuple[tuple[str, str], ...] = ()

    def expansions(self, text: str) -> str:
        """The printed forms of what people type in `text`, for the search."""
        return " ".join(
            dict.fromkeys(printed for typed, printed in self.pairs if typed in text and printed not in text)
        )

    def forms(self, term: str) -> tuple[str, ...]:
        """A term and its printed forms."""
        return (term, *(printed for typed, printed in self.pairs if typed == term))

    def with_file(self, path: Path) -> Synonyms:
        """These, with the lines of a file added; its empty lists take lines out. The same where there is no file."""
        if not path.exists():
            return self
        added = _read(path)
        kept = tuple(pair for pair in self.pairs if added.get(pair[0]) != ())
        new = tuple((typed, form) for typed, forms in added.items() for form in forms)
        return Synonyms(tuple(dict.fromkeys(kept + new)))


@cache
def built_in() -> Synonyms:
    """The list that comes along."""
    return Synonyms(tuple((typed, form) for typed, forms in _read(_OWN).items() for form in forms))


def _read(path: Path) -> Mapping[str, tuple[str, ...]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            f'同义词文件 {path} 读不出来：{error}。每行应当像这样："双碳" = ["碳达峰碳中和"]',
            f'Cannot read the synonyms in {path}: {error}. A line looks like this: "双碳" = ["碳达峰碳中和"]',
        ) from error
    for typed, forms in table.items():
        if (
            not typed.strip()
            or not isinstance(forms, list)
            or not all(isinstance(form, str) and form for form in forms)
        ):
            raise InputError(
                f'同义词文件 {path} 中“{typed}”一行有误：等号右边应当是方括号里的词，如 ["碳达峰碳中和"]。',
                f"In the synonyms of {path}, the line of {typed!r} is wrong: "
                'words in square brackets belong behind the sign, as in ["碳达峰碳中和"].',
            )
    return {typed: tuple(forms) for typed, forms in table.items()}
