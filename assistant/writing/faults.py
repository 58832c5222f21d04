"""Everything that goes wrong between this program and a chat model, and what to do about it, in two languages.

Clients raise errors of their own, over HTTP libraries of their own; they are told
apart by status, by name and by cause, so that no client need be imported here.
"""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.models import Trace
from assistant.writing.endpoint import Endpoint
from corpus.errors import WenceError


class Fault(StrEnum):
    """Kinds of failure."""

    UNREACHABLE = "unreachable"
    TLS = "tls"
    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    UNPAID = "unpaid"
    NO_MODEL = "no_model"
    RATE_LIMITED = "rate_limited"
    SERVER = "server"
    UNAVAILABLE = "unavailable"
    REDIRECTED = "redirected"
    SLOW = "slow"
    STALLED = "stalled"
    CUT = "cut"
    MALFORMED = "malformed"
    EMPTY = "empty"
    LANGUAGE = "language"
    UNCITED = "uncited"
    CONTEXT = "context"
    FILTERED = "filtered"
    TOO_LONG = "too_long"
    REJECTED = "rejected"
    OVER_LIMIT = "over_limit"
    CONFINED = "confined"
    STOPPED = "stopped"
    NO_LOG = "no_log"
    NO_CLIENT = "no_client"
    LATE = "late"
    UNRANKED = "unranked"
    UNFAITHFUL = "unfaithful"


RETRIED = frozenset(
    {
        Fault.UNREACHABLE,
        Fault.RATE_LIMITED,
        Fault.SERVER,
        Fault.UNAVAILABLE,
        Fault.CUT,
        Fault.MALFORMED,
        Fault.EMPTY,
    }
)
"""What another try may mend."""

