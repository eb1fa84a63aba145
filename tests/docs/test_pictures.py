"""The pictures and the other parts of the documentation that are made from the code."""

from __future__ import annotations

import configparser
import html
import re
from pathlib import Path

import pytest
from scripts.docs_commands import options, reference
from scripts.docs_pictures import KINDS, picture
from scripts.docs_thai import slug

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(
    r'```finds show="([^"]+)"( labels="th")?(?: file="([^"]+)")?\n(.*?)```', re.DOTALL
)
FENCES = [
    pytest.param(found.groups(), id=f"{page.stem}-{found.start()}")
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for found in FENCE.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("fence", FENCES)
def test_a_picture_of_a_page_holds_its_text_and_all_that_it_is_to_show(
    fence: tuple[str, str | None, str | None, str],
) -> None:
    show, thai, file, text = fence
    if file:
        text = (ROOT / "fixtures" / file).read_bytes().decode("utf-8")
    drawn = picture(text.strip(), show.split(), thai=thai is not None)
    without_labels = re.sub(r"<small>.*?</small>", "", drawn)
    assert html.unescape(re.sub(r"<[^>]+>", "", without_labels)) == text.strip()
    for kind in show.split():
        assert f"find-{kind}" in drawn
    assert drawn.count("<mark") == drawn.count("</mark>")


def test_the_record_is_pictured_in_all_its_parts() -> None:
    pages = {page: (ROOT / page).read_text() for page in ("docs/record.md", "docs/th/record.md")}
    for page, text in pages.items():
        shown = {kind for found in FENCE.finditer(text) for kind in found[1].split()}
        assert shown == set(KINDS), page


def test_finds_nest_and_crossing_ones_are_cut() -> None:
    drawn = picture("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า", ["titles", "title_parts"])
    # the office ends in the middle of the organisation: ผู้ว่าราชการ[จังหวัด]ลำพูน
    assert (
        re.sub(r'<mark class="find find-\w+">', "[", drawn)
        .replace("</mark>", "]")
        .endswith(
            "[[ผู้ว่าราชการ[จังหวัด<small>organisation</small>]<small>office</small>][ลำพูน]"
            "<small>title</small>] กล่าวว่า</div>"
        )
    )


def test_what_is_not_found_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no awards"):
        picture("นายสมชาย ใจดี กล่าวว่า", ["people", "awards"])


def test_text_is_escaped() -> None:
    drawn = picture("<b>นายสมชาย ใจดี</b> กล่าวว่า", ["people"])
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn


def test_the_reference_of_commands_has_all_of_them() -> None:
    assert {"extract", "retry", "show", "table", "evaluate", "schema"} <= options().keys()
    assert "--min-confidence" in options()["extract"]
    assert reference().startswith("## `thainews-ie ")


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("รูปแบบการเข้าร่วม", "รูปแบบการเข้าร่วม"),
        ("Your own gold", "your-own-gold"),
        ("คำถามและ SQL?", "คำถามและ-sql"),
        ("`award_recipients`", "award_recipients"),
    ],
)
def test_anchors(heading: str, anchor: str) -> None:
    assert slug(heading, "-") == anchor


def test_the_floors_of_the_architecture_are_those_that_are_checked() -> None:
    rules = configparser.ConfigParser()
    rules.read(ROOT / ".importlinter")
    floors = rules["importlinter:contract:floors"]["layers"].strip().splitlines()
    checked = [set(re.findall(r"thainews_ie\.(\w+)", floor)) for floor in floors]
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = text.split("```text\n")[1].split("```")[0]
    lines = [line for line in block.splitlines() if not line.startswith(" ")]
    told = [set(re.split(r"  +| (?=errors;)", line)[0].split()) for line in lines]
    assert told == checked
