"""Full names without honorific. In the cases ``{…}`` marks them."""

from __future__ import annotations

import itertools
import re

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.names import find_names
from thainews_ie.mentions import Zone, ZoneKind
from thainews_ie.segment import word_cutter

_CUT = word_cutter()

CASES = [
    # in quotes, behind a nickname in quotes
    "เผยว่า “{สมชาย ใจงาม}” ลงพื้นที่แล้ว",
    'ศิลปิน "ชาย" {สมชาย ใจงาม} ร่วมร้องเพลง',
    "ยกป้าย “ร่วมใจ สู้ภัย” ทั่วเมือง",
    # behind a post
    "โดยนายกรัฐมนตรี {สมชาย ใจงาม} ร่วมงาน",
    "คำสั่ง รมว.แรงงาน ใหม่ ทันที",
    "หลังจาก “วิว” {กันตวุฒิ ใจสกุล} นักกีฬา คว้าแชมป์",
    "พลัง “บวร” มุ่งบำรุงทุกข์ บำรุงสุข ทั่วไทย",
    # behind ท่าน
    "ได้รับเกียรติจากท่าน{สมชาย ใจวงศ์} ปลัดกระทรวงมหาดไทย",
    "ขอบคุณท่านผู้มีเกียรติ ทุกท่าน",
    "คณะจากกระทรวงศิลปะ วัฒนธรรม และกีฬา",
    # glued to a post: the surname must look like one
    "ตามนโยบาย รมช.{สมชาย ใจวงศ์} ที่มอบไว้",
    "รัฐบาลของนายก{สมชาย ใจวงศ์} แถลง",
    "สส.สุรินทร์ พรรคใหม่ ร่วมงาน",
    # at the start of a line, with a post or a verb behind
    "{สมชาย ใจงาม} อธิบดีกรมที่ดิน เปิดเผยว่า",
    "{สมชาย ใจงาม} กล่าวว่า งานเดินหน้า",
    "สมชาย เตรียม นำคณะเดินทาง",
    "สมชาย เผยบริษัทใหญ่ เข้าพบ",
    "ใจงาม สมชาย ร้านดัง",
    # not twice
    "นาย{สมชาย ใจงาม} อธิบดีกรมที่ดิน กล่าวว่า",
]


@pytest.mark.parametrize("case", CASES)
def test_bare_names(case: str) -> None:
    text = re.sub(r"[{}]", "", case)
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(text)))
    zones = [Zone(ZoneKind.BODY, 0, len(text))]
    found = find_names(text, cue_index().scan(text), zones, word_ends)
    assert [text[slice(*m.name)] for m in found] == re.findall(r"{(.*?)}", case)


def test_bare_name_has_no_honorific() -> None:
    text = "“สมชาย ใจงาม” ร่วมงาน"
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(text)))
    (mention,) = find_names(text, cue_index().scan(text), [], word_ends)
    assert mention == (1, 12, None, (1, 12))


def test_page_credits_are_not_read() -> None:
    text = "สมชาย ใจงาม ผู้ใหญ่บ้าน กล่าว"
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(text)))
    zones = [Zone(ZoneKind.CREDITS, 0, len(text))]
    assert find_names(text, cue_index().scan(text), zones, word_ends) == []
