"""How many tokens a text may take, counted without the model's own tokenizer.

Tokenizers differ and some are fetched over the network. So this counts high: a text
that fits by this count fits by the model's.
"""

from __future__ import annotations

import math

WIDE = 1.5
"""Tokens of a Chinese character or full-width sign: those of Chinese models need 0.6 to 0.8, old English ones 2."""

DIGIT = 1.0
LETTER = 0.5
SPACE = 0.3
MESSAGE = 8
"""Tokens round a message: its role and its separators."""


def estimated(text: str) -> int:
    """A count that the model's own should not exceed."""
    return math.ceil(sum(map(_weight, text)))


def _weight(char: str) -> float:
    if not char.isascii():
        return WIDE
    if char.isspace():
        return SPACE
    return LETTER if char.isalpha() else DIGIT
