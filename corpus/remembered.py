"""What is worked out of a whole document, kept with it: a statute has a thousand clauses, and questions come again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from corpus.models import Document

T = TypeVar("T")


def per_document(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """The function, which then works once for a document and remembers what came out as long as that one lives."""
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(document: Document) -> T:
        kept = vars(document)
        if key not in kept:
            kept[key] = function(document)
        return cast(T, kept[key])

    return remembered
