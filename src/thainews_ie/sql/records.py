"""Records out of a database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thainews_ie.codec import from_json
from thainews_ie.errors import RecordError, StoreError
from thainews_ie.records import NewsRecord
from thainews_ie.sql.engines import connect, name_of
from thainews_ie.sql.versions import check

__all__ = ["read_records"]

# Articles held at a time.
_PAGE = 200


def read_records(target: str) -> Iterator[NewsRecord]:
    """The records that a database holds, in the order of their ids by code points.

    They are what was stored, but for NULs and lone surrogates, which no database holds. Nothing
    is made or altered.

    Args:
        target: the path of an SQLite file, or the URL of an SQLite or PostgreSQL database.

    Raises:
        NotAStoreError: there is no database of ours.
        OldStoreError: it is to be upgraded first.
        NewStoreError: it was made by a newer version of the library.
        StoreError: it cannot be read, or a record in it was written under another schema version.
        MissingExtraError: the driver of PostgreSQL is not installed.
    """
    with connect(target, "read") as connection:
        check(connection, name_of(target))
        paged = connection.execution_options(yield_per=_PAGE)
        for key, encoded, text in paged.exec_driver_sql(
            "SELECT id, record, text FROM articles ORDER BY id"
        ):
            try:
                record = from_json(encoded)
            except RecordError as error:
                raise StoreError(f"{name_of(target)}: article {key!r}: {error}") from error
            yield replace(record, text=text)
