"""Places of the event: the candidates that enough speaks for."""

from __future__ import annotations

from thainews_ie.cues import Cues
from thainews_ie.extractors.venue_candidates import Candidate, find_candidates
from thainews_ie.extractors.venue_parts import find_parts
from thainews_ie.geography import find_areas
from thainews_ie.mentions import VenueDraft, Zone

__all__ = ["find_venues"]

# What each piece of evidence is worth. A plain ณ in the body is enough where nothing speaks
# against it; ที่ needs a date, and a visit or the first word of a hall alone needs more.
_WEIGHTS = {
    # words before it
    "at": 2.0,
    "glued": 2.0,
    "label": 3.0,
    "dated": 2.0,
    "held": 2.0,
    "list": 2.0,
    "hall": 1.0,
    "move": 1.0,
    "visit": 1.0,
    # its first word
    "room": 0.5,
    "area": -0.5,
    "name": -0.5,
    # what stands around it
    "date": 0.5,
    "event": 0.5,
    "opening": 0.5,
    "after": 0.5,
    "apply": -1.5,
    "posted": -3.0,
    "vague": -2.0,
}
_ENOUGH = 2.0
_HEADLINE = -5.0  # the body tells it again, in full


def _score(candidate: Candidate) -> float:
    return sum(_WEIGHTS.get(item, 0.0) for item in candidate.evidence) + (
        _HEADLINE if candidate.paragraph < 0 else 0.0
    )


def _choose(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with enough evidence."""
    chosen = [c for c in candidates if _score(c) >= _ENOUGH]
    return chosen


def _folded(text: str) -> str:
    return "".join(text.split())


def find_venues(text: str, cues: Cues, zones: list[Zone]) -> list[VenueDraft]:
    """The places where the event happens, in reading order.

    Args:
        text: the clean text.
        cues: its cue hits.
        zones: the parts of the page.

    >>> from thainews_ie.cues import cue_index
    >>> from thainews_ie.extractors.zones import find_zones
    >>> page = "เปิดงานวันข้าว\\nวันนี้ (5 มีนาคม 2567) ที่หอประชุมใหญ่ จังหวัดน่าน นายก เปิดงาน"
    >>> cues = cue_index().scan(page)
    >>> [(page[v.start : v.end], v.province.name) for v in find_venues(page, cues, find_zones(page, cues))]
    [('หอประชุมใหญ่ จังหวัดน่าน', 'น่าน')]
    """
    found: list[VenueDraft] = []
    seen: list[str] = []
    for candidate in _choose(find_candidates(text, cues, zones)):
        name = _folded(text[candidate.start : candidate.end])
        if any(name in other for other in seen):
            continue
        longer = [i for i, other in enumerate(seen) if other in name]
        for i in reversed(longer):
            del seen[i], found[i]
        seen.append(name)
        parts = find_parts(text, candidate.start, candidate.end)
        areas = find_areas(text, candidate.start, candidate.end)
        found.append(VenueDraft(candidate.start, candidate.end, *parts, *areas))
    return found


candidates = find_candidates
