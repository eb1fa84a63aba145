"""The command line: argument parsing, and one call of a function any script could call."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from thainews_ie import __version__
from thainews_ie.cli import databases, evaluation, extracting, looking
from thainews_ie.cli.console import complain
from thainews_ie.cli.exits import USAGE
from thainews_ie.errors import ThaiNewsError

__all__ = ["app", "main"]

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


for _command in (
    extracting.extract,
    extracting.retry,
    looking.show,
    looking.table,
    looking.report,
    looking.browse,
    evaluation.evaluate,
    evaluation.schema,
):
    app.command()(_command)
app.add_typer(databases.db, name="db")


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
        complain(f"thainews-ie: {error}")
    except OSError as error:  # the disk is full, the terminal is gone
        complain(f"thainews-ie: {error.strerror or error}")
    else:
        return
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:  # Python would try again at its end, and complain
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(USAGE)
