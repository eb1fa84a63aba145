"""``python -m benchmarks [--articles FILE]``: prints the tables of docs/benchmarks.md."""

from __future__ import annotations

import argparse
import tempfile
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import batch, lengths, processes, rates
from benchmarks.articles import FIXTURES, endless_texts

console = Console()


def _table(title: str, head: list[str], rows: list[list[str]]) -> None:
    table = Table(title=title, title_justify="left")
    for i, name in enumerate(head):
        table.add_column(name, justify="right" if i else "left")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def print_rates(path: Path, count: int, runs: int) -> None:
    """Ours beside segmentation alone and PyThaiNLP."""
    texts = list(islice(endless_texts(path), count))
    times = rates.measure(texts, runs, slow=max(10, count // 20))
    ours, alone = times["whole records"], times["segmentation alone (nlpo3 + Doc)"]
    rows = [
        [name, f"{t:.2f}", f"{1000 / t:.0f}", f"{t / alone:.2f}", f"{t / ours:.2f}"]
        for name, t in times.items()
    ]
    characters = sum(map(len, texts)) / len(texts)
    title = f"{count} articles of {characters:.0f} characters, one process, medians of {runs}"
    _table(title, ["", "ms/article", "articles/s", "x segmentation", "x ours"], rows)


def print_start_up(runs: int) -> None:
    """A fresh process to its first record."""
    times = processes.start_up(runs)
    rows = [[name, f"{t:.3f}", f"{t / times['import spacy']:.2f}"] for name, t in times.items()]
    _table(f"start-up, medians of {runs}", ["", "seconds", "x import spacy"], rows)


def print_memory(path: Path) -> None:
    """Peak memory, which should not grow with the number of articles."""
    rows = [[str(n), f"{processes.peak_memory(path, n):.0f}"] for n in (1, 500, 4000)]
    _table("peak memory", ["articles", "MB"], rows)


def print_lengths(short: int, long: int) -> None:
    """Time per character at two lengths; a ratio of 1 is linear."""
    rows = [
        [name, f"{a:.0f}", f"{b:.0f}", f"{b / a:.2f}"]
        for name, (a, b) in lengths.measure(short, long).items()
    ]
    head = ["", f"ns/char at {short:,}", f"at {long:,}", "ratio"]
    _table("time against length", head, rows)


def print_batch(path: Path, count: int, runs: int) -> None:
    """Runs from a file to outputs, and databases alone."""
    with tempfile.TemporaryDirectory() as folder:
        source = batch.make_input(path, count, Path(folder))
        one, two = batch.speed_up(source, runs)
        rows = [["one process", f"{one:.0f}", "1.00"], ["two", f"{two:.0f}", f"{two / one:.2f}"]]
        _table(f"runs of {count} articles to JSON lines", ["", "articles/s", "ratio"], rows)
        found = batch.costs(source, ["x.jsonl", "x.jsonl.gz", "x.parquet", "x.db"], runs)
        rows = [
            [
                name,
                f"{cost.reading:.3f}",
                f"{cost.writing:.3f}",
                f"{cost.whole:.3f}",
                f"{(cost.reading + cost.writing) / cost.whole:.2f}",
            ]
            for name, cost in found.items()
        ]
        head = ["ms per article", "reading", "writing", "whole run", "share of both"]
        _table("reading and writing", head, rows)
        rates_of = batch.store_rates(source, runs)
        rows = [[name, f"{rate:.0f}"] for name, rate in rates_of.items()]
        _table(f"{count} records in batches of 64 into a database", ["", "records/s"], rows)


def main() -> None:
    """Measure everything, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=FIXTURES, help="file or folder to read")
    parser.add_argument("--count", type=int, default=400, help="articles per round")
    parser.add_argument("--runs", type=int, default=5, help="counted rounds")
    parser.add_argument(
        "parts", nargs="*", help="of: rates start-up memory lengths batch (default all)"
    )
    args = parser.parse_args()
    parts = args.parts or ["rates", "start-up", "memory", "lengths", "batch"]
    if "rates" in parts:
        print_rates(args.articles, args.count, args.runs)
    if "start-up" in parts:
        print_start_up(args.runs)
    if "memory" in parts:
        print_memory(args.articles)
    if "lengths" in parts:
        print_lengths(500_000, 5_000_000)
    if "batch" in parts:
        print_batch(args.articles, max(args.count, 4_000), args.runs)


if __name__ == "__main__":
    main()
