"""Records to files: JSON lines, to standard output or to a file."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO

from thainews_ie.codec import to_json
from thainews_ie.errors import WriterError
from thainews_ie.io.endings import by_ending
from thainews_ie.records import NewsRecord

__all__ = ["WRITERS", "open_writer"]

Write = Callable[[NewsRecord], None]


def _line_writer(stream: IO[bytes] | gzip.GzipFile) -> Write:
    def write(record: NewsRecord) -> None:
        stream.write(to_json(record).encode("utf-8") + b"\n")

    return write


@contextmanager
def _open_part(path: Path) -> Iterator[IO[bytes]]:
    """Writes beside the target and moves it there at the end: no half-written file is left."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        os.replace(part, path)
    except OSError as error:
        raise WriterError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # it was moved, or could not be made
            part.unlink()


@contextmanager
def _named(target: str) -> Iterator[None]:
    """Errors of writing, and no others, name the target."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough: no fault
        raise
    except OSError as error:
        raise WriterError(f"{target}: cannot be written: {error.strerror}") from error


@contextmanager
def _open_stdout() -> Iterator[Write]:
    if sys.stdout is None:
        raise WriterError("standard output is closed; name a file with --to")
    line = _line_writer(sys.stdout.buffer)

    def write(record: NewsRecord) -> None:
        with _named("standard output"):
            line(record)

    yield write
    with _named("standard output"):
        sys.stdout.flush()


@contextmanager
def _open_jsonl(path: Path) -> Iterator[Write]:
    with _open_part(path) as stream:
        yield _line_writer(stream)


@contextmanager
def _open_jsonl_gz(path: Path) -> Iterator[Write]:
    # a fixed time stamp, so that equal records give equal files
    with _open_part(path) as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as stream:
        yield _line_writer(stream)


WRITERS: dict[str, Callable[[Path], AbstractContextManager[Write]]] = {
    ".jsonl": _open_jsonl,
    ".ndjson": _open_jsonl,
    ".jsonl.gz": _open_jsonl_gz,
    ".ndjson.gz": _open_jsonl_gz,
}


def open_writer(target: str) -> AbstractContextManager[Write]:
    """A function that writes one record, for as long as the context is open.

    Args:
        target: ``-`` for standard output, or a path that ends in one of ``WRITERS``.

    Raises:
        WriterError: the format is not known, or the file cannot be written.
    """
    if target == "-":
        return _open_stdout()
    path = Path(target)
    open_format = by_ending(WRITERS, path)
    if open_format is None:
        known = ", ".join(WRITERS)
        raise WriterError(f"{target}: unknown format: the name should end in {known}, or be '-'")
    return open_format(path)
