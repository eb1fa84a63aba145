"""Many articles in, many records out: what the command line runs, and any script may."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thainews_ie.pipeline import extract_many
from thainews_ie.records import Article, Failure, NewsRecord

__all__ = ["Tally", "run"]


@dataclass(slots=True)
class Tally:
    """How a run went.

    Args:
        records: articles that gave a record.
        failures: inputs that gave none.
    """

    records: int = 0
    failures: int = 0


def run(
    articles: Iterable[Article | Failure],
    write: Callable[[NewsRecord], None],
    *,
    report: Callable[[Failure], None],
    workers: int | None = 1,
    min_confidence: float = 0.0,
    progress: Callable[[Tally], None] | None = None,
) -> Tally:
    """Extract articles and hand each record on, in the order of the input.

    Args:
        articles: from a reader; its failures are reported in their place.
        write: takes a record.
        report: takes a failure.
        workers: processes, or None for one per processor.
        min_confidence: finds that are less probable than this are left out, 0 to 1.
        progress: is told the tally after each article.

    Returns:
        The final tally.
    """
    tally = Tally()
    results = extract_many(
        articles, workers=workers, errors="return", min_confidence=min_confidence
    )
    for result in results:
        if isinstance(result, Failure):
            tally.failures += 1
            report(result)
        else:
            tally.records += 1
            write(result)
        if progress is not None:
            progress(tally)
    return tally
