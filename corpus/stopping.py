"""Long work that somebody may want to end: it asks between two pieces, and is never cut off in the middle of one."""

from __future__ import annotations

from collections.abc import Callable

Stopped = Callable[[], bool]
"""Does somebody want the work to end?"""


def never() -> bool:
    """Nobody does."""
    return False
