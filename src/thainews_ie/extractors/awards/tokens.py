"""Turns the cue hits of an article into award tokens: names, levels and categories in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thainews_ie.cues import CueHit
from thainews_ie.extractors.awards.phrases import (
    LATIN,
    NAME_END,
    PLAQUE_END,
    QUOTED,
    SENTENCE,
    SPACES,
    common_era,
    read_category,
    read_edition,
    read_latin,
    read_levels,
    read_phrase,
    unnamed,
)
from thainews_ie.mentions import CharSpan

__all__ = ["Token", "read_tokens"]


@dataclass(slots=True)
class Token:
    """One mention of an award, or of a level or category without the award's name.

    Args:
        kind: ``prize``, ``plaque``, ``certificate``, ``contest``, ``latin``, ``merit``, ``level``,
            ``category``, or ``list`` for the word that opens a list.
        start, end: the phrase with its category, level and edition.
        name: the award's name; None for levels, categories and lists.
        category, levels, year: what stands beside it.
        given: whether words of giving, winning or contending stand before it.
        alias: what else a contest is called, before its title.
        count, noun: of a list, how many items it announces and what it calls them.
    """

    kind: str
    start: int
    end: int
    name: CharSpan | None = None
    category: CharSpan | None = None
    levels: list[CharSpan] = field(default_factory=list)
    year: int | None = None
    given: bool = False
    alias: CharSpan | None = None
    count: int = 0
    noun: str = ""


# รางวัล that is money, a lottery's or a count of prizes.
_NOT_AWARD = re.compile(
    r"(?:เงิน|ของ|ลุ้น|ลุ้นรับ|ลุ้นโชค|ออก|ถูก|จับ|จับสลาก|ตรวจ|แจก|มูลค่า|ผล|หมุน|ประเภท|ตั้ง|ให้|ตก)\Z"
)
_LOTTERY = re.compile(r"สลาก|ลุ้น|(?:ออก|ถูก|จับ|หมุน|ตรวจ)รางวัล|ชิงโชค|เสี่ยงโชค|เสี่ยงหมวด|Lucky")
_GIVING = re.compile(
    r"มอบ|(?<!สำห)(?<!ยอม)(?<!รอง)(?<!ปรับ)รับ(?!ผิด|รอง|ปรุง|รู้|สมัคร|ฟัง|ชม)|คว้า|ชนะ|ชิง|ประกาศ(?!กระ)|พิธี|สมัคร|กวาด"
    r"|ครอง|ตัดสิน|ประกวด|เสนอ|พิจารณา|ประเมิน|งาน|คัดเลือก|เวที|ยินดี|ถวาย|พระราชทาน"
    r"|ได้แก่|ประกอบด้วย|[ ]และ\Z"
)
_PLAQUE_OF_PRIZE = re.compile(r"(?:โล่(?:เกียรติคุณ|เกียรติยศ)?|ถ้วย|เหรียญ)(?=รางวัล)")
_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,90}\)")
# The edition, with words between: รางวัล… ผู้ทำคุณประโยชน์แก่… |ประจำปี 2566|.
_LATER_EDITION = re.compile(r"[^\n]{0,80}?ประจำปี(?:งบประมาณ)?[ ]?(?:พ\.?ศ\.?|พุทธศักราช)?[ ]{0,2}(?P<year>25\d\d|[56]\d(?!\d))")
_NEXT_AWARD = re.compile(r"รางวัล|โล่|เกียรติบัตร|งาน|ครบรอบ|ประชุม|[ ]ณ[ ]|โครงการ")
_BRACKET_YEAR = re.compile(r"(?<=[A-Za-z] )20[12]\d(?=\))")
_ALIAS = re.compile(r"""[ ]{0,2}(?:หรือ[ ]?)?[“"][^”"\n]{0,60}(?:Award|AWARD|Prize)[^”"\n]{0,30}[”"]""")
_COUNTED = re.compile(r"[ ]{0,2}(?:รวม|จำนวน)?[ ]{0,2}\d{1,3}[ ]?(?:รางวัล|ราย|คน|แห่ง|ทีม|ผลงาน)")
# มอบโล่แก่|ข้าราชการดีเด่น: the plaque has no name, those honoured are named by their merit.
_TO = re.compile(
    r"(?:[ ]?(?:พร้อม|และ)[^\s]{2,30})?[ ]{0,2}(?:ให้แก่|ให้กับ|แก่|แด่|ให้|กับ|สำหรับ)(?:ผู้ได้รับ(?:การ)?คัดเลือก(?:เป็น)?"
    r"|ผู้ที่ได้รับ(?:การ)?คัดเลือก(?:เป็น)?)?[ ]?(?P<who>[^\s\d(“\"][^\n\d(“\"]{1,90}?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ)"
    r"(?:แห่งชาติ|แห่งปี)?(?:ด้าน[ก-์]{3,50}?(?=[ \n(,]|ประจำ|ปี|จำนวน|\Z))?)(?=[ \n(,]|ระดับ|ประจำ|ปี|ที่|จำนวน|ด้าน|สาขา|ประเภท|ของ|ใน|และ|กรม|สำนัก|\d|\Z)"
)
_AND_MERIT = re.compile(
    r"[ ]{0,2}(?:,|/|และ|รวมถึง|รวมทั้ง|ตลอดจน)?[ ]{0,2}(?P<who>(?!เพื่อ|ใน|ของ|ที่|จาก|อย่าง)(?:(?!มอบ|ซึ่ง|โดย|แก่|เป็น|รางวัล)[ก-์.]){3,60}?ดีเด่น"
    r"(?:แห่งชาติ)?)(?=[ \n(,]|ระดับ|ประจำ|ปี|\Z)"
)
_LATIN_MERIT = re.compile(r"[ ]?[ก-์]{0,16}ดีเด่น")
_PINNED = re.compile(r"[ก-์.]{3,60}?ดีเด่น")
# A certificate has a name only where it is of a programme, or honours a merit.
_CERTIFICATE = re.compile(
    r"[ ]?(?:โครงการ|หลักสูตร|เชิดชู|[“\"]|[^\s]{0,70}(?:ดีเด่น|ต้นแบบ|ยอดเยี่ยม|คนดี|เชิดชู|ดีเยี่ยม|เกียรติยศ|คุณธรรม|ยกย่อง))"
)
_HANDED = re.compile(r"มอบ|รับ|โล่|และ|พิธี|พร้อม|รางวัล|จำนวน|ใบ")
_NO_WHO = re.compile(r"ปฏิบัติงาน|ความประพฤติ|ซึ่ง|โดย|จาก|เพื่อ|ที่ได้|ที่มี(?:ผลงาน|ผลการ)|มอบ|รางวัล|ได้รับ|นาย|นาง|ผู้มี|ผลงาน")

_CONTEST_LEFT = re.compile(r"(?:งานการ|กิจกรรมการ|การ|งาน|เวที)\Z")
_NO_CONTEST = re.compile(
    r"(?:สามารถ|ศักยภาพ|เปรียบ|สภาพ|เพื่อ|เวที|โลก|ตลาด|เศรษฐกิจ|ทาง|ด้าน|ระบบ|ส่งผลงานเข้า|ผู้เข้า|เข้า|ร่วม|ส่ง|สู่)"
    r"(?:ใน|ทาง|ด้าน|ของ|ที่)?(?:การ)?\Z"
)
_CONTEST_UNNAMED = re.compile(
    r"[ ]?(?:ครั้ง|นี้|นั้น|ดังกล่าว|ใน|กับ|ได้|ทาง|ที่|และ|ราคา|เพื่อ|จะ|กว่า|ทั้ง|ซึ่ง|มี|แล้ว|ต่อ|ของ(?!เขต|สมาคม|มูลนิธิ)"
    r"|ฟรี|สูง|ด้าน|ระดับ|อย่าง|เสรี|จาก|โดย|ให้|เป็น|กัน|ไม่|อยู่|พร้อม|แต่|ระหว่าง|รอบ|เข้า|ตาม|ก็|ว่า|บน|รุนแรง"
    r"|กีฬา(?:ของ|ที่|ทุก|ใน|ระดับ|ต่าง|และ|แบบ|[ ]*\n|[ ]+(?![“A-Z]))|ด้วย|ขึ้น|แบบ|แบ่ง|ผลัก|เหล่า|ว่า|ภาย|ใหม่|เชิง|หรือ|เมื่อ|ต้อง|จำนวน|ตั้งแต่|คือ|รวม|ผ่าน|\d|[)\n,.;/”]|\Z)"
)
_CONTEST_GIVING = re.compile(
    r"(?:รางวัล|ผู้ชนะ|ชนะเลิศ|ชนะ|เกียรติบัตร|โล่|ชิง|ผลการ|ถ้วย|เหรียญ|แชมป์)(?:ใน|จาก|ผู้ชนะ|ให้แก่ผู้ชนะ|แก่ผู้ชนะ|แก่ผู้ที่ชนะเลิศ"
    r"|การ|เยาวชน)?[^\n]{0,24}\Z"
)
_CONTEST_CALL = re.compile(r"(?:จัด|ชวน|เปิด|เชิญ|สมัคร|โครงการ|กิจกรรม|ประกาศผล)(?:การ|งาน|กิจกรรม|โครงการ|ส่งผลงาน)?\Z")
_SERIES = re.compile(r"[ ]?รายการ[ ]?(?=[“\"ก-์A-Z])")
_FOREIGN_TITLE = re.compile(r"[^\n(,\d]{0,70}?(?=[A-Z][A-Za-z]+ [A-Z][A-Za-z]+ [A-Za-z])")
# The rest of a contest's subject before its level or edition: …|ค่อยจีบ ประดิษฐ์ใบตอง| ระดับชาติ.
_CONTEST_MORE = re.compile(
    r"(?:[ ](?!ระดับ|ครั้งที่|ประจำปี|ชิง)[ก-์]{2,24}){1,3}(?=[ ](?:ระดับ|ครั้งที่|ประจำปี|ชิง))"
)
_STAKE = re.compile(r"[^\n]{0,60}?ชิง(?:ถ้วย|เงิน|รางวัล|โล่|แชมป์)")


def _before(text: str, at: int, width: int) -> str:
    """Up to ``width`` characters before ``at``, of the same line."""
    piece = text[max(0, at - width) : at]
    return piece[piece.rfind("\n") + 1 :]


def _tail(text: str, token: Token) -> None:
    """Read category, levels and edition that follow the token's name, in any order."""
    at = token.end
    counted = False
    if text[at : at + 1] in ("”", '"', "’") and token.name is not None:
        at = token.end = at + 1
    for _ in range(7):
        edition, year = read_edition(text, at)
        if edition > at:
            token.year = token.year or year
            at = token.end = edition
            continue
        if not token.levels:
            gap = SPACES.match(text, at)
            levels = read_levels(text, gap.end() if gap else at) or read_levels(text, at)
            if levels:
                token.levels = levels
                at = token.end = levels[-1].end
                continue
        if token.levels and token.name and text.startswith("ระดับ", token.levels[-1].start):
            # ระดับชาติ จำนวน 3 รางวัล |ระดับภาค| จำนวน 9 รางวัล
            gap = SPACES.match(text, at)
            more = read_levels(text, gap.end() if gap else at)
            if more and text.startswith("ระดับ", more[0].start):
                token.levels = [*token.levels, *more]
                at = token.end = more[-1].end
                continue
        category = read_category(text, at)
        if category:
            if token.category is None:
                token.category = category
            elif category.start - token.category.end <= 2:
                token.category = CharSpan(token.category.start, category.end)
            at = token.end = category.end
            continue
        brackets = _BRACKETS.match(text, at, at + 96) or _COUNTED.match(text, at, at + 24)
        if brackets is None and token.kind == "prize" and at > token.start:
            brackets = _ALIAS.match(text, at, at + 100)
        if brackets and token.kind != "level":
            inside = _BRACKET_YEAR.search(text, at, brackets.end())
            if inside:
                token.year = token.year or common_era(inside.group())
            at = token.end = brackets.end()
            continue
        break
    if token.name is None:
        return
    if _before(text, token.name.start, 7) == "ว่าด้วย":
        token.year = None  # the year of a regulation
    elif token.year is None:
        later = _LATER_EDITION.match(text, token.end, min(len(text), token.end + 110))
        if later and not _NEXT_AWARD.search(text, token.end, later.end()):
            token.year = common_era(later["year"])


