"""Awards: which mentions count, where names end, and how lists become entries."""

from __future__ import annotations

import random

import pytest

from thainews_ie.cleaning import clean
from thainews_ie.cues import cue_index
from thainews_ie.extractors.awards import find_awards
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft, TitleMention, Zone, ZoneKind

Row = tuple[str, str | None, str | None, int | None]


def people(text: str, *names: str) -> list[PersonDraft]:
    """One person for each name in the text, with the word before it as honorific."""
    drafts = []
    for name in names:
        at = text.index(name)
        start = at - len("นาย") if text.startswith("นาย", at - len("นาย")) else at
        mention = NameMention(start, at + len(name), None, CharSpan(at, at + len(name)))
        drafts.append(PersonDraft(name, None, name, None, [mention]))
    return drafts


def awards(text: str, *names: str) -> list[dict[str, object]]:
    """The awards of a text, as strings."""
    text = clean(text).text

    def said(span: CharSpan | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    headline = Zone(ZoneKind.HEADLINE, 0, max(text.find("\n"), 0))
    found = find_awards(text, cue_index().scan(text), [headline], people(text, *names))
    return [
        {
            "name": said(a.name),
            "category": said(a.category),
            "level": said(a.level),
            "year": a.year,
            "giver": said(a.giver),
            "recipients": [said(r) for r in a.recipients],
        }
        for a in found
    ]


def rows(text: str, *names: str) -> list[Row]:
    return [(a["name"], a["category"], a["level"], a["year"]) for a in awards(text, *names)]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text",
    [
        # a lottery's prizes, and what one may win in a draw
        "เปิดขายสลากชุดใหม่ ลุ้นรางวัลที่ 1 มูลค่า 3 ล้านบาท และรางวัลเลขท้าย 2 ตัว",
        "ร่วมสนุกลุ้นรับรางวัลรถยนต์ไฟฟ้า 1 คัน",
        "สลากงวดนี้มีรางวัล Grand Prize มูลค่า 60 ล้านบาท",
        # money, and awards without a name
        "ผู้ชนะจะได้รับเงินรางวัล 50,000 บาท และรางวัลพิเศษอีกมากมาย",
        "มอบรางวัลแก่หน่วยงานที่สนับสนุนภารกิจ จำนวน 5 แห่ง",
        "ขอแสดงความยินดีกับผู้ที่ได้รับรางวัลดังกล่าว",
        "มอบเกียรติบัตรแก่ผู้บริจาค 12 ราย",
        "มอบวุฒิบัตรให้แก่ผู้ผ่านการอบรม",
        # words that only look like a plaque or a contest
        "ประชาชนโล่งใจหลังน้ำลด นายสมชาย โล่ห์ทองคำ กล่าว",
        "เพิ่มขีดความสามารถในการแข่งขันของประเทศ",
        "ประกาศประกวดราคาก่อสร้างถนนสายใหม่",
        # an attribute, with no word of giving
        "ลงพื้นที่หมู่บ้านซึ่งเคยเป็นหมู่บ้านรางวัลพระราชทานหมู่บ้านเศรษฐกิจพอเพียง",
        "ตรวจเยี่ยมชมรมเยาวชนดีเด่นแห่งชาติ",
        # what is said of an award, and those honoured by one, name no other
        "สมาคมแจ้งข่าว ซึ่งเป็นรางวัลสูงสุดของวงการ",
        "มีพิธีมอบใบประกาศ สำหรับพยาบาลดีเด่น",
        # one activity among many, a market, a fair without prizes
        "ภายในงานมีกิจกรรมประกวดอาหารพื้นบ้าน และการแสดงดนตรี",
        "สินค้าเกษตรไทยแข่งขันตลาดโลกได้",
        "เปิดงาน “Northern Food Expo 2023” ที่ศูนย์ประชุม",
        # a certificate of conformity is no honour
        "มอบใบรับรองและประกาศนียบัตรรับรองมาตรฐานพืชอินทรีย์แก่สมาชิก",
        "",
    ],
)
def test_no_award(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the name ends before edition, category, level, and before the next part of the sentence
        ("มอบรางวัลดาวเหนือ ประจำปี 2566 แก่ผู้แทนชุมชน", ("รางวัลดาวเหนือ", None, None, 2023)),
        ("ได้รับรางวัลดาวเหนือ ครั้งที่ 8", ("รางวัลดาวเหนือ", None, None, None)),
        ("รับรางวัลดาวเหนือประจำปีงบประมาณ พ.ศ. 2565", ("รางวัลดาวเหนือ", None, None, 2022)),
        ("คว้ารางวัลดาวเหนือ ปี 66", ("รางวัลดาวเหนือ", None, None, 2023)),
        (
            "รับรางวัลดาวเหนือ สาขาบริการประชาชน ระดับดีเด่น ประจำปี 2564",
            ("รางวัลดาวเหนือ", "สาขาบริการประชาชน", "ระดับดีเด่น", 2021),
        ),
        (
            "ได้รับรางวัลดาวเหนือ ระดับดี ประเภทพัฒนาการบริการ",
            ("รางวัลดาวเหนือ", "ประเภทพัฒนาการบริการ", "ระดับดี", None),
        ),
        # a title in quotes belongs to the name
        ("มอบรางวัล “คนดีเมืองเหนือ” ประจำปี 2563", ("รางวัล “คนดีเมืองเหนือ”", None, None, 2020)),
        ('มอบรางวัลผู้ใหญ่บ้าน "เพชรแท้" จำนวน 3 คน', ('รางวัลผู้ใหญ่บ้าน "เพชรแท้"', None, None, None)),
        # the thing handed over does not, where a prize is named
        ("มอบโล่รางวัลเกษตรก้าวหน้า จำนวน 2 ราย", ("รางวัลเกษตรก้าวหน้า", None, None, None)),
        # Latin names, the year at their end left out
        (
            "รับรางวัล Green River Award ประจำปี 2563",
            ("รางวัล Green River Award", None, None, 2020),
        ),
        ("ได้รับรางวัลจากงาน Northern Star Awards 2022", ("Northern Star Awards", None, None, 2022)),
        # an English name in brackets is the same award's
        ("มอบรางวัลธนาคารดีเด่น (Bank Award) ประจำปี 2565", ("รางวัลธนาคารดีเด่น", None, None, 2022)),
        # plaques name those they honour at length
        (
            "พิธีมอบโล่ประกาศเกียรติคุณบุคคลที่มีผลงานด้านการปลูกป่า โดยมีผู้เข้าร่วม 50 คน",
            ("โล่ประกาศเกียรติคุณบุคคลที่มีผลงานด้านการปลูกป่า", None, None, None),
        ),
        (
            "มอบโล่ข้าราชการ ลูกจ้างประจำ และพนักงานราชการดีเด่น",
            ("โล่ข้าราชการ ลูกจ้างประจำ และพนักงานราชการดีเด่น", None, None, None),
        ),
        # those honoured by a plaque without a name
        ("มอบโล่ประกาศเกียรติคุณให้แก่โรงงานดีเด่น จำนวน 8 แห่ง", ("โรงงานดีเด่น", None, None, None)),
        (
            "พิธีมอบเกียรติบัตรและเข็มเชิดชูเกียรติแก่ข้าราชการพลเรือนดีเด่น ประจำปี 2565",
            ("ข้าราชการพลเรือนดีเด่น", None, None, 2022),
        ),
        ("ขอแสดงความยินดีกับ อสม.ดีเด่นระดับชาติ 17 ราย", ("อสม.ดีเด่น", None, "ระดับชาติ", None)),
        # a certificate of a programme
        (
            "มอบประกาศนียบัตรหลักสูตร “นักบินรุ่นเยาว์ รุ่นที่ 1”",
            ("ประกาศนียบัตรหลักสูตร “นักบินรุ่นเยาว์ รุ่นที่ 1”", None, None, None),
        ),
        # what is handed over together comes before those honoured
        (
            "มอบโล่และใบประกาศเกียรติคุณแก่ผู้สูงอายุดีเด่น ประจำปี 2566",
            ("ผู้สูงอายุดีเด่น", None, None, 2023),
        ),
        # behind a merit ด้าน opens a category
        (
            "มอบรางวัลชุมชนดีเด่นแห่งชาติด้านการจัดการน้ำ ประจำปี 2565",
            ("รางวัลชุมชนดีเด่นแห่งชาติ", "ด้านการจัดการน้ำ", None, 2022),
        ),
        # groups, grades in quotes, editions in a title or behind a feast
        (
            "รับรางวัลดาวเหนือ กลุ่มหน่วยงานส่วนกลาง “ระดับกรม” ประจำปี 2566",
            ("รางวัลดาวเหนือ", "กลุ่มหน่วยงานส่วนกลาง", "ระดับกรม", 2023),
        ),
        (
            "ได้รับรางวัล “Northern Brand Awards 2023”",
            ("รางวัล “Northern Brand Awards 2023”", None, None, 2023),
        ),
        (
            "มอบรางวัลดาวเหนือ เนื่องในวันสายน้ำ พุทธศักราช 2566",
            ("รางวัลดาวเหนือ", None, None, 2023),
        ),
        # contests
        (
            "โครงการประกวดเพลงสายธาร ในหัวข้อ “ฝนแรก” ชิงเงินรางวัล 50,000 บาท",
            ("การประกวดเพลงสายธาร", None, None, None),
        ),
        (
            "มอบถ้วยแก่ผู้ชนะการแข่งขันฟุตบอลเยาวชน 7 คน รายการ “River Cup 2023”",
            ("การแข่งขันฟุตบอลเยาวชน 7 คน รายการ “River Cup 2023”", None, None, 2023),
        ),
        (
            "มอบรางวัลแก่ผู้ชนะการประกวดวาดภาพทุ่งนา",
            ("การประกวดวาดภาพทุ่งนา", None, None, None),
        ),
        (
            "ชวนประกวดภาพถ่าย หัวข้อ “แม่น้ำของเรา” ชิงเงินรางวัล",
            ("ประกวดภาพถ่าย หัวข้อ “แม่น้ำของเรา”", None, None, None),
        ),
        (
            "ได้รับรางวัลชนะเลิศ ด้านอาหาร จากเวทีประกวดสิ่งประดิษฐ์ Young Makers Award 2023",
            ("Young Makers Award", "ด้านอาหาร", "รางวัลชนะเลิศ", 2023),
        ),
    ],
)
def test_name_category_level_year(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


def test_one_entry_for_each_level() -> None:
    text = "มอบรางวัลอำเภอดีเด่น ระดับจังหวัด เขต และภาค รวม 19 รางวัล"
    assert [row[2] for row in rows(text)] == ["ระดับจังหวัด", "เขต", "ภาค"]


def test_levels_of_a_contest_with_their_winners() -> None:
    text = (
        "พิธีมอบรางวัลการประกวดหนังสั้น “บ้านเรา” ประจำปี 2566\n"
        "รางวัลชนะเลิศ ได้แก่ ทีมดอกคูน\n"
        "รางวัลรองชนะเลิศอันดับ 1 ได้แก่ นายสมปอง ใจงาม\n"
        "รางวัลชมเชย ได้แก่ โรงเรียนบ้านทุ่ง และโรงเรียนบ้านดอน"
    )
    found = awards(text, "สมปอง ใจงาม")
    assert [(a["level"], a["recipients"]) for a in found] == [
        ("รางวัลชนะเลิศ", ["ทีมดอกคูน"]),
        ("รางวัลรองชนะเลิศอันดับ 1", ["สมปอง ใจงาม"]),
        ("รางวัลชมเชย", ["โรงเรียนบ้านทุ่ง", "โรงเรียนบ้านดอน"]),
    ]
    assert {a["year"] for a in found} == {2023}


def test_categories_hold_for_the_levels_behind_them() -> None:
    text = (
        "ผู้ชนะการประกวดข้าวเหนือ ประจำปี 2565 ประเภทบุคคล รางวัลที่ 1 นายมานะ คงดี "
        "รางวัลที่ 2 นายปิติ คงงาม ประเภทสถาบัน รางวัลที่ 1 กลุ่มนาแปลงใหญ่"
    )
    assert [row[1:3] for row in rows(text, "มานะ คงดี", "ปิติ คงงาม")] == [
        ("ประเภทบุคคล", "รางวัลที่ 1"),
        ("ประเภทบุคคล", "รางวัลที่ 2"),
        ("ประเภทสถาบัน", "รางวัลที่ 1"),
    ]


def test_branches_are_categories_of_their_umbrella() -> None:
    text = (
        "ธนาคารสยามเหนือ คว้า 2 รางวัลองค์กรดีเด่น ประจำปี 2565 ได้แก่ "
        "รางวัลการพัฒนาสู่ดิจิทัล และรางวัลความร่วมมือดีเด่น"
    )
    found = awards(text)
    assert [(a["name"], a["category"]) for a in found] == [
        ("รางวัลองค์กรดีเด่น", "รางวัลการพัฒนาสู่ดิจิทัล"),
        ("รางวัลองค์กรดีเด่น", "รางวัลความร่วมมือดีเด่น"),
    ]
    assert all(a["recipients"] == ["ธนาคารสยามเหนือ"] and a["year"] == 2022 for a in found)


def test_known_branch_of_a_national_award() -> None:
    text = "จังหวัดลำธารได้รับรางวัลเลิศรัฐ เป็นรางวัลบริการภาครัฐ ประเภทนวัตกรรมการบริการ"
    assert [row[:2] for row in rows(text)] == [
        ("รางวัลเลิศรัฐ", "รางวัลบริการภาครัฐ ประเภทนวัตกรรมการบริการ")
    ]


def test_award_within_an_award() -> None:
    text = "กรมทดสอบ คว้ารางวัล “Best Green Bond” จากงาน Northern Bond Awards 2022"
    assert rows(text) == [("Northern Bond Awards", "รางวัล “Best Green Bond”", None, 2022)]


def test_list_without_labels_needs_the_announced_number() -> None:
    lead = "มอบรางวัลนักเขียนเหนือ 3 ประเภท ได้แก่ "
    assert [row[1] for row in rows(lead + "เรื่องสั้น บทกวี และสารคดี")] == [
        "เรื่องสั้น",
        "บทกวี",
        "สารคดี",
    ]
    assert [row[1] for row in rows(lead + "เรื่องสั้น และสารคดี")] == [None]


def test_prizes_that_add_up_are_categories() -> None:
    text = "มอบรางวัลผลงานเด่น 30 รางวัล ประกอบด้วย งานวิจัย 20 รางวัล และโปสเตอร์ 10 รางวัล"
    assert [row[1] for row in rows(text)] == ["งานวิจัย", "โปสเตอร์"]


def test_awards_listed_behind_one_verb() -> None:
    text = "มอบรางวัลครูดีเด่น สำนักงานวัฒนธรรมดีเด่น และข้าราชการดีเด่น ประจำปี 2563"
    found = rows(text)
    assert [row[0] for row in found] == [
        "รางวัลครูดีเด่น",
        "สำนักงานวัฒนธรรมดีเด่น",
        "ข้าราชการดีเด่น",
    ]
    assert found[-1][3] == 2020


def test_repeated_mentions_are_one_award() -> None:
    text = (
        "นายกฯ มอบรางวัลเครือข่ายรักษ์ป่าฯ\n"
        "พิธีมอบโล่รางวัลเครือข่ายรักษ์ป่าต้นน้ำภาคเหนือ ประจำปี 2566 ณ ห้องประชุม\n"
        "ผู้ได้รับรางวัลเครือข่ายรักษ์ป่าต้นน้ำภาคเหนือ มีทั้งสิ้น 9 ราย"
    )
    assert rows(text) == [("รางวัลเครือข่ายรักษ์ป่าต้นน้ำภาคเหนือ", None, None, 2023)]


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("มอบรางวัลดาวเหนือ ประจำปี 2566 ของกรมการข้าว แก่ นายมานะ คงดี", "กรมการข้าว"),
        ("กรมทดสอบได้รับรางวัลดาวเหนือ ประจำปี 2566 จากสมาคมดาราศาสตร์ไทย", "สมาคมดาราศาสตร์ไทย"),
        ("เป็นประธานมอบรางวัลดาวเหนือ จัดโดยสำนักงานวิจัยลำน้ำ (สวล.) ณ หอประชุม", "สำนักงานวิจัยลำน้ำ"),
        # the department behind the ministry
        ("มอบรางวัลดาวเหนือ จัดโดยกระทรวงทดสอบ โดยกรมลำน้ำ", "กรมลำน้ำ"),
        # the holder before the verb
        ("กระทรวงทดสอบ จัดพิธีมอบรางวัลดาวเหนือ ประจำปี 2566", "กระทรวงทดสอบ"),
        # an abbreviation that the text explains
        ("สวล. มอบรางวัลดาวเหนือ\nสำนักงานวิจัยลำน้ำ (สวล.) แจ้งข่าว", "สำนักงานวิจัยลำน้ำ"),
        # the body whose foundation day is kept, before the minister's ministry
        (
            "งานวันสถาปนากรมลำน้ำ นายสมชาย ใจงาม ปลัดกระทรวงทดสอบ มอบรางวัลดาวเหนือ",
            "กรมลำน้ำ",
        ),
        # who hands on a national award does not confer it
        ("นายสมชาย ใจงาม อธิบดีกรมลำน้ำ เป็นประธานมอบรางวัลเลิศรัฐ", None),
        # nobody is said to give it
        ("โรงเรียนบ้านทุ่งได้รับรางวัลดาวเหนือ", None),
    ],
)
def test_giver(text: str, giver: str | None) -> None:
    assert [a["giver"] for a in awards(text)] == [giver]


