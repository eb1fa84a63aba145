"""The page's credits: source, reporter, editor, and how often it was read."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.lexicon import table, terms
from thainews_ie.mentions import BylineDraft, CharSpan, Zone, ZoneKind
from thainews_ie.patterns import trie

__all__ = ["find_byline"]

# An address on the web, or a law: no source of news
_NO_SOURCE = re.compile(r"(?:https?:|www\.|พ\.ร\.|พระราช)", re.IGNORECASE)
# ชื่อ นามสกุล: สรุป/ถ่ายภาพ | ชื่อ นามสกุล / เรียบเรียง | ส.ปชส.ลำพูน รายงาน
_CREDITED = {label: field for label, (field,) in table("credit_labels").items()}
_LABEL_LAST = re.compile(
    rf"""
    (?P<who>[^:/\n]{{3,70}}?) (?:\s?[:/]\s?|\s) (?P<label>{trie(_CREDITED)})
    (?:\s?/\s?[ก-๙]{{2,12}}){{0,2}} (?=\s|$)
    """,
    re.VERBOSE,
)
_PHONE = re.compile(r"[\s(:|,-]{0,6}(?:โทร|Tel|☎|แฟกซ์|อีเมล|E-?mail|\d[\d -]{7})", re.IGNORECASE)
_UNIT = re.compile(rf"{trie(terms('pr_unit_heads'))}|ส\.?\s?ปชส|สปข|สถานี")
# “ชื่อรายการ” กับ|สำนักโฆษก สำนักงานทดลอง: the last line of what is read out on the radio
_SIGNED = re.compile(
    rf"""[“"]?[^“”"\n]{{3,40}}[”"]?\s?กับ\s?
        (?P<who>(?:{trie(terms("pr_unit_heads"))})[^\s:]{{0,20}}?{trie(terms("pr_units"))}[^\n]{{0,60}})""",
    re.VERBOSE,
)
_LAST_LINES = 4  # of the page, one of which may be that line
_COUNT = re.compile(r"\W{0,4}(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?!\d)")
_COLON = re.compile(r"(?: ?/ ?[ก-๙]{2,12}){0,2} {0,3}[:：] {0,3}")  # เรียบเรียง/ภาพ : …
_SHORT = 100  # characters; a longer line is text
_LOOSE = " \t*|_…,;-–"
_EDGE = " \t•*-–·●▪■►>»+|_.…,;("


class _Field(NamedTuple):
    """A labelled field of the page: what it is and where its value stands. The label is of a
    ``thing`` where it names the news, not who wrote them: a unit may stand there."""

    name: str
    thing: bool
    start: int
    end: int


def find_byline(text: str, cues: Cues, zones: list[Zone]) -> BylineDraft:
    """The page's own credit fields, and the unit that a closing line names as the issuer.

    Args:
        text: the clean text.
        cues: its cue hits; the labels come from the table ``page_fields``.
        zones: its zones; only datelines and credits are read.

    Returns:
        The first value of each field; None where the page has none. An address on the web
        (``ที่มา : https://…``) is not a source.

    >>> from thainews_ie.cues import cue_index
    >>> from thainews_ie.mentions import Zone, ZoneKind
    >>> text = "ผู้สื่อข่าว : นายกอ ขอคอ"
    >>> zone = Zone(ZoneKind.CREDITS, 0, len(text))
    >>> start, end = find_byline(text, cue_index().scan(text), [zone]).reporter
    >>> text[start:end]
    'นายกอ ขอคอ'
    """
    lines = [zone for zone in zones if zone.kind in (ZoneKind.CREDITS, ZoneKind.DATELINE)]
    if not lines:
        return BylineDraft(source=_signed(text, zones))
    labels = _labels(text, cues)
    values: dict[str, CharSpan] = {}
    views: re.Match[str] | None = None
    for zone in lines:
        fields = _fields(labels, zone)
        for field in fields:
            if field.name == "views":
                views = views or _COUNT.match(text, field.start, field.end)
                continue
            span = _trim(text, field.start, field.end)
            if span is None and field is fields[-1]:
                span = _below(text, labels, zone, zones)
            if span and not _NO_SOURCE.match(text, span.start):
                unit = field.name == "reporter" and field.thing and _UNIT.match(text, span.start)
                values.setdefault("issuer" if unit else field.name, span)
        if not fields and zone.kind is ZoneKind.CREDITS:
            _read_unlabelled(text, zone, values)
    source = values.get("source") or values.get("issuer") or _signed(text, zones)
    draft = BylineDraft(source, values.get("reporter"), values.get("editor"))
    if views is None:
        return draft
    return draft._replace(views=int(views[1].replace(",", "")), views_span=CharSpan(*views.span(1)))


def _signed(text: str, zones: list[Zone]) -> CharSpan | None:
    """The unit that signs off at the end of the text."""
    for zone in zones[-_LAST_LINES:]:
        if zone.kind is ZoneKind.BODY and zone.end - zone.start <= _SHORT:
            signed = _SIGNED.fullmatch(text, zone.start, zone.end)
            if signed:
                return CharSpan(*signed.span("who"))
    return None


def _labels(text: str, cues: Cues) -> list[CueHit]:
    """The labels with a colon or a count after them, in order, at each place the longest.

    Each reaches to where its value starts.
    """
    labels: dict[int, CueHit] = {}
    for hit in cues.all("page_fields"):  # by end: the last one stored at a start is the longest
        if colon := _COLON.match(text, hit.end):
            labels[hit.start] = hit._replace(end=colon.end())
        elif hit.values[0] == "views" and _COUNT.match(text, hit.end):
            labels[hit.start] = hit
    return [labels[start] for start in sorted(labels)]


def _fields(labels: list[CueHit], zone: Zone) -> list[_Field]:
    """The labelled fields of one line; one line may hold several."""
    first = bisect_left(labels, zone.start, key=_start)
    inside: list[CueHit] = []
    for hit in labels[first : first + 12]:
        if hit.end > zone.end:
            break
        if not inside or hit.start >= inside[-1].end:  # ที่มา within แหล่งที่มา
            inside.append(hit)
    if not inside:
        return []
    ends = [hit.start for hit in inside[1:]] + [zone.end]
    return [
        _Field(h.values[0], h.term.startswith(("ข่าว", "ภาพ")), h.end, end)
        for h, end in zip(inside, ends, strict=True)
    ]


def _start(hit: CueHit) -> int:
    return hit.start


def _trim(text: str, start: int, end: int) -> CharSpan | None:
    """A value without loose marks around it; None if nothing is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _LOOSE or text.endswith("..", start, end)):
        end -= 1  # one dot is part of an abbreviation: สป.มท.
    return CharSpan(start, end) if end > start else None


def _below(text: str, labels: list[CueHit], zone: Zone, zones: list[Zone]) -> CharSpan | None:
    """The value of a label that stands alone in its line: the line below, if short."""
    after = bisect_left(zones, zone.end, key=_zone_start)
    if after == len(zones) or zones[after].end - zones[after].start > _SHORT:
        return None
    if _fields(labels, zones[after]):
        return None
    return _trim(text, zones[after].start, zones[after].end)


def _zone_start(zone: Zone) -> int:
    return zone.start


def _read_unlabelled(text: str, zone: Zone, values: dict[str, CharSpan]) -> None:
    """Reads a credit whose label comes last, or the name of the issuing unit."""
    found = False
    for match in _LABEL_LAST.finditer(text, zone.start, min(zone.end, zone.start + 300)):
        span = _trim(text, *match.span("who"))
        if span is None:
            continue
        found = True
        field = _CREDITED[match["label"]]
        unit = field == "reporter" and _UNIT.match(text, span.start)
        values.setdefault("issuer" if unit else field, span)
    if found:
        return
    phone = _PHONE.search(text, zone.start, zone.end)
    end = phone.start() if phone else zone.end
    colon = text.find(":", zone.start, end)
    span = _trim(text, zone.start, end if colon < 0 else colon)
    if span:
        values.setdefault("issuer", span)
