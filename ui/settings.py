"""What may be set, and where from: the one module that reads settings files and environment.

Later sources win: defaults, then `wence.toml` in the home folder, then variables
named WENCE_*, then the command line (`--set NAME=VALUE`, and options of their own).
The lower layers never see any of it; they take plain arguments from `ui.wiring`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, NamedTuple

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import HomeUnusable, InputError
from corpus.system_errors import reason
from ui import model_settings
from ui.model_settings import ModelSettings

APPLICATION = "wence"
FILE_NAME = "wence.toml"
PREFIX = "WENCE_"
DEBUG_VARIABLE = "WENCE_DEBUG"


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EmbeddingSettings(_Group):
    """How texts become vectors; all but `model` is for models other than the bundled one."""

    model: str = Field(
        default="bundled", min_length=1, description='"bundled", or a sentence-transformers model by name or folder'
    )
    query_prompt: str | None = Field(default=None, description="text before a question; None is the model's own")
    passage_prompt: str | None = Field(default=None, description="text before a passage; None is the model's own")
    batch_size: int = Field(default=32, ge=1, le=4096, description="texts that the model reads at once")
    device: str = Field(default="", description='"cpu", "cuda", "mps" ...; empty: a GPU where there is one')
    dtype: Literal["auto", "float32", "float16", "bfloat16"] = Field(
        default="auto", description="precision of the weights; auto: as they are stored"
    )
    backend: Literal["torch", "onnx"] = Field(default="torch", description="what runs the model")
    allow_download: bool = Field(default=False, description="may a model that is not on this computer be fetched?")


class RerankerSettings(_Group):
    """A cross-encoder that looks at the first hits again."""

    model: str = Field(default="", description="a CrossEncoder by name or folder; empty: none")
    candidates: int = Field(default=30, ge=1, le=200, description="how many of the first hits it looks at")
    batch_size: int = Field(default=16, ge=1, le=4096, description="pairs that the model reads at once")
    device: str = Field(default="", description='"cpu", "cuda", "mps" ...; empty: a GPU where there is one')
    allow_download: bool = Field(default=False, description="may a model that is not on this computer be fetched?")


class ServerSettings(_Group):
    """Where the web page listens."""

    host: str = Field(default="127.0.0.1", min_length=1, description="address to listen on")
    port: int = Field(default=7860, ge=1, le=65535, description="port to listen on")
    upload_mb: int = Field(default=50, ge=0, le=50, description="largest file the page takes, in megabytes; 0: none")


class Settings(_Group):
    """Everything that can be set."""

    home: Path = Field(description="folder of the library")
    language: Literal["zh", "en"] = Field(default="zh", description="language of messages and of the page")
    embedding: EmbeddingSettings = Field(default_factory=EmbeddingSettings)
    reranker: RerankerSettings = Field(default_factory=RerankerSettings)
    model: ModelSettings = Field(default_factory=ModelSettings)
    server: ServerSettings = Field(default_factory=ServerSettings)


class _Origin(StrEnum):
    """Where a value may come from beside the settings file."""

    VARIABLE = "variable"
    ASSIGNED = "assigned"
    OPTION = "option"


class InForce(NamedTuple):
    """One setting: its value, where that comes from (empty: the default), and what it may be, in two languages."""

    key: str
    value: object
    origin: str
    expected: tuple[str, str]


_GROUPS: dict[str, type[BaseModel]] = {
    "embedding": EmbeddingSettings,
    "reranker": RerankerSettings,
    "model": ModelSettings,
    "server": ServerSettings,
}
_DEVICE = ("cpu、cuda、mps 等；空着：有显卡就用显卡", "cpu, cuda, mps and the like; empty: a GPU where there is one")
_YES_OR_NO = ("true 或 false：本机没有的模型可否下载", "true or false: may a model that is not here be fetched?")
_EXPECTED = {
    "home": ("一个文件夹", "a folder"),
    "language": ("zh 或 en", "zh or en"),
    "embedding.model": ("bundled，或模型的名称、文件夹", "bundled, or a model's name or folder"),
    "embedding.query_prompt": ("加在问题前的文字；不设：模型自带的", "text before a question; unset: the model's own"),
    "embedding.passage_prompt": ("加在条款前的文字；不设：模型自带的", "text before a passage; unset: the model's own"),
    "embedding.batch_size": ("1 到 4096 的整数", "a whole number from 1 to 4096"),
    "embedding.device": _DEVICE,
    "embedding.dtype": ("auto、float32、float16 或 bfloat16", "auto, float32, float16 or bfloat16"),
    "embedding.backend": ("torch 或 onnx", "torch or onnx"),
    "embedding.allow_download": _YES_OR_NO,
    "reranker.model": ("重排模型的名称、文件夹；空着：不用", "a reranking model's name or folder; empty: none"),
    "reranker.candidates": ("1 到 200 的整数", "a whole number from 1 to 200"),
    "reranker.batch_size": ("1 到 4096 的整数", "a whole number from 1 to 4096"),
    "reranker.device": _DEVICE,
    "reranker.allow_download": _YES_OR_NO,
    **model_settings.EXPECTED,
    "server.host": ("一个网络地址，如 127.0.0.1", "a network address such as 127.0.0.1"),
    "server.port": ("1 到 65535 的整数", "a whole number from 1 to 65535"),
    "server.upload_mb": (
        "0 到 50 的整数：网页可上传文件的最大兆字节数，0 为不可上传",
        "a whole number from 0 to 50: megabytes of the largest file the page takes, 0 for none",
    ),
}


def keys() -> tuple[str, ...]:
    """Every setting by its dotted name: home, language, embedding.model, ..."""
    return tuple(_EXPECTED)


def variable(key: str) -> str:
    """The environment variable of a setting: server.port -> WENCE_SERVER_PORT."""
    return model_settings.VARIABLES.get(key) or PREFIX + key.replace(".", "_").upper()


def default_home() -> Path:
    """The platform's folder for a user's own data."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def load(
    options: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    assigned: Sequence[str] = (),
) -> Settings:
    """The settings in force.

    `options` are those of the command line by dotted name, None meaning not given;
    `assigned` are the NAME=VALUE of `--set`.
    """
    return _validated(*_merged(options, environ, assigned))


