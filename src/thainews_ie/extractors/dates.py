"""Calendar expressions: days, months and their ranges; ``date_years`` adds the bare years.

Every expression is found from its month's name or from its number, by looking a few characters
to the left and right of it. A year that is left out stays open here: the value is then an ISO
8601 date without it (``--09-16``, ``--09``), which ``linking.dates`` completes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thainews_ie.calendar import BUDDHIST, english_day, expand_year, iso_day
from thainews_ie.cues import CueHit, Cues
from thainews_ie.errors import DateError
from thainews_ie.extractors.date_years import find_years
from thainews_ie.lexicon import terms
from thainews_ie.mentions import DateMention
from thainews_ie.patterns import trie
from thainews_ie.records import DateKind

__all__ = ["find_dates"]

_DASHES = "-–—−~"
_DIGITS = "0123456789"

# The year after a month: 2564 | พ.ศ. 2564 | 64 | ปี 2564
_YEAR_AFTER = re.compile(
    r"""
    [.,]? [ ]{0,3}
    (?P<era> (?:ปี[ ]{0,2})? (?: พ[ ]?\.?[ ]?ศ[ ]?\.? | ค[ ]?\.?[ ]?ศ[ ]?\.? | พุทธศักราช | คริสต์?ศักราช)
      | ปี )?
    [ ]{0,3} (?P<year> 2[3-7]\d\d | 1[5-9]\d\d | 2[01]\d\d | [4-9]\d ) (?!\d|[.,:]\d)
    """,
    re.VERBOSE,
)
# The day and year after an English month: September 16, 2021 | Sept. 16-18, 2021 | November 3
_ENGLISH_AFTER = re.compile(
    r"""
    \.? \s{1,2} (?P<day>\d{1,2}) (?:st|nd|rd|th)? (?!\d|[.:]\d)
    (?: \s?[-–]\s? (?P<last>\d{1,2}) (?:st|nd|rd|th)? (?!\d) )?
    (?: ,? \s{1,2} (?P<year>\d{4}) (?!\d) )?
    """,
    re.VERBOSE,
)
_ENGLISH_YEAR = re.compile(r"\.?,? {0,2}(?P<year>\d{4})(?!\d)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)?(?: of)? {0,2}\Z")

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

_DAY_WORD = re.compile(r"(?:วัน[ก-๙]{0,10} ?ที่|เมื่อ|ณ|\() {0,3}\Z")
_THIS = re.compile(r" {0,2}(?:ปี)?นี้")

# 27/07/2566 | 27-07-66 | 27.7.2566 | 2021-09-16, from the first mark on. One pattern a mark: a
# pattern that starts with one certain character is searched for five times faster.
_FROM_MARK = [
    re.compile(r"/([0-9]{1,2})/([0-9]{4}|[0-9]{1,2})(?![0-9])"),
    re.compile(r"-([0-9]{1,2})-([0-9]{4}|[0-9]{1,2})(?![0-9])"),
    re.compile(r"\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})(?![0-9])"),
]
_GOES_ON = re.compile(r"[/.:-]?[0-9]|-|/")


class _MonthDate(NamedTuple):
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


class _Days(NamedTuple):
    """Days before a month's name, written as one expression."""

    start: int
    end: int
    first: int
    last: int


def find_dates(text: str, cues: Cues) -> list[DateMention]:
    """Every calendar expression, in reading order.

    Args:
        text: the clean text.
        cues: its cue hits; the months' names come from the table ``months``.

    Returns:
        Mentions that do not overlap. A value that lacks its year starts with ``--``; a value of
        None comes with the reason.

    >>> from thainews_ie.cues import cue_index
    >>> text = "วันที่ 4-6 พ.ย. 63 และเดือนมกราคม ประจำปีงบประมาณ 2564"
    >>> for date in find_dates(text, cue_index().scan(text)):
    ...     print(text[date.start : date.end], date.kind.value, date.value)
    4-6 พ.ย. 63 range 2020-11-04/2020-11-06
    มกราคม month --01
    2564 fiscal_year 2020-10-01/2021-09-30
    """
    taken: set[int] = set()  # where the numbers that are already read start
    found: list[DateMention] = []
    dates: list[_MonthDate] = []
    for hit in cues.longest("months"):
        if hit.values[1] == "english":
            _english_date(text, hit, taken, found)
        else:
            _month_date(text, hit, taken, found, dates)
    for hit in cues.all("undotted_months"):
        _undotted_month(text, hit, taken, found, dates)
    dates.sort(key=_start)
    _join(text, dates, found)
    for pattern in _FROM_MARK:
        for match in pattern.finditer(text):
            _numeric_date(text, match, taken, found)
    find_years(text, taken, found)
    return _apart(found)


