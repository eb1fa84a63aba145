"""Reads the branches of an award where a list names them without the word for award."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.parts import read_category, read_levels
from thainews_ie.extractors.awards.phrases import skip_spaces
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import CharSpan

__all__ = [
    "HAS_WINNERS",
    "ITEM_START",
    "MARKED_ITEM",
    "counted_items",
    "free_tokens",
    "plain_items",
]

# How far behind the last award its categories may be listed, and how many are taken.
_REACH = 2800
_MOST = 250

# What stands before an item of a list.
ITEM_START = re.compile(
    r"""
    (?: (?:\d[.)]|[(]\d[)])[ ]{0,3} | [\n•\-–][ ]{0,6} | ,[ ]? | และ[ ]? | [ ]
      | (?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|อาทิ|แบ่งเป็น|แบ่งออกเป็น|ส่วน|สำหรับ|ทั้ง)[ ]{0,2} )\Z
    """,
    re.VERBOSE,
)
# The same, with more than a space before it.
MARKED_ITEM = re.compile(
    r"(?:\d[.)][ ]{0,3}|[\n•\-–][ ]{0,6}|,[ ]?|และ[ ]?|(?:ได้แก่|คือ|ดังนี้|ส่วน)[ ]{0,2})\Z"
)
_NUMBER_START = re.compile(
    r"(?:\d[.)][ ]{0,3}|\n[ ]{0,6}[•\-–]?[ ]{0,3}|(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย)[ ]{0,2})\Z"
)
# A category that leads to its winners: ประเภทบุคคล |จำนวน 3 รางวัล ได้แก่|
HAS_WINNERS = re.compile(
    r"[ ]{0,2}(?:(?:มี)?(?:จำนวน)?(?:รางวัล)?[ ]?\d{1,3}[ ]?(?:รางวัล|ราย|คน|ท่าน|ทีม|แห่ง|องค์กร"
    r"|หน่วยงาน|ผลงาน|จังหวัด|โรงเรียน|ชุมชน|บริษัท|โครงการ|เรื่อง|กลุ่ม)|ได้แก่"
    r"|[ ]{0,4}(?:(?:ทีม|ผู้|รางวัล)?ชนะเลิศ|รางวัลที่[ ]?1))"
)
_FIELD = re.compile(
    r"ประเภท(?!รางวัล)|สาขา(?!วิชา|อาชีพ)|ด้าน|ระดับ|สายงาน|หมวด(?=[ ]?\d)"
    r"|รุ่น(?=อายุ|ประชาชน|เยาวชน|ทั่วไป|น้ำหนัก|\d)"
    r"|คู่(?:ชาย|หญิง|ผสม)|(?:ชาย|หญิง)(?:เดี่ยว|คู่)"
)
# Three grades or more that are listed: |ระดับกระทรวง ระดับกรม และระดับภูมิภาค|.
_GRADE = re.compile(r"ระดับ(?:(?!และ)[ก-์]){2,24}(?:[ ]?\([^()\n]{1,30}\))?")
_GRADES = re.compile(rf"(?:{_GRADE.pattern}[ ]{{0,2}}(?:,|และ)?[ ]{{0,2}}){{3,8}}")


def _with_grade(text: str, category: CharSpan, at: int, stop: int) -> Token:
    """The token of a category at ``at``, with the grade behind it: ``ประเภท… |ระดับดีเด่น|``."""
    graded = Token("category", at, category.end, category=category)
    behind = skip_spaces(text, category.end)
    if text.startswith("ระดับ", behind):
        levels = read_levels(text, behind)
        if levels and levels[-1].end <= stop:
            graded.levels, graded.end = levels, levels[-1].end
    return graded


def free_tokens(text: str, tokens: list[Token]) -> list[Token]:
    """Categories and grades that stand by themselves, as items of a list.

    Args:
        text: the clean text.
        tokens: the award tokens, in order, at least one.
    """
    found: list[Token] = []
    stop = min(len(text), tokens[-1].end + _REACH)
    taken = iter(tokens)
    token = next(taken, None)
    last = 0
    for match in _FIELD.finditer(text, tokens[0].end, stop):
        at = match.start()
        while token is not None and token.end <= at:
            last = max(last, token.end)
            token = next(taken, None)
        if at < last or (token is not None and token.start <= at):
            continue
        category = read_category(text, at)
        grade = match.group() == "ระดับ" and category is None
        start = _NUMBER_START if match.group() in ("ด้าน", "สายงาน") else ITEM_START
        if not start.search(text[max(0, at - 14) : at]):
            continue
        if grade and (listed := _GRADES.match(text, at, at + 240)):
            last = listed.end()
            for each in _GRADE.finditer(text, at, last):
                level = CharSpan(*each.span())
                found.append(Token("level", *level, levels=[level]))
        elif grade:
            levels = read_levels(text, at)
            if levels and HAS_WINNERS.match(text, levels[-1].end, levels[-1].end + 60):
                found.append(Token("level", at, levels[-1].end, levels=levels))
        elif category:
            token_end = token.start if token is not None else len(text)
            found.append(_with_grade(text, category, at, token_end))
        if found:
            last = max(last, found[-1].end)
        if len(found) >= _MOST:
            break
    return found


_NUMBER = re.compile(r"[ ]{0,2}(?:และ)?[ ]?\(?\d{1,2}[.)][ ]{0,3}")
_SPLITS = (
    _NUMBER,
    re.compile(r"[ ]{0,2}(?:,(?:[ ]{0,2}และ)?|[ ]และ)[ ]{0,2}"),
    re.compile(r"[ ]{1,3}และ[ ]?|[ ]{1,3}"),
)
_PLAIN_END = re.compile(
    r"\n|ซึ่ง|โดย(?!สาร)|เพื่อ(?!น)|เป็นต้น|ให้แก่|[ ](?:รวม|พร้อม|จาก|ณ|ทั้งนี้|สำหรับ|มี|แบ่ง|ตั้งแต่)"
)
_LATIN_TITLE = re.compile(r"[A-Z][A-Za-z0-9&'’.\- ]{3,80}(?<! )")


def _numbered_items(text: str, at: int, count: int, limit: int) -> list[CharSpan]:
    """The items of a numbered list; none if one is longer than a name."""
    cuts = [m.span() for m in _NUMBER.finditer(text, at, limit)][:count]
    items: list[CharSpan] = []
    for i, (_, start) in enumerate(cuts):
        if i + 1 < len(cuts):
            end = cuts[i + 1][0]
        else:
            stop = _PLAIN_END.search(text, start + 2, min(limit, start + 90))
            end = stop.start() if stop else start + 91
        end = start + len(text[start:end].rstrip(" \n,"))
        if not 2 < end - start <= 90 or "\n" in text[start:end]:
            return []
        items.append(CharSpan(start, end))
    return items


def plain_items(text: str, at: int, count: int) -> list[CharSpan]:
    """The items of a list without labels, if there are as many as announced; else none.

    ``3 สาขา ได้แก่ |ก| ข และ ค``; of a numbered list also titles in Latin letters alone.
    """
    if not 2 <= count <= 12:
        return []
    at = skip_spaces(text, at)
    limit = min(len(text), at + 260 * count)
    numbered = [m.end() for m in _NUMBER.finditer(text, at, limit)]
    if len(numbered) >= count:
        titles = [_LATIN_TITLE.match(text, start, start + 90) for start in numbered[:count]]
        if all(titles):
            return [CharSpan(*title.span()) for title in titles if title]
    if len(numbered) >= count and (in_order := _numbered_items(text, at, count, limit)):
        return in_order
    limit = min(limit, at + 90 * count)
    stop = _PLAIN_END.search(text, at + 2, limit)
    end = stop.start() if stop else limit
    for split in _SPLITS:
        items: list[CharSpan] = []
        start = at
        for cut in [*(m.span() for m in split.finditer(text, at, end)), (end, end)]:
            if cut[0] > start + 2:
                items.append(CharSpan(start, cut[0]))
            start = cut[1]
        if len(items) == count and all(item.end - item.start <= 80 for item in items):
            return items
    return []


_COUNTED = re.compile(
    r"(?:ประกอบด้วย|ได้แก่|ดังนี้|\d[.)]|และ|[ \n])[ ]{0,2}(?P<field>[ก-์A-Za-z][^\d\n(,]{2,60}?)"
    r"[ ]{0,2}(?:จำนวน[ ]?)?(?P<count>\d{1,3})[ ]รางวัล"
)
_UNIT = re.compile(r"(?:ผลงาน|เรื่อง|ราย|ทีม|คน|แห่ง|รางวัล)[ ]{1,4}(?:และ[ ]?)?|และ[ ]?")


def counted_items(text: str, at: int, count: int) -> list[CharSpan]:
    """The items of a list whose prizes add up to what was announced; else none.

    ``92 รางวัล ประกอบด้วย |โปสเตอร์| 60 รางวัล …``
    """
    left = count
    items: list[CharSpan] = []
    for item in _COUNTED.finditer(text, at, at + 420):
        left -= int(item["count"])
        start, end = item.span("field")
        unit = _UNIT.match(text, start, end)
        items.append(CharSpan(unit.end() if unit else start, end))
        if left <= 0:
            break
    return items if not left and len(items) > 1 else []
