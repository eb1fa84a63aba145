"""Leaving out finds that are not sure enough."""

from __future__ import annotations

from dataclasses import replace

from thainews_ie.records import Event, Mode, NewsRecord, Person

__all__ = ["at_least", "check_minimum"]


def check_minimum(minimum: float) -> None:
    """Refuses what is no probability.

    Raises:
        ValueError: the number is not within 0 and 1.
    """
    if not 0 <= minimum <= 1:  # also refuses what is not a number
        raise ValueError(f"the least confidence must be from 0 to 1, got {minimum}")


def _person(person: Person, minimum: float) -> Person:
    kept = tuple(e for e in person.role_evidence if e.confidence >= minimum)
    lost = {e.role for e in person.role_evidence} - {e.role for e in kept}
    return replace(
        person,
        titles=tuple(t for t in person.titles if t.confidence >= minimum),
        roles=tuple(role for role in person.roles if role not in lost),
        role_evidence=kept,
    )


def _event(event: Event, minimum: float) -> Event:
    if event.confidence >= minimum:
        return event
    return replace(event, name=None, start=None, end=None, time=None, when=())


def at_least(record: NewsRecord, minimum: float) -> NewsRecord:
    """The record without the finds that are less sure than a minimum.

    A person goes with all that is known of them, and a role when all that shows it goes. An
    event that is not sure enough loses its name, days and time; a mode becomes ``unspecified``.
    The day of publication and the byline have no confidence, and stay.

    Args:
        record: any record.
        minimum: the least confidence, 0 to 1; 0 keeps everything.

    Raises:
        ValueError: the minimum is not within 0 and 1.
    """
    check_minimum(minimum)
    if minimum == 0:
        return record
    venues = tuple(v for v in record.venues if v.confidence >= minimum)
    sure = record.mode.confidence >= minimum
    mode = record.mode if sure else Mode(confidence=record.mode.confidence)
    return replace(
        record,
        people=tuple(_person(p, minimum) for p in record.people if p.confidence >= minimum),
        dates=tuple(d for d in record.dates if d.confidence >= minimum),
        awards=tuple(a for a in record.awards if a.confidence >= minimum),
        venues=venues,
        event=replace(_event(record.event, minimum), venues=venues, mode=mode),
        mode=mode,
    )
