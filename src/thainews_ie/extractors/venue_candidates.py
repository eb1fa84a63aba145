"""Phrases that may name the place of the event, with what speaks for and against each."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.extractors.venue_phrases import (
    Phrase,
    bare_head,
    head_at,
    is_area,
    read_phrase,
    stops_at,
)
from thainews_ie.lexicon import provinces, terms
from thainews_ie.mentions import Zone, ZoneKind
from thainews_ie.patterns import trie

__all__ = ["Candidate", "find_candidates"]

_BEFORE = 60  # characters before a phrase that tell what it is the place of
_MAX_ITEMS = 15  # places of one list
_FIRST_LINES = 3  # of the body, one of which may begin with the province it comes from
_OPENING_REACH = 60  # characters of a line in which the place of what it tells stands

# Prepositions between the lead and the name: ณ บริเวณลาน…, ลงพื้นที่ ณ ห้อง…
_SKIP = re.compile(
    r"""[^\S\n]{0,3}
        (?: (?: ณ[^\S\n]{1,2} | ที่(?!ว่าการ|ทำการ) | บริเวณ(?:พื้นที่)? | ภายใน
              | ใน(?=พื้นที่|จังหวัด|ห้อง|อาคาร) | พื้นที่(?=\s?(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)) )
            [^\S\n]{0,3} ){0,2}""",
    re.VERBOSE,
)
# ณ before a time, a rate, or nowhere in particular: ณ วันที่ 1, หัก ณ ที่จ่าย, ณ สถานที่จริง
_NO_PLACE = re.compile(rf"{trie(terms('no_places'))}|\d")
_SURNAME = re.compile(rf"(?:{trie(terms('na_surnames'))})(?![ก-๙])")
# What ณ may be glued to; after other letters it is the end of a word: คุณ, ทักษิณ.
_BEFORE_NA = re.compile(rf"(?:{trie(terms('before_na'))}|[^ก-๎])\Z")
# Words that end in ที่: เจ้าหน้าที่ห้อง…
_WORD_IN_THI = re.compile(r"(?:หน้า|พื้น|สถาน|เต็ม|ทัน|คง|แผน|เนื้อ|ท้อง)\Z")
_HALLS = frozenset({"room", "building", "site", "named"})  # where events are held
_LOCATED = re.compile(r"จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.|กรุงเทพ|กทม")
_YEAR_OR_TIME = re.compile(
    r"""
    (?: (?:[ก-๙]{3}|[ก-๙]\.) (?<!เมื่อปี)(?<!ในปี)(?<!แต่ปี)
        \s{0,2} (?:25\d\d|20\d\d|[67]\d) (?:\s?นี้)?
      | วันนี้
      | \d\s?น\.? )
    \s?\)? \s{0,2} \Z""",
    re.VERBOSE,
)
# 2. จังหวัดเลย | ที่จวน…: one line of a list of provinces
_IN_LIST = re.compile(
    r"(?:\A|\s|[.)])\s{0,2}\d{1,2}[.)]\s{0,3}(?:จังหวัด|จ\.)\s?[ก-๙]{2,16}\s{0,2}\Z|\A(?:จังหวัด|จ\.)\s?[ก-๙]{2,16}\s{0,2}\Z"
)
_NEAR = re.compile(r"ตำบล|ต\.|หมู่|ม\.|ถนน|ถ\.|ซอย|แขวง|เขต|เทศบาล|อำเภอ|อ\.")
_POINTING = re.compile(r"(?:นั้น|นี้|ดังกล่าว|แห่งหนึ่ง|ของตน|ของท่าน|ทุกแห่ง|ทั่วไป|จังหวัด|อำเภอ|เขต)ฯ?\Z")
_EVENT = re.compile(
    rf"""(?: {trie(terms("venue_events"))}
          | แถลง\S{{0,6}} | ครั้งที่\s?\d{{1,3}}/\d{{4}} | ต่าง\s?ๆ )
        (?:ด้วย|ฯ|ที่เกี่ยวข้อง|ใน(?:ครั้งนี้|วันนี้)|ครั้งนี้)? \s{{0,2}} \Z""",
    re.VERBOSE,
)
_POSTED = re.compile(r"(?:กงสุล(?!สัญจร)|ทูต|ผู้แทนถาวร)\S{0,20}\s{0,2}\Z")
# ลงพื้นที่เยี่ยม… | ในพื้นที่ตำบล…
_FIELDWORK = re.compile(r"ลงพื้นที่|เยี่ยม|ออกหน่วย|มอบ(?:ถุง|สิ่งของ|เงิน|บ้าน|เครื่อง|ทุน)")
# เดือนมีนาคม 2564 ที่|กระทรวง…ได้เปิดให้…: ที่ begins a clause
_CLAUSE = re.compile(r"ได้|จะ|เสนอ|กำหนด|ประกาศ|อนุมัติ|เห็นชอบ|ดำเนิน|จัดทำ|ออก(?!แบบ)")
# การ|เดินทางไปยัง…, ผู้โดยสารที่จะ|เดินทางไปยัง…: anybody's journey
_ANY_JOURNEY = re.compile(r"(?:การ|ท่องเที่ยว|โดยสาร|ประชาชน|ที่จะ)\s?\Z")
_COUNT = re.compile(r"\d{1,3}\s?(?:แห่ง|จุด|วัด|สาขา|สถานี|จังหวัด|อำเภอ|ชุมชน)\Z")
_APPLY = re.compile(rf"(?:{trie(terms('venue_services'))})[^\n]{{0,24}}\Z")
# ชำระภาษีระหว่างวันที่ … ณ กองคลัง, ดับกระแสไฟฟ้าวันที่ … บริเวณบ้าน…
_ENROL = re.compile(
    r"""(?: ชำระ|ยื่น(?:แบบ|คำ|ใบ|เอกสาร)|รับสมัคร|สมัครได้
          | ดับ(?:กระแส|ไฟ)|(?:หยุด|งด)จ่าย|ปิด(?:การจราจร|เส้นทาง)|เบี่ยง )[^\n]{0,55}\Z""",
    re.VERBOSE,
)
# Evidence in the words before a phrase.
_SAID_BEFORE = {
    "date": _YEAR_OR_TIME,
    "event": _EVENT,
    "posted": _POSTED,
    "apply": _APPLY,
    "enrol": _ENROL,
}
_OPENING = re.compile(r"วันนี้|เวลา|ระหว่างวันที่")
# What follows the place of an event more often than another place.
_AFTER = re.compile(
    r"\s{0,3}(?:\Z|\n|และ(?:ผ่าน|ระบบ|ทาง|ถ่ายทอด|ประชุม)|ผ่าน|โดยมี|เมื่อ|วันที่|ในวัน|เวลา|ระหว่าง|ว่า|นาย|นาง|พล)"
)
# ธนาคาร… 550 สาขา, ณ จุด… กว่า 30 แห่ง: many places, none of them the event's
_MANY = re.compile(
    r"""\s{0,2}(?:กว่า|จำนวน|ทั้ง|รวม|มากกว่า)?\s{0,2}
        (?:\d[\d,]{0,6}\s?(?:สาขา|แห่ง|จังหวัด|จุด(?!ต)|อำเภอ)|ทุก(?:สาขา|แห่ง|จังหวัด)|ทั่ว|ใกล้|หรือ(?:ที่|สาขา|ผ่าน|โทร))""",
    re.VERBOSE,
)
_REGION = re.compile(
    r"(?:พื้นที่)?(?:จังหวัดชายแดน)?ภาค(?:เหนือ|ใต้|กลาง|อีสาน|ตะวัน[ก-๙]{2,18})(?:ตอน[ก-๙]{2,5})?"
)
_COUNTED = re.compile(r"\d{1,3}\s?\Z")
_LIST_EVENT = re.compile(r"งาน|ณ\s|พิธี|จัดขึ้น|จัดกิจกรรม|จัดงาน|จัดพิธี|เยี่ยม|ปล่อย|ลงพื้นที่")
_ITEM = re.compile(r"\s{0,3}(?:และ|,|/)?\s{0,3}(?:\d{1,2}\s?[.)]\s{0,2}(?!\d))?(?:และ)?\s{0,2}")
_JOINED = re.compile(r"\s{0,2}และ(?P<placed>บริเวณ|ที่(?!ว่า|ทำ)|\s?ณ\s)?\s{0,2}")


# - 9 มี.ค. 2563 เวลา 09.00 น. | ศาลาประชาคม…: a line of a schedule
_SCHEDULED = re.compile(
    r"""[^\S\n]{0,3} (?: [-–•*] | \d{1,2}[.)](?!\d) )? [^\S\n]{0,3}
        (?: วัน(?:[ก-๙]{2,9})?ที่ )? [^\S\n]{0,2}
        \d{1,2} \s? (?: [ก-๙]{1,2}\.[ก-๙]{1,2}\. | [ก-๙]{2,8}(?:คม|ยน|นธ์) )
        [^\S\n]{0,2} (?: (?:พ\.ศ\.\s?)? \d{2,4} )? [^\S\n]{0,2}
        (?: เวลา\s?[\d.:\s–-]{4,16}น\.? )? [^\S\n]{0,3} [:–-]? [^\S\n]{0,2}""",
    re.VERBOSE,
)
_SCHEDULE_STARTS = frozenset("0123456789 -–•*ว")


# จังหวัดน่าน : | วันที่ 5 มีนาคม…: where a report comes from
_DATELINE = re.compile(
    rf"(?P<place>(?:จังหวัด|จ\.\s?)?(?:{trie(provinces())}|กรุงเทพ\s?ฯ))"
    r"\s{0,2}[:–-]\s{0,2}(?=\(?\d|วัน|เมื่อ|นา[ยง]|พล)"
)
# The rest of an address in the line below a place.
_REST = re.compile(r"ตำบล|ต\.|หมู่|ถนน|ถ\.|แขวง|เขต[ก-๙]|อำเภอ|อ\.|จังหวัด|จ\.|กรุงเทพ")


class Candidate(NamedTuple):
    """A phrase that may name the place of the event.

    Args:
        start, end: the phrase, without its preposition.
        paragraph: how many lines of body stand before it; -1 in the headline.
        evidence: what speaks for and against it: the kind of words before it (cue table
            ``venue_leads``), the kind of place it begins with, what stands around it.
    """

    start: int
    end: int
    paragraph: int
    evidence: frozenset[str]


def find_candidates(text: str, cues: Cues, zones: list[Zone]) -> list[Candidate]:
    """Every phrase of headline and body that may name a place of the event, in reading order.

    Args:
        text: the clean text.
        cues: its cue hits.
        zones: the parts of the page.
    """
    lines = [zone for zone in zones if zone.kind in (ZoneKind.BODY, ZoneKind.HEADLINE)]
    starts = [zone.start for zone in lines]
    paragraphs: list[int] = []
    count = 0
    for zone in lines:
        body = zone.kind is ZoneKind.BODY
        paragraphs.append(count if body else -1)
        count += body
    found: list[Candidate] = []
    done = 0
    for hit in cues.longest("venue_leads"):
        line = bisect_right(starts, hit.start) - 1
        if hit.start < done or line < 0 or hit.end > lines[line].end:
            continue
        zone, paragraph = lines[line], paragraphs[line]
        if hit.values[0] == "list":
            found += _read_list(text, hit, zone, paragraph)
        else:
            found += _read_lead(text, hit, zone, paragraph)
        if found and found[-1].end == zone.end and line + 1 < len(lines):
            found[-1] = _read_on(text, found[-1], lines[line + 1])
        done = found[-1].end if found else done
    places = _read_line_starts(text, lines, paragraphs)
    if places:
        found = sorted([*found, *places])
    return found


def _read_on(text: str, place: Candidate, following: Zone) -> Candidate:
    """A place that a line's end cuts, with the rest of its address in the next line."""
    if following.start - place.end > 3 or {"list", "name"} & place.evidence:
        return place
    if _DATELINE.match(text, following.start, following.end):
        return place
    end = read_phrase(text, following.start, following.end).end
    head = head_at(text, following.start)
    whole = head in _HALLS and end == following.end
    if not (whole or head in ("building", "floor") or _REST.match(text, following.start)):
        return place
    return place._replace(end=end, evidence=place.evidence - {"vague"})


