"""Reads the token of a contest: ``การประกวดข้าวหอมมะลิ``, ``การแข่งขันรายการ …``."""

from __future__ import annotations

import re

from thainews_ie.cues import CueHit
from thainews_ie.extractors.awards.bodies import BODY_HEAD
from thainews_ie.extractors.awards.parts import read_edition
from thainews_ie.extractors.awards.phrases import (
    LATIN,
    NAME_END,
    QUOTED,
    SENTENCE,
    before,
    is_latin,
    read_latin,
    read_phrase,
    skip_spaces,
    without_year,
)
from thainews_ie.extractors.awards.tokens import Token, read_tail
from thainews_ie.lexicon import terms
from thainews_ie.mentions import CharSpan
from thainews_ie.patterns import trie

__all__ = ["read_contest"]

# Within this the subject shows whether it is a phrase: การประกวด|แพ้ชนะไม่สำคัญ|.
_SUBJECT = 40
_NO_SUBJECT = re.compile(r"ไม่(?!เกิน|น้อย)|ถือว่า|เป็นต้น|เทียบเท่า|เสมอ")
_LEFT = re.compile(r"(?:การ|(?<!ผล)งาน|เวที)\Z")
# ขีดความสามารถในการ|แข่งขัน, ส่งผลงานเข้า|ประกวด
_NO_CONTEST = re.compile(
    r"(?:เชิง|สามารถ|ศักยภาพ|เปรียบ|สภาพ|เพื่อ|เวที|โลก|ตลาด|เศรษฐกิจ|ทาง|ด้าน|ระบบ|สู่)"
    r"(?:ใน|ทาง|ด้าน|ของ|ที่)?(?:การ)?\Z"
)
# ส่งผลงานเข้า|ประกวด: a contest only where its title follows
_ENTERED = re.compile(r"(?:(?<!ผู้)เข้า(?:ร่วม)?|ร่วม|ส่ง)(?:การ)?\Z")
_ENTERED_TITLE = re.compile(
    r"(?:การ)?[ก-์]{2,60}[ ]{0,2}(?:[(“\"A-Z]|(?:[ก-ฮ]{1,3}\.){2}|(?:ใน|ภายใต้)?หัวข้อ"
    r"|ประจำปี|ครั้งที่|ชิง|ระดับ(?:ประเทศ|ชาติ|ภาค))"
)
_UNNAMED = re.compile(
    r"[ ]?(?:"
    + trie(terms("award_contest_unnamed"))
    + r"|ของ(?!เขต|สมาคม|มูลนิธิ)|กีฬา(?:ของ|ที่|ทุก|ใน|ระดับ|ต่าง|และ|แบบ|[ ]{0,4}\n|[ ]{1,4}(?![“A-Z ]))"
    r"|\d|[)\n,.;/”]|\Z)"
)
_GIVING = re.compile(
    r"(?:รางวัล|ชนะ(?=[เก \n])|เกียรติบัตร|โล่(?!ง)|ชิง(?!ธง)|ผลการ|ถ้วย|เหรียญ|แชมป์)"
    r"(?:(?!\d{1,2}[.)])[^\n]){0,36}\Z"
)
_STAKE = re.compile(r"[^\n]{0,60}?ชิง(?:ถ้วย|เงิน|รางวัล|โล่|แชมป์)")
_SERIES = re.compile(r"[ ]?รายการ[ ]?(?=[“\"ก-์A-Z])")
_SERIES_MORE = re.compile(r"(?:[ ][ก-์]{2,14}){1,3}(?=[ ]\d{4})")
_FOREIGN_TITLE = re.compile(r"[^\n(,\d]{0,70}?(?=[A-Z][A-Za-z]{1,24} [A-Z][A-Za-z]{1,24} [A-Za-z])")
# What is named by the foreign words behind it: การประกวดผลงานชมรม| GREEN CLUB OF THE YEAR|.
_NEEDS_NAME = re.compile(r"(?:ชมรม|โครงการ|กลุ่ม|ศูนย์|ชุมชน|แบรนด์|หลักสูตร)[ ]?\Z")
# The rest of a contest's subject before its level or edition: …|ค่อยจีบ ประดิษฐ์ใบตอง| ระดับชาติ.
_MORE = re.compile(
    r"(?:[ ](?!ระดับ|ครั้งที่|ประจำปี|ชิง|หัวข้อ|ภายใต้|ปี|และ|พร้อม|ซึ่ง|โดย)"
    r"(?:[ก-ฮ]{1,4}\.){0,5}[ก-์]{0,40}){1,3}"
    r"(?=[ ](?:ระดับ|ครั้งที่|ประจำปี|ชิง|(?:ภายใต้)?หัวข้อ|(?:25|20)\d\d(?!\d)))"
)
# An abbreviation within the name: การประกวดภาพถ่ายอาสาสมัคร| (อสม.) |ประจำหมู่บ้าน.
_ASIDE = re.compile(r"[ ]?\([^()\n\d]{1,60}\)[ ](?=[ก-์])(?!เข้า|ได้|มี|ที่|ของ)")
# What a team game is called by: การแข่งขันฟุตบอล| 7 คน| รายการ …
_PLAYERS = re.compile(r"[ ]\d{1,2}[ ]?คน(?=[ ]|\Z)")
_NAMED_SERIES = re.compile(r"[^\n“”\"(),]{0,36}?[ ]{1,2}รายการ[ ]{0,2}(?=[“\"A-Z])")
_THEME = re.compile(r"[ ]{1,2}(?:ภายใต้)?หัวข้อ[ ]?“[^”\n]{2,90}”")
_LATIN_WORD = re.compile(r"[A-Za-z]{4}")


