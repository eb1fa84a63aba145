"""A database of records that is written to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from thainews_ie.sql.engines import engine_of, name_of, stated
from thainews_ie.sql.faults import DATA_ERRORS, is_about_data, reason_of
from thainews_ie.sql.rows import Rows
from thainews_ie.sql.versions import check, is_new, migrate
from thainews_ie.sql.writing import PostgresWriter, SqliteWriter, Writer, put

__all__ = ["SqlStore"]


class SqlStore:
    """A database, open for writing; made by :meth:`open`.

    Attributes:
        store_id: names the database; another one has another, also under the same target.
    """

    def __init__(self, engine: Engine, connection: Connection, target: str, store_id: str) -> None:
        self._engine = engine
        self._connection = connection
        self._target = target
        self._writer: Writer = (
            SqliteWriter() if engine.dialect.name == "sqlite" else PostgresWriter()
        )
        self.store_id = store_id

    @classmethod
    def open(cls, target: str) -> SqlStore:
        """Opens a database, and makes its tables where there are none.

        Args:
            target: the path of an SQLite file, or the URL of an SQLite or PostgreSQL database.

        Raises:
            StoreError: it cannot be opened.
            NotAStoreError: it holds something else under the names of our tables.
            OldStoreError: it is to be upgraded first.
            NewStoreError: it was made by a newer version of the library.
            MissingExtraError: the driver of PostgreSQL is not installed.
        """
        engine = engine_of(target, "make")
        try:
            with stated(engine, target):
                return cls._opened(engine, target)
        except BaseException:
            engine.dispose()
            raise

    @classmethod
    def _opened(cls, engine: Engine, target: str) -> SqlStore:
        connection = engine.connect()
        try:
            with connection.begin():
                if is_new(connection):
                    migrate(connection)
                check(connection, name_of(target))
                query = "SELECT value FROM store_info WHERE key = 'store_id'"
                store_id = str(connection.exec_driver_sql(query).scalar_one())
            _set_journal(connection, "WAL")
        except BaseException:
            connection.close()
            raise
        return cls(engine, connection, target, store_id)

    def upsert(self, batch: Sequence[Rows]) -> list[tuple[int, str]]:
        """Stores articles, each in place of what the database holds of it, in one transaction.

        Args:
            batch: what ``rows_of`` made; of several of one id the last is stored.

        Returns:
            The articles that the database refuses, as their number in the batch and the reason;
            of those it holds what it held. Everything else is durable.

        Raises:
            StoreError: the database cannot be written, as when the connection is lost or the
                disk is full; nothing of the batch is stored.
        """
        last = {rows.article_id: number for number, rows in enumerate(batch)}
        numbers = list(last.values())
        refused: list[tuple[int, str]] = []
        with stated(self._engine, self._target), self._connection.begin():
            self._put(batch, numbers, refused)
        return refused

    def _put(
        self, batch: Sequence[Rows], numbers: list[int], refused: list[tuple[int, str]]
    ) -> None:
        """Stores some of a batch, by halves where the database refuses one of them."""
        if not numbers:
            return
        savepoint = self._connection.begin_nested()
        try:
            put(self._connection, self._writer, [batch[number] for number in numbers])
        except (sa.exc.SQLAlchemyError, self._engine.dialect.loaded_dbapi.Error, *DATA_ERRORS) as e:
            if not is_about_data(e):
                raise  # the transaction ends; the database may have ended it already
            savepoint.rollback()
            if len(numbers) == 1:
                refused.append((numbers[0], reason_of(e)))
                return
            half = len(numbers) // 2
            self._put(batch, numbers[:half], refused)
            self._put(batch, numbers[half:], refused)
        else:
            savepoint.commit()

    def close(self) -> None:
        """Lets go of the database; does nothing the second time."""
        with suppress(sa.exc.SQLAlchemyError, self._engine.dialect.loaded_dbapi.Error):
            _set_journal(self._connection, "DELETE")
        with suppress(sa.exc.SQLAlchemyError, self._engine.dialect.loaded_dbapi.Error):
            self._connection.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _set_journal(connection: Connection, mode: str) -> None:
    """SQLite's journal: a log while we write; none at the end.

    A file with a log can be read only where its folder can be written.
    """
    if connection.dialect.name != "sqlite" or connection.closed:
        return
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(f"PRAGMA journal_mode = {mode}")
