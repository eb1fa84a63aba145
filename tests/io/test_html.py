"""Pages to articles: text, title, day, address and the page's own fields."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thainews_ie import Article, Failure, extract
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


def page(body: str = STORY, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>ข่าว</title></head><body>{body}</body></html>"


CANONICAL = '<link rel="canonical" href="{}">'


@pytest.mark.parametrize(
    ("head", "fields", "wanted"),
    [
        (CANONICAL.format("https://n.example/1"), {}, "https://n.example/1"),
        (
            CANONICAL.format("https://n.example/1"),
            {"url": "https://n.example/2"},
            "https://n.example/1",
        ),
        (CANONICAL.format("/1"), {"url": "https://n.example/2?x=1"}, "https://n.example/1"),
        (CANONICAL.format("/1"), {"path": "a/b"}, "a/b"),
        (
            CANONICAL.format("https://n.example/"),
            {"url": "https://n.example/2"},
            "https://n.example/2",
        ),
        (CANONICAL.format("javascript:alert(1)"), {"path": "a/b"}, "a/b"),
        (CANONICAL.format("http://[::1"), {"path": "a/b"}, "a/b"),
        (CANONICAL.format("https://n.example/1"), {"id": "given", "path": "a/b"}, "given"),
        (
            '<meta property="og:url" content="https://n.example/3">',
            {"path": "a"},
            "https://n.example/3",
        ),
        ("", {"url": "https://n.example/2", "path": "a/b"}, "https://n.example/2"),
        ("", {"path": "a/b"}, "a/b"),
    ],
)
def test_id_is_the_given_one_or_the_address_or_the_place(
    head: str, fields: dict[str, str], wanted: str
) -> None:
    found = article(page(head=head), **fields)
    assert found.id == wanted
    assert found.url == (wanted if wanted.startswith("https:") else found.url)


def test_id_of_a_page_from_nowhere_is_a_digest() -> None:
    assert article(page()).id == article(page()).id != article(page(STORY + STORY)).id


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        (
            '<meta property="article:published_time" content="2021-09-16T23:00:00+07:00">',
            "",
            "2021-09-16",
        ),
        (
            '<meta property="article:published_time" content="2564-09-16T23:00:00+07:00">',
            "",
            "2021-09-16",
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2021-09-16"}</script>',
            "",
            "2021-09-16",
        ),
        ("", '<time datetime="2021-09-16">x</time>', "2021-09-16"),
        ("", '<time class="updated" datetime="2021-09-17">x</time>', None),
        ('<meta property="article:published_time" content="2021-19-99">', "", None),
        ("", "<p>เมื่อวันที่ : 16 ก.ย. 2564</p>", "2021-09-16"),
        ("", "<p>เมื่อวันที่ 16 ก.ย. 2564 มีการประชุมที่ศาลากลาง</p>", None),
        ("<title>2019-01-01</title>", "<p>Copyright 2019-01-01</p>", None),
    ],
)
def test_day_of_publication(head: str, body: str, wanted: str | None) -> None:
    found = article(page(body + STORY, head)).published
    assert (found and found.isoformat()) == wanted


def test_what_the_input_says_comes_first() -> None:
    head = '<meta property="article:published_time" content="2021-09-16">'
    day = dt.date(2020, 1, 2)
    found = article(page(head=head), title="หัวข้อ", published=day, source="ส.ปชส.")
    assert (found.title, found.published, found.source) == ("หัวข้อ", day, "ส.ปชส.")
    assert found.text.startswith("หัวข้อ\nนายสมชาย")


@pytest.mark.parametrize("encoding", ["utf-8", "cp874", "utf-16"])
@pytest.mark.parametrize("meta", ["utf-8", "tis-620", "iso-8859-1", "nonsense", None])
@pytest.mark.parametrize("transport", ["utf-8", "windows-874", None])
def test_encoding_is_that_of_the_bytes(
    encoding: str, meta: str | None, transport: str | None
) -> None:
    head = f'<meta charset="{meta}">' if meta else ""
    found = article(page(head=head).encode(encoding), charset=transport)
    assert "นายสมชาย ใจดี" in found.text


@pytest.mark.parametrize(
    "body",
    [
        "<p>ผู้สื่อข่าว : นายก ขคง</p>",
        "<div><b>ผู้สื่อข่าว</b> : <span>นายก ขคง</span></div>",
        "<table><tr><td>ผู้สื่อข่าว</td><td>นายก ขคง</td></tr></table>",
        "<table><tr><td>ผู้สื่อข่าว :</td><td>นายก ขคง</td></tr></table>",
        "<dl><dt>ผู้สื่อข่าว</dt><dd>นายก ขคง</dd></dl>",
        "<div class='f'><div>ผู้สื่อข่าว</div><div>นายก ขคง</div></div>",
        "<ul><li>ผู้สื่อข่าว : นายก ขคง</li></ul>",
        "<footer class='entry-footer'>ผู้สื่อข่าว : นายก ขคง</footer>",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_field_in_many_forms(body: str, above: bool) -> None:
    html = body + STORY if above else STORY + body
    lines = [line.lstrip("- ") for line in article(page(html)).text.split("\n")]
    assert "ผู้สื่อข่าว : นายก ขคง" in lines
    assert (lines.index("ผู้สื่อข่าว : นายก ขคง") < 2) == above


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("", "Document is empty"),
        (page(""), "no main text found"),
        (page("<script>document.write('ข่าว')</script>"), "no main text found"),
        ('<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">', "no main text found"),
        (page("<div>" * 100_000), "nested too deeply"),
        (page("<p>x</p>" * 60_000), "more than 50,000 elements"),
        (page("<i>" * 250_000), "more than 200,000 tags"),
        (b"\xff\xfb\x90" * 99, "not UTF-8"),
    ],
)
def test_a_page_without_an_article_says_why(html: str | bytes, message: str) -> None:
    found = read_page(Page(html, url="https://n.example/1"))
    assert isinstance(found, Failure)
    assert message in found.message
    assert found.id == "https://n.example/1"


def test_nothing_goes_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    read_page(Page(page("")))
    assert capfd.readouterr().err == ""


@settings(deadline=None)  # the first call loads the libraries
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_gives_an_article_or_a_reason(content: bytes | str) -> None:
    assert isinstance(read_page(Page(content)), (Article, Failure))


TAGS = [
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<div>",
    "</div>",
    "<b>ผู้สื่อข่าว</b>",
    "<li>",
    "<h1>",
    "</h1>",
    "<br>",
    "<!--",
    "-->",
    "<nav>",
    "<dt>",
    "<dd>",
    "<a href='/'>",
    "<time datetime=2564-01-01>",
    "&nbsp;",
    "|",
    "อ่าน 5 ครั้ง",
    "เมื่อวันที่ : 16 ก.ย. 2564",
    STORY,
    "\0",
    "\ud800",
]


@settings(deadline=None)  # the first call loads the libraries
@given(st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
def test_any_mix_of_tags_gives_an_article_or_a_reason(html: str) -> None:
    assert isinstance(read_page(Page(html)), (Article, Failure))
