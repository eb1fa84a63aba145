"""Records and articles to Arrow and back."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from thainews_ie.arrow.schema import ARTICLE_SCHEMA, RECORD_SCHEMA, RESULT_SCHEMA
from thainews_ie.codec import from_dict, to_dict
from thainews_ie.errors import RecordError
from thainews_ie.records import Article, Failure, NewsRecord

__all__ = [
    "articles_from_arrow",
    "records_from_arrow",
    "records_to_arrow",
    "results_from_arrow",
    "results_to_arrow",
    "rows_to_batch",
]

Row = dict[str, Any]

_ROWS = 1_024  # made, or read, at a time: rows take ten times the memory of their columns
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def _row(record: NewsRecord) -> Row:
    row = to_dict(record)
    row["published"] = record.published
    row["event"]["start"] = record.event.start
    row["event"]["end"] = record.event.end
    return row


def _as_utf8(value: Any) -> Any:
    """The value with U+FFFD for every lone surrogate, which UTF-8 has no bytes for."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: _as_utf8(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_utf8(inner) for inner in value]
    return value


def rows_to_batch(rows: list[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as a batch of a declared schema.

    Args:
        rows: a dictionary for each; a missing field is null.
        schema: of the batch.

    Raises:
        RecordError: a value does not fit its column.
    """
    kind = pa.struct(list(schema))
    try:
        try:
            columns = pa.array(rows, kind)
        except UnicodeEncodeError:
            columns = pa.array(_as_utf8(rows), kind)
        return pa.RecordBatch.from_arrays(columns.flatten(), schema=schema)
    except (pa.ArrowException, OverflowError) as error:
        raise RecordError(f"does not fit into Arrow columns: {error}") from error


def records_to_arrow(records: Iterable[NewsRecord]) -> pa.Table:
    """Records as an Arrow table, a row each.

    What ``to_dict`` gives, in the columns of ``RECORD_SCHEMA``: lists stay lists, days are
    dates. From the table it is a line to pandas (``.to_pandas()``), polars (``pl.from_arrow``)
    or a Parquet file.

    Args:
        records: any number of them.

    Returns:
        A table that ``records_from_arrow`` reads back. Arrow holds UTF-8, so that a lone
        surrogate of an article becomes U+FFFD: one character for one, and offsets stay right.

    Raises:
        RecordError: one is no record, but a Failure, say; or a number in it is too large.

    >>> from thainews_ie import extract
    >>> table = records_to_arrow([extract("นายสมชาย ใจดี กล่าวว่า")])
    >>> table["people"][0][0]["name"].as_py()
    'สมชาย ใจดี'
    """
    rest = map(_row, records)
    batches = []
    while rows := list(itertools.islice(rest, _ROWS)):
        batches.append(rows_to_batch(rows, RECORD_SCHEMA))
    return pa.Table.from_batches(batches, RECORD_SCHEMA)


def _result(result: NewsRecord | Failure) -> Row:
    if isinstance(result, Failure):
        error = {"error": result.error, "message": result.message}
        return {"id": result.id, "error": error}
    return _row(result)


def results_to_arrow(results: Sequence[NewsRecord | Failure]) -> pa.RecordBatch:
    """Records, and what gave none, as a batch of ``RESULT_SCHEMA``: a row each, in their order.

    Args:
        results: of a batch of articles.

    Returns:
        A batch that is whole whatever is in them: a record that does not fit into the columns
        is a failure in its row.
    """
    try:
        return rows_to_batch([_result(result) for result in results], RESULT_SCHEMA)
    except RecordError:
        rows = [_result(_fitting(result)) for result in results]
        return rows_to_batch(rows, RESULT_SCHEMA)


def _fitting(result: NewsRecord | Failure) -> NewsRecord | Failure:
    try:
        rows_to_batch([_result(result)], RESULT_SCHEMA)
    except RecordError as error:
        return Failure(result.id, RecordError.__name__, error.message)
    return result


def results_from_arrow(data: pa.Table | pa.RecordBatch) -> Iterator[NewsRecord | Failure]:
    """What ``results_to_arrow`` made the batch from.

    Args:
        data: a table or batch of ``RESULT_SCHEMA``; other columns are passed over.

    Yields:
        A record, or why there is none, for each row.

    Raises:
        RecordError: as by ``records_from_arrow``.
    """
    wanted = [name for name in data.schema.names if name in RESULT_SCHEMA.names]
    for piece in _pieces(data.select(wanted)):
        for row in piece.to_pylist():
            failed = row.pop("error", None)
            if failed is None:
                yield from_dict(_with_iso_days(row))
            else:
                yield Failure(row["id"], failed["error"], failed["message"])


def _pieces(data: pa.Table | pa.RecordBatch) -> Iterator[pa.RecordBatch | pa.Table]:
    for start in range(0, data.num_rows, _ROWS):
        yield data.slice(start, _ROWS)


def records_from_arrow(data: pa.Table | pa.RecordBatch) -> Iterator[NewsRecord]:
    """The records that ``records_to_arrow`` made the table from.

    Args:
        data: a table or batch with the columns of ``RECORD_SCHEMA``, in any order; others are
            passed over. Their types may be other ones of Arrow's for the same values, as after
            a way through polars.

    Yields:
        A record for each row, as they are asked for.

    Raises:
        RecordError: a column is missing, or a row holds no record; the error says where.
    """
    wanted = [name for name in data.schema.names if name in RECORD_SCHEMA.names]
    for piece in _pieces(data.select(wanted)):
        for row in piece.to_pylist():
            yield from_dict(_with_iso_days(row))


def _with_iso_days(row: Row) -> Row:
    event = row.get("event")
    for place, name in ((row, "published"), (event, "start"), (event, "end")):
        if place and isinstance(place.get(name), dt.date):
            place[name] = place[name].isoformat()
    return row


def articles_from_arrow(data: pa.Table | pa.RecordBatch) -> Iterator[Article]:
    """The articles of a table.

    Args:
        data: a table or batch with the columns of ``ARTICLE_SCHEMA``, of which only ``id`` and
            ``text`` must be there.

    Yields:
        An article for each row; what is no article, as one with a null text, is found out by
        ``extract``.
    """
    names = [name for name in ARTICLE_SCHEMA.names if name in data.schema.names]
    for piece in _pieces(data.select(names)):
        for row in piece.to_pylist():
            yield Article(**row)
