"""Thai calendar arithmetic: the Buddhist Era, month names, and dates read from one string.

The Buddhist Era as used in Thailand since 1941 runs 543 years ahead of the Common Era and has
the same months and days (พระราชบัญญัติปีปฏิทิน พ.ศ. 2483).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final

from thainews_ie.cleaning import clean
from thainews_ie.errors import DateError
from thainews_ie.lexicon import cue_rows, terms

__all__ = [
    "BUDDHIST",
    "ERA",
    "common_year",
    "english_day",
    "expand_year",
    "iso_day",
    "normalize_date",
    "to_buddhist",
]

BUDDHIST: Final = 543
"""Years from the Common Era to the Buddhist Era."""

# Four digits without an era: below it a year of the Common Era, from it on a Buddhist year.
# No living text writes of the years 2300 to 2400 of one era or of the other.
_ERAS_MEET = 2300
# Two digits: '64 is 2564 of the Buddhist Era, '21 is 2021 of the Common Era.
_SHORT_BUDDHIST = 40

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def common_year(year: int, offset: int | None = None) -> int:
    """A year of four digits as a year of the Common Era.

    Args:
        year: the number as written.
        offset: years the era that is stated runs ahead (543 or 0); None where none is stated.

    >>> common_year(2564), common_year(2021), common_year(2325, offset=543)
    (2021, 2021, 1782)
    """
    if offset is None or (offset == 0 and year >= _ERAS_MEET):
        return year - BUDDHIST if year >= _ERAS_MEET else year
    return year - offset


def expand_year(digits: str, offset: int | None = None) -> int:
    """A year of two or four digits as a year of the Common Era: ``64`` is 2021.

    Args:
        digits: the number as written.
        offset: as in ``common_year``.

    >>> expand_year("64"), expand_year("2564"), expand_year("21")
    (2021, 2021, 2021)
    """
    year = int(digits)
    if len(digits) > 2:
        return common_year(year, offset)
    if offset == 0 or (offset is None and year < _SHORT_BUDDHIST):
        return 2000 + year
    return 2500 + year - BUDDHIST


def iso_day(year: int, month: int, day: int) -> dt.date:
    """A day of the calendar.

    Raises:
        DateError: there is no such day, or the year lies outside 1 to 9999.
    """
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise DateError(f"there is no {day}/{month}/{year}: {error}") from error


def english_day(text: str) -> dt.date:
    """The day that an English date gives: ``September 16, 2021``.

    dateparser reads it. It never sees Thai: it strips Thai vowels, so that มี.ค. becomes January,
    and it takes Buddhist years at their face value.

    Args:
        text: the date, with day, month and year of the Common Era.

    Raises:
        DateError: it does not read as a date with day, month and year.
    """
    import dateparser  # takes a fifth of a second to import, and no article needs it

    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
    if found is None:
        raise DateError(f"{text!r} does not read as a date")
    day: dt.date = found.date()
    return day


@cache
def _month_names(form: str) -> tuple[str, ...]:
    """The usual name of each month, January first: the first of its form in the lexicon."""
    names: dict[str, str] = {}
    for name, month, own_form in cue_rows("months"):
        if own_form == form:
            names.setdefault(month, name)
    return tuple(names.values())


@cache
def _month_numbers() -> dict[str, int]:
    plain = {name[1:]: month for name, month in cue_rows("undotted_months")}  # 1 ธค: a day's end
    dotted = {name: month for name, month, _ in cue_rows("months")}
    return {
        "".join(name.split()).casefold(): int(month) for name, month in (plain | dotted).items()
    }


ERA: Final = r"(?: [พค][ ]?\.?[ ]?ศ[ ]?\.? | พุทธศักราช | คริสต์?ศักราช )"
"""A verbose pattern of the markers of either era: ``พ.ศ.``, ``พศ``, ``คริสตศักราช``."""

# วันพฤหัสบดีที่ 16 เดือนกันยายน พ.ศ. 2564 | 16 ก.ย. 64 | 16-ก.ย.-2564
_WORDS = re.compile(
    rf"""
    (?: วัน \s? (?P<weekday>[ก-๙]{{0,10}}?) \s? ที่ \s{{0,3}} )?
    (?P<day>\d{{1,2}}) \s{{0,3}} [-/]? \s{{0,3}} (?:เดือน\s{{0,3}})?
    (?P<month>[ก-๙. ]{{2,14}}?) \s{{0,3}} [-/]? \s{{0,3}}
    (?P<era> {ERA} )? \s{{0,3}}
    (?P<year>\d{{4}}|\d{{2}})
    """,
    re.VERBOSE,
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\s?([-/.])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>\d{4}|\d\d)"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_LONGEST = 80  # characters; nothing longer is one date


def normalize_date(text: str) -> dt.date:
    """The day that a date in Thai or English gives, in the Common Era.

    Args:
        text: one date with day, month and year: Buddhist or Common Era, four digits of the year
            or two, Thai digits or Arabic, month in full, short, misspelt or as a number, day
            before month; ``วันที่`` and the weekday may stand before it.

    Raises:
        DateError: it is no date, or there is no such day.

    >>> normalize_date("๑๖ ก.ย. ๖๔")
    datetime.date(2021, 9, 16)
    >>> normalize_date("September 16, 2021")
    datetime.date(2021, 9, 16)
    """
    if not isinstance(text, str):
        raise DateError(f"want a date as text, got {type(text).__name__}")
    line = " ".join(clean(text).text.split()).strip(" ()")
    if not line or len(line) > _LONGEST:
        raise DateError(f"{line[:_LONGEST]!r} is not one date")
    if match := _WORDS.fullmatch(line):
        month = _month_numbers().get("".join(match["month"].split()))
        if month is None:
            raise DateError(f"{text!r}: {match['month'].strip()!r} is not a month")
        era = match["era"]
        offset = None if era is None else 0 if era.startswith("ค") else BUDDHIST
        return iso_day(expand_year(match["year"], offset), month, int(match["day"]))
    match = _YEAR_FIRST.fullmatch(line) or _DAY_FIRST.fullmatch(line)
    if match:
        year = expand_year(match["year"])
        return iso_day(year, int(match["month"]), int(match["day"]))
    if re.search(r"[A-Za-z]{3}", line) and not re.search(r"[ก-๙]", line):
        return _english(line)
    raise DateError(f"{text!r} does not read as a date with day, month and year")


def _english(line: str) -> dt.date:
    """An English date whose year may be Buddhist: ``16 September 2564``, ``16 Sep 64``."""
    year = re.search(r"(?<!\d)(?:2[3-7]\d\d(?!\d)|[4-9]\d\Z)", line)
    if not year:
        return english_day(line)
    common = expand_year(year.group())
    return english_day(f"{line[: year.start()]}{common}{line[year.end() :]}")


def to_buddhist(
    day: dt.date,
    *,
    short: bool = False,
    thai_digits: bool = False,
    era: bool = False,
    weekday: bool = False,
) -> str:
    """A day as Thai documents write it.

    Args:
        day: the day, in the Common Era.
        short: short month and two digits of the year.
        thai_digits: ``๑๖`` instead of ``16``.
        era: with ``พ.ศ.`` before the year.
        weekday: with the weekday and ``ที่`` before the day.

    >>> day = dt.date(2021, 9, 16)
    >>> to_buddhist(day)
    '16 กันยายน 2564'
    >>> to_buddhist(day, short=True, thai_digits=True)
    '๑๖ ก.ย. ๖๔'
    >>> to_buddhist(day, era=True, weekday=True)
    'วันพฤหัสบดีที่ 16 กันยายน พ.ศ. 2564'
    """
    year = str(day.year + BUDDHIST)
    month = _month_names("short" if short else "full")[day.month - 1]
    parts = [
        f"วัน{terms('weekdays')[day.weekday()]}ที่" if weekday else "",
        str(day.day),
        month,
        "พ.ศ." if era else "",
        year[-2:] if short else year,
    ]
    written = " ".join(part for part in parts if part)
    return written.translate(_THAI_DIGITS) if thai_digits else written
