"""Which name, which days and which time the main event has."""

from __future__ import annotations

import datetime as dt

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.event_names import find_event_names
from thainews_ie.linking.event import link_event
from thainews_ie.mentions import DateMention, EventDraft, VenueDraft, Zone, ZoneKind
from thainews_ie.records import DateKind

PUBLISHED = dt.date(2023, 3, 10)


def event(
    headline: str,
    *body: str,
    days: dict[str, str] | None = None,
    venue: str | None = None,
    published: dt.date | None = PUBLISHED,
) -> tuple[str, EventDraft]:
    """The text, and the event of a page of a headline and a body.

    ``days`` maps words of the text to the ISO value they have, at every place they stand.
    """
    text = "\n".join((headline, *body))
    zones: list[Zone] = []
    at = 0
    for line in (headline, *body):
        kind = ZoneKind.BODY if zones else ZoneKind.HEADLINE
        zones.append(Zone(kind, at, at + len(line)))
        at += len(line) + 1
    dates = []
    for words, value in (days or {}).items():
        start = text.find(words)
        while start != -1:
            kind_of = DateKind.RANGE if "/" in value else DateKind.DAY
            dates.append(DateMention(start, start + len(words), kind_of, value))
            start = text.find(words, start + 1)
    dates.sort()
    venues = []
    if venue:
        venues = [VenueDraft(text.index(venue), text.index(venue) + len(venue))]
    names = find_event_names(text, cue_index().scan(text), zones, dates)
    return text, link_event(text, zones, names, dates, venues, published)


def name_of(text: str, draft: EventDraft) -> str | None:
    return text[draft.name.start : draft.name.end] if draft.name else None


def test_the_event_of_the_headline_is_the_main_one() -> None:
    text, draft = event(
        "รมว.คลัง เปิดการประชุมผู้ว่าการธนาคารโลก",
        "วันที่ 9 มีนาคม 2566 นายสมคิด ทดสอบ เป็นประธานเปิดการประชุมผู้ว่าการธนาคารโลก โดยมีผู้แทนร่วม",
        "ทั้งนี้ ในเดือนหน้าจะจัดงานมหกรรมการเงินชุมชน ครั้งที่ 5 ที่เชียงใหม่",
        days={"9 มีนาคม 2566": "2023-03-09"},
    )
    assert name_of(text, draft) == "การประชุมผู้ว่าการธนาคารโลก"
    assert (draft.start, draft.end) == (dt.date(2023, 3, 9), None)


@pytest.mark.parametrize(
    "line",
    [
        "นายสมคิด ทดสอบ เปิดเผยว่า ราคาข้าวปรับตัวดีขึ้น ขอให้เกษตรกรวางแผนการขาย",
        "กรมการข้าวเตือนเกษตรกรระวังเพลี้ยกระโดด หากพบให้แจ้งเกษตรอำเภอ",
    ],
)
def test_a_statement_has_no_event(line: str) -> None:
    _, draft = event("รมว.เกษตรฯ เผยราคาข้าวดีขึ้น", line)
    assert draft == EventDraft()


@pytest.mark.parametrize(
    ("line", "days", "start", "end", "time"),
    [
        # วันนี้ (date), with its time
        (
            "วันนี้ (10 มีนาคม 2566) เวลา 09.30 น. นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ ณ ห้องประชุม 1",
            {"10 มีนาคม 2566": "2023-03-10"},
            "2023-03-10",
            None,
            "09:30",
        ),
        # a bare วันนี้ means the day of publication
        (
            "วันนี้ นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ ณ ห้องประชุม 1",
            {},
            "2023-03-10",
            None,
            None,
        ),
        # announced: the days stand behind the name
        (
            "นายสมคิด เปิดเผยว่า กรมเตรียมจัดการประชุมสภาน้ำแห่งชาติ "
            "ระหว่างวันที่ 20-22 มีนาคม 2566 ณ ห้องประชุม 1",
            {"20-22 มีนาคม 2566": "2023-03-20/2023-03-22"},
            "2023-03-20",
            "2023-03-22",
            None,
        ),
        # the day of the speech is not that of the event
        (
            "วันที่ 10 มีนาคม 2566 นายสมคิด เปิดเผยว่า กรมจะจัดการประชุมสภาน้ำแห่งชาติ ในวันที่ 15 มีนาคม 2566 "
            "เวลา 13.00 น. ณ ห้องประชุม 1",
            {"10 มีนาคม 2566": "2023-03-10", "15 มีนาคม 2566": "2023-03-15"},
            "2023-03-15",
            None,
            "13:00",
        ),
        # nor is that of a resolution
        (
            "เมื่อวันที่ 8 มีนาคม 2566 นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ ณ ห้องประชุม 1 "
            "ตามมติคณะรัฐมนตรีเมื่อวันที่ 3 มกราคม 2566",
            {"8 มีนาคม 2566": "2023-03-08", "3 มกราคม 2566": "2023-01-03"},
            "2023-03-08",
            None,
            None,
        ),
    ],
)
def test_days(
    line: str, days: dict[str, str], start: str, end: str | None, time: str | None
) -> None:
    _, draft = event("การประชุมสภาน้ำแห่งชาติ", line, days=days, venue="ห้องประชุม 1")
    assert draft.start == dt.date.fromisoformat(start)
    assert draft.end == (dt.date.fromisoformat(end) if end else None)
    assert draft.time == (dt.time.fromisoformat(time) if time else None)


