"""Stores of single records."""

from __future__ import annotations

from pathlib import Path

import pytest

from thainews_ie import NewsRecord, WriterError, from_json
from thainews_ie.integrations.stores import open_store
from thainews_ie.sql.records import read_records


def test_lines_are_there_when_put_returns(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"before\n")
    store = open_store(str(path))
    store.put(NewsRecord("a\0"))
    assert from_json(path.read_bytes().splitlines()[1]) == NewsRecord("a\0")
    store.close()


def test_a_database_goes_on_after_it_was_closed(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "news.db"))
    store.put(NewsRecord("a"))
    store.close()
    store.put(NewsRecord("b"))
    store.close()
    assert {record.id for record in read_records(str(tmp_path / "news.db"))} == {"a", "b"}


@pytest.mark.parametrize(
    "target", ["records.parquet", "records.jsonl.gz", "s3://bucket/a.jsonl", "mysql://h/x.db"]
)
def test_other_targets_are_refused(target: str) -> None:
    with pytest.raises(WriterError, match="one by one"):
        open_store(target)


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match="cannot be written"):
        open_store(str(tmp_path / "none" / "records.jsonl"))


def test_a_file_named_like_a_database_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store("postgresql-news.jsonl")
    store.put(NewsRecord("a"))
    store.close()
    assert from_json(Path("postgresql-news.jsonl").read_bytes()) == NewsRecord("a")