@pytest.mark.parametrize(
    ("text", "names", "recipients"),
    [
        # a body behind "from" gives, where the winner is told before
        (
            "วันที่ 5 มีนาคม 2564 เทศบาลนครตรังคว้ารางวัลเทศบาลสะอาด ระดับดีเยี่ยม จากกรมควบคุมมลพิษ",
            [],
            ["เทศบาลนครตรัง"],
        ),
        ("มอบรางวัลดาวเหนือ ประจำปี 2566 ให้แก่ นายมานะ คงดี", ["มานะ คงดี"], ["มานะ คงดี"]),
        ("โรงพยาบาลบ้านทุ่ง ได้รับรางวัลดาวเหนือ", [], ["โรงพยาบาลบ้านทุ่ง"]),
        (
            "มอบรางวัลดาวเหนือ จำนวน 2 ราย ได้แก่ 1. บริษัท ลำน้ำไทย จำกัด 2. เทศบาลเมืองทุ่ง",
            [],
            ["บริษัท ลำน้ำไทย จำกัด", "เทศบาลเมืองทุ่ง"],
        ),
        # one who comes for it may stand in for a body
        ("นายมานะ คงดี เข้ารับรางวัลดาวเหนือ", ["มานะ คงดี"], []),
        # one who speaks next is no recipient
        ("มอบรางวัลดาวเหนือ\nนายมานะ คงดี กล่าวว่า ยินดี", ["มานะ คงดี"], []),
        # groups that are only described are none
        ("มอบรางวัลดาวเหนือแก่หน่วยงานที่มีผลงานเด่น", [], []),
    ],
)
def test_recipients(text: str, names: list[str], recipients: list[str]) -> None:
    assert [a["recipients"] for a in awards(text, *names)] == [recipients]


