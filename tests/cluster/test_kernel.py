"""The kernel: Arrow in, Arrow out, a row for a row."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thainews_ie import Article, Failure, NewsRecord, extract, iter_spans
from thainews_ie.arrow.schema import ARTICLE_SCHEMA, RESULT_SCHEMA
from thainews_ie.arrow.tables import results_from_arrow
from thainews_ie.batch.kernel import ArrowExtractor
from thainews_ie.io.fields import FieldNames

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า"


def batch_of(articles: list[Article]) -> pa.RecordBatch:
    rows = [{name: getattr(a, name) for name in Article.__slots__} for a in articles]
    return pa.RecordBatch.from_pylist(rows, schema=ARTICLE_SCHEMA)


def results(extractor: ArrowExtractor, batch: pa.RecordBatch) -> list[NewsRecord | Failure]:
    made = extractor(batch)
    made.validate(full=True)
    assert made.schema.equals(RESULT_SCHEMA, check_metadata=True)
    assert made.num_rows == batch.num_rows
    return list(results_from_arrow(made))


def test_it_finds_what_extract_finds(
    fixture_articles: dict[str, Article], fixture_records: dict[str, NewsRecord]
) -> None:
    batch = batch_of(list(fixture_articles.values()))
    assert results(ArrowExtractor(), batch) == list(fixture_records.values())


def test_a_batch_gives_a_batch_and_a_table_a_table() -> None:
    batch = batch_of([Article("a", TEXT)])
    table = pa.Table.from_batches([batch, batch])
    assert isinstance(ArrowExtractor()(batch), pa.RecordBatch)
    assert isinstance(ArrowExtractor()(table), pa.Table)
    assert ArrowExtractor()(table)["id"].to_pylist() == ["a", "a"]
    assert ArrowExtractor()(batch.slice(0, 0)).schema == RESULT_SCHEMA
    assert ArrowExtractor()(table.slice(0, 0)).schema == RESULT_SCHEMA


def test_batches_stream_and_large_ones_come_in_parts() -> None:
    asked = []

    def batches() -> Iterator[pa.RecordBatch]:
        for size in (600, 1):
            asked.append(size)
            yield batch_of([Article(f"{size}-{n}", "ก") for n in range(size)])

    made = ArrowExtractor().extract_batches(batches())
    first = next(made)
    assert asked == [600]
    assert first.num_rows < 600
    rest = list(made)
    ids = pa.Table.from_batches([first, *rest])["id"].to_pylist()
    assert ids == [f"600-{n}" for n in range(600)] + ["1-0"]


def test_settings_travel_with_it() -> None:
    extractor = ArrowExtractor(min_confidence=1.0, keep_text=False, fields=FieldNames(text="body"))
    back = pickle.loads(pickle.dumps(extractor))
    assert back == extractor
    (record,) = results(back, pa.RecordBatch.from_pylist([{"id": "a", "body": TEXT}]))
    assert record == replace(extract(Article("a", TEXT), min_confidence=1.0), text=None)


def test_a_wrong_setting_is_found_at_once() -> None:
    with pytest.raises(ValueError, match="2"):
        ArrowExtractor(min_confidence=2)


def column(values: list[Any], kind: pa.DataType) -> pa.Array:
    return pa.array(values, kind)


DAY = dt.date(2021, 9, 16)
MOMENT = dt.datetime(2021, 9, 16, 23, 59)
WANTED = Article("7", TEXT, published=DAY)


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        # as other systems keep them
        (
            {
                "id": column([7], pa.int64()),
                "text": column([TEXT], pa.large_string()),
                "published": column([MOMENT], pa.timestamp("us")),
            },
            FieldNames(),
        ),
        (
            {
                "id": column(["7"], pa.string()).dictionary_encode(),
                "text": column([TEXT], pa.string_view()),
                "published": column(["2021-09-16T23:59:00+07:00"], pa.string()),
            },
            FieldNames(),
        ),
        # Thai in the old encoding, under other names, one within a struct
        (
            {
                "key": column(["7"], pa.string()),
                "page": pa.array([{"body": TEXT.encode("cp874"), "day": DAY}]),
                "more": column([1], pa.int8()),
            },
            FieldNames(id="key", text="page.body", published="page.day"),
        ),
        # no column but the text's: the id is a digest of the text
        ({"text": column([TEXT], pa.string())}, FieldNames()),
    ],
)
def test_columns_of_other_types_and_names(columns: dict[str, Any], fields: FieldNames) -> None:
    batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    (record,) = results(ArrowExtractor(fields=fields), batch)
    assert isinstance(record, NewsRecord)
    wanted = extract(WANTED if len(columns) > 1 else Article(record.id, TEXT))
    assert record == wanted
    assert record.id


PICTURE = b"\x89PNG\r\n\x1a\n\0\0\xff\xff"


def not_utf8(value: bytes) -> pa.Array:
    """A column of strings that are none, as a careless program writes them."""
    binary = pa.array([b"good", value])
    return pa.StringArray.from_buffers(2, binary.buffers()[1], binary.buffers()[2])


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"id": ["a", "b"], "text": [TEXT, None]}, "the field 'text' holds nothing"),
        ({"id": ["a", "b"], "text": pa.array([TEXT.encode(), PICTURE])}, "not UTF-8"),
        ({"id": ["a", "b"], "text": not_utf8(b"\xff\xfe\xfd")}, "damaged row"),
        (
            {
                "id": ["a", "b"],
                "text": [TEXT, TEXT],
                "published": ["2021-09-16", "the day before"],
            },
            "not an ISO date",
        ),
        (
            {
                "id": ["a", "b"],
                "text": [TEXT, TEXT],
                "published": pa.array([0, 2**62], pa.int64()).view(pa.timestamp("s")),
            },
            "damaged row",
        ),
        ({"id": ["a", "b"], "text": [TEXT, TEXT], "url": pa.array([None, ["x"]])}, "is list"),
    ],
)
def test_a_hostile_row_costs_itself_alone(columns: dict[str, Any], reason: str) -> None:
    arrays = [c if isinstance(c, pa.Array) else pa.array(c) for c in columns.values()]
    good, bad = results(ArrowExtractor(), pa.RecordBatch.from_arrays(arrays, names=list(columns)))
    assert isinstance(good, NewsRecord)
    assert isinstance(bad, Failure)
    assert bad.id == "b"
    assert reason in bad.message


def test_pages_are_read_where_there_are_any() -> None:
    story = "".join(f"<p>{TEXT} ครั้งที่ {n} แก่ประชาชนในพื้นที่จังหวัดลำพูน</p>" for n in range(9))
    page = f"<html><head><title>ข่าว</title></head><body><article>{story}</article></body></html>"
    rows: list[dict[str, Any]] = [
        {"id": "a", "text": None, "page": page},
        {"id": "b", "text": TEXT, "page": ""},
        {"id": "c", "text": TEXT, "page": "<html></html>"},
    ]
    extractor = ArrowExtractor(fields=FieldNames(html="page"))
    for kind, raw in ((pa.string(), page), (pa.binary(), page.encode("cp874"))):
        rows[0]["page"] = raw
        schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("page", kind)])
        of_page, of_text, failure = results(
            extractor, pa.RecordBatch.from_pylist(rows, schema=schema)
        )
        assert isinstance(of_page, NewsRecord)
        assert (of_page.id, of_page.people[0].name) == ("a", "สมชาย ใจดี")
        assert of_text == extract(Article("b", TEXT))
        assert isinstance(failure, Failure)
        assert failure.id == "c"


def test_a_batch_without_the_column_fails_row_by_row() -> None:
    batch = pa.RecordBatch.from_pylist([{"id": "a", "body": TEXT}, {"id": None, "body": TEXT}])
    failures = results(ArrowExtractor(), batch)
    assert [(type(f), f.id) for f in failures] == [(Failure, "a"), (Failure, "")]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "id": st.none() | st.text(st.characters(codec="utf-8"), max_size=5),
                "text": st.none()
                | st.text(st.characters(codec="utf-8") | st.sampled_from(TEXT), max_size=60),
            }
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_row_gives_a_row(rows: list[dict[str, Any]]) -> None:
    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    for row, result in zip(
        rows,
        results(ArrowExtractor(), pa.RecordBatch.from_pylist(rows, schema=schema)),
        strict=True,
    ):
        if row["text"] is None:
            assert isinstance(result, Failure)
            assert result.id == (row["id"] or "")
            continue
        assert isinstance(result, NewsRecord)
        assert result.text == row["text"]
        assert result.id == (row["id"] or result.id)
        assert all(row["text"][s.start : s.end] == s.text for s in iter_spans(result))
