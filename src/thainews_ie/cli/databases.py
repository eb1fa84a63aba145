"""Commands about databases: db upgrade, db questions, db ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from thainews_ie.cli.console import console
from thainews_ie.harmless import harmless

__all__ = ["db"]

db = typer.Typer(help="Ask a database of records, or bring it up to date.", no_args_is_help=True)

Target = Annotated[str, typer.Argument(help="An SQLite file or postgresql://USER@HOST/NAME.")]


@db.command()
def upgrade(target: Target) -> None:
    """Bring a database that an older version made up to this one; what it holds stays."""
    from thainews_ie.sql.upgrade import upgrade as upgrade_database

    before, now = upgrade_database(target)
    if before == now:
        typer.echo(f"is up to date: version {now}")
    else:
        typer.echo(f"upgraded from version {before} to {now}")


def _print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        # Text, not markup: what articles say may hold square brackets
        table.add_row(*(Text(harmless("" if cell is None else str(cell))) for cell in row))
    console().print(table)


@db.command()
def questions() -> None:
    """List the questions that can be asked by name."""
    from thainews_ie.sql.questions import questions as all_questions

    rows = ((q.name, ", ".join(q.parameters), q.english, q.thai) for q in all_questions().values())
    _print_table(("name", "wants", "question", "คำถาม"), rows)


def _parameters(given: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if wrong := [name for name, sign, _ in pairs if not sign]:
        raise typer.BadParameter(f"{wrong[0]!r}: want NAME=VALUE")
    return {name: value for name, _, value in pairs}


@db.command()
def ask(
    target: Target,
    question: Annotated[str, typer.Argument(help="Its name; db questions lists them.")],
    given: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="What it wants to know.")
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print the answer as CSV.")] = False,
) -> None:
    """Ask a question, and print the answer as a table."""
    from thainews_ie.sql.questions import answer

    columns, rows = answer(target, question, _parameters(given or []))
    if as_csv:
        import csv
        import sys

        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        _print_table(columns, rows)
