"""Reads the parts of an award's phrase at a given place: name, category, level, edition.

Thai writes no space between words and puts one between phrases, so a phrase ends at the first
space unless what follows belongs to it (a title in quotes, a run of Latin words), or before a
word that opens the next part of the sentence (``ประจำปี``, ``ให้แก่``).
"""

from __future__ import annotations

import re

from thainews_ie.lexicon import terms
from thainews_ie.mentions import CharSpan

__all__ = [
    "QUOTED",
    "SPACES",
    "alternation",
    "read_category",
    "read_edition",
    "read_latin",
    "read_levels",
    "read_phrase",
    "unnamed",
]

# No phrase is longer than this.
LIMIT = 170

SPACES = re.compile(r"[ ]{0,8}")
QUOTED = re.compile(
    r"""
      [“][^“”"\n]{1,110}[”"]     # “องค์กรคนดี”, closed with either mark
    | ["][^“”"\n]{1,110}["”“]    # "สำเภาทอง"
    | [‘'][^‘’'\n]{1,80}[’']
    """,
    re.VERBOSE,
)
_SEGMENT = re.compile(r"""[^\s“”"‘(),;:]{1,160}""")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&'’.+/\-]{0,40}(?:(?:[ ]{1,2}|: | – | - )(?:& )?(?=[A-Za-z0-9&])"
                   r"[A-Za-z0-9&'’.+/\-]{1,40}){0,16}")

# Words that open the next part of the sentence, wherever they stand in a run of letters.
_NEXT_PART = r"""
      ประจำ(?=ปี|[ ]?\d|พ\.ศ|เดือน) | ปีที่[ ]?\d | ปี(?=[ ]{0,2}\d{2,4}|[ ]?พ\.ศ|งบประมาณ|การศึกษา)
    | พ\.ศ\. | ครั้งที่ | จำนวน | รวม(?=[ ]?\d|ทั้งสิ้น|จำนวน|ทั้งหมด)
    | ทั้งสิ้น | ให้แก่ | ให้กับ | มอบให้ | แก่(?!น) | แด่ | ได้แก่ | อาทิ | เช่น[ ]
    | ซึ่ง | โดย(?!สาร|ใช้)
    | จาก(?=[ ]|กระทรวง|กรม|สำนักงาน|นาย|นาง|พล|ฯ|การประกวด|การแข่งขัน|งาน|เวที|คณะ|รัฐมนตรี|รอง|ปลัด|ศูนย์|สมาคม
        |มูลนิธิ|องค์|สถาบัน|สภา|หอ|หน่วยงาน|ผลงาน|โครงการ|ทาง|ที่ประชุม|ธนาคาร|บริษัท|มหาวิทยาลัย|จังหวัด
        |[ก-ฮ]{1,4}\.|[A-Z“"]|\d) | เพื่อ(?!น)(?![ก-์]{2,40}(?:ดีเด่น|ยอดเยี่ยม)) | พร้อม(?=[ ]|ทั้ง|ด้วย|กับ|มอบ|เกียรติ|โล่|เงิน)
    | ที่(?:จัด|มอบ|ได้รับ|สำนักงาน|กระทรวง|กรม|ทาง|เป็น) | ถือเป็น | นับเป็น
    | เป็น(?=รางวัล|เวลา|ปีที่|ครั้ง|จำนวน|หน่วยงาน|ประจำ) | ต่อเนื่อง | ติดต่อกัน | มีดังนี้ | ดังนี้
    | เนื่องใน | (?<=[^ก-ฮ])ณ[ ] | ภายใต้(?!หัวข้อ) | ผ่านระบบ
    | และ(?=รางวัล|โล่|เกียรติบัตร|ประกาศ|เงิน|มอบ|เข็ม|เหรียญ|ถ้วย|การประกวด|ประกวด|ยัง|ได้|ร่วม|รับ)
    | ใน(?=งาน|การ(?:ประชุม|ประกวด|แข่งขัน|จัด|สัมมนา)|พิธี|โอกาส|ปี|วัน|ครั้ง|ฐานะ|ระดับ|สาขา|ด้าน|ประเภท)
    | ถึง(?=[ ]?\d) | ไม่ใช่ | จึง | รายการ(?=[ ]) | ระหว่าง(?=วัน) | เมื่อ | ว่าด้วย | มูลค่า
    | คว้า | กล่าว | [ก-์]รางวัล(?=ละ) | อีก(?=\d|[ ]) | รางวัลละ
"""
_BRANCH = r"| สาขา(?!วิชาชีพ) | ประเภท | (?<!ยก)(?<!ศักย)ระดับ | ชั้น(?=ที่) | หมวด(?=[ ]?\d)"
NAME_END = re.compile(
    _NEXT_PART + _BRANCH + r"| (?<=ดีเด่น)/ | (?:(?<=ดีเด่น)|(?<=เลิศรัฐ)|(?<=ยอดเยี่ยม)|(?<=เกียรติยศ))ด้าน",
    re.VERBOSE,
)
PLAQUE_END = re.compile(_NEXT_PART + r"| (?<!ยก)ระดับ(?=ประเทศ|ชาติ|ภาค|จังหวัด|เขต|กระทรวง|กรม)"
                        r"| ประเภท | สาขา", re.VERBOSE)
