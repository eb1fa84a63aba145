"""Awards: how far names reach, and which mentions mean the same award."""

from __future__ import annotations

import pytest

from thainews_ie.cleaning import clean
from thainews_ie.cues import cue_index
from thainews_ie.extractors.awards import find_awards
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft, Zone, ZoneKind


def awards(text: str, *names: str) -> list[dict[str, object]]:
    """The awards of a text whose first line is the headline, as strings."""
    text = clean(text).text

    def said(span: CharSpan | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    people = []
    for name in names:
        at = text.index(name)
        mention = NameMention(at, at + len(name), None, CharSpan(at, at + len(name)))
        people.append(PersonDraft(name, None, name, None, [mention]))
    headline = Zone(ZoneKind.HEADLINE, 0, max(text.find("\n"), 0))
    return [
        {
            "name": said(a.name),
            "category": said(a.category),
            "level": said(a.level),
            "year": a.year,
            "giver": said(a.giver),
            "recipients": [said(r) for r in a.recipients],
        }
        for a in find_awards(text, cue_index().scan(text), [headline], people)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # foreign words within a Thai name, which goes on behind them
        (
            "มอบรางวัลแก่ผู้ชนะการประกวดสื่อ Infographic รณรงค์ประหยัดน้ำ จำนวน 3 รางวัล",
            "การประกวดสื่อ Infographic รณรงค์ประหยัดน้ำ",
        ),
        ("มอบรางวัลโรงพยาบาล Green Ward ระดับประเทศ", "รางวัลโรงพยาบาล Green Ward"),
        # but no translation of the name
        ("มอบรางวัลเพชรสายน้ำ River Gem Award ประจำปี 2566", "รางวัลเพชรสายน้ำ"),
        # an abbreviation within the name
        (
            "พิธีมอบรางวัลการประกวดภาพถ่ายอาสาสมัครรักษ์น้ำ (อรน.) ประจำตำบล โดยกรมลำน้ำ",
            "การประกวดภาพถ่ายอาสาสมัครรักษ์น้ำ (อรน.) ประจำตำบล",
        ),
        # what a contest is for stands behind its name
        ("ชมการประกวดเรือประดับไฟชิงถ้วยพระราชทาน", "การประกวดเรือประดับไฟ"),
        # activities and projects are not part of it
        ("มอบรางวัลกิจกรรมการประกวดคำขวัญ “สายน้ำ”", "การประกวดคำขวัญ “สายน้ำ”"),
        # the project that the foreign words name
        (
            "มอบรางวัลการประกวดผลงานชมรม CLEAN RIVER CLUB ระดับภาค",
            "การประกวดผลงานชมรม CLEAN RIVER CLUB",
        ),
        # an area of the honour within the name
        (
            "มอบรางวัลผู้นำระดับประเทศด้านการอนุรักษ์สายน้ำ ประจำปี 2566",
            "รางวัลผู้นำระดับประเทศด้านการอนุรักษ์สายน้ำ",
        ),
        # words that only join the clause
        ("ซึ่งได้รับรางวัลนักปลูกป่ามือทองด้วย", "รางวัลนักปลูกป่ามือทอง"),
        ("มอบรางวัลครูดีเด่นปีที่ผ่านมา", "รางวัลครูดีเด่น"),
        # those honoured by a plaque without a name
        (
            "มอบโล่เกียรติคุณให้แก่องค์กรดีเด่นที่สนับสนุนงานลำน้ำ จำนวน 2 แห่ง",
            "องค์กรดีเด่นที่สนับสนุนงานลำน้ำ",
        ),
        ("มอบโล่เกียรติคุณให้แก่ชมรมรักษ์น้ำเข้มแข็ง จำนวน 2 แห่ง", "ชมรมรักษ์น้ำเข้มแข็ง"),
        # a merit of the year, and a result that is announced
        ("มอบรางวัลบุคคลตัวอย่างแห่งปี 2566 จากมูลนิธิสายน้ำ", "รางวัลบุคคลตัวอย่างแห่งปี"),
        ("ประกาศผลรางวัลโรงเรียนริมน้ำ ปีการศึกษา 2565", "รางวัลโรงเรียนริมน้ำ"),
        # the name of a body is no lottery
        ("สำนักงานสลากกินแบ่งรัฐบาล รับรางวัลองค์กรใสสะอาด", "รางวัลองค์กรใสสะอาด"),
        # prizes without a name, on a stage that has one
        ("คว้า 3 รางวัลจากเวที River Inventors Day 2566 ณ ศูนย์ประชุม", "River Inventors Day"),
        # who gives may have the word for award in its name
        ("ได้รับรางวัลครูริมน้ำ จากมูลนิธิรางวัลสายน้ำทองคำ", "รางวัลครูริมน้ำ"),
        # told to be handed on behind its name
        ("รางวัลเพชรสายน้ำ สาขาครูดีเด่น มอบให้แก่โรงเรียนบ้านทุ่ง", "รางวัลเพชรสายน้ำ"),
        # a certificate with a name of its own
        ("พร้อมมอบเกียรติบัตรโรงเรียนริมน้ำปลอดภัย ประจำปี 2566", "เกียรติบัตรโรงเรียนริมน้ำปลอดภัย"),
    ],
)
def test_how_far_a_name_reaches(text: str, name: str) -> None:
    assert [a["name"] for a in awards(text)] == [name]


