"""The HTML of a record in a notebook."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser

import pytest

from thainews_ie import Article, NewsRecord, Person, Span, extract
from thainews_ie.harmless import harmless


class Reader(HTMLParser):
    """Elements, attributes and text; fails where tags do not match."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.marks: list[str] = []
        self.titles: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "mark" in self.open:
            self.marks.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def html_of(record: NewsRecord) -> Reader:
    return read(record._repr_html_())


def test_finds_are_marked_and_told_of() -> None:
    text = "นางสาวมาลี รักเรียน อธิบดีกรมการข้าว เปิดเผยเมื่อวันที่ ๑๖ ก.ย. ๖๔"
    page = html_of(extract(Article("a1", text)))
    assert text in page.text
    assert {"นางสาวมาลี รักเรียน", "๑๖ ก.ย. ๖๔"} <= set(page.marks)
    assert any("2021-09-16" in title and "%" in title for title in page.titles)
    assert {"div", "mark", "table"} <= page.tags


def test_crossing_marks_are_cut_and_nested_rightly() -> None:
    person = Person("ก", None, "ก", None, (Span(0, 4, "abcd"), Span(2, 6, "cdef")))
    page = html_of(NewsRecord("a", text="abcdefg", people=(person,)))
    assert [part for part in page.marks if part in {"ab", "cd", "ef"}] == ["ab", "cd", "ef"]


def test_record_without_its_text_shows_its_table(fixture_records: dict[str, NewsRecord]) -> None:
    record = dataclasses.replace(next(iter(fixture_records.values())), text=None)
    page = html_of(record)
    assert "without its text" in page.text
    assert record.people[0].name in page.text
    assert "mark" not in page.tags


def test_hostile_record_is_text_alone(hostile_record: NewsRecord) -> None:
    page = html_of(hostile_record)
    assert page.tags <= {"div", "p", "b", "i", "mark", "table", "thead", "tbody", "tr", "th", "td"}
    assert page.attributes <= {"class", "lang", "dir", "style", "title", "scope"}
    assert hostile_record.text is not None
    assert harmless(hostile_record.text) in page.text
    assert "\x00" not in page.text


def test_long_text_is_cut_and_says_so() -> None:
    page = html_of(NewsRecord("a", text="ก" * 30_000))
    assert "10,000 more characters" in page.text


@pytest.mark.parametrize("line", range(30))
def test_every_fixture_is_whole(line: int, fixture_records: dict[str, NewsRecord]) -> None:
    record = list(fixture_records.values())[line]
    assert record.text is not None
    assert harmless(record.text) in html_of(record).text
