"""A database in Datasette, in a real browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect

from thainews_ie import Article, NewsRecord, extract
from thainews_ie.cli.exits import USAGE
from thainews_ie.integrations.browse import metadata
from thainews_ie.sql.questions import questions
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore
from thainews_ie.sql.tables import VERSION_TABLE
from thainews_ie.sql.tables import metadata as tables
from thainews_ie.sql.views import VIEWS

HOSTILE = (
    "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">\n"
    "นาย<b>สมชาย</b> ใจดี ผู้ว่าราชการจังหวัดลำพูน เป็นประธาน </textarea><script>alert(1)</script>"
)


@pytest.fixture(scope="module")
def database(
    tmp_path_factory: pytest.TempPathFactory, fixture_records: dict[str, NewsRecord]
) -> Path:
    path = tmp_path_factory.mktemp("browse") / "news.db"
    hostile = extract(Article("hostile", HOSTILE, title="<script>alert(2)</script>"))
    with SqlStore.open(str(path)) as store:
        store.upsert([rows_of(record) for record in (*fixture_records.values(), hostile)])
    return path


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "thainews_ie", "browse", str(database)]
    process = subprocess.Popen(
        [*command, "--no-open", "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    told = ""
    try:
        for line in process.stderr:
            told += line
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                yield found[1]
                break
        else:
            pytest.fail(told)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that takes no errors, no dialogs, and no requests elsewhere."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def on_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if not request.url.startswith(address):
            faults.append(f"request: {request.url}")

    page.on("console", on_console)
    page.on("dialog", on_dialog)
    page.on("request", on_request)
    yield page
    page.close()
    assert faults == []


def test_first_page_offers_views_and_questions(page: Page, address: str, pictures: Path) -> None:
    page.goto(f"{address}/news")
    for view in VIEWS:
        expect(page.get_by_role("link", name=view, exact=True).first).to_be_visible()
    for question in questions().values():
        expect(page.get_by_role("link", name=question.english)).to_be_visible()
    page.screenshot(path=pictures / "browse.png", full_page=True)


def test_a_question_is_answered(page: Page, address: str, pictures: Path) -> None:
    page.goto(f"{address}/news")
    page.get_by_role("link", name=questions()["province-awards"].english).click()
    expect(page.get_by_role("cell", name="พะเยา", exact=True)).to_be_visible()
    page.screenshot(path=pictures / "browse-question.png", full_page=True)


def test_a_question_takes_a_name(
    page: Page, address: str, fixture_records: dict[str, NewsRecord]
) -> None:
    person = next(p for r in fixture_records.values() for p in r.people if p.roles)
    page.goto(f"{address}/news/timeline")
    page.locator("input[name=person]").fill(person.name)
    page.get_by_role("button", name="Run SQL").click()
    expect(page.get_by_role("cell", name=person.roles[0].value, exact=True).first).to_be_visible()


def test_facets_narrow_a_view(page: Page, address: str) -> None:
    page.goto(f"{address}/news/person_timeline")
    page.locator(".facet-info").get_by_role("link", name="chair", exact=True).click()
    expect(page).to_have_url(re.compile("role=chair|role__exact=chair"))
    roles = page.locator("td.col-role").all_inner_texts()
    assert roles
    assert set(roles) == {"chair"}


def test_what_an_article_says_does_not_run(page: Page, address: str) -> None:
    page.goto(f"{address}/news/articles/hostile")
    expect(page.get_by_text("document.title = 'taken'").first).to_be_visible()
    assert page.title() != "taken"


def test_people_who_cannot_see_can_use_it(page: Page, address: str) -> None:
    page.goto(f"{address}/news/award_recipients")
    found = Axe().run(page).response["violations"]
    # of Datasette's own page, which is not ours to mend
    known = {"html-has-lang", "select-name", "label", "color-contrast", "link-in-text-block"}
    grave = [v["id"] for v in found if v["impact"] in {"serious", "critical"}]
    assert set(grave) <= known


def test_the_database_cannot_be_written_to(address: str, page: Page) -> None:
    answer = page.request.get(f"{address}/news.json?sql=delete+from+articles")
    assert answer.status == 400


def test_every_table_and_view_is_described() -> None:
    told = metadata("news")["databases"]["news"]["tables"]
    shown = {name for name, about in told.items() if not about.get("hidden")}
    assert shown >= set(VIEWS)
    assert set(told) == {*tables.tables, *VIEWS, VERSION_TABLE}


@pytest.mark.parametrize("content", [None, b"not a database"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    command = [sys.executable, "-m", "thainews_ie", "browse", str(path), "--no-open"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == USAGE
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
