"""Reads the classes of royal decorations, where a ceremony of receiving them is the news.

The guide of annotation leaves out decorations that are listed in passing; an article whose
headline tells of the ceremony reports each class as an award of its own.
"""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import Names
from thainews_ie.extractors.awards.parts import read_edition
from thainews_ie.extractors.awards.phrases import skip_spaces
from thainews_ie.extractors.awards.recipients import read_recipients
from thainews_ie.mentions import AwardDraft, CharSpan

__all__ = ["decorations"]

_NAME = "เครื่องราชอิสริยาภรณ์"
_CEREMONY = re.compile(r"พิธี|รับพระราชทาน|มอบ")
# The classes of the Orders of the White Elephant and of the Crown, of Chula Chom Klao and others.
_CLASS = re.compile(
    r"ชั้น(?:มหา(?:ปรมา|วชิร)|(?:ปฐม|ทุติย|ตติย|จตุตถ)|(?:ประถมา|ทวีติยา|ตริตา|จัตุรถา|เบญจมา)ภรณ์)"
    r"[ก-์]{0,24}?(?:ช้างเผือก|มงกุฎไทย|มงกุฎ|จุลจอมเกล้า(?:วิเศษ)?|ดิเรกคุณาภรณ์)"
)
_GRADE = re.compile(r"[ ]{0,2}ชั้นสายสะพา[ยน]")
_WITHIN = 20_000  # characters in which the classes are told
_MOST = 20
_REACH = 700


def decorations(text: str, headlines: list[CharSpan], names: Names) -> list[AwardDraft]:
    """One award for each class of decorations that a ceremony in the headline confers.

    Args:
        text: the clean text.
        headlines: the headline, wherever it stands.
        names: the people of the article.
    """
    for headline in headlines:
        at = text.find(_NAME, headline.start, headline.end)
        if at < 0 or not _CEREMONY.search(text, headline.start, headline.end):
            continue
        name = CharSpan(at, at + len(_NAME))
        grade = _GRADE.match(text, name.end)
        behind = grade.end() if grade else name.end
        _, year = read_edition(text, skip_spaces(text, behind))
        classes = {}
        for found in _CLASS.finditer(text, 0, _WITHIN):
            classes[found.group()] = found  # the last mention: |… 3 ราย ได้แก่ นาย…
            if len(classes) >= _MOST:
                break
        spans = sorted(CharSpan(*found.span()) for found in classes.values())
        starts = [span.start for span in spans[1:]]
        return [
            AwardDraft(name, None, level, year, None, _winners(text, level, stop, names))
            for level, stop in zip(spans, [*starts, len(text)], strict=True)
        ]
    return []


def _winners(text: str, level: CharSpan, stop: int, names: Names) -> tuple[CharSpan, ...]:
    """Those named as receiving a class, before the next one is told."""
    return read_recipients(text, level.end, min(stop, level.end + _REACH), names, direct=False)
