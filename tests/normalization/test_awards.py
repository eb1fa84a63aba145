"""One name for one award."""

from __future__ import annotations

import pytest

from thainews_ie import Article, extract
from thainews_ie.lexicon import table
from thainews_ie.normalization import canonical_award


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("รางวัล “นกทอง”", "รางวัลนกทอง"),
        ('รางวัล "นกทอง"  ประจำปี 2566', "รางวัลนกทอง"),
        ("โล่รางวัลนกทอง", "รางวัลนกทอง"),
        ("โล่ห์รางวัล นกทอง ปี ๒๕๖๔", "รางวัลนกทอง"),
        ("รางวัลนกทอง ครั้งที่ 3 ประจำปี พ.ศ. 2565", "รางวัลนกทอง"),
        ("รางวัลนกทอง (นกท.)", "รางวัลนกทอง"),
        ("รางวัลนกทอง (Golden Bird Award)", "รางวัลนกทอง"),
        ("รางวัลผู้นํานกทอง", "รางวัลผู้นำนกทอง"),
        ("SOE Award", "รางวัลรัฐวิสาหกิจดีเด่น"),
        ("รางวัล SOE Awards 2021", "รางวัลรัฐวิสาหกิจดีเด่น"),
        ("รางวัลคุณภาพแห่งชาติ (Thailand Quality Award)", "รางวัลคุณภาพแห่งชาติ"),
        ("รางวัล Golden Bird’s Award", "Golden Bird's Award"),
        ("GOLDEN BIRD AWARDS 2023", "Golden Bird Award"),
        ("ชาวสวนดีเด่น", "รางวัลชาวสวนดีเด่น"),
        ("รางวัลชาวสวน   ดีเด่น", "รางวัลชาวสวนดีเด่น"),
        ("เกียรติบัตรชาวสวนดีเด่น", "เกียรติบัตรชาวสวนดีเด่น"),
        ("ใบประกาศเกียรติบัตร ชาวสวน", "เกียรติบัตรชาวสวน"),
        ("โล่ห์เกียรติคุณชาวสวน", "โล่เกียรติคุณชาวสวน"),
        ("รางวัลโล่เกียรติคุณชาวสวน", "โล่เกียรติคุณชาวสวน"),
        ("ประกวดวาดภาพ “นกน้อย”", "การประกวดวาดภาพ นกน้อย"),
        ("กิจกรรมการประกวดวาดภาพ นกน้อย", "การประกวดวาดภาพ นกน้อย"),
        ("รางวัลการแข่งขันเดินเร็ว", "การแข่งขันเดินเร็ว"),
        ("นกทองแห่งลำน้ำ", "นกทองแห่งลำน้ำ"),
        ("ปี 2566", "ปี 2566"),
        ("รางวัล", "รางวัล"),
    ],
)
def test_name(written: str, name: str) -> None:
    assert canonical_award(written) == name


@pytest.mark.parametrize("name", sorted({name for (name,) in table("award_aliases").values()}))
def test_canonical_names_are_their_own_form(name: str) -> None:
    assert canonical_award(name) == name


@pytest.mark.parametrize("text", ["", " ", "“”", "รางวัล ", "(", "\ud800", "รางวัล" * 5000])
def test_any_string(text: str) -> None:
    canonical_award(text)


def test_record_holds_the_canonical_form() -> None:
    text = "กรมตัวอย่างได้รับรางวัล “เลิศรัฐ” ประจำปี 2564 จากสำนักงาน ก.พ.ร."
    awards = extract(Article("a", text)).awards
    assert [award.canonical for award in awards] == ["รางวัลเลิศรัฐ"]
