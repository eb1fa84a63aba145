"""Articles into databases, real ones of each kind."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import (
    Award,
    DateKind,
    Event,
    Mode,
    ModeKind,
    NewsDate,
    NewsRecord,
    Role,
    StoreError,
    Title,
    Venue,
)
from thainews_ie.sql.engines import connect
from thainews_ie.sql.records import read_records
from thainews_ie.sql.rows import Rows, person_id, rows_of
from thainews_ie.sql.store import SqlStore
from thainews_ie.sql.tables import metadata

from .conftest import Ask, Put, person, record, span

HANGING = ("appearances", "titles", "awards", "recipients", "venues", "events", "dates")


def everything(target: str) -> dict[str, list[dict[str, Any]]]:
    """All that a database holds, but what names the database."""
    found = {}
    with connect(target, "read") as connection:
        for name, table in metadata.tables.items():
            if name not in ("store_info", "provinces"):
                order = tuple(table.primary_key.columns)
                rows = connection.execute(table.select().order_by(*order))
                found[name] = [dict(row) for row in rows.mappings()]
    return found


def test_what_is_stored_is_what_the_rows_say(target: str, put: Put, full: NewsRecord) -> None:
    assert put(full) == []
    stored = everything(target)
    for name, rows in stored.items():
        made = getattr(rows_of(full), name)
        columns = metadata.tables[name].columns.keys()
        wanted = [dict(zip(columns, row, strict=True)) for row in made]
        order = [column.name for column in metadata.tables[name].primary_key.columns]
        found = [
            {
                key: value.isoformat()[: len("09:30") if isinstance(value, dt.time) else None]
                if isinstance(value, dt.date | dt.time)
                else value
                for key, value in row.items()
            }
            for row in rows
        ]
        assert found == sorted(wanted, key=lambda row: [row[key] for key in order]), name
        assert rows, name


def test_storing_again_changes_nothing(target: str, put: Put, full: NewsRecord) -> None:
    records = (full, record("b", person("ก ข", Role.CHAIR)))
    put(*records)
    once = everything(target)
    assert put(*records) == []
    assert put(records[1], records[0], records[1]) == []
    assert everything(target) == once


def test_an_article_is_replaced_as_a_whole(target: str, put: Put, full: NewsRecord) -> None:
    put(full, record("b", person("สมชาย ใจดี")))
    put(NewsRecord(id=full.id, title="ใหม่"))
    stored = everything(target)
    assert [row["id"] for row in stored["articles"]] == ["a-1", "b"]
    assert stored["articles"][0]["title"] == "ใหม่"
    assert [row["article_id"] for table in HANGING for row in stored[table]] == ["b"]


def test_people_stay_as_long_as_an_article_names_them(target: str, put: Put, ask: Ask) -> None:
    put(record("a", person("ก ข"), person("ค ง")), record("b", person("ค ง")))
    put(record("a", person("จ ฉ")))
    people = "SELECT name FROM people ORDER BY name"
    assert ask(people) == [("ค ง",), ("จ ฉ",)]
    put(record("b"))
    assert ask(people) == [("จ ฉ",)]
    ask("DELETE FROM articles WHERE id = 'a'")
    assert ask("SELECT COUNT(*) FROM appearances") == [(0,)]


def test_of_one_id_in_a_batch_the_last_is_stored(put: Put, ask: Ask) -> None:
    assert put(record("a", person("ก ข")), record("b"), record("a", person("ค ง"))) == []
    assert ask("SELECT id FROM articles ORDER BY id") == [("a",), ("b",)]
    assert ask("SELECT name FROM people") == [("ค ง",)]


def test_one_person_in_many_articles_is_one_row(put: Put, ask: Ask) -> None:
    put(*(record(str(n), person("ก ข", Role.CHAIR)) for n in range(50)))
    assert ask("SELECT COUNT(*) FROM people") == [(1,)]
    assert ask("SELECT COUNT(*) FROM appearances WHERE role = 'chair'") == [(50,)]


def broken(key: str, title: object = None) -> Rows:
    """Rows that no database takes: an article without a record."""
    rows = rows_of(record(key, person(f"{key} ข"), title="new"))
    article = list(rows.articles[0])
    article[-1] = title
    return rows._replace(articles=(tuple(article),))


@pytest.mark.parametrize("at", [0, 3, 6])
def test_only_the_article_that_is_refused_is_left_out(target: str, ask: Ask, at: int) -> None:
    rows = [rows_of(record(str(n), person(f"{n} ก"))) for n in range(7)]
    with SqlStore.open(target) as store:
        assert store.upsert([rows[at]]) == []
        refused = store.upsert([*rows[:at], broken(str(at)), *rows[at + 1 :]])
        assert [number for number, _ in refused] == [at]
        assert "record" in refused[0][1]
        assert "\n" not in refused[0][1]
    assert ask("SELECT id FROM articles ORDER BY id") == [(str(n),) for n in range(7)]
    # what was there before stands, and nobody came with what was refused
    assert ask("SELECT COUNT(*) FROM articles WHERE title IS NOT NULL") == [(0,)]
    assert ask("SELECT name FROM people ORDER BY name") == [(f"{n} ก",) for n in range(7)]


def test_several_refused_in_one_batch(target: str, ask: Ask) -> None:
    batch = [broken("a"), rows_of(record("b")), broken("c"), broken("d"), rows_of(record("e"))]
    with SqlStore.open(target) as store:
        assert [number for number, _ in store.upsert(batch)] == [0, 2, 3]
    assert ask("SELECT id FROM articles ORDER BY id") == [("b",), ("e",)]


def test_values_that_a_driver_cannot_pass_on_are_refused(target: str) -> None:
    def titled(key: str, title: object) -> Rows:
        rows = rows_of(record(key))
        return rows._replace(articles=((key, None, title, *rows.articles[0][3:]),))

    views = rows_of(record("views"))
    too_many = (*views.articles[0][:10], 10**30, *views.articles[0][11:])
    batch = [
        titled("surrogate", "\ud800"),
        titled("type", object()),
        views._replace(articles=(too_many,)),
        titled("good", "ก"),
    ]
    with SqlStore.open(target) as store:
        assert [number for number, _ in store.upsert(batch)] == [0, 1, 2]
    assert [found.id for found in read_records(target)] == ["good"]


def test_postgres_refuses_what_is_too_long_for_an_index(postgres_url: str) -> None:
    # digits at random, since an index packs what repeats
    long = "".join(person_id(str(n)) for n in range(1000))
    with SqlStore.open(postgres_url) as store:
        ((number, reason),) = store.upsert([rows_of(record("a")), rows_of(record(long))])
        assert number == 1
        assert "index" in reason
    assert [found.id for found in read_records(postgres_url)] == ["a"]


def test_an_empty_batch(target: str) -> None:
    with SqlStore.open(target) as store:
        assert store.upsert([]) == []


def test_text_that_looks_like_sql_or_copy_is_text(target: str, put: Put) -> None:
    nasty = "\\N\t\\.\n'; DROP TABLE people; --\r\n%s :name {among} \\u0000"
    venue = Venue(span(nasty))
    whole = record(
        nasty,
        person(nasty),
        title=nasty,
        text=nasty,
        venues=(venue,),
        event=Event(name=span(nasty), venues=(venue,)),
        awards=(Award(span(nasty), recipients=(span(nasty),)),),
        dates=(NewsDate(span(nasty), DateKind.DAY, None, nasty),),
    )
    assert put(whole) == []
    assert put(whole) == []
    assert list(read_records(target)) == [whole]


def test_events_are_rows_where_there_is_one(put: Put, ask: Ask) -> None:
    put(
        record("a"),
        record("b", mode=Mode(ModeKind.ONLINE)),
        record("c", venues=(Venue(span("หอประชุม")),)),
    )
    assert ask("SELECT article_id, mode FROM events ORDER BY article_id") == [
        ("b", "online"),
        ("c", "unspecified"),
    ]


def test_a_store_is_known_again(target: str, tmp_path: Path) -> None:
    with SqlStore.open(target) as store:
        first = store.store_id
    with SqlStore.open(target) as store:
        assert store.store_id == first
    with SqlStore.open(str(tmp_path / "other.db")) as store:
        assert store.store_id != first


def test_closing_twice(target: str) -> None:
    store = SqlStore.open(target)
    store.close()
    store.close()


def test_two_stores_of_one_database(target: str, ask: Ask) -> None:
    with SqlStore.open(target) as one, SqlStore.open(target) as other:
        for n in range(3):
            one.upsert([rows_of(record(f"one-{n}", person("ก ข")))])
            other.upsert([rows_of(record(f"other-{n}", person("ก ข")))])
            one.upsert([rows_of(record(f"one-{n}"))])
    assert ask("SELECT COUNT(*) FROM articles") == [(6,)]
    assert ask("SELECT COUNT(*) FROM appearances") == [(3,)]


def test_a_lost_connection_is_no_fault_of_an_article(postgres_url: str) -> None:
    with SqlStore.open(postgres_url) as store:
        store.upsert([rows_of(record("a"))])
        with connect(postgres_url, "write") as connection, connection.begin():
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(StoreError, match="connection"):
            store.upsert([rows_of(record("b"))])
    with SqlStore.open(postgres_url) as store:
        assert store.upsert([rows_of(record("b"))]) == []
    assert [found.id for found in read_records(postgres_url)] == ["a", "b"]


def test_a_full_disk_is_no_fault_of_an_article(tmp_path: Path) -> None:
    target = str(tmp_path / "news.db")
    with SqlStore.open(target) as store:
        store.upsert([rows_of(record("a"))])
        driver = store._connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA max_page_count = 80")
        with pytest.raises(StoreError, match="disk is full: make room"):
            store.upsert([rows_of(record("b")), rows_of(record("c", text="ก" * 500_000))])
        assert [found.id for found in read_records(target)] == ["a"]
        driver.execute("PRAGMA max_page_count = 100000")
        assert store.upsert([rows_of(record("b"))]) == []
    assert [found.id for found in read_records(target)] == ["a", "b"]


def test_what_was_stored_survives_the_writer(tmp_path: Path, full: NewsRecord) -> None:
    """Without ``close``, as when the process is killed."""
    target = tmp_path / "news.db"
    store = SqlStore.open(str(target))
    store.upsert([rows_of(full)])
    copy = tmp_path / "copy.db"
    for ending in ("", "-wal"):
        copy.with_name(copy.name + ending).write_bytes(
            target.with_name(target.name + ending).read_bytes()
        )
    assert list(read_records(str(copy))) == [full]
    store.close()


def test_sqlite_is_one_file_in_the_end(tmp_path: Path, full: NewsRecord) -> None:
    with SqlStore.open(str(tmp_path / "news.db")) as store:
        store.upsert([rows_of(full)])
        journal = store._connection.connection.driver_connection
        assert journal is not None
        assert journal.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert journal.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]
    with sqlite3.connect(tmp_path / "news.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_title_goes_to_its_person(put: Put, ask: Ask) -> None:
    minister = Title(span("รัฐมนตรี"), span("รัฐมนตรี"))
    put(record("a", person("ก ข"), replace(person("ค ง"), titles=(minister,))))
    assert ask("SELECT p.name FROM titles AS t JOIN people AS p ON p.id = t.person_id") == [
        ("ค ง",)
    ]
