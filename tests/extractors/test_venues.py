from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.venue_parts import find_parts
from thainews_ie.extractors.venues import find_venues
from thainews_ie.extractors.zones import find_zones
from thainews_ie.mentions import VenueDraft


def venues(body: str) -> list[VenueDraft]:
    page = page_of(body)
    cues = cue_index().scan(page)
    return find_venues(page, cues, find_zones(page, cues))


def page_of(body: str) -> str:
    return f"จังหวัดจัดงานวันข้าวใหม่\n5 มีนาคม 2567\n{body}"


def names(body: str) -> list[str]:
    page = page_of(body)
    return [page[v.start : v.end] for v in venues(body)]


CHAIR = "นายก้องภพ ทุ่งทอง ผู้ว่าราชการจังหวัดน่าน"

ENDS = [
    # case, sentence, phrase
    ("honorific", f"วันนี้ (5 มีนาคม 2567) ณ หอประชุมใหญ่ {CHAIR} เปิดงาน", "หอประชุมใหญ่"),
    ("rank", "วันนี้ เวลา 09.00 น. ณ อาคารสิริ พลเอก ก้อง ทุ่งทอง เปิดงาน", "อาคารสิริ"),
    ("post", "เวลา 09.00 น. ณ อาคารสิริ รองผู้ว่าราชการจังหวัดน่าน เปิดงาน", "อาคารสิริ"),
    ("โดยมี", f"{CHAIR} เป็นประธาน ณ ห้องประชุมดอกบัว โดยมีผู้ร่วมงาน 40 คน", "ห้องประชุมดอกบัว"),
    ("passengers", "มีผู้เข้าร่วม ณ สถานีขนส่งผู้โดยสารบ้านนา", "สถานีขนส่งผู้โดยสารบ้านนา"),
    ("channel", "เข้าร่วมประชุม ณ ห้องประชุม 2 และผ่านระบบ Zoom", "ห้องประชุม 2"),
    ("glued channel", "เข้าร่วมประชุม ณ ห้องประชุมดอกบัวและผ่านระบบ Zoom", "ห้องประชุมดอกบัว"),
    ("date", "เข้าร่วมพิธี ณ วัดกลางทุ่ง เมื่อวันที่ 4 มีนาคม 2567", "วัดกลางทุ่ง"),
    ("purpose", "เข้าร่วมพิธี ณ วัดกลางทุ่ง เพื่อทำบุญ", "วัดกลางทุ่ง"),
    ("purpose in a name", "เข้าร่วม ณ มูลนิธิเพื่อชาวนา จังหวัดน่าน", "มูลนิธิเพื่อชาวนา จังหวัดน่าน"),
    ("glued ว่า", "เปิดเผยภายหลังการประชุม ณ กระทรวงทดลองว่า งานดี", "กระทรวงทดลอง"),
    ("end of line", "เข้าร่วมพิธี ณ วัดกลางทุ่ง\nกระทรวงทดลอง เดินหน้า", "วัดกลางทุ่ง"),
    ("subject of a verb", "พิธี ณ วัดกลางทุ่ง กระทรวงแรงงาน ได้จัดงานนี้", "วัดกลางทุ่ง"),
    ("clause", "พิธี ณ ห้องดอกบัว กระทรวงแรงงาน ที่มีคนร่วมมาก", "ห้องดอกบัว กระทรวงแรงงาน"),
    ("repeated province", "พิธี ณ วัดกลางทุ่ง จังหวัดน่าน จังหวัดน่าน จัดงาน", "วัดกลางทุ่ง จังหวัดน่าน"),
    ("abbreviation", "ร่วมงาน ณ อาคารสำนักงานทดลอง (สทล.)", "อาคารสำนักงานทดลอง"),
    ("bracket of the name", "ร่วมงาน ณ วังใหม่ (ประตูเหนือ)", "วังใหม่ (ประตูเหนือ)"),
    (
        "company",
        "ประชุม ณ บริษัท เอ บี ซี ดี อาหารไทย จำกัด จ.ระยอง",
        "บริษัท เอ บี ซี ดี อาหารไทย จำกัด จ.ระยอง",
    ),
    (
        "name in pieces",
        "ร่วมประชุม ณ โรงแรมแกรนด์ ลีลา พาเลซ กรุงเทพฯ โดยมีสื่อร่วมงาน",
        "โรงแรมแกรนด์ ลีลา พาเลซ กรุงเทพฯ",
    ),
    (
        "Latin",
        "ร่วมประชุม ณ ห้อง Sky Hall 2 โรงแรมลีลา จังหวัดภูเก็ต",
        "ห้อง Sky Hall 2 โรงแรมลีลา จังหวัดภูเก็ต",
    ),
    (
        "floor before and after",
        "ร่วมประชุม ณ ห้องประชุมดอกบัว ชั้น 3 อาคาร 2 กรมทดลอง กระทรวงทดลอง",
        "ห้องประชุมดอกบัว ชั้น 3 อาคาร 2 กรมทดลอง กระทรวงทดลอง",
    ),
    ("glued floor", "ร่วม ณ ห้องประชุม ชั้น 2อาคารสิริ", "ห้องประชุม ชั้น 2อาคารสิริ"),
    ("named after a person", "เข้าร่วม ณ ห้องประชุม ศ.ก้อง ทุ่งทอง ชั้น 5", "ห้องประชุม ศ.ก้อง ทุ่งทอง ชั้น 5"),
    ("ณ inside", "ร่วมงาน ณ ฮอลล์ 5 ณ ศูนย์ประชุมลีลา", "ฮอลล์ 5 ณ ศูนย์ประชุมลีลา"),
    (
        "address",
        "ร่วมงาน ณ บริเวณลานวัฒนธรรม ม.3 ต.บ้านถิ่น อ.เมือง จ.แพร่ ซึ่งมีร้านค้า",
        "ลานวัฒนธรรม ม.3 ต.บ้านถิ่น อ.เมือง จ.แพร่",
    ),
]