CATEGORY_END = re.compile(
    _NEXT_PART + r"| (?<!ยก)(?<!ศักย)ระดับ(?!มัธยม|ประถม|อุดม|ปริญญา|นโยบาย|อาชีว|อนุบาล|สากล)"
    r"| [ ]รางวัล | รางวัล(?=ชนะเลิศ|รองชนะเลิศ|ชมเชย|ที่[ ]?\d)", re.VERBOSE)

_MERIT = re.compile(r"ดีเด่น|ยอดเยี่ยม|ดีเลิศ")
# An abbreviation before the last word: อาสาสมัคร… |(อสม.) ดีเด่น|
_ASIDE = re.compile(r"\([^()\n]{1,20}\)[ ]?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ)")
# Words that call for a title after them.
_WHO = re.compile(r"บุคคล|หน่วยงาน|องค์กร|สตรี|ข้าราชการ|นักเรียน|ครู|เด็ก|ชุมชน|เยาวชน|ผู้บริหาร")
_OPEN = ("หลักสูตร", "โครงการ", "หัวข้อ")
_HONOUR_ONLY = re.compile(r"(?:เชิดชูเกียรติ|เกียรติคุณ|ประกาศเกียรติคุณ|เกียรติยศ|พระราชทาน)?\Z")
_ASCII_WORD = re.compile(r"[A-Za-z0-9&.:’']")
_NEW_TOPIC = re.compile(r"รวม(?:ถึง|ทั้ง)|ตลอดจน|พร้อม|และ(?:มอบ|ร่วม|ยัง)|รางวัล|โดย|ซึ่ง|ณ |จำนวน|แก่")
# Those honoured, listed before one thing said of all: บุคคล |หน่วยงาน และองค์กรที่…
_LISTED = re.compile(r"(?:[ก-์]{2,20}[ ]){0,2}[ก-์]{0,16}?และ(?!มอบ|ยัง|ร่วม|รางวัล|โล่|เกียรติ|ได้|รับ|เป็น|ขอ|พร้อม|มี|ให้|นำ)[ก-์]{3}")
# A word that never stands alone at a phrase's end.
_DANGLING = re.compile(r"(?:[ ]+(?:และ|ใน|ของ|ที่|หรือ|กับ|โดย|การ|จะ|คือ|เป็น|อัน|มี)|และ|หรือ|ฯลฯ)+\Z")


def alternation(words: tuple[str, ...]) -> str:
    """The words as one group of a pattern, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


# A run of letters that goes on as a sentence is no name.
SENTENCE = re.compile(r"(?:ก็)?จะ|นำไป|ถือว่า|แล้ว|เป็นต้น|เรียบร้อย|ขอแสดง|ได้รับ|ไม่|ว่า(?!การ|ด้วย|ราชการ)")
_UNNAMED = re.compile(alternation(terms("award_unnamed")) + r"|\s*\d|[\s\n]*\Z|[\n)\]’”,.:;]")


def unnamed(text: str, at: int) -> bool:
    """Whether what follows an award's head at ``at`` gives it no name: ``รางวัล|ดังกล่าว``."""
    return _UNNAMED.match(text, at) is not None


