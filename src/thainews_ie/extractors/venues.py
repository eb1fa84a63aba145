"""Places of the event."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import VenueDraft, Zone

def find_venues(text: str, cues: Cues, zones: list[Zone]) -> list[VenueDraft]:
    return []
