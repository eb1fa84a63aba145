"""How much of an input is held in memory at once."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which an input is refused, so that memory stays bounded.

    Args:
        article_bytes: of one article as it lies in its file, unpacked: a whole text or page, a
            line, a row, a record. What is larger is a failure, and reading goes on after it.
        skipped_bytes: of one such thing too large, after which the rest of its file is given up.
    """

    article_bytes: int = 20_000_000
    skipped_bytes: int = 1_000_000_000
