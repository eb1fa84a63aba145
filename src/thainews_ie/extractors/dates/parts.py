"""What the finders of dates share: a day before a place, a value, what is no year."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thainews_ie.calendar import iso_day
from thainews_ie.errors import DateError
from thainews_ie.lexicon import terms
from thainews_ie.patterns import trie
from thainews_ie.records import DateKind

__all__ = [
    "DIGITS",
    "Days",
    "after_day_word",
    "counts_after",
    "day_number",
    "digits_before",
    "spaces_before",
    "value_of",
]

DIGITS = "0123456789"
_DAY_WORD = re.compile(r"(?:วัน[ก-๙]{0,10} ?ที่|เมื่อ|ณ|\() {0,3}\Z")


class Days(NamedTuple):
    """Days before a month's name, written as one expression."""

    start: int
    end: int
    first: int
    last: int


def digits_before(text: str, end: int, most: int = 3) -> int:
    """Where the digits that end at ``end`` begin, looking at no more than ``most``."""
    start = end
    while start > 0 and end - start < most and text[start - 1] in DIGITS:
        start -= 1
    return start


def spaces_before(text: str, end: int) -> int:
    """``end`` without up to three spaces before it."""
    start = end
    while start > 0 and end - start < 3 and text[start - 1] == " ":
        start -= 1
    return start


def day_number(text: str, end: int, most: int = 31) -> tuple[int, int] | None:
    """A day of one or two digits that ends at ``end``: where it starts, and the number."""
    start = digits_before(text, end)
    if not 1 <= end - start <= 2:
        return None
    if start > 1 and text[start - 1] in ".:/" and text[start - 2] in DIGITS:
        return None  # 09.30, 1:15, 3/15
    day = int(text[start:end])
    return (start, day) if 1 <= day <= most else None


def after_day_word(text: str, start: int) -> bool:
    """Whether ``วันที่``, ``วันพุธที่``, ``เมื่อ``, ``ณ`` or a bracket stands before."""
    return _DAY_WORD.search(text, max(0, start - 20), start) is not None


@cache
def counts_after() -> re.Pattern[str]:
    """``ราย``, ``คน`` … after a number; ``ครั้งที่`` does not count."""
    return re.compile(rf" {{0,2}}{trie(terms('counted'))}(?!ที่|ไทย|นี้)")


def value_of(days: Days, month: int, year: int | None) -> tuple[DateKind, str | None, str | None]:
    """Kind, value and reason of one or more days of one month."""
    kind = DateKind.DAY if days.first == days.last else DateKind.RANGE
    try:
        # 2000 was a leap year: without a year, 29 February stays possible
        iso_day(year or 2000, month, days.first)
        iso_day(year or 2000, month, days.last)
    except DateError as error:
        reason = str(error) if year else f"month {month} has no day {days.last}"
        return kind, None, reason
    head = f"{year:04}-" if year else "--"
    first = f"{head}{month:02}-{days.first:02}"
    if kind is DateKind.DAY:
        return kind, first, None
    return kind, f"{first}/{head}{month:02}-{days.last:02}", None
