"""Headline, dateline, body, credits and boiler-plate."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import Zone, ZoneKind

def find_zones(text: str, cues: Cues) -> list[Zone]:
    zones = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = ZoneKind.HEADLINE if not zones else ZoneKind.BODY
            zones.append(Zone(kind, at, at + len(line)))
        at += len(line) + 1
    return zones
