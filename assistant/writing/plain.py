"""A model's words as plain text: no links, no pictures, no markup, no thoughts.

What a model writes may repeat what a document told it to. Nothing of it may reach out
of the machine, so addresses go and markup goes, whatever shows the answer later.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.writing.marks import mentions_key

_THINKING = "think|thinking|thought|reasoning|reflection|analysis"
_THOUGHT = re.compile(rf"<({_THINKING})\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(rf"<(?:{_THINKING})\b[^>]*>.*\Z", re.DOTALL | re.IGNORECASE)
_CLOSING_THOUGHT = re.compile(rf"\A.*</(?:{_THINKING})\s*>", re.DOTALL | re.IGNORECASE)
_CHANNELS = re.compile(r"\A.*<\|channel\|>\s*final\s*(?:<\|[^|>]*\|>)*", re.DOTALL)
_OPEN_CHANNEL = re.compile(r"<\|channel\|>(?!\s*final).*\Z", re.DOTALL)
_TOKENS = re.compile(r"<\|[^|<>\n]{0,40}\|>")

_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?")
_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?[^)\u4e00-\u9fff\n]*\)")
_DEFINITION = re.compile(r"^\s*\[[^\]\n]+\]:\s*\S.*$", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style|iframe|object|svg)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_TAG_OPEN = re.compile(r"<(?=[A-Za-z/!?])")
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp|file|wss?)\s*[:：]\s*//|www\.|//(?=[\w-]+\.))[^\s，。；、！？）)】\]》”\"'<>]*"
    r"|(?:javascript|vbscript|data|mailto)\s*:[^\s，。；、）)】》”\"'<>]*",
    re.IGNORECASE,
)
_LEFT_OUT = "（网址略）"
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$|^[\s|:\-]*\|[\s|:\-]*$", re.MULTILINE)
_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}|>)+\s*", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__|~~|`+")


def without_thoughts(text: str) -> str:
    """The text without what a reasoning model says to itself, be it unfinished or without a beginning."""
    text = _CHANNELS.sub("", text)
    text = _OPEN_CHANNEL.sub("", text)
    text = _THOUGHT.sub("", text)
    text = _CLOSING_THOUGHT.sub("", text)
    return _TOKENS.sub("", _OPEN_THOUGHT.sub("", text))


def plain(text: str) -> str:
    """The text without anything that a page, a terminal or a Word file could act on."""
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs"))
    text = _SILENT.sub("", _BREAK.sub("\n", text))
    text = _LINK.sub(_label, _IMAGE.sub("", _DEFINITION.sub("", text)))
    text = _TAG_OPEN.sub("＜", _TAG.sub("", text))
    text = _ADDRESS.sub(_LEFT_OUT, text)
    text = _HEADING.sub("", _RULE.sub("", _FENCE.sub("", text)))
    return _EMPHASIS.sub("", text).replace("|", " ").replace("](", "] (").replace("!", "！")


def _label(link: re.Match[str]) -> str:
    """The words of a link; a key among them must not run into the word before or after it."""
    label = link.group(1)
    return f" {label} " if mentions_key(label) else label
