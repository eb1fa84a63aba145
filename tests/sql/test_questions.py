"""Each question has one answer, whatever the database, and the documentation asks the same."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from thainews_ie import (
    Award,
    Event,
    Mode,
    ModeKind,
    NewsRecord,
    Person,
    Place,
    Role,
    Span,
    StoreError,
    Title,
    Venue,
)
from thainews_ie.sql.questions import answer, questions
from thainews_ie.sql.views import VIEWS

from .conftest import Ask, Put, person, record, span

DOCS = Path(__file__).resolve().parents[2] / "docs" / "questions.md"


def governor(name: str, province: str, code: str, *roles: Role) -> Person:
    title = f"ผู้ว่าราชการจังหวัด{province}"
    held = Title(span(title), span(title), None, title, "ผู้ว่าราชการจังหวัด", None, code)
    return person(name, *roles, titles=[held])


def event(day: dt.date, mode: ModeKind, *provinces: tuple[str, str]) -> dict[str, object]:
    venues = tuple(Venue(span(name), province=Place(name, code)) for name, code in provinces)
    return {"event": Event(start=day, venues=venues), "venues": venues, "mode": Mode(mode)}


def award(name: str, giver: str | None, *recipients: Span, year: int | None = None) -> Award:
    return Award(span(name), giver=span(giver) if giver else None, recipients=recipients, year=year)


@pytest.fixture
def news(put: Put) -> None:
    """Six articles of our own."""
    lamphun, lampang = ("ลำพูน", "51"), ("ลำปาง", "52")
    kaeo = governor("แก้ว ใจดี", *lamphun, Role.CHAIR)
    first = record(
        "1", kaeo, person("กบ ก่า", Role.ATTENDEE), published=dt.date(2021, 9, 20),
        url="https://example.org/1",
        **event(dt.date(2021, 9, 16), ModeKind.ONSITE, lamphun, lampang),
    )  # fmt: skip
    records: list[NewsRecord] = [
        first,
        record("2", kaeo, **event(dt.date(2021, 10, 1), ModeKind.ONLINE)),
        record("3", governor("เก่ง ดี", *lampang), person("กบ ก่า", Role.CHAIR, Role.SPEAKER),
               published=dt.date(2022, 1, 2),
               **event(dt.date(2022, 1, 1), ModeKind.HYBRID, lampang)),
        record("4", person("กบ ก่า"), published=dt.date(2022, 3, 1)),
        record("5", awards=(
            award("รางวัลเมืองสะอาด", "กรม ก", span("จังหวัดลำพูน"), span("จังหวัดลำปาง"), year=2021),
            award("รางวัลป่าสวย", "กรม ก", span("จังหวัดลำพูน")),
        )),
        replace(
            record("6", replace(governor("แก้ว ใจดี", *lamphun), mentions=(span("แก้ว", 40),))),
            awards=(award("รางวัลคนดี", None, span("นายแก้ว", 37)),),
        ),
    ]  # fmt: skip
    assert put(*records) == []


ANSWERS: dict[str, list[tuple[object, ...]]] = {
    "province-awards": [
        ("ลำปาง", "รางวัลเมืองสะอาด", None, None, 2021, "จังหวัดลำปาง", "กรม ก"),
        ("ลำพูน", "รางวัลคนดี", None, None, None, "แก้ว ใจดี", None),
        ("ลำพูน", "รางวัลป่าสวย", None, None, None, "จังหวัดลำพูน", "กรม ก"),
        ("ลำพูน", "รางวัลเมืองสะอาด", None, None, 2021, "จังหวัดลำพูน", "กรม ก"),
    ],
    "award-winners": [
        ("รางวัลคนดี", None, None, None, "แก้ว ใจดี", None, None),
        ("รางวัลป่าสวย", None, None, None, "จังหวัดลำพูน", "กรม ก", None),
        ("รางวัลเมืองสะอาด", None, None, 2021, "จังหวัดลำปาง", "กรม ก", None),
        ("รางวัลเมืองสะอาด", None, None, 2021, "จังหวัดลำพูน", "กรม ก", None),
    ],
    "award-givers": [("กรม ก", 2, 3)],
    "chairs": [
        ("แก้ว ใจดี", 2, "2021-09-16", "2021-10-01"),
        ("กบ ก่า", 1, "2022-01-01", "2022-01-01"),
    ],
    "officials": [
        ("ลำปาง", "เก่ง ดี", "ผู้ว่าราชการจังหวัดลำปาง", 1, "2022-01-02", "2022-01-02"),
        ("ลำพูน", "แก้ว ใจดี", "ผู้ว่าราชการจังหวัดลำพูน", 3, "2021-09-20", "2021-09-20"),
    ],
    "governors": [
        ("ลำปาง", "เก่ง ดี", "2022-01-02", "2022-01-02", 1),
        ("ลำพูน", "แก้ว ใจดี", "2021-09-20", "2021-09-20", 3),
    ],
    "events-by-month": [
        ("2021-09", 1, 1, 0, 0, 0),
        ("2021-10", 1, 0, 1, 0, 0),
        ("2022-01", 1, 0, 0, 1, 0),
    ],
    "online-share": [("2021", 2, 50.0), ("2022", 1, 100.0)],
    "events-by-province": [
        ("ลำปาง", 1, "2022-01", "2022-01"),
        ("ลำพูน", 1, "2021-09", "2021-09"),
    ],
    "timeline": [
        ("2021-09-16", "attendee", None, None, "onsite", "ลำพูน", "1", "https://example.org/1"),
        ("2022-01-01", "chair", None, None, "hybrid", "ลำปาง", "3", None),
        ("2022-01-01", "speaker", None, None, "hybrid", "ลำปาง", "3", None),
        ("2022-03-01", None, None, None, None, None, "4", None),
    ],
    "busiest": [
        ("กบ ก่า", 3, "2021-09-16", "2022-03-01"),
        ("แก้ว ใจดี", 3, "2021-09-16", "2021-10-01"),
        ("เก่ง ดี", 1, "2022-01-01", "2022-01-01"),
    ],
    "together": [("กบ ก่า", "เก่ง ดี", 1), ("กบ ก่า", "แก้ว ใจดี", 1)],
}


def test_every_question_has_an_answer_here() -> None:
    assert list(questions()) == list(ANSWERS)


@pytest.mark.parametrize("name", list(ANSWERS))
@pytest.mark.usefixtures("news")
def test_answers(target: str, name: str) -> None:
    given = {"person": "กบ ก่า"} if questions()[name].parameters else {}
    columns, rows = answer(target, name, given)
    assert rows == ANSWERS[name]
    assert all(len(row) == len(columns) for row in rows)
    assert len(set(columns)) == len(columns)
    # whole numbers stay so, whatever a database makes of a sum
    assert [list(map(type, row)) for row in rows] == [list(map(type, row)) for row in ANSWERS[name]]


@pytest.mark.usefixtures("news")
def test_every_event_is_counted_once(ask: Ask) -> None:
    assert ask("SELECT SUM(events) FROM events_by_month") == ask(
        "SELECT COUNT(*) FROM events WHERE start_date IS NOT NULL"
    )


@pytest.mark.usefixtures("news")
def test_parameters_are_bound(target: str) -> None:
    assert answer(target, "timeline", {"person": "' OR 1 = 1 --"})[1] == []


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("weather", {}, "no question 'weather': the questions are province-awards, "),
        ("timeline", {}, "wants person given, got nothing"),
        ("timeline", {"person": "ก", "day": "ข"}, "wants person given, got person, day"),
        ("chairs", {"person": "ก"}, "wants nothing given, got person"),
    ],
)
def test_wrong_questions(name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(StoreError, match=message):
        answer("none.db", name, given)


@pytest.mark.parametrize("question", questions().values(), ids=list(questions()))
def test_questions_name_their_parameters(question: object) -> None:
    found = re.findall(r":(\w+)", getattr(question, "sql", ""))
    assert sorted(set(found)) == sorted(getattr(question, "parameters", ()))


def test_documentation_shows_the_questions_and_views() -> None:
    text = DOCS.read_text(encoding="utf-8")
    views, asked = text.split("\n## Views\n")[1].split("\n## Questions\n")
    shown = re.findall(
        r"### (.*)\n\n(.*)\n\n`thainews-ie db ask news\.db (.*)`\n\n```sql\n([^`]*)```\n", asked
    )
    wanted = [
        (
            question.english,
            question.thai,
            " ".join([question.name, *(f"{name}=…" for name in question.parameters)]),
            question.sql + "\n",
        )
        for question in questions().values()
    ]
    assert shown == wanted
    assert asked.count("###") == len(wanted)
    described = re.findall(r"### `(\w+)`\n\n((?:.+\n)+)\n((?:.+\n)+)", views)
    assert [
        (name, " ".join(about.split()), tuple(re.findall(r"`(\w+)`", columns)))
        for name, about, columns in described
    ] == [(name, view.about, view.columns) for name, view in VIEWS.items()]
