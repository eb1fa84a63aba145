"""What the report's first screen knows of an article: enough to list, search and filter it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from thainews_ie import records as rec

__all__ = ["entry_of", "headline"]

_MOST = 200  # characters of a headline


def headline(record: rec.NewsRecord) -> str:
    """What to call an article in a list.

    Args:
        record: any record.

    Returns:
        Its title, else the first line of its text, else its event; cut where it is long, and
        empty if there is none of them.
    """
    event = record.event.name.text if record.event.name else ""
    first = "" if record.text is None else record.text.lstrip()[: 4 * _MOST].partition("\n")[0]
    # an empty title is none
    found = (record.title or "").strip() or first.strip() or event
    line = " ".join(found.split())
    return line if len(line) <= _MOST else f"{line[:_MOST].rstrip()}…"


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def entry_of(record: rec.NewsRecord) -> dict[str, Any]:
    """The entry of an article in the index.

    Args:
        record: any record.

    Returns:
        Plain data; ``date`` is the day of the event, or of publication if it has none.
    """
    day = record.event.start or record.published
    return {
        "id": record.id,
        "title": headline(record),
        "date": day.isoformat() if day else None,
        "event": record.event.name.text if record.event.name else None,
        "people": _once(person.name for person in record.people),
        "provinces": _once(venue.province.name for venue in record.venues if venue.province),
        "awards": _once(award.canonical or award.name.text for award in record.awards),
        "givers": _once(award.giver.text for award in record.awards if award.giver),
        "mode": record.mode.mode.value,
    }