@pytest.mark.parametrize(("body", "phrase"), [c[1:] for c in ENDS], ids=[c[0] for c in ENDS])
def test_where_the_phrase_ends(body: str, phrase: str) -> None:
    assert names(body) == [phrase]


FOUND = [
    ("date and ที่", f"วันนี้(5 มีนาคม 2567) ที่หอประชุมจังหวัดลำพูน {CHAIR} เปิดงาน", ["หอประชุมจังหวัดลำพูน"]),
    ("time and ที่", f"เวลา 09.30 น. ที่ศาลาประชาคม {CHAIR} เปิดงาน", ["ศาลาประชาคม"]),
    ("time without its dot", f"เวลา 10.00 น ที่หอประชุมใหญ่ {CHAIR} เปิดงาน", ["หอประชุมใหญ่"]),
    ("date and บริเวณ", "วันนี้ (5 มี.ค. 67) บริเวณลานวัดกลางทุ่ง มีพิธี", ["ลานวัดกลางทุ่ง"]),
    ("ณ without spaces", "สมาชิก 40 คน เข้าร่วมณโรงแรมลีลา จังหวัดตรัง", ["โรงแรมลีลา จังหวัดตรัง"]),
    ("province alone", f"วันนี้ (5 มีนาคม 2567) ที่ จ.ระยอง {CHAIR} เปิดงาน", ["จ.ระยอง"]),
    ("field visit", f"{CHAIR} ลงพื้นที่จังหวัดตาก เพื่อติดตามงาน", ["จังหวัดตาก"]),
    (
        "field visit with a place",
        f"{CHAIR} ลงพื้นที่จังหวัดตาก ณ ศูนย์เด็กเล็กบ้านนา อำเภอพบพระ เพื่อเปิดงาน",
        ["ศูนย์เด็กเล็กบ้านนา อำเภอพบพระ"],
    ),
    ("visit of a body", f"{CHAIR} ตรวจเยี่ยมสำนักงานเกษตรจังหวัดตาก", ["สำนักงานเกษตรจังหวัดตาก"]),
    (
        "two rooms",
        "เข้าร่วมประชุม ณ ศูนย์ประชุมกรมทดลอง และห้องประชุม 1 ชั้น 8 กรมทดลอง",
        ["ศูนย์ประชุมกรมทดลอง", "ห้องประชุม 1 ชั้น 8 กรมทดลอง"],
    ),
    (
        "list",
        "ปล่อยพันธุ์ปลาลงแหล่งน้ำ จำนวน 3 แห่ง คือ บึงใหญ่ จ.พิจิตร หนองเล็ก จ.เลย และเขื่อนกลาง จ.ตาก",
        ["บึงใหญ่ จ.พิจิตร", "หนองเล็ก จ.เลย", "เขื่อนกลาง จ.ตาก"],
    ),
    (
        "one place, two spellings",
        "งานจัด ณ โรงแรมลีลาธารา กรุงเทพฯ\nผู้สนใจร่วมงาน ณ โรงแรมลีลาธารา แกรนด์ กรุงเทพมหานคร",
        ["โรงแรมลีลาธารา แกรนด์ กรุงเทพมหานคร"],
    ),
    (
        "rooms of one house differ by number",
        "ประชุม ณ ห้องประชุม 1 กรมทดลอง\nจากนั้นแถลงข่าว ณ ห้องประชุม 10 กรมทดลอง",
        ["ห้องประชุม 1 กรมทดลอง", "ห้องประชุม 10 กรมทดลอง"],
    ),
]


