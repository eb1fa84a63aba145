"""Targets: what they mean, and what is said of wrong ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from thainews_ie import MissingExtraError, StoreError
from thainews_ie.sql.engines import engine_of, name_of
from thainews_ie.sql.records import read_records
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore

from .conftest import record


@pytest.mark.parametrize("name", ["news.db", "a b#c?d%20e.db", "ข่าว.db"])
@pytest.mark.parametrize("scheme", ["", "sqlite:///"])
def test_files(tmp_path: Path, name: str, scheme: str) -> None:
    if scheme and ("?" in name or "%" in name):
        name = "a b#c.db"  # a URL gives them a meaning
    path = tmp_path / name
    with SqlStore.open(f"{scheme}{path}") as store:
        store.upsert([rows_of(record("a"))])
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert [found.id for found in read_records(f"{scheme}{path}")] == ["a"]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_spellings_of_postgresql(postgres_url: str, scheme: str) -> None:
    url = postgres_url.replace("postgresql", scheme, 1)
    with SqlStore.open(url) as store:
        assert store.upsert([rows_of(record("a"))]) == []
    assert [found.id for found in read_records(url)] == ["a"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("mysql://user:secret@host/news", "only SQLite and PostgreSQL are supported, not mysql"),
        ("sqlite://", "want the path of a file"),
        ("sqlite:///:memory:", "want the path of a file"),
        ("sqlite:///news.db?mode=ro", "want the path of a file"),
        ("postgresql://user:secret@host:port/news", "postgresql://"),
        ("://", "no URL"),
        (
            "no-such-folder/news.db",
            "no-such-folder/news.db: unable to open .*: is there such a folder",
        ),
        ("postgresql://user:secret@localhost:1/news", "connect"),
    ],
)
def test_wrong_targets(target: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        SqlStore.open(target)
    assert "secret" not in str(caught.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        SqlStore.open(str(tmp_path))


def test_a_file_of_another_kind_stays_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.db"
    page.write_bytes(b"<html>" * 1000)
    with pytest.raises(StoreError, match="no SQLite database"):
        SqlStore.open(str(page))
    assert page.read_bytes() == b"<html>" * 1000
    assert list(tmp_path.iterdir()) == [page]


def test_passwords_are_not_shown() -> None:
    assert name_of("postgresql://me:secret@host/news") == "postgresql://me:***@host/news"
    assert name_of("postgresql://me:secret@host:port/news") == "postgresql://..."
    assert name_of("news.db") == "news.db"


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r'pip install "thainews-ie\[postgres\]"'):
        engine_of("postgresql://host/news", "read")
