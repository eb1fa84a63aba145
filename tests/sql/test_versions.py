"""Databases of other versions, and of other people."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from thainews_ie import NewsRecord, NewStoreError, NotAStoreError, OldStoreError, StoreError
from thainews_ie.lexicon import table
from thainews_ie.sql.engines import connect
from thainews_ie.sql.questions import answer
from thainews_ie.sql.records import read_records
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore
from thainews_ie.sql.tables import VERSION_TABLE, metadata
from thainews_ie.sql.thai_order import thai_sort_key
from thainews_ie.sql.upgrade import upgrade
from thainews_ie.sql.versions import migrate, newest
from thainews_ie.sql.views import VIEWS
from thainews_ie.sql.writing import PostgresWriter, SqliteWriter, put

from .conftest import Ask, person, record


def make_old(target: str, *records: NewsRecord) -> str:
    """A database as version 0001 made it, with records; returns its id."""
    with connect(target, "make") as connection, connection.begin():
        migrate(connection, "0001")
        writer = SqliteWriter() if connection.dialect.name == "sqlite" else PostgresWriter()
        put(connection, writer, [rows_of(each) for each in records])
        return str(connection.exec_driver_sql("SELECT value FROM store_info").scalar_one())


def test_migrations_make_what_the_tables_say(target: str) -> None:
    SqlStore.open(target).close()
    with connect(target, "read") as connection:
        options = {"version_table": VERSION_TABLE, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
        seen = sa.inspect(connection)
        # what the comparison passes over
        for name, made in metadata.tables.items():
            assert [c["name"] for c in seen.get_columns(name)] == made.columns.keys()
            assert seen.get_pk_constraint(name)["constrained_columns"] == [
                column.name for column in made.primary_key.columns
            ]
            assert seen.get_pk_constraint(name)["name"] == made.primary_key.name
            on_delete = {key["name"]: key["options"] for key in seen.get_foreign_keys(name)}
            for key in made.foreign_key_constraints:
                assert on_delete[str(key.name)].get("ondelete") == key.ondelete
        assert set(seen.get_table_names()) == {VERSION_TABLE, *metadata.tables}
        for name, view in VIEWS.items():
            assert tuple(c["name"] for c in seen.get_columns(name)) == view.columns
        assert set(seen.get_view_names()) == set(VIEWS)


def test_keys_are_compared_by_code_points(postgres_url: str) -> None:
    SqlStore.open(postgres_url).close()
    with connect(postgres_url, "read") as connection:
        collations = {
            (name, column): collation
            for name, column, collation in connection.exec_driver_sql(
                "SELECT table_name, column_name, collation_name FROM information_schema.columns "
                "WHERE table_schema = current_schema()"
            )
        }
    for name, made in metadata.tables.items():
        for column in made.columns:
            kind = column.type.dialect_impl(sa.dialects.postgresql.dialect())  # type: ignore[no-untyped-call]
            assert collations[name, column.name] == getattr(kind, "collation", None), column
    for name, view in VIEWS.items():
        for sort_key in (column for column in view.columns if column.endswith("sort_key")):
            assert collations[name, sort_key] == "C"


def test_provinces_are_those_of_the_lexicon(target: str, ask: Ask) -> None:
    SqlStore.open(target).close()
    assert ask("SELECT code, name, sort_key FROM provinces ORDER BY code") == sorted(
        (code, name, thai_sort_key(name)) for name, (code, *_) in table("provinces").items()
    )


def test_an_old_database_says_how_to_upgrade_it(target: str) -> None:
    make_old(target)
    command = re.escape(f"run `thainews-ie db upgrade {target.partition('://')[0]}")
    for use in (
        lambda: SqlStore.open(target),
        lambda: list(read_records(target)),
        lambda: answer(target, "chairs"),
    ):
        with pytest.raises(OldStoreError, match=f"at version 0001.*{newest()}.*{command}"):
            use()


def test_an_upgrade_loses_nothing(target: str, full: NewsRecord, ask: Ask) -> None:
    others = [record(str(n), person(f"ก {n}")) for n in range(20)]
    name = make_old(target, full, *others)
    before = {each: ask(f"SELECT * FROM {each}") for each in metadata.tables}
    assert upgrade(target) == ("0001", newest())
    assert {each: ask(f"SELECT * FROM {each}") for each in metadata.tables} == before
    assert list(read_records(target)) == sorted([full, *others], key=lambda each: each.id)
    assert answer(target, "chairs")[1] == [("สมชาย ใจดี", 1, "2021-09-16", "2021-09-16")]
    with SqlStore.open(target) as store:
        assert store.store_id == name
        assert store.upsert([rows_of(record("new"))]) == []
    assert upgrade(target) == (newest(), newest())


def test_a_failed_upgrade_leaves_the_database_as_it_was(target: str, ask: Ask) -> None:
    make_old(target)
    ask("CREATE TABLE person_timeline (x INTEGER)")  # the last view that 0002 makes
    with pytest.raises(StoreError):
        upgrade(target)
    assert ask(f"SELECT version_num FROM {VERSION_TABLE}") == [("0001",)]
    ask("DROP TABLE person_timeline")
    assert upgrade(target) == ("0001", newest())


def test_a_newer_database_asks_for_a_newer_library(target: str, ask: Ask) -> None:
    SqlStore.open(target).close()
    ask(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    for use in (
        lambda: SqlStore.open(target),
        lambda: upgrade(target),
        lambda: list(read_records(target)),
    ):
        with pytest.raises(NewStoreError, match=r"9999.*install a newer thainews-ie"):
            use()


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE people (id INTEGER, shoe_size INTEGER)"],
        ["CREATE VIEW person_timeline AS SELECT 1 AS x"],
        ["CREATE TABLE schema_version (version INTEGER)"],
        ["CREATE TABLE schema_version (version_num TEXT)", "CREATE TABLE store_info (x INTEGER)"],
    ],
)
def test_somebody_elses_tables_are_left_alone(target: str, ask: Ask, statements: list[str]) -> None:
    if "://" not in target:
        Path(target).touch()
    for statement in statements:
        ask(statement)
    with connect(target, "read") as connection:
        before = sa.inspect(connection).get_table_names()
    for use in (
        lambda: SqlStore.open(target),
        lambda: upgrade(target),
        lambda: list(read_records(target)),
    ):
        with pytest.raises(NotAStoreError, match="not of thainews-ie"):
            use()
    with connect(target, "read") as connection:
        assert sa.inspect(connection).get_table_names() == before


def test_other_tables_are_no_hindrance(target: str, ask: Ask) -> None:
    if "://" not in target:
        Path(target).touch()
    ask("CREATE TABLE pages (id INTEGER)")
    ask("INSERT INTO pages VALUES (7)")
    with SqlStore.open(target) as store:
        assert str(UUID(store.store_id)) == store.store_id
        assert store.upsert([rows_of(record("a"))]) == []
    assert ask("SELECT id FROM pages") == [(7,)]


def test_there_is_nothing_to_upgrade(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError, match="no such file"):
        upgrade(str(tmp_path / "news.db"))
    assert list(tmp_path.iterdir()) == []


def test_revisions_are_frozen() -> None:
    """A revision that reads today's tables would make another database tomorrow."""
    import thainews_ie.sql as package

    revisions = list(Path(package.__path__[0], "migrations", "versions").glob("r*.py"))
    assert len(revisions) >= 2
    for revision in revisions:
        assert "thainews_ie" not in re.sub(r'""".*?"""', "", revision.read_text("utf-8"))


def test_a_database_is_made_at_once_or_not_at_all(
    target: str, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, sqlite3.OperationalError("disk is full"))

    with monkeypatch.context() as patch:
        patch.setattr("thainews_ie.sql.store.check", fail)
        with pytest.raises(StoreError, match="disk is full"):
            SqlStore.open(target)
    with connect(target, "read") as connection:
        assert sa.inspect(connection).get_table_names() == []
    SqlStore.open(target).close()