_OF_SERIES = re.compile(r"[ ]?(?:ใน|จาก)?รายการ[ ]?(?=[“\"A-Zก-์])(?!นี้)")
_THAI_SERIES = re.compile(r"[ก-์]{2,14}(?:[ ][ก-์]{2,14}){0,3}(?=[ ]\d{4})")


def _level(text: str, start: int, levels: list[CharSpan], given: bool) -> Token:
    """The token of a level, with the name that follows it: ``แชมป์รายการ|…``, ``ชนะเลิศ Best …``."""
    token = Token("level", start, levels[-1].end, levels=levels, given=given)
    series = _OF_SERIES.match(text, token.end, token.end + 16)
    gap = SPACES.match(text, token.end)
    at = series.end() if series else gap.end() if gap else token.end
    end = at
    latin = LATIN.match(text, at, at + 140)
    if latin and " " in latin.group() and (series or at > token.end):
        end = _without_year(text, at, latin.end())
    elif series:
        quoted = QUOTED.match(text, at) or _THAI_SERIES.match(text, at, at + 80)
        end = quoted.end() if quoted else at
    if end > at + 4:
        token = Token("prize", start, end, CharSpan(at, end), levels=levels, given=True)
    _tail(text, token)
    return token


def _honoured(text: str, at: int) -> CharSpan | None:
    """Those honoured by an award without a name: ``โล่แก่|เกษตรกรดีเด่น``."""
    found = _TO.match(text, at, at + 150)
    if not found or _NO_WHO.search(found["who"]):
        return None
    return CharSpan(*found.span("who"))


