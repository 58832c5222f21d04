"""An asynchronous stream read from ordinary code: with deadlines, and given up at once when nobody wants it.

Clients can be interrupted only where they are asynchronous, so all requests of the
process run on one loop in a thread of its own. Who reads need not know.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing
from functools import cache
from typing import Any, Generic, TypeVar, cast

from corpus.stopping import Stopped

T = TypeVar("T")

POLL_SECONDS = 0.05
"""How often a reader that waits looks whether it is stopped."""


class FirstLate(Exception):
    """Nothing came in time."""


class GapTooLong(Exception):
    """It came to a halt."""


class TookTooLong(Exception):
    """All of it took longer than it may."""


class _End:
    """The last thing in the queue: how the stream ended."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class Pump(Generic[T]):
    """One stream on its way from the loop to its reader."""

    def __init__(
        self, make: Callable[[], AsyncIterator[T]], *, first_seconds: float, gap_seconds: float, total_seconds: float
    ) -> None:
        self._make = make
        self._first, self._gap, self._total = first_seconds, gap_seconds, total_seconds
        self._queue: queue.SimpleQueue[T | _End] = queue.SimpleQueue()

    def items(self, stopped: Stopped) -> Iterator[T]:
        """What arrives, as it arrives; ends early when `stopped` says so, and then the request is called off."""
        running = asyncio.run_coroutine_threadsafe(self._run(), _loop())
        try:
            while True:
                try:
                    item = self._queue.get(timeout=POLL_SECONDS)
                except queue.Empty:
                    if stopped():
                        return
                    continue
                if isinstance(item, _End):
                    if item.error is not None:
                        raise item.error
                    return
                yield item
                if stopped():
                    return
        finally:
            running.cancel()

    async def _run(self) -> None:
        try:
            async with asyncio.timeout(self._total):
                await self._read()
        except asyncio.CancelledError:
            raise
        except TimeoutError:
            self._queue.put(_End(TookTooLong()))
        except Exception as error:
            self._queue.put(_End(error))
        else:
            self._queue.put(_End(None))

    async def _read(self) -> None:
        patience, late = self._first, cast(type[Exception], FirstLate)
        async with aclosing(cast(Any, self._make())) as stream:
            while True:
                try:
                    async with asyncio.timeout(patience) as waiting:
                        item = await anext(stream)
                except StopAsyncIteration:
                    return
                except TimeoutError as error:
                    if waiting.expired():
                        raise late from error
                    raise
                self._queue.put(item)
                patience, late = self._gap, GapTooLong


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop of this process, running in a thread that ends with it."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="wence-model", daemon=True).start()
    return loop