def test_works_and_teams_in_a_list() -> None:
    text = (
        "จัดการประกวดเพลงลำน้ำ รางวัลชนะเลิศ ได้แก่ เพลง “สายธาร” ผลงานทีมดอกคูน "
        "รางวัลชมเชย ได้แก่ เพลง “ฝนแรก” ผลงานทีม River Kids"
    )
    assert [a["recipients"] for a in awards(text)] == [["ทีมดอกคูน"], ["ทีม River Kids"]]


def test_theme_belongs_to_the_contest() -> None:
    text = "มอบรางวัลการประกวดงานศิลปะ เรียงเมล็ดข้าว ภายใต้หัวข้อ “นาของเรา” ณ ศาลากลาง"
    assert "“นาของเรา”" in str(rows(text)[0][0])


def test_any_string_gives_spans_within_it() -> None:
    pieces = [
        "รางวัล", "ชนะเลิศ", "ประเภท", "“", "”", "(", ")", " ", "\n", "ดีเด่น", "การประกวด", "ได้แก่",
        "1) ", "Award", "กรม", "โดย", "ประจำปี 2564", "&", "ระดับ", "โล่", "และ", "เหรียญทอง", "รายการ",
    ]  # fmt: skip
    shuffle = random.Random(7)
    for _ in range(400):
        text = clean("".join(shuffle.choices(pieces, k=40))).text
        for award in find_awards(text, cue_index().scan(text), [], []):
            for span in (award.name, award.category, award.level, award.giver, *award.recipients):
                assert span is None or 0 <= span.start < span.end <= len(text)


