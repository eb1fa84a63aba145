"""Outputs that can be cut back to what the ledger knows, and are whole or absent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from thainews_ie import NewsRecord, ReaderError, WriterError
from thainews_ie.batch.sinks.opening import open_sink
from thainews_ie.batch.sinks.sink import Sink
from thainews_ie.io.records import read_records

RECORDS = [NewsRecord(id=name) for name in "กขคงจฉช"]
FILES = ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"]


def write(sink: Sink, *numbers: int) -> None:
    payload = sink.encode([RECORDS[i] for i in numbers])
    assert sink.write(payload, range(len(numbers))) == []


def ids(path: Path) -> str:
    return "".join(record.id for record in read_records(str(path)))


@pytest.mark.parametrize("name", FILES)
def test_a_file_appears_when_it_is_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0, 1)
        sink.commit()
        write(sink, 2)
        sink.commit()
        assert not path.exists()
        sink.finish()
        sink.tidy()
    assert ids(path) == "กขค"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FILES)
def test_what_the_ledger_does_not_know_is_cut_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0, 1)
        state = sink.commit()
        write(sink, 2)
        sink.commit()  # durable, but the run is killed before the ledger hears of it
    with open_sink(str(path)) as sink:
        sink.resume(state, finishing=False)
        write(sink, 3)
        sink.commit()
        sink.finish()
    assert ids(path) == "กขง"


@pytest.mark.parametrize("name", FILES)
def test_a_run_killed_at_its_end(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0, 1)
        state = sink.commit()
        sink.finish()
    with open_sink(str(path)) as sink:
        sink.resume(state, finishing=True)
        sink.finish()
        sink.tidy()
    assert ids(path) == "กข"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FILES)
def test_only_what_is_new_is_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        sink.write(sink.encode(RECORDS), [0, 2, 5])
        sink.commit()
        sink.finish()
    assert ids(path) == "กคฉ"


@pytest.mark.parametrize("name", FILES)
def test_a_run_without_records_makes_an_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        sink.commit()
        sink.finish()
    assert ids(path) == ""


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_added_to(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for number in (0, 1):
        with open_sink(str(path), extend=True) as sink:
            sink.resume(None, finishing=False)
            write(sink, number)
            sink.commit()
            sink.finish()
            sink.tidy()
    assert ids(path) == "กข"


@pytest.mark.parametrize("name", FILES)
def test_the_old_file_stays_until_the_new_is_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("old")
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0)
        sink.commit()
    assert path.read_text() == "old"


def cut(part: Path) -> None:
    part.write_bytes(b"")


@pytest.mark.parametrize("damage", [Path.unlink, cut])
def test_a_part_that_was_damaged(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "a.jsonl"
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0)
        state = sink.commit()
    damage(tmp_path / ".a.jsonl.part")
    with open_sink(str(path)) as sink, pytest.raises(WriterError, match="--fresh"):
        sink.resume(state, finishing=False)


@pytest.mark.parametrize(
    "name",
    ["a.jsonl", "a.jsonl.gz", "a.parquet"],
)
def test_equal_records_give_equal_files(tmp_path: Path, name: str) -> None:
    made = []
    for folder in ("one", "two"):
        path = tmp_path / folder / name
        path.parent.mkdir()
        with open_sink(str(path)) as sink:
            sink.resume(None, finishing=False)
            write(sink, *range(7))
            sink.commit()
            sink.finish()
        made.append(path.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.xlsx", "unknown format"),
        ("mysql://localhost/news", "unknown format"),
        ("no/a.jsonl", "cannot be written"),
        ("no/a.parquet", "cannot be written"),
        (f"{'a' * 249}.jsonl", "cannot be written"),  # fits, but not with the ending of a part
    ],
)
def test_unusable_target(tmp_path: Path, name: str, message: str) -> None:
    target = name if "://" in name else str(tmp_path / name)
    with pytest.raises(WriterError, match=message), open_sink(target) as sink:
        sink.resume(None, finishing=False)


def test_a_folder_of_parts_is_read_in_order(tmp_path: Path) -> None:
    for number, name in enumerate(("part-1.jsonl", "part-2.parquet")):
        with open_sink(str(tmp_path / name)) as sink:
            sink.resume(None, finishing=False)
            write(sink, number)
            sink.commit()
            sink.finish()
            sink.tidy()
    (tmp_path / ".hidden").write_text("no record")
    assert ids(tmp_path) == "กข"


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_cut_file_is_not_taken_for_a_shorter_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0, 1)
        sink.commit()
        sink.finish()
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(ReaderError, match="cannot be read"):
        ids(path)


@pytest.mark.parametrize("name", ["A.JSONL.GZ", "A.Jsonl.Zst"])
def test_endings_in_capitals(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_sink(str(path)) as sink:
        sink.resume(None, finishing=False)
        write(sink, 0)
        sink.commit()
        sink.finish()
    assert ids(path) == "ก"
