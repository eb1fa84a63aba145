"""Ctrl-C and its like, answered between two chunks and not in the middle of one."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

from thainews_ie.errors import StoppedError

__all__ = ["Stop"]

T = TypeVar("T")
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """Takes note of signals that ask the process to stop, while its block runs.

    A signal that came in the middle of a chunk would leave the ledger and the output at odds.
    A second one is not waited with: it does what it would have done without us.

    Attributes:
        asked: whether a signal came.
    """

    def __init__(self) -> None:
        self.asked = False
        self._waiting = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._restore()

    def _restore(self) -> None:
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        self._restore()
        if self._waiting:
            raise StoppedError

    def while_waiting(self, source: Iterable[T]) -> Iterator[T]:
        """A source that may take long to give its next: a signal is answered at once there."""
        rest = iter(source)
        while True:
            self._waiting = True
            try:
                item = next(rest)
            except StopIteration:
                return
            finally:
                self._waiting = False
            yield item
