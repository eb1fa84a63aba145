"""Awards with category, level, year, giver and recipients."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import AwardDraft, DateMention, PersonDraft, Zone

def find_awards(text: str, cues: Cues, zones: list[Zone], dates: list[DateMention], people: list[PersonDraft]) -> list[AwardDraft]:
    return []
