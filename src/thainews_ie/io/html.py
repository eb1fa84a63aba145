"""Web pages to articles."""

from __future__ import annotations

from thainews_ie.io.items import Page
from thainews_ie.records import Article, Failure

__all__ = ["read_page"]


def read_page(page: Page) -> Article | Failure:
    """The article of a page."""
    raise NotImplementedError(page.id)
