"""Writing records: whole files or none."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from thainews_ie import NewsRecord, WriterError, from_json
from thainews_ie.io.writers import open_writer

RECORDS = [NewsRecord(id="ก"), NewsRecord(id="ข")]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with open_writer(str(path)) as write:
        for record in RECORDS:
            write(record)
        assert not path.exists()
    data = path.read_bytes()
    lines = (gzip.decompress(data) if name.endswith("gz") else data).decode().splitlines()
    assert [from_json(line) for line in lines] == RECORDS
    assert list(tmp_path.iterdir()) == [path]


def test_broken_run_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old")

    def run_and_break() -> None:
        with open_writer(str(path)) as write:
            write(RECORDS[0])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        run_and_break()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "message"), [("a.xlsx", "unknown format"), ("no/a.jsonl", "cannot be written")]
)
def test_unusable_target(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WriterError, match=message), open_writer(str(tmp_path / name)):
        pass


def test_name_too_long_is_an_error_of_writing(tmp_path: Path) -> None:
    target = str(tmp_path / f"{'a' * 249}.jsonl")  # fits, but not with the ending of a part
    with pytest.raises(WriterError, match="cannot be written"), open_writer(target):
        pass
