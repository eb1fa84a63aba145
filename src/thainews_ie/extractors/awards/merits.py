"""Reads honours that are called by the merit alone: ``ข้าราชการพลเรือนดีเด่น``."""

from __future__ import annotations

import re

from thainews_ie.cues import CueHit
from thainews_ie.extractors.awards.phrases import NAME_END, before
from thainews_ie.extractors.awards.tokens import Token, read_tail
from thainews_ie.mentions import CharSpan

__all__ = ["APART", "honoured", "joined_merits", "read_merit"]

# Words that part two awards that are not in one list.
APART = re.compile(r"\n|ซึ่ง|โดย|ทั้งนี้|กล่าว|เพื่อ|ว่า|จะ")
_FIELD = r"ด้าน[ก-์]{3,50}?(?=[ \n(,]|ประจำ|ปี|จำนวน|จนถึง|\Z)"
# มอบโล่แก่|ข้าราชการดีเด่น|: the plaque has no name, those honoured are named by their merit.
_TO = re.compile(
    rf"""
    (?:[ ]?(?:พร้อม|และ)[^\s]{{2,30}})?[ ]{{0,2}}
    (?:ให้แก่|ให้กับ|แก่|แด่|ให้|กับ|สำหรับ)(?:ผู้(?:ที่)?ได้รับ(?:การ)?คัดเลือก(?:เป็น)?)?[ ]?
    (?P<who>[^\s\d(“"][^\n\d(“"]{{1,90}}?(?:ดีเด่น|ดีเลิศ|ยอดเยี่ยม|ต้นแบบ|เข้มแข็ง)(?:แห่งชาติ|แห่งปี)?
        (?:{_FIELD}|ที่(?!ได้|มี|ผ่าน|เป็น)[ก-์]{{4,40}}(?=[ \n]))?)
    (?=[ \n(,]|ระดับ|ประจำ|ปี|ที่|จำนวน|ด้าน|สาขา|ประเภท|ของ|ใน|และ|กรม|สำนัก|\d|\Z)
    """,
    re.VERBOSE,
)
# …ดีเด่น ประจำปี 2563 |และข้าราชการดีเด่น|
_AND = re.compile(
    r"""
    [ ]{0,2}(?:,|/|และ|รวมถึง|รวมทั้ง|ตลอดจน)?[ ]{0,2}
    (?P<who>(?!เพื่อ|ใน|ของ|ที่|จาก|อย่าง)(?:(?!มอบ|ซึ่ง|โดย|แก่|เป็น|รางวัล|ประเภท|สาขา)[ก-์.]){3,60}?(?:ดีเด่น|ยอดเยี่ยม)
        (?:แห่งชาติ)?)
    (?=[ \n(,]|ระดับ|ประจำ|ปี|และ|ของ|\Z)
    """,
    re.VERBOSE,
)
_LEAD = re.compile(
    r"""
    (?: คัดเลือก(?:ให้)?(?:ได้รับ(?:รางวัล)?)?(?:เป็น)? | ยินดี(?:กับ|แก่|ต่อ) | สมัคร | ประกวด
      | ประกาศ(?:ผล|ยกย่อง|เกียรติคุณ)?(?:ให้)?(?:เป็น)? | รับ(?:การยกย่อง|การประกาศ)?(?:ให้)?เป็น
      | (?:รางวัล|โล่)[ก-์]{0,20}(?:ให้กับ|ให้แก่|แก่) | ยกย่อง(?:เชิดชูเกียรติ)?(?:เป็น|ให้เป็น)? )
    [ ]?(?:ผู้(?=ได้|ที่))?(?P<who>[ก-์.][ก-์. ]{2,58})\Z
    """,
    re.VERBOSE,
)
# An item of a list of honours: …ดีเด่น (ก) |เรือประมงต้นแบบดีเด่น|
_ITEM = re.compile(r"(?:[ )]|และ)(?P<who>(?!และ|เพื่อ|ของ|ที่|เป็น|การ)[ก-์]{3,44})\Z")
# Words that a merit's name never begins with: they lead to it, or open a part of another award.
_NO_START = re.compile(
    r"(?:สำหรับ|แก่(?!น)|ให้|กับ|แด่|ทั้ง|ใน|จาก|ของ|โดย|ราย(?:ชื่อ|นาม)|ระดับ|ประเภท|สาขา|ด้าน|มี|ซึ่ง|ที่|และ)"
)
_NO_WHO = re.compile(
    r"ปฏิบัติงาน|ความประพฤติ|ซึ่ง|โดย|จาก|เพื่อ|ที่ได้|ที่มี(?:ผลงาน|ผลการ)|มอบ|รางวัล|ได้รับ|นาย|นาง"
    r"|ผู้มี|ผลงาน|ทราบ"
)
_MERIT_FIELD = re.compile(_FIELD)


def honoured(text: str, at: int) -> CharSpan | None:
    """Those honoured by an award without a name: ``โล่แก่|เกษตรกรดีเด่น``."""
    found = _TO.match(text, at, at + 150)
    if not found or _NO_WHO.search(found["who"]):
        return None
    return CharSpan(*found.span("who"))


def _is_who(said: str) -> bool:
    """Whether words before a merit may name those honoured."""
    return not _NO_WHO.search(said) and not _NO_START.match(said)


def read_merit(text: str, hit: CueHit, tokens: list[Token]) -> Token | None:
    """The token of an honour at its word of merit: ``คัดเลือกเป็น|เกษตรกรดีเด่น``.

    Args:
        text: the clean text.
        hit: the word of merit.
        tokens: the tokens before it; a list of merits goes on without a verb.
    """
    lead = _LEAD.search(before(text, hit.start, 100))
    who = lead["who"].lstrip() if lead else ""
    proper = len(who) >= 3 and who.count(" ") <= 3
    if proper and _is_who(who) and not NAME_END.search(who):
        end = hit.end + (len("แห่งชาติ") if text.startswith("แห่งชาติ", hit.end) else 0)
        field = _MERIT_FIELD.match(text, end, end + 60)
        name = CharSpan(hit.start - len(who), field.end() if field else end)
        return read_tail(text, Token("merit", *name, name, given=True))
    last = next((t for t in reversed(tokens[-3:]) if t.name), None)
    if last is None or last.kind not in ("merit", "prize") or not last.given:
        return None
    if hit.start - last.end > 200:
        return None
    gap = text[last.end : hit.start]
    item = _ITEM.search(gap)
    if item is None or APART.search(gap) or not _is_who(item["who"]):
        return None
    name = CharSpan(last.end + item.start("who"), hit.end)
    return read_tail(text, Token("merit", *name, name, given=True))


def joined_merits(text: str, token: Token) -> list[Token]:
    """What is honoured right beside ``token``: ``…ดีเด่น ประจำปี 2563 |และข้าราชการดีเด่น|``."""
    found: list[Token] = []
    for _ in range(4):
        more = _AND.match(text, token.end, token.end + 90)
        if not more or _NO_START.match(more["who"]):
            break
        name = CharSpan(*more.span("who"))
        token = read_tail(text, Token("merit", *name, name, given=True))
        found.append(token)
    return found
