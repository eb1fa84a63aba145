"""The command line: argument parsing, and one call of a function any script could call."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thainews_ie import __version__
from thainews_ie.errors import ThaiNewsError, WriterError
from thainews_ie.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from thainews_ie.batch.run import Tally
    from thainews_ie.records import Article, Failure

__all__ = ["app", "main"]

# Exit codes: the share of inputs that failed, not how.
DONE, SOME_FAILED, USAGE, NOTHING_WORKED = 0, 1, 2, 3
_LEAST_WIDTH = 80  # columns

app = typer.Typer(
    name="thainews-ie",
    help="Turns Thai news into data: people, titles, awards, venues, events and dates.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"thainews-ie {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Options that stand before the command."""


def _console() -> Console:
    """Standard output, no narrower than the tables of figures need."""
    from rich.console import Console

    if sys.stdout is None:
        raise WriterError("standard output is closed")
    console = Console()
    console.width = max(console.width, _LEAST_WIDTH)
    return console


def _complain(message: str) -> None:
    """A line on standard error; file names and articles cannot drive the terminal with it."""
    typer.echo(harmless(message), err=True)


@contextmanager
def _progress(to_terminal: bool) -> Iterator[Callable[[Tally], None] | None]:
    """A progress bar on a terminal's standard error; nothing in a pipe."""
    if to_terminal or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} articles, {task.fields[failures]} failed {task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extract", total=None, failures=0, rate="")

        def show(tally: Tally) -> None:
            done = tally.records + tally.failures
            elapsed = bar.tasks[task].elapsed or 0.0
            rate = f"{done / elapsed:.0f}/s" if elapsed > 1 else ""
            bar.update(task, completed=done, failures=tally.failures, rate=rate)

        yield show


def _check_share(value: float) -> float:
    if not 0 <= value <= 1:  # a range of typer's lets through what is not a number
        raise typer.BadParameter("must be from 0 to 1")
    return value


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Text (.txt) or JSON-lines (.jsonl, .jsonl.gz) files, folders of them, or - for "
            "standard input.",
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to", help="Where records go: a .jsonl or .jsonl.gz file, or - for standard output."
        ),
    ] = "-",
    text_field: Annotated[str, typer.Option(help="JSON field of the text.")] = "text",
    id_field: Annotated[str, typer.Option(help="JSON field of the id.")] = "id",
    url_field: Annotated[str, typer.Option(help="JSON field of the address.")] = "url",
    title_field: Annotated[str, typer.Option(help="JSON field of the headline.")] = "title",
    published_field: Annotated[
        str, typer.Option(help="JSON field of the day of publication (ISO 8601).")
    ] = "published",
    source_field: Annotated[str, typer.Option(help="JSON field of the publisher.")] = "source",
    workers: Annotated[int, typer.Option(min=1, help="Processes to work in.")] = 1,
    min_confidence: Annotated[
        float,
        typer.Option(
            callback=_check_share, help="Leave out finds less probable than this, 0 to 1."
        ),
    ] = 0.0,
) -> None:
    """Extract a record from every article.

    One JSON object a line, in the order of the input. What fails is named on standard error.
    Exit code: 0 all done, 1 some articles failed, 2 wrong usage or no place to write, 3 nothing
    worked.
    """
    from thainews_ie.batch.run import run
    from thainews_ie.io.readers import FieldNames, is_input, read_articles
    from thainews_ie.io.writers import open_writer

    fields = FieldNames(
        text=text_field,
        id=id_field,
        url=url_field,
        title=title_field,
        published=published_field,
        source=source_field,
    )

    def report(failure: Failure) -> None:
        _complain(str(failure))

    if to != "-" and is_input(to, inputs):
        raise WriterError(f"{to}: is among the inputs and would be lost; choose another name")
    articles = read_articles(inputs, fields)
    with open_writer(to) as write, _progress(to == "-" and sys.stdout.isatty()) as progress:
        tally = run(
            articles,
            write,
            report=report,
            workers=workers,
            min_confidence=min_confidence,
            progress=progress,
        )
    if not tally.records:
        if not tally.failures:
            typer.echo("no articles found in the input", err=True)
        raise typer.Exit(NOTHING_WORKED)
    if tally.failures:
        typer.echo(f"{tally.failures} of {tally.records + tally.failures} failed", err=True)
        raise typer.Exit(SOME_FAILED)


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(help="A text or JSON-lines file, or - for standard input.")
    ],
    article_id: Annotated[
        str | None, typer.Option("--id", help="Which article of the file; the first if not given.")
    ] = None,
) -> None:
    """Print one article with its finds in colour, and its record as a table."""
    from thainews_ie.io.readers import read_articles
    from thainews_ie.pipeline import extract as extract_one
    from thainews_ie.records import Article
    from thainews_ie.terminal import render

    chosen: Article | None = None
    for item in read_articles([file]):
        if not isinstance(item, Article):
            _complain(str(item))
        elif article_id in (None, item.id):
            chosen = item
            break
    if chosen is None:
        wanted = f"article {article_id!r}" if article_id else "article"
        _complain(f"{file}: no {wanted} found")
        raise typer.Exit(NOTHING_WORKED)
    _console().print(render(chosen, extract_one(chosen)))


@app.command()
def table(
    file: Annotated[
        str, typer.Argument(help="A .jsonl or .jsonl.gz file of records, or - for standard input.")
    ],
) -> None:
    """Print records as a table: who, what, where, when, how."""
    from thainews_ie.io.records import read_records
    from thainews_ie.terminal import overview

    _console().print(overview(read_records(file)))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder with NAME.json beside NAME.txt.")],
    predictions: Annotated[Path, typer.Argument(help="Records as JSON lines, anyone's.")],
    errors: Annotated[
        str | None, typer.Option(metavar="FIELD", help="List the errors of a field of the table.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help="F1 apart for kinds of articles: year, mode, awards, people, length."),
    ] = None,
) -> None:
    """Score records against annotated articles, with confidence intervals."""
    from thainews_ie.evaluation.gold import read_gold, read_predictions
    from thainews_ie.evaluation.scores import evaluate as score
    from thainews_ie.evaluation.strata import STRATA, evaluate_by
    from thainews_ie.evaluation.table import fault_table, score_table, strata_table

    articles, records = read_gold(gold), read_predictions(predictions)
    if by is not None:
        if by not in STRATA:
            raise typer.BadParameter(f"no stratum {by!r}: {', '.join(STRATA)}")
        _console().print(strata_table(evaluate_by(articles, records, by)))
        return
    scores = score(articles, records)
    if errors is None:
        _console().print(score_table(scores))
    elif errors in scores.fields:
        _console().print(fault_table(f for f in scores.faults if f.field == errors))
    else:
        raise typer.BadParameter(f"no field {errors!r}: {', '.join(scores.fields)}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from thainews_ie.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line; errors of the library become one line on standard error."""
    if sys.stderr is None:  # closed by the caller
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - for as long as the process lives
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Thai on a terminal that cannot show it
            stream.reconfigure(errors="replace")
    try:
        app()
    except ThaiNewsError as error:
        _complain(f"thainews-ie: {error}")
    except OSError as error:  # the disk is full, the terminal is gone
        _complain(f"thainews-ie: {error.strerror or error}")
    else:
        return
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:  # Python would try again at its end, and complain
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(USAGE)
