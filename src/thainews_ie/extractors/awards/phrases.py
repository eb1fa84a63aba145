"""Finds where a noun phrase ends: the name of an award, or of one of its fields.

Thai writes no space between words and puts one between phrases, so a phrase ends at the first
space unless what follows belongs to it (a title in quotes, a run of Latin words), or before a
word that opens the next part of the sentence (``ประจำปี``, ``ให้แก่``).
"""

from __future__ import annotations

import re

from thainews_ie.lexicon import terms
from thainews_ie.patterns import trie

__all__ = [
    "CATEGORY_END",
    "LATIN",
    "NAME_END",
    "PLAQUE_END",
    "QUOTED",
    "SENTENCE",
    "before",
    "is_latin",
    "read_latin",
    "read_phrase",
    "skip_spaces",
    "unnamed",
    "without_year",
]

# No phrase is longer than this.
_LIMIT = 170

_SPACES = re.compile(r"[ ]{0,8}")
QUOTED = re.compile(
    r"""
      [“][^“”"\n]{1,110}[”"]     # “องค์กรคนดี”, closed with either mark
    | ["][^“”"\n]{1,110}["”“]    # "สำเภาทอง"
    | [‘'][^‘’'\n]{1,80}[’']
    """,
    re.VERBOSE,
)
_SEGMENT = re.compile(r"""[^\s“”"‘(),;:]{1,160}""")
# King Bhumibol World Soil Day Award; CAR & BIKE OF THE YEAR; Low Carbon Contest : Vlog
LATIN = re.compile(
    r"""
    [A-Za-z][A-Za-z0-9&'’.+/\-]{0,40}
    (?:(?:[ ]{1,2}|:[ ]|[ ][–-][ ])(?:&[ ])?(?=[A-Za-z0-9&])[A-Za-z0-9&'’.+/\-]{1,40}){0,16}
    """,
    re.VERBOSE,
)

