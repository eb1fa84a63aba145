"""How people take part in an event, and how others may watch it."""

from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.mode import find_mode
from thainews_ie.mentions import CharSpan, EventDraft, ModeDraft, VenueDraft, Zone, ZoneKind
from thainews_ie.records import Broadcast, ModeKind, Platform

EVENT = "การประชุมสภากาแฟ"
LEAD = f"นายสมคิด ทดสอบ เป็นประธาน{EVENT} "


def mode(*lines: str, placed: bool = False) -> ModeDraft:
    """The mode of a page whose event is ``EVENT``."""
    text = "\n".join(lines)
    zones, at = [], 0
    for line in lines:
        zones.append(Zone(ZoneKind.BODY, at, at + len(line)))
        at += len(line) + 1
    start = text.index(EVENT)
    event = EventDraft(name=CharSpan(start, start + len(EVENT)))
    venues = [VenueDraft(0, 4)] if placed else []
    return find_mode(text, cue_index().scan(text), zones, venues, event)


@pytest.mark.parametrize(
    ("words", "platforms"),
    [
        ("ผ่านระบบ Zoom Meeting", ["Zoom"]),
        ("ผ่านโปรแกรม ZOOM", ["Zoom"]),
        ("ผ่านระบบซูม", ["Zoom"]),
        ("ผ่านระบบ MS Teams", ["Microsoft Teams"]),
        ("ผ่านระบบการประชุมทางไกล (Cisco WebEx)", ["Cisco Webex"]),
        ("ผ่าน Google Meet", ["Google Meet"]),
        ("ผ่านระบบการประชุมทางไกล", ["Video Conference"]),
        ("ผ่านระบบวีดิทัศน์ทางไกล", ["Video Conference"]),
        ("ผ่านระบบ VDO Conference", ["Video Conference"]),
        ("ผ่านระบบ Video  Conference", ["Video Conference"]),
        ("ผ่านระบบวิดีโอคอนเฟอร์เรนซ์", ["Video Conference"]),
        ("ผ่านระบบ VTC", ["Video Conference"]),
        ("และหารือทางโทรศัพท์", ["Telephone"]),
        ("ในรูปแบบออนไลน์", ["Other online"]),
        ("ผ่านสื่ออิเล็กทรอนิกส์", ["Other online"]),
        # a product named beside the kind of channel stands alone
        ("ผ่านระบบออนไลน์ (Zoom Meeting)", ["Zoom"]),
        ("ผ่านระบบการประชุมทางไกลออนไลน์", ["Video Conference"]),
        ("ผ่านระบบการประชุมทางไกล (Zoom)", ["Zoom"]),
        # two products
        ("ผ่านระบบ Zoom และ Google Meet", ["Zoom", "Google Meet"]),
        # talk of services, topics and distance
        ("เรื่องการลงทะเบียนออนไลน์", []),
        ("และเร่งปราบภัยออนไลน์", []),
        ("เรื่องการจำหน่ายสินค้าผ่านระบบออนไลน์", []),
        ("เรื่องการแพทย์ทางไกล", []),
        ("เรื่องมิจฉาชีพหลอกลวงทางโทรศัพท์", []),
        ("เรื่องบัตรโดยสารอิเล็กทรอนิกส์", []),
        ("เพื่อลดการเดินทางไกล", []),
        ("และ Press Conference", []),
        ("เรื่องที่ผ่านมาได้อบรมผ่านระบบออนไลน์", []),
    ],
)
def test_platforms(words: str, platforms: list[str]) -> None:
    found = mode(LEAD + words)
    assert found.platforms == tuple(Platform(name) for name in platforms)
    assert found.mode is (ModeKind.ONLINE if platforms else ModeKind.UNSPECIFIED)


@pytest.mark.parametrize(
    ("words", "placed", "expected"),
    [
        ("ณ ห้องประชุม", True, ModeKind.ONSITE),
        ("ณ ห้องประชุม และผ่านระบบ Zoom", True, ModeKind.HYBRID),
        ("ผ่านระบบ Zoom", False, ModeKind.ONLINE),
        ("เมื่อเร็ว ๆ นี้", False, ModeKind.UNSPECIFIED),
        # both, though no place could be read
        ("ในรูปแบบผสม (Hybrid Meeting)", False, ModeKind.HYBRID),
        ("ทั้งออนไซต์และออนไลน์", False, ModeKind.HYBRID),
        # a broadcast does not make an event hybrid
        ("ณ ห้องประชุม และถ่ายทอดสดผ่าน Facebook Live", True, ModeKind.ONSITE),
    ],
)
def test_mode(words: str, placed: bool, expected: ModeKind) -> None:
    assert mode(LEAD + words, placed=placed).mode is expected


