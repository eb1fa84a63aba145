"""What the reader of a format is told about the file that it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from thainews_ie.io.fields import FieldNames
from thainews_ie.io.items import Item, Page
from thainews_ie.io.limits import Limits
from thainews_ie.records import Article, Failure

__all__ = ["Format", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One file that is read.

    Args:
        name: its path or address, for messages.
        key: the id of its article if it is one.
        fields: which field holds what.
        limits: how much may be held in memory.
    """

    name: str
    key: str
    fields: FieldNames = field(default_factory=FieldNames)
    limits: Limits = field(default_factory=Limits)

    def item(self, content: Article | Page, line: int | None = None) -> Item:
        """What was found at a line."""
        return Item(content, self.name, line)

    def failure(self, message: str, line: int | None = None) -> Item:
        """Why there is nothing at a line."""
        return Item(Failure("", "ReaderError", message, self.name, line), self.name, line)

    def too_large(self, what: str, line: int | None = None) -> Item:
        """The failure of something that is larger than the limits allow."""
        most = self.limits.article_bytes
        return self.failure(f"the {what} is larger than {most:,} bytes and was passed over", line)


# An error of the stream (OSError) is none of a format's business: it is let through.
Format = Callable[[IO[bytes], Reading], Iterator[Item]]
