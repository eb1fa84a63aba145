"""A record's rows, without a database."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest

from thainews_ie import (
    Award,
    Byline,
    DateKind,
    Failure,
    NewsDate,
    NewsRecord,
    Person,
    Place,
    RecordError,
    Role,
    RoleEvidence,
    Span,
    Title,
    Venue,
    from_json,
)
from thainews_ie.sql.days import first_and_last_day
from thainews_ie.sql.rows import Rows, person_id, person_name, rows_of
from thainews_ie.sql.tables import metadata

from .conftest import person, record, span


def named(rows: Rows, table: str) -> list[dict[str, object]]:
    """Rows of a table by the names of its columns."""
    columns = [column.name for column in metadata.tables[table].columns]
    return [dict(zip(columns, row, strict=True)) for row in getattr(rows, table)]


def test_every_table_has_its_rows(full: NewsRecord) -> None:
    rows = rows_of(full)
    assert rows.article_id == "a-1"
    (article,) = named(rows, "articles")
    assert from_json(str(article.pop("record"))) == replace(full, text=None)
    assert article.pop("extractor_version")
    assert article == {
        "id": "a-1",
        "url": "https://example.org/1",
        "title": "ผู้ว่าฯ ลำพูน เปิดงาน",
        "source": "สำนักงานจังหวัดลำพูน",
        "published": "2021-09-17",
        "text": full.text,
        "text_sha256": "0" * 64,
        "byline_source": "ส.ปชส.",
        "byline_reporter": "ก ข",
        "byline_editor": "ค ง",
        "views": 141,
    }
    somchai, kaeo = person_id("สมชาย ใจดี"), person_id("แก้ว ก่า")
    assert named(rows, "people") == [
        {"id": somchai, "name": "สมชาย ใจดี", "given_name": "สมชาย", "surname": "ใจดี",
         "sort_key": "สมชาย!จใดี"},
        {"id": kaeo, "name": "แก้ว ก่า", "given_name": "แก้ว", "surname": "ก่า",
         "sort_key": "กแว!กา --e---d"},
    ]  # fmt: skip
    common = {"article_id": "a-1", "person_id": somchai, "number": 0, "honorific": "นาย",
              "mention": "นายสมชาย ใจดี", "mention_start": 0, "mention_end": 13}  # fmt: skip
    none = {"evidence": None, "evidence_start": None, "evidence_end": None}
    assert named(rows, "appearances") == [
        {**common, "role": "chair", "evidence": "เป็นประธาน", "evidence_start": 40,
         "evidence_end": 50, "confidence": 0.75},
        {**common, "role": "speaker", **none, "confidence": 0.5},
        {**common, "person_id": kaeo, "role": "", "number": 1, "honorific": None,
         "mention": "แก้ว ก่า", "mention_start": 70, "mention_end": 78, **none, "confidence": 1.0},
    ]  # fmt: skip
    governor, member = named(rows, "titles")
    assert governor == {
        "article_id": "a-1", "number": 0, "person_id": somchai, "text": "ผวจ.ลำพูน",
        "text_start": 15, "text_end": 24, "office": "ผวจ.", "organisation": "ลำพูน",
        "canonical": "ผู้ว่าราชการจังหวัดลำพูน", "canonical_office": "ผู้ว่าราชการจังหวัด",
        "canonical_organisation": "จังหวัดลำพูน", "province_code": "51", "confidence": 0.875,
    }  # fmt: skip
    assert (member["number"], member["text"], member["canonical"]) == (1, "กรรมการ", None)
    assert named(rows, "awards") == [
        {"article_id": "a-1", "number": 0, "name": "รางวัล “ก”", "name_start": 0, "name_end": 10,
         "canonical": "รางวัล ก", "sort_key": "รางวัล!ก", "category": "สาขา ข", "level": "ดีเด่น",
         "year": 2021, "giver": "กรม ค", "confidence": 0.5},
    ]  # fmt: skip
    assert [
        (row["text"], row["person_id"], row["province_code"]) for row in named(rows, "recipients")
    ] == [("จังหวัดแพร่", None, "54"), ("นายสมชาย", somchai, "51"), ("โรงเรียน ง", None, None)]
    (venue,) = named(rows, "venues")
    assert (venue["room"], venue["floor"], venue["building"], venue["site"]) == (
        "ห้องจามเทวี", "ชั้น 2", "อาคาร ข", "ศาลากลาง",
    )  # fmt: skip
    assert (venue["subdistrict_code"], venue["district"], venue["province"]) == (
        "510101", "เมืองลำพูน", "ลำพูน",
    )  # fmt: skip
    assert named(rows, "events") == [
        {"article_id": "a-1", "name": "พิธี ก", "name_start": 0, "name_end": 6,
         "start_date": "2021-09-16", "end_date": "2021-09-18", "start_time": "09:30",
         "mode": "hybrid", "platforms": '["Zoom", "Other online"]', "broadcasts": '["YouTube"]',
         "province_code": "51", "confidence": 0.0, "mode_confidence": 0.125},
    ]  # fmt: skip
    day, nothing = named(rows, "dates")
    assert (day["value"], day["first_day"], day["last_day"]) == ("2021-09-16",) * 3
    assert (nothing["value"], nothing["first_day"], nothing["reason"]) == (
        None, None, "no such day",
    )  # fmt: skip


def test_an_empty_record_is_an_article_and_nothing_else() -> None:
    rows = rows_of(NewsRecord(id="e"))
    assert len(rows.articles) == 1
    assert not any(rows[1:])


def test_rows_travel_between_processes(full: NewsRecord) -> None:
    assert pickle.loads(pickle.dumps(rows_of(full))) == rows_of(full)


def test_a_person_is_a_name_in_one_spelling() -> None:
    assert person_name(" สมชาย\n ใจดี\u200b") == "สมชาย ใจดี"
    assert person_id("นํ้า  ก") == person_id("น้ำ ก") != person_id("น้ำ ข")
    rows = rows_of(record("a", person("ก ข", Role.CHAIR), person("ก  ข", Role.CHAIR, Role.HOST)))
    assert [row[1] for row in rows.people] == ["ก ข"]
    assert [(row["role"], row["number"]) for row in named(rows, "appearances")] == [
        ("chair", 0),
        ("host", 1),
    ]


def test_the_first_words_for_a_role_are_shown() -> None:
    evidence = tuple(RoleEvidence(Role.HOST, span(text), 0.5) for text in ("ต้อนรับ", "เจ้าภาพ"))
    someone = replace(person("ก ข", Role.HOST), role_evidence=evidence)
    assert named(rows_of(record("a", someone)), "appearances")[0]["evidence"] == "ต้อนรับ"


def test_what_no_database_holds_is_replaced_one_for_one() -> None:
    name = "ก\0ข"
    original = NewsRecord(
        id="a\ud800",
        title="ค\udfffง",
        text="\0นายก\0ข \ud83d",
        text_sha256="1" * 64,
        people=(Person(name, None, name, None, (Span(4, 7, name),)),),
        byline=Byline(source=Span(8, 9, "\ud83d")),
    )
    rows = rows_of(original)
    (article,) = named(rows, "articles")
    assert article["text"] == "\ufffdนายก\ufffdข \ufffd"
    assert article["id"] == "a\ufffd"
    assert article["title"] == "ค\ufffdง"
    assert article["byline_source"] == "\ufffd"
    assert article["text_sha256"] == "1" * 64
    (mention,) = from_json(str(article["record"])).people[0].mentions
    assert str(article["text"])[mention.start : mention.end] == mention.text == "ก\ufffdข"
    json.dumps(rows, ensure_ascii=False).encode()
    assert "\0" not in json.dumps(rows, ensure_ascii=False)


def test_what_only_looks_like_an_escape_stays() -> None:
    rows = rows_of(NewsRecord(id=r"\u0000 \ud800 \\", title="\N{GRINNING FACE}"))
    assert rows.article_id == r"\u0000 \ud800 \\"
    assert from_json(rows.articles[0][-1]).title == "\N{GRINNING FACE}"


def test_numbers_and_codes_that_no_column_takes_are_left_to_the_record() -> None:
    rows = rows_of(
        record(
            "a",
            person("ก ข", titles=[Title(span("ผวจ."), span("ผวจ."), province_code="99")]),
            byline=Byline(views=10**30),
            awards=(Award(span("รางวัล"), year=10**12),),
            venues=(Venue(span("ที่นั่น"), province=Place("ที่นั่น", "00")),),
        )
    )
    assert named(rows, "articles")[0]["views"] is None
    assert named(rows, "awards")[0]["year"] is None
    assert named(rows, "titles")[0]["province_code"] is None
    assert named(rows, "venues")[0]["province_code"] is None
    assert named(rows, "venues")[0]["province"] == "ที่นั่น"
    assert from_json(rows.articles[0][-1]).byline.views == 10**30


def test_a_recipient_who_may_be_two_people_is_none() -> None:
    both = span("ก ข และ ค ง", 10)
    rows = rows_of(
        record(
            "a",
            person("ก ข", start=10),
            person("ค ง", start=18),
            awards=(Award(span("รางวัล"), recipients=(both, span("ค ง", 18), span("ก ข", 30))),),
        )
    )
    assert [row["person_id"] for row in named(rows, "recipients")] == [
        None,
        person_id("ค ง"),
        None,
    ]


@pytest.mark.parametrize(
    ("kind", "value", "days"),
    [
        (DateKind.DAY, "2021-09-16", ("2021-09-16", "2021-09-16")),
        (DateKind.MONTH, "2024-02", ("2024-02-01", "2024-02-29")),
        (DateKind.YEAR, "2021", ("2021-01-01", "2021-12-31")),
        (DateKind.RANGE, "2021-11/2022-02", ("2021-11-01", "2022-02-28")),
        (DateKind.FISCAL_YEAR, "2020-10-01/2021-09-30", ("2020-10-01", "2021-09-30")),
        (DateKind.ACADEMIC_YEAR, "2021", (None, None)),
        (DateKind.DAY, None, (None, None)),
        (DateKind.DAY, "2021-02-30", (None, None)),
        (DateKind.MONTH, "2021-13", (None, None)),
        (DateKind.YEAR, "พ.ศ.", (None, None)),
        (DateKind.DAY, "0000-00-00", (None, None)),
    ],
)
def test_days_of_a_date(
    kind: DateKind, value: str | None, days: tuple[str | None, str | None]
) -> None:
    assert first_and_last_day(NewsDate(span("x"), kind, value)) == days


def test_a_failure_has_no_rows() -> None:
    with pytest.raises(RecordError):
        rows_of(Failure("a", "ReaderError", "cut off"))  # type: ignore[arg-type]
