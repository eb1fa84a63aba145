"""Brings a database up to the version of the library."""

from __future__ import annotations

from thainews_ie.sql.engines import connect, name_of
from thainews_ie.sql.versions import migrate, newest, revision_of

__all__ = ["upgrade"]


def upgrade(target: str) -> tuple[str, str]:
    """Upgrades a database in one transaction; what it holds stays.

    Args:
        target: the path of an SQLite file, or the URL of an SQLite or PostgreSQL database.

    Returns:
        The version it was at, and the one it is at now.

    Raises:
        NotAStoreError: there is no database of ours.
        NewStoreError: it was made by a newer version of the library.
        StoreError: it cannot be opened or written.
        MissingExtraError: the driver of PostgreSQL is not installed.
    """
    with connect(target, "write") as connection, connection.begin():
        before = revision_of(connection, name_of(target))
        if before != newest():
            migrate(connection)
        return before, newest()
