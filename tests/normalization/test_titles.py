"""Titles in long form: one string for one position, another for another."""

from __future__ import annotations

import pytest

from thainews_ie import Article, extract
from thainews_ie.lexicon import table
from thainews_ie.normalization import canonical_title

SOCIAL = "การพัฒนาสังคมและความมั่นคงของมนุษย์"
HIGHER = "การอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"


def split(written: str) -> tuple[str, str | None, str]:
    """``office|organisation`` with ``~`` for words that both share."""
    office, _, body = written.partition("|")
    if "~" in body:
        shared, _, rest = body.partition("~")
        return office, shared + rest, office + rest
    return office, body.strip() or None, office + body


@pytest.mark.parametrize(
    ("written", "title", "office", "organisation", "code"),
    [
        (
            "รมว.|พม.",
            f"รัฐมนตรีว่าการกระทรวง{SOCIAL}",
            "รัฐมนตรีว่าการกระทรวง",
            f"กระทรวง{SOCIAL}",
            None,
        ),
        ("ปมท.", "ปลัดกระทรวงมหาดไทย", "ปลัดกระทรวง", "กระทรวงมหาดไทย", None),
        (
            "ผวจ.|ลำพูน",
            "ผู้ว่าราชการจังหวัดลำพูน",
            "ผู้ว่าราชการจังหวัด",
            "จังหวัดลำพูน",
            "51",
        ),
        (
            "เลขาธิการ| ก.พ.ร.",
            "เลขาธิการคณะกรรมการพัฒนาระบบราชการ",
            "เลขาธิการ",
            "สำนักงานคณะกรรมการพัฒนาระบบราชการ",
            None,
        ),
        (
            "ผบ.ตร.",
            "ผู้บัญชาการตำรวจแห่งชาติ",
            "ผู้บัญชาการตำรวจแห่งชาติ",
            "สำนักงานตำรวจแห่งชาติ",
            None,
        ),
        (
            "สส.|แพร่ พรรคตัวอย่าง",
            "สมาชิกสภาผู้แทนราษฎรจังหวัดแพร่ พรรคตัวอย่าง",
            "สมาชิกสภาผู้แทนราษฎร",
            "สภาผู้แทนราษฎร",
            "54",
        ),
        (
            "แม่ทัพภาค|ภาค~ที่ 3",
            "แม่ทัพภาคที่ 3",
            "แม่ทัพภาค",
            "กองทัพภาคที่ 3",
            None,
        ),
        (
            "นายก อบจ.|อบจ.~สุโขทัย",
            "นายกองค์การบริหารส่วนจังหวัดสุโขทัย",
            "นายกองค์การบริหารส่วนจังหวัด",
            "องค์การบริหารส่วนจังหวัดสุโขทัย",
            "64",
        ),
        ("กรรมการ", "กรรมการ", "กรรมการ", None, None),
    ],
)
def test_parts(
    written: str, title: str, office: str, organisation: str | None, code: str | None
) -> None:
    assert canonical_title(*split(written)) == (title, office, organisation, code)


