"""Commands that show records to the eye: show, table, report, browse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thainews_ie.cli.console import complain, console
from thainews_ie.cli.exits import NOTHING_WORKED

__all__ = ["browse", "report", "show", "table"]


def show(
    file: Annotated[
        str,
        typer.Argument(help="A file of any format that extract reads, or - for standard input."),
    ],
    article_id: Annotated[
        str | None, typer.Option("--id", help="Which article of the file; the first if not given.")
    ] = None,
) -> None:
    """Print one article with its finds in colour, and its record as a table."""
    from thainews_ie.io.readers import read_articles
    from thainews_ie.pipeline import extract
    from thainews_ie.records import Article
    from thainews_ie.terminal import render

    chosen: Article | None = None
    for item in read_articles([file]):
        if not isinstance(item, Article):
            complain(str(item))
        elif article_id in (None, item.id):
            chosen = item
            break
    if chosen is None:
        wanted = f"article {article_id!r}" if article_id else "article"
        complain(f"{file}: no {wanted} found")
        raise typer.Exit(NOTHING_WORKED)
    console().print(render(chosen, extract(chosen)))


Records = Annotated[
    str,
    typer.Argument(
        help="Records: a .jsonl (.gz, .zst) or .parquet file, a database, or - for standard input."
    ),
]


def table(file: Records) -> None:
    """Print records as a table: who, what, where, when, how."""
    from thainews_ie.io.records import read_records
    from thainews_ie.terminal import overview

    console().print(overview(read_records(file)))


def report(
    file: Records,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path(
        "report.html"
    ),
    title: Annotated[str | None, typer.Option(help="What to call it.")] = None,
) -> None:
    """Write one HTML page that shows every article with what was found in it.

    The page needs no network; open it in a browser, or send it to someone.
    """
    from thainews_ie.io.records import read_records
    from thainews_ie.report import write_report

    count = write_report(read_records(file), output, title=title)
    typer.echo(f"{count:,} articles in {output.absolute()}")


def browse(
    database: Annotated[Path, typer.Argument(help="An SQLite database of records.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="On this machine.")] = 8001,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in a browser.")
    ] = True,
) -> None:
    """Look around in a database with Datasette: tables, views, saved questions, facets.

    It is served to this machine alone, until Ctrl-C.
    """
    from thainews_ie.integrations.browse import serve

    serve(database, port=port, open_browser=open_browser)
