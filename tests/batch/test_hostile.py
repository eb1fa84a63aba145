"""A run over damaged inputs: each gives a record or a dead letter, and none stops it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.io.hostile_inputs import make_hostile

from thainews_ie.cli.exits import SOME_FAILED
from thainews_ie.io.items import Item
from thainews_ie.io.readers import read_items
from thainews_ie.io.records import read_records
from thainews_ie.records import Failure

_RUN = """
import resource
from benchmarks.articles import peak_resident_mb
from thainews_ie.cli import main
try:
    main()
finally:
    print(peak_resident_mb(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
ROOT = Path(__file__).parents[2]  # where the benchmarks are
_LONG_LINE = 50_000_000  # bytes
_MEMORY = 700  # MB that no process may exceed; the 50 MB line alone would take more if held


def failed_in_reading(item: Item) -> bool:
    return isinstance(item.content, Failure)


def test_nothing_stops_a_run_and_nothing_is_lost(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.db"
    folder.mkdir()
    make_hostile(folder)
    with (folder / "long_line.jsonl").open("wb") as stream:
        stream.write(b'{"id": "long", "text": "' + b"\\u0e01" * (_LONG_LINE // 6) + b'"}\n')
        stream.write(b'{"id": "after the long line", "text": "good"}\n')
    command = [sys.executable, "-c", _RUN, "extract", str(folder), "--to", str(out), "--log-json"]
    done = subprocess.run(
        [*command, "--seconds", "30"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == SOME_FAILED, done.stderr[-2_000:]
    assert max(map(float, done.stdout.split())) < _MEMORY

    items = list(read_items([folder]))
    end = json.loads(done.stderr.splitlines()[-1])
    assert end["records"] + end["failures"] + end["skipped"] == len(items)
    records = {record.id for record in read_records(str(out))}
    assert "after the long line" in records
    assert len(records) == end["records"]

    letters = [
        json.loads(line) for line in (tmp_path / "out.db.rejects.jsonl").read_text().splitlines()
    ]
    assert len(letters) == end["failures"]
    assert all(letter["error"] and letter["message"] for letter in letters)
    # what could not be read is there under its file, as often as it lies in different places
    unread = Counter(item.file for item in items if failed_in_reading(item))
    assert unread <= Counter(letter["source"] for letter in letters)
