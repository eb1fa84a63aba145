"""Years that stand without a month: ``ปี 2566``, ``พ.ศ. 2561-2580``, ``ปีงบประมาณ 2567``,
``Expo 2020``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thainews_ie.calendar import expand_year
from thainews_ie.extractors.dates.parts import DIGITS, counts_after, spaces_before
from thainews_ie.lexicon import table, terms
from thainews_ie.mentions import DateMention
from thainews_ie.records import DateKind

__all__ = ["find_years"]

# What goes on after a year: a second end of a range, or one more year.
_NEXT = re.compile(
    r"""
    [ ]{0,2}
    (?: (?P<to> [-–—−~] | (?:จน)?ถึง(?:[ ]?ปี)? )
      | (?P<season> /)
      | (?P<list> และ | , | กับ | หรือ )
    )
    [ ]{0,2} (?P<whole> (?:(?:พ\.[ ]?ศ\.|ค\.[ ]?ศ\.)[ ]{0,2})? (?P<year>\d{4}|\d\d) )
    (?!\d|[.,/]\d|%)
    """,
    re.VERBOSE,
)
# ปี 66 | ปี66/67 | ปีการผลิต 66/67 | ปีงบประมาณ 66; never ต่อปี, 5 ปี
_SHORT = re.compile(
    r"""
    ปี (?:งบประมาณ|การศึกษา|การผลิต|งบ|เพาะปลูก|ภาษี|บัญชี)? [ ]{0,2} ['’]?
    (?P<year>[4-9]\d) (?![\d%]|[.,:]\d)
    """,
    re.VERBOSE,
)
_NOT_SHORT = re.compile(r"(?:\d\s{0,2}|ต่อ|ราย|ทุก|หลาย|กี่|อีก|ครบ|รอบ)\Z")
# A number goes on: 2,566 | 2566.5 | 2566-1234 | 2566/1
_GOES_ON = re.compile(r"[.,:/-]\d| \d{3,4}(?!\d)|%|-[A-Za-z]|[A-Za-z_/]|\.[a-z]{2}|\)? จำกัด")
# The name of a standard or a road ends in a number: ISO 9001 : 2015 | สฎ. 2007
_NAMED = re.compile(r"ISO|มอก|มกษ|\d ?:\Z")
_ROAD = re.compile(r"(?<![ก-๙.])[ก-ฮ]{2}\.\Z")
_ADDRESS = re.compile(r"[./@#:_=&?]")
_DIGIT = frozenset(DIGITS)
# Two patterns, each with a certain first character: five times faster than one with a choice.
_FOUR_DIGITS = (re.compile(r"2[0-9]{3}(?![0-9])"), re.compile(r"1[0-9]{3}(?![0-9])"))


class _Year(NamedTuple):
    """A year with the words that make it one."""

    start: int
    kind: DateKind
    offset: int | None
    marked: bool


@cache
def _eras() -> tuple[tuple[str, ...], dict[str, int]]:
    eras = {era: int(values[0]) for era, values in table("eras").items()}
    return tuple(eras), eras


@cache
def _heads() -> tuple[tuple[str, ...], list[tuple[str, DateKind]]]:
    heads = {head: DateKind(values[0]) for head, values in table("year_heads").items()}
    return tuple(heads), sorted(heads.items(), key=lambda item: -len(item[0]))


def find_years(text: str, taken: set[int], found: list[DateMention]) -> None:
    """Adds the years that stand without a month.

    Args:
        text: the clean text.
        taken: where the numbers that other dates hold start; grows.
        found: the mentions so far; grows.
    """
    for pattern in _FOUR_DIGITS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start in taken or text[start - 1 : start] in _DIGIT:
                continue
            year = _marked(text, start) or _bare(text, start, end, taken)
            if year:
                _add(text, start, end, year, taken, found)
    for match in _SHORT.finditer(text):
        start, end = match.span("year")
        if start in taken or _NOT_SHORT.search(text, max(0, match.start() - 8), match.start()):
            continue
        if counts_after().match(text, end):
            continue
        head = match.group()[: start - match.start()].strip()
        _add(text, start, end, _Year(start, _kind(head), None, True), taken, found)


def _kind(head: str) -> DateKind:
    """What sort of year a head announces; the longest one counts."""
    for own, kind in _heads()[1]:
        if head.endswith(own):
            return kind
    return DateKind.YEAR


def _marked(text: str, number: int) -> _Year | None:
    """The year that begins with its era, or after a word that announces a year."""
    end = spaces_before(text, number)
    start = number
    offset = None
    if text.endswith(_eras()[0], 0, end):
        window = text[max(0, end - 20) : end]
        era = max((era for era in _eras()[0] if window.endswith(era)), key=len)
        offset = _eras()[1][era]
        start = end - len(era)
        if era.isascii() and start and text[start - 1].isalpha():
            return None
        end = spaces_before(text, start)
    if text.endswith(_heads()[0], 0, end):
        window = text[max(0, end - 40) : end]
        kind = _kind(window)
        firm = not window.endswith("งบประมาณ") or window.endswith(("ปีงบประมาณ", "ปี งบประมาณ"))
        weak = start == number and (not firm or window.endswith(("ต่อปี", "รายปี")))
        if weak and (counts_after().match(text, number + 4) or _GOES_ON.match(text, number + 4)):
            return None
        return _Year(start, kind, offset, True)
    if offset is None:
        return None
    # งบประมาณ … พ.ศ. 2568 without ปี
    return _Year(start, DateKind.YEAR, offset, True)


def _bare(text: str, start: int, end: int, taken: set[int]) -> _Year | None:
    """A number that can only be a year: that of an event, an award, a law."""
    digits = text[start:end]
    if not ("2440" <= digits <= "2620" or "1900" <= digits <= "2100"):
        return None
    if start and not _may_precede(text, start, taken):
        return None
    if _GOES_ON.match(text, end):
        more = _NEXT.match(text, end)
        if more is None or not _plausible(text, more, expand_year(digits), None, marked=False):
            return None
    before = spaces_before(text, start)
    window = text[max(0, before - 20) : before]
    if window.endswith(terms("before_counts")) or _NAMED.search(window):
        return None
    if digits < "2400" and _ROAD.search(window):
        return None
    if digits == "2019" and ("ไวรัส" in window or "โรค" in window):
        return None
    if (not window or window[-1] == "\n") and not "2540" <= digits <= "2580":
        return None  # alone in its line: a cell of a table
    latin = window[-1:].isascii() and window[-1:].isalpha()
    if not latin and counts_after().match(text, end):
        return None
    return _Year(start, DateKind.YEAR, None, False)


def _may_precede(text: str, start: int, taken: set[int]) -> bool:
    """Whether a year can follow what stands before it: ``SITE2023``, not ``run2023.com``."""
    last = text[start - 1]
    if last in "/.,:-–#@_=+$" or last in DIGITS:
        return False
    if last.isascii() and last.isalpha():
        token = text[max(0, start - 24) : start].split()[-1]
        return not _ADDRESS.search(token) and not (token.islower() and len(token) > 1)
    before = spaces_before(text, start)
    if before and text[before - 1] in _DIGIT:
        return before - 4 in taken  # ปี 2563 2564 และ 2565
    return not (before and text[before - 1] == "/")


def _add(
    text: str, start: int, end: int, year: _Year, taken: set[int], found: list[DateMention]
) -> None:
    """Adds a year, or the range it opens, and the years listed after it."""
    kind, offset = year.kind, year.offset
    mention_start = year.start
    for _ in range(12):
        taken.add(start)
        first = expand_year(text[start:end], offset)
        more = _NEXT.match(text, end)
        if more and not _plausible(text, more, first, offset, marked=year.marked):
            more = None
        if more is None or more["list"]:
            found.append(_mention(mention_start, end, kind, first))
            if more is None:
                return
            start, end = more.span("year")
            if start in taken:
                return
            mention_start = more.start("whole")
            continue
        last_start = more.start("year")
        if last_start in taken:
            found.append(_mention(mention_start, end, kind, first))
            return
        taken.add(last_start)
        last = expand_year(more["year"], offset)
        value = f"{first:04}/{last:04}"
        found.append(DateMention(mention_start, more.end(), DateKind.RANGE, value))
        return


def _plausible(
    text: str, more: re.Match[str], first: int, offset: int | None, *, marked: bool
) -> bool:
    """Whether the number after a year goes on with it."""
    digits = more["year"]
    if (len(digits) == 2 or not marked) and counts_after().match(text, more.end()):
        return False
    if len(digits) == 2 and more["list"]:
        return False
    second = expand_year(digits, offset)
    if len(digits) == 4 and offset is None and not 1700 <= second <= 2150:
        return False
    if more["season"]:
        return second == first + 1
    if more["to"]:
        return first < second <= first + (200 if len(digits) == 4 else 40)
    if counts_after().match(text, more.end()):
        return False
    return marked and abs(second - first) < 100


def _mention(start: int, end: int, kind: DateKind, year: int) -> DateMention:
    """A year as a mention, its value by its kind."""
    value = f"{year:04}"
    if kind is DateKind.FISCAL_YEAR:
        # From October of the year before (พ.ร.บ. วิธีการงบประมาณ พ.ศ. 2561, section 4)
        value = f"{year - 1:04}-10-01/{year:04}-09-30"
    return DateMention(start, end, kind, value)