def test_contest_of_the_headline_is_an_award() -> None:
    text = "รมว.ทดสอบ เปิดงานแข่งขันเรือยาวลำน้ำเหนือ ประจำปี 2566\nนายกเทศมนตรีกล่าวต้อนรับ"
    assert rows(text) == [("งานแข่งขันเรือยาวลำน้ำเหนือ", None, None, 2023)]


def test_contests_with_places_are_branches_of_the_contest_before() -> None:
    text = (
        "จัดกิจกรรมการประกวดสื่อ “สายน้ำ” โดยผู้ชนะเลิศการประกวดเพลงพื้นบ้าน ระดับมัธยมศึกษาตอนต้น "
        "ได้รับเงินรางวัล ได้แก่ นายมานะ คงดี รางวัลชมเชย ได้แก่ นายปิติ คงงาม"
    )
    found = awards(text, "มานะ คงดี", "ปิติ คงงาม")
    branch = "การประกวดเพลงพื้นบ้าน ระดับมัธยมศึกษาตอนต้น"
    assert [(a["category"], a["level"], a["recipients"]) for a in found] == [
        (branch, "ชนะเลิศ", ["มานะ คงดี"]),
        (branch, "รางวัลชมเชย", ["ปิติ คงงาม"]),
    ]


def test_fair_gives_the_contest_its_name() -> None:
    text = (
        "นักประดิษฐ์ได้รับรางวัลจากการประกวดสิ่งประดิษฐ์ ในงาน “The 3rd Northern Invention Expo 2023” "
        "ประกอบด้วย เหรียญทอง จำนวน 4 ผลงาน และเหรียญเงิน จำนวน 2 ผลงาน"
    )
    name = "The 3rd Northern Invention Expo"
    assert rows(text) == [(name, None, "เหรียญทอง", 2023), (name, None, "เหรียญเงิน", 2023)]


