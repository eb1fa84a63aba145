"""Rows into tables, in the way that each database does it fastest."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, Protocol

from sqlalchemy.engine import Connection

from thainews_ie.sql.rows import Row, Rows
from thainews_ie.sql.tables import metadata

__all__ = ["PostgresWriter", "SqliteWriter", "Writer", "put"]

# Each after those that it points to.
_HANGING = ("appearances", "titles", "awards", "recipients", "venues", "events", "dates")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(column.name for column in metadata.tables[name].columns)
    for name in ("people", "articles", *_HANGING)
}
_NAMED = "SELECT DISTINCT person_id FROM appearances WHERE article_id {among}"
_GONE = "DELETE FROM articles WHERE id {among}"
_NAMELESS = (
    "DELETE FROM people WHERE id {among} AND NOT EXISTS "
    "(SELECT 1 FROM appearances WHERE person_id = people.id)"
)


class Writer(Protocol):
    """What the databases do differently."""

    def run(self, connection: Connection, statement: str, keys: Sequence[str]) -> Any:
        """Runs a statement whose ``{among}`` stands for "is one of the keys"."""

    def add_people(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Adds those people who are not there yet."""

    def add(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        """Adds rows to a table."""


def _insert(table: str, values: str) -> str:
    return f"INSERT INTO {table} ({', '.join(_COLUMNS[table])}) {values}"


class SqliteWriter:
    """Prepared statements, run for many rows at a time."""

    def run(self, connection: Connection, statement: str, keys: Sequence[str]) -> Any:
        among = statement.format(among="IN (SELECT value FROM json_each(?))")
        return connection.exec_driver_sql(among, (json.dumps(keys),))

    def add_people(self, connection: Connection, rows: Sequence[Row]) -> None:
        self.add(connection, "people", rows, " ON CONFLICT (id) DO NOTHING")

    def add(
        self, connection: Connection, table: str, rows: Sequence[Row], suffix: str = ""
    ) -> None:
        marks = ", ".join("?" * len(_COLUMNS[table]))
        connection.exec_driver_sql(_insert(table, f"VALUES ({marks}){suffix}"), list(rows))


class PostgresWriter:
    """The driver's COPY; for people, who may be there already, arrays."""

    def run(self, connection: Connection, statement: str, keys: Sequence[str]) -> Any:
        return connection.exec_driver_sql(statement.format(among="= ANY(%s)"), (list(keys),))

    def add_people(self, connection: Connection, rows: Sequence[Row]) -> None:
        arrays = ", ".join(["%s::text[]"] * len(_COLUMNS["people"]))
        statement = _insert("people", f"SELECT * FROM unnest({arrays}) ON CONFLICT (id) DO NOTHING")
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        connection.exec_driver_sql(statement, columns)

    def add(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        driver: Any = connection.connection.driver_connection
        statement = f"COPY {table} ({', '.join(_COLUMNS[table])}) FROM STDIN"
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def put(connection: Connection, writer: Writer, batch: Sequence[Rows]) -> None:
    """Puts articles into a database in place of what it held of them.

    People who are named by no article after that are taken out.

    Args:
        connection: in a transaction.
        writer: of the database's kind.
        batch: rows of articles, no two of one id.
    """
    ids = [rows.article_id for rows in batch]
    before = {str(key) for (key,) in writer.run(connection, _NAMED, ids)}
    writer.run(connection, _GONE, ids)
    people = {row[0]: row for rows in batch for row in rows.people}
    if people:
        writer.add_people(connection, sorted(people.values(), key=itemgetter(0)))
    for table in ("articles", *_HANGING):
        found = list(chain.from_iterable(map(attrgetter(table), batch)))
        if found:
            writer.add(connection, table, found)
    if missed := before - people.keys():
        writer.run(connection, _NAMELESS, sorted(missed))
