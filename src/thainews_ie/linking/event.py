"""The main event: which of the names found, on which days, at what time.

The names and days are weighed by points: small whole numbers, set by hand and checked by leaving
each out in turn. A name that also stands in the headline, opens its line or bears an edition number
is worth more than one told of later on; below ``_ENOUGH`` the article reports no event of a name.
"""

from __future__ import annotations

import datetime as dt

from thainews_ie.linking.event_days import find_days, find_time
from thainews_ie.mentions import (
    CharSpan,
    DateMention,
    EventDraft,
    EventNameMention,
    VenueDraft,
    Zone,
    ZoneKind,
)
from thainews_ie.records import DateKind

__all__ = ["link_event"]

_ENOUGH = 12  # points that a name needs
_GRAM = 4  # characters of a piece of the headline
_LATE = 1500  # characters of body after which a place counts as late
_HEADLINE = 400  # characters of headlines compared
_WHERE = ("ณ", "ที่", "ผ่าน")
_WHEN = ("ระหว่าง", "เมื่อ", "ในวัน", "วันที่", "ซึ่งจัด")


def _pieces(text: str) -> list[str]:
    """Overlapping pieces of a text without its white space."""
    dense = "".join(text.split())
    return [dense[i : i + _GRAM] for i in range(len(dense) - _GRAM + 1)]


def _lead_line(text: str, lines: list[Zone], dates: list[DateMention]) -> int:
    """The number of the line that opens the report: the first of the body that tells a day."""
    days = [d.start for d in dates if d.kind in (DateKind.DAY, DateKind.RANGE)]
    at = 0
    for number, line in enumerate(lines):
        if line.kind is not ZoneKind.BODY:
            continue
        while at < len(days) and days[at] < line.start:
            at += 1
        if (at < len(days) and days[at] < line.end) or text.find("วันนี้", line.start, line.end) >= 0:
            return number
    return -1


def choose_name(
    text: str, zones: list[Zone], dates: list[DateMention], names: list[EventNameMention]
) -> CharSpan | None:
    """The name of the main event, or None where no candidate is likely enough.

    Args:
        text: the clean text.
        zones: its zones.
        dates: its dates.
        names: candidates in reading order.

    Returns:
        The candidate with the most points, the first of equals.
    """
    if not names:
        return None
    lines = [zone for zone in zones if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
    headline = " ".join({text[z.start : z.end]: None for z in lines if z.kind is ZoneKind.HEADLINE})
    in_headline = set(_pieces(headline[:_HEADLINE]))
    body = next((line.start for line in lines if line.kind is ZoneKind.BODY), 0)
    lead = _lead_line(text, lines, dates)
    days = [d.start for d in dates if d.kind in (DateKind.DAY, DateKind.RANGE)]
    best: EventNameMention | None = None
    most = float(_ENOUGH)
    at = day = 0
    before = -1  # the line of the name before
    for name in names:
        while lines[at].end <= name.start:
            at += 1
        line = lines[at]
        pieces = _pieces(text[name.start : name.end])
        shared = sum(piece in in_headline for piece in pieces) / max(1, len(pieces))
        points = name.points + 5 * shared
        if line.kind is ZoneKind.BODY:
            points += 3 * shared - 4 * min(1, (name.start - body) / _LATE)
            points += 6 * (before != at)
            points += 3 * (name.act and at == lead) - 2 * (at < lead)
            while day < len(days) and days[day] < line.start:
                day += 1
            points += 2 * (day < len(days) and days[day] < line.end)
        before = at
        after = text[name.end : name.end + 14].lstrip()
        points += 2 * after.startswith(_WHERE) + 3 * after.startswith(_WHEN)
        if points > most or (points == most and best is None):
            best, most = name, points
    return CharSpan(best.start, best.end) if best else None


def link_event(
    text: str,
    zones: list[Zone],
    names: list[EventNameMention],
    dates: list[DateMention],
    venues: list[VenueDraft],
    published: dt.date | None,
) -> EventDraft:
    """The main event of an article.

    Args:
        text: the clean text.
        zones: its zones.
        names: candidates for its name, in reading order.
        dates: its dates, with values.
        venues: places of the event: where there are some, there is an event.
        published: the day of publication, which a bare ``วันนี้`` means.

    Returns:
        Name, first and last day, and time, each None where the text states none.
    """
    name = choose_name(text, zones, dates, names)
    days = find_days(text, zones, dates, name, bool(venues), published)
    time, words = find_time(text, zones, name, days)
    when = [*([CharSpan(days.start, days.end)] if days else []), *([words] if words else [])]
    if days is None:
        return EventDraft(name, None, None, time, tuple(when))
    return EventDraft(name, days.first, days.last, time, tuple(when))
