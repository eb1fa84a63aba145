"""What commands write to the terminal, and how a run is told of while it goes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from thainews_ie.errors import WriterError
from thainews_ie.harmless import harmless

if TYPE_CHECKING:
    from rich.console import Console

    from thainews_ie.batch.tally import Tally
    from thainews_ie.records import Failure

__all__ = ["Teller", "complain", "console", "log_json", "progress"]

_LEAST_WIDTH = 80  # columns

Teller = Callable[["Failure"], None]


def console() -> Console:
    """Standard output, no narrower than the tables of figures need."""
    from rich.console import Console

    if sys.stdout is None:
        raise WriterError("standard output is closed")
    out = Console()
    out.width = max(out.width, _LEAST_WIDTH)
    return out


def complain(message: str) -> None:
    """A line on standard error; file names and articles cannot drive the terminal with it."""
    typer.echo(harmless(message), err=True)


def log_json(event: str, **facts: object) -> None:
    """A line of JSON on standard error, for programs that watch the run."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    typer.echo(json.dumps({"time": moment, "event": event, **facts}), err=True)


@contextmanager
def progress(shown: bool, measure: Callable[[], float | None]) -> Iterator[Callable[[Tally], None]]:
    """A progress bar on a terminal's standard error; nothing in a pipe.

    Args:
        shown: whether to show it if standard error is a terminal.
        measure: the share of the input that has been read, if that is known.

    Yields:
        A function to call with the counts so far.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extract", total=None, counts="starting")
        begun: int | None = None

        def show(tally: Tally) -> None:
            nonlocal begun
            done = tally.records + tally.failures
            begun = done if begun is None else begun
            elapsed = bar.tasks[task].elapsed or 0.0
            rate = f", {(done - begun) / elapsed:.0f}/s" if elapsed > 1 else ""
            counts = f"{done:,} articles, {tally.failures:,} failed{rate}"
            share = measure()
            if share is None:
                bar.update(task, counts=counts)
            else:
                bar.update(task, counts=counts, total=1.0, completed=share)

        yield show
