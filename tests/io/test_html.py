"""Pages to articles: text, title, day, address and the page's own fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import Article, extract
from thainews_ie.io.html import read_page
from thainews_ie.io.items import Page

PAGES = Path(__file__).resolve().parent.parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
STORY = "<p>นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เป็นประธานการประชุมคณะกรมการจังหวัด ครั้งที่ 9</p>" * 3


def article(html: str | bytes, **fields: Any) -> Article:
    found = read_page(Page(html, **fields))
    assert isinstance(found, Article), found
    return found


def test_there_are_ten_layouts_and_more() -> None:
    assert len(NAMES) > 10


@pytest.mark.parametrize("name", NAMES)
def test_layout(name: str) -> None:
    wanted = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    found = article((PAGES / f"{name}.html").read_bytes(), path=name)
    lines = found.text.split("\n")
    assert [part for part in wanted["contains"] if part not in found.text] == []
    assert [part for part in wanted["absent"] if part in found.text] == []
    assert [
        line for line in wanted["lines"] if line not in (own.lstrip("- ") for own in lines)
    ] == []
    assert (found.title, lines[0]) == (wanted["title"], wanted["title"])
    assert (found.url, found.id) == (wanted["url"], wanted["url"] or name)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_layout_shows_is_extracted(name: str) -> None:
    wanted = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    record = extract(article((PAGES / f"{name}.html").read_bytes()))
    assert str(record.published) == str(wanted["published"])
    byline = {
        field: span.text if (span := getattr(record.byline, field)) else None
        for field in ("source", "reporter", "editor")
    }
    assert byline == {field: wanted[field] for field in byline}
    assert record.byline.views == wanted["views"]