def _subject(text: str, body: int, series: bool) -> int:
    """The end of what the contest is about, in Thai."""
    end = read_phrase(text, body, NAME_END)
    if players := _PLAYERS.match(text, end, end + 9):
        end = players.end()
    title = None if series else _NAMED_SERIES.match(text, end, end + 52)
    if title:
        quoted = QUOTED.match(text, title.end())
        last = quoted.end() if quoted else read_latin(text, title.end())
        return without_year(text, title.end(), last)
    if end > body and (aside := _ASIDE.match(text, end, end + 70)):
        behind = read_phrase(text, aside.end(), NAME_END)
        named = behind > aside.end() + 3 and not SENTENCE.search(text, aside.end(), behind)
        if named and not BODY_HEAD.match(text, aside.end()):
            return behind
    if text[end : end + 1] != " " or text[end - 1] in '”"':
        return end
    if series:
        more = _SERIES_MORE.match(text, end, end + 60)
        return more.end() if more else end
    more = _MORE.match(text, end, end + 100)
    if more and not NAME_END.search(text, end + 1, more.end()):
        theme = _THEME.match(text, more.end(), more.end() + 120)
        return theme.end() if theme else more.end()
    return end


def _title(text: str, start: int, body: int, end: int) -> CharSpan:
    """The contest's name ``start:end``, or the foreign title that follows it."""
    far = _FOREIGN_TITLE.match(text, body, body + 110)
    at = far.end() if far else skip_spaces(text, end)
    latin = LATIN.match(text, at, at + 140)
    if latin and latin.end() - at > 12:
        end = without_year(text, at, latin.end())
        own = len(text[at:end].split()) >= 3 and not _NEEDS_NAME.search(text, body, at)
        return CharSpan(at if own else start, end)
    # การแข่งขัน… ครั้งที่ 12 “Bali International Choir Festival”
    edition, _ = read_edition(text, end)
    quoted = QUOTED.match(text, skip_spaces(text, edition))
    if quoted and edition > end and _LATIN_WORD.search(quoted.group()):
        start, end = quoted.start() + 1, quoted.end() - 1
    return CharSpan(start, without_year(text, start, end))


def read_contest(text: str, hit: CueHit) -> Token | None:
    """The token of a contest at ``ประกวด`` or ``แข่งขัน``; None if it is not one with a name."""
    left = before(text, hit.start, 40)
    if _NO_CONTEST.search(left) or _UNNAMED.match(text, hit.end):
        return None
    if _ENTERED.search(left) and not _ENTERED_TITLE.match(text, hit.end, hit.end + 80):
        return None
    prefix = _LEFT.search(left)
    first = start = hit.start - (len(prefix.group()) if prefix else 0)
    series = _SERIES.match(text, hit.end)
    if series:
        if _UNNAMED.match(text, series.end()):
            return None
        start = body = series.end()
    else:
        body = skip_spaces(text, hit.end)
        if body > hit.end and not QUOTED.match(text, body) and not is_latin(text, body):
            return None
    end = _subject(text, body, series is not None)
    name = _title(text, start, body, end)
    if name.start == start and (
        name.end < body + 3 or _NO_SUBJECT.search(text, body, min(end, body + _SUBJECT))
    ):
        return None
    token = Token("contest", min(first, name.start), name.end, name)
    token.alias = CharSpan(first, end) if end <= name.start else None
    read_tail(text, token)
    left = before(text, name.start, 60)
    token.given = bool(_GIVING.search(left) or _STAKE.match(text, token.end, token.end + 90))
    return token
