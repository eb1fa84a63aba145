"""Channels of taking part and of watching."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import EventDraft, ModeDraft, VenueDraft, Zone

def find_mode(text: str, cues: Cues, zones: list[Zone], venues: list[VenueDraft], event: EventDraft) -> ModeDraft:
    return ModeDraft()