@pytest.mark.parametrize(
    ("rest", "time"),
    [
        ("เวลา 9.30 น. ", dt.time(9, 30)),
        ("ตั้งแต่เวลา 13:30 - 16:30 น. ", dt.time(13, 30)),
        ("09.30 น. ", dt.time(9, 30)),
        ("เวลา 25.70 น. ", None),
        ("ช่วงเวลาดังกล่าว ", None),
        ("ราคา 12.50 บาท ", None),
    ],
)
def test_times(rest: str, time: dt.time | None) -> None:
    _, draft = event(
        "การประชุมสภาน้ำแห่งชาติ",
        f"วันที่ 9 มีนาคม 2566 {rest}นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ",
        days={"9 มีนาคม 2566": "2023-03-09"},
    )
    assert draft.start == dt.date(2023, 3, 9)
    assert draft.time == time


@pytest.mark.parametrize("before", ["ทุก", "ตั้งแต่", "จนถึง"])
def test_not_every_today_is_a_day(before: str) -> None:
    _, draft = event(
        "การประชุมสภาน้ำแห่งชาติ",
        f"{before}วันนี้ ปัญหาน้ำยังมีอยู่ นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ ณ ห้องประชุม 1",
        venue="ห้องประชุม 1",
    )
    assert draft.start is None


def test_no_day_is_stated() -> None:
    _, draft = event(
        "การประชุมสภาน้ำแห่งชาติ",
        "นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ ณ ห้องประชุม 1",
        venue="ห้องประชุม 1",
    )
    assert draft.name is not None
    assert (draft.start, draft.end, draft.time, draft.when) == (None, None, None, ())


