"""What a reader yields: articles, pages still to be read, and failures, with where they lie."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thainews_ie.records import Article, Failure

__all__ = ["Item", "Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as it was fetched.

    Finding the main text of a page costs more than extracting from it, so that readers pass
    pages on as they are, and the processes that extract read them (``io.html.read_page``).

    Args:
        content: the bytes as fetched, or the text of a field that holds HTML.
        id: the caller's key for it, if the input has one.
        url: where it was fetched, if the input says so.
        charset: the encoding that its transport declared, if any; it may be wrong.
        title, published, source: what the input says beside the page.
        path: its place below the folder that was given, an id where there is no address.
    """

    content: bytes | str
    id: str | None = None
    url: str | None = None
    charset: str | None = None
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of an input, and where it lies.

    Args:
        content: an article, a page that is still to be read, or why there is neither.
        file: the file or address it came from.
        line: its line, row or record in the file, counted from 1; None if it is the whole file.
    """

    content: Article | Page | Failure
    file: str | None = None
    line: int | None = None
