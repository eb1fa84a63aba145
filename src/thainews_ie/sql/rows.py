"""The rows of a record: plain tuples, one list per table, in the order of the table's columns.

Nothing here needs a database, so that the processes of a run can do this work. Strings that a
database cannot hold are replaced first (see ``storable``).
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from thainews_ie import __version__
from thainews_ie.cleaning import clean
from thainews_ie.lexicon import provinces
from thainews_ie.normalization.provinces import official_province, province_code
from thainews_ie.records import Award, Mode, ModeKind, NewsRecord, Person, Place, Span
from thainews_ie.sql.days import first_and_last_day
from thainews_ie.sql.storable import storable
from thainews_ie.sql.thai_order import thai_sort_key

__all__ = ["Row", "Rows", "person_id", "person_name", "rows_of"]

Row = tuple[Any, ...]

_NO_SPAN = (None, None, None)
_INT = 2**31 - 1
_BIGINT = 2**63 - 1


class Rows(NamedTuple):
    """The rows of one article, by table.

    Args:
        articles: the article's own row, its id first.
        people: those it names; other articles may name them too.
        the others: what hangs on the article.
    """

    articles: tuple[Row]
    people: tuple[Row, ...]
    appearances: tuple[Row, ...]
    titles: tuple[Row, ...]
    awards: tuple[Row, ...]
    recipients: tuple[Row, ...]
    venues: tuple[Row, ...]
    events: tuple[Row, ...]
    dates: tuple[Row, ...]

    @property
    def article_id(self) -> str:
        """The id of the article."""
        return str(self.articles[0][0])


def person_name(name: str) -> str:
    """The name that tells people apart: one spelling, one space between words.

    Namesakes are one person by it, and somebody who changed the name is two.

    >>> person_name("สมชาย  ใจดี\u200b")
    'สมชาย ใจดี'
    """
    return unicodedata.normalize("NFC", " ".join(clean(name).text.split()))


def person_id(name: str) -> str:
    """The key of a person in every database: a digest of the name.

    Args:
        name: a name in any spelling that :func:`person_name` settles.
    """
    return blake2b(person_name(name).encode("utf-8"), digest_size=8).hexdigest()


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for _, code in provinces().values())


def _known(code: str | None) -> str | None:
    """The code, if there is such a province: others would point to nothing."""
    return code if code in _codes() else None


def _span(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return _NO_SPAN if span is None else (span.text, span.start, span.end)


def _text(span: Span | None) -> str | None:
    return None if span is None else span.text


def _within(number: int | None, most: int) -> int | None:
    """The number, if a column can hold it; the record's JSON has it in any case."""
    return number if number is not None and abs(number) <= most else None


def _article(record: NewsRecord, encoded: str) -> Row:
    byline = record.byline
    return (
        record.id,
        record.url,
        record.title,
        record.source,
        None if record.published is None else record.published.isoformat(),
        record.text,
        record.text_sha256,
        _text(byline.source),
        _text(byline.reporter),
        _text(byline.editor),
        _within(byline.views, _BIGINT),
        __version__,
        encoded,
    )


def _appearances(article: str, number: int, key: str, person: Person) -> list[Row]:
    mention = _span(person.mentions[0] if person.mentions else None)
    head = (number, person.honorific, *mention)
    if not person.roles:
        return [(article, key, "", *head, *_NO_SPAN, person.confidence)]
    evidence = {e.role: e for e in reversed(person.role_evidence)}
    rows: list[Row] = []
    for role in person.roles:
        words = evidence.get(role)
        shown = (*_span(words.span), words.confidence) if words else (*_NO_SPAN, person.confidence)
        rows.append((article, key, role.value, *head, *shown))
    return rows


def _person_rows(
    record: NewsRecord,
) -> tuple[dict[str, Row], dict[tuple[str, str], Row], list[Row]]:
    """People by id, appearances by person and role, titles."""
    article = record.id
    people: dict[str, Row] = {}
    appearances: dict[tuple[str, str], Row] = {}
    titles: list[Row] = []
    for number, person in enumerate(record.people):
        name = person_name(person.name)
        key = person_id(name)
        people.setdefault(key, (key, name, person.given_name, person.surname, thai_sort_key(name)))
        for row in _appearances(article, number, key, person):
            appearances.setdefault((key, row[2]), row)
        for title in person.titles:
            titles.append(
                (
                    article,
                    len(titles),
                    key,
                    *_span(title.span),
                    title.office.text,
                    _text(title.organisation),
                    title.canonical or None,
                    title.canonical_office or None,
                    title.canonical_organisation,
                    _known(title.province_code),
                    title.confidence,
                )
            )
    return people, appearances, titles


