"""Reads who receives an award: in the list behind it, or as the subject before the verb."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import BODY_START, HEAD, Names, read_body
from thainews_ie.mentions import CharSpan
from thainews_ie.patterns import line_end

__all__ = ["named_before", "read_recipients", "subject_before"]

# No list of recipients starts further behind the award.
_LEAD_REACH = 330

# What leads from an award to those who receive it.
_LEAD = re.compile(
    r"""
    (?: ได้แก่ | ดังนี้ | ประกอบด้วย | คือ(?=[ ]) | ให้แก่ | ให้กับ | ให้(?=นาย|นาง|ดร)
      | (?<!ขอน)แก่(?!น) | แด่ | ตกเป็นของ | เป็นของ | หน่วยเจ้าของผลงาน | อาทิ
      | ผลงาน(?:การออกแบบ)?ของ | จาก(?=วิสาหกิจ|ทีม|กลุ่ม|โรงเรียน) | >> | : | — | –(?=[ ]) )
    [ ]{0,3}(?:ทีม(?=โรงเรียน))?
    """,
    re.VERBOSE,
)
_DIRECT = re.compile(r"[ ]{0,3}(?:\n[ ]{0,4}(?:>>|[-•–])[ ]{0,3})?")
_BULLET = re.compile(r"[ ]{0,3}\n[ ]{0,4}(?:>>|[-•–])[ ]{0,3}")
_SPEAKS = re.compile(r"[^\n]{0,60}?(?:กล่าว|เปิดเผย|เผย|ชี้แจง|ระบุ|ผู้แทน|เข้ารับ|เป็นประธาน)")
# What stands before an item of the list: , และ 2) ผลงาน “…”
_ITEM = re.compile(
    r"""
    [ ]{0,4}(?:,|และ|คู่กับ|รวมถึง|ตลอดจน|อาทิ|/)?[ ]{0,3}(?:\n[ ]{0,6}){0,2}
    (?:\(?\d{1,2}[.)][\d.]{0,3}\)?|[-•–]|>>)?[ ]{0,4}(?:ผลงาน(?:จาก)?|จาก)?
    (?:[ ]?[ก-์]{0,14}[ ]?“[^”\n]{1,80}”)?[ ]{0,2}(?:ผลงาน(?:จาก|ของ)?|จาก|โดย|ของ)?[ ]{0,2}
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"\s{0,6}\(?1[.)]")
_TO_NUMBER = re.compile(r"[^\n]{0,300}?(?=\n?[ ]{0,4}(?:และ[ ]?)?\(?\d{1,2}[.)])")
_MARKED = re.compile(r"\d[.)]|[-•–]|>>")
# What an item may say of a body: its abbreviation, its place, what it belongs to.
_AFTER_BODY = re.compile(
    r"""
    (?: [ ]{0,2}\([^()\n]{1,60}\)
      | [ ](?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)(?:(?!เรื่อง|ผลงาน)[ก-์]){2,20}
      | [ ]สังกัด[^\s]{2,60}(?:[ ]\([^)\n]{1,12}\)|[ ][ก-ฮ]{1,4}\.)?
      | [ ]?จำนวน[ ]?\d{1,3}[ ]?[ก-์]{2,8}
      | [ ]ชื่อ[ ]?[^\n]{1,120}(?=\n) ){0,3}
    """,
    re.VERBOSE,
)
_HEADER = re.compile(r"[ ]{0,2}(?:จำนวน[ ]?\d{1,3}[ ]?[ก-์]{2,8}[ ]?)?ได้แก่[ ]{0,2}")
# The work for which one wins, and how long what is said of it may be.
_WORK = re.compile(r"[ ]{0,2}(?:(?:จาก|ใน|กับ|ด้วย)?(?:ผลงาน|บทเพลง|เพลง|โครงการ|หัวข้อ)|เรื่อง|ชื่อ)")
_SECOND_BODY = re.compile(
    r"และ(?=ธนาคาร|องค์การ|บริษัท|โรงพยาบาล|โรงเรียน|มหาวิทยาลัย|เทศบาล|จังหวัด|ทีม|การไฟฟ้า|การประปา|กระทรวง"
    r"|กรม|สำนักงาน|มูลนิธิ|สมาคม|วิทยาลัย|อบต|อบจ)"
)
_WORK_REACH = 260
_NEXT_BODY = re.compile(rf"(?:(?<=[,”\")] )|(?<=[,”\")])|(?<=[ ]และ)|(?<=และ))(?={HEAD})")
_SEPARATED = re.compile(r"(?:,|และ|[”\")])[ ]?\Z")
_OTHER_CLAUSE = re.compile(r"ได้รับ|กล่าว|ทั้งนี้|โดยมี|รางวัล")
_NOT_RECIPIENT = re.compile(
    r"""
      โครงการ | ผลงาน | กิจกรรม | ผู้ | หน่วยงาน | บุคคล | เกษตรกร | รางวัล | สาขา | ประเภท | ด้าน
    | สถานประกอบ | คณะกรรมการ | องค์กรปกครองส่วนท้องถิ่นที่ | องค์กร[^\s]{0,20}ที่
    | การ(?!ไฟฟ้า|ประปา|ท่าเรือ|เคหะ|ยาง|กีฬา|ท่องเที่ยว|รถไฟ|ทาง|นิคม)
    """,
    re.VERBOSE,
)
# มานะ คงดี| (Professor |Mana Kongdee)
_ASIDE = re.compile(r"[ ]{0,2}\([A-Za-z. ]{0,24}")
_TITLE_ENDS = re.compile(r"\n|ซึ่ง|โดย|กล่าว|เป็นผู้")


