"""The days that the value of a date stands for."""

from __future__ import annotations

import calendar
import datetime as dt

from thainews_ie.records import DateKind, NewsDate

__all__ = ["first_and_last_day"]


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of a day, a month or a year."""
    if len(value) == 10:
        dt.date.fromisoformat(value)
        return value, value
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return f"{value}-01", f"{value}-{calendar.monthrange(year, month)[1]:02}"
    dt.date(int(value), 1, 1)
    return f"{value}-01-01", f"{value}-12-31"


def first_and_last_day(date: NewsDate) -> tuple[str | None, str | None]:
    """The first and the last day of a date, in ISO 8601.

    Args:
        date: any date.

    Returns:
        Two days, the same for a single day; None twice where the date has no value, and for an
        academic year, whose days each school sets.

    >>> from thainews_ie import DateKind, NewsDate, Span
    >>> first_and_last_day(NewsDate(Span(0, 5, "ก.พ. "), DateKind.MONTH, "2024-02"))
    ('2024-02-01', '2024-02-29')
    """
    if date.value is None or date.kind is DateKind.ACADEMIC_YEAR:
        return None, None
    first, _, last = date.value.partition("/")
    try:
        return _bounds(first)[0], _bounds(last or first)[1]
    except ValueError:  # a date made by hand
        return None, None
