"""The work of a cluster's process: a batch of articles in, a batch of results out.

Ray Data calls an ``ArrowExtractor`` as it is; Spark's ``mapInArrow`` takes its
``extract_batches``. Neither is imported here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pyarrow as pa

from thainews_ie.arrow.schema import RESULT_SCHEMA
from thainews_ie.arrow.tables import results_to_arrow
from thainews_ie.confidence.cut import check_minimum
from thainews_ie.errors import ReaderError
from thainews_ie.io.fields import FieldNames, content_of
from thainews_ie.io.pages import source_of
from thainews_ie.pipeline import Source, extract_chunk
from thainews_ie.records import Failure, NewsRecord

__all__ = ["ArrowExtractor"]

Columns = dict[str, Any]  # arrays, plain or chunked, by name
Rows = TypeVar("Rows", pa.RecordBatch, pa.Table)

# Rows held as records at a time, which take more memory than as columns; Spark's batches have
# 10,000 rows.
_ROWS = 256


@dataclass(frozen=True, slots=True)
class ArrowExtractor:
    """Extracts the articles of Arrow batches.

    It is small, and may be sent to other processes; each of them makes its pipeline at its
    first article.

    Args:
        min_confidence: finds that are less probable than this are left out, 0 to 1.
        keep_text: whether records keep their article's text.
        fields: which column holds what; those of ``ARTICLE_SCHEMA`` unless said otherwise.

    Raises:
        ValueError: ``min_confidence`` is not within 0 and 1.

    >>> rows = [{"id": "a", "text": "นายสมชาย ใจดี กล่าวว่า"}, {"id": "b"}]
    >>> results = ArrowExtractor()(pa.RecordBatch.from_pylist(rows))
    >>> results["people"][0][0]["name"].as_py()
    'สมชาย ใจดี'
    >>> results["id"][1].as_py(), results["error"][1]["error"].as_py()
    ('b', 'ReaderError')
    """

    min_confidence: float = 0.0
    keep_text: bool = True
    fields: FieldNames = field(default_factory=FieldNames)

    def __post_init__(self) -> None:
        check_minimum(self.min_confidence)

    def __call__(self, articles: Rows) -> Rows:
        """The results of a batch or table.

        Args:
            articles: a row for each article.

        Returns:
            A batch, or a table, of ``RESULT_SCHEMA``: for each row, in order, the record; or
            the id (empty if there is none) and the error, whatever the row holds.
        """
        results = pa.Table.from_batches(self.extract_batches([articles]), RESULT_SCHEMA)
        if isinstance(articles, pa.Table):
            return results
        whole = results.combine_chunks().to_batches()
        return whole[0] if whole else results_to_arrow([])

    def extract_batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The results of batches, as Spark's ``mapInArrow`` wants them.

        Args:
            batches: as for a call.

        Yields:
            Batches of ``RESULT_SCHEMA``, with a row for each article, in order.
        """
        for batch in batches:
            for start in range(0, batch.num_rows, _ROWS):
                yield self._results(batch.slice(start, _ROWS))

    def _results(self, batch: pa.Table | pa.RecordBatch) -> pa.RecordBatch:
        columns = _wanted(batch, self.fields)
        numbers = range(batch.num_rows)
        sources = [self._source(columns, number) for number in numbers]
        found = extract_chunk(sources, min_confidence=self.min_confidence)
        return results_to_arrow(
            [self._kept(result, columns, at) for result, at in zip(found, numbers, strict=True)]
        )

    def _source(self, columns: Columns, number: int) -> Source | Callable[[], Source]:
        try:
            row = {name: column[number].as_py() for name, column in columns.items()}
            content = content_of(row, self.fields, "table")
        except ReaderError as error:
            return Failure("", ReaderError.__name__, error.message)
        except (pa.ArrowException, ValueError, OverflowError) as error:
            return Failure("", ReaderError.__name__, f"damaged row: {error}")
        return source_of(content)

    def _kept(
        self, result: NewsRecord | Failure, columns: Columns, number: int
    ) -> NewsRecord | Failure:
        if isinstance(result, Failure):
            return replace(result, id=result.id or _key(columns.get(self.fields.id), number))
        return result if self.keep_text else replace(result, text=None)


def _wanted(batch: pa.Table | pa.RecordBatch, fields: FieldNames) -> Columns:
    """The columns that hold something wanted, or have it within."""
    names = {getattr(fields, name) or "" for name in FieldNames.__slots__}
    names |= {name.partition(".")[0] for name in names}
    columns = enumerate(batch.schema.names)
    return {name: batch.column(number) for number, name in columns if name in names}


def _key(column: Any, number: int) -> str:
    """The id of a row that may be damaged; an empty string if it has none."""
    if column is None:
        return ""
    try:
        key = column[number].as_py()
    except (pa.ArrowException, ValueError, OverflowError):
        return ""
    return str(key) if isinstance(key, str | int) else ""
