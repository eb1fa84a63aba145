"""Dates around a Thai month: days, months, and ranges of either."""

from __future__ import annotations

import re
from typing import NamedTuple

from thainews_ie.calendar import BUDDHIST, ERA, expand_year, iso_day
from thainews_ie.cues import CueHit
from thainews_ie.errors import DateError
from thainews_ie.extractors.dates.parts import (
    Days,
    after_day_word,
    counts_after,
    day_number,
    spaces_before,
    value_of,
)
from thainews_ie.lexicon import terms
from thainews_ie.mentions import DateMention
from thainews_ie.records import DateKind

__all__ = ["MonthDate", "join_months", "month_date", "undotted_month"]

# The year after a month: 2564 | พ.ศ. 2564 | 64 | ปี 2564
_YEAR_AFTER = re.compile(
    rf"""
    [.,]? [ ]{{0,3}} (?P<era> (?:ปี[ ]{{0,2}})? {ERA} | ปี )?
    [ ]{{0,3}} (?P<year> 2[3-7]\d\d | 1[5-9]\d\d | 2[01]\d\d | [4-9]\d ) (?!\d|[.,:]\d)
    """,
    re.VERBOSE,
)
# What may stand between the two ends of a range: - | ถึง | ถึงวันศุกร์ที่ | ถึงเดือน
_TO = re.compile(
    r"""
    [ ]{0,3}
    (?: [-–—−~] | (?:ไป)?(?:จน)?ถึง )
    [ ]{0,3} (?: (?: ใน [ ]?)? (?: วัน[ก-๙]{0,10} | เดือน | สิ้นเดือน ) )?
    [ ]{0,3}
    """,
    re.VERBOSE,
)
# The same between two days of one month, before the month's name: 1 ถึงวันที่ 5 มีนาคม
_JOINER = re.compile(
    r"""
    (?: (?P<to>   (?: [-–—−~] | (?:จน)?ถึง ) (?:[ ]?วัน[ก-๙]{0,10}?ที่)? )
      | (?P<list> , | และ | กับ | ,[ ]?และ )
      | (?P<more> (?:,[ ]?)? (?:และ|กับ|,) [ ]? (?:ใน[ ]?)? (?:วัน[ก-๙]{0,10}?)? ที่ )
    ) [ ]{0,3} \Z
    """,
    re.VERBOSE,
)
# What comes before the first day of a list: a list of anything else is none of days.
_BEFORE_DAYS = re.compile(r"(?:ที่|ระหว่าง|ตั้งแต่|ช่วง|ใน|ตรงกับ|[(:“\"]|^)\s{0,3}\Z")
# What a month that is only abbreviated needs before it, if it has no day and no year.
_MONTH_WORD = re.compile(r"(?:เดือน|ต้น|กลาง|ปลาย|สิ้น|ช่วง|ถึง)\s{0,2}\Z")
_THIS = re.compile(r" {0,2}(?:ปี)?นี้")


class MonthDate(NamedTuple):
    """What stands around one month's name, which itself starts at ``name``. ``year`` is of the
    Common Era; ``first`` and ``last`` are days, None for a month alone. ``firm`` says that it
    needs no other to be a date."""

    start: int
    end: int
    name: int
    month: int
    first: int | None
    last: int | None
    year: int | None
    firm: bool


def _days_before(text: str, month_start: int) -> list[Days]:
    """The days right before a month's name, nearest expression first.

    ``16 กันยายน`` gives one day, ``4-6`` one range, ``16, 17 และ 20`` one range, and
    ``8-9 และวันที่ 14-15`` two ranges.
    """
    end = spaces_before(text, month_start)
    counts = False
    if text.endswith("เดือน", 0, end):
        counts = end < month_start
        end = spaces_before(text, end - 5)
    number = day_number(text, end, most=99)
    if number is None or (counts and not after_day_word(text, number[0])):
        return []  # 11 เดือน (มกราคม-พฤศจิกายน): so many months
    if text.endswith(terms("before_ordinals"), 0, spaces_before(text, number[0])):
        return []  # โควิด-19 เมษายน
    start, last = number
    groups: list[Days] = []
    group = [(start, end, last)]
    joined_to = False
    for _ in range(8):
        before = spaces_before(text, start)
        if before == 0 or text[before - 1] not in "-–—−~,ะบงี่":
            break
        joiner = _JOINER.search(text, max(0, before - 24), before)
        if joiner is None:
            break
        number_end = spaces_before(text, joiner.start())
        number = day_number(text, number_end)
        if number is None or (joiner["to"] and number[1] >= group[-1][2]):
            break
        is_list = joiner["list"] is not None
        more = joiner["more"] is not None or (is_list and joined_to)
        if not joiner["to"] and not _starts_days(text, number[0]):
            break
        start = number[0]
        if more or (is_list and number[1] >= group[-1][2]):
            groups.append(Days(group[-1][0], group[0][1], group[-1][2], group[0][2]))
            group = []
            joined_to = False
        if joiner["to"]:
            joined_to = True
        group.append((start, number_end, number[1]))
    groups.append(Days(group[-1][0], group[0][1], group[-1][2], group[0][2]))
    return groups


def _starts_days(text: str, start: int) -> bool:
    """Whether a number may open a list of days: after ``วันที่``, or itself after another."""
    before = spaces_before(text, start)
    if before == 0:
        return True
    if _BEFORE_DAYS.search(text, max(0, before - 8), before):
        return True
    return (
        text[before - 1] in "-–—−~,ะ"
        and day_number(text, spaces_before(text, before - 1)) is not None
    )


