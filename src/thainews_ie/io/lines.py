"""Lines of a stream, however long it and they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from thainews_ie.io.limits import Limits

__all__ = ["GiveUpError", "Line", "chunks", "lines"]

_CHUNK = 65_536


class GiveUpError(ValueError):
    """So much of a file had to be passed over that the rest is not worth reading."""


class Line(NamedTuple):
    """A line of a file.

    Args:
        number: counted from 1.
        raw: its bytes, with its end; None if it is too large.
    """

    number: int
    raw: bytes | None


def chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a stream as they come."""
    read = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        yield chunk


def lines(pieces: Iterator[bytes], limits: Limits) -> Iterator[Line]:
    """The lines of a stream, whose ends are ``\\n``, ``\\r\\n`` or ``\\r``.

    Args:
        pieces: the bytes, in any pieces.
        limits: a line that is larger is passed over.

    Raises:
        GiveUpError: a line goes on and on.

    >>> [line.raw for line in lines(iter([b"a\\r", b"\\nb", b"c"]), Limits())]
    [b'a\\r\\n', b'bc']
    """
    number = 1
    held: list[bytes] = []
    size = 0

    def add(piece: bytes) -> None:
        nonlocal size
        size += len(piece)
        if size <= limits.article_bytes:
            held.append(piece)
        else:
            held.clear()
            if size > limits.skipped_bytes:
                raise GiveUpError(
                    f"line {number} goes on for more than {limits.skipped_bytes:,} bytes"
                )

    def take() -> Line:
        nonlocal number, size
        line = Line(number, b"".join(held) if size <= limits.article_bytes else None)
        number += 1
        held.clear()
        size = 0
        return line

    carriage_return = False  # the last piece ended in one, to which a line feed may belong
    for piece in pieces:
        if carriage_return and piece:
            if piece.startswith(b"\n"):
                add(b"\n")
                piece = piece[1:]
            yield take()
        elif not piece:
            continue
        carriage_return = piece.endswith(b"\r")
        *parts, last = piece.splitlines(keepends=True) or [b""]
        for part in parts:
            if not size and len(part) <= limits.article_bytes:  # whole, as nearly all are
                yield Line(number, part)
                number += 1
            else:
                add(part)
                yield take()
        add(last)
        if last.endswith(b"\n"):
            yield take()
    if size:
        yield take()
