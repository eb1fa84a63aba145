"""Reads what stands beside an award's name: its edition, its level, its category."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.phrases import CATEGORY_END, read_phrase
from thainews_ie.mentions import CharSpan

__all__ = ["PLAYED", "common_era", "read_category", "read_edition", "read_levels"]

_EDITION = re.compile(
    r"""
    [ ]{0,3}[(“"]?[ ]?
    (?:ครั้งที่[ ]?\d{1,3}[ ]{0,2})?
    (?:ใน)?(?:ประจำ)?[ ]?(?:ปี)?[ ]?(?:งบประมาณ|การศึกษา|พุทธศักราช)?[ ]{0,2}
    (?:พ\.?[ ]?ศ\.?|ค\.?ศ\.?)?[ ]{0,2}
    (?:20\d\d/(?=20))?(?P<year>(?:25|20|19)\d\d|(?<=ปี)[56]\d|(?<=ปี[ ])[56]\d)
    (?![\d,/]|[ ]?(?:บาท|ราย|คน|รางวัล|แห่ง))
    [)”"]?
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile(r"[ ]{0,3}(?:ครั้งที่|ปีที่|รุ่นที่)[ ]?\d{1,4}(?:/\d{4})?")


def common_era(digits: str) -> int:
    """The year of the Common Era that the digits of a Buddhist or Common Era year mean.

    >>> common_era("2564"), common_era("66"), common_era("2023")
    (2021, 2023, 2023)
    """
    year = int(digits)
    if year < 100:
        return 2500 + year - 543
    return year - 543 if year > 2400 else year


def read_edition(text: str, at: int) -> tuple[int, int | None]:
    """End and year of the edition stated at ``at``: ``ประจำปี 2564``, ``ครั้งที่ 8``.

    Returns:
        ``at`` itself and None where no edition is stated; no year for an ordinal alone.
    """
    found = _EDITION.match(text, at, at + 80)
    if found:
        return found.end(), common_era(found["year"])
    ordinal = _ORDINAL.match(text, at, at + 40)
    return (ordinal.end(), None) if ordinal else (at, None)


_NUMBER = r"(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า)"
_AREA = r"(?:ชาติ|ประเทศ|ภูมิภาค|ภาค|เขต|จังหวัด|อำเภอ|ตำบล|กลุ่มจังหวัด|นานาชาติ|โลก)"
_NO_AREA = r"และ|ทั้ง|ที่|ได้|จำนวน|ด้าน|รวม|ใน|ของ|โดย|จาก|ให้|เพื่อ|รับ|สาขา|ประเภท"
# A place won: รางวัลรองชนะเลิศอันดับ 1. ผู้ชนะเลิศ and ชิงชนะเลิศ tell of winners and contests.
_PLACE = re.compile(
    rf"""
    (?:(?:โล่|ถ้วย|เงิน)?รางวัล[ ]{{0,2}})?
    (?:
        (?:รอง|(?<!ชิง)(?<!ผู้)(?<!ที่)(?<!การ)(?!ชนะเลิศ(?:รางวัล|การ))|(?<=รางวัล))ชนะเลิศ
        (?:[ ]?(?:อันดับ(?:ที่)?|ลำดับ(?:ที่)?|ที่)[ ]?{_NUMBER}(?!\d))?(?:[ ]?ระดับ{_AREA})?
      | (?<=ผู้)ชนะเลิศ(?=[ ]?(?:การประกวด|การแข่งขัน)|[^\n]{{0,80}}?(?:ได้แก่|คือ))
      | (?:รอง|(?<!ชิง)(?<!กัน))แชมป์(?:โลก|เอเชีย|ประเทศไทย)?
      | ชมเชย
      | เหรียญ(?:ทองแดง|ทอง|เงิน)(?:เกียรติยศ)?
      | (?:Gold|Silver|Bronze|Platinum|Diamond)[ ](?:Medal|Prize|Award)s?(?![ ]?[A-Za-z])
      | (?<=รางวัล)(?:[ ]?ที่[ ]?\d{{1,2}}(?!\d)|ดีเด่น(?=\s|\Z)|ยอดเยี่ยม(?=\s|\Z)
           |เกียรติยศ(?=\s(?![ ]?[“"A-Z])|ด้าน|สาขา|ประเภท)|ขวัญใจ[ก-์]{{2,14}}(?![ก-์]))
      | (?:(?<=รางวัล[ ])|(?<=รางวัล[ ][ ]))(?:Popular[ ]Vote|Grand[ ]Prize)
    )
    """,
    re.VERBOSE,
)
# A grade: ระดับดีเด่น, ระดับประเทศ, ระดับ AA.
_GRADE = re.compile(
    rf"""
    [ ]{{0,2}}(?:ใน)?[“"]?(?P<first>ระดับ[ ]?[“"]?
        (?: (?:ดีเด่น|ดีเยี่ยม|ดีเลิศ|ดีมาก|ดี|ยอดเยี่ยม|ก้าวหน้า|พื้นฐาน|เป็นเลิศ|ทอง|เงิน|เพชร|ชมเชย
             |เหรียญ(?:ทองแดง|ทอง|เงิน))
            (?![ก-์])
          | {_AREA}(?:(?!{_NO_AREA})(?:(?!{_NO_AREA})[ก-์]){{2,30}})?
          | (?:กระทรวง|กรม|กระบวนงาน|หน่วยงาน|องค์กร|บุคคล|เอเชีย|อาเซียน|สากล)(?:[ก-์]{{2,24}})?
          | [A-Z][A-Za-z+]{{0,16}}(?:[ ][A-Z][a-z]{{1,12}})?
          | \d
          | (?:(?!และ)[ก-์]){{3,26}}(?=[ ](?:ได้แก่|จำนวน|มี)|[ ]?\d|\n)
        ))
    (?P<more>(?:[ ]{_AREA}){{0,3}}[ ]?และ(?:ระดับ)?{_AREA})?
    """,
    re.VERBOSE,
)
_MORE = re.compile(rf"(?:ระดับ)?{_AREA}")


def read_levels(text: str, at: int) -> list[CharSpan]:
    """The level stated at ``at``, or the levels where it lists several; empty if none.

    Several: ``ระดับจังหวัด เขต และภาค``.
    """
    place = _PLACE.match(text, at, at + 60)
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


# Who plays: ชายเดี่ยว, คู่ผสม, ทีมหญิง.
PLAYED = r"(?:คู่(?:ชาย|หญิง|ผสม)|(?:ชาย|หญิง)(?:เดี่ยว|คู่)|ทีม(?:ชาย|หญิง|ผสม))(?![ก-์])"
_FIELD = re.compile(
    rf"""
    [ ]{{0,3}}(?:ใน|จาก)?(?P<start>(?:รางวัล)?
        (?: (?:สาขา(?!วิชาชีพ)|สายงาน|ด้าน
              |ประเภท(?!{PLAYED})(?!รางวัล(?:[ \n]|ใหม่|ที่|ได้|ดัง|อาทิ|และ)))
            (?![ ]?(?:ต่าง|อื่น|ละ|ที่(?!พัก|ดิน|ทำงาน|ปรึกษา)|นี้|นาย|นาง|ดังกล่าว|ใด|ของ|รวม|คือ
                |ได้แก่|ประกอบ|และ|หรือ|\d|[\n,.)]))
          | กลุ่ม(?=หน่วยงาน|รัฐวิสาหกิจ|องค์กร|ธุรกิจ|สถานศึกษา|อุตสาหกรรม|ผลิตภัณฑ์|สินค้า|สาขา|อายุ
                |[ก-์]{{2,16}}ขนาด)
          | ระดับ(?=อายุ|ประชาชน|นักเรียน|นักศึกษา|เยาวชน|บุคคลทั่วไป|ปริญญา|ปวช|ปวส|ก่อนประถม)
          | รุ่น(?=(?:อายุ|น้ำหนัก)(?![ ]?(?:ไม่เกิน)?[ ]?\d)|ประชาชน|เยาวชน|ทั่วไป|อาวุโส)
          | (?P<whole>หมวด[ ]?\d{{1,2}}
               (?:[ ]{{1,2}}(?:การ|ด้าน)[ก-์]{{3,80}}?(?=และหมวด|ซึ่ง|จาก|[^ก-์]|\Z))?
              |(?:ประเภท)?{PLAYED}
              |รุ่น(?:น้ำหนัก)?[ ]?(?:ไม่เกิน[ ]?)?\d{{2,3}}(?:[ ]?-[ ]?\d{{2,3}})?[ ]?(?:กิโลกรัม|กก\.)
              |(?:รุ่น|ระดับ)(?:อายุ)?[ ]?(?:ไม่เกิน[ ]?)?\d{{1,2}}(?:[ ]?-[ ]?\d{{1,2}})?[ ]?ปี(?:ขึ้นไป)?
              |ระดับ(?:ชั้น)?(?:มัธยม|ประถม|อุดม|อนุบาล|อาชีว)(?:ศึกษา)?(?:ตอน(?:ต้น|ปลาย))?
               (?:ปีที่[ ]?\d)?) ))
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,80}\)")
# What one field is made of: ด้านเครือข่ายรัฐ| เอกชน และประชาสังคม|.
_NO_PART = (
    r"(?!โดย|จาก|แก่|ให้|มอบ|ได้|จำนวน|ประจำ|ปี|ระดับ|รางวัล|ประเภท|สาขา|ด้าน|นาย|นาง|ดร|ซึ่ง|พร้อม|เพื่อ"
    r"|ที่|ใน|มี|รวม|และ|ณ|เป็น|ผู้|ทีม|โรงเรียน|บริษัท|กรม|กระทรวง|สำนัก|จังหวัด|เทศบาล|ยัง|รับ|คือ|การ)"
)
_LISTED = re.compile(
    rf"(?:[ ]{_NO_PART}(?:(?!และ)[ก-์]){{2,24}}){{1,2}}[ ]?และ{_NO_PART}[ก-์]{{2,30}}"
    r"(?=[ \n]|จำนวน|ประจำ|\Z)"
)
# More fields of one kind: ด้านการแพทย์แผนไทย| การแพทย์พื้นบ้าน และการแพทย์ทางเลือก.
_SAME_KIND = re.compile(
    r"(?:[ ]การ[ก-์]{3,30}){1,3}[ ]และการ(?:(?!ให้|มอบ|โดย)[ก-์]){3,30}(?=[ \n]|\Z)"
)
_OTHERS = re.compile(r"(?:อื่น|ต่าง)[ ]?ๆ")
_COUNT_BEFORE = re.compile(r"(?<![\d.])(?<!ที่)(?<!ที่[ ])(?<!อันดับ[ ])\d{1,2}[ ]?\Z")


def _head(field: re.Match[str]) -> str:
    """The word that opens a field."""
    return field["start"].removeprefix("รางวัล")


def read_category(text: str, at: int) -> CharSpan | None:
    """The branch, field or type stated at ``at``: ``สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ``.

    Args:
        text: the clean text.
        at: where it should start; spaces and ``ใน`` are stepped over.
    """
    start: int | None = None
    end = at
    for _ in range(3):
        field = _FIELD.match(text, end, end + 130)
        if field and start is not None and text.startswith(_head(field), start):
            break  # สาขา ก |สาขา ข|: not one within the other
        if (
            field
            and start is None
            and text[field.end() : field.end() + 1] == " "
            and _COUNT_BEFORE.search(text, max(0, at - 14), field.start("start"))
        ):
            return None  # 2 |ประเภท| ก และ ข
        if not field:
            break
        body = field.end() + (text[field.end() : field.end() + 1] == " ")
        stop = field.end() if field["whole"] else read_phrase(text, body, CATEGORY_END)
        if stop <= body + 1 and not field["whole"]:
            break
        if start is None:
            start = field.start("start")
            if text.startswith("รางวัล", start):
                start += len("รางวัล")
        if listed := _LISTED.match(text, stop, stop + 100):
            stop = listed.end()
        if same := _SAME_KIND.match(text, stop, stop + 130):
            stop = same.end() if text.startswith("การ", field.end()) else stop
        brackets = _BRACKETS.match(text, stop, stop + 90)
        end = brackets.end() if brackets else stop
    if start is None or _OTHERS.search(text, start, end + 3):
        return None
    return CharSpan(start, end)