def test_two_merits_joined_are_two_awards() -> None:
    found = awards("คัดเลือกรางวัลโรงงานดีเด่นและโรงงานยอดเยี่ยมของกระทรวงทดสอบ")
    assert [a["name"] for a in found] == ["รางวัลโรงงานดีเด่น", "โรงงานยอดเยี่ยม"]


@pytest.mark.parametrize(
    "text",
    [
        # a word that only looks like one of winning
        "พิธี ณ วัดชนะมาร ภายในงานมีการประกวดวาดภาพ",
        # prizes of another item of the list
        "1) การออกร้านชิงรางวัล 2) การประกวดกุลธิดา 3) การแสดงดนตรี",
        "การแข่งขันเรือยาวชิงธง การประกวดขบวนแห่ เป็นต้น",
    ],
)
def test_contests_without_prizes_are_no_awards(text: str) -> None:
    assert [a["name"] for a in awards(text) if "ประกวด" in str(a["name"])] == []


def test_a_listed_award_with_a_giver_of_its_own_is_no_branch() -> None:
    found = awards(
        "ธนาคารสายน้ำ คว้า 2 รางวัล\n"
        "ได้รับรางวัลธนาคารยอดเยี่ยม 2 รางวัล ได้แก่ River Bank Award 2022 จากสมาคมธนาคารทดสอบ "
        "และ Water Bank Award 2022 จากนิตยสาร Money River"
    )
    assert [(a["name"], a["giver"]) for a in found][-2:] == [
        ("River Bank Award", "สมาคมธนาคารทดสอบ"),
        ("Water Bank Award", "นิตยสาร Money River"),
    ]
    assert all(a["category"] is None for a in found)


def test_places_behind_a_list_of_branches_hold_for_all() -> None:
    found = awards(
        "เปิดรับสมัครการแข่งขันฝีมือช่างแห่งชาติ จำนวน 3 สาขา ได้แก่ สาขาช่างไม้ จำนวน 5 คน "
        "สาขาช่างปูน จำนวน 5 คน สาขาช่างทาสี จำนวน 5 คน "
        "ผู้ชนะรับรางวัลเหรียญทอง พร้อมเงินรางวัล และรางวัลชมเชย พร้อมเงินรางวัล"
    )
    assert [(a["category"], a["level"]) for a in found] == [
        (None, "รางวัลเหรียญทอง"),
        (None, "รางวัลชมเชย"),
    ]


