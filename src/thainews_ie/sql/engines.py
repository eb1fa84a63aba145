"""Connections to a database, by its target."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url

from thainews_ie.errors import MissingExtraError, NotAStoreError, StoreError
from thainews_ie.sql.faults import reason_of

__all__ = ["Access", "connect", "engine_of", "name_of", "stated"]

# Whether a database is only read, or must be there to be written, or may be made.
Access = Literal["read", "write", "make"]

_SQLITE_MODES: dict[Access, str] = {"read": "ro", "write": "rw", "make": "rwc"}

# Seconds to wait for another writer of the same SQLite file.
_PATIENCE = 30.0
# Kibibytes of an SQLite file that are kept in memory: keys of people lie all over theirs.
_CACHE = 65_536
# Any number, as long as it is always the same and nobody else's.
_WRITERS = 0x7468_6E77
_PACK_QUICKLY = """
SELECT set_config(name, 'lz4', false) FROM pg_settings
WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)
"""


def _url(target: str) -> URL:
    if "://" not in target:
        return URL.create("sqlite", database=target)
    try:
        url = make_url(target)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise StoreError(
            f"a target that is no URL, such as postgresql://USER@HOST/NAME: {error}"
        ) from error
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return URL.create("sqlite", database=url.database, query=url.query)
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(f"{name_of(target)}: only SQLite and PostgreSQL are supported, not {kind}")


def name_of(target: str) -> str:
    """The target as it may be shown: without a password."""
    if "://" not in target:
        return target
    try:
        return make_url(target).render_as_string(hide_password=True)
    except (sa.exc.ArgumentError, ValueError):
        return target.partition("://")[0] + "://..."


def _sqlite_opener(file: str, access: Access) -> Callable[[], sqlite3.Connection]:
    def open_() -> sqlite3.Connection:
        # Transactions are begun by `_begin_sqlite`: the driver would not put DDL into one.
        connection = sqlite3.connect(
            f"file:{quote(file)}?mode={_SQLITE_MODES[access]}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return connection

    return open_


def _sqlite_engine(url: URL, target: str, access: Access) -> Engine:
    file = url.database
    if not file or file == ":memory:" or url.query:
        raise StoreError(f"{name_of(target)}: want the path of a file, as in sqlite:///news.db")
    if access != "make" and not Path(file).is_file():
        raise NotAStoreError(f"{file}: there is no such file")
    engine = sa.create_engine(url, creator=_sqlite_opener(file, access))
    begin = "BEGIN" if access == "read" else "BEGIN IMMEDIATE"

    @sa.event.listens_for(engine, "begin")
    def _begin_sqlite(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgres_engine(url: URL, access: Access) -> Engine:
    try:
        import psycopg  # to say what is missing, where SQLAlchemy would only fail
    except ImportError as error:
        raise MissingExtraError(
            'PostgreSQL needs the package psycopg: pip install "thainews-ie[postgres]"'
        ) from error
    engine = sa.create_engine(url)
    if access == "read":
        return engine.execution_options(postgresql_readonly=True)

    @sa.event.listens_for(engine, "connect")
    def _pack_quickly(driver: psycopg.Connection[object], _: object) -> None:
        # LZ4 packs long texts in a fraction of the time, where the server was built with it
        driver.execute(_PACK_QUICKLY)
        driver.commit()

    @sa.event.listens_for(engine, "begin")
    def _one_writer(connection: Connection) -> None:
        # Two writers would otherwise wait for each other's people, and lose those that the
        # other has just found to be in no article.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")

    return engine


def engine_of(target: str, access: Access) -> Engine:
    """An engine for a target; nothing is opened yet.

    Args:
        target: the path of an SQLite file, or the URL of an SQLite or PostgreSQL database.
        access: ``read`` refuses to write; only ``make`` makes a file that is not there.

    Raises:
        StoreError: the target is none of these, or there is no such file.
        MissingExtraError: the driver of PostgreSQL is not installed.
    """
    url = _url(target)
    if url.drivername == "sqlite":
        return _sqlite_engine(url, target, access)
    return _postgres_engine(url, access)


@contextmanager
def stated(engine: Engine, target: str) -> Iterator[None]:
    """Turns what SQLAlchemy and the driver raise into a StoreError that names the target.

    Args:
        engine: whose driver it is.
        target: named without its password.

    Raises:
        NotAStoreError: an SQLite file holds something else.
        StoreError: any other fault of the database.
    """
    try:
        yield
    except (sa.exc.SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        reason = reason_of(error)
        if "file is not a database" in reason:
            raise NotAStoreError(f"{name_of(target)}: the file is no SQLite database") from error
        raise StoreError(f"{name_of(target)}: {reason}") from error


@contextmanager
def connect(target: str, access: Access) -> Iterator[Connection]:
    """A connection for one piece of work, closed after it.

    Args:
        target, access: as for :func:`engine_of`.

    Raises:
        StoreError: the target is none, cannot be opened, or fails during the work.
        MissingExtraError: the driver of PostgreSQL is not installed.
    """
    engine = engine_of(target, access)
    try:
        with stated(engine, target), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
