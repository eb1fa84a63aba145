"""Calendar expressions."""
from __future__ import annotations
from thainews_ie.cues import Cues
from thainews_ie.mentions import DateMention

def find_dates(text: str, cues: Cues) -> list[DateMention]:
    import re
    from thainews_ie.records import DateKind
    months = {h.end: (h.start, int(h.values[0])) for h in cues.longest("months")}
    out = []
    for end, (start, month) in months.items():
        day = re.compile(r"\d{1,2}\s*$").search(text, max(0, start - 4), start)
        year = re.compile(r"\s*(?:พ\.ศ\.)?\s*(25\d\d)").match(text, end)
        if day and year:
            out.append(DateMention(day.start(), year.end(), DateKind.DAY, f"{int(year[1]) - 543}-{month:02}-{int(day[0]):02}"))
    return out
