"""The sink for a target, by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from thainews_ie.batch.sinks.lines import LinesSink, StdoutSink, pack_gzip, pack_zstd, plain
from thainews_ie.batch.sinks.parquet import ParquetSink
from thainews_ie.batch.sinks.sink import Sink
from thainews_ie.batch.sinks.sql import SqlSink
from thainews_ie.errors import WriterError
from thainews_ie.io.endings import by_ending

__all__ = ["SINKS", "names_database", "open_sink"]


def _lines(path: Path, extend: bool) -> Sink:
    return LinesSink(path, plain, extend=extend)


def _lines_gz(path: Path, extend: bool) -> Sink:
    return LinesSink(path, pack_gzip, extend=extend)


def _lines_zst(path: Path, extend: bool) -> Sink:
    return LinesSink(path, pack_zstd, extend=extend)


def _parquet(path: Path, extend: bool) -> Sink:
    return ParquetSink(path, extend=extend)


def _sqlite(path: Path, extend: bool) -> Sink:
    return SqlSink(str(path))


SINKS: dict[str, Callable[[Path, bool], Sink]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".jsonl.gz": _lines_gz,
    ".ndjson.gz": _lines_gz,
    ".jsonl.zst": _lines_zst,
    ".ndjson.zst": _lines_zst,
    ".parquet": _parquet,
    ".db": _sqlite,
    ".sqlite": _sqlite,
    ".sqlite3": _sqlite,
}
_DATABASES = ("sqlite", "postgresql", "postgres")


def names_database(target: str) -> bool:
    """Whether a target is the URL of a database of a kind that is known."""
    scheme, found, _ = target.partition("://")
    return bool(found) and scheme.partition("+")[0].lower() in _DATABASES


def open_sink(target: str, *, extend: bool = False) -> Sink:
    """The output that a target names.

    Args:
        target: ``-`` for standard output, a path that ends in one of ``SINKS``, or the URL of a
            database.
        extend: add to what a file holds already; a database always does.

    Raises:
        WriterError: the format is not known.
        StoreError: the database cannot be opened.
    """
    if target == "-":
        return StdoutSink()
    if names_database(target):
        return SqlSink(target)
    open_format = None if "://" in target else by_ending(SINKS, Path(target))
    if open_format is None:
        known = ", ".join(SINKS)
        raise WriterError(
            f"{target}: unknown format: a file should end in {known}; a database is "
            "postgresql://USER@HOST/NAME; standard output is '-'"
        )
    return open_format(Path(target), extend)
