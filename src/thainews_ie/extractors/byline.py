"""The page's credit fields."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import BylineDraft, Zone

def find_byline(text: str, cues: Cues, zones: list[Zone]) -> BylineDraft:
    return BylineDraft()
