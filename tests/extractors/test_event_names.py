"""Names that an event may have: where they begin and where they end."""

from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.event_names import find_event_names
from thainews_ie.mentions import DateMention, Zone, ZoneKind
from thainews_ie.records import DateKind


def names(line: str, kind: ZoneKind = ZoneKind.BODY, day: str = "") -> list[str]:
    """The names found in a text of one line, with a date where ``day`` stands."""
    dates = []
    if day:
        at = line.index(day)
        dates = [DateMention(at, at + len(day), DateKind.DAY, "2023-03-01")]
    found = find_event_names(line, cue_index().scan(line), [Zone(kind, 0, len(line))], dates)
    return [line[name.start : name.end] for name in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # nouns after the words that lead to an event
        (
            "นายสมคิด ทดสอบ เป็นประธานการประชุมคณะกรรมการน้ำ ครั้งที่ 2/2566 โดยมีผู้แทนร่วม",
            ["การประชุมคณะกรรมการน้ำ ครั้งที่ 2/2566"],
        ),
        (
            "นายสมคิด ทดสอบ เป็นประธานเปิดงานมหกรรมผ้าไทย ประจำปี 2566 ณ ลานหน้าศาลากลาง",
            ["งานมหกรรมผ้าไทย ประจำปี 2566"],
        ),
        ("จังหวัดจัดโครงการปลูกป่าชายเลน เพื่อรักษาชายฝั่ง", ["โครงการปลูกป่าชายเลน"]),
        ("รมว.พม. เข้าร่วมพิธีทำบุญตักบาตรวันขึ้นปีใหม่ พร้อมด้วยข้าราชการ", ["พิธีทำบุญตักบาตรวันขึ้นปีใหม่"]),
        # a noun without them names nothing that happened
        ("เกษตรกรสนใจโครงการปลูกป่าชายเลนมาก", []),
        # verbs at the start of a clause
        ("นายสมคิด ทดสอบ ลงพื้นที่ตรวจเยี่ยมชุมชนริมคลอง พร้อมด้วยคณะ", ["ลงพื้นที่ตรวจเยี่ยมชุมชนริมคลอง"]),
        ("ปลัดกระทรวงเปิดเผยภายหลังตรวจเยี่ยมสหกรณ์บ้านนา ว่าผลผลิตดี", ["ตรวจเยี่ยมสหกรณ์บ้านนา"]),
        # the event is the one spoken at
        ("อธิบดีกล่าวปาฐกถาพิเศษในการสัมมนาผู้นำท้องถิ่น ณ โรงแรม", ["การสัมมนาผู้นำท้องถิ่น"]),
        # หารือกับ นาย…: the person belongs to the name
        ("รมว.คลัง หารือกับ นายจอห์น สมิธ เพื่อขยายการค้า", ["หารือกับ นายจอห์น สมิธ"]),
        # and so does their post
        (
            "รมว.คลัง ให้การต้อนรับ นายจอห์น สมิธ เอกอัครราชทูตแห่งหนึ่งประจำประเทศไทย ในโอกาสเข้ารับหน้าที่",
            ["ให้การต้อนรับ นายจอห์น สมิธ เอกอัครราชทูตแห่งหนึ่งประจำประเทศไทย"],
        ),
        # verbs of courtesy need no space before them
        (
            "เอกอัครราชทูตประจำประเทศไทยเข้าเยี่ยมคารวะ นายสมคิด ทดสอบ เพื่ออำลา",
            ["เข้าเยี่ยมคารวะ นายสมคิด ทดสอบ"],
        ),
        # a clause that orders or hopes is not part of the name
        ("รมว.แรงงาน เรียกประชุมด่วนเรื่องน้ำ สั่งทุกจังหวัดเตรียมพร้อม", ["ประชุมด่วนเรื่องน้ำ"]),
        # กิจกรรมต่าง ๆ, รับมอบ|หมาย name nothing
        ("ประชาชนเข้าร่วมกิจกรรมต่าง ๆ ของชุมชน และนายก ข ได้รับมอบหมายจาก รมว.", []),
        ("รมว.คลัง ร่วมกล่าวปาฐกถาพิเศษ งานสัมมนานักลงทุนรุ่นใหม่ ณ โรงแรม", ["งานสัมมนานักลงทุนรุ่นใหม่"]),
        # the last round of a contest
        ("กรมจัดรอบชิงชนะเลิศการประกวดเพลงลูกทุ่ง ผ่านระบบ Zoom", ["รอบชิงชนะเลิศการประกวดเพลงลูกทุ่ง"]),
        # years of a plan are part of the name
        (
            "จัดการประชุมแผนพัฒนาน้ำ ประจำปีงบประมาณ พ.ศ. 2564 - 2566 โดยมีผู้แทนร่วม",
            ["การประชุมแผนพัฒนาน้ำ ประจำปีงบประมาณ พ.ศ. 2564 - 2566"],
        ),
        # stops within quotes and brackets are part of the name
        (
            "กรมจัดกิจกรรม “รวมพลัง เพื่อโลกของเรา” ณ สวนสาธารณะ",
            ["กิจกรรม “รวมพลัง เพื่อโลกของเรา”"],
        ),
        # an edition closes a name, unless the name goes on
        ("จัดพิธีมอบรางวัลคนดี ประจำปี 2566 แห่งความภูมิใจ", ["พิธีมอบรางวัลคนดี ประจำปี 2566"]),
        ("จัดงานวันนัดพบแรงงาน ประจำปี 2566 ครั้งที่ 3 ให้คนหางาน", ["งานวันนัดพบแรงงาน ประจำปี 2566 ครั้งที่ 3"]),
        # the cabinet meets without a name of its own
        ("โฆษกเปิดเผยผลการประชุมคณะรัฐมนตรีว่าเห็นชอบ", ["การประชุมคณะรัฐมนตรี"]),
        # ที่ประชุม, การประชุมนี้: nothing beyond the head
        ("นายสมคิด เป็นประธานการประชุม โดยมีผู้แทน", []),
        # หน่วยงาน, สำนักงาน hold งาน but are no events
        ("หน่วยงานและสำนักงานจังหวัดทุกแห่งรายงานผล", []),
    ],
)
def test_body(line: str, expected: list[str]) -> None:
    assert names(line) == expected


