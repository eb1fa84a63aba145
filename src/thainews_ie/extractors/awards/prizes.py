"""Reads the token at a word for a prize, a plaque, a certificate, a level or a Latin name."""

from __future__ import annotations

import re

from thainews_ie.cues import CueHit
from thainews_ie.extractors.awards.groups import BRANCHES
from thainews_ie.extractors.awards.merits import honoured
from thainews_ie.extractors.awards.parts import PLAYED, read_category, read_levels
from thainews_ie.extractors.awards.phrases import (
    LATIN,
    NAME_END,
    PLAQUE_END,
    QUOTED,
    SENTENCE,
    before,
    is_latin,
    read_latin,
    read_phrase,
    skip_spaces,
    unnamed,
    without_year,
)
from thainews_ie.extractors.awards.tokens import Token, read_tail
from thainews_ie.mentions import CharSpan

__all__ = ["read_event", "read_latin_name", "read_level", "read_prize"]

# Branches of national awards, which have a name wherever they are named.
_BRANCHES = tuple(BRANCHES)
# รางวัล that is money, a lottery's, or a count of prizes.
_NOT_AWARD = re.compile(
    r"(?:เงิน|ของ|ลุ้น|ลุ้นรับ|ลุ้นโชค|ออก|ถูก|จับ|จับสลาก|ตรวจ|แจก|มูลค่า|(?<!ประกาศ)ผล|มูลนิธิ|สำนักงาน|กองทุน|หมุน|ประเภท|ตั้ง|ให้|ตก)\Z"
)
_LOTTERY = re.compile(
    r"(?<!สำนักงาน)สลาก|ลุ้น|(?:ออก|ถูก|จับ|หมุน|ตรวจ)รางวัล|ชิงโชค|เสี่ยงโชค|เสี่ยงหมวด|Lucky"
)
_GIVING = re.compile(
    r"""
      มอบ | (?<!สำห)(?<!ยอม)(?<!รอง)(?<!ปรับ)รับ(?!ผิด|รอง|ปรุง|รู้|สมัคร|ฟัง|ชม) | คว้า | กวาด
    | ชนะ | ชิง | ครอง | ประกาศ(?!กระ) | พิธี | สมัคร | ตัดสิน | ประกวด | เสนอ | พิจารณา | ประเมิน
    | งาน | คัดเลือก | เวที | ยินดี | ถวาย | พระราชทาน | ได้แก่ | ประกอบด้วย | [ ]และ\Z
    | \d[ ]?รางวัล
    """,
    re.VERBOSE,
)
_STAGE = re.compile(r"[ ]?(?:จาก|ใน)(?:เวที|งาน|รายการ|เทศกาล)(?:ประกวด)?[ ]?(?=[“\"A-Z])")
# รางวัล… สาขา… |มอบให้แก่|
_GIVEN_TO = re.compile(r"[ ]{0,2}(?:(?:ได้)?มอบ(?:ให้|แก่)|ตกเป็นของ|ได้แก่)")
# The thing handed over, before the award's own name: โล่|รางวัลเกษตรกรดีเด่น.
_OBJECT = re.compile(r"(?:โล่(?:เกียรติคุณ|เกียรติยศ)?|ถ้วย|เหรียญ)(?=รางวัล)")
# What is handed over with it: โล่|และใบประกาศเกียรติคุณ|…
_JOINED = re.compile(
    r"(?:[ ]{0,2}(?:และ|พร้อม(?:ด้วย|ทั้ง)?|/)[ ]?(?:ใบ)?"
    r"(?:(?:โล่|เกียรติบัตร|ประกาศนียบัตร|วุฒิบัตร|ประกาศเกียรติคุณ|เข็ม|ประกาศ(?=แก่|ให้|ผู้|[ ])"
    r"|เงินรางวัล|เงิน(?=แก่|ให้))"
    r"(?:รางวัล|เชิดชูเกียรติ|เกียรติยศ|เกียรติคุณ|ประกาศเกียรติคุณ)?)){1,2}"
)
# A certificate has a name only where it is of a programme, or honours a merit.
_CERTIFICATE = re.compile(
    r"[ ]?(?:โครงการ|หลักสูตร|เชิดชู|[“\"]"
    r"|(?:การ)?รับรอง|มาตรฐาน|สถานศึกษา|สถานประกอบ|โรงเรียน|โรงงาน|ชุมชน|หมู่บ้าน|องค์กร|หน่วยงาน"
    r"|[^\s]{0,70}(?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม|คนดี|เชิดชู|ดีเยี่ยม|เกียรติยศ|คุณธรรม|ยกย่อง))"
)
_HANDED = re.compile(r"มอบ|รับ|โล่|และ|พิธี|พร้อม|รางวัล|จำนวน|ใบ")
_PINNED = re.compile(r"[ก-์.]{3,60}?ดีเด่น")
_LATIN_MERIT = re.compile(r"[ ]?[ก-์]{0,80}?(?:ดีเด่น|ดีเลิศ)")
# ซึ่งเป็น|รางวัลสูงสุดของ…|: said of an award, and no name of one.
_PREDICATE = re.compile(r"(?:ซึ่ง|ถือ|นับ|จะ|[ ”])(?:เป็น|คือ)(?:หนึ่งใน)?\Z")
_ANY_PRIZE = re.compile(
    r"(?:Special|Grand|First|Second|Third|Honorable)[ ](?:Prize|Award|Mention)s?"
    r"(?:[ ]on[ ]stage)?\Z"
)
# เหรียญทองจากเวที |“…”|
_AT_EVENT = re.compile(
    r"(?:รางวัล|เหรียญ|ประกวด|แข่งขัน|ชนะเลิศ)[^\n]{0,60}?(?:จาก|ใน)(?:เวที|งาน|การประกวด|การแข่งขัน|รายการ)"
    r"[^\n“\"]{0,30}[“\"]?[ ]{0,2}\Z"
)
# Praise alone is no name.
_HONOUR = re.compile(
    r"(?:เชิดชูเกียรติ|ประกาศเกียรติคุณ|เกียรติคุณ|ประกาศเชิดชูเกียรติ|พระราชทาน|สุดยอด|ยอดเยี่ยม"
    r"|ดีเด่น|เกียรติบัตร|ทรงเกียรติ|คุณภาพ|สำคัญ)ฯ?(?:\Z|และ(?!เข็ม)|แก่|ให้|ของ|ใน|สูงสุด|แห่งความ)"
)
_DISCIPLINE = re.compile(rf"[ ]?(?P<field>(?:ประเภท)?{PLAYED})")
_OF_SERIES = re.compile(r"[ ]?(?:ใน|จาก)?รายการ[ ]?(?=[“\"A-Zก-์])(?!นี้)")
_THAI_SERIES = re.compile(r"[ก-์]{2,14}(?:[ ][ก-์]{2,14}){0,3}(?=[ ]\d{4})")
_LATIN_LEAD = re.compile(r"[A-Za-z][A-Za-z0-9&'’.+/\- ]{0,88}\Z")


