"""Dates in numbers alone: ``27/07/2566``, ``2021-09-16``."""

from __future__ import annotations

import re

from thainews_ie.calendar import expand_year
from thainews_ie.extractors.dates.parts import (
    Days,
    after_day_word,
    counts_after,
    digits_before,
    value_of,
)
from thainews_ie.mentions import DateMention

__all__ = ["find_numeric_dates"]

# 27/07/2566 | 27-07-66 | 27.7.2566 | 2021-09-16, from the first mark on. One pattern a mark: a
# pattern that starts with one certain character is searched for five times faster.
_FROM_MARK = [
    re.compile(r"/([0-9]{1,2})/([0-9]{4}|[0-9]{1,2})(?![0-9])"),
    re.compile(r"-([0-9]{1,2})-([0-9]{4}|[0-9]{1,2})(?![0-9])"),
    re.compile(r"\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})(?![0-9])"),
]
_GOES_ON = re.compile(r"[/.:-]?[0-9]|-|/")


def find_numeric_dates(text: str, taken: set[int], found: list[DateMention]) -> None:
    """Adds the dates in numbers.

    Args:
        text: the clean text.
        taken: where the numbers that dates hold start; grows.
        found: the mentions so far; grows.
    """
    for pattern in _FROM_MARK:
        for match in pattern.finditer(text):
            _numeric_date(text, match, taken, found)


def _numeric_date(
    text: str, match: re.Match[str], taken: set[int], found: list[DateMention]
) -> None:
    """Reads ``27/07/2566`` and ``2021-09-16``."""
    start, end = digits_before(text, match.start(), most=5), match.end()
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
        padded = text[match.start()] == "/" and len(first) == len(middle) == 2  # 30/06/18
        doubtful = text[match.start()] == "." or (int(last) < 40 and not padded)
        if (doubtful and not after_day_word(text, start)) or counts_after().match(text, end):
            return
    taken.update((start, match.start(1), match.start(2)))
    value = value_of(Days(start, end, day, day), month, year)
    found.append(DateMention(start, end, *value))