def read_recipients(
    text: str, start: int, end: int, names: Names, direct: bool
) -> tuple[CharSpan, ...]:
    """Those named as receiving an award, in the run of text that follows it.

    Args:
        text: the clean text.
        start: end of the award's phrase.
        end: where the next award is named, at the latest.
        names: the people of the article.
        direct: whether they may follow with no word between: ``รางวัลที่ 1 |นาย…``.
    """
    near = (_DIRECT if direct else _BULLET).match(text, start, end)
    if near:
        found = _list(text, near.end(), end, names, foreign=False)
        if found:
            return found
    stop = min(end, start + _LEAD_REACH)
    for lead in _LEAD.finditer(text, start, line_end(text, start, stop)):
        foreign = not lead.group().strip().endswith(":")  # Air Traffic Control : ATC
        found = _list(text, lead.end(), end, names, foreign)
        if found:
            return found
    return ()


def _behind_person(text: str, at: int, end: int, names: Names) -> int:
    """Where the next item starts: behind the title of the person named up to ``at``."""
    ahead = names.within(at, min(end, at + 130))
    if ahead and _ASIDE.fullmatch(text, at, ahead[0][0]):  # the name in another script
        at = ahead[0][1] + text.startswith(")", ahead[0][1])
        ahead = ahead[1:]
    if ahead and not _TITLE_ENDS.search(text, at, ahead[0][0]):
        return ahead[0][0]
    return at


def _one_body(text: str, at: int, foreign: bool) -> CharSpan | None:
    """The body at ``at``, without a second one joined to it: ``|ธนาคาร ก|และธนาคาร ข``."""
    body = read_body(text, at, foreign)
    second = _SECOND_BODY.search(text, at + 6, body.end) if body else None
    return CharSpan(at, second.start()) if second else body


def _behind_work(text: str, at: int, end: int, names: Names) -> int:
    """Where the next item starts, behind the work that won: ``… เรื่อง “…” |โรงพยาบาล…``."""
    lead = _WORK.match(text, at, min(end, at + 30))
    if not lead:
        return at
    stop = line_end(text, at, min(end, at + _WORK_REACH))
    spots = [
        start
        for start, _, _ in names.within(lead.end(), stop)[:1]
        if _SEPARATED.search(text, start - 3, start)
    ]
    spots += [body.start() for body in _NEXT_BODY.finditer(text, lead.end(), stop)][:1]
    spot = min(spots, default=at)
    return at if _OTHER_CLAUSE.search(text, at, spot) else spot


