"""Items as Arrow batches on their way to the kernel, and the results with the items' places."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from thainews_ie.arrow.schema import ARTICLE_SCHEMA, ERROR_TYPE
from thainews_ie.arrow.tables import rows_to_batch
from thainews_ie.batch.kernel import ArrowExtractor
from thainews_ie.batch.keys import item_key
from thainews_ie.batch.parts import PLACE
from thainews_ie.errors import ReaderError
from thainews_ie.io.fields import FieldNames
from thainews_ie.io.items import Item, Page
from thainews_ie.io.readers import read_items
from thainews_ie.records import Article, Failure

__all__ = ["ITEM_SCHEMA", "ItemExtractor", "read_files"]

Row = dict[str, Any]

_COMMON = ("id", "url", "title", "source", "published")  # of articles and pages
_ROWS = 64
_SIZE = 1_000_000  # characters or bytes: large articles are passed on by themselves
# An article, or a page that is still to be read, or why there is neither.
ITEM_SCHEMA = pa.schema(
    [
        *(field.with_nullable(True) for field in ARTICLE_SCHEMA),
        pa.field("page", pa.binary()),
        pa.field("error", ERROR_TYPE),
        *PLACE,
    ]
)


def read_files(batch: pa.Table, fields: FieldNames) -> Iterator[pa.Table]:
    """The items of files.

    Args:
        batch: a column ``file`` of names, as bytes: a disk may have names that are no text.
        fields: which field holds what.

    Yields:
        Tables of ``ITEM_SCHEMA``. A file that is no longer there is a failure.
    """
    for name in batch["file"].to_pylist():
        yield from _tables(_items(os.fsdecode(name), fields))


def _items(name: str, fields: FieldNames) -> Iterator[Item]:
    try:
        yield from read_items([name], fields)
    except ReaderError as error:
        yield Item(Failure("", ReaderError.__name__, error.message, name), name)


def _tables(items: Iterable[Item]) -> Iterator[pa.Table]:
    rows: list[Row] = []
    size = 0
    for item in items:
        row = _row(item)
        rows.append(row)
        size += len(row.get("text") or row.get("page") or "")
        if len(rows) == _ROWS or size >= _SIZE:
            yield _table(rows)
            rows, size = [], 0
    if rows:
        yield _table(rows)


def _table(rows: list[Row]) -> pa.Table:
    return pa.Table.from_batches([rows_to_batch(rows, ITEM_SCHEMA)])


def _row(item: Item) -> Row:
    content = item.content
    place = {"file": item.file, "line": item.line, "key": item_key(item).hex()}
    if isinstance(content, Failure):
        error = {"error": content.error, "message": content.message}
        return {"id": content.id, "error": error, **place}
    row = {name: getattr(content, name) for name in _COMMON}
    if isinstance(content, Article):
        return {**row, "text": content.text, **place}
    return {**row, "page": _bytes(content), **place}


def _bytes(page: Page) -> bytes:
    """A page's bytes; of one that is text already, such that they are read as the same text."""
    if isinstance(page.content, bytes):
        return page.content
    return ("\ufeff" + page.content).encode("utf-8", "replace")


class ItemExtractor:
    """The kernel for batches of ``ITEM_SCHEMA``.

    Args:
        min_confidence, keep_text: as of an ``ArrowExtractor``.
    """

    def __init__(self, min_confidence: float, keep_text: bool) -> None:
        self._extract = ArrowExtractor(min_confidence, keep_text, FieldNames(html="page"))

    def __call__(self, items: pa.Table) -> pa.Table:
        """Results (``RESULT_SCHEMA``) and the columns of ``PLACE``, a row for each item."""
        results = self._extract(items)
        known, found = items["error"], results["error"]
        at = results.schema.get_field_index("error")
        errors = pc.if_else(pc.is_valid(known), known.combine_chunks(), found.combine_chunks())
        results = results.set_column(at, results.schema.field(at), errors)
        for field in PLACE:
            results = results.append_column(field, items[field.name])
        return results
