"""The fields that a page shows beside its story: who reports, from where, when, how often read.

What finds the main text of a page takes them for its frame and drops them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from thainews_ie.calendar import normalize_date
from thainews_ie.errors import DateError
from thainews_ie.io.page_lines import PageLine, folded
from thainews_ie.lexicon import cue_rows
from thainews_ie.patterns import trie

__all__ = ["field_day", "story_start", "with_fields"]

_FIELDS = frozenset(("source", "reporter", "editor", "photo", "published", "views"))
_NEAR = 15  # lines from the story
_LINE, _HEADING = 200, 60  # characters at most
_CREDIT = 60  # characters of a credit whose label has no colon
_SHORTEST, _KEY = 10, 40  # folded characters by which a line is known again
_STORY = 60  # characters; the story starts with a line that has more
_BULLETS = " \t•*-–·●▪■►>»+|("
_SEPARATED = re.compile(r"\s[|•·]\s")
_BY = re.compile(r"\sโดย\s(?=\S.{1,40}\Z)")
_OTHER = re.compile(
    r"(?:ข่าว|บทความ|เรื่อง|กิจกรรม)[^\n]{0,30}(?:ที่น่าสนใจ|เกี่ยวข้อง|อื่น\s?ๆ|ล่าสุด|ยอดนิยม|แนะนำ)|ความคิดเห็น"
)


@cache
def _field() -> re.Pattern[str]:
    """A field's label, and a colon, a number or a day after it."""
    rows = [row for row in cue_rows("page_fields") if row[1] in _FIELDS]
    sure = [row for row in rows if row[2] == "any"]
    views = trie(["อ่าน", *(term for term, field, _ in sure if field == "views")])
    days = trie(term for term, field, _ in sure if field == "published")
    return re.compile(
        rf"""
        {trie(term for term, *_ in rows)} (?:\s?/\s?[ก-๙]{{2,12}}){{0,2}} \s{{0,3}} [:：]
        | {views} \s{{0,3}} [\d,]{{1,12}} \s? (?:ครั้ง|คน|\Z)
        | {days} \s{{0,3}} (?:วัน[ก-๙]{{0,10}}ที่\s?)? \d
        """,
        re.VERBOSE,
    )


@cache
def _credit() -> re.Pattern[str]:
    """A label that can be nothing else, and a name without a colon before it."""
    labels = (
        term
        for term, field, place in cue_rows("page_fields")
        if field in ("source", "reporter", "editor") and place == "any"
    )
    return re.compile(rf"(?P<label>{trie(labels)})\s(?P<value>\S.{{0,{_CREDIT}}})\Z")


@cache
def _published() -> re.Pattern[str]:
    """The label of the day of publication, and the colon after it."""
    labels = (
        t for t, field, place in cue_rows("page_fields") if (field, place) == ("published", "any")
    )
    return re.compile(rf"{trie(labels)}\s{{0,3}}(?P<colon>[:：])?\s{{0,3}}")


@cache
def _day() -> re.Pattern[str]:
    """A day at the start of a line, or all of it: วันศุกร์ที่ 18 กันยายน 2563 เวลา 10.30 น."""
    months = {row[0] for name in ("months", "undotted_months") for row in cue_rows(name)}
    return re.compile(
        rf"""
        (?:(?:เมื่อ|ประจำ)?วัน[ก-๙]{{0,10}}ที่\s?)?
        (?P<day> \d{{1,2}} \s? (?:{trie(months)}) \s? (?:พ\.?\s?ศ\.?\s?)? \d{{4}}
          | \d{{1,2}}([/.-])\d{{1,2}}\2\d{{4}} | \d{{4}}-\d\d-\d\d )
        (?: [\s,|@-]{{0,4}} (?:เวลา\s?)? \d{{1,2}}[:.]\d\d (?:\s?น\.)? )?
        """,
        re.VERBOSE,
    )


def story_start(lines: list[PageLine], text: list[str]) -> int:
    """The line of the page that is the first long one of the text and no heading; the first that
    the text has if there is none; 0 if it has none."""
    keys = {folded(line)[:_KEY] for line in text}
    found = [n for n, line in enumerate(lines) if line.folded[:_KEY] in keys]
    long = (
        n for n in found if len(lines[n].text) >= (_STORY if not lines[n].weight else 3 * _STORY)
    )
    return next(long, found[0] if found else 0)


def with_fields(lines: list[PageLine], text: list[str], start: int) -> list[str]:
    """The text with the page's fields in it, one a line, at their places.

    Args:
        lines: of the page.
        text: the lines of its main text.
        start: the line of the page at which the story starts.
    """
    places = _places(lines, text)
    if not places:
        return text
    first, last = min(places), max(places)
    seen = {folded(line) for line in text}
    after: dict[int, list[str]] = {}
    at = -1
    for number in range(max(0, start - _NEAR), min(len(lines), last + _NEAR + 1)):
        line = lines[number]
        at = places.get(number, at)
        if number > last and len(line.text) < _HEADING and _OTHER.search(line.text):
            break
        own = line.folded
        if line.around or own in seen or len(line.text) > _LINE:
            continue
        if fields := _fields_of(line.text, dated=number < start):
            seen.add(own)
            after.setdefault(-1 if number < first else at, []).extend(fields)
    return list(_merged(text, after))


def field_day(text: list[str]) -> dt.date | None:
    """The day in the first field of a text that tells when it was published."""
    for line in (line.lstrip(_BULLETS) for line in text if len(line) <= _LINE):
        label = _published().match(line)
        day = _day().match(line, label.end()) if label else None
        # without a colon the label may begin a sentence
        if label and day and (label["colon"] or day.end() == len(line)):
            try:
                return normalize_date(day["day"])
            except DateError:
                continue
    return None


def _fields_of(line: str, *, dated: bool) -> list[str]:
    """The fields of a line, each with a colon after its label; days alone if they may be fields."""
    found: list[str] = []
    for piece in _SEPARATED.split(line.strip(_BULLETS)):
        day = _day().match(piece)
        if _field().match(piece):
            found += _BY.sub("\nโดย : ", piece).split("\n")
        elif credit := _credit().match(piece):
            found.append(f"{credit['label']} : {credit['value']}")
        elif day:
            rest = piece[day.end() :].strip()
            if not rest or _field().match(rest):
                found += [piece[: day.end()].strip()] * dated + [rest] * bool(rest)
    return found


def _places(lines: list[PageLine], text: list[str]) -> dict[int, int]:
    """For lines of the page that the text has: which of its lines they are."""
    numbers: dict[str, int] = {}
    for number, line in enumerate(text):
        if len(key := folded(line)[:_KEY]) >= _SHORTEST:
            numbers.setdefault(key, number)
    places: dict[int, int] = {}
    at = -1
    for number, seen in enumerate(lines):
        found = numbers.get(seen.folded[:_KEY])
        if found is not None and not seen.around and found > at:
            places[number] = at = found
    return places


def _merged(text: list[str], after: dict[int, list[str]]) -> Iterator[str]:
    yield from after.get(-1, ())
    for number, line in enumerate(text):
        # one field a line, where the page has several
        pieces = _SEPARATED.split(line) if len(line) <= _LINE and _field().match(line) else [line]
        yield from pieces
        yield from after.get(number, ())
