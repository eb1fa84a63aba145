"""Commands that make records: extract, retry."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thainews_ie.cli import options as opt
from thainews_ie.cli.console import complain, log_json, progress
from thainews_ie.cli.exits import INTERRUPTED, NOTHING_WORKED, SOME_FAILED
from thainews_ie.errors import StoppedError, ThaiNewsError, WriterError

if TYPE_CHECKING:
    from thainews_ie.batch.ledger import Ledger
    from thainews_ie.batch.runner import Settings
    from thainews_ie.batch.tally import Tally
    from thainews_ie.io.items import Item
    from thainews_ie.io.meter import Meter
    from thainews_ie.io.readers import FieldNames
    from thainews_ie.records import Failure

__all__ = ["extract", "retry"]

_SECONDS = 60.0  # that one article may take, if nothing else is said

Target = Annotated[
    str,
    typer.Option(
        "--to",
        help="Where records go: a .jsonl (.gz, .zst), .parquet or SQLite .db file, "
        "postgresql://USER@HOST/NAME, or - for standard output.",
    ),
]


def _cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # fewer than the machine has, in a container say
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tell(log: bool, failure: Failure) -> None:
    if log:
        log_json("failure", **asdict(failure))
    else:
        complain(str(failure))


def _sum_up(log: bool, tally: Tally, rejects: Path | None) -> None:
    """Says how the run went, and ends with the exit code that tells it."""
    if log:
        log_json("end", **asdict(tally), rejects=str(rejects) if rejects else None)
    elif tally.failures:
        kept = f"; they are kept in {rejects}" if rejects else ""
        complain(f"{tally.failures} of {tally.records + tally.failures} failed{kept}")
    elif not tally.records:
        complain("nothing new to do" if tally.skipped else "no articles found in the input")
    if tally.failures:
        raise typer.Exit(SOME_FAILED if tally.records or tally.skipped else NOTHING_WORKED)
    if not tally.records and not tally.skipped:
        raise typer.Exit(NOTHING_WORKED)


def _run(
    items: Iterable[Item],
    to: str,
    settings: Settings,
    *,
    ledger: Path | None,
    rejects: Path | None,
    log: bool = False,
    meter: Meter,
    again: frozenset[bytes] | None = None,
) -> None:
    """A run into a target, with its ledger and dead letters.

    Args:
        meter: tells how much has been read.
        again: keys of dead letters that are tried again; what a file holds stays then.
    """
    from thainews_ie.batch.ledger import Ledger
    from thainews_ie.batch.rejects import write_rejects
    from thainews_ie.batch.runner import run
    from thainews_ie.batch.sinks.opening import open_sink
    from thainews_ie.batch.stopping import Stop

    with ExitStack() as stack:
        stop = stack.enter_context(Stop())
        sink = stack.enter_context(open_sink(to, extend=again is not None))
        rejects = rejects or sink.rejects
        book = Ledger(ledger or sink.ledger)
        stack.callback(book.close)
        if again is not None and not sink.keeps:
            _claim_ids(book, to)
        show = stack.enter_context(progress(to != "-" and not log, meter.share))
        try:
            tally = run(
                items,
                sink,
                book,
                settings,
                failed=lambda failure: _tell(log, failure),
                progress=show,
                settles=again or (),
                stop=stop,
            )
        except (ThaiNewsError, OSError) as error:
            # what failed so far may be looked at; what was to be tried again stays as it was
            if rejects and again is None and book.began:
                write_rejects(rejects, book.rejects())
            if isinstance(error, StoppedError):
                if log:
                    log_json("stopped")
                else:
                    goes_on = "" if to == "-" else "; the same command goes on from here"
                    complain(f"stopped{goes_on}")
                raise typer.Exit(INTERRUPTED) from error
            raise
        kept = write_rejects(rejects, book.rejects()) if rejects else 0
        if not sink.keeps:
            book.remove()
        sink.tidy()
    _sum_up(log, tally, rejects if kept else None)


def _settings(
    workers: int | None,
    seconds: float,
    min_confidence: float,
    no_text: bool,
    inputs: object,
    fresh: bool = False,
) -> Settings:
    from thainews_ie.batch.runner import Settings

    return Settings(
        workers=workers or _cores(),
        seconds=seconds,
        min_confidence=min_confidence,
        keep_text=not no_text,
        inputs=json.dumps(inputs, default=asdict),
        fresh=fresh,
    )


def _claim_ids(book: Ledger, target: str) -> None:
    """Lets the ledger know of the articles that a file holds already."""
    from thainews_ie.batch.work import text_digest
    from thainews_ie.io.records import read_records

    if Path(target).exists():
        for record in read_records(target):
            book.claim(record.id, text_digest(record))


def _count(items: Iterable[Item], log: bool) -> None:
    """Says what a run would read."""
    from thainews_ie.io.items import Page
    from thainews_ie.records import Failure

    articles = pages = failures = 0
    for item in items:
        if isinstance(item.content, Failure):
            failures += 1
            _tell(log, item.content)
        elif isinstance(item.content, Page):
            pages += 1
        else:
            articles += 1
    if log:
        log_json("dry run", articles=articles, pages=pages, failures=failures)
    else:
        typer.echo(f"{articles:,} articles, {pages:,} web pages, {failures:,} failures of reading")


def _absolute(given: str) -> str:
    """An input's name that is the same from any folder."""
    return given if given == "-" or "://" in given else str(Path(given).absolute())


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt, .html, .jsonl, .json, .csv, .tsv, .parquet, .warc; also as .gz or "
            ".zst), folders of them, patterns such as 'news/*.html', addresses such as "
            "s3://BUCKET/news, or - for standard input.",
        ),
    ],
    to: Target = "-",
    min_confidence: opt.MinConfidence = 0.0,
    no_text: opt.NoText = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Read no more than this many articles.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read the input, say what it holds, and stop.")
    ] = False,
    fresh: Annotated[
        bool,
        typer.Option("--fresh", help="Begin afresh, even if a run was stopped or is done."),
    ] = False,
    text_field: opt.TextField = "text",
    html_field: opt.HtmlField = None,
    id_field: opt.IdField = "id",
    url_field: opt.UrlField = "url",
    title_field: opt.TitleField = "title",
    published_field: opt.DateField = "published",
    source_field: opt.SourceField = "source",
    workers: opt.Workers = None,
    seconds: opt.Seconds = _SECONDS,
    rejects: opt.RejectsPath = None,
    ledger: opt.LedgerPath = None,
    log_json: opt.LogJson = False,
    engine: opt.EngineName = opt.Engine.LOCAL,
    address: opt.Address = None,
) -> None:
    """Extract a record from every article.

    A run that is stopped, by whatever, goes on with the same command. Into a database, a second
    run stores what is new. What fails is named on standard error and kept for retry.

    Exit code: 0 all done, 1 some articles failed, 2 wrong usage or no place to write, 3 nothing
    worked, 130 stopped.
    """
    from thainews_ie.io.meter import Meter
    from thainews_ie.io.readers import FieldNames, is_input, read_items

    fields = FieldNames(
        text=text_field,
        html=html_field,
        id=id_field,
        url=url_field,
        title=title_field,
        published=published_field,
        source=source_field,
    )
    if to != "-" and "://" not in to and is_input(to, inputs):
        raise WriterError(f"{to}: is among the inputs and would be lost; choose another name")
    if engine is opt.Engine.RAY:
        if limit or dry_run or fresh or rejects or ledger or seconds != _SECONDS:
            raise typer.BadParameter(
                "--limit, --dry-run, --fresh, --seconds, --rejects and --ledger are for the local "
                "engine"
            )
        _run_on_ray(inputs, to, fields, workers, min_confidence, no_text, address, log_json)
        return
    if address:
        raise typer.BadParameter("--address is for --engine ray")
    meter = Meter(inputs if limit is None else ())
    items = itertools.islice(read_items(inputs, fields, meter=meter), limit)
    if dry_run:
        _count(items, log_json)
        return
    names = [[_absolute(given) for given in inputs], fields, limit]
    settings = _settings(workers, seconds, min_confidence, no_text, names, fresh)
    _run(items, to, settings, ledger=ledger, rejects=rejects, log=log_json, meter=meter)


