"""Names that the event of an article may have: ``พิธีมอบรางวัล…``, ``ลงพื้นที่ตรวจเยี่ยม…``.

A name begins with a head from the cue table ``event_heads``: a noun (``การประชุม``) after words
that lead to an event (``เป็นประธานเปิด``, ``เข้าร่วม``, table ``event_triggers``), or a verb at the
start of a clause. It runs on until words that tell who, where, when or what for (``event_stops``).
"""

from __future__ import annotations

import re
from functools import cache

from thainews_ie.cues import Cues
from thainews_ie.lexicon import terms, terms_by_class
from thainews_ie.mentions import DateMention, EventNameMention, Zone, ZoneKind
from thainews_ie.patterns import trie
from thainews_ie.records import DateKind

__all__ = ["find_event_names"]

_LONGEST = 320  # characters of a name
_SHORTEST = 4  # characters beyond the head
_SHORT = 18  # shorter names seldom tell one event from another
_MOST = 60  # candidates looked at: enough for any article, a bound for anything else
_LEAD = 20  # characters before a head in which its lead-in is looked for
_QUOTED = 200  # characters between a quote or bracket and its partner
_PERSON = 60  # characters from a person in a name to their post
_OPENERS = " \"'“‘("
_CLOSERS = {"“": "”", '"': '"', "‘": "’", "(": ")"}

# How much a lead-in speaks for the name after it: เป็นประธาน… more than และ….
_LEAD_POINTS = {"line": 4, "chair": 3, "join": 1, "after": -1, "begins": -1, "acts": -4}

# ครั้งที่ 4/2566 | ประจำปี พ.ศ. 2564 closes a name, unless more of the name follows.
_EDITION = r"""
    (?: ครั้งที่ \s? \d{1,3} (?: \s? / \s? \d{2,4} | \s ประจำปี \s? (?:พ\.ศ\.\s?)? \d{4} )
      | ประจำปี (?:งบประมาณ)? \s? (?:พ\.ศ\.\s?)? \d{4} (?: \s ครั้งที่ \s? \d{1,3} )?
        (?: \s? [-–] \s? (?:พ\.ศ\.\s?)? \d{4} )? )
    (?! \s{0,2} (?: ครั้งที่ | ประจำปี | และ[กงพ] | รุ่น | หรือ | [“"(:/–\d-] ) )
"""
# กล่าวปาฐกถาพิเศษใน|การสัมมนา…: the event is the one that follows.
_INNER = re.compile(r"\s?(?:ภาย)?ใน(?=การ|งาน|พิธี|โครงการ|กิจกรรม|เวที|หลักสูตร)")
# Loose words and punctuation at the end of a name.
_TAIL = re.compile(
    r"""
    (?: [\s,;:–-]{1,4} (?:และ|ของ|ใน|ที่|ด้วย|เป็น|คือ|ขึ้น|การ|วัน|ว่า|นั้น|จัด|ณ) | และ )?
    [\s,;:–-]{0,4} \Z
    """,
    re.VERBOSE,
)
_TO_WHOM = ("กับ", "จาก", "แก่")  # หารือกับ | นาย…: the person is part of the name
# เปิดงานพร้อม…, การประชุมนี้, รับมอบหมาย, กิจกรรมต่าง ๆ
_NOT_NAMED = terms("event_unnamed")
_EARLIER = ("ก่อน", "ก่อนการ", "ก่อนเข้า", "ก่อนเข้าร่วม")  # what came before is the event
_BEGINS = (" ได้", ")ได้", " ได้เข้า", " จะ")  # รัฐมนตรี… ได้|หารือ begins a clause
# เอกอัครราชทูต…ประจำประเทศไทย|เข้าเยี่ยมคารวะ…: verbs that need no space before them
_GLUED = ("เข้าเยี่ยมคารวะ", "เข้าพบ", "ให้การต้อนรับ")
# เข้าพบ|นาย ก …: tells whom somebody met
_PERSON_IN = re.compile(r"นา[ยง]|พล\.|พลเอก|ดร\.|น\.ส\.")
_NUMBERED = re.compile(r"ครั้งที่|ประจำปี|รุ่นที่")


@cache
def _stops() -> re.Pattern[str]:
    """What ends a name; quotes and brackets are matched too, to be skipped over."""
    words = terms_by_class("event_stops")
    return re.compile(
        rf"""
        (?P<edition> {_EDITION} )
        | (?P<quote> [“"‘(] )
        | {trie(words["any"])}
        | [\s”"’] \s? (?: ณ\s | {trie(words["space"])} | (?P<person> {trie(words["person"])} ) )
        """,
        re.VERBOSE,
    )


def _is_day(date: DateMention) -> bool:
    """Whether a date tells a day or a range of days: years and months may be part of a name."""
    if date.kind not in (DateKind.DAY, DateKind.RANGE) or date.end - date.start <= 6:
        return False
    return date.value is None or len(date.value.partition("/")[0]) == 10