def test_numbered_prizes_are_branches() -> None:
    text = (
        "มอบรางวัลผู้ส่งออกดีเด่น ปี 2563 แก่ผู้ประกอบการ โดยมีผู้บริหารเข้าร่วมงาน ประกอบด้วย "
        "1) รางวัลสินค้านวัตกรรมยอดเยี่ยม (Best Idea) จำนวน 3 รางวัล 2) รางวัลแบรนด์ยอดเยี่ยม จำนวน 7 รางวัล"
    )
    assert [row[:2] for row in rows(text)] == [
        ("รางวัลผู้ส่งออกดีเด่น", "รางวัลสินค้านวัตกรรมยอดเยี่ยม (Best Idea)"),
        ("รางวัลผู้ส่งออกดีเด่น", "รางวัลแบรนด์ยอดเยี่ยม"),
    ]


def test_numbered_types_without_labels() -> None:
    text = "มอบโล่เชิดชูเกียรติร้านค้าดีเด่น 3 ประเภท ได้แก่ 1.ร้านอาหาร (ในสวน) 2.นวดเพื่อสุขภาพ 3.ที่พัก ให้แก่เจ้าของ"
    assert [row[1] for row in rows(text)] == ["ร้านอาหาร (ในสวน)", "นวดเพื่อสุขภาพ", "ที่พัก"]


