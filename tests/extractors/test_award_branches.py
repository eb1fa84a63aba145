"""Branches that are listed apart from the award's name."""

from __future__ import annotations

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.awards import find_awards


def branches(text: str) -> list[tuple[str, str | None]]:
    awards = find_awards(text, cue_index().scan(text), [], [])
    return [
        (text[slice(*a.name)], None if a.category is None else text[slice(*a.category)])
        for a in awards
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "ในพิธีมอบรางวัลพยาบาลตัวอย่าง แบ่งเป็นสาขาต่างๆ ได้แก่ 1) พยาบาลตัวอย่างสายงานชุมชน "
            "2) พยาบาลตัวอย่างสายงานวิชาการและ 3) พยาบาลตัวอย่างรุ่นใหม่\n",
            [
                ("รางวัลพยาบาลตัวอย่าง", "สายงานชุมชน"),
                ("รางวัลพยาบาลตัวอย่าง", "สายงานวิชาการ"),
                ("รางวัลพยาบาลตัวอย่าง", "รุ่นใหม่"),
            ],
            id="numbered items repeat the award's core",
        ),
        pytest.param(
            "เทศบาลมอบรางวัลให้ผู้ชนะ ทั้งนี้ โครงการคนรักษ์คลอง ได้แบ่งประเภทรางวัลที่จะมอบ ดังนี้ "
            "1. รางวัลชุมชนต้นแบบ 5 รางวัล ซึ่งดูแลคลอง 2. รางวัลโรงเรียนต้นแบบ 3 รางวัล",
            [
                ("โครงการคนรักษ์คลอง", "รางวัลชุมชนต้นแบบ"),
                ("โครงการคนรักษ์คลอง", "รางวัลโรงเรียนต้นแบบ"),
            ],
            id="a programme divided into prizes",
        ),
        pytest.param(
            "บริษัทไทยเรือ รับมอบรางวัล “Siam Marine Awards” ประเภท “GREEN FLEET” จากสมาคมเรือไทย",
            [("รางวัล “Siam Marine Awards”", "ประเภท “GREEN FLEET”")],
            id="a quoted branch",
        ),
        pytest.param(
            "จังหวัดมอบรางวัลคนดีศรีเมือง ประเภทเยาวชนจิตอาสา แก่นักเรียน 3 คน ประเภทครูผู้สร้าง แก่ครู 2 คน "
            "ประเภทพ่อแม่ต้นแบบ แก่ผู้ปกครอง 2 คน",
            [
                ("รางวัลคนดีศรีเมือง", "ประเภทเยาวชนจิตอาสา"),
                ("รางวัลคนดีศรีเมือง", "ประเภทครูผู้สร้าง"),
                ("รางวัลคนดีศรีเมือง", "ประเภทพ่อแม่ต้นแบบ"),
            ],
            id="siblings",
        ),
    ],
)
def test_branches(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = branches(text)
    assert [pair for pair in found if pair in wanted] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "รางวัลบูธนิทรรศการดีเด่น โดยกรมการข้าว ได้รับรางวัลชนะเลิศ",
            None,
            id="who wins does not confer",
        ),
        pytest.param(
            "บริษัทไทยเรือ คว้ารางวัลเรือสะอาด จัดโดยสมาคมเรือไทยและมหาวิทยาลัยทะเลไทย",
            "สมาคมเรือไทยและมหาวิทยาลัยทะเลไทย",
            id="two bodies hold a contest together",
        ),
    ],
)
def test_giver(text: str, wanted: str | None) -> None:
    (award, *_) = find_awards(text, cue_index().scan(text), [], [])
    assert (None if award.giver is None else text[slice(*award.giver)]) == wanted


@pytest.mark.parametrize(("apart", "found"), [(1_000, 2), (20_000, 1)])
def test_numbered_branches_are_looked_for_around_the_award_only(apart: int, found: int) -> None:
    items = "1) พยาบาลตัวอย่างสายงานชุมชน 2) พยาบาลตัวอย่างสายงานวิชาการ\n"
    text = "ในพิธีมอบรางวัลพยาบาลตัวอย่าง\n" + "ฝนตก\n" * (apart // 5) + items
    assert len(branches(text)) == found