def _prize(text: str, hit: CueHit, kind: str) -> Token | None:
    """The token at a word for a prize, plaque or certificate."""
    left = _before(text, hit.start, 12)
    if kind == "prize" and _NOT_AWARD.search(left) and not left.endswith("โล่"):
        return None
    start = hit.start
    inner = _PLAQUE_OF_PRIZE.match(text, start)
    if inner:
        start = inner.end()
    if hit.term in ("โล่", "โล่ห์") and not _HANDED.search(_before(text, hit.start, 20)):
        return None  # โล่งใจ, a surname
    before = _before(text, hit.start, 64)
    if kind == "prize" and _LOTTERY.search(before):
        return None
    given = bool(_GIVING.search(before[-48:]))
    levels = read_levels(text, start) if kind == "prize" else []
    if levels:
        return _level(text, start, levels, given)
    if kind == "prize":
        category = read_category(text, hit.end)
        if category and category.start <= hit.end + 1:
            token = Token("category", start, category.end, category=category, given=given)
            _tail(text, token)
            return token
    if unnamed(text, hit.end):
        who = _honoured(text, hit.end)
        if who is None:
            return None
        token = Token("merit", hit.start, who.end, name=who, given=given)
        _tail(text, token)
        return token
    if kind == "certificate" and not (
        _CERTIFICATE.match(text, hit.end, hit.end + 90) and _HANDED.search(_before(text, hit.start, 30))
    ):
        return None
    if "เข็ม" in hit.term and (who := _PINNED.match(text, hit.end, hit.end + 80)):
        token = Token("merit", hit.start, who.end(), CharSpan(hit.end, who.end()), given=given)
        _tail(text, token)
        return token
    stop = NAME_END if kind == "prize" else PLAQUE_END
    gap = SPACES.match(text, hit.end)
    body = hit.end
    if gap and gap.end() > hit.end:
        follows = text[gap.end() : gap.end() + 1]
        if QUOTED.match(text, gap.end()) or (follows.isascii() and follows.isalpha()):
            body = gap.end()
        elif text.startswith("อสม", gap.end()):
            body = gap.end()
    if text[body : body + 1].isascii() and text[body : body + 1].isalpha():
        end = read_latin(text, body)
        end = _without_year(text, body, end)
        merit = _LATIN_MERIT.match(text, end, end + 40)
        end = merit.end() if merit else end
    else:
        end = read_phrase(text, body, stop)
    if end < body + 4 or _HONOUR.match(text, body, end) or SENTENCE.search(text, body, end):
        return None
    token = Token(kind, start, end, name=CharSpan(start, end), given=given)
    _tail(text, token)
    return token


