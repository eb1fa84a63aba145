"""A database of each kind, and records of our own to put into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy.engine import Connection

from thainews_ie import (
    Award,
    Broadcast,
    Byline,
    DateKind,
    Event,
    Mode,
    ModeEvidence,
    ModeKind,
    NewsDate,
    NewsRecord,
    Person,
    Place,
    Platform,
    Role,
    RoleEvidence,
    Span,
    Title,
    Venue,
)
from thainews_ie.sql.engines import connect
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore

Ask = Callable[[str], list[tuple[Any, ...]]]
Put = Callable[..., list[tuple[int, str]]]


@pytest.fixture(params=["sqlite", "postgres"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return cast("str", request.getfixturevalue("postgres_url"))


@contextmanager
def _open(target: str) -> Iterator[Connection]:
    with connect(target, "write") as connection:
        yield connection


@pytest.fixture
def ask(target: str) -> Ask:
    """Runs a statement on the database, and gives what it returns."""

    def run(statement: str) -> list[tuple[Any, ...]]:
        with _open(target) as connection, connection.begin():
            result = connection.exec_driver_sql(statement)
            return [tuple(row) for row in result] if result.returns_rows else []

    return run


@pytest.fixture
def put(target: str) -> Put:
    """Stores records in one batch."""

    def store(*records: NewsRecord) -> list[tuple[int, str]]:
        with SqlStore.open(target) as opened:
            return opened.upsert([rows_of(record) for record in records])

    return store


def span(text: str, start: int = 0) -> Span:
    """A span that begins at an offset."""
    return Span(start, start + len(text), text)


def person(name: str, *roles: Role, titles: Sequence[Title] = (), start: int = 0) -> Person:
    """A person of a first name and a surname, without honorific."""
    given, _, surname = name.partition(" ")
    return Person(name, None, given, surname or None, (span(name, start),), tuple(titles), roles)


def record(key: str, *people: Person, **fields: Any) -> NewsRecord:
    """A record of an article that names these people."""
    return NewsRecord(id=key, people=people, **fields)


@pytest.fixture
def full() -> NewsRecord:
    """A record with every field filled."""
    venue = Venue(
        span=span("ห้องจามเทวี ชั้น 2 อาคาร ข"),
        room=span("ห้องจามเทวี"),
        floor=span("ชั้น 2", 12),
        building=span("อาคาร ข", 19),
        site=span("ศาลากลาง", 30),
        subdistrict=Place("ในเมือง", "510101"),
        district=Place("เมืองลำพูน", "5101"),
        province=Place("ลำพูน", "51"),
        confidence=0.9,
    )
    mode = Mode(
        ModeKind.HYBRID,
        (Platform.ZOOM, Platform.OTHER_ONLINE),
        (Broadcast.YOUTUBE,),
        (ModeEvidence("Zoom", span("Zoom Meeting")),),
        confidence=0.125,
    )
    governor = Title(
        span=span("ผวจ.ลำพูน", 15),
        office=span("ผวจ.", 15),
        organisation=span("ลำพูน", 19),
        canonical="ผู้ว่าราชการจังหวัดลำพูน",
        canonical_office="ผู้ว่าราชการจังหวัด",
        canonical_organisation="จังหวัดลำพูน",
        province_code="51",
        confidence=0.875,
    )
    return NewsRecord(
        id="a-1",
        url="https://example.org/1",
        title="ผู้ว่าฯ ลำพูน เปิดงาน",
        source="สำนักงานจังหวัดลำพูน",
        text="นายสมชาย ใจดี\tผวจ.ลำพูน\\N\n",
        text_sha256="0" * 64,
        published=dt.date(2021, 9, 17),
        published_span=span("17 ก.ย. 2564", 50),
        people=(
            Person(
                name="สมชาย ใจดี",
                honorific="นาย",
                given_name="สมชาย",
                surname="ใจดี",
                mentions=(span("นายสมชาย ใจดี"), span("สมชาย", 60)),
                titles=(governor, Title(span("กรรมการ", 25), span("กรรมการ", 25))),
                roles=(Role.CHAIR, Role.SPEAKER),
                role_evidence=(RoleEvidence(Role.CHAIR, span("เป็นประธาน", 40), 0.75),),
                confidence=0.5,
            ),
            person("แก้ว ก่า", start=70),
        ),
        dates=(
            NewsDate(span("16 ก.ย. 64"), DateKind.DAY, "2021-09-16", confidence=0.25),
            NewsDate(span("31 ก.พ. 64"), DateKind.DAY, None, "no such day"),
        ),
        awards=(
            Award(
                name=span("รางวัล “ก”"),
                category=span("สาขา ข"),
                level=span("ดีเด่น"),
                year=2021,
                year_span=span("2564", 70),
                giver=span("กรม ค"),
                recipients=(span("จังหวัดแพร่", 100), span("นายสมชาย"), span("โรงเรียน ง", 90)),
                canonical="รางวัล ก",
                confidence=0.5,
            ),
        ),
        venues=(venue,),
        event=Event(
            name=span("พิธี ก"),
            start=dt.date(2021, 9, 16),
            end=dt.date(2021, 9, 18),
            time=dt.time(9, 30),
            when=(span("วันนี้"),),
            venues=(venue,),
            mode=mode,
            confidence=0.0,
        ),
        mode=mode,
        byline=Byline(span("ส.ปชส."), span("ก ข"), span("ค ง"), 141, span("141", 90)),
    )
