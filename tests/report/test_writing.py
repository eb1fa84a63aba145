"""The file that a report is: what lies in it, and that nothing can get out of its place."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import json
import re
import weakref
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import NewsRecord, to_dict
from thainews_ie.errors import ReaderError, WriterError
from thainews_ie.report import write_report
from thainews_ie.report.entries import entry_of, headline

BLOCK = re.compile(
    r'<script type="application/octet-stream" data-block="(\w+)" '
    r'data-first="(\d+)" data-count="(\d+)">([^<]*)</script>\n'
)


def blocks(page: str, kind: str) -> Iterator[tuple[int, int, str]]:
    for found in BLOCK.finditer(page):
        if found[1] == kind:
            content = gzip.decompress(base64.b64decode(found[4], validate=True))
            yield int(found[2]), int(found[3]), content.decode("utf-8")


def articles(page: str) -> Iterator[tuple[str | None, dict[str, Any]]]:
    for _, count, content in blocks(page, "articles"):
        lines = content.split("\n")
        assert len(lines) == 2 * count
        for text, record in zip(lines[::2], lines[1::2], strict=True):
            yield json.loads(text), json.loads(record)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def test_page_holds_every_record(target: Path, fixture_records: dict[str, NewsRecord]) -> None:
    records = list(fixture_records.values())
    assert write_report(records, target) == len(records)
    page = target.read_text(encoding="utf-8")
    found = [{**record, "text": text} for text, record in articles(page)]
    assert found == [to_dict(record) for record in records]
    entries = [entry for _, _, content in blocks(page, "index") for entry in json.loads(content)]
    assert entries == [entry_of(record) for record in records]


def test_blocks_follow_each_other(target: Path, fixture_records: dict[str, NewsRecord]) -> None:
    record = next(iter(fixture_records.values()))
    many = 2500
    assert (
        write_report((dataclasses.replace(record, id=str(n)) for n in range(many)), target) == many
    )
    page = target.read_text(encoding="utf-8")
    for kind, least in (("articles", 30), ("index", 3)):
        at = 0
        found = list(blocks(page, kind))
        assert len(found) >= least
        for first, count, _ in found:
            assert first == at
            at += count
        assert at == many
    assert [record["id"] for _, record in articles(page)] == [str(n) for n in range(many)]


def test_equal_records_give_equal_pages(tmp_path: Path, fixture_records: dict[str, Any]) -> None:
    one, two = tmp_path / "1.html", tmp_path / "2.html"
    write_report(fixture_records.values(), one)
    write_report(fixture_records.values(), two)
    assert one.read_bytes() == two.read_bytes()


def test_no_records_give_a_page(target: Path) -> None:
    assert write_report([], target) == 0
    assert list(articles(target.read_text(encoding="utf-8"))) == []


def test_policy_names_the_script_and_the_style_that_stand_in_the_page(
    target: Path, hostile_record: NewsRecord
) -> None:
    write_report([hostile_record], target, title="</title><script>window.hacked=9</script>")
    page = target.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "unsafe" not in policy[1]
    assert "default-src 'none'" in policy[1]
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert [len(scripts), len(styles)] == [1, 1]
    for directive, content in (("script-src", scripts[0]), ("style-src", styles[0])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy[1]


def test_no_tag_in_the_page_comes_from_an_article(target: Path, hostile_record: NewsRecord) -> None:
    write_report([hostile_record], target, title="</script><script>window.hacked = 2</script>")
    page = target.read_text(encoding="utf-8")
    shell = BLOCK.sub("", re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL))
    assert "hacked" not in re.sub(r"<title>.*?</title>", "", shell)
    assert re.findall(r"<script|<img|<svg|<!--", shell) == []
    [(text, record)] = articles(page)
    assert text == hostile_record.text
    assert record["id"] == hostile_record.id


def test_assets_cannot_end_their_tags() -> None:
    from thainews_ie.report.page import asset

    assert not re.search(r"</script|<!--", asset("report.js"), re.IGNORECASE)
    assert not re.search(r"</style", asset("report.css"), re.IGNORECASE)
    assert len(asset("report.js")) + len(asset("report.css")) < 400_000
    for package in ("preact", "@tanstack/virtual-core", "@floating-ui/dom", "d3-array"):
        assert f"\n{package} " in asset("LICENSES.txt")


@pytest.mark.parametrize(
    ("change", "want"),
    [
        ({"title": "พาดหัว  สอง\nบรรทัด", "text": "ข"}, "พาดหัว สอง บรรทัด"),
        ({"title": None, "text": "\n\n บรรทัดแรก \nบรรทัดสอง"}, "บรรทัดแรก"),
        ({"title": " ", "text": "บรรทัดแรก"}, "บรรทัดแรก"),
        ({"title": None, "text": None}, ""),
        ({"title": "ก" * 500}, "ก" * 200 + "…"),
    ],
)
def test_headline(change: dict[str, Any], want: str) -> None:
    assert headline(dataclasses.replace(NewsRecord("a"), **change)) == want


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriterError, match=r"no-such-folder/report\.html: cannot be written"):
        write_report([], tmp_path / "no-such-folder" / "report.html")


def test_broken_input_leaves_no_half_page(target: Path) -> None:
    def broken() -> Iterator[NewsRecord]:
        yield NewsRecord("a")
        raise ReaderError("not JSON", source="records.jsonl", line=2)

    target.write_text("before", encoding="utf-8")
    with pytest.raises(ReaderError):
        write_report(broken(), target)
    assert target.read_text(encoding="utf-8") == "before"
    assert list(target.parent.iterdir()) == [target]


def test_records_are_not_gathered(target: Path) -> None:
    class Tracked(NewsRecord):
        __slots__ = ("__weakref__",)

    alive: weakref.WeakSet[NewsRecord] = weakref.WeakSet()
    most = 0

    def records() -> Iterator[NewsRecord]:
        nonlocal most
        for number, text in enumerate(repeat("ข่าว" * 500, 3000)):
            record = Tracked(str(number), text=text)
            alive.add(record)
            most = max(most, len(alive))
            yield record

    assert write_report(records(), target) == 3000
    assert most < 10
