"""A real crawl over pages of our own, served on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import Article, extract, from_dict, from_json
from thainews_ie.sql.records import read_records

NAMES = ["ministry-culture-khon", "provincial-yala-mou", "online-court-training"]

SPIDER = Path(__file__).with_name("news_spider.py")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, fixture_articles: dict[str, Article]
) -> Iterator[str]:
    """The address of a site of three articles."""
    folder = tmp_path_factory.mktemp("site")
    head = '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>ข่าว</title></head>'
    links = "".join(f'<li><a href="{name}.html">{name}</a></li>' for name in NAMES)
    (folder / "index.html").write_text(f"{head}<body><ul>{links}</ul></body></html>", "utf-8")
    for name in NAMES:
        lines = fixture_articles[name].text.splitlines(keepends=True)
        story = "".join(f"<p>{line}</p>" for line in lines)
        page = f"{head}<body><article>{story}</article></body></html>"
        (folder / f"{name}.html").write_text(page, "utf-8", newline="")
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def crawl(
    folder: Path, site: str, kind: str = "plain", **settings: Any
) -> tuple[dict[str, Any], dict[str, int], str]:
    """The items of a crawl by address, its counts, and its log."""
    settings = {"THAINEWS_IE_FIELDS": {"text": "body"}, **settings}
    feed = folder / "items.jsonl"
    run = subprocess.run(
        [sys.executable, str(SPIDER), site, kind, str(feed), json.dumps(settings)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    items = map(json.loads, feed.read_text(encoding="utf-8").splitlines())
    return {item["url"]: item for item in items}, json.loads(run.stdout), run.stderr


@pytest.mark.parametrize("kind", ["plain", "item", "dataclass"])
def test_each_item_gets_its_record(
    tmp_path: Path, site: str, kind: str, fixture_articles: dict[str, Article]
) -> None:
    items, counts, log = crawl(tmp_path, site, kind)
    assert items.keys() == {site, *(f"{site}{name}.html" for name in NAMES)}
    for name in NAMES:
        address = f"{site}{name}.html"
        text = fixture_articles[name].text
        assert items[address]["body"] == text
        record = from_dict(items[address]["thainews"])
        assert record == extract(Article(address, text, address))
        assert record.people
    assert counts == {
        "thainews_ie/records": 3,
        "thainews_ie/failures": 1,
        "thainews_ie/failures/ReaderError": 1,
    }
    assert items[site] == {"url": site, "links": 3}  # no article, and kept
    assert f"article {site}: ReaderError: no field 'body'" in log
    assert "eprecat" not in log


def test_records_are_stored_and_a_second_crawl_stores_them_once(tmp_path: Path, site: str) -> None:
    store = tmp_path / "news.db"
    for _ in range(2):
        items, counts, _ = crawl(tmp_path, site, THAINEWS_IE_STORE=str(store))
        assert counts["thainews_ie/records"] == 3
        assert not any("thainews" in item for item in items.values())
    records = list(read_records(str(store)))
    assert sorted(record.id for record in records) == sorted(f"{site}{n}.html" for n in NAMES)
    assert all(record.people for record in records)


def test_whole_pages_lines_and_a_field_of_another_name(
    tmp_path: Path, site: str, fixture_articles: dict[str, Article]
) -> None:
    store = tmp_path / "records.jsonl"
    items, counts, _ = crawl(
        tmp_path,
        site,
        THAINEWS_IE_FIELDS={"html": "body"},
        THAINEWS_IE_STORE=str(store),
        THAINEWS_IE_FIELD="record",
        THAINEWS_IE_KEEP_TEXT=False,
    )
    assert counts["thainews_ie/records"] == 3
    stored = {r.url: r for r in map(from_json, store.read_text("utf-8").splitlines())}
    for name in NAMES:
        address = f"{site}{name}.html"
        assert from_dict(items[address]["record"]) == stored[address]
        assert stored[address].text is None
        wanted = {person.name for person in extract(fixture_articles[name].text).people}
        assert {person.name for person in stored[address].people} == wanted


def test_an_item_without_the_field_is_kept_and_counted(tmp_path: Path, site: str) -> None:
    items, counts, log = crawl(tmp_path, site, "undeclared")
    assert len(items) == 4
    assert counts["thainews_ie/failures/WriterError"] == 3
    assert "declare it, or set THAINEWS_IE_FIELD" in log


def test_a_wrong_setting_stops_the_crawl_before_it_starts(tmp_path: Path, site: str) -> None:
    for settings in (
        {"THAINEWS_IE_FIELDS": {"body": "text"}},
        {"THAINEWS_IE_STORE": "x.csv"},
        {"THAINEWS_IE_MIN_CONFIDENCE": 7},
    ):
        with pytest.raises(AssertionError, match=r"ValueError|WriterError"):
            crawl(tmp_path, site, **settings)