def test_grades_that_are_listed_without_winners() -> None:
    found = awards(
        "จัดมอบรางวัลดาวเหนือ ประจำปี 2566 จำนวน 40 รางวัล "
        "ประกอบด้วยระดับกระทรวง ระดับกรม ระดับสำนัก (กอง) และระดับภูมิภาค เพื่อเป็นกำลังใจ"
    )
    assert [a["level"] for a in found] == [
        "ระดับกระทรวง",
        "ระดับกรม",
        "ระดับสำนัก (กอง)",
        "ระดับภูมิภาค",
    ]


def test_title_in_a_sport_with_its_discipline() -> None:
    found = awards("ชื่นชม มานะ คงดี แชมป์ชายเดี่ยว CHAO PHRAYA Thailand Masters 2023", "มานะ คงดี")
    assert [(a["name"], a["category"], a["level"], a["year"], a["recipients"]) for a in found] == [
        ("CHAO PHRAYA Thailand Masters", "ชายเดี่ยว", "แชมป์", 2023, ["มานะ คงดี"])
    ]


def test_numbered_categories_with_what_they_are_called() -> None:
    found = awards(
        "รับรางวัลเลิศรัฐ ปี 2563 จำนวน 2 รางวัล ได้แก่ หมวด 1 การนำองค์การ และหมวด 3 การมุ่งเน้นผู้รับบริการ"
    )
    assert [a["category"] for a in found] == ["หมวด 1 การนำองค์การ", "หมวด 3 การมุ่งเน้นผู้รับบริการ"]


def test_year_within_a_name_is_its_edition() -> None:
    assert awards("ได้รับรางวัล Bank of the Year 2020 in Thailand")[0]["year"] == 2020


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        # in full where the text explains the abbreviation
        (
            "การยางสายน้ำแห่งประเทศไทย (กยส.) แจ้งข่าว\nกยส. ได้รับรางวัลดาวเหนือ",
            ["การยางสายน้ำแห่งประเทศไทย"],
        ),
        # an abbreviation with dots between its letters is used as a name
        (
            "ธนาคารเพื่อสายน้ำและลำธาร (ธ.ส.ล.) แจ้งข่าว\nธ.ส.ล. ได้รับรางวัลดาวเหนือ",
            ["ธ.ส.ล."],
        ),
        # where a winner comes from
        ("มอบรางวัลดาวเหนือ ได้แก่ มานะ คงดี จากจังหวัดลำธาร", ["มานะ คงดี"]),
    ],
)
def test_recipients(text: str, recipients: list[str]) -> None:
    people = [name for name in ("มานะ คงดี",) if name in text]
    assert awards(text, *people)[0]["recipients"] == recipients


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        # bodies that are named by one word
        ("กรมลำน้ำ คว้ารางวัลดาวเหนือ จากวุฒิสภา", "วุฒิสภา"),
        # told behind the name, with the ministry
        (
            "รับมอบรางวัลดาวเหนือ ซึ่งเป็นรางวัลที่กรมลำน้ำ กระทรวงทดสอบ มอบให้ทุกปี",
            "กรมลำน้ำ",
        ),
        # a team that wins gives nothing
        ("การแข่งขันชักเย่อ “สายน้ำ” โดยทีมชักเย่อไทย ได้แชมป์", None),
    ],
)
def test_giver(text: str, giver: str | None) -> None:
    assert awards(text)[0]["giver"] == giver


