"""Roles, given to people by the words around them."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import PersonDraft, RoleMention, Zone

def find_roles(text: str, cues: Cues, zones: list[Zone], people: list[PersonDraft]) -> list[RoleMention]:
    return []