def test_branches_beside_each_other() -> None:
    text = (
        "ประกาศรางวัลดาวเหนือ ประจำปี 2563 มีผู้รับรางวัลใน 2 สาขา คือ "
        "สาขาการพยาบาล ได้แก่ นายมานี มีสุข และสาขาการสอน ได้แก่ นายชูใจ ใจงาม"
    )
    found = awards(text, "มานี มีสุข", "ชูใจ ใจงาม")
    assert [(a["category"], a["recipients"]) for a in found] == [
        ("สาขาการพยาบาล", ["มานี มีสุข"]),
        ("สาขาการสอน", ["ชูใจ ใจงาม"]),
    ]


def test_winner_holds_for_the_branches_that_follow() -> None:
    text = (
        "หน่วยงานได้รับรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้\n"
        "1) กรมลำน้ำ (กล.) ได้รับรางวัลเลิศรัฐ 2 รางวัล ประกอบด้วย "
        "1.1) รางวัลบริการภาครัฐ ระดับดีเด่น ประเภทพัฒนาการบริการ และ "
        "1.2) รางวัลบริการภาครัฐ ระดับดี ประเภทนวัตกรรมการบริการ โดยโรงพยาบาลบ้านทุ่ง ผลงาน : เรือยา\n"
        "2) กรมป่าเขา ได้รับรางวัลบริการภาครัฐ ระดับดี ประเภทร่วมใจ"
    )
    found = awards(text)
    assert [(a["category"], a["level"], a["recipients"]) for a in found] == [
        ("ประเภทพัฒนาการบริการ", "ระดับดีเด่น", ["กรมลำน้ำ"]),
        ("ประเภทนวัตกรรมการบริการ", "ระดับดี", ["โรงพยาบาลบ้านทุ่ง"]),
        ("ประเภทร่วมใจ", "ระดับดี", ["กรมป่าเขา"]),
    ]