def read_latin(text: str, at: int) -> int:
    """The end of the run of Latin words at ``at``; ``at`` if there is none."""
    found = LATIN.match(text, at, at + LIMIT)
    return found.end() if found else at


def _goes_on(text: str, start: int, end: int, at: int, stop: re.Pattern[str]) -> int:
    """How far the phrase ``start:end`` is sure to reach beyond the space before ``at``."""
    if QUOTED.match(text, at):
        return at
    first = text[at]
    if first.isascii() and first.isalpha() and text[start:end].endswith(_OPEN):
        return max(read_latin(text, at), at)
    if (first.isascii() and first.isalpha()) or (first == "&" and end > start):
        return at if end == start or _ASCII_WORD.match(text, end - 1) else 0
    if text.startswith(("หัวข้อ", "ภายใต้หัวข้อ", "ชิงแชมป์", "ชิงชนะเลิศ"), at):
        return at
    if aside := _ASIDE.match(text, at, at + 40):
        return aside.end()
    said = text[start:end]
    if stop is CATEGORY_END:
        return 0
    if _MERIT.search(said):
        return 0
    # A list of those honoured, closed by one word of merit: ข้าราชการ ลูกจ้าง และพนักงานดีเด่น.
    merit = _MERIT.search(text, at, min(len(text), at + 60))
    if stop is NAME_END and merit and merit.start() > at and not (
        _WHO.search(said) or said.endswith(".") or end == start
    ):
        merit = None
    if merit and not _NEW_TOPIC.match(text, at) and not stop.search(text, at, merit.start()) and not re.search(
        r"[\n(\d“”\"]|รางวัล|โล่", text[at : merit.start()]
    ):
        return merit.end()
    if end > start and _HONOUR_ONLY.match(said):
        return 0 if first.isdigit() else at
    if said.endswith(_OPEN):
        return at
    if end - start < 24 and (stop is PLAQUE_END or _WHO.fullmatch(said)):
        listed = _LISTED.match(text, at, at + 90)
        if listed and not stop.search(text, at, listed.end()):
            return listed.end()
    return 0


def read_phrase(text: str, start: int, stop: re.Pattern[str] = NAME_END) -> int:
    """The end of the noun phrase that starts at ``start``; ``start`` if there is none.

    Args:
        text: the clean text.
        start: where the phrase starts; a space there is stepped over if the phrase goes on.
        stop: words before which it ends.
    """
    at = end = start
    bound = min(len(text), start + LIMIT)
    sure = 0
    while at < bound:
        quoted = QUOTED.match(text, at)
        if quoted:
            at = end = quoted.end()
        elif segment := _SEGMENT.match(text, at, bound):
            last = segment.end()
            cut = stop.search(text, max(at, sure), min(len(text), last + 14))
            if cut and cut.start() < last:
                return max(_trim(text, start, cut.start()), start) if cut.start() > at else end
            at = end = last
        gap = SPACES.match(text, at)
        following = gap.end() if gap else at
        if following == at and text[at : at + 1] == "(" and (aside := _ASIDE.match(text, at, at + 40)):
            at = end = aside.end()
            continue
        if following >= bound or text[following] in "\n":
            break
        if following < sure:
            at = following
            continue
        if following == at and not QUOTED.match(text, at):
            break
        sure = _goes_on(text, start, end, following, stop)
        if not sure:
            break
        at = following
    return _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> int:
    """``end`` without white space and words that cannot close a phrase."""
    while end > start and text[end - 1] in " -–/.,:":
        end -= 1
    dangling = _DANGLING.search(text, max(start, end - 24), end)
    return max(start, dangling.start()) if dangling else end