def _start(date: _MonthDate | DateMention) -> int:
    return date.start


def _apart(found: list[DateMention]) -> list[DateMention]:
    """The mentions in reading order, without those that an earlier one overlaps."""
    found.sort(key=_start)
    apart: list[DateMention] = []
    end = 0
    for date in found:
        if date.start >= end:
            apart.append(date)
            end = date.end
    return apart


def _digits_before(text: str, end: int, most: int = 3) -> int:
    """Where the digits that end at ``end`` begin, looking at no more than ``most``."""
    start = end
    while start > 0 and end - start < most and text[start - 1] in _DIGITS:
        start -= 1
    return start


def _spaces_before(text: str, end: int) -> int:
    """``end`` without up to three spaces before it."""
    start = end
    while start > 0 and end - start < 3 and text[start - 1] == " ":
        start -= 1
    return start


def _day_number(text: str, end: int, most: int = 31) -> tuple[int, int] | None:
    """A day of one or two digits that ends at ``end``: where it starts, and the number."""
    start = _digits_before(text, end)
    if not 1 <= end - start <= 2:
        return None
    if start > 1 and text[start - 1] in ".:/" and text[start - 2] in _DIGITS:
        return None  # 09.30, 1:15, 3/15
    day = int(text[start:end])
    return (start, day) if 1 <= day <= most else None


def _days_before(text: str, month_start: int) -> list[_Days]:
    """The days right before a month's name, nearest expression first.

    ``16 กันยายน`` gives one day, ``4-6`` one range, ``16, 17 และ 20`` one range, and
    ``8-9 และวันที่ 14-15`` two ranges.
    """
    end = _spaces_before(text, month_start)
    counts = False
    if text.endswith("เดือน", 0, end):
        counts = end < month_start
        end = _spaces_before(text, end - 5)
    number = _day_number(text, end, most=99)
    if number is None or (counts and not _after_day_word(text, number[0])):
        return []  # 11 เดือน (มกราคม-พฤศจิกายน): so many months
    start, last = number
    groups: list[_Days] = []
    group = [(start, end, last)]
    joined_to = False
    for _ in range(8):
        before = _spaces_before(text, start)
        if before == 0 or text[before - 1] not in "-–—−~,ะบงี่":
            break
        joiner = _JOINER.search(text, max(0, before - 24), before)
        if joiner is None:
            break
        number_end = _spaces_before(text, joiner.start())
        number = _day_number(text, number_end)
        if number is None or (joiner["to"] and number[1] >= group[-1][2]):
            break
        is_list = joiner["list"] is not None
        more = joiner["more"] is not None or (is_list and joined_to)
        if not joiner["to"] and not _starts_days(text, number[0]):
            break
        start = number[0]
        if more or (is_list and number[1] >= group[-1][2]):
            groups.append(_Days(group[-1][0], group[0][1], group[-1][2], group[0][2]))
            group = []
            joined_to = False
        if joiner["to"]:
            joined_to = True
        group.append((start, number_end, number[1]))
    groups.append(_Days(group[-1][0], group[0][1], group[-1][2], group[0][2]))
    return groups


def _starts_days(text: str, start: int) -> bool:
    """Whether a number may open a list of days: after ``วันที่``, or itself after another."""
    before = _spaces_before(text, start)
    if before == 0:
        return True
    if _BEFORE_DAYS.search(text, max(0, before - 8), before):
        return True
    return (
        text[before - 1] in "-–—−~,ะ"
        and _day_number(text, _spaces_before(text, before - 1)) is not None
    )