# Words that open the next part of the sentence, wherever they stand in a run of letters.
_NEXT_PART = r"""
      ประจำ(?=ปี|[ ]?\d|พ\.ศ|เดือน) | ปีที่[ ]?\d | พ\.ศ\. | ครั้งที่
    | (?<!แห่ง)ปี(?=[ ]{0,2}\d{2,4}|[ ]?พ\.ศ|งบประมาณ|การศึกษา|ที่ผ่าน)
    | จำนวน | รวม(?=[ ]?\d|ทั้งสิ้น|จำนวน|ทั้งหมด) | ทั้งสิ้น | มูลค่า | อีก(?=\d|[ ])
    | ให้แก่ | ให้กับ | มอบให้ | แก่(?!น) | แด่ | ได้แก่ | อาทิ | เช่น[ ] | มีดังนี้ | ดังนี้
    | ซึ่ง | โดย(?!สาร|ใช้) | เพื่อ(?!น)(?![ก-์]{2,40}(?:ดีเด่น|ยอดเยี่ยม))
    | จาก(?=[ ]|กระทรวง|กรม|สำนักงาน|นาย|นาง|พล|ฯ|การประกวด|การแข่งขัน|งาน|เวที|คณะ|รัฐมนตรี
        |รอง|ปลัด|ศูนย์|สมาคม|มูลนิธิ|องค์|สถาบัน|สภา|หอ|หน่วยงาน|ผลงาน|โครงการ|ทาง|ที่ประชุม
        |ธนาคาร|บริษัท|มหาวิทยาลัย|จังหวัด|[ก-ฮ]{1,4}\.|[A-Z“"]|\d)
    | พร้อม(?=[ ]|ทั้ง|ด้วย|กับ|มอบ|เกียรติ|โล่|เงิน)
    | ที่(?:จัด|มอบ|ได้รับ|สำนักงาน|กระทรวง|กรม|ทาง|เป็น) | ถือเป็น | นับเป็น
    | เป็น(?=รางวัล|เวลา|ปีที่|ครั้ง|จำนวน|หน่วยงาน|ประจำ)
    | (?:อย่าง)?ต่อเนื่อง(?=[ \n\d]|เป็น|มา|กัน|ตั้ง) | ติดต่อกัน
    | เนื่องใน | (?<![ก-์])ณ[ ] | ภายใต้(?!หัวข้อ) | ผ่านระบบ
    | และ(?=รางวัล|โล่|เกียรติบัตร|ประกาศ|เงิน|มอบ|เข็ม|เหรียญ|ถ้วย|การประกวด|ประกวด|ยัง|ได้
        |ร่วม|รับ)
    | ใน(?=งาน|การ(?:ประชุม|ประกวด|แข่งขัน|จัด(?!การ)|สัมมนา)|พิธี|โอกาส|ช่วง|ปี|วัน|ครั้ง|ฐานะ|ระดับ|สาขา
        |ด้าน|ประเภท)
    | ถึง(?=[ ]?\d) | ไม่ใช่ | จึง | รายการ(?=[ ]) | ระหว่าง(?=วัน) | เมื่อ | ว่าด้วย
    | คว้า | กล่าว(?!สุนทร|คำ) | รางวัลละ | กว่า(?=[ ]?\d) | มี(?=ผู้|ทีม|จำนวน|ทั้ง)
"""
# The end of a prize's name. ด้าน belongs to it (ปูชนียบุคคลด้านภาษาไทย), but not after a merit.
NAME_END = re.compile(
    _NEXT_PART
    + r"""
    | ชิง(?=ถ้วย|เงิน|รางวัล|โล่|ทุน) | ปราก[ฎฏ] | มา(?=ได้|ครอง)
    | สาขา(?!วิชาชีพ) | ประเภท | (?<!ยก)(?<!ศักย)(?<!ป)ระดับ(?!(?:ประเทศ|ชาติ)ด้าน) | (?<=ดีเด่น)ระดับ
    | (?<=ดีเด่น)และ(?=[ก-์]{4,40}(?:ดีเด่น|ยอดเยี่ยม)) | ชั้น(?=ที่) | หมวด(?=[ ]?\d)
    | (?<=ดีเด่น)(?:/|(?=กระทรวง|กรม|สำนักงาน|จังหวัด))
    | (?:(?<=ดีเด่น)|(?<=เลิศรัฐ)|(?<=ยอดเยี่ยม)|(?<=เกียรติยศ))ด้าน
    """,
    re.VERBOSE,
)
# A plaque says at length whom it honours: บุคคลที่มีผลงานด้าน…
PLAQUE_END = re.compile(
    _NEXT_PART + r"| (?<!ยก)(?<!ป)ระดับ(?=ประเทศ|ชาติ|ภาค|จังหวัด|เขต|กระทรวง|กรม) | ประเภท | สาขา",
    re.VERBOSE,
)
CATEGORY_END = re.compile(
    _NEXT_PART.replace("เพื่อ(?!น)", "เพื่อ(?!น|การ)")
    + r"""
    | (?<!ยก)(?<!ศักย)(?<!ป)ระดับ(?!มัธยม|ประถม|อุดม|ปริญญา|นโยบาย|อาชีว|อนุบาล|สากล)
    | [ ]รางวัล | รางวัล(?=ชนะเลิศ|รองชนะเลิศ|ชมเชย|ที่[ ]?\d)
    """,
    re.VERBOSE,
)

