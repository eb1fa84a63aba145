"""Reads who confers an award as stated beside its name."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import BODY_START, Names, read_body
from thainews_ie.mentions import CharSpan
from thainews_ie.patterns import line_end, line_start

__all__ = ["find_giver", "through"]

# โดย alone may also name who wins.
_GIVEN_BY = re.compile(
    r"[ ]{0,2}(?:ที่มอบ|ซึ่ง)?(?:จาก|(?:มอบ|จัด(?:ขึ้น)?)โดย|(?P<by>โดย))[ ]{0,2}(?:เวที|ทาง)?[ ]?"
)
_NO_GIVER = re.compile(r"ทีม|โครงการ|การ(?!ท่อง|กีฬา|ไฟฟ้า)|ที่ประชุม|ผลงาน")
_HELD_BY = re.compile(
    r"""
    (?: (?:จัด(?:งาน|การประกวด|ประกวด|พิธี|ทำ)?|มอบ|คัดเลือก|ดำเนินการ|ริเริ่ม)(?:ขึ้น)?
      | (?<=[”" )]) )
    โดย[ ]{0,2}(?:ทาง)?[ ]?
    """,
    re.VERBOSE,
)
# …ซึ่ง|คณะกรรมการ…| มอบให้
_WHICH = re.compile(r"(?:ที่|ซึ่ง)(?:ทาง)?[ ]?(?=[ก-ฮเ-ไ])")
_CONFERS = re.compile(
    r"[ ]{0,2}(?:\([^()\n]{1,24}\))?[ ]{0,2}(?:กระทรวง[^\s]{2,50}[ ])?(?:ได้|ร่วมกับ[^\s]{2,40})?"
    r"(?:จัด|มอบ|ดำเนินการ|ประกาศ)"
)
# |กระทรวง…| จึงได้จัดพิธีมอบ
_HOLDER = re.compile(
    r"""
    (?:จึง)?(?:ได้)?(?:ดำเนินการ)?(?:จัด(?:ให้มี|ทำ|ขึ้น|การ)?|เตรียม|กำหนด)?[ ]?
    (?:พิธี|งาน|โครงการ|กิจกรรม)?(?:ประกาศผล|ประกาศ|มอบ|ประกวด|การประกวด|แข่งขัน)?[ ]?
    (?:[ ]?\d{1,3}[ ]?|โล่|ถ้วย|การ){0,4}\Z
    """,
    re.VERBOSE,
)
_HOLDER_VERB = re.compile(r"จัด|มอบ|ประกาศ")
_BETWEEN = re.compile(r"[ ]{0,2}(?:\([^()]{1,10}\))?[ ]?")
_EDITION_NEXT = re.compile(r"[ ]?(?:ประจำ)?ปี")
_THROUGH = re.compile(
    r"[ ]{0,2}(?:\([^()\n]{1,16}\))?[ ]{0,2}โดย[ ]{0,2}"
    r"(?=กรม|สำนักงาน|สำนัก|องค์การ|สถาบัน|ศูนย์|กอง|การ)"
)


# โดย|กรม…| ได้รับรางวัลชนะเลิศ: who wins does not confer
_WINS = re.compile(r"[^\n“”]{0,24}?(?:ได้รับ|คว้า|ชนะ|เป็นผู้|รับรางวัล|เข้ารับ)")
_AND = re.compile(r"[ ]?และ[ ]?(?=[ก-ฮเ-ไ])")


def _with_partner(text: str, body: CharSpan) -> CharSpan:
    """Two bodies that hold a contest together: จัดโดย|นิตยสาร A และมหาวิทยาลัย B|."""
    found = _AND.match(text, body.end)
    partner = read_body(text, found.end()) if found else None
    return CharSpan(body.start, partner.end) if partner else body


def through(text: str, body: CharSpan) -> CharSpan:
    """The department that acts for a ministry: กระทรวงพาณิชย์ โดย|กรมการค้าภายใน|."""
    through = _THROUGH.match(text, body.end, body.end + 40)
    inner = read_body(text, through.end()) if through else None
    return inner or body


def _behind(text: str, name: CharSpan, end: int, names: Names) -> tuple[int, CharSpan] | None:
    """The giver stated behind an award, with its rank."""
    found = _GIVEN_BY.match(text, end, end + 40)
    if found and not names.at(found.end()):
        body = read_body(text, found.end(), foreign=True)
        wins = body is not None and found["by"] and _WINS.match(text, body.end)
        if body and not wins and not _NO_GIVER.match(text, body.start):
            giver = through(text, body)
            return (2 if found["by"] else 0), giver if found["by"] else _with_partner(text, giver)
    # ข้าราชการพลเรือนดีเด่น|กรมเจ้าท่า| ประจำปี 2565
    glued = read_body(text, name.end + (text[name.end : name.end + 1] == " "))
    if glued and _EDITION_NEXT.match(text, glued.end, glued.end + 12):
        return 1, glued
    held = _HELD_BY.search(text, end, line_end(text, end, end + 260))
    if held and not names.at(held.end()):
        body = read_body(text, held.end(), foreign="จัด" in held.group())
        if body and not _WINS.match(text, body.end) and not _NO_GIVER.match(text, body.start):
            return 1, _with_partner(text, through(text, body))
    for which in _WHICH.finditer(text, end, min(len(text), end + 130)):
        body = read_body(text, which.end())
        if body and _CONFERS.match(text, body.end, body.end + 90):
            return 1, body
    return None


def _before(text: str, name: CharSpan) -> CharSpan | None:
    """The body that stands before the verb of giving."""
    low = line_start(text, name.start, max(0, name.start - 90))
    holder = _HOLDER.search(text[low : name.start])
    if not holder or not _HOLDER_VERB.search(holder.group()):
        return None
    stop = low + holder.start()
    for begin in BODY_START.finditer(text, low, stop):
        body = read_body(text, begin.start())
        if body and body.end <= stop and _BETWEEN.fullmatch(text, body.end, stop):
            return body
    return None


def find_giver(text: str, name: CharSpan, end: int, names: Names) -> tuple[int, CharSpan] | None:
    """Who confers the award named at ``name``, with a rank: the lower the surer.

    Args:
        text: the clean text.
        name: the award's name.
        end: the end of its phrase, with category, level and edition.
        names: the people of the article.
    """
    behind = _behind(text, name, end, names)
    if behind:
        return behind
    holder = _before(text, name)
    return (2, holder) if holder else None
