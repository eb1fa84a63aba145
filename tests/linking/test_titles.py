"""Titles given to people: whose, and one mention for each position."""

from __future__ import annotations

import itertools
import re

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.titles import find_titles
from thainews_ie.linking.titles import link_titles
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft
from thainews_ie.segment import word_cutter

_CUT = word_cutter()


def titles_of(text: str, *names: str) -> dict[str, list[str]]:
    """Titles by given name; every place of the full name or of นาย and the given name counts."""
    people = []
    for full in names:
        given, _, surname = full.partition(" ")
        mentions = [
            NameMention(m.start(), m.end(), None, CharSpan(m.start(2), m.end(2)))
            for m in re.finditer(rf"(นาย|นาง|ดร\.)?({given}(?: {surname})?)", text)
        ]
        people.append(PersonDraft(full, None, given, surname or None, mentions))
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(text)))
    link_titles(text, find_titles(text, cue_index().scan(text), people, word_ends), people)
    return {p.given_name: [text[t.start : t.end] for t in p.titles] for p in people}


ก, ข, ค = "ก้องภพ ใจงาม", "ไกรทอง มั่นใจ", "แก้วตา สายทอง"
CASES = [
    # a title behind a name is not the next person's
    (
        f"นาย{ก} อธิบดีกรมที่ดิน นาย{ข} อธิบดีกรมอนามัย ร่วมงาน",
        {"ก้องภพ": ["อธิบดีกรมที่ดิน"], "ไกรทอง": ["อธิบดีกรมอนามัย"]},
    ),
    # names in brackets stand behind their titles
    (
        f"รองปลัดกระทรวงแรงงาน (นาย{ก}) อธิบดีกรมอนามัย (นาย{ข}) ร่วมงาน",
        {"ก้องภพ": ["รองปลัดกระทรวงแรงงาน"], "ไกรทอง": ["อธิบดีกรมอนามัย"]},
    ),
    # a title behind a list belongs to all of it
    (
        f"นาย{ก} และนาย{ข} รองปลัดกระทรวงแรงงาน เข้าร่วม",
        {"ก้องภพ": ["รองปลัดกระทรวงแรงงาน"], "ไกรทอง": ["รองปลัดกระทรวงแรงงาน"]},
    ),
    (
        f"นาย{ก} นาย{ข} นาง{ค} ผู้ตรวจราชการกระทรวงแรงงาน เข้าร่วม",
        {name: ["ผู้ตรวจราชการกระทรวงแรงงาน"] for name in ("ก้องภพ", "ไกรทอง", "แก้วตา")},
    ),
    # but not to one who was introduced with a title of his own, nor across other words
    (
        f"นาย{ก} ปลัดกระทรวงแรงงาน กล่าว\nนายก้องภพ และนาย{ข} อธิบดีกรมอนามัย เข้าร่วม",
        {"ก้องภพ": ["ปลัดกระทรวงแรงงาน"], "ไกรทอง": ["อธิบดีกรมอนามัย"]},
    ),
    (
        f"นาย{ก} กล่าวต้อนรับนาย{ข} อธิบดีกรมอนามัย",
        {"ก้องภพ": [], "ไกรทอง": ["อธิบดีกรมอนามัย"]},
    ),
    # a title before a name, with another name close by
    (
        f"นาย{ก} กล่าวว่า รองนายกรัฐมนตรี นาย{ข} เห็นชอบ",
        {"ก้องภพ": [], "ไกรทอง": ["รองนายกรัฐมนตรี"]},
    ),
    # later mentions add titles; the same position stands once, at its fullest
    (
        f"นาย{ก} รองอธิบดีกรมเจ้าท่า กล่าว\nนาย{ก} รองอธิบดีกรมเจ้าท่า กระทรวงคมนาคม เปิดงาน",
        {"ก้องภพ": ["รองอธิบดีกรมเจ้าท่า กระทรวงคมนาคม"]},
    ),
    (
        f"รมว.คลัง “ก้องภพ” ยืนยัน\nนาย{ก} รัฐมนตรีว่าการกระทรวงการคลัง กล่าวว่า",
        {"ก้องภพ": ["รัฐมนตรีว่าการกระทรวงการคลัง"]},
    ),
    (
        f"นาย{ก} ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม กล่าว\nปลัด อว. (นายก้องภพ) ย้ำ",
        {"ก้องภพ": ["ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"]},
    ),
    (
        f"รองโฆษกรัฐบาล นายก้องภพ เผย\nนาย{ก} รองโฆษกประจำสำนักนายกรัฐมนตรี กล่าวว่า",
        {"ก้องภพ": ["รองโฆษกประจำสำนักนายกรัฐมนตรี"]},
    ),
    (
        f"นาย{ก} รองเลขาธิการ ป.ป.ส. กล่าว\n"
        f"นาย{ก} รองเลขาธิการคณะกรรมการป้องกันและปราบปรามยาเสพติด เปิดงาน",
        {"ก้องภพ": ["รองเลขาธิการคณะกรรมการป้องกันและปราบปรามยาเสพติด"]},
    ),
    # different posts of one body are different positions
    (
        f"นาย{ก} ปลัดกระทรวงแรงงาน กล่าว\nนาย{ก} อดีตรองปลัดกระทรวงแรงงาน เล่า",
        {"ก้องภพ": ["ปลัดกระทรวงแรงงาน", "อดีตรองปลัดกระทรวงแรงงาน"]},
    ),
    (
        f"นาย{ก} กรรมการและกรรมการผู้จัดการธนาคารออมสิน กล่าว",
        {"ก้องภพ": ["กรรมการ", "กรรมการผู้จัดการธนาคารออมสิน"]},
    ),
    # a post cut short says no more than the whole
    (
        f"ปลัดฯ ก้องภพ ย้ำ\nนาย{ก} ปลัดกระทรวงแรงงาน กล่าวว่า",
        {"ก้องภพ": ["ปลัดกระทรวงแรงงาน"]},
    ),
    (
        f"รองปลัด นายก้องภพ ย้ำ\nนาย{ก} รองปลัดกระทรวงแรงงาน กล่าวว่า",
        {"ก้องภพ": ["รองปลัดกระทรวงแรงงาน"]},
    ),
    # a numbered list
    (
        f"ได้แก่ 1) นาย{ก} 2) นาย{ข} และ 3) นาง{ค} นักเรียนชั้นปีที่ 5 โรงเรียนทุ่งทอง",
        {name: ["นักเรียนชั้นปีที่ 5 โรงเรียนทุ่งทอง"] for name in ("ก้องภพ", "ไกรทอง", "แก้วตา")},
    ),
    # the post that a list of people is said to hold
    (
        f"โดยมีนาย{ก} และนาย{ข} เป็นรองประธานกรรมการ",
        {"ก้องภพ": ["รองประธานกรรมการ"], "ไกรทอง": ["รองประธานกรรมการ"]},
    ),
    # a name in brackets behind a name is the same person's
    (
        f"นาย{ก} (นาย{ข}) อธิบดีกรมที่ดิน กล่าว",
        {"ก้องภพ": ["อธิบดีกรมที่ดิน"], "ไกรทอง": []},
    ),
    # ในฐานะ later in the clause
    (
        f"นาย{ก} รองปลัดกระทรวงแรงงาน ร่วมประชุมครั้งที่ 2 ในฐานะกรรมการกองทุน โดยมีนาย{ข} ร่วม",
        {"ก้องภพ": ["รองปลัดกระทรวงแรงงาน", "กรรมการกองทุน"], "ไกรทอง": []},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_titles_of_people(text: str, wanted: dict[str, list[str]]) -> None:
    names = [name for name in (ก, ข, ค) if name.split()[0] in wanted]
    assert titles_of(text, *names) == wanted


def test_no_titles_no_change() -> None:
    person = PersonDraft("ก", None, "ก", None, [NameMention(0, 1, None, CharSpan(0, 1))])
    link_titles("ก", [], [person])
    assert person.titles == []
