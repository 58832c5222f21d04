"""The settings of the chat model, and what guards its key.

A key comes from the environment or from a file that only its owner may read, and is
shown nowhere: not by `wence config`, not in a message, not in a log.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from corpus.errors import HomeUnusable, InputError
from corpus.system_errors import reason

KEY = "model.key"
VARIABLES = {"model.name": "WENCE_MODEL"}
"""Variables whose names do not follow from the setting's."""


class ModelSettings(BaseModel):
    """The chat model that writes answers; without a name there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(default="", description='"openai:MODEL" or "ollama:MODEL"; empty: none')
    url: str = Field(default="", description="address of the service; empty: that of OpenAI, or of Ollama here")
    key: SecretStr = Field(default=SecretStr(""), description="its key, where it asks for one")
    key_file: str = Field(default="", description="a file with the key; only its owner may read it")
    rewrite: str = Field(default="", description="a model of the same service that makes follow-up questions whole")
    rerank: str = Field(default="", description="a model of the same service that puts the clauses found in order")
    side_seconds: float = Field(default=20, gt=0, le=3600, description="these two may take so long each")
    context_tokens: int = Field(default=8192, ge=2048, le=2_000_000, description="tokens the model reads at once")
    answer_tokens: int = Field(default=1024, ge=128, le=65536, description="of these, kept free for the answer")
    temperature: float | None = Field(default=None, ge=0, le=2, description="None: what the service does by itself")
    first_token_seconds: float = Field(default=60, gt=0, le=3600, description="wait so long for the first token")
    gap_seconds: float = Field(default=30, gt=0, le=3600, description="wait so long within an answer")
    total_seconds: float = Field(default=300, gt=0, le=7200, description="an answer takes so long at most")
    retries: int = Field(default=2, ge=0, le=5, description="tries after the first, for faults that pass")
    monthly_tokens: int = Field(default=0, ge=0, description="tokens a month at most; 0: no limit")
    trace: Literal["off", "opentelemetry", "langchain"] = Field(default="off", description="who may watch requests")


_SECONDS = ("大于 0 的秒数", "a number of seconds above 0")
EXPECTED = {
    "model.name": (
        "openai:模型名 或 ollama:模型名；空着：不用模型",
        "openai:MODEL or ollama:MODEL; empty: no model",
    ),
    "model.url": (
        "模型服务的地址，如 https://api.deepseek.com/v1；空着：OpenAI，或本机的 Ollama",
        "the service's address, such as https://api.deepseek.com/v1; empty: OpenAI's, or Ollama here",
    ),
    "model.key": (
        "密钥，用 WENCE_MODEL_KEY 给出；文件里写了密钥就只许本人读取",
        "the key, given as WENCE_MODEL_KEY; a file that holds it must be readable by its owner alone",
    ),
    "model.key_file": ("只有本人可读（600）的密钥文件", "a file with the key, readable by its owner alone (600)"),
    "model.rewrite": (
        "同一服务里补全追问的模型；空着：按规则补全",
        "a model of the same service that makes follow-up questions whole; empty: by rule",
    ),
    "model.rerank": (
        "同一服务里为查到的条款排序的模型；空着：按检索的次序",
        "a model of the same service that puts the clauses found in order; empty: as the search has them",
    ),
    "model.side_seconds": _SECONDS,
    "model.context_tokens": (
        "2048 到 2000000 的整数：模型的上下文长度",
        "2048 to 2000000: what the model reads at once",
    ),
    "model.answer_tokens": ("128 到 65536 的整数：其中留给回答的", "128 to 65536: of these, kept free for the answer"),
    "model.temperature": ("0 到 2；不设：由服务决定", "0 to 2; unset: as the service does by itself"),
    "model.first_token_seconds": _SECONDS,
    "model.gap_seconds": _SECONDS,
    "model.total_seconds": _SECONDS,
    "model.retries": ("0 到 5 的整数", "a whole number from 0 to 5"),
    "model.monthly_tokens": ("每月最多用多少 token；0：不限", "tokens a month at most; 0: no limit"),
    "model.trace": (
        "off、opentelemetry，或 langchain（照 LangChain 的环境变量，可能把内容发到外面）",
        "off, opentelemetry, or langchain (as LangChain's variables say, which may send contents elsewhere)",
    ),
}


def secret_of(settings: ModelSettings, home: Path) -> str:
    """The key: as given, else from the key file; InputError where others may read that file."""
    given = settings.key.get_secret_value()
    if given or not settings.key_file:
        return given
    path = (home / Path(settings.key_file).expanduser()).absolute()
    try:
        require_private(path)
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        zh, en = reason(error) if isinstance(error, OSError) else ("不是 UTF-8 文本", "it is no UTF-8 text")
        raise HomeUnusable(
            f"读不了密钥文件 {path}（model.key_file）：{zh}。",
            f"Cannot read the key file {path} (model.key_file): {en}.",
        ) from error


def require_private(path: Path) -> None:
    """Raises InputError where others may read the file that holds a key. Windows has no such modes."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise InputError(
            f"文件 {path} 里有模型密钥，但别人也能读它。请运行：chmod 600 '{path}'",
            f"The file {path} holds a model's key and others may read it. Run: chmod 600 '{path}'",
        )


def refuse_assigned_key() -> InputError:
    """The error for a key on the command line, where every user of the machine can see it."""
    return InputError(
        "密钥不能写在命令行里（别人看得到）。请用环境变量 WENCE_MODEL_KEY，或 model.key_file。",
        "A key must not stand on the command line, where others can see it. Use the variable WENCE_MODEL_KEY, or "
        "model.key_file.",
    )
