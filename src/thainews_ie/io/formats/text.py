"""Files that are one article each: plain text, and web pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import decode
from thainews_ie.io.items import Item, Page
from thainews_ie.io.reading import Reading
from thainews_ie.records import Article

__all__ = ["read_html", "read_text"]


def _whole(stream: IO[bytes], reading: Reading) -> bytes | None:
    raw = stream.read(reading.limits.article_bytes + 1)
    return raw if len(raw) <= reading.limits.article_bytes else None


def read_text(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """One article, with line ends as they stand: offsets count them."""
    raw = _whole(stream, reading)
    if raw is None:
        yield reading.too_large("file")
        return
    try:
        yield reading.item(Article(reading.key, decode(raw)))
    except ReaderError as error:
        yield reading.failure(error.message)


def read_html(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """One page, still to be read."""
    raw = _whole(stream, reading)
    yield reading.too_large("page") if raw is None else reading.item(Page(raw, path=reading.key))
