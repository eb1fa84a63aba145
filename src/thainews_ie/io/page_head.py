"""What the head of a page says of it: its address, its title, its day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from thainews_ie.io.fields import iso_day

__all__ = ["canonical_url", "published", "titles"]

_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # not today: a second run is the same run
_LONGEST = 100_000  # characters of a script that is looked into
_TITLE = 300  # characters
_CHANGED = ("updated", "modified")


def canonical_url(root: Any, fetched: str | None) -> str | None:
    """The address that the page gives for itself, if it is one of this page.

    Args:
        root: of the page.
        fetched: its address, if known; relative addresses start from it.
    """
    base = root.xpath("string(//base/@href)").strip() or fetched or ""
    for found in (
        *root.xpath("//link[translate(@rel, 'CANOIL', 'canoil') = 'canonical']/@href"),
        *root.xpath("//meta[@property = 'og:url']/@content"),
    ):
        try:
            url = str(urljoin(base, found.strip()))
            parts = urlsplit(url)
        except ValueError:
            continue
        # many sites name their front page on every page
        is_page = parts.path.strip("/") or parts.query
        if parts.scheme in ("http", "https") and parts.netloc and is_page and len(url) < 2000:
            return url
    return None


def titles(root: Any) -> list[str]:
    """What the head of a page gives as its title, the best first."""
    found = [
        *(str(value) for data in _linked_data(root) if (value := data.get("headline"))),
        *root.xpath("//meta[@property = 'og:title']/@content"),
        *root.xpath("//head//title/text()")[:1],
    ]
    cleaned = (" ".join(title[:_TITLE].split()) for title in found)
    return list(dict.fromkeys(title for title in cleaned if title))


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """The objects that a page describes itself with (JSON-LD)."""
    for script in root.xpath("//script[@type = 'application/ld+json']/text()"):
        if len(script) > _LONGEST:
            continue
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph") if isinstance(data, dict) else data
        objects = graph if isinstance(graph, list) else [data]
        yield from (one for one in objects if isinstance(one, dict))


def published(root: Any, url: str | None) -> dt.date | None:
    """The day that the markup of a page gives for its publication.

    Days in the text of the page are the extractors' business: they know the Buddhist era.

    Args:
        root: of the page.
        url: its address, which may hold the day.
    """
    from htmldate import find_date
    from lxml import etree
    from lxml import html as parsing

    page = parsing.document_fromstring("<html><head></head><body><p></p></body></html>")
    head, body = page
    for meta in root.iter("meta"):
        if meta.get("content") and len(meta.get("content")) < _TITLE:
            attributes = {name: _common_era(value) for name, value in meta.attrib.items()}
            etree.SubElement(head, "meta", attributes)
    for script in root.xpath("//script[@type = 'application/ld+json']"):
        if script.text and len(script.text) <= _LONGEST:
            etree.SubElement(head, "script", type="application/ld+json").text = script.text
    for time in root.iter("time"):
        day, names = time.get("datetime"), (time.get("class") or "").split()
        if day and len(day) < _TITLE and not any(name in names for name in _CHANGED):
            etree.SubElement(body, "time", datetime=_common_era(day))
            break  # those after it are of comments and other news
    found = find_date(
        page,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=_EARLIEST,
        max_date=_LATEST,
    )
    return dt.date.fromisoformat(found) if found else None


def _common_era(value: str) -> str:
    """An ISO day without the Buddhist year that some Thai sites put there."""
    try:
        return iso_day(value).isoformat() if value[:2] in ("24", "25", "26") else value
    except ValueError:
        return value
