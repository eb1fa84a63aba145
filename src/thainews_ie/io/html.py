"""Web pages to articles: the main text, and what the page says about it."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import decode
from thainews_ie.io.fields import text_id
from thainews_ie.io.items import Page
from thainews_ie.io.page_fields import field_day, story_start, with_fields
from thainews_ie.io.page_head import canonical_url, published, titles
from thainews_ie.io.page_lines import folded, headline, page_lines
from thainews_ie.io.page_tree import page_tree
from thainews_ie.records import Article, Failure

__all__ = ["read_page"]

_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([-\w.:]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+\s*\Z")
_HEAD_LINES = 4  # of a text, of which one may be the headline
# What the libraries raise on trees that no browser would make. Faults of their own among them:
# one page's are not to end the reading of a file.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_page(page: Page) -> Article | Failure:
    """The article of a page.

    The text starts with the headline. Lines with the page's own fields (``ข่าวจาก``,
    ``เมื่อวันที่``, ``อ่าน``, ``ผู้สื่อข่าว``, ``บรรณาธิการ``, ``แหล่งที่มา`` and the like) stand in it
    where the page shows them. Scripts are not run and nothing is fetched.

    Args:
        page: as fetched.

    Returns:
        The article, whose id is the page's own, else its address, else its place among the
        files, else a digest of its text; or why there is none.
    """
    key = page.id or page.url or page.path or ""
    try:
        article = _read(page)
    except ReaderError as error:
        return Failure(key, "ReaderError", error.message)
    except _FAULTS as error:
        message = f"the page cannot be read: {type(error).__name__}: {str(error)[:200]}"
        return Failure(key, "ReaderError", message)
    return article or Failure(key, "ReaderError", "no main text found")


def _read(page: Page) -> Article | None:
    content = page.content
    if isinstance(content, bytes):
        declared = _CHARSET.search(content, 0, _HEAD)
        name = page.charset or (declared[1].decode("ascii", "replace") if declared else None)
        content = decode(content, name)
    root = page_tree(content)
    url = canonical_url(root, page.url) or page.url
    lines = page_lines(root)
    body = _main_text(root)
    if not body:
        return None
    start = story_start(lines, body)
    title = page.title or headline(lines, titles(root), start)
    shown = _with_title(title, with_fields(lines, body, start))
    text = "\n".join(shown)
    key = page.id or url or page.path or text_id(text)
    day = page.published or published(root, url) or field_day(shown)
    return Article(key, text, url, title, day, page.source)


@cache
def _trafilatura() -> Any:
    """The library, whose warnings about pages without text are ours to give."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    import trafilatura

    return trafilatura


def _main_text(root: Any) -> list[str]:
    """The lines of the main text."""
    found = _trafilatura().bare_extraction(root, include_comments=False, with_metadata=False)
    lines = (found.text if found else None or "").split("\n")
    return [line for raw in lines if (line := _line(raw))]


def _line(raw: str) -> str:
    """A line of trafilatura's without the marks of tables."""
    if _TABLE_RULE.match(raw):
        return ""
    if raw.startswith("| ") and raw.rstrip().endswith("|"):
        cells = (cell.strip() for cell in raw.strip().strip("|").split("|"))
        raw = "  ".join(cell for cell in cells if cell)
    return raw.replace("\xa0", " ").strip()


def _with_title(title: str | None, text: list[str]) -> list[str]:
    """The text with the headline on its top."""
    own = folded(title or "")
    if not own:
        return text
    for number, line in enumerate(text[:_HEAD_LINES]):
        if folded(line) == own:
            return [line, *text[:number], *text[number + 1 :]]
    return [title or "", *text]
