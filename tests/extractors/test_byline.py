"""The page's credits."""

from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.byline import find_byline
from thainews_ie.extractors.zones import find_zones
from thainews_ie.mentions import CharSpan

BODY = "\n".join(f"เนื้อหาของข่าวบรรทัดที่ {n}" for n in range(12))


def credits_of(page: str) -> dict[str, str | int]:
    cues = cue_index().scan(page)
    found = find_byline(page, cues, find_zones(page, cues))
    fields = found._asdict()
    return {
        name: page[value.start : value.end] if isinstance(value, CharSpan) else value
        for name, value in fields.items()
        if value is not None
    }


def test_fields_above_and_below_the_text() -> None:
    page = f"""จังหวัดเปิดงาน
  • ข่าวจาก : ส.ปชส.เมืองใหม่
  • เมื่อวันที่ : 16 ก.ย. 2564
  • อ่าน : 1,141 ครั้ง
{BODY}
ผู้สื่อข่าว : กอ ขอดี เจ้าหน้าที่
บรรณาธิการ : นางจอ ฉอดี
แหล่งที่มา : สวท.เมืองใหม่"""
    assert credits_of(page) == {
        "source": "ส.ปชส.เมืองใหม่",
        "reporter": "กอ ขอดี เจ้าหน้าที่",
        "editor": "นางจอ ฉอดี",
        "views": 1141,
        "views_span": "1,141",
    }


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("กลุ่มประชาสัมพันธ์และเผยแพร่ สำนักโฆษก…………", {"source": "กลุ่มประชาสัมพันธ์และเผยแพร่ สำนักโฆษก"}),
        ("กองสารนิเทศ สป.มท.", {"source": "กองสารนิเทศ สป.มท."}),  # the last dot is the name's
        ("ฝ่ายประชาสัมพันธ์  กรมทดลอง  โทร/โทรสาร 0 2000 0000", {"source": "ฝ่ายประชาสัมพันธ์  กรมทดลอง"}),
        ("กลุ่มประชาสัมพันธ์\nกองสารนิเทศ\nโทร 0 2000 0000", {"source": "กลุ่มประชาสัมพันธ์"}),
        ("ฝ่ายสื่อสารองค์กร: กอ งอดี", {"source": "ฝ่ายสื่อสารองค์กร"}),
        ("ที่มา : ศูนย์ทดลองข่าว", {"source": "ศูนย์ทดลองข่าว"}),
        ("ที่มา : https://www.example.go.th", {}),
        ("ที่มา : พ.ร.บ.ทดลอง พ.ศ. 2558", {}),
        ("กอ ขอดี: สรุป/ถ่ายภาพ\nคอ งอดี: เรียบเรียง", {"reporter": "กอ ขอดี", "editor": "คอ งอดี"}),
        ("กอ ขอดี / สรุป คอ งอดี / ภาพ", {"reporter": "กอ ขอดี"}),
        ("ส.ปชส.เมืองใหม่ / รายงาน", {"source": "ส.ปชส.เมืองใหม่"}),
        ("ภาพ/ข่าว : งานประชาสัมพันธ์", {"source": "งานประชาสัมพันธ์"}),
        ("ภาพ/ข่าว : กอ ขอดี", {"reporter": "กอ ขอดี"}),
        ("เรียบเรียง/ภาพ : กอ ขอดี", {"editor": "กอ ขอดี"}),
        ("ภาพ : กอ ขอดี", {}),
        (
            "ผู้สื่อข่าว : กอ ขอดี บรรณาธิการ : คอ งอดี แหล่งที่มา : สวท.เมืองใหม่",
            {"source": "สวท.เมืองใหม่", "reporter": "กอ ขอดี", "editor": "คอ งอดี"},
        ),
        ("ผู้สื่อข่าว :\nกอ ขอดี", {"reporter": "กอ ขอดี"}),
        ("ผู้สื่อข่าว :\nบรรณาธิการ : คอ งอดี", {"editor": "คอ งอดี"}),
        ("ผู้เรียบเรียง : คอ งอดี", {"editor": "คอ งอดี"}),
        ("ขอเชิญผู้สื่อข่าว ร่วมงานแถลงข่าว", {}),
        ("“เล่าเรื่องเมืองใหม่” กับสำนักโฆษก สำนักงานเมืองใหม่", {"source": "สำนักโฆษก สำนักงานเมืองใหม่"}),
        ("เมืองใหม่พร้อมร่วมมือ กับสำนักงานทดลอง", {}),
    ],
)
def test_below_the_text(end: str, expected: dict[str, str]) -> None:
    assert credits_of(f"เทศบาลจัดงาน\n{BODY}\n{end}") == expected


@pytest.mark.parametrize("page", ["", "ผู้สื่อข่าว :", "ก\nผู้สื่อข่าว :", "ก\nอ่าน : ครั้ง", "ก\nที่มา : \n"])
def test_empty_fields(page: str) -> None:
    assert credits_of(page) == {}
