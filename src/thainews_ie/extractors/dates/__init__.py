"""Calendar expressions: days, months, years, and ranges of them.

Every expression is found from its month's name or from its number, by looking a few characters
to the left and right of it. A year that is left out stays open here: the value is then an ISO
8601 date without it (``--09-16``, ``--09``), which ``linking.dates`` completes.
"""

from __future__ import annotations

from thainews_ie.cues import Cues
from thainews_ie.extractors.dates.english import english_date
from thainews_ie.extractors.dates.months import MonthDate, join_months, month_date, undotted_month
from thainews_ie.extractors.dates.numeric import find_numeric_dates
from thainews_ie.extractors.dates.years import find_years
from thainews_ie.mentions import DateMention

__all__ = ["find_dates"]


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
    dates: list[MonthDate] = []
    for hit in cues.longest("months"):
        if hit.values[1] == "english":
            english_date(text, hit, taken, found)
        else:
            month_date(text, hit, taken, found, dates)
    for hit in cues.all("undotted_months"):
        undotted_month(text, hit, taken, found, dates)
    dates.sort(key=_start)
    join_months(text, dates, found)
    find_numeric_dates(text, taken, found)
    find_years(text, taken, found)
    return _apart(found)


def _start(date: MonthDate | DateMention) -> int:
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