def month_date(
    text: str, hit: CueHit, taken: set[int], found: list[DateMention], dates: list[MonthDate]
) -> None:
    """Reads what stands around a Thai month's name.

    Args:
        text: the clean text.
        hit: the name, with month and form.
        taken: where the numbers that dates hold start; grows.
        found: the mentions so far; grows by the days that share the month with others.
        dates: the dates that may be ends of ranges; grows.
    """
    month, form = int(hit.values[0]), hit.values[1]
    groups = _days_before(text, hit.start)
    cut = form == "bare" or (form == "short" and hit.term[-1] != ".")
    if cut and "ก" <= text[hit.end : hit.end + 1] <= "๎":
        return  # 14 ตุลา, but not ตุลาการ; 22 ต.ค, but not 22 ต.คลอง
    if form == "bare" and not groups:
        return
    year = None
    end = hit.end
    after = _YEAR_AFTER.match(text, end)
    if after and _is_year(text, after, form, bool(groups)):
        era = after["era"] or ""
        offset = 0 if "ค" in era[:5] else BUDDHIST if "ศ" in era else None
        year = expand_year(after["year"], offset)
        end = after.end()
    if not groups and form != "full" and not _is_month(text, hit, year):
        return
    if after and year is not None:
        taken.add(after.start("year"))
    if not groups:
        firm = form == "full" or year is not None
        if not firm:
            firm = bool(
                _MONTH_WORD.search(text, max(0, hit.start - 8), hit.start)
                or _THIS.match(text, hit.end)
            )
        dates.append(MonthDate(hit.start, end, hit.start, month, None, None, year, firm))
        return
    for days in groups[1:]:  # 8 - 9 และวันที่ 14 -15 มีนาคม: the month belongs to both
        kind, value, reason = value_of(days, month, year)
        found.append(DateMention(days.start, days.end, kind, value, reason))
    days = groups[0]
    dates.append(MonthDate(days.start, end, hit.start, month, days.first, days.last, year, True))


def _is_month(text: str, hit: CueHit, year: int | None) -> bool:
    """Whether an abbreviation without a day is a month: ``ก.พ.`` is an office too."""
    before = text[max(0, hit.start - 12) : hit.start]
    if not before or _MONTH_WORD.search(before):
        return True
    stripped = before.rstrip()
    if stripped.endswith(("สำนักงาน", "เลขาธิการ", "คณะกรรมการ", "ก.", "อ.")):
        return False
    last = before[-1]
    if last == ".":
        return False
    return year is not None or not "ก" <= last <= "๎" or stripped.endswith(("และ", "ใน"))


def _is_year(text: str, after: re.Match[str], form: str, has_day: bool) -> bool:
    """Whether the number after a month is its year, not a count: ``มีนาคม 65 ราย``."""
    digits = after["year"]
    if len(digits) == 4 or after["era"]:
        return True
    if form == "misspelt" and not has_day:
        return False
    return not counts_after().match(text, after.end())


def undotted_month(
    text: str, hit: CueHit, taken: set[int], found: list[DateMention], dates: list[MonthDate]
) -> None:
    """Reads ``31 ธค 63``.

    Args:
        text: the clean text.
        hit: the name and the last digit of the day before it, with the month.
        taken, found, dates: as in ``month_date``.
    """
    name = hit.start + 1 + (text[hit.start + 1] == " ")
    month = CueHit(name, hit.end, text[name : hit.end], (hit.values[0], "bare"))
    if _YEAR_AFTER.match(text, hit.end):
        month_date(text, month, taken, found, dates)


def join_months(text: str, dates: list[MonthDate], found: list[DateMention]) -> None:
    """Pairs the ends of ranges (``30 ก.ย. – 2 ต.ค. 64``), and adds pairs and singles.

    Args:
        text: the clean text.
        dates: all dates around months' names, in reading order.
        found: the mentions so far; grows.
    """
    at = 0
    while at < len(dates):
        date = dates[at]
        at += 1
        if at < len(dates) and date.end <= dates[at].start <= date.end + 40:
            pair = _range(text, date, dates[at])
            if pair:
                found.append(pair)
                at += 1
                continue
        if not date.firm:
            continue
        if date.first is None or date.last is None:
            value = _written(date, date.year)
            found.append(DateMention(date.start, date.end, DateKind.MONTH, value))
        else:
            days = Days(date.start, date.end, date.first, date.last)
            found.append(DateMention(date.start, date.end, *value_of(days, date.month, date.year)))


def _range(text: str, date: MonthDate, last: MonthDate) -> DateMention | None:
    """One mention for two dates that a dash or ``ถึง`` joins, if they are the ends of a range."""
    if not _TO.fullmatch(text, date.end, last.start):
        return None
    if date.first != date.last or last.first != last.last:
        return None
    if date.first is not None and last.first is None and not after_day_word(text, date.start):
        date = date._replace(start=date.name, first=None)  # ไตรมาสที่ 1 มกราคม - มีนาคม
    year, last_year = date.year, last.year
    turns = date.month > last.month
    if date.month == last.month and date.first and last.first:
        turns = date.first > last.first
    if year is None and last_year is not None:
        year = last_year - turns
    elif last_year is None and year is not None:
        last_year = year + turns
    if year is not None and last_year is not None and year + turns > last_year:
        return None
    try:
        ends = _written(date, year), _written(last, last_year)
    except DateError as error:
        return DateMention(date.start, last.end, DateKind.RANGE, None, str(error))
    return DateMention(date.start, last.end, DateKind.RANGE, "/".join(ends))


def _written(date: MonthDate, year: int | None) -> str:
    """A month, or its first day, at the precision written."""
    head = f"{year:04}-" if year else "--"
    if date.first is None:
        return f"{head}{date.month:02}"
    iso_day(year or 2000, date.month, date.first)
    return f"{head}{date.month:02}-{date.first:02}"