def _begin(text: str, hit: CueHit, zone: Zone) -> int | None:
    """Where the name begins after a lead; None if the lead is part of another word."""
    lead = hit.values[0]
    at = hit.end
    if text.endswith("แป", zone.start, hit.start):
        return None  # แปลงพื้นที่
    if lead in ("at", "glued"):
        before = text[max(zone.start, hit.start - 8) : hit.start]
        if before and not _BEFORE_NA.search(before):
            return None
        at = hit.start + 1
    elif lead == "hall":
        if _WORD_IN_THI.search(text, max(zone.start, hit.start - 6), hit.start):
            return None
        at = hit.start
    elif lead == "opened":
        return hit.start + len("เปิด")
    elif lead == "within":
        at = hit.start + len("ในพื้นที่")
    elif lead == "field":
        at = hit.start + max(hit.term.find("จังหวัด"), hit.term.find("จ."))
    elif lead == "visit" and text.startswith("ชม", at):
        at += 2
    skip = _SKIP.match(text, at, zone.end)
    at = skip.end() if skip else at
    return at if at < zone.end else None


def _read_lead(text: str, hit: CueHit, zone: Zone, paragraph: int) -> list[Candidate]:
    """The place after one lead, and the one that ``และ`` joins to it."""
    at = _begin(text, hit, zone)
    if at is None or _NO_PLACE.match(text, at) or stops_at(text, at) is not None:
        return []
    dated_lead = hit.values[0] == "dated"
    before_end = hit.start + dated_lead  # with the bracket or the last digit of the date
    before = text[max(zone.start, before_end - _BEFORE) : before_end]
    head = head_at(text, at)
    lead = _lead(text, hit, at, head, before)
    if lead is None:
        return []
    phrase = read_phrase(text, at, zone.end)
    counted = head != "room" and _COUNT.search(text, max(at, phrase.end - 12), phrase.end)
    if phrase.end < at + 3 or counted:
        return []
    if lead == "dated" and head == "body" and _CLAUSE.search(text, at, phrase.end):
        return []
    evidence = _own_evidence(text, at, phrase, lead, head)
    if lead == "opened" and "located" not in evidence:
        return []
    evidence |= {kind for kind, pattern in _SAID_BEFORE.items() if pattern.search(before)}
    if lead == "hall" and _IN_LIST.search(before):
        evidence.add("list_line")
    if _AFTER.match(text, phrase.end):
        evidence.add("after")
    if hit.start - zone.start < _OPENING_REACH:
        evidence.add("opening")
    found = [Candidate(at, phrase.end, paragraph, frozenset(evidence))]
    # ณ ศูนย์ประชุมกระทรวง ก และห้องประชุม 1 ชั้น 8 กระทรวง ข
    joined = _JOINED.match(text, phrase.end, zone.end)
    heads = ("room", "building", "site") if joined and joined["placed"] else ("room", "building")
    if joined and lead == "at" and head_at(text, joined.end()) in heads:
        end = read_phrase(text, joined.end(), zone.end).end
        found.append(Candidate(joined.end(), end, paragraph, frozenset(evidence - {"vague"})))
    return found


