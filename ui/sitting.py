"""One open page, as all of its events see it: in which language, and whether something moves in the conversation.

Events of a page run side by side. Translating it, or showing it anew, reads the
conversation first and writes the page last; what was asked in between must not be
overwritten by it. So whoever moves the conversation says so here, and whoever only
shows it anew lets go when it has moved. The one mutable value of the page: it lives in
session state and is never an output.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Sitting:
    """What the events of one page know of each other."""

    language: str = ""
    """That of the page now; an answer on its way changes to it."""

    arrived: bool = False
    """Is the conversation there that the address names?"""

    anew: bool = False
    """Was the page shown in full since the last question? That may come after the first state of the next answer."""

    generation: int = -1
    """Of the library, when the page was last shown in full."""

    _moves: int = 0
    _running: int = 0

    def begin(self) -> int:
        """A question is put; the number to `end` it by."""
        self._running = self.move()
        return self._running

    def end(self, turn: int) -> None:
        """The question has its answer, unless it was given up and another runs by now."""
        if self._running == turn:
            self._running = 0

    def give_up(self) -> None:
        """The question under way is no longer waited for."""
        self._running = 0
        self.move()

    def move(self) -> int:
        """The conversation is another now."""
        self._moves += 1
        return self._moves

    def unmoved(self) -> bool:
        """Is the conversation still the one that the page came with?"""
        return self._moves == 0

    def resting(self) -> int:
        """The number by which `moved` tells whether the conversation has moved meanwhile."""
        return -1 if self._running else self._moves

    def moved(self, since: int) -> bool:
        """Has the conversation moved since `resting` gave that number?"""
        return since < 0 or self._moves != since or bool(self._running)
