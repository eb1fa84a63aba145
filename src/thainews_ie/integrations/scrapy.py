"""A Scrapy item pipeline: every article that a spider yields gets its record.

In the settings of a project::

    ITEM_PIPELINES = {"thainews_ie.integrations.scrapy.ThaiNewsPipeline": 300}
    THAINEWS_IE_FIELDS = {"text": "body"}   # our name: the item's; "html" for a whole page
    THAINEWS_IE_STORE = "news.db"           # or postgresql://USER@HOST/NAME, or records.jsonl

Without ``THAINEWS_IE_STORE`` the record goes into the item, as plain data in its field
``thainews`` (``THAINEWS_IE_FIELD`` names another). With both settings it goes to both.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

from itemadapter import ItemAdapter

from thainews_ie.codec import to_dict
from thainews_ie.confidence.cut import check_minimum
from thainews_ie.errors import ReaderError, StoreError, WriterError
from thainews_ie.integrations.stores import Store, open_store
from thainews_ie.io.fields import FieldNames, content_of
from thainews_ie.io.items import Page
from thainews_ie.io.pages import source_of
from thainews_ie.pipeline import extract_chunk
from thainews_ie.records import Article, Failure, NewsRecord

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

__all__ = ["ThaiNewsPipeline"]

T = TypeVar("T")

logger = logging.getLogger(__name__)

_FIELD = "thainews"


class ThaiNewsPipeline:
    """Adds records to items, or stores them, or both.

    An item that gives no record goes on as it came: the failure is logged, and counted in the
    statistics of the crawl under ``thainews_ie/failures``. The work is done in one thread of its
    own, so that a long article does not hold up the crawl.

    Args:
        stats: the crawl's statistics.
        fields: which field of an item holds what.
        field: the item's field that gets the record; empty for none.
        target: where records go; None for nowhere.
        min_confidence: finds that are less probable than this are left out, 0 to 1.
        keep_text: whether records keep their article's text.

    Raises:
        ValueError: ``min_confidence`` is not within 0 and 1.
    """

    def __init__(
        self,
        stats: StatsCollector,
        fields: FieldNames | None = None,
        *,
        field: str = _FIELD,
        target: str | None = None,
        min_confidence: float = 0.0,
        keep_text: bool = True,
    ) -> None:
        check_minimum(min_confidence)
        self._stats = stats
        self._fields = fields or FieldNames()
        self._field = field
        self._target = target
        self._min_confidence = min_confidence
        self._keep_text = keep_text
        self._store: Store | None = None
        # one thread: the pipeline and SQLite's connections belong to the thread they are used in
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="thainews_ie")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The pipeline after a project's settings.

        Raises:
            ValueError: a setting is wrong; the crawl does not start.
        """
        settings, stats = crawler.settings, crawler.stats
        assert stats is not None  # a crawl that has begun has them
        target = settings.get("THAINEWS_IE_STORE")
        names = settings.getdict("THAINEWS_IE_FIELDS")
        if unknown := sorted(names.keys() - set(FieldNames.__slots__)):
            raise ValueError(
                f"THAINEWS_IE_FIELDS: {unknown}: the names are {list(FieldNames.__slots__)}"
            )
        return cls(
            stats,
            FieldNames(**names),
            field=settings.get("THAINEWS_IE_FIELD", "" if target else _FIELD),
            target=target,
            min_confidence=settings.getfloat("THAINEWS_IE_MIN_CONFIDENCE", 0.0),
            keep_text=settings.getbool("THAINEWS_IE_KEEP_TEXT", True),
        )

    def open_spider(self, spider: object = None) -> None:
        """Opens the store.

        Raises:
            WriterError, StoreError: it cannot be opened; the crawl does not start.
        """
        if self._target is not None:
            self._store = self._thread.submit(open_store, self._target).result()

    def close_spider(self, spider: object = None) -> None:
        """Closes the store."""
        if self._store is not None:
            self._thread.submit(self._store.close).result()
        self._thread.shutdown()

    async def process_item(self, item: Any, spider: object = None) -> Any:
        """The item, with its record if it is to have it.

        Args:
            item: a dictionary, or an item of any other kind that Scrapy knows.
        """
        adapter = ItemAdapter(item)
        source = self._source(adapter)
        result = await self._in_thread(partial(self._record, source))
        if isinstance(result, NewsRecord) and self._field:
            result = self._put(adapter, result)
        self._count(result)
        return item

    async def _in_thread(self, work: Callable[[], T]) -> T:
        try:
            asyncio.get_running_loop()
        except RuntimeError:  # another reactor of Twisted's than the usual one: the crawl waits
            return self._thread.submit(work).result()
        return await asyncio.wrap_future(self._thread.submit(work))

    def _source(self, adapter: ItemAdapter) -> Article | Page | Failure:
        try:
            return content_of(adapter, self._fields, "item")
        except ReaderError as error:
            return Failure(_key(adapter, self._fields), ReaderError.__name__, error.message)

    def _record(self, source: Article | Page | Failure) -> NewsRecord | Failure:
        """Extracts and stores; runs in the thread."""
        (result,) = extract_chunk([source_of(source)], min_confidence=self._min_confidence)
        if isinstance(result, Failure):
            return result
        record = result if self._keep_text else replace(result, text=None)
        if self._store is not None:
            try:
                self._store.put(record)
            except (StoreError, WriterError) as error:
                return Failure(record.id, type(error).__name__, str(error))
        return record

    def _put(self, adapter: ItemAdapter, record: NewsRecord) -> NewsRecord | Failure:
        try:
            adapter[self._field] = to_dict(record)
        except (KeyError, AttributeError):  # a class of items lists its fields
            message = f"the item has no field {self._field!r}: declare it, or set THAINEWS_IE_FIELD"
            return Failure(record.id, WriterError.__name__, message)
        return record

    def _count(self, result: NewsRecord | Failure) -> None:
        if isinstance(result, NewsRecord):
            self._stats.inc_value("thainews_ie/records")
            return
        logger.warning("%s", result)
        self._stats.inc_value("thainews_ie/failures")
        self._stats.inc_value(f"thainews_ie/failures/{result.error}")


def _key(adapter: ItemAdapter, fields: FieldNames) -> str:
    """What tells the item from others in the log."""
    for name in (fields.id, fields.url):
        value = adapter.get(name)
        if isinstance(value, str | int):
            return str(value)
    return ""