def test_heads_of_lists_and_works_between_winners() -> None:
    text = (
        "มอบเกียรติบัตรแก่ข้าราชการพลเรือนดีเด่น ประจำปี 2565 ประกอบด้วย 1) กรมลำน้ำ ได้แก่ "
        "1.1) นายมานะ คงดี นักวิชาการ 2) กรมป่าเขา ได้แก่ 2.1) นายปิติ คงงาม พนักงานขับรถ"
    )
    found = awards(text, "มานะ คงดี", "ปิติ คงงาม")
    assert found[0]["recipients"] == ["มานะ คงดี", "ปิติ คงงาม"]
    text = (
        "มอบรางวัลดาวเหนือ ระดับดี 2 ผลงาน ได้แก่ โรงพยาบาลบ้านทุ่ง จ.ลำธาร เรื่อง “เรือยา (Boat)”, "
        "โรงพยาบาลบ้านดอน เรื่อง “รถยา”"
    )
    assert awards(text)[0]["recipients"] == ["โรงพยาบาลบ้านทุ่ง", "โรงพยาบาลบ้านดอน"]


def test_school_behind_a_pupil_is_no_winner() -> None:
    text = "มอบรางวัลการประกวดคัดลายมือ รางวัลชนะเลิศ ได้แก่ นายมานะ คงดี โรงเรียนบ้านทุ่ง"
    assert [a["recipients"] for a in awards(text, "มานะ คงดี")] == [["มานะ คงดี"]]


def test_giver_from_the_first_official_and_known_givers() -> None:
    text = "นายมานะ คงดี ปลัดกระทรวงทดสอบ กล่าวว่า จะมีพิธีมอบรางวัลดาวเหนือ"
    head = people(text, "มานะ คงดี")
    at = text.index("ปลัด")
    head[0].titles.append(TitleMention(at, at + len("ปลัดกระทรวงทดสอบ"), CharSpan(at, at + 4), None))
    found = find_awards(text, cue_index().scan(text), [], head)
    giver = found[0].giver
    assert giver is not None
    assert text[giver.start : giver.end] == "กระทรวงทดสอบ"
    # one who is a guest there does not confer it
    text = "ปลัดกระทรวงทดสอบ ลงพื้นที่จังหวัดลำธาร\n" + text
    head = people(text, "มานะ คงดี")
    at = text.index("ปลัด", 20)
    head[0].titles.append(TitleMention(at, at + len("ปลัดกระทรวงทดสอบ"), CharSpan(at, at + 4), None))
    line = Zone(ZoneKind.HEADLINE, 0, text.index("\n"))
    assert find_awards(text, cue_index().scan(text), [line], head)[0].giver is None
    text = "กรมลำน้ำรับรางวัลเลิศรัฐ ซึ่งคณะกรรมการพัฒนาระบบราชการ (ก.พ.ร.) จัดขึ้นทุกปี จากนายสมชาย ใจงาม"
    assert awards(text)[0]["giver"] == "คณะกรรมการพัฒนาระบบราชการ"


def test_a_grade_behind_a_category_is_that_category_s_own() -> None:
    text = (
        "มอบรางวัลดาวเหนือ ประจำปี 2567 ประเภทขับร้อง ระดับเหรียญทอง แก่ นายมานะ คงดี "
        "และประเภทบรรเลงซอ ระดับเหรียญเงิน แก่ นายดวงดี สุขสันต์"
    )
    assert [
        (a["category"], a["level"], a["recipients"]) for a in awards(text, "มานะ คงดี", "ดวงดี สุขสันต์")
    ] == [
        ("ประเภทขับร้อง", "ระดับเหรียญทอง", ["มานะ คงดี"]),
        ("ประเภทบรรเลงซอ", "ระดับเหรียญเงิน", ["ดวงดี สุขสันต์"]),
    ]
