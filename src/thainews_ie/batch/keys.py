"""Names for what was read, the same in every run."""

from __future__ import annotations

import datetime as dt
import hashlib

from thainews_ie.io.items import Item

__all__ = ["digest", "item_key"]

_BYTES = 16  # of a digest: two of a billion items agree by chance once in 10^20 times


def digest(*parts: str | bytes | dt.date | int | None) -> bytes:
    """A digest of 16 bytes of all parts, which tells ``"ab", "c"`` from ``"a", "bc"``."""
    state = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        kind = type(part).__name__
        state.update(f"{kind}:{len(raw)}:".encode())
        state.update(raw)
    return state.digest()


def item_key(item: Item) -> bytes:
    """What an item says, wherever it lies: the same article in two files has one key."""
    content = item.content
    fields = (getattr(content, name) for name in content.__slots__)
    return digest(type(content).__name__, *fields)
