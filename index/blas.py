"""Small products of matrices on one thread.

For a product that takes a millisecond BLAS wakes a thread on every core and lets it spin on
for the next one: over a search of 140,000 clauses that doubled the processor time (50 ms
against 25), which is taken from whatever else the computer does, and saved nothing.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


def on_one_thread() -> AbstractContextManager[Any]:
    """Holds for the whole process while it lasts; within, other threads may be slower, never wrong."""
    limited: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
