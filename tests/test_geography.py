from __future__ import annotations

import subprocess
import sys

import geothai
import pytest

from thainews_ie.geography import find_areas, find_district, find_province, find_subdistrict
from thainews_ie.lexicon import table
from thainews_ie.mentions import PlaceDraft

PHRAE = PlaceDraft("แพร่", "54")


def test_the_table_of_provinces_is_that_of_the_department() -> None:
    ours = {name: row[0] for name, row in table("provinces").items()}
    assert ours == {p.name_th: p.code for p in geothai.provinces()}


def test_no_spelling_means_two_provinces() -> None:
    names = list(table("provinces"))
    aliases = [a for row in table("provinces").values() for a in row[1].split("|") if a]
    assert len(set(names + aliases)) == len(names + aliases)


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("หอประชุมเล็ก ศาลากลางจังหวัดลำพูน", "ลำพูน"),
        ("วัดกลางทุ่ง จ.อยุธยา", "พระนครศรีอยุธยา"),
        ("โรงแรมริมธาร โคราช", "นครราชสีมา"),
        ("อาคารสิริ กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("อาคารสิริ กทม.", "กรุงเทพมหานคร"),
        ("อาคารสิริ กรุงเทพ ฯ", "กรุงเทพมหานคร"),
        ("โรงแรมเดอะธาราสุโขทัย", "สุโขทัย"),
        ("ศาลาประชาคม อ.เมืองสกลนคร", "สกลนคร"),
        # Short names are everyday words unless จังหวัด, or spaces, stand around them.
        ("โรงเรียนบ้านน่านน้ำ", None),
        ("ศาลาประชาคม จ.น่าน", "น่าน"),
        ("บริษัท ตรัง การยาง จำกัด", "ตรัง"),
        # Streets are called after provinces.
        ("อาคารสิริ ถนนเพชรบุรี", None),
        ("อาคารสิริ ถ. พิษณุโลก", None),
        ("อาคารสิริ ถนนเพชรบุรี จังหวัดระยอง", "ระยอง"),
        # A district alone does not state its province.
        ("วัดกลางทุ่ง เขตดุสิต", None),
        ("", None),
    ],
)
def test_province(text: str, province: str | None) -> None:
    found = find_province(text)
    assert (found and found.name) == province


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "วัดกลาง ต.บ้านถิ่น อ.เมือง จ.แพร่",
            (("บ้านถิ่น", "540111"), ("เมืองแพร่", "5401"), ("แพร่", "54")),
        ),
        (
            "ลานกีฬา แขวงดุสิต เขตดุสิต กรุงเทพฯ",
            (("ดุสิต", "100201"), ("ดุสิต", "1002"), ("กรุงเทพมหานคร", "10")),
        ),
        ("ลานกีฬา อำเภอพบพระ", (None, ("พบพระ", "6307"), None)),
        # A name that two provinces have is left without a code; so is one that nobody has.
        ("ลานกีฬา อำเภอเฉลิมพระเกียรติ", (None, ("เฉลิมพระเกียรติ", None), None)),
        ("ลานกีฬา อำเภอเมฆสวรรค์", (None, ("เมฆสวรรค์", None), None)),
        ("ลานกีฬา", (None, None, None)),
    ],
)
def test_areas(text: str, expected: tuple[tuple[str, str | None] | None, ...]) -> None:
    assert tuple(place and tuple(place) for place in find_areas(text)) == expected


def test_the_capital_district_needs_its_province() -> None:
    assert find_district("เมือง", PHRAE).code == "5401"
    assert find_district("เมือง").code is None


def test_a_subdistrict_is_looked_up_within_its_district() -> None:
    assert find_subdistrict("วังทอง").code is None
    assert find_subdistrict("วังทอง", province=PlaceDraft("พิษณุโลก", "65")).code == "650801"


def test_a_province_is_found_without_loading_the_gazetteer() -> None:
    code = """
import sys
from thainews_ie.geography import find_areas
assert find_areas("ศาลากลางจังหวัดลำพูน").province.code == "51"
sys.exit("geothai" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
