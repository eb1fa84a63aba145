"""A spider over a site of a few articles: ``news_spider.py START KIND FEED SETTINGS``.

It yields items of the kind that is asked for, and one that is no article; prints the pipeline's
counts; and fails if the crawl did not start.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class Declared(scrapy.Item):
    """An item that says which fields it has."""

    url = scrapy.Field()
    body = scrapy.Field()
    thainews = scrapy.Field()


@dataclass
class Data:
    """A data class as an item."""

    url: str
    body: str
    thainews: dict[str, Any] | None = None


@dataclass
class Undeclared:
    """One that has no field for the record."""

    url: str
    body: str


KINDS: dict[str, Any] = {
    "plain": dict,
    "item": Declared,
    "dataclass": Data,
    "undeclared": Undeclared,
}


class NewsSpider(scrapy.Spider):
    """Follows the links of a page to articles."""

    name = "news"

    def __init__(self, start: str, kind: str, whole: bool) -> None:
        super().__init__()
        self.start_urls = [start]
        self.kind = KINDS[kind]
        self.whole = whole  # pages, and not their text

    def parse(self, response: Response) -> Iterator[Any]:
        """The list of articles."""
        for address in response.css("a::attr(href)").getall():
            yield response.follow(address, self.parse_article)
        yield {"url": response.url, "links": 3}

    def parse_article(self, response: Response) -> Iterator[Any]:
        """An article."""
        text = response.css("article").xpath("string()").get()
        yield self.kind(url=response.url, body=response.text if self.whole else text)


if __name__ == "__main__":
    start, kind, feed, given = sys.argv[1:]
    settings = json.loads(given)
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {"thainews_ie.integrations.scrapy.ThaiNewsPipeline": 300},
            "FEEDS": {feed: {"format": "jsonlines"}},
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "WARNING",
            **settings,
        }
    )
    crawler = process.create_crawler(NewsSpider)
    process.crawl(crawler, start=start, kind=kind, whole="html" in settings["THAINEWS_IE_FIELDS"])
    process.start()
    if process.bootstrap_failed:
        sys.exit("the crawl did not start")
    stats = crawler.stats.get_stats() if crawler.stats else {}
    print(json.dumps({k: v for k, v in stats.items() if k.startswith("thainews_ie/")}))
