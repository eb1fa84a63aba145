"""Damaged inputs: each gives an article or says why not, none stops the reading, none fills the
memory."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
import zstandard
from tests.io.hostile_inputs import EACH, KINDS, is_passed_over, make_hostile

from thainews_ie import Article, Failure
from thainews_ie.io.html import read_page
from thainews_ie.io.items import Item, Page
from thainews_ie.io.readers import read_items


@dataclass(frozen=True)
class Hostile:
    """The folder and what reading it gave, by file."""

    folder: Path
    found: dict[str, list[Item]]

    def items(self) -> Iterator[Item]:
        return chain.from_iterable(self.found.values())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")
    make_hostile(folder)
    found: dict[str, list[Item]] = defaultdict(list)
    for item in read_items([folder]):
        found[item.file or ""].append(item)
    return Hostile(folder, found)


def test_there_are_a_thousand_of_many_kinds(hostile: Hostile) -> None:
    assert len(KINDS) >= 15
    assert sum(path.is_file() for path in hostile.folder.rglob("*")) >= 1000
    assert {len(list((hostile.folder / kind).iterdir())) for kind in KINDS} == {EACH}


def test_every_input_gives_an_article_or_a_reason(hostile: Hostile) -> None:
    paths = [path for path in hostile.folder.rglob("*") if not is_passed_over(path)]
    assert [path for path in paths if str(path) not in hostile.found] == []


def test_what_is_passed_over_is_not_read(hostile: Hostile) -> None:
    paths = [path for path in hostile.folder.rglob("*") if is_passed_over(path)]
    assert len(paths) > 30
    assert [path for path in paths if str(path) in hostile.found] == []


def test_reasons_are_given_with_their_place(hostile: Hostile) -> None:
    failures = [
        i for items in hostile.found.values() for i in items if isinstance(i.content, Failure)
    ]
    assert len(failures) > 500
    for item in failures:
        assert isinstance(item.content, Failure)
        assert item.content.message
        assert (item.content.source, item.content.line) == (item.file, item.line)
        assert len(item.content.message) < 800


def test_every_page_gives_an_article_or_a_reason(hostile: Hostile) -> None:
    pages = [
        i.content for items in hostile.found.values() for i in items if isinstance(i.content, Page)
    ]
    read = [read_page(page) for page in pages]
    assert {type(one) for one in read} == {Article, Failure}
    assert all(one.id and one.text for one in read if isinstance(one, Article))
    assert all(one.message for one in read if isinstance(one, Failure))


def test_a_second_reading_is_the_same(hostile: Hostile) -> None:
    for kind in ("lost_quotes", "warc_damaged", "broken_array"):
        folder = hostile.folder / kind
        again = [(item.file, item.line, repr(item)) for item in read_items([folder])]
        first = [item for item in hostile.items() if (item.file or "").startswith(f"{folder}/")]
        assert again == [(item.file, item.line, repr(item)) for item in first], kind


# What a bomb unpacks to, in bytes, and the memory that reading all of them may take: the modules
# (pyarrow, trafilatura) and a few times the limit of an article.
_UNPACKED, _MOST = 200_000_000, 500_000_000

_PEAK = """
import re, sys
from pathlib import Path
from thainews_ie.io.readers import read_articles
import pyarrow.parquet, trafilatura, htmldate
count = sum(1 for _ in read_articles(sys.argv[1:]))
# not what getrusage says: that is no less than what the process that started this one held
print(count, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to ask")
def test_bombs_do_not_fill_the_memory(tmp_path: Path) -> None:
    starts = {
        ".txt": b"",
        ".html": b"<html><body><p>",
        ".jsonl": b'{"text": "',
        ".json": b'[{"text": "',
        ".csv": b'text\n"',
        ".tsv": b"text\n",
        ".warc": b"WARC/1.0\r\nWARC-Type: ",
    }
    for ending, start in starts.items():
        with gzip.open(tmp_path / f"bomb{ending}.gz", "wb", compresslevel=1) as packed:
            packed.write(start)
            for _ in range(_UNPACKED // 1_000_000):
                packed.write(b"a" * 1_000_000)
    packer = zstandard.ZstdCompressor()
    with (tmp_path / "bomb.csv.zst").open("wb") as file, packer.stream_writer(file) as packed:
        packed.write(b"text\n")
        for _ in range(_UNPACKED // 1_000_000):
            packed.write(b'a","' * 250_000)
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, tmp_path],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    count, peak = map(int, done.stdout.split())
    assert count >= len(starts) + 1
    assert peak < _MOST, f"{peak:,}"