_SAID: dict[Fault, tuple[str, str]] = {
    Fault.UNREACHABLE: (
        "连不上模型服务 {host}。请检查它是否在运行、地址（model.url）是否正确。",
        "The model service {host} cannot be reached. See that it is running and that its address (model.url) is right.",
    ),
    Fault.TLS: (
        "与模型服务 {host} 的加密连接没有建立。请检查地址是 http 还是 https，以及对方的证书。",
        "No encrypted connection to the model service {host} could be made. Check whether the address is http or "
        "https, and the certificate there.",
    ),
    Fault.UNAUTHORIZED: (
        "模型服务 {host} 不接受密钥（401）。请检查 WENCE_MODEL_KEY 或 model.key_file。",
        "The model service {host} does not accept the key (401). Check WENCE_MODEL_KEY or model.key_file.",
    ),
    Fault.FORBIDDEN: (
        "模型服务 {host} 不许使用模型 {model}（403）。请向服务方确认这个密钥的权限。",
        "The model service {host} does not allow the use of {model} (403). Ask its provider what the key may do.",
    ),
    Fault.UNPAID: (
        "模型服务 {host} 的余额或额度不足（402）。请充值或换一个密钥。",
        "The account at the model service {host} has no balance or quota left (402). Top it up or use another key.",
    ),
    Fault.NO_MODEL: (
        "模型服务 {host} 没有模型 {model}（404）。请检查模型名称（model.name）和地址（model.url）。",
        "The model service {host} has no model {model} (404). Check the model's name (model.name) and the address "
        "(model.url).",
    ),
    Fault.RATE_LIMITED: (
        "模型服务 {host} 的请求太多（429）。请{wait}再试。",
        "The model service {host} has too many requests (429). Try again {wait_en}.",
    ),
    Fault.SERVER: (
        "模型服务 {host} 内部出错（{status}）。请稍后再试；一直如此时请看它的日志。",
        "The model service {host} failed inside ({status}). Try again later; if it goes on, see its log.",
    ),
    Fault.UNAVAILABLE: (
        "模型服务 {host} 暂时不可用（{status}）。请稍后再试。",
        "The model service {host} is not available at present ({status}). Try again later.",
    ),
    Fault.REDIRECTED: (
        "模型服务 {host} 要求转到别的地址（{status}），没有照办。请把 model.url 改成正确的地址。",
        "The model service {host} sends requests on to another address ({status}), which is not followed. Set "
        "model.url to the right address.",
    ),
    Fault.SLOW: (
        "模型服务 {host} 在 {seconds} 秒内没有开始回答。可以调大 model.first_token_seconds，或换一个小一些的模型。",
        "The model service {host} did not begin to answer within {seconds} seconds. Raise "
        "model.first_token_seconds, or take a smaller model.",
    ),
    Fault.STALLED: (
        "模型服务 {host} 的回答中途停了 {seconds} 秒。请稍后再试，或调大 model.gap_seconds。",
        "The model service {host} stopped in the middle of its answer for {seconds} seconds. Try again later, or "
        "raise model.gap_seconds.",
    ),
    Fault.CUT: (
        "与模型服务 {host} 的连接中途断开。请稍后再试；一直如此时请检查网络和中间的代理。",
        "The connection to the model service {host} broke off. Try again later; if it goes on, check the network and "
        "the proxies in between.",
    ),
    Fault.MALFORMED: (
        "模型服务 {host} 的回答格式不对。请检查 model.url 是否指向兼容 OpenAI 的接口（通常以 /v1 结尾）或 Ollama。",
        "The model service {host} replies in a wrong form. See that model.url leads to an OpenAI-compatible interface "
        "(mostly ending in /v1) or to Ollama.",
    ),
    Fault.EMPTY: (
        "模型 {model} 的回答是空的。请再问一次；一直如此时请换一个模型。",
        "The model {model} gave an empty answer. Ask again; if it goes on, take another model.",
    ),
    Fault.LANGUAGE: (
        "模型 {model} 没有用中文回答。请换一个中文能力好的模型。",
        "The model {model} did not answer in Chinese. Take a model that is good at Chinese.",
    ),
    Fault.UNCITED: (
        "模型 {model} 的回答没有引用任何条款。请再问一次；一直如此时请换一个模型。",
        "The answer of the model {model} cites no clause. Ask again; if it goes on, take another model.",
    ),
    Fault.CONTEXT: (
        "问题和条款超出了模型 {model} 的上下文长度。请把 model.context_tokens 设为它实际的长度。",
        "Question and clauses are too long for the model {model}. Set model.context_tokens to the length it really "
        "takes.",
    ),
    Fault.FILTERED: (
        "模型服务 {host} 的内容审查拦下了这个问题或回答。请换一种问法，或换一个服务。",
        "The content filter of the model service {host} stopped the question or the answer. Put it in other words, or "
        "use another service.",
    ),
    Fault.TOO_LONG: (
        "模型 {model} 的回答太长，没有停下来。请再问一次；一直如此时请换一个模型。",
        "The answer of the model {model} was too long and did not end. Ask again; if it goes on, take another model.",
    ),
    Fault.REJECTED: (
        "模型服务 {host} 拒绝了请求（{status}）：{detail}。请按它说的改正模型设置。",
        "The model service {host} rejects the request ({status}): {detail}. Change the model's settings as it says.",
    ),
    Fault.OVER_LIMIT: (
        "本月的模型用量已到上限（model.monthly_tokens）。下个月会恢复，也可以调大上限。",
        "This month's use of the model has reached its limit (model.monthly_tokens). It begins anew next month; the "
        "limit can also be raised.",
    ),
    Fault.CONFINED: (
        "回答涉及只限本机使用的文件（{documents}），没有发给 {host} 上的模型。",
        "The answer rests on documents that must stay on this machine ({documents}); nothing was sent to the model at "
        "{host}.",
    ),
    Fault.NO_CLIENT: (
        "访问模型服务 {host} 的客户端没有启动（{detail}）。"
        "请检查代理和证书的环境变量（如 SSL_CERT_FILE）以及模型设置。",
        "The client for the model service {host} could not be started ({detail}). Check the variables for proxies and "
        "certificates, such as SSL_CERT_FILE, and the model's settings.",
    ),
    Fault.LATE: (
        "模型服务 {host} 上的 {model} 在 {seconds} 秒内没有做完。可以调大 model.side_seconds，或换一个小一些的模型。",
        "The model {model} at {host} was not done within {seconds} seconds. Raise "
        "model.side_seconds, or take a smaller model.",
    ),
    Fault.UNRANKED: (
        "模型 {model} 没有给出条款的次序。一直如此时请换一个模型（model.rerank）。",
        "The model {model} gave no order of the clauses. If it goes on, take another model (model.rerank).",
    ),
    Fault.UNFAITHFUL: (
        "模型 {model} 补全的追问不能用。一直如此时请换一个模型（model.rewrite）。",
        "The model {model} gave no usable form of the follow-up question. If it goes on, take another model "
        "(model.rewrite).",
    ),
    Fault.STOPPED: ("已停止模型作答。", "The model's answer was stopped."),
}