# A run of letters that goes on as a sentence is no name.
SENTENCE = re.compile(r"(?:ก็)?จะ|นำไป|ถือว่า|แล้ว|เป็นต้น|เรียบร้อย|ขอแสดง|ได้รับ|ไม่|ว่า(?!การ|ด้วย|ราชการ|ว)")
_MERIT = re.compile(r"ดีเด่น|ยอดเยี่ยม|ดีเลิศ")
# Behind a merit ด้าน opens a category: พื้นที่ต้นแบบดีเด่นแห่งชาติ|ด้านการแพทย์.
_MERIT_FIELD = re.compile(r"(?:ดีเด่น|ยอดเยี่ยม)[ก-์]{0,24}?(?P<field>ด้าน)")
# An abbreviation before the last word: อาสาสมัคร… |(อสม.) ดีเด่น|
_ASIDE = re.compile(r"\([^()\n]{1,20}\)[ ]?(?:ดีเด่น|ยอดเยี่ยม|ต้นแบบ)")
_WHO = re.compile(r"บุคคล|หน่วยงาน|องค์กร|สตรี|ข้าราชการ|นักเรียน|ครู|เด็ก|ชุมชน|เยาวชน|ผู้บริหาร")
# Words that call for a title after them, and words before which a title goes on.
_OPEN = ("หลักสูตร", "โครงการ", "หัวข้อ")
_CONTINUED = ("หนึ่งผลิตภัณ", "หัวข้อ", "ภายใต้หัวข้อ", "ชิงแชมป์", "ชิงชนะเลิศ")
_HONOUR_ONLY = re.compile(r"(?:เชิดชูเกียรติ|เกียรติคุณ|ประกาศเกียรติคุณ|เกียรติยศ|พระราชทาน)?\Z")
_CONTESTS = ("การประกวด", "การแข่งขัน", "ประกวด", "แข่งขัน")
_ASCII_WORD = re.compile(r"[A-Za-z0-9&.:’']")
# A name in Latin script of its own, which is no part of the Thai one before it.
_FOREIGN_AWARD = re.compile(r"(?i:award|prize|contest|championship|competition)|of the Year|20\d\d")
_FOREIGN_LAST = re.compile(r"[ก-์][ ]{1,2}(?P<foreign>[A-Za-z][A-Za-z0-9&'’.+/\- ]{1,60})\Z")
_VERSION = re.compile(r"\d\.\d(?![\d.])")  # …ภาครัฐ| 4.0
_NEW_TOPIC = re.compile(r"รวม(?:ถึง|ทั้ง)|ตลอดจน|พร้อม|และ(?:มอบ|ร่วม|ยัง)|รางวัล|โดย|ซึ่ง|ณ |จำนวน|แก่")
_NOT_LISTED = re.compile(r"[\n(\d“”\"]|รางวัล|โล่")
# Those honoured, listed before one thing said of all: บุคคล |หน่วยงาน และองค์กรที่…
_LISTED = re.compile(
    r"(?:[ก-์]{2,20}[ ]){0,2}[ก-์]{0,16}?"
    r"และ(?!มอบ|ยัง|ร่วม|รางวัล|โล่|เกียรติ|ได้|รับ|เป็น|ขอ|พร้อม|มี|ให้|นำ)[ก-์]{3}"
)
# A word that never stands alone at a phrase's end.
_DANGLING = re.compile(
    r"(?:[ ]{1,4}(?:และ|ใน|ของ|ที่|หรือ|กับ|โดย|การ|จะ|คือ|เป็น|อัน|มี)|และ|หรือ|ด้วย|ฯลฯ){1,4}\Z"
)
_YEAR_END = re.compile(r"[ ]{0,2}(?:-[ ]?)?(?:20|25)\d\d\Z")


_UNNAMED = re.compile(trie(terms("award_unnamed")) + r"|\s{0,4}\d|\s{0,4}\Z|[\n)\]’”,.:;]")


def before(text: str, at: int, width: int) -> str:
    """Up to ``width`` characters before ``at``, of the same line."""
    piece = text[max(0, at - width) : at]
    return piece[piece.rfind("\n") + 1 :]


def skip_spaces(text: str, at: int) -> int:
    """The first place at or after ``at`` without a space; steps over eight at most."""
    found = _SPACES.match(text, at)
    return found.end() if found else at


def is_latin(text: str, at: int) -> bool:
    """Whether a Latin letter stands at ``at``."""
    letter = text[at : at + 1]
    return letter.isascii() and letter.isalpha()


def unnamed(text: str, at: int) -> bool:
    """Whether what follows an award's head at ``at`` gives it no name: ``รางวัล|ดังกล่าว``."""
    return _UNNAMED.match(text, at) is not None


def read_latin(text: str, at: int) -> int:
    """The end of the run of Latin words at ``at``; ``at`` if there is none."""
    found = LATIN.match(text, at, at + _LIMIT)
    return found.end() if found else at


