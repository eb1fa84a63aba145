"""Which line of a page is what."""

from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.zones import find_zones


def kinds(page: str) -> list[str]:
    return [zone.kind.value for zone in find_zones(page, cue_index().scan(page))]


THAIGOV = """รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-กระทรวงน้ำเปิดงานวันน้ำโลกที่สวนใหญ่


วันพุธที่ 18 มกราคม 2566
18/01/2566
พิมพ์
กระทรวงน้ำเปิดงานวันน้ำโลกที่สวนใหญ่
กระทรวงน้ำ เปิดงานวันน้ำโลก ที่สวนใหญ่
...
วันที่ 18 มกราคม 2566 เวลา 09.30 น. นายกอ ขอดี เป็นประธานเปิดงาน
กลุ่มประชาสัมพันธ์และเผยแพร่ สำนักน้ำ
โทร. 0 2000 0000
#วันน้ำโลก #สวนใหญ่

ที่มา : https://www.example.go.th/news/1"""

PROVINCE = """จังหวัดเปิดงานลำไย

  • ข่าวจาก : ส.ปชส.เมืองใหม่
  • เมื่อวันที่ : 16 ก.ย. 2564
  • อ่าน : 141 ครั้ง

วันนี้ (16 กันยายน 2564) นายกอ ขอดี เปิดงานลำไย

ภาพข่าว

ข้อมูลข่าวและที่มา

ผู้สื่อข่าว : คอ งอดี
บรรณาธิการ : นางจอ ฉอดี
แหล่งที่มา : ส.ปชส.เมืองใหม่

ข่าวสปข.9 ที่น่าสนใจ
จังหวัดอื่นเปิดงานอื่น"""


def test_page_of_the_government_house() -> None:
    assert kinds(THAIGOV) == [
        "headline", "dateline", "dateline", "dateline", "headline", "headline", "boilerplate",
        "body", "credits", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_the_name_of_the_site_is_not_the_headline() -> None:
    zone = find_zones(THAIGOV, cue_index().scan(THAIGOV))[0]
    assert THAIGOV[zone.start : zone.end] == "กระทรวงน้ำเปิดงานวันน้ำโลกที่สวนใหญ่"


def test_page_of_a_province() -> None:
    assert kinds(PROVINCE) == [
        "headline", "dateline", "dateline", "dateline", "body", "boilerplate", "boilerplate",
        "credits", "credits", "credits", "boilerplate", "boilerplate",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("16 ก.ย. 2564 | 10:22 น. | สำนักข่าว", "dateline"),
        ("โพสต์เมื่อ 16 ก.ย. 2564 เวลา 10:20 น.", "dateline"),
        ("เข้าชม 1,204 ครั้ง", "dateline"),
        ("2021-09-16", "dateline"),
        ("September 16, 2021", "dateline"),
        ("----------", "boilerplate"),
        ("วันที่ 16 กันยายน 2564 เวลา 09.30 น. นายกอ เปิดงาน", "body"),
        ("วันที่ 16 กันยายน 2564 เวลา 09.30 น.", "body"),  # when the event was, not the page
        ("ที่มา พวกเราทุกคนร่วมใจ", "body"),
    ],
)
def test_second_line(line: str, kind: str) -> None:
    assert kinds(f"เทศบาลจัดงาน\n{line}\nวันนี้ นายกอ กล่าว")[1] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("กองสารนิเทศ สป.ทด.", "credits"),
        ("กรมทดลอง สำนักงานเลขานุการกรม ส่วนประชาสัมพันธ์", "credits"),
        ("ฝ่ายอำนวยการ งานประชาสัมพันธ์", "credits"),
        ("กรมประชาสัมพันธ์", "credits"),
        ("ฝ่ายประชาสัมพันธ์ กรมการจัดหางาน", "credits"),  # จัด is part of a name
        ("กอ ขอดี: เรียบเรียง", "credits"),
        ("กอ ขอดี / สรุป คอ งอดี / ภาพ", "credits"),
        ("ส.ปชส.เมืองใหม่ / รายงาน", "credits"),
        ("ที่มา : ศูนย์ทดลองข่าว", "credits"),
        ("ที่มา : https://www.example.go.th/1", "boilerplate"),
        ("https://www.example.go.th/1", "boilerplate"),
        ("กองประชาสัมพันธ์ จัดอบรมนักข่าว", "body"),  # a headline has a verb
        ("นายกอ กล่าวในที่สุด", "body"),
    ],
)
def test_last_line(line: str, kind: str) -> None:
    body = "\n".join(f"เนื้อหาของข่าวบรรทัดที่ {n}" for n in range(12))
    assert kinds(f"เทศบาลจัดงาน\n{body}\n{line}")[-1] == kind


def test_a_source_within_the_text_is_the_tables() -> None:
    body = "\n".join(f"เนื้อหาของข่าวบรรทัดที่ {n}" for n in range(12))
    assert kinds(f"เทศบาลจัดงาน\n{body}\nที่มา : สำนักงานสถิติ\n{body}")[13] == "body"


@pytest.mark.parametrize("page", ["", "\n\n", " ", "\n \n\t"])
def test_empty_pages_have_no_zones(page: str) -> None:
    assert kinds(page) == []


def test_zones_are_the_lines_without_white_space_at_their_edges() -> None:
    page = "\n  หัวข่าว  \n\n เนื้อข่าว\n"
    zones = find_zones(page, cue_index().scan(page))
    assert [page[z.start : z.end] for z in zones] == ["หัวข่าว", "เนื้อข่าว"]
