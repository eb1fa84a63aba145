"""Years left out, and the day of publication."""
from __future__ import annotations
import datetime as dt
from thainews_ie.mentions import DateMention, Zone

def find_published(found: list[DateMention], text: str, zones: list[Zone]) -> dt.date | None:
    return dt.date.fromisoformat(found[0].value) if found and found[0].value else None

def resolve_dates(found: list[DateMention], published: dt.date | None) -> list[DateMention]:
    return found