_HONOUR = re.compile(r"(?:เชิดชูเกียรติ|ประกาศเกียรติคุณ|เกียรติคุณ|ประกาศเชิดชูเกียรติ|พระราชทาน|สุดยอด|ยอดเยี่ยม|ดีเด่น"
                     r"|เกียรติบัตร|ทรงเกียรติ|คุณภาพ|สำคัญ)ฯ?(?:\Z|และ(?!เข็ม)|แก่|ให้)")
_YEAR_END = re.compile(r"[ ]{0,2}(?:-[ ]?)?(?:20|25)\d\d\Z")


def _without_year(text: str, start: int, end: int) -> int:
    """``end`` without the year that closes ``start:end``."""
    year = _YEAR_END.search(text, max(start, end - 10), end)
    return year.start() if year else end


def _latin(text: str, hit: CueHit, last: int) -> Token | None:
    """The token of a name in Latin letters: ``Best Bond Awards 2020``."""
    low = max(last, hit.start - 90)
    window = text[low : hit.start + 1]
    lead = re.search(r"[A-Za-z][A-Za-z0-9&'’.+/\- ]{0,88}\Z", window)
    start = low + lead.start() if lead else hit.start
    end = _without_year(text, start, read_latin(text, start))
    if end < hit.end or " " not in text[start:end].strip():
        return None
    before = _before(text, start, 30)
    if before.rstrip().endswith("(") or _LOTTERY.search(_before(text, start, 64)):
        return None
    token = Token("latin", start, end, name=CharSpan(start, end))
    token.given = bool(_GIVING.search(before))
    _tail(text, token)
    return token


