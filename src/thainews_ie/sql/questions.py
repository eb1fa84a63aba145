"""Questions that users ask of a database, by name, and their answers."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import sqlalchemy as sa

from thainews_ie.errors import StoreError
from thainews_ie.sql.engines import connect, name_of
from thainews_ie.sql.versions import check

__all__ = ["Question", "Value", "answer", "questions"]

Value = str | int | float | None

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the SQL that answers it.

    Args:
        name: what it is asked by.
        english, thai: the question.
        sql: over the views; ``:name`` stands for a parameter.
        parameters: what has to be given, such as the name of a person.
    """

    name: str
    english: str
    thai: str
    sql: str
    parameters: tuple[str, ...] = ()


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its name, in the order of the documentation."""
    data = tomllib.loads((files("thainews_ie.sql") / "questions.toml").read_text("utf-8"))
    found = (
        Question(
            row["name"],
            row["english"],
            row["thai"],
            row["sql"].strip(),
            tuple(row.get("parameters", ())),
        )
        for row in data["question"]
    )
    return MappingProxyType({question.name: question for question in found})


def _value(value: object) -> Value:
    """The same for every database: days in ISO 8601, sums as numbers."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value) if value.as_tuple().exponent else int(value)
    assert value is None or isinstance(value, str | int | float)
    return value


def answer(
    target: str, question: str, parameters: Mapping[str, str] = _NOTHING
) -> tuple[list[str], list[tuple[Value, ...]]]:
    """Asks a database one of the questions; nothing is made or altered.

    Args:
        target: the path of an SQLite file, or the URL of an SQLite or PostgreSQL database.
        question: the name of one of :func:`questions`.
        parameters: a value for each of its parameters.

    Returns:
        The names of the columns, and the rows.

    Raises:
        StoreError: there is no such question, a parameter is missing or too many, or the
            database cannot be read.
        NotAStoreError: there is no database of ours.
        OldStoreError: it is to be upgraded first.
        NewStoreError: it was made by a newer version of the library.
        MissingExtraError: the driver of PostgreSQL is not installed.
    """
    asked = questions().get(question)
    if asked is None:
        raise StoreError(f"no question {question!r}: the questions are {', '.join(questions())}")
    if parameters.keys() != set(asked.parameters):
        wants = ", ".join(asked.parameters) or "nothing"
        raise StoreError(
            f"the question {question!r} wants {wants} given, "
            f"got {', '.join(parameters) or 'nothing'}"
        )
    with connect(target, "read") as connection:
        check(connection, name_of(target))
        result = connection.execute(sa.text(asked.sql), dict(parameters))
        return list(result.keys()), [tuple(map(_value, row)) for row in result]
