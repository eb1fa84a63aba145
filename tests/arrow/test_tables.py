"""Records to Arrow and back, through what people carry tables in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import thainews_ie
from thainews_ie import (
    Article,
    Award,
    Byline,
    Event,
    Failure,
    Mode,
    ModeEvidence,
    NewsDate,
    NewsRecord,
    Person,
    Place,
    RecordError,
    RoleEvidence,
    Span,
    Title,
    Venue,
    extract,
    iter_spans,
    records_from_arrow,
    records_to_arrow,
)
from thainews_ie.arrow.schema import ARTICLE_SCHEMA, RECORD_SCHEMA
from thainews_ie.arrow.tables import articles_from_arrow
from thainews_ie.kinds import Broadcast, DateKind, ModeKind, Platform, Role

texts = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\0กำ๑")), max_size=8)
maybe_texts = st.none() | texts
spans = st.builds(
    lambda start, text: Span(start, start + len(text), text), st.integers(0, 2**31 - 9), texts
)
maybe_spans = st.none() | spans
shares = st.floats(0, 1)
places = st.none() | st.builds(Place, texts, maybe_texts)


def some(elements: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(elements, max_size=2).map(tuple)


titles = st.builds(Title, spans, spans, maybe_spans, texts, texts, maybe_texts, maybe_texts, shares)
evidence = st.builds(RoleEvidence, st.sampled_from(Role), spans, shares)
people = st.builds(
    Person,
    texts,
    maybe_texts,
    texts,
    maybe_texts,
    some(spans),
    some(titles),
    some(st.sampled_from(Role)),
    some(evidence),
    shares,
)
dates = st.builds(NewsDate, spans, st.sampled_from(DateKind), maybe_texts, maybe_texts, shares)
awards = st.builds(
    Award,
    spans,
    maybe_spans,
    maybe_spans,
    st.none() | st.integers(-(2**31), 2**31 - 1),
    maybe_spans,
    some(spans),
    texts,
    shares,
    maybe_spans,
)
venues = st.builds(
    Venue, spans, *(maybe_spans for _ in range(4)), *(places for _ in range(3)), shares
)
modes = st.builds(
    Mode,
    st.sampled_from(ModeKind),
    some(st.sampled_from(Platform)),
    some(st.sampled_from(Broadcast)),
    some(st.builds(ModeEvidence, texts, spans)),
    shares,
)
times = st.none() | st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
events = st.builds(
    Event,
    name=maybe_spans,
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    time=times,
    when=some(spans),
    confidence=shares,
)
bylines = st.builds(
    Byline,
    maybe_spans,
    maybe_spans,
    maybe_spans,
    st.none() | st.integers(0, 2**63 - 1),
    maybe_spans,
)


@st.composite
def records(draw: st.DrawFn) -> NewsRecord:
    """Any record whose event has the record's venues and mode, as all have."""
    record = draw(
        st.builds(
            NewsRecord,
            texts,
            *(maybe_texts for _ in range(5)),
            published=st.none() | st.dates(),
            published_span=maybe_spans,
            people=some(people),
            dates=some(dates),
            awards=some(awards),
            venues=some(venues),
            event=events,
            mode=modes,
            byline=bylines,
        )
    )
    return replace(record, event=replace(record.event, venues=record.venues, mode=record.mode))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.lists(records(), max_size=4))
def test_any_record_comes_back(found: list[NewsRecord]) -> None:
    table = records_to_arrow(found)
    table.validate(full=True)
    assert table.schema.equals(RECORD_SCHEMA, check_metadata=True)
    assert list(records_from_arrow(table)) == found


def test_the_fixtures_come_back_through_parquet(
    fixture_records: dict[str, NewsRecord], tmp_path: Path
) -> None:
    found = list(fixture_records.values())
    pq.write_table(records_to_arrow(found), tmp_path / "records.parquet")
    table = pq.read_table(tmp_path / "records.parquet")
    assert table.schema.equals(RECORD_SCHEMA, check_metadata=True)
    assert list(records_from_arrow(table)) == found


def test_the_fixtures_come_back_from_polars_and_pandas(
    fixture_records: dict[str, NewsRecord],
) -> None:
    found = list(fixture_records.values())
    table = records_to_arrow(found)
    assert list(records_from_arrow(pl.from_arrow(table).to_arrow())) == found
    frame = table.to_pandas()
    assert list(records_from_arrow(pa.Table.from_pandas(frame, RECORD_SCHEMA))) == found


def test_many_records_and_batches() -> None:
    found = [NewsRecord(id=str(number)) for number in range(2_500)]
    table = records_to_arrow(iter(found))
    assert list(records_from_arrow(table)) == found
    assert [r for batch in table.to_batches() for r in records_from_arrow(batch)] == found


def test_no_records() -> None:
    table = records_to_arrow([])
    assert table.schema == RECORD_SCHEMA
    assert list(records_from_arrow(table)) == []


def test_a_lone_surrogate_is_replaced_and_offsets_stay_right() -> None:
    text = "\ud83dนายสมชาย\0 ใจ\udc00ดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า วันที่ 16 กันยายน 2564"
    made = extract(Article("a\udfff", text))
    (back,) = records_from_arrow(records_to_arrow([made]))
    assert back.id == "a\ufffd"
    assert back.text == text.replace("\ud83d", "\ufffd").replace("\udc00", "\ufffd")
    found = list(iter_spans(back))
    assert [(s.start, s.end) for s in found] == [(s.start, s.end) for s in iter_spans(made)]
    assert found
    assert all(back.text[span.start : span.end] == span.text for span in found)
    assert back.text_sha256 == made.text_sha256


@pytest.mark.parametrize(
    "bad",
    [
        Failure("a", "ReaderError", "is no text"),
        NewsRecord("a", byline=Byline(views=2**63)),
        NewsRecord("a", awards=(Award(Span(0, 1, "ก"), year=2**31),)),
    ],
)
def test_what_does_not_fit_is_an_error(bad: NewsRecord) -> None:
    with pytest.raises(RecordError):
        records_to_arrow([bad])


def test_a_missing_column_and_another_version_are_named() -> None:
    table = records_to_arrow([NewsRecord("a")])
    with pytest.raises(RecordError, match="'people' is missing"):
        list(records_from_arrow(table.drop_columns(["people"])))
    old = table.set_column(0, "schema_version", pa.array([1], pa.int32()))
    with pytest.raises(RecordError, match="schema version"):
        list(records_from_arrow(old))


def test_articles() -> None:
    day = dt.date(2021, 9, 16)
    articles = [
        Article("a", "ข้อความ\0", "https://example.org/a", "หัวเรื่อง", day, "กรม ก"),
        Article("b", ""),
    ]
    rows = [{name: getattr(a, name) for name in Article.__slots__} for a in articles]
    table = pa.Table.from_pylist(rows, schema=ARTICLE_SCHEMA)
    assert list(articles_from_arrow(table)) == articles
    few = table.select(["text", "id"]).append_column("more", pa.array([1, 2]))
    assert list(articles_from_arrow(few)) == [Article(a.id, a.text) for a in articles]


def test_both_ways_are_public() -> None:
    assert {"records_to_arrow", "records_from_arrow"} <= set(thainews_ie.__all__)
