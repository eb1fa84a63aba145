"""Room, floor, building and site within the name of a place."""

from __future__ import annotations

import re
from typing import NamedTuple

from thainews_ie.extractors.venue_phrases import head_at, is_area
from thainews_ie.mentions import CharSpan

__all__ = ["Parts", "find_parts"]

# ชั้น 3, ชั้น G, ชั้น B1, ชั้นที่ 2, ชั้นลอย
_FLOOR = re.compile(r"ชั้น(?:ที่)?\s{0,2}(?:\d{1,3}|[A-Z]\d?(?![A-Za-z])|ลอย|ล่าง|ใต้ดิน|ดาดฟ้า)")
# The part that a kind of first word opens; any other is a site.
_PARTS: dict[str | None, str] = {"room": "room", "floor": "floor", "building": "building"}
_PIECE = re.compile(r"\S{1,120}")


class Parts(NamedTuple):
    """The parts of a place that could be told apart."""

    room: CharSpan | None = None
    floor: CharSpan | None = None
    building: CharSpan | None = None
    site: CharSpan | None = None


def find_parts(text: str, start: int, end: int) -> Parts:
    """The parts of the place that ``text[start:end]`` names.

    A part runs from its first word to that of the next part, or of an area.

    >>> text = "ห้องประชุมดอกบัว ชั้น 2 อาคารสิริ มหาวิทยาลัยลำน้ำ จังหวัดลำพูน"
    >>> parts = find_parts(text, 0, len(text))
    >>> [text[part.start : part.end] for part in parts if part]
    ['ห้องประชุมดอกบัว', 'ชั้น 2', 'อาคารสิริ', 'มหาวิทยาลัยลำน้ำ']
    """
    found: dict[str, CharSpan] = {}
    floor = _FLOOR.search(text, start, end)
    if floor:
        found["floor"] = CharSpan(*floor.span())
    kind, opened = "area" if is_area(text, start) and not head_at(text, start) else "site", start
    at = start
    for piece in _PIECE.finditer(text, start, end):
        at = piece.start()
        if floor and floor.start() < at < floor.end():
            continue  # the number of the floor
        head = head_at(text, at)
        starts_area = is_area(text, at) and head is None
        if not (head or starts_area or at == start or (floor and at == floor.end() + 1)):
            continue
        _close(found, text, kind, opened, at, floor)
        kind = "area" if starts_area else _PARTS.get(head, "site")
        opened = at
    _close(found, text, kind, opened, end, floor)
    return Parts(found.get("room"), found.get("floor"), found.get("building"), found.get("site"))


def _close(
    found: dict[str, CharSpan],
    text: str,
    kind: str,
    start: int,
    end: int,
    floor: re.Match[str] | None,
) -> None:
    """Note the part that ends before ``end``; the first of a kind counts."""
    if floor and start < floor.start() < end:
        end = floor.start()
    while end > start and text[end - 1] in " ,":
        end -= 1
    if end > start and kind in ("room", "building", "site") and kind not in found:
        found[kind] = CharSpan(start, end)
