"""Every find has a probability, the model behind it is sound, and records can be cut by it."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from thainews_ie import (
    Article,
    Event,
    Mode,
    ModeKind,
    NewsRecord,
    Person,
    Role,
    RoleEvidence,
    Span,
    extract,
    extract_many,
    load,
    to_dict,
)
from thainews_ie.confidence import model, shapes
from thainews_ie.confidence.cut import at_least
from thainews_ie.confidence.features import describe
from thainews_ie.confidence.model import FIELDS, Weights, probability, rate
from thainews_ie.errors import LexiconError
from thainews_ie.mentions import Findings, PersonDraft

KINDS = {
    "person": shapes.PersonFeatures,
    "title": shapes.TitleFeatures,
    "role": shapes.RoleFeatures,
    "date": shapes.DateFeatures,
    "award": shapes.AwardFeatures,
    "venue": shapes.VenueFeatures,
    "event": shapes.EventFeatures,
    "mode": shapes.ModeFeatures,
}
STEPS = [0.0, 0.5, 0.8, 0.9, 0.95, 0.99, 1.0]
TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เปิดเผยเมื่อวันที่ 16 กันยายน 2564"


def finds(record: NewsRecord) -> Iterator[tuple[str, Any]]:
    """Every find of a record, an event or a mode only if something is said of it."""
    for person in record.people:
        yield "person", person
        yield from (("title", title) for title in person.titles)
        yield from (("role", words) for words in person.role_evidence)
    yield from (("date", date) for date in record.dates)
    yield from (("award", award) for award in record.awards)
    yield from (("venue", venue) for venue in record.venues)
    if record.event.name or record.event.start:
        yield "event", record.event.name or record.event.start
    if record.mode.mode is not ModeKind.UNSPECIFIED:
        yield "mode", record.mode


@pytest.fixture(scope="module")
def findings(fixture_articles: dict[str, Article]) -> list[Findings]:
    nlp = load(exclude=["thainews_spans"])
    return [nlp(article.text)._.thainews for article in fixture_articles.values()]


# --- what extraction gives -------------------------------------------------------------------


def confidences(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        yield from (value["confidence"],) if "confidence" in value else ()
        for inner in value.values():
            yield from confidences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from confidences(inner)


def test_every_find_has_one(fixture_records: dict[str, NewsRecord]) -> None:
    seen = {kind for record in fixture_records.values() for kind, _ in finds(record)}
    assert seen == set(FIELDS)
    for record in fixture_records.values():
        found = list(confidences(to_dict(record)))
        events = 2  # the event and the mode have one even where nothing is found
        stated = sum(kind not in ("event", "mode") for kind, _ in finds(record))
        assert len(found) == stated + events
        assert all(0 < value < 1 and value == round(value, 3) for value in found)


def test_they_tell_finds_apart(fixture_records: dict[str, NewsRecord]) -> None:
    found = {c for record in fixture_records.values() for c in confidences(to_dict(record))}
    assert len(found) > 20


def test_a_full_name_is_surer_than_a_bare_one() -> None:
    full, bare = (
        shapes.PersonFeatures(**dict.fromkeys(shapes.PersonFeatures._fields, False))
        for _ in range(2)
    )
    full = full._replace(honorific=True, surname=True, titled=True, several_mentions=True)
    bare = bare._replace(bare=True, short=True)
    assert probability("person", full) > probability("person", bare)


# --- features --------------------------------------------------------------------------------


def test_features_stand_in_the_order_of_the_drafts(findings: list[Findings]) -> None:
    for f in findings:
        d = describe(f)
        assert [x.surname for x in d.people] == [p.surname is not None for p in f.people]
        assert [len(t) for t in d.titles] == [len(p.titles) for p in f.people]
        assert [x.role for x in d.roles] == [r.role for r in f.roles]
        assert [x.kind for x in d.dates] == [x.kind for x in f.dates]
        assert [x.year for x in d.awards] == [a.year is not None for a in f.awards]
        assert [x.province for x in d.venues] == [v.province is not None for v in f.venues]
        assert d.mode.mode == f.mode.mode


def test_features_of_nothing() -> None:
    nlp = load(exclude=["thainews_spans"])
    sure = rate(nlp("")._.thainews)
    assert sure[:6] == ([], [], [], [], [], [])
    assert 0 < sure.event < 1


def test_a_person_without_mentions() -> None:
    nlp = load(exclude=["thainews_spans"])
    f: Findings = nlp(TEXT)._.thainews
    f.people = [PersonDraft("สมชาย", None, "สมชาย", None, [])]
    f.roles = []
    assert len(rate(f).people) == 1


# --- the model -------------------------------------------------------------------------------


def test_every_field_has_weights_of_known_features() -> None:
    data = json.loads((files("thainews_ie") / "models" / "confidence.json").read_text("utf-8"))
    assert set(data) == set(FIELDS) == set(KINDS)
    for field, kind in KINDS.items():
        known = get_type_hints(kind)
        assert math.isfinite(data[field]["intercept"])
        for name, weight in data[field]["weights"].items():
            feature, _, case = name.partition("=")
            assert (known[feature] is bool) == (not case), name
            assert abs(weight) < 10


@pytest.mark.parametrize(("intercept", "share"), [(0, 0.5), (1e9, 0.999), (-1e9, 0.001)])
def test_probability_stays_within_bounds(
    monkeypatch: pytest.MonkeyPatch, intercept: float, share: float
) -> None:
    monkeypatch.setattr(model, "weights", lambda: {"mode": Weights(intercept, {})})
    some = shapes.ModeFeatures(ModeKind.ONLINE, *[True] * 7)
    assert probability.__wrapped__("mode", some) == share


def test_a_feature_adds_its_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    learned = {"mode": Weights(0.0, {"venue": 1.0, "mode=online": -1.0, "start": 5.0})}
    monkeypatch.setattr(model, "weights", lambda: learned)
    off = dict.fromkeys(shapes.ModeFeatures._fields[1:], False)
    online = shapes.ModeFeatures(mode=ModeKind.ONLINE, **off)
    assert probability.__wrapped__("mode", online) == 0.269
    assert probability.__wrapped__("mode", online._replace(venue=True)) == 0.5


@pytest.mark.parametrize("text", ["{", "{}", "[]", '{"person": {"intercept": "x"}}'])
def test_a_damaged_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = tmp_path / "confidence.json"
    path.write_text(text)
    monkeypatch.setattr(model, "_PATH", path)
    with pytest.raises(LexiconError, match=r"confidence\.json"):
        model.weights.__wrapped__()


# --- cutting ---------------------------------------------------------------------------------


def test_zero_keeps_the_record(fixture_records: dict[str, NewsRecord]) -> None:
    assert all(at_least(record, 0) == record for record in fixture_records.values())


def test_one_leaves_no_find(fixture_records: dict[str, NewsRecord]) -> None:
    for record in fixture_records.values():
        rest = at_least(record, 1)
        assert list(finds(rest)) == []
        assert (rest.published, rest.byline) == (record.published, record.byline)


@pytest.mark.parametrize(("low", "high"), list(itertools.pairwise(STEPS)))
def test_a_higher_minimum_keeps_fewer(
    low: float, high: float, fixture_records: dict[str, NewsRecord]
) -> None:
    for record in fixture_records.values():
        more, fewer = at_least(record, low), at_least(record, high)
        assert at_least(more, high) == fewer
        assert len(list(finds(fewer))) <= len(list(finds(more)))
        assert all(c >= low for p in more.people for c in confidences(to_dict(more)["people"]))


def word(text: str) -> Span:
    return Span(0, len(text), text)


def test_a_role_goes_when_all_that_shows_it_goes() -> None:
    evidence = (
        RoleEvidence(Role.CHAIR, word("เป็นประธาน"), 0.9),
        RoleEvidence(Role.CHAIR, word("เปิดงาน"), 0.4),
        RoleEvidence(Role.SPEAKER, word("กล่าว"), 0.4),
    )
    roles = (Role.CHAIR, Role.SPEAKER, Role.ATTENDEE)
    person = Person("สมชาย ใจดี", "นาย", "สมชาย", "ใจดี", (), (), roles, evidence, 0.95)
    rest = at_least(NewsRecord("a", people=(person,)), 0.5).people[0]
    assert rest == replace(person, roles=(Role.CHAIR, Role.ATTENDEE), role_evidence=(evidence[0],))


def test_event_and_mode_go_apart() -> None:
    mode = Mode(ModeKind.ONLINE, confidence=0.9)
    event = Event(name=word("การประชุม"), mode=mode, confidence=0.6)
    record = NewsRecord("a", event=event, mode=mode)
    assert at_least(record, 0.7).event == replace(event, name=None)
    assert at_least(record, 0.7).mode == mode
    assert at_least(record, 0.95).mode == Mode(confidence=0.9)
    assert at_least(record, 0.95).event.mode == Mode(confidence=0.9)


# --- by the caller ---------------------------------------------------------------------------


def test_extract_cuts() -> None:
    whole = extract(TEXT)
    assert whole.people
    assert extract(TEXT, min_confidence=1) == at_least(whole, 1) != whole
    assert list(extract_many([TEXT], min_confidence=1)) == [at_least(whole, 1)]


@pytest.mark.parametrize("minimum", [-0.1, 1.1, math.nan, math.inf])
def test_no_probability(minimum: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        extract(TEXT, min_confidence=minimum)
    with pytest.raises(ValueError, match="from 0 to 1"):
        list(extract_many([TEXT], min_confidence=minimum))
    with pytest.raises(ValueError, match="from 0 to 1"):
        at_least(NewsRecord("a"), minimum)
