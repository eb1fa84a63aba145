"""Runs that are killed at random moments, again and again, end as if nothing had happened."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from thainews_ie.cli.exits import SOME_FAILED
from thainews_ie.io.records import read_records

ARTICLES = 2_000
KILLS = 6  # of each kind of output: 24 in all
FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two thousand articles, made of the fixtures; each tells its own number."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    path = tmp_path_factory.mktemp("crash") / "in.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(ARTICLES):
            text = f"ข่าวที่ {number}\n{texts[number % len(texts)]}"
            stream.write(json.dumps({"id": f"n{number:04}", "text": text}) + "\n")
        stream.write("{broken\n")  # a failure is to be there once as well
    return path


def start(
    source: Path, target: str, rejects: Path, ledger: Path, *more: str
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "thainews_ie", "extract", str(source), "--to", target]
    options = ["--rejects", str(rejects), "--ledger", str(ledger), "--workers", "2", *more]
    return subprocess.Popen([*command, *options], stderr=subprocess.PIPE)


def workers_of(process: psutil.Process) -> Iterator[psutil.Process]:
    for child in process.children():
        with contextlib.suppress(psutil.Error):
            if "spawn_main" in " ".join(child.cmdline()):
                yield child


def kill_at_random(process: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kills the run, or one of its processes, after a while; tells whether it was alive."""
    time.sleep(chance.uniform(0.3, 2.2))
    if process.poll() is not None:
        return False
    whole = psutil.Process(process.pid)
    if chance.random() < 0.3 and (workers := list(workers_of(whole))):
        with contextlib.suppress(psutil.NoSuchProcess):
            chance.choice(workers).kill()
        return True
    process.kill()
    process.wait()
    return True


@pytest.mark.parametrize("kind", ["sqlite", "postgres", "parquet", "jsonl"])
def test_killed_runs_end_as_undisturbed_ones(
    kind: str, source: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    suffix = {"sqlite": "db", "parquet": "parquet", "jsonl": "jsonl"}.get(kind)
    if kind == "postgres":
        databases = request.getfixturevalue("postgres_databases")
        calm, stormy = databases(), databases()
    else:
        calm, stormy = str(tmp_path / f"calm.{suffix}"), str(tmp_path / f"stormy.{suffix}")
    rejects, ledger = tmp_path / "rejects.jsonl", tmp_path / "ledger"
    undisturbed = start(source, calm, tmp_path / "calm.rejects", tmp_path / "calm.ledger")
    undisturbed.communicate()

    chance = random.Random(f"kills of {kind}")
    process = start(source, stormy, rejects, ledger)
    kills = 0
    while kills < KILLS:
        kills += kill_at_random(process, chance)
        if process.poll() is not None:  # killed; or it came to its end, and does all again
            more = [] if process.returncode < 0 else ["--fresh"]
            process.communicate()
            process = start(source, stormy, rejects, ledger, *more)
    _, told = process.communicate(timeout=300)
    assert process.returncode == SOME_FAILED, told.decode()  # the broken line
    records = list(read_records(stormy))
    assert len(records) == ARTICLES
    assert records == list(read_records(calm))
    assert rejects.read_text() == (tmp_path / "calm.rejects").read_text()
