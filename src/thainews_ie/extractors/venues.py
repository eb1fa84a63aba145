"""Places of the event: the candidates that enough speaks for."""

from __future__ import annotations

import re

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
    "field": 2.0,
    "hall": 0.5,
    "within": 1.5,
    "opened": 1.5,
    "move": 1.5,
    "dateline": 2.0,
    "visit": 1.5,
    "seat": 1.0,  # of a body that is visited
    # its first word
    "room": 1.0,
    "area": -0.5,
    # what stands around it
    "date": 0.5,
    "event": 0.5,
    "opening": 0.5,
    "after": 0.5,
    "located": 0.5,
    "list_line": 2.0,
    "address": 0.5,
    "apply": -1.5,
    "enrol": -2.0,
    "posted": -3.0,
    "vague": -2.0,
}
_MOST = 40  # venues of one article; more is no news
_ENOUGH = 2.0
# For a province, city or country alone: it is the place if the article states none closer.
_ENOUGH_FOR_AREA = 1.5
_DIGIT = re.compile(r"\d")
_LONG_FORMS = (
    ("กรุงเทพฯ", "กรุงเทพมหานคร"),
    ("กทม.", "กรุงเทพมหานคร"),
    ("จ.", "จังหวัด"),
    ("อ.", "อำเภอ"),
)
_HEADLINE = -5.0  # the body tells it again, in full


def _score(candidate: Candidate) -> float:
    return sum(_WEIGHTS.get(item, 0.0) for item in candidate.evidence) + (
        _HEADLINE if candidate.paragraph < 0 else 0.0
    )


def _choose(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with enough evidence; an area only where there is nothing closer."""
    chosen = [c for c in candidates if "area" not in c.evidence and _score(c) >= _ENOUGH]
    if chosen:
        return chosen
    return [c for c in candidates if "area" in c.evidence and _score(c) >= _ENOUGH_FOR_AREA]


def _words(text: str) -> list[str]:
    """The pieces of a name, common short forms written out."""
    for short, long in _LONG_FORMS:
        text = text.replace(short, long)
    return text.split()


def _same(one: list[str], other: list[str]) -> bool:
    """Whether two names are of one place, more or less fully written."""
    shorter, longer = sorted((one, other), key=lambda words: sum(map(len, words)))
    whole = "".join(longer)
    if not whole.startswith(shorter[0]) and "".join(shorter) not in whole:
        return False
    return all(word in longer if _DIGIT.search(word) else word in whole for word in shorter)


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
    >>> venue = find_venues(page, cues, find_zones(page, cues))[0]
    >>> page[venue.start : venue.end], venue.province.name
    ('หอประชุมใหญ่ จังหวัดน่าน', 'น่าน')
    """
    found: list[VenueDraft] = []
    seen: list[list[str]] = []
    for candidate in _choose(find_candidates(text, cues, zones)):
        name = _words(text[candidate.start : candidate.end])
        twin = next((i for i, other in enumerate(seen) if _same(name, other)), None)
        if twin is not None and len("".join(name)) <= len("".join(seen[twin])):
            continue
        if twin is None and len(found) == _MOST:
            break
        if twin is not None:
            del seen[twin], found[twin]
        seen.append(name)
        parts = find_parts(text, candidate.start, candidate.end)
        areas = find_areas(text, candidate.start, candidate.end)
        found.append(VenueDraft(candidate.start, candidate.end, *parts, *areas))
    return found