def test_a_day_is_no_part_of_a_name() -> None:
    line = "เข้าร่วมการประชุมสภาเกษตรกร 1 มีนาคม 2566 ณ กรุงเทพฯ"
    assert names(line, day="1 มีนาคม 2566") == ["การประชุมสภาเกษตรกร"]


def test_years_may_be_part_of_a_name() -> None:
    line = "จัดการประชุมแผนน้ำ ระยะที่ 2 (พ.ศ. 2566 - 2570) ณ โรงแรม"
    at = line.index("พ.ศ.")
    years = DateMention(at, at + 16, DateKind.RANGE, "2023/2027")
    zones = [Zone(ZoneKind.BODY, 0, len(line))]
    (found,) = find_event_names(line, cue_index().scan(line), zones, [years])
    assert line[found.start : found.end] == "การประชุมแผนน้ำ ระยะที่ 2 (พ.ศ. 2566 - 2570)"


def test_a_headline_needs_no_space_before_a_verb() -> None:
    line = "รมว.คลังมอบรางวัลครูดีเด่น"
    assert names(line, ZoneKind.HEADLINE) == ["มอบรางวัลครูดีเด่น"]
    assert names(line) == []


def test_credits_and_datelines_hold_no_names() -> None:
    line = "จัดโครงการปลูกป่าชายเลน"
    assert names(line, ZoneKind.CREDITS) == []
    assert names(line, ZoneKind.DATELINE) == []


def test_an_edition_and_a_presiding_person_speak_for_a_name() -> None:
    line = "มีการประชุมทั่วไปของหมู่บ้าน และเป็นประธานการประชุมสามัญ ครั้งที่ 1/2566"
    found = find_event_names(line, cue_index().scan(line), [Zone(ZoneKind.BODY, 0, len(line))], [])
    assert len(found) == 2
    assert found[0].points < found[1].points


@pytest.mark.parametrize("piece", ["เป็นประธานการประชุม", "จัดงาน", "“", "(", " ", "ณ "])
def test_bounded_on_repetition(piece: str) -> None:
    """However often words repeat, few candidates come back, none too long."""
    line = piece * 3000
    found = find_event_names(line, cue_index().scan(line), [Zone(ZoneKind.BODY, 0, len(line))], [])
    assert len(found) <= 60
    assert all(name.end - name.start <= 320 for name in found)