def _run_on_ray(
    inputs: list[str],
    to: str,
    fields: FieldNames,
    workers: int | None,
    min_confidence: float,
    no_text: bool,
    address: str | None,
    log: bool,
) -> None:
    from thainews_ie.batch.ray_engine import run_on_ray

    tally = run_on_ray(
        inputs,
        to,
        address=address,
        workers=workers,
        min_confidence=min_confidence,
        keep_text=not no_text,
        fields=fields,
    )
    _sum_up(log, tally, Path(f"{to}.rejects.jsonl") if tally.failures else None)


def retry(
    rejects: Annotated[Path, typer.Argument(help="The dead letters of an earlier run.")],
    to: Target,
    min_confidence: opt.MinConfidence = 0.0,
    no_text: opt.NoText = False,
    text_field: opt.TextField = "text",
    html_field: opt.HtmlField = None,
    id_field: opt.IdField = "id",
    url_field: opt.UrlField = "url",
    title_field: opt.TitleField = "title",
    published_field: opt.DateField = "published",
    source_field: opt.SourceField = "source",
    workers: opt.Workers = None,
    seconds: opt.Seconds = _SECONDS,
    ledger: opt.LedgerPath = None,
    log_json: opt.LogJson = False,
) -> None:
    """Try again what failed, and add the records to the output.

    Files are read again as they are now. What fails once more stays among the dead letters; what
    does not is taken out.
    """
    from thainews_ie.batch.rejects import read_rejects
    from thainews_ie.batch.retry import items_again
    from thainews_ie.io.meter import Meter
    from thainews_ie.io.readers import FieldNames

    if to == "-" or Path(to).is_dir():
        raise typer.BadParameter("name a file or database that is to get the records")
    fields = FieldNames(
        text=text_field,
        html=html_field,
        id=id_field,
        url=url_field,
        title=title_field,
        published=published_field,
        source=source_field,
    )
    letters = list(read_rejects(rejects))
    settings = _settings(
        workers, seconds, min_confidence, no_text, ["retry", str(rejects.absolute()), fields]
    )
    _run(
        items_again(letters, fields),
        to,
        settings,
        ledger=ledger,
        rejects=rejects,
        log=log_json,
        meter=Meter(()),
        again=frozenset(letter.key for letter in letters),
    )
