"""The main event: which of the names found, on which days, at what time.

The names and days are weighed by points: small whole numbers, set by hand and checked by leaving
each out in turn. A name that also stands in the headline, opens its line or bears an edition number
is worth more than one told of later on; below ``_ENOUGH`` the article reports no event of a name.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

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
_ENOUGH_PLACED = 7  # the same where the text tells of a place: then there is an event
_ENOUGH_TIMED = 8  # the same where the report opens with a day and a clock time
_OPENING = 70  # characters of a line in which they stand
_PIECE = 4  # characters of a name that are looked for in the headline together
_STEP = 4  # characters from one piece to the next
_READ = 100  # characters of a name that are compared with the headline
_LATE = 1500  # characters of body after which a place counts as late
_HEADLINE = 400  # characters of headlines compared
_NEXT = 30  # characters after a name in which its day stands
_NEWS = dt.timedelta(days=75)  # older events are background
_FIRST_DAY = dt.date(1000, 1, 1)  # no page is older; keeps the arithmetic within the calendar
_WHERE = ("ณ", "ที่", "ผ่าน")
_WHEN = ("ระหว่าง", "เมื่อ", "ในวัน", "วันที่", "ซึ่งจัด")
# วันนี้ (9 มีนาคม 2566) เวลา 09.30 น.
_TIMED = re.compile(r"เวลา\s?(?:ประมาณ\s?)?\d")


def _dense(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def _shared(name: str, headline: str) -> float:
    """The share of a name, read in pieces, that stands in the headline; both are dense."""
    starts = range(0, min(len(name), _READ) - _PIECE + 1, _STEP)
    if not starts:
        return 0.0
    return sum([name[i : i + _PIECE] in headline for i in starts]) / len(starts)


def _days(dates: list[DateMention], published: dt.date | None) -> tuple[list[int], list[int]]:
    """Where days are told that may be news, and where days long before publication are."""
    oldest = (published - _NEWS).isoformat() if published and published > _FIRST_DAY else ""
    news: list[int] = []
    old: list[int] = []
    for date in dates:
        if date.kind in (DateKind.DAY, DateKind.RANGE):
            (old if date.value and date.value < oldest else news).append(date.start)
    return news, old


def _any_in(starts: list[int], low: int, high: int) -> bool:
    """Whether one of some sorted offsets lies in ``low:high``."""
    at = bisect_left(starts, low)
    return at < len(starts) and starts[at] < high


def _lead_line(text: str, lines: list[Zone], news: list[int]) -> int:
    """The number of the line that opens the report: the first of the body that tells a day."""
    for number, line in enumerate(lines):
        if line.kind is ZoneKind.BODY and (
            _any_in(news, line.start, line.end) or text.find("วันนี้", line.start, line.end) != -1
        ):
            return number
    return -1


def _choose_name(
    text: str,
    zones: list[Zone],
    dates: list[DateMention],
    names: list[EventNameMention],
    placed: bool,
    published: dt.date | None,
) -> CharSpan | None:
    """The name of the main event, or None where no candidate is likely enough.

    Args:
        text: the clean text.
        zones: its zones.
        dates: its dates.
        names: candidates in reading order.
        placed: whether the text tells where the event is.
        published: the day of publication; a name that an old day follows is background.

    Returns:
        The candidate with the most points, the first of equals.
    """
    if not names:
        return None
    lines = [zone for zone in zones if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
    headline = " ".join({text[z.start : z.end]: None for z in lines if z.kind is ZoneKind.HEADLINE})
    headline = _dense(headline[:_HEADLINE])
    body = next((line.start for line in lines if line.kind is ZoneKind.BODY), 0)
    news, old = _days(dates, published)
    lead = _lead_line(text, lines, news)
    timed = lead != -1 and _TIMED.search(text, lines[lead].start, lines[lead].start + _OPENING)
    best: EventNameMention | None = None
    most = float(_ENOUGH_PLACED if placed else _ENOUGH_TIMED if timed else _ENOUGH)
    at = 0
    before = -1  # the line of the name before
    for name in names:
        while lines[at].end <= name.start:
            at += 1
        line = lines[at]
        body_line = line.kind is ZoneKind.BODY
        points = float(name.points)
        if body_line:
            points -= 4 * min(1, (name.start - body) / _LATE)
            points += 6 * (before != at)
            points += 3 * (name.act and at == lead) - 2 * (at < lead)
            points += 2 * _any_in(news, line.start, line.end)
        before = at
        after = text[name.end : name.end + 14].lstrip()
        points += 2 * after.startswith(_WHERE) + 3 * after.startswith(_WHEN)
        points -= 12 * _any_in(old, name.end, name.end + _NEXT)
        in_headline = 8 if body_line else 5  # points for a name that the headline has as well
        if points + in_headline < most:
            continue
        points += in_headline * _shared(_dense(text[name.start : name.end]), headline)
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
    name = _choose_name(text, zones, dates, names, bool(venues), published)
    days = find_days(text, zones, dates, name, bool(venues), published)
    if days is None:
        return EventDraft(name=name)
    time, clock = find_time(text, days)
    when = (days.words, clock) if clock else (days.words,)
    return EventDraft(name, days.first, days.last, time, when)