def _contest(text: str, hit: CueHit) -> Token | None:
    """The token of a contest: ``การประกวดข้าวหอมมะลิ``."""
    left = _before(text, hit.start, 40)
    prefix = _CONTEST_LEFT.search(left)
    if _NO_CONTEST.search(left) or _CONTEST_UNNAMED.match(text, hit.end):
        return None
    start = hit.start - (len(prefix.group()) if prefix else 0)
    body = hit.end
    first = start
    series = _SERIES.match(text, body)
    if series and _CONTEST_UNNAMED.match(text, series.end()):
        return None
    gap = SPACES.match(text, body)
    if series:
        start = body = series.end()
    elif gap and gap.end() > body:
        if not QUOTED.match(text, gap.end()) and not _ASCII(text, gap.end()):
            return None
        body = gap.end()
    end = read_phrase(text, body, NAME_END)
    if series and text[end : end + 1] == " ":
        more = re.compile(r"(?:[ ][ก-์]{2,14}){1,3}(?=[ ]\d{4})").match(text, end)
        end = more.end() if more else end
    gap = SPACES.match(text, end)
    named = gap.end() if gap else end
    far = _FOREIGN_TITLE.match(text, body, body + 110)
    if far:
        named = far.end()
    latin = LATIN.match(text, named, named + 140)
    if latin and latin.end() - latin.start() > 12:
        end = _without_year(text, named, latin.end())
        if len(text[named:end].split()) >= 3:
            start = named
    elif text[end : end + 1] == " " and not series:
        more = _CONTEST_MORE.match(text, end, end + 70)
        if more and not NAME_END.search(text, end + 1, more.end()):
            end = more.end()
    alias = CharSpan(first, end)
    edition, _ = read_edition(text, end)
    gap = SPACES.match(text, edition)
    title = QUOTED.match(text, gap.end() if gap else edition)
    if title and edition > end and re.search("[A-Za-z]{4}", title.group()):
        start, end = title.start() + 1, title.end() - 1
        named = start
    end = _without_year(text, start, end)
    if end < body + 3 and start != named:
        return None
    before = text[max(0, start - 60) : start]
    before = before[before.rfind("\n") + 1 :]
    token = Token("contest", start, end, name=CharSpan(start, end))
    token.alias = alias if alias.end <= start else None
    _tail(text, token)
    token.given = bool(
        _CONTEST_GIVING.search(before) or (_CONTEST_CALL.search(before) and "ประกวด" in hit.term)
        or _STAKE.match(text, token.end, token.end + 90)
    )
    return token


