"""Dates from one string, and back into Thai."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from thainews_ie import DateError, ThaiNewsError, normalize_date, to_buddhist
from thainews_ie.calendar import common_year, english_day, expand_year, iso_day

DAY = dt.date(2021, 9, 16)


@pytest.mark.parametrize(
    "text",
    [
        "16 กันยายน 2564",
        "๑๖ ก.ย. ๖๔",
        "16ก.ย.2564",
        "16 ก. ย. 64",
        "16 กย 64",
        "16 กันยายน พ.ศ. 2564",
        "16 กันยายน พุทธศักราช 2564",
        "16 กันยายน ค.ศ. 2021",
        "16 กันยายน 2021",
        "16 เดือนกันยายน 2564",
        "วันที่ 16 กันยายน 2564",
        "วันพฤหัสบดีที่ 16 กันยายน 2564",
        "(16 กันยายน 2564)",
        "16 กันยาน 2564",  # misspelt
        "16-ก.ย.-2564",
        "16/09/2564",
        "16-9-64",
        "16.09.2564",
        "2021-09-16",
        "2564-09-16",
        "September 16, 2021",
        "16 Sept 2021",
        "Thursday, 16th September 2564",
        "16 Sep 64",
        "September 16, 64",
        "\u200b16\u00a0กันยายน  2564 ",  # as pages carry them
    ],
)
def test_one_day_in_every_form(text: str) -> None:
    assert normalize_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31 ก.พ. 2564", "31/2/2021"),
        ("29 กุมภาพันธ์ 2566", "29/2/2023"),  # 2023 was no leap year
        ("0 มกราคม 2564", "0/1/2021"),
        ("13/13/2564", "13/13/2021"),
        ("16 กันยายน", "day, month and year"),
        ("กันยายน 2564", "day, month and year"),
        ("16 นาย 2564", "not a month"),
        ("yesterday", "does not read"),
        ("May 5", "does not read"),
        ("วันนี้", "does not read"),
        ("", "not one date"),
        ("16 กันยายน 2564 " * 10, "not one date"),
        ("99 มีนาคม 0000", "99/3/0"),
    ],
)
def test_what_is_no_day_says_why(text: str, says: str) -> None:
    with pytest.raises(DateError, match=says):
        normalize_date(text)


def test_errors_are_values_errors_and_the_librarys_own() -> None:
    assert issubclass(DateError, ValueError)
    assert issubclass(DateError, ThaiNewsError)
    wrong: Any = 2564
    with pytest.raises(DateError, match="int"):
        normalize_date(wrong)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({}, "16 กันยายน 2564"),
        ({"short": True}, "16 ก.ย. 64"),
        ({"thai_digits": True}, "๑๖ กันยายน ๒๕๖๔"),
        ({"era": True}, "16 กันยายน พ.ศ. 2564"),
        ({"weekday": True}, "วันพฤหัสบดีที่ 16 กันยายน 2564"),
    ],
)
def test_to_buddhist_and_back(options: dict[str, bool], text: str) -> None:
    assert to_buddhist(DAY, **options) == text
    assert normalize_date(text) == DAY


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_goes_there_and_back(month: int) -> None:
    day = dt.date(2024, month, 29)
    assert normalize_date(to_buddhist(day)) == day
    assert normalize_date(to_buddhist(day, short=True)) == day


@pytest.mark.parametrize(
    ("digits", "offset", "year"),
    [
        ("2564", None, 2021),
        ("2021", None, 2021),
        ("2325", 543, 1782),
        ("1893", 543, 1350),
        ("1996", 0, 1996),
        ("2566", 0, 2023),  # a Buddhist year after ค.ศ. is a slip
        ("64", None, 2021),
        ("64", 543, 2021),
        ("21", None, 2021),
        ("30", 0, 2030),
    ],
)
def test_years_of_either_era(digits: str, offset: int | None, year: int) -> None:
    assert expand_year(digits, offset) == year
    if len(digits) == 4:
        assert common_year(int(digits), offset) == year


def test_english_day_wants_all_of_the_date() -> None:
    assert english_day("16 September 2021") == DAY
    with pytest.raises(DateError):
        english_day("September 2021")


def test_iso_day() -> None:
    assert iso_day(2021, 9, 16) == DAY
    with pytest.raises(DateError):
        iso_day(0, 1, 1)