def _end(text: str, start: int, limit: int) -> int:
    """Where a name whose head ends at ``start`` ends, at most at ``limit``."""
    stops = _stops()
    at = start
    whom = 0  # where the person begins that the name tells of, if it does
    while True:
        match = stops.search(text, at, limit)
        if match is None:
            return limit
        if match["edition"] is not None:
            return match.end()
        quote = match["quote"]
        if quote is not None:
            close = text.find(_CLOSERS[quote], match.end(), min(limit, match.end() + _QUOTED))
            at = match.end() if close == -1 else close + 1
        elif match["person"] is not None:
            to_whom = match.start() <= start + 1 or text.endswith(_TO_WHOM, start, match.start())
            if to_whom and not whom:
                whom = match.start()
            elif not whom or match.start() - whom > _PERSON:
                return match.start()
            at = match.end()
        else:
            return match.start()


def _lead(text: str, line: Zone, start: int, head: str) -> str | None:
    """The class of the words before a head, or None where no event begins with it."""
    before = start
    low = max(line.start, start - _LEAD)
    while before > low and text[before - 1] in _OPENERS:
        before -= 1
    if before == line.start:
        return "line"
    if head == "cabinet" and text.endswith(_EARLIER, low, before):
        return None
    for kind, words in terms_by_class("event_triggers").items():
        if text.endswith(words, low, before):
            return "begins" if kind == "acts" and text.endswith(_BEGINS, low, before) else kind
    if head == "cabinet":
        return "in"
    if head in ("act", "both") and (before < start or line.kind is ZoneKind.HEADLINE):
        return "clause"
    if head == "act" and text.startswith(_GLUED, start):
        return "glued"
    return None


def _points(name: str, head_points: int, lead: str) -> int:
    """How much a name, its head and its lead-in speak for it."""
    points = head_points + 3 * min(len(name), 100) // 100
    if lead != "line" or head_points >= 0:  # a line on a project is seldom the report of an event
        points += _LEAD_POINTS.get(lead, 0)
    if len(name) < _SHORT:
        points -= 3
    if _NUMBERED.search(name):
        points += 6
    if "“" in name or '"' in name:
        points += 3
    return points


def find_event_names(
    text: str, cues: Cues, zones: list[Zone], dates: list[DateMention]
) -> list[EventNameMention]:
    """Names that events told of in headline and body may have.

    Args:
        text: the clean text.
        cues: its cue hits (``event_heads``).
        zones: its zones.
        dates: its dates; a day or a range of days is no part of a name.

    Returns:
        Candidates that do not overlap, in reading order.

    >>> from thainews_ie.cues import cue_index
    >>> page = "ข่าวเช้า\\nนายก เป็นประธานเปิดการประชุมสมัชชาน้ำ ครั้งที่ 2/2566 โดยมีนายข ร่วมงาน"
    >>> cues = cue_index().scan(page)
    >>> lines = [Zone(ZoneKind.HEADLINE, 0, 8), Zone(ZoneKind.BODY, 9, len(page))]
    >>> [page[n.start : n.end] for n in find_event_names(page, cues, lines, [])]
    ['การประชุมสมัชชาน้ำ ครั้งที่ 2/2566']
    """
    days = [d.start for d in dates if _is_day(d)]
    lines = [zone for zone in zones if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
    found: list[EventNameMention] = []
    at = day = last = 0
    for hit in cues.longest("event_heads"):
        head, skip, points = hit.values
        start = hit.start + int(skip)
        while at < len(lines) and lines[at].end <= start:
            at += 1
        if at == len(lines) or len(found) == _MOST:
            break
        line = lines[at]
        if start < max(line.start, last):
            continue
        lead = _lead(text, line, start, head)
        if lead is None or text.startswith(_NOT_NAMED, hit.end):
            continue
        if head == "act" and _INNER.match(text, hit.end):
            continue
        while day < len(days) and days[day] < start:
            day += 1
        limit = min(line.end, start + _LONGEST)
        if day < len(days):
            limit = min(limit, days[day])
        end = hit.end
        if head != "cabinet":
            end = _end(text, hit.end, limit)
            tail = _TAIL.search(text, max(hit.end, end - 12), end)
            end = tail.start() if tail else end
            if end - hit.end < _SHORTEST:
                continue
        score = _points(text[start:end], int(points), lead)
        if lead == "in" and head == "act":
            score -= 3  # โดย|รณรงค์…, ถึง|ผลักดัน…: what is said of something else
        if head == "act" and _PERSON_IN.search(text, start, end):
            score -= 6
        if head in ("act", "both") and line.kind is ZoneKind.HEADLINE:
            score += 4
        found.append(EventNameMention(start, end, head == "act", score))
        last = end
    return found
