"""Cuts a text at every edge of its spans, so that nested and crossing ones can be drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Segment", "lanes", "segments"]


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


def lanes(pieces: Sequence[Segment], count: int, most: int) -> list[int]:
    """A lane for each of ``count`` spans, so that those that overlap can be told apart.

    Short spans come first and lie nearest to the words; a span has one lane all along.

    Args:
        pieces: what ``segments`` gave.
        count: how many spans there are.
        most: how many lanes there are; where they do not suffice, the last is shared.

    >>> lanes(list(segments(6, [(0, 6), (2, 4)])), 2, 3)
    [1, 0]
    """
    where: dict[int, list[int]] = defaultdict(list)
    lengths = [0] * count
    for number, piece in enumerate(pieces):
        for index in piece.covers:
            where[index].append(number)
            lengths[index] += piece.end - piece.start
    taken: list[set[int]] = [set() for _ in pieces]
    found = [0] * count
    for index in sorted(where, key=lambda i: (lengths[i], i)):
        used = set().union(*(taken[number] for number in where[index]))
        lane = next((lane for lane in range(most) if lane not in used), most - 1)
        for number in where[index]:
            taken[number].add(lane)
        found[index] = lane
    return found
