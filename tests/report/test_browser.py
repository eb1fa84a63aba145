"""The report in a real browser: Chromium through Playwright."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    Request,
    expect,
)

from thainews_ie import NewsRecord, Person, Span
from thainews_ie.report import write_report


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, fixture_records: dict[str, NewsRecord]) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(fixture_records.values(), path, title="ข่าวตัวอย่าง")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that takes no errors, no violations of its policy, and no requests."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
    page.set_default_timeout(10_000)
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def on_dialog(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if not request.url.startswith("file:"):
            faults.append(f"request: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", on_dialog)
    page.on("request", on_request)
    yield page
    page.close()
    assert faults == []


def rows(page: Page) -> Locator:
    return page.locator(".rows li a")


def count(page: Page) -> Locator:
    return page.get_by_role("status")


def open_article(page: Page, url: str, article: str) -> None:
    page.goto(f"{url}#article={quote(article)}")
    expect(page.locator("table.record")).to_be_visible()


def test_first_screen_lists_and_counts(
    page: Page, report: str, fixture_records: dict[str, NewsRecord], pictures: Path
) -> None:
    page.goto(report)
    expect(count(page)).to_have_text("30 articles")
    expect(page).to_have_title("ข่าวตัวอย่าง")
    for heading in ("Events by year", "Modes over time", "Provinces", "Awards by giver"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    bars = page.get_by_role("group", name="Events by year").get_by_role("button")
    total = sum(
        int(label.split(": ")[1]) for label in bars.evaluate_all("b => b.map(x => x.ariaLabel)")
    )
    assert total == sum(1 for r in fixture_records.values() if r.event.start or r.published)
    page.screenshot(path=pictures / "list-light.png")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=pictures / "list-dark.png")


def test_bars_filter_and_the_back_button_takes_it_back(
    page: Page, report: str, fixture_records: dict[str, NewsRecord]
) -> None:
    page.goto(report)
    provinces = page.locator("section", has_text="Provinces")
    bar = provinces.get_by_role("button", name="นนทบุรี")
    want = [
        record
        for record in fixture_records.values()
        if any(v.province and v.province.name == "นนทบุรี" for v in record.venues)
    ]
    bar.click()
    expect(count(page)).to_have_text(f"{len(want)} of 30 articles")
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(rows(page)).to_have_count(len(want))
    page.get_by_role("button", name=re.compile("^Online ")).click()
    both = [record for record in want if record.mode.mode.value == "online"]
    expect(count(page)).to_have_text(f"{len(both)} of 30 articles")
    page.go_back()
    expect(count(page)).to_have_text(f"{len(want)} of 30 articles")
    page.reload()
    expect(count(page)).to_have_text(f"{len(want)} of 30 articles")
    page.get_by_role("button", name="Clear all").click()
    expect(count(page)).to_have_text("30 articles")


def test_year_opens_its_months(page: Page, report: str) -> None:
    page.goto(report)
    page.get_by_role("button", name=re.compile("^2024: ")).click()
    months = page.get_by_role("group", name="Events by month").get_by_role("button")
    expect(months).to_have_count(12)
    months.filter(has=page.locator("span")).nth(11).click()  # December
    expect(page.get_by_role("button", name="Remove filter: Month: Dec 2024")).to_be_visible()
    expect(count(page)).to_have_text("1 of 30 articles")


def test_search_finds_words_and_parts_of_words(
    page: Page, report: str, fixture_records: dict[str, NewsRecord]
) -> None:
    page.goto(report)
    box = page.get_by_role("searchbox", name="Search")
    texts = [record.text or "" for record in fixture_records.values()]
    for query in ("วิทยาศาสตร์", "ิทยาศาสต", "zoom"):
        want = sum(1 for text in texts if query in text.lower())
        assert 0 < want < 30
        box.fill(query)
        expect(count(page)).to_have_text(f"{want} of 30 articles")
    expect(page.locator(".rows mark").first).to_have_text(re.compile("zoom", re.IGNORECASE))
    # Thai digits, an invisible character, and two words that stand apart
    box.fill("๒๕๖๘ ยอน\u200bซู")
    expect(count(page)).to_have_text("1 of 30 articles")
    expect(rows(page).first).to_contain_text("World Field Robot Challenge")
    box.fill("ไม่มีคำนี้แน่นอนเลย")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    box.fill("")
    expect(count(page)).to_have_text("30 articles")


def test_combobox_filters_by_person_with_the_keyboard(
    page: Page, report: str, fixture_records: dict[str, NewsRecord]
) -> None:
    page.goto(report)
    name = fixture_records["awards-robot-team"].people[0].name
    box = page.get_by_role("combobox", name="Person")
    box.press_sequentially(name[:6])
    option = page.get_by_role("option", name=name)
    expect(option).to_be_visible()
    box.press("ArrowDown")
    expect(page.locator("#box-person")).to_have_attribute("aria-activedescendant", "box-person-0")
    box.press("Enter")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(count(page)).to_have_text("1 of 30 articles")
    expect(rows(page).first).to_contain_text(name)


def test_article_is_shown_with_its_finds(
    page: Page, report: str, fixture_records: dict[str, NewsRecord], pictures: Path
) -> None:
    page.goto(report)
    rows(page).first.click()
    text = page.locator(".text")
    expect(text).to_be_visible()
    record = fixture_records["awards-robot-team"]
    assert record.text
    shown = text.locator("p:not(.unseen):not(.blank)").all_text_contents()
    assert shown == [line for line in record.text.split("\n") if line]
    for person in record.people:
        expect(page.locator("table.record")).to_contain_text(person.name)
    page.screenshot(path=pictures / "article-light.png")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=pictures / "article-dark.png")


def test_click_on_either_side_shows_the_other(page: Page, report: str) -> None:
    open_article(page, report, "awards-bank-service")
    piece = page.locator(".text .piece", has=page.locator(".k-person")).last
    piece.click()
    chosen = page.locator(".pane-table .value.on")
    expect(chosen).to_have_count(1)
    expect(chosen).to_be_in_viewport()
    value = page.locator(".pane-table .value", has=page.locator(".k-award")).first
    value.click()
    expect(value).to_have_class(re.compile(r"\bon\b"))
    marked = page.locator(".pane-text .piece.on")
    expect(marked.first).to_be_in_viewport()
    assert "".join(marked.all_text_contents()) == value.text_content()
    # a click on the row, beside its values, does the same
    row = page.locator(".record tr", has=page.locator(".k-date")).first
    row.locator("th").click()
    expect(row.locator(".value.on")).to_have_count(1)
    page.reload()
    expect(row.locator(".value.on")).to_be_in_viewport()


def test_tooltip_tells_value_confidence_and_place(
    page: Page, report: str, fixture_records: dict[str, NewsRecord]
) -> None:
    open_article(page, report, "awards-robot-team")
    record = fixture_records["awards-robot-team"]
    date = next(d for d in record.dates if d.value == "2025-01")
    page.locator(".text .piece", has_text=date.span.text).first.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("2025-01")
    expect(tip).to_contain_text(f"{int(date.confidence * 100)}%")
    expect(tip).to_contain_text(f"characters {date.span.start}–{date.span.end}")
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)


def test_next_article_and_back_to_the_place_in_the_list(page: Page, report: str) -> None:
    page.goto(report)
    row = rows(page).nth(5)
    name = row.locator(".headline").inner_text()
    row.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(name)
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="All articles").click()
    expect(row).to_be_focused()


def test_legend_hides_a_kind(page: Page, report: str) -> None:
    open_article(page, report, "awards-robot-team")
    dates = page.locator(".text .k-date")
    assert dates.count() > 0
    page.get_by_role("button", name=re.compile("^Date ")).click()
    expect(dates).to_have_count(0)


def test_all_of_it_works_from_the_keyboard(page: Page, report: str) -> None:
    page.goto(report)
    expect(count(page)).to_have_text("30 articles")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the articles")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # the order of the list
    page.keyboard.press("Tab")
    expect(rows(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(rows(page).nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".rows li[aria-posinset='30'] a")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    stop = page.locator(".text .piece[tabindex='0']")
    for _ in range(30):
        page.keyboard.press("Tab")
        if stop.evaluate("e => e === document.activeElement"):
            break
    expect(stop).to_be_focused()
    expect(page.get_by_role("tooltip")).to_be_visible()
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("Enter")
    expect(page.locator(".pane-table .on")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.pane-table')")


def test_thai_and_colours_are_remembered(page: Page, report: str) -> None:
    page.goto(report)
    page.get_by_role("button", name="ไทย", exact=True).click()
    expect(page.get_by_role("heading", name="รายการข่าว")).to_be_visible()
    page.get_by_label("สี").select_option("dark")
    page.reload()
    expect(count(page)).to_have_text("30 ข่าว")
    expect(page.locator("html")).to_have_attribute("lang", "th")
    expect(page.get_by_role("button", name=re.compile("2568"))).not_to_have_count(0)
    body = page.locator("body")
    expect(body).to_have_css("background-color", "rgb(20, 23, 26)")
    page.get_by_role("button", name="English").click()
    page.get_by_label("Colours").select_option("auto")
    expect(body).not_to_have_css("background-color", "rgb(20, 23, 26)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("screen", ["list", "article", "chosen"])
def test_axe_finds_no_serious_fault(
    page: Page, report: str, screen: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    if screen == "list":
        page.goto(report)
        expect(count(page)).to_have_text("30 articles")
        if width < 500:
            page.get_by_role("button", name="Filters and charts").click()
        page.get_by_role("combobox", name="Province").click()
    else:
        open_article(page, report, "provincial-nan-books")
        if screen == "chosen":
            page.locator(".text .piece").nth(2).click()
            expect(page.locator(".pane-table .on")).to_be_in_viewport()
            page.locator(".text .piece").nth(2).hover()
            expect(page.get_by_role("tooltip")).to_be_visible()
    found = Axe().run(page).response["violations"]
    bad = [
        f"{fault['id']} ({fault['impact']}): {node['html'][:200]}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]
    assert bad == []


def test_narrow_screen_does_not_scroll_sideways(page: Page, report: str, pictures: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(report)
    wide = "document.documentElement.scrollWidth > innerWidth"
    expect(rows(page).first).to_be_visible()
    assert not page.evaluate(wide)
    page.screenshot(path=pictures / "list-narrow.png")
    page.get_by_role("button", name="Filters and charts").click()
    expect(page.get_by_role("heading", name="Provinces")).to_be_visible()
    assert not page.evaluate(wide)
    page.screenshot(path=pictures / "list-narrow-open.png", full_page=True)
    rows(page).first.click()
    expect(page.locator("table.record")).to_be_visible()
    assert not page.evaluate(wide)
    page.screenshot(path=pictures / "article-narrow.png", full_page=True)


def test_paper_has_the_whole_list_or_the_open_article(
    page: Page, report: str, pictures: Path, fixture_records: dict[str, NewsRecord]
) -> None:
    page.goto(report)
    expect(rows(page).first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".paper li")).to_have_count(30)
    expect(page.locator(".paper")).to_be_visible()
    expect(rows(page).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".paper")).to_have_count(0)
    open_article(page, report, "awards-robot-team")
    expect(page.get_by_role("link", name="All articles")).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()
    page.pdf(path=pictures / "article.pdf", format="A4")


def test_crossing_and_nested_finds_are_drawn(page: Page, tmp_path: Path) -> None:
    person = Person("ก", None, "ก", None, (Span(0, 4, "abcd"), Span(2, 6, "cdef"), Span(3, 4, "d")))
    record = NewsRecord("😀", text="abcdefg 😀x", people=(person,))
    path = tmp_path / "report.html"
    write_report([record], path)
    open_article(page, path.as_uri(), "😀")
    drawn = [
        (piece.text_content(), piece.locator(".f").count())
        for piece in page.locator(".text .piece").all()
    ]
    assert drawn == [("ab", 1), ("c", 2), ("d", 3), ("ef", 1)]
    lanes = page.locator(".text .piece", has_text=re.compile("^d$")).locator(".f")
    offsets = lanes.evaluate_all("a => a.map(e => getComputedStyle(e).textUnderlineOffset)")
    assert len(set(offsets)) == 3


def test_places_count_code_points(page: Page, tmp_path: Path) -> None:
    person = Person("ข", None, "ข", None, (Span(3, 5, "ขค"),))
    path = tmp_path / "report.html"
    write_report([NewsRecord("a", text="😀😀กขคง", people=(person,))], path)
    open_article(page, path.as_uri(), "a")
    piece = page.locator(".text .piece")
    expect(piece).to_have_text("ขค")
    piece.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("characters 3–5")


def test_record_without_its_text_shows_its_table(
    page: Page, tmp_path: Path, fixture_records: dict[str, NewsRecord]
) -> None:
    record = dataclasses.replace(fixture_records["awards-robot-team"], text=None)
    path = tmp_path / "report.html"
    write_report([record], path)
    page.goto(path.as_uri())
    expect(count(page)).to_have_text("1 article")
    rows(page).first.click()
    expect(page.get_by_text("came without its text")).to_be_visible()
    expect(page.locator("table.record")).to_contain_text(record.people[0].name)


def test_hostile_article_runs_nothing_and_is_shown_as_text(
    page: Page, tmp_path: Path, hostile_record: NewsRecord
) -> None:
    path = tmp_path / "report.html"
    write_report([hostile_record], path, title="</title><script>window.hacked = 9</script>")
    url = path.as_uri()
    page.goto(url)
    expect(rows(page).first).to_contain_text("<script>window.hacked = 1</script>")
    page.get_by_role("searchbox").fill("window.hacked")
    expect(count(page)).to_have_text("1 article")
    expect(page.locator(".rows mark")).not_to_have_count(0)
    rows(page).first.click()
    text = page.locator(".text")
    expect(text).to_contain_text("</script><script>window.hacked = 2</script>")
    expect(text).to_contain_text("<img src=x onerror='window.hacked = 3'>")
    expect(text).to_contain_text("<!--")
    expect(text).to_contain_text("␀␛[31m␡")
    shown = text.evaluate("e => e.textContent")
    assert "\u202e" not in shown
    assert "\u2028\u2029" in shown
    for piece in page.locator(".text .piece").all():
        piece.click()
        expect(page.locator(".on").first).to_be_visible()
    expect(page.locator("table.record")).to_contain_text("javascript:window.hacked=8")
    assert page.locator("a[href^='javascript:' i], #app img, #app svg, #app script").count() == 0
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("hash_", ["#article=gone", "#article=&q=%", "#sort=x&month=y&q=%22"])
def test_odd_addresses_are_borne(page: Page, report: str, hash_: str) -> None:
    page.goto(report + hash_)
    expect(page.locator("#content")).to_be_visible()


def test_many_articles_keep_few_rows_in_the_page(
    page: Page, tmp_path: Path, fixture_records: dict[str, NewsRecord]
) -> None:
    records = list(fixture_records.values())
    many = (dataclasses.replace(records[n % len(records)], id=f"a{n}") for n in range(3000))
    path = tmp_path / "report.html"
    write_report(many, path)
    page.goto(path.as_uri())
    expect(count(page)).to_have_text("3,000 articles")
    assert rows(page).count() < 60
    rows(page).first.focus()
    page.keyboard.press("End")
    expect(page.locator(".rows li[aria-posinset='3000'] a")).to_be_focused()
    assert rows(page).count() < 60
    page.keyboard.press("Enter")
    expect(page.locator("table.record")).to_be_visible()
    page.go_back()
    expect(page.locator(".rows li[aria-posinset='3000'] a")).to_be_focused()
    page.get_by_role("searchbox").fill("หุ่นยนต์")
    want = sum(1 for n in range(3000) if "หุ่นยนต์" in (records[n % len(records)].text or ""))
    expect(count(page)).to_have_text(f"{want:,} of 3,000 articles")


def test_very_long_text_is_shown_in_portions(page: Page, tmp_path: Path) -> None:
    text = "กขค งจฉ " * 20_000
    start = 130_000
    mention = Span(start, start + 7, text[start : start + 7])
    person = Person("ก", None, "ก", None, (mention,))
    path = tmp_path / "report.html"
    write_report([NewsRecord("long", text=text, people=(person,))], path)
    open_article(page, path.as_uri(), "long")
    portions = page.get_by_role("navigation", name="Portions of the text")
    expect(portions).to_contain_text("Characters 1–50,000 of 160,000")
    expect(page.locator(".text .piece")).to_have_count(0)
    page.locator(".pane-table .value", has=page.locator(".k-person")).click()
    expect(portions).to_contain_text("Characters 100,001–150,000 of 160,000")
    expect(page.locator(".text .piece.on")).to_be_in_viewport()
    portions.get_by_role("button", name="Next").click()
    expect(portions).to_contain_text("Characters 150,001–160,000 of 160,000")