def in_force(
    options: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    assigned: Sequence[str] = (),
) -> tuple[InForce, ...]:
    """Every setting as `load` gives it, and where it comes from."""
    merged, origins = _merged(options, environ, assigned)
    values = dict(_flat(_validated(merged, origins).model_dump()))
    return tuple(InForce(key, values[key], _said(origins, key), _EXPECTED[key]) for key in keys())


def _merged(
    options: Mapping[str, object] | None, environ: Mapping[str, str] | None, assigned: Sequence[str]
) -> tuple[dict[str, object], dict[str, str]]:
    given = {key: value for key, value in (options or {}).items() if value is not None}
    variables = dict(_from_environment(os.environ if environ is None else environ))
    home = Path(str(given.get("home") or variables.get("home") or default_home())).expanduser().absolute()
    file = home / FILE_NAME
    layers: tuple[tuple[str, Mapping[str, object]], ...] = (
        (str(file), _from_file(file)),
        (_Origin.VARIABLE, variables),
        (_Origin.ASSIGNED, dict(_from_assignments(assigned))),
        (_Origin.OPTION, given),
    )
    origins: dict[str, str] = {}
    merged: dict[str, object] = {"home": home}
    for origin, layer in layers:
        for key, value in layer.items():
            if key != "home":
                merged[key] = value
            origins[key] = origin
    return merged, origins


def _said(origins: Mapping[str, str], key: str) -> str:
    """Where a setting comes from, as a user would write it; empty for the default."""
    match origins.get(key, ""):
        case _Origin.OPTION:
            return f"--{key.rpartition('.')[2]}"
        case _Origin.ASSIGNED:
            return f"--set {key}"
        case _Origin.VARIABLE:
            return variable(key)
        case place:
            return place


def _from_assignments(assigned: Sequence[str]) -> Iterator[tuple[str, str]]:
    allowed = [key for key in keys() if key != "home"]
    for text in assigned:
        key, sign, value = text.partition("=")
        if not sign or key.strip() not in allowed:
            raise InputError(
                f"--set {text!r} 无效：应为“名称=值”，可用的名称有：{'、'.join(allowed)}。",
                f"--set {text!r} is wrong: it takes NAME=VALUE, the names being: {', '.join(allowed)}.",
            )
        if key.strip() == model_settings.KEY:
            raise model_settings.refuse_assigned_key()
        yield key.strip(), value


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
    if found.get(model_settings.KEY):
        model_settings.require_private(path)
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
        origin = _said(origins, key)
        value = "***" if key == model_settings.KEY else repr(merged[key])
        raise InputError(
            f"设置 {key} 的值 {value} 无效（来自 {origin}）：应为{zh}。",
            f"{value} is no value for the setting {key} (from {origin}): it must be {en}.",
        ) from (None if key == model_settings.KEY else error)
