"""Parquet files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.fields import FieldNames, content_of, need
from thainews_ie.io.items import Item
from thainews_ie.io.reading import Reading

__all__ = ["read_parquet"]

_ROWS = 64  # held at a time


def read_parquet(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The rows of a file, of which only the columns that hold something wanted are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        schema = pq.read_schema(stream)
        columns = _columns(schema, reading.fields)
        wrong = need(reading.fields, list(schema.names), "table")
        if wrong is not None:
            yield reading.failure(wrong)
            return
        # dictionaries stay as they are: a large value that many rows share is held once
        texts = [name for name in columns if name in schema.names and _is_text(schema, name)]
        file = pq.ParquetFile(stream, read_dictionary=texts, pre_buffer=False, buffer_size=1 << 20)
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns, use_threads=False):
            names = batch.schema.names
            for row in range(batch.num_rows):
                number += 1
                cells = (column[row] for column in batch.columns)
                yield _item(dict(zip(names, cells, strict=True)), reading, number)
    except (pa.ArrowException, OSError, ValueError) as error:
        message = " ".join(str(error).split())[:300]
        yield reading.failure(f"cannot be read further: {message}", number + 1 if number else None)


def _columns(schema: Any, fields: FieldNames) -> list[str]:
    """The columns to read; of a nested one the part that is wanted."""
    wanted = dict.fromkeys(getattr(fields, name) for name in FieldNames.__slots__)
    return [n for n in wanted if n and (n in schema.names or n.partition(".")[0] in schema.names)]


def _is_text(schema: Any, name: str) -> bool:
    import pyarrow.types as kinds

    kind = schema.field(name).type
    return bool(kinds.is_string(kind) or kinds.is_binary(kind))


def _item(cells: dict[str, Any], reading: Reading, number: int) -> Item:
    import pyarrow as pa

    fields, most = reading.fields, reading.limits.article_bytes
    for name in (fields.text, fields.html):
        cell = cells.get(name) if name else None
        if cell is not None and _size(cell) > most:
            return reading.too_large("row", number)
    try:
        data = {name: cell.as_py() for name, cell in cells.items()}
        return reading.item(content_of(data, fields, "table"), number)
    except ReaderError as error:
        return reading.failure(error.message, number)
    except (pa.ArrowException, ValueError, OverflowError) as error:
        return reading.failure(f"damaged row: {error}", number)


def _size(cell: Any) -> int:
    """The bytes of a value, without making it."""
    value = cell.value if hasattr(cell, "dictionary") else cell
    buffer = value.as_buffer() if hasattr(value, "as_buffer") else None
    return buffer.size if buffer is not None else 0
