"""The articles of our own in ``fixtures/``: right annotations, full coverage, and what
extraction makes of them."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from thainews_ie import (
    Article,
    Broadcast,
    DateKind,
    ModeKind,
    NewsRecord,
    Platform,
    Role,
    extract,
    from_json,
    iter_spans,
    json_schema,
    to_dict,
    to_json,
)
from thainews_ie.evaluation.gold import read_gold
from thainews_ie.evaluation.scores import Scores, evaluate

Gold = dict[str, Any]

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.json"))
GOLD: dict[str, Gold] = {
    name: json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES
}
each_fixture = pytest.mark.parametrize("name", NAMES)

KEYS = {
    "id", "published", "people", "ignore_people", "dates", "awards", "venues", "event", "mode",
    "byline", "notes",
}  # fmt: skip
# The form that a value of each kind of date has: 2021-09-16, 2021-09, 2021, or A/B.
VALUE_FORMS = {
    "day": r"\d{4}-\d\d-\d\d",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "academic_year": r"\d{4}",
    "fiscal_year": r"\d{4}-10-01/\d{4}-09-30",
    "range": r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})",
}


# --- the annotations -----------------------------------------------------------------------


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def copied_strings(gold: Gold) -> Iterator[tuple[str, str]]:
    """Every string that must stand in the article, with the field it is in."""
    for person in gold["people"]:
        yield "people.name", person["name"]
        if person["honorific"] is not None:
            yield "people.honorific", person["honorific"]
        yield from (("people.titles", title) for title in person["titles"])
    yield from (("ignore_people", name) for name in gold["ignore_people"])
    for award in gold["awards"]:
        yield "awards.name", award["name"]
        for key in ("category", "level", "giver"):
            if award[key] is not None:
                yield f"awards.{key}", award[key]
        yield from (("awards.recipients", recipient) for recipient in award["recipients"])
    yield from (("venues.text", venue["text"]) for venue in gold["venues"])
    if gold["event"]["name"] is not None:
        yield "event.name", gold["event"]["name"]
    for key in ("source", "reporter", "editor"):
        if gold["byline"][key] is not None:
            yield f"byline.{key}", gold["byline"][key]


def named_choices(gold: Gold) -> Iterator[tuple[str, str, type[StrEnum]]]:
    """Every value from a closed set, with its field and the set."""
    for person in gold["people"]:
        yield from (("people.roles", role, Role) for role in person["roles"])
    yield from (("dates.kind", date["kind"], DateKind) for date in gold["dates"])
    yield "mode.mode", gold["mode"]["mode"], ModeKind
    yield from (("mode.platforms", name, Platform) for name in gold["mode"]["platforms"])
    yield from (("mode.broadcasts", name, Broadcast) for name in gold["mode"]["broadcasts"])


def is_iso(value: str) -> bool:
    """Whether a year, month or day exists in the calendar."""
    filled = value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value
    try:
        dt.date.fromisoformat(filled)
    except ValueError:
        return False
    return True


def date_faults(text: str, dates: list[Gold]) -> Iterator[str]:
    end = 0
    for date in dates:
        value, kind = date["value"], date["kind"]
        if date["start"] < end:
            yield f"dates: not in reading order: {date}"
        end = date["end"]
        if text[date["start"] : end] != date["text"]:
            yield f"dates: not a slice: {date}"
        if not re.fullmatch(VALUE_FORMS.get(kind, ""), value):
            yield f"dates: the value has not the form of its kind: {date}"
        if not all(map(is_iso, value.split("/"))):
            yield f"dates: no such day: {date}"
        if "/" in value and sorted(value.split("/")) != value.split("/"):
            yield f"dates: ends before it starts: {date}"


def gold_faults(name: str, text: str, gold: Gold) -> list[str]:
    """What is wrong with an annotation, in words."""
    faults = []
    if gold.keys() != KEYS:
        return [f"keys: {sorted(gold.keys() ^ KEYS)}"]
    if gold["id"] != name:
        faults.append(f"id: {gold['id']}")
    whole = one_line(text)
    for field, string in copied_strings(gold):
        if not string or one_line(string) not in whole:
            faults.append(f"{field}: not in the article: {string!r}")
    for field, value, known in named_choices(gold):
        if value not in set(known):
            faults.append(f"{field}: no such value: {value}")
    faults += date_faults(text, gold["dates"])
    event = gold["event"]
    days = {"published": gold["published"], "start": event["start"], "end": event["end"]}
    for field, day in days.items():
        if day is not None and not (len(day) == 10 and is_iso(day)):
            faults.append(f"{field}: no such day: {day}")
    if event["time"] is not None and not re.fullmatch(
        r"[01]\d:[0-5]\d|2[0-3]:[0-5]\d", event["time"]
    ):
        faults.append(f"event.time: {event['time']}")
    if event["end"] is not None and not (event["start"] or "9") < event["end"]:
        faults.append("event: ends before it starts")
    for award in gold["awards"]:
        if award["year"] is not None and not 1900 < award["year"] < 2100:
            faults.append(f"awards.year: not of the Common Era: {award['year']}")
    return faults


@each_fixture
def test_annotation_is_right(name: str, fixture_articles: dict[str, Article]) -> None:
    assert gold_faults(name, fixture_articles[name].text, GOLD[name]) == []


def _move_a_date(gold: Gold) -> None:
    gold["dates"][0]["start"] += 1


def _thirtieth_of_february(gold: Gold) -> None:
    gold["dates"][0]["value"] = "2022-02-30"


def _buddhist_year(gold: Gold) -> None:
    gold["awards"].append({"name": "งาน", "category": None, "level": None, "year": 2565,
                           "giver": None, "recipients": []})  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda gold: gold["people"][0].update(name="ไม่มีคนนี้"), "people.name"),
        (lambda gold: gold["people"][0].update(roles=["boss"]), "people.roles"),
        (lambda gold: gold["event"].update(time="25:00"), "event.time"),
        (lambda gold: gold["event"].update(end="2022-08-01"), "event"),
        (lambda gold: gold.pop("byline"), "keys"),
        (lambda gold: gold["mode"].update(mode="remote"), "mode.mode"),
        (lambda gold: gold["venues"][0].update(text=""), "venues.text"),
        (_move_a_date, "dates"),
        (_thirtieth_of_february, "dates"),
        (_buddhist_year, "awards.year"),
    ],
)
def test_wrong_annotation_is_noticed(
    spoil: Callable[[Gold], None], fault: str, fixture_articles: dict[str, Article]
) -> None:
    name = "provincial-nan-books"
    gold = copy.deepcopy(GOLD[name])
    spoil(gold)
    faults = gold_faults(name, fixture_articles[name].text, gold)
    assert [f.split(":")[0] for f in faults] == [fault]


# --- what they cover ------------------------------------------------------------------------


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of an annotation with the path of its field; ``None`` and ``[]`` too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list) and value:
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


SEEN = {
    (path, value if isinstance(value, str) else bool(value))
    for gold in GOLD.values()
    for path, value in leaves(gold)
}
FILLED = {path for path, value in SEEN if value not in (False, "")}
EMPTY = {path for path, value in SEEN if value in (False, "")}


def test_enough_articles_and_layouts() -> None:
    assert len(NAMES) >= 24
    assert len({name.split("-")[0] for name in NAMES}) >= 5


@pytest.mark.parametrize(
    "field",
    [
        "published", "people.name", "people.honorific", "people.titles", "people.roles",
        "ignore_people", "dates.text", "awards.name", "awards.category", "awards.level",
        "awards.year", "awards.giver", "awards.recipients", "venues.text", "venues.province",
        "event.name", "event.start", "event.end", "event.time", "mode.platforms",
        "mode.broadcasts", "byline.source", "byline.reporter", "byline.editor", "notes",
    ],
)  # fmt: skip
def test_field_is_filled_somewhere(field: str) -> None:
    assert field in FILLED


@pytest.mark.parametrize(
    "field",
    [
        "published", "people.titles", "people.roles", "awards", "awards.category", "awards.level",
        "awards.year", "venues", "venues.province", "event.name", "event.end", "event.time",
        "byline.source",
    ],
)  # fmt: skip
def test_field_is_empty_somewhere(field: str) -> None:
    assert field in EMPTY


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("people.roles", role) for role in Role),
        *(("dates.kind", kind) for kind in DateKind),
        *(("mode.mode", mode) for mode in ModeKind),
        *(("mode.platforms", platform) for platform in Platform),
        *(("mode.broadcasts", broadcast) for broadcast in Broadcast),
    ],
)
def test_choice_occurs(field: str, value: str) -> None:
    assert (field, value) in SEEN


@pytest.mark.parametrize(
    "dirt", ["\u200b", "\u00a0", "\u0e4d\u0e32", "\r\n", "๒๕๖๗", "\n\n\n"], ids=ascii
)
def test_dirt_occurs(dirt: str, fixture_articles: dict[str, Article]) -> None:
    assert any(dirt in article.text for article in fixture_articles.values())


# --- what extraction makes of them ----------------------------------------------------------


@each_fixture
def test_spans_are_slices_of_the_original(
    name: str, fixture_articles: dict[str, Article], fixture_records: dict[str, NewsRecord]
) -> None:
    text = fixture_articles[name].text
    found = list(iter_spans(fixture_records[name]))
    assert found
    assert [s for s in found if s.start >= s.end or text[s.start : s.end] != s.text] == []


@each_fixture
def test_json_gives_the_record_back(name: str, fixture_records: dict[str, NewsRecord]) -> None:
    record = fixture_records[name]
    assert from_json(to_json(record)) == record


@each_fixture
def test_json_follows_the_schema(name: str, fixture_records: dict[str, NewsRecord]) -> None:
    validator = jsonschema.validators.validator_for(json_schema())(json_schema())
    assert [
        e.message for e in validator.iter_errors(json.loads(to_json(fixture_records[name])))
    ] == []


@each_fixture
def test_line_ends_change_no_find(
    name: str, fixture_articles: dict[str, Article], fixture_records: dict[str, NewsRecord]
) -> None:
    article = fixture_articles[name]
    other = extract(replace(article, text=re.sub(r"\r?\n", "\r\n", article.text)))

    def finds(record: NewsRecord) -> list[tuple[str, Any]]:
        data = to_dict(record)
        return [
            (path, one_line(value) if isinstance(value, str) else value)
            for path, value in leaves(data)
            if path.rsplit(".", 1)[-1] not in ("start", "end", "text_sha256")
        ]

    assert finds(other) == finds(fixture_records[name])


@each_fixture
def test_views(name: str, fixture_records: dict[str, NewsRecord]) -> None:
    stated = re.search(r"views: (\d+)", GOLD[name]["notes"])
    byline = fixture_records[name].byline
    assert byline.views == (int(stated[1]) if stated else None)
    assert (byline.views_span is None) == (byline.views is None)


@each_fixture
def test_days_and_years_point_to_their_words(
    name: str, fixture_records: dict[str, NewsRecord]
) -> None:
    record = fixture_records[name]
    assert (record.published_span is None) == (record.published is None)
    for award in record.awards:
        assert (award.year_span is None) == (award.year is None)


@pytest.fixture(scope="module")
def scores(fixture_records: dict[str, NewsRecord]) -> Scores:
    predictions = {name: to_dict(record) for name, record in fixture_records.items()}
    return evaluate(read_gold(FIXTURES), predictions, resamples=1)


# About 0.03 under what is reached. A floor may rise; it falls only with a reason in the change.
FLOORS = {
    "published": 0.95,
    "people": 0.94,
    "honorific": 0.97,
    "titles": 0.90,
    "titles_loose": 0.92,
    "roles": 0.90,
    "date_spans": 0.97,
    "dates": 0.96,
    "awards_loose": 0.84,
    "award_category": 0.71,
    "award_level": 0.78,
    "award_year": 0.92,
    "award_giver": 0.48,
    "award_recipients": 0.66,
    "venues": 0.84,
    "venues_loose": 0.84,
    "event_name_loose": 0.84,
    "event_start": 0.91,
    "event_end": 0.74,  # five in all: one more miss
    "event_time": 0.88,
    "mode": 0.86,
    "platforms": 0.92,
    "broadcasts": 0.46,
    "byline": 0.97,
}
HEADLINE_FLOOR = 0.88


@pytest.mark.parametrize("field", FLOORS)
def test_accuracy_does_not_fall(field: str, scores: Scores) -> None:
    score = scores.fields[field]
    faults = [f for f in scores.faults if f.field == field]
    assert score.f1 >= FLOORS[field], faults


def test_headline_accuracy_does_not_fall(scores: Scores) -> None:
    assert scores.mean >= HEADLINE_FLOOR
