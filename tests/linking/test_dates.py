"""The day of publication, and years left out."""

from __future__ import annotations

import datetime as dt

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.dates import find_dates
from thainews_ie.extractors.zones import find_zones
from thainews_ie.linking.dates import find_published, resolve_dates


def published(page: str) -> dt.date | None:
    cues = cue_index().scan(page)
    return find_published(find_dates(page, cues), page, find_zones(page, cues))


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("เปิดงาน\n\nวันพุธที่ 18 มกราคม 2566\n18/01/2566\nพิมพ์\nวันนี้", dt.date(2023, 1, 18)),
        ("เปิดงาน\n• ข่าวจาก : ส.ปชส.ก\n• เมื่อวันที่ : 16 ก.ย. 2564\nวันนี้", dt.date(2021, 9, 16)),
        ("เปิดงาน\nเมื่อวันที่ : 27/07/2566\nวันนี้", dt.date(2023, 7, 27)),
        # the headline's own date is of the event
        ("จัดงาน 5 มี.ค. 2566\nวันศุกร์ที่ 3 มีนาคม 2566\nวันนี้", dt.date(2023, 3, 3)),
        ("เปิดงาน\nแก้ไขล่าสุด : 20 ก.ย. 2564\nเผยแพร่ : 16 ก.ย. 2564\nวันนี้", dt.date(2021, 9, 16)),
        # none stated, none invented
        ("เปิดงาน\nวันนี้ (16 กันยายน 2564) นายกอ เปิดงาน", None),
        ("ประกาศเทศบาล\nชำระภาษีภายในวันที่ 30 เมษายน 2566\nประกาศ ณ วันที่ 3 มกราคม 2566", None),
        ("เปิดงาน\nวันพุธที่ 31 กุมภาพันธ์ 2566\nวันนี้", None),
        ("", None),
    ],
)
def test_published(page: str, day: dt.date | None) -> None:
    assert published(page) == day


def values(text: str, day: dt.date | None) -> list[str | None]:
    found = find_dates(text, cue_index().scan(text))
    return [date.value for date in resolve_dates(found, day, text)]


SEPTEMBER = dt.date(2021, 9, 16)
JANUARY = dt.date(2023, 1, 10)
DECEMBER = dt.date(2022, 12, 20)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("วันที่ 9 พ.ย. นี้", SEPTEMBER, ["2021-11-09"]),
        ("วันที่ 5 ธันวาคมของทุกปี", dt.date(2021, 3, 10), ["2021-12-05"]),
        ("เดือนกันยายน", SEPTEMBER, ["2021-09"]),
        ("10 - 19 ก.พ. นี้", SEPTEMBER, ["2021-02-10/2021-02-19"]),
        # over the turn of a year
        ("เมื่อวันที่ 28 ธันวาคมที่ผ่านมา", JANUARY, ["2022-12-28"]),
        ("ภายในวันที่ 28 ธันวาคม", JANUARY, ["2023-12-28"]),
        ("ภายในวันที่ 31 มกราคม", DECEMBER, ["2023-01-31"]),
        ("ตั้งแต่เดือน ม.ค. ถึง มี.ค.", DECEMBER, ["2022-01/2022-03"]),
        ("29 ธ.ค. - 4 ม.ค.", JANUARY, ["2022-12-29/2023-01-04"]),
        ("29 ธ.ค. - 4 ม.ค.", DECEMBER, ["2022-12-29/2023-01-04"]),
        ("เดือนมีนาคมปีหน้า", SEPTEMBER, ["2022-03"]),
        ("เดือนพฤษภาคมปีที่แล้ว", SEPTEMBER, ["2020-05"]),
        # from the neighbours
        ("ปี 2565 (มกราคม – เมษายน)", SEPTEMBER, ["2022", "2022-01/2022-04"]),
        ("มกราคม-เมษายน ของปี 2565", SEPTEMBER, ["2022-01/2022-04", "2022"]),
        ("เดือนกุมภาพันธ์และมีนาคม 2563", SEPTEMBER, ["2020-02", "2020-03"]),
        ("เดือนธันวาคมและมกราคม 2563", SEPTEMBER, ["2019-12", "2020-01"]),
        ("8 มี.ค. งานเริ่ม เมื่อ 8 มีนาคม 2563 ที่วัด", SEPTEMBER, ["2020-03-08", "2020-03-08"]),
        # without a day of publication
        ("1 มี.ค. 2563 งานเริ่ม แล้วจบเมื่อ 9 เมษายน", None, ["2020-03-01", "2020-04-09"]),
        ("งานเริ่ม 9 เมษายน", None, [None]),
        # no such day in that year
        ("วันที่ 29 กุมภาพันธ์", SEPTEMBER, [None]),
        ("วันที่ 29 กุมภาพันธ์", dt.date(2024, 1, 5), ["2024-02-29"]),
    ],
)
def test_years_left_out(text: str, day: dt.date | None, expected: list[str | None]) -> None:
    assert values(text, day) == expected


def test_a_date_without_a_value_says_why() -> None:
    for text, day in (("งานเริ่ม 9 เมษายน", None), ("29 กุมภาพันธ์", SEPTEMBER)):
        (date,) = resolve_dates(find_dates(text, cue_index().scan(text)), day, text)
        assert date.value is None
        assert date.reason


def test_dates_with_years_stay_as_they_are() -> None:
    text = "16 กันยายน 2564"
    found = find_dates(text, cue_index().scan(text))
    assert resolve_dates(found, None, text) == found