@pytest.mark.parametrize(
    ("same", "title"),
    [
        (
            ["รมว.|อว.", "รมว.|กระทรวง อว.", "รัฐมนตรีว่าการกระทรวง|กระทรวง~ อว.", "รัฐมนตรี| อว."],
            f"รัฐมนตรีว่าการกระทรวง{HIGHER}",
        ),
        (["ปลัด| ศธ.", "ปลัดกระทรวง|กระทรวง~ศึกษาธิการ", "ปลัด|ศึกษาฯ"], "ปลัดกระทรวงศึกษาธิการ"),
        (
            ["ผู้ช่วย รมว.|ทส.", "ผู้ช่วยรัฐมนตรี|ประจำกระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม"],
            "ผู้ช่วยรัฐมนตรีประจำกระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
        ),
        (
            ["เลขาฯ รมว.|คลัง", "เลขานุการรัฐมนตรีว่าการกระทรวง|กระทรวง~การคลัง"],
            "เลขานุการรัฐมนตรีว่าการกระทรวงการคลัง",
        ),
        (["รมต.| นร.", "รัฐมนตรีประจำสำนักนายกรัฐมนตรี"], "รัฐมนตรีประจำสำนักนายกรัฐมนตรี"),
        (["รอง นรม.", "รองนายกฯ", "รองนายกรัฐมนตรี"], "รองนายกรัฐมนตรี"),
        (
            ["อธิบดี| สถ.", "อธิบดี|กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย"],
            "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น",
        ),
        (
            [
                "เลขาธิการ| ป.ป.ส.",
                "เลขาธิการ|สำนักงาน ป.ป.ส.",
                "เลขาธิการ|สำนักงานคณะกรรมการป้องกันและปราบปรามยาเสพติด",
            ],
            "เลขาธิการคณะกรรมการป้องกันและปราบปรามยาเสพติด",
        ),
        (
            ["ผู้ว่าการ|รถไฟฯ", "ผู้ว่าการ|การรถไฟแห่งประเทศไทย", "ผู้ว่าการ| รฟท."],
            "ผู้ว่าการการรถไฟแห่งประเทศไทย",
        ),
        (
            ["ผู้ว่าฯ| กนอ.", "ผู้ว่าการ|การนิคมอุตสาหกรรมแห่งประเทศไทย"],
            "ผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย",
        ),
        (["ผู้ว่าฯ|อยุธยา", "ผวจ.|พระนครศรีอยุธยา"], "ผู้ว่าราชการจังหวัดพระนครศรีอยุธยา"),
        (
            ["รอง ผบช.|ภาค 5", "รองผู้บัญชาการ|ตำรวจภูธรภาค 5"],
            "รองผู้บัญชาการตำรวจภูธรภาค 5",
        ),
        (["ผบช.|น.", "ผู้บัญชาการ|ตำรวจนครบาล"], "ผู้บัญชาการตำรวจนครบาล"),
        (["สว.|สภ.บ้านตัวอย่าง"], "สารวัตรสถานีตำรวจภูธรบ้านตัวอย่าง"),
        (["สว.", "ส.ว.", "สมาชิกวุฒิสภา"], "สมาชิกวุฒิสภา"),
        (["ผอ.|รพ.ตัวอย่าง จ.แพร่"], "ผู้อำนวยการโรงพยาบาลตัวอย่าง จังหวัดแพร่"),
        (
            ["รักษาราชการแทน ผอ.|กองกลาง", "รรท.ผู้อำนวยการกอง|กอง~กลาง"],
            "รักษาราชการแทนผู้อำนวยการกองกลาง",
        ),
        (
            ["นายกเหล่ากาชาดจังหวัด|เหล่ากาชาดจังหวัด~แพร่"],
            "นายกเหล่ากาชาดจังหวัดแพร่",
        ),
        (["รองเลขาธิการนายกรัฐมนตรี ฝ่ายการเมือง"], "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง"),
    ],
)
def test_one_position_has_one_string(same: list[str], title: str) -> None:
    assert {canonical_title(*split(written)).title for written in same} == {title}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ปลัดกระทรวง|กระทรวง~มหาดไทย", "รองปลัดกระทรวง|กระทรวง~มหาดไทย"),
        ("รมว.|คลัง", "รมช.|คลัง"),
        ("อธิบดี| ทล.", "อธิบดี| ทย."),
        ("ประธาน| ก.พ.ร.", "เลขาธิการ| ก.พ.ร."),
        ("ผู้อำนวยการกอง|กอง~กลาง กรมประมง", "ผู้อำนวยการกอง|กอง~กลาง กรมปศุสัตว์"),
        ("อดีต รมว.|คลัง", "รมว.|คลัง"),
    ],
)
def test_other_positions_have_other_strings(one: str, other: str) -> None:
    assert canonical_title(*split(one)).title != canonical_title(*split(other)).title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("อธิบดี| กพร.", "อธิบดี กพร."),  # two departments
        ("อธิบดี| สค.", "อธิบดี สค."),
        ("ประธานสมาคมนักธุรกิจ| พม.", "ประธานสมาคมนักธุรกิจ พม."),  # ministry or Myanmar
        ("ปลัดกระทรวง|กระทรวง~ฯ", "ปลัดกระทรวงฯ"),  # named before
        ("ผบ.|ร้อย", "ผบ. ร้อย"),
    ],
)
def test_what_is_not_settled_stays(written: str, title: str) -> None:
    assert canonical_title(*split(written)).title.replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize("text", ["", " ", "ฯ", "(", "\n", "\ud800", "ปลัด" * 5000, "ก." * 5000])
def test_any_string(text: str) -> None:
    canonical_title(text, text, text)
    canonical_title(text, None, text + "ก")


def test_post_tables_agree() -> None:
    """A long form is no short form of another post, so that one step is enough."""
    forms = {short: long for short, (long,) in table("position_forms").items()}
    assert [long for long in forms.values() if forms.get(long, long) != long] == []
    bodies = set(table("organisations"))
    assert {body for (body,) in table("offices").values()} - bodies <= {
        "คณะองคมนตรี",
        "สำนักจุฬาราชมนตรี",
        "สภากรุงเทพมหานคร",
    }


def test_record_holds_the_canonical_form() -> None:
    record = extract(Article("a", "นายสมมาตร ใจงาม ผวจ.ลำพูน กล่าวว่า น้ำลดแล้ว"))
    title = record.people[0].titles[0]
    assert (title.text, title.canonical) == ("ผวจ.ลำพูน", "ผู้ว่าราชการจังหวัดลำพูน")
    assert title.province_code == "51"
