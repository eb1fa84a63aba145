"""Pages as sources of extraction: read in their turn, by the process that extracts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thainews_ie.io.items import Page
from thainews_ie.records import Article, Failure

__all__ = ["source_of"]


def _read(page: Page) -> Article | Failure:
    from thainews_ie.io.html import read_page  # trafilatura takes its time to load

    return read_page(page)


def source_of(
    content: Article | Page | Failure,
) -> Article | Failure | Callable[[], Article | Failure]:
    """What ``pipeline.extract_chunk`` takes: a page becomes a function that reads it.

    Args:
        content: of an item.
    """
    return partial(_read, content) if isinstance(content, Page) else content