_EDITION = re.compile(
    r"""
    [ ]{0,3}[(“"]?[ ]?
    (?:ครั้งที่[ ]?\d{1,3}[ ]{0,2})?
    (?:ใน)?(?:ประจำ)?[ ]?(?P<mark>ปี)?[ ]?(?:งบประมาณ|การศึกษา|พุทธศักราช)?[ ]{0,2}
    (?P<era>พ\.?[ ]?ศ\.?|ค\.?ศ\.?)?[ ]{0,2}
    (?P<year>(?:25|20|19)\d\d|(?<=ปี)[56]\d|(?<=ปี[ ])[56]\d)(?![\d,/]|[ ]?(?:บาท|ราย|คน|รางวัล|แห่ง))
    [)”"]?
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile(r"[ ]{0,3}(?:ครั้งที่|ปีที่|รุ่นที่)[ ]?\d{1,4}(?:/\d{4})?")


def common_era(digits: str) -> int:
    """The year of the Common Era that the digits of a Buddhist or Common Era year mean."""
    year = int(digits)
    if year < 100:
        return 2500 + year - 543
    return year - 543 if year > 2400 else year


def read_edition(text: str, at: int) -> tuple[int, int | None]:
    """End and year of the edition stated at ``at``: ``ประจำปี 2564``, ``ครั้งที่ 8``."""
    found = _EDITION.match(text, at, at + 80)
    if found:
        return found.end(), common_era(found["year"])
    ordinal = _ORDINAL.match(text, at, at + 40)
    return (ordinal.end(), None) if ordinal else (at, None)


_NUMBER = r"(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า)"
_AREA = r"(?:ชาติ|ประเทศ|ภูมิภาค|ภาค|เขต|จังหวัด|อำเภอ|ตำบล|กลุ่มจังหวัด|นานาชาติ|โลก)"
_LEVEL = re.compile(
    rf"""
    (?:(?:โล่|ถ้วย|เงิน)?รางวัล[ ]{{0,2}})?
    (?:
        (?:รอง|(?<!ชิง)(?<!ผู้)(?<!ที่)(?<!การ)(?!ชนะเลิศ(?:รางวัล|การ))|(?<=รางวัล))ชนะเลิศ(?:[ ]?(?:อันดับ(?:ที่)?|ลำดับ(?:ที่)?|ที่)[ ]?{_NUMBER}(?!\d))?(?:[ ]?ระดับ{_AREA})?
      | (?:รอง|(?<!ชิง)(?<!กัน))แชมป์(?:โลก|เอเชีย|ประเทศไทย)?
      | ชมเชย
      | เหรียญ(?:ทองแดง|ทอง|เงิน)(?:เกียรติยศ)?
      | (?:Gold|Silver|Bronze)[ ]Medals?
      | (?<=รางวัล)(?:[ ]?ที่[ ]?\d{{1,2}}(?!\d)|ดีเด่น(?=\s|\Z)|ยอดเยี่ยม(?=\s|\Z)
           |เกียรติยศ(?=\s|ด้าน|สาขา|ประเภท)|ขวัญใจ[^\s(]{{2,20}})
      | (?<=รางวัล[ ])(?:Popular[ ]Vote|Grand[ ]Prize)
      | (?<=รางวัล[ ][ ])(?:Popular[ ]Vote|Grand[ ]Prize)
    )
    """,
    re.VERBOSE,
)
_GRADE = re.compile(
    rf"""
    [ ]{{0,2}}(?:ใน)?(?P<first>ระดับ[ ]?
        (?: (?:ดีเด่น|ดีเยี่ยม|ดีเลิศ|ดีมาก|ดี|ยอดเยี่ยม|ก้าวหน้า|พื้นฐาน|เป็นเลิศ|ทอง|เงิน|เพชร|ชมเชย)(?![ก-์])
          | {_AREA}(?:(?!และ)[ก-์]{{2,30}})?
          | (?:กระทรวง|กรม|กระบวนงาน|หน่วยงาน|องค์กร|บุคคล|เอเชีย|อาเซียน|สากล)(?:[ก-์]{{2,24}})?
          | [A-Z][A-Za-z+]{{0,16}}(?:[ ][A-Z][a-z]{{1,12}})?
          | \d
          | [ก-์]{{3,26}}(?=[ ](?:ได้แก่|จำนวน|มี)|[ ]?\d|\n)
        ))
    (?P<more>(?:[ ]{_AREA}){{0,3}}[ ]?และ(?:ระดับ)?{_AREA})?
    """,
    re.VERBOSE,
)
_MORE = re.compile(rf"(?:ระดับ)?{_AREA}")


def read_levels(text: str, at: int) -> list[CharSpan]:
    """The level stated at ``at``, or the levels where it lists several; empty if none."""
    place = _LEVEL.match(text, at, at + 60)
    if place:
        return [CharSpan(at, place.end())]
    grade = _GRADE.match(text, at, at + 90)
    if not grade:
        return []
    levels = [CharSpan(*grade.span("first"))]
    if grade["more"]:
        start, end = grade.span("more")
        levels += [CharSpan(*more.span()) for more in _MORE.finditer(text, start, end)]
    return levels


_FIELD = re.compile(
    r"""
    [ ]{0,3}(?:ใน)?(?P<start>(?:รางวัล)?
        (?: (?:สาขา(?!วิชาชีพ)|สายงาน|ด้าน|ประเภท(?!รางวัล(?:[ \n]|ใหม่|ที่|ได้|ดัง|อาทิ|และ)))
            (?![ ]?(?:ต่าง|อื่น|ละ|ที่|นี้|ดังกล่าว|ใด|ของ|รวม|คือ|ได้แก่|ประกอบ|และ|หรือ|\d|[\n,.)]))
          | (?P<whole>หมวด[ ]?\d{1,2}|ระดับ(?:ชั้น)?(?:มัธยม|ประถม|อุดม|อนุบาล|อาชีว)(?:ศึกษา)?(?:ตอน(?:ต้น|ปลาย))?(?:ปีที่[ ]?\d)?) ))
    """,
    re.VERBOSE,
)
_FURTHER = re.compile(r"[ ]{1,2}(?:ชนิด|รุ่น(?!ที่)|หัวข้อ|ช่วงชั้น|รูปแบบ)(?:[ ]?“[^”\n]{2,60}”|[^\s,()“”]{2,40})")
_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,80}\)")


# An item of a numbered list runs to the next number.
_NUMBERED = re.compile(r"\d{1,2}[.)][ ]{0,3}\Z")
_TO_NEXT_NUMBER = re.compile(r"(?P<item>[^\n:]{3,100}?)[ ]{0,3}(?:และ)?[ ]{0,2}\(?\d{1,2}[.)]")
_CLOSED = re.compile(r"ได้แก่|จำนวน|รางวัล|คือ |มอบ|แก่(?!น)|โดย|เป็น|ซึ่ง|[“(]| นาย| นาง")


def read_category(text: str, at: int) -> CharSpan | None:
    """The branch, field or type stated at ``at``: ``สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ``.

    Args:
        text: the clean text.
        at: where it should start; spaces and ``ใน`` are stepped over.
    """
    start: int | None = None
    end = at
    for _ in range(3):
        field = _FIELD.match(text, end, end + 44)
        if not field:
            more = _FURTHER.match(text, end, end + 60) if start is not None else None
            if more:
                end = more.end()
                continue
            break
        body = field.end() + (text[field.end() : field.end() + 1] == " ")
        stop = field.end() if field["whole"] else read_phrase(text, body, CATEGORY_END)
        if stop <= body + 1 and not field["whole"]:
            break
        if start is None:
            start = field.start("start")
            if text.startswith("รางวัล", start):
                start += len("รางวัล")
        end = stop
        brackets = _BRACKETS.match(text, end, end + 90)
        if brackets:
            end = brackets.end()
    if start is None:
        return None
    if _NUMBERED.search(text, max(0, start - 6), start):
        item = _TO_NEXT_NUMBER.match(text, start, start + 110)
        if item and item.end("item") > end and not _CLOSED.search(item["item"]):
            end = item.end("item")
    return CharSpan(start, end)
