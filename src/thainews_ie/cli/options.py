"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = [
    "Address",
    "DateField",
    "Engine",
    "EngineName",
    "HtmlField",
    "IdField",
    "LedgerPath",
    "LogJson",
    "MinConfidence",
    "NoText",
    "RejectsPath",
    "Seconds",
    "SourceField",
    "TextField",
    "TitleField",
    "UrlField",
    "Workers",
]

_FIELDS = "Which field holds what (JSON, CSV, Parquet; a.b reaches into nested objects)"
_RUNNING = "Running"


class Engine(StrEnum):
    """What the processes run on."""

    LOCAL = "local"
    RAY = "ray"


def _check_share(value: float) -> float:
    if not 0 <= value <= 1:  # a range of typer's lets through what is not a number
        raise typer.BadParameter("must be from 0 to 1")
    return value


def _field(text: str) -> Any:
    return typer.Option(help=text, rich_help_panel=_FIELDS)


TextField = Annotated[str, _field("The text.")]
HtmlField = Annotated[
    str | None,
    typer.Option(
        help="A web page, whose main text is found; takes the place of the text.",
        rich_help_panel=_FIELDS,
    ),
]
IdField = Annotated[str, _field("The id; without one, the address or a digest of the text.")]
UrlField = Annotated[str, _field("The address.")]
TitleField = Annotated[str, _field("The headline.")]
DateField = Annotated[str, _field("The day of publication (ISO 8601).")]
SourceField = Annotated[str, _field("The publisher.")]

MinConfidence = Annotated[
    float,
    typer.Option(callback=_check_share, help="Leave out finds less probable than this, 0 to 1."),
]
NoText = Annotated[
    bool, typer.Option("--no-text", help="Leave the articles' texts out of the records.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes to work in; one per core if not given.", rich_help_panel=_RUNNING
    ),
]
Seconds = Annotated[
    float,
    typer.Option(min=0.1, help="Time that one article may take.", rich_help_panel=_RUNNING),
]
RejectsPath = Annotated[
    Path | None,
    typer.Option(
        "--rejects",
        help="Where what failed is kept, to be tried again with retry; beside the output if not "
        "given.",
        rich_help_panel=_RUNNING,
    ),
]
LedgerPath = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        help="Where the run notes what is done; beside the output if not given.",
        rich_help_panel=_RUNNING,
    ),
]
EngineName = Annotated[
    Engine,
    typer.Option(
        "--engine",
        help="local: processes of this machine; ray: a Ray cluster (Parquet or JSON lines in and "
        "out).",
        rich_help_panel=_RUNNING,
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        help="Of a Ray cluster; one of this machine alone if not given.", rich_help_panel=_RUNNING
    ),
]
LogJson = Annotated[
    bool,
    typer.Option("--log-json", help="Failures and counts as JSON lines.", rich_help_panel=_RUNNING),
]
