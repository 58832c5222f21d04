"""What people type and what documents print: the lists that come along, and the user's own on top of them.

A word for a thing that documents call by two names counts always. Everyday speech for what
they put officially counts in a library that does not print it: where 取暖 is printed,
采暖 leads away from it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from corpus.errors import InputError

FILE_NAME = "synonyms.toml"
_OWN = Path(__file__).with_name(FILE_NAME)
_EVERYDAY = Path(__file__).with_name("everyday.toml")


def _nothing(word: str) -> bool:
    return False


class Pairs(tuple[tuple[str, str], ...]):
    """Pairs of a typed word and a printed one, thousands of them, found by where a text could say them."""

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[int, tuple[str, str]]]]:
        found: defaultdict[str, list[tuple[int, tuple[str, str]]]] = defaultdict(list)
        for at, pair in enumerate(self):
            found[pair[0][0]].append((at, pair))
        return dict(found)

    def typed_in(self, text: str) -> list[tuple[str, str]]:
        """Those whose typed word stands in a text, in the order of the list."""
        starts = self._by_first
        found = {
            number: pair
            for at, char in enumerate(text)
            for number, pair in starts.get(char, ())
            if text.startswith(pair[0], at)
        }
        return [found[number] for number in sorted(found)]


_NONE = Pairs()


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Pairs of a typed word and a printed one; `everyday` are those that count where a library lacks the typed one."""

    pairs: Pairs = _NONE
    everyday: Pairs = _NONE
    prints: Callable[[str], bool] = field(default=_nothing, compare=False)
    """Does the library print a word?"""

    _typed_in: dict[str, tuple[tuple[str, str], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What was found in a text: the parts of an answer look the same question through, time and again."""

    def of_library(self, prints: Callable[[str], bool]) -> Synonyms:
        """The same, for a library that prints some words, as it is now."""
        return replace(self, prints=prints)

    def also(self, pairs: Iterable[tuple[str, str]]) -> Synonyms:
        """These and more, which count always, of words that these have nothing for."""
        more = tuple(pair for pair in pairs if not self.pairs.typed_in(pair[0]))
        return replace(self, pairs=Pairs((*self.pairs, *more))) if more else self

    def expansions(self, text: str) -> str:
        """The printed forms of what people type in `text`, for the search."""
        return " ".join(dict.fromkeys(printed for _, printed in self.typed_in(text)))

    def typed_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """What people type in `text`, each with a printed form that stands for it."""
        if text not in self._typed_in:
            self._typed_in[text] = self._found_in(text)
        return self._typed_in[text]

    def _found_in(self, text: str) -> tuple[tuple[str, str], ...]:
        found = (pair for pair in self.pairs.typed_in(text) if pair[1] not in text)
        return (*found, *(pair for pair in self.everyday.typed_in(text) if self._leads_on(*pair, text)))

    def _leads_on(self, typed: str, printed: str, text: str) -> bool:
        # A single character stands in the printed word itself: 船 in 船舶.
        lacked = len(typed) == 1 or not self.prints(typed)
        return lacked and printed not in text and self.prints(printed)

    def forms(self, term: str) -> tuple[str, ...]:
        """A term and its printed forms."""
        return (term, *(printed for typed, printed in self.pairs if typed == term))

    def with_file(self, path: Path) -> Synonyms:
        """These, with the lines of a file added; its empty lists take lines out. The same where there is no file."""
        if not path.exists():
            return self
        added = _read(path)
        kept, everyday = (
            Pairs(pair for pair in some if added.get(pair[0]) != ()) for some in (self.pairs, self.everyday)
        )
        return replace(self, pairs=Pairs(dict.fromkeys((*kept, *_listed(added)))), everyday=everyday)


@cache
def built_in() -> Synonyms:
    """The lists that come along."""
    return Synonyms(_listed(_read(_OWN)), _listed(_read(_EVERYDAY)))


def _listed(table: Mapping[str, tuple[str, ...]]) -> Pairs:
    return Pairs((typed, form) for typed, forms in table.items() for form in forms)


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
