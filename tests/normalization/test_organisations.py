"""Full names of bodies."""

from __future__ import annotations

import pytest

from thainews_ie.lexicon import table, terms
from thainews_ie.normalization import canonical_organisation
from thainews_ie.normalization.spelling import fold
from thainews_ie.normalization.tables import bodies


@pytest.mark.parametrize(
    ("written", "office", "name"),
    [
        ("สำนักงาน ก.พ.ร.", "", "สำนักงานคณะกรรมการพัฒนาระบบราชการ"),
        ("ก.พ.ร.", "", "คณะกรรมการพัฒนาระบบราชการ"),
        ("กระทรวง อว.", "", "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
        ("กระทรวงเกษตรฯ", "", "กระทรวงเกษตรและสหกรณ์"),
        ("กระทรวงพม.", "", "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"),
        ("กรมพินิจฯ", "", "กรมพินิจและคุ้มครองเด็กและเยาวชน"),
        ("กรมอุทยานแห่งชาติ สัตว์ป่าและพันธุ์พืช", "", "กรมอุทยานแห่งชาติ สัตว์ป่า และพันธุ์พืช"),
        ("สวทช", "", "สำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติ"),
        ("ธกส.", "", "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร"),
        ("EXIM  Bank", "", "ธนาคารเพื่อการส่งออกและนำเข้าแห่งประเทศไทย"),
        ("สำนักงานพัฒนารัฐบาลดิจิทัล", "", "สำนักงานพัฒนารัฐบาลดิจิทัล (องค์การมหาชน)"),
        ("กองกลาง กรมประมง กระทรวงเกษตรและสหกรณ์", "", "กองกลาง กรมประมง"),
        ("กองกลาง กระทรวงแรงงาน", "", "กองกลาง กระทรวงแรงงาน"),
        ("อบต.บ้านตัวอย่าง อ.เมือง จ.อยุธยา", "", None),
        ("ม.ตัวอย่าง", "", "มหาวิทยาลัยตัวอย่าง"),
        ("ม.7 ต.บ้านตัวอย่าง", "", "หมู่ที่ 7 ตำบลบ้านตัวอย่าง"),
        ("บมจ.ตัวอย่าง", "", "บริษัท ตัวอย่าง จำกัด (มหาชน)"),
        ("บริษัทตัวอย่าง  จำกัด(มหาชน)", "", "บริษัท ตัวอย่าง จำกัด (มหาชน)"),
        ("หจก.ตัวอย่าง", "", "ห้างหุ้นส่วนจำกัด ตัวอย่าง"),
        ("ปส.", "เลขาธิการ", "สำนักงานปรมาณูเพื่อสันติ"),
        ("ปส.", "ผู้บัญชาการ", "กองบัญชาการตำรวจปราบปรามยาเสพติด"),
        ("ปส.", "", "ปส."),
        ("พม.", "ปลัด", "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"),
        ("พม.", "", "พม."),
        ("กพร.", "เลขาธิการ", "คณะกรรมการพัฒนาระบบราชการ"),
        ("กระทรวงฯ", "", "กระทรวงฯ"),
        ("กรมส่งเสริมฯ", "", "กรมส่งเสริมฯ"),
        ("กรมประมง (กปม.)", "", "กรมประมง"),
        ("ททท.สำนักงานแพร่", "", "การท่องเที่ยวแห่งประเทศไทย สำนักงานแพร่"),
        ("กอ.รมน.ภาค 4 สน.", "", "กองอำนวยการรักษาความมั่นคงภายในภาค 4 ส่วนหน้า"),
        ("ชมรมนักวิ่ง สน.", "", "ชมรมนักวิ่ง สน."),
        ("สวท.จังหวัดแพร่", "", "สถานีวิทยุกระจายเสียงแห่งประเทศไทยจังหวัดแพร่"),
        ("สคร.ที่ 7", "", "สำนักงานป้องกันควบคุมโรคที่ 7"),
        ("สคร.", "", "สคร."),
        ("สอน", "", "สอน"),  # a word, not สอน.
        ("ชมรม  คนรักนก", "", "ชมรม คนรักนก"),
    ],
)
def test_name(written: str, office: str, name: str | None) -> None:
    expected = name or "องค์การบริหารส่วนตำบลบ้านตัวอย่าง อำเภอเมือง จังหวัดพระนครศรีอยุธยา"
    assert canonical_organisation(written, office) == expected


@pytest.mark.parametrize("name", table("organisations"))
def test_full_names_are_their_own_form(name: str) -> None:
    assert canonical_organisation(name) == name
    assert canonical_organisation(name.replace("และ", " และ ")) == name


def test_abbreviations_outside_context_have_one_reading() -> None:
    seen: dict[str, str] = {}
    for name, (plain, *_) in table("organisations").items():
        for short in filter(None, plain.split("|")):
            assert seen.setdefault(short, name) == name, short


def test_columns_name_known_bodies() -> None:
    rows = table("organisations")
    assert {parent for *_, parent in rows.values()} - set(rows) <= {""}
    assert all(chief for _, _, chief, _ in rows.values())


def test_tables_of_bodies_agree() -> None:
    """Every body whose name ends a title has a row of its own."""
    names = bodies().names
    loose = {
        name
        for name in terms("organisations")
        if fold(name) not in names
        and fold(f"สำนักงาน{name}") not in names
        and canonical_organisation(name) not in bodies().chiefs
    }
    assert loose <= {"องค์การจัดการน้ำเสีย กระทรวงมหาดไทย"}


@pytest.mark.parametrize("text", ["", " ", "ฯ", "(", "ก.", "\ud800", "กรม " * 5000, "จ." * 5000])
def test_any_string(text: str) -> None:
    canonical_organisation(text)
