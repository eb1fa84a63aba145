"""Items of an input in chunks that a process works on at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thainews_ie.io.items import Item, Page
from thainews_ie.records import Article, Failure

__all__ = ["Chunk", "Done", "chunked"]

_ITEMS = 64
# Characters or bytes: a few huge articles make a chunk of their own, which bounds memory.
_SIZE = 1_000_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """Items to work on, with the keys the ledger knows them by.

    Args:
        items: in the order of the input.
        keys: one for each.
        size: characters or bytes of all contents.
    """

    items: tuple[Item, ...]
    keys: tuple[bytes, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chunk.

    Args:
        outcomes: for each item the id and the digest of the text of its record, or why there
            is none.
        payload: the records in the sink's own form, in the order of the outcomes that are not
            failures.
    """

    outcomes: tuple[tuple[str, bytes] | Failure, ...]
    payload: object


def _size(item: Item) -> int:
    content = item.content
    if isinstance(content, Article):
        return len(content.text)
    return len(content.content) if isinstance(content, Page) else 0


def chunked(keyed: Iterable[tuple[bytes, Item]]) -> Iterator[Chunk]:
    """Chunks of at most 64 items, and of about a megabyte if these are large."""
    items: list[Item] = []
    keys: list[bytes] = []
    size = 0
    for key, item in keyed:
        items.append(item)
        keys.append(key)
        size += _size(item)
        if len(items) == _ITEMS or size >= _SIZE:
            yield Chunk(tuple(items), tuple(keys), size)
            items, keys, size = [], [], 0
    if items:
        yield Chunk(tuple(items), tuple(keys), size)