class WriterFailed(WenceError):
    """The model gave no answer that can be used; the caller answers without it. `trace`: what it took all the same."""

    def __init__(self, fault: Fault, zh: str, en: str, *, retry_after: float | None = None) -> None:
        super().__init__(zh, en)
        self.fault = fault
        self.retry_after = retry_after
        self.trace: Trace | None = None


def failed(
    fault: Fault,
    endpoint: Endpoint,
    *,
    seconds: float = 0,
    status: int | str = "",
    detail: str = "",
    documents: str = "",
    retry_after: float | None = None,
) -> WriterFailed:
    """The failure with its message."""
    zh, en = _SAID[fault]
    values = {
        "host": endpoint.host,
        "model": endpoint.model,
        "seconds": f"{seconds:g}",
        "status": status,
        "detail": detail,
        "documents": documents,
        "wait": f"过 {retry_after:.0f} 秒" if retry_after else "稍后",
        "wait_en": f"in {retry_after:.0f} seconds" if retry_after else "later",
    }
    return WriterFailed(fault, zh.format_map(values), en.format_map(values), retry_after=retry_after)


def unwritable(path: Path, error: Exception) -> WriterFailed:
    """The log of requests cannot be written: then no request is made, as the month's limit could not be kept."""
    return WriterFailed(
        Fault.NO_LOG,
        f"写不了记录模型用量的文件 {path}（{error}），没有向模型提问。请检查磁盘空间和文件权限。",
        f"The log of model requests {path} cannot be written ({error}); the model was not asked. Check disk space and "
        "permissions.",
    )


_CONTEXT = re.compile(
    r"context[ _-]?(?:length|window|size)|maximum context|too many tokens|prompt is too long|exceed\w*[^.]{0,40}tokens|"
    r"range of input length|上下文|输入过长|超出.{0,8}长度",
    re.IGNORECASE,
)
_FILTER = re.compile(
    r"content[_ -]?(?:filter|policy|management)|data_inspection_failed|sensitive|risk control|内容安全|敏感|违规|审核",
    re.IGNORECASE,
)
_QUOTA = re.compile(r"insufficient[_ ](?:quota|balance)|exceeded your current quota|余额不足|欠费", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"model[^.]{0,80}(?:not found|does not exist|not exist)|model_not_found|模型不存在", re.IGNORECASE
)
_MALFORMED = ("JSONDecodeError", "ValidationError", "UnicodeDecodeError", "APIResponseValidationError", "DecodingError")
_UNREACHABLE = ("ConnectError", "ConnectTimeout", "ConnectionError", "APIConnectionError", "ProxyError", "PoolTimeout")
_CUT = ("RemoteProtocolError", "ReadError", "WriteError", "IncompleteRead", "StreamClosed", "ProtocolError")
DETAIL = 160