def _month_date(
    text: str, hit: CueHit, taken: set[int], found: list[DateMention], dates: list[_MonthDate]
) -> None:
    """Reads what stands around a Thai month's name."""
    month, form = int(hit.values[0]), hit.values[1]
    groups = _days_before(text, hit.start)
    if form == "bare" and (not groups or "ก" <= text[hit.end : hit.end + 1] <= "๙"):
        return
    year = None
    end = hit.end
    after = _YEAR_AFTER.match(text, end)
    if after and _is_year(text, after, form, bool(groups)):
        era = after["era"] or ""
        offset = 0 if "ค" in era[:5] else BUDDHIST if "ศ" in era else None
        year = expand_year(after["year"], offset)
        end = after.end()
        taken.add(after.start("year"))
    if not groups:
        firm = form == "full" or year is not None
        if form != "full" and not _is_month(text, hit, year):
            return
        if not firm:
            firm = bool(
                _MONTH_WORD.search(text, max(0, hit.start - 8), hit.start)
                or _THIS.match(text, hit.end)
            )
        dates.append(_MonthDate(hit.start, end, hit.start, month, None, None, year, firm))
        return
    for days in groups[1:]:  # 8 - 9 และวันที่ 14 -15 มีนาคม: the month belongs to both
        kind, value, reason = _value(days, month, year)
        found.append(DateMention(days.start, days.end, kind, value, reason))
    days = groups[0]
    dates.append(_MonthDate(days.start, end, hit.start, month, days.first, days.last, year, True))


def _is_month(text: str, hit: CueHit, year: int | None) -> bool:
    """Whether an abbreviation without a day is a month: ``ก.พ.`` is an office too."""
    before = text[max(0, hit.start - 12) : hit.start]
    if not before or _MONTH_WORD.search(before):
        return True
    stripped = before.rstrip()
    if stripped.endswith(("สำนักงาน", "เลขาธิการ", "คณะกรรมการ", "ก.", "อ.")):
        return False
    last = before[-1]
    return not ("ก" <= last <= "๎" or last == ".") or stripped.endswith(("และ", "ใน"))


def _is_year(text: str, after: re.Match[str], form: str, has_day: bool) -> bool:
    """Whether the number after a month is its year, not a count: ``มีนาคม 65 ราย``."""
    digits = after["year"]
    if len(digits) == 4 or after["era"]:
        return True
    if form == "misspelt" and not has_day:
        return False
    return not _counted().match(text, after.end())


@cache
def _counted() -> re.Pattern[str]:
    """``ราย``, ``คน`` … after a number; ``ครั้งที่`` does not count."""
    return re.compile(rf" {{0,2}}{trie(terms('counted'))}(?!ที่|ไทย)")


def _value(days: _Days, month: int, year: int | None) -> tuple[DateKind, str | None, str | None]:
    """Kind, value and reason of one or more days of one month."""
    kind = DateKind.DAY if days.first == days.last else DateKind.RANGE
    try:
        # 2000 was a leap year: without a year, 29 February stays possible
        iso_day(year or 2000, month, days.first)
        iso_day(year or 2000, month, days.last)
    except DateError as error:
        return kind, None, str(error)
    head = f"{year:04}-" if year else "--"
    first = f"{head}{month:02}-{days.first:02}"
    if kind is DateKind.DAY:
        return kind, first, None
    return kind, f"{first}/{head}{month:02}-{days.last:02}", None


def _join(text: str, dates: list[_MonthDate], found: list[DateMention]) -> None:
    """Pairs the ends of ranges (``30 ก.ย. – 2 ต.ค. 64``), and adds pairs and singles."""
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
            value = f"{date.year:04}-{date.month:02}" if date.year else f"--{date.month:02}"
            found.append(DateMention(date.start, date.end, DateKind.MONTH, value))
        else:
            days = _Days(date.start, date.end, date.first, date.last)
            found.append(DateMention(date.start, date.end, *_value(days, date.month, date.year)))


def _range(text: str, date: _MonthDate, last: _MonthDate) -> DateMention | None:
    """One mention for two dates that a dash or ``ถึง`` joins, if they are the ends of a range."""
    if not _TO.fullmatch(text, date.end, last.start):
        return None
    if date.first != date.last or last.first != last.last:
        return None
    if date.first is not None and last.first is None and not _after_day_word(text, date.start):
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
        ends = _end(date, year), _end(last, last_year)
    except DateError as error:
        return DateMention(date.start, last.end, DateKind.RANGE, None, str(error))
    return DateMention(date.start, last.end, DateKind.RANGE, "/".join(ends))


