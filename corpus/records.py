"""Values of the document model as JSON and back, so that a stored document is rebuilt exactly.

It is driven by the types of the fields: a field that a later version adds to a
value, with a default, needs no change here and reads well from older rows.
"""

from __future__ import annotations

import json
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
    value: T = _typed(kind, json.loads(text))
    return value


def tuple_from_json(kind: type[T], text: str) -> tuple[T, ...]:
    """The tuple of `kind` values that `to_json` wrote."""
    return tuple(_typed(kind, item) for item in json.loads(text))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _typed(kind: Any, value: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else _typed(_other_than_none(kind), value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], item) for item in value)
    if is_dataclass(kind):
        hints = _hints(cast(type, kind))
        return kind(**{name: _typed(hints[name], value[name]) for name in _stored(kind, value)})  # type: ignore[operator]
    if hasattr(kind, "_fields"):
        return kind(*value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _other_than_none(kind: Any) -> Any:
    return next(arm for arm in get_args(kind) if arm is not NoneType)


def _stored(kind: Any, value: dict[str, Any]) -> list[str]:
    names = [field.name for field in fields(kind) if field.init]
    absent = [field.name for field in fields(kind) if field.name not in value and _required(field)]
    if absent:
        raise ValueError(f"{kind.__name__} stored without {', '.join(absent)}")
    return [name for name in names if name in value]


def _required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
