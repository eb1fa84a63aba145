"""The documentation as a site: it builds without a warning, and needs no network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    pytest.importorskip("material", reason="the packages of the site are not installed: make docs")
    folder = tmp_path_factory.mktemp("site")
    # no proxy leads anywhere, so that a request would fail the build
    nowhere = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, **nowhere},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return folder


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    loads = re.compile(r"<(?:link|script|img|iframe)\b[^>]*?(?:href|src)=\"?(https?:)?//", re.I)
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    strange = [page.name for page in pages if loads.search(page.read_text(encoding="utf-8"))]
    assert strange == []


def test_links_within_the_site_lead_somewhere(site: Path) -> None:
    dead = []
    for page in set(site.rglob("*.html")) - {site / "404.html"}:  # a server's, links from its root
        for link in re.findall(r'<a [^>]*href="([^"]+)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            target = page.parent / unquote(parts.path)
            if not (target.is_file() or (target / "index.html").is_file()):
                dead.append(f"{page.relative_to(site)}: {link}")
    assert dead == []


def _is_local(url: str) -> bool:
    return url.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def tab(browser: Browser, site: Path) -> Page:
    """A tab on the first page, opened from the folder; what it complains of ends the test."""
    tab = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    faults: list[str] = []
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("request", lambda asked: None if _is_local(asked.url) else faults.append(asked.url))
    tab.faults = faults  # type: ignore[attr-defined]
    tab.goto((site / "index.html").as_uri())
    return tab


@pytest.mark.parametrize(
    ("query", "page", "section"),
    [
        ("ปีงบประมาณ", "คู่มือระเบียนข่าว", "วันที่"),  # in the middle of a run of words
        ("ผู้รักษาการ", "คู่มือระเบียนข่าว", "ตำแหน่ง"),  # of several words
        ("retry", "Cook-book", "Trying again what failed"),
    ],
)
def test_search_finds_words_of_both_languages(
    tab: Page, query: str, page: str, section: str
) -> None:
    search = tab.locator("[data-md-component=search-query]")
    search.focus()
    tab.get_by_text("Type to start searching").wait_for(state="attached")  # the index is read
    search.fill(query)
    search.press("End")  # it listens to keys
    results = tab.locator(".md-search-result__item")
    found = results.filter(has_text=section)
    found.first.wait_for(state="attached")
    texts = [text.replace("\u200b", "") for text in found.all_text_contents()]
    assert any(page in text for text in texts)
    assert tab.faults == []  # type: ignore[attr-defined]


def test_a_thai_page_says_that_it_is(tab: Page, site: Path) -> None:
    tab.goto((site / "th" / "record.html").as_uri())
    assert tab.locator("article [lang=th]").first.is_visible()
    assert tab.locator(".find-titles").first.is_visible()
    assert tab.faults == []  # type: ignore[attr-defined]