def _end(date: _MonthDate, year: int | None) -> str:
    """One end of a range, at the precision written."""
    head = f"{year:04}-" if year else "--"
    if date.first is None:
        return f"{head}{date.month:02}"
    iso_day(year or 2000, date.month, date.first)
    return f"{head}{date.month:02}-{date.first:02}"


def _undotted_month(
    text: str, hit: CueHit, taken: set[int], found: list[DateMention], dates: list[_MonthDate]
) -> None:
    """Reads ``31 ธค 63``; the cue starts with the last digit of the day."""
    name = hit.start + 1 + (text[hit.start + 1] == " ")
    month = CueHit(name, hit.end, text[name : hit.end], (hit.values[0], "bare"))
    if _YEAR_AFTER.match(text, hit.end):
        _month_date(text, month, taken, found, dates)


def _numeric_date(
    text: str, match: re.Match[str], taken: set[int], found: list[DateMention]
) -> None:
    """Reads ``27/07/2566`` and ``2021-09-16``."""
    start, end = _digits_before(text, match.start(), most=5), match.end()
    if start and text[start - 1] in "0123456789/.-:":
        return
    if _GOES_ON.match(text, end):
        return
    first, middle, last = text[start : match.start()], match[1], match[2]
    if len(first) == 4 and len(last) <= 2:
        first, last = last, first
    elif not 1 <= len(first) <= 2 or len(last) < 2:
        return
    day, month, year = int(first), int(middle), expand_year(last)
    if month > 12 >= day and 1900 <= int(last) < 2300:
        day, month = month, day  # 09/16/2021, as Americans write
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1900 <= year <= 2100:
        return
    if len(last) == 2:
        # 1.2.66 is a section more often than a date, 12-3-60 a plot of land
        doubtful = text[match.start()] == "." or int(last) < 40
        if (doubtful and not _after_day_word(text, start)) or _counted().match(text, end):
            return
    taken.update((start, match.start(1), match.start(2)))
    value = _value(_Days(start, end, day, day), month, year)
    found.append(DateMention(start, end, *value))


def _after_day_word(text: str, start: int) -> bool:
    """Whether ``วันที่``, ``วันพุธที่``, ``เมื่อ``, ``ณ`` or a bracket stands before."""
    return _DAY_WORD.search(text, max(0, start - 20), start) is not None


def _english_date(text: str, hit: CueHit, taken: set[int], found: list[DateMention]) -> None:
    """Reads ``September 16, 2021``, ``16 September 2021``, ``May 2023``."""
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if (hit.start and before.isalpha()) or (after.isascii() and after.isalpha()):
        return
    month = int(hit.values[0])
    start, end = hit.start, hit.end
    first = last = 0
    year: int | None = None
    ordinal = _ORDINAL.search(text, max(0, start - 6), start)
    number = _day_number(text, ordinal.start()) if ordinal else None
    if number:
        start, last = number
        first = last
        dash = _spaces_before(text, start)
        if dash and text[dash - 1] in _DASHES:
            number = _day_number(text, _spaces_before(text, dash - 1))
            if number and number[1] < last:
                start, first = number
        match = _ENGLISH_YEAR.match(text, end)
    else:
        match = _ENGLISH_AFTER.match(text, end)
        if match:
            first = int(match["day"])
            last = int(match["last"] or first)
        else:
            match = _ENGLISH_YEAR.match(text, end)
            if not match:
                return
    if match:
        end = match.end()
        if match["year"]:
            year = expand_year(match["year"])
            taken.add(match.start("year"))
    if not first:
        found.append(DateMention(start, end, DateKind.MONTH, f"{year:04}-{month:02}"))
        return
    kind, value, reason = _value(_Days(start, end, first, last), month, year)
    if kind is DateKind.DAY and value and year:
        try:
            value = english_day(f"{hit.term} {first}, {year}").isoformat()
        except DateError as error:
            value, reason = None, str(error)
    found.append(DateMention(start, end, kind, value, reason))
