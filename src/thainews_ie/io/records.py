"""Records from files that a writer wrote."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from thainews_ie.codec import from_json
from thainews_ie.errors import ReaderError, RecordError
from thainews_ie.records import NewsRecord

__all__ = ["read_records"]


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        if sys.stdin is None:
            raise ReaderError("standard input is closed", source=source)
        yield from sys.stdin.buffer
        return
    path = Path(source)
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            lines: Iterable[bytes] = stream
            yield from lines
    except (OSError, EOFError, zlib.error) as error:
        raise ReaderError(f"cannot be read: {error}", source=source) from error


def read_records(source: str) -> Iterator[NewsRecord]:
    """The records of a file, one after another.

    Args:
        source: a ``.jsonl`` or ``.jsonl.gz`` file, or ``-`` for standard input.

    Raises:
        ReaderError: the file cannot be read, or a line is not a record; the error names the
            line and the path of the fault in it.
    """
    for number, line in enumerate(_lines(source), start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except RecordError as error:
            raise ReaderError(str(error), source=source, line=number) from error