def test_classes_of_decorations_of_a_ceremony() -> None:
    text = (
        "กระทรวงทดสอบ จัดพิธีรับพระราชทานเครื่องราชอิสริยาภรณ์ ชั้นสายสะพาย ประจำปี 2563\n"
        "แบ่งเป็น ชั้นมหาวชิรมงกุฎ 1 ราย ได้แก่ มานะ คงดี ชั้นประถมาภรณ์ช้างเผือก 20 ราย"
    )
    found = awards(text, "มานะ คงดี")
    assert [(a["name"], a["level"], a["year"], a["recipients"]) for a in found] == [
        ("เครื่องราชอิสริยาภรณ์", "ชั้นมหาวชิรมงกุฎ", 2020, ["มานะ คงดี"]),
        ("เครื่องราชอิสริยาภรณ์", "ชั้นประถมาภรณ์ช้างเผือก", 2020, []),
    ]
    # listed in passing, it is no award
    assert awards("ข่าวประจำวัน\n" + text.split("\n")[1]) == []


def test_one_medal_of_a_discipline_is_no_sum() -> None:
    found = awards(
        "การแข่งขัน World River Championships 2023 นักกีฬาไทยคว้าแชมป์โลก 2 ประเภท ได้แก่ "
        "คู่หญิง และคู่ผสม ทั้งยังได้ 1 เหรียญเงินจากประเภทหญิงเดี่ยว"
    )
    assert [(a["category"], a["level"]) for a in found] == [
        ("คู่หญิง", "แชมป์โลก"),
        ("คู่ผสม", "แชมป์โลก"),
        ("ประเภทหญิงเดี่ยว", "เหรียญเงิน"),
    ]


def test_what_a_contest_is_judged_by_is_no_branch() -> None:
    found = awards(
        "เชิญชวนร่วมการประกวดตราสัญลักษณ์ “สายน้ำ” ชิงเงินรางวัล เกณฑ์ตัดสิน ได้แก่ "
        "ด้านความสวยงาม ด้านความหมาย ด้านการใช้งาน"
    )
    assert [(a["name"], a["category"]) for a in found] == [("การประกวดตราสัญลักษณ์ “สายน้ำ”", None)]


def test_medals_in_a_row_are_of_the_contest_behind_them() -> None:
    found = awards("นักเรียนไทยคว้า 4 เหรียญทอง 2 เหรียญเงิน จากการแข่งขันคณิตศาสตร์ริมน้ำนานาชาติ ครั้งที่ 64")
    assert [(a["name"], a["level"]) for a in found] == [
        ("การแข่งขันคณิตศาสตร์ริมน้ำนานาชาติ", "เหรียญทอง"),
        ("การแข่งขันคณิตศาสตร์ริมน้ำนานาชาติ", "เหรียญเงิน"),
    ]


def test_foreign_branches_that_are_announced() -> None:
    found = awards(
        "บริษัท เรือไทย จำกัด ได้รับรางวัล River World Awards 2023 จำนวน 3 รางวัล ได้แก่ "
        "Best Ship, Best Crew in Asia และ Best Cabin"
    )
    assert [a["category"] for a in found] == ["Best Ship", "Best Crew in Asia", "Best Cabin"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "คว้ารางวัลสายน้ำทองคำ ประจำปี 2565 ด้านเครือข่ายรัฐ เอกชน และประชาสังคม",
            "ด้านเครือข่ายรัฐ เอกชน และประชาสังคม",
        ),
        ("มอบรางวัลดาวเหนือ ประเภทที่พักนักท่องเที่ยว", "ประเภทที่พักนักท่องเที่ยว"),
        ("รับรางวัลดาวเหนือ กลุ่มจังหวัดขนาดกลาง จากกรมลำน้ำ", "กลุ่มจังหวัดขนาดกลาง"),
    ],
)
def test_how_far_a_category_reaches(text: str, category: str) -> None:
    assert [a["category"] for a in awards(text)] == [category]


def test_a_title_told_before_the_contest() -> None:
    found = awards("ทีมชักเย่อไทยคว้าแชมป์เอเชีย สมัยที่ 3 หลังเอาชนะทีมเยือน ในการแข่งขันชักเย่อชิงแชมป์เอเชีย")
    assert [(a["name"], a["level"]) for a in found] == [("การแข่งขันชักเย่อชิงแชมป์เอเชีย", "แชมป์เอเชีย")]
