"""Names behind honorifics. In the cases ``{…}`` marks honorific and name, ``|`` parts the two."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.names import find_names
from thainews_ie.mentions import NameMention, Zone, ZoneKind
from thainews_ie.segment import word_cutter

_CUT = word_cutter()


def names_of(text: str, zones: list[Zone] | None = None) -> list[NameMention]:
    """The names of a text, cut into words as the pipeline does."""
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(text)))
    return find_names(text, cue_index().scan(text), zones or [], word_ends)


def marked(text: str) -> str:
    """The text with its finds marked as in the cases."""
    out = text
    for mention in reversed(names_of(text)):
        start, end = mention.name
        out = out[:start] + "|" + out[start:end] + "}" + out[end:]
        out = out[: mention.start] + "{" + out[mention.start :]
    return out


HONORIFICS = [
    "นาย", "นาง", "นางสาว", "น.ส.", "เด็กหญิง", "ด.ช.", "ฯพณฯ นาย", "มิสเตอร์",
    "พล.ต.ท.", "พล.ต.ต.หญิง ", "ว่าที่ พ.ต.ท.", "ว่าที่ร้อยเอก", "ว่าที่นายกองตรี ",
    "พ.อ.(พิเศษ) ", "พันเอก(พิเศษ) ", "น.อ.", "นาวาอากาศเอกหญิง ", "พล.อ.อ. ", "นายกองเอก",
    "นายหมวดโท ", "ด.ต.", "จ.ส.อ.", "ส.ต.อ.หญิง ", "พลตำรวจเอก ดร.", "ศาสตราจารย์เกียรติคุณ นพ.",
    "รศ. ดร. ", "รศ.นพ.", "ผศ. (พิเศษ) ดร.", "ศ.คลินิก นพ.", "ศ.ภญ.ดร.", "ม.ร.ว.", "หม่อมหลวง ",
    "พล.ต.อ.ม.ล.", "คุณหญิง", "ท่านผู้หญิง ", "น.สพ.", "สพ.ญ.", "ทันตแพทย์หญิง", "เภสัชกรหญิง",
    "นายแพทย์ ดร.", "ครู", "คุณ", "โค้ช",
]  # fmt: skip


@pytest.mark.parametrize("honorific", HONORIFICS)
@pytest.mark.parametrize(
    ("before", "behind"), [("วันนี้ ", " กล่าวว่า งานเดินหน้า"), ("มอบให้แก่", " นำไปใช้ต่อ")]
)
def test_honorific_stands_before_a_full_name(honorific: str, before: str, behind: str) -> None:
    (mention,) = names_of(text := f"{before}{honorific}วิชัย เก่งงาน{behind}")
    assert mention.honorific is not None
    assert text[slice(*mention.honorific)] == honorific.strip()
    assert text[slice(*mention.name)] == "วิชัย เก่งงาน"


CASES = [
    # glued to what precedes: a conjunction, not the letters of an abbreviation
    "ต้อนรับโดย{พ.อ.|วิชัย เก่งงาน} ผู้บังคับการ",
    "โดย{ด.ต.|วิชัย เก่งงาน}กล่าวว่า",
    "นำโดย{Dr. |Jane Roe}กล่าวว่า",
    "นำโดย{H.E. Mr. |John Smith}กล่าวว่า",
    "ยอดหนี้ของ กยศ.พบผู้กู้ใหม่ ทั่วประเทศ",
    "งานของ ธพว.ด้วย งานนี้สมัครฟรี",
    "ผู้บริหาร บมจ.เหล็กงาม พาณิชย์ กล่าว",
    "เวลา 10.00 น.สมเด็จพระสังฆราช เสด็จ",
    # surnames that begin like a verb or a noun
    "{นาง|สายใจ อนุมัติวงศ์} อธิบดีกรมป่าไม้",
    "{นาย|ชูเดช รู้กิจ} ปลัดอำเภอเมือง",
    "{นาย|วิชัย อยู่วงศ์สกุล} ในข้อหาใหม่",
    "1) {นางสาว|สายใจ มาเอม} 2) {นาย|วิชัย คงเกิด} 3) อื่นๆ",
    "{นาย|วิชัย เกิดแปลง} หมู่ 5 ตำบลดอน",
    "{พลตรี|วิชัย วิทยากรณ์} รองเลขาธิการ",
    "{นาย|วิชัย หวังสร้างงาม} รองผู้ว่าราชการจังหวัด",
    "{นาง|สายใจ เป็นเอกศักดิ์} และคณะ",
    "{นพ.|วิชัย ตั้งศรีสกุล} ผู้ช่วยรัฐมนตรี",
    # the same words as verbs
    "{นาย|วิชัย} จึงได้ขอความร่วมมือ",
    "{นาย|วิชัย} มีการประชุมทุกวัน",
    "{นาย|วิชัย} ยอมรับว่า งานล่าช้า",
    "{นาย|วิชัย} ตามนโยบายใหม่ ทุกข้อ",
    "{ดร.|วิชัย} แนะนักศึกษา ให้อ่าน",
    "{พล.อ.|ประสงค์} ย้ำผู้สูงอายุ รับวัคซีน",
    # glued to what follows
    "{นาย|วิชัย}กล่าวว่า งานดี",
    "{พล.อ.|ประสงค์}มุ่งส่งเสริมให้ประชาชนมีงาน",
    "{นาย|วิชัย}ดำเนินการอยู่ตลอด",
    "{นาย|วิชัย ใจงาม}ผู้ว่าราชการจังหวัด",
    "{นาย|ทองมา} กล่าว",
    # the gap of a table, a line end
    "แต่งตั้ง {นาย|วิชัย          เก่งงาน} เป็นกรรมการ",
    "ในกำกับของ {นาย|วิชัย\nสุวรรณวงศ์} รองนายกรัฐมนตรี",
    "{นาย|วิชัย}\nประธานกล่าวเปิดงาน",
    # what begins like an honorific
    "นายกกิ่งกาชาดอำเภอเมือง ร่วมงาน",
    "นายกองค์กรปกครองส่วนท้องถิ่น กำนัน",
    "นายกแม่บ้านมหาดไทย บรรยายพิเศษ",
    "{นาย|กมล ใจงาม} กล่าว",
    "{นาย|กลินท์ ใจกุล} ประธานกรรมการ กล่าว",
    "{นาย|กองเงิน เก่งงาน} กล่าว",
    "{นาย|พลเดช เก่งงาน} กล่าว",
    "{นาย|พิเศษ เก่งงาน} ที่ปรึกษา",
    "{นาง|สาวิตรี เก่งงาน} กล่าว",
    "{นาง|เอกอนงค์ เก่งงาน} กล่าว",
    "{นาง|พญาแก้ว เก่งงาน} กล่าว",
    "{นาย|ประกันชัย เก่งงาน} กล่าว",
    "นางเอกสาว ชื่อดัง กล่าว",
    "นายแพทย์เชี่ยวชาญ ด้านเวชกรรม",
    "กลุ่ม นพ.ทรงคุณวุฒิ ระดับ 11",
    "พร้อมนายแพทย์ และคณะ",
    "แม่น้ำมิสซิสซิปปี ไหลผ่าน",
    "เวที Miss & Mister Deaf Thailand จัดขึ้น",
    "พระครู, ศ.ดร. กรรมการ กล่าว",
    "กลุ่มบ้านคุณนายไหมทอง ผลิตผ้า",
    "เวที Miss Universe Thailand จัดขึ้น",
    # a counter, a word, people at large
    "ตำรวจทุกนายร่วมแสดง",
    "ทหาร 3,660 นายไหว้ครู",
    "ทหารกว่าสิบนายควบคุมพื้นที่",
    "สตรีและเด็กหญิงพิการ รวมถึงผู้สูงอายุ",
    "ฯพณฯ ทั้งหลาย ที่มาร่วมงาน",
    "ชั้นพลเอกขึ้นไป ให้แต่งชุดขาว",
    "ศ.วิจัยและพัฒนา",
    "ผู้ช่วยศาสตราจารย์ จำนวน 5 คน",
    "พัฒนางานสาธารณสุข ต่อไป",
    "ครูจึงต้องมี ความรู้",
    "คุณออม รัฐช่วยออม",
    # given names that no list has
    "{นาย|เซบทา}กล่าวว่า ยินดี",
    "{น.ส.|นิชานัทธ์} อายุ 26 ปี",
    "{นาย|โกตี๋ฟ้า} (สงวนนามสกุล)",
    "{นางสาว|ไตรศุภี ไทยวงศ์} โฆษก แถลง {น.ส.|ไตรศุภี} รวมถึงคณะ",
    # royals and monks
    "พล.ร.อ.พระเจ้าบรมวงศ์เธอ กรมหลวงแห่งทะเล",
    "ดร.เจ้าอาวาสวัดใหม่ เป็นประธาน",
    "อำเภอนางรอง จังหวัดบุรีรัมย์",
    # hosts of a name
    "ณ อาคารศาสตราจารย์วิชัย เก่งงาน เวลา",
    "ห้องประชุม ดร.วิชัย เก่งงาน ชั้น 2",
    "รพ.นายแพทย์วิชัย เก่งงาน",
    "ค่ายพลเอกวิชัย เก่งงาน",
    "รางวัล ศาสตราจารย์วิชัย เก่งงาน ประจำปี 2566",
    "มอบรางวัล {นาย|วิชัย เก่งงาน} ผู้ชนะ",
    "สถานสงเคราะห์เด็กหญิงบ้านสวน จังหวัดตรัง",
    # nicknames, initials, foreign names
    "โดย {คุณอุ้ย |กานดา ใจงาม} และทีม",
    "{โปรจีน |กานดา ใจงาม} คว้าแชมป์",
    "{นาย|จอห์น ที. ซิลเวอร์} (ชาวอเมริกัน)",
    "{นาย|วิชัย ฉ.โรจนกุล} กรรมการ",
    "{นาง|อานา มาเรีย ปริเอตา อาบัง} ({H.E. Mrs. |Ana Maria Prieta Abang})",
    "ประธานาธิบดี ({นาย|ทาวร์ มาตัง รูวาค}) ตอบรับ",
    "{นาย|วิชัย ใจงาม ณ อยุธยา} กล่าว",
    "{นาง|กานดา ใจงาม ศรีสกุล} และคณะ",
    "{นาย|มาจิด บิน อับดุล} กล่าว",
]


@pytest.mark.parametrize("case", CASES)
def test_names(case: str) -> None:
    text = re.sub(r"[{}|]", "", case)
    assert marked(text) == case


def test_nickname_is_no_part_of_the_honorific() -> None:
    (mention,) = names_of("โดย คุณอุ้ย กานดา ใจงาม และทีม")
    assert mention.honorific == (4, 7)


def test_page_credits_name_nobody() -> None:
    text = "ข่าว : นายวิชัย เก่งงาน\nนายชูเดช รู้กิจ กล่าว"
    line = text.index("\n")
    zones = [Zone(ZoneKind.CREDITS, 0, line), Zone(ZoneKind.BODY, line + 1, len(text))]
    assert [text[slice(*m.name)] for m in names_of(text, zones)] == ["ชูเดช รู้กิจ"]


@pytest.mark.parametrize(
    "piece", ["นาย", "นายก", "ดร.", "(", " ", "กา", "Mr. A", "นายกา ", "“", "นายสมชาย ใจดี "]
)
def test_any_text_is_read(piece: str) -> None:
    for mention in names_of(piece * 2000):
        assert mention.start <= mention.name.start < mention.name.end


def test_letters_at_random() -> None:
    letters = 'กนยาย่ิ์ฯ.นางดร (\n"A1เแ'
    chance = random.Random(5)
    for _ in range(300):
        text = "".join(chance.choices(letters, k=40))
        last = 0
        for mention in names_of(text):
            assert last <= mention.start < mention.end <= len(text)
            last = mention.end
