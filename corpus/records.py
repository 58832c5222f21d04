"""Values of the document model as JSON and back, so that a stored document is rebuilt exactly.

It is driven by the types of the fields: a field that a later version adds to a
value, with a default, needs no change here and reads well from older rows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_json(value: object) -> str:
    """The value as one line of JSON; `from_json` with its type gives it back."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """The value of type `kind` that `to_json` wrote."""
    value: T = _reader(cast(Hashable, kind))(json.loads(text))
    return value


def tuple_from_json(kind: type[T], text: str) -> tuple[T, ...]:
    """The tuple of `kind` values that `to_json` wrote."""
    return tuple(map(_reader(cast(Hashable, kind)), json.loads(text)))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What turns plain JSON into a value of `kind`; made once a type."""
    if get_origin(kind) in (Union, UnionType):
        inner = _reader(next(arm for arm in get_args(kind) if arm is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        inner = _reader(get_args(kind)[0])
        return lambda value: tuple(map(inner, value))
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if hasattr(kind, "_fields"):
        return lambda value: kind(*value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _same


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    required = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    def read(value: dict[str, Any]) -> Any:
        if absent := required - value.keys():
            raise ValueError(f"{kind.__name__} stored without {', '.join(sorted(absent))}")
        return kind(**{name: reader(value[name]) for name, reader in readers.items() if name in value})

    return read


def _same(value: Any) -> Any:
    return value
