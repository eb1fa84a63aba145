"""Cuts a text at every edge of its spans, so that nested and crossing ones can be drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Segment", "segments"]


class Segment(NamedTuple):
    """A piece of the text that no edge of a span falls into.

    Args:
        start, end: where it is.
        covers: indices of the spans that cover it, the longest first.
    """

    start: int
    end: int
    covers: tuple[int, ...]


def segments(length: int, spans: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """The text from 0 to ``length`` in pieces, without gaps.

    Spans may nest and cross. They are clipped to the text, and empty ones cover nothing. The
    page of a report cuts the same way (``frontend/src/segments.ts``).

    Args:
        length: of the text.
        spans: half-open.

    Yields:
        The pieces in order.

    >>> [tuple(piece) for piece in segments(6, [(0, 4), (2, 6)])]
    [(0, 2, (0,)), (2, 4, (0, 1)), (4, 6, (1,))]
    """
    clipped = [(max(0, start), min(length, end)) for start, end in spans]
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(clipped):
        if start < end:
            opening[start].append(index)
            closing[end].append(index)
    edges = sorted({0, length, *opening, *closing})
    rank = {i: (start - end, i) for i, (start, end) in enumerate(clipped)}  # the longest first
    covering: set[int] = set()
    for start, end in pairwise(edges):
        covering.difference_update(closing[start])
        covering.update(opening[start])
        yield Segment(start, end, tuple(sorted(covering, key=rank.__getitem__)))
