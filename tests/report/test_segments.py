"""A text cut at the edges of its spans; ``npm test`` runs the table through the page's twin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thainews_ie.markup import segments
from thainews_ie.markup.segments import lanes

CASES = json.loads((Path(__file__).parent / "segments.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_cuts(case: dict[str, Any]) -> None:
    spans = [(start, end) for start, end in case["spans"]]
    pieces = [[p.start, p.end, list(p.covers)] for p in segments(case["length"], spans)]
    assert pieces == case["pieces"]


SPANS = st.lists(st.tuples(st.integers(-5, 45), st.integers(-5, 45)), max_size=12)


@given(st.integers(0, 40), SPANS)
def test_every_character_has_exactly_the_spans_over_it(
    length: int, spans: list[tuple[int, int]]
) -> None:
    pieces = list(segments(length, spans))
    assert [at for piece in pieces for at in range(piece.start, piece.end)] == list(range(length))
    for piece in pieces:
        for at in range(piece.start, piece.end):
            over = {i for i, (start, end) in enumerate(spans) if start <= at < end}
            assert set(piece.covers) == over
        sizes = [min(spans[i][1], length) - max(spans[i][0], 0) for i in piece.covers]
        assert sizes == sorted(sizes, reverse=True)


@given(st.integers(0, 40), SPANS)
def test_spans_that_overlap_have_lanes_of_their_own(
    length: int, spans: list[tuple[int, int]]
) -> None:
    pieces = list(segments(length, spans))
    lane = lanes(pieces, len(spans), len(spans) + 1)
    for piece in pieces:
        assert len({lane[index] for index in piece.covers}) == len(piece.covers)


def test_lanes_are_shared_where_they_do_not_suffice() -> None:
    pieces = list(segments(9, [(0, 9), (1, 8), (2, 7)]))
    assert lanes(pieces, 3, 2) == [1, 1, 0]
