"""The days and the time of the main event, chosen among the dates of the text."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from thainews_ie.mentions import CharSpan, DateMention, Zone, ZoneKind
from thainews_ie.records import DateKind

__all__ = ["EventDays", "find_days", "find_time"]

_ENOUGH = 11  # points that a day needs
_LINE_START = 34  # characters of a line's start: เมื่อวันพฤหัสบดีที่ …
_BEFORE = 34  # characters before a date that are read
_SPEECH = 250  # characters after a date in which a spokesperson may begin to speak
_CLOCK_REACH = 60  # characters after a day in which its time is told
_MOST = 200  # dates weighed: a bound for texts that hold nothing else

# What stands before the day of an event: วันนี้ ( | เมื่อวันที่ | ในวันพุธที่ | ระหว่างวันที่.
_PREFIX = re.compile(
    r"""
    (?: (?P<today> (?:วันนี้|เช้านี้|บ่ายนี้|เย็นนี้|คืนนี้|วานนี้) \s{0,2} [(\[]? \s?
                   (?:วัน[ก-๙]{2,9}ที่\s?|วันที่\s?)? )
      | (?P<figures> ข้อมูล (?:เมื่อ|ณ|\s){0,3} วัน(?:ที่|[ก-๙]{2,9}ที่) \s? )
      | (?P<since> (?:ตั้งแต่|ภายใน|จนถึง|ถึง|ก่อน|ไม่เกิน|ลง|ประกาศให้|กำหนดให้|ของ|ให้|ตรงกับ|ณ)
                   \s? วัน(?:ที่|[ก-๙]{2,9}ที่) \s? )
      | (?P<held>  (?:จัดขึ้น|จัดงาน|กำหนดจัด|จัด|มีขึ้น|เริ่ม) [^\n]{0,12}?
                   (?:ใน|ระหว่าง|เมื่อ)? วัน(?:ที่|[ก-๙]{2,9}ที่) \s? )
      | (?P<rule>  (?:มติ|ครม\.|คณะรัฐมนตรี|ประกาศ|คำสั่ง|ราชกิจจา) [^\n]{0,16}
                   (?:เมื่อ)? วัน(?:ที่|[ก-๙]{2,9}ที่) \s? )
      | (?P<when>  เมื่อ (?:วันที่|วัน[ก-๙]{2,9}ที่)? \s? )
      | (?P<on>    (?:ใน|ระหว่าง)? วัน(?:ที่|[ก-๙]{2,9}ที่) \s? | ระหว่าง \s? )
    ) \Z
    """,
    re.VERBOSE,
)
# A ceremony or a visit takes a day, whatever it opens may take more.
_ONE_DAY = ("พิธี", "ลงพื้นที่", "ตรวจ", "มอบ", "เปิด")
_LONGEST = dt.timedelta(days=31)  # of an event, where a day of it is told of as well
# ซึ่งจัดขึ้น|ระหว่างวันที่ 4-6 …
_HELD = re.compile(r"(?:จัด|มีขึ้น|กำหนด)[^\n]{0,20}(?:ระหว่าง|ตั้งแต่|ใน)?\s?(?:วันที่)?\s?\Z")
_FIRM = frozenset({"today", "held", "when", "on"})  # prefixes that date what is told
_MOST_FOR_PREFIX = 5
_NEXT = frozenset({"held", "when", "on"})  # prefixes that date the words before them

# 29 กรกฎาคม ของทุกปี
_YEARLY = re.compile(r"\s{0,2}(?:ของ)?ทุก(?:ๆ\s?)?ปี")

# นาย ก เปิดเผยว่า: the day is that of the speech.
_SPOKEN = re.compile(r"เผย|กล่าว(?:ว่า|ถึง)|(?:ระบุ|แถลง|แจ้ง)ว่า|ชี้แจง")

# เปิดเผยว่า ตนพร้อมคณะ | ได้ออกเยี่ยม…: what is told was done on that day
_DONE = re.compile(
    r"[^\n]{1,16}?ว่า[^\n\d]{0,150}?ได้(?:จัด|ดำเนิน|ออก|นำ|ร่วม|เข้าร่วม|ลงพื้นที่|เดินทาง|เป็นประธาน|มอบหมาย)"
)

# เวลา 09.30 น. | เวลา 13:30 - 16:30 น.
_CLOCK = re.compile(r"เวลา(?:ประมาณ)?\s{0,2}(\d{1,2})\s?[.:]\s?(\d\d)(?!\d)")

# วันที่ 9 มีนาคม 2566 | เวลา 09.30: at the start of a report, not of a statement
_TIMED = re.compile(r"[\s)]{0,3}เวลา\s?(?:ประมาณ\s?)?\d")

# 9 มีนาคม 2566 | 09.30 น.: the time may follow the day at once.
_BARE_CLOCK = re.compile(r"[\s,|/()-]{0,4}(\d{1,2})\s?[.:]\s?(\d\d)\s?(?:-|–|ถึง|น\.|นาฬิกา)")

# ทุกวันนี้, ตั้งแต่วันนี้, จนถึงวันนี้ and นับจากวันนี้ date nothing.
_NOT_TODAY = ("ทุก", "แต่", "ถึง", "จาก")


class EventDays(NamedTuple):
    """The days of an event, the words that give them, and other words for the same first day."""

    first: dt.date
    last: dt.date | None
    words: CharSpan
    again: tuple[CharSpan, ...]


class _Day(NamedTuple):
    """A day told of, where it stands; ``bare`` for ``วันนี้`` without a date."""

    start: int
    end: int
    first: dt.date
    last: dt.date | None
    bare: bool


def _day(value: str | None) -> dt.date | None:
    """The day of an ISO value, or None where it is a month, a year or nothing."""
    if value is None or len(value) != 10:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _days(
    text: str, lines: list[Zone], dates: list[DateMention], published: dt.date | None
) -> list[_Day]:
    """All days and ranges of days in some lines, and ``วันนี้`` where it stands for one."""
    days: list[_Day] = []
    for date in dates[:_MOST]:
        if date.kind in (DateKind.DAY, DateKind.RANGE) and date.value:
            first, _, last = date.value.partition("/")
            start = _day(first)
            if start:
                days.append(_Day(date.start, date.end, start, _day(last), bare=False))
    if published:
        starts = [day.start for day in days]
        at = 0
        for line in lines:
            today = text.find("วันนี้", line.start, line.end)
            while today != -1 and len(days) < _MOST:
                end = today + 6
                while at < len(starts) and starts[at] < end:
                    at += 1
                dated = at < len(starts) and starts[at] < end + 22
                if not dated and not text.endswith(_NOT_TODAY, line.start, today):
                    days.append(_Day(today, end, published, None, bare=True))
                today = text.find("วันนี้", end, line.end)
    days.sort()
    return days


def _prefix(text: str, day: _Day, line: Zone) -> str:
    """The class of the words before a day, or an empty string."""
    match = _PREFIX.search(text, max(line.start, day.start - _BEFORE), day.start)
    return match.lastgroup or "" if match else ""


def _prefix_points(prefix: str, day: _Day, name: CharSpan | None) -> int:
    """How much the words before a day speak for it, at most ``_MOST_FOR_PREFIX``."""
    points = (prefix in _FIRM) + 2 * (prefix == "when")
    points -= (prefix == "held") + 4 * (prefix == "since") + 20 * (prefix == "figures")
    next_to_name = name is not None and 0 <= day.start - name.end < 120
    return points + 2 * (next_to_name and prefix in _NEXT)


def _place_points(day: _Day, line: Zone, name: CharSpan | None) -> float:
    """How much a day's place beside the name of the event speaks for it."""
    if name is None:
        return 0
    points = -3 * min(abs(day.start - name.start), 1000) / 1000
    if line.start <= name.start < line.end:
        points += 2
        points += 2 * (0 <= name.start - day.end < 400)
        points += 0 <= day.start - name.end < 45
    return points


def _time_points(day: _Day, published: dt.date | None) -> int:
    """How much a day's distance from that of publication speaks for it."""
    if published is None:
        return 0
    ahead = (day.first - published).days
    if -8 <= ahead <= 0:
        return 5 if ahead == 0 else 4
    return -2 if ahead >= 60 else -1 if ahead < -40 else 0


def _opening_points(text: str, day: _Day, line: Zone, name: CharSpan | None) -> int:
    """How much it speaks for a day that its line begins with it, unless somebody then speaks."""
    if day.start - line.start >= _LINE_START:
        return 0
    points = 3 + 4 * bool(_TIMED.match(text, day.end))
    spoken = _SPOKEN.search(text, day.end, day.end + _SPEECH)
    if spoken:
        done = _DONE.match(text, spoken.start())
        points -= 2 if done else 9 if name and name.start > spoken.start() else 5
    return points


def _covers(text: str, day: _Day, best: _Day) -> bool:
    """Whether a range is that of the whole event, one day of which is told of: งานจัดขึ้นระหว่าง…"""
    if day.last is None or not day.first <= best.first <= day.last:
        return False
    if day.last - day.first > _LONGEST:
        return False
    return bool(_HELD.search(text, max(0, day.start - _BEFORE), day.start))


def find_days(
    text: str,
    zones: list[Zone],
    dates: list[DateMention],
    name: CharSpan | None,
    placed: bool,
    published: dt.date | None,
) -> EventDays | None:
    """The days of the event.

    Args:
        text: the clean text.
        zones: its zones.
        dates: its dates, with values.
        name: the name of the event, if it has one.
        placed: whether the text tells where it is.
        published: the day of publication, which a bare ``วันนี้`` means.

    Returns:
        The day with the most points, the first of equals, or None where none is likely enough.
    """
    lines = [zone for zone in zones if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
    days = _days(text, lines, dates, published)
    happens = (5 if name or placed else 0) + (4 if placed else 0) - (0 if name else 3)
    first_line = next((i for i, line in enumerate(lines) if line.kind is ZoneKind.BODY), -1)
    best: _Day | None = None
    most = float(_ENOUGH)
    at = 0
    first = True  # of the body
    for day in days:
        while at < len(lines) and lines[at].end <= day.start:
            at += 1
        if at == len(lines):
            break
        line = lines[at]
        if day.start < line.start:
            continue
        points = happens + _place_points(day, line, name) + _time_points(day, published)
        points += (day.last is not None) - (at == first_line)
        if line.kind is ZoneKind.BODY:
            points += 2 * first + _opening_points(text, day, line, name)
            first = False
        if day.bare:
            points -= 1 if text[day.end : day.end + 1] == " " or day.start == line.start else 2
        if points + _MOST_FOR_PREFIX < most or _YEARLY.match(text, day.end):
            continue
        points += 0 if day.bare else _prefix_points(_prefix(text, day, line), day, name)
        if points > most or (points == most and best is None):
            best, most = day, points
    return _extent(text, days, best, name) if best else None


def _extent(text: str, days: list[_Day], best: _Day, name: CharSpan | None) -> EventDays:
    """From the best day to all days of the event, which other words may tell."""
    last = best.last
    if last is None and name is not None and not text.startswith(_ONE_DAY, name.start):
        whole = next((day for day in days if _covers(text, day, best)), None)
        if whole is not None:
            words = CharSpan(whole.start, whole.end)
            return EventDays(whole.first, whole.last, words, (CharSpan(best.start, best.end),))
    if last is None:  # a range that begins on the same day tells when it ends
        last = next((day.last for day in days if day.last and day.first == best.first), None)
    again = tuple(
        CharSpan(day.start, day.end) for day in days if day.first == best.first and day is not best
    )
    return EventDays(best.first, last, CharSpan(best.start, best.end), again)


def _clock(text: str, start: int, end: int) -> tuple[dt.time, CharSpan] | None:
    """The first clock time in what follows a day."""
    match = _BARE_CLOCK.match(text, start, end)
    at = start if match else text.find("เวลา", start, end)
    while at != -1:
        match = match or _CLOCK.match(text, at)
        if match:
            hour, minute = int(match[1]), int(match[2])
            if hour < 24 and minute < 60:
                return dt.time(hour, minute), CharSpan(match.start(1), match.end(2))
        at, match = text.find("เวลา", at + 1, end), None
    return None


def find_time(text: str, days: EventDays) -> tuple[dt.time | None, CharSpan | None]:
    """When the event starts on its first day, and the words that say so.

    Args:
        text: the clean text.
        days: the days of the event.

    Returns:
        The clock time that follows the day where it is told of; None where none does.
    """
    for words in (days.words, *days.again):
        reach = words.end + _CLOCK_REACH
        line_end = text.find("\n", words.end, reach)
        found = _clock(text, words.end, reach if line_end == -1 else line_end)
        if found:
            return found
    return None, None
