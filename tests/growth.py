"""How the time of a piece of work grows with its size: a ratio in one run, never a number of seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TIMES_LARGER = 8

SLACK = 3
"""How much more than in proportion the large work may take; work that grows with the square takes eight times more."""

TRIES = 4
"""A busy machine slows single runs down: the best of so many counts."""

SHORTEST = 0.01
"""Seconds below which a clock tells nothing."""


def assert_linear(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Work of eight times the size takes about eight times as long; `work(size)` makes ready what is timed."""
    small = large = float("inf")
    for _ in range(TRIES):
        small = min(small, _seconds(work(size)))
        large = min(large, _seconds(work(size * TIMES_LARGER)))
        if large < TIMES_LARGER * SLACK * max(small, SHORTEST):
            return
    raise AssertionError(f"{size} took {small:.3f} s, {TIMES_LARGER} times as much took {large:.3f} s")


def _seconds(run: Callable[[], object]) -> float:
    """Of the processor, without the collector, whose time grows with all that other tests left in memory."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        run()
        return time.process_time() - began
    finally:
        gc.enable()