def test_a_range_tells_when_an_event_opened_on_its_first_day_ends() -> None:
    _, draft = event(
        "เปิดงานวันผ้าไทย",
        "วันที่ 9 มีนาคม 2566 นายสมคิด เป็นประธานเปิดงานวันผ้าไทย ณ ลานเมือง โดยมีผู้แทนร่วมงาน",
        "งานจัดขึ้นระหว่างวันที่ 9 - 12 มีนาคม 2566 เข้าชมฟรี",
        days={"9 มีนาคม 2566": "2023-03-09", "9 - 12 มีนาคม 2566": "2023-03-09/2023-03-12"},
        venue="ลานเมือง",
    )
    assert (draft.start, draft.end) == (dt.date(2023, 3, 9), dt.date(2023, 3, 12))


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("งานวันผ้าไทย", "2023-03-08", "2023-03-12"),  # one day of it is told of
        ("พิธีเปิดงานวันผ้าไทย", "2023-03-10", None),  # a ceremony takes a day
    ],
)
def test_the_range_of_the_whole_event(name: str, start: str, end: str | None) -> None:
    _, draft = event(
        f"นายสมคิด เป็นประธาน{name}",
        f"วันนี้ (10 มีนาคม 2566) นายสมคิด เป็นประธาน{name} ณ ลานเมือง โดยมีผู้แทนร่วมงาน",
        "งานจัดขึ้นระหว่างวันที่ 8 - 12 มีนาคม 2566 เข้าชมฟรี",
        days={"10 มีนาคม 2566": "2023-03-10", "8 - 12 มีนาคม 2566": "2023-03-08/2023-03-12"},
        venue="ลานเมือง",
    )
    assert draft.start == dt.date.fromisoformat(start)
    assert draft.end == (dt.date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(("clock", "named"), [("เวลา 10.30 น. ", True), ("", False)])
def test_a_report_that_opens_with_a_clock_time_tells_of_an_event(clock: str, named: bool) -> None:
    text, draft = event(
        "รองปลัดฯ แนะใช้เทคโนโลยีแก้ปัญหา",
        f"เมื่อวันที่ 7 มีนาคม 2566 {clock}นางสมใจ ทดสอบ รองปลัดกระทรวง ได้มอบนโยบายกองตรวจราชการกระทรวง",
        days={"7 มีนาคม 2566": "2023-03-07"},
    )
    assert name_of(text, draft) == ("มอบนโยบายกองตรวจราชการกระทรวง" if named else None)


def test_figures_of_a_day_do_not_date_the_event() -> None:
    _, draft = event(
        "ประชุมติดตามสถานการณ์น้ำแห่งชาติ",
        "ปลัดเปิดเผยภายหลังเป็นประธานการประชุมติดตามสถานการณ์น้ำแห่งชาติ ณ กรมน้ำ",
        "ข้อมูล ณ วันที่ 4 มีนาคม 2566 มีน้ำร้อยละ 60",
        days={"4 มีนาคม 2566": "2023-03-04"},
        venue="กรมน้ำ",
    )
    assert draft.start is None


def test_the_headline_names_talks_rather_than_the_person_met() -> None:
    text, draft = event(
        "รมว.คลัง หารือนักลงทุนจากแดนไกล",
        "วันที่ 9 มีนาคม 2566 รมว.คลัง ให้การต้อนรับ นายจอห์น สมิธ และคณะ",
        days={"9 มีนาคม 2566": "2023-03-09"},
        venue="แดนไกล",
    )
    assert name_of(text, draft) == "หารือนักลงทุนจากแดนไกล"


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("จังหวัดได้จัดกิจกรรมปลูกป่าชายเลนบ้านนา โดยมีผู้ร่วมงาน 40 คน", dt.date(2023, 3, 9)),
        ("จังหวัดจะสนับสนุนกิจกรรมปลูกป่าชายเลนบ้านนา โดยมีผู้ร่วมงาน 40 คน", None),
    ],
)
def test_what_an_official_tells_was_done_on_that_day(told: str, start: dt.date | None) -> None:
    _, draft = event(
        "จังหวัดจัดกิจกรรมปลูกป่าชายเลนบ้านนา",
        f"วันที่ 9 มีนาคม 2566 นายสมคิด ทดสอบ เปิดเผยว่า {told}",
        days={"9 มีนาคม 2566": "2023-03-09"},
    )
    assert draft.start == start


def test_the_words_are_kept() -> None:
    text, draft = event(
        "การประชุมสภาน้ำแห่งชาติ",
        "วันที่ 9 มีนาคม 2566 เวลา 09.30 น. นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ",
        days={"9 มีนาคม 2566": "2023-03-09"},
    )
    assert [text[span.start : span.end] for span in draft.when] == ["9 มีนาคม 2566", "09.30"]


def test_an_old_meeting_is_background() -> None:
    text, draft = event(
        "ปลัดเกษตรฯ หารือกรมประมงฟิลิปปินส์",
        "ปลัดเกษตรฯ กล่าวภายหลังหารือกรมประมงฟิลิปปินส์ ว่าพร้อมร่วมมือ ณ กระทรวงเกษตรฯ",
        "โดยมีการประชุมคณะทำงานร่วมประมง ครั้งที่ 1 เมื่อวันที่ 5 มกราคม 2560 มาแล้ว",
        days={"5 มกราคม 2560": "2017-01-05"},
    )
    assert name_of(text, draft) == "หารือกรมประมงฟิลิปปินส์"
    assert draft.start is None


@pytest.mark.parametrize("value", [None, "2023-02-30", "2023", "2023-03/2023-04", "9999-12-31"])
def test_dates_without_a_day_do_no_harm(value: str | None) -> None:
    text = "วันที่ 9 มีนาคม 2566 นายสมคิด เป็นประธานการประชุมสภาน้ำแห่งชาติ"
    dates = [DateMention(7, 20, DateKind.RANGE, value)]
    zones = [Zone(ZoneKind.BODY, 0, len(text))]
    names = find_event_names(text, cue_index().scan(text), zones, dates)
    draft = link_event(text, zones, names, dates, [], PUBLISHED)
    assert draft.start in (None, dt.date(9999, 12, 31))


def test_empty_text() -> None:
    assert link_event("", [], [], [], [], None) == EventDraft()