_ANNOUNCED = re.compile(
    r"(?P<count>\d{1,2})[ ]?(?P<noun>ประเภทรางวัล|รางวัล(?!ชนะ|รอง|ชม|ที่[ ]?\d)|ประเภท|สาขา|ด้าน|หมวด|กลุ่ม|ระดับ)[^\n\d:]{0,44}\Z"
)


def _list(text: str, hit: CueHit) -> Token | None:
    """The token of a word that opens a list: ``7 รางวัล |ได้แก่|``."""
    announced = _ANNOUNCED.search(_before(text, hit.start, 70))
    if hit.term == "คือ" and not announced:
        return None
    token = Token("list", hit.start, hit.end)
    if announced:
        token.count, token.noun = int(announced["count"]), announced["noun"]
    return token


def _ASCII(text: str, at: int) -> bool:
    letter = text[at : at + 1]
    return letter.isascii() and letter.isalpha()


def read_tokens(text: str, hits: list[CueHit]) -> list[Token]:
    """The tokens in reading order; they do not overlap.

    Args:
        text: the clean text.
        hits: hits of the ``award_heads`` cues, by start, without overlaps.
    """
    tokens: list[Token] = []
    last = 0
    for hit in hits:
        if hit.start < last:
            continue
        kind = hit.values[0]
        token: Token | None
        if kind == "list":
            token = _list(text, hit)
        elif kind in ("prize", "plaque", "certificate"):
            token = _prize(text, hit, kind)
        elif kind == "contest":
            token = _contest(text, hit)
        elif kind == "merit":
            token = _merit(text, hit) or _listed_merit(text, hit, tokens)
        elif kind == "latin":
            token = _latin(text, hit, last)
        else:
            levels = read_levels(text, hit.start)
            token = _level(text, hit.start, levels, False) if levels else None
        if token is None or token.start < last:
            continue
        if token.kind == "contest" and tokens and tokens[-1].kind == "contest" and tokens[-1].given:
            between = text[tokens[-1].end : token.start]
            token.given = token.given or (
                len(between) < 60 and "\n" not in between
                and (not between.strip(" ,") or between.rstrip().endswith("และ"))
            )
        tokens.append(token)
        last = token.end
        if len(tokens) > 1:
            _joined(text, tokens[-2], token)
        if token.kind in ("plaque", "merit", "certificate", "prize"):
            _conjoined(text, token, tokens)
            last = tokens[-1].end
    for i in range(len(tokens) - 1, 0, -1):
        one, two = tokens[i - 1], tokens[i]
        if two.year and one.year is None and one.name and two.kind == "merit" and (
            two.start - one.end < 6
        ):
            one.year = two.year  # ก ข และ ค ประจำปี 2566
    return tokens