def fault_of(error: BaseException, endpoint: Endpoint) -> WriterFailed:
    """What a client's error means."""
    chain = list(_causes(error))
    if any(isinstance(one, ssl.SSLError) for one in chain) or "CERTIFICATE_VERIFY_FAILED" in str(error):
        return failed(Fault.TLS, endpoint)
    said = " ".join(_text(one) for one in chain)
    status = next((code for one in chain if (code := _status(one))), None)
    if status is not None or _QUOTA.search(said):
        return _of_status(status or 429, said, chain, endpoint)
    names = {kind.__name__ for one in chain for kind in type(one).__mro__}
    if names & set(_CUT):
        return failed(Fault.CUT, endpoint)
    if any("Timeout" in name for name in names) and not names & {"ConnectTimeout", "PoolTimeout"}:
        return failed(Fault.SLOW, endpoint, seconds=endpoint.patience.first_token_seconds)
    if names & set(_UNREACHABLE):
        return failed(Fault.UNREACHABLE, endpoint)
    if names & set(_MALFORMED):
        return failed(Fault.MALFORMED, endpoint)
    return _of_words(said, chain, endpoint)


def _of_status(status: int, said: str, chain: list[BaseException], endpoint: Endpoint) -> WriterFailed:
    if status in (400, 413, 422, 500) and _CONTEXT.search(said):
        return failed(Fault.CONTEXT, endpoint)
    if status in (400, 403, 451) and _FILTER.search(said):
        return failed(Fault.FILTERED, endpoint)
    if status == 402 or _QUOTA.search(said):
        return failed(Fault.UNPAID, endpoint)
    if 300 <= status < 400:
        return failed(Fault.REDIRECTED, endpoint, status=status)
    if status == 404 or (status == 400 and _NO_MODEL.search(said)):
        return failed(Fault.NO_MODEL, endpoint)
    match status:
        case 401:
            return failed(Fault.UNAUTHORIZED, endpoint)
        case 403:
            return failed(Fault.FORBIDDEN, endpoint)
        case 429:
            return failed(Fault.RATE_LIMITED, endpoint, retry_after=_retry_after(chain))
        case 408 | 502 | 503 | 504 | 529:
            return failed(Fault.UNAVAILABLE, endpoint, status=status, retry_after=_retry_after(chain))
    if status >= 500:
        return failed(Fault.SERVER, endpoint, status=status, retry_after=_retry_after(chain))
    return failed(Fault.REJECTED, endpoint, status=status, detail=_detail(said, endpoint))


def _of_words(said: str, chain: list[BaseException], endpoint: Endpoint) -> WriterFailed:
    """An error that came inside a stream, without a status of its own."""
    if _CONTEXT.search(said):
        return failed(Fault.CONTEXT, endpoint)
    if _FILTER.search(said):
        return failed(Fault.FILTERED, endpoint)
    if "No generation" in said or "no data" in said.lower():
        return failed(Fault.EMPTY, endpoint)
    if any(isinstance(one, (ValueError, TypeError, KeyError, AttributeError)) for one in chain):
        return failed(Fault.MALFORMED, endpoint)
    return failed(Fault.SERVER, endpoint, status=type(chain[0]).__name__)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def _status(error: BaseException) -> int | None:
    code = getattr(error, "status_code", None)
    return code if isinstance(code, int) and code >= 300 else None


def _text(error: BaseException) -> str:
    body: Any = getattr(error, "body", None)
    try:
        extra = json.dumps(body, ensure_ascii=False) if isinstance(body, (dict, list)) else str(body or "")
    except (TypeError, ValueError):
        extra = ""
    return f"{error} {extra}"


def _retry_after(chain: list[BaseException]) -> float | None:
    for one in chain:
        headers = getattr(getattr(one, "response", None), "headers", None)
        value = headers.get("retry-after", "") if headers is not None else ""
        try:
            return max(0.0, float(value))
        except ValueError:
            continue
    return None


def _detail(said: str, endpoint: Endpoint) -> str:
    """The service's own words, without the key and on one line."""
    bare = said.replace(endpoint.key, "***") if endpoint.key else said
    found = re.search(r"[\"']message[\"']\s*:\s*[\"']([^\"']+)", bare)
    return " ".join((found.group(1) if found else bare).split())[:DETAIL]