@pytest.mark.parametrize(("body", "found"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_places_of_the_event(body: str, found: list[str]) -> None:
    assert names(body) == found


NOTHING = [
    ("as of a day", "ยอดผู้สมัคร ณ วันที่ 1 มีนาคม 2567 มี 40 คน"),
    ("withholding tax", "ลดภาษีหัก ณ ที่จ่าย ร้อยละ 1"),
    ("posting", "แจ้งเอกอัครราชทูต ณ กรุงโตเกียว แล้ว"),
    ("surname", "นางสาวมาลี ทุ่งทอง ณ หนองคาย รองปลัด กล่าวว่า"),
    ("word in ณ", "ขอบคุณ โรงแรมลีลา ที่ดูแล"),
    ("officer", "จ้างเจ้าหน้าที่ห้องปฏิบัติการเพิ่ม"),
    ("inspector general", f"{CHAIR} พร้อมผู้ตรวจราชการกระทรวงทดลอง ประชุม"),
    ("relative clause", "ซื้อได้ ณ ร้านค้าที่ร่วมโครงการ ทุกวัน"),
    ("common noun", "รับบัตรคิว ณ สำนักงาน ทุกวัน"),
    ("treatment", "ผู้ป่วยเข้ารักษาที่โรงพยาบาลบ้านนา จังหวัดตาก"),
    ("road", "ใช้ ทล.117 ไปบรรจบ ทล.1083 ที่ กม.11+073"),
    ("relative ที่", "มาตรการของปี 2566 ที่ผ่านมา"),
    ("word in ณ before a head", "เปิดสอนที่ ม.ทักษิณ โรงแรมลีลา รับสมัครแล้ว"),
    ("a resolution", "มติเมื่อวันที่ 5 กันยายน 2561 ที่เห็นชอบแผนจัดการน้ำ"),
    ("any district office", "ขอใหม่ได้ ณ ที่ว่าการอำเภอ ทุกวัน"),
    ("bracket without a date", "ติดตั้งเครื่องใหม่ (Bag Drop) บริเวณ โถงขาออก ชั้น 4"),
    ("statement", f"{CHAIR} กล่าวว่า ราคาข้าวดีขึ้นทั่วประเทศ"),
]


@pytest.mark.parametrize("body", [c[1] for c in NOTHING], ids=[c[0] for c in NOTHING])
def test_no_place_of_an_event(body: str) -> None:
    assert names(body) == []


def test_the_headline_alone_gives_no_venue() -> None:
    page = "พิธีเปิดงาน ณ หอประชุมใหญ่\n5 มีนาคม 2567\nงานสำเร็จด้วยดี"
    cues = cue_index().scan(page)
    assert find_venues(page, cues, find_zones(page, cues)) == []


def test_parts_and_areas() -> None:
    body = "ร่วมประชุม ณ ห้องดอกบัว ชั้น 3 อาคารสิริ มหาวิทยาลัยลำน้ำ ต.บ้านถิ่น อ.เมือง จ.แพร่"
    page = page_of(body)
    (venue,) = venues(body)
    parts = [venue.room, venue.floor, venue.building, venue.site]
    assert [page[p.start : p.end] for p in parts if p] == [
        "ห้องดอกบัว",
        "ชั้น 3",
        "อาคารสิริ",
        "มหาวิทยาลัยลำน้ำ",
    ]
    assert venue.subdistrict == ("บ้านถิ่น", "540111")
    assert venue.district == ("เมืองแพร่", "5401")
    assert venue.province == ("แพร่", "54")


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("ห้องประชุมชั้น 2 กรมทดลอง", ("ห้องประชุม", "ชั้น 2", None, "กรมทดลอง")),
        ("ตึกสิริ ทำเนียบรัฐบาล", (None, None, "ตึกสิริ", "ทำเนียบรัฐบาล")),
        ("จังหวัดตาก", (None, None, None, None)),
        ("โรงแรมแกรนด์ ลีลา กรุงเทพฯ", (None, None, None, "โรงแรมแกรนด์ ลีลา")),
    ],
)
def test_parts(phrase: str, parts: tuple[str | None, ...]) -> None:
    found = find_parts(phrase, 0, len(phrase))
    assert tuple(span and phrase[span.start : span.end] for span in found) == parts


@pytest.mark.parametrize(
    "piece", ["ณ ", "ณ ห้อง ", "(", " ", ") ที่", "แห่ง ได้แก่ วัด ", "ลงพื้นที่ จ.", "จ."]
)
def test_hostile_text_gives_a_bounded_answer(piece: str) -> None:
    assert len(venues("วันนี้ " + piece * 3000)) <= 40


def test_many_places_are_cut_off() -> None:
    body = "\n".join(f"จัดงาน ณ ห้องประชุม {n} กรมทดลอง" for n in range(200))
    assert len(venues(body)) == 40
