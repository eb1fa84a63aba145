"""What of a record is drawn in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from thainews_ie import records as rec

__all__ = ["Find", "finds_of"]


class Find(NamedTuple):
    """Words of the text and what they were read as.

    Args:
        kind: ``person``, ``title``, ``role``, ``award``, ``venue``, ``event``, ``date``,
            ``mode`` or ``byline``.
        span: the words.
        value: what was read from them, where that says more.
        confidence: how sure it is, where that is known.
    """

    kind: str
    span: rec.Span
    value: str | None
    confidence: float | None


def _person(person: rec.Person) -> Iterator[Find]:
    name = f"{person.honorific or ''} {person.name}".strip()
    for mention in person.mentions:
        yield Find("person", mention, name, person.confidence)
    for title in person.titles:
        yield Find("title", title.span, title.canonical or None, title.confidence)
    for evidence in person.role_evidence:
        yield Find("role", evidence.span, evidence.role.value, evidence.confidence)


def _award(award: rec.Award) -> Iterator[Find]:
    yield Find("award", award.name, award.canonical or None, award.confidence)
    parts = {
        "category": (award.category,),
        "level": (award.level,),
        "year": (award.year_span,),
        "giver": (award.giver,),
        "recipient": award.recipients,
    }
    for part, spans in parts.items():
        for span in spans:
            if span is not None:
                yield Find("award", span, part, award.confidence)


def _event(event: rec.Event) -> Iterator[Find]:
    if event.name:
        yield Find("event", event.name, None, event.confidence)
    known = (event.start, event.end, event.time)
    when = " ".join(value.isoformat() for value in known if value is not None)
    for span in event.when:
        yield Find("event", span, when or None, event.confidence)


def _page(record: rec.NewsRecord) -> Iterator[Find]:
    day = record.published.isoformat() if record.published else None
    if record.published_span:
        yield Find("date", record.published_span, day, None)
    byline = record.byline
    for span in (byline.source, byline.reporter, byline.editor, byline.views_span):
        if span:
            yield Find("byline", span, None, None)


def finds_of(record: rec.NewsRecord) -> Iterator[Find]:
    """Every find of a record that stands in its text, kind by kind.

    Args:
        record: any record.

    Yields:
        The finds; their words may nest and cross.
    """
    yield from _event(record.event)
    for evidence in record.mode.evidence:
        yield Find("mode", evidence.span, evidence.channel, record.mode.confidence)
    for venue in record.venues:
        places = (venue.subdistrict, venue.district, venue.province)
        areas = " · ".join(place.name for place in places if place)
        yield Find("venue", venue.span, areas or None, venue.confidence)
    for person in record.people:
        yield from _person(person)
    for award in record.awards:
        yield from _award(award)
    for date in record.dates:
        yield Find("date", date.span, date.value or date.reason, date.confidence)
    yield from _page(record)
