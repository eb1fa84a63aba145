"""What a large corpus costs, from rates measured on a sample of it.

``python -m benchmarks.corpus [--articles FILE] [--corpus N]`` prints the tables of
docs/scaling.md. Rates are of processor time, so that they hold for one core whatever else the
machine does.
"""

from __future__ import annotations

import argparse
import gzip
import io
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table

from benchmarks.articles import FIXTURES, endless_texts
from thainews_ie import NewsRecord, from_json, records_from_arrow, records_to_arrow, to_json
from thainews_ie.arrow.schema import ARTICLE_SCHEMA, RECORD_SCHEMA
from thainews_ie.batch.kernel import ArrowExtractor

__all__ = ["STEPS", "Sizes", "core_hours", "measure_sizes", "measure_steps"]

STEPS = ("read Parquet", "extract", "write Parquet", "write JSON lines")


def _articles(texts: list[str]) -> pa.Table:
    rows = [{"id": f"article-{n}", "text": text} for n, text in enumerate(texts)]
    return pa.Table.from_pylist(rows, schema=ARTICLE_SCHEMA)


def _parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _lines(records: list[NewsRecord]) -> bytes:
    return b"".join(to_json(record).encode("utf-8") + b"\n" for record in records)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def measure_steps(texts: list[str], runs: int) -> dict[str, float]:
    """Median milliseconds of processor time per article of every step of a cluster's work.

    Args:
        texts: the articles.
        runs: counted rounds, after one that is not.
    """
    packed = _parquet(_articles(texts))
    extractor = ArrowExtractor()
    times: dict[str, list[float]] = {step: [] for step in STEPS}
    for _ in range(runs + 1):
        articles, reading = _timed(lambda: pq.read_table(io.BytesIO(packed), use_threads=False))
        results, extracting = _timed(lambda: extractor(articles))  # noqa: B023
        table = results.select(RECORD_SCHEMA.names).cast(RECORD_SCHEMA)
        _, columns = _timed(lambda: _parquet(table))  # noqa: B023
        _, lines = _timed(lambda: _lines(list(records_from_arrow(table))))  # noqa: B023
        for step, spent in zip(STEPS, (reading, extracting, columns, lines), strict=True):
            times[step].append(1000 * spent / len(texts))
    return {step: statistics.median(spent[1:]) for step, spent in times.items()}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes per article.

    Args:
        text: the article in UTF-8.
        parquet, parquet_bare: its record in Parquet (zstd), with the text and without.
        lines, lines_bare: its record as a JSON line, likewise.
        packed: the lines with the text, by gzip.
    """

    text: float
    parquet: float
    parquet_bare: float
    lines: float
    lines_bare: float
    packed: float


def measure_sizes(texts: list[str]) -> Sizes:
    """How large articles and their records are."""
    results = ArrowExtractor()(_articles(texts))
    records = list(records_from_arrow(results.select(RECORD_SCHEMA.names)))
    bare = [replace(record, text=None) for record in records]
    lines = _lines(records)
    assert [from_json(line) for line in lines.splitlines()] == records
    whole = Sizes(
        text=sum(len(text.encode("utf-8", "replace")) for text in texts),
        parquet=len(_parquet(records_to_arrow(records))),
        parquet_bare=len(_parquet(records_to_arrow(bare))),
        lines=len(lines),
        lines_bare=len(_lines(bare)),
        packed=len(gzip.compress(lines, 6)),
    )
    return Sizes(*(getattr(whole, name) / len(texts) for name in Sizes.__slots__))


def core_hours(steps: dict[str, float], articles: int, output: str) -> float:
    """Hours of one core for a corpus: its articles times the time of the steps they take.

    Args:
        steps: milliseconds per article, as measured.
        articles: how many there are.
        output: the step that writes.
    """
    return articles * (steps["read Parquet"] + steps["extract"] + steps[output]) / 3_600_000


def _print(title: str, head: list[str], rows: list[list[str]]) -> None:
    table = Table(title=title, title_justify="left")
    for number, name in enumerate(head):
        table.add_column(name, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def main() -> None:
    """Measures, and prints what follows for a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=FIXTURES, help="file or folder to read")
    parser.add_argument("--count", type=int, default=1000, help="articles of it")
    parser.add_argument("--runs", type=int, default=3, help="counted rounds")
    parser.add_argument("--corpus", type=int, default=100_000_000, help="articles of the corpus")
    parser.add_argument("--cores", type=int, nargs="+", default=[2, 16, 64, 256, 1024])
    args = parser.parse_args()
    texts = list(islice(endless_texts(args.articles), args.count))
    steps = measure_steps(texts, args.runs)
    characters = sum(map(len, texts)) / len(texts)
    _print(
        f"one core, {args.count} articles of {characters:.0f} characters, medians of {args.runs}",
        ["", "ms/article", "articles/s"],
        [[step, f"{spent:.3f}", f"{1000 / spent:,.0f}"] for step, spent in steps.items()],
    )
    sizes = measure_sizes(texts)
    corpus = args.corpus
    _print(
        f"storage of {corpus:,} articles",
        ["", "bytes/article", "GB"],
        [
            [name, f"{getattr(sizes, name):,.0f}", f"{getattr(sizes, name) * corpus / 1e9:,.0f}"]
            for name in Sizes.__slots__
        ],
    )
    hours = core_hours(steps, corpus, "write Parquet")
    _print(
        f"{hours:,.0f} core hours for {corpus:,} articles, into Parquet",
        ["cores", "hours", "days"],
        [[f"{n:,}", f"{hours / n:,.1f}", f"{hours / n / 24:,.2f}"] for n in args.cores],
    )


if __name__ == "__main__":
    main()
