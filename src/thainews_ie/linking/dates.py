"""Years left out, and the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap

from thainews_ie.mentions import DateMention, Zone, ZoneKind
from thainews_ie.records import DateKind

__all__ = ["find_published", "resolve_dates"]

_OPEN = "--"  # a value without its year starts so, after ISO 8601
# A neighbour gives its year over no more than this: กุมภาพันธ์และมีนาคม 2564
_NEAR = re.compile(r"\s{0,2}(?:[-–—,(]|และ|กับ|หรือ|ถึง|ของ)?\s{0,2}(?:ของ|ใน)?(?:เดือน|วันที่|ปี)?\s{0,2}")
_NEXT_YEAR = re.compile(r"\s{0,2}(?:ของ)?ปี(?:หน้า|ถัดไป)")
_LAST_YEAR = re.compile(r"\s{0,2}(?:ของ)?ปี(?:ก่อน|ที่แล้ว|กลาย)")
_PAST = re.compile(r"\s{0,2}(?:ที่ผ่าน|ที่แล้ว)")
_SINCE = re.compile(r"(?:เมื่อ|ตั้งแต่)(?:วัน[ก-๙]{0,10}ที่|เดือน)?\s{0,3}\Z")
_COMING = re.compile(r"\s{0,2}นี้")
_UNTIL = re.compile(r"(?:ถึง|ภายใน|ก่อน|เริ่ม)(?:วัน[ก-๙]{0,10}ที่|เดือน)?\s{0,3}\Z")
# ปรับปรุงเมื่อ 3 ก.พ. 2566: when the page was changed
_CHANGED = re.compile(r"\W{0,4}(?:ปรับปรุง|แก้ไข|อัปเดต|อัพเดท|[Ll]ast|[Uu]pdate)")
_NO_YEAR = "the year is left out, and neither the page nor another date gives it"


def find_published(found: list[DateMention], text: str, zones: list[Zone]) -> dt.date | None:
    """The day on which the page says it was published.

    Only the page's own header says so: its date line, or a field such as ``เมื่อวันที่ :``.
    A date in running text does not, nor when the page was last changed.

    Args:
        found: the dates of the text.
        text: the clean text.
        zones: its zones.

    Returns:
        The first full day of the first dateline that has one, else None.
    """
    dates = iter(found)
    date = next(dates, None)
    for zone in zones:
        if zone.kind is not ZoneKind.DATELINE:
            continue
        while date is not None and date.start < zone.start:
            date = next(dates, None)
        if date is None:
            return None
        if date.end > zone.end or date.kind is not DateKind.DAY or date.value is None:
            continue
        if not date.value.startswith(_OPEN) and not _CHANGED.match(text, zone.start, date.start):
            return dt.date.fromisoformat(date.value)
    return None


def resolve_dates(
    found: list[DateMention], published: dt.date | None, text: str
) -> list[DateMention]:
    """The same dates with the years that were left out.

    The year is that of the nearest date joined to it, else that of the same day or month where
    the text gives it in full, else that of the publication, turned by what the words around say.

    Args:
        found: dates in reading order; a value without its year starts with ``--``.
        published: the day of publication, if known.
        text: the clean text.

    Returns:
        The dates, none with an open year: where nothing tells the year, the value is None and the
        reason says so.
    """
    if not any(date.value and date.value.startswith(_OPEN) for date in found):
        return found
    full: dict[str, set[int]] = {}  # '09-16' and '09' -> years they are given with
    for date in found:
        if date.value and date.value[0] != "-" and date.kind in (DateKind.DAY, DateKind.MONTH):
            full.setdefault(date.value[5:], set()).add(int(date.value[:4]))
    resolved: list[DateMention] = []
    for number, date in enumerate(found):
        if date.value and date.value.startswith(_OPEN):
            year = _joined(found, resolved, number, text)
            if year is None:
                years = full.get(date.value[2:], ())
                year = next(iter(years)) if len(years) == 1 else None
            if year is None and published:
                year = _by_publication(date, published, text)
            if year is None:
                year = _nearest(found, resolved, number)
            date = _with_year(date, year)
        resolved.append(date)
    return resolved


def _joined(
    found: list[DateMention], resolved: list[DateMention], number: int, text: str
) -> int | None:
    """The year of a neighbour that stands right beside: ``ปี 2566 (มกราคม – เมษายน)``."""
    date = found[number]
    month = int((date.value or "--00")[2:4])
    if number + 1 < len(found):
        after = found[number + 1]
        if _full(after) and _NEAR.fullmatch(text, date.end, after.start):
            if after.kind is DateKind.YEAR:
                if text[date.end : after.start].rstrip().endswith("ปี"):
                    return _year(after)
            elif after.kind in (DateKind.DAY, DateKind.MONTH, DateKind.RANGE):
                own = int((after.value or "")[5:7] or 0)
                return _year(after) - (month > own > 0)
    before = resolved[-1] if number else None
    if before and _full(before) and before.kind is not DateKind.RANGE:
        fiscal = before.kind in (DateKind.FISCAL_YEAR, DateKind.ACADEMIC_YEAR)
        if not fiscal and _NEAR.fullmatch(text, before.end, date.start):
            own = int((before.value or "")[5:7] or 0)
            return _year(before) + (own > month)
    return None


def _full(date: DateMention) -> bool:
    return date.value is not None and date.value[0] != "-"


def _year(date: DateMention) -> int:
    return int((date.value or "0")[:4])


def _by_publication(date: DateMention, published: dt.date, text: str) -> int:
    """The year of publication, or one off where the words around point over a new year."""
    month = int((date.value or "--00")[2:4])
    before = max(0, date.start - 24)
    if _NEXT_YEAR.match(text, date.end):
        return published.year + 1
    if _LAST_YEAR.match(text, date.end):
        return published.year - 1
    if "/" in (date.value or "") and _turns(date.value or ""):
        return published.year - (published.month <= 6)
    past = _PAST.match(text, date.end) or _SINCE.search(text, before, date.start)
    if published.month <= 3 and month - published.month >= 7 and past:
        return published.year - 1
    if published.month >= 10 and published.month - month >= 7 and not past:
        coming = _COMING.match(text, date.end) or _UNTIL.search(text, before, date.start)
        january = published.month - month >= 10  # said in November or later
        return published.year + (january or coming is not None)
    return published.year


def _turns(value: str) -> bool:
    """Whether a range without years runs over a new year: ``--12-29/--01-04``."""
    first, last = value.split("/")
    return first > last


def _nearest(found: list[DateMention], resolved: list[DateMention], number: int) -> int | None:
    """The year of the nearest date before that has one, else of the next after."""
    for date in reversed(resolved[-20:]):
        if _full(date) and date.kind is not DateKind.YEAR:
            return _year(date)
    for date in found[number + 1 : number + 20]:
        if _full(date) and date.kind is not DateKind.YEAR:
            return _year(date)
    return None


def _with_year(date: DateMention, year: int | None) -> DateMention:
    """The date with its year filled in, both ends of a range."""
    value = date.value or ""
    if year is None:
        return date._replace(value=None, reason=_NO_YEAR)
    first, _, last = value.partition("/")
    ends = [f"{year:04}-{first[2:]}"]
    if last:
        turned = year + (first > last)
        ends.append(f"{turned:04}-{last[2:]}")
    for end in ends:
        if end.endswith("-02-29") and not isleap(int(end[:4])):
            return date._replace(value=None, reason=f"there is no 29/2/{end[:4]}")
    return date._replace(value="/".join(ends))
