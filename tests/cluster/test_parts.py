"""Parts that many processes write, made one target."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thainews_ie import Failure, NewsRecord, ReaderError, WriterError, from_json
from thainews_ie.arrow.tables import records_from_arrow, results_to_arrow
from thainews_ie.batch.parts import PLACE, Parts


def record(name: str, text: str = "ก") -> NewsRecord:
    return NewsRecord(id=name, text=text, text_sha256=text.encode().hex().zfill(64))


def rows(*results: NewsRecord | Failure, file: str = "in.jsonl") -> pa.Table:
    """Results as the kernel gives them, one line of a file each."""
    table = pa.Table.from_batches([results_to_arrow(results)])
    for field, values in zip(
        PLACE,
        (
            [file] * len(results),
            range(1, len(results) + 1),
            [f"{n:032x}" for n in range(len(results))],
        ),
        strict=True,
    ):
        table = table.append_column(field, pa.array(values, field.type))
    return table


def read(files: Any, target: str) -> list[NewsRecord]:
    """The records of a target's parts, in the order of their names."""
    found: list[NewsRecord] = []
    for path in sorted(files.find(target)):
        data = files.cat_file(path)
        if target.endswith(".parquet"):
            found += records_from_arrow(pq.read_table(io.BytesIO(data)))
        else:
            found += map(from_json, data.splitlines())
    return found


@pytest.fixture(params=["records.parquet", "records.jsonl"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["disk", "memory"])
def target(request: pytest.FixtureRequest, tmp_path: Path, name: str) -> Iterator[str]:
    """A target on the disk, and one in a store that has no folders."""
    if request.param == "disk":
        yield str(tmp_path / name)
        return
    yield f"memory://{tmp_path.name}/{name}"
    fsspec.filesystem("memory").store.clear()


def test_parts_become_one_target_in_the_order_of_the_input(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    parts = Parts(target)
    parts.begin()
    later = parts.write(1, [rows(record("c")), rows(record("d"))])
    parts.write(0, [rows(record("lost"))])  # by a process that died before it could say so
    first = parts.write(0, [rows(record("a"), Failure("b", "ReaderError", "is empty"))])
    assert not files.exists(path)
    tally = parts.finish([later, first])
    assert (tally.records, tally.failures, tally.skipped) == (3, 1, 0)
    assert read(files, path) == [record("a"), record("c"), record("d")]
    (letter,) = map(json.loads, files.cat_file(f"{path}.rejects.jsonl").splitlines())
    assert letter["id"] == "b"
    assert letter["error"] == ReaderError.__name__
    assert (letter["source"], letter["line"]) == ("in.jsonl", 2)
    kept = {at.rpartition("/")[2] for at in files.ls(path.rpartition("/")[0], detail=False)}
    assert kept == {path.rpartition("/")[2], f"{path.rpartition('/')[2]}.rejects.jsonl"}


def test_what_is_read_twice_is_kept_once(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    parts = Parts(target)
    parts.begin()
    written = [
        parts.write(0, [rows(record("a"), record("b"), record("a"))]),
        parts.write(1, [rows(record("c"), record("d"))]),
        parts.write(2, [rows(record("b", "another text"), record("a", "ก"), file="last.jsonl")]),
    ]
    tally = parts.finish(written)
    assert (tally.records, tally.failures, tally.skipped) == (4, 1, 2)
    assert read(files, path) == [record(name) for name in "abcd"]
    (letter,) = map(json.loads, files.cat_file(f"{path}.rejects.jsonl").splitlines())
    assert (letter["id"], letter["error"]) == ("b", "DuplicateIdError")
    assert (letter["source"], letter["line"]) == ("last.jsonl", 1)


def test_a_second_run_takes_the_place_of_the_first(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    for found in (
        [record("a"), Failure("b", "ReaderError", "is empty")],
        [record("c")],
    ):
        parts = Parts(target)
        parts.begin()
        parts.finish([parts.write(0, [rows(*found)])])
    assert read(files, path) == [record("c")]
    assert not files.exists(f"{path}.rejects.jsonl")


def test_what_a_stopped_run_left_goes_and_the_target_stays(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    parts = Parts(target)
    parts.begin()
    parts.finish([parts.write(0, [rows(record("a"))])])
    stopped = Parts(target)
    stopped.begin()
    stopped.write(0, [rows(record("b"))])
    assert read(files, path) == [record("a")]
    again = Parts(target)
    again.begin()
    again.finish([again.write(7, [rows(record("c"))])])
    assert read(files, path) == [record("c")]


def test_a_run_stopped_between_its_last_two_steps_loses_nothing(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    parts = Parts(target)
    parts.begin()
    parts.finish([parts.write(0, [rows(record("a"))])])
    folder, _, own = path.rpartition("/")
    Parts(target).begin()
    files.mv(path, f"{folder}/.{own}.part/old", recursive=True)
    Parts(target).begin()
    assert read(files, path) == [record("a")]


def test_no_records_make_a_target_that_can_be_read(target: str) -> None:
    files, path = fsspec.core.url_to_fs(target)
    parts = Parts(target)
    parts.begin()
    failed = parts.write(0, [rows(Failure("", "ReaderError", "is empty"))])
    assert parts.finish([failed]).failures == 1
    assert read(files, path) == []
    assert files.find(path)


@pytest.mark.parametrize("bad", ["records", "records.csv", "records.jsonl.gz", "what://x.jsonl"])
def test_other_targets_are_refused(bad: str) -> None:
    with pytest.raises(WriterError):
        Parts(bad)


def test_nothing_of_the_users_is_replaced(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"file-{name}"
    file.write_text("mine")
    with pytest.raises(WriterError, match="is a file"):
        Parts(str(file)).begin()
    folder = tmp_path / name
    folder.mkdir()
    (folder / f"my-{name}").write_text("mine")
    with pytest.raises(WriterError, match="no part of a run"):
        Parts(str(folder)).begin()
    assert (folder / f"my-{name}").read_text() == "mine"


def test_lines_are_those_of_a_run_on_one_machine(tmp_path: Path) -> None:
    from thainews_ie.batch.sinks.lines import encode_lines

    found = [replace(record("a", "นาย ก\0"), title="\u2028"), record("b")]
    parts = Parts(str(tmp_path / "records.jsonl"))
    parts.begin()
    parts.finish([parts.write(0, [rows(*found)])])
    (path,) = (tmp_path / "records.jsonl").iterdir()
    assert path.read_bytes() == b"".join(encode_lines(found))
