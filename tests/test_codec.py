"""Records as JSON and back; a fault is named by its path."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import jsonschema
import pytest

from thainews_ie import (
    Article,
    Award,
    Broadcast,
    Byline,
    DateKind,
    Event,
    Failure,
    Mode,
    ModeEvidence,
    ModeKind,
    NewsDate,
    NewsRecord,
    Person,
    Place,
    Platform,
    RecordError,
    Role,
    RoleEvidence,
    Span,
    Title,
    Venue,
    extract,
    from_dict,
    from_json,
    json_schema,
    to_dict,
    to_json,
)


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def full_record() -> NewsRecord:
    """A record with every field filled."""
    venue = Venue(
        span=span("ห้อง ก ชั้น 2 อาคาร ข"),
        room=span("ห้อง ก"),
        floor=span("ชั้น 2", 7),
        building=span("อาคาร ข", 14),
        site=span("ศาลากลาง", 30),
        subdistrict=Place("ในเมือง", "510101"),
        district=Place("เมืองลำพูน", "5101"),
        province=Place("ลำพูน", "51"),
        confidence=0.9,
    )
    mode = Mode(
        ModeKind.HYBRID,
        (Platform.ZOOM,),
        (Broadcast.YOUTUBE,),
        (ModeEvidence("Zoom", span("Zoom Meeting")),),
        confidence=0.125,
    )
    return NewsRecord(
        id="a-1",
        url="https://example.org/1",
        title="ผู้ว่าฯ ลำพูน เปิดงาน",
        source="สำนักงานจังหวัดลำพูน",
        text="นายสมชาย ใจดี",
        text_sha256="0" * 64,
        published=dt.date(2021, 9, 16),
        published_span=span("16 ก.ย. 2564", 50),
        people=(
            Person(
                name="สมชาย ใจดี",
                honorific="นาย",
                given_name="สมชาย",
                surname="ใจดี",
                mentions=(span("นายสมชาย ใจดี"),),
                titles=(
                    Title(
                        span=span("ผวจ.ลำพูน"),
                        office=span("ผวจ."),
                        organisation=span("ลำพูน", 4),
                        canonical="ผู้ว่าราชการจังหวัดลำพูน",
                        canonical_office="ผู้ว่าราชการจังหวัด",
                        canonical_organisation="จังหวัดลำพูน",
                        province_code="51",
                        confidence=0.875,
                    ),
                    Title(span("กรรมการ"), span("กรรมการ")),
                ),
                roles=(Role.CHAIR,),
                role_evidence=(RoleEvidence(Role.CHAIR, span("เป็นประธาน", 40), 0.75),),
                confidence=0.999,
            ),
        ),
        dates=(
            NewsDate(span("16 ก.ย. 64"), DateKind.DAY, "2021-09-16", confidence=0.001),
            NewsDate(span("31 ก.พ. 64"), DateKind.DAY, None, "no such day"),
        ),
        awards=(
            Award(
                name=span("รางวัล ก"),
                category=span("สาขา ข"),
                level=span("ดีเด่น"),
                year=2021,
                year_span=span("2564", 70),
                giver=span("กรม ค"),
                recipients=(span("จังหวัดลำพูน"),),
                canonical="รางวัล ก",
                confidence=0.5,
            ),
        ),
        venues=(venue,),
        event=Event(
            name=span("พิธี ก"),
            start=dt.date(2021, 9, 16),
            end=dt.date(2021, 9, 17),
            time=dt.time(9, 30),
            when=(span("วันนี้"),),
            venues=(venue,),
            mode=mode,
            confidence=0.0,
        ),
        mode=mode,
        byline=Byline(span("ส.ปชส."), span("ก ข"), span("ค ง"), 141, span("141", 90)),
    )


@pytest.mark.parametrize("record", [full_record(), NewsRecord(id="empty")])
def test_round_trip(record: NewsRecord) -> None:
    assert from_json(to_json(record)) == record
    assert from_json(to_json(record, indent=2).encode()) == record
    jsonschema.validate(to_dict(record), json_schema())


def test_guide_names() -> None:
    """The fields that other tools read stand where the annotation guide puts them."""
    data = to_dict(full_record())
    assert data["people"][0]["roles"] == ["chair"]
    assert data["people"][0]["titles"][0]["text"] == "ผวจ.ลำพูน"
    assert data["awards"][0]["name"] == "รางวัล ก"
    assert data["venues"][0]["province"] == "ลำพูน"
    assert data["event"]["time"] == "09:30"
    assert data["mode"]["platforms"] == ["Zoom"]
    assert data["byline"]["views"] == 141


def broken(path: list[str | int], value: Any) -> Any:
    data = copy.deepcopy(to_dict(full_record()))
    at = data
    for key in path[:-1]:
        at = at[key]  # type: ignore[index]
    at[path[-1]] = value  # type: ignore[index]
    return data


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (["people", 0, "name"], 3, "$.people[0].name"),
        (["people", 0, "roles"], ["boss"], "$.people[0].roles[0]"),
        (["people", 0, "titles", 0, "office"], None, "$.people[0].titles[0].office"),
        (["dates", 1, "kind"], "era", "$.dates[1].kind"),
        (["dates", 0, "start"], -1, "$.dates[0]"),
        (["dates", 0, "text"], "16", "$.dates[0]"),
        (["published"], "16/9/2021", "$.published"),
        (["event", "time"], "noon", "$.event.time"),
        (["awards"], {}, "$.awards"),
        (["awards", 0], [], "$.awards[0]"),
        (["awards", 0, "canonical"], None, "$.awards[0].canonical"),
        (["people", 0, "titles", 0, "province_code"], 51, "$.people[0].titles[0].province_code"),
        (["byline", "views"], True, "$.byline.views"),
        (["people", 0, "confidence"], 1.5, "$.people[0].confidence"),
        (["venues", 0, "confidence"], True, "$.venues[0].confidence"),
        (["mode", "confidence"], "high", "$.mode.confidence"),
        (["schema_version"], 99, "$.schema_version"),
    ],
)
def test_fault_is_named_by_its_path(path: list[str | int], value: Any, where: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_dict(broken(path, value))
    assert caught.value.path == where
    assert where in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"id": "x"}', "[" * 100_000])
def test_not_a_record(text: str) -> None:
    with pytest.raises(RecordError):
        from_json(text)


def test_missing_field() -> None:
    data = to_dict(full_record())
    del data["people"][0]["surname"]
    with pytest.raises(RecordError, match=r"'surname' is missing - at \$\.people\[0\]"):
        from_dict(data)


def test_lone_surrogate_survives() -> None:
    record = extract(Article("s", "นายสม\ud800ชาย ใจดี กล่าวว่า 16 ก.ย. 2564"))
    to_json(record).encode("utf-8")
    assert from_json(to_json(record)) == record


@pytest.mark.parametrize("wrong", [None, 5, Failure("a", "ReaderError", "cut off")])
def test_what_is_no_record_is_refused(wrong: Any) -> None:
    with pytest.raises(RecordError, match="NewsRecord"):
        to_json(wrong)
    with pytest.raises(RecordError):
        from_json(wrong)
