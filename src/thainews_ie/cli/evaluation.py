"""Commands about what records are and how good they are: evaluate, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from thainews_ie.cli.console import console

__all__ = ["evaluate", "schema"]


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
        console().print(strata_table(evaluate_by(articles, records, by)))
        return
    scores = score(articles, records)
    if errors is None:
        console().print(score_table(scores))
    elif errors in scores.fields:
        console().print(fault_table(f for f in scores.faults if f.field == errors))
    else:
        raise typer.BadParameter(f"no field {errors!r}: {', '.join(scores.fields)}")


def schema() -> None:
    """Print the JSON Schema of a record."""
    from thainews_ie.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