def _lead(text: str, hit: CueHit, at: int, head: str | None, before: str) -> str | None:
    """The kind of lead that a hit is, seen what stands around it; None if it leads to no place."""
    lead = hit.values[0]
    between = text[hit.end : at]
    if lead in ("visit", "move") and "ณ" in between.replace("บริเวณ", ""):
        lead = "at"
    if lead == "at" and between.rstrip().endswith("บริเวณ"):
        return lead  # ณ บริเวณ|ทางเชื่อมสองตึก
    if lead == "at" and not between.strip():
        glued = bool(before) and "ก" <= before[-1] <= "๙" and before[-1] != "ฯ"
        return None if _SURNAME.match(text, at) or (glued and head is None) else lead
    if lead == "move" and _ANY_JOURNEY.search(before):
        return None
    if lead == "within":
        return lead if _FIELDWORK.search(before) else None
    if lead == "dated":
        dated = _YEAR_OR_TIME.search(before)
        if not dated and "ที่" in hit.term and (head in _HALLS or _IN_LIST.search(before)):
            return "hall"  # จำนวน 20 ทุน | ที่ห้องประชุม…, 2. จังหวัดลำพูน | ที่อำเภอลี้
        return lead if dated and (head or is_area(text, at) or _OPENING.search(before)) else None
    return lead if lead == "label" or head or is_area(text, at) else None


