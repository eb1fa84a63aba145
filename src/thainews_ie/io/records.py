"""Records from what a run wrote: JSON lines, Parquet, a database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from thainews_ie.codec import from_json
from thainews_ie.errors import ReaderError, RecordError
from thainews_ie.io.compression import PACKED, unpacked
from thainews_ie.io.endings import by_ending
from thainews_ie.records import NewsRecord

__all__ = ["read_records"]


def _lines(source: str) -> Iterator[bytes]:
    if source == "-":
        if sys.stdin is None:
            raise ReaderError("standard input is closed", source=source)
        yield from sys.stdin.buffer
        return
    path = Path(source)
    packing = path.suffix.lower()
    try:
        with path.open("rb") as raw:
            yield from unpacked(raw, packing) if packing in PACKED else raw
    except OSError as error:
        raise ReaderError(f"cannot be read: {error}", source=source) from error


def _from_lines(source: str) -> Iterator[NewsRecord]:
    for number, line in enumerate(_lines(source), start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except RecordError as error:
            raise ReaderError(str(error), source=source, line=number) from error


def _from_parquet(source: str) -> Iterator[NewsRecord]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from thainews_ie.arrow.tables import records_from_arrow

    try:
        with pq.ParquetFile(source) as file:
            for batch in file.iter_batches(1_024):
                yield from records_from_arrow(batch)
    except (OSError, pa.ArrowException, RecordError) as error:
        raise ReaderError(f"cannot be read: {error}", source=source) from error


def _from_database(source: str) -> Iterator[NewsRecord]:
    from thainews_ie.sql import records

    return records.read_records(source)


_FORMATS: dict[str, Callable[[str], Iterator[NewsRecord]]] = {
    ".parquet": _from_parquet,
    ".db": _from_database,
    ".sqlite": _from_database,
    ".sqlite3": _from_database,
}


def read_records(source: str) -> Iterator[NewsRecord]:
    """The records of a file or database, one after another.

    Args:
        source: a ``.jsonl`` file, packed (``.gz``, ``.zst``) or not; a ``.parquet`` file; a
            folder of such files, as a cluster writes them; an SQLite file or the URL of a
            database; ``-`` for JSON lines on standard input.

    Raises:
        ReaderError: it cannot be read, or does not hold records; the error names the line and
            the path of the fault in it.
        StoreError: the database cannot be read.
    """
    if "://" in source:
        return _from_database(source)
    if Path(source).is_dir():
        parts = sorted(path for path in Path(source).iterdir() if not path.name.startswith("."))
        return chain.from_iterable(read_records(str(part)) for part in parts)
    return (by_ending(_FORMATS, Path(source)) or _from_lines)(source)