_MERIT_LEAD = re.compile(
    r"(?:คัดเลือก(?:ให้)?(?:ได้รับ(?:รางวัล)?)?(?:เป็น)?|ยินดี(?:กับ|แก่|ต่อ)|สมัคร|ประกวด"
    r"|ประกาศ(?:ผล|ยกย่อง|เกียรติคุณ)?(?:ให้)?(?:เป็น)?|รับ(?:การยกย่อง|การประกาศ)?(?:ให้)?เป็น"
    r"|(?:รางวัล|โล่)[ก-์]{0,20}(?:ให้กับ|ให้แก่|แก่)|ยกย่อง(?:เป็น|ให้เป็น)?)[ ]?(?:ผู้(?=ได้|ที่))?"
    r"(?P<who>[ก-์.][ก-์. ]{2,58})\Z"
)
_MERIT_FIELD = re.compile(r"ด้าน[ก-์]{3,50}?(?=[ \n(,]|ประจำ|ปี|จำนวน|จนถึง|\Z)")


def _merit(text: str, hit: CueHit) -> Token | None:
    """The token of an honour called by its merit alone: ``คัดเลือกเป็น|เกษตรกรดีเด่น``."""
    lead = _MERIT_LEAD.search(_before(text, hit.start, 100))
    if not lead or _NO_WHO.search(lead["who"]) or NAME_END.search(lead["who"]):
        return None
    who = lead["who"].lstrip()
    if who.count(" ") > 3 or len(who) < 3:
        return None
    start = hit.start - len(who)
    end = hit.end + (len("แห่งชาติ") if text.startswith("แห่งชาติ", hit.end) else 0)
    field = _MERIT_FIELD.match(text, end, end + 60)
    end = field.end() if field else end
    token = Token("merit", start, end, CharSpan(start, end), given=True)
    _tail(text, token)
    return token


_APART = re.compile(r"\n|ซึ่ง|โดย|ทั้งนี้|กล่าว|เพื่อ|ว่า|จะ")
_LISTED_MERIT = re.compile(r"(?:[ )]|และ)(?P<who>(?!และ|เพื่อ|ของ|ที่|เป็น|การ)[ก-์]{3,44})\Z")


def _listed_merit(text: str, hit: CueHit, tokens: list[Token]) -> Token | None:
    """The token of an honour in a list of them: ``…ดีเด่น (ก) |เรือประมงต้นแบบดีเด่น|``."""
    if not tokens or tokens[-1].kind != "merit" or hit.start - tokens[-1].end > 200:
        return None
    gap = text[tokens[-1].end : hit.start]
    who = _LISTED_MERIT.search(gap)
    if who is None or _APART.search(gap) or _NO_WHO.search(who["who"]):
        return None
    start = tokens[-1].end + who.start("who")
    token = Token("merit", start, hit.end, CharSpan(start, hit.end), given=True)
    _tail(text, token)
    return token


_JOINT = re.compile(r"[ ]{0,2}(?:,|และ|รวมถึง|รวมทั้ง|ตลอดจน|พร้อมด้วย)?[ ]{0,2}")


def _joined(text: str, first: Token, token: Token) -> None:
    """Let ``token`` share what is said of the award named before it in a list."""
    if not first.given or not first.name or not token.name or token.given:
        return
    gap = text[first.end : token.start] if token.start - first.end < 100 else "\n"
    if _JOINT.fullmatch(gap) or (
        token.kind == "prize" and gap.endswith((" ", "และ", ",")) and not _APART.search(gap)
    ):
        token.given = True


def _conjoined(text: str, token: Token, tokens: list[Token]) -> None:
    """Add what is honoured beside ``token``: ``…ดีเด่น ประจำปี 2563 และ|ข้าราชการดีเด่น``."""
    for _ in range(4):
        more = _AND_MERIT.match(text, token.end, token.end + 90)
        if not more:
            return
        token = Token("merit", more.start("who"), more.end(), CharSpan(*more.span("who")), given=True)
        _tail(text, token)
        tokens.append(token)