def read_level(text: str, start: int, given: bool = False) -> Token | None:
    """The token of a level, with the name that may follow it.

    ``แชมป์รายการ |…|``, ``ชนะเลิศ |Best of the Best|``
    """
    if text.startswith("ระดับ", start - 5) and start >= 5:
        start -= 5  # ระดับ|ชมเชย
    levels = read_levels(text, start)
    if not levels:
        return None
    token = Token("level", start, levels[-1].end, levels=levels, given=given)
    played = _DISCIPLINE.match(text, token.end, token.end + 16)
    if played:  # แชมป์|ชายเดี่ยว| …
        token.category, token.end = CharSpan(*played.span("field")), played.end()
    series = _OF_SERIES.match(text, token.end, token.end + 16)
    at = series.end() if series else skip_spaces(text, token.end)
    end = at
    latin = LATIN.match(text, at, at + 140)
    if latin and " " in latin.group() and (series or at > token.end):
        end = without_year(text, at, latin.end())
    elif series:
        quoted = QUOTED.match(text, at) or _THAI_SERIES.match(text, at, at + 80)
        end = quoted.end() if quoted else at
    if end > at + 4:
        category = token.category
        token = Token("prize", start, end, CharSpan(at, end), levels=levels, given=True)
        token.category = category
    return read_tail(text, token)


def _body_start(text: str, at: int) -> int:
    """Where the name behind a head starts; beyond a space only for a title or an abbreviation."""
    following = skip_spaces(text, at)
    if QUOTED.match(text, following) or is_latin(text, following):
        return following
    return following if text.startswith("อสม", following) else at


def _body_end(text: str, body: int, kind: str) -> int:
    """Where the name whose part after the head starts at ``body`` ends."""
    if not is_latin(text, body):
        return read_phrase(text, body, NAME_END if kind == "prize" else PLAQUE_END)
    end = without_year(text, body, read_latin(text, body))
    merit = _LATIN_MERIT.match(text, end, end + 90)
    return merit.end() if merit else end


def _staged(text: str, at: int) -> CharSpan | None:
    """The stage on which awards without a name are given: ``3 รางวัลจากเวที |Inventors’ Day|``."""
    lead = _STAGE.match(text, at, at + 24)
    if lead is None:
        return None
    quoted = QUOTED.match(text, lead.end())
    start = lead.end() + (quoted is not None)
    end = quoted.end() - 1 if quoted else without_year(text, start, read_latin(text, start))
    return CharSpan(start, end) if quoted or " " in text[start:end] else None


