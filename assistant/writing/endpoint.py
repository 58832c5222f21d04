"""Which chat model is asked, where, and how patiently."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.errors import InputError

DEFAULT_URLS = {"openai": "https://api.openai.com/v1", "ollama": "http://127.0.0.1:11434"}
_URL = re.compile(r"https?://[^\s\\@?#]+", re.IGNORECASE)
_KEY = re.compile(r"[!-~]*")
_CALLS = {"openai": ("/chat/completions",), "ollama": ("/api/chat", "/api", "/v1")}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, and how often tried again."""

    first_token_seconds: float = 60.0
    gap_seconds: float = 30.0
    total_seconds: float = 300.0
    retries: int = 2


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One chat model behind one address; `endpoint` makes it from settings."""

    provider: str
    model: str
    url: str
    key: str = field(default="", repr=False)
    patience: Patience = Patience()
    context_tokens: int = 8192
    answer_tokens: int = 1024
    temperature: float | None = None

    @property
    def host(self) -> str:
        """Host and port, as the page names them."""
        return urlsplit(self.url).netloc

    @property
    def remote(self) -> bool:
        """Do words sent there leave this machine?"""
        return not _loopback(urlsplit(self.url).hostname or "")

    @property
    def name(self) -> str:
        return f"{self.provider}:{self.model}"


def endpoint(
    name: str,
    url: str = "",
    key: str = "",
    *,
    patience: Patience | None = None,
    context_tokens: int = 8192,
    answer_tokens: int = 1024,
    temperature: float | None = None,
) -> Endpoint:
    """The endpoint of settings such as `openai:deepseek-chat` and `https://api.deepseek.com/v1`, or InputError."""
    provider, _, model = name.strip().partition(":")
    if provider not in DEFAULT_URLS or not model.strip():
        raise InputError(
            f"模型名称“{name}”无效：应写作 openai:模型名（各家兼容 OpenAI 接口的服务）或 ollama:模型名。",
            f"{name!r} names no chat model: write openai:MODEL (any OpenAI-compatible service) or ollama:MODEL.",
        )
    if not _KEY.fullmatch(key.strip()):
        raise InputError(
            "模型的密钥里有空格、中文或看不见的字符。请重新复制 WENCE_MODEL_KEY。",
            "The model's key holds blanks, characters beyond ASCII, or invisible ones. Copy WENCE_MODEL_KEY again.",
        )
    if 2 * answer_tokens > context_tokens:
        raise InputError(
            f"model.answer_tokens（{answer_tokens}）太大：最多为 model.context_tokens（{context_tokens}）的一半。",
            f"model.answer_tokens ({answer_tokens}) is too large: at most half of model.context_tokens "
            f"({context_tokens}).",
        )
    return Endpoint(
        provider=provider,
        model=model.strip(),
        url=_address(provider, url.strip() or DEFAULT_URLS[provider]),
        key=key.strip(),
        patience=patience or Patience(),
        context_tokens=context_tokens,
        answer_tokens=answer_tokens,
        temperature=temperature,
    )


def _address(provider: str, url: str) -> str:
    """The base address; what people copy behind it from a manual is left out."""
    if not _URL.fullmatch(url) or not urlsplit(url).hostname or _port(url) is None:
        raise InputError(
            "模型地址无效：应为 http:// 或 https:// 开头的地址，如 http://127.0.0.1:8000/v1，其中不带用户名和密码。",
            "The model's address must begin with http:// or https://, such as http://127.0.0.1:8000/v1, and hold no "
            "user name or password.",
        )
    url = url.rstrip("/")
    for ending in _CALLS[provider]:
        url = url.removesuffix(ending)
    return url


def _port(url: str) -> int | None:
    try:
        return urlsplit(url).port or 0
    except ValueError:
        return None


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
