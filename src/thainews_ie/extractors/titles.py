"""Positions with their organisation."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import PersonDraft, TitleMention

def find_titles(text: str, cues: Cues, people: list[PersonDraft]) -> list[TitleMention]:
    return []