def without_year(text: str, start: int, end: int) -> int:
    """``end`` without the year that closes ``start:end``: ``Best Bond Awards| 2020``."""
    year = _YEAR_END.search(text, max(start, end - 10), end)
    return year.start() if year else end


def _merit_of_list(text: str, start: int, end: int, at: int, stop: re.Pattern[str]) -> int:
    """The end of the merit that closes a list of those honoured; 0 if none does.

    ``ข้าราชการ |ลูกจ้างประจำ และพนักงานราชการดีเด่น``
    """
    merit = _MERIT.search(text, at, min(len(text), at + 60))
    if not merit or _NEW_TOPIC.match(text, at) or stop.search(text, at, merit.start()):
        return 0
    said = text[start:end]
    people = _WHO.search(said) or said.endswith(".") or end == start
    if stop is NAME_END and merit.start() > at and not people:
        return 0
    return 0 if _NOT_LISTED.search(text, at, merit.start()) else merit.end()


def _foreign_part(text: str, at: int) -> int:
    """The end of Latin words at ``at`` that are part of a Thai name; 0 if they translate it.

    ``การประกวดสื่อ| Infographic| รณรงค์…``
    """
    end = read_latin(text, at)
    return 0 if _FOREIGN_AWARD.search(text, at, end) else end


def _goes_on_in_thai(said: str) -> bool:
    """Whether a Thai name so far ends in foreign words that are part of it."""
    last = _FOREIGN_LAST.search(said)
    return last is not None and not _FOREIGN_AWARD.search(last["foreign"])


def _goes_on(text: str, start: int, end: int, at: int, stop: re.Pattern[str]) -> int:
    """How far the phrase ``start:end`` is sure to reach behind the space before ``at``, or 0."""
    said = text[start:end]
    if QUOTED.match(text, at):
        return at
    if is_latin(text, at) and said.endswith(_OPEN):
        return max(read_latin(text, at), at)
    if is_latin(text, at) and end > start and _HONOUR_ONLY.match(said):
        return at
    if is_latin(text, at) or (text[at] == "&" and end > start):
        if end == start or _ASCII_WORD.match(text, end - 1):
            return at
        return _foreign_part(text, at) if stop is NAME_END else 0
    if text[at] in "-–" and is_latin(text, skip_spaces(text, at + 1)) and end > start:
        return at if _ASCII_WORD.match(text, end - 1) else 0
    if stop is NAME_END and _goes_on_in_thai(said) and not _NEW_TOPIC.match(text, at):
        return at
    if text.startswith(_CONTINUED, at):
        return at
    if version := _VERSION.match(text, at, at + 4):
        return version.end()
    if aside := _ASIDE.match(text, at, at + 40):
        return aside.end()
    if stop is CATEGORY_END or _MERIT.search(said):
        return 0
    if merit := _merit_of_list(text, start, end, at, stop):
        return merit
    if end > start and _HONOUR_ONLY.match(said):
        return 0 if text[at].isdigit() or text.startswith(_CONTESTS, at) else at
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
    bound = min(len(text), start + _LIMIT)
    sure = 0  # the phrase reaches to here, whatever stop says
    while at < bound:
        here = at
        if stop is CATEGORY_END and text.startswith("ระดับ", at + 1):
            break  # ประเภท… |“ระดับดี”|
        if quoted := QUOTED.match(text, at):
            at = end = quoted.end()
        elif segment := _SEGMENT.match(text, at, bound):
            last = segment.end()
            cut = stop.search(text, max(at, sure), min(len(text), last + 14))
            if stop is NAME_END and (field := _MERIT_FIELD.search(text, start, last)):
                cut = cut if cut and cut.start() < field.start("field") else field
                if cut is field:
                    return max(_trim(text, start, field.start("field")), start)
            if cut and cut.start() < last:
                return max(_trim(text, start, cut.start()), start) if cut.start() > at else end
            at = end = last
        following = skip_spaces(text, at)
        if following == at and (aside := _ASIDE.match(text, at, at + 40)):
            at = end = aside.end()
            continue
        if following >= bound or text[following] == "\n":
            break
        if here < following < sure:
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
