"""Reads the name of a body at a place in the text, and knows where people are named."""

from __future__ import annotations

import re
from bisect import bisect_left

from thainews_ie.lexicon import terms
from thainews_ie.mentions import CharSpan, PersonDraft
from thainews_ie.patterns import line_start, trie

__all__ = ["BODY_HEAD", "BODY_START", "HEAD", "Names", "expanded", "read_body"]

HEAD = trie(terms("award_organisations"))
# Where the name of a body ends within a run of letters.
_END = r"""(?:
      (?<!ราย)ได้ | ตอกย้ำ | ปลื้ม | โชว์ | เดินหน้า | เตรียม | จับมือ | ผนึก | แถลง | แจ้ง | เสนอ | ชื่นชม
    | ร่วมรับ | เปิด(?:รับ|ตัว|เผย|งาน|ประชุม|โครงการ|การ) | ขอเชิญ | เชิญ | ชวน | ผงาด | ทั้ง
    | รับ(?:รางวัล|โล่|มอบ) | คว้า | เข้ารับ
    | จัด(?:พิธี|งาน|ขึ้น|ประกวด|กิจกรรม|โครงการ) | มอบ | ดำเนิน | คัดเลือก | พิจารณา
    | เป็น(?:หน่วยงาน|ผู้|ประธาน|องค์กร|เจ้าภาพ|รัฐวิสาหกิจ|1) | ซึ่ง | จาก(?!ภาค) | ประสบ | คือ
    | มีนโยบาย | โดย | ร่วมกับ
    | เพื่อ(?!เศรษฐกิจ|การเกษตร|การศึกษา|การส่งออก|การพัฒนา|ความเสมอภาค|การวิจัย)
    | พร้อม | สามารถ | จำนวน | กล่าว | เผย | ประกาศ
    | และรางวัล | และเงิน | ขอแสดง | ที่ได้ | ที่มี | ที่เป็น | ที่มอบ | เรื่อง(?=[ ]?[“"]) | ชื่อ(?=\s)
    | ใน(?:ฐานะ|การ|ครั้ง|ปี|งาน|วัน) | แก่(?!น) | ให้(?:แก่|กับ) | นำ(?=โดย) | ยัง(?:ได้|เป็น)
    | ก็ | จะ )"""
