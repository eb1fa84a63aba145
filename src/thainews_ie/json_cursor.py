"""A place in JSON data: reads typed values, and names the place of a fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from thainews_ie import records as rec
from thainews_ie.errors import RecordError

__all__ = ["JsonCursor"]

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class JsonCursor:
    """One JSON value with its path; every reading method raises a ``RecordError`` that names it.

    Args:
        value: the parsed JSON value.
        path: where it stands, such as ``$.people[0]``.
    """

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str) -> None:
        self.value = value
        self.path = path

    def _fail(self, want: str) -> RecordError:
        got = type(self.value).__name__
        return RecordError(f"want {want}, got {got} {str(self.value)[:40]!r}", self.path)

    def __getitem__(self, key: str) -> JsonCursor:
        """The value of a field of an object."""
        if not isinstance(self.value, dict):
            raise self._fail("an object")
        if key not in self.value:
            raise RecordError(f"the field {key!r} is missing", self.path)
        return JsonCursor(self.value[key], f"{self.path}.{key}")

    def each(self, read: Callable[[JsonCursor], T]) -> tuple[T, ...]:
        """Every element of an array, read by ``read``."""
        if not isinstance(self.value, list):
            raise self._fail("an array")
        return tuple(read(JsonCursor(v, f"{self.path}[{i}]")) for i, v in enumerate(self.value))

    def maybe(self, read: Callable[[JsonCursor], T]) -> T | None:
        """What ``read`` makes of the value, or None for null."""
        return None if self.value is None else read(self)

    def string(self) -> str:
        """The value as a string."""
        if not isinstance(self.value, str):
            raise self._fail("a string")
        return self.value

    def integer(self) -> int:
        """The value as an integer; true and false are none."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._fail("an integer")
        return self.value

    def share(self) -> float:
        """The value as a number from 0 to 1."""
        if type(self.value) not in (int, float) or not 0 <= self.value <= 1:
            raise self._fail("a number from 0 to 1")
        return float(self.value)

    def span(self, text: str) -> rec.Span:
        """The place of ``text``, from the fields ``start`` and ``end``."""
        span = rec.Span(self["start"].integer(), self["end"].integer(), text)
        if not 0 <= span.start <= span.end or span.end - span.start != len(text):
            raise RecordError(f"start, end and text do not agree: {span}", self.path)
        return span

    def enum(self, kind: type[E]) -> E:
        """The value as a member of an enum."""
        try:
            return kind(self.string())
        except ValueError:
            raise self._fail(f"one of {[m.value for m in kind]}") from None

    def date(self) -> dt.date:
        """The value as a day."""
        try:
            return dt.date.fromisoformat(self.string())
        except ValueError:
            raise self._fail("a date such as 2021-09-16") from None

    def time(self) -> dt.time:
        """The value as a time of day."""
        try:
            return dt.time.fromisoformat(self.string())
        except ValueError:
            raise self._fail("a time such as 13:30") from None