def _is_object(text: str, hit: CueHit, kind: str) -> bool:
    """Whether the head names no award here: money, a lottery's prize, a word that looks alike."""
    if kind == "prize":
        left = before(text, hit.start, 12)
        if _NOT_AWARD.search(left) and not left.endswith("โล่"):
            return True
        return _LOTTERY.search(before(text, hit.start, 64)) is not None
    if hit.term.startswith(("ตรา", "ป้าย")):
        return not before(text, hit.start, 8).rstrip().endswith(("มอบ", "รับ"))
    if hit.term.startswith("ประกาศเกียรติคุณ"):  # the verb: เพื่อประกาศเกียรติคุณผู้…
        return not _HANDED.search(before(text, hit.start, 9))
    if hit.term in ("โล่", "โล่ห์"):  # โล่งใจ, a surname
        return not _HANDED.search(before(text, hit.start, 20))
    return False


def read_prize(text: str, hit: CueHit) -> Token | None:
    """The token at a word for a prize, plaque or certificate; None if it names no award."""
    kind = hit.values[0]
    if _is_object(text, hit, kind):
        return None
    held = _OBJECT.match(text, hit.start)
    start = held.end() if held else hit.start
    joined = _JOINED.match(text, hit.end, hit.end + 60) if kind != "prize" else None
    behind = joined.end() if joined else hit.end
    given = bool(_GIVING.search(before(text, hit.start, 48)))
    if kind == "prize":
        level = read_level(text, start, given)
        if level:
            return level
        category = read_category(text, hit.end)
        if category and category.start <= hit.end + 1:
            token = Token("category", start, category.end, category=category, given=given)
            return read_tail(text, token)
    if unnamed(text, behind):
        if stage := _staged(text, hit.end):
            return read_tail(text, Token("latin", hit.start, stage.end, stage, given=given))
        who = honoured(text, behind)
        if who is None:
            return None
        return read_tail(text, Token("merit", hit.start, who.end, who, given=given))
    if kind == "certificate" and not (
        _CERTIFICATE.match(text, hit.end, hit.end + 90)
        and _HANDED.search(before(text, hit.start, 30))
    ):
        return None
    if "เข็ม" in hit.term and (who_pinned := _PINNED.match(text, hit.end, hit.end + 80)):
        name = CharSpan(*who_pinned.span())
        return read_tail(text, Token("merit", hit.start, name.end, name, given=given))
    if (
        kind == "prize"
        and not text.startswith(_BRANCHES, hit.start)
        and _PREDICATE.search(before(text, hit.start, 12))
    ):
        return None
    body = _body_start(text, behind)
    end = _body_end(text, body, kind)
    if end < body + 4 or _HONOUR.match(text, body, end) or SENTENCE.search(text, body, end):
        return None
    token = read_tail(text, Token(kind, start, end, CharSpan(start, end), given=given))
    token.given = given or _GIVEN_TO.match(text, token.end) is not None
    return token


def read_latin_name(text: str, hit: CueHit, low: int) -> Token | None:
    """The token of a name in Latin letters around a word like ``Award``: ``Best Bond Awards``.

    Args:
        text: the clean text.
        hit: the word.
        low: the name does not start before this place.
    """
    low = max(low, hit.start - 90)
    lead = _LATIN_LEAD.search(text[low : hit.start + 1])
    start = low + lead.start() if lead else hit.start
    end = without_year(text, start, read_latin(text, start))
    if end < hit.end or " " not in text[start:end].strip():
        return None
    left = before(text, start, 64)
    if left.rstrip().endswith("(") or _LOTTERY.search(left) or _ANY_PRIZE.match(text, start, end):
        return None
    given = bool(_GIVING.search(left[-30:]))
    return read_tail(text, Token("latin", start, end, CharSpan(start, end), given=given))


def read_event(text: str, hit: CueHit, low: int) -> Token | None:
    """The token of a fair where inventions compete: ``เหรียญทอง จากงาน |Northern Invention Fair|``.

    Args:
        text: the clean text.
        hit: the word.
        low: the name does not start before this place.
    """
    low = max(low, hit.start - 110)
    quote = max(text.rfind(mark, low, hit.start) for mark in '“"')
    quoted = QUOTED.match(text, quote) if quote >= 0 else None
    if quoted and hit.end < quoted.end():
        start, end = quoted.start() + 1, quoted.end() - 1
    else:
        lead = _LATIN_LEAD.search(text[low : hit.start + 1])
        start = low + lead.start() if lead else hit.start
        end = read_latin(text, start)
    end = without_year(text, start, end)
    if end < hit.end or not _AT_EVENT.search(before(text, start, 110)):
        return None
    return read_tail(text, Token("latin", start, end, CharSpan(start, end), given=True))
