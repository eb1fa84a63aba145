"""Records to a database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thainews_ie.batch.keys import digest
from thainews_ie.batch.sinks.sink import Sink, beside
from thainews_ie.records import NewsRecord

if TYPE_CHECKING:
    from thainews_ie.sql.rows import Rows

__all__ = ["SqlSink", "encode_rows"]


def encode_rows(records: Sequence[NewsRecord]) -> list[Rows]:
    """Each record as rows of the tables."""
    from thainews_ie.sql.rows import rows_of

    return [rows_of(record) for record in records]


def _file(target: str) -> Path | None:
    """The file of an SQLite database; None for a database of a server."""
    from sqlalchemy.engine import make_url

    if "://" not in target:
        return Path(target)
    url = make_url(target)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


class SqlSink(Sink):
    """A database; every batch is a transaction, and an article stored again replaces itself.

    Args:
        target: a file, or an SQLAlchemy URL.

    Raises:
        StoreError: it cannot be opened, or was made by another version.
    """

    keeps = True
    encode = staticmethod(encode_rows)

    def __init__(self, target: str) -> None:
        from thainews_ie.sql.store import SqlStore

        self._store = SqlStore.open(target)
        self.identity = self._store.store_id
        # the ledger of a database elsewhere lies in the current folder, under a name that
        # tells databases apart and no password
        file = _file(target) or Path(f"thainews-{digest(self.identity).hex()[:12]}")
        self.ledger = beside(file, ".ledger")
        self.rejects = beside(file, ".rejects.jsonl")

    def resume(self, state: str | None, *, finishing: bool) -> None:
        """Nothing to make ready: what was stored twice is stored once."""

    def write(self, payload: list[Rows], keep: Sequence[int]) -> list[tuple[int, str]]:
        refused = self._store.upsert([payload[i] for i in keep])
        return [(keep[number], reason) for number, reason in refused]

    def commit(self) -> str:
        return "-"

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        self._store.close()
