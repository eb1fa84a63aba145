"""Records out of databases are what went in, and reading leaves no trace."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Connection

from thainews_ie import Article, NewsRecord, NotAStoreError, StoreError, extract, to_dict
from thainews_ie.sql.engines import connect
from thainews_ie.sql.questions import answer
from thainews_ie.sql.records import read_records
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore

from .conftest import Ask, Put, person, record


def test_every_fixture_comes_back(
    target: str, put: Put, full: NewsRecord, fixture_records: dict[str, NewsRecord]
) -> None:
    records = [full, NewsRecord(id=""), NewsRecord(id="ก", text=""), *fixture_records.values()]
    assert put(*records) == []
    assert list(read_records(target)) == sorted(records, key=lambda each: each.id)


TEXTS = st.text(st.characters(exclude_categories=()), max_size=30)


def storable(data: Any) -> Any:
    """Plain data as a database can hold it."""
    if isinstance(data, str):
        return re.sub("[\0\ud800-\udfff]", "\ufffd", data)
    if isinstance(data, list):
        return [storable(item) for item in data]
    return {k: storable(v) for k, v in data.items()} if isinstance(data, dict) else data


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(key=TEXTS, title=TEXTS, text=TEXTS, name=TEXTS)
def test_any_text_comes_back_but_for_nuls_and_surrogates(
    target: str, key: str, title: str, text: str, name: str
) -> None:
    whole = extract(Article(key, f"นาย{text} สมชาย ใจดี กล่าวว่า {name}", title=title))
    whole = replace(whole, people=(*whole.people, person(name)))
    with SqlStore.open(target) as store:
        assert store.upsert([rows_of(whole)]) == []
    assert storable(to_dict(whole)) in map(to_dict, read_records(target))


def test_reading_is_in_one_order_and_page_by_page(target: str, put: Put) -> None:
    keys = [f"{n % 7}-{n}-ก" for n in range(450)] + ["Z", "a", "É", "ฮ", "\U0001f600"]
    put(*(record(key) for key in keys))
    found = read_records(target)
    first = next(found)
    found.close()  # type: ignore[attr-defined]
    assert [first.id, *[each.id for each in read_records(target)][1:]] == sorted(keys)


def traces(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_reading_leaves_no_trace(tmp_path: Path, full: NewsRecord) -> None:
    target = tmp_path / "news.db"
    with SqlStore.open(str(target)) as store:
        store.upsert([rows_of(full)])
    before = traces(tmp_path)
    reading = read_records(str(target))
    assert next(reading) == full
    assert traces(tmp_path) == before
    assert list(reading) == []
    answer(str(target), "chairs")
    assert traces(tmp_path) == before


def test_a_reader_cannot_write(target: str, put: Put, full: NewsRecord) -> None:
    put(full)

    def delete(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM articles")

    with pytest.raises(StoreError, match=r"read-?only"), connect(target, "read") as connection:
        delete(connection)
    assert list(read_records(target)) == [full]


def _questions(target: str) -> Iterator[object]:
    yield answer(target, "chairs")


READERS: list[Callable[[str], Iterator[object]]] = [read_records, _questions]


@pytest.mark.parametrize("read", READERS)
def test_what_is_no_database_is_named(
    tmp_path: Path, read: Callable[[str], Iterator[object]]
) -> None:
    (tmp_path / "page.db").write_bytes(b"<html>" * 1000)
    (tmp_path / "empty.db").touch()
    (tmp_path / "folder.db").mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    for name, message in [
        ("missing.db", "no such file"),
        ("folder.db", "no such file"),
        ("page.db", "no SQLite database"),
        ("empty.db", "holds no records"),
    ]:
        with pytest.raises(NotAStoreError, match=message) as caught:
            list(read(str(tmp_path / name)))
        assert name in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_an_empty_database_holds_no_records(target: str, ask: Ask) -> None:
    ask("CREATE TABLE pages (id INTEGER)") if "://" in target else Path(target).touch()
    with pytest.raises(NotAStoreError, match="holds no records"):
        list(read_records(target))


def test_a_damaged_record_is_named(target: str, put: Put, ask: Ask) -> None:
    put(record("good"), record("bad"))
    ask("UPDATE articles SET record = '{}' WHERE id = 'bad'")
    with pytest.raises(StoreError, match="'bad'"):
        list(read_records(target))
