"""JSON: an object a line, an array of objects, or objects one after another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import as_utf8, decode
from thainews_ie.io.fields import content_of
from thainews_ie.io.items import Item
from thainews_ie.io.limits import Limits
from thainews_ie.io.lines import GiveUpError, Line, chunks, lines
from thainews_ie.io.reading import Reading

__all__ = ["read_json", "read_json_lines"]

_SPACE = b" \t\r\n"
_OUTSIDE = re.compile(rb'["\[\]{},]')
_INSIDE = re.compile(rb'["\\]')


def read_json_lines(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """An object a line. A file of none is no fault: so is the feed of a day without news."""
    try:
        for line in lines(as_utf8(chunks(stream)), reading.limits):
            if line.raw is None:
                yield reading.too_large("line", line.number)
            elif line.raw.strip(_SPACE):
                yield _item(line.raw, reading, line.number)
    except GiveUpError as error:
        yield reading.failure(f"{error}; the rest of the file is left out")


def read_json(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """An array of objects, as Scrapy's feeds are, or objects one after another.

    The number of an item is that of the object.
    """
    try:
        for value in _values(as_utf8(chunks(stream)), reading.limits):
            if value.raw is None:
                yield reading.too_large("object", value.number)
            else:
                yield _item(value.raw, reading, value.number)
    except _CutError as error:
        yield reading.failure(str(error))
    except GiveUpError as error:
        yield reading.failure(f"{error}; the rest of the file is left out")


def _item(raw: bytes, reading: Reading, number: int) -> Item:
    try:
        return reading.item(content_of(json.loads(decode(raw)), reading.fields), number)
    except ReaderError as error:
        return reading.failure(error.message, number)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at column {error.colno}"
    except ValueError as error:  # a number of thousands of digits
        message = f"not JSON: {error}"
    except RecursionError:
        message = "JSON nested too deeply"
    return reading.failure(message, number)


class _CutError(ValueError):
    """The file ends before its array or object does."""


class _Splitter:
    """Finds where values end, without keeping more than one, or parsing any."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._base: int | None = None  # the depth that values lie at: 1 in an array, else 0
        self._depth = 0
        self._quoted = False
        self._escaped = False
        self._closed = False  # the array is; nothing follows it
        self._held: list[bytes] = []
        self._size = 0
        self._number = 0

    def feed(self, piece: bytes) -> Iterator[Line]:
        if self._base is None:
            piece = piece.lstrip(b"\xef\xbb\xbf" + _SPACE)
            if not piece:
                return
            self._base = 0
            if piece.startswith(b"["):
                self._base = self._depth = 1
                piece = piece[1:]
        start = at = 0
        while at < len(piece):
            if self._escaped:
                self._escaped = False
                at += 1
                continue
            match = (_INSIDE if self._quoted else _OUTSIDE).search(piece, at)
            if match is None:
                break
            at = match.end()
            sign = match[0]
            if sign == b'"':
                self._quoted = not self._quoted
            elif sign == b"\\":
                self._escaped = True
            elif sign in b"[{":
                self._depth += 1
            elif sign in b"]}":
                self._depth -= 1
                if self._depth < self._base:  # the end of the array, or one bracket too many
                    yield from self._take(piece[start : match.start()])
                    start, self._closed, self._depth = at, bool(self._base), self._base
                elif self._depth == 0:
                    yield from self._take(piece[start:at])
                    start = at
            elif self._depth == self._base:  # a comma between values
                yield from self._take(piece[start : match.start()])
                start = at
        self._hold(piece[start:])

    def end(self) -> Iterator[Line]:
        """What is left at the end of the file."""
        if self._base is None:
            raise _CutError("the file is empty")
        if self._base == 1 == self._depth and not (self._closed or self._quoted):
            yield from self._take(b"")
            raise _CutError(f"the file ends before its array does, after {self._number} values")
        if self._quoted or self._depth > self._base:
            raise _CutError(f"the file ends within its value {self._number + 1}")
        yield from self._take(b"")

    def _hold(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size <= self._limits.article_bytes:
            self._held.append(piece)
            return
        self._held.clear()
        if self._size > self._limits.skipped_bytes:
            most = self._limits.skipped_bytes
            raise GiveUpError(f"value {self._number + 1} goes on for more than {most:,} bytes")

    def _take(self, piece: bytes) -> Iterator[Line]:
        self._hold(piece)
        large = self._size > self._limits.article_bytes
        raw = b"".join(self._held).strip(_SPACE)
        self._held.clear()
        self._size = 0
        if large or raw:
            self._number += 1
            yield Line(self._number, None if large else raw)


def _values(pieces: Iterator[bytes], limits: Limits) -> Iterator[Line]:
    splitter = _Splitter(limits)
    for piece in pieces:
        yield from splitter.feed(piece)
    yield from splitter.end()
