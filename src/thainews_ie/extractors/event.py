"""The main event."""
from __future__ import annotations
import datetime as dt
from thainews_ie.cues import Cues
from thainews_ie.mentions import DateMention, EventDraft, VenueDraft, Zone

def find_event(text: str, cues: Cues, zones: list[Zone], dates: list[DateMention], venues: list[VenueDraft], published: dt.date | None) -> EventDraft:
    return EventDraft()
