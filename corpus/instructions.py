"""Words in a document that speak to a language model instead of its readers.

They are data like all the rest, and nothing that answers follows them. Whoever adds
the document is told, as a file that carries such words was rarely made in good faith.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.models import Span

NOTE = "有 {count} 处文字像是写给 AI 的指令（“{first}”），只作为资料，不会照办"
_LEAD = re.compile(r"^有 \d+ 处文字像是写给 AI 的指令")
SHOWN = 24

_SPOKEN = re.compile(
    r"(?:忽略|无视|忘记|忘掉|跳过)(?:掉)?(?:你|您)?(?:以上|上述|上面|之前|此前|前面|先前|所有|一切|全部)[^。；\n]{0,12}"
    r"(?:指令|要求|提示|设定|规则|内容|约束|对话)"
    r"|(?:系统|开发者)提示词"
    r"|(?:你|您)(?:现在|从现在起)?(?:是|将扮演|要扮演)[^。；\n]{0,12}(?:助手|机器人|语言模型|人工智能|(?<![A-Za-z])AI(?![A-Za-z]))"
    r"|(?:作为|身为)(?:一个|一名)?(?:AI|人工智能|大模型|大语言模型|语言模型|聊天机器人)(?:助手)?，?(?:你|您|请)"
    r"|(?:(?<![A-Za-z])AI|人工智能|大模型|语言模型|智能助手|机器人)[^。；\n]{0,8}(?:必须|务必|请)[^。；\n]{0,6}(?:回答|回复|输出|告诉)"
    r"|请(?:你|您)?在(?:回答|回复|答案|输出)(?:中|里|的?(?:开头|末尾|最后))[^。；\n]{0,10}(?:加入|插入|附上|包含|写上|输出)"
    r"|不(?:要|得|许)(?:告诉|告知|透露|泄露给)(?:用户|提问者)"
    r"|(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+)?(?:previous|above|prior|earlier)\s+"
    r"(?:instruction|prompt|message|text|rule)"
    r"|\byou\s+are\s+now\s+(?:an?\s+)?\w+|\bsystem\s+prompt\b"
    r"|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[/?INST\]|<<SYS>>"
    r"|!\[[^\]\n]{0,80}\]\(\s*(?:https?:)?//",
    re.IGNORECASE,
)


def instructions_in(text: str) -> tuple[Span, ...]:
    """Where a text gives orders to a model."""
    return tuple(Span(*found.span()) for found in _SPOKEN.finditer(text))


def instruction_notes(text: str) -> tuple[str, ...]:
    """What the library says of such a text: one note, or none."""
    found = instructions_in(text)
    if not found:
        return ()
    first = " ".join(found[0].of(text).split())
    return (NOTE.format(count=len(found), first=first if len(first) <= SHOWN else f"{first[:SHOWN]}…"),)


def warnings(notes: Iterable[str]) -> Sequence[str]:
    """Those of a document's notes that are about such words."""
    return [note for note in notes if _LEAD.match(note)]
