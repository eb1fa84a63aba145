"""Reads who gives and who receives: people, bodies and teams named at a place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left

from thainews_ie.extractors.awards.phrases import alternation
from thainews_ie.lexicon import terms
from thainews_ie.mentions import CharSpan, PersonDraft

__all__ = [
    "Names",
    "acting_body",
    "expanded",
    "find_giver",
    "presiding_body",
    "read_body",
    "read_recipients",
    "subject_before",
]

_BODY_HEAD = alternation(terms("award_organisations"))
# Where the name of a body ends within a run of letters.
_BODY_END = (
    r"(?:ได้(?:รับ|แก่|มอบ|จัด|ที่|คะแนน|ประกาศ)|รับ(?:รางวัล|โล่|มอบ)|คว้า|เข้ารับ|จัด(?:พิธี|งาน|ขึ้น|ประกวด|กิจกรรม|โครงการ)|มอบ"
    r"|เป็น(?:หน่วยงาน|ผู้|ประธาน|องค์กร|เจ้าภาพ|รัฐวิสาหกิจ|1)|ซึ่ง|จาก(?!ภาค)|ประสบ|คือ|มีนโยบาย|โดย|เพื่อ|ร่วมกับ|พร้อม|สามารถ|จำนวน|กล่าว|เผย|ประกาศ"
    r"|และรางวัล|และเงิน|ขอ(?:แสดง)|ที่ได้|ที่มี|ที่เป็น|ชื่อ(?=\s)|ใน(?:ฐานะ|การ|ครั้ง|ปี|งาน|วัน)|แก่(?!น)|ให้(?:แก่|กับ)|นำ(?=โดย)|ดำเนิน|คัดเลือก|พิจารณา|(?<=[ก-ฮ])ได้(?=ดำเนิน|พิจารณา|คัด)|ยัง(?:ได้|เป็น)|ก็|จะ)"
)
_BODY = re.compile(
    rf"""
      บริษัท[ ][A-Z][A-Za-z’'&.]{1,24}(?:[ ](?:[A-Z][A-Za-z’'&.]{1,24})){0,4}
    | บริษัท[ ]?[^\n,()]{{2,60}}?[ ]จำกัด(?:[ ]?\(มหาชน\))?
    | บริษัท[ ]?[^\n,(]{{2,50}}?\((?:ประเทศไทย|ไทยแลนด์)\)[ ]จำกัด(?:[ ]?\(มหาชน\))?
    | (?:ธนาคาร|สหกรณ์)[^\s\n,()]{{2,60}}(?:[ ](?!จำกัด)[^\s\n,()]{{2,30}})?[ ]จำกัด(?:[ ]?\(มหาชน\))?
    | กระทรวงการอุดมศึกษา[ ]วิทยาศาสตร์[ ]วิจัยและนวัตกรรม
    | (?:คณะกรรมาธิการ|คณะอนุกรรมาธิการ)[^\s\n,()]{{2,40}}(?:[ ](?:วิทยาศาสตร์|วิจัยและ[ก-์]+|และ[ก-์]{{2,30}})){{0,3}}
    | (?:กระทรวง|สำนักงาน|กรม|สำนัก|บริษัท|โรงเรียน|รพ\.|จังหวัด|ทีม)[ ](?:[ก-ฮ]{{1,4}}\.){{1,5}}(?:[ก-์]+)?
    | ทีม[ ]{{0,2}}(?:[A-Za-z][A-Za-z0-9 .&'’\-]{{0,40}}[A-Za-z0-9]|[^\s,()“”"]{{2,60}})
        (?:[ ](?:มหาวิทยาลัย|โรงเรียน|วิทยาลัย|สถาบัน)[^\s,()]{{2,50}})?
    | {_BODY_HEAD}[ ]?(?:(?!{_BODY_END})[^\s\n,()“”";:]){{1,80}}(?:[ ]?\(องค์การมหาชน\))?
    | (?:[ก-ฮ]{{1,4}}\.){{1,5}}(?![ก-์])
    """,
    re.VERBOSE,
)
# A body that is only described: หน่วยงานที่ชนะเลิศ, กลุ่มเปราะบาง.
_UNNAMED = re.compile(
    r"ที่(?:ได้|ให้|มี|ออก|ชนะ|เข้า|เป็น|ผ่าน|ร่วม|ส่ง|เกี่ยว|สนับ|ดำเนิน)|\Aหน่วยงาน(?=[ต่ท]|\Z)|\Aกลุ่ม(?:รัฐมนตรี|เปราะ|เป้า|คน|ผู้)"
    r"|\Aบ้านเมือง|\Aคณะ(?:ผู้|ทำงาน|ครู|กรรมการตัดสิน)|\Aองค์กร(?:ต่าง|ภาค)|\Aโรงเรียน(?:อื่น|ต่าง)|\Aทีม(?:ชนะ|ที่)|\Aสภาพ|\Aคณะกรรมการ\Z|\Aกลุ่มลูกค้า|\Aโรงงานที่"
)
_FOREIGN = re.compile(r"[A-Z][A-Za-z.&]{1,20}(?:[ ][A-Z][A-Za-z.&]{1,20}){0,5}")


def read_body(text: str, at: int, foreign: bool = False) -> CharSpan | None:
    """The name of the body that starts at ``at``; None if none does.

    Args:
        text: the clean text.
        at: where it should start.
        foreign: whether Latin words with capitals are taken for one.
    """
    found = _BODY.match(text, at, min(len(text), at + 160))
    if not found and foreign:
        found = _FOREIGN.match(text, at, min(len(text), at + 120))
    if not found:
        return None
    end = found.end()
    if text[end - 1] == " ":
        end -= 1
    if end <= at + 1 or _UNNAMED.search(text, at, end):
        return None
    return CharSpan(at, end)


class Names:
    """The people of the article, by where they are named."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, people: list[PersonDraft]) -> None:
        spans: list[tuple[int, int, CharSpan]] = []
        for person in people:
            fullest = max((m.name for m in person.mentions), key=lambda n: n.end - n.start)
            for mention in person.mentions:
                name = mention.name
                short = (name.end - name.start) * 10 < (fullest.end - fullest.start) * 8
                spans.append((mention.start, mention.end, fullest if short else name))
        spans.sort()
        self._spans = spans
        self._starts = [span[0] for span in spans]

    def at(self, at: int) -> tuple[int, CharSpan] | None:
        """End and name of the person named at ``at``."""
        i = bisect_left(self._starts, at)
        if i < len(self._spans) and self._starts[i] <= at + 1:
            return self._spans[i][1], self._spans[i][2]
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int, CharSpan]]:
        """The mentions that lie in a run of the text."""
        i = bisect_left(self._starts, start)
        found = []
        while i < len(self._spans) and self._starts[i] < end:
            found.append(self._spans[i])
            i += 1
        return found


# What leads from an award to those who receive it.
_LEAD = re.compile(
    r"""
    (?: ได้แก่ | ดังนี้ | ประกอบด้วย | คือ(?=[ ]) | ให้แก่ | ให้กับ | ให้(?=นาย|นาง|ดร) | (?<!ขอน)แก่(?!น) | แด่
      | ตกเป็นของ | เป็นของ | หน่วยเจ้าของผลงาน | อาทิ | ผลงาน(?:การออกแบบ)?ของ
      | จาก(?=วิสาหกิจ|ทีม|กลุ่ม|โรงเรียน) | >> | : | — | –(?=[ ]) )[ ]{0,3}(?:ทีม(?=โรงเรียน))?
    """,
    re.VERBOSE,
)
_DIRECT = re.compile(r"[ ]{0,3}(?:\n[ ]{0,4}(?:>>|[-•–])[ ]{0,3})?")
_BULLET = re.compile(r"[ ]{0,3}\n[ ]{0,4}(?:>>|[-•–])[ ]{0,3}")
_SPEAKS = re.compile(r"[^\n]{0,60}?(?:กล่าว|เปิดเผย|เผย|ชี้แจง|ระบุ)")
_ITEM = re.compile(r"[ ]{0,4}(?:,|และ|รวมถึง|ตลอดจน|อาทิ|/)?[ ]{0,3}(?:\n[ ]{0,6}){0,2}(?:\(?\d{1,2}[.)][\d.]{0,3}|[-•–]|>>)?[ ]{0,4}(?:ผลงาน(?:จาก)?|จาก)?"
                   r"(?:[ ]?“[^”\n]{1,80}”)?[ ]{0,2}")
_NUMBERED = re.compile(r"\s{0,6}\(?1[.)]")
_TO_NUMBER = re.compile(r"[^\n]{0,300}?(?=\n?[ ]{0,4}(?:และ[ ]?)?\(?\d{1,2}[.)])")
_LISTED = re.compile(r"\d[.)]|[-•–]|>>")
_AFTER_BODY = re.compile(
    r"(?:[ ]{0,2}\([^()\n]{1,60}\)|[ ](?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)[ก-์]{2,20}|[ ]สังกัด[^\s]{2,60}(?:[ ]\([^)\n]{1,12}\))?(?:[ ]พม\.)?"
    r"|[ ]?จำนวน[ ]?\d{1,3}[ ]?[ก-์]{2,8}|[ ]ชื่อ[ ]?[^\n]{1,120}(?=\n)|[ ]ยอดวิว[^\n]{1,30}(?=\n)){0,3}"
)
_NOT_RECIPIENT = re.compile(r"โครงการ|ผลงาน|กิจกรรม|การ(?!ไฟฟ้า|ประปา|ท่าเรือ|เคหะ|ยาง|กีฬา|ท่องเที่ยว|รถไฟ|ทาง|นิคม)|ผู้|หน่วยงาน|องค์กรที่|บุคคล|เกษตรกร|รางวัล|สาขา|ประเภท|ด้าน"
                            r"|กลุ่มเป้าหมาย|หน่วยงานที่|โรงเรียนที่|จังหวัดที่|หมู่บ้านที่|สถานประกอบ|ชุมชนที่|องค์กรปกครองส่วนท้องถิ่นที่|กลุ่มที่|คณะกรรมการ|องค์กร[^\s]{0,20}ที่|หน่วยงาน")


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
        found = _parties(text, near.end(), end, names, marked=False)
        if found:
            return found
    line = text.find("\n", start, min(end, start + 330))
    for lead in _LEAD.finditer(text, start, min(end, start + 330) if line < 0 else line):
        found = _parties(text, lead.end(), end, names, marked=True)
        if found:
            return found
    return ()


def _parties(text: str, at: int, end: int, names: Names, marked: bool) -> tuple[CharSpan, ...]:
    """The people and bodies of the list that starts at ``at``."""
    found: list[CharSpan] = []
    numbered = _NUMBERED.match(text, at, end) is not None
    while at < end and len(found) < 30:
        item = _ITEM.match(text, at, end)
        spot = item.end() if item else at
        person = names.at(spot)
        if person and "\n" in text[at:spot] and not _LISTED.search(text, at, spot):
            break
        if person:
            if not found and _SPEAKS.match(text, person[0], min(end, person[0] + 70)):
                break
            found.append(person[1])
            at = person[0]
            if numbered and (rest := _TO_NUMBER.match(text, at, min(end, at + 320))):
                at = rest.end()
                continue
            # A title may stand between two names.
            ahead = names.within(at, min(end, at + 130))
            if ahead and "\n" not in text[at : ahead[0][0]].strip() and not re.search(
                r"ซึ่ง|โดย|กล่าว|เป็นผู้", text[at : ahead[0][0]]
            ):
                at = ahead[0][0]
            continue
        if found and spot == at:
            break
        body = read_body(text, spot, foreign=marked)
        if not body or body.end > end or _NOT_RECIPIENT.match(text, spot):
            break
        found.append(body)
        after = _AFTER_BODY.match(text, body.end, end)
        at = after.end() if after else body.end
        if numbered and (rest := _TO_NUMBER.match(text, at, min(end, at + 140))):
            at = rest.end()
    return tuple(found)


_WINNING = re.compile(
    r"(?:ได้รับ(?!การ)(?:การคัดเลือก(?:เป็น|ให้(?:ได้)?รับ)?)?(?:มอบ)?|คว้า(?:มา)?|กวาด|(?:เข้า|ร่วม)?รับ(?:มอบ)?|ครอง|ชนะ)"
    r"(?:[ ]?\d{1,2}[ ]?|พระราชทาน|โล่|ถ้วย|[ “])*\Z"
)
# What may stand between a winner and the verb.
_FILLER = re.compile(
    r"[ ]{0,2}(?:\([^()\n]{1,20}\))?[ ]{0,2}(?:ประสบความสำเร็จ[ ]?|สุด|ปลื้ม[ ]?|โชว์ผลงาน[ ]?|ผงาด[ ]?|สร้างชื่อ[ ]?)*"
    r"(?:เป็น[^\n]{2,70}?ที่|ซึ่ง|ที่|ก็|จะ|ยัง|สามารถ|ได้)*[ ]{0,2}"
)
_VERB = re.compile(r"กล่าว|เป็นประธาน|มอบ|จัด|นำ|เปิด|พร้อมด้วย|ร่วม|และ(?=[ ])")
_CLAUSE = re.compile(r"[\n“”\"]|ว่า(?!การ)|โดย(?!สาร)|ส่งผลให้|ทำให้|ซึ่ง(?=[ก-ฮ])")
_BODY_ANY = re.compile(rf"(?={_BODY_HEAD})")
_BODY_START = re.compile(rf"(?<![ก-์])(?={_BODY_HEAD}|(?:[ก-ฮ]{{1,4}}\.){{1,5}})")


def subject_before(text: str, start: int, names: Names) -> CharSpan | None:
    """Who wins the award that is named at ``start``: ``|กรมพลศึกษา|คว้ารางวัล``."""
    low = max(0, start - 40)
    verb = _WINNING.search(text[low:start])
    if not verb:
        return None
    at = low + verb.start()
    low = max(0, at - 130)
    window = text[low:at]
    clauses = list(_CLAUSE.finditer(window))
    if clauses:
        low += clauses[-1].end()
        window = text[low:at]
    first = low + len(window) - len(window.lstrip(" 1234567890.)-•“"))
    starts = [first, *(begin.start() for begin in _BODY_START.finditer(text, low, at))]
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


_GIVEN_BY = re.compile(
    r"[ ]{0,2}(?:ที่มอบ|ซึ่ง)?(?:จัด(?:ขึ้น)?)?(?:จาก|มอบโดย|จัด(?:ขึ้น)?โดย|โดย)[ ]{0,2}(?:เวที|ทาง)?[ ]?"
)
_HELD_BY = re.compile(
    r"(?:(?:จัด(?:ขึ้น|งาน|การประกวด|ประกวด|พิธี|ทำ)?|มอบ|คัดเลือก|ดำเนินการ|ริเริ่ม)(?:ขึ้น)?|(?<=[”\" )]))โดย[ ]{0,2}(?:ทาง)?[ ]?"
)
# …ซึ่ง|คณะกรรมการ|มอบให้
_WHICH = re.compile(r"(?:ที่|ซึ่ง)(?:ทาง)?[ ]?(?=[ก-ฮเ-ไ])")
_CONFERS = re.compile(r"[ ]{0,2}(?:\([^()\n]{1,24}\))?[ ]{0,2}(?:ได้|ร่วมกับ[^\s]{2,40})?(?:จัด|มอบ|ดำเนินการ|ประกาศ)")
_HOLDER = re.compile(
    r"(?:จึง)?(?:ได้)?(?:ดำเนินการ)?(?:จัด(?:ให้มี|ทำ|ขึ้น|การ)?|เตรียม|กำหนด)?[ ]?(?:พิธี|งาน|โครงการ|กิจกรรม)?(?:ประกาศผล|ประกาศ|มอบ|ประกวด|การประกวด|แข่งขัน)?[ ]?"
    r"(?:[ ]?\d{1,3}[ ]?|โล่|ถ้วย|การ)*\Z"
)
_HOLDER_VERB = re.compile(r"จัด|มอบ|ประกาศ")


_EDITION_NEXT = re.compile(r"[ ]?(?:ประจำ)?ปี")
_THROUGH = re.compile(r"[ ]{0,2}(?:\([^()\n]{1,16}\))?[ ]{0,2}โดย[ ]{0,2}(?=กรม|สำนักงาน|สำนัก|องค์การ|สถาบัน|ศูนย์|กอง|การ)")


def _through(text: str, body: CharSpan) -> CharSpan:
    """The department that acts for a ministry: กระทรวงพาณิชย์ โดย|กรมการค้าภายใน|."""
    through = _THROUGH.match(text, body.end, body.end + 40)
    inner = read_body(text, through.end()) if through else None
    return inner or body


_MINISTRY = re.compile(r"กระทรวง[ ]?[^\s()]{2,50}?(?:[ ]วิทยาศาสตร์[ ]วิจัยและนวัตกรรม)?(?=[ ]?โดย|[ ]\()")
_FOUNDED = re.compile(r"สถาปนา(?=กรม|กระทรวง|สำนักงาน|มหาวิทยาลัย|สถาบัน|องค์การ|การ)")
_HELD = re.compile(r"จัด(?:ขึ้น|งาน|ทำ)?โดย[ ]?")


def acting_body(text: str) -> CharSpan | None:
    """The body that the article as a whole shows as holding the event.

    A department acting for its ministry, whose foundation day it is, or by whom the event is held.
    """
    for pattern in (_FOUNDED, _HELD):
        for found in pattern.finditer(text, 0, 6000):
            body = read_body(text, found.end())
            if body:
                return _through(text, body)
    for found in _MINISTRY.finditer(text, 0, 6000):
        body = _through(text, CharSpan(*found.span()))
        if body.start != found.start():
            return body
    return None


_CHAIR = re.compile(
    r"(?:ปลัด|(?:รอง)?อธิบดี|เลขาธิการ(?=คณะกรรมการ|สำนักงาน|ก\.พ\.ร)|ผู้อำนวยการ(?=สำนักงาน|ศูนย์|สถาบัน|ธนาคาร|กองทุน)"
    r"|(?:รอง)?ผู้ว่าราชการ|อธิการบดี|นายกสมาคม)(?=กระทรวง|กรม|สำนักงาน|จังหวัด|มหาวิทยาลัย|ศูนย์|สถาบัน|ธนาคาร|กองทุน|คณะกรรมการ)"
)
_PRESIDES = re.compile(r"เป็นประธาน|มอบ|จัด")


_MINISTER = re.compile(r"(?<!และ)รัฐมนตรี(?:ช่วย)?ว่าการ(?=กระทรวง)")


def presiding_body(text: str, name: CharSpan, minister: bool = False) -> CharSpan | None:
    """The body whose head hands over the award named at ``name``: อธิบดี|กรมประมง| มอบรางวัล…

    Args:
        text: the clean text.
        name: where the award is named.
        minister: look for a minister instead of an official.
    """
    pattern = _MINISTER if minister else _CHAIR
    low = max(0, name.start - 420)
    low = max(low, text.rfind("\n", low, name.start) + 1)
    found = None
    for chair in pattern.finditer(text, low, name.start):
        body = read_body(text, chair.end())
        if body and body.end <= name.start and _PRESIDES.search(text, body.end, name.start):
            found = body
            break
    return found


_ABBREVIATION = re.compile(r"[ก-ฮ.]{2,12}")


def expanded(text: str, body: CharSpan) -> CharSpan:
    """The full name of a body given by its abbreviation, if the text explains it."""
    said = text[body.start : body.end]
    if not _ABBREVIATION.fullmatch(said):
        return body
    ministry = text.find(f"กระทรวง {said}")
    if ministry >= 0:
        return CharSpan(ministry, ministry + len("กระทรวง ") + len(said))
    at = text.find(f"({said})")
    if at < 0:
        at = text.find(f" {said})") if said.endswith(".") else -1
    if at < 0:
        return body
    low = max(0, at - 90, text.rfind("\n", max(0, at - 90), at) + 1)
    for begin in _BODY_ANY.finditer(text, low, at):
        full = read_body(text, begin.start())
        if full and 0 <= at - full.end <= 2:
            return full
    return body


def find_giver(text: str, name: CharSpan, end: int, names: Names) -> tuple[int, CharSpan] | None:
    """Who confers the award named at ``name``, with a rank: the lower the surer.

    Args:
        text: the clean text.
        name: the award's name.
        end: the end of its phrase, with category, level and edition.
        names: the people of the article.
    """
    found = _GIVEN_BY.match(text, end, end + 40)
    if found and not names.at(found.end()):
        body = read_body(text, found.end(), foreign=True)
        if body and not re.match(r"โครงการ|การ(?!ท่อง|กีฬา|ไฟฟ้า)|ที่ประชุม|ผลงาน", text[body.start : body.start + 12]):
            return 0, _through(text, body)
    glued = read_body(text, name.end + (text[name.end : name.end + 1] == " "))
    if glued and _EDITION_NEXT.match(text, glued.end, glued.end + 12):
        return 1, glued
    line_end = text.find("\n", end, end + 260)
    held = _HELD_BY.search(text, end, line_end if line_end >= 0 else min(len(text), end + 260))
    if held:
        body = read_body(text, held.end(), foreign="จัด" in held.group())
        if body and not names.at(held.end()):
            return 1, _through(text, body)
    for which in _WHICH.finditer(text, end, min(len(text), end + 130)):
        body = read_body(text, which.end())
        if body and _CONFERS.match(text, body.end, body.end + 90):
            return 1, body
    low = max(0, name.start - 90)
    window = text[low : name.start]
    window = window[window.rfind("\n") + 1 :]
    holder = _HOLDER.search(window)
    if holder and holder.group() and _HOLDER_VERB.search(holder.group()):
        stop = name.start - len(window) + holder.start()
        for begin in _BODY_START.finditer(text, name.start - len(window), stop):
            body = read_body(text, begin.start())
            if body and stop - body.end <= 14 and re.fullmatch(
                r"[ ]{0,2}(?:\([^()]{1,10}\))?[ ]?", text[body.end : stop]
            ):
                return 2, body
    inside = re.search(r"ของ(?=กระทรวง|กรม|สำนักงาน|มหาวิทยาลัย|สมาคม|มูลนิธิ|เขตสุขภาพ|จังหวัด)", text[name.start : name.end])
    if inside:
        return 3, CharSpan(name.start + inside.end(), name.end)
    return None
