"""Data that lies in a page as text: JSON, packed with gzip, written in base64.

Base64 has no ``<``, so that no article can end the tag its data lies in. The browser unpacks a
block when it is wanted.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator
from typing import Any

from thainews_ie import records as rec
from thainews_ie.codec import to_dict
from thainews_ie.report.entries import entry_of

__all__ = ["Blocks", "json_bytes"]

_ARTICLES = 64  # in a block: opening one article unpacks them all
_CHARACTERS = 400_000  # of their texts in a block, unless a single text is longer
_ENTRIES = 1024  # of the index in a block: all of them are unpacked when the page opens


def json_bytes(value: Any) -> bytes:
    """Compact JSON on one line, in UTF-8; lone surrogates are escaped."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")


def _block(kind: str, first: int, count: int, content: bytes) -> bytes:
    # a fixed time stamp, so that equal records give equal pages
    packed = base64.b64encode(gzip.compress(content, 6, mtime=0))
    head = (
        f'<script type="application/octet-stream" data-block="{kind}" '
        f'data-first="{first}" data-count="{count}">'
    )
    return head.encode("ascii") + packed + b"</script>\n"


class Blocks:
    """Gathers articles and gives them out in blocks.

    Articles and index lie in blocks of their own, since the first screen needs only the index.
    A block of articles has two lines for each: its text, and its record without it.
    """

    def __init__(self) -> None:
        self.count = 0
        self._lines: list[bytes] = []
        self._characters = 0
        self._entries: list[Any] = []

    def add(self, record: rec.NewsRecord) -> Iterator[bytes]:
        """Takes one more article; yields the blocks that are full."""
        data = to_dict(record)
        text = data.pop("text")
        self._lines += (json_bytes(text), json_bytes(data))
        self._characters += len(text or "")
        self._entries.append(entry_of(record))
        self.count += 1
        if len(self._lines) >= 2 * _ARTICLES or self._characters >= _CHARACTERS:
            yield self._articles()
        if len(self._entries) >= _ENTRIES:
            yield self._index()

    def rest(self) -> Iterator[bytes]:
        """Yields the blocks that are not full."""
        if self._lines:
            yield self._articles()
        if self._entries:
            yield self._index()

    def _articles(self) -> bytes:
        count = len(self._lines) // 2
        content = b"\n".join(self._lines)
        self._lines, self._characters = [], 0
        return _block("articles", self.count - count, count, content)

    def _index(self) -> bytes:
        entries, self._entries = self._entries, []
        return _block("index", self.count - len(entries), len(entries), json_bytes(entries))