@pytest.mark.parametrize(
    ("words", "broadcasts"),
    [
        ("พร้อมถ่ายทอดสดผ่าน Facebook Live ของกรม", ["Facebook Live"]),
        ("ติดตามการถ่ายทอดสดได้ทางเฟซบุ๊ก และ ยูทูบ", ["Facebook Live", "YouTube"]),
        ("โดยถ่ายทอดสดทางสถานีโทรทัศน์ และสถานีวิทยุ", ["TV", "Radio"]),
        ("สามารถรับชมได้ทาง YouTube ของกรม", ["YouTube"]),
        ("ชมพิธีย้อนหลังได้ทาง YouTube ของกรม", ["YouTube"]),
        ("ประชาชนฟังการถ่ายทอดเสียงทางสถานีวิทยุชุมชน", ["Radio"]),
        # addresses to ask at, and pages that show nothing live
        ("สอบถามได้ที่ Facebook กรม และ LINE ID กรม", []),
        ("รับชมได้ทางเพจกรม", []),
        ("ดูรายละเอียดที่เว็บไซต์กรม", []),
        # ออน|ไลน์ is not LINE
        ("ถ่ายทอดสดทางออนไลน์", []),
        # sent to those who take part
        ("ถ่ายทอดสดผ่านระบบ Video Conference ไปยังทุกจังหวัด", []),
    ],
)
def test_broadcasts(words: str, broadcasts: list[str]) -> None:
    assert mode(LEAD + words).broadcasts == tuple(Broadcast(name) for name in broadcasts)


def test_evidence_is_kept() -> None:
    text = LEAD + "ผ่านระบบ Zoom"
    ((channel, span),) = mode(text).evidence
    assert channel == "Zoom"
    assert text[span.start : span.end] == "Zoom"


FAR = ["เรื่องอื่น " * 40] * 4


def test_far_from_the_event_only_taking_part_counts() -> None:
    assert mode(LEAD, *FAR, "ตรวจโรงงานในรูปแบบออนไลน์").platforms == ()
    assert mode(LEAD, *FAR, "โรงงานแห่งนี้ใช้ Zoom สอนงาน").platforms == ()
    assert mode(LEAD, *FAR, "ผู้เข้าร่วมประชุมผ่าน Zoom จำนวน 90 คน").platforms == (Platform.ZOOM,)


def test_without_an_event_nothing_is_stated() -> None:
    text = "อบรมผ่านระบบ Zoom"
    zones = [Zone(ZoneKind.BODY, 0, len(text))]
    cues = cue_index().scan(text)
    assert find_mode(text, cues, zones, [], EventDraft()) == ModeDraft()


def test_a_place_is_enough() -> None:
    text = "มอบเงินช่วยเหลือ ณ ศาลากลางจังหวัด"
    zones = [Zone(ZoneKind.BODY, 0, len(text))]
    venue = VenueDraft(text.index("ศาลา"), len(text))
    found = find_mode(text, cue_index().scan(text), zones, [venue], EventDraft())
    assert found.mode is ModeKind.ONSITE


@pytest.mark.parametrize(
    ("name", "rest", "expected"),
    [
        # people are there, though no place could be read
        ("ลงพื้นที่ตรวจเยี่ยมชุมชน", "", ModeKind.ONSITE),
        ("พิธีมอบรางวัลคนดี", "", ModeKind.ONSITE),
        ("หารือกับนักลงทุน", "", ModeKind.ONSITE),
        # unless they are not
        ("พิธีมอบรางวัลคนดี", "ผ่านระบบ Zoom", ModeKind.ONLINE),
        ("การประชุมสภากาแฟ", "", ModeKind.UNSPECIFIED),
    ],
)
def test_presence(name: str, rest: str, expected: ModeKind) -> None:
    text = f"{name} {rest}"
    zones = [Zone(ZoneKind.BODY, 0, len(text))]
    event = EventDraft(name=CharSpan(0, len(name)))
    found = find_mode(text, cue_index().scan(text), zones, [], event)
    assert found.mode is expected
    if expected is ModeKind.ONSITE:
        assert found.evidence == (("onsite", CharSpan(0, len(name))),)