def _own_evidence(text: str, at: int, phrase: Phrase, lead: str, head: str | None) -> set[str]:
    """What lead and phrase themselves say for and against the phrase."""
    wide = head is None and is_area(text, at) and not _NEAR.match(text, at)
    evidence = {lead, head or ("area" if wide else "name")}
    if lead in ("visit", "move"):
        evidence = {lead, "seat"} if head == "body" else {lead, "area"} if wide else {lead}
    located = _LOCATED.search(text, at + 1, phrase.end)
    if located:
        evidence.add("located")
        if lead == "hall" and _LOCATED.search(text, located.end(), phrase.end):
            evidence.add("address")
    pointing = _POINTING.search(text, max(at, phrase.end - 12), phrase.end)
    project = lead == "visit" and not located and text.startswith("โครงการ", at)  # no place
    loose = phrase.relative or pointing or project or _MANY.match(text, phrase.end)
    if loose or bare_head(text, at, phrase.end) or _REGION.fullmatch(text, at, phrase.end):
        evidence.add("vague")
    return evidence


def _read_line_starts(text: str, lines: list[Zone], paragraphs: list[int]) -> list[Candidate]:
    """The province before a report, and the places of a schedule: two or more lines of a day and
    a place."""
    origin: list[Candidate] = []
    found: list[Candidate] = []
    for zone, paragraph in zip(lines, paragraphs, strict=True):
        if 0 <= paragraph < _FIRST_LINES and not origin:
            place = _DATELINE.match(text, zone.start, zone.end)
            if place:
                evidence = frozenset(("dateline", "area"))
                origin = [Candidate(*place.span("place"), paragraph, evidence)]
        if text[zone.start : zone.start + 1] not in _SCHEDULE_STARTS or len(found) == _MAX_ITEMS:
            continue
        day = _SCHEDULED.match(text, zone.start, zone.end)
        head = head_at(text, day.end()) if day else None
        if day is None or paragraph < 0 or head not in _HALLS:
            continue
        phrase = read_phrase(text, day.end(), zone.end)
        if not phrase.relative and phrase.end >= day.end() + 3:
            found.append(Candidate(day.end(), phrase.end, paragraph, frozenset(("list", "date"))))
    return origin + (found if len(found) >= 2 else [])


def _read_list(text: str, hit: CueHit, zone: Zone, paragraph: int) -> list[Candidate]:
    """The places after ``จำนวน 3 แห่ง ได้แก่``, if they are those of an event."""
    before = text[max(zone.start, hit.start - 4) : hit.start]
    context = text[max(zone.start, hit.start - 120) : hit.start]
    if not _COUNTED.search(before) or not _LIST_EVENT.search(context):
        return []
    found: list[Candidate] = []
    at = hit.end
    while len(found) < _MAX_ITEMS:
        item = _ITEM.match(text, at, zone.end)
        begin = item.end() if item else at
        head = head_at(text, begin)
        if head not in _HALLS or stops_at(text, begin):
            break
        phrase = read_phrase(text, begin, zone.end, single=True)
        counted = _COUNT.search(text, max(begin, phrase.end - 12), phrase.end)
        if phrase.relative or counted or phrase.end < begin + 3:
            break
        found.append(Candidate(begin, phrase.end, paragraph, frozenset(("list",))))
        at = phrase.end
    return found if len(found) >= 2 else []
