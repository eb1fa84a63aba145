"""Where single records go as they come: a database, or a file of JSON lines that is added to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from thainews_ie.batch.sinks.opening import names_database
from thainews_ie.batch.sinks.sink import named
from thainews_ie.codec import to_json
from thainews_ie.errors import StoreError, WriterError
from thainews_ie.records import NewsRecord

if TYPE_CHECKING:
    from thainews_ie.sql.store import SqlStore

__all__ = ["Store", "open_store"]

_LINES = (".jsonl", ".ndjson")
_DATABASES = (".db", ".sqlite", ".sqlite3")


class Store(Protocol):
    """A place for records."""

    def put(self, record: NewsRecord) -> None:
        """Stores a record; it is there when this returns.

        Raises:
            StoreError, WriterError: it is not, and the message says why.
        """

    def close(self) -> None:
        """Lets go of the place."""


class _Lines:
    """A file of JSON lines; an article that comes again is there again."""

    def __init__(self, target: str) -> None:
        self._path = Path(target)
        self._put(b"")

    def _put(self, line: bytes) -> None:
        with named(self._path), self._path.open("ab") as stream:
            stream.write(line)

    def put(self, record: NewsRecord) -> None:
        self._put(to_json(record).encode("utf-8") + b"\n")

    def close(self) -> None:
        """The file is not held open."""


class _Database:
    """A database; an article that comes again takes the place of what there was."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._store: SqlStore | None = self._open()

    def _open(self) -> SqlStore:
        from thainews_ie.sql.store import SqlStore

        return SqlStore.open(self._target)

    def put(self, record: NewsRecord) -> None:
        from thainews_ie.sql.rows import rows_of

        self._store = self._store or self._open()
        try:
            refused = self._store.upsert([rows_of(record)])
        except StoreError:  # a lost connection is of no more use; the next record tries anew
            self.close()
            raise
        if refused:
            _, reason = refused[0]
            raise WriterError(f"{self._target}: refuses article {record.id!r}: {reason}")

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def open_store(target: str) -> Store:
    """The place that a target names.

    Args:
        target: a path that ends in ``.db``, ``.sqlite``, ``.jsonl`` or the like, or the URL of a
            database.

    Raises:
        WriterError: the target's kind is not known, or the file cannot be written.
        StoreError: the database cannot be opened.
    """
    name = target.lower()
    if names_database(target) or ("://" not in name and name.endswith(_DATABASES)):
        return _Database(target)
    if "://" not in name and name.endswith(_LINES):
        return _Lines(target)
    raise WriterError(
        f"{target}: records are stored one by one in a .db or .jsonl file, or in "
        "postgresql://USER@HOST/NAME"
    )
