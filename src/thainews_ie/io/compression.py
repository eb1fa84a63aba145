"""Packed files, unpacked as they are read: little of a bomb is ever in memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import IO, Any

__all__ = ["PACKED", "TooLargeError", "unpack_body", "unpacked"]

_BLOCK = 65_536
# A frame may ask for a window of this size and no larger; zstd's own tools keep to it unasked.
_WINDOW = 1 << 27
# Four bytes of zstd can stand for 128 kB, so that few are unpacked at a time.
_ZSTD_BLOCK, _ZSTD_PIECE = 8192, 512


class TooLargeError(ValueError):
    """Something unpacks to more than is allowed."""


class _Unpacked(io.RawIOBase):
    """Unpacks as it is read. Whatever is wrong with the packing is an OSError."""

    def __init__(self, read: Callable[[int], bytes], close: Callable[[], object]) -> None:
        self._read = read
        self._close = close

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._close()
        super().close()


def _gz(stream: IO[bytes]) -> io.RawIOBase:
    unpacking = gzip.GzipFile(fileobj=stream)

    def read(size: int) -> bytes:
        try:
            return unpacking.read1(size)  # what comes before damage is not lost to it
        except (EOFError, zlib.error) as error:
            raise OSError(str(error)) from error

    return _Unpacked(read, unpacking.close)


class _Frames:
    """Frames of zstd, one after another."""

    def __init__(self, stream: IO[bytes]) -> None:
        import zstandard

        self._stream = stream
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj
        self._frame: Any = None
        self._packed = b""
        self._ready = io.BytesIO()

    def read(self, size: int) -> bytes:
        while not (data := self._ready.read(size)):
            if not self._packed:
                self._packed = self._stream.read(_ZSTD_BLOCK)
            if not self._packed:
                if self._frame is not None:
                    raise OSError("the file ends before its last frame does")
                return b""
            self._ready = io.BytesIO(self._next_piece())
        return data

    def _next_piece(self) -> bytes:
        piece, self._packed = self._packed[:_ZSTD_PIECE], self._packed[_ZSTD_PIECE:]
        frame = self._frame = self._frame or self._new()
        try:
            data: bytes = frame.decompress(piece)
        except self._error as error:
            raise OSError(str(error)) from error
        if frame.eof:
            self._packed = frame.unused_data + self._packed
            self._frame = None
        return data


def _zst(stream: IO[bytes]) -> io.RawIOBase:
    return _Unpacked(_Frames(stream).read, lambda: None)


PACKED: dict[str, Callable[[IO[bytes]], io.RawIOBase]] = {".gz": _gz, ".zst": _zst}


def unpacked(stream: IO[bytes], packing: str) -> io.BufferedReader:
    """What a packed stream holds.

    Args:
        stream: the file as it lies there.
        packing: an ending of ``PACKED``.

    Returns:
        A stream that reads as asked for; damage of the packing, and its end before its time, are
        an OSError of its methods.
    """
    return io.BufferedReader(PACKED[packing](stream), _BLOCK)


def unpack_body(raw: bytes, encoding: str, limit: int) -> bytes:
    """The body of a web response whose ``Content-Encoding`` header is given.

    Args:
        raw: as sent.
        encoding: the header; what it names may have been undone before it was stored, as crawlers
            do, and such a body is returned as it is.
        limit: the most bytes to return.

    Raises:
        TooLargeError: the body unpacks to more.
        OSError: it is damaged, or the packing is not known.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return raw
    if name in ("gzip", "x-gzip") and raw[:2] == b"\x1f\x8b":
        return _inflate(raw, 16 + zlib.MAX_WBITS, limit)
    if name == "deflate":
        try:
            return _inflate(raw, zlib.MAX_WBITS, limit)
        except OSError:
            return _inflate(raw, -zlib.MAX_WBITS, limit)
    if name == "zstd" and raw[:4] == b"\x28\xb5\x2f\xfd":
        body = unpacked(io.BytesIO(raw), ".zst").read(limit + 1)
        if len(body) > limit:
            raise TooLargeError
        return body
    if name == "br" and raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"<":
        raise OSError("packed with brotli, which is not read; let the crawler store it unpacked")
    return raw


def _inflate(raw: bytes, window: int, limit: int) -> bytes:
    unpacking = zlib.decompressobj(window)
    try:
        body = unpacking.decompress(raw, limit + 1)
    except zlib.error as error:
        raise OSError(str(error)) from error
    if len(body) > limit:
        raise TooLargeError
    return body
