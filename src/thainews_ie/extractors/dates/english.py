"""English dates: ``September 16, 2021``, ``13-19 May 2023``, ``May 2023``."""

from __future__ import annotations

import re

from thainews_ie.calendar import expand_year
from thainews_ie.cues import CueHit
from thainews_ie.extractors.dates.parts import Days, day_number, spaces_before, value_of
from thainews_ie.mentions import DateMention
from thainews_ie.records import DateKind

__all__ = ["english_date"]

_DASHES = "-–—−~"
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


def english_date(text: str, hit: CueHit, taken: set[int], found: list[DateMention]) -> None:
    """Reads ``September 16, 2021``, ``16 September 2021``, ``May 2023``.

    Args:
        text: the clean text.
        hit: the name of the month.
        taken: where the numbers that dates hold start; grows.
        found: the mentions so far; grows.
    """
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if (hit.start and before.isalpha()) or (after.isascii() and after.isalpha()):
        return
    month = int(hit.values[0])
    start, end = hit.start, hit.end
    first = last = 0
    year: int | None = None
    ordinal = _ORDINAL.search(text, max(0, start - 6), start)
    number = day_number(text, ordinal.start()) if ordinal else None
    if number:
        start, last = number
        first = last
        dash = spaces_before(text, start)
        if dash and text[dash - 1] in _DASHES:
            number = day_number(text, spaces_before(text, dash - 1))
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
        if year is None:
            return
        found.append(DateMention(start, end, DateKind.MONTH, f"{year:04}-{month:02}"))
        return
    found.append(DateMention(start, end, *value_of(Days(start, end, first, last), month, year)))
