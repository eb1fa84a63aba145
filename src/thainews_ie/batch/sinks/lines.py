"""Records as JSON lines: to a file, plain or packed, or to standard output."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from thainews_ie.batch.sinks.sink import Sink, beside, named
from thainews_ie.codec import to_json
from thainews_ie.errors import WriterError
from thainews_ie.records import NewsRecord

__all__ = ["LinesSink", "StdoutSink", "encode_lines", "pack_gzip", "pack_zstd", "plain"]

Pack = Callable[[bytes], bytes]


def encode_lines(records: Sequence[NewsRecord]) -> list[bytes]:
    """Each record as a line of UTF-8."""
    return [to_json(record).encode("utf-8") + b"\n" for record in records]


def plain(lines: bytes) -> bytes:
    """Lines as they are."""
    return lines


def pack_gzip(lines: bytes) -> bytes:
    """A gzip member of its own; members one after another are one file (RFC 1952)."""
    # a fixed time stamp, so that equal records give equal files
    return gzip.compress(lines, 6, mtime=0)


def pack_zstd(lines: bytes) -> bytes:
    """A Zstandard frame of its own; frames one after another are one file (RFC 8878)."""
    import zstandard

    return zstandard.compress(lines)


class LinesSink(Sink):
    """A file of JSON lines.

    The lines go to a part file that becomes the target at the end, so that the target is always
    whole. The state is the part's length.

    Args:
        target: the file.
        pack: how bytes are packed.
        extend: begin with what the target holds, rather than with nothing.
    """

    encode = staticmethod(encode_lines)

    def __init__(self, target: Path, pack: Pack = plain, *, extend: bool = False) -> None:
        self._target = target
        self._pack = pack
        self._extend = extend
        self._part = target.with_name(f".{target.name}.part")
        self._stream: IO[bytes] | None = None
        self._waiting: list[bytes] = []
        self.identity = str(target.absolute())
        self.ledger = beside(target, ".ledger")
        self.rejects = beside(target, ".rejects.jsonl")

    def resume(self, state: str | None, *, finishing: bool) -> None:
        with named(self._target):
            if finishing and not self._part.exists():  # it was moved, and that not noted
                return
            if state is None:
                self._begin()
                return
            length = int(state)
            if not self._part.exists() or self._part.stat().st_size < length:
                raise WriterError(
                    f"{self._part}: is gone or cut, so that the run cannot go on; "
                    "begin afresh with --fresh"
                )
            self._stream = self._part.open("r+b")
            self._stream.truncate(length)
            self._stream.seek(length)

    def _begin(self) -> None:
        self._stream = self._part.open("wb")
        if self._extend and self._target.exists():
            with self._target.open("rb") as old:
                while block := old.read(1 << 20):
                    self._stream.write(block)

    def write(self, payload: list[bytes], keep: Sequence[int]) -> list[tuple[int, str]]:
        self._waiting += payload if len(keep) == len(payload) else [payload[i] for i in keep]
        return []

    def commit(self) -> str:
        assert self._stream is not None
        with named(self._target):
            if self._waiting:
                self._stream.write(self._pack(b"".join(self._waiting)))
                self._waiting.clear()
            self._stream.flush()
            os.fsync(self._stream.fileno())
            return str(self._stream.tell())

    def finish(self) -> None:
        if self._stream is None:
            return
        with named(self._target):
            self._stream.close()
            self._stream = None
            os.replace(self._part, self._target)

    def close(self) -> None:
        if self._stream is not None:
            with named(self._target):
                self._stream.close()


class StdoutSink(Sink):
    """Standard output: what is written is gone, so that such a run cannot go on."""

    encode = staticmethod(encode_lines)
    identity = "-"
    ledger = None
    rejects = None

    def resume(self, state: str | None, *, finishing: bool) -> None:
        if sys.stdout is None:
            raise WriterError("standard output is closed; name a file with --to")

    def write(self, payload: list[bytes], keep: Sequence[int]) -> list[tuple[int, str]]:
        with named("standard output"):
            sys.stdout.buffer.write(b"".join(payload[i] for i in keep))
        return []

    def commit(self) -> str:
        with named("standard output"):
            sys.stdout.flush()
        return "-"

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """It is not ours to close."""