def _list(text: str, at: int, end: int, names: Names, foreign: bool) -> tuple[CharSpan, ...]:
    """The people and bodies of the list that starts at ``at``."""
    found: list[CharSpan] = []
    numbered = _NUMBERED.match(text, at, end) is not None
    ready = False
    of_person = False  # a body right behind a person is where that person belongs
    while at < end and len(found) < 30:
        item = _ITEM.match(text, at, end)
        spot = item.end() if item else at
        person = names.at(spot)
        if person:
            if "\n" in text[at:spot] and not _MARKED.search(text, at, spot):
                break
            if not found and _SPEAKS.match(text, person[0], min(end, person[0] + 70)):
                break
            found.append(person[1])
            of_person = True
            at = person[0] if numbered else _behind_person(text, person[0], end, names)
        else:
            body = _one_body(text, spot, foreign)
            if (found and spot == at and not ready) or not body or body.end > end:
                break
            if _NOT_RECIPIENT.match(text, spot):
                break
            after = _AFTER_BODY.match(text, body.end, end)
            header = _HEADER.match(text, after.end() if after else body.end, end)
            if header:  # 1) กรม… ได้แก่ 1.1) |นาย…|
                at = header.end()
                continue
            if not (of_person and text[at:spot].strip() in ("", "จาก")):
                found.append(body)
            of_person = False
            at = after.end() if after else body.end
        behind = _behind_work(text, at, end, names)
        ready, at = behind > at, behind  # the next item starts right there
        if numbered and (rest := _TO_NUMBER.match(text, at, min(end, at + 320))):
            at = rest.end()
    return tuple(found)


_WINNING = re.compile(
    r"""
    (?<!ผู้)(?: ได้รับ(?!การ)(?:การคัดเลือก(?:เป็น|ให้(?:ได้)?รับ)?)?(?:มอบ)? | คว้า(?:มา)? | กวาด
      | (?:เข้า|ร่วม)?รับ(?:มอบ)? | ครอง | ชนะ )
    (?:[ ]?\d{1,2}[ ]?|พระราชทาน|โล่|ถ้วย|[ “]){0,6}\Z
    """,
    re.VERBOSE,
)
# What may stand between a winner and the verb.
_FILLER = re.compile(
    r"""
    [ ]{0,2}(?:\([^()\n]{1,20}\))?[ ]{0,2}(?:หรือ[ ]?[ก-ฮ.]{2,10}[ ])?
    (?:(?:สังกัด)?กระทรวง[^\s]{2,60}[ ]?)?
    (?:ประสบความสำเร็จ[ ]?|สุด|ปลื้ม[ ]?|โชว์ผลงาน[ ]?|ผงาด[ ]?|สร้างชื่อ[ ]?){0,3}
    (?:เป็น[^\n]{2,70}?ที่|ซึ่ง|ที่|ก็|จะ|ยัง|สามารถ|ได้){0,4}[ ]{0,2}
    """,
    re.VERBOSE,
)
_VERB = re.compile(
    r"กล่าว|เป็นประธาน|มอบ|จัด|นำ|เปิด|พร้อมด้วย|ร่วม|และ(?=[ ])|ชื่นชม|ยินดี|แสดง|เผย|ระบุ|ชี้|ขอ|ให้กำลัง"
    r"|เยี่ยม|ต้อนรับ|ขอบคุณ|พบ|หลัง"
)
_CLAUSE = re.compile(r"[\n“”\"]|ว่า(?!การ)|โดย(?!สาร)|ส่งผลให้|ทำให้|ซึ่ง(?=[ก-ฮ])")


def named_before(text: str, start: int, names: Names) -> CharSpan | None:
    """The person named right before the title at ``start``: ``|มานะ คงดี| แชมป์ชายเดี่ยว``."""
    people = names.within(max(0, start - 60), start)
    if people and text[people[-1][1] : start] == " " and text.startswith("แชมป์", start):
        return people[-1][2]
    return None


def subject_before(text: str, start: int, names: Names) -> CharSpan | None:
    """Who wins the award that is named at ``start``: ``|กรมพลศึกษา| คว้ารางวัล``.

    One who comes to take it (``เข้ารับ``) may only stand in for a body, and is left out.
    """
    low = max(0, start - 40)
    verb = _WINNING.search(text[low:start])
    if not verb:
        return None
    at = low + verb.start()
    low = max(0, at - 130)
    for clause in _CLAUSE.finditer(text, low, at):
        low = clause.end()
    first = at - len(text[low:at].lstrip(" 1234567890.)-•“"))
    starts = [first, *(begin.start() for begin in BODY_START.finditer(text, low, at))]
    for begin in starts[:8]:
        body = read_body(text, begin)
        if body and body.end <= at and _FILLER.fullmatch(text, body.end, at):
            return body
    if "เข้า" in text[at:start] or "ร่วม" in text[at:start]:
        return None
    people = names.within(low, at)
    if people and not _VERB.search(text, people[-1][1], at):
        return people[-1][2]
    return None