_BODY = re.compile(
    rf"""
      (?:บริษัท|นิตยสาร|วารสาร|สถาบัน|สมาคม|องค์กร|มูลนิธิ|สำนักข่าว|เว็บไซต์)
        [ ][A-Z][A-Za-z’'&.+]{{1,24}}(?:[ ][A-Z][A-Za-z’'&.+]{{1,24}}){{0,5}}
    | บริษัท[ ]?[^\n,()]{{2,60}}?[ ]จำกัด(?:[ ]?\(มหาชน\))?
    | บริษัท[ ]?[^\n,(]{{2,50}}?\((?:ประเทศไทย|ไทยแลนด์)\)[ ]จำกัด(?:[ ]?\(มหาชน\))?
    | (?:ธนาคาร|สหกรณ์)[^\s\n,()]{{2,60}}(?:[ ](?!จำกัด|และ|{HEAD})[^\s\n,()]{{2,30}})?[ ]จำกัด
        (?:[ ]?\(มหาชน\))?
    | กระทรวงการอุดมศึกษา[ ]วิทยาศาสตร์[ ]วิจัยและนวัตกรรม
    | คณะ(?:อนุ)?กรรมาธิการ[^\s\n,()]{{2,40}}
        (?:[ ](?:วิทยาศาสตร์|วิจัยและ[ก-์]{{2,30}}|และ[ก-์]{{2,30}})){{0,3}}
    | (?:สำนักงานปลัดกระทรวง|กระทรวง|สำนักงาน|กรม|สำนัก|บริษัท|โรงเรียน|รพ\.|จังหวัด|ทีม)[ ]
        (?:[ก-ฮ]{{1,4}}\.){{1,5}}(?:[ก-์]{{1,40}})?
    | ทีม[ ]{{0,2}}(?:[A-Za-z][A-Za-z0-9 .&'’\-]{{0,40}}[A-Za-z0-9]|[^\s,()“”"]{{2,60}})
        (?:[ ](?:มหาวิทยาลัย|โรงเรียน|วิทยาลัย|สถาบัน)[^\s,()]{{2,50}})?
    | {HEAD}[ ]?(?:(?!{_END})[^\s\n,()“”";:]){{1,80}}(?:[ ]?\(องค์การมหาชน\))?
    | (?:วุฒิสภา|รัฐสภา|คุรุสภา|แพทยสภา|ยูเนสโก|สหประชาชาติ)(?![ก-์])
    | (?:[ก-ฮ]{{1,4}}\.){{1,5}}(?![ก-์])
    """,
    re.VERBOSE,
)
# A body that is only described: หน่วยงานที่ชนะเลิศ, กลุ่มเปราะบาง.
_DESCRIBED = re.compile(
    r"""
      \A(?:ชุมชน|องค์กร|กลุ่ม|หน่วยงาน|เครือข่าย|บ้าน)[ ](?:มี|เป็น|ได้|ที่|จะ|ใน|และ|จึง|ต้อง)
    | ที่(?:ได้|ให้|มี|ออก|ชนะ|เข้า|เป็น|ผ่าน|ร่วม|ส่ง|เกี่ยว|สนับ|ดำเนิน)
    | \A(?: หน่วยงาน(?=[ต่ท]|\Z) | กลุ่ม(?:รัฐมนตรี|เปราะ|เป้า|คน|ผู้|ลูกค้า) | บ้านเมือง
        | คณะ(?:ผู้|ทำงาน|ครู|กรรมการตัดสิน) | คณะกรรมการ\Z | องค์กร(?:ต่าง|ภาค)
        | โรงเรียน(?:อื่น|ต่าง) | ทีม(?:ชนะ|ที่) | สภาพ | โรงงานที่ )
    """,
    re.VERBOSE,
)
_FOREIGN = re.compile(r"[A-Z][A-Za-z.&]{1,20}(?:[ ][A-Z][A-Za-z.&]{1,20}){0,5}")
BODY_HEAD = re.compile(rf"(?={HEAD})")
# Where a body may start: not in the middle of a title (ปลัด|กระทรวง…).
BODY_START = re.compile(
    rf"(?:(?<![ก-์])|(?<=จาก)|(?<=ผลงาน)|(?<=ของ)|(?<=ได้แก่))(?={HEAD}|(?:[ก-ฮ]{{1,4}}\.){{1,5}})"
)
_BANK = re.compile(r"ธ\.[ ]?[ก-์]{4,30}")
_ABBREVIATION = re.compile(r"[ก-ฮ.]{2,12}")
# Abbreviations are explained where they are first used.
_EXPLAINED_WITHIN = 20_000


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
        if found and text.startswith((" of ", "’s ", "'s "), found.end()):
            return None  # Startup of the Year
    if not found:
        return None
    end = found.end()
    if text[end - 1] == " ":
        end -= 1
    if end <= at + 1 or _DESCRIBED.search(text[at:end]):
        return None
    return CharSpan(at, end)


def expanded(text: str, body: CharSpan) -> CharSpan:
    """The full name of a body that is given by its abbreviation, if the text explains it.

    ``ธ.ออมสิน`` becomes ``ธนาคารออมสิน``, ``พม.`` becomes ``กระทรวง พม.``, ``สคร.`` what stands
    before ``(สคร.)``.
    """
    said = text[body.start : body.end]
    if _BANK.fullmatch(said):
        full = "ธนาคาร" + said.removeprefix("ธ.").lstrip()
        at = text.find(full, 0, _EXPLAINED_WITHIN)
        return body if at < 0 else CharSpan(at, at + len(full))
    if not _ABBREVIATION.fullmatch(said):
        return body
    ministry = text.find(f"กระทรวง {said}", 0, _EXPLAINED_WITHIN)
    if ministry >= 0:
        return CharSpan(ministry, ministry + len("กระทรวง ") + len(said))
    at = text.find(f"({said})", 0, _EXPLAINED_WITHIN)
    if at < 0:
        return body
    low = line_start(text, at, max(0, at - 90))
    for begin in BODY_HEAD.finditer(text, low, at):
        named = read_body(text, begin.start())
        if named and 0 <= at - named.end <= 2:
            return named
    return body


class Names:
    """The people of an article, by where they are named.

    Args:
        people: the people; at each mention the name as it stands there is used, or the fullest
            one if only part of it stands there.
    """

    __slots__ = ("_spans", "_starts", "people")

    def __init__(self, people: list[PersonDraft]) -> None:
        self.people = people
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
        """End of the mention and name of the person named at ``at``."""
        i = bisect_left(self._starts, at)
        if i < len(self._spans) and self._starts[i] <= at + 1:
            return self._spans[i][1], self._spans[i][2]
        return None

    def covers(self, at: int) -> bool:
        """Whether a place lies within the mention of a person, behind its start."""
        i = bisect_left(self._starts, at)
        return i > 0 and self._spans[i - 1][1] > at

    def within(self, start: int, end: int) -> list[tuple[int, int, CharSpan]]:
        """Start and end of each mention that starts in a run of the text, and the name."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
