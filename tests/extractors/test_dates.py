"""Calendar expressions: what is one, how far it reaches, what it means."""

from __future__ import annotations

import pytest

from thainews_ie.cleaning import clean
from thainews_ie.cues import cue_index
from thainews_ie.extractors.dates import find_dates
from thainews_ie.mentions import DateMention


def dates(text: str) -> list[DateMention]:
    return find_dates(text, cue_index().scan(text))


def found(text: str) -> list[str]:
    """``kind text = value`` of every date."""
    text = clean(text).text
    return [f"{d.kind.value} {text[d.start : d.end]} = {d.value}" for d in dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days: the text leaves out วันที่ and the weekday
        ("วันพุธที่ ๑๖ กันยายน ๒๕๖๔ ณ วัด", ["day 16 กันยายน 2564 = 2021-09-16"]),
        ("วันที่ 16 เดือนกันยายน พ.ศ.2564", ["day 16 เดือนกันยายน พ.ศ.2564 = 2021-09-16"]),
        ("วันนี้ (5 ม.ค.66) นาย", ["day 5 ม.ค.66 = 2023-01-05"]),
        ("(24มี.ค.2566)", ["day 24มี.ค.2566 = 2023-03-24"]),
        ("25 พ.ย.66\nคนไทย", ["day 25 พ.ย.66 = 2023-11-25"]),  # the next line counts nothing
        ("16 กรกฏาคม 2566", ["day 16 กรกฏาคม 2566 = 2023-07-16"]),
        ("31 ธค 63", ["day 31 ธค 63 = 2020-12-31"]),
        ("8 ก. ย. 63", ["day 8 ก. ย. 63 = 2020-09-08"]),
        ("14 ตุลา 2516", ["day 14 ตุลา 2516 = 1973-10-14"]),
        ("24 เมษายน ค.ศ. 1996", ["day 24 เมษายน ค.ศ. 1996 = 1996-04-24"]),
        # numbers alone
        ("27/07/2566", ["day 27/07/2566 = 2023-07-27"]),
        ("27-07-66", ["day 27-07-66 = 2023-07-27"]),
        ("2021-09-16", ["day 2021-09-16 = 2021-09-16"]),
        ("วันที่ 27.7.66", ["day 27.7.66 = 2023-07-27"]),
        ("09/16/2021", ["day 09/16/2021 = 2021-09-16"]),
        ("ตามข้อ 1.2.66 ของ", []),
        ("เนื้อที่ 12-3-60 ไร่", []),
        ("โทร 02-12-66-99", []),
        # the year left out stays open
        ("วันที่ 9 พ.ย. นี้", ["day 9 พ.ย. = --11-09"]),
        ("29 กุมภาพันธ์ ของทุก 4 ปี", ["day 29 กุมภาพันธ์ = --02-29"]),
        # English
        ("on September 16, 2021 at", ["day September 16, 2021 = 2021-09-16"]),
        ("16th September 2021", ["day 16th September 2021 = 2021-09-16"]),
        ("13-19 May 2023", ["range 13-19 May 2023 = 2023-05-13/2023-05-19"]),
        ("May 13-19, 2023", ["range May 13-19, 2023 = 2023-05-13/2023-05-19"]),
        ("(November 3)", ["day November 3 = --11-03"]),
        ("May 2023", ["month May 2023 = 2023-05"]),
        ("we may march on", []),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4-6 พ.ย. 2563", ["range 4-6 พ.ย. 2563 = 2020-11-04/2020-11-06"]),
        ("1 ถึงวันที่ 5 มีนาคม 2566", ["range 1 ถึงวันที่ 5 มีนาคม 2566 = 2023-03-01/2023-03-05"]),
        ("30 ก.ย. – 2 ต.ค. 64", ["range 30 ก.ย. – 2 ต.ค. 64 = 2021-09-30/2021-10-02"]),
        ("28 ธ.ค. - 3 ม.ค. 2566", ["range 28 ธ.ค. - 3 ม.ค. 2566 = 2022-12-28/2023-01-03"]),
        (
            "1 มกราคม 2566 ถึงวันศุกร์ที่ 9 มกราคม 2568",
            ["range 1 มกราคม 2566 ถึงวันศุกร์ที่ 9 มกราคม 2568 = 2023-01-01/2025-01-09"],
        ),
        (
            "20 มีนาคม 2566 เวลา 09.00 น. ถึง 22 มีนาคม 2566",
            ["day 20 มีนาคม 2566 = 2023-03-20", "day 22 มีนาคม 2566 = 2023-03-22"],
        ),
        (
            "วันที่ 16, 17 และ 20 มีนาคม 2566",
            ["range 16, 17 และ 20 มีนาคม 2566 = 2023-03-16/2023-03-20"],
        ),
        (
            "วันที่ 8 - 9 และวันที่ 14 -15 มีนาคม 2566",
            [
                "range 8 - 9 = 2023-03-08/2023-03-09",
                "range 14 -15 มีนาคม 2566 = 2023-03-14/2023-03-15",
            ],
        ),
        (
            "25 ก.ย. 2566 และ 27 ก.ย. 2566",
            ["day 25 ก.ย. 2566 = 2023-09-25", "day 27 ก.ย. 2566 = 2023-09-27"],
        ),
        ("ม.ค. - มี.ค. 2566", ["range ม.ค. - มี.ค. 2566 = 2023-01/2023-03"]),
        ("เดือนมกราคม-มีนาคม", ["range มกราคม-มีนาคม = --01/--03"]),
        ("ไตรมาสที่ 1 มกราคม - มีนาคม 2564", ["range มกราคม - มีนาคม 2564 = 2021-01/2021-03"]),
        ("ม.ค.- 15 เม.ย. 2564", ["range ม.ค.- 15 เม.ย. 2564 = 2021-01/2021-04-15"]),
        ("(พ.ศ. 2561-2580)", ["range พ.ศ. 2561-2580 = 2018/2037"]),
        ("พ.ศ. 2564 – พ.ศ. 2565", ["range พ.ศ. 2564 – พ.ศ. 2565 = 2021/2022"]),
        ("ปีการผลิต 2565/66", ["range 2565/66 = 2022/2023"]),
        ("ปี 66/67", ["range 66/67 = 2023/2024"]),
        ("ปีงบประมาณ 2558–2562", ["range 2558–2562 = 2015/2019"]),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เดือนกันยายน 2564", ["month กันยายน 2564 = 2021-09"]),
        ("ต้นเดือน พ.ค. 64", ["month พ.ค. 64 = 2021-05"]),
        ("เริ่ม มิ.ย.นี้", ["month มิ.ย. = --06"]),
        ("โควิด-19 เมษายน 2564", ["month เมษายน 2564 = 2021-04"]),  # 19 is no day
        ("มีนาคม 65 ราย", ["month มีนาคม = --03"]),
        ("สำนักงาน ก.พ. และ ก.ค.ศ.", []),  # the offices, not the months
        ("ป้องกันยานพาหนะ", []),  # no กันยาน
        ("ตุลาการ 3 คน", []),
    ],
)
def test_months(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ประจำปี 2566", ["year 2566 = 2023"]),
        ("ประจำปี พ.ศ. 2564", ["year พ.ศ. 2564 = 2021"]),
        ("ปีพุทธศักราช 2564", ["year พุทธศักราช 2564 = 2021"]),
        ("ภายในปี ค.ศ. 2030", ["year ค.ศ. 2030 = 2030"]),
        ("ปี 66 กระทรวง", ["year 66 = 2023"]),
        ("ปี 2561 และ 2562", ["year 2561 = 2018", "year 2562 = 2019"]),
        ("พ.ศ.2562 หรือ พ.ศ.2563", ["year พ.ศ.2562 = 2019", "year พ.ศ.2563 = 2020"]),
        ("ปีงบประมาณ พ.ศ. 2566", ["fiscal_year พ.ศ. 2566 = 2022-10-01/2023-09-30"]),
        ("งบประมาณรายจ่ายประจำปี 2568", ["fiscal_year 2568 = 2024-10-01/2025-09-30"]),
        ("คำของบประมาณ 2567", ["fiscal_year 2567 = 2023-10-01/2024-09-30"]),
        ("พ.ร.บ.วิธีการงบประมาณ พ.ศ. 2561", ["year พ.ศ. 2561 = 2018"]),  # the law's own year
        ("ปีการศึกษา 2566", ["academic_year 2566 = 2023"]),
        # bare: of an event, a law, a feast
        ("งาน Money Expo 2023 Bangkok", ["year 2023 = 2023"]),
        ("(SITE 2023)", ["year 2023 = 2023"]),
        ("พ.ร.บ.อาหาร 2522", ["year 2522 = 1979"]),
        ("ของขวัญปีใหม่ 2564 คนไทย", ["year 2564 = 2021"]),
        ("งานของ พม. 2566", ["year 2566 = 2023"]),
        # numbers that are no years
        ("ครั้งที่ 2/2566", []),
        ("ครั้งที่ 2 / 2566", []),
        ("ไวรัสโคโรนา 2019", []),
        ("โทร. 0 2564 2019", []),
        ("+66 2553 8480", []),
        ("มอก. 3399-2565", []),
        ("ISO 9001 : 2015", []),
        ("www.run2023.com", []),
        ("ผู้เข้าร่วม 2500 คน", []),
        ("จำนวน 2500", []),
        ("2,566 บาท", []),
        ("ถนนสาย นธ. 2003", []),
        ("บริษัท กอขอ 1991 จำกัด", []),
        ("5 ปี 66 ราย", []),
        ("ปีละ 60 ครั้ง", []),
    ],
)
def test_years(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["31 ก.พ. 64", "30 กุมภาพันธ์", "29/02/2566", "28 - 30 กุมภาพันธ์ 2566", "30 ก.พ. - 2 มี.ค. 64"],
)
def test_an_impossible_date_is_found_without_a_value(text: str) -> None:
    (date,) = dates(text)
    assert (date.start, date.end) == (0, len(text))
    assert date.value is None
    assert date.reason


@pytest.mark.parametrize(
    "piece",
    ["1", "2564 ", "1-", "มกราคม", "1 มกราคม 2564 ", "ม.ค.-", "8 - 9 และวันที่ ", "ปี 66 ", "1/1/2564 ",
     "November 3 ", "พ.ศ. 2564 และ ", "²๑ มกราคม ", "ปี", "."],
)  # fmt: skip
def test_any_text_gives_dates_apart_and_in_order(piece: str) -> None:
    text = clean(piece * 2000).text
    end = 0
    for date in dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
