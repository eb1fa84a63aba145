"""Commands that show records to the eye: show, table."""

from __future__ import annotations

from typing import Annotated

import typer

from thainews_ie.cli.console import complain, console
from thainews_ie.cli.exits import NOTHING_WORKED

__all__ = ["show", "table"]


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


def table(
    file: Annotated[
        str,
        typer.Argument(
            help="Records: a .jsonl (.gz, .zst) or .parquet file, a database, or - for standard "
            "input."
        ),
    ],
) -> None:
    """Print records as a table: who, what, where, when, how."""
    from thainews_ie.io.records import read_records
    from thainews_ie.terminal import overview

    console().print(overview(read_records(file)))
