"""What may be set, and where from: the one module that reads settings files and environment.

Later sources win: defaults, then `wence.toml` in the home folder, then variables
named WENCE_*, then the command line. The lower layers never see any of it; they
take plain arguments from `ui.wiring`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import HomeUnusable, InputError
from corpus.system_errors import reason

APPLICATION = "wence"
FILE_NAME = "wence.toml"
PREFIX = "WENCE_"
DEBUG_VARIABLE = "WENCE_DEBUG"


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EmbeddingSettings(_Group):
    """How texts become vectors."""

    model: str = Field(
        default="bundled", min_length=1, description='"bundled", or a sentence-transformers model by name or folder'
    )


class ServerSettings(_Group):
    """Where the web page listens."""

    host: str = Field(default="127.0.0.1", min_length=1, description="address to listen on")
    port: int = Field(default=7860, ge=1, le=65535, description="port to listen on")


class Settings(_Group):
    """Everything that can be set."""

    home: Path = Field(description="folder of the library")
    language: Literal["zh", "en"] = Field(default="zh", description="language of messages and of the page")
    embedding: EmbeddingSettings = Field(default_factory=EmbeddingSettings)
    server: ServerSettings = Field(default_factory=ServerSettings)


_GROUPS: dict[str, type[_Group]] = {"embedding": EmbeddingSettings, "server": ServerSettings}
_EXPECTED = {
    "home": ("一个文件夹", "a folder"),
    "language": ("zh 或 en", "zh or en"),
    "embedding.model": ("bundled，或模型的名称、文件夹", "bundled, or a model's name or folder"),
    "server.host": ("一个网络地址，如 127.0.0.1", "a network address such as 127.0.0.1"),
    "server.port": ("1 到 65535 的整数", "a whole number from 1 to 65535"),
}


def keys() -> tuple[str, ...]:
    """Every setting by its dotted name: home, language, embedding.model, ..."""
    return tuple(_EXPECTED)


def variable(key: str) -> str:
    """The environment variable of a setting: server.port -> WENCE_SERVER_PORT."""
    return PREFIX + key.replace(".", "_").upper()


def default_home() -> Path:
    """The platform's folder for a user's own data."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def load(options: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force; `options` are those of the command line by dotted name, None meaning not given."""
    given = {key: value for key, value in (options or {}).items() if value is not None}
    variables = dict(_from_environment(os.environ if environ is None else environ))
    home = Path(str(given.get("home") or variables.get("home") or default_home())).expanduser().absolute()
    origins: dict[str, str] = {}
    merged: dict[str, object] = {"home": home}
    for origin, layer in ((str(home / FILE_NAME), _from_file(home / FILE_NAME)), ("", variables), ("--", given)):
        for key, value in layer.items():
            if key != "home":
                merged[key] = value
            origins[key] = origin or variable(key)
    return _validated(merged, origins)


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = {variable(key): key for key in keys()}
    for name, value in environ.items():
        if not name.startswith(PREFIX) or name == DEBUG_VARIABLE:
            continue
        if name not in known:
            raise InputError(
                f"环境变量 {name} 不是问策的设置；可用的有：{'、'.join([*known, DEBUG_VARIABLE])}。",
                f"The environment variable {name} is no setting of wence; there are: "
                f"{', '.join([*known, DEBUG_VARIABLE])}.",
            )
        if value:
            yield known[name], value


def _from_file(path: Path) -> dict[str, object]:
    """The settings of one TOML file by dotted name; none where there is no file."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        zh, en = reason(error)
        raise HomeUnusable(f"读不了设置文件 {path}：{zh}。", f"Cannot read the settings file {path}: {en}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"设置文件 {path} 不是有效的 TOML：{error}。", f"The settings file {path} is not valid TOML: {error}."
        ) from error
    found = dict(_flat(content))
    allowed = [key for key in keys() if key != "home"]
    for key in found:
        if key not in allowed:
            raise InputError(
                f"设置文件 {path} 里的 {key} 不是问策的设置；可用的有：{'、'.join(allowed)}。",
                f"{key} in the settings file {path} is no setting of wence; there are: {', '.join(allowed)}.",
            )
    return found


def _flat(content: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in content.items():
        if key in _GROUPS and isinstance(value, dict):
            yield from ((f"{key}.{inner}", item) for inner, item in value.items())
        else:
            yield key, value


def _validated(merged: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    nested: dict[str, Any] = {}
    for key, value in merged.items():
        group, _, name = key.rpartition(".")
        (nested.setdefault(group, {}) if group else nested)[name] = value
    try:
        return Settings.model_validate(nested)
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        zh, en = _EXPECTED[key]
        origin = origins[key] if origins[key] != "--" else "--" + key.rpartition(".")[2]
        raise InputError(
            f"设置 {key} 的值 {merged[key]!r} 无效（来自 {origin}）：应为{zh}。",
            f"{merged[key]!r} is no value for the setting {key} (from {origin}): it must be {en}.",
        ) from error
