"""Names of people with the honorifics before them."""
from __future__ import annotations
import re
from thainews_ie.cues import Cues
from thainews_ie.mentions import CharSpan, NameMention, Zone

_NAME = re.compile(r"\s*([ก-๎]{2,30}(?:\s+[ก-๎]{2,30})?)")

def find_names(text: str, cues: Cues, zones: list[Zone]) -> list[NameMention]:
    out = []
    for hit in cues.longest("honorifics"):
        if hit.values[0] != "y":
            continue
        m = _NAME.match(text, hit.end)
        if m:
            out.append(NameMention(hit.start, m.end(1), CharSpan(hit.start, hit.end), CharSpan(*m.span(1))))
    return out