def _award(article: str, number: int, award: Award) -> Row:
    return (
        article,
        number,
        *_span(award.name),
        award.canonical or None,
        thai_sort_key(award.canonical or award.name.text),
        _text(award.category),
        _text(award.level),
        _within(award.year, _INT),
        _text(award.giver),
        award.confidence,
    )


def _person_within(span: Span, people: tuple[Person, ...]) -> Person | None:
    """The one person whom a span names, if it names one."""
    named = [
        person
        for person in people
        if any(m.start < span.end and span.start < m.end for m in person.mentions)
    ]
    return named[0] if len(named) == 1 else None


def _recipients(record: NewsRecord) -> list[Row]:
    rows: list[Row] = []
    for award_number, award in enumerate(record.awards):
        for number, recipient in enumerate(award.recipients):
            person = _person_within(recipient, record.people)
            code = official_province(recipient.text) and provinces()[recipient.text][1]
            code = code or province_code(recipient.text)
            if code is None and person is not None:
                code = next((t.province_code for t in person.titles if t.province_code), None)
            rows.append(
                (
                    record.id,
                    award_number,
                    number,
                    *_span(recipient),
                    None if person is None else person_id(person.name),
                    _known(code),
                    thai_sort_key(recipient.text),
                )
            )
    return rows


def _place(place: Place | None) -> tuple[str | None, str | None]:
    return (None, None) if place is None else (place.name, place.code)


def _venues(record: NewsRecord) -> list[Row]:
    return [
        (
            record.id,
            number,
            *_span(venue.span),
            _text(venue.room),
            _text(venue.floor),
            _text(venue.building),
            _text(venue.site),
            *_place(venue.subdistrict),
            *_place(venue.district),
            None if venue.province is None else venue.province.name,
            None if venue.province is None else _known(venue.province.code),
            thai_sort_key(venue.span.text),
            venue.confidence,
        )
        for number, venue in enumerate(record.venues)
    ]


def _says_nothing(mode: Mode) -> bool:
    return mode.mode is ModeKind.UNSPECIFIED and not mode.platforms and not mode.broadcasts


def _events(record: NewsRecord) -> list[Row]:
    event, mode = record.event, record.mode
    if not (event.name or event.start or event.time or record.venues) and _says_nothing(mode):
        return []
    stated = (_known(v.province.code) for v in record.venues if v.province is not None)
    return [
        (
            record.id,
            *_span(event.name),
            None if event.start is None else event.start.isoformat(),
            None if event.end is None else event.end.isoformat(),
            None if event.time is None else event.time.strftime("%H:%M"),
            mode.mode.value,
            json.dumps([platform.value for platform in mode.platforms]),
            json.dumps([broadcast.value for broadcast in mode.broadcasts]),
            next(filter(None, stated), None),
            event.confidence,
            mode.confidence,
        )
    ]


def _dates(record: NewsRecord) -> list[Row]:
    return [
        (
            record.id,
            number,
            *_span(date.span),
            date.kind.value,
            date.value,
            *first_and_last_day(date),
            date.reason,
            date.confidence,
        )
        for number, date in enumerate(record.dates)
    ]


def rows_of(record: NewsRecord) -> Rows:
    """The rows that a record makes in each table.

    Args:
        record: any record.

    Returns:
        Plain tuples of strings, numbers and None; days and times in ISO 8601.

    Raises:
        RecordError: it is no record, but a Failure, say.
    """
    record, encoded = storable(record)
    people, appearances, titles = _person_rows(record)
    return Rows(
        articles=(_article(record, encoded),),
        people=tuple(people.values()),
        appearances=tuple(appearances.values()),
        titles=tuple(titles),
        awards=tuple(_award(record.id, n, award) for n, award in enumerate(record.awards)),
        recipients=tuple(_recipients(record)),
        venues=tuple(_venues(record)),
        events=tuple(_events(record)),
        dates=tuple(_dates(record)),
    )
